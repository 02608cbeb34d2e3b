//! The page of an endpoint: what was delivered and what was not, its settings, its secret.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use kernel::{Refusal, Result, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use store::Check;
use ui::Section;
use ui::http::{Admin, Asking, Reply};

use super::entity::{delivery, endpoint};
use super::form::{Draft, Offered, Problems, problems};
use super::kind::State;
use super::{PATH, find, list};

const PAGE_ROWS: u64 = 50;
/// Pages that can be turned to.
const PAGES_MAX: u64 = 200;
/// In the order of the tabs.
const TABS: [State; 3] = [State::Waiting, State::Delivered, State::Dead];

#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: u64,
}

#[derive(Serialize)]
struct Page {
    id: String,
    name: String,
    url: String,
    is_on: bool,
    off_why: Option<String>,
    failing_since: Option<Timestamp>,
    old_until: Option<Timestamp>,
    /// Shown once.
    secret: Option<String>,
    tabs: Vec<Tab>,
    which: &'static str,
    dead: u64,
    rows: Vec<Row>,
    page: u64,
    has_more: bool,
    draft: Draft,
    offered: Offered,
    errors: Problems,
}

#[derive(Serialize)]
struct Tab {
    which: &'static str,
    count: Option<u64>,
    href: String,
    current: bool,
}

/// A delivery in a list.
#[derive(Serialize)]
pub struct Row {
    pub id: String,
    pub event: String,
    pub state: String,
    pub attempts: i32,
    pub status: Option<i32>,
    pub failure: Option<String>,
    pub made_at: Timestamp,
    pub next_at: Option<Timestamp>,
}

impl Row {
    pub fn of(row: &delivery::Model) -> Self {
        Self {
            id: row.id.clone(),
            event: row.event.clone(),
            state: row.state.clone(),
            attempts: row.attempts,
            status: row.status,
            failure: row.failure.clone(),
            made_at: Timestamp(row.made_at),
            next_at: Some(Timestamp(row.next_at)).filter(|_| row.state == State::Waiting.as_str() && row.attempts > 0),
        }
    }
}

pub async fn show(admin: Admin, Path(id): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let found = find(admin.store().reads(), &admin, &id).await?;
    let draft = Draft::of(&found);
    admin.page("act/webhook.html", Section::Settings, page(&admin, found, &asked, draft).await?).await
}

/// The page with the secret that was just made.
pub async fn with_secret(asking: &Asking, id: &str, secret: String) -> Reply {
    let found = find(asking.store().reads(), asking, id).await?;
    let draft = Draft::of(&found);
    let page = Page { secret: Some(secret), ..page(asking, found, &Asked::default(), draft).await? };
    asking.page("act/webhook.html", Section::Settings, page).await
}

/// The page with a form that was refused.
pub async fn refused(asking: &Asking, id: &str, draft: Draft, refusals: &[Refusal]) -> Reply {
    let found = find(asking.store().reads(), asking, id).await?;
    let page = Page { errors: problems(asking, refusals), ..page(asking, found, &Asked::default(), draft).await? };
    let mut reply = asking.page("act/webhook.html", Section::Settings, page).await?;
    *reply.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(reply)
}

async fn page(asking: &Asking, found: endpoint::Model, asked: &Asked, draft: Draft) -> Result<Page> {
    let db = asking.store().reads();
    let state = State::parse(&asked.state).filter(|state| TABS.contains(state));
    let number = asked.page.min(PAGES_MAX);
    let mut query = delivery::Entity::find().filter(delivery::Column::EndpointId.eq(&found.id));
    if let Some(state) = state {
        query = query.filter(delivery::Column::State.eq(state.as_str()));
    }
    let query = query.order_by_desc(delivery::Column::Id).offset(number * PAGE_ROWS).limit(PAGE_ROWS + 1);
    let mut rows = query.all(db).await.check()?;
    let has_more = rows.len() as u64 > PAGE_ROWS && number < PAGES_MAX;
    rows.truncate(PAGE_ROWS as usize);
    let now = asking.web.env().now();
    Ok(Page {
        tabs: tabs(asking, &found.id, state).await?,
        which: state.map_or("all", State::as_str),
        dead: list::count(db, &found.id, State::Dead).await?,
        rows: rows.iter().map(Row::of).collect(),
        page: number,
        has_more,
        failing_since: found.failing_since.map(Timestamp),
        old_until: found.old_until.map(Timestamp).filter(|until| *until > now),
        secret: None,
        draft,
        offered: Offered::all(),
        errors: Problems::new(),
        id: found.id,
        name: found.name,
        url: found.url,
        is_on: found.is_on,
        off_why: found.off_why,
    })
}

async fn tabs(asking: &Asking, id: &str, current: Option<State>) -> Result<Vec<Tab>> {
    let here = format!("{PATH}/{id}");
    let mut tabs = vec![Tab { which: "all", count: None, href: here.clone(), current: current.is_none() }];
    for state in TABS {
        tabs.push(Tab {
            which: state.as_str(),
            count: Some(list::count(asking.store().reads(), id, state).await?),
            href: format!("{here}?state={}", state.as_str()),
            current: current == Some(state),
        });
    }
    Ok(tabs)
}
