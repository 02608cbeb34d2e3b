//! A new survey's row, however it came: from a template, as a copy, or as a definition.

use kernel::survey::Survey;
use kernel::{Env, Error, Refusal, Result, SurveyId, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::entity::survey::{ActiveModel, Entity, Model};
use store::surveys::DRAFT;
use store::{Check, Txn};

use crate::surveys::{SURVEYS_MAX, editing};

/// Keeps `survey` as the draft of a new survey, with a link of its own. `known` are the workspace's surveys; `key` is
/// none of theirs.
///
/// # Errors
/// `too_many` beyond [`SURVEYS_MAX`].
pub async fn begin(
    txn: &Txn,
    env: &Env,
    workspace: WorkspaceId,
    known: &[Model],
    key: String,
    survey: &Survey,
) -> Result<Model> {
    if known.len() >= SURVEYS_MAX {
        return Err(Refusal::new("too_many").with("max", SURVEYS_MAX.to_string()).into());
    }
    let now = env.now().0;
    let row = ActiveModel {
        id: Set(SurveyId::new(env).to_string()),
        workspace_id: Set(workspace.0),
        title: Set(editing::name(survey, &key)),
        key: Set(key),
        state: Set(DRAFT.into()),
        link: Set(env.secret()),
        draft: Set(serde_json::to_string(survey).map_err(Error::internal)?),
        published: Set(None),
        version: Set(0),
        created_at: Set(now),
        updated_at: Set(now),
    };
    Entity::insert(row).exec_with_returning(&**txn).await.check()
}
