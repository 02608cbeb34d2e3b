//! Many at once: nothing lost, nothing doubled, nothing out of order.

use std::collections::HashSet;
use std::time::Duration;

use futures::future::join_all;
use kernel::signal::Signal;
use store::{Appended, audit};
use testkit::{Db, response};
use tokio::time::timeout;

use crate::help::{append, count, entry, position, revise, revision, scores, start, unsealed};

testkit::on_both!(
    fifty_writers_keep_every_acknowledged_signal,
    a_slow_writer_holds_later_positions_back,
    readers_never_see_a_gap_close_behind_them,
    resent_signals_count_once,
    requests_that_give_up_do_no_harm,
    deeds_at_the_same_time_make_one_chain,
    sealing_and_revising_at_the_same_time_both_go_on,
    writers_that_read_meanwhile_do_not_starve,
);

/// Long enough for a writer that is not held back to be done.
const A_WHILE: Duration = Duration::from_millis(300);

async fn fifty_writers_keep_every_acknowledged_signal(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let writers = (0..50).map(|writer| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut given = Vec::new();
            for n in 0..40 {
                given.push(position(append(&store, ws, response(&format!("{writer}-{n}"), n % 11)).await));
            }
            assert!(given.is_sorted());
            given
        })
    });
    let given: Vec<i64> = join_all(writers).await.into_iter().flat_map(Result::unwrap).collect();
    assert_eq!(given.iter().collect::<HashSet<_>>().len(), 2_000);

    let rows = unsealed(&store, ws).await;
    assert_eq!(rows.iter().map(|row| row.position).collect::<HashSet<_>>(), given.into_iter().collect());
    assert_eq!(rows.iter().map(|row| &row.signal.source_id).collect::<HashSet<_>>().len(), 2_000);
    assert_eq!((count(&store, "signals").await, count(&store, "signal_ids").await), (2_000, 2_000));
    assert_eq!(store.head().await.unwrap(), *store.watch().borrow());
}

/// The order of sequences is not the order of commits: a writer that began later must not be seen first.
async fn a_slow_writer_holds_later_positions_back(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let (slow_node, fast_node, reader) = (db.open().await, db.open().await, db.open().await);
    let mut slow = slow_node.write().await.unwrap();
    let first = position(slow.append(vec![entry(ws, response("slow", 1))]).await.unwrap()[0]);

    let mut fast = Box::pin(async {
        let mut txn = fast_node.write().await.unwrap();
        let appended = txn.append(vec![entry(ws, response("fast", 2))]).await.unwrap()[0];
        txn.commit().await.unwrap();
        position(appended)
    });
    assert!(timeout(A_WHILE, &mut fast).await.is_err(), "the second writer did not wait for the first");
    assert_eq!((unsealed(&reader, ws).await.len(), reader.head().await.unwrap()), (0, 0));

    slow.commit().await.unwrap();
    let second = fast.await;
    assert!(first < second);
    assert_eq!(scores(&reader, ws).await, [("slow".to_owned(), 1.0), ("fast".to_owned(), 2.0)]);
    assert_eq!(store.head().await.unwrap(), second);
}

/// A reader who remembers the last position it saw must never miss a row with a smaller one.
async fn readers_never_see_a_gap_close_behind_them(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let writers = (0..4).map(|writer| {
        let db = &db;
        async move {
            let node = db.open().await;
            for n in 0..25 {
                let mut txn = node.write().await.unwrap();
                txn.append(vec![entry(ws, response(&format!("{writer}-{n}"), 5))]).await.unwrap();
                tokio::task::yield_now().await;
                txn.commit().await.unwrap();
            }
        }
    });
    let reader = async {
        let (mut seen, mut last) = (Vec::new(), 0);
        while seen.len() < 100 {
            let head = store.head().await.unwrap();
            let rows = store.unsealed(ws, last, 7).await.unwrap();
            if rows.len() < 7 {
                assert!(rows.last().map_or(last, |row| row.position) >= head, "the head runs ahead of the rows");
            }
            last = rows.last().map_or(last, |row| row.position);
            seen.extend(rows.into_iter().map(|row| row.position));
            tokio::task::yield_now().await;
        }
        seen
    };
    let (_, seen) = timeout(Duration::from_secs(60), futures::future::join(join_all(writers), reader))
        .await
        .expect("a row was skipped: the reader waits for it for ever");
    assert!(seen.is_sorted_by(|a, b| a < b));
}

/// Clients resend what they are not sure of, out of order, to two nodes.
async fn resent_signals_count_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let other = db.open().await;
    let senders = (0..20u64).map(|sender| {
        let node = if sender % 2 == 0 { store.clone() } else { other.clone() };
        let chance = testkit::Chance::seeded(sender);
        tokio::spawn(async move {
            let mut added = 0;
            for _ in 0..30 {
                let id = chance.below(100).to_string();
                added += usize::from(append(&node, ws, response(&id, 1)).await != Appended::Duplicate);
            }
            added
        })
    });
    let added: usize = join_all(senders).await.into_iter().map(Result::unwrap).sum();
    let rows = unsealed(&store, ws).await;
    let distinct: HashSet<_> = rows.iter().map(|row| row.signal.source_id.clone()).collect();
    assert_eq!((rows.len(), distinct.len()), (added, added));
    assert_eq!(count(&store, "signal_ids").await, added as i64);
}

