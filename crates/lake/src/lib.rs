//! Every number comes from here: sealed segments of the log in Parquet plus the rows that are not sealed yet, as
//! tables that SQL sees.
//!
//! What texts say is read where they enter, by [`readings`], and stands beside them.
//!
//! The only crate that names DataFusion; none of its types leak. A question is answered from a [`snapshot`], which
//! holds what the log held at one moment. [`scan`] reads it, [`kept`] keeps what was counted in sealed pieces,
//! [`seal`] turns log rows into segments and keeps those few and clean.

mod adapt;
mod cell;
mod condition;
mod error;
mod files;
mod functions;
mod hand;
mod kept;
mod leaf;
mod mentions;
mod output;
mod query;
mod readings;
mod records;
mod reread;
mod rows;
mod scan;
mod schema;
mod seal;
mod session;
mod snapshot;
mod table;
#[cfg(test)]
mod tests;
mod verify;

#[cfg(test)]
extern crate self as lake;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use datafusion::execution::SessionState;
use kernel::{SegmentId, WorkspaceId};
use parking_lot::Mutex;
use store::Store;
use tokio::runtime::{Handle, Runtime};

pub use cell::{Cell, Column, ColumnKind};
pub use condition::clause;
pub use error::{Error, Result};
pub use hand::{ByHand, Said, Says};
pub use output::{ParquetRows, for_spreadsheets, push_csv_field};
pub use query::{QueryResult, ROWS_MAX, SIGNALS_MAX, SqlOptions};
pub use readings::{Brief, Judge, Mention, label, prior, says};
pub use reread::Standing;
pub use seal::{Maintained, Sealed};
pub use verify::Damage;

/// The files of a segment, relative to the folder of the lake: what a backup must hold.
pub fn files_of(segment: &store::entity::segment::Model) -> [PathBuf; 2] {
    let workspace = WorkspaceId(segment.workspace_id);
    [schema::File::Signals, schema::File::Answers].map(|file| files::relative(workspace, &segment.id, file).into())
}

use crate::kept::Kept;
use crate::snapshot::{Reading, Snapshot};

/// Stack of the lake's threads: unoptimised, the engine recurses deeply while it plans.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Bounds of what questions may use together.
#[derive(Clone, Copy, Debug)]
pub struct LakeConfig {
    /// Memory of all questions at a time; beyond it they spill to disk or fail.
    pub memory_bytes: usize,
    /// Threads that work on questions; requests are served by others.
    pub threads: usize,
    /// After which a question is given up.
    pub timeout: Duration,
}

impl Default for LakeConfig {
    fn default() -> Self {
        Self { memory_bytes: 512 * 1024 * 1024, threads: 2, timeout: Duration::from_secs(60) }
    }
}

/// The sealed segments and the questions over them, of all workspaces. Share it as `Arc<Lake>`.
pub struct Lake {
    store: Store,
    root: PathBuf,
    config: LakeConfig,
    base: SessionState,
    kept: Arc<Kept>,
    /// Reads the texts of workspaces that have no reader of their own.
    shared: Mutex<Arc<text::Reader>>,
    /// Knows what people say that texts say.
    by_hand: OnceLock<Arc<dyn ByHand>>,
    workspaces: Mutex<HashMap<WorkspaceId, Arc<Known>>>,
    /// Where the database's connections live.
    home: Handle,
    /// The lake's own threads; nothing only while it is dropped.
    runtime: Option<Runtime>,
}

/// What is remembered of a workspace.
#[derive(Default)]
struct Known {
    snapshot: tokio::sync::Mutex<Option<Arc<Snapshot>>>,
    /// Whoever changes the segments holds this.
    upkeep: tokio::sync::Mutex<()>,
    /// The workspace's own reader of texts.
    judge: Mutex<Option<Arc<dyn Judge>>>,
    /// The segment whose texts are being read again; it is not merged meanwhile.
    rereading: Mutex<Option<SegmentId>>,
}

