//! What contacts have said about being written to, by purpose.

use kernel::{ContactId, Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use store::entity::contact;
use store::{Check, Txn};

pub use super::blocks::{Why, suppress};
use super::entity::{consent, message, suppression};
use super::kind::Purpose;
use super::since;
use super::token::address_hash;

/// Addresses of one contact that are looked at.
const ADDRESSES_MAX: u64 = 500;

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
        .limit(ADDRESSES_MAX)
        .into_tuple()
        .all(&**txn)
        .await
        .check()?;
    let own = contact::Entity::find_by_id(contact.as_str()).filter(contact::Column::WorkspaceId.eq(workspace.0));
    if let Some(own) = own.one(&**txn).await.check()? {
        all.extend(since::own_addresses(&own));
    }
    Ok(all)
}
