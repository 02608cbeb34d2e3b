//! Initiatives as a board, one column for each state, or as a list.

use std::collections::HashMap;

use axum::extract::Query;
use kernel::{Result, Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use store::Check;
use store::entity::{initiative, initiative_task};
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::names::{Names, all, instant};
use super::{State, changes, today};

/// Cards of one column; the list has the others.
const CARDS_MAX: usize = 50;
const PAGE_ROWS: usize = 50;

#[derive(Deserialize)]
pub struct Asked {
    /// `board` or `list`.
    #[serde(default)]
    view: String,
    #[serde(default)]
    mine: Option<String>,
    #[serde(default)]
    page: usize,
}

#[derive(Serialize)]
struct Page {
    is_board: bool,
    is_mine: bool,
    columns: Vec<Column>,
    rows: Vec<Card>,
    page: usize,
    has_more: bool,
    count: usize,
    may_change: bool,
    is_public: bool,
    slug: String,
}

#[derive(Serialize)]
struct Column {
    state: State,
    count: usize,
    cards: Vec<Card>,
}

#[derive(Serialize)]
struct Card {
    id: String,
    title: String,
    state: State,
    /// The states to the sides; to be done takes a day and to be dropped a reason, so these are asked on its page.
    back: Option<State>,
    on: Option<State>,
    owner: Option<String>,
    topic: Option<String>,
    starts_on: Option<Timestamp>,
    ends_on: Option<Timestamp>,
    is_late: bool,
    tasks: u64,
    tasks_done: u64,
    tasks_late: u64,
    expected: Option<f64>,
}

/// Tasks of one initiative.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    pub all: u64,
    pub done: u64,
    pub late: u64,
}

/// `GET /act/initiatives`
pub async fn page(viewer: Viewer, Query(asked): Query<Asked>) -> Reply {
    let names = Names::of(&viewer).await?;
    let tallies = tallies(&viewer).await?;
    let (is_mine, me) = (asked.mine.is_some(), viewer.member());
    let rows = all(&viewer).await?.into_iter().filter(|row| !is_mine || row.owner.as_deref() == Some(me.as_str()));
    let mut cards: Vec<Card> = rows.map(|row| card(&viewer, &names, &tallies, row)).collect();
    let (is_board, count) = (asked.view != "list", cards.len());
    let mut columns = Vec::new();
    let mut shown = Vec::new();
    if is_board {
        for state in State::ALL {
            let (here, rest): (Vec<Card>, Vec<Card>) = cards.into_iter().partition(|card| card.state == state);
            cards = rest;
            let count = here.len();
            columns.push(Column { state, count, cards: here.into_iter().take(CARDS_MAX).collect() });
        }
    } else {
        shown = cards.into_iter().skip(asked.page.saturating_mul(PAGE_ROWS)).take(PAGE_ROWS).collect();
    }
    let page = Page {
        is_board,
        is_mine,
        columns,
        rows: shown,
        page: asked.page,
        has_more: !is_board && count > asked.page.saturating_add(1).saturating_mul(PAGE_ROWS),
        count,
        may_change: viewer.role() >= Role::Manager,
        is_public: changes::is_on(viewer.store(), viewer.workspace()).await?,
        slug: viewer.workspace.name.clone(),
    };
    viewer.page("act/initiatives.html", Section::Act, page).await
}

fn card(asking: &Asking, names: &Names, tallies: &HashMap<String, Tally>, row: initiative::Model) -> Card {
    let state = State::of(&row);
    let tally = tallies.get(&row.id).copied().unwrap_or_default();
    let ends: Option<jiff::civil::Date> = row.ends_on.as_deref().and_then(|day| day.parse().ok());
    let (back, on) = match state {
        State::Proposed => (None, Some(State::Planned)),
        State::Planned => (Some(State::Proposed), Some(State::Doing)),
        State::Doing => (Some(State::Planned), None),
        State::Done | State::Dropped => (None, None),
    };
    Card {
        state,
        back,
        on,
        owner: row.owner.as_deref().and_then(|id| names.member(id)),
        topic: row.topic.as_deref().map(|key| names.topic(key)),
        starts_on: instant(asking, row.starts_on.as_deref()),
        ends_on: instant(asking, row.ends_on.as_deref()),
        is_late: state.is_open() && ends.is_some_and(|ends| ends < today(asking)),
        tasks: tally.all,
        tasks_done: tally.done,
        tasks_late: tally.late,
        expected: row.expected,
        id: row.id,
        title: row.title,
    }
}

#[derive(FromQueryResult)]
struct Of {
    initiative_id: String,
    done_at: Option<i64>,
    due_at: Option<String>,
}

/// Tasks of every initiative of a workspace.
pub async fn tallies(asking: &Asking) -> Result<HashMap<String, Tally>> {
    let rows = initiative_task::Entity::find()
        .select_only()
        .columns([
            initiative_task::Column::InitiativeId,
            initiative_task::Column::DoneAt,
            initiative_task::Column::DueAt,
        ])
        .filter(initiative_task::Column::WorkspaceId.eq(asking.workspace().0))
        .into_model::<Of>()
        .all(asking.store().reads())
        .await
        .check()?;
    let today = today(asking).to_string();
    let mut tallies: HashMap<String, Tally> = HashMap::new();
    for row in rows {
        let tally = tallies.entry(row.initiative_id).or_default();
        tally.all += 1;
        tally.done += u64::from(row.done_at.is_some());
        // Days are written so that they sort as text.
        tally.late += u64::from(row.done_at.is_none() && row.due_at.is_some_and(|due| due < today));
    }
    Ok(tallies)
}
