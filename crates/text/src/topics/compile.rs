//! From the rules of a set to tables that find all of their words in one pass over a text.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::forms::Grammar;
use super::rule::{Form, Rule, Word};
use super::set::{ANY, SetError, Topic, Topics};
use super::words::pieces;
use crate::features::{finish, hash_word, step};

/// The keys are hashes already.
#[derive(Debug, Default)]
pub(super) struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = step(self.0, u64::from(byte));
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

pub(super) type Table<V> = HashMap<u64, V, BuildHasherDefault<Plain>>;

/// A set of topics, ready to find its mentions: make it once, then a [`super::Finder`] for each thread.
#[derive(Debug)]
pub struct Matcher {
    topics: Vec<Topic>,
    /// The topic that each is a part of.
    parents: Vec<Option<usize>>,
    /// By language; the last is for texts in any other language and has every rule.
    programs: Vec<(String, Program)>,
}

/// The rules that hold for texts of one language.
#[derive(Debug)]
pub(super) struct Program {
    pub grammar: Grammar,
    /// Forms of words, each with the word patterns that it fits.
    pub inflected: Table<u32>,
    pub exact: Table<u32>,
    /// Beginnings, and the letters of the longest.
    pub prefixes: Table<u32>,
    pub longest_prefix: usize,
    /// By word pattern: the terms of this word alone, and the phrases that begin with it.
    pub singles: Vec<Vec<u32>>,
    pub phrases: Vec<Vec<u32>>,
    /// By term: its word patterns, and what it is good for.
    pub terms: Vec<Vec<u32>>,
    pub uses: Vec<Vec<Use>>,
    pub parts: Vec<Part>,
}

/// What finding a term does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It is a mention of this topic.
    Topic(u32),
    /// It may complete this part of a rule.
    Part(u32),
}

/// A part of a rule that is more than a choice of words.
#[derive(Debug)]
pub(super) struct Part {
    pub topic: u32,
    pub wanted: Wanted,
}

#[derive(Debug)]
pub(super) enum Wanted {
    /// Any of these terms.
    Terms(Vec<u32>),
    Or(Vec<Self>),
    And {
        all: Vec<Self>,
        none: Vec<Self>,
    },
    Near(Box<Self>, Box<Self>, u32),
}

impl Topics {
    /// Makes the matcher of the set.
    pub fn compile(&self) -> Result<Matcher, SetError> {
        let rules = self.rules()?;
        let mut languages: BTreeSet<&str> = crate::lexicon::LANGUAGES.into_iter().collect();
        languages.extend(rules.iter().flat_map(|rules| rules.keys().copied()));
        languages.remove(ANY);
        let program = |language: Option<&str>| {
            let mut builder = Builder::new(Grammar::of(language.unwrap_or_default()));
            for (topic, rules) in rules.iter().enumerate() {
                let chosen = rules.iter().filter(|(key, _)| language.is_none_or(|code| **key == code || **key == ANY));
                chosen.for_each(|(_, rule)| builder.add(topic as u32, rule));
            }
            builder.program
        };
        let mut programs: Vec<(String, Program)> =
            languages.into_iter().map(|code| (code.to_owned(), program(Some(code)))).collect();
        programs.push((String::new(), program(None)));
        let place = |id: &str| self.topics.iter().position(|topic| topic.id == id);
        let parents = self.topics.iter().map(|topic| topic.parent().and_then(place)).collect();
        Ok(Matcher { topics: self.topics.clone(), parents, programs })
    }
}

impl Matcher {
    /// The topics, in the order of the set: mentions name them by their place here.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// The topic that `topic` is a part of.
    pub fn parent(&self, topic: usize) -> Option<usize> {
        self.parents.get(topic).copied().flatten()
    }

    /// `topic` and the ones that it is a part of, from itself up.
    pub fn lineage(&self, topic: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(topic), |&at| self.parent(at))
    }

    /// The program for texts in `language`, with its number.
    pub(super) fn program(&self, language: &str) -> (usize, &Program) {
        let found = self.programs.iter().position(|(code, _)| code == language);
        let at = found.unwrap_or(self.programs.len() - 1);
        (at, &self.programs[at].1)
    }

    pub(super) fn programs(&self) -> usize {
        self.programs.len()
    }
}

/// A word pattern: what a word of a rule is compared by.
type Pattern = (Form, u64);

struct Builder {
    program: Program,
    patterns: HashMap<Pattern, u32>,
    terms: HashMap<Vec<u32>, u32>,
}

impl Builder {
    fn new(grammar: Grammar) -> Self {
        let program = Program {
            grammar,
            inflected: Table::default(),
            exact: Table::default(),
            prefixes: Table::default(),
            longest_prefix: 0,
            singles: Vec::new(),
            phrases: Vec::new(),
            terms: Vec::new(),
            uses: Vec::new(),
            parts: Vec::new(),
        };
        Self { program, patterns: HashMap::new(), terms: HashMap::new() }
    }

