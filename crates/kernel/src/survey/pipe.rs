//! Piping: wordings that name answers and attributes in braces.
//!
//! | in the wording | becomes |
//! |---|---|
//! | `{nps}`, `{reasons}` | the answer: a number or date in the reader's manner, labels of options, several as a list |
//! | `{taste[service]}` | the answer of a part: a row, a ranked option, a line of a contact form, an item of a loop |
//! | `{calc.total}` or `{total}` | a calculated value; hidden values likewise |
//! | `{attr.plan}` | an attribute, by its name or column |
//! | `{item}` | in a loop: the label of the option that it is about |
//! | `{name\|friend}` | `friend` where there is no answer; nothing at all without a default |
//! | `{{` | a brace |
//!
//! Braces around anything else stay as they are. Within a loop, the loop's own questions mean those of the same item.
//! What comes out is plain text: templates escape it.

use std::collections::HashMap;

use jiff::civil::{Date, Time};

use super::read::OTHER;
use super::{Block, Choice, Kind, Question, Survey, Text, key_of, part};
use crate::attribute::{self, Attributes, Value};
use crate::flow::Step;
use crate::format::Format;
use crate::locale::{Direction, Locale, direction_of};
use crate::signal::Answer;

/// Longest value that is filled in, in characters; the rest becomes `…`.
pub const VALUE_CHARS_MAX: usize = 1_000;
/// From so many characters on, nothing more is filled into one wording.
pub const FILLED_CHARS_MAX: usize = 20_000;
/// Longest reference, default included.
const REFERENCE_CHARS_MAX: usize = 300;
/// Digits after the point of a number.
const DECIMALS_MAX: u8 = 6;

/// In [`written`], for what only the answers know: a word that means nothing in any language.
pub const STAND_IN: &str = "x";

/// A name in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'w> {
    pub name: Name<'w>,
    pub default: Option<&'w str>,
    /// As it stands between the braces.
    pub text: &'w str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name<'w> {
    /// Of the question with this key.
    Answer {
        question: &'w str,
        parts: Vec<&'w str>,
    },
    /// By its name.
    Attribute(&'w str),
    Item,
}

/// The references of a wording, in their order. Whether the survey has what they name is another matter.
pub fn references(wording: &str) -> Vec<Reference<'_>> {
    let references = pieces(wording).into_iter().filter_map(|piece| match piece {
        Piece::Reference(reference) => Some(reference),
        Piece::Words(_) => None,
    });
    references.collect()
}

/// The words that its author wrote: each reference is its default, or a [`STAND_IN`] without one; a doubled brace is one.
/// For judging wordings, which must not mistake a question's key for something that is said.
pub fn written(wording: &str) -> String {
    let piece = |piece| match piece {
        Piece::Words(words) => words,
        Piece::Reference(reference) => reference.default.unwrap_or(STAND_IN),
    };
    pieces(wording).into_iter().map(piece).collect()
}

enum Piece<'w> {
    Words(&'w str),
    Reference(Reference<'w>),
}

fn pieces(wording: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = wording;
    while let Some(open) = rest.find('{') {
        pieces.push(Piece::Words(&rest[..open]));
        let after = &rest[open + 1..];
        let inner = after.find(['{', '}']).filter(|end| after[*end..].starts_with('}')).map(|end| &after[..end]);
        if let Some(after) = after.strip_prefix('{') {
            pieces.push(Piece::Words("{"));
            rest = after;
        } else if let Some((inner, reference)) = inner.and_then(|inner| Some((inner, reference(inner)?))) {
            pieces.push(Piece::Reference(reference));
            rest = &after[inner.len() + 1..];
        } else {
            pieces.push(Piece::Words("{"));
            rest = after;
        }
    }
    pieces.push(Piece::Words(rest));
    pieces
}

fn reference(text: &str) -> Option<Reference<'_>> {
    if text.chars().count() > REFERENCE_CHARS_MAX {
        return None;
    }
    let (name, default) = text.split_once('|').map_or((text, None), |(name, default)| (name, Some(default.trim())));
    let name = name.trim();
    let name = match name.split_once('.') {
        Some(("attr", attribute)) if attribute::column(attribute) != "attr_" => Name::Attribute(attribute),
        Some(("calc", key)) if is_key(key) => Name::Answer { question: key, parts: vec![] },
        _ if name == crate::flow::ITEM => Name::Item,
        _ => {
            let question = key_of(name);
            let mut parts = Vec::new();
            let mut rest = &name[question.len()..];
            while !rest.is_empty() {
                let (part, after) = rest.strip_prefix('[')?.split_once(']')?;
                if part.is_empty() || part.contains('[') {
                    return None;
                }
                parts.push(part);
                rest = after;
            }
            Some(Name::Answer { question, parts }).filter(|_| is_key(question))?
        }
    };
    Some(Reference { name, default, text })
}

