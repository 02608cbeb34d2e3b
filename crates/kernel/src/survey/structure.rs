//! How a survey is laid out and led: blocks, pages, jumps, quotas, endings, and what it looks like.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::question::Order;
use super::{Kind, Question, Survey, Text};
use crate::attribute::{self, Attributes};
use crate::condition::Condition;

/// A part of a survey that stands or falls, moves and repeats as one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    pub key: String,
    /// For members; respondents don't see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Gone through only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Repeats once for each option chosen in this question; `{item}` in its words is the option's label, and its
    /// answers carry the option in brackets: `taste[burger]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// Changes places with the other blocks that are shuffled.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shuffled: bool,
    /// Of the questions within each of its pages.
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: Order,
    pub pages: Vec<Page>,
}

/// What is asked at once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Keys of questions.
    pub questions: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Where to go on; the first that holds counts, else the next page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<Jump>,
}

/// A way on from a page. Ways lead forward only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jump {
    /// Always, where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub to: Target,
}

/// Where a jump leads; as text `block:KEY`, `question:KEY`, `ending:KEY` or `end`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Target {
    Block(String),
    /// The page that asks it.
    Question(String),
    Ending(String),
    /// The usual ending.
    End,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Block(key) => write!(f, "block:{key}"),
            Self::Question(key) => write!(f, "question:{key}"),
            Self::Ending(key) => write!(f, "ending:{key}"),
            Self::End => f.write_str("end"),
        }
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}

impl TryFrom<String> for Target {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("block", key)) => Ok(Self::Block(key.to_owned())),
            Some(("question", key)) => Ok(Self::Question(key.to_owned())),
            Some(("ending", key)) => Ok(Self::Ending(key.to_owned())),
            None if text == "end" => Ok(Self::End),
            _ => Err(format!("`{text}` is not a target: write block:KEY, question:KEY, ending:KEY or end")),
        }
    }
}

/// At most so many complete responses for which a condition holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    pub key: String,
    /// For members.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub limit: u32,
    /// Crossed quotas join several tests here.
    pub when: Condition,
    /// The ending that those see who come too late; without one, the product's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    pub key: String,
    #[serde(default)]
    pub title: Text,
    #[serde(default)]
    pub text: Text,
    /// An address to go to instead: https only; answers and attributes in braces are encoded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect: Option<String>,
    #[serde(default)]
    pub outcome: Outcome,
}

/// What an ending makes of the response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The response is complete.
    #[default]
    Complete,
    /// The respondent was not meant; the response stays partial.
    Screened,
}

/// How respondents see it; empty fields are the workspace's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Theme {
    /// `#rrggbb` of buttons and marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// `#rrggbb` behind everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<String>,
    /// `#rrggbb` of the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ink: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<Font>,
    /// The id of an uploaded picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Instead of the workspace's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Looks of branches, units, products: of those that fit where an answer comes from, the first counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
}

/// Variants of one theme at most.
pub const VARIANTS_MAX: usize = 200;

/// Another look for answers from one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Of a survey's variant: takes the place of the workspace's with the same key.
    pub key: String,
    /// The attribute that decides; without one, the touchpoint does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// What it must be, without regard to case.
    pub value: String,
    /// What differs; fields that are empty are those of the theme. It has no variants of its own.
    pub theme: Theme,
}

/// Families that every system has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Font {
    System,
    Serif,
    Rounded,
    Mono,
}

impl Theme {
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The first variant for an answer that comes from here.
    pub fn variant(&self, touchpoint: Option<&str>, attributes: &Attributes) -> Option<&Variant> {
        let has = |variant: &&Variant| match &variant.attribute {
            None => touchpoint.is_some_and(|touchpoint| variant.is(touchpoint)),
            Some(name) => {
                let column = attribute::column(name);
                attributes.iter().any(|(name, value)| attribute::column(name) == column && variant.is(&value.to_text()))
            }
        };
        self.variants.iter().find(has)
    }
}

impl Variant {
    fn is(&self, value: &str) -> bool {
        self.value.trim().to_lowercase() == value.trim().to_lowercase()
    }
}

impl Survey {
    /// The blocks in force: those of the survey, or one block with one question a page.
    pub fn layout(&self) -> Cow<'_, [Block]> {
        if !self.blocks.is_empty() {
            return Cow::Borrowed(&self.blocks);
        }
        let shown = |question: &&Question| question.kind.is_shown();
        let page = |question: &Question| Page { questions: vec![question.key.clone()], ..Page::default() };
        let pages = self.questions.iter().filter(shown).map(page).collect();
        Cow::Owned(vec![Block { key: MAIN.to_owned(), pages, ..Block::default() }])
    }

    /// Hidden and calculated questions, which belong to no page.
    pub fn unseen(&self, kind: Kind) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.kind == kind)
    }
}

/// The key of the block that a survey has without any.
pub const MAIN: &str = "main";

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
