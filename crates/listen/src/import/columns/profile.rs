//! The first rows of a file, column by column.

use std::collections::HashSet;
use std::ops::ControlFlow;

use kernel::Result;
use kernel::attribute;
use kernel::survey::Scale;

use super::super::read::{File, Step};
use super::super::time::{TimeFacts, recognise};
use super::super::{SAMPLE_CELLS_MAX, SAMPLE_ROWS, number};
use super::Facts;
use super::names::{Hint, hints};

/// Fewest rows of a sample, however wide.
const ROWS_MIN: usize = 100;
/// Characters of a value that are kept.
const KEPT_CHARS: usize = 120;

/// The values of the first rows.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Rows that were looked at.
    pub rows: usize,
    pub(super) columns: Vec<Values>,
}

/// The filled cells of one column, cut to what recognition needs.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) name: String,
    pub(super) values: Vec<String>,
    /// Characters and words of all values, uncut.
    chars: usize,
    words: usize,
}

impl Sample {
    /// Reads the first [`SAMPLE_ROWS`] rows, fewer of a very wide file.
    ///
    /// # Errors
    /// As [`File::each`].
    pub fn take(file: &File) -> Result<Self> {
        let columns = file.header().iter().map(|name| Values { name: name.clone(), ..Values::default() }).collect();
        let mut sample = Self { rows: 0, columns };
        let limit = (SAMPLE_CELLS_MAX / file.header().len().max(1)).clamp(ROWS_MIN, SAMPLE_ROWS);
        file.each(&mut |step| {
            if let Step::Row(row) = step {
                sample.rows += 1;
                for (column, cell) in sample.columns.iter_mut().zip(row.cells()) {
                    column.add(cell);
                }
            }
            if sample.rows < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(sample)
    }
}

impl Values {
    fn add(&mut self, cell: &str) {
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        self.chars += cell.chars().count();
        self.words += cell.split_whitespace().count();
        self.values.push(cell.chars().take(KEPT_CHARS).collect());
    }
}

/// One column as the guess sees it.
pub(super) struct Profile<'a> {
    pub(super) name: &'a str,
    pub(super) hints: Vec<Hint>,
    pub(super) values: &'a [String],
    pub(super) facts: Facts,
    /// All values are whole numbers, from and to these, so many times 0.
    pub(super) whole: Option<Whole>,
    pub(super) chars_mean: f64,
    pub(super) words_mean: f64,
}

/// Whole numbers, words for "nothing" apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    pub(super) count: usize,
    pub(super) min: i64,
    pub(super) max: i64,
    pub(super) zeros: usize,
    /// 9s and 10s.
    pub(super) top: usize,
    pub(super) distinct: usize,
}

/// Share of the values that must be whole numbers; the rest are slips that the import refuses line by line.
const WHOLE_SHARE: f64 = 0.95;

impl<'a> Profile<'a> {
    pub(super) fn new(column: &'a Values, rows: usize) -> Self {
        let values = column.values.as_slice();
        let hints = hints(&column.name);
        let time_due = hints.iter().any(|hint| matches!(hint, Hint::Answered | Hint::Time));
        let time: Option<TimeFacts> = recognise(values, time_due);
        let distinct: HashSet<&str> = values.iter().map(String::as_str).collect();
        let whole = whole(values);
        let scale = whole.and_then(Whole::scale);
        let facts = Facts {
            rows,
            filled: values.len(),
            distinct: distinct.len(),
            example: values.first().cloned(),
            time,
            scale,
            zero_is_na: scale.is_some_and(|scale| scale.to < 10) && whole.is_some_and(|whole| whole.min == 0),
            values: kind(values),
        };
        let mean = |total: usize| total as f64 / values.len().max(1) as f64;
        Self {
            name: &column.name,
            hints,
            values,
            facts,
            whole,
            chars_mean: mean(column.chars),
            words_mean: mean(column.words),
        }
    }

    pub(super) fn hinted(&self, hint: Hint) -> bool {
        self.hints.contains(&hint)
    }

    pub(super) fn distinct_share(&self) -> f64 {
        self.facts.distinct as f64 / self.facts.filled.max(1) as f64
    }
}

impl Whole {
    /// The usual scale that the numbers fit: to 5, 7 or 10.
    fn scale(self) -> Option<Scale> {
        let scale = |from, to| Some(Scale { from, to });
        match (self.min, self.max) {
            (0.., ..=5) => scale(1, 5),
            (0.., ..=7) => scale(1, 7),
            (0, ..=10) => scale(0, 10),
            (1.., ..=10) => scale(1, 10),
            _ => None,
        }
    }
}

fn whole(values: &[String]) -> Option<Whole> {
    let given: Vec<&String> = values.iter().filter(|value| !number::is_nothing(value)).collect();
    let numbers: Vec<i64> = given
        .iter()
        .filter_map(|value| number::score(value))
        .filter(|number| number.fract() == 0.0 && number.abs() < 1e15)
        .map(|number| number as i64)
        .collect();
    if numbers.is_empty() || (numbers.len() as f64) < given.len() as f64 * WHOLE_SHARE {
        return None;
    }
    Some(Whole {
        count: numbers.len(),
        min: numbers.iter().copied().min()?,
        max: numbers.iter().copied().max()?,
        zeros: numbers.iter().filter(|number| **number == 0).count(),
        top: numbers.iter().filter(|number| (9..=10).contains(*number)).count(),
        distinct: numbers.iter().collect::<HashSet<_>>().len(),
    })
}

/// The narrowest type that holds all values; text where there are none.
fn kind(values: &[String]) -> attribute::Kind {
    let mut kinds = values.iter().filter(|value| !number::is_nothing(value)).map(|value| {
        if flag(value).is_some() {
            attribute::Kind::Flag
        } else if number::integer(value).is_some() {
            attribute::Kind::Integer
        } else if number::number(value).is_some() {
            attribute::Kind::Number
        } else {
            attribute::Kind::Text
        }
    });
    let first = kinds.next();
    first.map_or(attribute::Kind::Text, |first| kinds.fold(first, attribute::Kind::widened))
}

/// Only the words of machines; "yes" and "no" stay what people wrote.
pub(in crate::import) fn flag(text: &str) -> Option<bool> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}
