//! Opening a database with the guarantees that the log needs.

use std::path::PathBuf;
use std::time::Duration;

use kernel::Result;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, Connection, SqliteConnection};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use serde::{Deserialize, Serialize};

use crate::Check;

const READERS_MAX: u32 = 8;
/// Of PostgreSQL.
const WRITERS_MAX: u32 = 8;
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection that was used this recently is taken to be alive.
const IDLE_TRUSTED: Duration = Duration::from_millis(500);
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

/// A pool for reads, and one for writes; SQLite's has one connection. They are apart because a write may read through
/// another connection: enough writes would use up a common pool and wait for each other.
pub(crate) async fn connect(settings: &Settings) -> Result<(DatabaseConnection, DatabaseConnection)> {
    match &settings.url {
        Some(url) => {
            let writes = Database::connect(postgres(url, WRITERS_MAX)).await.check()?;
            let reads = Database::connect(postgres(url, READERS_MAX)).await.check()?;
            Ok((reads, writes))
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

fn postgres(url: &str, connections: u32) -> ConnectOptions {
    let mut options = quiet(url);
    options
        .max_connections(connections)
        // After a restart of the server, connections that lay idle are replaced before anybody is given one.
        .test_before_acquire_if_idle_for(IDLE_TRUSTED)
        // A server, a database or a role may have it off, which would lose acknowledged answers in a power cut.
        .map_sqlx_postgres_opts(|postgres| postgres.options([("synchronous_commit", "on")]));
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
    options.map_sqlx_sqlite_pool_opts(|pool| pool.after_release(|connection, _| Box::pin(is_at_rest(connection))));
    options
}

/// Whether a connection that comes back has no transaction open; if it has, the pool closes it.
///
/// On a full disk SQLite may end a transaction by itself. The driver's own roll-back then fails and it goes on
/// believing that a transaction is open: later ones would be savepoints of none, and a commit would keep nothing.
async fn is_at_rest(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    // A roll-back may still be on its way; the ping comes after it.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
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
        if self.free() < DISK_FREE_BYTES_MIN { Err(kernel::Error::DiskFull) } else { Ok(()) }
    }

    /// Free bytes; plenty where the system does not tell.
    pub(crate) fn free(&self) -> u64 {
        let folder = self.folder.as_deref();
        folder.and_then(|folder| fs4::available_space(folder).ok()).unwrap_or(u64::MAX)
    }
}
