//! What a survey's draft was before each of its last changes, for undoing them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_editor"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let edits = Table::create()
            .table("survey_edits")
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(integer("number"))
            .col(text("action"))
            .col(text("definition"))
            .col(boolean("is_undone"))
            .col(text("actor"))
            .col(big_integer("edited_at"))
            .primary_key(Index::create().col("survey_id").col("number"))
            .to_owned();
        manager.create_table(edits).await
    }
}
