//! Reading again: when the reader changes, the texts of sealed segments are judged anew, segment by segment.
//!
//! A step judges one row group, or less where the reader is slow, and keeps what it found in a file of its own, so that a
//! process that is killed goes on where it stood. When all rows of a segment are judged, one more step writes the segment anew with them; until then
//! its readings are those of before. What is done stands in the manifest (`segments.reader`), so there is nothing that
//! could be counted twice.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::{Schema, SchemaRef};
use datafusion::arrow::ipc::reader::StreamReader;
use datafusion::arrow::ipc::writer::StreamWriter;
use datafusion::parquet::arrow::ProjectionMask;
use datafusion::parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use kernel::WorkspaceId;
use sha2::{Digest, Sha256};

use crate::adapt::adapt;
use crate::files::{self, ROW_GROUP_ROWS, SegmentWriter};
use crate::readings::{Desk, Judge, with_columns};
use crate::schema::{Columns, File, READING};
use crate::snapshot::{Masked, Segment};
use crate::{Error, Lake, Result};

const FOLDER: &str = "readings";
/// Rows that are judged at once; a page waits at most for these.
const SLICE_ROWS: usize = 4_096;
/// Rows of a step of a slow reader: a kill loses them, and who stops it waits for them. They divide a row group.
const SLOW_STEP_ROWS: usize = 4_096;
const HASH_BYTES: usize = 32;
/// What a reader looks at.
const LOOKED_AT: [&str; 4] = ["kind", "text", "language", "survey"];

/// How far the texts of a workspace are judged by its reader, in answers of sealed segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub done: u64,
    pub all: u64,
}

impl Standing {
    pub fn is_done(&self) -> bool {
        self.done >= self.all
    }
}

/// Where the readings of a segment wait until all are there, within the workspace's folder.
pub(crate) fn folder(folder: &Path, segment: &str) -> PathBuf {
    folder.join(FOLDER).join(segment)
}

