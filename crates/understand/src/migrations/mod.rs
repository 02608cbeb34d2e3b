//! Tables that only this slice reads and writes.

mod m0001_understand;
mod m0002_texts;
mod m0003_learning;
mod m0004_themes;
mod m0005_assistant;

use sea_orm_migration::MigrationTrait;

/// The changes of this slice's tables, oldest first.
pub fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(m0001_understand::Migration),
        Box::new(m0002_texts::Migration),
        Box::new(m0003_learning::Migration),
        Box::new(m0004_themes::Migration),
        Box::new(m0005_assistant::Migration),
    ]
}
