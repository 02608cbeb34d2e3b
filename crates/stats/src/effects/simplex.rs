//! The mixture of donors that is nearest to a target.

use nalgebra::{DMatrix, DVector};

/// Steps at most, for each donor.
const STEPS: usize = 60;
/// How far from the best a mixture may be, relative to the largest distance of a donor.
const NEAR: f64 = 1e-13;

/// Weights ≥ 0 that sum to 1 and bring Σ weight · donor as close to `target` as can be, by the sum of squares. Each of
/// `donors` is as long as the target.
///
/// Less the target, donors are points and the mixture is the point of their convex hull that is nearest to 0: Wolfe's
/// algorithm ("Finding the nearest point in a polytope", Mathematical Programming 11, 1976) finds it exactly, in
/// finitely many steps, and gives most donors exactly 0.
pub(super) fn nearest(target: &[f64], donors: &[Vec<f64>]) -> Vec<f64> {
    let count = donors.len();
    if count == 0 {
        return Vec::new();
    }
    let points = DMatrix::from_fn(target.len(), count, |row, donor| donors[donor][row] - target[row]);
    let gram = points.transpose() * points;
    let size = (0..count).map(|at| gram[(at, at)]).fold(f64::MIN_POSITIVE, f64::max);
    let gram = gram / size;
    let first = (0..count).min_by(|&a, &b| gram[(a, a)].total_cmp(&gram[(b, b)])).unwrap_or(0);
    let (mut corral, mut weights) = (vec![first], vec![1.0]);
    for _ in 0..STEPS * count {
        let toward =
            |donor: usize| corral.iter().zip(&weights).map(|(&at, weight)| weight * gram[(at, donor)]).sum::<f64>();
        let slopes: Vec<f64> = (0..count).map(toward).collect();
        let here: f64 = corral.iter().zip(&weights).map(|(&at, weight)| weight * slopes[at]).sum();
        let next = (0..count).min_by(|&a, &b| slopes[a].total_cmp(&slopes[b])).unwrap_or(0);
        if here - slopes[next] <= NEAR || corral.contains(&next) {
            break;
        }
        corral.push(next);
        weights.push(0.0);
        if !inward(&gram, &mut corral, &mut weights) {
            break;
        }
    }
    let mut all = vec![0.0; count];
    let total: f64 = weights.iter().sum();
    corral.iter().zip(&weights).for_each(|(&at, weight)| all[at] = weight / total);
    all
}

/// From the weights towards the nearest point of the plane through the corral, dropping those who would become
/// negative, until that point lies within. False where the plane has none, which is rounding: the weights stay.
fn inward(gram: &DMatrix<f64>, corral: &mut Vec<usize>, weights: &mut Vec<f64>) -> bool {
    while corral.len() > 1 {
        // (G + 1 1ᵀ) u = 1, and u in proportion: Wolfe's way to keep the system regular.
        let size = corral.len();
        let system = DMatrix::from_fn(size, size, |row, column| gram[(corral[row], corral[column])] + 1.0);
        let Some(solved) = system.full_piv_lu().solve(&DVector::from_element(size, 1.0)) else {
            return drop_last(corral, weights);
        };
        let total = solved.sum();
        let wanted: Vec<f64> = solved.iter().map(|value| value / total).collect();
        if wanted.iter().any(|value| !value.is_finite()) {
            return drop_last(corral, weights);
        }
        if wanted.iter().all(|value| *value > 0.0) {
            *weights = wanted;
            return true;
        }
        let step = weights
            .iter()
            .zip(&wanted)
            .filter(|(_, wanted)| **wanted <= 0.0)
            .map(|(weight, wanted)| weight / (weight - wanted))
            .fold(1.0, f64::min);
        for (weight, wanted) in weights.iter_mut().zip(&wanted) {
            *weight += step * (wanted - *weight);
        }
        // At least one is at 0 now, up to rounding: the smallest goes, and all that are no more than dust.
        let least = weights.iter().copied().fold(f64::INFINITY, f64::min).max(1e-14);
        let keep: Vec<bool> = weights.iter().map(|weight| *weight > least).collect();
        let mut kept = keep.iter();
        corral.retain(|_| kept.next().copied().unwrap_or(true));
        let mut kept = keep.iter();
        weights.retain(|_| kept.next().copied().unwrap_or(true));
    }
    *weights = vec![1.0; corral.len()];
    !corral.is_empty()
}

fn drop_last(corral: &mut Vec<usize>, weights: &mut Vec<f64>) -> bool {
    corral.pop();
    weights.pop();
    false
}
