//! Groups held against each other: who mentions a topic more often than the others, and what two sides differ in. All
//! that one page shows is judged together.

use stats::{Difference, RiskRatio};

use super::corpus::{Corpus, Person};
use crate::period::Period;
use crate::verdict::{self, Change};

/// Responses of a group below which nothing is said about it.
pub const GROUP_MIN: u64 = 10;
/// Up to this adjusted p value a cell is marked.
pub const Q_MAX: f64 = 0.05;

/// How often one group mentions a topic, and how often the others do.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Hits and responses.
    pub mine: (u64, u64),
    pub others: (u64, u64),
    pub q: f64,
}

impl Cell {
    /// More often or less often than the others, where that is no chance.
    pub fn is_more(&self) -> Option<bool> {
        let share = |(hits, n): (u64, u64)| hits as f64 / n.max(1) as f64;
        let (mine, others) = (share(self.mine), share(self.others));
        (self.q < Q_MAX && mine != others).then_some(mine > others)
    }

    pub fn ratio(&self) -> Option<RiskRatio> {
        stats::risk_ratio(self.mine, self.others)
    }
}

/// Hits of each topic in each value of a dimension, and how many responses each value has.
fn table(corpus: &Corpus, period: Period, dimension: usize) -> (Vec<Vec<u64>>, Vec<u64>, Vec<u64>, u64) {
    let values = corpus.values[dimension].len();
    let mut hits = vec![vec![0; values]; corpus.tree.topics.len()];
    let (mut all_hits, mut n, mut all) = (vec![0; corpus.tree.topics.len()], vec![0; values], 0);
    for person in corpus.people.iter().filter(|person| period.contains(person.day)) {
        let value = person.values[dimension];
        all += 1;
        if let Some(value) = value {
            n[value] += 1;
        }
        for about in &person.about {
            all_hits[about.topic] += 1;
            if let Some(value) = value {
                hits[about.topic][value] += 1;
            }
        }
    }
    (hits, all_hits, n, all)
}

/// Each of `topics` against the first `values` values of a dimension; all cells are judged together, those of groups
/// below [`GROUP_MIN`] not at all.
pub fn cells(corpus: &Corpus, period: Period, dimension: usize, topics: &[usize], values: usize) -> Vec<Vec<Cell>> {
    let (hits, all_hits, n, all) = table(corpus, period, dimension);
    let values = values.min(n.len());
    let cell = |topic: usize, value: usize| {
        let mine = (hits[topic][value], n[value]);
        Cell { mine, others: (all_hits[topic] - mine.0, all - mine.1), q: 1.0 }
    };
    let mut cells: Vec<Vec<Cell>> =
        topics.iter().map(|topic| (0..values).map(|value| cell(*topic, value)).collect()).collect();
    judge(cells.iter_mut().flatten());
    cells
}

/// Adjusts the p values of all cells together.
fn judge<'a>(cells: impl Iterator<Item = &'a mut Cell>) {
    let judged: Vec<(&mut Cell, f64)> = cells
        .filter(|cell| cell.mine.1.min(cell.others.1) >= GROUP_MIN)
        .filter_map(|cell| {
            let Difference { p, .. } = stats::share_difference(cell.mine, cell.others)?;
            Some((cell, p))
        })
        .collect();
    let q = stats::discovery(&judged.iter().map(|(_, p)| *p).collect::<Vec<f64>>());
    for ((cell, _), q) in judged.into_iter().zip(q) {
        cell.q = q;
    }
}

/// A group that mentions a topic more or less often: dimension, value, and how often.
pub type Who = (usize, usize, Cell);

/// All groups of all dimensions, the likeliest to mention the topic first; judged together.
pub fn who(corpus: &Corpus, period: Period, topic: usize) -> Vec<Who> {
    let mut found: Vec<Who> = Vec::new();
    for dimension in 0..corpus.values.len() {
        let (hits, all_hits, n, all) = table(corpus, period, dimension);
        for value in 0..n.len() {
            let mine = (hits[topic][value], n[value]);
            let cell = Cell { mine, others: (all_hits[topic] - mine.0, all - mine.1), q: 1.0 };
            if mine.1.min(cell.others.1) >= GROUP_MIN {
                found.push((dimension, value, cell));
            }
        }
    }
    judge(found.iter_mut().map(|(.., cell)| cell));
    let ratio = |cell: &Cell| cell.ratio().map_or(0.0, |ratio| ratio.value);
    found.sort_by(|a, b| ratio(&b.2).total_cmp(&ratio(&a.2)));
    found
}

