//! When a question is asked.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::survey::Survey;
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::condition::Builder;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::{Logic, status};
use crate::surveys::editing::{self, Editing, is_stale, mark};
use crate::surveys::editor::Head;
use crate::surveys::layout::anchor;

const TEMPLATE: &str = "listen/surveys/logic-question.html";

#[derive(Serialize)]
struct View {
    survey: Head,
    key: String,
    title: String,
    when: Builder,
    mark: String,
    is_stale: bool,
}

/// `GET /listen/surveys/{survey}/questions/{question}/logic`
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let question = survey.question(&key).ok_or(Error::NotFound("question"))?;
    let logic = Logic::kept("when", question.when.as_ref());
    show(&manager, &row, &survey, &key, &logic, &[], StatusCode::OK).await
}

/// `POST /listen/surveys/{survey}/questions/{question}/logic`: keeps the condition; a pressed `do` only shows the form
/// again.
///
/// # Errors
/// Those of conditions. 409 where somebody else changed the condition in the meantime.
pub async fn save(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let place = editing.place(&key)?;
    let stale = is_stale(&fields, &mark(&editing.survey.questions[place].when)?);
    let mut logic = Logic::sent("when", &fields);
    let pressed = logic.act("when", &fields);
    let outcome = logic.condition(&manager, &editing.survey).await?;
    let condition = match outcome {
        Ok(condition) if !pressed && !stale => condition,
        outcome => {
            let (row, survey) = (editing.row.clone(), editing.survey.clone());
            drop(editing);
            let refusals = outcome.err().filter(|_| !pressed).unwrap_or_default();
            return show(&manager, &row, &survey, &key, &logic, &refusals, status(pressed, stale)).await;
        }
    };
    editing.survey.questions[place].when = condition;
    editing.keep(&manager, "survey.logic_edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#{}", anchor(&key))).flash("listen-flash-saved"))
}

async fn show(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    key: &str,
    logic: &Logic,
    refusals: &[Refusal],
    status: StatusCode,
) -> Reply {
    let question = survey.question(key).ok_or(Error::NotFound("question"))?;
    let lang = survey.language(asking.locale.code());
    let view = View {
        survey: Head::of(row, survey, asking),
        key: key.to_owned(),
        title: question.title.get(lang, &survey.languages).unwrap_or(key).to_owned(),
        when: logic.builder(asking, survey, refusals).await?,
        mark: mark(&question.when)?,
        is_stale: status == StatusCode::CONFLICT,
    };
    let mut response = asking.page(TEMPLATE, Section::Listen, view).await?;
    *response.status_mut() = status;
    Ok(response)
}