/// A browser that goes away cancels its request at any point.
async fn requests_that_give_up_do_no_harm(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let chance = testkit::Chance::seeded(3);
    for n in 0..60 {
        let node = store.clone();
        let request = tokio::spawn(async move {
            let mut txn = node.write().await.unwrap();
            txn.append(vec![entry(ws, response(&format!("txn{n}"), 1))]).await.unwrap();
            txn.commit().await.unwrap();
            append(&node, ws, response(&format!("one{n}"), 1)).await;
        });
        tokio::time::sleep(Duration::from_micros(chance.below(2_000))).await;
        request.abort();
        let _ = request.await;
    }
    let added = timeout(Duration::from_secs(20), append(&store, ws, response("last", 2))).await.expect("it hangs");
    assert_eq!(position(added), store.head().await.unwrap());
    let rows = unsealed(&store, ws).await;
    assert_eq!(rows.last().map(|row| row.signal.source_id.as_str()), Some("last"));
    assert_eq!(count(&store, "signal_ids").await, rows.len() as i64);
}

async fn deeds_at_the_same_time_make_one_chain(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let other = db.open().await;
    let deeds = (0..20).map(|n| {
        let node = if n % 2 == 0 { store.clone() } else { other.clone() };
        tokio::spawn(async move {
            let txn = node.write().await.unwrap();
            let detail = serde_json::json!({ "n": n });
            audit::note(&txn, ws, audit::Deed { actor: "cli", action: "test.note", subject: "x", detail })
                .await
                .unwrap();
            txn.commit().await.unwrap();
        })
    });
    for deed in join_all(deeds).await {
        deed.unwrap();
    }
    assert_eq!(store.audits(ws, None, 100).await.unwrap().len(), 20);
    assert_eq!(store.broken_audit(ws).await.unwrap(), None);
}

/// Both touch rows and the workspace; were the order of their locks not the same, PostgreSQL would end one.
async fn sealing_and_revising_at_the_same_time_both_go_on(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let page = |n: i32, score| Signal { source: "link:visit".into(), ..response(&n.to_string(), score) };
    for n in 0..20 {
        revise(&store, ws, page(n, 0)).await;
    }
    let other = db.open().await;
    let revising = async {
        for round in 1..8 {
            // Backwards, so that rows are locked in the other order than sealing would.
            let pages = (0..20).rev().map(|n| revision(ws, page(n, round))).collect();
            for outcome in other.append(pages).await.unwrap() {
                assert!(matches!(outcome, Appended::Replaced { .. }));
            }
        }
    };
    let sealing = async {
        let mut sealed = 0;
        for _ in 0..12 {
            let rows = store.sealable(ws, db.clock.now(), 100).await.unwrap();
            let positions: Vec<i64> = rows.iter().map(|row| row.position).collect();
            let swap = store::segments::Swap { sealed: &positions, ..Default::default() };
            match store.swap_segments(ws, swap).await {
                Ok(()) => sealed += positions.len(),
                Err(kernel::Error::Unavailable(words)) => assert!(words.contains("changed"), "{words}"),
                Err(error) => panic!("{error:?}"),
            }
        }
        sealed
    };
    let both = futures::future::join(revising, sealing);
    let ((), sealed) = timeout(Duration::from_secs(60), both).await.expect("they wait for each other");
    // Of all that was ever sealed, exactly the rows that were replaced later are dead.
    let dead = store.dead(ws).await.unwrap().len();
    assert_eq!(sealed - dead + unsealed(&store, ws).await.len(), 20);
}

/// Whoever writes may read through another connection; were they of one pool, enough writers would use it up and
/// wait for each other.
async fn writers_that_read_meanwhile_do_not_starve(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let writers = (0..60).map(|n| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut txn = store.write().await.unwrap();
            tokio::time::sleep(Duration::from_millis(2)).await;
            store.workspace(ws).await.unwrap().unwrap();
            txn.append(vec![entry(ws, response(&n.to_string(), 1))]).await.unwrap();
            txn.commit().await.unwrap();
        })
    });
    for writer in timeout(Duration::from_secs(8), join_all(writers)).await.expect("they wait for each other") {
        writer.unwrap();
    }
    assert_eq!(count(&store, "signals").await, 60);
}

testkit::on_sqlite!(a_writer_waits_for_its_turn_as_long_as_it_takes);

async fn a_writer_waits_for_its_turn_as_long_as_it_takes(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let held = store.write().await.unwrap();
    let mut request = Box::pin(append(&store, ws, response("a", 1)));
    start(&mut request).await;
    assert!(unsealed(&store, ws).await.is_empty(), "reads do not wait for writers");
    drop(held);
    assert!(matches!(request.await, Appended::Added { .. }));
}
