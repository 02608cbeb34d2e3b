//! Who gets in and how far: access to surveys, personal links, quotas, uploaded files, ideas, and more about drafts.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_doors"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [
            text("step").default("").to_owned(),
            text("ending").default("").to_owned(),
            text("seconds").default("{}").to_owned(),
            text("origin").default("{}").to_owned(),
            text_null("contact"),
        ] {
            manager.alter_table(Table::alter().table("drafts").add_column(column).to_owned()).await?;
        }
        for table in [access(), quotas(), uploads(), ideas()] {
            manager.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("survey_links_survey_id", "survey_links", &["survey_id", "created_at"][..]),
            ("uploads_response_id", "uploads", &["response_id"][..]),
            ("ideas_survey_id_state", "ideas", &["survey_id", "state"][..]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn access() -> TableCreateStatement {
    Table::create()
        .table("survey_access")
        .col(text("survey_id").primary_key())
        .col(integer("workspace_id"))
        .col(big_integer_null("opens_at"))
        .col(big_integer_null("closes_at"))
        .col(text_null("password_hash"))
        .col(text("mode"))
        .col(big_integer_null("responses_max"))
        .to_owned()
}

fn quotas() -> TableCreateStatement {
    Table::create()
        .table("quota_counts")
        .col(integer("workspace_id"))
        .col(text("survey_id"))
        .col(text("quota_key"))
        .col(big_integer("taken"))
        .primary_key(Index::create().col("survey_id").col("quota_key"))
        .to_owned()
}

fn uploads() -> TableCreateStatement {
    Table::create()
        .table("uploads")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("purpose"))
        .col(text_null("survey_id"))
        .col(text_null("response_id"))
        .col(text_null("question"))
        .col(text("file_name"))
        .col(text("file_type"))
        .col(big_integer("bytes"))
        .col(text("sha256"))
        .col(big_integer("created_at"))
        .to_owned()
}

fn ideas() -> TableCreateStatement {
    Table::create()
        .table("ideas")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("survey_id"))
        .col(text("question"))
        .col(text_null("response_id"))
        .col(text("language"))
        .col(text("text"))
        .col(text("state"))
        .col(big_integer("votes"))
        .col(big_integer("created_at"))
        .to_owned()
}
