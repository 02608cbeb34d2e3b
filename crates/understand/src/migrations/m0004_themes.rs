//! Themes that a workspace does not want to see.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_themes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let aside = Table::create()
            .table("themes_aside")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("survey_id"))
            .col(text("language"))
            .col(text("label"))
            .col(text("rule"))
            .col(big_integer("hits"))
            .col(big_integer("texts"))
            .col(text("by_member"))
            .col(big_integer("at"))
            .to_owned();
        manager.create_table(aside).await?;
        let by_workspace = Index::create()
            .name("themes_aside_by_workspace")
            .table("themes_aside")
            .col("workspace_id")
            .col("survey_id")
            .to_owned();
        manager.create_index(by_workspace).await
    }
}
