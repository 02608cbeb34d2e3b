//! The range of a synthetic control's effect, by turning a test round.

use super::simplex::nearest;
use super::synthetic::{Case, synthetic};
use super::{Effect, Why};
use crate::Range;

/// Periods in all without which no p value below .05 can be had, so no range either.
pub const PERIODS_LEAST: usize = 20;
/// Steps of the grid on either side of the estimate, and how often it is doubled.
const STEPS: i32 = 24;
const DOUBLINGS: usize = 6;
/// Halvings between a kept and a refused effect.
const HALVINGS: usize = 14;
/// Effects with a smaller p are refused.
const REFUSED: f64 = 0.05;

/// The mean effect from the start on with its range, for an effect that is the same in all periods after the start.
///
/// Conformal inference (Chernozhukov, Wüthrich and Zhu, "An Exact and Robust Conformal Inference Method for Counterfactual
/// and Synthetic Controls", JASA 116, 2021): an effect is tried by taking it off the treated unit and making the
/// synthetic one from *all* periods; if it is the true one, the gaps after the start look like those of any other
/// stretch of as many periods, going round in circles. The range holds all effects that are not refused at 5 %. It is
/// exact where gaps may be exchanged in time, and holds nearly where they are stationary; the p value is a multiple of
/// one in the number of periods.
pub fn effect(case: &Case) -> Result<Effect, Why> {
    let found = synthetic(case)?;
    if case.treated.len() < PERIODS_LEAST {
        return Err(Why::TooFewPeriods { least: PERIODS_LEAST });
    }
    let spread = case
        .treated
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    let mut reach = (3.0 * found.rmspe.0).max(1e-6 * (spread.1 - spread.0)).max(f64::MIN_POSITIVE);
    for _ in 0..DOUBLINGS {
        let step = reach / f64::from(STEPS);
        let kept: Vec<i32> =
            (-STEPS..=STEPS).filter(|at| p_of(case, found.value + f64::from(*at) * step) > REFUSED).collect();
        let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else {
            // Nothing near the estimate is kept: the grid is too coarse, or the unit is like none of the donors.
            reach /= 4.0;
            continue;
        };
        if first > -STEPS && last < STEPS {
            let at = |step_at: i32| found.value + f64::from(step_at) * step;
            let range =
                Range { low: border(case, at(first), at(first - 1)), high: border(case, at(last), at(last + 1)) };
            return Ok(Effect { value: found.value, range, p: p_of(case, 0.0) });
        }
        reach *= 2.0;
    }
    Err(Why::PoorFit)
}

/// Between an effect that is kept and one that is refused.
fn border(case: &Case, mut kept: f64, mut refused: f64) -> f64 {
    for _ in 0..HALVINGS {
        let middle = kept.midpoint(refused);
        if p_of(case, middle) > REFUSED { kept = middle } else { refused = middle }
    }
    kept
}

/// The p value of the hypothesis that the effect is `effect` in each period from the start on: the share of stretches
/// with a mean absolute gap at least as large as that after the start.
pub fn p_of(case: &Case, effect: f64) -> f64 {
    let target: Vec<f64> = case
        .treated
        .iter()
        .enumerate()
        .map(|(period, value)| if period < case.start { *value } else { value - effect })
        .collect();
    let weights = nearest(&target, &case.donors);
    let gap = |period: usize| {
        (target[period] - weights.iter().zip(&case.donors).map(|(weight, donor)| weight * donor[period]).sum::<f64>())
            .abs()
    };
    let gaps: Vec<f64> = (0..target.len()).map(gap).collect();
    let (periods, after) = (gaps.len(), gaps.len() - case.start);
    let stretch = |from: usize| (0..after).map(|at| gaps[(from + at) % periods]).sum::<f64>();
    let real = stretch(case.start) * (1.0 - 1e-9);
    (0..periods).filter(|&from| stretch(from) >= real).count() as f64 / periods as f64
}
