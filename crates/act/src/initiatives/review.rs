//! The review meeting: an agenda from the data, minutes that are kept, and decisions that become tasks.

use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::id::base32;
use kernel::{Error, Refusal, Result, Role, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::{case, effect, initiative, initiative_task, insight, link};
use store::links::Kind;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, Viewer, see_other};

use super::audience::Customers;
use super::entity::review;
use super::names::{Names, all, instant, titles};
use super::owners::{self, Owners};
use super::{State, task, today};
use crate::cases::Withdrawn;
use crate::webhooks::{self, Event, Happened};

/// Rows of each part of the agenda.
const ROWS_MAX: u64 = 20;
/// Decisions of one form.
const DECISIONS_MAX: usize = 5;
const MINUTES_CHARS_MAX: usize = 20_000;
/// Meetings that the page lists.
const MEETINGS_MAX: u64 = 50;
/// An initiative without a date for its effect is measured this many days after customers met the change.
const MEASURE_DAYS: i32 = 42;

#[derive(Serialize)]
struct Page {
    agenda: Agenda,
    meetings: Vec<Meeting>,
    initiatives: Vec<(String, String)>,
    agents: Vec<(String, String)>,
    today: String,
    minutes: String,
    decisions: usize,
    may_change: bool,
    errors: std::collections::BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Agenda {
    late: Vec<Late>,
    measure: Vec<Due>,
    insights: Vec<Finding>,
    insight_count: usize,
    owners: Owners,
    overdue: u64,
}

#[derive(Serialize)]
struct Late {
    initiative: String,
    of: String,
    title: String,
    owner: Option<String>,
    due: Option<Timestamp>,
}

#[derive(Serialize)]
struct Due {
    id: String,
    title: String,
    since: Option<Timestamp>,
    verdict: Option<String>,
}

#[derive(Serialize)]
struct Finding {
    id: String,
    kind: String,
    about: Option<String>,
    people: i64,
}

#[derive(Serialize)]
struct Meeting {
    id: String,
    held_on: Option<Timestamp>,
    by: Option<String>,
    minutes: String,
    decisions: Vec<Decision>,
}

#[derive(Serialize)]
struct Decision {
    initiative: String,
    title: String,
    owner: Option<String>,
    due: Option<Timestamp>,
    is_done: bool,
}

/// `GET /act/initiatives/review`
pub async fn page(viewer: Viewer, Extension(customers): Extension<Customers>) -> Reply {
    form(&viewer, &customers, String::new(), &[], StatusCode::OK).await
}

async fn form(
    asking: &Asking,
    customers: &Customers,
    minutes: String,
    refusals: &[Refusal],
    status: StatusCode,
) -> Reply {
    let names = Names::of(asking).await?;
    let rows = all(asking).await?;
    let open = rows.iter().filter(|row| State::of(row).is_open());
    let meetings = review::Entity::find()
        .filter(review::Column::WorkspaceId.eq(asking.workspace().0))
        .order_by_desc(review::Column::At)
        .limit(MEETINGS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let page = Page {
        agenda: agenda(asking, customers, &names, &rows).await?,
        meetings: meetings.into_iter().map(|row| meeting(asking, &names, row, vec![])).collect(),
        initiatives: open.map(|row| (row.id.clone(), row.title.clone())).collect(),
        agents: names.agents(),
        today: today(asking).to_string(),
        minutes,
        decisions: DECISIONS_MAX,
        may_change: asking.role() >= Role::Manager,
        errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, asking.words(r)))).collect(),
    };
    let mut response = asking.page("act/initiatives-review.html", Section::Act, page).await?;
    *response.status_mut() = status;
    Ok(response)
}

async fn agenda(asking: &Asking, customers: &Customers, names: &Names, rows: &[initiative::Model]) -> Result<Agenda> {
    let insights = new_insights(asking, names).await?;
    Ok(Agenda {
        late: late(asking, names, rows).await?,
        measure: to_measure(asking, rows).await?,
        insight_count: insights.len(),
        insights: insights.into_iter().take(ROWS_MAX as usize).collect(),
        owners: owners::of(asking, customers, names).await?.missing(),
        overdue: overdue(asking).await?,
    })
}

