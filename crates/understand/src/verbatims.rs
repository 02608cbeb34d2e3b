//! Who may read what respondents of a survey wrote: members with at least the role that the survey names.

use kernel::{Result, Role};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::entity::survey;
use store::{Check, Store, Txn};
use ui::http::Asking;

use crate::entity::verbatim_reader::{ActiveModel, Column, Entity};

/// Whether this member may.
pub async fn may_read(asking: &Asking, survey: &survey::Model) -> Result<bool> {
    Ok(asking.role() >= least(asking.store(), survey).await?)
}

/// The least role that may; viewers, where nobody said otherwise.
pub async fn least(store: &Store, survey: &survey::Model) -> Result<Role> {
    let row =
        Entity::find_by_id(&survey.id).filter(Column::WorkspaceId.eq(survey.workspace_id)).one(store.reads()).await;
    Ok(row.check()?.and_then(|row| row.role.parse().ok()).unwrap_or(Role::Viewer))
}

/// Names the least role that may.
pub async fn allow(txn: &Txn, survey: &survey::Model, role: Role) -> Result<()> {
    Entity::delete_by_id(&survey.id).exec(&**txn).await.check()?;
    if role == Role::Viewer {
        return Ok(());
    }
    let row = ActiveModel {
        survey_id: Set(survey.id.clone()),
        workspace_id: Set(survey.workspace_id),
        role: Set(role.to_string()),
    };
    Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(())
}
