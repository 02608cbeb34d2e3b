//! Cases: one customer's complaint with its owner, answer, and what came of it.
//!
//! [`Opener`] opens them from the log, [`CaseInbox`] takes what customers answer, [`escalate`] looks after those that are late.

mod answer;
mod assign;
mod blocked;
mod board;
mod builtin;
mod bulk;
mod calendar;
mod close;
mod customer;
pub mod entity;
mod escalate;
mod event;
mod helped;
mod home;
pub mod hours;
mod inbox;
mod judge;
mod list;
pub mod metric;
mod note;
mod notice;
mod open;
pub(crate) mod queue;
mod related;
mod reply;
mod route;
pub mod rules;
pub mod settings;
mod show;
mod stage;
mod step;
mod templates;
mod timeline;
mod view;
mod withdrawn;

use kernel::{CaseId, Error, Result, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use store::{Check, Txn};
use ui::http::{Access, Asking, Routes};

pub use builtin::{RECENT_MICROS, Why};
pub use escalate::{CASES_MAX as ESCALATED_MAX, escalate};
pub use home::Waiting;
pub use inbox::CaseInbox;
pub use judge::Tells;
pub use notice::{Notices, Reason};
pub use open::Opener;
pub use queue::COUNT_MAX;
pub use stage::Stage;
pub use view::Reads;

use crate::messages::Desk;
use entity::case;

/// A case should be answered within this time.
pub const DUE_MICROS: i64 = kernel::time::DAY;

pub(crate) fn routes(reads: Reads, desk: Desk) -> Routes {
    let (viewer, agent) = (Access::Member(Role::Viewer), Access::Member(Role::Agent));
    Routes::new()
        .get("/act", viewer, list::list)
        .get("/act/cases/{case}", viewer, show::show)
        .post("/act/cases/{case}/assign", agent, assign::assign)
        .post("/act/cases/{case}/notes", agent, note::add)
        .post("/act/cases/{case}/answer", agent, answer::answer)
        .post("/act/cases/{case}/unanswer", agent, answer::unanswer)
        .post("/act/cases/{case}/reply", agent, reply::reply)
        .post("/act/cases/{case}/close", agent, close::close)
        .post("/act/cases/{case}/reopen", agent, close::reopen)
        .post("/act/cases/{case}/steps", agent, step::tick)
        .post("/act/bulk", agent, bulk::bulk)
        .get("/act/board", viewer, board::board)
        .get("/act/due", viewer, calendar::due)
        .get("/act/templates", agent, templates::page)
        .post("/act/templates", agent, templates::save)
        .post("/act/templates/{template}/remove", agent, templates::remove)
        .get("/m/{token}/helped", Access::Public, helped::show)
        .post("/m/{token}/helped", Access::Public, helped::say)
        .extension(reads)
        .extension(desk)
}

/// A case of the asker's workspace; foreign and missing look the same.
async fn find(db: &impl ConnectionTrait, asking: &Asking, id: &str) -> Result<case::Model> {
    of(asking, id).one(db).await.check()?.ok_or(Error::NotFound("case"))
}

/// The same, to be changed: on PostgreSQL nobody else changes it until this write is over.
async fn hold(txn: &Txn, asking: &Asking, id: &str) -> Result<case::Model> {
    of(asking, id).lock_exclusive().one(&**txn).await.check()?.ok_or(Error::NotFound("case"))
}

fn of(asking: &Asking, id: &str) -> Select<case::Entity> {
    case::Entity::find_by_id(CaseId::from_outside(id).as_str())
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
}
