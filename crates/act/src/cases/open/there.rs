//! What is there already of what a batch says, asked for once for the whole batch. On PostgreSQL the cases are held until
//! the batch is kept: what a member does at the same time comes before or after, not in between.

use std::collections::{HashMap, HashSet};

use kernel::{Result, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use store::entity::case_signal;
use store::{Check, Txn};

use super::{Judged, ROWS_MAX};
use crate::cases::entity::{case, event, note};
use crate::cases::withdrawn::Withdrawn;

/// The open case of a customer.
#[derive(Clone, Debug)]
pub enum Open {
    Kept(Box<case::Model>),
    /// One that this batch opens: its place among them.
    Fresh(usize),
}

/// What is there already.
#[derive(Default)]
pub struct There {
    /// Cases by identity of the response that opened them.
    pub known: HashMap<Vec<u8>, case::Model>,
    /// Responses that belong to a case that another one opened.
    pub joined: HashSet<Vec<u8>>,
    /// By customer the open case, the latest of each.
    pub open: HashMap<String, Open>,
    pub withdrawn: Withdrawn,
    /// Cases whose response calls for nothing any more, and that hold something else.
    touched: HashSet<String>,
}

impl There {
    pub async fn of(txn: &Txn, workspace: WorkspaceId, judged: &[Judged<'_>]) -> Result<Self> {
        let mut there = Self { withdrawn: Withdrawn::of(txn.store(), workspace).await?, ..Self::default() };
        for some in judged.chunks(ROWS_MAX) {
            there.ask(txn, workspace, some).await?;
        }
        Ok(there)
    }

    async fn ask(&mut self, txn: &Txn, workspace: WorkspaceId, judged: &[Judged<'_>]) -> Result<()> {
        let known = case::Entity::find()
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::Uid.is_in(judged.iter().map(|one| one.logged.uid.0.to_vec())))
            .lock_exclusive()
            .all(&**txn)
            .await
            .check()?;
        let calling = || judged.iter().filter(|one| one.call.is_some());
        let calls: HashSet<&[u8]> = calling().map(|one| one.logged.uid.0.as_slice()).collect();
        let gone = known.iter().filter(|case| is_free(case) && !calls.contains(case.uid.as_slice()));
        self.touched.extend(touched(txn, &gone.map(|case| case.id.as_str()).collect::<Vec<_>>()).await?);
        self.known.extend(known.into_iter().map(|case| (case.uid.clone(), case)));
        if !calls.is_empty() {
            let joined = self.joined(txn, workspace, &calls).await?;
            self.joined.extend(joined);
        }
        let customers: HashSet<&str> =
            calling().filter_map(|one| Some(one.logged.contact_id.as_ref()?.as_str())).collect();
        if !customers.is_empty() {
            let open = self.open(txn, workspace, &customers).await?;
            self.open.extend(open);
        }
        Ok(())
    }

    async fn joined(&self, txn: &Txn, workspace: WorkspaceId, uids: &HashSet<&[u8]>) -> Result<Vec<Vec<u8>>> {
        let mut query = case_signal::Entity::find()
            .filter(case_signal::Column::WorkspaceId.eq(workspace.0))
            .filter(case_signal::Column::Uid.is_in(uids.iter().map(|uid| uid.to_vec())));
        if !self.withdrawn.is_empty() {
            let unseen = case::Entity::find().select_only().column(case::Column::Id);
            let unseen = unseen.filter(case::Column::WorkspaceId.eq(workspace.0)).filter(self.withdrawn.only());
            query = query.filter(case_signal::Column::CaseId.not_in_subquery(unseen.into_query()));
        }
        Ok(query.all(&**txn).await.check()?.into_iter().map(|row| row.uid).collect())
    }

    async fn open(
        &self,
        txn: &Txn,
        workspace: WorkspaceId,
        customers: &HashSet<&str>,
    ) -> Result<HashMap<String, Open>> {
        let found = case::Entity::find()
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::ClosedAt.is_null())
            .filter(case::Column::ContactId.is_in(customers.iter().copied()))
            .filter(self.withdrawn.left_out())
            .order_by_asc(case::Column::OpenedAt)
            .lock_exclusive()
            .all(&**txn)
            .await
            .check()?;
        Ok(found.into_iter().filter_map(|case| Some((case.contact_id.clone()?, Open::Kept(Box::new(case))))).collect())
    }

    /// Whether nobody has touched a case, and nothing else is in it.
    pub fn is_untouched(&self, found: &case::Model) -> bool {
        is_free(found) && !self.touched.contains(&found.id)
    }

    /// A case as it is now: the customer's next complaint in this batch meets it.
    pub fn changed(&mut self, now: case::Model) {
        let Some(customer) = now.contact_id.clone().filter(|_| now.closed_at.is_none()) else { return };
        let is_other = |open: &Open| !matches!(open, Open::Kept(case) if case.id == now.id);
        if !self.open.get(&customer).is_some_and(is_other) {
            self.open.insert(customer, Open::Kept(Box::new(now)));
        }
    }

    /// A case that is not there any more.
    pub fn gone(&mut self, id: &str) {
        self.open.retain(|_, open| !matches!(open, Open::Kept(case) if case.id == id));
    }
}

/// Whether nobody has it, and nothing was done with it that its row says.
fn is_free(found: &case::Model) -> bool {
    let was_done = [found.answered_at, found.closed_at, found.initiative_at, found.again_at];
    found.owner.is_none() && was_done.iter().all(Option::is_none)
}

/// Of these cases, those in which somebody did something, wrote something, or complained again. Steps of a playbook are
/// events, too.
async fn touched(txn: &Txn, cases: &[&str]) -> Result<HashSet<String>> {
    let mut touched = HashSet::new();
    if cases.is_empty() {
        return Ok(touched);
    }
    let cases = || cases.iter().copied();
    let signals = case_signal::Entity::find().filter(case_signal::Column::CaseId.is_in(cases()));
    touched.extend(signals.all(&**txn).await.check()?.into_iter().map(|row| row.case_id));
    let notes = note::Entity::find().filter(note::Column::CaseId.is_in(cases()));
    touched.extend(notes.all(&**txn).await.check()?.into_iter().map(|row| row.case_id));
    let events = event::Entity::find().filter(event::Column::CaseId.is_in(cases()));
    let events = events.filter(event::Column::MemberId.is_not_null());
    touched.extend(events.all(&**txn).await.check()?.into_iter().map(|row| row.case_id));
    Ok(touched)
}
