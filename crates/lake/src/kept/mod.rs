//! Kept partial aggregates: what a question counted in a sealed piece of the log does not change, so it is kept, and
//! a repeated question reads only what is new.
//!
//! [`rule`] finds the aggregates whose input can be told apart by pieces, [`fingerprint`] names what is counted,
//! [`exec`] counts piece by piece, and this module keeps the counts: in memory, and on disk for questions that were
//! asked more than once, so that they are warm after a restart.

pub(crate) mod disk;
mod exec;
mod fingerprint;
pub(crate) mod rule;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use kernel::WorkspaceId;
use parking_lot::Mutex;

/// Memory that kept aggregates may take, in bytes.
const MEMORY_MAX: usize = 96 * 1024 * 1024;
/// Rows of partial state that are worth keeping of one piece: more, and reading them is no quicker than counting anew.
const ROWS_MAX: usize = 50_000;
/// Bytes of partial state of one piece, for states such as lists of distinct values.
const BYTES_MAX: usize = 4 * 1024 * 1024;
/// Questions whose frequency is remembered.
const SEEN_MAX: usize = 4_096;
/// From so many times on, a question's aggregates are kept on disk, too.
const FREQUENT: u32 = 2;

/// One piece of one question.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub workspace: WorkspaceId,
    pub segment: String,
    pub first_group: usize,
    /// Which rows of the segment were masked, and where it matters, what people said of its texts.
    pub mask: String,
    pub fingerprint: Arc<str>,
}

/// The aggregates that are kept, of all workspaces.
#[derive(Debug)]
pub(crate) struct Kept {
    inner: Mutex<Inner>,
    disk: disk::Disk,
}

#[derive(Debug, Default)]
struct Inner {
    entries: HashMap<Key, Entry>,
    /// Keys by when they were last used.
    order: BTreeMap<u64, Key>,
    clock: u64,
    bytes: usize,
    seen: HashMap<Arc<str>, u32>,
    too_large: HashSet<Arc<str>>,
}

#[derive(Debug)]
struct Entry {
    batches: Arc<Vec<RecordBatch>>,
    bytes: usize,
    used: u64,
    on_disk: bool,
}

impl Kept {
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { inner: Mutex::default(), disk: disk::Disk::new(root) }
    }

    /// Notes that a question is asked, where `is_new`; otherwise another partition notes it. Returns whether it is
    /// asked often enough for the disk.
    fn ask(&self, fingerprint: &Arc<str>, is_new: bool) -> bool {
        let mut inner = self.inner.lock();
        if inner.seen.len() >= SEEN_MAX {
            inner.seen.clear();
        }
        let times = inner.seen.entry(fingerprint.clone()).or_default();
        *times = times.saturating_add(u32::from(is_new));
        *times >= FREQUENT
    }

    fn is_too_large(&self, fingerprint: &str) -> bool {
        self.inner.lock().too_large.contains(fingerprint)
    }

    /// The counts of one piece, from memory or disk.
    fn get(&self, key: &Key, schema: &SchemaRef) -> Option<Arc<Vec<RecordBatch>>> {
        if let Some(found) = self.inner.lock().get(key) {
            return Some(found);
        }
        let batches = Arc::new(self.disk.read(key, schema)?);
        self.inner.lock().put(key.clone(), batches.clone(), true);
        Some(batches)
    }

    /// Keeps the counts of one piece, unless they are too many.
    fn put(&self, key: &Key, batches: &Arc<Vec<RecordBatch>>) {
        let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
        let mut inner = self.inner.lock();
        if rows > ROWS_MAX || bytes(batches) > BYTES_MAX {
            if inner.too_large.len() >= SEEN_MAX {
                inner.too_large.clear();
            }
            inner.too_large.insert(key.fingerprint.clone());
        } else {
            inner.put(key.clone(), batches.clone(), false);
        }
    }

    /// What is still to be written to disk of this piece.
    fn unwritten(&self, key: &Key) -> Option<Arc<Vec<RecordBatch>>> {
        let mut inner = self.inner.lock();
        let entry = inner.entries.get_mut(key).filter(|entry| !entry.on_disk)?;
        entry.on_disk = true;
        Some(entry.batches.clone())
    }

    pub(crate) fn disk(&self) -> &disk::Disk {
        &self.disk
    }
}

impl Inner {
    fn get(&mut self, key: &Key) -> Option<Arc<Vec<RecordBatch>>> {
        self.clock += 1;
        let entry = self.entries.get_mut(key)?;
        self.order.remove(&entry.used);
        entry.used = self.clock;
        self.order.insert(entry.used, key.clone());
        Some(entry.batches.clone())
    }

    fn put(&mut self, key: Key, batches: Arc<Vec<RecordBatch>>, on_disk: bool) {
        self.clock += 1;
        let bytes = bytes(&batches);
        let entry = Entry { batches, bytes, used: self.clock, on_disk };
        if let Some(old) = self.entries.insert(key.clone(), entry) {
            self.order.remove(&old.used);
            self.bytes -= old.bytes;
        }
        self.order.insert(self.clock, key);
        self.bytes += bytes;
        while self.bytes > MEMORY_MAX {
            let Some((_, oldest)) = self.order.pop_first() else { break };
            if let Some(entry) = self.entries.remove(&oldest) {
                self.bytes -= entry.bytes;
            }
        }
        metrics::gauge!("nabz_kept_aggregates_bytes").set(self.bytes as f64);
    }
}

fn bytes(batches: &[RecordBatch]) -> usize {
    batches.iter().map(RecordBatch::get_array_memory_size).sum()
}