/// The two sides of a comparison of what is talked about.
#[derive(Clone, Copy, Debug)]
pub enum Sides {
    Periods(Period, Period),
    /// A value of a dimension, and another one or everybody else.
    Groups(Period, usize, usize, Option<usize>),
}

/// How often one topic is mentioned on both sides.
#[derive(Debug)]
pub struct Held {
    pub topic: usize,
    pub a: (u64, u64),
    pub b: (u64, u64),
    pub change: Change,
    pub q: f64,
}

/// What both sides differ in, the clearest first; all are judged together.
pub fn differences(corpus: &Corpus, sides: Sides) -> Vec<Held> {
    let side = |person: &Person| match sides {
        Sides::Periods(now, _) if now.contains(person.day) => Some(0),
        Sides::Periods(_, before) => before.contains(person.day).then_some(1),
        Sides::Groups(period, ..) if !period.contains(person.day) => None,
        Sides::Groups(_, dimension, a, b) => match (person.values[dimension], b) {
            (Some(value), _) if value == a => Some(0),
            (value, Some(b)) => (value == Some(b)).then_some(1),
            (_, None) => Some(1),
        },
    };
    let mut n = [0_u64; 2];
    let mut hits = vec![[0_u64; 2]; corpus.tree.topics.len()];
    for person in &corpus.people {
        let Some(side) = side(person) else { continue };
        n[side] += 1;
        for about in &person.about {
            hits[about.topic][side] += 1;
        }
    }
    let held = |(topic, hits): (usize, &[u64; 2])| {
        let (a, b) = ((hits[0], n[0]), (hits[1], n[1]));
        (hits[0] + hits[1] > 0).then_some(())?;
        Some(Held { topic, a, b, change: verdict::share_change(a, b)?, q: 1.0 })
    };
    let mut found: Vec<Held> = hits.iter().enumerate().filter_map(held).collect();
    let q = verdict::q_values(&found.iter().map(|held| held.change.p).collect::<Vec<f64>>());
    for (held, q) in found.iter_mut().zip(q) {
        held.q = q;
    }
    let size = |held: &Held| held.change.difference.abs();
    found.sort_by(|a, b| a.q.total_cmp(&b.q).then(size(b).total_cmp(&size(a))));
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::corpus::Feel;
    use super::super::numbers::tests::{corpus, person, six};
    use super::*;

    #[test]
    fn groups_are_held_against_the_others_and_small_ones_are_not() {
        let day = date(2026, 11, 2);
        let people = (0..200).map(|at| {
            let value = usize::from(at < 60);
            let hits = if value == 1 { at % 2 == 0 } else { at % 10 == 0 };
            let about: &[(usize, Feel)] = if hits { &[(0, Feel::Neg)] } else { &[] };
            person(day, 5.0, value, about)
        });
        let corpus = corpus(people.collect());
        let found = cells(&corpus, Period::default(), 0, &[0, 2], 8);
        assert_eq!((found[0][0].mine, found[0][1].mine), ((14, 140), (30, 60)));
        assert_eq!(
            (found[0][0].is_more(), found[0][1].is_more(), found[1][0].is_more()),
            (Some(false), Some(true), None)
        );
        let who = who(&corpus, Period::default(), 0);
        assert_eq!((who[0].1, who[0].2.ratio().unwrap().value), (1, 5.0));
        let held = differences(&corpus, Sides::Groups(Period::default(), 0, 1, None));
        assert_eq!((held.len(), held[0].a, held[0].b), (1, (30, 60), (14, 140)));
        assert!((held[0].change.difference - 40.0).abs() < 1e-9);
        assert_eq!(held[0].change.verdict(held[0].q), verdict::Verdict::ClearRise);
        assert!(who_of_few().is_empty());
    }

    fn who_of_few() -> Vec<Who> {
        who(&six(), Period::default(), 0)
    }
}
