//! Making and changing an initiative.

use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use kernel::{Error, Refusal, Result};
use serde::Serialize;
use store::entity::initiative;
use ui::Section;
use ui::condition::{Builder, Reading};
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::causes::{self, Line};
use super::names::Names;
use super::read::{SCOPE, Sent, TASKS_MAX, TaskLine, check};
use super::{State, find, prefill, save};
use crate::cases::rules::subjects::subjects;

#[derive(Serialize)]
struct Page {
    /// None for a new one.
    id: Option<String>,
    sent: Shown,
    whys: Vec<Line>,
    tasks: Vec<TaskLine>,
    scope: Builder,
    owners: Vec<(String, String)>,
    teams: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    measures: Vec<(String, String)>,
    units: Vec<(String, String)>,
    errors: std::collections::BTreeMap<String, String>,
}

/// Fields that are one line or one text.
#[derive(Serialize)]
struct Shown {
    title: String,
    problem: String,
    plan: String,
    risks: String,
    lesson: String,
    topic: String,
    measure: String,
    unit: String,
    expected: String,
    expected_by: String,
    owner: String,
    team: String,
    cost: String,
    starts_on: String,
    ends_on: String,
    insight: Option<String>,
    cases: Vec<String>,
    signals: Vec<String>,
    changed_at: String,
}

/// `GET /act/initiatives/new`: by hand, or from evidence: `insight`, `topic`, `cause` with `number` and `place`, and `case` or
/// `signal` (several).
pub async fn fresh(manager: Manager, RawQuery(query): RawQuery) -> Reply {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let names = Names::of(&manager).await?;
    let mut sent = prefill::blank();
    let cases = Sent::read(&asked).cases;
    if !cases.is_empty() {
        prefill::from_cases(&manager, &names, &cases, &mut sent).await?;
    }
    if let Some(topic) = asked.get("topic") {
        prefill::from_topic(&manager, &names, topic, &mut sent);
    }
    prefill::from_cause(&names, &asked, &mut sent);
    if let Some(insight) = asked.get("insight") {
        prefill::from_insight(&manager, &names, insight, &mut sent).await?;
    }
    sent.signals = Sent::read(&asked).signals;
    show(&manager, None, &names, sent, &[], StatusCode::OK).await
}

