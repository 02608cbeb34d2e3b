//! Whether treated and comparison units went alike before the start: what difference-in-differences rests on.

use super::did::extreme;
use super::panel::regress;
use super::spread::spread;
use super::{Effect, Panel, Weighing, Why};

/// Periods before the start without which there is no trend to look at.
pub const BEFORE_LEAST: usize = 3;

/// How the treated units moved against the others, period by period.
#[derive(Clone, Debug, PartialEq)]
pub struct EventStudy {
    /// The period that all others are compared with: the last one before the start.
    pub reference: usize,
    /// (period, effect) of all other periods in which both sides have answers, in order; before the start they should
    /// be 0.
    pub steps: Vec<(usize, Effect)>,
}

/// The effect of being treated in each period but the last before the start, by the regression of [`super::did::did`]
/// with a column for each of them (Jacobson, LaLonde and Sullivan 1993). Each step has its own range.
pub fn event_study(panel: &Panel, weighing: Weighing) -> Result<EventStudy, Why> {
    panel.check()?;
    let there = |period: usize, treated: bool| {
        let mut units = panel.units.iter().filter(|unit| unit.treated == treated);
        units.any(|unit| panel.cells(unit, weighing).any(|(at, ..)| at == period))
    };
    let both: Vec<usize> = (0..panel.periods()).filter(|&at| there(at, true) && there(at, false)).collect();
    let reference = both.iter().copied().rfind(|&at| at < panel.start).ok_or(Why::NothingBefore)?;
    let steps: Vec<usize> = both.into_iter().filter(|&at| at != reference).collect();
    let column = |unit: usize, period: usize, column: usize| {
        f64::from(u8::from(panel.units[unit].treated && period == steps[column]))
    };
    // A period in which only the treated have answers would be its own effect: it is left out.
    let mut kept = panel.clone();
    for unit in kept.units.iter_mut().filter(|unit| unit.treated) {
        for (period, cell) in unit.cells.iter_mut().enumerate() {
            if period != reference && !steps.contains(&period) {
                *cell = None;
            }
        }
    }
    let fit = regress(&kept, weighing, steps.len(), &column).ok_or(Why::Degenerate)?;
    let treated: Vec<bool> = panel.units.iter().map(|unit| unit.treated).collect();
    let tells = panel.tells(weighing);
    let mut found = Vec::with_capacity(steps.len());
    for (at, &period) in steps.iter().enumerate() {
        let influence: Vec<f64> = fit.influence.iter().map(|moved| moved[at]).collect();
        found.push((period, spread(&influence, &tells, &treated)?.effect(fit.beta[at])));
    }
    Ok(EventStudy { reference, steps: found })
}

/// Two tests of whether both sides went alike before the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parallel {
    /// All periods before the start together: the share of assignments under which the sides differ at least as much.
    pub joint: f64,
    /// How much more the treated units rose from one period to the next.
    pub trend: Effect,
}

impl Parallel {
    /// The smaller of both p values, doubled (Bonferroni).
    pub fn p(&self) -> f64 {
        (2.0 * self.joint.min(self.trend.p)).min(1.0)
    }
}

/// Tests the periods before the start. That nothing is found does not prove that both sides would have gone alike
/// afterwards, and looking at it first makes ranges a little too narrow (Roth, "Pretest with Caution", American Economic
/// Review: Insights 4, 2022).
///
/// `joint` sums, over periods, the squares of how far both sides are apart, and compares with other assignments of
/// units ([`super::did::randomisation`]): unlike the F test of all steps it holds with more periods than units.
pub fn parallel(panel: &Panel, weighing: Weighing, seed: u64) -> Result<Parallel, Why> {
    panel.check()?;
    let before = panel.until(panel.start, panel.start);
    let mut periods: Vec<usize> =
        before.units.iter().flat_map(|unit| before.cells(unit, weighing).map(|(period, ..)| period)).collect();
    periods.sort_unstable();
    periods.dedup();
    if periods.len() < BEFORE_LEAST {
        return Err(Why::TooFewPeriods { least: BEFORE_LEAST });
    }
    let slope = |unit: usize, period: usize, _: usize| {
        if panel.units[unit].treated { period as f64 - panel.start as f64 } else { 0.0 }
    };
    let fit = regress(&before, weighing, 1, &slope).ok_or(Why::Degenerate)?;
    let treated: Vec<bool> = panel.units.iter().map(|unit| unit.treated).collect();
    let influence: Vec<f64> = fit.influence.iter().map(|moved| moved[0]).collect();
    let tells: Vec<f64> =
        before.units.iter().map(|unit| before.cells(unit, weighing).map(|(_, weight, _)| weight).sum()).collect();
    let trend = spread(&influence, &tells, &treated)?.effect(fit.beta[0]);
    let left = regress(&before, weighing, 0, &|_, _, _| 0.0).ok_or(Why::Degenerate)?.residuals;
    let width = panel.start;
    let apart = |labels: &[bool]| {
        let mut sums = vec![[(0.0, 0.0); 2]; width];
        for (cells, label) in left.iter().zip(labels) {
            for &(period, left) in cells {
                let sum = &mut sums[period][usize::from(*label)];
                *sum = (sum.0 + left, sum.1 + 1.0);
            }
        }
        let both = sums.iter().filter(|sides| sides.iter().all(|side| side.1 > 0.0));
        both.map(|[other, own]| (own.0 / own.1 - other.0 / other.1).powi(2)).sum::<f64>()
    };
    Ok(Parallel { joint: extreme(&treated, seed, &apart), trend })
}
