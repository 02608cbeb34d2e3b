//! What happens around a survey's draft: reviews with comments, the archive, and the workspace's theme.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_lifecycle"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reviews = Table::create()
            .table("survey_reviews")
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(integer("seq"))
            .col(text("state"))
            .col(text("fingerprint"))
            .col(text("note"))
            .col(text("asked_by"))
            .col(big_integer("asked_at"))
            .col(text_null("decided_by"))
            .col(big_integer_null("decided_at"))
            .primary_key(Index::create().col("survey_id").col("seq"))
            .to_owned();
        manager.create_table(reviews).await?;
        let comments = Table::create()
            .table("survey_comments")
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(integer("seq"))
            .col(text("question"))
            .col(text("text"))
            .col(text("author"))
            .col(big_integer("written_at"))
            .col(big_integer_null("settled_at"))
            .primary_key(Index::create().col("survey_id").col("seq"))
            .to_owned();
        manager.create_table(comments).await?;
        let archived = Table::create()
            .table("archived_surveys")
            .col(text("survey_id").primary_key())
            .col(integer("workspace_id"))
            .col(big_integer("archived_at"))
            .to_owned();
        manager.create_table(archived).await?;
        let themes = Table::create()
            .table("workspace_themes")
            .col(integer("workspace_id").primary_key())
            .col(text("theme"))
            .col(big_integer("updated_at"))
            .to_owned();
        manager.create_table(themes).await
    }
}
