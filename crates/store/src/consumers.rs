//! Readers of the log that change state. Each takes rows in order and commits its effects together with its
//! checkpoint, so every effect happens exactly once.

use async_trait::async_trait;
use kernel::{Error, Result};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

use crate::entity::{checkpoint, signal};
use crate::{Check, Logged, Store, Txn};

const BATCH: u64 = 500;

/// A reader of the log. Revisions of a signal come as rows of their own with the same uid.
#[async_trait]
pub trait Consumer: Send + Sync {
    /// Stable: the checkpoint is kept under it.
    fn name(&self) -> &'static str;

    /// Takes rows of all workspaces in the order of the log, with the workspace of each.
    async fn consume(&self, txn: &Txn, batch: &[(kernel::WorkspaceId, Logged)]) -> Result<()>;
}

/// Makes sure that sealing waits for `consumer` from now on.
pub async fn register(store: &Store, consumer: &dyn Consumer) -> Result<()> {
    let txn = store.write().await?;
    let row = checkpoint::ActiveModel { consumer: Set(consumer.name().into()), position: Set(0) };
    let known = OnConflict::column(checkpoint::Column::Consumer).do_nothing().to_owned();
    checkpoint::Entity::insert(row).on_conflict(known).exec_without_returning(&*txn).await.check()?;
    txn.commit().await
}

/// Gives `consumer` what it has not seen yet; returns how many rows. Call again until it returns 0.
///
/// # Errors
/// Those of the consumer, after which it will be given the same rows again; `Internal` if it is not registered.
pub async fn advance(store: &Store, consumer: &dyn Consumer) -> Result<usize> {
    // The head is read first: a row after it may be seen next time, but none before it can be missed.
    let head = store.head().await?;
    let seen = checkpoint::Entity::find_by_id(consumer.name()).one(store.reads()).await.check()?;
    let seen =
        seen.ok_or_else(|| Error::internal(format!("consumer `{}` is not registered", consumer.name())))?.position;
    if seen >= head {
        return Ok(0);
    }
    let rows = signal::Entity::find()
        .filter(signal::Column::Position.gt(seen))
        .filter(signal::Column::Position.lte(head))
        .order_by_asc(signal::Column::Position)
        .limit(BATCH)
        .all(store.reads())
        .await
        .check()?;
    let reached = if (rows.len() as u64) < BATCH { head } else { rows.last().map_or(head, |row| row.position) };
    let batch = rows
        .into_iter()
        .map(|row| Ok((kernel::WorkspaceId(row.workspace_id), Logged::try_from(row)?)))
        .collect::<Result<Vec<_>>>()?;
    let txn = store.write().await?;
    // The checkpoint moves first: another node that took the same rows waits here, then finds them taken and leaves,
    // before its effects could get in the way of ours.
    let moved = checkpoint::Entity::update_many()
        .col_expr(checkpoint::Column::Position, reached.into())
        .filter(checkpoint::Column::Consumer.eq(consumer.name()))
        .filter(checkpoint::Column::Position.eq(seen))
        .exec(&*txn)
        .await
        .check()?;
    if moved.rows_affected == 0 {
        return Ok(1);
    }
    consumer.consume(&txn, &batch).await?;
    txn.commit().await?;
    Ok(batch.len().max(1))
}
