//! Addresses that are not written to: why, since when, and who has lifted that.
//!
//! Only hashes of addresses are kept. A block that was lifted stays as what it was, until the address is blocked anew.

use kernel::{MessageId, Result, Role, Timestamp, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use store::{Check, Txn};

use super::entity::{message, suppression};
use super::kind::Purpose;
use super::token::address_hash;

/// The scope of a suppression that stops everything.
pub(super) const ALL: &str = "all";

/// Why an address is not written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Bounced,
    Complained,
    Unsubscribed,
}

impl Why {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::Complained => "complained",
            Self::Unsubscribed => "unsubscribed",
        }
    }

    /// Of an address that nothing is sent to.
    pub(super) fn parse(text: &str) -> Self {
        if text == Self::Complained.as_str() { Self::Complained } else { Self::Bounced }
    }

    /// The least role that may lift such a block. Writing to those who called our mails spam costs what all mails of the
    /// workspace are worth to mail providers; a mailbox that does not work after all costs one mail.
    pub fn lifted_by(self) -> Role {
        if self == Self::Bounced { Role::Agent } else { Role::Manager }
    }
}

/// That nothing is sent to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub why: Why,
    pub at: Timestamp,
    /// The message that came back, or that was called spam; none of blocks from before that was noted.
    pub about: Option<MessageId>,
    /// None while it stands.
    pub lifted: Option<Lifted>,
}

/// That a block does not stand any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lifted {
    pub at: Timestamp,
    /// Id of a member.
    pub by: String,
    /// In the member's words.
    pub reason: String,
}

impl From<suppression::Model> for Block {
    fn from(row: suppression::Model) -> Self {
        let lifted = row.lifted_at.map(|at| Lifted {
            at: Timestamp(at),
            by: row.lifted_by.unwrap_or_default(),
            reason: row.lifted_why.unwrap_or_default(),
        });
        let about = row.message_id.map(MessageId::from_outside);
        Self { why: Why::parse(&row.why), at: Timestamp(row.at), about, lifted }
    }
}

/// The block of an address, whether it stands or was lifted.
pub async fn of(db: &impl ConnectionTrait, workspace: WorkspaceId, address: &str) -> Result<Option<Block>> {
    let key = (workspace.0, address_hash(workspace, address), ALL.to_owned());
    Ok(suppression::Entity::find_by_id(key).one(db).await.check()?.map(Block::from))
}

/// Stops messages to an address: all of them, or those for one purpose. What its owner said outlasts that a mail came back.
pub async fn suppress(
    txn: &Txn,
    workspace: WorkspaceId,
    address: &str,
    purpose: Option<Purpose>,
    why: Why,
) -> Result<()> {
    keep(txn, workspace, address, purpose.map_or(ALL, Purpose::as_str), why, None).await
}

/// Stops all messages to the address of one that came back, or was called spam.
pub(super) async fn block(txn: &Txn, message: &message::Model, why: Why) -> Result<()> {
    keep(txn, message.workspace(), &message.address, ALL, why, Some(&message.id)).await
}

async fn keep(
    txn: &Txn,
    workspace: WorkspaceId,
    address: &str,
    scope: &str,
    why: Why,
    about: Option<&str>,
) -> Result<()> {
    use suppression::Column;
    let row = suppression::ActiveModel {
        workspace_id: Set(workspace.0),
        address_hash: Set(address_hash(workspace, address)),
        scope: Set(scope.into()),
        why: Set(why.as_str().into()),
        at: Set(txn.store().env().now().0),
        message_id: Set(about.map(str::to_owned)),
        lifted_at: Set(None),
        lifted_by: Set(None),
        lifted_why: Set(None),
    };
    let mut known = OnConflict::columns([Column::WorkspaceId, Column::AddressHash, Column::Scope]);
    known.update_columns([
        Column::Why,
        Column::At,
        Column::MessageId,
        Column::LiftedAt,
        Column::LiftedBy,
        Column::LiftedWhy,
    ]);
    if why == Why::Bounced {
        let column = |column| Expr::col((suppression::Entity, column));
        let came_back = column(Column::Why).eq(Why::Bounced.as_str());
        known.action_and_where(came_back.or(column(Column::LiftedAt).is_not_null()));
    }
    suppression::Entity::insert(row).on_conflict(known).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

/// Lets an address be written to again; false where its block does not stand (any more). What its owner has said about
/// purposes stays.
pub(super) async fn lift(
    txn: &Txn,
    workspace: WorkspaceId,
    address: &str,
    why: Why,
    member: &str,
    reason: &str,
) -> Result<bool> {
    use suppression::Column;
    let lifted = suppression::Entity::update_many()
        .col_expr(Column::LiftedAt, Expr::value(Some(txn.store().env().now().0)))
        .col_expr(Column::LiftedBy, Expr::value(Some(member)))
        .col_expr(Column::LiftedWhy, Expr::value(Some(reason)))
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::AddressHash.eq(address_hash(workspace, address)))
        .filter(Column::Scope.eq(ALL))
        // Of what is lifted for one reason, another one may have come meanwhile.
        .filter(Column::Why.eq(why.as_str()))
        .filter(Column::LiftedAt.is_null())
        .exec(&**txn)
        .await
        .check()?;
    Ok(lifted.rows_affected == 1)
}
