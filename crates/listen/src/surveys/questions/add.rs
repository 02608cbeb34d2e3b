//! Adds a question of a kind at a place, worded so that it could be published at once.

use axum::extract::{Path, RawQuery};
use kernel::survey::{Kind, QUESTIONS_MAX, Question};
use kernel::{Refusal, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::{Check, Txn};
use ui::Section;
use ui::http::{Fields, Manager, Reply, see_other};

use super::fields::{GROUPS, icon};
use crate::entity::removed_question::{Column, Entity};
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::{Head, encode};
use crate::surveys::layout::shape::{self, To};
use crate::surveys::{keys, templates};

/// Kinds that serve one purpose.
#[derive(Serialize)]
pub struct Group {
    pub name: &'static str,
    /// Kind and icon.
    pub kinds: Vec<(Kind, &'static str)>,
}

pub fn groups() -> Vec<Group> {
    let group = |(name, kinds): &(&'static str, &[Kind])| Group {
        name,
        kinds: kinds.iter().map(|kind| (*kind, icon(*kind))).collect(),
    };
    GROUPS.iter().map(group).collect()
}

#[derive(Serialize)]
struct View {
    survey: Head,
    groups: Vec<Group>,
    at: String,
}

/// `GET /listen/surveys/{survey}/add?at=…`: the kinds, for pages without script.
pub async fn form(manager: Manager, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let at = query.get("at").filter(|at| To::parse(at).is_some()).unwrap_or("last").to_owned();
    let view = View { survey: Head::of(&row, &row.draft()?, &manager), groups: groups(), at };
    manager.page("listen/surveys/add.html", Section::Listen, view).await
}

/// `POST /listen/surveys/{survey}/questions`: `kind`, and `at` as [`To`] has it.
///
/// # Errors
/// `required` without a kind, `too_many` beyond the bound of a survey.
pub async fn add(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let kind = fields.get("kind").and_then(Kind::parse).ok_or_else(|| Refusal::new("required").at("kind"))?;
    let mut editing = Editing::begin(&manager, &id).await?;
    if editing.survey.questions.len() >= QUESTIONS_MAX {
        return Err(Refusal::new("too_many").at("questions").with("max", QUESTIONS_MAX.to_string()).into());
    }
    let mut question = templates::question(kind);
    question.key = free_key(&editing, kind.as_str()).await?;
    let (languages, key) = (editing.survey.languages.clone(), question.key.clone());
    templates::only_in(&mut question, &languages);
    if is_to_be_reworded(kind) {
        blank(&mut question, &languages);
    }
    let to = fields.get("at").and_then(To::parse).unwrap_or(To::Last);
    shape::insert(&mut editing.survey, question, &to);
    editing.keep(&manager, "survey.question_add").await?;
    Ok(see_other(&format!("/listen/surveys/{id}/questions/{}", encode(&key))))
}

/// Whether what a new question says only shows what could stand there. Metrics and forms say what they always say.
fn is_to_be_reworded(kind: Kind) -> bool {
    let has_lists = kind.has_options() && !matches!(kind, Kind::YesNo | Kind::Consent);
    has_lists || matches!(kind, Kind::Rating | Kind::Slider | Kind::Text | Kind::Number | Kind::Statement | Kind::Ideas)
}

/// Leaves title and options in the first language only: once they are reworded there, the others would ask something
/// else without anybody noticing.
fn blank(question: &mut Question, languages: &[String]) {
    let lists = [&mut question.options, &mut question.rows, &mut question.second];
    let labels = lists.into_iter().flatten().map(|choice| &mut choice.label);
    for text in labels.chain([&mut question.title]) {
        text.0.retain(|tag, _| languages.first() == Some(tag));
    }
}

/// A key that no question has or had: a removed one may have answers under its key, which no other question takes.
pub async fn free_key(editing: &Editing, words: &str) -> Result<String> {
    let removed = removed_keys(&editing.txn, &editing.row.id).await?;
    Ok(keys::unique(words, "question", |key| {
        editing.survey.question(key).is_some() || removed.iter().any(|k| k == key)
    }))
}

async fn removed_keys(txn: &Txn, survey: &str) -> Result<Vec<String>> {
    let rows = Entity::find().filter(Column::SurveyId.eq(survey)).all(&**txn).await.check()?;
    Ok(rows.into_iter().map(|row| row.question_key).collect())
}
