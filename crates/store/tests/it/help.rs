//! Short words for what every story does.

use kernel::signal::{Signal, What};
use kernel::{Uid, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, Statement};
use store::{Appended, Entry, Logged, Store};

pub fn entry(workspace: WorkspaceId, signal: Signal) -> Entry {
    Entry::new(workspace, signal).unwrap()
}

pub fn revision(workspace: WorkspaceId, signal: Signal) -> Entry {
    Entry::revision(workspace, signal).unwrap()
}

/// Appends one signal and says what became of it.
pub async fn append(store: &Store, workspace: WorkspaceId, signal: Signal) -> Appended {
    one(store, entry(workspace, signal)).await
}

/// Appends one revision and says what became of it.
pub async fn revise(store: &Store, workspace: WorkspaceId, signal: Signal) -> Appended {
    one(store, revision(workspace, signal)).await
}

async fn one(store: &Store, entry: Entry) -> Appended {
    store.append(vec![entry]).await.unwrap()[0]
}

pub fn position(appended: Appended) -> i64 {
    match appended {
        Appended::Added { position } | Appended::Replaced { position } => position,
        Appended::Duplicate => panic!("a duplicate has no position"),
    }
}

pub async fn unsealed(store: &Store, workspace: WorkspaceId) -> Vec<Logged> {
    store.unsealed(workspace, 0, u64::MAX >> 1).await.unwrap()
}

/// Source id and score of every unsealed row, in the order of the log.
pub async fn scores(store: &Store, workspace: WorkspaceId) -> Vec<(String, f64)> {
    let rows = unsealed(store, workspace).await;
    rows.into_iter().map(|row| (row.signal.source_id.clone(), score(&row.signal))).collect()
}

pub fn score(signal: &Signal) -> f64 {
    let What::Response(response) = &signal.body.what;
    response.answers[0].score.unwrap()
}

pub fn uid(workspace: WorkspaceId, signal: &Signal) -> Uid {
    Uid::of(workspace, &signal.source, &signal.source_id)
}

pub async fn count(store: &Store, table: &'static str) -> i64 {
    let query = Query::select().expr_as(Expr::val(1).count(), "n").from(table).to_owned();
    let row = store.reads().query_one(&query).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

/// Runs words of SQL that both databases understand.
pub async fn sql(store: &Store, words: &str) {
    let txn = store.write().await.unwrap();
    txn.execute_unprepared(words).await.unwrap();
    txn.commit().await.unwrap();
}

/// The first column of the first row as text.
pub async fn ask(connection: &impl ConnectionTrait, words: &str) -> String {
    let statement = Statement::from_string(connection.get_database_backend(), words);
    let row = connection.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index::<String>(0)
        .or_else(|_| row.try_get_by_index::<i64>(0).map(|number| number.to_string()))
        .or_else(|_| row.try_get_by_index::<i32>(0).map(|number| number.to_string()))
        .unwrap()
}

/// Polls a future until it waits for somebody else.
pub async fn start<F: Future + Unpin>(future: &mut F) {
    assert!(futures::poll!(future).is_pending(), "nothing holds it back");
}
