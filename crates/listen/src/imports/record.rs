//! What is known of an import, running or over.

use kernel::{Error, ImportId, Locale, Refusal, Result, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use store::{Check, Store};
use ui::Pages;

use crate::entity::import::{Column, Entity, Model};
use crate::import::Rejected;

/// Values of `imports.state`.
pub(super) const WAITING: &str = "waiting";
pub(super) const RUNNING: &str = "running";
pub(super) const DONE: &str = "done";
pub(super) const FAILED: &str = "failed";
pub(super) const UNDONE: &str = "undone";

/// An import that runs says so every few seconds; one that was silent for this long was interrupted.
pub(super) const SILENT_MICROS: i64 = 30 * kernel::time::SECOND;

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Uploaded and not started.
    Waiting,
    Running,
    /// Its process ended before it did. What it added stands; the same file adds the rest.
    Interrupted,
    Done,
    Failed,
    Undone,
}

/// What became of the rows of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// With content, the refused ones among them.
    pub rows: u64,
    pub responses: u64,
    pub answers: u64,
    /// Responses that were not there before.
    pub added: u64,
    pub duplicates: u64,
    pub rejected: u64,
}

/// One line that was refused, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub line: u64,
    pub field: Option<String>,
    pub code: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, String)>,
}

/// Why an import failed, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Cause {
    code: String,
    #[serde(default)]
    args: Vec<(String, String)>,
}

/// An import, for lists.
#[derive(Clone, Debug, Serialize)]
pub struct Import {
    #[serde(rename = "import")]
    pub id: ImportId,
    /// Key of the survey; before the start the name that was given.
    pub survey: String,
    pub file: String,
    pub state: State,
    #[serde(flatten)]
    pub counts: Counts,
    pub started_at: Timestamp,
    pub finished_at: Option<Timestamp>,
    /// Member id, or `cli`.
    pub by: String,
}

impl Import {
    pub(super) fn of(row: Model, now: Timestamp) -> Self {
        Self {
            state: row.state_at(now),
            counts: row.counts(),
            id: ImportId::from_outside(row.id),
            survey: row.survey,
            file: row.file_name,
            started_at: Timestamp(row.started_at),
            finished_at: row.finished_at.map(Timestamp),
            by: row.actor,
        }
    }
}

impl Model {
    pub(super) fn state_at(&self, now: Timestamp) -> State {
        match self.state.as_str() {
            WAITING => State::Waiting,
            DONE => State::Done,
            FAILED => State::Failed,
            UNDONE => State::Undone,
            _ if now.since(Timestamp(self.seen_at)) > SILENT_MICROS => State::Interrupted,
            _ => State::Running,
        }
    }

    pub(super) fn counts(&self) -> Counts {
        let count = |number: i64| number.max(0) as u64;
        Counts {
            rows: count(self.rows_read),
            responses: count(self.responses),
            answers: count(self.answers),
            added: count(self.added),
            duplicates: count(self.duplicates),
            rejected: count(self.rejected),
        }
    }

    pub(super) fn refused(&self) -> Result<Vec<Refused>> {
        serde_json::from_str(&self.refused).map_err(Error::internal)
    }

    pub(super) fn cause(&self) -> Option<Cause> {
        serde_json::from_str(self.error.as_deref()?).ok()
    }
}

impl From<Rejected> for Refused {
    fn from(rejected: Rejected) -> Self {
        let args = rejected.args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { line: rejected.line, field: rejected.field, code: rejected.code.as_str().to_owned(), args }
    }
}

impl Refused {
    /// Why, in words.
    pub fn words(&self, pages: &Pages, locale: Locale) -> String {
        worded(pages, locale, "import", &self.code, &self.args)
    }
}

impl Cause {
    pub(super) fn of(error: &Error) -> Self {
        let plain = |code: &str| Self { code: code.to_owned(), args: Vec::new() };
        match error {
            Error::Refused(Refusal { code, args, .. }) => {
                let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
                Self { code: (*code).to_owned(), args }
            }
            Error::DiskFull => plain("disk_full"),
            Error::Unavailable(_) => plain("unavailable"),
            _ => plain("internal"),
        }
    }

    pub(super) fn words(&self, pages: &Pages, locale: Locale) -> String {
        worded(pages, locale, "error", &self.code, &self.args)
    }
}

fn worded(pages: &Pages, locale: Locale, prefix: &str, code: &str, args: &[(String, String)]) -> String {
    let args: Vec<_> = args.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
    pages.plain(locale, &format!("{prefix}-{}", code.replace('_', "-")), &args)
}

/// An import of the workspace.
///
/// # Errors
/// `NotFound` also for one of another workspace.
pub(super) async fn find(store: &Store, workspace: WorkspaceId, id: &str) -> Result<Model> {
    let found = Entity::find_by_id(id).filter(Column::WorkspaceId.eq(workspace.0)).one(store.reads()).await.check()?;
    found.ok_or(Error::NotFound("import"))
}
