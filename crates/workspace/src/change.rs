//! Writes that change who may do what.

use kernel::{MemberId, Result, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::entity::{member, ticket, workspace};
use store::{Check, Store, Txn, sessions};

/// Who acts when no member does.
pub(crate) const CLI: &str = "cli";

/// Begins a write that has the workspace to itself, on PostgreSQL too: rules over several rows (there is always an
/// owner; an address is there once) are read and kept in one piece.
pub(crate) async fn begin(store: &Store, workspace: WorkspaceId) -> Result<Txn> {
    let txn = store.write().await?;
    workspace::Entity::find_by_id(workspace.0).lock_exclusive().one(&*txn).await.check()?;
    Ok(txn)
}

/// The member with this address, disabled or not, as the write sees it.
pub(crate) async fn by_email(txn: &Txn, workspace: WorkspaceId, email: &str) -> Result<Option<member::Model>> {
    member::Entity::find()
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .filter(member::Column::Email.eq(email))
        .one(&**txn)
        .await
        .check()
}

/// The member with this id, disabled or not, as the write sees it.
pub(crate) async fn by_id(txn: &Txn, workspace: WorkspaceId, id: &MemberId) -> Result<Option<member::Model>> {
    member::Entity::find_by_id(id.as_str())
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .one(&**txn)
        .await
        .check()
}

/// Ends every way in that a member holds: sessions, and log-in links that were not used yet. After a change of
/// password or role, and when the member is disabled.
pub(crate) async fn close_doors(txn: &Txn, workspace: WorkspaceId, member: &MemberId) -> Result<()> {
    sessions::close_all(txn, workspace, member).await?;
    void_links(txn, workspace, member).await
}

/// Ends the log-in links of a member that were not used yet.
pub(crate) async fn void_links(txn: &Txn, workspace: WorkspaceId, member: &MemberId) -> Result<()> {
    ticket::Entity::delete_many()
        .filter(ticket::Column::WorkspaceId.eq(workspace.0))
        .filter(ticket::Column::MemberId.eq(member.as_str()))
        .filter(ticket::Column::UsedAt.is_null())
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
