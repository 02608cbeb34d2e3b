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
const STAYS: [f64; 12] = [0.0, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];

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
/// The model is a level that wanders (a random walk), noise, a wave for the season and perhaps a slope: Harvey's local
/// level with drift ("Forecasting, Structural Time Series Models and the Kalman Filter", 1989, section 2.3). How much of
/// the movement stays, and whether there is a slope at all, is not known from a few dozen values, so both are
/// integrated out: for each share of [`STAYS`], with a slope and without, the best linear prediction has a t distribution,
/// and they are mixed by what Schwarz' criterion gives them (1978; the weights of Raftery, "Bayesian Model Selection in
/// Social Research", Sociological Methodology 25, 1995). A line alone promises too much: what wanders does not come
/// back, and most slopes are chance.
pub(crate) fn forecast(values: &[f64], season: Option<usize>, ahead: usize) -> Option<Mixture> {
    let values = &values[values.len().saturating_sub(PERIODS_MAX)..];
    let n = values.len();
    if n < PERIODS_LEAST || ahead > AHEAD_MAX || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let season = season.filter(|&season| season >= 2 && n >= 2 * season && n >= 8);
    // The slope is the last column, so that it can be left out.
    let fixed = 1 + 2 * usize::from(season.is_some());
    let row = |period: usize, column: usize| {
        let angle = std::f64::consts::TAU * period as f64 / season.unwrap_or(1) as f64;
        match column {
            0 => 1.0,
            at if at == fixed => period as f64 / n as f64,
            1 => angle.cos(),
            _ => angle.sin(),
        }
    };
    let y = DVector::from_column_slice(values);
    let mut parts = Vec::with_capacity(2 * STAYS.len());
    for columns in [fixed, fixed + 1] {
        let x = DMatrix::from_fn(n, columns, row);
        let then = DVector::from_fn(columns, |column, _| row(n - 1 + ahead, column));
        parts.extend(STAYS.iter().filter_map(|&stays| part(&x, &y, &then, stays, ahead)));
    }
    Mixture::new(parts)
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
        weight: -volume(factor.l_dirty()) - 0.5 * n as f64 * squares.ln() - 0.5 * x.ncols() as f64 * (n as f64).ln(),
        centre: then.dot(&beta) + solved_then.dot(&left),
        scale: (squares / freedom * variance.max(0.0)).sqrt(),
        freedom,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(values: &[f64], to: f64, left: i64) -> Goal {
        Goal { values: values.to_vec(), from: 40.0, to, gone: 8, left, season: None }
    }

    const RISING: [f64; 9] = [40.1, 40.9, 42.0, 43.1, 44.0, 45.1, 45.9, 47.0, 48.1];

    #[test]
    fn each_word_has_its_case() {
        assert_eq!(pace(&goal(&RISING, 48.0, 4)).status, Status::Reached);
        let found = pace(&goal(&RISING, 51.0, 4));
        assert_eq!(found.status, Status::OnTrack);
        assert!(found.probability.unwrap() > 0.8 && found.forecast.unwrap().1.low < 52.0, "{found:?}");
        assert!((found.due_now - (40.0 + 11.0 * 8.0 / 12.0)).abs() < 1e-12);
        assert!((found.made.unwrap() - 8.1 / 8.0).abs() < 1e-12 && (found.needed.unwrap() - 2.9 / 4.0).abs() < 1e-9);
        assert_eq!(pace(&goal(&RISING, 58.0, 4)).status, Status::Behind);
        assert_eq!(pace(&goal(&RISING, 58.0, 0)).status, Status::Missed);
        assert_eq!(pace(&goal(&RISING[..3], 58.0, 4)).status, Status::CannotTell);
        assert_eq!(pace(&goal(&[], 58.0, 4)).status, Status::CannotTell);
        // So wide that it says nothing of a point more or less.
        let wild = [40.0, 90.0, 10.0, 60.0, 20.0, 80.0, 5.0, 39.0];
        assert_eq!(pace(&Goal { values: wild.to_vec(), ..goal(&[], 41.0, 30) }).status, Status::CannotTell);
    }

    /// A goal may be to fall: fewer days until an answer.
    #[test]
    fn a_goal_may_be_to_fall() {
        let falling: Vec<f64> = RISING.iter().map(|value| 80.0 - value).collect();
        let found = pace(&goal(&falling, 29.0, 4));
        assert_eq!(found.status, Status::OnTrack);
        let rising = pace(&goal(&RISING, 51.0, 4)).probability.unwrap();
        assert!((found.probability.unwrap() - rising).abs() < 1e-9);
        assert_eq!(pace(&goal(&falling, 33.0, 4)).status, Status::Reached);
    }

    #[test]
    fn the_further_the_wider() {
        let values: Vec<f64> = (0..30).map(|at| 50.0 + f64::from(at * 7 % 5) + f64::from(at * at % 11)).collect();
        let width = |ahead| {
            let range = forecast(&values, None, ahead).unwrap().range();
            range.high - range.low
        };
        assert!(width(1) < width(6) && width(6) < width(26));
        assert!(forecast(&values, None, AHEAD_MAX + 1).is_none());
    }

    #[test]
    fn seasons_come_back() {
        let values: Vec<f64> =
            (0..48).map(|at| 50.0 + 5.0 * (f64::from(at) * std::f64::consts::TAU / 12.0).cos()).collect();
        let found = forecast(&values, Some(12), 1).unwrap();
        assert!((found.mean() - 55.0).abs() < 1e-6, "{}", found.mean());
    }
}
