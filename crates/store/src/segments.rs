//! The manifest of sealed segments: which files are live, and which log rows they took over.

use kernel::{Error, ImportId, Result, SegmentId, Timestamp, WorkspaceId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entity::{checkpoint, dead, segment, signal, withdrawal};
use crate::{Check, Logged, Store, log};

/// A partial response may still grow; after this long without a new page it is sealed as it is.
pub const IDLE_MICROS: i64 = 30 * kernel::time::MINUTE;
const CHUNK: usize = 5_000;

/// A segment whose files are on disk and synced, about to become live.
#[derive(Clone, Debug)]
pub struct NewSegment {
    pub id: SegmentId,
    pub rows_signals: i64,
    pub rows_answers: i64,
    pub first_position: i64,
    pub last_position: i64,
    pub imports: Vec<ImportId>,
    pub sha256_signals: String,
    pub sha256_answers: String,
    pub bytes: i64,
    /// Version of the reader that judged all its texts; empty where there is no such one.
    pub reader: String,
}

/// One change of the manifest.
#[derive(Debug, Default)]
pub struct Swap<'a> {
    pub add: Vec<NewSegment>,
    pub remove: Vec<SegmentId>,
    /// Log rows that the added segments hold.
    pub sealed: &'a [i64],
    /// Dead positions that the added segments no longer hold.
    pub buried: &'a [i64],
}

impl Store {
    /// The live segments of a workspace, oldest first.
    pub async fn segments(&self, workspace: WorkspaceId) -> Result<Vec<segment::Model>> {
        segment::Entity::find()
            .filter(segment::Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(segment::Column::FirstPosition)
            .order_by_asc(segment::Column::Id)
            .all(self.reads())
            .await
            .check()
    }

    /// Positions of all rows that are not sealed, ascending. A row never changes under its position, so a reader
    /// that kept the rows learns from this which of them are gone.
    pub async fn unsealed_positions(&self, workspace: WorkspaceId) -> Result<Vec<i64>> {
        signal::Entity::find()
            .select_only()
            .column(signal::Column::Position)
            .filter(signal::Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(signal::Column::Position)
            .into_tuple()
            .all(self.reads())
            .await
            .check()
    }

    /// Has the texts of all segments judged again, whatever judged them before.
    pub async fn forget_readers(&self, workspace: WorkspaceId) -> Result<()> {
        let txn = self.write().await?;
        segment::Entity::update_many()
            .col_expr(segment::Column::Reader, "".into())
            .filter(segment::Column::WorkspaceId.eq(workspace.0))
            .exec(&*txn)
            .await
            .check()?;
        txn.commit().await
    }

    /// How many rows wait to be sealed, and the receipt of the oldest.
    pub async fn waiting(&self, workspace: WorkspaceId) -> Result<(u64, Option<Timestamp>)> {
        let of = || signal::Entity::find().filter(signal::Column::WorkspaceId.eq(workspace.0));
        let oldest = of().order_by_asc(signal::Column::Position).one(self.reads()).await.check()?;
        Ok((of().count(self.reads()).await.check()?, oldest.map(|row| Timestamp(row.received_at))))
    }

    /// Rows that may be sealed: final, and seen by every consumer.
    pub async fn sealable(&self, workspace: WorkspaceId, now: Timestamp, limit: u64) -> Result<Vec<Logged>> {
        let mut query = signal::Entity::find().filter(signal::Column::WorkspaceId.eq(workspace.0)).filter(
            Condition::any()
                .add(signal::Column::Complete.eq(true))
                .add(signal::Column::ReceivedAt.lt(now.minus(IDLE_MICROS).0)),
        );
        let slowest = checkpoint::Entity::find().order_by_asc(checkpoint::Column::Position).one(self.reads()).await;
        if let Some(slowest) = slowest.check()? {
            query = query.filter(signal::Column::Position.lte(slowest.position));
        }
        let rows = query.order_by_asc(signal::Column::Position).limit(limit).all(self.reads()).await.check()?;
        rows.into_iter().map(Logged::try_from).collect()
    }

    /// Makes segments live and takes over their rows, all at once.
    ///
    /// # Errors
    /// `Unavailable` when a row or segment is gone meanwhile (revised, withdrawn, merged): do it again.
    pub async fn swap_segments(&self, workspace: WorkspaceId, swap: Swap<'_>) -> Result<()> {
        let changed = || Error::Unavailable("the log changed while it was being sealed".into());
        let now = self.env().now();
        let txn = self.write().await?;
        log::lock(&txn).await?;
        for chunk in swap.sealed.chunks(CHUNK) {
            let gone = signal::Entity::delete_many()
                .filter(signal::Column::WorkspaceId.eq(workspace.0))
                .filter(signal::Column::Position.is_in(chunk.to_vec()))
                .exec(&*txn)
                .await
                .check()?;
            if gone.rows_affected != chunk.len() as u64 {
                return Err(changed());
            }
        }
        for id in &swap.remove {
            let gone = segment::Entity::delete_by_id(id.as_str())
                .filter(segment::Column::WorkspaceId.eq(workspace.0))
                .exec(&*txn)
                .await
                .check()?;
            if gone.rows_affected != 1 {
                return Err(changed());
            }
        }
        for chunk in swap.buried.chunks(CHUNK) {
            dead::Entity::delete_many()
                .filter(dead::Column::WorkspaceId.eq(workspace.0))
                .filter(dead::Column::Position.is_in(chunk.to_vec()))
                .exec(&*txn)
                .await
                .check()?;
        }
        for new in swap.add {
            segment::Entity::insert(active(workspace, new, now)?).exec_without_returning(&*txn).await.check()?;
        }
        txn.rewrote(workspace).await?;
        txn.commit().await
    }

    /// Whether an import was undone; a segment that is written meanwhile must still mask it.
    pub async fn is_withdrawn(&self, workspace: WorkspaceId, import: &ImportId) -> Result<bool> {
        let found = withdrawal::Entity::find_by_id((workspace.0, import.to_string())).one(self.reads()).await;
        Ok(found.check()?.is_some())
    }
}

fn active(workspace: WorkspaceId, new: NewSegment, now: Timestamp) -> Result<segment::ActiveModel> {
    Ok(segment::ActiveModel {
        id: Set(new.id.to_string()),
        workspace_id: Set(workspace.0),
        rows_signals: Set(new.rows_signals),
        rows_answers: Set(new.rows_answers),
        first_position: Set(new.first_position),
        last_position: Set(new.last_position),
        imports: Set(serde_json::to_string(&new.imports).map_err(Error::internal)?),
        sha256_signals: Set(new.sha256_signals),
        sha256_answers: Set(new.sha256_answers),
        bytes: Set(new.bytes),
        reader: Set(new.reader),
        created_at: Set(now.0),
    })
}
