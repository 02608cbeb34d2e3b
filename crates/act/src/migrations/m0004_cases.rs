//! What happened with cases, which steps of their playbooks are done, and templates of replies.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_act_cases"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let events = Table::create()
            .table("case_events")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("case_id"))
            .col(big_integer("at"))
            .col(text_null("member_id"))
            .col(text("kind"))
            .col(text_null("detail"))
            .to_owned();
        manager.create_table(events).await?;
        let steps = Table::create()
            .table("case_steps")
            .col(text("case_id"))
            .col(text("step"))
            .col(integer("workspace_id"))
            .col(text("done_by"))
            .col(big_integer("done_at"))
            .primary_key(Index::create().col("case_id").col("step"))
            .to_owned();
        manager.create_table(steps).await?;
        let templates = Table::create()
            .table("reply_templates")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("language"))
            .col(text("name"))
            .col(text("subject"))
            .col(text("text"))
            .col(text("changed_by"))
            .col(big_integer("changed_at"))
            .to_owned();
        manager.create_table(templates).await?;
        let index = |name: &str, table: &'static str| Index::create().name(name).table(table).to_owned();
        manager.create_index(index("case_events_case", "case_events").col("case_id").col("at").to_owned()).await?;
        manager
            .create_index(index("reply_templates_of", "reply_templates").col("workspace_id").col("language").to_owned())
            .await
    }
}
