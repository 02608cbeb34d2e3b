//! Sealed files: written so that a crash leaves either all of a file or none, and checked by hash.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::{EnabledStatistics, WriterProperties, WriterVersion};
use datafusion::parquet::schema::types::ColumnPath;
use kernel::WorkspaceId;
use sha2::{Digest, Sha256};

use crate::schema::{BODY, File, POSITION, READING, UID};
use crate::{Error, Result};

/// Rows in one row group, the unit of skipping. Few in unit tests, so that some rows already make many groups.
pub(crate) const ROW_GROUP_ROWS: usize = if cfg!(test) { 4 } else { 128 * 1024 };
/// A file on its way; a sweep may take it.
pub(crate) const UNFINISHED: &str = "tmp";

pub(crate) fn folder(root: &Path, workspace: WorkspaceId) -> PathBuf {
    root.join(workspace.to_string())
}

/// A segment's file within the folder of the lake, with `/` on every system.
pub(crate) fn relative(workspace: WorkspaceId, segment: &str, file: File) -> String {
    format!("{workspace}/{}", name(segment, file))
}

pub(crate) fn name(segment: &str, file: File) -> String {
    format!("{segment}.{}.parquet", file.as_str())
}

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    pub rows: u64,
    pub bytes: u64,
    pub sha256: String,
}

/// Writes one file of a segment. Blocks: run it where blocking is allowed.
pub(crate) struct SegmentWriter {
    writer: ArrowWriter<Hashed>,
    unfinished: PathBuf,
    path: PathBuf,
    rows: u64,
}

impl SegmentWriter {
    pub(crate) fn create(folder: &Path, segment: &str, file: File, schema: &SchemaRef) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let path = folder.join(name(segment, file));
        let unfinished = path.with_extension(UNFINISHED);
        let hashed = Hashed { file: fs::File::create(&unfinished)?, hash: Sha256::new(), bytes: 0 };
        let writer = ArrowWriter::try_new(hashed, schema.clone(), Some(properties(file)))?;
        Ok(Self { writer, unfinished, path, rows: 0 })
    }

    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        self.rows += batch.num_rows() as u64;
        Ok(self.writer.write(batch)?)
    }

    /// When this returns, the file is on disk under its name, or will be after a power cut.
    pub(crate) fn finish(self) -> Result<Written> {
        let hashed = self.writer.into_inner()?;
        hashed.file.sync_all()?;
        fs::rename(&self.unfinished, &self.path)?;
        if let Some(folder) = self.path.parent() {
            sync_folder(folder)?;
        }
        Ok(Written { rows: self.rows, bytes: hashed.bytes, sha256: hex(&hashed.hash.finalize()) })
    }
}

fn properties(file: File) -> WriterProperties {
    let column = |name: &str| ColumnPath::new(vec![name.to_owned()]);
    let mut properties = WriterProperties::builder()
        .set_writer_version(WriterVersion::PARQUET_1_0)
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(1).unwrap_or_default()))
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_column_statistics_enabled(column(UID), EnabledStatistics::None)
        .set_column_dictionary_enabled(column(UID), false)
        .set_column_dictionary_enabled(column(POSITION), false)
        .set_column_dictionary_enabled(column(READING[2]), false);
    for long in ["text", BODY] {
        properties = properties
            .set_column_statistics_enabled(column(long), EnabledStatistics::None)
            .set_column_dictionary_enabled(column(long), false);
    }
    if file == File::Signals {
        // Drill-down looks for single signals; rows are ordered by contact, so only a filter finds them.
        properties = properties.set_column_bloom_filter_enabled(column(UID), true);
    }
    properties.build()
}

/// Hashes what goes through, so that no file is read twice.
struct Hashed {
    file: fs::File,
    hash: Sha256,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.file.write(buffer)?;
        self.hash.update(&buffer[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows syncs names with the file and cannot open folders.
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

/// The SHA-256 of a file in hexadecimal.
pub(crate) fn sha256(path: &Path) -> io::Result<String> {
    let mut file = fs::File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&buffer[..read]);
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Removes the files of a workspace that no live segment names: leavings of a crash between writing a file and
/// making it live, or between replacing a segment and removing its files. Returns their names.
///
/// Run it only before anything is sealed: a file that is just being written is not live yet.
pub(crate) fn sweep(folder: &Path, live: &[String]) -> Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(error.into()),
    };
    let mut removed = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_ours = name.ends_with(".parquet") || name.ends_with(&format!(".{UNFINISHED}"));
        let is_live = File::BOTH.iter().any(|file| {
            let segment = name.strip_suffix(&format!(".{}.parquet", file.as_str()));
            segment.is_some_and(|segment| live.iter().any(|id| id == segment))
        });
        if is_ours && !is_live && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
            removed.push(name);
        }
    }
    Ok(removed)
}

/// The workspaces that have a folder.
pub(crate) fn workspaces(root: &Path) -> Result<Vec<WorkspaceId>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        found.extend(entry?.file_name().to_str().and_then(|name| name.parse().ok()).map(WorkspaceId));
    }
    Ok(found)
}

/// How many bytes a segment's file has.
///
/// # Errors
/// `Damaged` where the file is gone.
pub(crate) fn size(root: &Path, workspace: WorkspaceId, segment: &str, file: File) -> Result<u64> {
    let path = folder(root, workspace).join(name(segment, file));
    match fs::metadata(&path) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Error::Damaged { file: relative(workspace, segment, file), what: "it is gone".into() })
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sweep_takes_orphans_and_leaves_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        let live = vec!["seg_a".to_owned()];
        for name in ["seg_a.signals.parquet", "seg_b.signals.parquet", "seg_a.answers.tmp", "notes.txt"] {
            fs::write(folder.path().join(name), b"x").unwrap();
        }
        let mut removed = sweep(folder.path(), &live).unwrap();
        removed.sort();
        assert_eq!(removed, ["seg_a.answers.tmp", "seg_b.signals.parquet"]);
        assert!(folder.path().join("seg_a.signals.parquet").exists());
        assert!(folder.path().join("notes.txt").exists());
        assert!(sweep(&folder.path().join("none"), &live).unwrap().is_empty());
    }
}
