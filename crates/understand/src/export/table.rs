//! What every format is written from: columns with their labels, and rows of values. No I/O of its own.

use std::collections::HashSet;
use std::io;

/// One value of one response.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Missing,
    Number(f64),
    Text(String),
    /// Microseconds since 1970, UTC.
    Time(i64),
    /// Days since 1970-01-01.
    Day(i32),
    /// The place among the column's [`Column::codes`].
    Code(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Number,
    Text,
    Time,
    Day,
    Code,
}

/// What may be computed from a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Nominal,
    Ordinal,
    Scale,
}

/// A value that has words: an option, or a point of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The number that stands for it where a format knows no words.
    pub code: i32,
    pub key: String,
    pub label: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub label: String,
    pub kind: Type,
    pub measure: Measure,
    /// Of codes, all of them; of numbers, those that have words.
    pub codes: Vec<Coded>,
    /// The most bytes of one text, the bytes of all, and how many are not empty.
    pub width: usize,
    pub bytes: u64,
    pub texts: u64,
    /// Rows with a value.
    pub filled: u64,
    /// A number was not whole.
    pub fractions: bool,
}

impl Column {
    pub fn new(name: impl Into<String>, label: impl Into<String>, kind: Type, measure: Measure) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            kind,
            measure,
            codes: Vec::new(),
            width: 0,
            bytes: 0,
            texts: 0,
            filled: 0,
            fractions: false,
        }
    }

    #[must_use]
    pub fn coded(mut self, codes: Vec<Coded>) -> Self {
        self.codes = codes;
        self
    }

    /// Takes note of a value, so that writers know widths before the first row.
    pub fn note(&mut self, value: &Value) {
        match value {
            Value::Missing => return,
            Value::Text(text) => {
                self.width = self.width.max(text.len());
                self.bytes += text.len() as u64;
                self.texts += u64::from(!text.is_empty());
                // A computed value may be words here and a number there.
                if self.kind == Type::Number {
                    self.kind = Type::Text;
                }
            }
            Value::Number(number) => {
                self.fractions |= number.fract() != 0.0;
                // In case that the column becomes one of words; no number is longer.
                self.width = self.width.max(NUMBER_CHARS_MAX);
            }
            Value::Time(_) | Value::Day(_) | Value::Code(_) => {}
        }
        self.filled += 1;
    }

    pub fn code(&self, value: &Value) -> Option<&Coded> {
        if let Value::Code(place) = value { self.codes.get(*place as usize) } else { None }
    }

    /// The value as the column's type has it: a number among words is written out.
    pub fn fit<'v>(&self, value: &'v Value) -> std::borrow::Cow<'v, Value> {
        use std::borrow::Cow;
        match value {
            Value::Number(number) if self.kind == Type::Text => Cow::Owned(Value::Text(number.to_string())),
            value => Cow::Borrowed(value),
        }
    }
}

/// Characters of the longest number that is written out: `-1.2345678901234567e-308` written without an exponent is
/// longer, but no answer is.
const NUMBER_CHARS_MAX: usize = 24;

/// A table before its rows.
#[derive(Clone, Debug)]
pub struct Table {
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: u64,
    /// When it was made: microseconds since 1970, UTC.
    pub at: i64,
}

/// When a table was made, for the heads of files.
pub struct Made {
    pub year: i64,
    /// The English name's first three letters.
    pub month: &'static str,
    pub day: u32,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
}

impl Made {
    /// From microseconds since 1970, UTC.
    pub fn at(micros: i64) -> Self {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let seconds = micros.div_euclid(1_000_000);
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let (year, month, day) = civil(days);
        let (hour, minute) = (second / 3600, second / 60 % 60);
        Self { year, month: MONTHS[month - 1], day, hour, minute, second: second % 60 }
    }
}

/// The Gregorian year, month and day of a day since 1970 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
pub fn civil(days: i64) -> (i64, usize, u32) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month as usize, day as u32)
}

/// Rows that can be gone through more than once, each as long as the columns.
pub trait Rows {
    /// # Errors
    /// Those of the storage, and those of `take`.
    fn each(&mut self, take: &mut dyn FnMut(&[Value]) -> io::Result<()>) -> io::Result<()>;
}

/// At most `bytes` bytes of `text`, cut between characters.
pub fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// How names may look in a format.
pub struct NameRules {
    /// Most bytes and characters.
    pub bytes: usize,
    pub chars: usize,
    /// What stands in place of an opening bracket.
    pub bracket: char,
    /// Compared in lower case; with digits at the end left out where `numbered`.
    pub reserved: &'static [&'static str],
}

/// Names that a format allows, as near to the columns' own as possible, each once whatever its case.
pub fn names(columns: &[Column], rules: &NameRules) -> Vec<String> {
    let mut taken = HashSet::new();
    let name = |column: &Column| {
        let plain = plain(&column.name, rules);
        let mut name = shortened(&plain, "", rules);
        let mut n = 2;
        while !taken.insert(name.to_lowercase()) {
            name = shortened(&plain, &format!("_{n}"), rules);
            n += 1;
        }
        name
    };
    columns.iter().map(name).collect()
}

fn plain(name: &str, rules: &NameRules) -> String {
    let mut plain = String::new();
    for c in name.chars() {
        match c {
            c if c.is_alphanumeric() || c == '_' => plain.push(c),
            '[' => plain.push(rules.bracket),
            ']' => {}
            _ => plain.push('_'),
        }
    }
    let lower = plain.to_lowercase();
    let numbered =
        lower.strip_prefix("str").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    if !plain.starts_with(char::is_alphabetic) || rules.reserved.contains(&lower.as_str()) || numbered {
        plain.insert_str(0, "v_");
    }
    plain
}

fn shortened(name: &str, suffix: &str, rules: &NameRules) -> String {
    let mut short = cut(name, rules.bytes - suffix.len());
    if let Some((end, _)) = short.char_indices().nth(rules.chars - suffix.len()) {
        short = &short[..end];
    }
    format!("{}{suffix}", short.trim_end_matches(['.', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: NameRules = NameRules { bytes: 12, chars: 10, bracket: '.', reserved: &["with"] };

    #[test]
    fn names_are_legal_and_each_stands_once() {
        let columns: Vec<Column> =
            ["q[row]", "Q[ROW]", "with", "1st", "بخش[تمیزی]", "a very long name", "a very long one", "str8"]
                .map(|name| Column::new(name, "", Type::Number, Measure::Scale))
                .to_vec();
        assert_eq!(
            names(&columns, &RULES),
            ["q.row", "Q.ROW_2", "v_with", "v_1st", "بخش.تم", "a_very_lon", "a_very_l_2", "v_str8"]
        );
    }

    #[test]
    fn a_number_among_words_is_written_out() {
        let mut column = Column::new("q", "", Type::Number, Measure::Scale);
        column.note(&Value::Number(1.5));
        column.note(&Value::Text("ok".into()));
        assert_eq!((column.kind, column.filled), (Type::Text, 2));
        assert_eq!(column.fit(&Value::Number(1.5)).into_owned(), Value::Text("1.5".into()));
        assert!(column.width >= 3);
    }

    #[test]
    fn days_become_dates() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(20_779), (2026, 11, 22));
        assert_eq!(civil(-1), (1969, 12, 31));
        assert_eq!(civil(11_016), (2000, 2, 29));
    }

    #[test]
    fn texts_are_cut_between_characters() {
        assert_eq!((cut("سلام", 3), cut("abc", 9)), ("س", "abc"));
    }
}
