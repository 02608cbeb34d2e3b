//! Who may be written to: consent by purpose, and addresses that are not written to any more.

use std::collections::{HashMap, HashSet};

use kernel::{ContactId, Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use store::entity::contact;
use store::{Check, Txn};

use super::entity::{consent, message, suppression};
use super::kind::{Kind, Purpose, State};
use super::token::address_hash;

/// The scope of a suppression that stops everything.
const ALL: &str = "all";
/// People that one statement asks about.
const MANY: usize = 500;

/// Why an address is not written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Bounced,
    Complained,
    Unsubscribed,
}

impl Why {
    fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Unsubscribed => "unsubscribed",
        }
    }

    /// Of an address that nothing is sent to.
    fn parse(text: &str) -> Self {
        if text == Self::Complained.as_str() { Self::Complained } else { Self::Bounced }
    }
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

/// Notes what a contact says now about a purpose; `how` says how that came to be known, e.g. `survey:visit`. It counts
/// whatever is known, even from a clock that was ahead.
pub async fn note(
    txn: &Txn,
    workspace: WorkspaceId,
    contact: &ContactId,
    purpose: Purpose,
    is_given: bool,
    how: &str,
) -> Result<()> {
    let at = txn.store().env().now();
    let mut counts = same_word();
    let known = Expr::col((consent::Entity, consent::Column::At));
    let latest = Expr::case(known.clone().gt(at.0), known).finally(at.0);
    counts.update_columns([consent::Column::IsGiven, consent::Column::How]).value(consent::Column::At, latest);
    keep(txn, workspace, contact, purpose, Said { is_given, how, at }, counts).await?;
    if is_given { release(txn, workspace, contact, purpose, Timestamp(i64::MAX)).await } else { Ok(()) }
}

/// What a contact said, how that came to be known, and when they said it.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub is_given: bool,
    pub how: &'a str,
    pub at: Timestamp,
}

/// [`note`] of something that was said at another time: what was said later stays. A time to come counts as now, or nobody
/// could take back until then what a wrong clock says that they agreed to.
pub async fn note_at(
    txn: &Txn,
    workspace: WorkspaceId,
    contact: &ContactId,
    purpose: Purpose,
    said: Said<'_>,
) -> Result<()> {
    let said = Said { at: said.at.min(txn.store().env().now()), ..said };
    let mut counts = same_word();
    counts
        .update_columns([consent::Column::IsGiven, consent::Column::How, consent::Column::At])
        .action_and_where(Expr::col((consent::Entity, consent::Column::At)).lte(said.at.0));
    keep(txn, workspace, contact, purpose, said, counts).await?;
    if said.is_given { release(txn, workspace, contact, purpose, said.at).await } else { Ok(()) }
}

fn same_word() -> OnConflict {
    OnConflict::columns([consent::Column::WorkspaceId, consent::Column::ContactId, consent::Column::Purpose])
}

