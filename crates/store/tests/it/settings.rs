//! The guarantees that the databases are opened with.

use sea_orm::ConnectionTrait;
use store::{Settings, Synchronous};
use testkit::Db;

use crate::help::{ask, sql};

testkit::on_sqlite!(sqlite_syncs_every_commit, the_control_for_power_cuts_really_is_careless);
testkit::on_postgres!(postgres_commits_to_disk_whatever_its_defaults);

async fn pragmas(connection: &impl ConnectionTrait) -> Vec<String> {
    let mut values = Vec::new();
    for pragma in ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete"] {
        values.push(ask(connection, &format!("PRAGMA {pragma}")).await);
    }
    values
}

async fn sqlite_syncs_every_commit(db: Db) {
    let (store, _) = testkit::store(&db).await;
    let expected = ["wal", "2", "1", "10000", "1"];
    let txn = store.write().await.unwrap();
    assert_eq!(pragmas(&*txn).await, expected, "of the writer");
    drop(txn);
    // Each connection has its own settings: hold several, so that more than the first is seen.
    let mut held = Vec::new();
    for _ in 0..4 {
        held.push(sea_orm::TransactionTrait::begin(store.reads()).await.unwrap());
    }
    for reader in &held {
        assert_eq!(pragmas(reader).await, expected, "of a reader");
    }
    assert!(db.settings().file().exists());
}

async fn the_control_for_power_cuts_really_is_careless(db: Db) {
    let settings = Settings { sqlite_synchronous: Synchronous::Normal, ..db.settings().clone() };
    let store = store::Store::open(&settings, db.env()).await.unwrap();
    let txn = store.write().await.unwrap();
    assert_eq!(ask(&*txn, "PRAGMA synchronous").await, "1");
}

async fn postgres_commits_to_disk_whatever_its_defaults(db: Db) {
    let (store, _) = testkit::store(&db).await;
    let name = ask(store.reads(), "SELECT current_database()::text").await;
    sql(&store, &format!("ALTER DATABASE {name} SET synchronous_commit = off")).await;
    let fresh = db.open().await;
    let txn = fresh.write().await.unwrap();
    assert_eq!(ask(&*txn, "SHOW synchronous_commit").await, "on");
}
