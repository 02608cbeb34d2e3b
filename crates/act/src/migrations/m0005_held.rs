//! Responses for which a rule opened no case, as the number of its day was reached.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_act_held"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let held = Table::create()
            .table("case_rule_held")
            .col(text("rule_id"))
            .col(integer("day"))
            .col(blob("uid"))
            .col(integer("workspace_id"))
            .primary_key(Index::create().col("rule_id").col("day").col("uid"))
            .to_owned();
        manager.create_table(held).await
    }
}
