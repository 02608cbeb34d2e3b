//! Personal links: `/s/{link}/p/{token}` for one person, once. Only the token's hash is kept, so that whoever reads the
//! table cannot answer in others' names.
//!
//! Where a survey knows its respondents, the response's secret follows from the token: the same link always leads to
//! the same response, on any device, and never to a second one. Contact and attributes are frozen on the response. In
//! an anonymous survey the link only opens the door: it is used up by the first page that is saved, the pages after it
//! do not carry it, and neither the response nor the link's row says that they belong together, nor when.

mod api;
mod make;
mod page;

use kernel::{Attributes, Error, Result, Role, Timestamp, id};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use store::keys::Scope;
use store::{Check, Store, Txn};
use ui::http::{Access, Routes};

use crate::doors::Live;
use crate::entity::link::{Column, Entity, Model};

/// Most links of one request or paste, and of one survey.
pub const LINKS_MAX: usize = 10_000;
pub const LINKS_OF_SURVEY_MAX: u64 = 1_000_000;
/// Largest body of a request or paste.
pub const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;

pub(crate) fn routes() -> Routes {
    let manager = Access::Member(Role::Manager);
    Routes::new()
        .get("/listen/surveys/{survey}/links", manager, page::form)
        .upload("/listen/surveys/{survey}/links", manager, BODY_BYTES_MAX, page::paste)
        .upload("/api/v1/surveys/{key}/links", Access::Key(Scope::All), BODY_BYTES_MAX, api::make)
}

/// A personal link that may be used.
#[derive(Clone, Debug)]
pub struct Link {
    pub token_hash: String,
    pub token: String,
    pub contact: Option<String>,
    pub attributes: Attributes,
    pub language: Option<String>,
    pub is_used: bool,
}

/// The link with this token; none where it is unknown, expired or of another survey: all look alike.
pub async fn find(store: &Store, live: &Live, token: &str, now: Timestamp) -> Result<Option<Link>> {
    let row = Entity::find_by_id(hashed(token)).one(store.reads()).await.check()?;
    let ours = |row: &Model| {
        row.workspace_id == live.workspace.0
            && row.survey_id == live.id.as_str()
            && row.expires_at.is_none_or(|expires| now.0 < expires)
    };
    let Some(row) = row.filter(ours) else { return Ok(None) };
    Ok(Some(Link {
        attributes: serde_json::from_str(&row.attributes).map_err(Error::internal)?,
        token_hash: row.token_hash,
        token: token.to_owned(),
        contact: row.contact,
        language: row.language,
        is_used: row.is_used,
    }))
}

/// Uses a link up; false where somebody else was first.
pub async fn claim(txn: &Txn, live: &Live, token_hash: &str, now: Timestamp) -> Result<bool> {
    // When an anonymous survey's link was used would say which of the day's few responses is its own.
    let used_at = (!live.survey.anonymous).then_some(now.0);
    let claimed = Entity::update_many()
        .col_expr(Column::IsUsed, Expr::value(true))
        .col_expr(Column::UsedAt, Expr::value(used_at))
        .filter(Column::TokenHash.eq(token_hash))
        .filter(Column::IsUsed.eq(false))
        .exec(&**txn)
        .await
        .check()?;
    Ok(claimed.rows_affected == 1)
}

/// The secret of the one response that a link leads to, where the survey knows its respondents.
pub fn secret(live: &Live, token: &str) -> String {
    let hash = Sha256::new().chain_update("personal").chain_update(live.id.as_str()).chain_update(token).finalize();
    id::base32(&hash[..20])
}

fn hashed(token: &str) -> String {
    id::base32(&Sha256::new().chain_update("link").chain_update(token).finalize()[..20])
}