/// `counts` says what becomes of what was said before.
async fn keep(
    txn: &Txn,
    workspace: WorkspaceId,
    contact: &ContactId,
    purpose: Purpose,
    said: Said<'_>,
    counts: OnConflict,
) -> Result<()> {
    let row = consent::ActiveModel {
        workspace_id: Set(workspace.0),
        contact_id: Set(contact.to_string()),
        purpose: Set(purpose.as_str().into()),
        is_given: Set(said.is_given),
        how: Set(said.how.chars().take(200).collect()),
        at: Set(said.at.0),
    };
    consent::Entity::insert(row).on_conflict(counts).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

/// What a contact has said about a purpose; none while they have said nothing.
pub async fn said(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    contact: &ContactId,
    purpose: Purpose,
) -> Result<Option<bool>> {
    let key = (workspace.0, contact.to_string(), purpose.as_str().to_owned());
    Ok(consent::Entity::find_by_id(key).one(db).await.check()?.map(|row| row.is_given))
}

/// Stops messages to an address: all of them, or those for one purpose. What its owner said outlasts that a mail came back.
pub async fn suppress(
    txn: &Txn,
    workspace: WorkspaceId,
    address: &str,
    purpose: Option<Purpose>,
    why: Why,
) -> Result<()> {
    let row = suppression::ActiveModel {
        workspace_id: Set(workspace.0),
        address_hash: Set(address_hash(workspace, address)),
        scope: Set(purpose.map_or(ALL, Purpose::as_str).into()),
        why: Set(why.as_str().into()),
        at: Set(txn.store().env().now().0),
    };
    let mut known = OnConflict::columns([
        suppression::Column::WorkspaceId,
        suppression::Column::AddressHash,
        suppression::Column::Scope,
    ]);
    match why {
        Why::Bounced => known.do_nothing(),
        _ => known.update_columns([suppression::Column::Why, suppression::Column::At]),
    };
    suppression::Entity::insert(row).on_conflict(known).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

/// Forgets that mails to an address came back: a member knows that it works.
pub async fn forget_bounces(txn: &Txn, workspace: WorkspaceId, address: &str) -> Result<()> {
    suppression::Entity::delete_many()
        .filter(suppression::Column::WorkspaceId.eq(workspace.0))
        .filter(suppression::Column::AddressHash.eq(address_hash(workspace, address)))
        .filter(suppression::Column::Why.eq(Why::Bounced.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}

/// Lets the addresses of a contact who agrees be written to again for that purpose, where they unsubscribed until `said`.
async fn release(
    txn: &Txn,
    workspace: WorkspaceId,
    contact: &ContactId,
    purpose: Purpose,
    said: Timestamp,
) -> Result<()> {
    let addresses = addresses(txn, workspace, contact).await?;
    suppression::Entity::delete_many()
        .filter(suppression::Column::WorkspaceId.eq(workspace.0))
        .filter(suppression::Column::AddressHash.is_in(addresses.iter().map(|to| address_hash(workspace, to))))
        .filter(suppression::Column::Scope.eq(purpose.as_str()))
        .filter(suppression::Column::At.lte(said.0))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}

/// Where a contact was written to, and what they themselves call their address.
async fn addresses(txn: &Txn, workspace: WorkspaceId, contact: &ContactId) -> Result<Vec<String>> {
    let mut all: Vec<String> = message::Entity::find()
        .select_only()
        .column(message::Column::Address)
        .distinct()
        .filter(message::Column::WorkspaceId.eq(workspace.0))
        .filter(message::Column::ContactId.eq(contact.as_str()))
        .limit(MANY as u64)
        .into_tuple()
        .all(&**txn)
        .await
        .check()?;
    let own = contact::Entity::find_by_id(contact.as_str()).filter(contact::Column::WorkspaceId.eq(workspace.0));
    if let Some(own) = own.one(&**txn).await.check()? {
        let attributes: serde_json::Value = serde_json::from_str(&own.attributes).unwrap_or_default();
        all.extend(attributes.get("email").and_then(|email| email.as_str()).map(str::to_owned));
        all.push(own.key);
    }
    Ok(all)
}

/// [`judge`] for many at once, in their order: a few statements for each five hundred.
pub(crate) async fn judge_all(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    kind: Kind,
    people: &[(ContactId, String)],
) -> Result<Vec<State>> {
    let purpose = kind.purpose();
    let scopes = [Some(ALL), purpose.map(Purpose::as_str)];
    let mut states = Vec::with_capacity(people.len());
    for some in people.chunks(MANY) {
        let hashes: Vec<String> = some.iter().map(|(_, address)| address_hash(workspace, address)).collect();
        let stopped = suppression::Entity::find()
            .filter(suppression::Column::WorkspaceId.eq(workspace.0))
            .filter(suppression::Column::AddressHash.is_in(&hashes))
            .filter(suppression::Column::Scope.is_in(scopes.into_iter().flatten()))
            .all(db)
            .await
            .check()?;
        let (blocked, refused): (Vec<_>, Vec<_>) = stopped.into_iter().partition(|row| row.scope == ALL);
        let hashes_of = |rows: Vec<suppression::Model>| rows.into_iter().map(|row| row.address_hash).collect();
        let (blocked, refused): (HashSet<String>, HashSet<String>) = (hashes_of(blocked), hashes_of(refused));
        let said = match purpose {
            Some(purpose) => consent::Entity::find()
                .filter(consent::Column::WorkspaceId.eq(workspace.0))
                .filter(consent::Column::Purpose.eq(purpose.as_str()))
                .filter(consent::Column::ContactId.is_in(some.iter().map(|(contact, _)| contact.as_str())))
                .all(db)
                .await
                .check()?,
            None => vec![],
        };
        let said: HashMap<&str, bool> = said.iter().map(|row| (row.contact_id.as_str(), row.is_given)).collect();
        states.extend(some.iter().zip(&hashes).map(|((contact, _), hash)| {
            let may = said.get(contact.as_str()).copied().unwrap_or(purpose != Some(Purpose::FollowUp));
            match (blocked.contains(hash), may && !refused.contains(hash)) {
                (true, _) => State::Suppressed,
                (false, true) => State::Queued,
                (false, false) => State::HeldWithoutConsent,
            }
        }));
    }
    Ok(states)
}

/// The state that a message has before it is sent: queued, or why it may not go.
pub(crate) async fn judge(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    kind: Kind,
    contact: Option<&ContactId>,
    address: &str,
) -> Result<State> {
    let stop = stop(db, workspace, kind, contact, address).await?;
    Ok(stop.map_or(State::Queued, Stop::state))
}

/// What stands in the way of a message, if anything does.
pub(crate) async fn stop(
    db: &impl ConnectionTrait,
    workspace: WorkspaceId,
    kind: Kind,
    contact: Option<&ContactId>,
    address: &str,
) -> Result<Option<Stop>> {
    let purpose = kind.purpose();
    let scopes = [Some(ALL), purpose.map(Purpose::as_str)];
    let suppressed = suppression::Entity::find()
        .filter(suppression::Column::WorkspaceId.eq(workspace.0))
        .filter(suppression::Column::AddressHash.eq(address_hash(workspace, address)))
        .filter(suppression::Column::Scope.is_in(scopes.into_iter().flatten()))
        .all(db)
        .await
        .check()?;
    if let Some(all) = suppressed.iter().find(|row| row.scope == ALL) {
        return Ok(Some(Stop::Blocked(Why::parse(&all.why))));
    }
    // Whoever reads the mails that go there has unsubscribed, be it as another contact.
    if !suppressed.is_empty() {
        return Ok(Some(Stop::NoConsent));
    }
    let Some(purpose) = purpose else { return Ok(None) };
    let said = match contact {
        Some(contact) => said(db, workspace, contact, purpose).await?,
        None => None,
    };
    let may = said.unwrap_or(purpose == Purpose::Service);
    Ok((!may).then_some(Stop::NoConsent))
}
