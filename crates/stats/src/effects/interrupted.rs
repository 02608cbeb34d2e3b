//! Interrupted time series: what the series would have gone on to be, and what it was. For where there is nobody to
//! compare with.

use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};

use super::linear::{least_squares, newey_west};
use super::mixture::{Mixture, Part};
use super::spread::around;
use super::{Effect, PERIODS_MAX, Why};

/// Periods before, and after, without which nothing is said.
pub const BEFORE_LEAST: usize = 6;
pub const AFTER_LEAST: usize = 3;
/// Periods on each side from which on a change of slope is estimated as well: with fewer, the line afterwards follows
/// the noise.
pub const SLOPE_FROM: usize = 30;
/// How much of one period's noise may carry over to the next.
const CARRIED: std::ops::RangeInclusive<i32> = -18..=19;

/// A series with a start.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// One value a period, without gaps.
    pub values: Vec<f64>,
    /// The first period after the change.
    pub start: usize,
    /// Periods after which the year, or the week, begins again; used once the series holds two rounds of it.
    pub season: Option<usize>,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interrupted {
    /// Over all periods after the start, on average.
    pub effect: Effect,
    /// At the start.
    pub level: Effect,
    /// By period; None where there are too few to tell.
    pub slope: Option<Effect>,
    /// How much of the noise carries over to the next period, as estimated.
    pub carried: f64,
}

/// Segmented regression (Wagner et al. 2002; Bernal, Cummins and Gasparrini, "Interrupted time series regression for the
/// evaluation of public health interventions", International Journal of Epidemiology 46, 2017): a line before the
/// start, a jump, from [`SLOPE_FROM`] periods on both sides on a change of slope, and a wave (sine and cosine) for each
/// season.
///
/// Noise is taken to carry over, ρ of it from one period to the next. With 12 to 100 periods ρ is badly known, and
/// ranges that take the estimate for the truth are too narrow, those of Newey and West even more so. So ρ is integrated
/// out: for each value on a grid, generalised least squares gives a t distribution, and they are mixed by their restricted
/// likelihood |Σ|^−½ |XᵀΣ⁻¹X|^−½ S^−(n−k)/2 (Harville 1974) times the prior 1 / √(1 − ρ) (methods: Zellner,
/// "An Introduction to Bayesian Inference in Econometrics", 1971, chapters 3 and 4). Of the
/// priors that were tried (uniform, Jeffreys' 1 / √(1 − ρ²), this one) it is the one whose ranges hold best.
pub fn interrupted(series: &Series) -> Result<Interrupted, Why> {
    let model = Model::of(series)?;
    let after = series.values.len() - series.start;
    let mut mean = DVector::zeros(model.x.ncols());
    mean[LEVEL] = 1.0;
    let mut level = mean.clone();
    level[LEVEL] = 1.0;
    let mut slope = None;
    if model.slope {
        mean[SLOPE] = (after - 1) as f64 / 2.0;
        let mut only = DVector::zeros(model.x.ncols());
        only[SLOPE] = 1.0;
        slope = Some(only);
    }
    let mut contrasts = vec![mean, level];
    contrasts.extend(slope);
    let (mixtures, carried) = model.mixtures(&contrasts).ok_or(Why::Degenerate)?;
    let effect = |mixture: &Mixture| Effect { value: mixture.mean(), range: mixture.range(), p: mixture.p() };
    Ok(Interrupted {
        effect: effect(&mixtures[0]),
        level: effect(&mixtures[1]),
        slope: mixtures.get(2).map(effect),
        carried,
    })
}

/// The mean effect by ordinary least squares with the errors of Newey and West, for comparison: on short series with
/// noise that carries over, its range holds the truth too seldom (docs/benchmarks.md).
pub fn by_newey_west(series: &Series, lags: usize) -> Result<Effect, Why> {
    let model = Model::of(series)?;
    let fit = least_squares(&model.x, &model.y).ok_or(Why::Degenerate)?;
    let mut mean = DVector::zeros(model.x.ncols());
    mean[LEVEL] = 1.0;
    if model.slope {
        mean[SLOPE] = (series.values.len() - series.start - 1) as f64 / 2.0;
    }
    let variance = newey_west(&model.x, &fit, &mean, lags);
    Ok(around(mean.dot(&fit.beta), variance.sqrt()))
}

