//! Upkeep of the segments: log rows become segments, small segments become large ones, and rows that no number may
//! see are left out on the way.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::compute::{SortColumn, SortOptions, lexsort_to_indices, take_record_batch};
use datafusion::arrow::datatypes::Int64Type;
use datafusion::common::internal_datafusion_err;
use datafusion::physical_expr::expressions::col;
use datafusion::physical_expr::{LexOrdering, PhysicalSortExpr};
use datafusion::physical_plan::sorts::sort::SortExec;
use datafusion::physical_plan::{ExecutionPlan, execute_stream};
use futures::TryStreamExt;
use kernel::time::MINUTE;
use kernel::{Error as KernelError, ImportId, SegmentId, Timestamp, WorkspaceId};
use store::Logged;
use store::segments::{NewSegment, Swap};

use crate::files::{SegmentWriter, Written};
use crate::readings::Desk;
use crate::rows::Rows;
use crate::scan::{Ground, ScanExec};
use crate::schema::{File, POSITION};
use crate::snapshot::{Masked, Snapshot};
use crate::{Error, Lake, Result, files, snapshot};

/// Sealed at once when so many signals wait. New answers wait while the sealed ones leave the log: some 3 ms a thousand.
pub const SEAL_ROWS_MIN: u64 = 8_000;
/// Sealed when fewer, but at least so many, have waited for [`SEAL_AFTER`].
pub const SEAL_ROWS_OLD: u64 = 1_000;
pub const SEAL_AFTER: i64 = 10 * MINUTE;
/// Signals that a question takes from the log at most, where they can be sealed instead.
pub const TAIL_ROWS_MAX: u64 = 100_000;
/// Signals sealed into one segment; they are in memory together, and leave the log together.
pub const SEAL_ROWS_MAX: u64 = 16_000;
/// Rows of a grown segment's longer file; none is merged into one much larger.
pub const SEGMENT_ROWS_TARGET: u64 = 1_500_000;
/// So many segments of like size are merged.
const MERGE_COUNT: usize = 8;
/// Merges and rewrites in one call of [`Lake::maintain`].
const STEPS_MAX: usize = 8;
/// A segment is rewritten when this share of its rows is dead.
const DEAD_SHARE: f64 = 0.05;
/// How often a seal is tried anew when the log changed under it.
const TRIES: usize = 3;

/// What a seal did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    pub signals: u64,
    pub segments: u64,
}

/// What an upkeep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Maintained {
    pub sealed: Sealed,
    /// Segments that were replaced by merged or cleaned ones.
    pub replaced: u64,
}

impl Lake {
    /// Seals every row that may be sealed: final, and seen by every consumer.
    pub async fn seal(&self, workspace: WorkspaceId, now: Timestamp) -> Result<Sealed> {
        let known = self.known(workspace);
        let _turn = known.upkeep.lock().await;
        self.seal_all(workspace, now, 1).await
    }

    /// Seals when it is time to, merges segments that are too small, and rewrites those with rows that no number may
    /// see. Cheap when there is nothing to do; call it now and then.
    pub async fn maintain(&self, workspace: WorkspaceId, now: Timestamp) -> Result<Maintained> {
        let known = self.known(workspace);
        let _turn = known.upkeep.lock().await;
        let mut done = Maintained::default();
        let (waiting, oldest) = self.store.waiting(workspace).await?;
        let is_old = oldest.is_some_and(|oldest| now.since(oldest) >= SEAL_AFTER);
        if waiting >= SEAL_ROWS_MIN || (is_old && waiting >= SEAL_ROWS_OLD) {
            done.sealed = self.seal_all(workspace, now, SEAL_ROWS_OLD).await?;
        }
        for _ in 0..STEPS_MAX {
            let snapshot = self.snapshot(workspace).await?;
            let rereading = known.rereading.lock().clone();
            let chosen = choose(&snapshot.segments, rereading.as_ref());
            if chosen.is_empty() {
                break;
            }
            self.replace(&snapshot, &chosen).await?;
            done.replaced += chosen.len() as u64;
        }
        Ok(done)
    }

