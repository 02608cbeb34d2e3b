//! Which reader judged the texts of a segment.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_readers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reader = text("reader").default("").to_owned();
        manager.alter_table(Table::alter().table("segments").add_column(reader).to_owned()).await
    }
}
