//! Imports of files: what was read, what became of it, and how to undo it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_imports"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let imports = Table::create()
            .table("imports")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("survey"))
            .col(text("file_name"))
            .col(text_null("path"))
            .col(text("state"))
            .col(text("mapping"))
            .col(big_integer("rows_read"))
            .col(big_integer("responses"))
            .col(big_integer("answers"))
            .col(big_integer("added"))
            .col(big_integer("duplicates"))
            .col(big_integer("rejected"))
            .col(text("refused"))
            .col(text_null("error"))
            .col(big_integer("bytes_read"))
            .col(big_integer("bytes_due"))
            .col(big_integer("started_at"))
            .col(big_integer("seen_at"))
            .col(big_integer_null("finished_at"))
            .col(text("actor"))
            .to_owned();
        manager.create_table(imports).await?;
        let newest =
            Index::create().name("imports_workspace_id_id").table("imports").col("workspace_id").col("id").to_owned();
        manager.create_index(newest).await
    }
}
