//! Saved pages of one response: each is a full new state, the last one counts.

use kernel::signal::{Signal, State, What};
use kernel::time::MINUTE;
use store::Appended;
use store::segments::Swap;
use testkit::{Db, partial};

use crate::help::{append, count, entry, position, revise, revision, scores, uid, unsealed};

testkit::on_both!(
    the_last_page_counts,
    a_sealed_page_dies_when_the_next_comes,
    pages_in_one_group_leave_the_last,
    a_page_and_a_whole_response_of_one_id_leave_one,
    only_final_rows_may_be_sealed,
    the_generation_grows_with_each_replacement,
);

fn complete(id: &str, score: i32) -> Signal {
    let mut signal = partial(id, score);
    let What::Response(response) = &mut signal.body.what;
    response.state = State::Complete;
    response.completed_at = Some(testkit::START);
    signal
}

async fn the_last_page_counts(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let first = revise(&store, ws, partial("a", 3)).await;
    let second = revise(&store, ws, partial("a", 4)).await;
    let third = revise(&store, ws, complete("a", 5)).await;
    assert!(matches!(first, Appended::Added { .. }));
    assert!(matches!((second, third), (Appended::Replaced { .. }, Appended::Replaced { .. })));
    assert!(position(first) < position(second) && position(second) < position(third));

    let rows = unsealed(&store, ws).await;
    assert_eq!((rows.len(), rows[0].position), (1, position(third)));
    assert_eq!(rows[0].signal, complete("a", 5));
    assert_eq!(count(&store, "signal_ids").await, 1);
    assert!(store.dead(ws).await.unwrap().is_empty(), "rows that were never sealed are deleted");
}

async fn a_sealed_page_dies_when_the_next_comes(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let first = position(revise(&store, ws, partial("a", 3)).await);
    store.swap_segments(ws, Swap { sealed: &[first], ..Swap::default() }).await.unwrap();
    assert!(store.unsealed_one(ws, uid(ws, &partial("a", 3))).await.unwrap().is_none());

    let second = revise(&store, ws, complete("a", 5)).await;
    assert!(matches!(second, Appended::Replaced { .. }));
    assert_eq!(store.dead(ws).await.unwrap(), [first]);
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 5.0)]);

    // Merged away, the dead row needs no mark any more.
    store.swap_segments(ws, Swap { buried: &[first], ..Swap::default() }).await.unwrap();
    assert!(store.dead(ws).await.unwrap().is_empty());
}

async fn pages_in_one_group_leave_the_last(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let group = vec![
        revision(ws, partial("a", 1)),
        revision(ws, partial("b", 2)),
        revision(ws, partial("a", 3)),
        revision(ws, complete("a", 4)),
    ];
    let outcomes = store.append(group).await.unwrap();
    assert_eq!(scores(&store, ws).await, [("b".to_owned(), 2.0), ("a".to_owned(), 4.0)]);
    assert!(outcomes.iter().all(|outcome| *outcome != Appended::Duplicate), "{outcomes:?}");
    let kept = store.unsealed_one(ws, uid(ws, &partial("a", 1))).await.unwrap().unwrap();
    assert_eq!(kept.position, position(outcomes[3]));
}

async fn a_page_and_a_whole_response_of_one_id_leave_one(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    // The whole one is there first: the revision replaces it, in one group as in two.
    let outcomes = store.append(vec![entry(ws, complete("a", 1)), revision(ws, complete("a", 2))]).await.unwrap();
    assert!(matches!(outcomes[1], Appended::Replaced { .. }), "{outcomes:?}");
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 2.0)]);
    assert!(store.dead(ws).await.unwrap().is_empty());
    // The revision is there first: the whole one is a duplicate.
    let outcomes = store.append(vec![revision(ws, complete("b", 3)), entry(ws, complete("b", 4))]).await.unwrap();
    assert!(matches!(outcomes[..], [Appended::Added { .. }, Appended::Duplicate]), "{outcomes:?}");
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 2.0), ("b".to_owned(), 3.0)]);
    assert!(store.dead(ws).await.unwrap().is_empty());
    let found = store.unsealed_one(ws, uid(ws, &complete("b", 3))).await.unwrap();
    assert_eq!(found.map(|row| row.position), Some(position(outcomes[0])));
}

async fn only_final_rows_may_be_sealed(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    revise(&store, ws, partial("open", 1)).await;
    let ended = position(revise(&store, ws, complete("ended", 2)).await);
    let whole = position(append(&store, ws, testkit::response("api", 3)).await);
    let sealable = async || {
        let rows = store.sealable(ws, db.clock.now(), 100).await.unwrap();
        rows.into_iter().map(|row| row.position).collect::<Vec<_>>()
    };
    assert_eq!(sealable().await, [ended, whole]);
    db.clock.advance(30 * MINUTE);
    assert_eq!(sealable().await, [ended, whole], "idle for exactly the limit is not idle enough");
    db.clock.advance(1);
    assert_eq!(sealable().await.len(), 3);
    assert_eq!(store.waiting(ws).await.unwrap(), (3, Some(testkit::START)));
}

async fn the_generation_grows_with_each_replacement(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let generation = async || store.generation(ws).await.unwrap();
    let start = generation().await;
    append(&store, ws, testkit::response("api", 3)).await;
    revise(&store, ws, partial("a", 1)).await;
    assert_eq!(generation().await, start, "nothing that was given out changed");
    revise(&store, ws, partial("a", 2)).await;
    assert!(generation().await > start);
}
