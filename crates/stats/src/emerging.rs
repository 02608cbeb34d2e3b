//! What people begin to talk about, and what they stop talking about.

use statrs::distribution::{Binomial, ContinuousCDF, DiscreteCDF, Normal};

use crate::{Range, discovery, share};

/// Mentions, in the time looked at or in the time before, below which a topic is not judged.
pub const MENTIONS_MIN: u64 = 5;
/// Up to this adjusted p value a topic emerges or fades.
const Q_MAX: f64 = 0.05;
/// Mentions up to which the test is exact.
const EXACT_TO: u64 = 2_000;

/// The texts of one day, and how many of them mention a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// 0 to 6. A caller whose calendar has holidays gives them a number of their own, from 7 on.
    pub kind: u8,
    pub texts: u64,
    pub mentions: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tide {
    Emerging,
    Fading,
    Steady,
    /// Too few mentions to say.
    Unknown,
}

/// How often a topic is mentioned, against what the same kinds of days let expect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    pub tide: Tide,
    pub mentions: u64,
    pub expected: f64,
    /// Mentions by expected ones, 95 %; none without mentions before.
    pub ratio: Option<(f64, Range)>,
    /// Two-sided, before and after adjusting for all topics.
    pub p: f64,
    pub q: f64,
}

/// Judges topics, each with its days before and now.
///
/// On each kind of day a topic's mentions are taken as falling on texts before and now alike; given their number, those
/// now are then binomial with the share of texts that are now (Przyborowski and Wilenski, "Homogeneity of Results in
/// Testing Samples from Poisson Series", Biometrika 31, 1940), and the kinds of days add up. So neither a busy week nor
/// more weekends make a topic emerge. Where the days before vary more than that (a party of thirty, all of the same
/// mind), the p value is widened by the square root of their Pearson dispersion. All topics are adjusted together by
/// [`discovery`].
pub fn movements(topics: &[(Vec<Day>, Vec<Day>)]) -> Vec<Movement> {
    let mut found: Vec<Movement> = topics.iter().map(|(before, now)| movement(before, now)).collect();
    let judged: Vec<usize> = (0..found.len()).filter(|at| found[*at].tide != Tide::Unknown).collect();
    let q = discovery(&judged.iter().map(|at| found[*at].p).collect::<Vec<f64>>());
    for (at, q) in judged.into_iter().zip(q) {
        let movement = &mut found[at];
        movement.q = q;
        movement.tide = match q < Q_MAX {
            true if movement.mentions as f64 > movement.expected => Tide::Emerging,
            true => Tide::Fading,
            false => Tide::Steady,
        };
    }
    found
}

fn movement(before: &[Day], now: &[Day]) -> Movement {
    let kinds = kinds(before, now);
    let mentions: u64 = kinds.iter().map(|kind| kind.now.1).sum();
    let earlier: u64 = kinds.iter().map(|kind| kind.before.1).sum();
    let rate = |kind: &Kind| kind.before.1 as f64 / kind.before.0 as f64;
    let expected: f64 = kinds.iter().map(|kind| rate(kind) * kind.now.0 as f64).sum();
    let total = mentions + earlier;
    if total < MENTIONS_MIN || kinds.is_empty() {
        return Movement { tide: Tide::Unknown, mentions, expected, ratio: None, p: 1.0, q: 1.0 };
    }
    let p = widened(two_sided(&kinds, mentions), dispersion(before));
    // The share of mentions that are now, against the share that is expected, as a ratio of rates.
    let even = even(&kinds, total);
    let rates = |part: f64| if part < 1.0 { part / (1.0 - part) * (1.0 - even) / even } else { f64::INFINITY };
    let ratio = share(mentions, total)
        .filter(|_| earlier > 0)
        .and_then(|part| Some((rates(part.value), part.range?)))
        .map(|(value, range)| (value, Range { low: rates(range.low), high: rates(range.high) }));
    Movement { tide: Tide::Steady, mentions, expected, ratio, p, q: 1.0 }
}

