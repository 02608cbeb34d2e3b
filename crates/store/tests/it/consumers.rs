//! Readers of the log whose effects happen exactly once.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use kernel::{Error, Result, WorkspaceId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use store::consumers::{Consumer, advance, register};
use store::{Check, Logged, Store, Txn};
use testkit::{Db, partial, response};

use crate::help::{append, count, entry, revise, sql};

testkit::on_both!(
    every_row_is_taken_once_and_in_order,
    effects_and_checkpoint_are_kept_together,
    two_nodes_share_one_consumer,
    a_revision_comes_as_a_row_of_its_own,
    rows_wait_for_the_slowest_consumer,
    an_unknown_consumer_is_told,
);

/// Writes down what it is given.
struct Scribe {
    fails: AtomicUsize,
}

impl Scribe {
    async fn new(store: &Store) -> Self {
        // Unique: effects of two nodes that take the same rows would get in each other's way.
        sql(store, "CREATE TABLE taken (n BIGINT PRIMARY KEY)").await;
        let scribe = Self { fails: AtomicUsize::new(0) };
        register(store, &scribe).await.unwrap();
        scribe
    }
}

#[async_trait]
impl Consumer for Scribe {
    fn name(&self) -> &'static str {
        "scribe"
    }

    async fn consume(&self, txn: &Txn, batch: &[(WorkspaceId, Logged)]) -> Result<()> {
        for (_, row) in batch {
            let note =
                Query::insert().into_table("taken").columns(["n"]).values_panic([row.position.into()]).to_owned();
            txn.execute(&note).await.check()?;
        }
        if self.fails.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
            return Err(Error::Unavailable("as the test wants it".into()));
        }
        Ok(())
    }
}

async fn taken(store: &Store) -> Vec<i64> {
    let query = Query::select().column("n").from("taken").to_owned();
    let rows = store.reads().query_all(&query).await.unwrap();
    rows.iter().map(|row| row.try_get("", "n").unwrap()).collect()
}

async fn drain(store: &Store, consumer: &dyn Consumer) -> usize {
    let mut total = 0;
    loop {
        match advance(store, consumer).await.unwrap() {
            0 => return total,
            some => total += some,
        }
    }
}

async fn many(store: &Store, ws: WorkspaceId, tag: &str, count: usize) {
    store.append((0..count).map(|n| entry(ws, response(&format!("{tag}{n}"), 5))).collect()).await.unwrap();
}

async fn every_row_is_taken_once_and_in_order(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    many(&store, ws, "before", 3).await;
    let scribe = Scribe::new(&store).await;
    many(&store, ws, "after", 1_200).await;
    assert_eq!(drain(&store, &scribe).await, 1_203);
    assert_eq!(drain(&store, &scribe).await, 0);
    many(&store, ws, "more", 2).await;
    drain(&store, &scribe).await;

    let taken = taken(&store).await;
    assert_eq!(taken.len(), 1_205);
    assert!(taken.is_sorted_by(|a, b| a < b));
    register(&store, &scribe).await.unwrap();
    assert_eq!(drain(&store, &scribe).await, 0, "to register again does not begin again");
}

async fn effects_and_checkpoint_are_kept_together(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let scribe = Scribe::new(&store).await;
    many(&store, ws, "a", 4).await;
    scribe.fails.store(2, Ordering::SeqCst);
    for _ in 0..2 {
        assert!(advance(&store, &scribe).await.is_err());
        assert_eq!(count(&store, "taken").await, 0, "a failed batch leaves nothing");
    }
    drain(&store, &scribe).await;
    assert_eq!(taken(&store).await.len(), 4);

    // A crash between the effects and the commit: the request just stops.
    many(&store, ws, "b", 3).await;
    let txn = store.write().await.unwrap();
    scribe.consume(&txn, &[]).await.unwrap();
    drop(txn);
    drain(&store, &scribe).await;
    assert_eq!(taken(&store).await.len(), 7);
}

async fn two_nodes_share_one_consumer(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let scribe = Scribe::new(&store).await;
    many(&store, ws, "a", 2_600).await;
    let other = db.open().await;
    tokio::join!(drain(&store, &scribe), drain(&other, &scribe));
    drain(&store, &scribe).await;
    let taken = taken(&store).await;
    assert_eq!((taken.len(), taken.iter().collect::<HashSet<_>>().len()), (2_600, 2_600));
}

async fn a_revision_comes_as_a_row_of_its_own(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let scribe = Scribe::new(&store).await;
    revise(&store, ws, partial("a", 1)).await;
    drain(&store, &scribe).await;
    revise(&store, ws, partial("a", 2)).await;
    revise(&store, ws, partial("a", 3)).await;
    drain(&store, &scribe).await;
    // The second was replaced before anybody looked.
    assert_eq!(taken(&store).await.len(), 2);
}

async fn rows_wait_for_the_slowest_consumer(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    many(&store, ws, "a", 3).await;
    let sealable = async || store.sealable(ws, db.clock.now(), 100).await.unwrap().len();
    assert_eq!(sealable().await, 3);
    let scribe = Scribe::new(&store).await;
    assert_eq!(sealable().await, 0);
    drain(&store, &scribe).await;
    append(&store, ws, response("late", 5)).await;
    assert_eq!(sealable().await, 3);
}

async fn an_unknown_consumer_is_told(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    append(&store, ws, response("a", 5)).await;
    let stranger = Scribe { fails: AtomicUsize::new(0) };
    sql(&store, "CREATE TABLE taken (n BIGINT NOT NULL)").await;
    assert!(matches!(advance(&store, &stranger).await, Err(Error::Internal(_))));
    assert_eq!(count(&store, "taken").await, 0);
}
