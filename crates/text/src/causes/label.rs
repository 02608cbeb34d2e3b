//! What a cause is called: in its customers' own words, as they write them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Row;
use super::contrast::{Key, Term};
use super::corpus::{Corpus, Doc, Word};
use super::group::{Group, Part, keys};
use super::lexis::{Kind, Role};

/// Texts that are looked at for a name.
const TEXTS_MAX: usize = 400;
/// Words that name or feel in a label, and how far its ends are apart.
const WORDS_MAX: usize = 5;
const REACH: u16 = 8;
/// Letters of a label.
const LETTERS_MAX: usize = 60;
/// Terms that are listed.
const TERMS_MAX: usize = 8;
/// How much more a name counts that says what is near what.
const NEAR: f64 = 1.15;
/// How much more a name counts for each time that it is e times as frequent.
const FREQUENT: f64 = 0.25;

/// The name of the cause in each of its languages, most mentions first.
pub fn labels(group: &Group, rows: &[&Row], corpus: &Corpus) -> Vec<(String, String)> {
    let texts =
        |part: &Part| group.docs.iter().filter(|doc| corpus.docs[**doc as usize].language == part.language).count();
    let mut parts: Vec<&Part> = group.parts.iter().collect();
    parts.sort_by_key(|part| (std::cmp::Reverse(texts(part)), part.language));
    let named = parts.into_iter().filter_map(|part| {
        let name = phrase(part, group, rows, corpus)
            .or_else(|| surface(*part.seed.stems().first()?, &group.docs, rows, corpus))
            .or_else(|| match part.seed {
                Key::Tag(topic) => Some(corpus.topics[topic as usize].clone()),
                _ => None,
            });
        Some((corpus.languages[usize::from(part.language)].clone(), name?))
    });
    named.collect()
}

/// The stretch of text that says most of what sets these texts apart, and is said often: each word weighs what its
/// share of these texts is above its share of others, and long stretches must earn their length.
fn phrase(part: &Part, group: &Group, rows: &[&Row], corpus: &Corpus) -> Option<String> {
    let mine: Vec<&Doc> = group
        .docs
        .iter()
        .map(|doc| &corpus.docs[*doc as usize])
        .filter(|doc| doc.language == part.language && doc.low)
        .take(TEXTS_MAX)
        .collect();
    let weights = weights(&mine, part, group, corpus);
    let seed: BTreeSet<u32> = part.seed.stems().into_iter().chain(named(&mine, part.seed)).collect();
    let counts = |word: &&Word| group.counts(word);
    let telling = |stem: &u32| weights.get(stem).is_some_and(|weight| *weight > 0.3);
    let is_topic = matches!(part.seed, Key::Tag(_)) && !seed.is_empty();
    let anchors: BTreeSet<u32> = if is_topic {
        seed.clone()
    } else {
        keys(part).flat_map(Key::stems).filter(telling).chain(seed.iter().copied()).collect()
    };
    // Where no place says what is meant, both words of a pair must.
    let needed = if group.is_everywhere { part.seed.stems() } else { Vec::new() };
    // By folded words: how good, how often, and how it is spelled.
    let mut names: BTreeMap<String, (f64, BTreeMap<String, usize>)> = BTreeMap::new();
    for doc in &mine {
        let mut here = BTreeSet::new();
        for (at, first) in doc.words.iter().enumerate().filter(|(_, word)| group.counts(word)) {
            let within = doc.words[at..]
                .iter()
                .take_while(|last| last.clause == first.clause && last.place - first.place <= REACH);
            for (length, last) in within.enumerate().filter(|(_, word)| group.counts(word)) {
                let words = &doc.words[at..=at + length];
                if needed.iter().all(|stem| words.iter().any(|word| word.stem == *stem))
                    && let Some(worth) = worth(words.iter().filter(counts), is_near(words), &weights, &anchors)
                    && let Some(surface) = cut(&rows[doc.row as usize].text, first.start, last.end)
                    && here.insert(surface.to_lowercase())
                {
                    let name = names.entry(surface.to_lowercase()).or_default();
                    name.0 = worth;
                    *name.1.entry(surface).or_default() += 1;
                }
            }
        }
    }
    let value = |(worth, spelled): &(f64, BTreeMap<String, usize>)| {
        worth * (1.0 + FREQUENT * (spelled.values().sum::<usize>() as f64).ln())
    };
    let (_, (_, spelled)) = names.iter().max_by(|a, b| value(a.1).total_cmp(&value(b.1)).then(b.0.cmp(a.0)))?;
    spelled
        .iter()
        .max_by_key(|(surface, count)| (**count, std::cmp::Reverse(*surface)))
        .map(|(surface, _)| surface.clone())
}

