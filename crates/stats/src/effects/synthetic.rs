//! Synthetic control: one treated unit against the mixture of others that went like it before the start (Abadie and
//! Gardeazabal, "The Economic Costs of Conflict: A Case Study of the Basque Country", American Economic Review 93, 2003;
//! Abadie, Diamond and Hainmueller, "Synthetic Control Methods for Comparative Case Studies", JASA 105, 2010).

use nalgebra::{DMatrix, DVector};

pub use super::conformal::{PERIODS_LEAST, effect, p_of};
use super::search::lowest;
use super::simplex::nearest;
use super::{PERIODS_MAX, Why};

/// Donors and periods before the start without which nothing is said.
pub const DONORS_LEAST: usize = 2;
/// Donors at most: of more than there are periods before the start, some fit by chance.
pub const DONORS_MAX: usize = 100;
pub const BEFORE_LEAST: usize = 4;
/// Steps of the search for the weights of predictors.
const STEPS: usize = 1_000;

/// One treated unit, the donors, and what is known of them besides the series.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// One value a period, without gaps.
    pub treated: Vec<f64>,
    pub donors: Vec<Vec<f64>>,
    /// The first treated period.
    pub start: usize,
}

/// What else the synthetic unit should resemble the treated one in.
#[derive(Clone, Debug, PartialEq)]
pub struct Predictors {
    /// One value a predictor.
    pub treated: Vec<f64>,
    /// `donors[donor][predictor]`.
    pub donors: Vec<Vec<f64>>,
    /// The periods over which the outcome is to be fitted, a part of those before the start.
    pub fitted: std::ops::Range<usize>,
}

/// The synthetic unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Synthetic {
    /// Of each donor; they are ≥ 0 and sum to 1.
    pub weights: Vec<f64>,
    /// Of each predictor; empty without.
    pub importance: Vec<f64>,
    /// The treated unit less the synthetic one, in each period.
    pub gaps: Vec<f64>,
    /// The mean gap from the start on.
    pub value: f64,
    /// Root mean squared gap before, and from the start on.
    pub rmspe: (f64, f64),
}

impl Case {
    /// Whether there is anything to compare.
    pub fn check(&self) -> Result<(), Why> {
        let periods = self.treated.len();
        let least = Why::TooFewPeriods { least: BEFORE_LEAST + 1 };
        match (self.start, self.donors.len()) {
            (0, _) => Err(Why::NothingBefore),
            (start, _) if start >= periods => Err(Why::NothingAfter),
            (_, donors) if donors < DONORS_LEAST => Err(Why::OneUnitWithoutDonors),
            (start, _) if start < BEFORE_LEAST => Err(least),
            (_, donors) if donors > DONORS_MAX => Err(Why::TooMany { most: DONORS_MAX }),
            _ if periods > PERIODS_MAX => Err(Why::TooMany { most: PERIODS_MAX }),
            _ if self.donors.iter().any(|donor| donor.len() != periods) => Err(Why::Degenerate),
            _ if self.donors.iter().chain([&self.treated]).flatten().any(|value| !value.is_finite()) => {
                Err(Why::Degenerate)
            }
            _ => Ok(()),
        }
    }

    /// The gaps that a mixture leaves.
    fn with(&self, weights: Vec<f64>, importance: Vec<f64>) -> Synthetic {
        let mixed =
            |period: usize| weights.iter().zip(&self.donors).map(|(weight, donor)| weight * donor[period]).sum::<f64>();
        let gaps: Vec<f64> = self.treated.iter().enumerate().map(|(period, value)| value - mixed(period)).collect();
        let (before, after) = gaps.split_at(self.start);
        let root = |gaps: &[f64]| (gaps.iter().map(|gap| gap * gap).sum::<f64>() / gaps.len() as f64).sqrt();
        let value = after.iter().sum::<f64>() / after.len() as f64;
        let rmspe = (root(before), root(after));
        Synthetic { weights, importance, gaps, value, rmspe }
    }

    /// Without the donor at this place.
    fn without(&self, donor: usize) -> Self {
        let mut case = self.clone();
        case.donors.remove(donor);
        case
    }
}

/// The mixture that went most like the treated unit in all periods before the start.
pub fn synthetic(case: &Case) -> Result<Synthetic, Why> {
    case.check()?;
    let donors: Vec<Vec<f64>> = case.donors.iter().map(|donor| donor[..case.start].to_vec()).collect();
    Ok(case.with(nearest(&case.treated[..case.start], &donors), Vec::new()))
}

/// The mixture that resembles the treated unit in predictors, which count by how much they help to fit the outcome: the
/// weights V of predictors are searched for so that the mixture nearest in them (each divided by its standard deviation
/// over all units, n − 1) leaves the least mean squared gap over `fitted`. The search starts from equal weights and
/// from those that a regression of the outcomes on the predictors suggests, and the better end counts.
pub fn with_predictors(case: &Case, predictors: &Predictors) -> Result<Synthetic, Why> {
    case.check()?;
    let count = predictors.treated.len();
    let fits = predictors.donors.len() == case.donors.len()
        && predictors.donors.iter().all(|donor| donor.len() == count)
        && !predictors.fitted.is_empty()
        && predictors.fitted.end <= case.start;
    let finite = predictors.donors.iter().chain([&predictors.treated]).flatten().all(|value| value.is_finite());
    if count == 0 || !fits || !finite {
        return Err(Why::Degenerate);
    }
    let scaled = scaled(predictors);
    let (donors, own) = scaled.split_at(case.donors.len());
    let own = &own[0];
    let mut best: Option<(Vec<f64>, f64)> = None;
    for start in [Some(vec![1.0 / count as f64; count]), by_regression(case, predictors, &scaled)].into_iter().flatten()
    {
        let mut loss = |v: &[f64]| {
            let weights = mixed_by(&shares(v), own, donors);
            let gap = |period: usize| {
                case.treated[period]
                    - weights.iter().zip(&case.donors).map(|(weight, donor)| weight * donor[period]).sum::<f64>()
            };
            predictors.fitted.clone().map(|period| gap(period).powi(2)).sum::<f64>() / predictors.fitted.len() as f64
        };
        let found = lowest(&start, STEPS, &mut loss);
        if best.as_ref().is_none_or(|best| found.1 < best.1) {
            best = Some(found);
        }
    }
    let importance = shares(&best.ok_or(Why::Degenerate)?.0);
    Ok(case.with(mixed_by(&importance, own, donors), importance))
}

