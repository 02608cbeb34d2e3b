//! The first page: goals with how they go, effects of initiatives, what has been stated of worth.

use axum::extract::{Extension, RawQuery};
use kernel::{Result, Role};
use measures::worth::{KINDS, Stated};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::goal;
use ui::Section;
use ui::http::{Asking, Fields, Reply, Viewer};

use crate::effects::book::{Told, book, told_of};
use crate::goals::show::{Card, card, followed};
use crate::reading::members;
use crate::{Tools, With};

/// Goals of one page; each asks the lake.
const GOALS_SHOWN: usize = 12;
/// Effects of the page; the book has all.
const EFFECTS_SHOWN: usize = 6;

#[derive(Serialize)]
struct Page {
    goals: Vec<Card>,
    is_closed: bool,
    newer: Option<String>,
    older: Option<String>,
    effects: Vec<Told>,
    all_effects: usize,
    stated: usize,
    kinds: usize,
    may_change: bool,
}

/// `GET /prove?closed=1&page=…`
pub async fn page(viewer: Viewer, Extension(tools): With, RawQuery(query): RawQuery) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let is_closed = query.has("closed");
    let at: u64 = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(0).min(100);
    let (goals, has_more) = goals(&viewer, &tools, is_closed, at).await?;
    let entries = book(viewer.store(), viewer.workspace()).await?;
    let all_effects = entries.len();
    let effects = entries.into_iter().take(EFFECTS_SHOWN).map(|entry| told_of(&viewer, entry)).collect();
    let stated = Stated::of(viewer.store().reads(), viewer.workspace()).await?;
    let address = |page: u64| format!("/prove?page={page}{}", if is_closed { "&closed=1" } else { "" });
    let page = Page {
        goals,
        is_closed,
        newer: at.checked_sub(1).map(address),
        older: has_more.then(|| address(at + 1)),
        effects,
        all_effects,
        stated: stated.figures.len(),
        kinds: KINDS.len(),
        may_change: viewer.role() >= Role::Manager,
    };
    viewer.page("prove/overview.html", Section::Prove, page).await
}

/// Those whose day comes first, and whether there are more.
async fn goals(asking: &Asking, tools: &Tools, is_closed: bool, at: u64) -> Result<(Vec<Card>, bool)> {
    let closed = goal::Column::ClosedAt;
    let mut rows = goal::Entity::find()
        .filter(goal::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(if is_closed { closed.is_not_null() } else { closed.is_null() })
        .order_by_asc(goal::Column::ByDay)
        .order_by_asc(goal::Column::Id)
        .offset(at * GOALS_SHOWN as u64)
        .limit(GOALS_SHOWN as u64 + 1)
        .all(asking.store().reads())
        .await
        .check()?;
    let has_more = rows.len() > GOALS_SHOWN;
    rows.truncate(GOALS_SHOWN);
    let names = members(asking).await?;
    let mut cards = Vec::with_capacity(rows.len());
    for row in rows {
        let (subject, going) = followed(asking, tools, &row).await?;
        cards.push(card(asking, &row, subject.as_ref(), going.as_ref(), &names));
    }
    Ok((cards, has_more))
}
