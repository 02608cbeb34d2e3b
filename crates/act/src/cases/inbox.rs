//! What customers answer comes back into their case.

use async_trait::async_trait;
use jiff::tz::TimeZone;
use kernel::{Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::{Check, Txn};

use super::entity::case;
use super::event::{self, What};
use super::notice::{self, Notices, Reason};
use super::settings::Settings;
use super::step;
use crate::messages::{Inbox, Received};
use crate::webhooks::{self, Event, Happened};

/// Takes mails that belong to cases; others' are left alone.
#[derive(Clone, Debug)]
pub struct CaseInbox(pub Notices);

#[async_trait]
impl Inbox for CaseInbox {
    async fn received(&self, txn: &Txn, workspace: WorkspaceId, received: &Received) -> Result<()> {
        let Some(found) = of_thread(txn, workspace, &received.thread).await? else { return Ok(()) };
        let once = received.id.as_str();
        if received.bounce.as_ref().is_some_and(|bounce| bounce.fate != crate::messages::Fate::Delivered) {
            return self.tell(txn, workspace, &found, Reason::Bounced, once).await;
        }
        // Nobody waits for an answer to what a program wrote.
        if received.auto {
            return Ok(());
        }
        // Anybody can write into a thread whose address they know: that is a note at most.
        if received.is_foreign {
            return self.tell(txn, workspace, &found, Reason::Foreign, once).await;
        }
        again(txn, workspace, &found, Some(received.at.0)).await?;
        let wrote = Happened::new(Event::CaseCameBack, None).fact("mail", received.id.as_str());
        let wrote = wrote.text("subject", Some(&received.subject)).text("mail", Some(&received.text));
        webhooks::case(txn, workspace, &found.id, wrote).await?;
        self.tell(txn, workspace, &found, Reason::Answered, once).await
    }
}

impl CaseInbox {
    async fn tell(
        &self,
        txn: &Txn,
        workspace: WorkspaceId,
        found: &case::Model,
        reason: Reason,
        once: &str,
    ) -> Result<()> {
        let Some(owner) = &found.owner else { return Ok(()) };
        self.0.send(txn, workspace, owner, reason, (&found.id, once)).await
    }
}

async fn of_thread(txn: &Txn, workspace: WorkspaceId, thread: &str) -> Result<Option<case::Model>> {
    let of = case::Entity::find_by_id(thread).filter(case::Column::WorkspaceId.eq(workspace.0));
    of.lock_exclusive().one(&**txn).await.check()
}

/// It is our turn again: open where it was closed, with a new time to answer, and loose where its owner has left; the case
/// as it is then. `replied_at` is when the customer wrote back.
pub async fn again(
    txn: &Txn,
    workspace: WorkspaceId,
    found: &case::Model,
    replied_at: Option<i64>,
) -> Result<case::Model> {
    let now = txn.store().env().now();
    let mut row = case::ActiveModel { id: Set(found.id.clone()), updated_at: Set(now.0), ..Default::default() };
    if replied_at.is_some() {
        row.replied_at = Set(replied_at);
    }
    let was_ours = found.closed_at.is_none() && (found.answered_at.is_none() || found.again_at.is_some());
    if !was_ours {
        let settings = Settings::of(&**txn, workspace).await?;
        let zone = txn.store().workspace(workspace).await?.and_then(|row| TimeZone::get(&row.zone).ok());
        let minutes = step::rule_of(&**txn, found).await?.map_or(settings.due_minutes, |rule| rule.due_minutes);
        row.due_at = Set(settings.due(now, minutes, &zone.unwrap_or(TimeZone::UTC)).0);
        row.again_at = Set(Some(now.0));
        // What was late before is not late any more.
        row.escalated = Set(0);
    }
    if found.closed_at.is_some() {
        row.closed_at = Set(None);
        row.closed_by = Set(None);
        row.outcome = Set(None);
        row.reopened = Set(found.reopened + 1);
    }
    if let Some(owner) = &found.owner
        && notice::here(txn, workspace, owner).await?.is_none()
    {
        row.owner = Set(None);
    }
    let now = case::Entity::update(row).exec(&**txn).await.check()?;
    if found.closed_at.is_some() && replied_at.is_some() {
        event::note(txn, workspace, &found.id, None, What::Reopened, None).await?;
    }
    Ok(now)
}
