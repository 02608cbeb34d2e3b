//! Deliveries do not stay for ever.

use kernel::time::DAY;
use kernel::{Result, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use store::{Check, Store};

use super::entity::delivery::{Column, Entity};
use super::entity::endpoint;
use super::kind::State;
use super::remove::UNDO_MICROS;

/// How long delivered ones are kept.
pub const DELIVERED_MICROS: i64 = 7 * DAY;
/// How long dead ones are kept.
pub const DEAD_MICROS: i64 = 30 * DAY;
/// After so long, one that still waits is dead: its endpoint is off, or has more to take than it takes.
pub const EXPIRED_MICROS: i64 = 5 * DAY;
/// Rows of one transaction.
const ROWS_MAX: u64 = 1_000;

/// Removes what is old, what is removed for good, and gives up what has waited too long. Returns how many rows it changed;
/// call again until it returns 0.
pub async fn prune(store: &Store, now: Timestamp) -> Result<u64> {
    let in_state = |state: State, micros: i64| {
        Condition::all().add(Column::State.eq(state.as_str())).add(Column::MadeAt.lt(now.minus(micros).0))
    };
    let removed: Vec<String> = endpoint::Entity::find()
        .select_only()
        .column(endpoint::Column::Id)
        .filter(endpoint::Column::RemovedAt.lt(now.minus(UNDO_MICROS).0))
        .limit(ROWS_MAX)
        .into_tuple()
        .all(store.reads())
        .await
        .check()?;
    let mut changed = expire(store, in_state(State::Waiting, EXPIRED_MICROS)).await?;
    // Under way when the server died, and its endpoint is off since.
    let left_behind = in_state(State::Sending, EXPIRED_MICROS).add(Column::NextAt.lt(now.0));
    changed += expire(store, left_behind).await?;
    changed += delete(store, in_state(State::Delivered, DELIVERED_MICROS)).await?;
    changed += delete(store, in_state(State::Dead, DEAD_MICROS)).await?;
    if !removed.is_empty() {
        let left = delete(store, Condition::all().add(Column::EndpointId.is_in(removed.clone()))).await?;
        changed += left;
        if left == 0 {
            let txn = store.write().await?;
            let gone = endpoint::Entity::delete_many().filter(endpoint::Column::Id.is_in(removed));
            changed += gone.exec(&*txn).await.check()?.rows_affected;
            txn.commit().await?;
        }
    }
    Ok(changed)
}

async fn some(store: &Store, which: Condition) -> Result<Vec<String>> {
    let found = Entity::find().select_only().column(Column::Id).filter(which).limit(ROWS_MAX);
    found.into_tuple().all(store.reads()).await.check()
}

async fn delete(store: &Store, which: Condition) -> Result<u64> {
    let ids = some(store, which).await?;
    if ids.is_empty() {
        return Ok(0);
    }
    let txn = store.write().await?;
    let deleted = Entity::delete_many().filter(Column::Id.is_in(ids)).exec(&*txn).await.check()?;
    txn.commit().await?;
    Ok(deleted.rows_affected)
}

async fn expire(store: &Store, which: Condition) -> Result<u64> {
    let ids = some(store, which.clone()).await?;
    if ids.is_empty() {
        return Ok(0);
    }
    let txn = store.write().await?;
    let expired = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Dead.as_str()))
        .col_expr(Column::Failure, Expr::value(Some("expired")))
        .filter(Column::Id.is_in(ids))
        // Meanwhile one may have been taken.
        .filter(which)
        .exec(&*txn)
        .await
        .check()?;
    txn.commit().await?;
    Ok(expired.rows_affected)
}
