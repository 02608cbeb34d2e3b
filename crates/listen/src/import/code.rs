//! Why a line or a file was refused.

use std::borrow::Cow;

use kernel::Refusal;

/// Stable reasons. The words are the Fluent message `import-<code>` with `_` as `-`; the arguments that a code
/// carries stand behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    // The whole file.
    /// The file cannot be opened or read: `reason`.
    Unreadable,
    /// There is nothing in the file.
    EmptyFile,
    /// The line of column names cannot be read: `reason`, the code of a line.
    BadHeader,
    /// The file is not a table that we read (an old .xls, a PDF, a picture): `found`.
    UnknownFormat,
    /// The XLSX or the compression is broken: `reason`.
    DamagedFile,
    /// The file unpacks to far more than its size: `limit` in bytes or times.
    ZipBomb,
    /// The file is larger than the stated limit: `limit` in bytes.
    FileTooLarge,
    /// The sheet has more rows than the limit, or the file more repeated rows without an id: `limit`.
    TooManyRows,
    /// More columns than `limit`; of a line too.
    TooManyColumns,
    /// No sheet of that name: `sheet`, `names`.
    UnknownSheet,

    // The mapping.
    /// `--map` is not of the form `COL=ROLE[:key=value,…]`: `text`.
    BadMap,
    /// No column of that name: `column`, `nearest`.
    UnknownColumn,
    /// No such role: `role`, `roles`.
    UnknownRole,
    /// The role has no such option: `option`, `role`, `options`.
    UnknownOptionName,
    /// The value of an option cannot be used: `option`, `value`.
    BadOptionValue,
    /// Two maps name the same column: `column`.
    MappedTwice,
    /// Two columns have a role that only one may have: `role`, `first`, `second`.
    RoleTwice,
    /// Two columns become the same question or attribute: `key`, `first`, `second`.
    KeyTwice,
    /// More questions than a survey, or attributes than a response, may have: `limit`.
    TooManyQuestions,
    /// As above: `limit`.
    TooManyAttributes,
    /// The survey has that question with another kind or scale: `question`, `kind`, `wanted`.
    QuestionDiffers,
    /// A time column whose format was not recognised: `value`; needs `format=`.
    UnknownTimeFormat,

    // One line.
    /// The line has another number of cells than the header: `expected`, `found`.
    Ragged,
    /// A quote was opened and never closed.
    UnclosedQuote,
    /// Longer than [`super::ROW_BYTES_MAX`]: `limit`.
    RowTooLong,
    /// Longer than a cell, a text or a name may be: `limit`.
    TooLong,
    /// A NUL character.
    Nul,
    /// Bytes that are not text in the file's encoding: `encoding`.
    BadEncoding,
    /// Not a number where a score is due: `value`.
    NotANumber,
    /// A score between two whole ones: `value`.
    NotWhole,
    /// A score beyond its scale: `value`, `from`, `to`.
    OutOfRange,
    /// Not a time of the column's format: `value`, `format`.
    BadTime,
    /// The cell of the time column is blank.
    MissingTime,
    /// More than a day ahead: `value`.
    TimeInFuture,
    /// Not an e-mail address: `value`.
    BadEmail,
    /// Neither a language tag nor a language's name: `value`.
    BadLanguage,
    /// More different options than a question may have: `limit`.
    TooManyOptions,
}

