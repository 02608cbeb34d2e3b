//! What more than one slice asks for: personal links of surveys, and who may read what people wrote.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_shared"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // They were tables of slices for a while.
        manager.create_table(links().if_not_exists().to_owned()).await?;
        manager.create_table(readers().if_not_exists().to_owned()).await
    }
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("survey_links")
        .col(text("token_hash").primary_key())
        .col(integer("workspace_id"))
        .col(text("survey_id"))
        .col(text_null("contact"))
        .col(text("attributes"))
        .col(text_null("language"))
        .col(big_integer("created_at"))
        .col(big_integer_null("expires_at"))
        .col(boolean("is_used"))
        .col(big_integer_null("used_at"))
        .to_owned()
}

fn readers() -> TableCreateStatement {
    Table::create()
        .table("verbatim_readers")
        .col(text("survey_id").primary_key())
        .col(integer("workspace_id"))
        .col(text("role"))
        .to_owned()
}
