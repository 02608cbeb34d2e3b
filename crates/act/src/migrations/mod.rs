//! Schema changes of this slice, one file each.

mod m0003_rules;
mod m0004_cases;
mod m0004_initiatives;
mod m0005_held;
mod m0006_blocks;

use sea_orm_migration::MigrationTrait;

/// Oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0003_rules::Migration),
        Box::new(m0004_cases::Migration),
        Box::new(m0004_initiatives::Migration),
        Box::new(m0005_held::Migration),
        Box::new(m0006_blocks::Migration),
    ]
}
