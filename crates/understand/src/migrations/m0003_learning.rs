//! What workspaces have learned from their own ratings and comments, and those who are trying to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_learning"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let models = Table::create()
            .table("text_models")
            .col(integer("workspace_id"))
            .col(text("slot"))
            .col(text("version"))
            .col(text("base"))
            .col(binary("model"))
            .col(text("report"))
            .col(big_integer("learned_at"))
            .col(text("by_member"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("workspace_id").col("slot"))
            .to_owned();
        manager.create_table(models).await?;
        let trials = Table::create()
            .table("text_trials")
            .col(integer("workspace_id").primary_key())
            .col(text("by_member"))
            .col(big_integer("asked_at"))
            .col(big_integer_null("beat_at"))
            .col(integer("percent"))
            .col(text_null("failed"))
            .col(integer_null("held_out"))
            .to_owned();
        manager.create_table(trials).await
    }
}
