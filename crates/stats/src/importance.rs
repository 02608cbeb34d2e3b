//! How much each of several correlated drivers has to do with a score: two ways to share R² among them.

use crate::chance::Chance;

/// Drivers up to which every order of theirs is averaged over exactly.
pub const EXACT_TO: usize = 15;
/// Orders that are sampled beyond that.
const ORDERS: usize = 2_000;
/// What is left of a driver's variance once the others are known, below which it tells nothing of its own.
const COLLINEAR: f64 = 1e-10;
/// Rounds of rotations at most; ten are plenty for a hundred drivers.
const SWEEPS: usize = 60;

/// How the drivers go together, and with the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlations {
    /// Of each two drivers.
    among: Vec<Vec<f64>>,
    /// Of each driver with the score.
    with: Vec<f64>,
}

impl Correlations {
    /// Of `drivers[driver][row]` and `score[row]`; a column without spread goes with nothing. None for fewer than
    /// two rows or columns of unequal length.
    pub fn of(drivers: &[Vec<f64>], score: &[f64]) -> Option<Self> {
        let rows = score.len();
        if rows < 2 || drivers.iter().any(|driver| driver.len() != rows) {
            return None;
        }
        let columns: Vec<Vec<f64>> = drivers.iter().map(|driver| standard(driver)).collect();
        let score = standard(score);
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let mut among: Vec<Vec<f64>> =
            columns.iter().map(|a| columns.iter().map(|b| product(a, b)).collect()).collect();
        for (at, row) in among.iter_mut().enumerate() {
            row[at] = 1.0;
        }
        let with = columns.iter().map(|column| product(column, &score)).collect();
        Some(Self { among, with })
    }

    /// Drivers.
    pub fn len(&self) -> usize {
        self.with.len()
    }

    pub fn is_empty(&self) -> bool {
        self.with.is_empty()
    }

    /// What each driver adds to R² when they come in this order: the squared entries of L⁻¹ r, with L the Cholesky
    /// factor of the reordered correlations. One that the earlier ones determine adds nothing.
    fn gains(&self, order: &[usize]) -> Vec<f64> {
        let mut factor: Vec<Vec<f64>> = Vec::with_capacity(order.len());
        let mut solved: Vec<f64> = Vec::with_capacity(order.len());
        for (row, &driver) in order.iter().enumerate() {
            let mut line = vec![0.0; row + 1];
            for column in 0..row {
                let known: f64 = (0..column).map(|k| line[k] * factor[column][k]).sum();
                let pivot = factor[column][column];
                line[column] = if pivot > 0.0 { (self.among[driver][order[column]] - known) / pivot } else { 0.0 };
            }
            let left = 1.0 - line[..row].iter().map(|value| value * value).sum::<f64>();
            let pivot = if left > COLLINEAR { left.sqrt() } else { 0.0 };
            line[row] = pivot;
            let known: f64 = (0..row).map(|k| line[k] * solved[k]).sum();
            solved.push(if pivot > 0.0 { (self.with[driver] - known) / pivot } else { 0.0 });
            factor.push(line);
        }
        solved.into_iter().map(|value| value * value).collect()
    }

    /// R² of all drivers together.
    pub fn explained(&self) -> f64 {
        let order: Vec<usize> = (0..self.len()).collect();
        self.gains(&order).iter().sum()
    }
}

/// Mean 0, sum of squares 1; all 0 if there is no spread.
fn standard(column: &[f64]) -> Vec<f64> {
    let mean = column.iter().sum::<f64>() / column.len() as f64;
    let length = column.iter().map(|value| (value - mean).powi(2)).sum::<f64>().sqrt();
    let scale = if length > 0.0 { 1.0 / length } else { 0.0 };
    column.iter().map(|value| (value - mean) * scale).collect()
}

