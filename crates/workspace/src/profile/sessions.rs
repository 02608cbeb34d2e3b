//! Ending one's sessions in all other browsers.

use axum::http::HeaderMap;
use kernel::Error;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::session;
use store::sessions::hash;
use ui::http::{Flash, Reply, Viewer, see_other, session_secret};

use super::PATH;
use crate::change;

pub(super) async fn end_others(asking: Viewer, headers: HeaderMap) -> Reply {
    let here = session_secret(&asking.web, &headers).ok_or(Error::Unknown)?;
    let (workspace, id) = (asking.workspace(), asking.member());
    let txn = change::begin(asking.store(), workspace).await?;
    session::Entity::delete_many()
        .filter(session::Column::WorkspaceId.eq(workspace.0))
        .filter(session::Column::MemberId.eq(id.as_str()))
        .filter(session::Column::Hash.ne(hash(&here)))
        .exec(&*txn)
        .await
        .check()?;
    let deed = Deed { actor: id.as_str(), action: "member.end_sessions", subject: id.as_str(), detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(see_other(PATH).flash("profile-sessions-ended"))
}
