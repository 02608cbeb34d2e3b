//! The numbers of topics: pure functions over what [`super::corpus`] has read. Their statistics are explained in
//! docs/statistics.md.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::survey::Kind;
use stats::{Day, Estimate, Movement, Themed, Tide};

use super::corpus::{Corpus, Person};
use crate::period::{Bucket, Period};
use crate::verdict::{self, Change};
use measures::{Metric, Scores};

/// Topics at the top that the score is shared among; the others together are one more.
pub const PLAYERS_MAX: usize = 14;
/// Where no period before can be held against it: the days that count as now.
const NOW_DAYS: i32 = 28;

/// Everything about the topics of a period.
#[derive(Debug, Default)]
pub struct Numbers {
    /// Responses with a text.
    pub total: u64,
    /// Of them, those that mention no topic.
    pub without: u64,
    /// The scores of those who wrote.
    pub scores: Scores,
    /// In the order of the tree, siblings by how often they are mentioned. Topics that nobody mentions are left out,
    /// unless they fade.
    pub rows: Vec<Row>,
    pub parts: Option<Parts>,
}

/// One topic with everything below it.
#[derive(Debug)]
pub struct Row {
    /// Place in the tree.
    pub topic: usize,
    /// Responses that mention it.
    pub n: u64,
    /// Of 100 with a text.
    pub share: Estimate,
    /// Responses that feel negative, neutral and positive about it.
    pub feels: [u64; 3],
    /// The scores of those who mention it, and of the others who wrote.
    pub scores: Scores,
    pub others: Scores,
    /// Those who mention it against the others, with its q among all topics.
    pub change: Option<(Change, f64)>,
    pub movement: Movement,
}

/// The score of those who wrote, shared among the topics at the top.
#[derive(Debug)]
pub struct Parts {
    pub mean: f64,
    /// Without those who mention any topic.
    pub baseline: f64,
    /// They sum, with `rest`, to `mean − baseline`.
    pub of: Vec<(usize, f64)>,
    /// What the less frequent topics do together.
    pub rest: Option<f64>,
}

impl Row {
    /// Responses whose feeling about it was read.
    pub fn felt(&self) -> u64 {
        self.feels.iter().sum()
    }

    /// From -1, all negative, to 1; nothing where none was read.
    pub fn net(&self) -> Option<f64> {
        let felt = self.felt();
        (felt > 0).then(|| (self.feels[2] as f64 - self.feels[0] as f64) / felt as f64)
    }
}

/// What is held against what to find topics that come up or fade: the period and the one before, and for an open one
/// the latest days and all before them.
pub fn tides(corpus: &Corpus, period: Period) -> (Period, Period) {
    sides(period, corpus.people.iter().map(|person| person.day))
}

/// As [`tides`], of texts written on these days.
pub fn sides(period: Period, days: impl Iterator<Item = Date>) -> (Period, Period) {
    if let Some(before) = period.before() {
        return (period, before);
    }
    let newest = days.filter(|day| period.contains(*day)).max();
    let Some(newest) = newest else { return (period, Period::default()) };
    let now = Period::ending(newest, NOW_DAYS);
    let last = now.first.and_then(|first| first.yesterday().ok());
    (now, Period { first: period.first, last })
}

/// The period that has to be read, so that there is one before to hold it against.
pub fn whole(period: Period) -> Period {
    match (period.before(), period.last) {
        (Some(before), last) => Period { first: before.first, last },
        _ => period,
    }
}

