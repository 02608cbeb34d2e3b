//! One question and all that a kind may need to know. Fields that a kind has no use for stay at their default.

use serde::{Deserialize, Serialize};

use super::{Kind, Text};
use crate::condition::{Condition, Formula};
use crate::consent::Purpose;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable name in answers and exports.
    pub key: String,
    pub kind: Kind,
    pub title: Text,
    #[serde(default)]
    pub hint: Text,
    #[serde(default)]
    pub required: bool,
    /// Offers "not applicable", which leaves no row in `answers` and counts as answered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub not_applicable: bool,
    /// Of scored kinds other than NPS, and of rating cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// Words at the low and the high end of a scale; heads of the two scales of a dual matrix.
    #[serde(default)]
    pub low: Text,
    #[serde(default)]
    pub high: Text,
    #[serde(default, skip_serializing_if = "is_default")]
    pub look: Look,
    /// Of choice kinds, rankings, sums, best-worst; the columns of a matrix.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// The columns of the second scale of a dual matrix.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second: Vec<Choice>,
    /// Rows of a matrix; lines of a contact form, whose keys are among [`CONTACT_LINES`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Choice>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub cells: Cells,
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: Order,
    #[serde(default, skip_serializing_if = "is_default")]
    pub limits: Limits,
    /// Said instead of our words when an answer does not fit `limits`.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub message: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub files: Files,
    /// Asked only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Of calculated values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<Formula>,
    /// Of consents: whoever ticks it may be written to for this. The answers must come from somebody known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// Lines that a contact form may have, in the order of [HTML's autofill names](https://html.spec.whatwg.org/#autofill).
pub const CONTACT_LINES: [&str; 8] = ["name", "email", "phone", "company", "street", "postcode", "city", "country"];

/// An option, a row or a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub key: String,
    pub label: Text,
    /// Asks for words of one's own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other: bool,
    /// Rules out all others: "none of these".
    #[serde(default, skip_serializing_if = "is_default")]
    pub exclusive: bool,
    /// Keeps its place when the others are shuffled.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pinned: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Media>,
}

impl Choice {
    pub fn new(key: &str, label: Text) -> Self {
        Self { key: key.to_owned(), label, ..Self::default() }
    }
}

/// Both ends belong to the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    pub from: i32,
    pub to: i32,
}

/// How points of a scale are drawn. Numbers, and what screen readers say, are the same in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    #[default]
    Numbers,
    Stars,
    Smileys,
    Hearts,
    Thumbs,
    /// Of text: several lines are the default; this is one line.
    Line,
}

/// What the cells of a matrix take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cells {
    /// One column a row.
    #[default]
    Choice,
    /// Any number of columns a row.
    Choices,
    /// A score a row.
    Rating,
    /// Words a row.
    Text,
    /// One column of `options` and one of `second` a row; rows of answers are `key[row][1]` and `key[row][2]`.
    Dual,
}

/// The order of options, rows or questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    #[default]
    Fixed,
    /// From the response's seed, so that it is the same on every page and can be told afterwards.
    Shuffled,
}

/// What an answer must keep to. Which of these count depends on the kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Least and greatest: number; characters of a text; number of options chosen or ranked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Digits after the point of a number; 0: whole numbers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// First and last date, as `2026-11-22`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// A regular expression that the whole of a text must match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// What the points of a sum add up to; 100 by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
}

/// Which files a question takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Files {
    /// Of [`FILE_TYPES`]; empty: all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<String>,
    /// Bytes of one file at most; the server's own limit holds as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes_max: Option<u64>,
}

/// Extensions of files that can be taken.
pub const FILE_TYPES: [&str; 8] = ["jpg", "png", "webp", "gif", "pdf", "txt", "docx", "xlsx"];
/// Those that an anonymous survey takes: what they say of place, device or author can be taken out.
pub const ANONYMOUS_FILE_TYPES: [&str; 4] = ["jpg", "png", "webp", "txt"];

impl Files {
    /// The extensions that are taken.
    pub fn taken(&self, anonymous: bool) -> Vec<&'static str> {
        let is_named = |name: &&str| self.types.is_empty() || self.types.iter().any(|one| one == name);
        let is_safe = |name: &&str| !anonymous || ANONYMOUS_FILE_TYPES.contains(name);
        FILE_TYPES.into_iter().filter(is_named).filter(is_safe).collect()
    }
}

/// A picture, a film or a sound that goes with a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Media {
    /// The id of an uploaded file.
    pub file: String,
    #[serde(default)]
    pub kind: MediaKind,
    /// What it shows, for those who don't see it.
    #[serde(default)]
    pub alt: Text,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MediaKind {
    #[default]
    Image,
    Video,
    Audio,
}

impl Question {
    pub fn new(key: &str, kind: Kind, title: Text) -> Self {
        Self {
            key: key.to_owned(),
            kind,
            title,
            hint: Text::default(),
            required: false,
            not_applicable: false,
            scale: None,
            low: Text::default(),
            high: Text::default(),
            look: Look::default(),
            options: Vec::new(),
            second: Vec::new(),
            rows: Vec::new(),
            cells: Cells::default(),
            order: Order::default(),
            limits: Limits::default(),
            message: Text::default(),
            media: None,
            files: Files::default(),
            when: None,
            formula: None,
            purpose: None,
        }
    }

    /// The scale in force; none for kinds without scores. Of a matrix, that of its rating cells.
    pub fn scale(&self) -> Option<Scale> {
        match self.kind {
            Kind::Nps => self.kind.scale(),
            Kind::Matrix if self.cells == Cells::Rating => self.scale.or_else(|| Kind::Rating.scale()),
            _ if self.kind.is_scored() => self.scale.or_else(|| self.kind.scale()),
            _ => None,
        }
    }

    pub fn option(&self, key: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.key == key)
    }

    pub fn row(&self, key: &str) -> Option<&Choice> {
        self.rows.iter().find(|row| row.key == key)
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