/// Texts and mentions on one kind of day.
#[derive(Clone, Copy, Debug)]
struct Kind {
    before: (u64, u64),
    now: (u64, u64),
}

/// The kinds of days that both times have; others cannot be compared.
fn kinds(before: &[Day], now: &[Day]) -> Vec<Kind> {
    let sum = |days: &[Day], kind: u8| {
        days.iter()
            .filter(|day| day.kind == kind)
            .fold((0, 0), |(texts, mentions), day| (texts + day.texts, mentions + day.mentions.min(day.texts)))
    };
    (0..=u8::MAX)
        .filter(|kind| now.iter().any(|day| day.kind == *kind))
        .map(|kind| Kind { before: sum(before, kind), now: sum(now, kind) })
        .filter(|kind| kind.before.0 > 0 && kind.now.0 > 0)
        .collect()
}

fn chance(kind: &Kind) -> (f64, u64) {
    (kind.now.0 as f64 / (kind.now.0 + kind.before.0) as f64, kind.now.1 + kind.before.1)
}

/// The share of all mentions that would be now.
fn even(kinds: &[Kind], total: u64) -> f64 {
    kinds.iter().map(chance).map(|(share, n)| share * n as f64).sum::<f64>() / total as f64
}

/// Twice the smaller tail of the sum of the binomials.
fn two_sided(kinds: &[Kind], mentions: u64) -> f64 {
    let parts: Vec<(f64, u64)> = kinds.iter().map(chance).filter(|(_, n)| *n > 0).collect();
    let tails = |low: f64, high: f64| (2.0 * low.min(high)).min(1.0);
    if let [(share, n)] = parts[..] {
        let Ok(binomial) = Binomial::new(share, n) else { return 1.0 };
        let above = if mentions == 0 { 1.0 } else { binomial.sf(mentions - 1) };
        return tails(binomial.cdf(mentions), above);
    }
    if parts.iter().map(|(_, n)| n).sum::<u64>() > EXACT_TO {
        let mean: f64 = parts.iter().map(|(share, n)| share * *n as f64).sum();
        let variance: f64 = parts.iter().map(|(share, n)| share * (1.0 - share) * *n as f64).sum();
        let over = ((mentions as f64 - mean).abs() - 0.5).max(0.0);
        return 2.0 * Normal::standard().cdf(-over / variance.sqrt());
    }
    let most: u64 = parts.iter().map(|(_, n)| n).sum();
    let mut sum = vec![0.0; most as usize + 1];
    sum[0] = 1.0;
    let trials = parts.iter().flat_map(|(share, n)| (0..*n).map(move |_| share));
    for (tried, share) in trials.enumerate() {
        for at in (0..=tried + 1).rev() {
            let came = if at > 0 { sum[at - 1] * share } else { 0.0 };
            sum[at] = sum[at] * (1.0 - share) + came;
        }
    }
    let at = mentions as usize;
    tails(sum[..=at].iter().sum(), sum[at..].iter().sum())
}

/// How much more the days vary than chance alone lets them, at least 1: Pearson's χ² by its degrees of freedom.
fn dispersion(days: &[Day]) -> f64 {
    let days: Vec<&Day> = days.iter().filter(|day| day.texts > 0).collect();
    let texts: u64 = days.iter().map(|day| day.texts).sum();
    let rate = days.iter().map(|day| day.mentions.min(day.texts)).sum::<u64>() as f64 / texts.max(1) as f64;
    if days.len() < 8 || rate <= 0.0 || rate >= 1.0 {
        return 1.0;
    }
    let term = |day: &&Day| {
        let expected = rate * day.texts as f64;
        (day.mentions.min(day.texts) as f64 - expected).powi(2) / (expected * (1.0 - rate))
    };
    (days.iter().map(term).sum::<f64>() / (days.len() - 1) as f64).max(1.0)
}

