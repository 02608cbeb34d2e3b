//! What a question is asked of: the sealed segments with their masks, and the rows that are not sealed yet, all as of
//! one moment.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use datafusion::arrow::array::{Array, AsArray, BooleanArray, RecordBatch};
use datafusion::arrow::compute::{concat_batches, filter_record_batch};
use datafusion::arrow::datatypes::Int64Type;
use kernel::{Error as KernelError, SegmentId, WorkspaceId};
use sha2::{Digest, Sha256};
use store::Store;
use store::entity::segment;

use crate::adapt::adapt;
use crate::hand::{ByHand, Overlay, Said, in_order};
use crate::readings::{Desk, Judge, has_unread};
use crate::reread;
use crate::rows::Rows;
use crate::schema::{Columns, File, IMPORT, POSITION};
use crate::{Error, Result, files, kept};

/// Rows of the log read at once.
const PAGE: u64 = 5_000;
/// Chunks of the tail before they are put together.
const CHUNKS_MAX: usize = 16;
/// Answers whose texts are read where the question is asked.
const INLINE_ROWS_MAX: usize = 64;
/// How often a snapshot is tried anew when the log is rewritten while it is read.
const TRIES: usize = 50;

/// A live segment. Its files are removed once it is replaced and nothing reads it any more.
#[derive(Debug)]
pub(crate) struct Segment {
    pub id: SegmentId,
    pub workspace: WorkspaceId,
    pub rows_signals: u64,
    pub rows_answers: u64,
    pub first: i64,
    pub last: i64,
    pub imports: Vec<String>,
    bytes_signals: u64,
    bytes_answers: u64,
    folder: PathBuf,
    retired: AtomicBool,
}

impl Segment {
    pub(crate) fn open(root: &std::path::Path, model: &segment::Model) -> Result<Self> {
        let workspace = WorkspaceId(model.workspace_id);
        let size = |file| files::size(root, workspace, &model.id, file);
        Ok(Self {
            id: SegmentId::from_outside(&model.id),
            workspace,
            rows_signals: model.rows_signals as u64,
            rows_answers: model.rows_answers as u64,
            first: model.first_position,
            last: model.last_position,
            imports: serde_json::from_str(&model.imports)?,
            bytes_signals: size(File::Signals)?,
            bytes_answers: size(File::Answers)?,
            folder: files::folder(root, workspace),
            retired: AtomicBool::new(false),
        })
    }

    pub(crate) fn rows(&self, file: File) -> u64 {
        match file {
            File::Signals => self.rows_signals,
            File::Answers => self.rows_answers,
        }
    }

    /// The measure of a segment: rows of its longer file.
    pub(crate) fn weight(&self) -> u64 {
        self.rows_signals.max(self.rows_answers)
    }

    pub(crate) fn bytes(&self, file: File) -> u64 {
        match file {
            File::Signals => self.bytes_signals,
            File::Answers => self.bytes_answers,
        }
    }

    /// Has the files removed when the last reader is done.
    pub(crate) fn retire(&self) {
        self.retired.store(true, Ordering::Release);
    }
}

impl Drop for Segment {
    fn drop(&mut self) {
        if self.retired.load(Ordering::Acquire) {
            for file in File::BOTH {
                // What cannot be removed now is an orphan for the sweep at the next start.
                let _ = std::fs::remove_file(self.folder.join(files::name(self.id.as_str(), file)));
            }
            let _ = std::fs::remove_dir_all(kept::disk::segment_folder(&self.folder, self.id.as_str()));
            let _ = std::fs::remove_dir_all(reread::folder(&self.folder, self.id.as_str()));
        }
    }
}

/// Who says what texts say.
pub(crate) struct Reading<'a> {
    pub judge: Arc<dyn Judge>,
    pub by_hand: Option<&'a Arc<dyn ByHand>>,
    pub threads: usize,
}

/// The rows of a segment that no number may see, and those whose texts people have judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mask {
    pub dead: HashSet<i64>,
    pub imports: HashSet<String>,
    /// Equal for equal masks; empty where nothing is masked.
    pub version: String,
    pub said: Arc<Overlay>,
}

