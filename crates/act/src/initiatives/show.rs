//! The page of one initiative.

use axum::extract::{Extension, Path};
use kernel::time::DAY;
use kernel::{Measure, Result, Role, Timestamp};
use measures::Metric;
use measures::worth::{Move, Shown, Stated, Unknown, unit_of};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::{audit, effect, goal, initiative, initiative_task};
use ui::Section;
use ui::condition::{Reading, tell};
use ui::http::{Asking, Reply, Viewer};

use super::audience::{Customers, PEOPLE_MAX, named_surveys};
use super::causes::{self, Line};
use super::evidence::{self, Evidence};
use super::lesson::{self, Lesson};
use super::names::{Names, instant};
use super::{State, find, read, state, task, today};
use crate::cases::rules::subjects::subjects;

/// Days over which those whom a scope touches are counted.
const SCOPE_DAYS: i64 = 90;
/// Rows of history that a page shows.
const HISTORY_MAX: u64 = 30;

#[derive(Serialize)]
struct Page {
    id: String,
    title: String,
    problem: String,
    plan: String,
    risks: String,
    state: State,
    states: Vec<State>,
    whys: Vec<Line>,
    owner: Option<String>,
    team: Option<String>,
    topic: Option<(String, String)>,
    starts_on: Option<Timestamp>,
    starts_day: String,
    ends_on: Option<Timestamp>,
    cost: Option<f64>,
    tasks: Vec<Task>,
    tasks_done: usize,
    agents: Vec<(String, String)>,
    scope: Scope,
    expected: Option<f64>,
    expected_by: Option<Timestamp>,
    effects: Vec<Effect>,
    worth: Worth,
    goals: Vec<(String, String)>,
    evidence: Evidence,
    lesson: Option<Lesson>,
    said: Vec<Note>,
    history: Vec<Note>,
    told: u64,
    waiting: u64,
    may_change: bool,
    may_act: bool,
}

#[derive(Serialize)]
struct Task {
    id: String,
    title: String,
    owner: Option<String>,
    due: Option<Timestamp>,
    is_done: bool,
    is_late: bool,
}

#[derive(Default, Serialize)]
struct Scope {
    /// In words; all where there is none.
    when: Option<String>,
    unit: Option<String>,
    /// The survey and the question that are to move.
    number: Option<String>,
    survey: Option<String>,
    /// Customers who answered within it of late, and whether there are more.
    people: u64,
    is_more: bool,
    days: i64,
}

#[derive(Serialize)]
struct Effect {
    verdict: String,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    expected: Option<f64>,
    answers: i64,
    at: Timestamp,
}

/// What it is worth: as planned until an effect was seen, then as measured.
#[derive(Default, Serialize)]
struct Worth {
    planned: Option<Shown>,
    measured: Option<Shown>,
    /// Why there is less than there could be: the end of a key of words.
    why: Option<&'static str>,
}

#[derive(Serialize)]
struct Note {
    /// A key of words, or the words themselves.
    what: String,
    by: Option<String>,
    at: Timestamp,
}

