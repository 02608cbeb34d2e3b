//! The registry of attribute columns.

use kernel::WorkspaceId;
use kernel::attribute::Value;
use kernel::signal::Signal;
use store::Store;
use testkit::{Db, response};

use crate::help::{append, entry};

testkit::on_both!(
    columns_widen_and_never_narrow,
    a_write_that_did_not_happen_teaches_nothing,
    what_another_node_widened_stays_wide,
    one_batch_may_disagree_with_itself,
    columns_come_in_the_order_of_their_bytes,
);

fn with(id: &str, attributes: &[(&str, Value)]) -> Signal {
    let mut signal = response(id, 5);
    signal.body.attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    signal
}

async fn kinds(store: &Store, ws: WorkspaceId) -> Vec<(String, String)> {
    let rows = store.attributes(ws).await.unwrap();
    rows.into_iter().map(|row| (row.column_name, row.kind)).collect()
}

async fn kind(store: &Store, ws: WorkspaceId) -> String {
    let kinds = kinds(store, ws).await;
    assert_eq!(kinds.len(), 1, "{kinds:?}");
    kinds[0].1.clone()
}

async fn columns_widen_and_never_narrow(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let steps = [
        (Value::Integer(3), "integer"),
        (Value::Integer(4), "integer"),
        (Value::Number(4.5), "number"),
        (Value::Integer(5), "number"),
        (Value::Text("x".into()), "text"),
        (Value::Number(1.5), "text"),
        (Value::Flag(true), "text"),
    ];
    for (n, (value, expected)) in steps.into_iter().enumerate() {
        append(&store, ws, with(&n.to_string(), &[("Spend (EUR)", value)])).await;
        assert_eq!(kind(&store, ws).await, expected, "after step {n}");
    }
    let rows = store.attributes(ws).await.unwrap();
    assert_eq!((rows[0].column_name.as_str(), rows[0].name.as_str()), ("attr_spend_eur", "Spend (EUR)"));
}

async fn a_write_that_did_not_happen_teaches_nothing(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let text = || with("a", &[("plan", Value::Text("gold".into()))]);
    let mut txn = store.write().await.unwrap();
    txn.append(vec![entry(ws, text())]).await.unwrap();
    drop(txn);
    assert!(kinds(&store, ws).await.is_empty());
    append(&store, ws, text()).await;
    assert_eq!(kind(&store, ws).await, "text");
}

async fn what_another_node_widened_stays_wide(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let other = db.open().await;
    append(&store, ws, with("a", &[("age", Value::Integer(41))])).await;
    append(&other, ws, with("b", &[("age", Value::Text("old".into()))])).await;
    // The first node believes that the column holds integers.
    append(&store, ws, with("c", &[("age", Value::Integer(42))])).await;
    append(&store, ws, with("d", &[("age", Value::Number(42.5))])).await;
    assert_eq!(kind(&store, ws).await, "text");
}

async fn one_batch_may_disagree_with_itself(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let a = with("a", &[("Age", Value::Integer(1)), ("vip", Value::Flag(true))]);
    let b = with("b", &[("age", Value::Number(1.5)), ("vip", Value::Flag(false))]);
    store.append(vec![entry(ws, a), entry(ws, b)]).await.unwrap();
    let expected = [("attr_age", "number"), ("attr_vip", "flag")].map(|(c, k)| (c.to_owned(), k.to_owned()));
    assert_eq!(kinds(&store, ws).await, expected);
}

/// Databases sort words by the rules of some language; the columns of `answers` must not depend on that.
async fn columns_come_in_the_order_of_their_bytes(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let names = ["ab", "a b", "a c", "aa", "ö", "z", "شعبه", "a1"];
    let attributes: Vec<_> = names.iter().map(|name| (*name, Value::Flag(true))).collect();
    append(&store, ws, with("a", &attributes)).await;
    let columns: Vec<_> = kinds(&store, ws).await.into_iter().map(|(column, _)| column).collect();
    assert_eq!(columns.len(), names.len());
    assert!(columns.is_sorted(), "{columns:?}");
}
