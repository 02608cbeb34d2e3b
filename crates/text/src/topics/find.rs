//! Finds the mentions of a set's topics in texts: one pass over the words, then the parts of rules that are more than
//! words, then the clauses and how they feel. Time is linear in the text but for a logarithm.

use std::ops::Range;

use super::compile::{Matcher, Program, Use, pair};
use super::known::{Known, look_up};
use super::spans::{Hit, spans};
use super::words::{Word, words};
use crate::features::Token;
use crate::reading::{Reader, Sentiment};
use crate::segment;
use crate::sentiment::extract::Places;
use crate::sentiment::{extract::Analysis, read, shipped};

/// One topic named in one clause of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// Its place in [`Matcher::topics`].
    pub topic: usize,
    /// The words that name it, in code points of the original, from the first to one past the last.
    pub start: usize,
    pub end: usize,
    /// The feeling of the clause; none in a language that is not read.
    pub sentiment: Option<Sentiment>,
    /// From -1 to 1; none in a language that is not read.
    pub score: Option<f64>,
    /// Whether the sentiment can be relied on: mixed or unclear if not.
    pub clear: bool,
}

/// Finds mentions, keeping its memory between texts. One for each thread.
#[derive(Debug)]
pub struct Finder<'a> {
    matcher: &'a Matcher,
    /// By program: which patterns a word fits.
    known: Vec<Known>,
    text: Analysis,
    seen: Places,
    words: Vec<Word>,
    hits: Vec<Hit>,
    found: Vec<Found>,
    parts: Vec<u32>,
    letters: Vec<char>,
}

/// A topic found at words of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    topic: u32,
    start: u32,
    end: u32,
}

impl<'a> Finder<'a> {
    pub fn new(matcher: &'a Matcher) -> Self {
        Self {
            matcher,
            known: (0..matcher.programs()).map(|_| Known::default()).collect(),
            text: Analysis::default(),
            seen: Places::default(),
            words: Vec::new(),
            hits: Vec::new(),
            found: Vec::new(),
            parts: Vec::new(),
            letters: Vec::new(),
        }
    }