pub fn numbers(corpus: &Corpus, metric: Option<Metric>, period: Period) -> Numbers {
    let count = corpus.tree.topics.len();
    let people: Vec<&Person> = corpus.people.iter().filter(|person| period.contains(person.day)).collect();
    let total = people.len() as u64;
    let mut all = Scores::default();
    let mut n = vec![0_u64; count];
    let mut feels = vec![[0_u64; 3]; count];
    let mut scores = vec![Scores::default(); count];
    for person in &people {
        if let Some(score) = person.score {
            all.add(score, 1);
        }
        for about in &person.about {
            n[about.topic] += 1;
            if let Some(score) = person.score {
                scores[about.topic].add(score, 1);
            }
            if let Some(feel) = about.feels {
                feels[about.topic][feel as usize] += 1;
            }
        }
    }
    let movements = movements(corpus, period);
    let shown = |at: &usize| n[*at] > 0 || movements[*at].tide == Tide::Fading;
    let order: Vec<usize> = order(corpus, &n).into_iter().filter(shown).collect();
    let rows = order.into_iter().filter_map(|topic| {
        let scores = std::mem::take(&mut scores[topic]);
        let others = less(&all, &scores);
        Some(Row {
            share: stats::percent(n[topic], total)?,
            change: metric.and_then(|metric| verdict::change(metric, &scores, &others)).map(|change| (change, 1.0)),
            n: n[topic],
            feels: feels[topic],
            movement: movements[topic],
            topic,
            scores,
            others,
        })
    });
    let mut rows: Vec<Row> = rows.collect();
    let p: Vec<f64> = rows.iter().filter_map(|row| row.change.map(|(change, _)| change.p)).collect();
    let changes = rows.iter_mut().filter_map(|row| row.change.as_mut());
    for ((_, q), adjusted) in changes.zip(verdict::q_values(&p)) {
        *q = adjusted;
    }
    Numbers {
        total,
        without: people.iter().filter(|person| person.about.is_empty()).count() as u64,
        parts: metric.and_then(|metric| parts(corpus, &people, &n, metric)),
        scores: all,
        rows,
    }
}

/// The topics as the tree has them, siblings by `n`, the most first.
fn order(corpus: &Corpus, n: &[u64]) -> Vec<usize> {
    let tree = &corpus.tree;
    let below = |above: Option<usize>| {
        let mut below: Vec<usize> = (0..tree.topics.len()).filter(|at| tree.above[*at] == above).collect();
        below.sort_by_key(|at| n[*at]);
        below
    };
    // The last of the stack comes next, so the most frequent one is put there last.
    let mut stack = below(None);
    let mut order = Vec::with_capacity(tree.topics.len());
    while let Some(next) = stack.pop() {
        order.push(next);
        stack.extend(below(Some(next)));
    }
    order
}

/// Scores that are among `all` and not among `some` of them.
fn less(all: &Scores, some: &Scores) -> Scores {
    let left = |(score, count): (&i64, &u64)| {
        let left = count.saturating_sub(some.0.get(score).copied().unwrap_or(0));
        (left > 0).then_some((*score, left))
    };
    Scores(all.0.iter().filter_map(left).collect())
}

/// What one answer adds to the number, such that the mean of all is the number.
pub fn worth(metric: Metric, score: f64) -> f64 {
    let score = score.round();
    match metric.kind {
        Kind::Nps if score >= stats::PROMOTER_FROM => 100.0,
        Kind::Nps if score <= stats::DETRACTOR_TO => -100.0,
        Kind::Nps => 0.0,
        Kind::Csat if score as i64 >= metric.satisfied_from() => 100.0,
        Kind::Csat => 0.0,
        _ => score,
    }
}

/// The removal game ([`stats::removal`]) among the topics at the top, the less frequent ones taken together.
fn parts(corpus: &Corpus, people: &[&Person], n: &[u64], metric: Metric) -> Option<Parts> {
    let tree = &corpus.tree;
    let mut players: Vec<usize> = (0..n.len()).filter(|at| tree.above[*at].is_none() && n[*at] > 0).collect();
    players.sort_by_key(|at| std::cmp::Reverse(n[*at]));
    let has_rest = players.len() > PLAYERS_MAX + 1;
    if has_rest {
        players.truncate(PLAYERS_MAX);
    }
    let mut bit = vec![u32::MAX; n.len()];
    for (at, topic) in players.iter().enumerate() {
        bit[*topic] = at as u32;
    }
    let bit_of = |topic: usize| match bit[topic] {
        u32::MAX if has_rest && tree.above[topic].is_none() => Some(players.len() as u32),
        u32::MAX => None,
        bit => Some(bit),
    };
    let themed: Vec<Themed> = people
        .iter()
        .filter_map(|person| {
            let themes = person.about.iter().filter_map(|about| bit_of(about.topic)).fold(0, |all, bit| all | 1 << bit);
            Some(Themed { themes, score: worth(metric, person.score?), group: 0 })
        })
        .collect();
    let found = stats::removal(&themed, players.len() + usize::from(has_rest), 1)?;
    let rest = has_rest.then(|| found.parts.last().copied()).flatten();
    Some(Parts { mean: found.mean, baseline: found.baseline, of: players.into_iter().zip(found.parts).collect(), rest })
}

