//! Forgets drafts: what was answered stays in the log, only going on with it ends.

use kernel::{Result, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Check, Store};

use crate::entity::draft::{Column, Entity};

/// How long somebody may take between two pages, in microseconds.
pub const KEPT_MICROS: i64 = 30 * kernel::time::DAY;

/// Deletes drafts that nobody touched for [`KEPT_MICROS`]; returns how many. To be run once a day.
pub async fn prune(store: &Store, now: Timestamp) -> Result<u64> {
    let txn = store.write().await?;
    let gone =
        Entity::delete_many().filter(Column::UpdatedAt.lt(now.minus(KEPT_MICROS).0)).exec(&*txn).await.check()?;
    txn.commit().await?;
    Ok(gone.rows_affected)
}
