//! The schema comes up from nothing, once, whole, and the same on both databases.

use async_trait::async_trait;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text};
use store::Store;
use store::migrations::{Migrations, pending};
use testkit::Db;

use crate::help::{ask, count, sql};

testkit::on_both!(
    a_second_run_changes_nothing,
    the_tables_are_what_the_entities_say,
    a_change_that_fails_half_way_leaves_nothing,
    nodes_that_start_together_migrate_once,
    a_newer_schema_is_not_touched,
);

async fn a_second_run_changes_nothing(db: Db) {
    let store = db.open().await;
    let shared = || Migrations::with(vec![]);
    let all = [
        "m0001_store",
        "m0002_shared",
        "m0003_readers",
        "m0004_topics",
        "m0001_act_cases",
        "m0006_loop",
        "m0007_personal",
        "m0008_queues",
        "m0009_worth_units",
    ];
    assert_eq!(pending(&store, &shared()).await.unwrap(), all);
    store::migrate(&store, &shared()).await.unwrap();
    assert!(pending(&store, &shared()).await.unwrap().is_empty());
    let before = schema(&store).await;
    store::migrate(&store, &shared()).await.unwrap();
    assert_eq!(schema(&store).await, before);
    assert_eq!((count(&store, "seaql_migrations").await, count(&store, "log_head").await), (9, 1));
}

/// Written out, so that both databases are compared with the same and a change shows in review. The kind of a
/// column is reduced to what both can say: `i`nteger, `t`ext, `b`lob, fla`g`, `d`ouble; `?` where it may be absent.
const SCHEMA: &str = "
attributes: workspace_id i, column_name t, name t, kind t
audits: workspace_id i, seq i, at i, actor t, action t, subject t, detail t, previous t, hash t
case_notes: id t, workspace_id i, case_id t, member_id t, at i, text t
case_signals: workspace_id i, uid b, case_id t, import_id t?, at i
cases: id t, workspace_id i, uid b, import_id t?, survey t, question t?, kind t?, score d?, words t?, language t?, channel t, touchpoint t?, contact_id t?, why t, because t?, occurred_at i, opened_at i, due_at i, owner t?, answered_at i?, answered_by t?, rule_id t?, team_id t?, priority i, topic t?, intent t?, replied_at i?, closed_at i?, closed_by t?, root_cause t?, action t?, outcome t?, asked_at i?, helped t?, reopened i, escalated i, escalated_at i?, initiative_at i?, updated_at i, again_at i?
checkpoints: consumer t, position i
contacts: id t, workspace_id i, key t, attributes t, created_at i
dead: workspace_id i, position i
effects: id t, workspace_id i, initiative_id t, measure t, design t, verdict t, value d?, low d?, high d?, expected d?, answers i, detail t, measured_at i
goals: id t, workspace_id i, title t, measure t, from_value d, to_value d, from_day t, by_day t, owner t?, initiative_id t?, created_by t, created_at i, closed_at i?
initiative_tasks: id t, workspace_id i, initiative_id t, title t, owner t?, due_at t?, place i, done_at i?, done_by t?, created_at i
initiatives: id t, workspace_id i, title t, problem t, causes t, plan t, risks t, topic t?, insight_id t?, measure t, expected d?, expected_by t?, owner t?, team_id t?, state t, cost d?, starts_on t?, ends_on t?, lesson t?, told t?, is_public g, created_by t, created_at i, changed_at i, done_at i?
insights: id t, workspace_id i, key t, kind t, survey t?, topic t?, card t, print t, rank d, people i, sure t, owner t?, found_at i, changed_at i, seen_at i, gone_at i?, dismissed_at i?, dismissed_by t?, dismissed_print t?
jobs: id t, workspace_id i, kind t, payload t, run_at i, attempts i, leased_until i?, failed_at i?, last_error t?, created_at i
keys: id t, workspace_id i, name t, hash t, scope t, created_at i, revoked_at i?
links: workspace_id i, from_kind t, from_id t, to_kind t, to_id t, at i
log_head: id i, position i
members: id t, workspace_id i, email t, name t, role t, password t?, locale t, disabled_at i?, created_at i
segments: id t, workspace_id i, rows_signals i, rows_answers i, first_position i, last_position i, imports t, sha256_signals t, sha256_answers t, bytes i, created_at i, reader t
sessions: hash t, workspace_id i, member_id t, created_at i, seen_at i, expires_at i
signal_ids: workspace_id i, uid b, position i, import_id t?
signals: position i, workspace_id i, uid b, kind t, survey t?, complete g, source t, source_id t, occurred_at i, received_at i, channel t, touchpoint t?, contact_id t?, language t?, import_id t?, body t
survey_links: token_hash t, workspace_id i, survey_id t, contact t?, attributes t, language t?, created_at i, expires_at i?, is_used g, used_at i?
surveys: id t, workspace_id i, key t, title t, state t, link t, draft t, published t?, version i, created_at i, updated_at i
team_members: team_id t, member_id t, workspace_id i
teams: id t, workspace_id i, name t, created_at i
tickets: hash t, workspace_id i, purpose t, member_id t?, email t?, role t?, expires_at i, used_at i?, created_at i
topic_changes: workspace_id i, version i, deed t, topic t, before t, by_member t, at i
topic_labels: workspace_id i, uid b, question t, topic t, holds g, by_member t, at i
topics: workspace_id i, key t, parent t?, name t, rules t, source t?, owner t?, place i, updated_at i
verbatim_readers: survey_id t, workspace_id i, role t
withdrawals: workspace_id i, import_id t, at i
workspaces: id i, name t, title t, zone t, calendar t, languages t, generation i, created_at i, personal_shown t, personal_exported t
worth_currencies: workspace_id i, currency t
worths: workspace_id i, kind t, low d, high d, source t, by_member t, at i, unit t?
";