/// `POST /act/initiatives/new`: keeps it; a pressed `do` shows the form again.
///
/// # Errors
/// Those of [`check`], beside their fields.
pub async fn make(manager: Manager, fields: Fields) -> Reply {
    let names = Names::of(&manager).await?;
    let mut sent = Sent::read(&fields);
    if acts(&mut sent, &fields) {
        return show(&manager, None, &names, sent, &[], StatusCode::OK).await;
    }
    let (checked, refusals) = check(&manager, &names, &sent, empty(&manager)).await?;
    if !refusals.is_empty() {
        return show(&manager, None, &names, sent, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let id = save::make(&manager, &sent, checked).await?;
    Ok(see_other(&format!("/act/initiatives/{id}")).flash("initiative-flash-made"))
}

/// `GET /act/initiatives/{initiative}/edit`
pub async fn kept(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = find(manager.store().reads(), &manager, &id).await?;
    let names = Names::of(&manager).await?;
    show(&manager, Some(&row), &names, Sent::kept(&row), &[], StatusCode::OK).await
}

/// `POST /act/initiatives/{initiative}/edit`
///
/// # Errors
/// Those of [`check`], beside their fields. 409 `initiative_changed` where somebody has changed it since the form was opened
/// (`changed_at`): the page comes back with everything that was typed, and saving it again keeps that.
pub async fn change(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let row = find(manager.store().reads(), &manager, &id).await?;
    let names = Names::of(&manager).await?;
    let mut sent = Sent::read(&fields);
    if acts(&mut sent, &fields) {
        return show(&manager, Some(&row), &names, sent, &[], StatusCode::OK).await;
    }
    let (checked, mut refusals) = check(&manager, &names, &sent, row.clone()).await?;
    if State::of(&row) == State::Done && checked.row.starts_on.is_none() {
        refusals.push(Refusal::new("required").at("starts_on"));
    }
    if !refusals.is_empty() {
        return show(&manager, Some(&row), &names, sent, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match save::change(&manager, &sent.changed_at, checked.row).await {
        Ok(()) => Ok(see_other(&format!("/act/initiatives/{}", row.id)).flash("initiative-flash-saved")),
        Err(Error::Refused(refusal)) => {
            let row = find(manager.store().reads(), &manager, &id).await?;
            sent.changed_at = row.changed_at.to_string();
            show(&manager, Some(&row), &names, sent, &[refusal], StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Does what a button of the form says; whether one was pressed.
fn acts(sent: &mut Sent, fields: &Fields) -> bool {
    let Some(deed) = fields.get("do") else { return false };
    if deed == "task:add" && sent.tasks.len() < TASKS_MAX {
        sent.tasks.push(TaskLine::default());
        return true;
    }
    sent.scope.act(SCOPE, fields) || causes::act(&mut sent.whys, deed) || deed == "look" || deed.contains(':')
}

/// The row of an initiative before anything is known of it.
fn empty(asking: &Asking) -> initiative::Model {
    let now = asking.web.env().now().0;
    initiative::Model {
        id: String::new(),
        workspace_id: asking.workspace().0,
        title: String::new(),
        problem: String::new(),
        causes: "[]".into(),
        plan: String::new(),
        risks: String::new(),
        topic: None,
        insight_id: None,
        measure: String::new(),
        expected: None,
        expected_by: None,
        owner: None,
        team_id: None,
        state: State::Proposed.as_str().into(),
        cost: None,
        starts_on: None,
        ends_on: None,
        lesson: None,
        told: None,
        is_public: false,
        created_by: asking.member().to_string(),
        created_at: now,
        changed_at: now,
        done_at: None,
    }
}

async fn show(
    asking: &Asking,
    row: Option<&initiative::Model>,
    names: &Names,
    sent: Sent,
    refusals: &[Refusal],
    status: StatusCode,
) -> Reply {
    let survey = sent.number().and_then(|(survey, _)| names.definition(survey));
    let offered = subjects(asking, survey.as_ref()).await?;
    let reading = Reading { pages: &asking.web.pages, locale: asking.locale };
    let page = Page {
        id: row.map(|row| row.id.clone()),
        scope: Builder::new(SCOPE, &sent.scope, &offered, refusals, reading),
        owners: names.agents(),
        teams: names.teams(),
        topics: names.topics(),
        measures: names.measures(),
        units: units(asking).await?,
        errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, asking.words(r)))).collect(),
        whys: sent.whys,
        tasks: sent.tasks,
        sent: Shown {
            title: sent.title,
            problem: sent.problem,
            plan: sent.plan,
            risks: sent.risks,
            lesson: sent.lesson,
            topic: sent.topic.unwrap_or_default(),
            measure: sent.measure.unwrap_or_default(),
            unit: sent.unit.unwrap_or_default(),
            expected: sent.expected,
            expected_by: sent.expected_by,
            owner: sent.owner.unwrap_or_default(),
            team: sent.team.unwrap_or_default(),
            cost: sent.cost,
            starts_on: sent.starts_on,
            ends_on: sent.ends_on,
            insight: sent.insight,
            cases: sent.cases,
            signals: sent.signals,
            changed_at: sent.changed_at,
        },
    };
    let mut response = asking.page("act/initiative-form.html", Section::Act, page).await?;
    *response.status_mut() = status;
    Ok(response)
}

/// Attributes whose values can be compared.
async fn units(asking: &Asking) -> Result<Vec<(String, String)>> {
    let known = asking.store().attributes(asking.workspace()).await?;
    let unit =
        |row: store::entity::attribute::Model| Some((row.column_name.strip_prefix("attr_")?.to_owned(), row.name));
    Ok(known.into_iter().filter_map(unit).collect())
}