    /// Seals first when more rows wait than a question should hold in memory, as after a large import.
    pub(crate) async fn bound_tail(&self, workspace: WorkspaceId, rows_max: u64) -> Result<()> {
        let read = self.tail_end(workspace).await;
        if self.store.head().await?.saturating_sub(read) <= rows_max as i64 {
            return Ok(());
        }
        // The head is that of all workspaces; only now it pays to count.
        if self.store.waiting(workspace).await?.0 > rows_max {
            let now = self.store.env().now();
            self.seal(workspace, now).await?;
        }
        Ok(())
    }

    async fn seal_all(&self, workspace: WorkspaceId, now: Timestamp, least: u64) -> Result<Sealed> {
        let mut sealed = Sealed::default();
        let mut tries = 0;
        loop {
            let rows = self.store.sealable(workspace, now, SEAL_ROWS_MAX).await?;
            let count = rows.len() as u64;
            if count == 0 || count < least {
                return Ok(sealed);
            }
            match self.seal_rows(workspace, rows).await {
                Ok(()) => {
                    tries = 0;
                    sealed.signals += count;
                    sealed.segments += 1;
                }
                // A row was revised or withdrawn meanwhile.
                Err(Error::Store(KernelError::Unavailable(_))) if tries < TRIES => tries += 1,
                Err(error) => return Err(error),
            }
            if count < SEAL_ROWS_MAX && tries == 0 {
                return Ok(sealed);
            }
        }
    }

    async fn seal_rows(&self, workspace: WorkspaceId, rows: Vec<Logged>) -> Result<()> {
        let columns = snapshot::columns(&self.store, workspace, None).await?;
        let desk = Desk::open(&self.store, workspace, self.reader(workspace), self.config.threads).await?;
        let id = SegmentId::new(self.store.env());
        let folder = files::folder(&self.root, workspace);
        let positions: Vec<i64> = rows.iter().map(|row| row.position).collect();
        let imports: HashSet<&ImportId> = rows.iter().filter_map(|row| row.signal.import.as_ref()).collect();
        let mut imports: Vec<ImportId> = imports.into_iter().cloned().collect();
        imports.sort();
        let segment = id.as_str().to_owned();
        let ([signals, answers], reader) = self
            .spawn_blocking(move || {
                let mut rows = Rows::new(&columns, &rows)?;
                let reader;
                (rows.answers, reader) = desk.fill_at_once(&rows.answers)?;
                let write = |file: File| -> Result<Written> {
                    let mut writer = SegmentWriter::create(&folder, &segment, file, columns.file(file))?;
                    writer.write(&sorted(rows.file(file))?)?;
                    writer.finish()
                };
                Ok(([write(File::Signals)?, write(File::Answers)?], reader))
            })
            .await?;
        let span = (positions.first().copied().unwrap_or(0), positions.last().copied().unwrap_or(0));
        let new = new_segment(id.clone(), span, imports, [signals, answers], reader);
        let swap = Swap { add: vec![new], remove: vec![], sealed: &positions, buried: &[] };
        let swapped = self.store.swap_segments(workspace, swap).await;
        if swapped.is_err() {
            self.remove_files(workspace, &id).await;
        }
        Ok(swapped?)
    }

    /// Replaces segments by one without their masked rows; by none where nothing is left.
    async fn replace(&self, snapshot: &Snapshot, chosen: &[Masked]) -> Result<()> {
        let workspace = snapshot.workspace;
        let id = SegmentId::new(self.store.env());
        let ground = self.alone(snapshot, chosen);
        let signals = self.rewrite(&ground, &id, File::Signals).await?;
        let answers = self.rewrite(&ground, &id, File::Answers).await?;
        let reader = self.common_reader(workspace, chosen).await?;
        self.swap(snapshot, chosen, id, [signals, answers], reader).await
    }

    /// Nothing but the rows of these segments.
    pub(crate) fn alone(&self, snapshot: &Snapshot, chosen: &[Masked]) -> Arc<Ground> {
        let snapshot = Arc::new(snapshot.only(chosen.to_vec()));
        Arc::new(Ground { snapshot, kept: self.kept.clone(), cold: true, partitions: 1 })
    }

