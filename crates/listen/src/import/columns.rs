//! What each column of a file seems to be, from its name and its first values, with the reason, so that people can be
//! shown the guess before anything is written.

mod guess;
mod names;
mod profile;

use kernel::attribute;
use kernel::survey::Scale;

pub use guess::guess;
pub use profile::Sample;
pub(super) use profile::flag;

use super::mapping::Column;
use super::time::TimeFacts;

/// A guess about one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    pub column: Column,
    /// Nobody needs to be asked.
    pub certain: bool,
    pub why: Why,
    pub facts: Facts,
}

/// Why a guess was made. The words are the Fluent message `import-why-<code>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Why {
    /// Every code, with the arguments that it carries.
    pub const CODES: [(&'static str, &'static [&'static str]); 18] = [
        ("name-and-values", &[]),
        ("emails", &[]),
        ("distinct", &["count"]),
        ("time", &["format"]),
        ("time-ambiguous", &["format"]),
        ("time-several", &["format"]),
        ("scores", &["from", "to"]),
        ("scores-no-name", &["from", "to"]),
        ("scores-few", &["from", "to"]),
        ("battery", &["from", "to", "count"]),
        ("battery-zero", &["from", "to", "count"]),
        ("zero", &["from", "to"]),
        ("texts", &["count"]),
        ("options", &["count"]),
        ("few-values", &["count"]),
        ("values", &["kind"]),
        ("blank", &[]),
        ("too-many", &["count"]),
    ];

    pub(super) fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    #[must_use]
    pub(super) fn scale(self, scale: Scale) -> Self {
        self.with("from", scale.from).with("to", scale.to)
    }

    /// The Fluent key of the words.
    pub fn key(&self) -> String {
        format!("import-why-{}", self.code)
    }
}

/// What the sample says about a column, whatever its role turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Rows of the sample, and those where the cell is not blank.
    pub rows: usize,
    pub filled: usize,
    /// Different values.
    pub distinct: usize,
    /// The first value.
    pub example: Option<String>,
    /// The format, if the values are times.
    pub time: Option<TimeFacts>,
    /// The scale, if the values are whole numbers on a usual one.
    pub scale: Option<Scale>,
    /// 0 stands below that scale and seems to mean "not applicable".
    pub zero_is_na: bool,
    /// Type as an attribute.
    pub values: attribute::Kind,
}
