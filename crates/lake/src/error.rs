//! Errors, told apart by who can do something about them.

use std::time::Duration;

use datafusion::common::{DataFusionError, SchemaError};
use kernel::Refusal;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The asker's mistake, in words for the asker.
    #[error("{0}")]
    Query(String),
    #[error("the question took longer than {} s", .0.as_secs())]
    Timeout(Duration),
    /// The memory limit was met, and what was in memory could not be spilled.
    #[error("the question needs more memory than it may have: narrow it down")]
    TooLarge,
    /// A sealed file is not what was sealed.
    #[error("the file {file} is damaged: {what}")]
    Damaged { file: String, what: String },
    #[error(transparent)]
    Store(#[from] kernel::Error),
    #[error("reading or writing a sealed file failed: {0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Internal(String),
}

impl From<DataFusionError> for Error {
    fn from(error: DataFusionError) -> Self {
        match error.find_root() {
            DataFusionError::SchemaError(cause, _) => Self::Query(schema_words(cause)),
            DataFusionError::ResourcesExhausted(_) => Self::TooLarge,
            DataFusionError::External(cause) => match cause.downcast_ref::<Self>() {
                Some(Self::Damaged { file, what }) => Self::Damaged { file: file.clone(), what: what.clone() },
                _ => Self::Internal(cause.to_string()),
            },
            DataFusionError::ParquetError(cause) => Self::Internal(cause.to_string()),
            DataFusionError::ObjectStore(cause) => Self::Internal(cause.to_string()),
            DataFusionError::IoError(cause) => Self::Internal(cause.to_string()),
            root @ (DataFusionError::Internal(_) | DataFusionError::Context(..)) => {
                Self::Internal(root.strip_backtrace())
            }
            root => Self::Query(words(root)),
        }
    }
}

fn schema_words(error: &SchemaError) -> String {
    let SchemaError::FieldNotFound { field, valid_fields } = error else { return error.to_string() };
    let mut names: Vec<_> = valid_fields.iter().map(|column| column.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    format!("there is no column `{}`; there are: {}", field.name, names.join(", "))
}

/// The message without the names that the engine gives its own parts.
fn words(error: &DataFusionError) -> String {
    let message = error.message().into_owned();
    let first = message.split("\n\nbacktrace").next().unwrap_or_default().trim();
    first.replace("nabz.public.", "").replace("nabz.own.", "")
}

impl From<datafusion::arrow::error::ArrowError> for Error {
    fn from(error: datafusion::arrow::error::ArrowError) -> Self {
        DataFusionError::from(error).into()
    }
}

impl From<datafusion::parquet::errors::ParquetError> for Error {
    fn from(error: datafusion::parquet::errors::ParquetError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<Error> for kernel::Error {
    fn from(error: Error) -> Self {
        match error {
            Error::Query(message) => Refusal::new("bad_query").with("message", message).into(),
            Error::Timeout(limit) => Refusal::new("query_timeout").with("seconds", limit.as_secs().to_string()).into(),
            Error::TooLarge => Refusal::new("query_too_large").into(),
            Error::Store(error) => error,
            Error::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => Self::DiskFull,
            other => Self::internal(other),
        }
    }
}
