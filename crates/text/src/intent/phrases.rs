//! The phrases of each language and what they mean.
//!
//! A line of a table is `meaning<TAB>weight<TAB>phrase`. In a phrase, `a|b` is one word or the other, `word*` any word
//! that begins so, `…` up to four words, `^` the beginning of a sentence; a zero-width non-joiner stands for both ways
//! of writing, joined and apart. A phrase that a negation reaches means nothing, unless it holds one itself.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use super::{Intent, Urgent};
use crate::features::{self, Kind, Token, hash_word};
use crate::lexicon::{self, Change};
use crate::normal::Normal;

const TABLES: [(&str, &str); 4] = [
    ("en", include_str!("../../data/intent/en.tsv")),
    ("fa", include_str!("../../data/intent/fa.tsv")),
    ("ar", include_str!("../../data/intent/ar.tsv")),
    ("sv", include_str!("../../data/intent/sv.tsv")),
];
/// Words that `…` stands for at most.
const GAP: usize = 4;
/// Words before a phrase in which a negation reaches it.
const REACH: usize = 3;
/// Letters of a prefix at least: by them it is looked up.
const PREFIX: usize = 3;
/// Hits that are looked for at most; who writes more says nothing new.
const HITS: usize = 256;

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    Intent(Intent),
    Urgent(Urgent),
}

/// A phrase that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    pub means: Means,
    pub weight: f64,
    pub tokens: Range<usize>,
}

#[derive(Debug)]
enum Word {
    Whole(u64),
    /// A word that begins with these letters.
    Begins(Vec<char>),
}

/// A word of a phrase with what may stand for it: each of several words, since a non-joiner may divide one.
#[derive(Debug, Default)]
struct Place {
    /// Whether others may stand before it.
    gap: bool,
    choices: Vec<Vec<Word>>,
}

#[derive(Debug)]
struct Phrase {
    means: Means,
    weight: f64,
    first_of_sentence: bool,
    places: Vec<Place>,
}

/// The phrases of one language.
#[derive(Debug)]
pub struct Phrases {
    phrases: Vec<Phrase>,
    /// By the hash of the first word, or of its first letters.
    whole: HashMap<u64, Vec<u32>>,
    begins: HashMap<u64, Vec<u32>>,
    negations: HashSet<u64>,
    /// Whether a negation may follow the verb.
    follows: bool,
}

impl Phrases {
    /// The phrases of `language`, if it has any.
    pub fn of(language: &str) -> Option<&'static Self> {
        static FOUND: [OnceLock<Phrases>; 4] = [const { OnceLock::new() }; 4];
        let at = TABLES.iter().position(|(code, _)| *code == language)?;
        Some(FOUND[at].get_or_init(|| Self::new(TABLES[at].0, TABLES[at].1)))
    }

    fn new(language: &str, table: &str) -> Self {
        let single = |(word, change): (&str, Change)| {
            let mut tokens = Vec::new();
            let normal = Normal::new(word);
            features::tokens(&normal, &mut tokens);
            (change == Change::NegateAfter && tokens.len() == 1).then(|| tokens[0].hash)
        };
        let negations: HashSet<u64> = lexicon::changes(language).filter_map(single).collect();
        let mut all = Self {
            phrases: Vec::new(),
            whole: HashMap::new(),
            begins: HashMap::new(),
            negations,
            follows: language == "sv",
        };
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            let mut fields = line.split('\t');
            let (Some(means), Some(weight), Some(phrase)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let (Some(means), Ok(weight)) = (meaning(means), weight.parse()) else { continue };
            all.insert(means, weight, phrase);
        }
        all
    }

    fn insert(&mut self, means: Means, weight: f64, phrase: &str) {
        let (first_of_sentence, phrase) = match phrase.strip_prefix('^') {
            Some(rest) => (true, rest),
            None => (false, phrase),
        };
        let mut places: Vec<Place> = Vec::new();
        let mut gap = false;
        for part in phrase.split_whitespace() {
            if part == "…" {
                gap = true;
                continue;
            }
            let choices = part.split('|').flat_map(ways).map(|way| words(&way)).filter(|words| !words.is_empty());
            places.push(Place { gap: std::mem::take(&mut gap), choices: choices.collect() });
        }
        let number = self.phrases.len() as u32;
        for choice in places.first().into_iter().flat_map(|place| &place.choices) {
            let list = match &choice[0] {
                Word::Whole(hash) => self.whole.entry(*hash).or_default(),
                Word::Begins(letters) => self.begins.entry(hash_word(&letters[..PREFIX])).or_default(),
            };
            if list.last() != Some(&number) {
                list.push(number);
            }
        }
        self.phrases.push(Phrase { means, weight, first_of_sentence, places });
    }

    /// The phrases in a text, in order.
    pub fn find(&self, normal: &Normal, tokens: &[Token]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == Kind::Sign {
                continue;
            }
            let letters = &normal.chars()[token.start as usize..token.end as usize];
            let whole = self.whole.get(&token.hash);
            let begins = letters.get(..PREFIX).and_then(|head| self.begins.get(&hash_word(head)));
            for &number in whole.into_iter().chain(begins).flatten() {
                let phrase = &self.phrases[number as usize];
                if let Some(end) = self.matches(phrase, normal, tokens, at) {
                    hits.push(Hit { means: phrase.means, weight: phrase.weight, tokens: at..end });
                }
            }
            if hits.len() >= HITS {
                break;
            }
        }
        hits
    }

    /// One past the tokens of `phrase` if it begins with the token `first`.
    fn matches(&self, phrase: &Phrase, normal: &Normal, tokens: &[Token], first: usize) -> Option<usize> {
        let starts = || first == 0 || ends(normal, &tokens[first - 1]) || tokens[first - 1].kind != Kind::Word;
        if phrase.first_of_sentence && !starts() {
            return None;
        }
        let mut at = first;
        let mut holds = false;
        for place in &phrase.places {
            let reach = if place.gap { GAP } else { 0 };
            let mut skipped = 0;
            let taken = loop {
                let token = tokens.get(at)?;
                let fits = |choice: &&Vec<Word>| {
                    choice.len() <= tokens.len() - at
                        && choice.iter().zip(&tokens[at..]).all(|(word, token)| fits(word, normal, token))
                };
                if let Some(choice) = place.choices.iter().filter(fits).max_by_key(|choice| choice.len()) {
                    break choice.len();
                }
                // Who does not is not who does.
                if skipped == reach || ends(normal, token) || self.negations.contains(&token.hash) {
                    return None;
                }
                skipped += 1;
                at += 1;
            };
            holds |= tokens[at..at + taken].iter().any(|token| self.negations.contains(&token.hash));
            at += taken;
        }
        (holds || !self.denied(normal, tokens, first..at)).then_some(at)
    }

    fn denied(&self, normal: &Normal, tokens: &[Token], range: Range<usize>) -> bool {
        let mut before = tokens[range.start.saturating_sub(REACH)..range.start].iter().rev();
        let mut after = tokens[range.end..].iter().take(if self.follows { 2 } else { 0 });
        let word = |token: &&Token| token.kind == Kind::Word && !ends(normal, token);
        before.by_ref().take_while(word).any(|token| self.negations.contains(&token.hash))
            || after.by_ref().take_while(word).any(|token| self.negations.contains(&token.hash))
    }
}

