//! What each column means: roles, their options, and how people write them.
//!
//! `COL=ROLE[:key=value,…]`. The column's name may be quoted (`"a=b"=nps`, `'a:b'=text`) or hold `\=`; unquoted, the
//! longest name of the file that fits is taken, so quotes are seldom needed. A comma begins a new option only where
//! `key=` follows, so that `format=%b %d, %Y` needs none either.

mod merge;
mod parse;

use std::fmt;

use kernel::attribute;
use kernel::survey::Scale;
use serde::{Deserialize, Serialize};

pub use kernel::format::Calendar;
pub use merge::Mapping;
pub use parse::Map;

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The response's own id; a second import of the same id adds nothing.
    Id,
    /// When it was answered.
    Time,
    /// The customer's id in the caller's system.
    Contact,
    /// The customer's e-mail; names the contact where no contact column does.
    Email,
    Language,
    Channel,
    Touchpoint,
    Nps,
    Csat,
    Ces,
    Rating,
    Choice,
    /// Several choices in one cell, separated.
    Choices,
    Text,
    Attribute,
    Ignore,
}

impl Role {
    pub const ALL: [Self; 16] = [
        Self::Id,
        Self::Time,
        Self::Contact,
        Self::Email,
        Self::Language,
        Self::Channel,
        Self::Touchpoint,
        Self::Nps,
        Self::Csat,
        Self::Ces,
        Self::Rating,
        Self::Choice,
        Self::Choices,
        Self::Text,
        Self::Attribute,
        Self::Ignore,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Time => "time",
            Self::Contact => "contact",
            Self::Email => "email",
            Self::Language => "language",
            Self::Channel => "channel",
            Self::Touchpoint => "touchpoint",
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
            Self::Rating => "rating",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Text => "text",
            Self::Attribute => "attribute",
            Self::Ignore => "ignore",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str().eq_ignore_ascii_case(text.trim()))
    }

    /// The kind of question that such a column answers.
    pub fn question(self) -> Option<kernel::survey::Kind> {
        use kernel::survey::Kind;
        // Named one by one: `time` and `email` are roles and kinds, and mean different things.
        match self {
            Self::Nps => Some(Kind::Nps),
            Self::Csat => Some(Kind::Csat),
            Self::Ces => Some(Kind::Ces),
            Self::Rating => Some(Kind::Rating),
            Self::Choice => Some(Kind::Choice),
            Self::Choices => Some(Kind::Choices),
            Self::Text => Some(Kind::Text),
            _ => None,
        }
    }

    /// A row has one of these at most.
    pub fn is_single(self) -> bool {
        matches!(
            self,
            Self::Id | Self::Time | Self::Contact | Self::Email | Self::Language | Self::Channel | Self::Touchpoint
        )
    }

    /// Names of the options that the role takes.
    pub fn options(self) -> &'static [&'static str] {
        match self {
            Self::Time => &["format", "tz", "calendar"],
            Self::Nps | Self::Choice | Self::Text => &["na", "question"],
            Self::Csat | Self::Ces | Self::Rating => &["scale", "na", "question"],
            Self::Choices => &["separator", "na", "question"],
            Self::Attribute => &["name", "na"],
            _ => &[],
        }
    }
}

/// How a role's cells are read. What is none follows the sample or the default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// Values that mean "not applicable": no answer. Written `na=0|99`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub na: Vec<String>,
    /// `iso`, `epoch`, `epoch_ms` or a pattern of `strftime`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// IANA name of the zone of times that name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tz: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    /// Key of the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Between several choices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// Name of the attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// One column and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Name in the header.
    pub name: String,
    pub role: Role,
    #[serde(default)]
    pub options: Options,
    /// Type of its values as an attribute, from the sample.
    pub values: attribute::Kind,
}

/// As `--map` takes it.
impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, role, options, .. } = self;
        if name.contains(['=', '"', '\\', '\'']) {
            write!(f, "\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))?;
        } else {
            f.write_str(name)?;
        }
        write!(f, "={}", role.as_str())?;
        let given = [
            ("scale", options.scale.map(|scale| format!("{}-{}", scale.from, scale.to))),
            ("na", (!options.na.is_empty()).then(|| options.na.join("|"))),
            ("format", options.format.clone()),
            ("tz", options.tz.clone()),
            ("calendar", options.calendar.filter(|one| *one == Calendar::Persian).map(|one| one.as_str().to_owned())),
            ("question", options.question.clone()),
            ("separator", options.separator.clone()),
            ("name", options.name.clone()),
        ];
        let mut mark = ':';
        for (key, value) in given {
            if let Some(value) = value {
                write!(f, "{mark}{key}={value}")?;
                mark = ',';
            }
        }
        Ok(())
    }
}
