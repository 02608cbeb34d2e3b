//! Weighting answers to known margins, and what the weights cost.

use crate::share::wilson;
use crate::{Estimate, Range, Z_95};

/// Sweeps over all margins before raking gives up.
const SWEEPS_MAX: u32 = 1_000;
/// Raking stops when no group's share is further from its margin than this.
const TOLERANCE: f64 = 1e-9;
/// The usual bounds of a weight, in multiples of the mean: beyond five, a few answers speak for many (DeBell and
/// Krosnick, "Computing Weights for American National Election Study Survey Data", ANES Technical Report, 2009).
pub const TRIM: Trim = Trim { least: 0.2, most: 5.0 };

/// People who are in the same groups of all margins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// For each margin the place of the group; nothing where it is not known.
    pub groups: Vec<Option<usize>>,
    pub n: u64,
}

/// Bounds of weights, in multiples of the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trim {
    pub least: f64,
    pub most: f64,
}

/// Why margins cannot be raked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrakable {
    /// Nobody answered at all.
    Nobody,
    /// Nobody of this group answered, so nobody can speak for it: join it with another.
    EmptyGroup { margin: usize, group: usize },
    /// A known share is not a number above zero.
    BadShare { margin: usize, group: usize },
    /// A cell does not name one group of each margin, or one that is not there.
    BadCell { cell: usize },
}

/// Weights of a mean of 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Raked {
    /// The weight of each person in the cell at the same place.
    pub weights: Vec<f64>,
    pub sweeps: u32,
    /// The furthest that a group's weighted share still is from its margin, 0 to 1.
    pub off: f64,
    /// Whether the margins are met. Not where bounds of the weights forbid it, or where margins contradict each other.
    pub converged: bool,
    pub sums: WeightSums,
}

/// What the cost of weights is made of; parts can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WeightSums {
    pub n: u64,
    pub weight: f64,
    pub squares: f64,
}

impl WeightSums {
    /// Counts `n` people of the same weight.
    #[inline]
    pub fn add(&mut self, weight: f64, n: u64) {
        self.n += n;
        self.weight += weight * n as f64;
        self.squares += weight * weight * n as f64;
    }

    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.weight += other.weight;
        self.squares += other.squares;
    }

    /// How many unweighted answers tell as much: (Σw)² / Σw² (Kish, "Survey Sampling", 1965, section 11.7).
    pub fn effective(&self) -> f64 {
        if self.squares > 0.0 { self.weight * self.weight / self.squares } else { 0.0 }
    }

    /// By how much the weights widen every variance: n Σw² / (Σw)² = 1 + the squared variation coefficient of the
    /// weights (Kish 1965). 1 without weighting.
    pub fn design_effect(&self) -> f64 {
        let effective = self.effective();
        if effective > 0.0 { self.n as f64 / effective } else { 1.0 }
    }
}

/// Weights by which the groups of every margin get their known shares, by iterative proportional fitting (Deming and
/// Stephan, "On a Least Squares Adjustment of a Sampled Frequency Table When the Expected Marginal Totals are Known",
/// Annals of Mathematical Statistics 11:4, 1940).
///
/// `margins` holds the known shares of the groups of each margin, in any unit. Somebody whose group of a margin is not
/// known is left as the other margins have it, and the known shares count among those who are known. With `trim` the
/// weights are cut to its bounds after every sweep, so that the next sweep spreads what was cut.
///
/// # Errors
/// [`Unrakable`], before anything is computed.
pub fn rake(cells: &[Cell], margins: &[Vec<f64>], trim: Option<Trim>) -> Result<Raked, Unrakable> {
    check(cells, margins)?;
    let n: u64 = cells.iter().map(|cell| cell.n).sum();
    let mut weights = vec![1.0; cells.len()];
    let (mut sweeps, mut off) = (0, f64::INFINITY);
    while off > TOLERANCE && sweeps < SWEEPS_MAX {
        for (margin, shares) in margins.iter().enumerate() {
            fit(cells, shares, margin, &mut weights);
        }
        if let Some(trim) = trim {
            weights.iter_mut().for_each(|weight| *weight = weight.clamp(trim.least, trim.most));
        }
        scale(cells, &mut weights, n as f64);
        sweeps += 1;
        let before = off;
        off = (0..margins.len()).map(|margin| furthest(cells, &margins[margin], margin, &weights)).fold(0.0, f64::max);
        // Cut weights, or margins that contradict each other, come to rest elsewhere.
        if (before - off).abs() <= TOLERANCE * 1e-3 {
            break;
        }
    }
    let mut sums = WeightSums::default();
    cells.iter().zip(&weights).for_each(|(cell, weight)| sums.add(*weight, cell.n));
    Ok(Raked { weights, sweeps, off, converged: off <= TOLERANCE, sums })
}