/// The share of R² that is each driver's: what it adds, averaged over all orders in which drivers can come. It is the
/// Shapley value of R², known as LMG (Lindeman, Merenda and Gold 1980; Grömping, "Relative Importance for Linear
/// Regression in R: The Package relaimpo", Journal of Statistical Software 17, 2006). The shares are never negative
/// and sum to R².
///
/// Exact for up to [`EXACT_TO`] drivers; for more, over 2,000 orders drawn from `seed`, each with its reverse: the
/// sum stays exact, a share is off by well under 0.01.
pub fn shapley(correlations: &Correlations, seed: u64) -> Vec<f64> {
    let drivers = correlations.len();
    if drivers > EXACT_TO {
        return by_orders(drivers, seed, |order| correlations.gains(order));
    }
    let explained: Vec<f64> = (0..1_usize << drivers)
        .map(|set| {
            let order: Vec<usize> = (0..drivers).filter(|driver| set >> driver & 1 == 1).collect();
            correlations.gains(&order).iter().sum()
        })
        .collect();
    exact(drivers, &explained)
}

/// The Shapley values of a game of which the worth of every set is known, `worth[bits of the set]` (Shapley, "A Value
/// for n-Person Games", 1953).
pub(crate) fn exact(players: usize, worth: &[f64]) -> Vec<f64> {
    // (s! (n − s − 1)!) / n!, by the size s of the set that is joined.
    let mut weights = vec![0.0; players];
    for (size, weight) in weights.iter_mut().enumerate() {
        *weight = 1.0 / (players as f64 * choices(players - 1, size));
    }
    let mut values = vec![0.0; players];
    for set in 0..1_usize << players {
        let size = set.count_ones() as usize;
        for (player, value) in values.iter_mut().enumerate().filter(|(player, _)| set >> player & 1 == 0) {
            *value += weights[size] * (worth[set | 1 << player] - worth[set]);
        }
    }
    values
}

/// In how many ways `of` things can be chosen of `all`.
pub(crate) fn choices(all: usize, of: usize) -> f64 {
    (0..of).map(|k| (all - k) as f64 / (k + 1) as f64).product()
}

/// The mean of what `gains` says of each player, in the order that it was given, over sampled orders and their
/// reverses.
pub(crate) fn by_orders(players: usize, seed: u64, gains: impl Fn(&[usize]) -> Vec<f64>) -> Vec<f64> {
    let mut chance = Chance::new(seed);
    let mut order: Vec<usize> = (0..players).collect();
    let mut values = vec![0.0; players];
    for _ in 0..ORDERS / 2 {
        chance.shuffle(&mut order);
        for _ in 0..2 {
            for (player, gain) in order.iter().zip(gains(&order)) {
                values[*player] += gain / ORDERS as f64;
            }
            order.reverse();
        }
    }
    values
}

/// The share of R² that is each driver's by Johnson's relative weights ("A Heuristic Method for Estimating the
/// Relative Weight of Predictor Variables in Multiple Regression", Multivariate Behavioral Research 35, 2000): the
/// drivers are replaced by the uncorrelated variables closest to them, Λ = Q √D Qᵀ, β = Λ⁻¹ r, weights Λ² β². They
/// sum to R² and cost no search, but have no axioms behind them (Thomas et al. 2014): [`shapley`] is what pages show
/// first.
pub fn relative_weights(correlations: &Correlations) -> Vec<f64> {
    let drivers = correlations.len();
    let (values, vectors) = eigen(&correlations.among);
    let roots: Vec<f64> = values.iter().map(|value| value.max(0.0).sqrt()).collect();
    let combined = |row: usize, column: usize, of: &dyn Fn(f64) -> f64| -> f64 {
        (0..drivers).map(|k| vectors[row][k] * of(roots[k]) * vectors[column][k]).sum()
    };
    let inverse = |root: f64| if root * root > COLLINEAR { 1.0 / root } else { 0.0 };
    let beta: Vec<f64> = (0..drivers)
        .map(|row| (0..drivers).map(|column| combined(row, column, &inverse) * correlations.with[column]).sum())
        .collect();
    (0..drivers)
        .map(|row| (0..drivers).map(|column| (combined(row, column, &|root| root) * beta[column]).powi(2)).sum::<f64>())
        .collect()
}

