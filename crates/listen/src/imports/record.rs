//! What is known of an import, running or over.

use kernel::{Error, ImportId, Locale, Refusal, Result, Timestamp, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use store::{Check, Store};
use ui::Pages;

use crate::entity::import::{Column, Entity, Model};
use crate::import::{Rejected, Why};

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
    /// Why, in plain words.
    pub fn words(&self, pages: &Pages, locale: Locale) -> String {
        Words::Plain.of(pages, locale, &key("import", &self.code), pairs(&self.args))
    }

    /// Why, for a page.
    pub(super) fn text(&self, pages: &Pages, locale: Locale) -> String {
        Words::Page.of(pages, locale, &key("import", &self.code), pairs(&self.args))
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

    pub(super) fn text(&self, pages: &Pages, locale: Locale) -> String {
        Words::Page.of(pages, locale, &key("error", &self.code), pairs(&self.args))
    }
}

/// Where words go: pages isolate what stands in them, so that it keeps its direction; terminals cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    Page,
    Plain,
}

/// Arguments that are numbers of ours, written as the reader writes them; all others are shown as they came.
const NUMBERS: [&str; 6] = ["count", "from", "to", "limit", "expected", "found"];

impl Words {
    fn of<'a>(
        self,
        pages: &Pages,
        locale: Locale,
        key: &str,
        args: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> String {
        let number = |name, value: &str| if NUMBERS.contains(&name) { value.parse::<f64>().ok() } else { None };
        let args: Vec<_> =
            args.map(|(name, value)| (name, number(name, value).map_or_else(|| value.into(), Into::into))).collect();
        match self {
            Self::Page => pages.text(locale, key, &args),
            Self::Plain => pages.plain(locale, key, &args),
        }
    }

    pub(super) fn why(self, pages: &Pages, locale: Locale, why: &Why) -> String {
        self.of(pages, locale, &why.key(), why.args.iter().map(|(name, value)| (*name, value.as_str())))
    }
}

/// Why a column was guessed, in plain words.
pub fn why(pages: &Pages, locale: Locale, why: &Why) -> String {
    Words::Plain.why(pages, locale, why)
}

fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}-{}", code.replace('_', "-"))
}

fn pairs(args: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    args.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

/// An import of the workspace.
///
/// # Errors
/// `NotFound` also for one of another workspace.
pub(super) async fn find(store: &Store, workspace: WorkspaceId, id: &str) -> Result<Model> {
    let found = Entity::find_by_id(id).filter(Column::WorkspaceId.eq(workspace.0)).one(store.reads()).await.check()?;
    found.ok_or(Error::NotFound("import"))
}