    /// The version of the reader that judged the texts of all these; empty where they differ.
    async fn common_reader(&self, workspace: WorkspaceId, chosen: &[Masked]) -> Result<String> {
        let models = self.store.segments(workspace).await?;
        let is_chosen = |id: &str| chosen.iter().any(|(segment, _)| segment.id.as_str() == id);
        let mut readers = models.into_iter().filter(|model| is_chosen(&model.id)).map(|model| model.reader);
        let first = readers.next().unwrap_or_default();
        Ok(if readers.all(|reader| reader == first) { first } else { String::new() })
    }

    /// Makes the written files live in the place of segments.
    pub(crate) async fn swap(
        &self,
        snapshot: &Snapshot,
        chosen: &[Masked],
        id: SegmentId,
        written: [Written; 2],
        reader: String,
    ) -> Result<()> {
        let workspace = snapshot.workspace;
        let buried = self.buried(snapshot, chosen).await?;
        let span = (
            chosen.iter().map(|(segment, _)| segment.first).min().unwrap_or(0),
            chosen.iter().map(|(segment, _)| segment.last).max().unwrap_or(0),
        );
        let imports: HashSet<&String> = chosen
            .iter()
            .flat_map(|(segment, mask)| segment.imports.iter().filter(|import| !mask.imports.contains(*import)))
            .collect();
        let mut imports: Vec<ImportId> = imports.into_iter().map(ImportId::from_outside).collect();
        imports.sort();
        let is_empty = written[0].rows == 0;
        let new = new_segment(id.clone(), span, imports, written, reader);
        let swap = Swap {
            add: if is_empty { vec![] } else { vec![new] },
            remove: chosen.iter().map(|(segment, _)| segment.id.clone()).collect(),
            sealed: &[],
            buried: &buried,
        };
        let swapped = self.store.swap_segments(workspace, swap).await;
        if swapped.is_err() || is_empty {
            self.remove_files(workspace, &id).await;
        }
        swapped?;
        chosen.iter().for_each(|(segment, _)| segment.retire());
        Ok(())
    }

    pub(crate) async fn rewrite(&self, ground: &Arc<Ground>, id: &SegmentId, file: File) -> Result<Written> {
        let columns = ground.snapshot.columns.file(file).clone();
        let folder = files::folder(&self.root, ground.snapshot.workspace);
        let mut writer = SegmentWriter::create(&folder, id.as_str(), file, &columns)?;
        let all = (0..columns.fields().len()).collect();
        let scan: Arc<dyn ExecutionPlan> = Arc::new(ScanExec::new(ground.clone(), file, all, None)?);
        let sort = SortExec::new(ordering(&scan)?, scan);
        let context = self.base.task_ctx();
        let writer = self
            .spawn(async move {
                let mut stream = execute_stream(Arc::new(sort), context)?;
                while let Some(batch) = stream.try_next().await? {
                    writer.write(&batch)?;
                }
                Ok(writer)
            })
            .await?;
        self.spawn_blocking(move || writer.finish()).await
    }

    /// The dead positions that are really in these segments: of two segments whose spans overlap, both are masked.
    async fn buried(&self, snapshot: &Snapshot, chosen: &[Masked]) -> Result<Vec<i64>> {
        let dead: HashSet<i64> = chosen.iter().flat_map(|(_, mask)| mask.dead.iter().copied()).collect();
        if dead.is_empty() {
            return Ok(vec![]);
        }
        let unmasked = chosen.iter().map(|(segment, _)| (segment.clone(), Arc::default())).collect();
        let snapshot = Arc::new(snapshot.only(unmasked));
        let column = snapshot.columns.signals.index_of(POSITION)?;
        let ground = Arc::new(Ground { snapshot, kept: self.kept.clone(), cold: true, partitions: 1 });
        let scan = Arc::new(ScanExec::new(ground, File::Signals, vec![column], None)?);
        let context = self.base.task_ctx();
        self.spawn(async move {
            let mut found = Vec::new();
            let mut stream = execute_stream(scan, context)?;
            while let Some(batch) = stream.try_next().await? {
                let positions = batch.column(0).as_primitive::<Int64Type>().values();
                found.extend(positions.iter().filter(|position| dead.contains(position)));
            }
            Ok(found)
        })
        .await
    }

