//! Schema changes of this slice, one file each.

mod m0001_prove;

use sea_orm_migration::MigrationTrait;

/// Oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(m0001_prove::Migration)]
}
