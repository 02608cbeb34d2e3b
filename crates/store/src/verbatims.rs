//! Who may read what respondents of a survey wrote: members with at least the role that the survey names.

use std::collections::HashMap;

use kernel::{Result, Role, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::survey;
use crate::entity::verbatim_reader::{ActiveModel, Column, Entity};
use crate::{Check, Store, Txn};

/// The least roles of a workspace's surveys, by their ids; those that name none are for every member.
#[derive(Clone, Debug, Default)]
pub struct Readers(HashMap<String, Role>);

impl Readers {
    /// The least role that may read what was written in this survey. What is left of a survey that is gone is for
    /// those who deal with surveys.
    pub fn least(&self, survey: Option<&survey::Model>) -> Role {
        match survey {
            Some(survey) => self.0.get(&survey.id).copied().unwrap_or(Role::Viewer),
            None => Role::Manager,
        }
    }
}

impl Store {
    pub async fn verbatim_readers(&self, workspace: WorkspaceId) -> Result<Readers> {
        let rows = Entity::find().filter(Column::WorkspaceId.eq(workspace.0)).all(self.reads()).await.check()?;
        // A role that nobody knows any more lets nobody in but those who can name another.
        let role = |text: &str| text.parse().unwrap_or(Role::Manager);
        Ok(Readers(rows.into_iter().map(|row| (row.survey_id, role(&row.role))).collect()))
    }
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
