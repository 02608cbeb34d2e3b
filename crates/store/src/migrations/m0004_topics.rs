//! What texts can be about: topics with their rules, what became of them, and what members say that texts mention.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_topics"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let topics = Table::create()
            .table("topics")
            .col(integer("workspace_id"))
            .col(text("key"))
            .col(text_null("parent"))
            .col(text("name"))
            .col(text("rules"))
            .col(text_null("source"))
            .col(text_null("owner"))
            .col(integer("place"))
            .col(big_integer("updated_at"))
            .primary_key(Index::create().col("workspace_id").col("key"))
            .to_owned();
        manager.create_table(topics).await?;
        let changes = Table::create()
            .table("topic_changes")
            .col(integer("workspace_id"))
            .col(integer("version"))
            .col(text("deed"))
            .col(text("topic"))
            .col(text("before"))
            .col(text("by_member"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("workspace_id").col("version"))
            .to_owned();
        manager.create_table(changes).await?;
        let labels = Table::create()
            .table("topic_labels")
            .col(integer("workspace_id"))
            .col(binary("uid"))
            .col(text("question"))
            .col(text("topic"))
            .col(boolean("holds"))
            .col(text("by_member"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("workspace_id").col("uid").col("question").col("topic"))
            .to_owned();
        manager.create_table(labels).await
    }
}
