//! Opening a database with the guarantees that the log needs.

use std::path::{Path, PathBuf};
use std::time::Duration;

use kernel::Result;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use serde::{Deserialize, Serialize};

use crate::Check;

const READERS_MAX: u32 = 8;
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Writes are refused while the file system of the database has less than this free, so that SQLite still has room
/// to check-point its log and deletions can free space.
pub const DISK_FREE_BYTES_MIN: u64 = 8 * 1024 * 1024;

/// Where entities and the log live.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// `postgres://…`, or nothing for SQLite in the data folder.
    pub url: Option<String>,
    pub folder: PathBuf,
    /// `normal` loses acknowledged answers in a power cut; it exists to prove that the test for it bites.
    #[serde(default)]
    pub sqlite_synchronous: Synchronous,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Synchronous {
    #[default]
    Full,
    Normal,
}

impl Settings {
    pub fn sqlite(folder: impl Into<PathBuf>) -> Self {
        Self { url: None, folder: folder.into(), sqlite_synchronous: Synchronous::Full }
    }

    pub fn postgres(url: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        Self { url: Some(url.into()), ..Self::sqlite(folder) }
    }

    /// SQLite's file, where that is the database.
    pub fn file(&self) -> PathBuf {
        self.folder.join("nabz.db")
    }
}

/// One pool for reads and one connection for writes (SQLite), or one pool for both (PostgreSQL).
pub(crate) async fn connect(settings: &Settings) -> Result<(DatabaseConnection, DatabaseConnection)> {
    match &settings.url {
        Some(url) => {
            let pool = Database::connect(quiet(url).max_connections(READERS_MAX * 2).to_owned()).await.check()?;
            Ok((pool.clone(), pool))
        }
        None => {
            let writes = Database::connect(sqlite(settings, 1)).await.check()?;
            let reads = Database::connect(sqlite(settings, READERS_MAX)).await.check()?;
            Ok((reads, writes))
        }
    }
}

fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).acquire_timeout(BUSY_TIMEOUT).test_before_acquire(false);
    options
}

fn sqlite(settings: &Settings, connections: u32) -> ConnectOptions {
    let file = settings.file();
    let synchronous = match settings.sqlite_synchronous {
        Synchronous::Full => SqliteSynchronous::Full,
        Synchronous::Normal => SqliteSynchronous::Normal,
    };
    let mut options = quiet("sqlite::memory:");
    options.max_connections(connections).min_connections(1).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .in_memory(false)
            .shared_cache(false)
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true)
            .pragma("cache_size", "-65536")
            .pragma("temp_store", "memory")
            .pragma("secure_delete", "on")
    });
    options
}

/// Watches the free space under SQLite's file. PostgreSQL watches its own.
pub(crate) struct Space {
    folder: Option<PathBuf>,
}

impl Space {
    pub(crate) fn of(settings: &Settings) -> Self {
        Self { folder: settings.url.is_none().then(|| settings.folder.clone()) }
    }

    /// # Errors
    /// `DiskFull` below [`DISK_FREE_BYTES_MIN`].
    pub(crate) fn check(&self) -> Result<()> {
        match &self.folder {
            Some(folder) if free(folder) < DISK_FREE_BYTES_MIN => Err(kernel::Error::DiskFull),
            _ => Ok(()),
        }
    }
}

/// Free bytes under `folder`; plenty where the system does not tell.
pub fn free(folder: &Path) -> u64 {
    fs4::available_space(folder).unwrap_or(u64::MAX)
}
