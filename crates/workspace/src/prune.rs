//! Forgetting what has ended.

use kernel::{Result, Timestamp};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use store::entity::{session, ticket};
use store::sessions::IDLE_MICROS;
use store::{Check, Store};

/// How many rows were forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pruned {
    pub sessions: u64,
    pub tickets: u64,
}

/// Deletes sessions that ended and tickets past their time, in all workspaces. To be called once a day; neither
/// opens anything before this runs.
pub async fn prune(store: &Store, now: Timestamp) -> Result<Pruned> {
    let txn = store.write().await?;
    let ended = Condition::any()
        .add(session::Column::ExpiresAt.lte(now.0))
        .add(session::Column::SeenAt.lte(now.minus(IDLE_MICROS).0));
    let sessions = session::Entity::delete_many().filter(ended).exec(&*txn).await.check()?;
    let expired = ticket::Column::ExpiresAt.lte(now.0);
    let tickets = ticket::Entity::delete_many().filter(expired).exec(&*txn).await.check()?;
    txn.commit().await?;
    Ok(Pruned { sessions: sessions.rows_affected, tickets: tickets.rows_affected })
}
