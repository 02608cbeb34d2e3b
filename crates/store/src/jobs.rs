//! Work for later, asked for in the transaction of the state change, so that neither is without the other.
//! Handlers may run twice after a crash and must have the same effect as once.

use kernel::{Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::job::{ActiveModel, Column, Entity, Model};
use crate::{Check, Store, Txn};

/// How long a worker may take before another may try.
const LEASE: i64 = 10 * kernel::time::MINUTE;
const ATTEMPTS_MAX: i32 = 8;

/// Asks for `kind` to be run with `payload` (JSON) at `run_at`. Asking again for the same `id` changes nothing
/// while the first still waits.
pub async fn enqueue(
    txn: &Txn,
    workspace: WorkspaceId,
    id: &str,
    kind: &'static str,
    payload: &serde_json::Value,
    run_at: Timestamp,
) -> Result<()> {
    let row = ActiveModel {
        id: Set(id.to_owned()),
        workspace_id: Set(workspace.0),
        kind: Set(kind.to_owned()),
        payload: Set(payload.to_string()),
        run_at: Set(run_at.0),
        attempts: Set(0),
        leased_until: Set(None),
        failed_at: Set(None),
        last_error: Set(None),
        created_at: Set(txn.store().env().now().0),
    };
    let known = sea_orm::sea_query::OnConflict::column(Column::Id).do_nothing().to_owned();
    Entity::insert(row).on_conflict(known).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

impl Store {
    /// The next due job, leased to the caller.
    pub async fn lease_job(&self, now: Timestamp) -> Result<Option<Model>> {
        let due = || {
            Condition::all()
                .add(Column::FailedAt.is_null())
                .add(Column::RunAt.lte(now.0))
                .add(Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lt(now.0)))
        };
        loop {
            let next = Entity::find().filter(due()).order_by_asc(Column::RunAt).order_by_asc(Column::Id);
            let Some(job) = next.one(self.reads()).await.check()? else { return Ok(None) };
            let txn = self.write().await?;
            let leased = Entity::update_many()
                .col_expr(Column::LeasedUntil, Expr::value(Some(now.plus(LEASE).0)))
                .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
                .filter(Column::Id.eq(&job.id))
                // Meanwhile another worker may have taken it, or tried and put it back for later.
                .filter(due())
                .exec(&*txn)
                .await
                .check()?;
            txn.commit().await?;
            if leased.rows_affected == 1 {
                return Ok(Some(job));
            }
        }
    }

    pub async fn finish_job(&self, id: &str) -> Result<()> {
        let txn = self.write().await?;
        Entity::delete_by_id(id).exec(&*txn).await.check()?;
        txn.commit().await
    }

    /// Puts a job back with growing patience; after the last attempt it waits for a person.
    pub async fn retry_job(&self, job: &Model, error: &str, now: Timestamp) -> Result<()> {
        let attempts = job.attempts + 1;
        let wait = kernel::time::SECOND << Ord::min(attempts, 12);
        let txn = self.write().await?;
        let row = ActiveModel {
            id: Set(job.id.clone()),
            run_at: Set(now.plus(wait).0),
            leased_until: Set(None),
            failed_at: Set((attempts >= ATTEMPTS_MAX).then_some(now.0)),
            last_error: Set(Some(error.chars().take(500).collect())),
            ..Default::default()
        };
        Entity::update(row).exec(&*txn).await.check()?;
        txn.commit().await
    }
}
