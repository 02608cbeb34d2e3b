//! The way around the loop for a workspace that has not gone it yet: make a survey, answer it, see the number.

use kernel::{Result, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use store::entity::signal_id;
use store::surveys::OPEN;
use ui::http::Asking;

/// How far the workspace is.
#[derive(Debug, Serialize)]
pub(super) struct Steps {
    /// 1: no survey yet; 2: a survey without answers; 3: answers are there.
    current: u8,
    /// Page of respondents of the newest open survey.
    link: Option<String>,
    /// The newest survey, to go on with.
    survey: Option<String>,
    /// The reader may make surveys and import files.
    may_make: bool,
}

impl Steps {
    /// The steps while there are no answers, and also when `no_parts` of Home have anything to show.
    pub(super) async fn of(asking: &Asking, no_parts: bool) -> Result<Option<Self>> {
        let (store, workspace) = (asking.store(), asking.workspace());
        let any = signal_id::Entity::find().filter(signal_id::Column::WorkspaceId.eq(workspace.0));
        let answered = any.one(store.reads()).await.check()?.is_some();
        if answered && !no_parts {
            return Ok(None);
        }
        let surveys = store.surveys(workspace).await?;
        let open = surveys.iter().find(|survey| survey.state == OPEN);
        Ok(Some(Self {
            current: match (answered, surveys.is_empty()) {
                (true, _) => 3,
                (false, false) => 2,
                (false, true) => 1,
            },
            link: open.map(|survey| format!("/s/{}", survey.link)),
            survey: surveys.first().map(|survey| survey.id.clone()),
            may_make: asking.role() >= Role::Manager,
        }))
    }
}
