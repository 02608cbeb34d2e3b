//! Other endings than the usual one: for those who were not meant, or who go on elsewhere.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::survey::{ENDINGS_MAX, Ending, Outcome, Survey, Target, Text};
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::NEW;
use crate::surveys::editing::{self, Editing, is_stale, mark};
use crate::surveys::editor::Head;
use crate::surveys::keys;
use crate::surveys::texts::{TextField, take};

const TEMPLATE: &str = "listen/surveys/ending.html";
const REDIRECT_CHARS_MAX: usize = kernel::survey::check::REDIRECT_CHARS_MAX;

#[derive(Serialize)]
struct View {
    survey: Head,
    key: String,
    title: TextField,
    text: TextField,
    redirect: String,
    redirect_error: Option<String>,
    is_screening: bool,
    mark: String,
    is_stale: bool,
}

/// `GET /listen/surveys/{survey}/endings/{ending}`: `-` for a new one.
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let ending = find(&survey, &key)?.cloned().unwrap_or_else(|| blank(&key));
    show(&manager, &row, &survey, &ending, &[], StatusCode::OK).await
}

fn find<'a>(survey: &'a Survey, key: &str) -> Result<Option<&'a Ending>, Error> {
    match survey.ending(key) {
        Some(ending) => Ok(Some(ending)),
        None if key == NEW => Ok(None),
        None => Err(Error::NotFound("ending")),
    }
}

fn blank(key: &str) -> Ending {
    Ending {
        key: key.to_owned(),
        title: Text::default(),
        text: Text::default(),
        redirect: None,
        outcome: Outcome::Complete,
    }
}

/// `POST /listen/surveys/{survey}/endings/{ending}`
///
/// # Errors
/// `required` at the title in the first language, `too_long`, `bad_redirect`, `too_many`.
pub async fn save(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let kept = find(&editing.survey, &key)?.cloned();
    let stale = is_stale(&fields, &mark(&kept)?);
    let mut ending = kept.unwrap_or_else(|| blank(&key));
    let refusals = read(&mut ending, &fields, &editing.survey);
    if stale || !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        return show(&manager, &row, &survey, &ending, &refusals, super::status(false, stale)).await;
    }
    match editing.survey.endings.iter().position(|ending| ending.key == key) {
        Some(place) => editing.survey.endings[place] = ending,
        None if editing.survey.endings.len() >= ENDINGS_MAX => {
            return Err(Refusal::new("too_many").at("endings").with("max", ENDINGS_MAX.to_string()).into());
        }
        None => {
            let words = ending.title.get(editing.survey.language(""), &[]).unwrap_or_default();
            ending.key = keys::unique(words, "ending", |key| editing.survey.ending(key).is_some());
            editing.survey.endings.push(ending);
        }
    }
    editing.keep(&manager, "survey.ending_edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#endings")).flash("listen-flash-saved"))
}

fn read(ending: &mut Ending, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    let mut refusals = take(&mut ending.title, "title", fields, &survey.languages, false);
    refusals.extend(take(&mut ending.text, "text", fields, &survey.languages, true));
    let first = survey.language("");
    if ending.title.get(first, &[]).is_none() {
        refusals.push(Refusal::new("required").at(format!("title.{first}")));
    }
    ending.outcome = if fields.has("screened") { Outcome::Screened } else { Outcome::Complete };
    ending.redirect = fields.get("redirect").map(str::to_owned);
    let is_bad = |address: &str| {
        !address.starts_with("https://")
            || address.chars().count() > REDIRECT_CHARS_MAX
            || address.chars().any(|c| c.is_control() || c.is_whitespace())
    };
    if ending.redirect.as_deref().is_some_and(is_bad) {
        refusals.push(Refusal::new("bad_redirect").at("redirect"));
    }
    refusals
}

/// `POST /listen/surveys/{survey}/endings/{ending}/remove`: jumps and quotas that led there lead to the usual one.
pub async fn remove(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    find(&editing.survey, &key)?.ok_or(Error::NotFound("ending"))?;
    let survey = &mut editing.survey;
    survey.endings.retain(|ending| ending.key != key);
    survey
        .quotas
        .iter_mut()
        .filter(|quota| quota.ending.as_deref() == Some(&key))
        .for_each(|quota| quota.ending = None);
    let jumps = survey.blocks.iter_mut().flat_map(|block| &mut block.pages).flat_map(|page| &mut page.then);
    for jump in jumps.filter(|jump| jump.to == Target::Ending(key.clone())) {
        jump.to = Target::End;
    }
    editing.keep(&manager, "survey.ending_remove").await?;
    let undo = format!("/listen/surveys/{id}/undo");
    Ok(see_other(&format!("/listen/surveys/{id}#endings")).flash_undo("survey-flash-ending-removed", &undo))
}

async fn show(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    ending: &Ending,
    refusals: &[Refusal],
    status: StatusCode,
) -> Reply {
    let text = |name, text, long| {
        let mut field = TextField::new(name, text, &survey.languages, long);
        field.mark(refusals, |refusal| asking.words(refusal));
        field
    };
    let redirect_error = refusals.iter().find(|refusal| refusal.field.as_deref() == Some("redirect"));
    let view = View {
        survey: Head::of(row, survey, asking),
        key: ending.key.clone(),
        title: text("title", &ending.title, false),
        text: text("text", &ending.text, true),
        redirect: ending.redirect.clone().unwrap_or_default(),
        redirect_error: redirect_error.map(|refusal| asking.words(refusal)),
        is_screening: ending.outcome == Outcome::Screened,
        mark: mark(&find(survey, &ending.key)?)?,
        is_stale: status == StatusCode::CONFLICT,
    };
    let mut response = asking.page(TEMPLATE, Section::Listen, view).await?;
    *response.status_mut() = status;
    Ok(response)
}
