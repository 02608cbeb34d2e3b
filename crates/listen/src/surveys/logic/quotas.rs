//! Quotas: at most so many complete responses of a kind.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::condition::Condition;
use kernel::survey::{QUOTAS_MAX, Quota, Survey};
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::condition::Builder;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::{Logic, NEW, status};
use crate::surveys::editing::{self, Editing, is_stale, mark};
use crate::surveys::editor::Head;
use crate::surveys::keys;

const TEMPLATE: &str = "listen/surveys/quota.html";
const LIMIT_MAX: f64 = 1e9;
/// As `kernel` bounds names.
const NAME_CHARS_MAX: usize = 200;

#[derive(Serialize)]
struct View {
    survey: Head,
    key: String,
    name: String,
    limit: String,
    ending: String,
    endings: Vec<(String, String)>,
    when: Builder,
    name_error: Option<String>,
    limit_error: Option<String>,
    mark: String,
    is_stale: bool,
}

struct Typed<'a> {
    name: &'a str,
    limit: String,
    ending: &'a str,
    logic: &'a Logic,
    refusals: &'a [Refusal],
}

/// `GET /listen/surveys/{survey}/quotas/{quota}`: `-` for a new one.
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let kept = find(&survey, &key)?;
    let logic = Logic::kept("when", kept.map(|quota| &quota.when));
    let typed = Typed {
        name: kept.map_or("", |quota| &quota.name),
        limit: kept.map_or_else(String::new, |quota| quota.limit.to_string()),
        ending: kept.and_then(|quota| quota.ending.as_deref()).unwrap_or_default(),
        logic: &logic,
        refusals: &[],
    };
    show(&manager, &row, &survey, &key, typed, StatusCode::OK).await
}

fn find<'a>(survey: &'a Survey, key: &str) -> Result<Option<&'a Quota>, Error> {
    match survey.quotas.iter().find(|quota| quota.key == key) {
        Some(quota) => Ok(Some(quota)),
        None if key == NEW => Ok(None),
        None => Err(Error::NotFound("quota")),
    }
}

/// `POST /listen/surveys/{survey}/quotas/{quota}`: keeps it; a pressed `do` only shows the form again.
///
/// # Errors
/// `required` and `out_of_range` at the limit, `required` at the condition, `too_long` at the name, `too_many`.
pub async fn save(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let kept = find(&editing.survey, &key)?.cloned();
    let stale = is_stale(&fields, &mark(&kept)?);
    let mut logic = Logic::sent("when", &fields);
    let pressed = logic.act("when", &fields);
    let mut refusals = Vec::new();
    let condition = match logic.condition(&manager, &editing.survey).await? {
        Ok(condition) => condition,
        Err(wrong) => {
            refusals.extend(wrong);
            None
        }
    };
    if condition.is_none() && refusals.is_empty() {
        refusals.push(Refusal::new("required").at("when"));
    }
    let name: String = fields.get("name").unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    if name.chars().count() > NAME_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("name").with("max", NAME_CHARS_MAX.to_string()));
    }
    let limit = limit(&fields).map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    let ending = fields.get("ending").filter(|key| editing.survey.ending(key).is_some());
    if pressed || stale || !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        let refusals = if pressed { Vec::new() } else { refusals };
        let typed = Typed {
            name: &name,
            limit: fields.get("limit").unwrap_or_default().to_owned(),
            ending: ending.unwrap_or_default(),
            logic: &logic,
            refusals: &refusals,
        };
        return show(&manager, &row, &survey, &key, typed, status(pressed, stale)).await;
    }
    let when = condition.unwrap_or(Condition::All(vec![]));
    let mut quota = Quota { key: key.clone(), name, limit, when, ending: ending.map(str::to_owned) };
    match editing.survey.quotas.iter().position(|quota| quota.key == key) {
        Some(place) => editing.survey.quotas[place] = quota,
        None if editing.survey.quotas.len() >= QUOTAS_MAX => {
            return Err(Refusal::new("too_many").at("quotas").with("max", QUOTAS_MAX.to_string()).into());
        }
        None => {
            let is_taken = |key: &str| editing.survey.quotas.iter().any(|quota| quota.key == key);
            quota.key = keys::unique(&quota.name, "quota", is_taken);
            editing.survey.quotas.push(quota);
        }
    }
    editing.keep(&manager, "survey.quota_edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#quotas")).flash("listen-flash-saved"))
}

fn limit(fields: &Fields) -> Result<u32, Refusal> {
    let typed = fields.need("limit")?;
    let number = kernel::format::parse_number(typed).ok_or_else(|| Refusal::new("not_a_number").at("limit"))?;
    if number.fract() != 0.0 || !(0.0..=LIMIT_MAX).contains(&number) {
        let refusal = Refusal::new("out_of_range").at("limit").with("value", typed.to_owned());
        return Err(refusal.with("from", "0").with("to", LIMIT_MAX.to_string()));
    }
    Ok(number as u32)
}

/// `POST /listen/surveys/{survey}/quotas/{quota}/remove`
pub async fn remove(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    find(&editing.survey, &key)?.ok_or(Error::NotFound("quota"))?;
    editing.survey.quotas.retain(|quota| quota.key != key);
    editing.keep(&manager, "survey.quota_remove").await?;
    let undo = format!("/listen/surveys/{id}/undo");
    Ok(see_other(&format!("/listen/surveys/{id}#quotas")).flash_undo("survey-flash-quota-removed", &undo))
}

async fn show(asking: &Asking, row: &Model, survey: &Survey, key: &str, typed: Typed<'_>, status: StatusCode) -> Reply {
    let words = |field: &str| {
        let refusal = typed.refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field))?;
        Some(asking.words(refusal))
    };
    let lang = survey.language(asking.locale.code());
    let ending = |ending: &kernel::survey::Ending| {
        let title = ending.title.get(lang, &survey.languages).unwrap_or(&ending.key);
        (ending.key.clone(), title.to_owned())
    };
    let view = View {
        survey: Head::of(row, survey, asking),
        key: key.to_owned(),
        name: typed.name.to_owned(),
        limit: typed.limit,
        ending: typed.ending.to_owned(),
        endings: survey.endings.iter().map(ending).collect(),
        when: typed.logic.builder(asking, survey, typed.refusals).await?,
        name_error: words("name"),
        limit_error: words("limit"),
        mark: mark(&find(survey, key)?)?,
        is_stale: status == StatusCode::CONFLICT,
    };
    let mut response = asking.page(TEMPLATE, Section::Listen, view).await?;
    *response.status_mut() = status;
    Ok(response)
}