    fn add(&mut self, topic: u32, rule: &Rule) {
        let alternatives = match rule {
            Rule::Or(parts) => parts.as_slice(),
            rule => std::slice::from_ref(rule),
        };
        for rule in alternatives {
            if let Rule::Term(words) = rule {
                for term in self.term(words) {
                    self.used(term, Use::Topic(topic));
                }
                continue;
            }
            let wanted = self.wanted(rule);
            let part = self.program.parts.len() as u32;
            let mut triggers = Vec::new();
            triggers_of(&wanted, &mut triggers);
            triggers.into_iter().for_each(|term| self.used(term, Use::Part(part)));
            self.program.parts.push(Part { topic, wanted });
        }
    }

    fn used(&mut self, term: u32, what: Use) {
        let uses = &mut self.program.uses[term as usize];
        if !uses.contains(&what) {
            uses.push(what);
        }
    }

    fn wanted(&mut self, rule: &Rule) -> Wanted {
        match rule {
            Rule::Term(words) => Wanted::Terms(self.term(words)),
            Rule::Or(parts) => {
                let mut terms = Vec::new();
                let mut others = Vec::new();
                for part in parts {
                    match self.wanted(part) {
                        Wanted::Terms(more) => terms.extend(more),
                        part => others.push(part),
                    }
                }
                terms.sort_unstable();
                terms.dedup();
                if others.is_empty() {
                    return Wanted::Terms(terms);
                }
                others.push(Wanted::Terms(terms));
                Wanted::Or(others)
            }
            Rule::And { all, none } => Wanted::And {
                all: all.iter().map(|part| self.wanted(part)).collect(),
                none: none.iter().map(|part| self.wanted(part)).collect(),
            },
            Rule::Near(left, right, within) => {
                Wanted::Near(Box::new(self.wanted(left)), Box::new(self.wanted(right)), u32::from(*within))
            }
        }
    }

    /// The terms of a word or phrase of a rule: the words as they are, and a word alone that is written with a hyphen
    /// or a non-joiner as one word too.
    fn term(&mut self, words: &[Word]) -> Vec<u32> {
        let split: Vec<(Vec<String>, Form)> = words.iter().map(|word| (pieces(&word.text), word.form)).collect();
        let patterns: Vec<u32> = split
            .iter()
            .flat_map(|(pieces, form)| {
                let last = pieces.len() - 1;
                let form_of = move |at: usize| if *form == Form::Prefix && at < last { Form::Exact } else { *form };
                pieces.iter().enumerate().map(move |(at, piece)| (piece.as_str(), form_of(at)))
            })
            .map(|(piece, form)| (piece.to_owned(), form))
            .collect::<Vec<_>>()
            .iter()
            .map(|(piece, form)| self.pattern(piece, *form))
            .collect();
        let mut terms = vec![self.intern(patterns)];
        if let [(pieces, form)] = split.as_slice()
            && pieces.len() > 1
        {
            let joined = self.pattern(&pieces.concat(), *form);
            terms.push(self.intern(vec![joined]));
        }
        terms
    }

    fn pattern(&mut self, piece: &str, form: Form) -> u32 {
        let letters: Vec<char> = piece.chars().collect();
        let hash = hash_word(&letters);
        let next = self.program.singles.len() as u32;
        let pattern = *self.patterns.entry((form, hash)).or_insert(next);
        if pattern == next {
            self.program.singles.push(Vec::new());
            self.program.phrases.push(Vec::new());
            match form {
                Form::Inflected => self.program.inflected.insert(hash, pattern),
                Form::Exact => self.program.exact.insert(hash, pattern),
                Form::Prefix => {
                    self.program.longest_prefix = self.program.longest_prefix.max(letters.len());
                    self.program.prefixes.insert(hash, pattern)
                }
            };
        }
        pattern
    }

    fn intern(&mut self, patterns: Vec<u32>) -> u32 {
        let next = self.program.terms.len() as u32;
        let term = *self.terms.entry(patterns.clone()).or_insert(next);
        if term == next {
            let first = patterns[0] as usize;
            let list = if patterns.len() == 1 { &mut self.program.singles } else { &mut self.program.phrases };
            list[first].push(term);
            self.program.terms.push(patterns);
            self.program.uses.push(Vec::new());
        }
        term
    }
}

/// The terms of which one must be there for the part to hold.
fn triggers_of(wanted: &Wanted, terms: &mut Vec<u32>) {
    match wanted {
        Wanted::Terms(these) => terms.extend(these),
        Wanted::Or(parts) => parts.iter().for_each(|part| triggers_of(part, terms)),
        // The first must hold; it is enough to look then.
        Wanted::And { all, .. } => triggers_of(&all[0], terms),
        Wanted::Near(left, _, _) => triggers_of(left, terms),
    }
}

/// A hash of two words as one.
pub(super) fn pair(one: u64, next: u64) -> u64 {
    finish(step(step(0x6a, one), next))
}
