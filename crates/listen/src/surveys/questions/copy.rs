//! `POST /listen/surveys/{survey}/questions/{question}/copy`: the same question once more, right after it.

use axum::extract::Path;
use kernel::Refusal;
use kernel::survey::QUESTIONS_MAX;
use ui::http::{Manager, Reply, see_other};

use super::add::free_key;
use crate::surveys::editing::Editing;
use crate::surveys::editor::encode;
use crate::surveys::layout::shape::{self, To};

/// # Errors
/// `too_many` beyond the bound of a survey.
pub async fn copy(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let place = editing.place(&key)?;
    if editing.survey.questions.len() >= QUESTIONS_MAX {
        return Err(Refusal::new("too_many").at("questions").with("max", QUESTIONS_MAX.to_string()).into());
    }
    let mut question = editing.survey.questions[place].clone();
    question.key = free_key(&editing, &key).await?;
    let copy = question.key.clone();
    let layout = editing.survey.layout();
    let is_alone =
        shape::find(&layout, &key).is_none_or(|spot| layout[spot.block].pages[spot.page].questions.len() == 1);
    drop(layout);
    let to = if is_alone { To::OwnAfter(key) } else { To::After(key) };
    shape::insert(&mut editing.survey, question, &to);
    editing.keep(&manager, "survey.question_copy").await?;
    Ok(see_other(&format!("/listen/surveys/{id}/questions/{}", encode(&copy))))
}
