//! How long until an effect could be seen, told before the start.

use super::interrupted::{SLOPE_FROM, design, whitened};
use super::panel::{Panel, Weighing, regress};
use super::spread::freedom;
use crate::Z_95;
use crate::mean::t_95;
use nalgebra::DVector;

/// The 0.8 quantile of the normal distribution: an effect counts as visible when it is seen four times in five.
const Z_80: f64 = 0.841_621_233_572_914_3;
/// Periods that are looked ahead.
pub const AHEAD_MAX: usize = 260;
/// Most of the noise that is taken to carry over.
const CARRIED_MOST: f64 = 0.95;
/// How much wider the range of an interrupted series is, on average, than if it were known how much of the noise carries
/// over (measured: docs/benchmarks.md).
const CARRIED_UNKNOWN: f64 = 1.2;

/// How much one unit's value moves by chance from period to period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Noise {
    /// Of one period, in the square of the metric's unit.
    pub variance: f64,
    /// How much of it carries over to the next period, 0 to .95.
    pub carried: f64,
}

/// How the effect will be measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Design {
    /// People on each side who answer in one period, the variance of one answer, and the share of it that a covariate
    /// takes away (the square of its correlation).
    Experiment {
        people: f64,
        variance: f64,
        explained: f64,
    },
    /// Units, periods before the start, and the noise of one unit.
    Differences {
        treated: usize,
        others: usize,
        before: usize,
        noise: Noise,
    },
    /// Periods before the start, and the noise of the gap between the unit and the synthetic one.
    Synthetic {
        before: usize,
        noise: Noise,
    },
    Interrupted {
        before: usize,
        noise: Noise,
    },
}

/// The noise of one unit in a panel before its start: what is left once units and periods are taken out. None with fewer
/// than three periods or units.
///
/// The means that are taken out carry noise of their own, so what is left has too little variance and carries over too
/// little; both are put right to the first order (Nickell 1981; Kendall 1954).
pub fn noise_of_panel(panel: &Panel, weighing: Weighing) -> Option<Noise> {
    let before = panel.until(panel.start, panel.start);
    let left = regress(&before, weighing, 0, &|_, _, _| 0.0)?.residuals;
    let there: Vec<&Vec<(usize, f64)>> = left.iter().filter(|cells| cells.len() >= 2).collect();
    let periods = there.iter().map(|cells| cells.len()).sum::<usize>() as f64 / there.len() as f64;
    if there.len() < 3 || periods < 3.0 {
        return None;
    }
    let units = there.len() as f64;
    let squares: f64 = there.iter().flat_map(|cells| cells.iter()).map(|(_, left)| left * left).sum();
    let (mut products, mut pairs) = (0.0, 0.0);
    for cells in &there {
        for two in cells.windows(2).filter(|two| two[1].0 == two[0].0 + 1) {
            products += two[0].1 * two[1].1;
            pairs += 1.0;
        }
    }
    Some(put_right(
        squares * units / (units - 1.0) / (units * periods),
        products / pairs * units / (units - 1.0),
        periods,
    ))
}

/// The noise of one series, such as the gaps of a synthetic control before its start. None for fewer than four values.
pub fn noise_of_series(values: &[f64]) -> Option<Noise> {
    let n = values.len() as f64;
    if values.len() < 4 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
    let carried = values.windows(2).map(|two| (two[0] - mean) * (two[1] - mean)).sum::<f64>() / (n - 1.0);
    Some(put_right(variance, carried, n))
}

fn put_right(variance: f64, product: f64, periods: f64) -> Noise {
    let seen = if variance > 0.0 { product / variance } else { 0.0 };
    let carried = (seen + (1.0 + seen) / (periods - 1.0)).clamp(0.0, CARRIED_MOST);
    let variance = variance / (1.0 - of_mean(periods.round() as usize, carried)).max(0.05);
    Noise { variance, carried }
}

/// The variance of a mean of so many periods, in those of one period.
fn of_mean(periods: usize, carried: f64) -> f64 {
    let n = periods as f64;
    let sum: f64 = (1..periods).map(|lag| 2.0 * (n - lag as f64) * carried.powi(lag as i32)).sum();
    (n + sum) / (n * n)
}

/// How two means in a row go together, in the variance of one period.
fn between(before: usize, after: usize, carried: f64) -> f64 {
    let sum: f64 = (0..before).map(|back| (1..=after).map(|on| carried.powi((back + on) as i32)).sum::<f64>()).sum();
    sum / (before * after) as f64
}

/// The standard error that the effect will have after so many periods, and its degrees of freedom. None where the design
/// cannot be estimated.
pub fn error(design_of: &Design, after: usize) -> Option<(f64, f64)> {
    if after == 0 {
        return None;
    }
    let moved = |before: usize, noise: Noise| {
        let (own, then) = (of_mean(before, noise.carried), of_mean(after, noise.carried));
        noise.variance * (own + then - 2.0 * between(before, after, noise.carried)).max(0.0)
    };
    match *design_of {
        Design::Experiment { people, variance, explained } => {
            let n = people * after as f64;
            (n >= 2.0).then(|| ((2.0 * variance * (1.0 - explained) / n).sqrt(), 2.0 * n - 2.0))
        }
        Design::Differences { treated, others, before, noise } => {
            let units = treated + others;
            let each = 1.0 / treated as f64 + 1.0 / others as f64;
            (treated > 0 && others > 0 && before > 0 && units > 2)
                .then(|| ((each * moved(before, noise)).sqrt(), freedom(treated as f64, others as f64)))
        }
        // The weights are chosen to leave no mean gap before the start: what moves afterwards is the gap's own noise.
        Design::Synthetic { before, noise } => (before > 1 && before + after >= super::synthetic::PERIODS_LEAST)
            .then(|| ((noise.variance * of_mean(after, noise.carried)).sqrt(), (before + after) as f64 - 2.0)),
        Design::Interrupted { before, noise } => interrupted(before, after, noise),
    }
}

fn interrupted(before: usize, after: usize, noise: Noise) -> Option<(f64, f64)> {
    if before < super::interrupted::BEFORE_LEAST || after < super::interrupted::AFTER_LEAST {
        return None;
    }
    let slope = before >= SLOPE_FROM && after >= SLOPE_FROM;
    let x = whitened(&design(before + after, before, slope, None), noise.carried);
    let mut contrast = DVector::zeros(x.ncols());
    contrast[2] = 1.0;
    if slope {
        contrast[3] = (after - 1) as f64 / 2.0;
    }
    let solved = nalgebra::Cholesky::new(x.transpose() * &x)?.solve(&contrast);
    // Whitened noise has the variance of what is new in each period.
    let fresh = noise.variance * (1.0 - noise.carried * noise.carried);
    Some((CARRIED_UNKNOWN * (fresh * contrast.dot(&solved)).sqrt(), (x.nrows() - x.ncols()) as f64))
}

/// The smallest effect that will be seen, four times in five, after so many periods: (t.975 + z.80) standard errors
/// (Bloom, "Minimum Detectable Effects", Evaluation Review 19, 1995).
pub fn detectable(design: &Design, after: usize) -> Option<f64> {
    let (error, freedom) = error(design, after)?;
    let quantile = if freedom >= 1.0 { t_95(freedom) } else { Z_95 };
    Some((quantile + Z_80) * error)
}

/// The fewest periods after which an effect of this size, above 0, will be seen four times in five; None if not within
/// [`AHEAD_MAX`].
pub fn periods_until(design: &Design, size: f64) -> Option<usize> {
    (1..=AHEAD_MAX).find(|&after| detectable(design, after).is_some_and(|least| least <= size.abs()))
}
