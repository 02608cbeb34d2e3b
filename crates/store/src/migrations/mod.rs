//! Schema changes, one file each, never edited after a release. Slices bring their own and the binary joins them.

mod m0001_store;
mod m0002_shared;
mod m0003_readers;
mod m0004_topics;
mod m0005_cases;
mod m0006_loop;
mod m0007_personal;
mod m0008_queues;
mod m0009_worth_units;

use kernel::Result;
use sea_orm::ConnectionTrait;
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};

use crate::{Check, Store};

/// The changes of the shared tables, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0001_store::Migration),
        Box::new(m0002_shared::Migration),
        Box::new(m0003_readers::Migration),
        Box::new(m0004_topics::Migration),
        Box::new(m0005_cases::Migration),
        Box::new(m0006_loop::Migration),
        Box::new(m0007_personal::Migration),
        Box::new(m0008_queues::Migration),
        Box::new(m0009_worth_units::Migration),
    ]
}

/// The changes of one slice, oldest first.
pub type Slice = fn() -> Vec<Box<dyn MigrationTrait>>;

/// A migrator over the shared tables and those of the given slices.
pub struct Migrations(Vec<Slice>);

impl Migrations {
    pub fn with(slices: Vec<Slice>) -> Self {
        Self(slices)
    }
}

impl MigratorTraitSelf for Migrations {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        migrations().into_iter().chain(self.0.iter().flat_map(|slice| slice())).collect()
    }
}

/// Any number that nothing else uses as a key of PostgreSQL's advisory locks.
const LOCK: &str = "SELECT pg_advisory_xact_lock(1835100002)";

/// Brings the schema up to date: wholly, or after an error or a crash not at all.
pub async fn migrate(store: &Store, migrations: &Migrations) -> Result<()> {
    let txn = store.write().await?;
    if !store.is_sqlite() {
        // Nodes that start together go one after the other.
        txn.execute_unprepared(LOCK).await.check()?;
    }
    migrations.up(&*txn, None).await.check()?;
    txn.commit().await
}

/// Names of the changes that are still to be applied.
pub async fn pending(store: &Store, migrations: &Migrations) -> Result<Vec<String>> {
    let pending = migrations.get_pending_migrations(&store.inner.writes).await.check()?;
    Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
}