/// What comes up and what fades, for each topic of the tree, all judged together.
pub fn movements(corpus: &Corpus, period: Period) -> Vec<Movement> {
    let (now, before) = tides(corpus, period);
    let days: BTreeSet<Date> = corpus.people.iter().map(|person| person.day).collect();
    let days: Vec<Date> = days.into_iter().filter(|day| now.contains(*day) || before.contains(*day)).collect();
    let mut texts = vec![0_u64; days.len()];
    let mut mentions = vec![vec![0_u64; days.len()]; corpus.tree.topics.len()];
    for person in &corpus.people {
        let Ok(at) = days.binary_search(&person.day) else { continue };
        texts[at] += 1;
        for about in &person.about {
            mentions[about.topic][at] += 1;
        }
    }
    let of = |mentions: &[u64], period: Period| -> Vec<Day> {
        let within = (0..days.len()).filter(|at| period.contains(days[*at]));
        let kind = |day: Date| day.weekday().to_monday_zero_offset().unsigned_abs();
        within.map(|at| Day { kind: kind(days[at]), texts: texts[at], mentions: mentions[at] }).collect()
    };
    let topics: Vec<(Vec<Day>, Vec<Day>)> =
        mentions.iter().map(|mentions| (of(mentions, before), of(mentions, now))).collect();
    stats::movements(&topics)
}

/// Mentions of each of `topics` and responses with texts, step by step.
pub fn trends(corpus: &Corpus, topics: &[usize], steps: &[Bucket], period: Period) -> Vec<Vec<(u64, u64)>> {
    let mut place = vec![usize::MAX; corpus.tree.topics.len()];
    for (at, topic) in topics.iter().enumerate() {
        place[*topic] = at;
    }
    let mut trends = vec![vec![(0, 0); steps.len()]; topics.len()];
    let mut texts = vec![0; steps.len()];
    for person in corpus.people.iter().filter(|person| period.contains(person.day)) {
        let Some(step) = steps.partition_point(|step| step.first <= person.day).checked_sub(1) else { continue };
        texts[step] += 1;
        for about in &person.about {
            if let Some(trend) = trends.get_mut(place[about.topic]) {
                trend[step].0 += 1;
            }
        }
    }
    for trend in &mut trends {
        for (step, n) in trend.iter_mut().zip(&texts) {
            step.1 = *n;
        }
    }
    trends
}

