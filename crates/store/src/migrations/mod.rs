//! Schema changes, one file each, never edited after a release. Slices bring their own and the binary joins them.

mod m0001_store;

use kernel::Result;
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};

use crate::{Check, Store};

/// The changes of the shared tables, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(m0001_store::Migration)]
}

/// A migrator over the shared tables and those of the given slices.
pub struct Migrations(Vec<fn() -> Vec<Box<dyn MigrationTrait>>>);

impl Migrations {
    pub fn with(slices: Vec<fn() -> Vec<Box<dyn MigrationTrait>>>) -> Self {
        Self(slices)
    }
}

impl MigratorTraitSelf for Migrations {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        migrations().into_iter().chain(self.0.iter().flat_map(|slice| slice())).collect()
    }
}

/// Brings the schema up to date.
pub async fn migrate(store: &Store, migrations: &Migrations) -> Result<()> {
    migrations.up(&store.inner.writes, None).await.check()
}

/// Names of the changes that are still to be applied.
pub async fn pending(store: &Store, migrations: &Migrations) -> Result<Vec<String>> {
    let pending = migrations.get_pending_migrations(&store.inner.writes).await.check()?;
    Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
}