    pub fn matcher(&self) -> &'a Matcher {
        self.matcher
    }

    /// The mentions in `text`, in the order of their places: at most one of a topic in a clause, and none of a topic
    /// of which a part is mentioned in the same clause. `language` is that of the text, as a reading has it; in
    /// a text of another language every rule is tried, and nothing is said of its feeling.
    pub fn mentions(&mut self, text: &str, language: &str, reader: &Reader) -> Vec<Mention> {
        let model = shipped::model(language);
        let mut mentions = Vec::new();
        self.sentences(text, language, |finder, segment, sentence| {
            if finder.found.is_empty() {
                return;
            }
            if let Some((_, model)) = model
                && finder.text.feels.is_empty()
            {
                finder.text.feel(&model.lexicon);
            }
            let clauses = finder.clauses(segment, sentence, language);
            for clause in clauses {
                finder.in_clause(clause, language, reader, &mut mentions);
            }
        });
        mentions
    }

    /// Which topics `text` mentions, each once, in their order: as [`Finder::mentions`] without clauses and feelings.
    /// A mention counts for the topics that it is a part of too.
    pub fn topics(&mut self, text: &str, language: &str) -> Vec<usize> {
        let mut topics = Vec::new();
        self.sentences(text, language, |finder, _, _| {
            let found = finder.found.iter().map(|found| found.topic as usize);
            topics.extend(found.flat_map(|topic| finder.matcher.lineage(topic)));
        });
        topics.sort_unstable();
        topics.dedup();
        topics
    }

    /// Calls `take` for each sentence with what it mentions in `found`, its clauses, and its words.
    fn sentences(
        &mut self,
        text: &str,
        language: &str,
        mut take: impl FnMut(&mut Self, &segment::Segment, Range<usize>),
    ) {
        self.text.set(text);
        let (number, program) = self.matcher.program(language);
        words(&self.text.normal, &self.text.tokens, program.grammar.splits(), &mut self.words);
        self.known[number].tidy();
        let mut at = 0;
        for segment in segment::sentences(text, language) {
            let end = self.text.normal.find(segment.end) as u32;
            let length = self.words[at..].partition_point(|word| self.text.tokens[word.first as usize].start < end);
            let sentence = at..at + length;
            at = sentence.end;
            self.hit(number, program, sentence.clone());
            self.complete(program);
            take(self, &segment, sentence);
        }
    }

    /// Writes the terms that stand in the words `sentence` to `hits`.
    fn hit(&mut self, number: usize, program: &Program, sentence: Range<usize>) {
        self.hits.clear();
        for at in sentence.clone() {
            let patterns = self.patterns(number, program, at);
            for place in patterns {
                let pattern = self.known[number].patterns[place] as usize;
                for &term in &program.singles[pattern] {
                    self.hits.push(Hit { term, start: at as u32, end: at as u32 + 1 });
                }
                for &term in &program.phrases[pattern] {
                    let length = program.terms[term as usize].len();
                    if at + length <= sentence.end && self.follows(number, program, at, term) {
                        self.hits.push(Hit { term, start: at as u32, end: (at + length) as u32 });
                    }
                }
            }
            if at + 1 < sentence.end {
                self.joined(number, program, at);
            }
        }
    }

    /// Whether the words after `at` are those of the phrase `term`, whose first stands there.
    fn follows(&mut self, number: usize, program: &Program, at: usize, term: u32) -> bool {
        program.terms[term as usize].iter().enumerate().skip(1).all(|(next, pattern)| {
            if self.words[at + next].breaks {
                return false;
            }
            let patterns = self.patterns(number, program, at + next);
            self.known[number].patterns[patterns].contains(pattern)
        })
    }

    /// Two words that stand as one in a rule: `over-priced`, `دست شویی`.
    fn joined(&mut self, number: usize, program: &Program, at: usize) {
        let (one, next) = (self.words[at], self.words[at + 1]);
        let first = self.text.normal.chars()[self.text.tokens[one.first as usize].start as usize];
        let apart = program.grammar.splits() && matches!(first, '\u{600}'..='\u{6ff}');
        if next.breaks || !(next.hyphen || apart) {
            return;
        }
        let key = pair(one.key, next.key);
        let patterns = match self.known[number].get(key) {
            Some(patterns) => patterns,
            None => {
                self.letters.clear();
                let mut letters = std::mem::take(&mut self.letters);
                one.letters(&self.text.normal, &self.text.tokens, &mut letters);
                next.letters(&self.text.normal, &self.text.tokens, &mut letters);
                let patterns = look_up(program, &mut self.known[number], key, &letters, None);
                self.letters = letters;
                patterns
            }
        };
        for place in patterns {
            let pattern = self.known[number].patterns[place] as usize;
            for &term in &program.singles[pattern] {
                self.hits.push(Hit { term, start: at as u32, end: at as u32 + 2 });
            }
        }
    }

    /// Where in `known` the patterns are that the word `at` fits.
    fn patterns(&mut self, number: usize, program: &Program, at: usize) -> Range<usize> {
        let word = self.words[at];
        if let Some(patterns) = self.known[number].get(word.key) {
            return patterns;
        }
        let mut letters = std::mem::take(&mut self.letters);
        letters.clear();
        word.letters(&self.text.normal, &self.text.tokens, &mut letters);
        let token = self.text.tokens[word.main as usize];
        let main = &self.text.normal.chars()[token.start as usize..token.end as usize];
        let main = word.is_composed().then_some(main);
        let patterns = look_up(program, &mut self.known[number], word.key, &letters, main);
        self.letters = letters;
        patterns
    }

    /// From terms to topics: writes what the sentence mentions to `found`, in the order of places.
    fn complete(&mut self, program: &Program) {
        self.found.clear();
        self.parts.clear();
        for hit in &self.hits {
            for used in &program.uses[hit.term as usize] {
                match *used {
                    Use::Topic(topic) => self.found.push(Found { topic, start: hit.start, end: hit.end }),
                    Use::Part(part) => self.parts.push(part),
                }
            }
        }
        if !self.parts.is_empty() {
            self.parts.sort_unstable();
            self.parts.dedup();
            self.hits.sort_unstable();
            for &part in &self.parts {
                let part = &program.parts[part as usize];
                let spans = spans(&part.wanted, &self.hits);
                self.found.extend(spans.into_iter().map(|(start, end)| Found { topic: part.topic, start, end }));
            }
        }
        // The longest of those that begin at one word comes first.
        self.found.sort_unstable_by_key(|found| (found.start, u32::MAX - found.end, found.topic));
        self.found.dedup();
    }

    /// The clauses of a sentence, in words: what contrasts stand between, and what commas and `and` stand between
    /// where both sides mention something and feel something (`food great, toilets dirty`).
    fn clauses(&self, segment: &segment::Segment, sentence: Range<usize>, language: &str) -> Vec<Range<usize>> {
        let tokens = &self.text.tokens;
        let mut cuts: Vec<usize> = Vec::new();
        for clause in &segment.clauses {
            let start = self.text.normal.find(clause.start) as u32;
            cuts.push(
                sentence.start
                    + self.words[sentence.clone()].partition_point(|word| tokens[word.first as usize].start < start),
            );
        }
        let mut found = Vec::new();
        let mut start = sentence.start;
        // Of the clause so far, and of the piece since the last comma or `and`.
        let (mut whole, mut piece) = (Side::default(), Side::default());
        let mut soft = start;
        let mut mentions = self.found.iter().peekable();
        for at in sentence.clone() {
            let hard = at > start && cuts.contains(&at);
            if hard || at > start && self.may_part(at, language) {
                if whole.is_full() && piece.is_full() && soft > start {
                    found.push(start..soft);
                    (start, whole) = (soft, piece);
                } else {
                    whole.join(piece);
                }
                (soft, piece) = (at, Side::default());
                if hard {
                    found.push(start..at);
                    (start, whole) = (at, Side::default());
                }
            }
            while mentions.next_if(|found| found.start as usize == at).is_some() {
                piece.mentions = true;
            }
            let word = &self.words[at];
            let mut feels = (word.first..word.end).filter_map(|token| self.text.feels.get(token as usize));
            piece.feels |= feels.any(|feel| feel.valence != 0.0);
        }
        if whole.is_full() && piece.is_full() && soft > start {
            found.push(start..soft);
            start = soft;
        }
        found.push(start..sentence.end);
        found
    }

    /// Whether a comma, a dash or `and` stands before the word `at`, or begins it.
    fn may_part(&self, at: usize, language: &str) -> bool {
        let word = &self.words[at];
        let chars = self.text.normal.chars();
        let letters = |token: &Token| &chars[token.start as usize..token.end as usize];
        if word.breaks {
            return true;
        }
        let first = letters(&self.text.tokens[word.first as usize]);
        match language {
            "en" => matches!(first, ['a', 'n', 'd'] | ['w', 'h', 'i', 'l', 'e']),
            "sv" => matches!(first, ['o', 'c', 'h']),
            "fa" => matches!(first, ['و']),
            "ar" => {
                matches!(first, ['و'])
                    || matches!(first, ['و', _, _, _, ..]) && self.found.iter().any(|found| found.start as usize == at)
            }
            _ => false,
        }
    }

    /// Adds the mentions of the words `clause`.
    fn in_clause(&mut self, clause: Range<usize>, language: &str, reader: &Reader, mentions: &mut Vec<Mention>) {
        let begin = self.found.partition_point(|found| (found.start as usize) < clause.start);
        let end = self.found.partition_point(|found| (found.start as usize) < clause.end);
        if begin == end {
            return;
        }
        let here = &self.found[begin..end];
        let token = |word: usize| match self.words.get(word) {
            Some(word) => word.first as usize,
            None => self.text.tokens.len(),
        };
        let range = token(clause.start)..token(clause.end);
        let verdict = read::clause(&self.text, range, language, reader.own(), &mut self.seen);
        let first = mentions.len();
        for found in here {
            let topic = found.topic as usize;
            let covered = |other: &Found| {
                other.topic as usize != topic && self.matcher.lineage(other.topic as usize).any(|at| at == topic)
            };
            if mentions[first..].iter().any(|mention| mention.topic == topic) || here.iter().any(covered) {
                continue;
            }
            let start = self.text.tokens[self.words[found.start as usize].first as usize].start as usize;
            let last = &self.words[found.end as usize - 1];
            let end = self.text.tokens[last.end as usize - 1].end as usize;
            let (start, end) = self.text.normal.span(start, end);
            mentions.push(Mention {
                topic,
                start,
                end,
                sentiment: verdict.map(|(sentiment, ..)| sentiment),
                score: verdict.map(|(_, score, _)| score),
                clear: verdict.is_some_and(|(.., clear)| clear),
            });
        }
    }
}

/// What a stretch has, of what a clause of its own needs.
#[derive(Debug, Clone, Copy, Default)]
struct Side {
    mentions: bool,
    feels: bool,
}

impl Side {
    fn is_full(self) -> bool {
        self.mentions && self.feels
    }

    fn join(&mut self, other: Self) {
        self.mentions |= other.mentions;
        self.feels |= other.feels;
    }
}
