//! Whether a message may go, and what stands in its way: a blocked address, or no consent.

use std::collections::{HashMap, HashSet};

use kernel::{ContactId, Result, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use store::Check;

use super::blocks::{ALL, Why};
use super::entity::{consent, suppression};
use super::kind::{Kind, Purpose, State};
use super::since::{self, Asking};
use super::token::address_hash;

/// Messages that one statement asks about.
const MANY: usize = 500;

/// Whom a message would go to, and what for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct To<'a> {
    pub kind: Kind,
    /// None for notices to members.
    pub contact: Option<&'a ContactId>,
    pub address: &'a str,
    /// The case or initiative that it belongs to.
    pub thread: Option<&'a str>,
}

/// Why a message may not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The contact has not agreed to messages of this kind, or somebody with their address has unsubscribed.
    NoConsent,
    /// The address is not written to.
    Blocked(Why),
}

impl Stop {
    pub fn state(self) -> State {
        match self {
            Self::NoConsent => State::HeldWithoutConsent,
            Self::Blocked(_) => State::Suppressed,
        }
    }

    /// Whether the customer said so. That a mail came back is for members to judge.
    pub fn is_a_no(self) -> bool {
        self != Self::Blocked(Why::Bounced)
    }

    /// As the words of the pages are called.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoConsent => "no_consent",
            Self::Blocked(why) => why.as_str(),
        }
    }
}

/// The state that a message has before it is sent: queued, or why it may not go.
pub(crate) async fn judge(db: &impl ConnectionTrait, workspace: WorkspaceId, to: To<'_>) -> Result<State> {
    Ok(stop(db, workspace, to).await?.map_or(State::Queued, Stop::state))
}

/// What stands in the way of a message, if anything does.
pub(crate) async fn stop(db: &impl ConnectionTrait, workspace: WorkspaceId, to: To<'_>) -> Result<Option<Stop>> {
    Ok(stops(db, workspace, &[to]).await?.pop().flatten())
}

/// [`stop`] of many at once, in their order: a few statements for each five hundred.
pub(crate) async fn stops(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    all: &[To<'_>],
) -> Result<Vec<Option<Stop>>> {
    let mut stops = Vec::with_capacity(all.len());
    for some in all.chunks(MANY) {
        let hashes: Vec<String> = some.iter().map(|to| address_hash(workspace, to.address)).collect();
        let (blocks, refused) = suppressions(db, workspace, &hashes).await?;
        let answered = answered(db, workspace, some, &hashes, &blocks).await?;
        let said = said(db, workspace, some).await?;
        stops.extend(some.iter().zip(hashes).enumerate().map(|(place, (to, hash))| {
            if let Some((why, _)) = blocks.get(&hash).filter(|_| !answered.contains(&place)) {
                return Some(Stop::Blocked(*why));
            }
            let purpose = to.kind.purpose()?;
            let word = to.contact.and_then(|contact| said.get(&(contact.to_string(), purpose.as_str().to_owned())));
            let may = word.copied().unwrap_or(purpose == Purpose::Service);
            // Whoever reads the mails that go there may have unsubscribed as another contact.
            (!may || refused.contains(&(hash, purpose.as_str().to_owned()))).then_some(Stop::NoConsent)
        }));
    }
    Ok(stops)
}

/// By hash of an address why and since when nothing goes there.
type Blocks = HashMap<String, (Why, Timestamp)>;

/// What blocks addresses, and for which purposes (hash and purpose) nothing goes there.
async fn suppressions(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    hashes: &[String],
) -> Result<(Blocks, HashSet<(String, String)>)> {
    let rows = suppression::Entity::find()
        .filter(suppression::Column::WorkspaceId.eq(workspace.0))
        .filter(suppression::Column::AddressHash.is_in(hashes))
        .filter(suppression::Column::LiftedAt.is_null())
        .all(db)
        .await
        .check()?;
    let (blocks, refused): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.scope == ALL);
    let block = |row: suppression::Model| (row.address_hash, (Why::parse(&row.why), Timestamp(row.at)));
    let refused = refused.into_iter().map(|row| (row.address_hash, row.scope));
    Ok((blocks.into_iter().map(block).collect(), refused.collect()))
}

/// The places of answers that may go though their address is blocked, see [`since::written`].
async fn answered(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    some: &[To<'_>],
    hashes: &[String],
    blocks: &Blocks,
) -> Result<HashSet<usize>> {
    let asking = some.iter().zip(hashes).enumerate().filter(|(_, (to, _))| to.kind == Kind::CaseReply);
    let asking = asking.filter_map(|(place, (to, hash))| {
        let (why, at) = *blocks.get(hash)?;
        Some((place, Asking { thread: to.thread?, contact: to.contact, address: to.address, why, at }))
    });
    let (places, asking): (Vec<usize>, Vec<Asking<'_>>) = asking.unzip();
    let written = since::written(db, workspace, &asking).await?;
    Ok(places.into_iter().zip(written).filter_map(|(place, written)| written.then_some(place)).collect())
}

/// What contacts have said, by contact and purpose.
async fn said(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    some: &[To<'_>],
) -> Result<HashMap<(String, String), bool>> {
    let contacts: Vec<&str> = some.iter().filter_map(|to| Some(to.contact?.as_str())).collect();
    if contacts.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = consent::Entity::find()
        .filter(consent::Column::WorkspaceId.eq(workspace.0))
        .filter(consent::Column::ContactId.is_in(contacts))
        .all(db)
        .await
        .check()?;
    Ok(rows.into_iter().map(|row| ((row.contact_id, row.purpose), row.is_given)).collect())
}