    /// Takes back files that did not become live. What cannot be removed is an orphan for the next sweep.
    pub(crate) async fn remove_files(&self, workspace: WorkspaceId, id: &SegmentId) {
        let folder = files::folder(&self.root, workspace);
        for file in File::BOTH {
            let path = folder.join(files::name(id.as_str(), file));
            let _ = tokio::fs::remove_file(path.with_extension(files::UNFINISHED)).await;
            let _ = tokio::fs::remove_file(path).await;
        }
    }
}

/// The segments to be replaced together: one with too many masked rows, else several of like size; none when all is
/// well. The one whose texts are being read again is left alone.
fn choose(segments: &[Masked], rereading: Option<&SegmentId>) -> Vec<Masked> {
    let segments: Vec<&Masked> = segments.iter().filter(|(segment, _)| Some(&segment.id) != rereading).collect();
    let is_dirty = |(segment, mask): &Masked| {
        let dead = mask.dead.len() as f64;
        !mask.imports.is_empty() || dead > DEAD_SHARE * segment.rows_signals as f64
    };
    if let Some(dirty) = segments.iter().find(|masked| is_dirty(masked)) {
        return vec![Masked::clone(dirty)];
    }
    let is_small = |(segment, _): &Masked| segment.weight() < SEGMENT_ROWS_TARGET / 2;
    let mut tiers: BTreeMap<u32, Vec<&Masked>> = BTreeMap::new();
    for small in segments.into_iter().filter(|masked| is_small(masked)) {
        // Like with like: a row is written again only when its segment grows several times over.
        tiers.entry(small.0.weight().max(1).ilog2() / 3).or_default().push(small);
    }
    for tier in tiers.into_values() {
        let mut rows = 0;
        let mut together = Vec::new();
        for one in tier {
            together.push(one.clone());
            rows += one.0.weight();
            if rows >= SEGMENT_ROWS_TARGET {
                break;
            }
        }
        if together.len() >= MERGE_COUNT || (together.len() > 1 && rows >= SEGMENT_ROWS_TARGET) {
            return together;
        }
    }
    vec![]
}

fn new_segment(
    id: SegmentId,
    (first_position, last_position): (i64, i64),
    imports: Vec<ImportId>,
    [signals, answers]: [Written; 2],
    reader: String,
) -> NewSegment {
    NewSegment {
        id,
        rows_signals: signals.rows as i64,
        rows_answers: answers.rows as i64,
        first_position,
        last_position,
        imports,
        bytes: (signals.bytes + answers.bytes) as i64,
        sha256_signals: signals.sha256,
        sha256_answers: answers.sha256,
        reader,
    }
}

/// The order of rows in a file: by contact and time, so that journeys stream; then as they came.
const ORDER: [&str; 3] = ["contact_id", "occurred_at", POSITION];
const OPTIONS: SortOptions = SortOptions { descending: false, nulls_first: false };

fn ordering(plan: &Arc<dyn ExecutionPlan>) -> Result<LexOrdering> {
    let schema = plan.schema();
    let exprs: Result<Vec<_>> =
        ORDER.iter().map(|name| Ok(PhysicalSortExpr::new(col(name, &schema)?, OPTIONS))).collect();
    Ok(LexOrdering::new(exprs?).ok_or_else(|| internal_datafusion_err!("no order"))?)
}

fn sorted(batch: &RecordBatch) -> Result<RecordBatch> {
    let column = |name: &&str| {
        let values = batch.column_by_name(name).cloned();
        values.map(|values| SortColumn { values, options: Some(OPTIONS) })
    };
    let columns: Vec<SortColumn> = ORDER.iter().filter_map(column).collect();
    let indices = lexsort_to_indices(&columns, None)?;
    Ok(take_record_batch(batch, &indices)?)
}
