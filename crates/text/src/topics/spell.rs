//! The words of a text, for whoever counts them: suggestions, themes, learners.

use std::ops::Range;

use super::forms::{Grammar, forms};
use super::words::{Word, words};
use crate::features::{Kind, hash_word};
use crate::sentiment::extract::Analysis;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelled {
    /// Its letters, folded, with the endings that are written apart.
    pub folded: String,
    /// In code points of the original.
    pub start: usize,
    pub end: usize,
    /// A sign over which no phrase goes stands before it, or it is the first.
    pub breaks: bool,
}

impl Spelled {
    /// The hash of its letters, as features have it.
    pub fn hash(&self) -> u64 {
        hash_word(&self.folded.chars().collect::<Vec<_>>())
    }
}

/// The words of `text` as rules see them; pictures are words too.
pub fn spelled(text: &str, language: &str) -> Vec<Spelled> {
    let mut taken = Analysis::default();
    taken.set(text);
    let mut found = Vec::new();
    words(&taken.normal, &taken.tokens, Grammar::of(language).splits(), &mut found);
    let spell = |word: &Word| {
        let mut letters = Vec::new();
        word.letters(&taken.normal, &taken.tokens, &mut letters);
        let (start, end) = (taken.tokens[word.first as usize].start, taken.tokens[word.end as usize - 1].end);
        let (start, end) = taken.normal.span(start as usize, end as usize);
        let picture = taken.tokens[word.main as usize].kind == Kind::Emoji;
        Spelled { folded: letters.into_iter().collect(), start, end, breaks: word.breaks || picture }
    };
    found.iter().map(spell).collect()
}

/// The hashes of what a word may be an inflection of, itself among them.
pub(super) fn stems(folded: &str, language: &str) -> Vec<u64> {
    let letters: Vec<char> = folded.chars().collect();
    let mut found = Vec::new();
    forms(&letters, Grammar::of(language), &mut |hash| found.push(hash));
    found.sort_unstable();
    found.dedup();
    found
}

/// The stretch `range` of `text`, in code points.
pub(super) fn slice(text: &str, range: Range<usize>) -> String {
    text.chars().skip(range.start).take(range.len()).collect()
}
