//! Answers that are being given, versions of surveys, and questions that were taken out.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_listen"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drafts = Table::create()
            .table("drafts")
            .col(text("response_hash").primary_key())
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(integer("version"))
            .col(text("language"))
            .col(text("answers"))
            .col(big_integer("started_at"))
            .col(big_integer("updated_at"))
            .col(big_integer_null("completed_at"))
            .to_owned();
        manager.create_table(drafts).await?;
        let oldest = Index::create().name("drafts_updated_at").table("drafts").col("updated_at").to_owned();
        manager.create_index(oldest).await?;
        let versions = Table::create()
            .table("survey_versions")
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(integer("version"))
            .col(text("definition"))
            .col(big_integer("published_at"))
            .primary_key(Index::create().col("survey_id").col("version"))
            .to_owned();
        manager.create_table(versions).await?;
        let removed = Table::create()
            .table("removed_questions")
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(text("question_key"))
            .col(integer("place"))
            .col(text("question"))
            .col(big_integer("removed_at"))
            .primary_key(Index::create().col("survey_id").col("question_key"))
            .to_owned();
        manager.create_table(removed).await
    }
}
