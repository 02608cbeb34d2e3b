//! The firm's own book of what works: planned against measured, for all initiatives; and what similar ones brought, for
//! whoever plans the next.

use std::collections::HashMap;

use axum::extract::RawQuery;
use kernel::{Result, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::entity::{effect, initiative};
use store::{Check, Store};
use ui::Section;
use ui::chart::Unit;
use ui::http::{Asking, Fields, Reply, Viewer};

use super::CARRIED_OUT;
use super::detail::Detail;
use super::page::against;
use crate::Aim;
use crate::reading::{change_range, format, told};

/// Initiatives of the book: those that started last.
pub const BOOK_MAX: u64 = 500;
/// Measurements that are looked through for the latest of each.
const EFFECTS_MAX: u64 = 20_000;
/// Similar initiatives that are told of.
pub const SIMILAR_MAX: usize = 5;

/// An initiative with its last measurement.
pub struct Entry {
    pub initiative: initiative::Model,
    pub effect: Option<effect::Model>,
}

/// What the book says of one initiative.
#[derive(Serialize)]
pub struct Told {
    pub id: String,
    pub title: String,
    pub state: String,
    pub starts_on: String,
    pub metric: String,
    pub expected: String,
    pub by: String,
    pub range: String,
    pub verdict: Option<String>,
    pub against: Option<&'static str>,
    pub at: Option<Timestamp>,
}

#[derive(Serialize)]
struct Page {
    rows: Vec<Told>,
    sort: String,
    measured: usize,
    worked: usize,
    is_cut: bool,
}

/// All initiatives that are carried out ([`CARRIED_OUT`]) and have a start, with their last measurement.
pub async fn book(store: &Store, workspace: WorkspaceId) -> Result<Vec<Entry>> {
    let rows = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(workspace.0))
        .filter(initiative::Column::StartsOn.is_not_null())
        .filter(initiative::Column::State.is_in(CARRIED_OUT))
        .order_by_desc(initiative::Column::StartsOn)
        .order_by_asc(initiative::Column::Id)
        .limit(BOOK_MAX)
        .all(store.reads())
        .await
        .check()?;
    with_effects(store, workspace, rows).await
}

async fn with_effects(store: &Store, workspace: WorkspaceId, rows: Vec<initiative::Model>) -> Result<Vec<Entry>> {
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let effects = effect::Entity::find()
        .filter(effect::Column::WorkspaceId.eq(workspace.0))
        .filter(effect::Column::InitiativeId.is_in(ids))
        .order_by_desc(effect::Column::MeasuredAt)
        .order_by_desc(effect::Column::Id)
        .limit(EFFECTS_MAX)
        .all(store.reads())
        .await
        .check()?;
    let mut latest: HashMap<String, effect::Model> = HashMap::new();
    for row in effects {
        latest.entry(row.initiative_id.clone()).or_insert(row);
    }
    Ok(rows.into_iter().map(|row| Entry { effect: latest.remove(&row.id), initiative: row }).collect())
}

/// Measured initiatives that are carried out, on the same topic, or on the same question of the same survey: those on the topic first, then
/// the latest. At most [`SIMILAR_MAX`].
pub async fn similar_to(
    store: &Store,
    workspace: WorkspaceId,
    topic: Option<&str>,
    question: Option<(&str, &str)>,
) -> Result<Vec<Entry>> {
    let mut alike = Condition::any();
    if let Some(topic) = topic {
        alike = alike.add(initiative::Column::Topic.eq(topic));
    }
    if let Some((survey, _)) = question {
        // As it stands in the row's JSON; held against the whole measure below.
        let key = serde_json::to_string(survey).map_err(kernel::Error::internal)?;
        alike = alike.add(initiative::Column::Measure.contains(format!("\"survey\":{key}")));
    }
    if topic.is_none() && question.is_none() {
        return Ok(vec![]);
    }
    let rows = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(workspace.0))
        .filter(initiative::Column::StartsOn.is_not_null())
        .filter(initiative::Column::State.is_in(CARRIED_OUT))
        .filter(alike)
        .order_by_desc(initiative::Column::StartsOn)
        .limit(BOOK_MAX)
        .all(store.reads())
        .await
        .check()?;
    let is_topic = |row: &initiative::Model| topic.is_some() && row.topic.as_deref() == topic;
    let is_question = |row: &initiative::Model| {
        let aim = Aim::read(&row.measure);
        question.is_some_and(|(survey, key)| {
            aim.is_some_and(|aim| aim.measure.survey == survey && aim.measure.question == key)
        })
    };
    let mut rows: Vec<initiative::Model> = rows.into_iter().filter(|row| is_topic(row) || is_question(row)).collect();
    rows.sort_by_key(|row| !is_topic(row));
    let said = |entry: &Entry| {
        let verdict = entry.effect.as_ref().map(|effect| effect.verdict.as_str());
        matches!(verdict, Some("improved" | "worsened" | "none_detectable"))
    };
    let mut entries = with_effects(store, workspace, rows).await?;
    entries.retain(said);
    entries.truncate(SIMILAR_MAX);
    Ok(entries)
}

