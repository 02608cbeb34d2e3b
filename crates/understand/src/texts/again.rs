//! Reading again what another reader has read: step by step, until somebody stops it.

use kernel::{MemberId, Result, WorkspaceId};
use lake::Lake;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store};

use crate::entity::text_pause::{ActiveModel, Entity};

/// Takes a step in a workspace unless it is stopped there; returns whether there was anything to do.
pub async fn step(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<bool> {
    if is_stopped(store, workspace).await? {
        return Ok(false);
    }
    Ok(lake.reread(workspace).await?)
}

pub async fn is_stopped(store: &Store, workspace: WorkspaceId) -> Result<bool> {
    Ok(Entity::find_by_id(workspace.0).one(store.reads()).await.check()?.is_some())
}

/// After this no step begins until [`go_on`].
pub async fn stop(store: &Store, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    if is_stopped(store, workspace).await? {
        return Ok(());
    }
    let txn = store.write().await?;
    let row =
        ActiveModel { workspace_id: Set(workspace.0), by_member: Set(by.to_string()), at: Set(store.env().now().0) };
    let known = sea_orm::sea_query::OnConflict::new().do_nothing().to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(&*txn).await.check()?;
    note(&txn, workspace, by, "texts.stop").await?;
    txn.commit().await
}

pub async fn go_on(store: &Store, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    let txn = store.write().await?;
    let gone = Entity::delete_by_id(workspace.0).exec(&*txn).await.check()?;
    if gone.rows_affected > 0 {
        note(&txn, workspace, by, "texts.go_on").await?;
    }
    txn.commit().await
}

pub async fn note_again(store: &Store, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    let txn = store.write().await?;
    note(&txn, workspace, by, "texts.again").await?;
    txn.commit().await
}

async fn note(txn: &store::Txn, workspace: WorkspaceId, by: &MemberId, action: &'static str) -> Result<()> {
    let deed = Deed { actor: by.as_str(), action, subject: "texts", detail: json!({}) };
    audit::note(txn, workspace, deed).await
}
