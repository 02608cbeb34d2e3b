//! What a change is, in words instead of p values.

use crate::{Range, Z_95};

/// Answers below which nothing is said at all.
pub const FEWEST: u64 = 10;
/// Up to this adjusted p value a change is clear.
pub const CLEAR_TO: f64 = 0.05;
/// Up to this one it is likely.
pub const LIKELY_TO: f64 = 0.20;
/// More answers than this are not worth naming.
const ANSWERS_MAX: f64 = 1e9;

/// What there is to say about a difference of two groups or two times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    ClearRise,
    ClearFall,
    LikelyRise,
    LikelyFall,
    /// If there is a change, it is smaller than what matters.
    NoRealChange,
    /// The range is too wide; about so many more answers, shared equally among the two, would tell.
    CannotTellYet {
        more: u64,
    },
    /// Fewer than [`FEWEST`] answers on one side.
    TooFew,
}

/// A difference, with what its verdict hangs on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub value: f64,
    /// 95 %.
    pub range: Range,
    /// The p value adjusted for all others that are shown with it ([`crate::discovery`]).
    pub q: f64,
    /// Answers on each side.
    pub n: (u64, u64),
    /// The variance of one answer on each side, in the square of the difference's unit.
    pub variance: (f64, f64),
}

/// The verdict on `change`, where changes of `threshold` (above 0) and more matter.
///
/// Clear from q < .05 and |value| ≥ threshold; no real change if the whole range lies within ± threshold (the two
/// one-sided tests of Schuirmann 1987, at 2.5 %); likely from q < .20; else nobody can tell yet, and each side needs
/// (1.96 / threshold)² (v₁ + v₂) answers for a range of ± threshold.
pub fn verdict(change: &Change, threshold: f64) -> Verdict {
    let rises = change.value > 0.0;
    if change.n.0.min(change.n.1) < FEWEST {
        Verdict::TooFew
    } else if change.q < CLEAR_TO && change.value.abs() >= threshold {
        if rises { Verdict::ClearRise } else { Verdict::ClearFall }
    } else if change.range.low > -threshold && change.range.high < threshold {
        Verdict::NoRealChange
    } else if change.q < LIKELY_TO {
        if rises { Verdict::LikelyRise } else { Verdict::LikelyFall }
    } else {
        Verdict::CannotTellYet { more: more(change, threshold) }
    }
}

fn more(change: &Change, threshold: f64) -> u64 {
    let each = (Z_95 / threshold).powi(2) * (change.variance.0 + change.variance.1);
    let missing = |n: u64| (each - n as f64).max(0.0);
    let sum = missing(change.n.0) + missing(change.n.1);
    // Enough answers in theory and a range that is still too wide: at least one more.
    if sum.is_finite() { sum.ceil().clamp(1.0, ANSWERS_MAX) as u64 } else { ANSWERS_MAX as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(value: f64, half: f64, q: f64) -> Change {
        let range = Range { low: value - half, high: value + half };
        Change { value, range, q, n: (200, 200), variance: (6_100.0, 6_100.0) }
    }

    #[test]
    fn each_word_has_its_case() {
        for (value, half, q, expected) in [
            (12.0, 8.0, 0.003, Verdict::ClearRise),
            (-12.0, 8.0, 0.003, Verdict::ClearFall),
            (7.0, 9.0, 0.12, Verdict::LikelyRise),
            (-7.0, 9.0, 0.12, Verdict::LikelyFall),
            // Surely above 0, surely below what matters.
            (1.0, 0.9, 0.001, Verdict::NoRealChange),
            (0.5, 3.0, 0.8, Verdict::NoRealChange),
            // Surely above 0, and nobody knows whether it matters.
            (4.0, 2.0, 0.001, Verdict::LikelyRise),
        ] {
            assert_eq!(verdict(&change(value, half, q), 5.0), expected, "{value} ± {half}, q {q}");
        }
        assert_eq!(verdict(&Change { n: (9, 500), ..change(50.0, 1.0, 0.0) }, 5.0), Verdict::TooFew);
    }

    /// (1.96 / 15)² · 12 200 = 208.3 on each side, 200 are there.
    #[test]
    fn how_many_more_answers() {
        assert_eq!(verdict(&change(2.0, 15.3, 0.8), 15.0), Verdict::CannotTellYet { more: 17 });
        assert_eq!(verdict(&change(2.0, 15.3, 0.8), 0.0), Verdict::CannotTellYet { more: 1_000_000_000 });
    }
}
