//! What is known when a condition is evaluated, and how it follows from rows of answers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Field, Operand, Said};
use crate::attribute::{self, Value};
use crate::signal::{Answer, Response, Signal, What};
use crate::survey::Kind;

/// The value of an operand.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    Missing,
    Number(f64),
    Text(String),
    /// The key of the one option that was chosen.
    Choice(String),
    Flag(bool),
    /// Keys of options; of a question that was answered in parts only, the first parts.
    Set(BTreeSet<String>),
}

/// Answers conditions and formulas.
pub trait Facts {
    fn get(&self, operand: &Operand) -> Fact;
}

impl<F: Fn(&Operand) -> Fact> Facts for F {
    fn get(&self, operand: &Operand) -> Fact {
        self(operand)
    }
}

/// The kinds of a workspace's attributes, by column (`attr_plan`). A value is brought to its column's kind first, as
/// in SQL: where some plans are numbers and some words, all are texts.
pub type Columns = BTreeMap<String, attribute::Kind>;

/// Kinds whose rows are always a set, even of one.
pub const SET_KINDS: [Kind; 2] = [Kind::Choices, Kind::Ideas];

/// The fact that rows of `answers` make of a key. Rows with exactly this key are
/// 1. a set of their choices, where their kind takes several or several were chosen,
/// 2. else the score, the choice, or the text: the first of these that there is, and the greatest should there be many;
/// 3. without any such row, the set of first parts that rows `key[part]…` have: rows of a matrix, ranked options.
pub fn of_answers(answers: &[Answer], key: &str) -> Fact {
    let rows = || answers.iter().filter(|answer| answer.question == key);
    let choices = || rows().filter_map(|answer| answer.choice.as_deref());
    if rows().any(|answer| SET_KINDS.contains(&answer.kind)) || choices().count() > 1 {
        return Fact::Set(choices().map(str::to_owned).collect());
    }
    if let Some(score) = rows().filter_map(|answer| answer.score).reduce(f64::max) {
        return Fact::Number(score);
    }
    if let Some(choice) = choices().next() {
        return Fact::Choice(choice.to_owned());
    }
    if let Some(text) = rows().filter_map(|answer| answer.text.as_deref()).max() {
        return Fact::Text(text.to_owned());
    }
    let parts = answers.iter().filter_map(|answer| {
        let rest = answer.question.strip_prefix(key)?.strip_prefix('[')?;
        rest.ends_with(']').then(|| rest.split(']').next().unwrap_or_default().to_owned())
    });
    let parts: BTreeSet<String> = parts.collect();
    if parts.is_empty() { Fact::Missing } else { Fact::Set(parts) }
}

/// The fact that a value makes in a column of this kind.
pub fn of_attribute(value: &Value, kind: attribute::Kind) -> Fact {
    match (kind, value) {
        (attribute::Kind::Flag, Value::Flag(flag)) => Fact::Flag(*flag),
        (attribute::Kind::Integer | attribute::Kind::Number, Value::Integer(number)) => Fact::Number(*number as f64),
        (attribute::Kind::Number, Value::Number(number)) => Fact::Number(*number),
        (attribute::Kind::Text, value) => Fact::Text(value.to_text()),
        _ => Fact::Missing,
    }
}

/// What the texts of a signal say, as a reader has read them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Says {
    pub topics: BTreeSet<String>,
    pub intents: BTreeSet<String>,
    pub sentiments: BTreeSet<String>,
    pub urgency: Option<u8>,
}

impl Says {
    fn get(&self, said: Said) -> Fact {
        match said {
            Said::Topic => Fact::Set(self.topics.clone()),
            Said::Intent => Fact::Set(self.intents.clone()),
            Said::Sentiment => Fact::Set(self.sentiments.clone()),
            Said::Urgency => self.urgency.map_or(Fact::Missing, |urgency| Fact::Number(f64::from(urgency))),
        }
    }
}

/// The facts of a signal; exactly those that the lake has of it.
#[derive(Clone, Copy, Debug)]
pub struct OfSignal<'a> {
    pub signal: &'a Signal,
    /// As the lake's reader reads its texts.
    pub says: &'a Says,
    /// An attribute that has no column yet has its own kind.
    pub columns: &'a Columns,
}

impl OfSignal<'_> {
    fn response(&self) -> &Response {
        let What::Response(response) = &self.signal.body.what;
        response
    }
}

impl Facts for OfSignal<'_> {
    fn get(&self, operand: &Operand) -> Fact {
        if let Some(key) = operand.answer_key() {
            return of_answers(&self.response().answers, &key);
        }
        if let Some(column) = operand.attribute_column() {
            // Two names may share a column; the first by name is taken, as the lake does.
            let mut named = self.signal.body.attributes.iter();
            let found = named.find(|(name, _)| attribute::column(name) == column);
            return found.map_or(Fact::Missing, |(_, value)| {
                of_attribute(value, self.columns.get(&column).copied().unwrap_or_else(|| value.kind()))
            });
        }
        let text = match operand {
            Operand::Field(Field::Language) => self.signal.language.clone(),
            Operand::Field(Field::Channel) => Some(self.signal.channel.clone()),
            Operand::Field(Field::Touchpoint) => self.signal.touchpoint.clone(),
            Operand::Field(Field::State) => Some(self.response().state.as_str().to_owned()),
            Operand::Said(said) => return self.says.get(*said),
            _ => None,
        };
        text.map_or(Fact::Missing, Fact::Text)
    }
}

/// Words as they are compared when case does not matter: lower case, Arabic yeh and kaf as the Persian ones, without
/// tatweel, vowel marks and zero-width joiners, which people type or leave out as they please.
pub fn fold(text: &str) -> String {
    let folded = |c: char| match c {
        '\u{64a}' | '\u{649}' => Some('\u{6cc}'),
        '\u{643}' => Some('\u{6a9}'),
        '\u{640}' | '\u{200c}' | '\u{200d}' | '\u{64b}'..='\u{652}' | '\u{670}' => None,
        c => Some(c),
    };
    text.to_lowercase().chars().filter_map(folded).collect()
}
