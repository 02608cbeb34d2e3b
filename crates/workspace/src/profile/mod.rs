//! A member's own account: name, language, password, sessions.

mod password;
mod sessions;
mod show;

use kernel::{Locale, Role};
pub(crate) use password::replace as replace_password;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::member;
use ui::http::{Access, Fields, Flash, Reply, Routes, Viewer, cookie, see_other};

use crate::change;
use crate::form::{self, Gather, Stop};

/// Where the settings begin, for every role.
pub(crate) const PATH: &str = "/settings/me";

pub(crate) fn routes() -> Routes {
    let everybody = Access::Member(Role::Viewer);
    Routes::new()
        .get("/settings", everybody, index)
        .get("/settings/me", everybody, show::show)
        .post("/settings/me", everybody, submit)
        .post("/settings/me/password", everybody, password::submit)
        .post("/settings/me/sessions/end", everybody, sessions::end_others)
}

async fn index(_asking: Viewer) -> Reply {
    Ok(see_other(PATH))
}

/// Name and language.
async fn submit(asking: Viewer, fields: Fields) -> Reply {
    match save(&asking, &fields).await {
        Ok(locale) => {
            let mut response = see_other(PATH);
            let secure = asking.web.config.is_https();
            cookie(&mut response, "nabz_locale", locale.code(), 365 * 24 * 3_600, true, secure);
            Ok(response.flash("profile-saved"))
        }
        Err(stop) => show::refused(&asking, stop).await,
    }
}

async fn save(asking: &Viewer, fields: &Fields) -> Result<Locale, Stop> {
    let mut gather = Gather::default();
    let name = gather.take(form::name(fields, "name"));
    let locale: Locale = gather.take(form::choice(fields, "locale"));
    gather.finish()?;
    let (workspace, id) = (asking.workspace(), asking.member());
    let txn = change::begin(asking.store(), workspace).await?;
    member::Entity::update_many()
        .col_expr(member::Column::Name, Expr::value(name.as_str()))
        .col_expr(member::Column::Locale, Expr::value(locale.code()))
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .filter(member::Column::Id.eq(id.as_str()))
        .exec(&*txn)
        .await
        .check()?;
    let deed = Deed { actor: id.as_str(), action: "member.profile", subject: id.as_str(), detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(locale)
}
