//! Errors with two faces: a stable code and exact words for the user, a cause for the log.

use std::borrow::Cow;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not happen, decided where it is known and worded where it is shown.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The caller can mend it.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// Nothing of that name is visible to the caller; foreign and missing look the same.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The caller is known but may not do this.
    #[error("not allowed")]
    Forbidden,
    /// Nobody, or nobody known, is asking.
    #[error("not signed in")]
    Unknown,
    /// Too many requests; the caller may try again after this many seconds.
    #[error("too many requests; try again in {0} s")]
    TooMany(u32),
    /// The disk is (nearly) full: nothing was written.
    #[error("the disk is full: nothing was written")]
    DiskFull,
    /// A part that is needed is away for the moment; nothing was written.
    #[error("temporarily unavailable: {0}")]
    Unavailable(String),
    /// Ours to mend: logged with its cause, shown with a request id only.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Wraps any cause that the user can do nothing about.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }
}

/// Input that cannot be taken, with what, where and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct Refusal {
    /// Stable snake_case code; the words are the Fluent message `error-<code>` with `_` as `-`.
    pub code: &'static str,
    /// The field, question or column that is meant.
    pub field: Option<String>,
    /// Values that the words mention.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    pub fn new(code: &'static str) -> Self {
        Self { code, field: None, args: Vec::new() }
    }

    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.args.push((name, value.into().into_owned()));
        self
    }

    /// The Fluent key of the words.
    pub fn key(&self) -> String {
        format!("error-{}", self.code.replace('_', "-"))
    }
}
