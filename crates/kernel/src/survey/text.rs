//! Words in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One wording per language tag. Wordings may name answers and attributes in braces; see [`super::pipe`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    pub fn one(language: &str, words: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language.to_owned(), words.into())]))
    }

    /// The words in `language`, else in the first of `fallbacks` that has some.
    pub fn get<'a>(&'a self, language: &str, fallbacks: &[String]) -> Option<&'a str> {
        let filled = |tag: &str| self.0.get(tag).map(String::as_str).filter(|words| !words.trim().is_empty());
        filled(language).or_else(|| fallbacks.iter().find_map(|tag| filled(tag)))
    }

    pub fn set(&mut self, language: &str, words: &str) {
        if words.trim().is_empty() {
            self.0.remove(language);
        } else {
            self.0.insert(language.to_owned(), words.trim().to_owned());
        }
    }

    /// Whether no language has words.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|words| words.trim().is_empty())
    }
}
