//! Who may answer a survey through its link, and when: opening times, a password, personal links, a limit.
//!
//! These settings are kept beside the survey, not in its definition: changing them publishes nothing, and a copy of a
//! survey does not inherit them. Programs that send responses with a key pass by them: whom they ask is their own affair.

mod page;
pub mod password;

use kernel::{Result, Role, SurveyId, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Check, Store};
use ui::http::{Access as Who, Routes};

use crate::entity::access::{Column, Entity, Model};

/// Values of `mode`.
pub const OPEN: &str = "open";
pub const PERSONAL: &str = "personal";

pub(crate) fn routes() -> Routes {
    let manager = Who::Member(Role::Manager);
    Routes::new().get("/listen/surveys/{survey}/access", manager, page::form).post(
        "/listen/surveys/{survey}/access",
        manager,
        page::save,
    )
}

/// The settings of one survey; the default is open to all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Access {
    pub opens_at: Option<Timestamp>,
    /// From this moment on nothing is taken any more.
    pub closes_at: Option<Timestamp>,
    pub password_hash: Option<String>,
    /// Only personal links open the door.
    pub is_personal: bool,
    /// Complete responses at most.
    pub responses_max: Option<i64>,
}

/// Whether a door opens at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    Open,
    NotYet,
    Over,
}

impl Access {
    pub async fn find(store: &Store, workspace: WorkspaceId, survey: &SurveyId) -> Result<Self> {
        let row = Entity::find_by_id(survey.as_str()).filter(Column::WorkspaceId.eq(workspace.0));
        Ok(row.one(store.reads()).await.check()?.map_or_else(Self::default, Self::from))
    }

    /// Whether a survey has a day on which it closes, and that has come.
    pub async fn is_over(store: &Store, workspace: WorkspaceId, survey: &SurveyId, now: Timestamp) -> Result<bool> {
        Ok(Self::find(store, workspace, survey).await?.hours(now) == Hours::Over)
    }

    pub fn hours(&self, now: Timestamp) -> Hours {
        if self.closes_at.is_some_and(|closes| now >= closes) {
            return Hours::Over;
        }
        if self.opens_at.is_some_and(|opens| now < opens) { Hours::NotYet } else { Hours::Open }
    }
}

impl From<Model> for Access {
    fn from(row: Model) -> Self {
        Self {
            opens_at: row.opens_at.map(Timestamp),
            closes_at: row.closes_at.map(Timestamp),
            password_hash: row.password_hash,
            is_personal: row.mode == PERSONAL,
            responses_max: row.responses_max,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_opens_at_its_hour_and_closes_at_its_hour() {
        let access = Access { opens_at: Some(Timestamp(10)), closes_at: Some(Timestamp(20)), ..Access::default() };
        let at = |now| access.hours(Timestamp(now));
        assert_eq!([at(9), at(10), at(19), at(20)], [Hours::NotYet, Hours::Open, Hours::Open, Hours::Over]);
        assert_eq!(Access::default().hours(Timestamp(0)), Hours::Open);
    }
}