fn weights(mine: &[&Doc], part: &Part, group: &Group, corpus: &Corpus) -> HashMap<u32, f64> {
    let stems = |doc: &Doc| -> BTreeSet<u32> {
        doc.words.iter().filter(|word| group.counts(word)).map(|word| word.stem).collect()
    };
    let mut weights: HashMap<u32, f64> = HashMap::new();
    for stem in mine.iter().flat_map(|doc| stems(doc)) {
        *weights.entry(stem).or_default() += 1.0 / mine.len() as f64;
    }
    let others =
        |at: &usize| group.docs.binary_search(&(*at as u32)).is_err() && corpus.docs[*at].language == part.language;
    let all = (0..corpus.docs.len()).filter(others).count().max(1) as f64;
    for stem in (0..corpus.docs.len()).filter(others).flat_map(|at| stems(&corpus.docs[at])) {
        if let Some(weight) = weights.get_mut(&stem) {
            *weight -= 1.0 / all;
        }
    }
    weights
}

/// The words by which a topic is named, in places that say which.
fn named(docs: &[&Doc], key: Key) -> BTreeSet<u32> {
    let Key::Tag(topic) = key else { return BTreeSet::new() };
    docs.iter().flat_map(|doc| doc.named(topic)).filter(|word| word.role == Role::Thing).map(|word| word.stem).collect()
}

fn is_near(words: &[Word]) -> bool {
    words.iter().any(|word| word.kind == Kind::Near)
}

fn worth<'a>(
    words: impl Iterator<Item = &'a Word>,
    is_near: bool,
    weights: &HashMap<u32, f64>,
    anchors: &BTreeSet<u32>,
) -> Option<f64> {
    let stems: BTreeSet<u32> = words.map(|word| word.stem).collect();
    if stems.len() > WORDS_MAX || !stems.iter().any(|stem| anchors.contains(stem)) {
        return None;
    }
    let sum: f64 = stems.iter().filter_map(|stem| weights.get(stem)).map(|weight| weight.max(0.0)).sum();
    let near = if stems.len() > 1 && is_near { NEAR } else { 1.0 };
    Some(sum / (stems.len() as f64).sqrt() * near)
}

/// The code points `start..end` as a name: one line, nothing that acts on its surroundings; none if it is no name.
fn cut(text: &str, start: u32, end: u32) -> Option<String> {
    let piece = text.chars().skip(start as usize).take((end - start) as usize);
    let mut name = String::new();
    for c in piece {
        match c {
            '.' | '!' | '?' | '؟' | '…' | ';' | ':' | '"' | '<' | '>' | '«' | '»' | '(' | ')' | '\n' | '\r' => {
                return None;
            }
            c if c.is_whitespace() => {
                if !name.ends_with(' ') {
                    name.push(' ');
                }
            }
            c if c.is_control()
                || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => {}
            c => name.push(c),
        }
    }
    let name = name.trim().to_owned();
    (!name.is_empty() && name.chars().count() <= LETTERS_MAX).then_some(name)
}

/// How most people write the word.
fn surface(stem: u32, docs: &[u32], rows: &[&Row], corpus: &Corpus) -> Option<String> {
    let mut spelled: BTreeMap<String, usize> = BTreeMap::new();
    for doc in docs.iter().map(|doc| &corpus.docs[*doc as usize]) {
        let words = doc.words.iter().filter(|word| word.stem == stem && word.kind != Kind::Near).take(1);
        for word in words.filter_map(|word| cut(&rows[doc.row as usize].text, word.start, word.end)) {
            *spelled.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    spelled.into_iter().max_by_key(|(word, count)| (*count, std::cmp::Reverse(word.clone()))).map(|(word, _)| word)
}

/// The words of `term` as most people write them.
pub fn word(term: &Term, rows: &[&Row], corpus: &Corpus) -> String {
    let words: Vec<String> =
        term.key.stems().into_iter().filter_map(|stem| surface(stem, &term.docs, rows, corpus)).collect();
    words.join(" … ")
}

/// The terms of a cause, without repetition, the seed first.
pub fn terms(group: &Group, rows: &[&Row], corpus: &Corpus) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for key in group.parts.iter().flat_map(keys) {
        let words: Vec<String> =
            key.stems().into_iter().filter_map(|stem| surface(stem, &group.docs, rows, corpus)).collect();
        let term = words.join(" … ");
        if found.len() < TERMS_MAX && !term.is_empty() && !found.contains(&term) {
            found.push(term);
        }
    }
    found
}
