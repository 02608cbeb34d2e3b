//! Appending: each signal exactly once, in order, on disk.

use futures::future::join_all;
use kernel::signal::Signal;
use kernel::{Error, Timestamp};
use store::Appended;
use testkit::{Db, START, response};

use crate::help::{append, ask, count, entry, position, scores, sql, start, uid, unsealed};

testkit::on_both!(
    what_is_appended_is_read_back,
    a_second_of_the_same_is_a_duplicate,
    the_first_of_equal_ones_in_a_batch_counts,
    the_same_id_of_two_sources_is_two,
    workspaces_do_not_see_each_other,
    positions_ascend_across_batches,
    a_long_batch_is_appended_whole,
    a_bad_neighbour_fails_alone,
    a_dropped_write_never_happened,
    an_append_without_signals_is_nothing,
    watchers_wake_on_every_commit,
    a_contact_is_made_once,
    characters_that_a_database_refuses_are_refused_by_name,
);

async fn what_is_appended_is_read_back(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let mut signal = Signal {
        touchpoint: Some("نوسازی".into()),
        contact: Some("  c-7 ".into()),
        language: Some("fa".into()),
        occurred_at: Timestamp(-1),
        ..response("a", 9)
    };
    signal.body.attributes.insert("Branch".into(), kernel::Value::Text("تهران 'x' \"y\" \\ 🙂".into()));
    let at = position(append(&store, ws, signal.clone()).await);

    let row = store.unsealed_one(ws, uid(ws, &signal)).await.unwrap().unwrap();
    assert_eq!((row.position, row.received_at), (at, START));
    assert_eq!(row.contact_id, Some(kernel::ContactId::of_key(ws, "c-7")));
    // The key of a contact stays in `contacts`.
    assert_eq!(row.signal, Signal { contact: None, ..signal });
    assert_eq!(store.head().await.unwrap(), at);
}

async fn a_second_of_the_same_is_a_duplicate(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    assert!(matches!(append(&store, ws, response("a", 9)).await, Appended::Added { .. }));
    assert_eq!(append(&store, ws, response("a", 2)).await, Appended::Duplicate);
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 9.0)]);
    // Another handle has no memory of the first.
    let other = db.open().await;
    assert_eq!(append(&other, ws, response("a", 3)).await, Appended::Duplicate);
    assert_eq!(count(&store, "signals").await, 1);
}

async fn the_first_of_equal_ones_in_a_batch_counts(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let batch = [("a", 1), ("b", 2), ("a", 3), ("b", 4), ("a", 5)];
    let outcomes =
        store.append(batch.iter().map(|(id, score)| entry(ws, response(id, *score))).collect()).await.unwrap();
    let added: Vec<bool> = outcomes.iter().map(|outcome| matches!(outcome, Appended::Added { .. })).collect();
    assert_eq!(added, [true, true, false, false, false]);
    assert_eq!(outcomes[2..], [Appended::Duplicate; 3]);
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 1.0), ("b".to_owned(), 2.0)]);
}

async fn the_same_id_of_two_sources_is_two(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    for source in ["api:visit", "import:visit", "api:other"] {
        let signal = Signal { source: source.into(), ..response("a", 9) };
        assert!(matches!(append(&store, ws, signal).await, Appended::Added { .. }), "{source}");
    }
    assert_eq!(unsealed(&store, ws).await.len(), 3);
}

async fn workspaces_do_not_see_each_other(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let txn = store.write().await.unwrap();
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.unwrap();
    txn.commit().await.unwrap();

    let outcomes = store.append(vec![entry(ws, response("a", 1)), entry(other, response("a", 2))]).await.unwrap();
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Appended::Added { .. })));
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 1.0)]);
    assert_eq!(scores(&store, other).await, [("a".to_owned(), 2.0)]);
    let of_other = uid(other, &response("a", 2));
    assert!(store.unsealed_one(ws, of_other).await.unwrap().is_none());
}

async fn positions_ascend_across_batches(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let mut last = 0;
    for batch in 0..5 {
        let entries = (0..3).map(|n| entry(ws, response(&format!("{batch}-{n}"), 5))).collect();
        for outcome in store.append(entries).await.unwrap() {
            assert!(position(outcome) > last, "{outcome:?} after {last}");
            last = position(outcome);
        }
        assert_eq!(store.head().await.unwrap(), last);
    }
    let rows = unsealed(&store, ws).await;
    assert!(rows.is_sorted_by(|a, b| a.position < b.position));
    let after: Vec<_> = store.unsealed(ws, rows[9].position, 2).await.unwrap().iter().map(|row| row.position).collect();
    assert_eq!(after, [rows[10].position, rows[11].position]);
}

async fn a_long_batch_is_appended_whole(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let entries: Vec<_> = (0..5_003)
        .map(|n| entry(ws, Signal { contact: Some(format!("c{n}")), ..response(&n.to_string(), n % 11) }))
        .collect();
    let outcomes = store.append(entries.clone()).await.unwrap();
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Appended::Added { .. })));
    assert_eq!(count(&store, "signals").await, 5_003);
    assert_eq!(count(&store, "contacts").await, 5_003);
    assert_eq!(store.append(entries).await.unwrap(), vec![Appended::Duplicate; 5_003]);
}

