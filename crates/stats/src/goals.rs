//! Goals: from one value to another by a date, and whether that will be.

use nalgebra::{DMatrix, DVector};

use crate::Range;
use crate::effects::mixture::{Mixture, Part};

/// Periods without which nothing is forecast.
pub const PERIODS_LEAST: usize = 5;
/// Periods that are looked back, the last ones of more.
pub const PERIODS_MAX: usize = 156;
/// Periods that are looked ahead.
pub const AHEAD_MAX: usize = 260;
/// How probable reaching must be to be on track.
pub const ON_TRACK_FROM: f64 = 0.5;
/// Forecasts whose range is as wide as this many times the way from start to target tell nothing.
const TELLS_NOTHING: f64 = 10.0;
/// How much of what moves a value stays: shares of the variance of one period, 0 (a line with noise about it) to
/// nearly 1 (every step stays).
const STAYS: [f64; 13] = [0.0, 0.01, 0.03, 0.06, 0.1, 0.17, 0.26, 0.37, 0.5, 0.65, 0.8, 0.92, 0.99];

/// A metric, from a value to another one by a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The metric, one value a period, oldest first, without gaps; the last one is now.
    pub values: Vec<f64>,
    /// Where it stood when the goal was set, and where it should stand.
    pub from: f64,
    pub to: f64,
    /// Periods from when the goal was set until now, and from now until its date, which may be over.
    pub gone: usize,
    pub left: i64,
    /// Periods after which the year, or the week, begins again; used once there are two rounds of it.
    pub season: Option<usize>,
}

/// How it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    pub status: Status,
    /// What the value is to be at the date, with the range that holds it 95 times in 100.
    pub forecast: Option<(f64, Range)>,
    /// The probability that the value at the date is on the good side of the target.
    pub probability: Option<f64>,
    /// Where the value would stand now on a straight way from start to target.
    pub due_now: f64,
    /// By period: on the straight way so far, and from now to reach the target on time; None where no period is left.
    pub made: Option<f64>,
    pub needed: Option<f64>,
}

/// What there is to say about a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The latest value is on the good side of the target.
    Reached,
    OnTrack,
    Behind,
    /// The date is over, and the target was not reached.
    Missed,
    /// Too few values, or a forecast so wide that it says nothing.
    CannotTell,
}

/// The pace of a goal. A value that is there already counts as reached, also if it may fall again: the probability says
/// how sure that is.
pub fn pace(goal: &Goal) -> Pace {
    let rises = goal.to >= goal.from;
    let good = |value: f64| if rises { value >= goal.to } else { value <= goal.to };
    let latest = goal.values.last().copied().filter(|value| value.is_finite());
    let total = goal.gone as f64 + goal.left.max(0) as f64;
    let share = if total > 0.0 { goal.gone as f64 / total } else { 1.0 };
    let found = usize::try_from(goal.left)
        .ok()
        .filter(|left| *left > 0)
        .and_then(|left| forecast(&goal.values, goal.season, left));
    let probability = found.as_ref().map(|found| {
        let below = found.below(goal.to);
        if rises { 1.0 - below } else { below }
    });
    let ahead = found.as_ref().map(|found| (found.mean(), found.range()));
    let wide = ahead.is_some_and(|(_, range)| range.high - range.low > TELLS_NOTHING * (goal.to - goal.from).abs());
    let status = match (latest, probability) {
        (Some(latest), _) if good(latest) => Status::Reached,
        (None, _) => Status::CannotTell,
        _ if goal.left <= 0 => Status::Missed,
        (_, Some(probability)) if !wide => {
            if probability >= ON_TRACK_FROM {
                Status::OnTrack
            } else {
                Status::Behind
            }
        }
        _ => Status::CannotTell,
    };
    Pace {
        status,
        forecast: ahead,
        probability,
        due_now: goal.from + share * (goal.to - goal.from),
        made: latest.filter(|_| goal.gone > 0).map(|latest| (latest - goal.from) / goal.gone as f64),
        needed: latest.filter(|_| goal.left > 0).map(|latest| (goal.to - latest) / goal.left as f64),
    }
}

/// What the value will be `ahead` periods from now, with what single periods are off by.
///
/// The model is a line, a wave for the season, a level that wanders (a random walk) and noise: Harvey's local level with
/// drift ("Forecasting, Structural Time Series Models and the Kalman Filter", 1989, section 2.3). How much of the movement
/// stays is not known from a few dozen values, so it is integrated out: for each share of [`STAYS`] the best linear
/// prediction has a t distribution, and they are mixed by their restricted likelihood. A forecast from a line
/// alone promises too much, as what wanders does not come back.
pub(crate) fn forecast(values: &[f64], season: Option<usize>, ahead: usize) -> Option<Mixture> {
    let values = &values[values.len().saturating_sub(PERIODS_MAX)..];
    let n = values.len();
    if n < PERIODS_LEAST || ahead > AHEAD_MAX || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let season = season.filter(|&season| season >= 2 && n >= 2 * season && n >= 8);
    let columns = 2 + 2 * usize::from(season.is_some());
    let row = |period: usize, column: usize| {
        let angle = std::f64::consts::TAU * period as f64 / season.unwrap_or(1) as f64;
        match column {
            0 => 1.0,
            1 => period as f64,
            2 => angle.cos(),
            _ => angle.sin(),
        }
    };
    let x = DMatrix::from_fn(n, columns, row);
    let y = DVector::from_column_slice(values);
    let then = DVector::from_fn(columns, |column, _| row(n - 1 + ahead, column));
    let freedom = (n - columns) as f64;
    let parts = STAYS.iter().filter_map(|&stays| part(&x, &y, &then, stays, ahead)).collect();
    Mixture::new(parts, freedom)
}

/// The prediction where so much of the variance of one period stays (Goldberger, "Best Linear Unbiased Prediction in the
/// Generalized Linear Regression Model", JASA 57, 1962).
fn part(x: &DMatrix<f64>, y: &DVector<f64>, then: &DVector<f64>, stays: f64, ahead: usize) -> Option<Part> {
    let (n, freedom) = (x.nrows(), (x.nrows() - x.ncols()) as f64);
    let noise = 1.0 - stays;
    let shared = |a: usize, b: usize| stays * a.min(b) as f64;
    let covariance = DMatrix::from_fn(n, n, |a, b| shared(a, b) + if a == b { noise } else { 0.0 });
    let factor = nalgebra::Cholesky::new(covariance)?;
    let with_then = DVector::from_fn(n, |at, _| shared(at, n - 1 + ahead));
    let (solved_x, solved_y, solved_then) = (factor.solve(x), factor.solve(y), factor.solve(&with_then));
    let bread = nalgebra::Cholesky::new(x.transpose() * &solved_x)?;
    let beta = bread.solve(&(x.transpose() * &solved_y));
    let left = y - x * &beta;
    let squares = left.dot(&factor.solve(&left)).max(f64::MIN_POSITIVE);
    let unknown = then - x.transpose() * &solved_then;
    let variance = shared(n - 1 + ahead, n - 1 + ahead) + noise - with_then.dot(&solved_then)
        + unknown.dot(&bread.solve(&unknown));
    let volume = |l: &DMatrix<f64>| (0..l.nrows()).map(|at| l[(at, at)].ln()).sum::<f64>();
    Some(Part {
        weight: -volume(factor.l_dirty()) - volume(bread.l_dirty()) - 0.5 * freedom * squares.ln(),
        centre: then.dot(&beta) + solved_then.dot(&left),
        scale: (squares / freedom * variance.max(0.0)).sqrt(),
    })
}