impl Lake {
    /// Opens the lake in `root`, removing what a crash left there. Only the process that owns the data folder may do
    /// this. Must be called within the runtime that the store lives in.
    pub async fn open(store: Store, root: &Path, config: LakeConfig) -> Result<Arc<Self>> {
        std::fs::create_dir_all(root)?;
        let root = root.canonicalize()?;
        let kept = Arc::new(Kept::new(root.clone()));
        for workspace in files::workspaces(&root)? {
            let live: Vec<String> = store.segments(workspace).await?.into_iter().map(|segment| segment.id).collect();
            let folder = files::folder(&root, workspace);
            for name in files::sweep(&folder, &live)? {
                tracing::info!(%workspace, name, "removed a file that no segment names");
            }
            kept.disk().sweep(workspace, &live)?;
            reread::sweep(&folder, &live)?;
        }
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(config.threads.max(1))
            .thread_name("lake")
            .thread_stack_size(STACK_BYTES)
            .enable_all()
            .build()?;
        Ok(Arc::new(Self {
            base: session::base(&root, &config)?,
            store,
            root,
            config,
            kept,
            shared: Mutex::default(),
            by_hand: OnceLock::new(),
            workspaces: Mutex::default(),
            home: Handle::current(),
            runtime: Some(runtime),
        }))
    }

    fn known(&self, workspace: WorkspaceId) -> Arc<Known> {
        self.workspaces.lock().entry(workspace).or_default().clone()
    }

    /// Who reads the texts of a workspace: with what it has learned, else as shipped.
    pub fn reader(&self, workspace: WorkspaceId) -> Arc<dyn Judge> {
        let own = self.known(workspace).judge.lock().clone();
        own.unwrap_or_else(|| self.shared.lock().clone())
    }

    /// The reader of workspaces that have none of their own: with the weights that ship, unless the server reads with
    /// more.
    pub fn shared_reader(&self) -> text::Reader {
        text::Reader::clone(&self.shared.lock())
    }

    /// Gives all workspaces that have no reader of their own this one.
    pub fn share_reader(&self, reader: text::Reader) {
        *self.shared.lock() = Arc::new(reader);
    }

    /// Gives a workspace a reader of its own, or none. Texts that come are read by it from now on, and sealed ones once
    /// [`Lake::reread`] has come to them.
    pub fn use_reader(&self, workspace: WorkspaceId, judge: Option<Arc<dyn Judge>>) {
        *self.known(workspace).judge.lock() = judge;
    }

    /// Has judgements by hand laid over what readers say, from the first question on; a second call changes nothing.
    pub fn use_by_hand(&self, by_hand: Arc<dyn ByHand>) {
        self.by_hand.get_or_init(|| by_hand);
    }

    /// The workspace's log as of now.
    async fn snapshot(&self, workspace: WorkspaceId) -> Result<Arc<Snapshot>> {
        let known = self.known(workspace);
        let mut remembered = known.snapshot.lock().await;
        let reading =
            Reading { judge: self.reader(workspace), by_hand: self.by_hand.get(), threads: self.config.threads };
        let next = Snapshot::take(&self.store, &self.root, workspace, remembered.as_ref(), &reading).await?;
        *remembered = Some(next.clone());
        Ok(next)
    }

    /// The last position that questions have read so far.
    async fn tail_end(&self, workspace: WorkspaceId) -> i64 {
        self.known(workspace).snapshot.lock().await.as_ref().map_or(0, |snapshot| snapshot.tail_end())
    }

    /// Runs work on the lake's own threads.
    async fn spawn<T: Send + 'static>(&self, work: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
        let done = self.threads()?.spawn(work);
        done.await.map_err(|error| Error::Internal(error.to_string()))?
    }

    /// Runs work that blocks.
    async fn spawn_blocking<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let done = self.threads()?.spawn_blocking(work);
        done.await.map_err(|error| Error::Internal(error.to_string()))?
    }

    fn threads(&self) -> Result<&Runtime> {
        self.runtime.as_ref().ok_or_else(|| Error::Internal("the lake is being closed".into()))
    }
}

impl Drop for Lake {
    fn drop(&mut self) {
        // A runtime must not wait for its threads where others are being served.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl std::fmt::Debug for Lake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lake").field("root", &self.root).finish_non_exhaustive()
    }
}
