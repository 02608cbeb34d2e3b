//! The first tables of cases. They came with the slice that deals with them, under the name that they keep: others ask them
//! too by now.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_act_cases"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("cases")
                    .col(text("id").primary_key())
                    .col(integer("workspace_id"))
                    .col(blob("uid"))
                    .col(text_null("import_id"))
                    .col(text("survey"))
                    .col(text_null("question"))
                    .col(text_null("kind"))
                    .col(double_null("score"))
                    .col(text_null("words"))
                    .col(text_null("language"))
                    .col(text("channel"))
                    .col(text_null("touchpoint"))
                    .col(text_null("contact_id"))
                    .col(text("why"))
                    .col(text_null("because"))
                    .col(big_integer("occurred_at"))
                    .col(big_integer("opened_at"))
                    .col(big_integer("due_at"))
                    .col(text_null("owner"))
                    .col(big_integer_null("answered_at"))
                    .col(text_null("answered_by"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("case_notes")
                    .col(text("id").primary_key())
                    .col(integer("workspace_id"))
                    .col(text("case_id"))
                    .col(text("member_id"))
                    .col(big_integer("at"))
                    .col(text("text"))
                    .to_owned(),
            )
            .await?;
        let index = |name: &str, table: &'static str| Index::create().name(name).table(table).to_owned();
        manager.create_index(index("cases_uid", "cases").col("workspace_id").col("uid").unique().to_owned()).await?;
        manager
            .create_index(index("cases_open", "cases").col("workspace_id").col("answered_at").col("due_at").to_owned())
            .await?;
        manager.create_index(index("case_notes_case", "case_notes").col("case_id").to_owned()).await
    }
}
