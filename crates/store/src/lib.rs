//! Everything that is kept: the database, the signal log, the tables that all slices share, and jobs.
//!
//! One code path serves SQLite and PostgreSQL. A write is a [`Txn`]; reads take any connection. What is
//! appended to the log ([`log`]) is on disk before the call returns.

pub mod attributes;
pub mod audit;
mod bulk;
pub mod connect;
pub mod consumers;
pub mod contacts;
pub mod entity;
mod error;
pub mod integrity;
pub mod invitations;
pub mod jobs;
pub mod keys;
pub mod links;
pub mod log;
pub mod members;
pub mod migrations;
pub mod personal;
pub mod seal;
pub mod segments;
pub mod sessions;
pub mod surveys;
pub mod tickets;
pub mod topics;
mod txn;
pub mod verbatims;
pub mod whole;
pub mod workspaces;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

pub use connect::{Settings, Synchronous};
pub use error::{Check, db};
use kernel::{Env, Result};
pub use log::{Appended, Entry, Logged};
pub use migrations::migrate;
use sea_orm::DatabaseConnection;
use tokio::sync::{Mutex, mpsc, watch};
pub use txn::Txn;

/// A handle on the database; clones share it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    reads: DatabaseConnection,
    writes: DatabaseConnection,
    /// SQLite has one writer: whoever holds the turn may begin.
    turn: Arc<Mutex<()>>,
    appends: mpsc::Sender<writer::Append>,
    head: watch::Sender<i64>,
    kinds: attributes::Known,
    space: connect::Space,
    folder: PathBuf,
    broken: AtomicBool,
    seal: OnceLock<seal::Key>,
    env: Env,
}

impl Store {
    /// Opens the database that `settings` name, without migrating it.
    ///
    /// # Errors
    /// `Internal` with the driver's words when the database cannot be reached.
    pub async fn open(settings: &Settings, env: Env) -> Result<Self> {
        let (reads, writes) = connect::connect(settings).await?;
        let (appends, queue) = mpsc::channel(writer::QUEUE_MAX);
        let store = Self {
            inner: Arc::new(Inner {
                reads,
                writes,
                turn: Arc::new(Mutex::new(())),
                appends,
                head: watch::Sender::new(0),
                kinds: attributes::Known::default(),
                space: connect::Space::of(settings),
                folder: settings.folder.clone(),
                broken: AtomicBool::new(false),
                seal: OnceLock::new(),
                env,
            }),
        };
        writer::spawn(&store, queue);
        Ok(store)
    }

    /// For reads. A read sees everything committed before it began.
    pub fn reads(&self) -> &DatabaseConnection {
        &self.inner.reads
    }

    /// Begins a write; nothing is kept until [`Txn::commit`].
    pub async fn write(&self) -> Result<Txn> {
        Txn::begin(self).await
    }

    /// The data folder of this machine, for files that belong to rows.
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    pub fn env(&self) -> &Env {
        &self.inner.env
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.inner.reads.get_database_backend(), sea_orm::DbBackend::Sqlite)
    }

    /// The last committed position of the log as far as this process knows; wakes on every append.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.inner.head.subscribe()
    }

    /// Whether the disk failed underneath: nothing more is written until a restart recovers from the log.
    pub fn is_broken(&self) -> bool {
        self.inner.broken.load(Ordering::Acquire)
    }

    fn mark_broken(&self) {
        self.inner.broken.store(true, Ordering::Release);
        self.inner.head.send_modify(|_| ());
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}
