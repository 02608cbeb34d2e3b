//! A survey: what is asked, in which words and order, and which answers it takes.

pub mod check;
pub mod kind;
pub mod pipe;
pub mod question;
pub mod read;
pub mod schema;
pub mod structure;
#[cfg(test)]
mod tests;
pub mod text;

use serde::{Deserialize, Serialize};

pub use kind::Kind;
pub use question::{Cells, Choice, Files, Limits, Look, Media, MediaKind, Order, Question, Scale};
pub use structure::{Block, Ending, Jump, Outcome, Page, Quota, Target, Theme, Variant};
pub use text::Text;

pub const QUESTIONS_MAX: usize = 2_000;
pub const OPTIONS_MAX: usize = 500;
pub const ROWS_MAX: usize = 100;
pub const LANGUAGES_MAX: usize = 100;
pub const QUOTAS_MAX: usize = 200;
pub const ENDINGS_MAX: usize = 50;
/// Longest text that a respondent may write in one answer.
pub const TEXT_CHARS_MAX: usize = 20_000;
/// Longest key of a survey, question or option.
pub const KEY_CHARS_MAX: usize = 80;
/// Longest wording of a title, a hint or an option, in characters.
pub const WORDING_CHARS_MAX: usize = 5_000;
/// The format of the definition that this version writes; see docs/survey-definition.md.
pub const FORMAT: u16 = 1;

/// What a survey asks. Kept as JSON; a published one is frozen in its version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Of this JSON, so that later versions can read it.
    #[serde(default = "format")]
    pub format: u16,
    /// BCP 47 tags; the first is what others fall back on.
    pub languages: Vec<String>,
    pub title: Text,
    #[serde(default)]
    pub intro: Text,
    /// Words of the ending that is reached by answering the last page.
    #[serde(default)]
    pub thanks: Text,
    /// What happens with the answers; shown on every page. Empty: the product's own words.
    #[serde(default)]
    pub privacy: Text,
    /// Nobody is named and no small group shown.
    #[serde(default)]
    pub anonymous: bool,
    /// All questions, each once, in the order in which answers and exports list them.
    pub questions: Vec<Question>,
    /// How questions are laid out; empty: one a page, in their order. Questions that no page names are not asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotas: Vec<Quota>,
    /// Other endings than the usual one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endings: Vec<Ending>,
    #[serde(default, skip_serializing_if = "Theme::is_default")]
    pub theme: Theme,
}

fn format() -> u16 {
    FORMAT
}

impl Default for Survey {
    fn default() -> Self {
        Self {
            format: FORMAT,
            languages: Vec::new(),
            title: Text::default(),
            intro: Text::default(),
            thanks: Text::default(),
            privacy: Text::default(),
            anonymous: false,
            questions: Vec::new(),
            blocks: Vec::new(),
            quotas: Vec::new(),
            endings: Vec::new(),
            theme: Theme::default(),
        }
    }
}

impl Survey {
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// The question behind a key of `answers`, which may carry parts in brackets: `taste[burger]`.
    pub fn asked(&self, answer: &str) -> Option<&Question> {
        self.question(key_of(answer))
    }

    pub fn ending(&self, key: &str) -> Option<&Ending> {
        self.endings.iter().find(|ending| ending.key == key)
    }

    /// The survey's own language nearest to `wanted`: the same tag, the same primary language, else the first.
    pub fn language(&self, wanted: &str) -> &str {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        self.languages
            .iter()
            .find(|tag| tag.eq_ignore_ascii_case(wanted))
            .or_else(|| self.languages.iter().find(|tag| primary(tag) == primary(wanted)))
            .or(self.languages.first())
            .map_or("en", String::as_str)
    }
}

/// The question's key in a key of `answers`: what stands before the first bracket.
pub fn key_of(answer: &str) -> &str {
    answer.split('[').next().unwrap_or(answer)
}

/// The parts in brackets of a key of `answers`: `taste[burger][salt]` has `burger` and `salt`.
pub fn parts_of(answer: &str) -> Vec<&str> {
    answer.split('[').skip(1).map(|part| part.trim_end_matches(']')).collect()
}

/// A key of `answers` for a part of a question: a row, a ranked option, an item of a loop.
pub fn part(key: &str, part: &str) -> String {
    format!("{key}[{part}]")
}

/// A key made from words: lower case, runs of anything but letters and digits as `_`, Unicode letters kept.
pub fn key_from(words: &str) -> String {
    let column = crate::attribute::column(words);
    let key: String = column.trim_start_matches("attr_").chars().take(KEY_CHARS_MAX).collect();
    key.trim_end_matches('_').to_owned()
}
