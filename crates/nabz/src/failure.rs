//! How errors reach the person at the terminal: what went wrong, why, and what to do.

use kernel::Error;
use kernel::error::Refusal;
use ui::Pages;

use crate::console::{Console, Exit};

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Kernel(#[from] Error),
    /// Wrong usage, or a decision that only the caller can take.
    #[error("{words}")]
    Usage { words: String, hint: Option<String> },
    #[error("{words}")]
    Hinted { words: String, hint: String },
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Kernel(refusal.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Other(error.into())
    }
}

impl Failure {
    pub fn usage(words: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { words: words.into(), hint: Some(hint.into()) }
    }

    pub fn hinted(words: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Hinted { words: words.into(), hint: hint.into() }
    }

    /// Tells the person and returns how the process ends.
    pub async fn tell(&self, console: &Console, pages: Option<&Pages>) -> Exit {
        let (words, hint, exit) = match self {
            Self::Kernel(Error::Refused(refusal)) => (refused(refusal, console, pages), None, Exit::Usage),
            Self::Kernel(error) => (chain(error), None, Exit::Failed),
            Self::Usage { words, hint } => (words.clone(), hint.clone(), Exit::Usage),
            Self::Hinted { words, hint } => (words.clone(), Some(hint.clone()), Exit::Failed),
            Self::Other(error) => (format!("{error:#}"), None, Exit::Failed),
        };
        console.say(&format!("error: {words}")).await;
        if let Some(hint) = hint {
            console.say(&format!("\nhint: {hint}")).await;
        }
        exit
    }
}

fn refused(refusal: &Refusal, console: &Console, pages: Option<&Pages>) -> String {
    let words = match pages {
        Some(pages) => ui::http::words(pages, console.manners.locale, refusal),
        None => refusal.code.to_owned(),
    };
    match &refusal.field {
        Some(field) => format!("{field}: {words}"),
        None => words,
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        words.push_str(&format!(": {cause}"));
        next = cause.source();
    }
    words
}
