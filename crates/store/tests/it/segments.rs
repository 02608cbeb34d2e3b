//! The manifest: segments become live and take over their rows in one step, or not at all.

use kernel::{Error, ImportId, SegmentId};
use store::Store;
use store::segments::{NewSegment, Swap};
use testkit::{Db, partial, response};

use crate::help::{append, count, position, revise, scores};

testkit::on_both!(
    a_swap_moves_rows_into_a_segment,
    a_swap_that_lost_a_row_changes_nothing,
    a_swap_that_lost_a_segment_changes_nothing,
    a_replay_of_a_sealed_signal_is_a_duplicate,
    many_rows_are_sealed_at_once,
);

fn segment(store: &Store, first: i64, last: i64) -> NewSegment {
    NewSegment {
        id: SegmentId::new(store.env()),
        rows_signals: last - first + 1,
        rows_answers: 1,
        first_position: first,
        last_position: last,
        imports: vec![ImportId::from_outside("imp_1")],
        sha256_signals: "s".into(),
        sha256_answers: "a".into(),
        bytes: 10,
        reader: "r1".into(),
    }
}

async fn a_swap_moves_rows_into_a_segment(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let first = position(append(&store, ws, response("a", 1)).await);
    let second = position(append(&store, ws, response("b", 2)).await);
    append(&store, ws, response("c", 3)).await;
    let generation = store.generation(ws).await.unwrap();

    let new = segment(&store, first, second);
    let id = new.id.clone();
    store.swap_segments(ws, Swap { add: vec![new], sealed: &[first, second], ..Swap::default() }).await.unwrap();
    assert_eq!(scores(&store, ws).await, [("c".to_owned(), 3.0)]);
    let live = store.segments(ws).await.unwrap();
    assert_eq!((live.len(), live[0].id.as_str(), live[0].last_position), (1, id.as_str(), second));
    assert_eq!(live[0].imports, r#"["imp_1"]"#);
    assert!(store.generation(ws).await.unwrap() > generation);

    // Merging: one out, one in.
    let merged = segment(&store, first, second);
    let swap = Swap { add: vec![merged.clone()], remove: vec![id], ..Swap::default() };
    store.swap_segments(ws, swap).await.unwrap();
    let live = store.segments(ws).await.unwrap();
    assert_eq!((live.len(), live[0].id.as_str()), (1, merged.id.as_str()));
}

async fn a_swap_that_lost_a_row_changes_nothing(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let stays = position(append(&store, ws, response("a", 1)).await);
    let revised = position(revise(&store, ws, partial("p", 1)).await);
    revise(&store, ws, partial("p", 2)).await;

    let add = vec![segment(&store, stays, revised)];
    let swap = Swap { add, sealed: &[stays, revised], ..Swap::default() };
    assert!(matches!(store.swap_segments(ws, swap).await, Err(Error::Unavailable(_))));
    assert_eq!(scores(&store, ws).await, [("a".to_owned(), 1.0), ("p".to_owned(), 2.0)]);
    assert!(store.segments(ws).await.unwrap().is_empty());
}

async fn a_swap_that_lost_a_segment_changes_nothing(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let at = position(append(&store, ws, response("a", 1)).await);
    let gone = SegmentId::from_outside("seg_gone");
    let swap = Swap { add: vec![segment(&store, at, at)], remove: vec![gone], sealed: &[at], ..Swap::default() };
    assert!(matches!(store.swap_segments(ws, swap).await, Err(Error::Unavailable(_))));
    assert_eq!((count(&store, "signals").await, count(&store, "segments").await), (1, 0));
}

async fn a_replay_of_a_sealed_signal_is_a_duplicate(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let at = position(append(&store, ws, response("a", 1)).await);
    store.swap_segments(ws, Swap { sealed: &[at], ..Swap::default() }).await.unwrap();
    assert_eq!(append(&store, ws, response("a", 1)).await, store::Appended::Duplicate);
    assert_eq!(count(&store, "signals").await, 0);
}

async fn many_rows_are_sealed_at_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let entries = (0..12_000).map(|n| crate::help::entry(ws, response(&n.to_string(), 5))).collect();
    let positions: Vec<i64> = store.append(entries).await.unwrap().into_iter().map(position).collect();
    let swap = Swap { sealed: &positions, buried: &positions, ..Swap::default() };
    store.swap_segments(ws, swap).await.unwrap();
    assert_eq!(count(&store, "signals").await, 0);
}