/// `GET /act/initiatives/{initiative}`
pub async fn page(viewer: Viewer, Extension(customers): Extension<Customers>, Path(id): Path<String>) -> Reply {
    let row = find(viewer.store().reads(), &viewer, &id).await?;
    let names = Names::of(&viewer).await?;
    let rows = task::of(&viewer, &row.id).await?;
    let lesson = lesson::of(&viewer, &names, &row, &rows).await?;
    let counts = super::told::counts(viewer.store(), viewer.workspace(), &row.id).await?;
    let name = |id: &Option<String>| id.as_deref().and_then(|id| names.member(id));
    let said = state::said(&viewer, &row.id).await?.into_iter();
    let effects = effects(&viewer, &row.id).await?;
    let page = Page {
        worth: worth(&viewer, &customers, &names, &row, effects.first()).await?,
        evidence: evidence::of(&viewer, &customers, &names, &row).await?,
        scope: scope(&viewer, &customers, &names, &row).await?,
        effects: effects.iter().map(effect_shown).collect(),
        goals: goals(&viewer, &row.id).await?,
        history: history(&viewer, &names, &row.id).await?,
        said: said
            .map(|note| Note { by: names.member(&note.by_member), at: Timestamp(note.at), what: note.text })
            .collect(),
        state: State::of(&row),
        states: State::ALL.to_vec(),
        whys: causes::lines(&causes::of_row(&row.causes)),
        owner: name(&row.owner),
        team: row.team_id.as_deref().and_then(|id| names.team(id)),
        topic: row.topic.as_ref().map(|key| (key.clone(), names.topic(key))),
        starts_on: instant(&viewer, row.starts_on.as_deref()),
        starts_day: row.starts_on.clone().unwrap_or_default(),
        ends_on: instant(&viewer, row.ends_on.as_deref()),
        expected_by: instant(&viewer, row.expected_by.as_deref()),
        tasks_done: rows.iter().filter(|task| task.done_at.is_some()).count(),
        tasks: rows.iter().map(|task| shown(&viewer, &names, task)).collect(),
        agents: names.agents(),
        may_change: viewer.role() >= Role::Manager,
        may_act: viewer.role() >= Role::Agent,
        id: row.id,
        title: row.title,
        problem: row.problem,
        plan: row.plan,
        risks: row.risks,
        cost: row.cost,
        expected: row.expected,
        lesson,
        told: counts.told,
        waiting: counts.outbox + counts.due,
    };
    viewer.page("act/initiative.html", Section::Act, page).await
}

fn shown(asking: &Asking, names: &Names, task: &initiative_task::Model) -> Task {
    let due: Option<jiff::civil::Date> = task.due_at.as_deref().and_then(|day| day.parse().ok());
    Task {
        id: task.id.clone(),
        title: task.title.clone(),
        owner: task.owner.as_deref().and_then(|id| names.member(id)),
        due: instant(asking, task.due_at.as_deref()),
        is_done: task.done_at.is_some(),
        is_late: task.done_at.is_none() && due.is_some_and(|due| due < today(asking)),
    }
}

/// What is to move, for whom, and how many customers that touches.
async fn scope(asking: &Asking, customers: &Customers, names: &Names, row: &initiative::Model) -> Result<Scope> {
    let Some(measure) = read::measure(row) else { return Ok(Scope::default()) };
    let definition = names.definition(&measure.survey);
    let reading = Reading { pages: &asking.web.pages, locale: asking.locale };
    let when = match &measure.scope {
        Some(condition) => Some(tell(condition, &subjects(asking, definition.as_ref()).await?, reading)),
        None => None,
    };
    let (people, is_more) = touched(asking, customers, &measure).await?;
    let key = format!("{}:{}", measure.survey, measure.question);
    let number = names.measures().into_iter().find(|(known, _)| *known == key).map(|(_, words)| words);
    let survey = Some(measure.survey.clone()).filter(|_| number.is_some());
    Ok(Scope { when, unit: measure.unit, number, survey, people, is_more, days: SCOPE_DAYS })
}

async fn touched(asking: &Asking, customers: &Customers, measure: &Measure) -> Result<(u64, bool)> {
    let surveys = match measure.survey.as_str() {
        "" => named_surveys(asking.store(), asking.workspace()).await?,
        survey => vec![survey.to_owned()],
    };
    let surveys: Vec<&str> = surveys.iter().map(String::as_str).collect();
    let now = asking.web.env().now();
    let between = (now.minus(SCOPE_DAYS * DAY), now.plus(DAY));
    let scope = measure.scope.as_ref();
    let found = customers.0.people(asking.workspace(), &surveys, scope, between, PEOPLE_MAX).await?;
    Ok((found.people.len() as u64, found.people.len() >= PEOPLE_MAX))
}

