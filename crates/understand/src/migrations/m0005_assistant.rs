//! Who lets a language model read quotes, and what it answered.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_assistant"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let switches = Table::create()
            .table("assistant_switches")
            .col(integer("workspace_id").primary_key())
            .col(text("host"))
            .col(text("by_member"))
            .col(big_integer("at"))
            .to_owned();
        manager.create_table(switches).await?;
        let texts = Table::create()
            .table("assistant_texts")
            .col(integer("workspace_id"))
            .col(text("purpose"))
            .col(text("place"))
            .col(text("language"))
            .col(text("fingerprint"))
            .col(text("text"))
            .col(text("model"))
            .col(integer("texts"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("workspace_id").col("purpose").col("place").col("language"))
            .to_owned();
        manager.create_table(texts).await
    }
}