async fn the_tables_are_what_the_entities_say(db: Db) {
    let (store, _) = testkit::store(&db).await;
    assert_eq!(schema(&store).await.join("\n"), SCHEMA.trim());
}

/// One line a table, in the order of their names.
async fn schema(store: &Store) -> Vec<String> {
    let words = if store.is_sqlite() {
        "SELECT t.name AS t, c.name AS c, lower(c.type) AS k, c.\"notnull\" OR c.pk > 0 AS filled \
         FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY c.cid"
    } else {
        "SELECT table_name::text AS t, column_name::text AS c, data_type::text AS k, is_nullable = 'NO' AS filled \
         FROM information_schema.columns WHERE table_schema = 'public' ORDER BY ordinal_position"
    };
    let own = |name: &str| !name.starts_with("sqlite_") && name != "seaql_migrations" && name != "fuse";
    let statement = sea_orm::Statement::from_string(store.reads().get_database_backend(), words);
    let mut tables = std::collections::BTreeMap::<String, Vec<String>>::new();
    for row in store.reads().query_all_raw(statement).await.unwrap() {
        if !own(&row.try_get::<String>("", "t").unwrap()) {
            continue;
        }
        let text = |column: &str| row.try_get::<String>("", column).unwrap();
        let kind = match text("k").split(['(', ' ']).next().unwrap() {
            "integer" | "bigint" | "int" => "i",
            "text" => "t",
            "blob" | "bytea" => "b",
            "boolean" => "g",
            "double" | "real" => "d",
            other => panic!("{}.{} is a {other}", text("t"), text("c")),
        }
        .to_owned();
        let absent = if row.try_get::<bool>("", "filled").unwrap() { "" } else { "?" };
        tables.entry(text("t")).or_default().push(format!("{} {kind}{absent}", text("c")));
    }
    tables.iter().map(|(name, columns)| format!("{name}: {}", columns.join(", "))).collect()
}

/// Makes a table, then fails while a table `fuse` exists: as a crash half way would leave it.
struct Fragile;

impl MigrationName for Fragile {
    fn name(&self) -> &'static str {
        "m0001_fragile"
    }
}

#[async_trait]
impl MigrationTrait for Fragile {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(Table::create().table("fragile").col(big_integer("id")).to_owned()).await?;
        if manager.has_table("fuse").await? {
            return Err(DbErr::Custom("as the test wants it".into()));
        }
        manager.alter_table(Table::alter().table("fragile").add_column(text("word").default("")).to_owned()).await
    }
}

fn fragile() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Fragile)]
}

async fn a_change_that_fails_half_way_leaves_nothing(db: Db) {
    let (store, _) = testkit::store(&db).await;
    let before = schema(&store).await;
    sql(&store, "CREATE TABLE fuse (n BIGINT)").await;
    assert!(store::migrate(&store, &Migrations::with(vec![fragile])).await.is_err());
    assert_eq!(schema(&store).await, before);
    sql(&store, "DROP TABLE fuse").await;
    store::migrate(&store, &Migrations::with(vec![fragile])).await.unwrap();
    assert_eq!(schema(&store).await.len(), before.len() + 1);
    assert!(pending(&store, &Migrations::with(vec![fragile])).await.unwrap().is_empty());
}

async fn nodes_that_start_together_migrate_once(db: Db) {
    let nodes = [db.open().await, db.open().await, db.open().await];
    let runs = nodes.iter().map(async |node| store::migrate(node, &Migrations::with(vec![fragile])).await);
    for run in futures::future::join_all(runs).await {
        run.unwrap();
    }
    assert_eq!(count(&nodes[0], "seaql_migrations").await, 10);
    assert_eq!(ask(nodes[0].reads(), "SELECT count(*) FROM log_head").await, "1");
}

async fn a_newer_schema_is_not_touched(db: Db) {
    let (store, _) = testkit::store(&db).await;
    sql(&store, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)").await;
    let error = store::migrate(&store, &Migrations::with(vec![])).await.unwrap_err();
    let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
    assert!(cause.contains("m9999_future"), "{error}: {cause}");
}
