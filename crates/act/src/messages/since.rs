//! Who has written to us since their address was blocked. A member's answer to that is no mail that nobody wants: it may go,
//! alone, and until they complain again.

use std::collections::HashMap;

use kernel::{ContactId, Result, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use store::Check;
use store::entity::{case, case_signal, contact};

use super::blocks::Why;
use super::entity::mail;

/// Why cases are open that the customer's own word has opened.
const SAID: [&str; 3] = ["low_score", "angry_word", "rule"];

/// A blocked address to which an answer goes in a thread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking<'a> {
    pub thread: &'a str,
    pub contact: Option<&'a ContactId>,
    pub address: &'a str,
    pub why: Why,
    /// When it was blocked.
    pub at: Timestamp,
}

impl Asking<'_> {
    fn is_own(&self, address: &str) -> bool {
        address.trim().eq_ignore_ascii_case(self.address.trim())
    }
}

/// Of each, whether they have written since, in this thread: a mail from that very address, or, where they called a mail of ours
/// spam, a complaint of the contact whose address it is. That a mailbox works again only a mail from it shows. A few statements
/// for all.
pub(super) async fn written(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    all: &[Asking<'_>],
) -> Result<Vec<bool>> {
    if all.is_empty() {
        return Ok(vec![]);
    }
    let mails = mails(db, workspace, all).await?;
    let said = said(db, workspace, all).await?;
    let has_written = |one: &Asking<'_>| {
        let by_mail = mails.iter().any(|(thread, from, at)| thread == one.thread && one.is_own(from) && *at > one.at.0);
        by_mail || said.get(one.thread).is_some_and(|said| said.answers(one))
    };
    Ok(all.iter().map(has_written).collect())
}

/// The last mail of each sender into each thread. What somebody else or a program wrote, and what was held, asks for nothing.
async fn mails(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    all: &[Asking<'_>],
) -> Result<Vec<(String, String, i64)>> {
    mail::Entity::find()
        .select_only()
        .column(mail::Column::Thread)
        .column(mail::Column::FromAddress)
        .column_as(mail::Column::ReceivedAt.max(), "at")
        .filter(mail::Column::WorkspaceId.eq(workspace.0))
        .filter(mail::Column::Thread.is_in(all.iter().map(|one| one.thread)))
        .filter(mail::Column::IsForeign.eq(false))
        .filter(mail::Column::IsAuto.eq(false))
        .filter(mail::Column::Held.is_null())
        .filter(mail::Column::Bounce.is_null())
        .group_by(mail::Column::Thread)
        .group_by(mail::Column::FromAddress)
        .into_tuple()
        .all(db)
        .await
        .check()
}

/// The last that the customer of a case has complained, and how they are known.
struct Said {
    contact: String,
    at: i64,
    /// Their key, and what they themselves call their address.
    addresses: Vec<String>,
}

impl Said {
    fn answers(&self, one: &Asking<'_>) -> bool {
        let is_theirs = one.contact.is_some_and(|contact| contact.as_str() == self.contact);
        is_theirs
            && one.why == Why::Complained
            && self.at > one.at.0
            && self.addresses.iter().any(|address| one.is_own(address))
    }
}

/// By case.
async fn said(db: &impl ConnectionTrait, workspace: WorkspaceId, all: &[Asking<'_>]) -> Result<HashMap<String, Said>> {
    let threads = || all.iter().filter(|one| one.why == Why::Complained).map(|one| one.thread);
    if threads().next().is_none() {
        return Ok(HashMap::new());
    }
    let cases = case::Entity::find()
        .filter(case::Column::WorkspaceId.eq(workspace.0))
        .filter(case::Column::Id.is_in(threads()))
        .filter(case::Column::ContactId.is_not_null())
        .all(db)
        .await
        .check()?;
    let signals: Vec<(String, i64)> = case_signal::Entity::find()
        .select_only()
        .column(case_signal::Column::CaseId)
        .column_as(case_signal::Column::At.max(), "at")
        .filter(case_signal::Column::WorkspaceId.eq(workspace.0))
        .filter(case_signal::Column::CaseId.is_in(threads()))
        // When an imported response was given is not known here.
        .filter(case_signal::Column::ImportId.is_null())
        .group_by(case_signal::Column::CaseId)
        .into_tuple()
        .all(db)
        .await
        .check()?;
    let signals: HashMap<String, i64> = signals.into_iter().collect();
    let contacts = contact::Entity::find()
        .filter(contact::Column::WorkspaceId.eq(workspace.0))
        .filter(contact::Column::Id.is_in(cases.iter().filter_map(|case| case.contact_id.as_deref())))
        .all(db)
        .await
        .check()?;
    let contacts: HashMap<&str, &contact::Model> = contacts.iter().map(|one| (one.id.as_str(), one)).collect();
    let of = |case: case::Model| {
        let opened = SAID.contains(&case.why.as_str()).then_some(case.occurred_at);
        let at = opened.max(signals.get(&case.id).copied())?;
        let addresses = own_addresses(contacts.get(case.contact_id.as_deref()?)?);
        Some((case.id, Said { contact: case.contact_id?, at, addresses }))
    };
    Ok(cases.into_iter().filter_map(of).collect())
}

/// What a contact is known by that may be an address: the key, and the attribute that says so.
pub(super) fn own_addresses(contact: &contact::Model) -> Vec<String> {
    let attributes: serde_json::Value = serde_json::from_str(&contact.attributes).unwrap_or_default();
    let email = attributes.get("email").and_then(|email| email.as_str());
    email.into_iter().chain([contact.key.as_str()]).map(str::to_owned).collect()
}