/// Donors first, the treated unit last; each predictor divided by its standard deviation.
fn scaled(predictors: &Predictors) -> Vec<Vec<f64>> {
    let mut all: Vec<Vec<f64>> = predictors.donors.iter().chain([&predictors.treated]).cloned().collect();
    for at in 0..predictors.treated.len() {
        let mean = all.iter().map(|unit| unit[at]).sum::<f64>() / all.len() as f64;
        let spread = (all.iter().map(|unit| (unit[at] - mean).powi(2)).sum::<f64>() / (all.len() as f64 - 1.0)).sqrt();
        if spread > 0.0 {
            all.iter_mut().for_each(|unit| unit[at] /= spread);
        }
    }
    all
}

fn shares(v: &[f64]) -> Vec<f64> {
    let total: f64 = v.iter().map(|v| v.abs()).sum();
    let equal = 1.0 / v.len() as f64;
    v.iter().map(|v| if total > 0.0 { v.abs() / total } else { equal }).collect()
}

fn mixed_by(importance: &[f64], own: &[f64], donors: &[Vec<f64>]) -> Vec<f64> {
    let weighed =
        |unit: &[f64]| unit.iter().zip(importance).map(|(value, weight)| value * weight.sqrt()).collect::<Vec<f64>>();
    nearest(&weighed(own), &donors.iter().map(|donor| weighed(donor)).collect::<Vec<_>>())
}

/// diag(β βᵀ) of a regression of the outcomes on the predictors over all units; None where there are too few units.
fn by_regression(case: &Case, predictors: &Predictors, scaled: &[Vec<f64>]) -> Option<Vec<f64>> {
    let count = predictors.treated.len();
    let x = DMatrix::from_fn(
        scaled.len(),
        count + 1,
        |unit, column| if column == 0 { 1.0 } else { scaled[unit][column - 1] },
    );
    let factor = nalgebra::Cholesky::new(x.transpose() * &x)?;
    let mut v = vec![0.0; count];
    for period in predictors.fitted.clone() {
        let y =
            DVector::from_iterator(scaled.len(), case.donors.iter().chain([&case.treated]).map(|unit| unit[period]));
        let beta = factor.solve(&(x.transpose() * y));
        v.iter_mut().enumerate().for_each(|(at, v)| *v += beta[at + 1].powi(2));
    }
    v.iter().all(|v| v.is_finite()).then(|| shares(&v))
}

/// How the treated unit stands among donors that are treated in its stead.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// Root mean squared gap from the start on by that before, of the treated unit and of each donor. Donors come in
    /// order; infinite where a unit was hit exactly before the start.
    pub own: f64,
    pub donors: Vec<f64>,
    /// The share of units, the treated one among them, with a ratio at least as large.
    pub p: f64,
}

/// Placebos in space: each donor is made of the other donors, without the treated unit (Abadie, Diamond and Hainmueller
/// 2010, section 3.4). With J donors `p` is never below 1 / (J + 1).
pub fn in_space(case: &Case) -> Result<Space, Why> {
    let ratio = |found: &Synthetic| if found.rmspe.0 > 0.0 { found.rmspe.1 / found.rmspe.0 } else { f64::INFINITY };
    let own = ratio(&synthetic(case)?);
    let mut donors = Vec::with_capacity(case.donors.len());
    for (at, donor) in case.donors.iter().enumerate() {
        let others = Case { treated: donor.clone(), ..case.without(at) };
        donors.push(ratio(&synthetic(&others)?));
    }
    let beyond = donors.iter().filter(|ratio| **ratio >= own).count();
    let p = (1 + beyond) as f64 / (1 + donors.len()) as f64;
    Ok(Space { own, donors, p })
}

/// Placebo in time: the effect that the same method finds from `pseudo` to the true start, where there was none.
pub fn in_time(case: &Case, pseudo: usize) -> Result<Synthetic, Why> {
    let cut = |unit: &Vec<f64>| unit.iter().take(case.start).copied().collect::<Vec<f64>>();
    synthetic(&Case { treated: cut(&case.treated), donors: case.donors.iter().map(cut).collect(), start: pseudo })
}

/// The mean effect without each donor in turn, for those that have a weight: (donor, effect).
pub fn leave_one_out(case: &Case) -> Result<Vec<(usize, f64)>, Why> {
    let found = synthetic(case)?;
    let used = (0..case.donors.len()).filter(|&donor| found.weights[donor] > 0.0);
    Ok(used.filter_map(|donor| Some((donor, synthetic(&case.without(donor)).ok()?.value))).collect())
}
