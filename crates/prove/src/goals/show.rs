//! The page of a goal, and how it is closed and opened again.

use axum::extract::{Extension, Path};
use kernel::format::Format;
use kernel::{Error, GoalId, Result, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use stats::goals::Status;
use store::Check;
use store::audit::{self, Deed};
use store::entity::goal;
use ui::Section;
use ui::condition::{Reading, tell};
use ui::http::{Asking, Flash, Manager, Reply, Viewer, encode, see_other};

use super::pace::{Going, going};
use crate::number::Subject;
use crate::plot::{Line, Plot, Sketch};
use crate::reading::{day, format, members, subjects, today, told};
use crate::{Aim, Of, Tools, With};

/// A goal as cards and its page show it.
#[derive(Serialize)]
pub struct Card {
    pub id: String,
    pub title: String,
    /// `reached`, `on_track`, `behind`, `missed`, `cannot_tell`.
    pub status: &'static str,
    pub metric: String,
    pub is_top: bool,
    pub from: String,
    pub to: String,
    pub now: String,
    /// How far it has come on the way from start to target, and how far it should be, of a hundred.
    pub done: f64,
    pub due: f64,
    pub by_day: String,
    pub owner: String,
    pub is_closed: bool,
}

#[derive(Serialize)]
struct Page {
    goal: Card,
    scope: String,
    from_day: String,
    forecast: Option<Forecast>,
    due_now: String,
    made: String,
    needed: String,
    grain: String,
    plot: Option<Plot>,
    rows: Vec<Row>,
    initiative: Option<String>,
    is_anonymous: bool,
    is_gone: bool,
    may_change: bool,
}

#[derive(Serialize)]
struct Forecast {
    value: String,
    low: String,
    high: String,
    /// Times in a hundred that the target is met.
    likely: Option<f64>,
}

#[derive(Serialize)]
struct Row {
    label: String,
    value: String,
    answers: u64,
}

/// A goal of the asker's workspace; foreign and missing look the same.
async fn find(asking: &Asking, id: &str) -> Result<goal::Model> {
    goal::Entity::find_by_id(GoalId::from_outside(id).as_str())
        .filter(goal::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("goal"))
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Reached => "reached",
        Status::OnTrack => "on_track",
        Status::Behind => "behind",
        Status::Missed => "missed",
        Status::CannotTell => "cannot_tell",
    }
}

/// What a goal is about, and how it goes; nothing of the latter where its question is gone.
pub async fn followed(asking: &Asking, tools: &Tools, row: &goal::Model) -> Result<(Option<Subject>, Option<Going>)> {
    let Some(aim) = Aim::read(&row.measure) else { return Ok((None, None)) };
    let subject = Subject::of(asking.store(), asking.workspace(), aim).await?;
    let going = match &subject {
        Some(subject) => going(tools, asking.workspace(), subject, row, &format(asking), today(asking)).await?,
        None => None,
    };
    Ok((subject, going))
}

/// The goal in short.
pub fn card(
    asking: &Asking,
    row: &goal::Model,
    subject: Option<&Subject>,
    going: Option<&Going>,
    names: &[(String, String)],
) -> Card {
    let format = format(asking);
    let write = |value: f64| subject.map_or_else(String::new, |subject| subject.number.unit().write(&format, value));
    let way = row.to_value - row.from_value;
    let share = |value: f64| if way == 0.0 { 0.0 } else { (100.0 * (value - row.from_value) / way).clamp(0.0, 100.0) };
    let now = going.and_then(Going::now);
    let owner = row.owner.as_ref().and_then(|id| names.iter().find(|(other, _)| other == id));
    Card {
        id: row.id.clone(),
        title: row.title.clone(),
        status: going.map_or("cannot_tell", |going| word(going.pace.status)),
        metric: subject.map_or_else(String::new, |subject| subject.title(asking.locale.code())),
        is_top: subject.is_some_and(|subject| subject.number.of == Of::Top),
        from: write(row.from_value),
        to: write(row.to_value),
        now: now.map_or_else(|| "–".to_owned(), write),
        done: now.map_or(0.0, share),
        due: going.map_or(0.0, |going| share(going.pace.due_now)),
        by_day: told(&format, &row.by_day),
        owner: owner.map_or_else(String::new, |(_, name)| name.clone()),
        is_closed: row.closed_at.is_some(),
    }
}