/// The coefficients (first value, slope before, jump, change of slope if there is one, waves) for noise of which
/// `carried` carries over, by generalised least squares.
pub fn coefficients(series: &Series, carried: f64) -> Result<Vec<f64>, Why> {
    let model = Model::of(series)?;
    let fit = least_squares(&whitened(&model.x, carried), &whitened_column(&model.y, carried));
    Ok(fit.ok_or(Why::Degenerate)?.beta.iter().copied().collect())
}

const LEVEL: usize = 2;
const SLOPE: usize = 3;

pub(super) struct Model {
    pub x: DMatrix<f64>,
    pub y: DVector<f64>,
    pub slope: bool,
}

impl Model {
    fn of(series: &Series) -> Result<Self, Why> {
        let (n, start) = (series.values.len(), series.start);
        if start == 0 {
            return Err(Why::NothingBefore);
        }
        if start >= n {
            return Err(Why::NothingAfter);
        }
        if start < BEFORE_LEAST || n - start < AFTER_LEAST {
            return Err(Why::TooFewPeriods { least: BEFORE_LEAST + AFTER_LEAST });
        }
        if n > PERIODS_MAX {
            return Err(Why::TooMany { most: PERIODS_MAX });
        }
        if series.values.iter().any(|value| !value.is_finite()) {
            return Err(Why::Degenerate);
        }
        let slope = start >= SLOPE_FROM && n - start >= SLOPE_FROM;
        Ok(Self { x: design(n, start, slope, series.season), y: DVector::from_column_slice(&series.values), slope })
    }

    /// For each contrast of the coefficients, and the mean of ρ.
    fn mixtures(&self, contrasts: &[DVector<f64>]) -> Option<(Vec<Mixture>, f64)> {
        let mut parts = vec![Vec::new(); contrasts.len()];
        let mut carried = Vec::new();
        for step in CARRIED {
            let rho = f64::from(step) / 20.0;
            let fit = least_squares(&whitened(&self.x, rho), &whitened_column(&self.y, rho))?;
            let freedom = fit.freedom;
            // |Σ| is 1 / (1 − ρ²): its root times the prior leaves √(1 + ρ).
            let weight =
                0.5 * (1.0 + rho).ln() - 0.5 * fit.volume - 0.5 * fit.freedom * fit.squares.max(f64::MIN_POSITIVE).ln();
            for (parts, contrast) in parts.iter_mut().zip(contrasts) {
                let variance = (contrast.transpose() * &fit.bread * contrast)[0] * fit.squares / fit.freedom;
                parts.push(Part { weight, centre: contrast.dot(&fit.beta), scale: variance.sqrt(), freedom });
            }
            carried.push(Part { weight, centre: rho, scale: 0.0, freedom });
        }
        let mixtures = parts.into_iter().map(Mixture::new).collect::<Option<_>>()?;
        Some((mixtures, Mixture::new(carried)?.mean()))
    }
}

/// First value, slope, jump, change of slope, waves.
pub(super) fn design(n: usize, start: usize, slope: bool, season: Option<usize>) -> DMatrix<f64> {
    let season = season.filter(|&season| season >= 2 && n >= 2 * season && n > 2 * (LEVEL + 4));
    let waves = usize::from(season.is_some()) * 2;
    let fixed = LEVEL + 1 + usize::from(slope);
    DMatrix::from_fn(n, fixed + waves, |row, column| {
        let after = row >= start;
        let angle = || TAU * row as f64 / season.unwrap_or(1) as f64;
        match column {
            0 => 1.0,
            1 => row as f64,
            LEVEL => f64::from(u8::from(after)),
            SLOPE if slope => {
                if after {
                    (row - start) as f64
                } else {
                    0.0
                }
            }
            _ if column == fixed => angle().cos(),
            _ => angle().sin(),
        }
    })
}

/// What makes noise of which ρ carries over independent (Prais and Winsten 1954).
pub(super) fn whitened(x: &DMatrix<f64>, rho: f64) -> DMatrix<f64> {
    let first = (1.0 - rho * rho).sqrt();
    DMatrix::from_fn(x.nrows(), x.ncols(), |row, column| {
        if row == 0 { first * x[(0, column)] } else { x[(row, column)] - rho * x[(row - 1, column)] }
    })
}

pub(super) fn whitened_column(y: &DVector<f64>, rho: f64) -> DVector<f64> {
    let first = (1.0 - rho * rho).sqrt();
    DVector::from_fn(y.len(), |row, _| if row == 0 { first * y[0] } else { y[row] - rho * y[row - 1] })
}
