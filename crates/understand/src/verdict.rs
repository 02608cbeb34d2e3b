//! What a difference between two numbers means, in plain words, and never more than the answers can carry.
//!
//! The difference is tested with Welch's z on the two variances; all differences that one page shows are corrected
//! together for their number (Benjamini and Hochberg, "Controlling the False Discovery Rate", JRSS B 57:1, 1995).

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Normal};

use measures::{Metric, Scores};

/// Fewer answers than this on either side say nothing.
pub const ANSWERS_MIN: u64 = 10;
const CLEAR_Q: f64 = 0.05;
const LIKELY_Q: f64 = 0.20;

/// The words; each is a Fluent message `understand-verdict-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    ClearFall,
    ClearRise,
    LikelyFall,
    LikelyRise,
    NoRealChange,
    CantTell,
    TooFew,
}

impl Verdict {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClearFall => "clear-fall",
            Self::ClearRise => "clear-rise",
            Self::LikelyFall => "likely-fall",
            Self::LikelyRise => "likely-rise",
            Self::NoRealChange => "no-real-change",
            Self::CantTell => "cant-tell",
            Self::TooFew => "too-few",
        }
    }

    pub fn is_fall(self) -> bool {
        matches!(self, Self::ClearFall | Self::LikelyFall)
    }

    pub fn is_rise(self) -> bool {
        matches!(self, Self::ClearRise | Self::LikelyRise)
    }
}

/// The difference of two numbers, tested on its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Now less before, in units of the number.
    pub difference: f64,
    /// Half the width of its 95 % range.
    pub margin: f64,
    /// Probability of a difference at least this large where there is none.
    pub p: f64,
    threshold: f64,
    /// Answers in the smaller of both groups, and how many it would take to see [`Metric::threshold`].
    smaller: u64,
    needed: f64,
}

/// `now` against `before`; nothing where either has no answers.
pub fn change(metric: Metric, now: &Scores, before: &Scores) -> Option<Change> {
    let (a, b) = (metric.estimate(now)?, metric.estimate(before)?);
    let (va, vb) = (metric.variance(now), metric.variance(before));
    let (na, nb) = (now.total() as f64, before.total() as f64);
    let error = (va / na + vb / nb).sqrt();
    let difference = a.value - b.value;
    let threshold = metric.threshold();
    Some(Change {
        difference,
        margin: stats::Z_95 * error,
        p: p_value(difference, error),
        threshold,
        smaller: now.total().min(before.total()),
        needed: (stats::Z_95 / threshold).powi(2) * (va + vb),
    })
}

/// Two shares, each `(hits, n)`, in points of a hundred; nothing where either has no answers.
pub fn share_change(now: (u64, u64), before: (u64, u64)) -> Option<Change> {
    let found = stats::share_difference(now, before)?;
    // Half each, as for the share of a metric: those who all agree are not certain.
    let variance = |(hits, n): (u64, u64)| {
        let share = (hits as f64 + 1.5) / (n as f64 + 3.0);
        1e4 * share * (1.0 - share)
    };
    let threshold = 5.0;
    Some(Change {
        difference: 100.0 * found.value,
        margin: 50.0 * (found.range.high - found.range.low),
        p: found.p,
        threshold,
        smaller: now.1.min(before.1),
        needed: (stats::Z_95 / threshold).powi(2) * (variance(now) + variance(before)),
    })
}

/// The two-sided p-value of a difference with this standard error.
fn p_value(difference: f64, error: f64) -> f64 {
    if error <= 0.0 {
        return if difference == 0.0 { 1.0 } else { 0.0 };
    }
    2.0 * Normal::standard().cdf(-(difference / error).abs())
}

impl Change {
    /// The word for it, given its `q` among all differences on the page.
    pub fn verdict(&self, q: f64) -> Verdict {
        let rise = self.difference > 0.0;
        if self.smaller < ANSWERS_MIN {
            Verdict::TooFew
        } else if q < CLEAR_Q && self.difference.abs() >= self.threshold {
            if rise { Verdict::ClearRise } else { Verdict::ClearFall }
        } else if self.difference.abs() + self.margin <= self.threshold {
            Verdict::NoRealChange
        } else if q < LIKELY_Q {
            if rise { Verdict::LikelyRise } else { Verdict::LikelyFall }
        } else {
            Verdict::CantTell
        }
    }

    /// About how many answers more would show a change worth acting on: rounded up to two digits.
    pub fn answers_needed(&self) -> u64 {
        let more = (self.needed - self.smaller as f64).max(1.0);
        let step = 10f64.powi((more.log10().floor() as i32 - 1).max(0));
        ((more / step).ceil() * step) as u64
    }
}

/// The q-values of p-values, in their order: the least false discovery rate at which each would be called.
pub fn q_values(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    let mut q = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (place, index) in order.into_iter().enumerate() {
        let rank = p.len() - place;
        least = least.min(p[index] * p.len() as f64 / rank as f64);
        q[index] = least;
    }
    q
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Kind, Scale};

    use super::*;

    const NPS: Metric = Metric { kind: Kind::Nps, scale: Scale { from: 0, to: 10 } };

    fn scores(promoters: u64, passives: u64, detractors: u64) -> Scores {
        Scores([(10, promoters), (8, passives), (2, detractors)].into_iter().collect())
    }

    fn verdict(now: &Scores, before: &Scores) -> Verdict {
        let change = change(NPS, now, before).unwrap();
        change.verdict(change.p)
    }

    #[test]
    fn words_follow_the_evidence() {
        let before = scores(500, 300, 200);
        assert_eq!(verdict(&scores(350, 300, 350), &before), Verdict::ClearFall);
        assert_eq!(verdict(&scores(700, 200, 100), &before), Verdict::ClearRise);
        assert_eq!(verdict(&scores(50_000, 30_000, 20_000), &scores(50_100, 30_000, 19_900)), Verdict::NoRealChange);
        assert_eq!(verdict(&scores(5, 3, 3), &before), Verdict::CantTell);
        assert_eq!(verdict(&scores(1, 0, 8), &before), Verdict::TooFew);
        assert_eq!(change(NPS, &Scores::default(), &before), None);
    }

    #[test]
    fn a_sure_but_tiny_change_is_no_clear_one() {
        let verdict = verdict(&scores(502_000, 300_000, 198_000), &scores(500_000, 300_000, 200_000));
        assert_eq!(verdict, Verdict::NoRealChange);
    }

    /// The fifteen p-values of the paper: four are called at 5 %.
    #[test]
    fn the_correction_agrees_with_its_paper() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000,
        ];
        let q = q_values(&p);
        assert_eq!(q.iter().filter(|q| **q < 0.05).count(), 4);
        assert!((q[3] - 0.035_625).abs() < 1e-9);
        assert!(q_values(&[]).is_empty());
    }

    #[test]
    fn the_normal_tail_is_the_printed_one() {
        assert!((p_value(1.959_964, 1.0) - 0.05).abs() < 1e-6);
        assert_eq!(p_value(0.0, 0.0), 1.0);
    }

    #[test]
    fn more_answers_are_named_in_round_numbers() {
        let change = change(NPS, &scores(5, 3, 3), &scores(500, 300, 200)).unwrap();
        // About (1.96 / 5)² · (7,500 + 6,100) ≈ 2,100 in the smaller group.
        let needed = change.answers_needed();
        assert!((1_500..3_000).contains(&needed) && needed.is_multiple_of(100), "{needed}");
    }
}
