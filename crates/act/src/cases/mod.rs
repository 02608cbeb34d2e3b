//! Cases: one customer's complaint with its owner, notes and answer.

mod answer;
mod assign;
mod builtin;
mod entity;
mod home;
pub mod hours;
mod judge;
mod list;
mod note;
mod open;
mod route;
pub mod rules;
pub mod settings;
mod show;
mod view;

use kernel::{CaseId, Error, Result, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use store::Check;
use ui::http::{Access, Asking, Routes};

pub use builtin::{RECENT_MICROS, Why};
pub use home::Waiting;
pub use judge::Tells;
pub use open::Opener;
pub use view::Reads;

use entity::case;

/// A case should be answered within this time.
pub const DUE_MICROS: i64 = kernel::time::DAY;

pub(crate) fn routes(reads: Reads) -> Routes {
    let (viewer, agent) = (Access::Member(Role::Viewer), Access::Member(Role::Agent));
    Routes::new()
        .get("/act", viewer, list::list)
        .get("/act/cases/{case}", viewer, show::show)
        .post("/act/cases/{case}/assign", agent, assign::assign)
        .post("/act/cases/{case}/notes", agent, note::add)
        .post("/act/cases/{case}/answer", agent, answer::answer)
        .post("/act/cases/{case}/reopen", agent, answer::reopen)
        .extension(reads)
}

/// A case of the asker's workspace; foreign and missing look the same.
async fn find(db: &impl ConnectionTrait, asking: &Asking, id: &str) -> Result<case::Model> {
    case::Entity::find_by_id(CaseId::from_outside(id).as_str())
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
        .one(db)
        .await
        .check()?
        .ok_or(Error::NotFound("case"))
}