fn check(cells: &[Cell], margins: &[Vec<f64>]) -> Result<(), Unrakable> {
    if cells.iter().all(|cell| cell.n == 0) {
        return Err(Unrakable::Nobody);
    }
    let fits = |cell: &Cell| {
        cell.groups.len() == margins.len()
            && cell.groups.iter().zip(margins).all(|(group, shares)| group.is_none_or(|group| group < shares.len()))
    };
    if let Some(cell) = cells.iter().position(|cell| !fits(cell)) {
        return Err(Unrakable::BadCell { cell });
    }
    for (margin, shares) in margins.iter().enumerate() {
        for (group, share) in shares.iter().enumerate() {
            if !share.is_finite() || *share <= 0.0 {
                return Err(Unrakable::BadShare { margin, group });
            }
            if !cells.iter().any(|cell| cell.n > 0 && cell.groups[margin] == Some(group)) {
                return Err(Unrakable::EmptyGroup { margin, group });
            }
        }
    }
    Ok(())
}

/// The weighted count of each group of a margin.
fn totals(cells: &[Cell], groups: usize, margin: usize, weights: &[f64]) -> Vec<f64> {
    let mut totals = vec![0.0; groups];
    for (cell, weight) in cells.iter().zip(weights) {
        if let Some(group) = cell.groups[margin] {
            totals[group] += weight * cell.n as f64;
        }
    }
    totals
}

fn fit(cells: &[Cell], shares: &[f64], margin: usize, weights: &mut [f64]) {
    let totals = totals(cells, shares.len(), margin, weights);
    let (all, known): (f64, f64) = (totals.iter().sum(), shares.iter().sum());
    for (cell, weight) in cells.iter().zip(weights) {
        if let Some(group) = cell.groups[margin].filter(|group| totals[*group] > 0.0) {
            *weight *= shares[group] / known * all / totals[group];
        }
    }
}

fn furthest(cells: &[Cell], shares: &[f64], margin: usize, weights: &[f64]) -> f64 {
    let totals = totals(cells, shares.len(), margin, weights);
    let (all, known): (f64, f64) = (totals.iter().sum(), shares.iter().sum());
    totals.iter().zip(shares).map(|(total, share)| (total / all - share / known).abs()).fold(0.0, f64::max)
}

/// Brings the mean weight back to 1.
fn scale(cells: &[Cell], weights: &mut [f64], n: f64) {
    let sum: f64 = cells.iter().zip(&*weights).map(|(cell, weight)| weight * cell.n as f64).sum();
    weights.iter_mut().for_each(|weight| *weight *= n / sum);
}

/// A weighted share, 0 to 1, with its 95 % range: Wilson's over the effective number of answers (Korn and Graubard,
/// "Confidence Intervals for Proportions with Small Expected Number of Positive Counts", Survey Methodology 24, 1998,
/// advise that number in place of n). `hits` is the sum of the weights of those who count.
pub fn weighted_share(hits: f64, sums: &WeightSums) -> Option<Estimate> {
    let effective = sums.effective();
    (effective > 0.0).then(|| {
        let value = (hits / sums.weight).clamp(0.0, 1.0);
        Estimate { value, range: Some(wilson(value, effective)) }
    })
}

