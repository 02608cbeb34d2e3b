//! What breaks underneath: full disks and lost connections. Nothing that was acknowledged is lost, and it heals.

use std::time::Duration;

use kernel::Error;
use kernel::signal::Signal;
use kernel::time::HOUR;
use sea_orm::ConnectionTrait;
use store::{Appended, sessions};
use testkit::{Db, response};
use tokio::time::timeout;

use crate::help::{append, ask, count, entry, scores, unsealed};

testkit::on_sqlite!(
    a_full_disk_refuses_and_heals,
    a_full_disk_in_the_middle_of_a_write_leaves_the_next_one_whole,
    a_full_disk_refuses_all_who_wait_together,
    reading_goes_on_while_the_disk_is_full,
);
testkit::on_postgres!(a_lost_connection_loses_and_doubles_nothing, a_server_that_went_away_comes_back);

/// Lets the database grow by this many pages of 4 kB and no more, until the first refusal: the limit is the
/// connection's, which is then replaced.
async fn room(store: &store::Store, pages: i64) {
    let txn = store.write().await.unwrap();
    let now: i64 = ask(&*txn, "PRAGMA page_count").await.parse().unwrap();
    txn.execute_unprepared(&format!("PRAGMA max_page_count = {}", now + pages)).await.unwrap();
    txn.commit().await.unwrap();
}

fn long(id: &str) -> Signal {
    let mut signal = response(id, 5);
    signal.body.attributes.insert("note".into(), kernel::Value::Text("x".repeat(12_000)));
    signal
}

async fn a_full_disk_refuses_and_heals(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    append(&store, ws, long("first")).await;
    room(&store, 20).await;
    let mut kept = 1;
    let full = loop {
        match store.append(vec![entry(ws, long(&kept.to_string()))]).await {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 100, "there was room for all");
    };
    assert!(matches!(full, Error::DiskFull), "{full:?}");
    for n in 0..3 {
        room(&store, 0).await;
        let refused = store.append(vec![entry(ws, long(&format!("more{n}")))]).await;
        assert!(matches!(refused, Err(Error::DiskFull)), "{refused:?}");
    }
    assert_eq!((count(&store, "signals").await, count(&store, "signal_ids").await), (kept, kept));
    assert!(!store.is_broken());

    room(&store, 10_000).await;
    assert!(matches!(append(&store, ws, long(&kept.to_string())).await, Appended::Added { .. }));
    assert_eq!(unsealed(&store, ws).await.len() as i64, kept + 1);
    assert_eq!(ask(store.reads(), "PRAGMA integrity_check").await, "ok");
}

/// SQLite may end a transaction by itself when the disk is full; what is written next must not run outside of one,
/// nor in one that nobody ends.
async fn a_full_disk_in_the_middle_of_a_write_leaves_the_next_one_whole(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let other = db.open().await;
    for round in 0..5 {
        room(&store, round).await;
        let mut txn = store.write().await.unwrap();
        let mut failed = false;
        for n in 0..40 {
            failed |= txn.append(vec![entry(ws, long(&format!("{round}-{n}")))]).await.is_err();
            if failed {
                break;
            }
        }
        assert!(failed);
        drop(txn);
        room(&store, 10_000).await;
        // A write that is dropped leaves nothing, though the connection has seen trouble.
        let mut txn = store.write().await.unwrap();
        txn.append(vec![entry(ws, response("dropped", 1))]).await.unwrap();
        drop(txn);
        // It locks others out from its beginning to its end, and no longer.
        let txn = store.write().await.unwrap();
        let mut second = Box::pin(other.write());
        assert!(timeout(Duration::from_millis(100), &mut second).await.is_err(), "round {round}");
        drop(txn);
        drop(second.await.unwrap_or_else(|error| panic!("round {round}: {error}")));
        // And what is acknowledged is there for others to see.
        append(&store, ws, response(&round.to_string(), 1)).await;
        assert_eq!(count(&other, "signals").await, round + 1);
    }
}

async fn a_full_disk_refuses_all_who_wait_together(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    room(&store, 0).await;
    let many = (0..40).map(|n| store.append(vec![entry(ws, long(&n.to_string()))]));
    let outcomes = futures::future::join_all(many).await;
    let refused = outcomes.iter().filter(|outcome| matches!(outcome, Err(Error::DiskFull))).count();
    let kept = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(refused + kept, 40, "{outcomes:?}");
    assert!(refused > 0);
    assert_eq!(unsealed(&store, ws).await.len(), kept);
}

async fn reading_goes_on_while_the_disk_is_full(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let member = testkit::member(&store, ws, kernel::Role::Viewer).await;
    let txn = store.write().await.unwrap();
    let secret = sessions::open(&txn, ws, &member).await.unwrap();
    txn.commit().await.unwrap();
    append(&store, ws, response("a", 9)).await;
    crate::help::sql(
        &store,
        "CREATE TRIGGER full BEFORE UPDATE ON sessions BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    )
    .await;
    db.clock.advance(2 * HOUR);
    // The use of the session cannot be noted, but the page is shown.
    assert_eq!(store.session(&secret).await.unwrap().map(|member| member.id()), Some(member));
    assert_eq!(scores(&store, ws).await.len(), 1);
}

const CUT: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";

/// All connections are cut again and again while clients send until they have their answer.
async fn a_lost_connection_loses_and_doubles_nothing(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let saboteur = db.open().await;
    let clients = (0..8).map(|client| {
        let store = store.clone();
        tokio::spawn(async move {
            for n in 0..40 {
                let signal = response(&format!("{client}-{n}"), 5);
                loop {
                    match store.append(vec![entry(ws, signal.clone())]).await {
                        Ok(_) => break,
                        Err(Error::Unavailable(_)) => tokio::time::sleep(Duration::from_millis(2)).await,
                        Err(error) => panic!("{error:?}"),
                    }
                }
            }
        })
    });
    let clients = futures::future::join_all(clients);
    let cutting = async {
        for _ in 0..15 {
            tokio::time::sleep(Duration::from_millis(15)).await;
            let _ = saboteur.reads().execute_unprepared(CUT).await;
        }
    };
    let both = futures::future::join(clients, cutting);
    let (clients, ()) = timeout(Duration::from_secs(60), both).await.expect("it does not recover");
    for client in clients {
        client.unwrap();
    }
    // Connections of the pools that were cut a moment ago may still lie there; a fresh handle has its own.
    let fresh = db.open().await;
    assert_eq!((count(&fresh, "signals").await, count(&fresh, "signal_ids").await), (320, 320));
}

async fn a_server_that_went_away_comes_back(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    // Several connections lie idle in the pool when they are cut.
    let held = futures::future::join_all((0..5).map(|_| sea_orm::TransactionTrait::begin(store.reads()))).await;
    drop(held);
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    db.open().await.reads().execute_unprepared(CUT).await.unwrap();
    for n in 0..5 {
        assert!(matches!(append(&store, ws, response(&n.to_string(), 5)).await, Appended::Added { .. }));
        assert_eq!(scores(&store, ws).await.len(), n + 1);
    }
}
