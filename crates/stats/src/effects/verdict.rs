//! What may be claimed.

use super::{Effect, Why};

/// Below this p of the test before the start, both sides went apart already.
pub const APART: f64 = 0.05;
/// Up to this p among placebos an effect stands out enough.
pub const STANDS_OUT: f64 = 0.10;
/// Up to this p an effect is claimed. A range of 95 % holds the truth 93 to 97 times in 100 (docs/benchmarks.md), but at most
/// five effects in 100 may be claimed where there is none.
pub const CLAIMED_TO: f64 = 0.03;
/// A gap before the start as large as this part of the metric's spread, and the synthetic unit resembles nobody.
pub const FIT_LEAST: f64 = 1.0;

/// What is known of one initiative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    pub effect: Effect,
    pub higher_is_better: bool,
    /// The smallest effect that matters, in units of the metric, 0 or more.
    pub matters: f64,
    pub checks: Checks,
    /// Periods until an effect of that size would be seen, if that is to come ([`super::power::periods_until`] less those
    /// that have gone by); None if it never will be.
    pub periods_left: Option<usize>,
}

/// What was tried against the effect; None where it could not be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Checks {
    /// What was measured is the same before and after.
    pub definition_changed: bool,
    /// Of [`super::parallel::Parallel::p`].
    pub parallel: Option<f64>,
    /// Of placebos in space or of [`super::did::randomisation`].
    pub placebo: Option<f64>,
    /// The fewest that the placebo's p could be: one in the number of ways. A test that cannot fail says nothing.
    pub placebo_least: f64,
    /// The smallest p that the effect could have had: one in the number of periods for synthetic control, else 0.
    pub effect_least: f64,
    /// Root mean squared gap before the start, in standard deviations of the treated unit's own values there.
    pub fit: Option<f64>,
}

/// The words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Improved,
    Worsened,
    /// Nothing, or less than what matters.
    NoDetectableEffect,
    /// The range is too wide as yet; after so many periods more it would tell.
    TooEarly {
        periods_left: usize,
    },
    CannotTell(Why),
}

/// The verdict on one initiative: nothing is claimed if a check fails. An effect is claimed if its range does not hold 0,
/// its p is at most [`CLAIMED_TO`] (or the least that it can be), it is at least as large as what matters, and it stands out among placebos (p ≤ .10, where they are many enough to say
/// so). Otherwise the words are “no detectable effect”, unless the whole range is still wider than what matters
/// and time will narrow it.
pub fn verdict(evidence: &Result<Evidence, Why>) -> Verdict {
    let evidence = match evidence {
        Ok(evidence) => evidence,
        Err(why) => return Verdict::CannotTell(*why),
    };
    let Evidence { effect, checks, matters, .. } = evidence;
    if checks.definition_changed {
        return Verdict::CannotTell(Why::DefinitionChanged);
    }
    if !effect.value.is_finite() || effect.range.low.is_nan() || effect.range.high.is_nan() {
        return Verdict::CannotTell(Why::Degenerate);
    }
    if checks.parallel.is_some_and(|p| p < APART) {
        return Verdict::CannotTell(Why::NotParallel);
    }
    if checks.fit.is_some_and(|fit| fit > FIT_LEAST) {
        return Verdict::CannotTell(Why::PoorFit);
    }
    let seen = effect.range.low > 0.0 || effect.range.high < 0.0;
    let stands_out = checks.placebo_least > STANDS_OUT || checks.placebo.is_none_or(|p| p <= STANDS_OUT);
    let sure = effect.p <= CLAIMED_TO.max(checks.effect_least);
    if seen && sure && effect.value.abs() >= *matters {
        return match (stands_out, (effect.value > 0.0) == evidence.higher_is_better) {
            (false, _) => Verdict::CannotTell(Why::PlacebosMove),
            (true, true) => Verdict::Improved,
            (true, false) => Verdict::Worsened,
        };
    }
    let settled = effect.range.low > -matters && effect.range.high < *matters;
    match evidence.periods_left {
        Some(periods_left) if periods_left > 0 && !settled => Verdict::TooEarly { periods_left },
        _ => Verdict::NoDetectableEffect,
    }
}
