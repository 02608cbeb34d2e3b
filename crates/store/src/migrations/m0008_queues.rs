//! What queues of cases are read from: whose turn it is, and indexes that hold all that a count or a page asks, so that a
//! hundred thousand open cases are no slower than a hundred.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_queues"
    }
}

/// Each with its columns, in order.
const INDEXES: [(&str, &[&str]); 7] = [
    ("cases_queue", &["workspace_id", "closed_at", "due_at", "id", "answered_at", "again_at"]),
    ("cases_mine", &["workspace_id", "owner", "closed_at", "due_at", "id", "answered_at", "again_at"]),
    ("cases_team", &["workspace_id", "team_id", "closed_at", "due_at", "id", "answered_at", "again_at"]),
    ("cases_stage", &["workspace_id", "closed_at", "again_at", "answered_at", "id"]),
    ("cases_opened", &["workspace_id", "opened_at", "answered_at", "closed_at", "again_at", "due_at"]),
    ("cases_topic", &["workspace_id", "topic", "closed_at"]),
    ("cases_rule", &["workspace_id", "rule_id", "closed_at"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = &mut big_integer_null("again_at");
        manager.alter_table(Table::alter().table("cases").add_column(column).to_owned()).await?;
        for old in ["cases_open", "cases_owner", "cases_closed"] {
            manager.drop_index(Index::drop().name(old).table("cases").to_owned()).await?;
        }
        for (name, columns) in INDEXES {
            let mut index = Index::create().name(name).table("cases").to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