/// What was measured, the latest first.
async fn effects(asking: &Asking, id: &str) -> Result<Vec<effect::Model>> {
    effect::Entity::find()
        .filter(effect::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(effect::Column::InitiativeId.eq(id))
        .order_by_desc(effect::Column::MeasuredAt)
        .limit(HISTORY_MAX)
        .all(asking.store().reads())
        .await
        .check()
}

fn effect_shown(row: &effect::Model) -> Effect {
    Effect {
        verdict: row.verdict.replace('_', "-"),
        value: row.value,
        low: row.low,
        high: row.high,
        expected: row.expected,
        answers: row.answers,
        at: Timestamp(row.measured_at),
    }
}

async fn worth(
    asking: &Asking,
    customers: &Customers,
    names: &Names,
    row: &initiative::Model,
    latest: Option<&effect::Model>,
) -> Result<Worth> {
    let stated = Stated::of(asking.store().reads(), asking.workspace()).await?;
    let planned = plan(asking, customers, names, row).await?;
    let [planned, measured] = [planned, latest.and_then(Move::of_effect)]
        .map(|moved| moved.map(|moved| stated.of_move(moved, row.cost.unwrap_or_default())));
    let unstated = Some(Unknown::Unstated).filter(|_| stated.figure("point").is_none());
    let why = [measured, planned].into_iter().flatten().find_map(Result::err).or(unstated);
    let shown = |worth| Shown::of(worth, row.cost, &stated.currency);
    Ok(Worth {
        planned: planned.and_then(Result::ok).map(shown),
        measured: measured.and_then(Result::ok).map(shown),
        why: why.map(Unknown::code),
    })
}

/// By how much a number is to move, and for which share of those who answered of late; none while nobody has planned it.
async fn plan(asking: &Asking, customers: &Customers, names: &Names, row: &initiative::Model) -> Result<Option<Move>> {
    let Some((points, measure)) = row.expected.zip(read::measure(row).filter(read::has_number)) else {
        return Ok(None);
    };
    let definition = names.definition(&measure.survey);
    let is_anonymous = definition.as_ref().is_none_or(|survey| survey.anonymous);
    let metric = definition.as_ref().and_then(|survey| Metric::of(survey.question(&measure.question)?));
    let share = match &measure.scope {
        None => Some(1.0),
        // A count of few people is not asked for where anonymity was promised.
        Some(_) if is_anonymous => None,
        Some(_) => {
            let now = asking.web.env().now();
            let between = (now.minus(SCOPE_DAYS * DAY), now.plus(DAY));
            let (within, all) = customers.0.answers(asking.workspace(), &measure, between).await?;
            (all > 0).then(|| within as f64 / all as f64)
        }
    };
    let unit = metric.and_then(|metric| unit_of(metric.unit(), metric.axis()));
    Ok(Some(Move { points: (points, points, points), unit, share }))
}

async fn goals(asking: &Asking, id: &str) -> Result<Vec<(String, String)>> {
    let rows = goal::Entity::find()
        .filter(goal::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(goal::Column::InitiativeId.eq(id))
        .order_by_asc(goal::Column::ByDay)
        .limit(HISTORY_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    Ok(rows.into_iter().map(|goal| (goal.id, goal.title)).collect())
}

/// Who did what, from the audit log.
async fn history(asking: &Asking, names: &Names, id: &str) -> Result<Vec<Note>> {
    let rows = audit::Entity::find()
        .filter(audit::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(audit::Column::Subject.eq(id))
        .order_by_desc(audit::Column::Seq)
        .limit(HISTORY_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let key = |action: &str| format!("audit-{}", action.replace(['.', '_'], "-"));
    let noted =
        |row: audit::Model| Note { what: key(&row.action), by: names.member(&row.actor), at: Timestamp(row.at) };
    Ok(rows.into_iter().map(noted).collect())
}
