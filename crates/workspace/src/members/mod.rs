//! Members: who they are, what they may do, and how an administrator or the command line lets them in.

mod add;
mod disable;
mod first;
mod invite;
mod link;
mod list;
mod role;
mod rules;

pub use add::add;
pub use first::first_owner_ticket;
pub use link::link;

use kernel::{Error, MemberId, Result, Role, WorkspaceId};
use store::Txn;
use store::entity::member;
use ui::http::{Access, Routes};

use crate::{change, form};

/// Members of a workspace at most; the list shows all of them on one page.
pub const MEMBERS_MAX: u64 = 1_000;

pub(crate) fn routes() -> Routes {
    let admin = Access::Member(Role::Admin);
    Routes::new()
        .get("/settings/members", admin, list::show)
        .post("/settings/members/invite", admin, invite::submit)
        .post("/settings/members/invites/{invite}/withdraw", admin, invite::withdraw)
        .post("/settings/members/{member}/role", admin, role::submit)
        .post("/settings/members/{member}/disable", admin, disable::submit)
        .post("/settings/members/{member}/enable", admin, disable::enable)
        .post("/settings/members/{member}/link", admin, link::submit)
}

/// The member named in a path, as the write sees it.
async fn named(txn: &Txn, workspace: WorkspaceId, id: &str) -> Result<member::Model> {
    if !form::is_id(id) {
        return Err(Error::NotFound("member"));
    }
    change::by_id(txn, workspace, &MemberId::from_outside(id)).await?.ok_or(Error::NotFound("member"))
}
