//! What texts talk about: topics, each with a rule in words for each language; where they are mentioned, and how the
//! clause feels that mentions them. docs/topics.md explains the language of rules.

mod compile;
mod find;
mod forms;
mod parse;
mod rule;
mod set;
mod words;

pub use compile::Matcher;
pub use find::{Finder, Mention};
pub use parse::{Problem, RuleError};
pub use rule::{Form, Rule, Word};
pub use set::{ANY, SetError, Topic, Topics};

/// The bounds of rules and sets.
pub mod bounds {
    pub use super::rule::{DEEPEST, FARTHEST, LONGEST_PHRASE, LONGEST_RULE, MOST_TERMS, SHORTEST_PREFIX};
    pub use super::set::{LARGEST_SET, LEVELS, LONGEST_ID, LONGEST_NAME, MOST_TOPICS};
}
