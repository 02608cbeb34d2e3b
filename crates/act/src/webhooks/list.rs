//! The endpoints of a workspace, and the form of a new one.

use axum::http::StatusCode;
use kernel::{Refusal, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use ui::Section;
use ui::http::{Admin, Asking, Reply};

use super::entity::{delivery, endpoint};
use super::form::{Draft, Offered, Problems, problems};
use super::kind::State;
use super::{ALL_EVENTS, ENDPOINTS_MAX, ROWS_MAX};

/// Counting stops here.
pub const COUNT_MAX: u64 = 10_000;

#[derive(Serialize)]
struct Page {
    endpoints: Vec<Row>,
    draft: Draft,
    offered: Offered,
    is_full: bool,
    errors: Problems,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    url: String,
    is_all: bool,
    event_count: usize,
    is_on: bool,
    off_why: Option<String>,
    is_failing: bool,
    waiting: u64,
    dead: u64,
}

pub async fn list(admin: Admin) -> Reply {
    page(&admin, Draft::default(), &[]).await
}

/// The page with a form that was refused.
pub async fn page(asking: &Asking, draft: Draft, refusals: &[Refusal]) -> Reply {
    let db = asking.store().reads();
    let found = of(db, asking).await?;
    let is_full = found.len() as u64 >= ENDPOINTS_MAX;
    let mut endpoints = Vec::with_capacity(found.len());
    for row in found {
        endpoints.push(Row {
            waiting: count(db, &row.id, State::Waiting).await?,
            dead: count(db, &row.id, State::Dead).await?,
            is_all: row.events == ALL_EVENTS,
            event_count: row.events.split(' ').count(),
            is_failing: row.failing_since.is_some(),
            id: row.id,
            name: row.name,
            url: row.url,
            is_on: row.is_on,
            off_why: row.off_why,
        });
    }
    let page = Page { endpoints, draft, offered: Offered::all(), is_full, errors: problems(asking, refusals) };
    let mut reply = asking.page("act/webhooks.html", Section::Settings, page).await?;
    if !refusals.is_empty() {
        *reply.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(reply)
}

pub async fn of(db: &impl ConnectionTrait, asking: &Asking) -> Result<Vec<endpoint::Model>> {
    endpoint::Entity::find()
        .filter(endpoint::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(endpoint::Column::RemovedAt.is_null())
        .order_by_asc(endpoint::Column::Id)
        .limit(ROWS_MAX)
        .all(db)
        .await
        .check()
}

/// Deliveries of an endpoint in a state, [`COUNT_MAX`] at most.
pub async fn count(db: &impl ConnectionTrait, endpoint: &str, state: State) -> Result<u64> {
    let found = delivery::Entity::find()
        .filter(delivery::Column::EndpointId.eq(endpoint))
        .filter(delivery::Column::State.eq(state.as_str()));
    found.limit(COUNT_MAX).count(db).await.check()
}