/// The first and the last day with a text.
pub fn days(corpus: &Corpus, period: Period) -> Option<(Date, Date)> {
    let days = || corpus.people.iter().map(|person| person.day).filter(|day| period.contains(*day));
    Some((days().min()?, days().max()?))
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::civil::date;
    use kernel::survey::Scale;
    use store::topics::Topic;

    use super::super::corpus::{About, Feel, Tree};
    use super::*;

    const NPS: Metric = Metric { kind: Kind::Nps, scale: Scale { from: 0, to: 10 } };

    pub fn person(day: Date, score: f64, value: usize, about: &[(usize, Feel)]) -> Person {
        let about = about.iter().map(|(topic, feels)| About { topic: *topic, feels: Some(*feels) }).collect();
        Person { position: 0, day, score: Some(score), values: vec![Some(value)], about }
    }

    pub fn corpus(people: Vec<Person>) -> Corpus {
        let topic = |key: &str, parent: Option<&str>| Topic {
            key: key.into(),
            parent: parent.map(Into::into),
            ..Topic::default()
        };
        let tree = Tree::new(vec![topic("a", None), topic("a.b", Some("a")), topic("c", None)]);
        Corpus { tree, people, values: vec![vec!["north".into(), "south".into()]], is_cut: false }
    }

    /// By hand: two say nothing (10, 10), one says a (7), one a.b and so a (0), one a and c (0), one c (9).
    pub fn six() -> Corpus {
        let day = date(2026, 11, 2);
        let b = [(0, Feel::Neg), (1, Feel::Neg)];
        corpus(vec![
            person(day, 10.0, 0, &[]),
            person(day, 10.0, 0, &[]),
            person(day, 7.0, 0, &[(0, Feel::Neu)]),
            person(day, 0.0, 1, &b),
            person(day, 0.0, 1, &[(0, Feel::Neg), (2, Feel::Pos)]),
            person(day, 9.0, 1, &[(2, Feel::Pos)]),
        ])
    }

    #[test]
    fn topics_are_rolled_up_and_the_parts_sum_to_the_score() {
        let found = numbers(&six(), Some(NPS), Period::default());
        assert_eq!((found.total, found.without), (6, 2));
        let rows: Vec<(usize, u64, [u64; 3])> = found.rows.iter().map(|row| (row.topic, row.n, row.feels)).collect();
        assert_eq!(rows, [(0, 3, [2, 1, 0]), (1, 1, [1, 0, 0]), (2, 2, [0, 0, 2])]);
        // Three promoters and two detractors of six: 16.67. Nobody who mentions a topic: 100.
        let parts = found.parts.unwrap();
        assert!((parts.mean - 100.0 / 6.0).abs() < 1e-9 && (parts.baseline - 100.0).abs() < 1e-9, "{parts:?}");
        // {a}: 100, 100, 0, −100 → 25; {c}: 100; {a, c}: 16.67.
        // a: ((25 − 100) + (16.67 − 100)) / 2 = −79.17; c: ((100 − 100) + (16.67 − 25)) / 2 = −4.17.
        let (a, c) = (parts.of[0], parts.of[1]);
        assert!(a.0 == 0 && (a.1 + 79.166_667).abs() < 1e-5, "{parts:?}");
        assert!(c.0 == 2 && (c.1 + 4.166_667).abs() < 1e-5, "{parts:?}");
        assert_eq!(parts.rest, None);
        // Those who mention a: 7, 0, 0; the others 10, 10, 9.
        assert_eq!(found.rows[0].scores.total(), 3);
        assert_eq!(found.rows[0].others, Scores([(9, 1), (10, 2)].into_iter().collect()));
    }

    #[test]
    fn many_topics_at_the_top_share_a_rest() {
        let topics = (0..20).map(|at| Topic { key: format!("t{at}"), ..Topic::default() }).collect();
        let people =
            (0..40).map(|at| person(date(2026, 11, 2), f64::from(at % 11), 0, &[(at as usize % 20, Feel::Neg)]));
        let corpus = Corpus { tree: Tree::new(topics), ..corpus(people.collect()) };
        let parts = numbers(&corpus, Some(NPS), Period::default()).parts.unwrap();
        assert_eq!(parts.of.len(), PLAYERS_MAX);
        let sum: f64 = parts.of.iter().map(|(_, part)| part).sum::<f64>() + parts.rest.unwrap();
        assert!((sum - (parts.mean - parts.baseline)).abs() < 1e-9, "{parts:?}");
    }

    #[test]
    fn what_comes_up_is_found_on_the_same_kinds_of_days() {
        let mut people = Vec::new();
        for week in 0..8 {
            for n in 0..20 {
                let day = date(2026, 9, 7).saturating_add(jiff::Span::new().days(7 * week));
                let hits = if week < 4 { 1 } else { 10 };
                let about: &[(usize, Feel)] = if n < hits { &[(2, Feel::Neg)] } else { &[] };
                people.push(person(day, 5.0, 0, about));
            }
        }
        let corpus = corpus(people);
        let now = Period::new(date(2026, 10, 5), date(2026, 11, 1));
        let found = numbers(&corpus, None, now);
        assert_eq!(found.total, 80);
        assert_eq!(found.rows[0].movement.tide, Tide::Emerging);
        // Seen from the other end it fades.
        let (now, before) = tides(&corpus, Period::default());
        assert_eq!((now.last, before.last), (Some(date(2026, 10, 26)), Some(date(2026, 9, 28))));
    }
}
