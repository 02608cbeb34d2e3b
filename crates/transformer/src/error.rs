//! What is wrong with a model, where, and what to do.

use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
#[error("{}: {what}", path.display())]
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl Error {
    pub(crate) fn new(path: &Path, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { path: path.to_path_buf(), what: what.into(), hint: hint.into() }
    }
}

/// The same while it is not known which file it is.
#[derive(Debug)]
pub(crate) struct Fault {
    what: String,
    hint: String,
}

impl Fault {
    pub(crate) fn new(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { what: what.into(), hint: hint.into() }
    }

    pub(crate) fn at(self, path: &Path) -> Error {
        Error::new(path, self.what, self.hint)
    }
}
