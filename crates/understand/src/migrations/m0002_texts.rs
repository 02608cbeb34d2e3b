//! What members say that texts say, and workspaces in which nothing is read again for now.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_texts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let labels = Table::create()
            .table("text_labels")
            .col(integer("workspace_id"))
            .col(binary("uid"))
            .col(text("question"))
            .col(text("label"))
            .col(text("by_member"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("workspace_id").col("uid").col("question"))
            .to_owned();
        manager.create_table(labels).await?;
        let pauses = Table::create()
            .table("text_pauses")
            .col(integer("workspace_id").primary_key())
            .col(text("by_member"))
            .col(big_integer("at"))
            .to_owned();
        manager.create_table(pauses).await
    }
}