impl Mask {
    fn of(segment: &Segment, dead: &[i64], withdrawn: &[String], said: &[Said]) -> Self {
        let said = Arc::new(Overlay::of(said, segment.first, segment.last, |_| true));
        let from = dead.partition_point(|position| *position < segment.first);
        let to = dead.partition_point(|position| *position <= segment.last);
        let dead = &dead[from..to];
        let imports: Vec<&String> = withdrawn.iter().filter(|import| segment.imports.contains(import)).collect();
        if dead.is_empty() && imports.is_empty() {
            return Self { said, ..Self::default() };
        }
        let mut hash = Sha256::new();
        dead.iter().for_each(|position| hash.update(position.to_be_bytes()));
        for import in &imports {
            hash.update(import.as_bytes());
            hash.update([0]);
        }
        Self {
            version: files::hex(&hash.finalize()),
            dead: dead.iter().copied().collect(),
            imports: imports.into_iter().cloned().collect(),
            said,
        }
    }

    /// Names what a question sees of the segment; `with_said` where it looks at readings.
    pub(crate) fn seen(&self, with_said: bool) -> String {
        if with_said && !self.said.is_empty() {
            return format!("{}+{}", self.version, self.said.version);
        }
        self.version.clone()
    }

    /// Whether every row counts.
    pub(crate) fn is_empty(&self) -> bool {
        self.version.is_empty()
    }

    /// The rows of `batch` that count. It must have the columns [`POSITION`] and [`IMPORT`].
    pub(crate) fn apply(&self, batch: &RecordBatch) -> datafusion::common::Result<RecordBatch> {
        let missing = || datafusion::common::internal_datafusion_err!("a masked batch lacks its hidden columns");
        let positions = batch.column_by_name(POSITION).ok_or_else(missing)?.as_primitive::<Int64Type>();
        let imports = batch.column_by_name(IMPORT).ok_or_else(missing)?.as_string_view();
        let keep: BooleanArray = (0..batch.num_rows())
            .map(|row| {
                let withdrawn = imports.is_valid(row) && self.imports.contains(imports.value(row));
                Some(!withdrawn && !self.dead.contains(&positions.value(row)))
            })
            .collect();
        Ok(filter_record_batch(batch, &keep)?)
    }
}

/// A segment, and what must not be seen of it.
pub(crate) type Masked = (Arc<Segment>, Arc<Mask>);

/// Everything a workspace's log holds at one moment.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub workspace: WorkspaceId,
    pub columns: Arc<Columns>,
    pub segments: Vec<Masked>,
    pub tail: Tail,
    generation: i64,
    head: i64,
    /// Version of the reader that judged the texts of the tail.
    reader: Arc<str>,
    /// Judgements by hand, in the order of [`in_order`].
    said: Arc<Vec<Said>>,
}

/// Rows that are not sealed, in pieces that were read one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tail {
    pub chunks: Vec<Arc<Chunk>>,
    /// Last position that was read.
    last: i64,
}

#[derive(Debug)]
pub(crate) struct Chunk {
    positions: Vec<i64>,
    pub rows: Rows,
}

impl Snapshot {
    /// Brings `known` up to now, reading only what is new.
    pub(crate) async fn take(
        store: &Store,
        root: &std::path::Path,
        workspace: WorkspaceId,
        known: Option<&Arc<Self>>,
        reading: &Reading<'_>,
    ) -> Result<Arc<Self>> {
        let judge = &reading.judge;
        for _ in 0..TRIES {
            let generation = store.generation(workspace).await?;
            let head = store.head().await?;
            let is_now = |known: &&Arc<Self>| known.generation == generation && known.head == head;
            if let Some(known) = known.filter(is_now).filter(|known| *known.reader == *judge.version()) {
                return Ok(known.clone());
            }
            let same = known.filter(|known| known.generation == generation);
            let said = match (same, reading.by_hand) {
                (Some(same), _) => same.said.clone(),
                (None, Some(by_hand)) => Arc::new(in_order(by_hand.of(workspace).await?)),
                (None, None) => Arc::default(),
            };
            let mut next = Self::read(store, root, workspace, known, (generation, head), said).await?;
            next.read_texts(store, known, judge, reading.threads).await?;
            // Reads are not one transaction: what was read belongs together if nothing was rewritten meanwhile.
            if store.generation(workspace).await? == generation {
                return Ok(Arc::new(next));
            }
        }
        Err(KernelError::Unavailable("the log is being rewritten".into()).into())
    }