/// A weighted NPS with its 95 % range, as [`crate::nps`] over the effective number of answers.
pub fn weighted_nps(promoters: f64, detractors: f64, sums: &WeightSums) -> Option<Estimate> {
    let effective = sums.effective();
    (effective > 0.0).then(|| {
        let (up, down) = (promoters / sums.weight, detractors / sums.weight);
        let value = 100.0 * (up - down);
        let variance = (up + down - (up - down).powi(2)).max(0.0);
        let half_width = 100.0 * Z_95 * (variance / effective).sqrt();
        Estimate { value, range: Some(Range::around(value, half_width, -100.0, 100.0)) }
    })
}

/// A weighted mean with its 95 % range by Student's t over the effective number of answers; `sum` is Σwx and
/// `sum_of_squares` Σwx². No range where that number is 1 or less.
pub fn weighted_mean(sum: f64, sum_of_squares: f64, sums: &WeightSums) -> Option<Estimate> {
    let effective = sums.effective();
    (effective > 0.0).then(|| {
        let value = sum / sums.weight;
        let range = (effective > 1.0).then(|| {
            let spread = (sum_of_squares / sums.weight - value * value).max(0.0);
            let variance = spread * effective / (effective - 1.0);
            let half_width = crate::mean::t_95(effective - 1.0) * (variance / effective).sqrt();
            Range::around(value, half_width, f64::NEG_INFINITY, f64::INFINITY)
        });
        Estimate { value, range }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-5
    }

    /// A table of 4 × 4 with known margins, fitted independently with numpy.
    #[test]
    fn a_table_is_fitted_to_both_margins() {
        let table = [[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]];
        let cells: Vec<Cell> =
            (0..16).map(|i| Cell { groups: vec![Some(i / 4), Some(i % 4)], n: table[i / 4][i % 4] }).collect();
        let margins = [vec![150.0, 300.0, 400.0, 150.0], vec![200.0, 300.0, 400.0, 100.0]];
        let raked = rake(&cells, &margins, None).unwrap();
        assert!(raked.converged);
        let expected = [
            [64.5585, 46.2325, 35.3843, 3.8247],
            [49.9679, 68.1594, 156.4985, 25.3742],
            [56.7219, 144.4282, 145.0825, 53.7673],
            [28.7516, 41.18, 63.0347, 17.0337],
        ];
        for (i, weight) in raked.weights.iter().enumerate() {
            let fitted = weight * cells[i].n as f64 * 1000.0 / 800.0;
            assert!((fitted - expected[i / 4][i % 4]).abs() < 1e-4, "{i}: {fitted}");
        }
        assert!(near(raked.sums.design_effect(), 1.242_430), "{}", raked.sums.design_effect());
        assert!((raked.sums.effective() - 643.899_235).abs() < 1e-3);
    }

    /// One margin is post-stratification: 20 of 100 are young where half should be.
    #[test]
    fn one_margin_by_hand() {
        let cells = [Cell { groups: vec![Some(0)], n: 20 }, Cell { groups: vec![Some(1)], n: 80 }];
        let raked = rake(&cells, &[vec![0.5, 0.5]], None).unwrap();
        assert!(near(raked.weights[0], 2.5) && near(raked.weights[1], 0.625));
        // Σw² = 20·6.25 + 80·0.390625 = 156.25
        assert!(near(raked.sums.design_effect(), 1.5625) && near(raked.sums.effective(), 64.0));
    }

    #[test]
    fn trimmed_weights_keep_their_bounds_and_say_what_is_still_off() {
        let cells = [Cell { groups: vec![Some(0)], n: 2 }, Cell { groups: vec![Some(1)], n: 98 }];
        let raked = rake(&cells, &[vec![0.5, 0.5]], Some(TRIM)).unwrap();
        assert!(!raked.converged && raked.off > 0.3, "{raked:?}");
        assert!(raked.weights[0] / raked.weights[1] < 25.0 + 1e-9);
    }

    #[test]
    fn those_who_are_not_known_are_left_alone() {
        let cells = [
            Cell { groups: vec![Some(0)], n: 10 },
            Cell { groups: vec![Some(1)], n: 30 },
            Cell { groups: vec![None], n: 60 },
        ];
        let raked = rake(&cells, &[vec![1.0, 1.0]], None).unwrap();
        assert!(near(raked.weights[0], 2.0) && near(raked.weights[1], 2.0 / 3.0) && near(raked.weights[2], 1.0));
    }

    #[test]
    fn what_cannot_be_raked_is_named() {
        let cells = [Cell { groups: vec![Some(0)], n: 20 }];
        let tried = |margins: &[Vec<f64>]| rake(&cells, margins, None).unwrap_err();
        assert_eq!(tried(&[vec![0.5, 0.5]]), Unrakable::EmptyGroup { margin: 0, group: 1 });
        assert_eq!(tried(&[vec![0.0]]), Unrakable::BadShare { margin: 0, group: 0 });
        assert_eq!(tried(&[]), Unrakable::BadCell { cell: 0 });
        assert_eq!(rake(&[], &[], None).unwrap_err(), Unrakable::Nobody);
    }

    #[test]
    fn weighted_numbers_by_hand() {
        let mut sums = WeightSums::default();
        [1.0, 1.0, 2.0, 1.0, 0.5].into_iter().for_each(|weight| sums.add(weight, 1));
        // Scores 1 to 5; computed independently with scipy.
        let sum: f64 = 1.0 + 2.0 + 6.0 + 4.0 + 2.5;
        let squares: f64 = 1.0 + 4.0 + 18.0 + 16.0 + 12.5;
        let estimate = weighted_mean(sum, squares, &sums).unwrap();
        let range = estimate.range.unwrap();
        assert!(
            near(estimate.value, 2.818_182) && near(range.low, 0.751_920) && near(range.high, 4.884_444),
            "{range:?}"
        );
        let sums = WeightSums { n: 100, weight: 100.0, squares: 160.0 };
        let share = weighted_share(40.0, &sums).unwrap().range.unwrap();
        assert!(near(share.low, 0.287_763) && near(share.high, 0.523_818), "{share:?}");
        let nps = weighted_nps(50.0, 20.0, &sums).unwrap().range.unwrap();
        assert!(near(nps.low, 10.636_984), "{nps:?}");
    }

    proptest! {
        /// Without weights, everything is what the unweighted functions say.
        #[test]
        fn weights_of_one_change_nothing(hits in 0u64..50, more in 1u64..50) {
            let n = hits + more;
            let mut sums = WeightSums::default();
            sums.add(1.0, n);
            prop_assert!((sums.design_effect() - 1.0).abs() < 1e-12);
            let (weighted, plain) = (weighted_share(hits as f64, &sums).unwrap(), crate::share(hits, n).unwrap());
            prop_assert!((weighted.range.unwrap().low - plain.range.unwrap().low).abs() < 1e-12);
            let counts = crate::NpsCounts { promoters: hits, detractors: more / 2, n };
            let (weighted, plain) = (weighted_nps(hits as f64, (more / 2) as f64, &sums).unwrap(), crate::nps(&counts).unwrap());
            prop_assert!((weighted.range.unwrap().high - plain.range.unwrap().high).abs() < 1e-9);
        }

        /// Every margin is met, whoever answered, as long as every group has somebody in every other.
        #[test]
        fn margins_are_met(counts in prop::collection::vec(1u64..200, 12), shares in prop::collection::vec(0.05f64..1.0, 7)) {
            let cells: Vec<Cell> = counts.iter().enumerate()
                .map(|(i, n)| Cell { groups: vec![Some(i / 4), Some(i % 4)], n: *n }).collect();
            let margins = [shares[..3].to_vec(), shares[3..].to_vec()];
            let raked = rake(&cells, &margins, None).unwrap();
            prop_assert!(raked.converged, "{raked:?}");
            prop_assert!(raked.weights.iter().all(|weight| *weight > 0.0));
            prop_assert!((raked.sums.weight - raked.sums.n as f64).abs() < 1e-6 * raked.sums.n as f64);
        }
    }
}
