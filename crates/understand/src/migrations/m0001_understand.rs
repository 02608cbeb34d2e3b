//! Shared reports.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_understand"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let shares = Table::create()
            .table("report_shares")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(text("name"))
            .col(text_uniq("token_hash"))
            .col(text("questions"))
            .col(boolean("verbatims"))
            .col(text_null("first_day"))
            .col(text_null("last_day"))
            .col(text("created_by"))
            .col(big_integer("created_at"))
            .col(big_integer_null("expires_at"))
            .col(big_integer_null("revoked_at"))
            .to_owned();
        manager.create_table(shares).await?;
        let by_survey =
            Index::create().name("report_shares_by_survey").table("report_shares").col("survey_id").to_owned();
        manager.create_index(by_survey).await
    }
}
