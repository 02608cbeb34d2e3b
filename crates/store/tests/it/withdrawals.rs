//! Undoing an import: the numbers forget it and its ids become free.

use kernel::signal::Signal;
use kernel::{ImportId, WorkspaceId};
use store::segments::Swap;
use store::{Appended, Store, log};
use testkit::{Db, response};

use crate::help::{append, count, entry, position, scores, uid};

testkit::on_both!(
    an_undone_import_leaves_nothing_and_may_come_again,
    sealed_rows_of_an_undone_import_are_masked,
    an_import_that_waits_to_be_sealed_is_not,
    undoing_twice_is_undoing_once,
    signals_of_others_stay,
);

fn imported(id: &str, score: i32, import: &str) -> Signal {
    Signal { source: "import:visit".into(), import: Some(ImportId::from_outside(import)), ..response(id, score) }
}

async fn undo(store: &Store, ws: WorkspaceId, import: &str) -> u64 {
    let txn = store.write().await.unwrap();
    let freed = log::withdraw(&txn, ws, &ImportId::from_outside(import)).await.unwrap();
    txn.commit().await.unwrap();
    freed
}

async fn import(store: &Store, ws: WorkspaceId, name: &str, rows: &[(&str, i32)]) -> Vec<Appended> {
    store.append(rows.iter().map(|(id, score)| entry(ws, imported(id, *score, name))).collect()).await.unwrap()
}

async fn an_undone_import_leaves_nothing_and_may_come_again(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    import(&store, ws, "imp_1", &[("a", 1), ("b", 2)]).await;
    assert_eq!(import(&store, ws, "imp_2", &[("a", 1), ("b", 2)]).await, [Appended::Duplicate; 2]);
    let generation = store.generation(ws).await.unwrap();

    assert_eq!(undo(&store, ws, "imp_1").await, 2);
    assert_eq!((count(&store, "signals").await, count(&store, "signal_ids").await), (0, 0));
    assert!(store.generation(ws).await.unwrap() > generation);
    assert_eq!(store.withdrawals(ws).await.unwrap(), [ImportId::from_outside("imp_1")]);
    assert!(store.is_withdrawn(ws, &ImportId::from_outside("imp_1")).await.unwrap());
    assert!(!store.is_withdrawn(ws, &ImportId::from_outside("imp_3")).await.unwrap());

    let again = import(&store, ws, "imp_3", &[("a", 1), ("b", 2), ("c", 3)]).await;
    assert!(again.iter().all(|outcome| matches!(outcome, Appended::Added { .. })));
    assert_eq!(scores(&store, ws).await.len(), 3);
}

async fn sealed_rows_of_an_undone_import_are_masked(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let at = position(import(&store, ws, "imp_1", &[("a", 1), ("b", 2)]).await[0]);
    store.swap_segments(ws, Swap { sealed: &[at], ..Swap::default() }).await.unwrap();
    assert_eq!(undo(&store, ws, "imp_1").await, 2, "sealed ids are freed, too");
    assert!(store.is_withdrawn(ws, &ImportId::from_outside("imp_1")).await.unwrap());
    let again = append(&store, ws, imported("a", 1, "imp_2")).await;
    assert!(matches!(again, Appended::Added { .. }));
    assert!(position(again) > at, "a position is never given twice");
}

async fn an_import_that_waits_to_be_sealed_is_not(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let at = position(import(&store, ws, "imp_1", &[("a", 1)]).await[0]);
    undo(&store, ws, "imp_1").await;
    let swap = store.swap_segments(ws, Swap { sealed: &[at], ..Swap::default() }).await;
    assert!(matches!(swap, Err(kernel::Error::Unavailable(_))));
}

async fn undoing_twice_is_undoing_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    import(&store, ws, "imp_1", &[("a", 1)]).await;
    assert_eq!(undo(&store, ws, "imp_1").await, 1);
    assert_eq!(undo(&store, ws, "imp_1").await, 0);
    assert_eq!(store.withdrawals(ws).await.unwrap().len(), 1);
}

async fn signals_of_others_stay(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    append(&store, ws, response("a", 9)).await;
    import(&store, ws, "imp_1", &[("a", 1)]).await;
    import(&store, ws, "imp_2", &[("b", 2)]).await;
    undo(&store, ws, "imp_1").await;
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 9.0), ("b".to_owned(), 2.0)]);
    assert_eq!(append(&store, ws, imported("b", 2, "imp_4")).await, Appended::Duplicate);
    assert!(store.unsealed_one(ws, uid(ws, &imported("a", 1, "imp_1"))).await.unwrap().is_none());
}
