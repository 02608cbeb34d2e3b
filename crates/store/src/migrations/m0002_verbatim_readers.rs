//! Who may read what people wrote, survey by survey.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, text};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_verbatim_readers"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let readers = Table::create()
            .table("verbatim_readers")
            // It was a table of the slice `understand` for a while.
            .if_not_exists()
            .col(text("survey_id").primary_key())
            .col(integer("workspace_id"))
            .col(text("role"))
            .to_owned();
        manager.create_table(readers).await
    }
}
