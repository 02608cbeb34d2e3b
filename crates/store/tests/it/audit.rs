//! The chain of deeds shows what was changed or taken out.

use kernel::WorkspaceId;
use serde_json::json;
use store::audit::{Deed, note};
use store::{Store, Txn};
use testkit::Db;

use crate::help::sql;

testkit::on_both!(
    a_whole_chain_is_whole,
    a_changed_deed_shows,
    a_missing_deed_shows,
    a_deed_lives_and_dies_with_its_write,
    a_long_chain_is_checked_to_its_end,
);

async fn deed(txn: &Txn, ws: WorkspaceId, subject: &str) {
    let deed = Deed { actor: "mem_1", action: "survey.publish", subject, detail: json!({"version": 1}) };
    note(txn, ws, deed).await.unwrap();
}

async fn chain(store: &Store, ws: WorkspaceId, length: usize) {
    let txn = store.write().await.unwrap();
    for n in 0..length {
        deed(&txn, ws, &format!("srv_{n}")).await;
    }
    txn.commit().await.unwrap();
}

async fn a_whole_chain_is_whole(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    assert_eq!(store.broken_audit(ws).await.unwrap(), None);
    chain(&store, ws, 3).await;
    chain(&store, WorkspaceId(ws.0 + 1), 2).await;
    assert_eq!(store.broken_audit(ws).await.unwrap(), None);
    let page: Vec<_> = store.audits(ws, Some(3), 10).await.unwrap().iter().map(|row| row.seq).collect();
    assert_eq!(page, [2, 1], "newest first, and only of this workspace");
}

async fn a_changed_deed_shows(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    chain(&store, ws, 4).await;
    sql(&store, "UPDATE audits SET actor = 'mem_2' WHERE seq = 3").await;
    assert_eq!(store.broken_audit(ws).await.unwrap(), Some(3));
}

async fn a_missing_deed_shows(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    chain(&store, ws, 4).await;
    sql(&store, "DELETE FROM audits WHERE seq = 2").await;
    assert_eq!(store.broken_audit(ws).await.unwrap(), Some(3));
}

async fn a_deed_lives_and_dies_with_its_write(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let txn = store.write().await.unwrap();
    deed(&txn, ws, "srv_x").await;
    drop(txn);
    chain(&store, ws, 1).await;
    let deeds = store.audits(ws, None, 10).await.unwrap();
    assert_eq!((deeds.len(), deeds[0].subject.as_str()), (1, "srv_0"));
}

async fn a_long_chain_is_checked_to_its_end(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    chain(&store, ws, 1_005).await;
    assert_eq!(store.broken_audit(ws).await.unwrap(), None);
    sql(&store, "UPDATE audits SET detail = '{}' WHERE seq = 1005").await;
    assert_eq!(store.broken_audit(ws).await.unwrap(), Some(1_005));
}