    /// The last position that was read.
    pub(crate) fn tail_end(&self) -> i64 {
        self.head.max(self.tail.last)
    }

    /// The same moment, of some segments alone, as readers read them: what people say is never written into a segment.
    pub(crate) fn only(&self, segments: Vec<Masked>) -> Self {
        let Self { workspace, generation, head, .. } = *self;
        let (columns, reader) = (self.columns.clone(), self.reader.clone());
        let plain = |(segment, mask): Masked| {
            if mask.said.is_empty() {
                return (segment, mask);
            }
            (segment, Arc::new(Mask { said: Arc::default(), ..Mask::clone(&mask) }))
        };
        let segments = segments.into_iter().map(plain).collect();
        Self { workspace, columns, segments, tail: Tail::default(), generation, head, reader, said: Arc::default() }
    }

    /// What people said of a chunk of the tail.
    pub(crate) fn said_of(&self, chunk: &Chunk) -> Overlay {
        let (Some(first), Some(last)) = (chunk.positions.first(), chunk.positions.last()) else {
            return Overlay::default();
        };
        Overlay::of(&self.said, *first, *last, |position| chunk.positions.binary_search(&position).is_ok())
    }

    /// Has the texts of the tail judged that `judge` has not judged yet.
    async fn read_texts(
        &mut self,
        store: &Store,
        known: Option<&Arc<Self>>,
        judge: &Arc<dyn Judge>,
        threads: usize,
    ) -> Result<()> {
        let before = known.filter(|known| *known.reader == *judge.version());
        let is_old = |chunk: &Arc<Chunk>| {
            before.is_some_and(|known| known.tail.chunks.iter().any(|old| Arc::ptr_eq(old, chunk)))
        };
        let mut unread = Vec::new();
        for (place, chunk) in self.tail.chunks.iter().enumerate() {
            if !is_old(chunk) && has_unread(&chunk.rows.answers, judge.version())? {
                unread.push(place);
            }
        }
        if !unread.is_empty() {
            let desk = Desk::open(store, self.workspace, judge.clone(), threads).await?;
            for place in unread {
                let chunk = &mut self.tail.chunks[place];
                let answers = chunk.rows.answers.clone();
                // A page that was imported at once would keep others waiting.
                let (answers, _) = if answers.num_rows() < INLINE_ROWS_MAX && judge.quick().is_none() {
                    desk.fill_at_once(&answers)?
                } else {
                    let desk = desk.clone();
                    let read = tokio::task::spawn_blocking(move || desk.fill_at_once(&answers));
                    read.await.map_err(|error| Error::Internal(error.to_string()))??
                };
                let rows = Rows { signals: chunk.rows.signals.clone(), answers };
                *chunk = Arc::new(Chunk { positions: chunk.positions.clone(), rows });
            }
        }
        self.reader = judge.version().into();
        Ok(())
    }

    async fn read(
        store: &Store,
        root: &std::path::Path,
        workspace: WorkspaceId,
        known: Option<&Arc<Self>>,
        (generation, head): (i64, i64),
        said: Arc<Vec<Said>>,
    ) -> Result<Self> {
        let same = known.filter(|known| known.generation == generation);
        let mut tail = match (same, known) {
            (Some(same), _) => same.tail.clone(),
            (None, Some(old)) => old.tail.retain(&store.unsealed_positions(workspace).await?)?,
            (None, None) => Tail::default(),
        };
        let mut fresh = Vec::new();
        loop {
            let page = store.unsealed(workspace, tail.last, PAGE).await?;
            let Some(last) = page.last() else { break };
            tail.last = last.position;
            let is_last = (page.len() as u64) < PAGE;
            fresh.push(page);
            if is_last {
                break;
            }
        }
        // After the rows, so that every value finds its column wide enough.
        let columns = columns(store, workspace, known).await?;
        for page in fresh {
            let rows = Rows::new(&columns, &page)?;
            tail.chunks.push(Arc::new(Chunk { positions: page.iter().map(|row| row.position).collect(), rows }));
        }
        tail.fit(&columns)?;
        let segments = match same {
            Some(same) => same.segments.clone(),
            None => segments(store, root, workspace, known, &said).await?,
        };
        let reader = known.map_or_else(|| "".into(), |known| known.reader.clone());
        Ok(Self { workspace, columns, segments, tail, generation, head, reader, said })
    }
}

