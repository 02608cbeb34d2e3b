//! Links that work once: the first owner's, log-in without a password, invitations.

use kernel::{MemberId, Result, Role, WorkspaceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::ticket::{ActiveModel, Column, Entity, Model};
use crate::sessions::hash;
use crate::{Check, Store, Txn};

pub const LIFE_MICROS: i64 = 7 * kernel::time::DAY;

/// What a link lets its holder do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Become the first owner of an installation that has none.
    Owner,
    /// Sign in as this member.
    Login(MemberId),
    /// Become a member with this role; bound to the address where one is given.
    Invite { role: Role, email: Option<String> },
}

/// Makes a ticket; the returned secret is the last part of the link.
pub async fn issue(txn: &Txn, workspace: WorkspaceId, purpose: &Purpose) -> Result<String> {
    let (secret, now) = (txn.store().env().secret(), txn.store().env().now());
    let (name, member, role, email) = match purpose {
        Purpose::Owner => ("owner", None, Some(Role::Owner), None),
        Purpose::Login(member) => ("login", Some(member.to_string()), None, None),
        Purpose::Invite { role, email } => ("invite", None, Some(*role), email.clone()),
    };
    let row = ActiveModel {
        hash: Set(hash(&secret)),
        workspace_id: Set(workspace.0),
        purpose: Set(name.into()),
        member_id: Set(member),
        email: Set(email),
        role: Set(role.map(|role| role.as_str().into())),
        expires_at: Set(now.plus(LIFE_MICROS).0),
        used_at: Set(None),
        created_at: Set(now.0),
    };
    Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(secret)
}

/// Uses a ticket up. Of two that try at once, one gets it; a used, expired or unknown one gives nothing.
pub async fn redeem(txn: &Txn, secret: &str) -> Result<Option<Model>> {
    let now = txn.store().env().now();
    let used = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(Some(now.0)))
        .filter(Column::Hash.eq(hash(secret)))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(now.0))
        .exec(&**txn)
        .await
        .check()?;
    if used.rows_affected == 0 {
        return Ok(None);
    }
    Entity::find_by_id(hash(secret)).one(&**txn).await.check()
}

/// Ends all tickets of one purpose that are still open, e.g. first-owner links once there is an owner.
pub async fn void(txn: &Txn, workspace: WorkspaceId, purpose: &str) -> Result<()> {
    Entity::delete_many()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::UsedAt.is_null())
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}

impl Store {
    /// The ticket behind a secret, without using it up: for showing the page on which it will be used.
    pub async fn ticket(&self, secret: &str) -> Result<Option<Model>> {
        let now = self.env().now();
        Entity::find_by_id(hash(secret))
            .filter(Column::UsedAt.is_null())
            .filter(Column::ExpiresAt.gt(now.0))
            .one(self.reads())
            .await
            .check()
    }
}
