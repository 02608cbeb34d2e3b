//! Initiatives: systemic fixes with evidence, root cause, owner, plan and expected effect; and telling exactly those
//! customers who led to one that it is done.
//!
//! What led to an initiative is kept as links (`store::links`), so that the chain can be walked and those who are told can
//! be found. [`tell`] tells them step by step; the binary's worker calls it.

mod audience;
mod causes;
mod changes;
pub mod entity;
mod evidence;
mod form;
mod lesson;
mod list;
mod names;
mod owners;
mod prefill;
mod read;
mod review;
mod review_form;
mod save;
mod show;
mod state;
mod task;
mod teller;
mod timeline;
mod told;

use jiff::civil::Date;
use kernel::{Error, InitiativeId, Result, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::initiative;
use store::{Check, Txn};
use ui::http::{Access, Asking, Routes};

pub use audience::{Customers, Finds, Found, Person};
pub(crate) use evidence::masked;
pub use teller::{STEP, tell};

use crate::webhooks::{self, Event, Happened};

/// Initiatives of a workspace at most.
pub const INITIATIVES_MAX: u64 = 2_000;

pub(crate) fn routes() -> Routes {
    let [viewer, agent, manager] = [Role::Viewer, Role::Agent, Role::Manager].map(Access::Member);
    Routes::new()
        .get("/act/initiatives", viewer, list::page)
        .get("/act/initiatives/timeline", viewer, timeline::page)
        .get("/act/initiatives/owners", viewer, owners::page)
        .post("/act/initiatives/owners", manager, owners::give)
        .get("/act/initiatives/review", viewer, review::page)
        .post("/act/initiatives/review", manager, review::keep)
        .get("/act/initiatives/review/{review}", viewer, review::show)
        .post("/act/initiatives/page", manager, changes::switch)
        .get("/act/initiatives/new", manager, form::fresh)
        .post("/act/initiatives/new", manager, form::make)
        .get("/act/initiatives/{initiative}", viewer, show::page)
        .get("/act/initiatives/{initiative}/edit", manager, form::kept)
        .post("/act/initiatives/{initiative}/edit", manager, form::change)
        .post("/act/initiatives/{initiative}/state", manager, state::change)
        .post("/act/initiatives/{initiative}/tasks", agent, task::add)
        .post("/act/initiatives/{initiative}/tasks/{task}", agent, task::change)
        .post("/act/initiatives/{initiative}/evidence", manager, evidence::part)
        .post("/act/initiatives/{initiative}/lesson", viewer, lesson::acknowledge)
        .get("/act/initiatives/{initiative}/told", manager, told::page)
        .post("/act/initiatives/{initiative}/told", manager, told::save)
        .get("/w/{slug}", Access::Public, changes::page)
}

/// How far an initiative has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Proposed,
    Planned,
    Doing,
    Done,
    Dropped,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Proposed, Self::Planned, Self::Doing, Self::Done, Self::Dropped];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Planned => "planned",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// That of a row; one that no version wrote has just been proposed.
    pub fn of(row: &initiative::Model) -> Self {
        Self::parse(&row.state).unwrap_or(Self::Proposed)
    }

    /// Work is still to be done.
    pub fn is_open(self) -> bool {
        self < Self::Done
    }
}

/// An initiative of the asker's workspace; foreign and missing look the same.
async fn find(db: &impl ConnectionTrait, asking: &Asking, id: &str) -> Result<initiative::Model> {
    initiative::Entity::find_by_id(InitiativeId::from_outside(id).as_str())
        .filter(initiative::Column::WorkspaceId.eq(asking.workspace().0))
        .one(db)
        .await
        .check()?
        .ok_or(Error::NotFound("initiative"))
}

/// The workspace's day.
fn today(asking: &Asking) -> Date {
    asking.web.env().now().in_zone(&asking.zone()).date()
}

/// Notes a deed on an initiative, which is changed already, and tells webhooks of it.
async fn note(
    txn: &Txn,
    asking: &Asking,
    action: &'static str,
    id: &str,
    detail: Option<serde_json::Value>,
) -> Result<()> {
    let actor = asking.member();
    let deed = Deed { actor: actor.as_str(), action, subject: id, detail: detail.unwrap_or_else(|| json!({})) };
    if let Some(event) = told(action) {
        let happened = Happened::new(event, Some(actor.as_str())).fact("what", action);
        webhooks::initiative(txn, asking.workspace(), id, happened).await?;
    }
    audit::note(txn, asking.workspace(), deed).await
}

/// What webhooks call a deed; none for those that change nothing about the initiative.
fn told(action: &str) -> Option<Event> {
    Some(match action {
        "initiative.make" => Event::InitiativeCreated,
        "initiative.proposed" | "initiative.planned" | "initiative.doing" => Event::InitiativeMoved,
        "initiative.done" => Event::InitiativeDone,
        "initiative.dropped" => Event::InitiativeDropped,
        _ if action.starts_with("initiative.task") => Event::InitiativeTask,
        "initiative.lesson" => return None,
        _ => Event::InitiativeChanged,
    })
}
