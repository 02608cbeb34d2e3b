//! Tables that only this slice reads and writes.

mod m0001_listen;
mod m0002_imports;
mod m0003_doors;
mod m0004_editor;
mod m0005_lifecycle;

use sea_orm_migration::MigrationTrait;

/// The changes of this slice's tables, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0001_listen::Migration),
        Box::new(m0002_imports::Migration),
        Box::new(m0003_doors::Migration),
        Box::new(m0004_editor::Migration),
        Box::new(m0005_lifecycle::Migration),
    ]
}
