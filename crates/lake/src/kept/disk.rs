//! Kept aggregates on disk: a cache, so nothing is synced, every file carries its hash, and a bad one is a miss.

use std::collections::VecDeque;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::arrow::ipc::reader::StreamReader;
use datafusion::arrow::ipc::writer::StreamWriter;
use kernel::WorkspaceId;
use parking_lot::Mutex;
use sha2::{Digest, Sha256};

use super::Key;
use crate::{Result, files};

/// Bytes that kept aggregates may take on disk; the oldest go first.
const DISK_MAX: u64 = 512 * 1024 * 1024;
const HASH_BYTES: usize = 32;
const FOLDER: &str = "kept";

/// Files `<root>/<workspace>/kept/<segment>/<key>.arrow`, so that they go with their segment.
#[derive(Debug)]
pub(crate) struct Disk {
    root: PathBuf,
    written: Mutex<Written>,
}

#[derive(Debug, Default)]
struct Written {
    files: VecDeque<(PathBuf, u64)>,
    bytes: u64,
}

impl Disk {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root, written: Mutex::default() }
    }

    /// Takes stock at start, removing what belongs to segments that are no longer live.
    pub(crate) fn sweep(&self, workspace: WorkspaceId, live: &[String]) -> Result<()> {
        let Ok(folders) = fs::read_dir(files::folder(&self.root, workspace).join(FOLDER)) else { return Ok(()) };
        for folder in folders {
            let folder = folder?.path();
            let is_live = folder.file_name().is_some_and(|name| live.iter().any(|id| name.to_str() == Some(id)));
            if !is_live {
                fs::remove_dir_all(&folder)?;
                continue;
            }
            for file in fs::read_dir(&folder)? {
                let file = file?;
                self.count(file.path(), file.metadata()?.len());
            }
        }
        Ok(())
    }

    pub(super) fn read(&self, key: &Key, schema: &SchemaRef) -> Option<Vec<RecordBatch>> {
        let bytes = fs::read(self.path(key)).ok()?;
        let (hash, content) = bytes.split_at_checked(HASH_BYTES)?;
        if Sha256::digest(content)[..] != *hash {
            return None;
        }
        let reader = StreamReader::try_new(Cursor::new(content), None).ok()?;
        let batch = |batch: RecordBatch| RecordBatch::try_new(schema.clone(), batch.columns().to_vec()).ok();
        reader.map(|read| batch(read.ok()?)).collect()
    }

    /// Blocks. A failure costs only time: the aggregate is counted again.
    pub(super) fn write(&self, key: &Key, batches: &[RecordBatch]) {
        if let Err(error) = self.try_write(key, batches) {
            tracing::debug!(%error, "an aggregate could not be kept on disk");
        }
    }

    fn try_write(&self, key: &Key, batches: &[RecordBatch]) -> Result<()> {
        let Some(first) = batches.first() else { return Ok(()) };
        let mut content = vec![0; HASH_BYTES];
        let mut writer = StreamWriter::try_new(&mut content, first.schema_ref())?;
        for batch in batches {
            writer.write(batch)?;
        }
        writer.finish()?;
        drop(writer);
        let hash = Sha256::digest(&content[HASH_BYTES..]);
        content[..HASH_BYTES].copy_from_slice(&hash);
        let path = self.path(key);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let unfinished = path.with_extension("tmp");
        fs::write(&unfinished, &content)?;
        fs::rename(&unfinished, &path)?;
        self.count(path, content.len() as u64);
        Ok(())
    }

    fn count(&self, path: PathBuf, bytes: u64) {
        let mut written = self.written.lock();
        written.files.push_back((path, bytes));
        written.bytes += bytes;
        while written.bytes > DISK_MAX {
            let Some((oldest, bytes)) = written.files.pop_front() else { break };
            written.bytes -= bytes;
            // It may have gone with its segment.
            let _ = fs::remove_file(oldest);
        }
    }

    fn path(&self, key: &Key) -> PathBuf {
        let mut hash = Sha256::new();
        hash.update(key.first_group.to_be_bytes());
        hash.update(key.mask.as_bytes());
        hash.update([0]);
        hash.update(key.fingerprint.as_bytes());
        let name = files::hex(&hash.finalize()[..16]);
        segment_folder(&files::folder(&self.root, key.workspace), &key.segment).join(format!("{name}.arrow"))
    }
}

/// Where the aggregates of a segment are, within the workspace's folder.
pub(crate) fn segment_folder(folder: &Path, segment: &str) -> PathBuf {
    folder.join(FOLDER).join(segment)
}