/// As it is read.
pub fn told_of(asking: &Asking, entry: Entry) -> Told {
    let format = format(asking);
    let Entry { initiative, effect } = entry;
    let unit = effect.as_ref().and_then(|row| Unit::parse(&Detail::read(&row.detail).unit)).unwrap_or(Unit::Mean);
    let change = |value: Option<f64>| value.map_or_else(String::new, |value| unit.write_change(&format, value));
    Told {
        starts_on: initiative.starts_on.as_deref().map_or_else(String::new, |day| told(&format, day)),
        metric: Aim::read(&initiative.measure).map_or_else(String::new, |aim| aim.measure.question),
        expected: change(initiative.expected),
        by: change(effect.as_ref().and_then(|row| row.value)),
        range: effect.as_ref().map_or_else(String::new, |row| change_range(asking, &format, unit, row.low, row.high)),
        against: effect.as_ref().and_then(against),
        at: effect.as_ref().map(|row| Timestamp(row.measured_at)),
        verdict: effect.map(|row| row.verdict),
        id: initiative.id,
        title: initiative.title,
        state: initiative.state,
    }
}

/// `GET /prove/book?sort=start|measured|planned|title`
pub async fn page(viewer: Viewer, RawQuery(query): RawQuery) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let sort = query.get("sort").filter(|sort| ["start", "measured", "planned", "title"].contains(sort));
    let sort = sort.unwrap_or("start").to_owned();
    let mut entries = book(viewer.store(), viewer.workspace()).await?;
    let value = |entry: &Entry| entry.effect.as_ref().and_then(|row| row.value).unwrap_or(f64::NEG_INFINITY);
    match sort.as_str() {
        "measured" => entries.sort_by(|a, b| value(b).total_cmp(&value(a))),
        "planned" => {
            let planned = |entry: &Entry| entry.initiative.expected.unwrap_or(f64::NEG_INFINITY);
            entries.sort_by(|a, b| planned(b).total_cmp(&planned(a)));
        }
        "title" => entries.sort_by_cached_key(|entry| entry.initiative.title.to_lowercase()),
        _ => {}
    }
    let verdicts = || entries.iter().filter_map(|entry| entry.effect.as_ref()).map(|row| row.verdict.as_str());
    let page = Page {
        measured: verdicts().filter(|verdict| matches!(*verdict, "improved" | "worsened" | "none_detectable")).count(),
        worked: verdicts().filter(|verdict| *verdict == "improved").count(),
        is_cut: entries.len() as u64 >= BOOK_MAX,
        rows: entries.into_iter().map(|entry| told_of(&viewer, entry)).collect(),
        sort,
    };
    viewer.page("prove/book.html", Section::Prove, page).await
}

#[derive(Serialize)]
struct Similar {
    rows: Vec<Told>,
}

/// `GET /prove/book/similar?topic=…&survey=…&question=…`: a fragment for the form that plans an initiative; empty where
/// nothing alike has been measured.
pub async fn similar(viewer: Viewer, RawQuery(query): RawQuery) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let question = query.get("survey").zip(query.get("question"));
    let entries = similar_to(viewer.store(), viewer.workspace(), query.get("topic"), question).await?;
    let rows = entries.into_iter().map(|entry| told_of(&viewer, entry)).collect();
    Ok(ui::http::html(viewer.fragment("prove/similar.html", Similar { rows })?))
}