/// Whether the text is a key of a question: letters, digits and underscores.
pub fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_alphanumeric() || c == '_')
        && text.chars().count() <= super::KEY_CHARS_MAX
}

/// What wordings are filled with, for one response and one reader.
#[derive(Clone, Debug)]
pub struct Pipe<'a> {
    survey: &'a Survey,
    questions: HashMap<&'a str, &'a Question>,
    /// By key of the question.
    rows: HashMap<&'a str, Vec<&'a Answer>>,
    /// By column.
    attributes: HashMap<String, &'a Value>,
    language: &'a str,
    format: &'a Format,
    /// The item of a loop that the wordings speak of, and the loop's block.
    within: Option<(&'a Choice, &'a Block)>,
    /// The words that the item stands for, where it asks for some.
    item_words: Option<&'a str>,
}

/// One value in two manners.
struct Filled {
    words: String,
    /// As it is stored: ASCII numbers, ISO dates, keys of options.
    stored: String,
}

impl<'a> Pipe<'a> {
    /// `answers` are those of [`crate::flow::Walk::answers`]. `format` writes numbers and dates, whatever the survey's
    /// languages are; lists are joined as `language` does.
    pub fn new(
        survey: &'a Survey,
        answers: &'a [Answer],
        attributes: &'a Attributes,
        language: &'a str,
        format: &'a Format,
    ) -> Self {
        let mut rows: HashMap<&str, Vec<&Answer>> = HashMap::new();
        for answer in answers {
            rows.entry(key_of(&answer.question)).or_default().push(answer);
        }
        let mut columns = HashMap::new();
        for (name, value) in attributes {
            columns.entry(attribute::column(name)).or_insert(value);
        }
        let questions = survey.questions.iter().map(|question| (question.key.as_str(), question)).collect();
        Self { survey, questions, rows, attributes: columns, language, format, within: None, item_words: None }
    }

    /// For the wordings of a step, which may belong to an item of a loop.
    #[must_use]
    pub fn at(mut self, step: &Step<'a>) -> Self {
        self.within = step.item.map(|item| (item, step.block));
        self.item_words = match (step.item, step.block.each.as_deref()) {
            (Some(item), Some(each)) if item.other => self.own_words(each, each),
            _ => None,
        };
        self
    }

    /// The words in the reader's language, filled; nothing where there are none.
    pub fn words(&self, text: &Text) -> String {
        text.get(self.language, &self.survey.languages).map_or_else(String::new, |wording| self.text(wording))
    }

    /// A wording with its references filled. Values that run against the language's direction are isolated, so that
    /// they don't turn the words around them.
    pub fn text(&self, wording: &str) -> String {
        self.fill(wording, |values| {
            self.isolated(shortened(&self.listed(values.into_iter().map(|v| v.words).collect())))
        })
    }

    /// An address with its references filled: each value as it is stored, percent-encoded, several joined by commas.
    pub fn url(&self, address: &str) -> String {
        self.fill(address, |values| {
            let stored: Vec<String> = values.into_iter().map(|value| value.stored).collect();
            encoded(&shortened(&stored.join(",")))
        })
    }

