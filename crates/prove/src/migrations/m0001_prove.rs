//! What a workspace counts worth in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_prove"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let settings = Table::create()
            .table("prove_settings")
            .col(integer("workspace_id").primary_key())
            .col(text("currency"))
            .to_owned();
        manager.create_table(settings).await
    }
}
