//! Answers laid out in windows of whole weeks that are counted from the day of the start, so that no window holds both
//! before and after.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;
use measures::Scores;
use stats::effects::{Cell, PERIODS_MAX, Panel, UNITS_MAX, Unit};

use crate::number::Number;
use crate::series::Count;

/// Windows of a week, or of four weeks where a week has too few answers.
pub const WEEK: i32 = 7;
pub const FOUR_WEEKS: i32 = 28;
/// Windows that are looked back at: a year of weeks, three of four weeks.
const BACK_MAX: i32 = 52;
/// Answers of a unit in a window below which windows are made longer.
const ANSWERS_LEAST: f64 = 5.0;
/// The least number of people behind a cell where anonymity was promised.
pub const CELL_MIN: u64 = 5;

/// One unit over all windows.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    pub name: String,
    pub treated: bool,
    pub scores: Vec<Scores>,
}

/// All units over the same windows.
#[derive(Clone, Debug, PartialEq)]
pub struct Windows {
    pub units: Vec<Observed>,
    /// The first day of the first window.
    pub first: Date,
    pub days: i32,
    pub start: usize,
    pub periods: usize,
    pub is_anonymous: bool,
}

/// What is laid out.
pub struct Layout<'a> {
    /// Answers of everybody, and of those in scope, by unit.
    pub all: &'a [Count],
    pub scoped: &'a [Count],
    /// Whether units are told apart.
    pub has_units: bool,
    /// The first day of the change, and the first day that is not over yet.
    pub starts_on: Date,
    pub today: Date,
    pub is_anonymous: bool,
}

