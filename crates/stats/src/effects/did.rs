//! Difference-in-differences: how much more the treated units changed than the others did.

use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::panel::{Regression, regress};
use super::spread::spread;
use super::{Effect, Errors, Panel, Weighing, Why};
use crate::chance::Chance;
use crate::importance::choices;

/// Assignments up to which all are tried; beyond that so many are drawn.
const ASSIGNMENTS: usize = 2_000;

/// Units up to which each is left out in turn; beyond that none decides alone.
pub const LEFT_OUT_MAX: usize = 200;

/// What difference-in-differences says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Did {
    pub effect: Effect,
    pub errors: Errors,
    /// Of the t distribution behind the range.
    pub freedom: f64,
    /// The standard error as most programs print it (CR1), for comparison; too small with few units.
    pub cr1: f64,
    /// Treated, others.
    pub units: (usize, usize),
}

/// The effect by a regression with an effect for each unit and each period (two-way fixed effects) and one column, which
/// is 1 for treated units from the start on. All treated units start together, so it is the difference of differences,
/// and none of the trouble of staggered starts arises (Goodman-Bacon 2021). The range: [`Errors`].
///
/// `cr1` is √(G/(G−1) · (N−1)/(N−K) · Σ influence²) (Liang and Zeger 1986; the small-sample factor of Stata).
pub fn did(panel: &Panel, weighing: Weighing) -> Result<Did, Why> {
    panel.check()?;
    let treated: Vec<bool> = panel.units.iter().map(|unit| unit.treated).collect();
    let fit = fit(panel, weighing, &treated)?;
    let influence: Vec<f64> = fit.influence.iter().map(|moved| moved[0]).collect();
    let spread = spread(&influence, &panel.tells(weighing), &treated)?.wilder(wilder(panel, weighing, &treated));
    Ok(Did {
        effect: spread.effect(fit.beta[0]),
        errors: spread.errors,
        freedom: spread.freedom,
        cr1: cr1(&fit, &influence),
        units: panel.counts(),
    })
}

fn fit(panel: &Panel, weighing: Weighing, treated: &[bool]) -> Result<Regression, Why> {
    let start = panel.start;
    regress(panel, weighing, 1, &|unit, period, _| f64::from(u8::from(treated[unit] && period >= start)))
        .ok_or(Why::Degenerate)
}

/// How many times the variance of the others' periods before the start that of the treated units' is, if it is
/// clearly more (5 % by the F test, with half the degrees of freedom, as noise carries over); else 1.
pub(super) fn wilder(panel: &Panel, weighing: Weighing, treated: &[bool]) -> f64 {
    let Some(fit) = regress(&panel.until(panel.start, panel.start), weighing, 0, &|_, _, _| 0.0) else { return 1.0 };
    let mut sides = [(0.0, 0.0); 2];
    for (cells, treated) in fit.residuals.iter().zip(treated).filter(|(cells, _)| cells.len() >= 2) {
        let side = &mut sides[usize::from(*treated)];
        side.0 += cells.iter().map(|(_, left)| left * left).sum::<f64>();
        side.1 += cells.len() as f64 - 1.0;
    }
    let [(others, others_free), (own, own_free)] = sides;
    let ratio = own / own_free / (others / others_free);
    // Where nothing varies at all the ratio is no number, of which there is no probability.
    let clearly = || FisherSnedecor::new(own_free / 2.0, others_free / 2.0).is_ok_and(|f| f.sf(ratio) < 0.05);
    if ratio.is_finite() && clearly() { ratio } else { 1.0 }
}

pub(super) fn cr1(fit: &Regression, influence: &[f64]) -> f64 {
    let groups = fit.residuals.iter().filter(|cells| !cells.is_empty()).count() as f64;
    let (cells, parameters) = (fit.cells as f64, fit.parameters as f64);
    let factor = groups / (groups - 1.0) * (cells - 1.0) / (cells - parameters);
    (factor * influence.iter().map(|moved| moved * moved).sum::<f64>()).sqrt()
}

