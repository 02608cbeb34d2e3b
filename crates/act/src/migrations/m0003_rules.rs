//! Rules that open cases, what they did, and how a workspace deals with cases.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_act_rules"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rules = Table::create()
            .table("case_rules")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("name"))
            .col(boolean("is_on"))
            .col(integer("place"))
            .col(text_null("survey"))
            .col(text("condition"))
            .col(integer("priority"))
            .col(text_null("team_id"))
            .col(text_null("owner"))
            .col(big_integer("due_minutes"))
            .col(text("playbook"))
            .col(integer("per_day"))
            .col(text("changed_by"))
            .col(big_integer("changed_at"))
            .to_owned();
        manager.create_table(rules).await?;
        let days = Table::create()
            .table("case_rule_days")
            .col(text("rule_id"))
            .col(integer("day"))
            .col(integer("workspace_id"))
            .col(integer("opened"))
            .col(integer("held"))
            .primary_key(Index::create().col("rule_id").col("day"))
            .to_owned();
        manager.create_table(days).await?;
        let settings = Table::create()
            .table("case_settings")
            .col(integer("workspace_id").primary_key())
            .col(text("settings"))
            .col(big_integer("changed_at"))
            .to_owned();
        manager.create_table(settings).await?;
        let place =
            Index::create().name("case_rules_place").table("case_rules").col("workspace_id").col("place").to_owned();
        manager.create_index(place).await
    }
}
