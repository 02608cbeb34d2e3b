//! `POST /listen/surveys/{survey}/questions`: adds a question of a kind, worded so that it could be published at once.

use axum::extract::Path;
use kernel::Refusal;
use kernel::survey::{Kind, QUESTIONS_MAX};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Check;
use ui::http::{Fields, Manager, Reply, see_other};

use crate::entity::removed_question::{Column, Entity};
use crate::surveys::editing::Editing;
use crate::surveys::editor::encode;
use crate::surveys::{keys, templates};

/// # Errors
/// `required` without a kind, `too_many` beyond the bound of a survey.
pub async fn add(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let kind = fields.get("kind").and_then(Kind::parse).ok_or_else(|| Refusal::new("required").at("kind"))?;
    let mut editing = Editing::begin(&manager, &id).await?;
    if editing.survey.questions.len() >= QUESTIONS_MAX {
        return Err(Refusal::new("too_many").at("questions").with("max", QUESTIONS_MAX.to_string()).into());
    }
    // A removed question may have answers under its key: no other question takes it.
    let removed = Entity::find().filter(Column::SurveyId.eq(&id)).all(&*editing.txn).await.check()?;
    let mut question = templates::question(kind);
    question.key = keys::unique(kind.as_str(), "question", |key| {
        editing.survey.question(key).is_some() || removed.iter().any(|row| row.question_key == key)
    });
    let (languages, key) = (editing.survey.languages.clone(), question.key.clone());
    templates::only_in(&mut question, &languages);
    editing.survey.questions.push(question);
    editing.keep(&manager, "survey.question_add").await?;
    Ok(see_other(&format!("/listen/surveys/{id}/questions/{}", encode(&key))))
}
