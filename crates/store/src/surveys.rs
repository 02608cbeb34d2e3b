//! Surveys: found by key in a workspace, by id, or by the random link that respondents hold.

use kernel::survey::Survey;
use kernel::{Error, Result, SurveyId, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::survey::{Column, Entity, Model};
use crate::{Check, Store};

/// Values of `state`.
pub const DRAFT: &str = "draft";
pub const OPEN: &str = "open";
pub const CLOSED: &str = "closed";

impl Model {
    pub fn id(&self) -> SurveyId {
        SurveyId::from_outside(&self.id)
    }

    pub fn workspace(&self) -> WorkspaceId {
        WorkspaceId(self.workspace_id)
    }

    /// The definition as it is being edited.
    pub fn draft(&self) -> Result<Survey> {
        serde_json::from_str(&self.draft).map_err(Error::internal)
    }

    /// The definition that respondents see, if it was ever published.
    pub fn published(&self) -> Result<Option<Survey>> {
        self.published.as_deref().map(serde_json::from_str).transpose().map_err(Error::internal)
    }
}

impl Store {
    pub async fn surveys(&self, workspace: WorkspaceId) -> Result<Vec<Model>> {
        Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .order_by_desc(Column::UpdatedAt)
            .all(self.reads())
            .await
            .check()
    }

    pub async fn survey(&self, workspace: WorkspaceId, id: &SurveyId) -> Result<Option<Model>> {
        Entity::find_by_id(id.as_str()).filter(Column::WorkspaceId.eq(workspace.0)).one(self.reads()).await.check()
    }

    pub async fn survey_by_key(&self, workspace: WorkspaceId, key: &str) -> Result<Option<Model>> {
        Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .filter(Column::Key.eq(key))
            .one(self.reads())
            .await
            .check()
    }

    /// The survey behind a public link, of whichever workspace.
    pub async fn survey_by_link(&self, link: &str) -> Result<Option<Model>> {
        Entity::find().filter(Column::Link.eq(link)).one(self.reads()).await.check()
    }
}
