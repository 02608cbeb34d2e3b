//! A fresh database per test.

use std::future::Future;
use std::sync::Arc;

use kernel::Env;
use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use store::{Settings, Store};
use tempfile::TempDir;

use crate::{Chance, Clock};

/// Names the server on which tests make their databases: an address for a user who may do so.
pub const POSTGRES: &str = "NABZ_TEST_POSTGRES";
/// Set to 1, tests on PostgreSQL are left out.
pub const SKIP_POSTGRES: &str = "NABZ_TEST_SKIP_POSTGRES";

const SEED: u64 = 20_261_122;

/// An empty database in a temporary folder or on the tests' server, with a clock and chance of its own.
pub struct Db {
    pub clock: Clock,
    pub chance: Chance,
    settings: Settings,
    folder: TempDir,
}

impl Db {
    /// SQLite in a temporary folder, removed with this value.
    pub async fn sqlite() -> Self {
        let folder = folder();
        Self::of(Settings::sqlite(folder.path()), folder)
    }

    /// A fresh database on the server that [`POSTGRES`] names; it stays until the server goes or
    /// [`run_on_postgres`] drops it.
    pub async fn postgres() -> Self {
        let server = server();
        // Not from the test's own chance: tests of several processes share the server.
        let name = format!("nabz_{}", Env::system().secret());
        order(&server, &format!("CREATE DATABASE {name} TEMPLATE template0")).await;
        let folder = folder();
        Self::of(Settings::postgres(address(&server, &name), folder.path()), folder)
    }

    fn of(settings: Settings, folder: TempDir) -> Self {
        Self { clock: Clock::default(), chance: Chance::seeded(SEED), settings, folder }
    }

    /// Another handle on the same database, as a second process would have; nothing is migrated.
    pub async fn open(&self) -> Store {
        Store::open(&self.settings, self.env()).await.expect("the database opens")
    }

    /// Runs plain statements on the database, past everything that Nabz would check.
    pub async fn execute(&self, words: &str) {
        let file = || format!("sqlite://{}", self.settings.file().display());
        let url = self.settings.url.clone().unwrap_or_else(file);
        order(&url, words).await;
    }

    pub fn env(&self) -> Env {
        Env::new(Arc::new(self.clock.clone()), Arc::new(self.chance.clone()))
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The data folder; SQLite's file is in it.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// Runs one story on SQLite.
pub fn run_on_sqlite<F: Future<Output = ()>>(story: impl FnOnce(Db) -> F) {
    runtime().block_on(async { story(Db::sqlite().await).await });
}

/// Runs one story on PostgreSQL, or says that it is left out. The database of a story that failed is kept.
pub fn run_on_postgres<F: Future<Output = ()>>(story: impl FnOnce(Db) -> F) {
    if std::env::var(SKIP_POSTGRES).is_ok_and(|value| value == "1") {
        eprintln!("skipped: {SKIP_POSTGRES}=1, so nothing was tried on PostgreSQL");
        return;
    }
    runtime().block_on(async {
        let db = Db::postgres().await;
        let url = db.settings.url.clone().expect("it is on PostgreSQL");
        story(db).await;
        let name = url.split('?').next().and_then(|base| base.rsplit('/').next()).expect("the address has a database");
        order(&server(), &format!("DROP DATABASE {name} WITH (FORCE)")).await;
    });
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads can be started")
}

fn folder() -> TempDir {
    tempfile::Builder::new().prefix("nabz-test-").tempdir().expect("a temporary folder can be made")
}

fn server() -> String {
    std::env::var(POSTGRES).unwrap_or_else(|_| {
        panic!(
            "{POSTGRES} is not set. Run `cargo xtask test`, which starts a private server; or name one, e.g. \
             {POSTGRES}=postgres://postgres@127.0.0.1:5432/postgres; or leave PostgreSQL out with {SKIP_POSTGRES}=1."
        )
    })
}

async fn order(server: &str, words: &str) {
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    let admin = Database::connect(options).await.unwrap_or_else(|error| panic!("no answer from {server}: {error}"));
    admin.execute_unprepared(words).await.unwrap_or_else(|error| panic!("{words}: {error}"));
    admin.close().await.expect("the connection closes");
}

/// `server` with another database, as an address of a host or of a socket (`postgres:///postgres?host=/tmp`).
fn address(server: &str, database: &str) -> String {
    let (base, query) =
        server.split_once('?').map_or((server, String::new()), |(base, query)| (base, format!("?{query}")));
    let end = match base.rfind('/') {
        Some(slash) if !base[..slash].ends_with('/') || base.starts_with("postgres:///") => slash,
        _ => base.len(),
    };
    format!("{}/{database}{query}", &base[..end])
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_the_database_of_an_address_changes() {
        assert_eq!(address("postgres://p@127.0.0.1:5/postgres", "x"), "postgres://p@127.0.0.1:5/x");
        assert_eq!(address("postgres://p@127.0.0.1:5", "x"), "postgres://p@127.0.0.1:5/x");
        assert_eq!(address("postgres:///postgres?host=/tmp/a&port=5", "x"), "postgres:///x?host=/tmp/a&port=5");
    }
}
