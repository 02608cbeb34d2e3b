//! `/understand/assistant`: what would leave, where to, and the switch.

use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use kernel::{Result, Timestamp};
use serde::Serialize;
use ui::Section;
use ui::http::{Admin, Asking, Flash as _, Reply, see_other};

use super::leave::TEXTS_MAX;
use super::{Assistant, kept};

const PATH: &str = "/understand/assistant";

#[derive(Serialize)]
struct Page {
    /// `absent` where the operator has named none; `off`, `on`; `moved` where it was switched on for another host.
    state: &'static str,
    host: Option<String>,
    model: Option<String>,
    /// The host that it was switched on for, by whom and when.
    allowed: Option<Allowed>,
    texts_max: usize,
    /// The host that somebody agreed to, where questions go elsewhere by now.
    agreed: Option<String>,
}

#[derive(Serialize)]
struct Allowed {
    host: String,
    by: String,
    at: Timestamp,
}

/// `GET /understand/assistant`
pub async fn page(admin: Admin, assistant: Assistant) -> Reply {
    show(&admin, &assistant, None).await
}

async fn show(admin: &Admin, assistant: &Assistant, agreed: Option<String>) -> Reply {
    let allowed = allowed(admin).await?;
    let model = assistant.model();
    let state = match (model, &allowed) {
        (None, _) => "absent",
        (Some(_), None) => "off",
        (Some(model), Some(allowed)) if allowed.host == model.host() => "on",
        (Some(_), Some(_)) => "moved",
    };
    let page = Page {
        state,
        host: model.map(|model| model.host().to_owned()),
        model: model.map(|model| model.name().to_owned()),
        allowed,
        texts_max: TEXTS_MAX,
        agreed,
    };
    admin.page("understand/assistant.html", Section::Understand, page).await
}

/// `POST /understand/assistant/on`, with the `host` that the page showed. Where questions go elsewhere by now, or nowhere,
/// nothing is switched on and the page comes back with status 422 and says so.
pub async fn on(admin: Admin, assistant: Assistant, fields: ui::http::Fields) -> Reply {
    let agreed = fields.need("host")?;
    let Some(model) = assistant.model().filter(|model| model.host() == agreed) else {
        let page = show(&admin, &assistant, Some(agreed.to_owned())).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    kept::allow(admin.store(), admin.workspace(), model.host(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-assistant-on-flash"))
}

/// `POST /understand/assistant/off`: what was answered is forgotten, too.
pub async fn off(admin: Admin) -> Reply {
    kept::forbid(admin.store(), admin.workspace(), &admin.member()).await?;
    Ok(see_other(PATH).flash("understand-assistant-off-flash"))
}

async fn allowed(asking: &Asking) -> Result<Option<Allowed>> {
    let Some(row) = kept::allowed(asking.store(), asking.workspace()).await? else { return Ok(None) };
    let members = asking.store().members(asking.workspace()).await?;
    let by = members.into_iter().find(|member| member.id == row.by_member);
    let by = by.map_or(row.by_member, |one| if one.name.is_empty() { one.email } else { one.name });
    Ok(Some(Allowed { host: row.host, by, at: Timestamp(row.at) }))
}