impl Code {
    pub const ALL: [Self; 37] = [
        Self::Unreadable,
        Self::EmptyFile,
        Self::BadHeader,
        Self::UnknownFormat,
        Self::DamagedFile,
        Self::ZipBomb,
        Self::FileTooLarge,
        Self::TooManyRows,
        Self::TooManyColumns,
        Self::UnknownSheet,
        Self::BadMap,
        Self::UnknownColumn,
        Self::UnknownRole,
        Self::UnknownOptionName,
        Self::BadOptionValue,
        Self::MappedTwice,
        Self::RoleTwice,
        Self::KeyTwice,
        Self::TooManyQuestions,
        Self::TooManyAttributes,
        Self::QuestionDiffers,
        Self::UnknownTimeFormat,
        Self::Ragged,
        Self::UnclosedQuote,
        Self::RowTooLong,
        Self::TooLong,
        Self::Nul,
        Self::BadEncoding,
        Self::NotANumber,
        Self::NotWhole,
        Self::OutOfRange,
        Self::BadTime,
        Self::MissingTime,
        Self::TimeInFuture,
        Self::BadEmail,
        Self::BadLanguage,
        Self::TooManyOptions,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::EmptyFile => "empty_file",
            Self::BadHeader => "bad_header",
            Self::UnknownFormat => "unknown_format",
            Self::DamagedFile => "damaged_file",
            Self::ZipBomb => "zip_bomb",
            Self::FileTooLarge => "file_too_large",
            Self::TooManyRows => "too_many_rows",
            Self::TooManyColumns => "too_many_columns",
            Self::UnknownSheet => "unknown_sheet",
            Self::BadMap => "bad_map",
            Self::UnknownColumn => "unknown_column",
            Self::UnknownRole => "unknown_role",
            Self::UnknownOptionName => "unknown_option_name",
            Self::BadOptionValue => "bad_option_value",
            Self::MappedTwice => "mapped_twice",
            Self::RoleTwice => "role_twice",
            Self::KeyTwice => "key_twice",
            Self::TooManyQuestions => "too_many_questions",
            Self::TooManyAttributes => "too_many_attributes",
            Self::QuestionDiffers => "question_differs",
            Self::UnknownTimeFormat => "unknown_time_format",
            Self::Ragged => "ragged",
            Self::UnclosedQuote => "unclosed_quote",
            Self::RowTooLong => "row_too_long",
            Self::TooLong => "too_long",
            Self::Nul => "nul",
            Self::BadEncoding => "bad_encoding",
            Self::NotANumber => "not_a_number",
            Self::NotWhole => "not_whole",
            Self::OutOfRange => "out_of_range",
            Self::BadTime => "bad_time",
            Self::MissingTime => "missing_time",
            Self::TimeInFuture => "time_in_future",
            Self::BadEmail => "bad_email",
            Self::BadLanguage => "bad_language",
            Self::TooManyOptions => "too_many_options",
        }
    }

    /// The Fluent key of the words.
    pub fn key(self) -> String {
        format!("import-{}", self.as_str().replace('_', "-"))
    }

    /// A refusal of the whole file or mapping.
    pub(super) fn refuse(self) -> Refusal {
        Refusal::new(self.as_str())
    }

    /// A refusal of one line.
    pub(super) fn at(self, line: u64) -> Rejected {
        Rejected { line, field: None, code: self, args: Vec::new() }
    }
}

/// One line that was not taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Line of the file on which the row begins, the header being line 1; of a sheet its row number.
    pub line: u64,
    /// The column's name, where one cell is to blame.
    pub field: Option<String>,
    pub code: Code,
    /// Values that the words mention.
    pub args: Vec<(&'static str, String)>,
}

/// Longest excerpt of a bad value in a message, in characters.
const EXCERPT_CHARS: usize = 60;

impl Rejected {
    #[must_use]
    pub(super) fn field(mut self, name: &str) -> Self {
        self.field = Some(name.to_owned());
        self
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.args.push((name, value.into().into_owned()));
        self
    }

    /// Adds the offending value, shortened.
    #[must_use]
    pub(super) fn value(self, value: &str) -> Self {
        let excerpt = excerpt(value);
        self.with("value", excerpt)
    }
}

/// The beginning of a value, short enough for a message.
pub(super) fn excerpt(value: &str) -> String {
    let mut excerpt: String = value.chars().take(EXCERPT_CHARS).collect();
    if excerpt.len() < value.len() {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::super::{Role, Why};
    use super::*;

    #[test]
    fn everything_has_words_in_every_language() {
        let codes = Code::ALL.map(Code::key);
        let whys = Why::CODES.map(|(code, _)| format!("import-why-{code}"));
        let roles = Role::ALL.map(|role| format!("import-role-{}", role.as_str()));
        let catalogues = [
            include_str!("../../locales/en.ftl"),
            include_str!("../../locales/fa.ftl"),
            include_str!("../../locales/ar.ftl"),
            include_str!("../../locales/sv.ftl"),
        ];
        for (index, catalogue) in catalogues.iter().enumerate() {
            for key in codes.iter().chain(&whys).chain(&roles) {
                let start = format!("{key} = ");
                assert!(catalogue.lines().any(|line| line.starts_with(&start)), "catalogue {index} lacks {start}");
            }
        }
    }
}
