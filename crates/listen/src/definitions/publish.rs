//! Freezes a draft as the next version.

use kernel::survey::Survey;
use kernel::survey::check::{self, Weight};
use kernel::{Error, Refusal, Result, Timestamp, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::survey::{ActiveModel, Entity, Model};
use store::surveys::OPEN;
use store::{Check, Store, Txn};

use crate::entity::survey_version;

/// Publishes the draft of the survey `key` and opens it. Where nothing changed and it is open, no version is made.
///
/// # Errors
/// The first of what keeps it from being published.
pub async fn publish(store: &Store, workspace: WorkspaceId, key: &str, actor: &str) -> Result<Model> {
    let txn = store.write().await?;
    let id = super::find(store, workspace, key).await?.id;
    let row = Entity::find_by_id(id).lock_exclusive().one(&*txn).await.check()?.ok_or(Error::NotFound("survey"))?;
    let survey = row.draft()?;
    if let Some(refusal) = problem(&survey) {
        return Err(refusal.into());
    }
    if row.state == OPEN && row.published()?.as_ref() == Some(&survey) {
        return Ok(row);
    }
    let changes = freeze(&txn, &row, &survey, store.env().now()).await?;
    let row = Entity::update(changes).exec(&*txn).await.check()?;
    let deed = Deed { actor, action: "survey.publish", subject: &row.id, detail: json!({ "version": row.version }) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(row)
}

/// The first fault that is more than a remark.
fn problem(survey: &Survey) -> Option<Refusal> {
    survey.check().into_iter().find(|fault| check::weight(fault) != Weight::None)
}

/// Keeps the next version and gives what changes on the survey's row.
pub async fn freeze(txn: &Txn, row: &Model, survey: &Survey, now: Timestamp) -> Result<ActiveModel> {
    let definition = serde_json::to_string(survey).map_err(Error::internal)?;
    let version = row.version + 1;
    let frozen = survey_version::ActiveModel {
        workspace_id: Set(row.workspace_id),
        survey_id: Set(row.id.clone()),
        version: Set(version),
        definition: Set(definition.clone()),
        published_at: Set(now.0),
    };
    survey_version::Entity::insert(frozen).exec_without_returning(&**txn).await.check()?;
    Ok(ActiveModel {
        id: Set(row.id.clone()),
        published: Set(Some(definition)),
        version: Set(version),
        state: Set(OPEN.into()),
        ..Default::default()
    })
}
