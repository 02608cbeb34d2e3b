//! Language and theme, for everybody: kept in the browser, and for members also in their account.

use kernel::{Locale, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Check;
use store::entity::member;
use ui::Theme;
use ui::http::{Fields, Reply, cookie, see_other};

use super::{CHOICE_SECONDS, Guest};

pub(super) async fn submit(guest: Guest, fields: Fields) -> Reply {
    let secure = guest.web.config.is_https();
    let mut response = see_other(fields.get("back").unwrap_or("/"));
    if let Some(locale) = fields.get("locale").and_then(Locale::parse) {
        cookie(&mut response, "nabz_locale", locale.code(), CHOICE_SECONDS, true, secure);
        remember(&guest, locale).await?;
    }
    if let Some(theme) = fields.get("theme").map(Theme::parse) {
        cookie(&mut response, "nabz_theme", theme.as_str(), CHOICE_SECONDS, true, secure);
    }
    Ok(response)
}

async fn remember(guest: &Guest, locale: Locale) -> Result<()> {
    let Some(secret) = guest.session_secret() else { return Ok(()) };
    let Some(member) = guest.web.store.session(&secret).await? else { return Ok(()) };
    let txn = guest.web.store.write().await?;
    member::Entity::update_many()
        .col_expr(member::Column::Locale, Expr::value(locale.code()))
        .filter(member::Column::Id.eq(&member.id))
        .filter(member::Column::WorkspaceId.eq(member.workspace_id))
        .exec(&*txn)
        .await
        .check()?;
    txn.commit().await
}
