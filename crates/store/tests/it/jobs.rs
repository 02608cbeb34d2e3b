//! Work for later: asked for with the state change, taken by one worker, tried again.

use kernel::WorkspaceId;
use kernel::time::{HOUR, MINUTE, SECOND};
use serde_json::json;
use store::{Store, jobs};
use testkit::Db;

use crate::help::count;

testkit::on_both!(
    a_due_job_goes_to_one_worker,
    a_job_lives_and_dies_with_its_write,
    a_job_asked_for_twice_runs_once,
    the_lease_of_a_dead_worker_ends,
    a_failing_job_waits_longer_each_time_and_then_for_a_person,
    a_job_that_was_put_back_is_not_taken_early,
    jobs_run_in_the_order_they_are_due,
);

async fn ask(store: &Store, ws: WorkspaceId, id: &str, wait: i64) {
    let txn = store.write().await.unwrap();
    let due = store.env().now().plus(wait);
    jobs::enqueue(&txn, ws, id, "seal", &json!({"workspace": 1}), due).await.unwrap();
    txn.commit().await.unwrap();
}

async fn lease(store: &Store) -> Option<String> {
    store.lease_job(store.env().now()).await.unwrap().map(|job| job.id)
}

async fn a_due_job_goes_to_one_worker(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    ask(&store, ws, "a", MINUTE).await;
    assert_eq!(lease(&store).await, None, "it is not due yet");
    db.clock.advance(MINUTE);
    let other = db.open().await;
    let (one, two) = tokio::join!(lease(&store), lease(&other));
    assert_eq!([one, two].iter().flatten().count(), 1);
    store.finish_job("a").await.unwrap();
    db.clock.advance(HOUR);
    assert_eq!(lease(&store).await, None);
}

async fn a_job_lives_and_dies_with_its_write(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let txn = store.write().await.unwrap();
    jobs::enqueue(&txn, ws, "a", "seal", &json!({}), store.env().now()).await.unwrap();
    drop(txn);
    assert_eq!(lease(&store).await, None);
}

async fn a_job_asked_for_twice_runs_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    ask(&store, ws, "a", 0).await;
    ask(&store, ws, "a", HOUR).await;
    assert_eq!(count(&store, "jobs").await, 1);
    assert_eq!(lease(&store).await.as_deref(), Some("a"));
    assert_eq!(lease(&store).await, None);
}

async fn the_lease_of_a_dead_worker_ends(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    ask(&store, ws, "a", 0).await;
    assert!(lease(&store).await.is_some());
    db.clock.advance(10 * MINUTE);
    assert_eq!(lease(&store).await, None);
    db.clock.advance(1);
    let again = store.lease_job(db.clock.now()).await.unwrap().unwrap();
    assert_eq!((again.id.as_str(), again.attempts), ("a", 1), "the first attempt counts");
}

async fn a_failing_job_waits_longer_each_time_and_then_for_a_person(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    ask(&store, ws, "a", 0).await;
    let mut waits = Vec::new();
    while let Some(job) = store.lease_job(db.clock.now()).await.unwrap() {
        store.retry_job(&job, "no route", db.clock.now()).await.unwrap();
        let start = db.clock.now();
        while lease_would_wait(&store).await && db.clock.now().since(start) < HOUR {
            db.clock.advance(SECOND);
        }
        waits.push(db.clock.now().since(start) / SECOND);
        assert!(waits.len() < 20, "it never gives up");
    }
    assert_eq!(waits, [2, 4, 8, 16, 32, 64, 128, 3_600]);
    assert_eq!(count(&store, "jobs").await, 1, "what failed stays to be seen");
}

/// Whether no job is due, without taking one.
async fn lease_would_wait(store: &Store) -> bool {
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use store::entity::job::{Column, Entity};
    let due = Entity::find().filter(Column::RunAt.lte(store.env().now().0)).filter(Column::FailedAt.is_null());
    due.count(store.reads()).await.unwrap() == 0
}

/// Two workers find the same job; the first takes it, fails and puts it back before the second asks for it.
async fn a_job_that_was_put_back_is_not_taken_early(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    ask(&store, ws, "a", 0).await;
    let now = db.clock.now();
    // The turn (SQLite) or a lock on the row (PostgreSQL) holds the second back after it looked.
    let held = store.write().await.unwrap();
    jobs::enqueue(&held, ws, "b", "seal", &json!({}), now).await.unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(
        &*held,
        &format!("UPDATE jobs SET run_at = {}, attempts = 1 WHERE id = 'a'", now.plus(MINUTE).0),
    )
    .await
    .unwrap();
    let worker = tokio::spawn({
        let store = store.clone();
        async move { store.lease_job(now).await.unwrap() }
    });
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    held.commit().await.unwrap();
    let leased = worker.await.unwrap();
    assert_eq!(leased.map(|job| job.id).as_deref(), Some("b"), "it takes what is due, and only that");
}

async fn jobs_run_in_the_order_they_are_due(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    for (id, wait) in [("c", 3), ("a", 1), ("b", 2)] {
        ask(&store, ws, id, wait).await;
    }
    db.clock.advance(SECOND);
    let order = [lease(&store).await, lease(&store).await, lease(&store).await];
    assert_eq!(order.map(Option::unwrap), ["a", "b", "c"]);
}
