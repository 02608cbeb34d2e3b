//! What a survey was when.

use kernel::survey::Survey;
use kernel::{Error, Result, SurveyId, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Check, Store};

use crate::entity::survey_version::{Column, Entity};

/// Versions that are looked back at.
const VERSIONS_MAX: u64 = 200;

/// The definitions that were published, with when, oldest first; of very many the newest 200.
pub async fn published(store: &Store, workspace: WorkspaceId, survey: &SurveyId) -> Result<Vec<(Timestamp, Survey)>> {
    let rows = Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::SurveyId.eq(survey.as_str()))
        .order_by_desc(Column::Version)
        .limit(VERSIONS_MAX)
        .all(store.reads())
        .await
        .check()?;
    let read = |row: crate::entity::survey_version::Model| {
        let survey = serde_json::from_str(&row.definition).map_err(Error::internal)?;
        Ok((Timestamp(row.published_at), survey))
    };
    rows.into_iter().rev().map(read).collect()
}
