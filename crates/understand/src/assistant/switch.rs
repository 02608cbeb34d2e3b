//! `/understand/assistant`: what would leave, where to, and the switch.

use kernel::{Refusal, Result, Timestamp};
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
}

#[derive(Serialize)]
struct Allowed {
    host: String,
    by: String,
    at: Timestamp,
}

/// `GET /understand/assistant`
pub async fn page(admin: Admin, assistant: Assistant) -> Reply {
    let allowed = allowed(&admin).await?;
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
    };
    admin.page("understand/assistant.html", Section::Understand, page).await
}

/// `POST /understand/assistant/on`, with the `host` that the page showed.
///
/// # Errors
/// `assistant_absent`; `assistant_moved` where questions go elsewhere by now.
pub async fn on(admin: Admin, assistant: Assistant, fields: ui::http::Fields) -> Reply {
    let model = assistant.model().ok_or_else(|| Refusal::new("assistant_absent"))?;
    if fields.need("host")? != model.host() {
        return Err(Refusal::new("assistant_moved").into());
    }
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
