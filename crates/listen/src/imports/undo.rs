//! Takes an import out again: the numbers forget it and its ids become free. One that only waits is thrown away.

use axum::extract::Path;
use kernel::{Error, ImportId, Refusal, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store, log};
use ui::http::{Flash, Manager, Reply, see_other};

use crate::entity::import::{ActiveModel, Column, Entity};
use crate::imports::prune::remove_file;
use crate::imports::record::{State, UNDONE};

/// Undoes an import and returns how many responses went; a second time that is none.
///
/// # Errors
/// `NotFound` also for an import of another workspace; `import_running` until it is over.
pub async fn undo(store: &Store, workspace: WorkspaceId, actor: &str, import: &ImportId) -> Result<u64> {
    let now = store.env().now();
    let txn = store.write().await?;
    let row = Entity::find_by_id(import.as_str())
        .filter(Column::WorkspaceId.eq(workspace.0))
        .lock_exclusive()
        .one(&*txn)
        .await
        .check()?
        .ok_or(Error::NotFound("import"))?;
    let gone = match row.state_at(now) {
        State::Running => return Err(Refusal::new("import_running").into()),
        State::Undone => return Ok(0),
        State::Waiting => {
            Entity::delete_by_id(import.as_str()).exec(&*txn).await.check()?;
            0
        }
        State::Interrupted | State::Done | State::Failed => {
            let change = ActiveModel {
                id: Set(row.id.clone()),
                state: Set(UNDONE.into()),
                path: Set(None),
                ..Default::default()
            };
            Entity::update(change).exec(&*txn).await.check()?;
            log::withdraw(&txn, workspace, import).await?
        }
    };
    let deed = Deed { actor, action: "import.undo", subject: import.as_str(), detail: json!({ "responses": gone }) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    if let Some(path) = &row.path {
        remove_file(path).await;
    }
    Ok(gone)
}

/// `POST /listen/imports/{import}/undo`
pub(super) async fn post(manager: Manager, Path(id): Path<String>) -> Reply {
    let actor = manager.member().to_string();
    let waited = super::record::find(manager.store(), manager.workspace(), &id).await?.state == super::record::WAITING;
    undo(manager.store(), manager.workspace(), &actor, &ImportId::from_outside(id)).await?;
    let words = if waited { "import-flash-discarded" } else { "import-flash-undone" };
    Ok(see_other("/listen/imports").flash(words))
}
