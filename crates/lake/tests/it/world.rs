//! A store, a lake, and short words for what stories do with them.

use std::path::PathBuf;
use std::sync::Arc;

use kernel::attribute::Value;
use kernel::env::{Clock, System};
use kernel::signal::{Answer, Body, Response, Signal, State, What};
use kernel::survey::Kind;
use kernel::{Attributes, Env, ImportId, Timestamp, WorkspaceId};
use lake::{Cell, Lake, LakeConfig, SqlOptions};
use store::migrations::Migrations;
use store::workspaces::NewWorkspace;
use store::{Appended, Entry, Settings, Store};
use tempfile::TempDir;

pub const NOW: Timestamp = Timestamp(1_790_000_000_000_000);

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        NOW
    }
}

pub struct World {
    pub store: Store,
    pub lake: Arc<Lake>,
    pub workspace: WorkspaceId,
    folder: TempDir,
}

impl World {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let env = Env::new(Arc::new(Stopped), Arc::new(System));
        let store = Store::open(&Settings::sqlite(folder.path()), env).await.unwrap();
        store::migrate(&store, &Migrations::with(vec![])).await.unwrap();
        let txn = store.write().await.unwrap();
        let workspace = store::workspaces::add(&txn, &NewWorkspace::default()).await.unwrap();
        txn.commit().await.unwrap();
        let lake = Lake::open(store.clone(), &folder.path().join("lake"), LakeConfig::default()).await.unwrap();
        Self { store, lake, workspace, folder }
    }

    /// As after a restart: nothing is remembered.
    pub async fn reopen(&mut self) {
        self.lake = Lake::open(self.store.clone(), &self.root(), LakeConfig::default()).await.unwrap();
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("lake")
    }

    /// The names of the sealed files.
    pub fn files(&self) -> Vec<String> {
        let folder = self.root().join(self.workspace.to_string());
        let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name != "kept" && name != "readings").collect();
        names.sort();
        names
    }

    pub async fn append(&self, signals: Vec<Signal>) -> Vec<Appended> {
        let entries = signals.into_iter().map(|signal| Entry::new(self.workspace, signal).unwrap()).collect();
        self.store.append(entries).await.unwrap()
    }

    pub async fn revise(&self, signal: Signal) {
        self.store.append(vec![Entry::revision(self.workspace, signal).unwrap()]).await.unwrap();
    }

    pub async fn withdraw(&self, import: &str) {
        let txn = self.store.write().await.unwrap();
        store::log::withdraw(&txn, self.workspace, &ImportId::from_outside(import)).await.unwrap();
        txn.commit().await.unwrap();
    }

    pub async fn seal(&self) -> u64 {
        self.lake.seal(self.workspace, NOW).await.unwrap().signals
    }

    pub async fn rows(&self, sql: &str) -> Vec<Vec<Cell>> {
        self.ask(sql, false).await
    }

    pub async fn ask(&self, sql: &str, cold: bool) -> Vec<Vec<Cell>> {
        let options = SqlOptions { cold, rows_max: None };
        self.lake.sql(self.workspace, sql, options).await.unwrap().rows().await.unwrap()
    }

    /// The first cell of the first row.
    pub async fn one(&self, sql: &str) -> Cell {
        self.rows(sql).await.remove(0).remove(0)
    }

    pub async fn error(&self, sql: &str) -> String {
        match self.lake.sql(self.workspace, sql, SqlOptions::default()).await {
            Err(error) => error.to_string(),
            Ok(result) => result.rows().await.unwrap_err().to_string(),
        }
    }

    pub async fn csv(&self, sql: &str) -> String {
        let mut out = Vec::new();
        let result = self.lake.sql(self.workspace, sql, SqlOptions::default()).await.unwrap();
        result.to_csv(&mut out).await.unwrap();
        String::from_utf8(out).unwrap()
    }
}

/// An NPS answer with its reason.
pub fn answer(id: &str, score: f64, text: Option<&str>, attributes: &[(&str, Value)]) -> Signal {
    let nps = Answer { question: "nps".into(), kind: Kind::Nps, score: Some(score), choice: None, text: None };
    let why = text.map(|text| Answer {
        question: "why".into(),
        kind: Kind::Text,
        score: None,
        choice: None,
        text: Some(text.into()),
    });
    let attributes: Attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    Signal {
        source: "api:visit".into(),
        source_id: id.into(),
        occurred_at: NOW,
        channel: "api".into(),
        touchpoint: None,
        contact: None,
        language: Some("fa".into()),
        import: None,
        body: Body {
            attributes,
            what: What::Response(Response {
                survey: "visit".into(),
                state: State::Complete,
                started_at: NOW,
                completed_at: Some(NOW),
                answers: std::iter::once(nps).chain(why).collect(),
                course: None,
            }),
        },
    }
}

pub fn text(value: &str) -> Value {
    Value::Text(value.into())
}
