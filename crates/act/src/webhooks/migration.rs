//! The tables of webhooks, as they first were.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_webhooks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(endpoints()).await?;
        manager.create_table(deliveries()).await?;
        for (name, table, columns) in INDEXES {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// Each with its table and columns, in order.
const INDEXES: [(&str, &str, &[&str]); 5] = [
    ("webhook_endpoints_of", "webhook_endpoints", &["workspace_id", "id"]),
    ("webhook_deliveries_due", "webhook_deliveries", &["endpoint_id", "state", "next_at", "id"]),
    ("webhook_deliveries_listed", "webhook_deliveries", &["endpoint_id", "id"]),
    ("webhook_deliveries_leased", "webhook_deliveries", &["leased_by"]),
    ("webhook_deliveries_old", "webhook_deliveries", &["state", "made_at"]),
];

fn endpoints() -> TableCreateStatement {
    Table::create()
        .table("webhook_endpoints")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("name"))
        .col(text("url"))
        .col(text("events"))
        .col(boolean("with_texts"))
        .col(boolean("is_on"))
        .col(text_null("off_why"))
        .col(text("secret"))
        .col(text_null("old_secret"))
        .col(big_integer_null("old_until"))
        .col(big_integer_null("failing_since"))
        .col(text("made_by"))
        .col(big_integer("made_at"))
        .col(big_integer("changed_at"))
        .col(big_integer_null("removed_at"))
        .to_owned()
}

fn deliveries() -> TableCreateStatement {
    Table::create()
        .table("webhook_deliveries")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("endpoint_id"))
        .col(text("event"))
        .col(text("about"))
        .col(text("body"))
        .col(text("state"))
        .col(integer("attempts"))
        .col(big_integer("next_at"))
        .col(text_null("leased_by"))
        .col(integer_null("status"))
        .col(text_null("failure"))
        .col(text_null("answer"))
        .col(integer_null("took"))
        .col(big_integer("made_at"))
        .col(big_integer_null("tried_at"))
        .to_owned()
}
