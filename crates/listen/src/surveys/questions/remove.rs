//! Takes a question out of the draft, and puts it back. Answers that it got stay in the log, and no other question
//! takes its key.

use axum::extract::Path;
use kernel::{Error, Refusal};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::Check;
use ui::http::{Flash, Manager, Reply, see_other};

use crate::entity::removed_question::{ActiveModel, Column, Entity};
use crate::surveys::editing::Editing;
use crate::surveys::editor::encode;
use crate::surveys::layout::shape::{self, To, Way};

/// `POST /listen/surveys/{survey}/questions/{question}/remove`
pub async fn remove(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let place = editing.place(&key)?;
    let question = shape::remove(&mut editing.survey, &key).ok_or(Error::NotFound("question"))?;
    let row = ActiveModel {
        workspace_id: Set(manager.workspace().0),
        survey_id: Set(id.clone()),
        question_key: Set(key.clone()),
        place: Set(place as i32),
        question: Set(serde_json::to_string(&question).map_err(Error::internal)?),
        removed_at: Set(manager.web.env().now().0),
    };
    let again = OnConflict::columns([Column::SurveyId, Column::QuestionKey])
        .update_columns([Column::Place, Column::Question, Column::RemovedAt])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(&*editing.txn).await.check()?;
    editing.keep(&manager, "survey.question_remove").await?;
    let undo = format!("/listen/surveys/{id}/questions/{}/restore", encode(&key));
    Ok(see_other(&format!("/listen/surveys/{id}")).flash_undo("listen-flash-removed", &undo))
}

/// `POST /listen/surveys/{survey}/questions/{question}/restore`
///
/// # Errors
/// `NotFound` for a question that was not removed; `key_taken` when it is back already.
pub async fn restore(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let row = Entity::find_by_id((id.clone(), key.clone()))
        .filter(Column::WorkspaceId.eq(manager.workspace().0))
        .one(&*editing.txn)
        .await
        .check()?
        .ok_or(Error::NotFound("question"))?;
    if editing.survey.question(&key).is_some() {
        return Err(Refusal::new("key_taken").at("key").into());
    }
    let question = serde_json::from_str(&row.question).map_err(Error::internal)?;
    // It comes back on a page of its own, behind the question that it stood behind.
    let before = (row.place.max(0) as usize).min(editing.survey.questions.len());
    let before = editing.survey.questions[..before].iter().rfind(|question| question.kind.is_shown());
    let (first, to) = (before.is_none(), before.map_or(To::Last, |before| To::OwnAfter(before.key.clone())));
    shape::insert(&mut editing.survey, question, &to);
    if first {
        while shape::find(&editing.survey.layout(), &key).is_some_and(|spot| spot.block + spot.page + spot.at > 0) {
            shape::shift(&mut editing.survey, &key, Way::Up);
        }
    }
    Entity::delete_by_id((id.clone(), key)).exec(&*editing.txn).await.check()?;
    editing.keep(&manager, "survey.question_restore").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#questions")).flash("listen-flash-restored"))
}