/// The effect without each unit in turn, in the order of units; None where nothing can be said without it, and none of
/// all with more than [`LEFT_OUT_MAX`] units.
pub fn leave_one_out(panel: &Panel, weighing: Weighing) -> Vec<Option<f64>> {
    let without = |left_out: usize| {
        let kept: Vec<usize> = (0..panel.units.len()).filter(|&unit| unit != left_out).collect();
        let panel = panel.only(&kept);
        panel.check().ok()?;
        let treated: Vec<bool> = panel.units.iter().map(|unit| unit.treated).collect();
        Some(fit(&panel, weighing, &treated).ok()?.beta[0])
    };
    let units = Some(panel.units.len()).filter(|units| *units <= LEFT_OUT_MAX);
    (0..units.unwrap_or(0)).map(without).collect()
}

/// The share of ways to call as many units treated under which units differ at least as much as they do (Fisher 1935;
/// for one treated unit: MacKinnon and Webb, "Randomization inference for difference-in-differences with few treated
/// clusters", Journal of Econometrics 218, 2020). It needs no normal distribution, but cannot be below one in the
/// number of ways: with one treated of ten units it is never below .1.
///
/// What a unit changed is the mean of its residuals after the start less that before, from a regression on units and
/// periods alone. All ways are tried up to 2,000, or as many drawn from `seed`.
pub fn randomisation(panel: &Panel, weighing: Weighing, seed: u64) -> Result<f64, Why> {
    panel.check()?;
    let fit = regress(panel, weighing, 0, &|_, _, _| 0.0).ok_or(Why::Degenerate)?;
    let change = |cells: &Vec<(usize, f64)>| {
        let mean = |after: bool| {
            let (mut n, mut sum) = (0.0, 0.0);
            for (_, left) in cells.iter().filter(|(period, _)| (*period >= panel.start) == after) {
                n += 1.0;
                sum += left;
            }
            (n > 0.0).then(|| sum / n)
        };
        Some(mean(true)? - mean(false)?)
    };
    let changes: Vec<(bool, f64)> = panel
        .units
        .iter()
        .zip(&fit.residuals)
        .filter_map(|(unit, cells)| Some((unit.treated, change(cells)?)))
        .collect();
    let apart = |treated: &[bool]| {
        let (mut sums, mut counts) = ([0.0; 2], [0.0; 2]);
        for ((_, change), treated) in changes.iter().zip(treated) {
            sums[usize::from(*treated)] += change;
            counts[usize::from(*treated)] += 1.0;
        }
        (sums[1] / counts[1] - sums[0] / counts[0]).abs()
    };
    let treated: Vec<bool> = changes.iter().map(|(treated, _)| *treated).collect();
    Ok(extreme(&treated, seed, &apart))
}

/// The share of assignments with a statistic at least as large as that of the real one, which counts among them.
pub(super) fn extreme(treated: &[bool], seed: u64, statistic: &dyn Fn(&[bool]) -> f64) -> f64 {
    let units = treated.len();
    let count = treated.iter().filter(|treated| **treated).count();
    // What differs in rounding only is the same.
    let real = statistic(treated) * (1.0 - 1e-9);
    if choices(units, count) <= ASSIGNMENTS as f64 {
        let mut chosen: Vec<usize> = (0..count).collect();
        let (mut all, mut beyond) = (0.0, 0.0);
        loop {
            let mut labels = vec![false; units];
            chosen.iter().for_each(|&unit| labels[unit] = true);
            all += 1.0;
            beyond += f64::from(u8::from(statistic(&labels) >= real));
            // The next choice in the order of the alphabet.
            let Some(at) = (0..count).rev().find(|&at| chosen[at] < units - count + at) else { return beyond / all };
            chosen[at] += 1;
            (at + 1..count).for_each(|later| chosen[later] = chosen[later - 1] + 1);
        }
    }
    let (mut chance, mut labels) = (Chance::new(seed), treated.to_vec());
    let beyond = (0..ASSIGNMENTS).filter(|_| {
        chance.shuffle(&mut labels);
        statistic(&labels) >= real
    });
    (1 + beyond.count()) as f64 / (1 + ASSIGNMENTS) as f64
}
