//! What led to what is kept once, in both directions, in one workspace.

use store::links::{self, Kind, Node, Way};
use testkit::Db;

testkit::on_both!(a_step_is_kept_once_and_found_from_both_ends, steps_from_many_things_at_once);

async fn a_step_is_kept_once_and_found_from_both_ends(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let other = kernel::WorkspaceId(ws.0 + 1);
    let cases: Vec<Node> = (0..1_203).map(|n| Node::new(Kind::Case, format!("case_{n:04}"))).collect();
    let initiative = Node::new(Kind::Initiative, "ini_1");
    for _ in 0..2 {
        let txn = store.write().await.unwrap();
        links::join(&txn, ws, &cases, &initiative).await.unwrap();
        links::join(&txn, ws, &[Node::new(Kind::Topic, "bins")], &initiative).await.unwrap();
        txn.commit().await.unwrap();
    }
    assert_eq!(store.count_before(ws, &initiative, Kind::Case).await.unwrap(), 1_203);
    assert_eq!(store.before(ws, &initiative, Kind::Case, 2).await.unwrap(), cases[..2]);
    assert_eq!(store.before(ws, &initiative, Kind::Topic, 9).await.unwrap(), [Node::new(Kind::Topic, "bins")]);
    assert_eq!(store.after(ws, &cases[7], Kind::Initiative, 9).await.unwrap(), std::slice::from_ref(&initiative));
    assert_eq!(store.after(ws, &cases[7], Kind::Message, 9).await.unwrap(), []);
    assert_eq!(store.count_before(other, &initiative, Kind::Case).await.unwrap(), 0, "of another workspace");

    let txn = store.write().await.unwrap();
    links::part(&txn, ws, &cases[7], &initiative).await.unwrap();
    txn.commit().await.unwrap();
    assert_eq!(store.after(ws, &cases[7], Kind::Initiative, 9).await.unwrap(), []);
    assert_eq!(store.count_before(ws, &initiative, Kind::Case).await.unwrap(), 1_202);
}

async fn steps_from_many_things_at_once(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let case = |n: u32| Node::new(Kind::Case, format!("case_{n}"));
    let initiative = Node::new(Kind::Initiative, "ini_1");
    let txn = store.write().await.unwrap();
    links::join(&txn, ws, &[Node::new(Kind::Signal, "s1"), Node::new(Kind::Signal, "s2")], &case(1)).await.unwrap();
    links::join(&txn, ws, &[Node::new(Kind::Signal, "s2"), Node::new(Kind::Topic, "bins")], &case(2)).await.unwrap();
    links::join(&txn, ws, &[case(1), case(2)], &initiative).await.unwrap();
    txn.commit().await.unwrap();
    let ids = ["case_1".to_owned(), "case_2".to_owned()];
    let mut kinds = store.kinds_beside(ws, Kind::Case, &ids, Way::Back).await.unwrap();
    kinds.sort_unstable();
    assert_eq!(kinds, [(Kind::Signal, 2), (Kind::Topic, 1)], "each is counted once");
    let beside = |way, wanted, limit| store.beside(ws, (Kind::Case, &ids), wanted, way, limit);
    assert_eq!(beside(Way::Back, Kind::Signal, 9).await.unwrap(), ["s1", "s2"]);
    assert_eq!(beside(Way::Back, Kind::Signal, 1).await.unwrap(), ["s1"]);
    assert_eq!(beside(Way::On, Kind::Initiative, 9).await.unwrap(), ["ini_1"]);
    assert!(store.is_linked(ws, &initiative).await.unwrap());
    assert!(!store.is_linked(kernel::WorkspaceId(ws.0 + 1), &initiative).await.unwrap());
}
