//! Who was invited to answer a survey, as far as personal links tell.

use kernel::{Attributes, Error, Result, SurveyId, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::survey_link::{Column, Entity};
use crate::{Check, Store};

/// Somebody who was sent a link of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    pub attributes: Attributes,
    pub language: Option<String>,
    /// The link was used: a response came.
    pub is_answered: bool,
}

impl Store {
    /// The latest `limit` invitations made from `from` on and before `to`.
    pub async fn invitations(
        &self,
        workspace: WorkspaceId,
        survey: &SurveyId,
        from: Option<Timestamp>,
        to: Option<Timestamp>,
        limit: u64,
    ) -> Result<Vec<Invitation>> {
        let mut query = Entity::find()
            .select_only()
            .columns([Column::Attributes, Column::Language, Column::IsUsed])
            .filter(Column::WorkspaceId.eq(workspace.0))
            .filter(Column::SurveyId.eq(survey.as_str()));
        if let Some(from) = from {
            query = query.filter(Column::CreatedAt.gte(from.0));
        }
        if let Some(to) = to {
            query = query.filter(Column::CreatedAt.lt(to.0));
        }
        let rows: Vec<(String, Option<String>, bool)> =
            query.order_by_desc(Column::CreatedAt).limit(limit).into_tuple().all(self.reads()).await.check()?;
        let invitation = |(attributes, language, is_answered): (String, _, _)| {
            let attributes = serde_json::from_str(&attributes).map_err(Error::internal)?;
            Ok(Invitation { attributes, language, is_answered })
        };
        rows.into_iter().map(invitation).collect()
    }
}
