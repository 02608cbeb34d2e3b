//! What texts talk about: topics, each with a rule in words for each language; where they are mentioned, and how the
//! clause feels that mentions them. Rules are previewed before they are kept, suggested from examples, and found by
//! themselves in a pile of texts. The language of rules is explained at [`Rule`] and in docs/topics.md.

mod compile;
mod find;
mod forms;
mod known;
mod parse;
mod preview;
mod rule;
mod set;
mod spans;
mod spell;
mod stops;
mod suggest;
pub mod themes;
mod words;

pub use compile::Matcher;
pub use find::{Finder, Mention};
pub use parse::{Problem, RuleError};
pub use preview::{Change, Preview, changes, preview};
pub use rule::{Form, Rule, Word};
pub use set::{ANY, SetError, Topic, Topics};
pub use spell::{Spelled, spelled};
pub use suggest::{Suggestion, suggest};
pub use themes::{Theme, themes};

/// The bounds of rules and sets.
pub mod bounds {
    pub use super::preview::{SAMPLE, SHOWN, WIDE};
    pub use super::rule::{DEEPEST, FARTHEST, LONGEST_PHRASE, LONGEST_RULE, MOST_TERMS, SHORTEST_PREFIX};
    pub use super::set::{LARGEST_SET, LEVELS, LONGEST_ID, LONGEST_NAME, MOST_TOPICS};
    pub use super::suggest::{MOST_EXAMPLES, MOST_SUGGESTED};
}