/// Tasks whose day has passed, of initiatives that go on.
async fn late(asking: &Asking, names: &Names, rows: &[initiative::Model]) -> Result<Vec<Late>> {
    let tasks = initiative_task::Entity::find()
        .filter(initiative_task::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(initiative_task::Column::DoneAt.is_null())
        .filter(initiative_task::Column::DueAt.lt(today(asking).to_string()))
        .order_by_asc(initiative_task::Column::DueAt)
        .limit(ROWS_MAX * 10)
        .all(asking.store().reads())
        .await
        .check()?;
    let titles = titles(rows);
    let goes_on = |id: &str| rows.iter().any(|row| row.id == id && State::of(row) != State::Dropped);
    let tasks = tasks.into_iter().filter(|task| goes_on(&task.initiative_id)).take(ROWS_MAX as usize);
    let late = tasks.map(|task| Late {
        of: titles.get(task.initiative_id.as_str()).copied().unwrap_or_default().to_owned(),
        initiative: task.initiative_id,
        title: task.title,
        owner: task.owner.as_deref().and_then(|id| names.member(id)),
        due: instant(asking, task.due_at.as_deref()),
    });
    Ok(late.collect())
}

/// What is done and has not been measured since its effect should be there.
async fn to_measure(asking: &Asking, rows: &[initiative::Model]) -> Result<Vec<Due>> {
    let now = today(asking);
    let mut due = Vec::new();
    for row in rows.iter().filter(|row| State::of(row) == State::Done) {
        let Some(day) = measured_from(row).filter(|day| *day <= now) else { continue };
        let latest = effect::Entity::find()
            .filter(effect::Column::WorkspaceId.eq(asking.workspace().0))
            .filter(effect::Column::InitiativeId.eq(&row.id))
            .order_by_desc(effect::Column::MeasuredAt)
            .one(asking.store().reads())
            .await
            .check()?;
        let since = day.to_zoned(asking.zone()).map_or(0, |day| Timestamp::from(day.timestamp()).0);
        if latest.as_ref().is_some_and(|effect| effect.measured_at >= since && effect.verdict != "too_early") {
            continue;
        }
        due.push(Due {
            id: row.id.clone(),
            title: row.title.clone(),
            since: instant(asking, Some(&day.to_string())),
            verdict: latest.map(|effect| effect.verdict.replace('_', "-")),
        });
        if due.len() as u64 >= ROWS_MAX {
            break;
        }
    }
    Ok(due)
}

fn measured_from(row: &initiative::Model) -> Option<Date> {
    let by: Option<Date> = row.expected_by.as_deref().and_then(|day| day.parse().ok());
    let starts: Option<Date> = row.starts_on.as_deref().and_then(|day| day.parse().ok());
    by.or_else(|| starts?.checked_add(jiff::Span::new().days(MEASURE_DAYS)).ok())
}

/// Insights that hold, that nobody dismissed and that led to nothing yet, the weightiest first.
async fn new_insights(asking: &Asking, names: &Names) -> Result<Vec<Finding>> {
    let workspace = asking.workspace().0;
    let used = link::Entity::find()
        .select_only()
        .column(link::Column::FromId)
        .filter(link::Column::WorkspaceId.eq(workspace))
        .filter(link::Column::FromKind.eq(Kind::Insight.as_str()))
        .filter(link::Column::ToKind.eq(Kind::Initiative.as_str()));
    let rows = insight::Entity::find()
        .filter(insight::Column::WorkspaceId.eq(workspace))
        .filter(insight::Column::DismissedAt.is_null())
        .filter(insight::Column::GoneAt.is_null())
        .filter(insight::Column::Id.not_in_subquery(sea_orm::QueryTrait::into_query(used)))
        .order_by_desc(insight::Column::Rank)
        .limit(ROWS_MAX * 5)
        .all(asking.store().reads())
        .await
        .check()?;
    let finding = |row: insight::Model| {
        let topic = row.topic.as_deref().map(|key| names.topic(key));
        let about = topic.or_else(|| row.survey.as_deref().map(|key| names.survey(key)));
        Finding { id: row.id, kind: row.kind, about, people: row.people }
    };
    Ok(rows.into_iter().map(finding).collect())
}

/// Complaints that should have been answered.
async fn overdue(asking: &Asking) -> Result<u64> {
    case::Entity::find()
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(case::Column::AnsweredAt.is_null())
        .filter(case::Column::ClosedAt.is_null())
        .filter(case::Column::DueAt.lt(asking.web.env().now().0))
        .filter(Withdrawn::of(asking.store(), asking.workspace()).await?.left_out())
        .count(asking.store().reads())
        .await
        .check()
}

/// `POST /act/initiatives/review`: keeps `minutes` and makes each `decision.N.title` a task of `decision.N.initiative`.
///
/// # Errors
/// `required` and `too_long` at the minutes, `bad_day` at `held_on`; at decisions those of tasks, `not_offered` at the
/// initiative.
pub async fn keep(manager: Manager, Extension(customers): Extension<Customers>, fields: Fields) -> Reply {
    let minutes = fields.get("minutes").unwrap_or_default().to_owned();
    match read(&manager, &fields).await? {
        Ok(reading) => {
            let id = store(&manager, &customers, reading).await?;
            Ok(see_other(&format!("/act/initiatives/review/{id}")).flash("initiative-flash-review"))
        }
        Err(refusals) => form(&manager, &customers, minutes, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// A form that can be kept.
struct Kept {
    held_on: Date,
    minutes: String,
    /// Initiative and task.
    decisions: Vec<(String, super::read::TaskLine)>,
}

async fn read(asking: &Asking, fields: &Fields) -> Result<Result<Kept, Vec<Refusal>>> {
    let names = Names::of(asking).await?;
    let rows = all(asking).await?;
    let mut refusals = Vec::new();
    let minutes: String =
        fields.get("minutes").unwrap_or_default().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if minutes.is_empty() {
        refusals.push(Refusal::new("required").at("minutes"));
    }
    if minutes.chars().count() > MINUTES_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("minutes").with("max", MINUTES_CHARS_MAX.to_string()));
    }
    let held_on = match fields.get("held_on") {
        Some(day) => kernel::format::parse_digits(day).parse().unwrap_or_else(|_| {
            refusals.push(Refusal::new("bad_day").at("held_on"));
            today(asking)
        }),
        None => today(asking),
    };
    let mut decisions = Vec::new();
    for n in 0..DECISIONS_MAX {
        let prefix = format!("decision.{n}.");
        if fields.get(&format!("{prefix}title")).is_none() {
            continue;
        }
        let of = format!("{prefix}initiative");
        let initiative = fields.get(&of).filter(|id| rows.iter().any(|row| row.id == *id));
        match (initiative, task::read(&names, fields, &prefix)) {
            (Some(initiative), Ok(task)) => decisions.push((initiative.to_owned(), task)),
            (None, _) => refusals.push(Refusal::new("not_offered").at(of)),
            (_, Err(refusal)) => refusals.push(refusal),
        }
    }
    Ok(if refusals.is_empty() { Ok(Kept { held_on, minutes, decisions }) } else { Err(refusals) })
}

async fn store(asking: &Asking, customers: &Customers, kept: Kept) -> Result<String> {
    let names = Names::of(asking).await?;
    let agenda = agenda(asking, customers, &names, &all(asking).await?).await?;
    let env = asking.web.env();
    let id = format!("rev_{}", base32(&env.bytes::<16>()));
    let txn = asking.store().write().await?;
    let mut tasks = Vec::new();
    for (initiative, task) in kept.decisions {
        tasks.push(task::append(&txn, asking, &initiative, task).await?);
        let by = asking.member();
        let added = Happened::new(Event::InitiativeTask, Some(by.as_str())).fact("what", "initiative.task");
        webhooks::initiative(&txn, asking.workspace(), &initiative, added).await?;
    }
    let counts = json!({
        "late": agenda.late.len(), "measure": agenda.measure.len(), "insights": agenda.insight_count,
        "topics": agenda.owners.topics.len(), "touchpoints": agenda.owners.touchpoints.len(), "overdue": agenda.overdue,
    });
    let row = review::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(asking.workspace().0),
        held_on: Set(kept.held_on.to_string()),
        minutes: Set(kept.minutes),
        agenda: Set(counts.to_string()),
        decisions: Set(json!(tasks).to_string()),
        by_member: Set(asking.member().to_string()),
        at: Set(env.now().0),
    };
    review::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    let actor = asking.member();
    let detail = json!({ "decisions": tasks.len() });
    let deed = Deed { actor: actor.as_str(), action: "initiative.review", subject: &id, detail };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await?;
    Ok(id)
}

/// `GET /act/initiatives/review/{review}`: the minutes of one meeting.
pub async fn show(viewer: Viewer, Path(id): Path<String>) -> Reply {
    let row = review::Entity::find_by_id(&id)
        .filter(review::Column::WorkspaceId.eq(viewer.workspace().0))
        .one(viewer.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("review"))?;
    let names = Names::of(&viewer).await?;
    let tasks: Vec<String> = serde_json::from_str(&row.decisions).unwrap_or_default();
    let tasks = initiative_task::Entity::find()
        .filter(initiative_task::Column::WorkspaceId.eq(viewer.workspace().0))
        .filter(initiative_task::Column::Id.is_in(tasks))
        .all(viewer.store().reads())
        .await
        .check()?;
    let decisions = tasks.into_iter().map(|task| Decision {
        initiative: task.initiative_id,
        title: task.title,
        owner: task.owner.as_deref().and_then(|id| names.member(id)),
        due: instant(&viewer, task.due_at.as_deref()),
        is_done: task.done_at.is_some(),
    });
    let decisions = decisions.collect();
    viewer.page("act/initiatives-minutes.html", Section::Act, meeting(&viewer, &names, row, decisions)).await
}

fn meeting(asking: &Asking, names: &Names, row: review::Model, decisions: Vec<Decision>) -> Meeting {
    Meeting {
        held_on: instant(asking, Some(&row.held_on)),
        by: names.member(&row.by_member),
        minutes: row.minutes,
        id: row.id,
        decisions,
    }
}