/// Requests that wait for the disk together share a transaction; here one of them cannot be written.
async fn a_bad_neighbour_fails_alone(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    sql(&store, "CREATE UNIQUE INDEX once ON signals (touchpoint)").await;
    let bad = || Signal { touchpoint: Some("taken".into()), ..response("bad", 1) };
    append(&store, ws, Signal { source_id: "first".into(), ..bad() }).await;

    let mut held = store.write().await.unwrap();
    held.append(vec![entry(ws, response("held", 1))]).await.unwrap();
    let mut waiting: Vec<_> = (0..6)
        .map(|n| if n == 3 { bad() } else { response(&format!("good{n}"), n) })
        .map(|signal| Box::pin(store.append(vec![entry(ws, signal)])))
        .collect();
    for request in &mut waiting {
        start(request).await;
    }
    held.commit().await.unwrap();

    let outcomes = join_all(waiting).await;
    let kept: Vec<bool> = outcomes.iter().map(Result::is_ok).collect();
    assert_eq!(kept, [true, true, true, false, true, true]);
    assert!(matches!(outcomes[3], Err(Error::Internal(_))), "{:?}", outcomes[3]);
    let ids: Vec<_> = scores(&store, ws).await.into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["first", "held", "good0", "good1", "good2", "good4", "good5"]);
}

async fn a_dropped_write_never_happened(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let before = store.head().await.unwrap();
    let mut txn = store.write().await.unwrap();
    txn.append(vec![entry(ws, response("a", 1))]).await.unwrap();
    drop(txn);
    assert_eq!((count(&store, "signals").await, count(&store, "signal_ids").await), (0, 0));
    assert_eq!(store.head().await.unwrap(), before);
    assert_eq!(*store.watch().borrow(), 0);
    assert!(matches!(append(&store, ws, response("a", 1)).await, Appended::Added { .. }));
}

async fn an_append_without_signals_is_nothing(db: Db) {
    let (store, _) = testkit::store(&db).await;
    assert_eq!(store.append(vec![]).await.unwrap(), []);
    assert_eq!(store.head().await.unwrap(), 0);
}

async fn watchers_wake_on_every_commit(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let mut watch = store.watch();
    let first = position(append(&store, ws, response("a", 1)).await);
    watch.changed().await.unwrap();
    assert_eq!(*watch.borrow_and_update(), first);
    let mut txn = store.write().await.unwrap();
    txn.append(vec![entry(ws, response("b", 1))]).await.unwrap();
    assert!(!watch.has_changed().unwrap(), "nothing is told before the commit");
    txn.commit().await.unwrap();
    watch.changed().await.unwrap();
}

async fn a_contact_is_made_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let of = |id: &str, key: &str| entry(ws, Signal { contact: Some(key.into()), ..response(id, 1) });
    store.append(vec![of("a", "x@y.z"), of("b", " x@y.z"), of("c", "other")]).await.unwrap();
    append(&store, ws, Signal { contact: Some("x@y.z".into()), ..response("d", 1) }).await;
    let keys: Vec<_> = store.contacts(ws, "", 10).await.unwrap().into_iter().map(|contact| contact.key).collect();
    assert_eq!((keys.len(), keys.contains(&"x@y.z".to_owned())), (2, true));
    let id = kernel::ContactId::of_key(ws, "other");
    assert_eq!(store.contact(ws, &id).await.unwrap().unwrap().key, "other");
}

/// PostgreSQL takes no NUL in a text, SQLite does; both must say the same.
async fn characters_that_a_database_refuses_are_refused_by_name(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    assert_eq!(ask(store.reads(), "SELECT 1").await, "1");
    let nul = || "a\0b".to_owned();
    let mut named = response("x", 1);
    named.body.attributes.insert(nul(), kernel::Value::Flag(true));
    let bad = [
        ("id", Signal { source_id: nul(), ..response("x", 1) }),
        ("touchpoint", Signal { touchpoint: Some(nul()), ..response("x", 1) }),
        ("contact", Signal { contact: Some(nul()), ..response("x", 1) }),
        ("language", Signal { language: Some(nul()), ..response("x", 1) }),
        ("channel", Signal { channel: nul(), ..response("x", 1) }),
        ("attributes", named),
    ];
    for (field, signal) in bad {
        let Err(Error::Refused(refusal)) = store::Entry::new(ws, signal) else { panic!("{field} was taken") };
        assert_eq!((refusal.code, refusal.field.as_deref()), ("control_character", Some(field)));
    }
    // In what people write it is harmless: the body is JSON.
    let mut wordy = response("y", 1);
    wordy.body.attributes.insert("note".into(), kernel::Value::Text(nul()));
    append(&store, ws, wordy.clone()).await;
    assert_eq!(unsealed(&store, ws).await[0].signal, wordy);
}
