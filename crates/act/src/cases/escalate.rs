//! What happens with cases that are late: step by step their priority rises, and somebody else may get them.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use kernel::{Result, Timestamp, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store, Txn};

use super::assign::PRIORITY_MAX;
use super::entity::case::{self, Column};
use super::entity::event as events;
use super::event::{self, What};
use super::notice::{self, Notices, Reason};
use super::settings::{Settings, Step};
use super::stage::ours;
use super::withdrawn::Withdrawn;

/// Cases that one run takes on; the next takes more.
pub const CASES_MAX: u64 = 100;

/// Takes each case that is late enough for its next step one step further; how many. What was done once is not done again,
/// however often and by how many nodes this is called.
pub async fn escalate(store: &Store, workspace: WorkspaceId, notices: &Notices) -> Result<usize> {
    let settings = Settings::of(store.reads(), workspace).await?;
    if settings.steps.is_empty() {
        return Ok(0);
    }
    let late = Late::of(store, workspace, &settings).await?;
    if late.find(store.reads(), false).await?.is_empty() {
        return Ok(0);
    }
    let txn = store.write().await?;
    // Meanwhile somebody may have answered, or another node may have been here: from now on they wait.
    let found = late.find(&*txn, true).await?;
    let count = found.len();
    let mut told: HashMap<String, String> = HashMap::new();
    for (case, step) in found {
        let people = raise(&txn, workspace, &case, step).await?;
        told.extend(people.into_iter().map(|member| (member, case.id.clone())));
    }
    // One notice a person and run: the queue shows the rest.
    for (owner, case) in told {
        let once = store.env().secret();
        notices.send(&txn, workspace, &owner, Reason::Escalated, (&case, &once)).await?;
    }
    txn.commit().await?;
    Ok(count)
}

/// What is late in a workspace.
struct Late<'a> {
    workspace: WorkspaceId,
    settings: &'a Settings,
    zone: TimeZone,
    withdrawn: Withdrawn,
    now: Timestamp,
}

impl<'a> Late<'a> {
    async fn of(store: &Store, workspace: WorkspaceId, settings: &'a Settings) -> Result<Self> {
        let zone = store.workspace(workspace).await?.and_then(|row| TimeZone::get(&row.zone).ok());
        Ok(Self {
            workspace,
            settings,
            zone: zone.unwrap_or(TimeZone::UTC),
            withdrawn: Withdrawn::of(store, workspace).await?,
            now: store.env().now(),
        })
    }

    /// The cases whose next step is due, each with that step; the latest first, [`CASES_MAX`] at most. With `holds`, nobody
    /// else changes them until the write is over.
    async fn find(&self, db: &impl ConnectionTrait, holds: bool) -> Result<Vec<(case::Model, &'a Step)>> {
        let mut found = Vec::new();
        for (done, step) in self.settings.steps.iter().enumerate() {
            // An hour of work is at least an hour: this leaves out nothing that is late.
            let least = self.now.minus(step.after_minutes.max(0) * kernel::time::MINUTE);
            let mut query = case::Entity::find()
                .filter(Column::WorkspaceId.eq(self.workspace.0))
                .filter(ours())
                .filter(Column::Escalated.eq(done as i32))
                .filter(Column::DueAt.lt(least.0))
                .filter(self.withdrawn.left_out())
                .order_by_asc(Column::DueAt)
                .limit(CASES_MAX - found.len() as u64);
            if holds {
                query = query.lock_exclusive();
            }
            let hours = &self.settings.hours;
            let is_late =
                |case: &case::Model| hours.after(Timestamp(case.due_at), step.after_minutes, &self.zone) <= self.now;
            let cases = query.all(db).await.check()?;
            found.extend(cases.into_iter().filter(is_late).map(|case| (case, step)));
            if found.len() as u64 >= CASES_MAX {
                break;
            }
        }
        Ok(found)
    }
}

/// One step for one case; who is told of it.
async fn raise(txn: &Txn, workspace: WorkspaceId, found: &case::Model, step: &Step) -> Result<Vec<String>> {
    let now = txn.store().env().now();
    let to = match &step.to {
        Some(to) if may_get(txn, workspace, found, to).await? => Some(to.clone()),
        _ => None,
    };
    let mut row = case::ActiveModel {
        id: Set(found.id.clone()),
        priority: Set((found.priority + 1).min(PRIORITY_MAX)),
        escalated: Set(found.escalated + 1),
        escalated_at: Set(Some(now.0)),
        updated_at: Set(now.0),
        ..Default::default()
    };
    let owner = match (&to, &found.owner) {
        (Some(to), _) => Some(to.clone()),
        // Loose where its owner has left.
        (None, Some(owner)) => notice::here(txn, workspace, owner).await?.map(|member| member.id),
        (None, None) => None,
    };
    if owner != found.owner {
        row.owner = Set(owner.clone());
    }
    case::Entity::update(row).exec(&**txn).await.check()?;
    let number = (found.escalated + 1).to_string();
    event::note(txn, workspace, &found.id, None, What::Escalated, Some(&number)).await?;
    if let Some(to) = &to {
        event::note(txn, workspace, &found.id, None, What::Assigned, Some(to)).await?;
    }
    let deed = Deed { actor: "clock", action: "case.escalate", subject: &found.id, detail: json!({ "to": to }) };
    audit::note(txn, workspace, deed).await?;
    // Whom the step names hears of it even where the case stays with another.
    Ok(owner.into_iter().chain(step.to.clone()).collect())
}

/// Only who works here, and has not had this case since the customer came back, if they did: what two people pass to each
/// other, nobody answers.
async fn may_get(txn: &Txn, workspace: WorkspaceId, found: &case::Model, to: &str) -> Result<bool> {
    if found.owner.as_deref() == Some(to) || notice::here(txn, workspace, to).await?.is_none() {
        return Ok(false);
    }
    let had = events::Entity::find()
        .filter(events::Column::CaseId.eq(&found.id))
        .filter(events::Column::Kind.eq(What::Assigned.as_str()))
        .filter(events::Column::Detail.eq(to))
        .filter(events::Column::At.gte(found.again_at.unwrap_or(found.opened_at)))
        .one(&**txn)
        .await
        .check()?;
    Ok(had.is_none())
}