/// Removes what belongs to segments that are no longer live.
pub(crate) fn sweep(of_workspace: &Path, live: &[String]) -> Result<()> {
    let Ok(entries) = fs::read_dir(of_workspace.join(FOLDER)) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if !live.iter().any(|id| entry.file_name().to_str() == Some(id)) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

impl Lake {
    /// How far [`Lake::reread`] is.
    pub async fn standing(&self, workspace: WorkspaceId) -> Result<Standing> {
        let reader = self.reader(workspace);
        let step = step_rows(&*reader);
        let mut standing = Standing::default();
        for model in self.store.segments(workspace).await? {
            let rows = model.rows_answers as u64;
            standing.all += rows;
            standing.done += if model.reader == reader.version() {
                rows
            } else {
                let folder = folder(&files::folder(&self.root, workspace), &model.id);
                let done = |place: &usize| is_there(&folder, reader.version(), *place);
                let done = (0..steps(rows, step)).filter(done).count() as u64;
                // The last stretch of a segment is writing it.
                Ord::min(done * step as u64, rows.saturating_sub(1))
            };
        }
        Ok(standing)
    }

    /// Takes one step: judges rows that the workspace's reader has not judged, or writes a segment with what was judged.
    /// Returns whether there was anything to do. Steps take seconds, or minutes where the reader is slow; the newest texts
    /// come first.
    pub async fn reread(&self, workspace: WorkspaceId) -> Result<bool> {
        let known = self.known(workspace);
        let judge = self.reader(workspace);
        let (version, step) = (judge.version().to_owned(), step_rows(&*judge));
        let models = self.store.segments(workspace).await?;
        let Some(model) = models.into_iter().rev().find(|model| model.reader != version) else {
            *known.rereading.lock() = None;
            return Ok(false);
        };
        let snapshot = self.snapshot(workspace).await?;
        let Some(masked) = snapshot.segments.iter().find(|(segment, _)| segment.id.as_str() == model.id).cloned()
        else {
            // Merged meanwhile.
            return Ok(true);
        };
        *known.rereading.lock() = Some(masked.0.id.clone());
        let scratch = folder(&files::folder(&self.root, workspace), &model.id);
        let next = (0..steps(masked.0.rows_answers, step)).find(|place| !is_there(&scratch, &version, *place));
        if let Some(place) = next {
            // What takes hours leaves room for those who work.
            let threads = if judge.quick().is_some() { self.config.threads / 2 } else { self.config.threads };
            let desk = Desk::open(&self.store, workspace, judge, threads).await?;
            let path = self.answers_of(&masked.0);
            self.spawn_blocking(move || {
                let read = judge_rows(&desk, &path, place * step, step)?;
                keep(&scratch, desk.judge.version(), place, &read)
            })
            .await?;
            return Ok(true);
        }
        let _turn = known.upkeep.lock().await;
        let written = self.write_anew(workspace, &masked.0, &version, step).await;
        *known.rereading.lock() = None;
        written
    }

    /// Has all texts judged again, even those that this very reader has judged.
    pub async fn forget_readings(&self, workspace: WorkspaceId) -> Result<()> {
        Ok(self.store.forget_readers(workspace).await?)
    }

    async fn write_anew(
        &self,
        workspace: WorkspaceId,
        segment: &Arc<Segment>,
        version: &str,
        step: usize,
    ) -> Result<bool> {
        // Its mask may have grown.
        let snapshot = self.snapshot(workspace).await?;
        let Some(masked) = snapshot.segments.iter().find(|(one, _)| one.id == segment.id).cloned() else {
            return Ok(true);
        };
        let chosen = [masked.clone()];
        let id = kernel::SegmentId::new(self.store.env());
        let ground = self.alone(&snapshot, &chosen);
        let signals = self.rewrite(&ground, &id, File::Signals).await?;
        let (name, reader, path) = (id.as_str().to_owned(), version.to_owned(), self.answers_of(segment));
        let (columns, of_workspace) = (snapshot.columns.clone(), files::folder(&self.root, workspace));
        let write = move || write_answers(&of_workspace, &name, &path, &masked, &columns, (&reader, step));
        let answers = self.spawn_blocking(write).await;
        let answers = match answers {
            Ok(answers) => answers,
            Err(error) => {
                self.remove_files(workspace, &id).await;
                return Err(error);
            }
        };
        self.swap(&snapshot, &chosen, id, [signals, answers], version.to_owned()).await?;
        Ok(true)
    }

    fn answers_of(&self, segment: &Segment) -> PathBuf {
        files::folder(&self.root, segment.workspace).join(files::name(segment.id.as_str(), File::Answers))
    }
}

/// Rows that a reader judges in a step: at most a row group.
fn step_rows(judge: &dyn Judge) -> usize {
    judge.quick().map_or(ROW_GROUP_ROWS, |_| Ord::min(SLOW_STEP_ROWS, ROW_GROUP_ROWS))
}

/// How many stretches of `step` rows there are in so many.
fn steps(rows: u64, step: usize) -> usize {
    rows.div_ceil(step as u64) as usize
}

fn is_there(scratch: &Path, version: &str, place: usize) -> bool {
    scratch.join(name(version, place)).exists()
}

fn name(version: &str, place: usize) -> String {
    format!("{}.{place}.arrow", &files::hex(&Sha256::digest(version.as_bytes()))[..16])
}

/// The rows of a segment from `from` in their order, at most `rows` and none of the next row group; of these columns.
fn some_rows(path: &Path, from: usize, rows: usize, only: Option<&[&str]>) -> Result<ParquetRecordBatchReader> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(path)?)?;
    let mask = match only {
        Some(names) => ProjectionMask::columns(builder.parquet_schema(), names.iter().copied()),
        None => ProjectionMask::all(),
    };
    let builder = builder.with_projection(mask).with_row_groups(vec![from / ROW_GROUP_ROWS]);
    Ok(builder.with_offset(from % ROW_GROUP_ROWS).with_limit(rows).with_batch_size(SLICE_ROWS).build()?)
}

