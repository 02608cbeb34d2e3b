//! Tables that only this slice reads and writes.

mod m0001_listen;
mod m0002_imports;

use sea_orm_migration::MigrationTrait;

/// The changes of this slice's tables, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(m0001_listen::Migration), Box::new(m0002_imports::Migration)]
}