/// Eigenvalues and eigenvectors (`vectors[row][which]`) of a symmetric matrix by Jacobi's rotations (Golub and Van
/// Loan, "Matrix Computations", section 8.5).
fn eigen(matrix: &[Vec<f64>]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = matrix.len();
    let mut a = matrix.to_vec();
    let mut vectors: Vec<Vec<f64>> =
        (0..n).map(|row| (0..n).map(|column| if row == column { 1.0 } else { 0.0 }).collect()).collect();
    for _ in 0..SWEEPS {
        let off: f64 = (0..n).flat_map(|p| (p + 1..n).map(move |q| (p, q))).map(|(p, q)| a[p][q].powi(2)).sum();
        if off < 1e-24 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                if a[p][q].abs() < 1e-300 {
                    continue;
                }
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
                let c = 1.0 / t.hypot(1.0);
                rotate(&mut a, &mut vectors, (p, q), c, t * c);
            }
        }
    }
    ((0..n).map(|at| a[at][at]).collect(), vectors)
}

fn rotate(a: &mut [Vec<f64>], vectors: &mut [Vec<f64>], (p, q): (usize, usize), c: f64, s: f64) {
    let turn = |x: f64, y: f64| (c * x - s * y, s * x + c * y);
    for row in a.iter_mut() {
        (row[p], row[q]) = turn(row[p], row[q]);
    }
    let (above, below) = a.split_at_mut(q);
    for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
        (*x, *y) = turn(*x, *y);
    }
    for row in vectors.iter_mut() {
        (row[p], row[q]) = turn(row[p], row[q]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Henderson and Velleman 1981, from Motor Trend 1974: mpg, cylinders, displacement, power, gears.
    const CARS: [[f64; 5]; 32] = [
        [21.0, 6.0, 160.0, 110.0, 4.0],
        [21.0, 6.0, 160.0, 110.0, 4.0],
        [22.8, 4.0, 108.0, 93.0, 4.0],
        [21.4, 6.0, 258.0, 110.0, 3.0],
        [18.7, 8.0, 360.0, 175.0, 3.0],
        [18.1, 6.0, 225.0, 105.0, 3.0],
        [14.3, 8.0, 360.0, 245.0, 3.0],
        [24.4, 4.0, 146.7, 62.0, 4.0],
        [22.8, 4.0, 140.8, 95.0, 4.0],
        [19.2, 6.0, 167.6, 123.0, 4.0],
        [17.8, 6.0, 167.6, 123.0, 4.0],
        [16.4, 8.0, 275.8, 180.0, 3.0],
        [17.3, 8.0, 275.8, 180.0, 3.0],
        [15.2, 8.0, 275.8, 180.0, 3.0],
        [10.4, 8.0, 472.0, 205.0, 3.0],
        [10.4, 8.0, 460.0, 215.0, 3.0],
        [14.7, 8.0, 440.0, 230.0, 3.0],
        [32.4, 4.0, 78.7, 66.0, 4.0],
        [30.4, 4.0, 75.7, 52.0, 4.0],
        [33.9, 4.0, 71.1, 65.0, 4.0],
        [21.5, 4.0, 120.1, 97.0, 3.0],
        [15.5, 8.0, 318.0, 150.0, 3.0],
        [15.2, 8.0, 304.0, 150.0, 3.0],
        [13.3, 8.0, 350.0, 245.0, 3.0],
        [19.2, 8.0, 400.0, 175.0, 3.0],
        [27.3, 4.0, 79.0, 66.0, 4.0],
        [26.0, 4.0, 120.3, 91.0, 5.0],
        [30.4, 4.0, 95.1, 113.0, 5.0],
        [15.8, 8.0, 351.0, 264.0, 5.0],
        [19.7, 6.0, 145.0, 175.0, 5.0],
        [15.0, 8.0, 301.0, 335.0, 5.0],
        [21.4, 4.0, 121.0, 109.0, 4.0],
    ];

    /// Brownlee 1965: loss, air flow, water temperature, acid concentration.
    const STACK: [[f64; 4]; 21] = [
        [42.0, 80.0, 27.0, 89.0],
        [37.0, 80.0, 27.0, 88.0],
        [37.0, 75.0, 25.0, 90.0],
        [28.0, 62.0, 24.0, 87.0],
        [18.0, 62.0, 22.0, 87.0],
        [18.0, 62.0, 23.0, 87.0],
        [19.0, 62.0, 24.0, 93.0],
        [20.0, 62.0, 24.0, 93.0],
        [15.0, 58.0, 23.0, 87.0],
        [14.0, 58.0, 18.0, 80.0],
        [14.0, 58.0, 18.0, 89.0],
        [13.0, 58.0, 17.0, 88.0],
        [11.0, 58.0, 18.0, 82.0],
        [12.0, 58.0, 19.0, 93.0],
        [8.0, 50.0, 18.0, 89.0],
        [7.0, 50.0, 18.0, 86.0],
        [8.0, 50.0, 19.0, 72.0],
        [8.0, 50.0, 19.0, 79.0],
        [9.0, 50.0, 20.0, 80.0],
        [15.0, 56.0, 20.0, 82.0],
        [15.0, 70.0, 20.0, 91.0],
    ];

    fn of<const N: usize>(rows: &[[f64; N]]) -> Correlations {
        let column = |at: usize| rows.iter().map(|row| row[at]).collect::<Vec<f64>>();
        Correlations::of(&(1..N).map(column).collect::<Vec<_>>(), &column(0)).unwrap()
    }

    fn near(found: &[f64], expected: &[f64], digits: f64) {
        assert_eq!(found.len(), expected.len());
        for (a, b) in found.iter().zip(expected) {
            assert!((a - b).abs() < digits, "{found:?} {expected:?}");
        }
    }

    /// Against pingouin 0.7.0 (`linear_regression(relimp=True)`).
    #[test]
    fn shapley_of_cars_and_stack_loss() {
        near(&shapley(&of(&CARS), 1), &[0.247_052, 0.243_500, 0.210_913, 0.077_725], 5e-7);
        near(&shapley(&of(&STACK), 1), &[0.468_478, 0.388_750, 0.056_349], 5e-7);
    }

    /// Against the README of the R package rwa.
    #[test]
    fn relative_weights_of_cars_and_stack_loss() {
        let cars = relative_weights(&of(&CARS));
        near(&cars, &[0.228_479_7, 0.222_146_9, 0.232_174_4, 0.096_388_6], 5e-8);
        let sum: f64 = cars.iter().sum();
        assert!((sum - 0.779_189_6).abs() < 5e-8);
        let rescaled: Vec<f64> = cars.iter().map(|weight| 100.0 * weight / sum).collect();
        near(&rescaled, &[29.322_74, 28.509_99, 29.796_91, 12.370_37], 5e-6);
        near(&relative_weights(&of(&STACK)), &[0.461_280, 0.396_424, 0.055_873], 5e-7);
    }

    #[test]
    fn sampled_orders_come_near_and_sum_exactly() {
        let cars = of(&CARS);
        let sampled = by_orders(4, 7, |order| cars.gains(order));
        near(&sampled, &shapley(&cars, 1), 0.01);
        assert!((sampled.iter().sum::<f64>() - cars.explained()).abs() < 1e-9);
        assert_eq!(sampled, by_orders(4, 7, |order| cars.gains(order)));
    }

    #[test]
    fn many_drivers_sum_to_what_they_explain() {
        let mut chance = Chance::new(3);
        let mut column = || (0..200).map(|_| chance.below(1_000) as f64).collect::<Vec<f64>>();
        let drivers: Vec<Vec<f64>> = (0..EXACT_TO + 3).map(|_| column()).collect();
        let score: Vec<f64> =
            (0..200).map(|row| drivers[0][row] * 3.0 + drivers[1][row] + drivers[2][row] / 9.0).collect();
        let correlations = Correlations::of(&drivers, &score).unwrap();
        let shares = shapley(&correlations, 1);
        assert!((shares.iter().sum::<f64>() - correlations.explained()).abs() < 1e-9);
        assert!(shares[0] > 0.7 && shares[1] > 0.05 && shares[3..].iter().all(|share| (0.0..0.03).contains(share)));
    }

    #[test]
    fn twins_share_and_columns_without_spread_get_nothing() {
        let a = vec![1.0, 2.0, 3.0, 4.0, 6.0];
        let flat = vec![5.0; 5];
        let score = [1.0, 2.0, 3.0, 4.0, 6.0];
        let correlations = Correlations::of(&[a.clone(), a, flat], &score).unwrap();
        near(&shapley(&correlations, 1), &[0.5, 0.5, 0.0], 1e-9);
        near(&relative_weights(&correlations), &[0.5, 0.5, 0.0], 1e-9);
        assert_eq!(Correlations::of(&[vec![1.0]], &[1.0]), None);
        assert!(shapley(&Correlations::of(&[], &score).unwrap(), 1).is_empty());
    }
}