pub(crate) async fn columns(
    store: &Store,
    workspace: WorkspaceId,
    known: Option<&Arc<Snapshot>>,
) -> Result<Arc<Columns>> {
    let models = store.attributes(workspace).await?;
    let attributes: Vec<_> =
        models.into_iter().map(|model| (model.column_name, kernel::attribute::Kind::parse(&model.kind))).collect();
    Ok(match known.filter(|known| known.columns.attributes == attributes) {
        Some(known) => known.columns.clone(),
        None => Arc::new(Columns::new(attributes)),
    })
}

async fn segments(
    store: &Store,
    root: &std::path::Path,
    workspace: WorkspaceId,
    known: Option<&Arc<Snapshot>>,
    said: &[Said],
) -> Result<Vec<Masked>> {
    let dead = store.dead(workspace).await?;
    let withdrawn: Vec<String> =
        store.withdrawals(workspace).await?.into_iter().map(|import| import.as_str().to_owned()).collect();
    let models = store.segments(workspace).await?;
    let mut segments = Vec::with_capacity(models.len());
    for model in &models {
        let open = known.and_then(|known| {
            known.segments.iter().map(|(segment, _)| segment).find(|segment| segment.id.as_str() == model.id)
        });
        let segment = match open {
            Some(segment) => segment.clone(),
            None => Arc::new(Segment::open(root, model)?),
        };
        let mask = Arc::new(Mask::of(&segment, &dead, &withdrawn, said));
        segments.push((segment, mask));
    }
    Ok(segments)
}

impl Tail {
    /// Drops the rows that are no longer unsealed: revised, withdrawn or sealed. A row never changes under its
    /// position, so the others need not be read again.
    fn retain(&self, positions: &[i64]) -> Result<Self> {
        let mut chunks = Vec::with_capacity(self.chunks.len());
        for chunk in &self.chunks {
            let stays = |position: &i64| positions.binary_search(position).is_ok();
            let kept: Vec<i64> = chunk.positions.iter().copied().filter(stays).collect();
            if kept.len() == chunk.positions.len() {
                chunks.push(chunk.clone());
            } else if !kept.is_empty() {
                let only = |batch: &RecordBatch| only(batch, &kept);
                let rows = Rows { signals: only(&chunk.rows.signals)?, answers: only(&chunk.rows.answers)? };
                chunks.push(Arc::new(Chunk { positions: kept, rows }));
            }
        }
        Ok(Self { chunks, last: self.last })
    }

    /// Brings all chunks to the current columns, and many small ones together.
    fn fit(&mut self, columns: &Columns) -> Result<()> {
        for chunk in &mut self.chunks {
            if chunk.rows.signals.schema_ref() != &columns.signals {
                let signals = adapt(&chunk.rows.signals, &columns.signals)?;
                let answers = adapt(&chunk.rows.answers, &columns.answers)?;
                *chunk = Arc::new(Chunk { positions: chunk.positions.clone(), rows: Rows { signals, answers } });
            }
        }
        if self.chunks.len() > CHUNKS_MAX {
            let together = |file: File| -> Result<RecordBatch> {
                let batches = self.chunks.iter().map(|chunk| chunk.rows.file(file));
                Ok(concat_batches(columns.file(file), batches)?)
            };
            let rows = Rows { signals: together(File::Signals)?, answers: together(File::Answers)? };
            let positions = self.chunks.iter().flat_map(|chunk| chunk.positions.iter().copied()).collect();
            self.chunks = vec![Arc::new(Chunk { positions, rows })];
        }
        Ok(())
    }
}

/// The rows at the given positions, which ascend.
fn only(batch: &RecordBatch, positions: &[i64]) -> Result<RecordBatch> {
    let column = batch
        .column_by_name(POSITION)
        .ok_or_else(|| Error::Internal("a chunk of the tail lacks its positions".into()))?
        .as_primitive::<Int64Type>();
    let keep: BooleanArray =
        column.values().iter().map(|position| Some(positions.binary_search(position).is_ok())).collect();
    Ok(filter_record_batch(batch, &keep)?)
}
