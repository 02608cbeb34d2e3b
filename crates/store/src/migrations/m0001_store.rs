//! The tables of the first release.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_store"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, columns, unique) in INDEXES {
            let mut index = Index::create();
            index.name(*name).table(Alias::new(*table));
            for column in *columns {
                index.col(Alias::new(*column));
            }
            if *unique {
                index.unique();
            }
            manager.create_index(index.to_owned()).await?;
        }
        let start = Query::insert()
            .into_table("log_head")
            .columns(["id", "position"])
            .values_panic([1.into(), 0.into()])
            .to_owned();
        manager.execute(start).await
    }
}

/// Name, table, columns, whether unique.
const INDEXES: &[(&str, &str, &[&str], bool)] = &[
    ("workspaces_name", "workspaces", &["name"], true),
    ("members_workspace_id_email", "members", &["workspace_id", "email"], true),
    ("teams_workspace_id", "teams", &["workspace_id"], false),
    ("keys_hash", "keys", &["hash"], true),
    ("keys_workspace_id", "keys", &["workspace_id"], false),
    ("sessions_member_id", "sessions", &["member_id"], false),
    ("contacts_workspace_id_key", "contacts", &["workspace_id", "key"], true),
    ("jobs_run_at", "jobs", &["run_at"], false),
    ("signals_workspace_id_position", "signals", &["workspace_id", "position"], false),
    ("signals_import_id", "signals", &["import_id"], false),
    ("signal_ids_import_id", "signal_ids", &["import_id"], false),
    ("segments_workspace_id", "segments", &["workspace_id"], false),
    ("surveys_workspace_id_key", "surveys", &["workspace_id", "key"], true),
    ("surveys_link", "surveys", &["link"], true),
];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table("log_head").col(integer("id").primary_key()).col(big_integer("position")).to_owned(),
        table("workspaces")
            .col(pk_auto("id"))
            .col(text("name"))
            .col(text("title"))
            .col(text("zone"))
            .col(text("calendar"))
            .col(text("languages"))
            .col(big_integer("generation"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("members")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("email"))
            .col(text("name"))
            .col(text("role"))
            .col(text_null("password"))
            .col(text("locale"))
            .col(big_integer_null("disabled_at"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("teams")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("name"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("team_members")
            .col(text("team_id"))
            .col(text("member_id"))
            .col(integer("workspace_id"))
            .primary_key(Index::create().col("team_id").col("member_id"))
            .to_owned(),
        table("keys")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("name"))
            .col(text("hash"))
            .col(text("scope"))
            .col(big_integer("created_at"))
            .col(big_integer_null("revoked_at"))
            .to_owned(),
        table("sessions")
            .col(text("hash").primary_key())
            .col(integer("workspace_id"))
            .col(text("member_id"))
            .col(big_integer("created_at"))
            .col(big_integer("seen_at"))
            .col(big_integer("expires_at"))
            .to_owned(),
        table("tickets")
            .col(text("hash").primary_key())
            .col(integer("workspace_id"))
            .col(text("purpose"))
            .col(text_null("member_id"))
            .col(text_null("email"))
            .col(text_null("role"))
            .col(big_integer("expires_at"))
            .col(big_integer_null("used_at"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("survey_links")
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
            .to_owned(),
        table("verbatim_readers")
            .col(text("survey_id").primary_key())
            .col(integer("workspace_id"))
            .col(text("role"))
            .to_owned(),
        table("audits")
            .col(integer("workspace_id"))
            .col(big_integer("seq"))
            .col(big_integer("at"))
            .col(text("actor"))
            .col(text("action"))
            .col(text("subject"))
            .col(text("detail"))
            .col(text("previous"))
            .col(text("hash"))
            .primary_key(Index::create().col("workspace_id").col("seq"))
            .to_owned(),
        table("contacts")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("key"))
            .col(text("attributes"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("jobs")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("kind"))
            .col(text("payload"))
            .col(big_integer("run_at"))
            .col(integer("attempts"))
            .col(big_integer_null("leased_until"))
            .col(big_integer_null("failed_at"))
            .col(text_null("last_error"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("signals")
            .col(big_integer("position").primary_key())
            .col(integer("workspace_id"))
            .col(blob("uid"))
            .col(text("kind"))
            .col(text_null("survey"))
            .col(boolean("complete"))
            .col(text("source"))
            .col(text("source_id"))
            .col(big_integer("occurred_at"))
            .col(big_integer("received_at"))
            .col(text("channel"))
            .col(text_null("touchpoint"))
            .col(text_null("contact_id"))
            .col(text_null("language"))
            .col(text_null("import_id"))
            .col(text("body"))
            .to_owned(),
        table("signal_ids")
            .col(integer("workspace_id"))
            .col(blob("uid"))
            .col(big_integer("position"))
            .col(text_null("import_id"))
            .primary_key(Index::create().col("workspace_id").col("uid"))
            .to_owned(),
        table("dead")
            .col(integer("workspace_id"))
            .col(big_integer("position"))
            .primary_key(Index::create().col("workspace_id").col("position"))
            .to_owned(),
        table("withdrawals")
            .col(integer("workspace_id"))
            .col(text("import_id"))
            .col(big_integer("at"))
            .primary_key(Index::create().col("workspace_id").col("import_id"))
            .to_owned(),
        table("segments")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(big_integer("rows_signals"))
            .col(big_integer("rows_answers"))
            .col(big_integer("first_position"))
            .col(big_integer("last_position"))
            .col(text("imports"))
            .col(text("sha256_signals"))
            .col(text("sha256_answers"))
            .col(big_integer("bytes"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("attributes")
            .col(integer("workspace_id"))
            .col(text("column_name"))
            .col(text("name"))
            .col(text("kind"))
            .primary_key(Index::create().col("workspace_id").col("column_name"))
            .to_owned(),
        table("checkpoints").col(text("consumer").primary_key()).col(big_integer("position")).to_owned(),
        table("surveys")
            .col(text("id").primary_key())
            .col(integer("workspace_id"))
            .col(text("key"))
            .col(text("title"))
            .col(text("state"))
            .col(text("link"))
            .col(text("draft"))
            .col(text_null("published"))
            .col(integer("version"))
            .col(big_integer("created_at"))
            .col(big_integer("updated_at"))
            .to_owned(),
    ]
}
