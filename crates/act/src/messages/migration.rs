//! The tables of messages, as they first were.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_messages"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [messages(), mails(), files(), consents(), suppressions(), secrets(), mailboxes()] {
            manager.create_table(table).await?;
        }
        let index = |name: &str, table: &'static str, columns: &[&'static str]| {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            index
        };
        for unique in [
            index("messages_key", "messages", &["workspace_id", "key"]),
            index("messages_message_id", "messages", &["message_id"]),
            index("messages_in_digest", "messages_in", &["workspace_id", "digest"]),
        ] {
            manager.create_index(unique.clone().unique().to_owned()).await?;
        }
        for plain in [
            index("messages_due", "messages", &["state", "next_at"]),
            index("messages_listed", "messages", &["workspace_id", "state", "id"]),
            index("messages_contact", "messages", &["workspace_id", "contact_id", "id"]),
            index("messages_thread", "messages", &["workspace_id", "thread", "id"]),
            index("messages_in_thread", "messages_in", &["workspace_id", "thread", "id"]),
            index("messages_in_contact", "messages_in", &["workspace_id", "contact_id", "id"]),
            index("messages_in_about", "messages_in", &["about"]),
            index("message_files_mail", "message_files", &["mail_id"]),
        ] {
            manager.create_index(plain).await?;
        }
        Ok(())
    }
}

fn messages() -> TableCreateStatement {
    Table::create()
        .table("messages")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text_null("contact_id"))
        .col(text("address"))
        .col(text("kind"))
        .col(text("language"))
        .col(text("subject"))
        .col(text("body"))
        .col(text_null("thread"))
        .col(text("key"))
        .col(text("message_id"))
        .col(text_null("domain"))
        .col(text_null("in_reply_to"))
        .col(text("state"))
        .col(integer("attempts"))
        .col(big_integer("next_at"))
        .col(big_integer_null("leased_until"))
        .col(text_null("leased_by"))
        .col(text_null("last_error"))
        .col(boolean("by_hand"))
        .col(big_integer("created_at"))
        .col(big_integer_null("sent_at"))
        .to_owned()
}

fn mails() -> TableCreateStatement {
    Table::create()
        .table("messages_in")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("digest"))
        .col(text_null("message_id"))
        .col(text_null("thread"))
        .col(text_null("about"))
        .col(text_null("contact_id"))
        .col(text("from_address"))
        .col(text_null("from_name"))
        .col(boolean("is_foreign"))
        .col(boolean("is_auto"))
        .col(text_null("held"))
        .col(text_null("bounce"))
        .col(text_null("bounce_status"))
        .col(text("subject"))
        .col(text("body"))
        .col(text_null("full"))
        .col(text("refused"))
        .col(big_integer("received_at"))
        .col(big_integer_null("done_at"))
        .to_owned()
}

fn files() -> TableCreateStatement {
    Table::create()
        .table("message_files")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("mail_id"))
        .col(text("name"))
        .col(text("media_type"))
        .col(big_integer("size"))
        .col(blob("bytes"))
        .to_owned()
}

fn consents() -> TableCreateStatement {
    Table::create()
        .table("message_consents")
        .col(integer("workspace_id"))
        .col(text("contact_id"))
        .col(text("purpose"))
        .col(boolean("is_given"))
        .col(text("how"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("workspace_id").col("contact_id").col("purpose"))
        .to_owned()
}

fn suppressions() -> TableCreateStatement {
    Table::create()
        .table("message_suppressions")
        .col(integer("workspace_id"))
        .col(text("address_hash"))
        .col(text("scope"))
        .col(text("why"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("workspace_id").col("address_hash").col("scope"))
        .to_owned()
}

fn secrets() -> TableCreateStatement {
    Table::create().table("message_secrets").col(integer("workspace_id").primary_key()).col(text("secret")).to_owned()
}

fn mailboxes() -> TableCreateStatement {
    Table::create()
        .table("message_mailboxes")
        .col(text("name").primary_key())
        .col(big_integer("validity"))
        .col(big_integer("uid"))
        .col(big_integer("read_at"))
        .to_owned()
}
