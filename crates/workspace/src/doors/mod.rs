//! Ways in and out: log-in, log-out, links that work once, and what a reader may choose without being signed in.

mod choose;
mod guest;
mod login;
mod logout;
mod preferences;
mod start;

pub(crate) use guest::Guest;
use kernel::{Error, MemberId, Result, WorkspaceId};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::member;
use store::{Txn, sessions};
use ui::http::{Access, Reply, Routes, cookie, see_other, sign_in};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/login", Access::Public, login::show)
        .post("/login", Access::Public, login::submit)
        .post("/logout", Access::Public, logout::submit)
        .get("/start/{ticket}", Access::Public, start::show)
        .post("/start/{ticket}", Access::Public, start::redeem)
        .post("/preferences", Access::Public, preferences::submit)
}

/// A year, for cookies that only remember a choice.
const CHOICE_SECONDS: i64 = 365 * 24 * 3_600;

/// Signs a member in with a new session; the one that this browser had before ends. `how` is `password` or `link`.
async fn open(txn: &Txn, guest: &Guest, member: &member::Model, how: &'static str) -> Result<String> {
    if let Some(old) = guest.session_secret() {
        sessions::close(txn, &old).await?;
    }
    let secret = sessions::open(txn, member.workspace(), &member.id()).await?;
    let deed = Deed { actor: &member.id, action: "member.sign_in", subject: &member.id, detail: json!({ "how": how }) };
    audit::note(txn, member.workspace(), deed).await?;
    Ok(secret)
}

/// The answer that carries a new session and leads to a local path.
fn enter(guest: &Guest, member: &member::Model, secret: &str, to: &str) -> Reply {
    let mut response = see_other(to);
    sign_in(&guest.web, &mut response, secret);
    // Pages without a member, such as errors, then speak the member's language too.
    cookie(&mut response, "nabz_locale", &member.locale, CHOICE_SECONDS, true, guest.web.config.is_https());
    Ok(response)
}

/// The member as the write sees it, if they may still come in.
async fn admitted(txn: &Txn, member: &member::Model) -> Result<member::Model> {
    let now = crate::change::by_id(txn, member.workspace(), &member.id()).await?;
    now.filter(|member| member.disabled_at.is_none()).ok_or(Error::NotFound("member"))
}

/// A member who was just made.
async fn reload(txn: &Txn, workspace: WorkspaceId, id: &MemberId) -> Result<member::Model> {
    crate::change::by_id(txn, workspace, id).await?.ok_or(Error::NotFound("member"))
}