    fn fill(&self, wording: &str, write: impl Fn(Vec<Filled>) -> String) -> String {
        let mut filled = String::with_capacity(wording.len());
        for piece in pieces(wording) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Reference(_) if filled.len() > FILLED_CHARS_MAX => {}
                Piece::Reference(reference) => match self.values(&reference.name) {
                    None => {
                        filled.push('{');
                        filled.push_str(reference.text);
                        filled.push('}');
                    }
                    Some(values) if values.is_empty() => {
                        let default = reference.default.map(str::to_owned).filter(|default| !default.is_empty());
                        let default = default.map(|words| vec![Filled { stored: words.clone(), words }]);
                        filled.push_str(&default.map_or_else(String::new, &write));
                    }
                    Some(values) => filled.push_str(&write(values)),
                },
            }
        }
        filled
    }

    /// Nothing where the survey knows no such name; empty where there is no value.
    fn values(&self, name: &Name<'_>) -> Option<Vec<Filled>> {
        match name {
            Name::Item => {
                let (item, _) = self.within?;
                let words = self.item_words.map_or_else(|| self.label(item), str::to_owned);
                Some(vec![Filled { words, stored: item.key.clone() }])
            }
            Name::Attribute(name) => {
                let value = self.attributes.get(&attribute::column(name));
                Some(value.map(|value| self.attribute(value)).into_iter().collect())
            }
            Name::Answer { question, parts } => {
                let question = *self.questions.get(question)?;
                let whole = |key: String| parts.iter().fold(key, |key, name| part(&key, name));
                let key = match self.within {
                    Some((item, block)) if self.is_of_item(block, question, parts) => part(&question.key, &item.key),
                    _ => question.key.clone(),
                };
                Some(self.answer(question, &whole(key)))
            }
        }
    }

    /// Whether the name means the answer about the item at hand: one of the loop's own questions, unless another item
    /// is named.
    fn is_of_item(&self, block: &Block, question: &Question, parts: &[&str]) -> bool {
        let is_looped = block.pages.iter().any(|page| page.questions.contains(&question.key));
        let items = block.each.as_deref().and_then(|each| self.questions.get(each));
        let is_item = |part: &&str| items.is_some_and(|items| items.option(part).is_some());
        let is_own = |part: &&str| question.row(part).is_some() || question.option(part).is_some();
        is_looped && parts.first().is_none_or(|part| is_own(part) || !is_item(part))
    }

    fn answer(&self, question: &Question, key: &str) -> Vec<Filled> {
        let rows = self.rows.get(question.key.as_str()).map(Vec::as_slice).unwrap_or_default();
        let exact: Vec<&Answer> = rows.iter().copied().filter(|row| row.question == key).collect();
        if !exact.is_empty() {
            return exact.into_iter().filter_map(|row| self.row(question, key, row)).collect();
        }
        let below = |row: &&Answer| row.question.strip_prefix(key).is_some_and(|rest| rest.starts_with('['));
        let mut parts: Vec<&Answer> = rows.iter().copied().filter(below).collect();
        match question.kind {
            Kind::Ranking => {
                parts.sort_by(|a, b| a.score.unwrap_or_default().total_cmp(&b.score.unwrap_or_default()));
                let option = |row: &Answer| {
                    let option = question.option(row.question.rsplit_once('[')?.1.trim_end_matches(']'))?;
                    Some(Filled { words: self.label(option), stored: option.key.clone() })
                };
                parts.into_iter().filter_map(option).collect()
            }
            _ => parts.into_iter().filter_map(|row| self.row(question, &row.question, row)).collect(),
        }
    }

    fn row(&self, question: &Question, key: &str, row: &Answer) -> Option<Filled> {
        if let Some(score) = row.score {
            let decimals = (0..DECIMALS_MAX).find(|n| is_exact(score, *n)).unwrap_or(DECIMALS_MAX);
            return Some(Filled { words: self.format.number(score, decimals), stored: score.to_string() });
        }
        if let Some(choice) = &row.choice {
            let option = question.options.iter().chain(&question.second).find(|option| option.key == *choice);
            let words = match option {
                Some(option) if option.other => {
                    self.own_words(&question.key, key).map_or_else(|| self.label(option), str::to_owned)
                }
                Some(option) => self.label(option),
                // Ideas are voted for by ids, which say nothing.
                None if question.kind == Kind::Ideas => return None,
                None => choice.clone(),
            };
            return Some(Filled { words, stored: choice.clone() });
        }
        let text = row.text.as_deref()?;
        // The id of a file is nothing to read.
        let is_file = matches!(question.kind, Kind::File | Kind::Signature);
        (!is_file).then(|| Filled { words: self.dated(text), stored: text.to_owned() })
    }

    /// The words that were given for `key`'s option that asks for some.
    fn own_words(&self, question: &str, key: &str) -> Option<&'a str> {
        let other = part(key, OTHER);
        self.rows.get(question)?.iter().find(|row| row.question == other)?.text.as_deref()
    }

    fn label(&self, option: &Choice) -> String {
        option.label.get(self.language, &self.survey.languages).unwrap_or(&option.key).to_owned()
    }

    fn attribute(&self, value: &Value) -> Filled {
        let stored = value.to_text();
        let words = match value {
            Value::Number(number) => {
                let decimals = (0..DECIMALS_MAX).find(|n| is_exact(*number, *n)).unwrap_or(DECIMALS_MAX);
                self.format.number(*number, decimals)
            }
            // Whole numbers are numbers of orders and years as often as amounts: no separators.
            Value::Integer(_) => self.with_digits(&stored),
            Value::Text(text) => self.dated(text),
            Value::Flag(_) => stored.clone(),
        };
        Filled { words, stored }
    }

    /// Dates and times of day in the reader's manner; other texts as they are.
    fn dated(&self, text: &str) -> String {
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':'));
        match text.len() {
            10 if is_digits(text) => text.parse::<Date>().map(|day| self.format.civil_date(day)).ok(),
            5 if is_digits(text) && text.contains(':') => text.parse::<Time>().map(|_| self.with_digits(text)).ok(),
            _ => None,
        }
        .unwrap_or_else(|| text.to_owned())
    }

    /// The digits of the locale instead of ASCII's.
    fn with_digits(&self, text: &str) -> String {
        let digit = |c: char| match c.to_digit(10) {
            Some(digit) => self.format.count(i64::from(digit)),
            None => c.to_string(),
        };
        text.chars().map(digit).collect()
    }

    /// The list patterns "and" of CLDR 48 for the four locales; commas for other languages.
    fn listed(&self, mut values: Vec<String>) -> String {
        let Some(last) = values.pop() else { return String::new() };
        if values.is_empty() {
            return last;
        }
        match Locale::parse(self.language) {
            Some(Locale::En) => format!("{} and {last}", values.join(", ")),
            Some(Locale::Sv) => format!("{} och {last}", values.join(", ")),
            Some(Locale::Ar) => format!("{} و{last}", values.join(" و")),
            Some(Locale::Fa) if values.len() == 1 => format!("{} و {last}", values[0]),
            Some(Locale::Fa) => format!("{}، و {last}", values.join("،\u{200f} ")),
            None => format!("{}, {last}", values.join(", ")),
        }
    }

    fn isolated(&self, value: String) -> String {
        let runs_against = match direction_of(self.language) {
            Direction::Rtl => value.chars().any(|c| c.is_alphabetic() && !is_rtl(c)),
            Direction::Ltr => value.chars().any(is_rtl),
        };
        if runs_against { format!("\u{2068}{value}\u{2069}") } else { value }
    }
}

/// Letters of the blocks that Unicode keeps for scripts written from the right.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && c.is_alphabetic()
}

fn is_exact(number: f64, decimals: u8) -> bool {
    let shifted = number * 10_f64.powi(i32::from(decimals));
    (shifted - shifted.round()).abs() < 1e-9 * shifted.abs().max(1.0)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(VALUE_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Everything but the unreserved characters of [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2.3) encoded.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests;
