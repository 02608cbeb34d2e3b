//! A one-time log-in link for a member who cannot get in: from the command line, or from an administrator.

use axum::extract::Path;
use kernel::{Error, Refusal, Result, WorkspaceId};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::member;
use store::tickets::{self, Purpose};
use store::{Store, Txn};
use ui::http::{Admin, Reply};

use super::list::{self, Shown};
use super::{named, rules};
use crate::change::{self, CLI};
use crate::form::Stop;

/// A link for the member with this address, `/start/{secret}`; the ones made for them before are dead.
///
/// # Errors
/// `NotFound` where nobody has the address; `member_disabled`.
pub async fn link(store: &Store, workspace: WorkspaceId, email: &str) -> Result<String> {
    let txn = change::begin(store, workspace).await?;
    let email = email.trim().to_lowercase();
    let member = change::by_email(&txn, workspace, &email).await?.ok_or(Error::NotFound("member"))?;
    let secret = make(&txn, &member, CLI).await?;
    txn.commit().await?;
    Ok(secret)
}

pub(super) async fn submit(asking: Admin, Path(id): Path<String>) -> Reply {
    match issue(&asking, &id).await {
        Ok((member, secret)) => {
            let url = asking.web.url(&format!("/start/{secret}"));
            list::page(&asking, Shown::link(url, member.name), None).await
        }
        Err(stop) => list::refused(&asking, stop).await,
    }
}

async fn issue(asking: &Admin, id: &str) -> Result<(member::Model, String), Stop> {
    let txn = change::begin(asking.store(), asking.workspace()).await?;
    let member = named(&txn, asking.workspace(), id).await?;
    rules::may_touch(asking.role(), member.role())?;
    let secret = make(&txn, &member, asking.member().as_str()).await?;
    txn.commit().await?;
    Ok((member, secret))
}

async fn make(txn: &Txn, member: &member::Model, actor: &str) -> Result<String> {
    if member.disabled_at.is_some() {
        return Err(Refusal::new("member_disabled").into());
    }
    let (workspace, id) = (member.workspace(), member.id());
    change::void_links(txn, workspace, &id).await?;
    let secret = tickets::issue(txn, workspace, &Purpose::Login(id)).await?;
    let deed = Deed { actor, action: "member.link", subject: &member.id, detail: json!({}) };
    audit::note(txn, workspace, deed).await?;
    Ok(secret)
}