/// The columns of [`READING`] for these rows.
fn judge_rows(desk: &Desk, path: &Path, from: usize, rows: usize) -> Result<RecordBatch> {
    let full = Columns::new(vec![]).answers;
    let fields = |names: &[&str]| -> Result<SchemaRef> {
        let fields: Result<Vec<_>, _> = names.iter().map(|name| full.field_with_name(name).cloned()).collect();
        Ok(Arc::new(Schema::new(fields?)))
    };
    let (looked_at, reading) = (fields(&[&LOOKED_AT[..], &READING[..]].concat())?, fields(&READING)?);
    let mut read = Vec::new();
    // The columns of readings are left out, so that nothing counts as read.
    for batch in some_rows(path, from, rows, Some(&LOOKED_AT))? {
        let batch = desk.fill(&adapt(&batch?, &looked_at)?)?;
        let columns: Result<Vec<ArrayRef>, _> =
            READING.iter().map(|name| Ok::<_, Error>(batch.column(looked_at.index_of(name)?).clone())).collect();
        read.push(RecordBatch::try_new(reading.clone(), columns?)?);
        std::thread::yield_now();
    }
    Ok(concat_batches(&reading, &read)?)
}

/// A file that is there is whole: after a power cut its hash tells.
fn keep(scratch: &Path, version: &str, place: usize, read: &RecordBatch) -> Result<()> {
    let mut content = vec![0; HASH_BYTES];
    let mut writer = StreamWriter::try_new(&mut content, read.schema_ref())?;
    writer.write(read)?;
    writer.finish()?;
    drop(writer);
    let hash = Sha256::digest(&content[HASH_BYTES..]);
    content[..HASH_BYTES].copy_from_slice(&hash);
    fs::create_dir_all(scratch)?;
    let path = scratch.join(name(version, place));
    let unfinished = path.with_extension("tmp");
    fs::write(&unfinished, &content)?;
    Ok(fs::rename(&unfinished, &path)?)
}

/// What a step has kept; a file that is torn is removed, so that its rows are judged once more.
fn kept(scratch: &Path, version: &str, place: usize, rows: usize) -> Result<RecordBatch> {
    let path = scratch.join(name(version, place));
    let whole = || -> Option<RecordBatch> {
        let bytes = fs::read(&path).ok()?;
        let (hash, content) = bytes.split_at_checked(HASH_BYTES)?;
        if Sha256::digest(content)[..] != *hash {
            return None;
        }
        let batch = StreamReader::try_new(Cursor::new(content), None).ok()?.next()?.ok()?;
        (batch.num_rows() == rows).then_some(batch)
    };
    whole().ok_or_else(|| {
        // What cannot be removed is found torn again.
        let _ = fs::remove_file(&path);
        Error::Internal("readings that were kept are torn and will be made again".into())
    })
}

fn write_answers(
    of_workspace: &Path,
    id: &str,
    path: &Path,
    (segment, mask): &Masked,
    columns: &Columns,
    (version, step): (&str, usize),
) -> Result<files::Written> {
    let scratch = folder(of_workspace, segment.id.as_str());
    let schema = columns.file(File::Answers);
    let rows = segment.rows_answers as usize;
    let mut writer = SegmentWriter::create(of_workspace, id, File::Answers, schema)?;
    for from in (0..rows).step_by(ROW_GROUP_ROWS) {
        let size = Ord::min(ROW_GROUP_ROWS, rows - from);
        let stretch = |at: usize| kept(&scratch, version, (from + at) / step, Ord::min(step, size - at));
        let read = (0..size).step_by(step).map(stretch).collect::<Result<Vec<_>>>()?;
        let read = concat_batches(read[0].schema_ref(), &read)?;
        let mut at = 0;
        for batch in some_rows(path, from, size, None)? {
            let batch = adapt(&batch?, schema)?;
            let part = read.slice(at, batch.num_rows());
            at += batch.num_rows();
            let columns: [ArrayRef; 8] =
                part.columns().to_vec().try_into().map_err(|_| Error::Internal("readings lack a column".into()))?;
            let batch = with_columns(&batch, columns)?;
            writer.write(&if mask.is_empty() { batch } else { mask.apply(&batch)? })?;
        }
    }
    writer.finish()
}