/// `GET /prove/goals/{goal}`
pub async fn page(viewer: Viewer, Extension(tools): With, Path(id): Path<String>) -> Reply {
    let row = find(&viewer, &id).await?;
    let (subject, going) = followed(&viewer, &tools, &row).await?;
    let names = members(&viewer).await?;
    let format = format(&viewer);
    let unit = subject.as_ref().map(|subject| subject.number.unit());
    let write = |value: f64| unit.map_or_else(String::new, |unit| unit.write(&format, value));
    let step = |value: Option<f64>| match (value, unit) {
        (Some(value), Some(ui::chart::Unit::Mean)) => format.signed(value, 2),
        (Some(value), Some(_)) => format.signed(value, 1),
        _ => String::new(),
    };
    let scope = match &subject {
        Some(subject) => match &subject.aim.measure.scope {
            Some(scope) => {
                let offered = subjects(&viewer, Some(&subject.survey)).await?;
                tell(scope, &offered, Reading { pages: &viewer.web.pages, locale: viewer.locale })
            }
            None => String::new(),
        },
        None => String::new(),
    };
    let pace = going.as_ref().map(|going| going.pace);
    let page = Page {
        goal: card(&viewer, &row, subject.as_ref(), going.as_ref(), &names),
        scope,
        from_day: told(&format, &row.from_day),
        forecast: pace.and_then(|pace| {
            let (value, range) = pace.forecast?;
            let (low, high) = subject.as_ref()?.number.axis();
            Some(Forecast {
                value: write(value.clamp(low, high)),
                low: write(range.low.clamp(low, high)),
                high: write(range.high.clamp(low, high)),
                likely: pace.probability.map(|share| (100.0 * share).round()),
            })
        }),
        due_now: pace.map_or_else(String::new, |pace| write(pace.due_now)),
        made: step(pace.and_then(|pace| pace.made)),
        needed: step(pace.and_then(|pace| pace.needed)),
        grain: going.as_ref().map_or_else(|| "week".to_owned(), |going| going.periods.grain.to_string()),
        plot: subject
            .as_ref()
            .zip(going.as_ref())
            .and_then(|(subject, going)| plot(&viewer, &row, subject, going, &format)),
        rows: going.as_ref().map_or_else(Vec::new, |going| rows(going, &format, &write)),
        initiative: row.initiative_id.clone(),
        is_anonymous: subject.as_ref().is_some_and(Subject::is_anonymous),
        is_gone: subject.is_none(),
        may_change: viewer.role() >= Role::Manager,
    };
    viewer.page("prove/goal.html", Section::Prove, page).await
}

fn rows(going: &Going, format: &Format, write: &dyn Fn(f64) -> String) -> Vec<Row> {
    let row = |(at, (value, answers)): (usize, &(Option<f64>, u64))| Row {
        label: going.periods.label(format, at),
        value: value.map_or_else(|| "–".to_owned(), write),
        answers: *answers,
    };
    going.values.iter().enumerate().map(row).collect()
}

/// The number, the way from start to target, and where it will be.
fn plot(asking: &Asking, row: &goal::Model, subject: &Subject, going: &Going, format: &Format) -> Option<Plot> {
    let count = going.values.len();
    let last = count - 1;
    let left = usize::try_from(going.left).unwrap_or(0).min(stats::goals::AHEAD_MAX);
    let end = last + left;
    let own = going.values.iter().map(|(value, _)| *value).collect();
    let set = going.set.max(0) as f64;
    let span = (end as f64 - set).max(1.0);
    let way = |at: usize| {
        let share = (at as f64 - set) / span;
        (0.0..=1.0).contains(&share).then_some(row.from_value + share * (row.to_value - row.from_value))
    };
    let lines = vec![
        Line { name: asking.text("goal-way"), class: "way", values: (0..=end).map(way).collect() },
        Line { name: asking.text("goal-number-line"), class: "own", values: own },
    ];
    let (low, high) = subject.number.axis();
    let ahead =
        going.pace.forecast.filter(|_| left > 0).map(|(value, range)| {
            (end, range.low.clamp(low, high), value.clamp(low, high), range.high.clamp(low, high))
        });
    let by = day(&row.by_day).map_or_else(String::new, |day| format.civil_date(day));
    let first = going.periods.starts.first().map_or_else(String::new, |day| format.civil_date(*day));
    Plot::new(Sketch {
        unit: subject.number.unit(),
        axis: (low, high),
        lines,
        start: None,
        ahead,
        ends: (first, by),
        format,
    })
}

/// `POST /prove/goals/{goal}/close`
pub async fn close(manager: Manager, Path(id): Path<String>) -> Reply {
    set(&manager, &id, true).await?;
    Ok(see_other(&format!("/prove/goals/{}", encode(&id)))
        .flash_undo("prove-flash-closed", &format!("/prove/goals/{}/reopen", encode(&id))))
}

/// `POST /prove/goals/{goal}/reopen`
pub async fn reopen(manager: Manager, Path(id): Path<String>) -> Reply {
    set(&manager, &id, false).await?;
    Ok(see_other(&format!("/prove/goals/{}", encode(&id))).flash("prove-flash-reopened"))
}

/// Closes or opens it; what is so already stays as it was, and is not noted twice.
async fn set(asking: &Asking, id: &str, closed: bool) -> Result<()> {
    let row = find(asking, id).await?;
    let txn = asking.store().write().await?;
    let now = asking.web.env().now().0;
    let mut update = goal::Entity::update_many()
        .col_expr(goal::Column::ClosedAt, Expr::value(closed.then_some(now)))
        .filter(goal::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(goal::Column::Id.eq(&row.id));
    update =
        update.filter(if closed { goal::Column::ClosedAt.is_null() } else { goal::Column::ClosedAt.is_not_null() });
    if update.exec(&*txn).await.check()?.rows_affected > 0 {
        let actor = asking.member();
        let action = if closed { "goal.close" } else { "goal.reopen" };
        let deed = Deed { actor: actor.as_str(), action, subject: &row.id, detail: json!({}) };
        audit::note(&txn, asking.workspace(), deed).await?;
    }
    txn.commit().await
}
