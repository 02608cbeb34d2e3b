//! How far an estimate of a difference between treated and other units may be off, from what each unit moved it.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::{Effect, Why};
use crate::mean::t_95;
use crate::{Range, Z_95};

/// Below this many units on a side its own spread tells too little, and both sides are taken to vary alike.
pub const FEW_UNITS: usize = 5;

/// Where the range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors {
    /// Each side varies in its own way: clustered by unit with the correction CR2.
    Clustered,
    /// A side has fewer than [`FEW_UNITS`] units: the spread between units is taken to be the same on both sides.
    Pooled,
}

/// Variance and degrees of freedom of an estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub variance: f64,
    pub freedom: f64,
    pub errors: Errors,
    /// The part of the variance that the treated units bring.
    own: f64,
}

impl Spread {
    /// As if a unit of the treated side varied so many times as much as one of the others, where that could not be seen
    /// from its own changes.
    pub fn wilder(mut self, times: f64) -> Self {
        if self.errors == Errors::Pooled && times > 1.0 {
            self.variance += (times - 1.0) * self.own;
        }
        self
    }

    pub fn effect(&self, value: f64) -> Effect {
        let error = self.variance.sqrt();
        let half = t_95(self.freedom) * error;
        Effect {
            value,
            range: Range { low: value - half, high: value + half },
            p: two_sided(value, error, self.freedom),
        }
    }
}

/// The probability of a t at least so far from 0.
pub(super) fn two_sided(value: f64, error: f64, freedom: f64) -> f64 {
    if error <= 0.0 {
        return if value == 0.0 { 1.0 } else { 0.0 };
    }
    let t = StudentsT::new(0.0, 1.0, freedom).ok().filter(|_| (value / error).is_finite());
    t.map_or(f64::NAN, |t| (2.0 * t.sf((value / error).abs())).min(1.0))
}

/// The spread of an estimate that each unit moved by `influence`; `tells` is how much each of them tells.
///
/// With at least [`FEW_UNITS`] on both sides: the cluster-robust variance with the correction CR2 (Bell and McCaffrey
/// 2002), Σ influence² / (1 − share), where a unit's share is what it tells of what its side tells, and the degrees of
/// freedom that Bell and McCaffrey give for units that vary alike (Imbens and Kolesár, "Robust Standard Errors in
/// Small Samples", Review of Economics and Statistics 98, 2016). In a panel without gaps and with equal weights this is
/// CR2 to the digit; otherwise the leverage is approximated by the share.
///
/// With fewer: Student's t with the spread pooled over both sides (Donald and Lang, "Inference with
/// Difference-in-Differences and Other Panel Data", Review of Economics and Statistics 89, 2007). It takes treated
/// units to vary like the others, which nobody can check with one or two of them
/// after the start; [`Spread::wilder`] takes up what was seen before it.
pub(super) fn spread(influence: &[f64], tells: &[f64], treated: &[bool]) -> Result<Spread, Why> {
    let side = |wanted: bool| -> Vec<(f64, f64)> {
        let total: f64 =
            tells.iter().zip(treated).filter(|(_, treated)| **treated == wanted).map(|(tells, _)| tells).sum();
        let of = influence
            .iter()
            .zip(tells)
            .zip(treated)
            .filter(|((_, tells), treated)| **treated == wanted && **tells > 0.0);
        of.map(|((influence, tells), _)| (*influence, tells / total)).collect()
    };
    let sides = [side(true), side(false)];
    let counts = sides.each_ref().map(Vec::len);
    let squares = sides.each_ref().map(|side| side.iter().map(|(_, share)| share * share).sum::<f64>());
    if counts.contains(&0) || counts[0] + counts[1] < 3 {
        return Err(Why::TooFewUnits { least: 3 });
    }
    if counts.iter().all(|count| *count >= FEW_UNITS) {
        let variance = sides.iter().flatten().map(|(influence, share)| influence * influence / (1.0 - share)).sum();
        // Effective numbers of units: with unequal weights there are fewer than there seem to be.
        return Ok(Spread {
            variance,
            freedom: freedom(1.0 / squares[0], 1.0 / squares[1]),
            errors: Errors::Clustered,
            own: 0.0,
        });
    }
    let freedom = (counts[0] + counts[1] - 2) as f64;
    let pooled: f64 = sides
        .iter()
        .zip(counts)
        .flat_map(|(side, count)| {
            side.iter().map(move |(influence, share)| (influence / share).powi(2) * share * count as f64)
        })
        .sum();
    let each = pooled / freedom;
    let (variance, own) = (each * (squares[0] + squares[1]), each * squares[0]);
    Ok(Spread { variance, freedom, errors: Errors::Pooled, own })
}

/// Bell and McCaffrey's degrees of freedom for two sides of so many units that vary alike; with fewer than
/// [`FEW_UNITS`] on a side those of the pooled spread.
pub(super) fn freedom(treated: f64, others: f64) -> f64 {
    if treated.min(others) < FEW_UNITS as f64 && treated.fract() == 0.0 && others.fract() == 0.0 {
        return treated + others - 2.0;
    }
    let weight = |units: f64| 1.0 / (units * units * (units - 1.0).max(0.1));
    (1.0 / treated + 1.0 / others).powi(2) / (weight(treated) + weight(others))
}

/// Standard errors as wide as a range that was asked of a normal distribution.
pub(super) fn around(value: f64, error: f64) -> Effect {
    let range = Range { low: value - Z_95 * error, high: value + Z_95 * error };
    Effect { value, range, p: two_sided(value, error, 1e6) }
}