impl Layout<'_> {
    /// In weeks, or in windows of four weeks where weeks are too thin.
    pub fn windows(&self) -> Windows {
        let weeks = self.of(WEEK);
        let thick = weeks.units.iter().filter(|unit| unit.treated || self.has_units);
        let (mut answers, mut cells) = (0.0, 0.0);
        for unit in thick {
            answers += unit.scores.iter().map(|scores| scores.total() as f64).sum::<f64>();
            cells += unit.scores.len() as f64;
        }
        if cells > 0.0 && answers / cells < ANSWERS_LEAST { self.of(FOUR_WEEKS) } else { weeks }
    }

    /// The share of all answers since the start that are of those who met the change, from 0 to 1; none without any.
    pub fn share(&self) -> Option<f64> {
        let treated = self.treated();
        let met = |count: &&Count| !self.has_units || count.unit.as_ref().is_some_and(|unit| treated.contains(unit));
        let since = |counts: &[Count], is_met: bool| -> u64 {
            let counts = counts.iter().filter(|count| count.day >= self.starts_on);
            counts.filter(|count| !is_met || met(count)).map(|count| count.n).sum()
        };
        let all = since(self.all, false);
        (all > 0).then(|| since(self.scoped, true) as f64 / all as f64)
    }

    fn of(&self, days: i32) -> Windows {
        let place = |day: Date| days_between(self.starts_on, day).div_euclid(days);
        // Where units are not told apart, those out of scope play no part.
        let counted = if self.has_units { self.all } else { self.scoped };
        let oldest = counted.iter().map(|count| count.day).min().unwrap_or(self.starts_on);
        let from = place(oldest).clamp(-BACK_MAX, 0);
        // Only windows that are over count.
        let until = place(self.today).clamp(from, from + PERIODS_MAX as i32);
        let periods = usize::try_from(until - from).unwrap_or(0);
        let (treated, silent) = (self.treated(), self.silent());
        let mut units: BTreeMap<Option<&str>, Observed> = BTreeMap::new();
        let mut add = |count: &'_ Count, treated: bool, name: Option<String>, key| {
            let at = place(count.day) - from;
            let Some(at) = usize::try_from(at).ok().filter(|at| *at < periods) else { return };
            let unit = units.entry(key).or_insert_with(|| Observed {
                name: name.unwrap_or_default(),
                treated,
                scores: vec![Scores::default(); periods],
            });
            unit.scores[at].add(count.score, count.n);
        };
        for count in self.scoped {
            if !self.has_units {
                add(count, true, None, None);
            } else if count.unit.as_deref().is_some_and(|unit| treated.contains(unit)) {
                add(count, true, count.unit.clone(), count.unit.as_deref());
            }
        }
        if self.has_units {
            for count in self.all {
                // Answers without a unit belong to no side.
                if count.unit.as_deref().is_some_and(|unit| !treated.contains(unit) && !silent.contains(unit)) {
                    add(count, false, count.unit.clone(), count.unit.as_deref());
                }
            }
        }
        let mut units: Vec<Observed> = units.into_values().collect();
        // Of more units than are computed with, those with the most answers.
        let answers = |unit: &Observed| unit.scores.iter().map(Scores::total).sum::<u64>();
        units.sort_by_key(|unit| (std::cmp::Reverse(unit.treated), std::cmp::Reverse(answers(unit))));
        units.truncate(UNITS_MAX);
        let first = self.starts_on.saturating_add(Span::new().days(from * days));
        let start = usize::try_from(-from).unwrap_or(0);
        Windows { units, first, days, start, periods: periods.max(start.min(periods)), is_anonymous: self.is_anonymous }
    }

    /// Units at least half of whose answers are in scope from the start on, or ever where there are none since.
    fn treated(&self) -> BTreeSet<String> {
        self.in_scope(self.all.iter().any(|count| count.day >= self.starts_on))
    }

    /// Units that were in scope and have not been heard of since the start, while others have: they met the change or not, and
    /// belong to no side.
    fn silent(&self) -> BTreeSet<String> {
        let heard = |unit: &String| {
            self.all.iter().any(|count| count.day >= self.starts_on && count.unit.as_ref() == Some(unit))
        };
        self.in_scope(false).into_iter().filter(|unit| !heard(unit)).collect()
    }

    /// Units at least half of whose answers are in scope, of all times or from the start on.
    fn in_scope(&self, is_since: bool) -> BTreeSet<String> {
        let sum = |counts: &[Count]| {
            let mut sums: BTreeMap<String, u64> = BTreeMap::new();
            for count in counts.iter().filter(|count| !is_since || count.day >= self.starts_on) {
                if let Some(unit) = &count.unit {
                    *sums.entry(unit.clone()).or_default() += count.n;
                }
            }
            sums
        };
        let (all, scoped) = (sum(self.all), sum(self.scoped));
        scoped
            .into_iter()
            .filter(|(unit, n)| 2 * n >= all.get(unit).copied().unwrap_or(0))
            .map(|(unit, _)| unit)
            .collect()
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

impl Windows {
    /// Treated units, and the others.
    pub fn counts(&self) -> (usize, usize) {
        let treated = self.units.iter().filter(|unit| unit.treated).count();
        (treated, self.units.len() - treated)
    }

    /// The cells of a unit; where anonymity was promised, those of fewer than five people are not used.
    pub fn cells(&self, unit: &Observed, number: Number) -> Vec<Option<Cell>> {
        let cell = |scores: &Scores| {
            let n = scores.total();
            let shown = n > 0 && (!self.is_anonymous || n >= CELL_MIN);
            let value = number.estimate(scores).filter(|_| shown)?.value;
            Some(Cell { value, n: n as f64 })
        };
        unit.scores.iter().map(cell).collect()
    }

    pub fn panel(&self, number: Number) -> Panel {
        let unit = |unit: &Observed| Unit { treated: unit.treated, cells: self.cells(unit, number) };
        Panel { units: self.units.iter().map(unit).collect(), start: self.start }
    }

    /// All of one side together, window by window; of the given units only, where such are named.
    pub fn side(&self, treated: bool, only: Option<&[usize]>) -> Vec<Scores> {
        let mut sums = vec![Scores::default(); self.periods];
        let units = self.units.iter().enumerate().filter(|(_, unit)| unit.treated == treated);
        for (_, unit) in units.filter(|(at, _)| only.is_none_or(|only| only.contains(at))) {
            for (sum, scores) in sums.iter_mut().zip(&unit.scores) {
                scores.0.iter().for_each(|(score, n)| sum.add(*score as f64, *n));
            }
        }
        sums
    }

    /// Answers of one side, before and after the start; fewer than five count as none where anonymity was promised.
    pub fn answers(&self, treated: bool) -> (u64, u64) {
        let side = self.side(treated, None);
        let (before, after) = side.split_at(self.start.min(side.len()));
        let sum = |side: &[Scores]| {
            let n = side.iter().map(Scores::total).sum();
            if self.is_anonymous && n < CELL_MIN { 0 } else { n }
        };
        (sum(before), sum(after))
    }
}
