//! Signed-in browsers. The cookie holds a secret; the table holds its hash.

use kernel::{MemberId, Result, Timestamp, WorkspaceId, id};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};

use crate::entity::{member, session};
use crate::{Check, Store, Txn};

/// A session ends this long after its last use, and at the latest this long after log-in.
pub const IDLE_MICROS: i64 = 14 * kernel::time::DAY;
pub const LONGEST_MICROS: i64 = 60 * kernel::time::DAY;
/// The last use is noted at this grain, so that reading pages does not write at every click.
const SEEN_GRAIN: i64 = kernel::time::HOUR;

/// What is kept of a secret.
pub fn hash(secret: &str) -> String {
    id::base32(&Sha256::digest(secret.as_bytes()))
}

/// Signs a member in; the returned secret goes into the cookie.
pub async fn open(txn: &Txn, workspace: WorkspaceId, member: &MemberId) -> Result<String> {
    let (secret, now) = (txn.store().env().secret(), txn.store().env().now());
    let row = session::ActiveModel {
        hash: Set(hash(&secret)),
        workspace_id: Set(workspace.0),
        member_id: Set(member.to_string()),
        created_at: Set(now.0),
        seen_at: Set(now.0),
        expires_at: Set(now.plus(LONGEST_MICROS).0),
    };
    session::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(secret)
}

/// Ends one session.
pub async fn close(txn: &Txn, secret: &str) -> Result<()> {
    session::Entity::delete_by_id(hash(secret)).exec(&**txn).await.check()?;
    Ok(())
}

/// Ends all sessions of a member: after a change of password or role, or when the member is disabled.
pub async fn close_all(txn: &Txn, workspace: WorkspaceId, member: &MemberId) -> Result<()> {
    session::Entity::delete_many()
        .filter(session::Column::WorkspaceId.eq(workspace.0))
        .filter(session::Column::MemberId.eq(member.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}

impl Store {
    /// The member behind a cookie, if the session lives and the member is not disabled.
    pub async fn session(&self, secret: &str) -> Result<Option<member::Model>> {
        let now = self.env().now();
        let Some(session) = session::Entity::find_by_id(hash(secret)).one(self.reads()).await.check()? else {
            return Ok(None);
        };
        if session.expires_at <= now.0 || session.seen_at + IDLE_MICROS <= now.0 {
            return Ok(None);
        }
        if now.since(Timestamp(session.seen_at)) > SEEN_GRAIN {
            // Pages are shown on a full disk, too; the session then ends a little earlier.
            if let Err(error) = self.note_use(&session.hash, now).await {
                tracing::warn!(%error, "the use of a session could not be noted");
            }
        }
        member::Entity::find_by_id(session.member_id)
            .filter(member::Column::WorkspaceId.eq(session.workspace_id))
            .filter(member::Column::DisabledAt.is_null())
            .one(self.reads())
            .await
            .check()
    }

    async fn note_use(&self, hash: &str, now: Timestamp) -> Result<()> {
        let txn = self.write().await?;
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now.0))
            .filter(session::Column::Hash.eq(hash))
            .exec(&*txn)
            .await
            .check()?;
        txn.commit().await
    }
}