fn widened(p: f64, dispersion: f64) -> f64 {
    if dispersion <= 1.0 || p <= 0.0 {
        return p;
    }
    2.0 * Normal::standard().cdf(Normal::standard().inverse_cdf(p / 2.0) / dispersion.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(weeks: u64, texts: impl Fn(u8) -> u64, mentions: impl Fn(u8) -> u64) -> Vec<Day> {
        let day = |kind| Day { kind, texts: texts(kind), mentions: mentions(kind) };
        (0..weeks).flat_map(|_| (0..7).map(day)).collect()
    }

    /// A single kind of day is a plain binomial test: 12 of 20 mentions in a fifth of the texts; scipy's binom gives
    /// P(X ≥ 12 | 20, 0.2) = 1.0172877e-4.
    #[test]
    fn one_kind_of_day_is_a_binomial_test() {
        let before = vec![Day { kind: 0, texts: 400, mentions: 8 }];
        let now = vec![Day { kind: 0, texts: 100, mentions: 12 }];
        let found = movements(&[(before, now)])[0];
        assert!((found.p - 2.0 * 1.017_287_7e-4).abs() < 1e-9, "{found:?}");
        assert!((found.expected - 2.0).abs() < 1e-12);
        assert!((found.ratio.unwrap().0 - 6.0).abs() < 1e-9, "12 % of texts instead of 2 %: {found:?}");
        assert_eq!(found.tide, Tide::Emerging);
    }

    /// Parties come at weekends. A time of weekends alone has many more of them than an average day, and no more than
    /// other weekends.
    #[test]
    fn weekends_are_compared_with_weekends() {
        let texts = |_| 100;
        let parties = |kind: u8| if kind >= 5 { 20 } else { 1 };
        let weekend: Vec<Day> = weeks(1, texts, parties).into_iter().filter(|day| day.kind >= 5).collect();
        let found = movements(&[(weeks(8, texts, parties), weekend)])[0];
        assert_eq!(found.tide, Tide::Steady);
        assert!((found.expected - 40.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn a_busy_week_makes_nothing_emerge() {
        let found = movements(&[(weeks(8, |_| 50, |_| 2), weeks(1, |_| 500, |_| 20))])[0];
        assert_eq!(found.tide, Tide::Steady);
    }

    #[test]
    fn topics_come_and_go() {
        let found = movements(&[
            (weeks(8, |_| 100, |_| 1), weeks(1, |_| 100, |_| 6)),
            (weeks(8, |_| 100, |_| 5), weeks(1, |_| 100, |_| 0)),
            (weeks(8, |_| 100, |_| 0), weeks(1, |_| 100, |_| 3)),
            (weeks(8, |_| 100, |_| 0), weeks(1, |_| 100, |kind| u64::from(kind == 0))),
        ]);
        let tides: Vec<Tide> = found.iter().map(|movement| movement.tide).collect();
        assert_eq!(tides, [Tide::Emerging, Tide::Fading, Tide::Emerging, Tide::Unknown]);
        assert_eq!(found[2].ratio, None, "nothing was there before");
    }

    /// Bursts: on every tenth day thirty mentions at once. One more burst is nothing new.
    #[test]
    fn bursts_as_there_were_before_are_no_news() {
        let before: Vec<Day> = (0..70_u64)
            .map(|at| Day { kind: (at % 7) as u8, texts: 100, mentions: if at % 10 == 0 { 30 } else { 0 } })
            .collect();
        let now: Vec<Day> =
            (0..7_u64).map(|at| Day { kind: at as u8, texts: 100, mentions: if at == 3 { 40 } else { 0 } }).collect();
        let found = movements(&[(before, now)])[0];
        assert_eq!(found.tide, Tide::Steady, "{found:?}");
    }

    #[test]
    fn the_sum_of_binomials_agrees_with_one_where_shares_are_equal() {
        let kind = |now, before| Kind { before: (80, before), now: (20, now) };
        let many = [kind(4, 3), kind(5, 2), kind(3, 3)];
        let one = [Kind { before: (80, 8), now: (20, 12) }];
        assert!((two_sided(&many, 12) - two_sided(&one, 12)).abs() < 1e-12);
    }
}