fn fits(word: &Word, normal: &Normal, token: &Token) -> bool {
    match word {
        Word::Whole(hash) => token.hash == *hash,
        Word::Begins(letters) => {
            token.kind == Kind::Word && normal.chars()[token.start as usize..token.end as usize].starts_with(letters)
        }
    }
}

/// Whether the token ends a sentence.
fn ends(normal: &Normal, token: &Token) -> bool {
    token.kind == Kind::Sign
        && matches!(normal.chars()[token.start as usize], '.' | '!' | '?' | '؟' | '۔' | '…' | ';' | '؛')
}

/// A word with its non-joiners as nothing and as spaces.
fn ways(word: &str) -> Vec<String> {
    let joined = word.replace('\u{200c}', "");
    if joined == word { vec![joined] } else { vec![joined, word.replace('\u{200c}', " ")] }
}

/// The words that `part` folds to.
fn words(part: &str) -> Vec<Word> {
    let stem = part.strip_suffix('*');
    let normal = Normal::new(stem.unwrap_or(part));
    let mut tokens = Vec::new();
    features::tokens(&normal, &mut tokens);
    let last = tokens.len().saturating_sub(1);
    let word = |(at, token): (usize, &Token)| {
        let letters = &normal.chars()[token.start as usize..token.end as usize];
        let begins = stem.is_some() && at == last && letters.len() >= PREFIX;
        if begins { Word::Begins(letters.to_vec()) } else { Word::Whole(token.hash) }
    };
    tokens.iter().enumerate().map(word).collect()
}

fn meaning(code: &str) -> Option<Means> {
    let intent = Intent::ALL.into_iter().find(|intent| intent.code() == code).map(Means::Intent);
    let all = [
        Urgent::Danger,
        Urgent::Injury,
        Urgent::Allergy,
        Urgent::Medical,
        Urgent::Legal,
        Urgent::Press,
        Urgent::Deadline,
        Urgent::Money,
        Urgent::LockedOut,
        Urgent::Asked,
    ];
    intent.or_else(|| all.into_iter().find(|reason| reason.code() == code).map(Means::Urgent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_table_is_read() {
        for (language, table) in TABLES {
            let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
            for line in lines {
                let fields: Vec<&str> = line.split('\t').collect();
                assert_eq!(fields.len(), 3, "{language}: {line}");
                assert!(meaning(fields[0]).is_some(), "{language}: {line}");
                assert!(
                    fields[1].parse::<f64>().is_ok_and(|weight| weight > 0.0 && weight <= 3.0),
                    "{language}: {line}"
                );
                assert!(!words(fields[2]).is_empty() && !fields[2].contains("||"), "{language}: {line}");
            }
            for code in Intent::ALL.iter().filter(|intent| **intent != Intent::Other).map(|intent| intent.code()) {
                assert!(table.lines().any(|line| line.starts_with(&format!("{code}\t"))), "{language}: no {code}");
            }
        }
    }
}
