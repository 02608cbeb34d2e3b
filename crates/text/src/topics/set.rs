//! Sets of topics: names in the languages of the pages, and rules for each language that texts are in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::parse::RuleError;
use super::rule::Rule;
use crate::features::{finish, step};

/// Topics of one set.
pub const MOST_TOPICS: usize = 500;
/// Letters of a topic's id.
pub const LONGEST_ID: usize = 80;
/// Letters of a name.
pub const LONGEST_NAME: usize = 120;
/// Bytes of the file of a set.
pub const LARGEST_SET: usize = 2 << 20;
/// Levels of the hierarchy.
pub const LEVELS: usize = 5;

/// Counts the ways in which rules were ever read: one more whenever the same rules find something else.
const ENGINE: u32 = 1;

/// The key of a rule that is for texts of all languages.
pub const ANY: &str = "any";

/// A set of topics, as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// What the set is called in addresses and commands.
    pub set: String,
    /// By language.
    #[serde(default)]
    pub name: BTreeMap<String, String>,
    #[serde(default, rename = "topic")]
    pub topics: Vec<Topic>,
}

/// One thing that people talk about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its place: `food.taste` is a part of `food`.
    pub id: String,
    /// By language.
    #[serde(default)]
    pub name: BTreeMap<String, String>,
    /// By the language of the texts, [`ANY`] for all; none for a topic that only gathers its parts.
    #[serde(default)]
    pub rules: BTreeMap<String, String>,
}

impl Topic {
    /// The id of the topic that this is a part of.
    pub fn parent(&self) -> Option<&str> {
        self.id.rsplit_once('.').map(|(parent, _)| parent)
    }

    /// The name in `language`, else the English one, else the id.
    pub fn name(&self, language: &str) -> &str {
        self.name.get(language).or_else(|| self.name.get("en")).map_or(&self.id, |name| name)
    }
}

/// Why a set cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetError {
    /// Not a file of topics; what the reader of TOML says.
    File(String),
    /// More than [`LARGEST_SET`] bytes or [`MOST_TOPICS`] topics.
    TooLarge,
    /// Not lower-case letters, digits, `_` and `-`, with dots between the levels, or too long or deep.
    BadId(String),
    /// Two topics have this id.
    Twice(String),
    /// The topic is a part of one that is not there.
    NoParent(String),
    /// A name of the topic is empty or longer than [`LONGEST_NAME`].
    BadName(String),
    /// The rule of a topic for a language cannot be read.
    Rule { topic: String, language: String, error: RuleError },
}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(why) => write!(f, "this is no file of topics: {why}"),
            Self::TooLarge => write!(f, "a set has at most {MOST_TOPICS} topics and {LARGEST_SET} bytes"),
            Self::BadId(id) => write!(
                f,
                "the id {id:?} is not made of lower-case letters, digits, - and _, with dots between at most {LEVELS} levels"
            ),
            Self::Twice(id) => write!(f, "two topics are called {id}"),
            Self::NoParent(id) => write!(f, "{id} is a part of a topic that is not there: add it"),
            Self::BadName(id) => write!(f, "a name of {id} is empty or longer than {LONGEST_NAME} letters"),
            Self::Rule { topic, language, error } => write!(f, "rule {language} of {topic}, {error}"),
        }
    }
}

impl std::error::Error for SetError {}

/// A set that ships: its name and its file.
const BUILTIN: [(&str, &str); 10] = [
    ("restaurant", include_str!("../../topics/restaurant.toml")),
    ("hotel", include_str!("../../topics/hotel.toml")),
    ("retail", include_str!("../../topics/retail.toml")),
    ("bank", include_str!("../../topics/bank.toml")),
    ("telecom", include_str!("../../topics/telecom.toml")),
    ("clinic", include_str!("../../topics/clinic.toml")),
    ("software", include_str!("../../topics/software.toml")),
    ("delivery", include_str!("../../topics/delivery.toml")),
    ("public_service", include_str!("../../topics/public_service.toml")),
    ("workplace", include_str!("../../topics/workplace.toml")),
];

impl Topics {
    /// The names of the sets that ship.
    pub fn builtins() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(name, _)| *name)
    }

    /// A set that ships, by its name.
    pub fn builtin(name: &str) -> Option<Self> {
        let (_, file) = BUILTIN.iter().find(|(known, _)| *known == name)?;
        // A test reads them all.
        Self::parse(file).ok()
    }

    /// Reads the file of a set and looks whether it can be used.
    pub fn parse(file: &str) -> Result<Self, SetError> {
        if file.len() > LARGEST_SET {
            return Err(SetError::TooLarge);
        }
        let set: Self = toml::from_str(file).map_err(|error| SetError::File(error.to_string()))?;
        set.check()?;
        Ok(set)
    }

    /// Names what decides about mentions: ids, rules, and the way of reading them. Texts whose mentions were found by
    /// another version are to be read again; names may change without.
    pub fn version(&self) -> String {
        let mut hash = 0x73;
        let mut take = |text: &str| {
            text.chars().for_each(|c| hash = step(hash, u64::from(c)));
            hash = step(hash, u64::MAX);
        };
        for topic in &self.topics {
            take(&topic.id);
            topic.rules.iter().for_each(|(language, rule)| [language, rule].into_iter().for_each(|text| take(text)));
            take("");
        }
        format!("{ENGINE}-{:016x}", finish(hash))
    }

    /// Looks whether the set can be used: bounds, ids, parents, rules.
    pub fn check(&self) -> Result<(), SetError> {
        self.rules().map(drop)
    }

    /// The rules of each topic, read, by language.
    pub(super) fn rules(&self) -> Result<Vec<BTreeMap<&str, Rule>>, SetError> {
        if self.topics.len() > MOST_TOPICS {
            return Err(SetError::TooLarge);
        }
        let mut ids = BTreeSet::new();
        for topic in &self.topics {
            if !is_id(&topic.id) {
                return Err(SetError::BadId(topic.id.clone()));
            }
            if !ids.insert(topic.id.as_str()) {
                return Err(SetError::Twice(topic.id.clone()));
            }
            if topic.name.values().any(|name| name.trim().is_empty() || name.chars().count() > LONGEST_NAME) {
                return Err(SetError::BadName(topic.id.clone()));
            }
        }
        let alone = self.topics.iter().find(|topic| topic.parent().is_some_and(|parent| !ids.contains(parent)));
        if let Some(topic) = alone {
            return Err(SetError::NoParent(topic.id.clone()));
        }
        self.topics.iter().map(read).collect()
    }
}

fn read(topic: &Topic) -> Result<BTreeMap<&str, Rule>, SetError> {
    let mut rules = BTreeMap::new();
    for (language, rule) in &topic.rules {
        let rule = rule.parse().map_err(|error| SetError::Rule {
            topic: topic.id.clone(),
            language: language.clone(),
            error,
        })?;
        rules.insert(language.as_str(), rule);
    }
    Ok(rules)
}

fn is_id(id: &str) -> bool {
    let level = |level: &str| {
        !level.is_empty()
            && level.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))
    };
    id.len() <= LONGEST_ID && id.split('.').count() <= LEVELS && id.split('.').all(level)
}
