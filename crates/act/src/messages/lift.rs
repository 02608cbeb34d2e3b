//! `POST /act/messages/{message}/lift`: a member knows that an address may be written to again, and says why.

use axum::extract::{Extension, Path};
use kernel::{Error, Refusal, Result};
use serde_json::json;
use store::audit::{self, Deed};
use ui::http::{Agent, Asking, Fields, Flash as _, Reply, see_other};

use super::{Desk, blocks, outbox, pages};

/// Characters of why.
pub const REASON_CHARS_MAX: usize = 500;

/// Lifts the block of the message's address. Nothing that was stopped goes out by that alone, unless it still waits for its turn.
///
/// # Errors
/// `Forbidden` where the member's role may not, see [`blocks::Why::lifted_by`]; `required` or `too_long` at `reason`: the page
/// comes back with what was typed.
pub async fn lift(agent: Agent, Extension(desk): Extension<Desk>, Path(id): Path<String>, form: Fields) -> Reply {
    match lifted(&agent, &id, form.get("reason").unwrap_or_default()).await {
        Ok(true) => Ok(see_other(&format!("/act/messages/{id}")).flash("message-flash-lifted")),
        Ok(false) => Ok(see_other(&format!("/act/messages/{id}"))),
        Err(Error::Refused(refusal)) => {
            let typed = form.get("reason").unwrap_or_default();
            pages::page(&agent, &desk, &id, Some((typed, &refusal))).await
        }
        Err(error) => Err(error.into()),
    }
}

/// False where no block stands (any more).
async fn lifted(asking: &Asking, id: &str, reason: &str) -> Result<bool> {
    let (workspace, member) = (asking.workspace(), asking.member());
    let txn = asking.store().write().await?;
    let found = outbox::find(&*txn, workspace, id).await?;
    let block = blocks::of(&*txn, workspace, &found.address).await?;
    let Some(why) = block.filter(|block| block.lifted.is_none()).map(|block| block.why) else { return Ok(false) };
    if asking.role() < why.lifted_by() {
        return Err(Error::Forbidden);
    }
    check(reason)?;
    if !blocks::lift(&txn, workspace, &found.address, why, member.as_str(), reason).await? {
        return Ok(false);
    }
    let detail = json!({ "why": why.as_str(), "reason": reason });
    let deed = Deed { actor: member.as_str(), action: "address.lift", subject: id, detail };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(true)
}

fn check(reason: &str) -> Result<(), Refusal> {
    if reason.is_empty() {
        return Err(Refusal::new("required").at("reason"));
    }
    if reason.chars().count() > REASON_CHARS_MAX {
        return Err(Refusal::new("too_long").at("reason").with("max", REASON_CHARS_MAX.to_string()));
    }
    Ok(())
}
