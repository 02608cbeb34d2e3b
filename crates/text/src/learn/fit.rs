//! Fits the weights: logistic regression with an L2 penalty by stochastic dual coordinate ascent (Shalev-Shwartz and
//! Zhang 2013, the step of their option V), for any number of labels. One thread, one order, own exponential: the same
//! rows give the same weights to the bit on every machine.

use super::rows::Rows;
use super::{Kind, Truth};
use crate::sentiment::math::exp;

/// The value of the feature that is always there.
pub const ALWAYS: f32 = 0.5;
/// Weights of one place are a multiple of this many.
const LANES: usize = 4;

/// What is to be fitted.
#[derive(Debug, Clone, Copy)]
pub struct Problem<'a> {
    pub rows: &'a Rows,
    pub truths: &'a [Truth],
    pub classes: usize,
    pub kind: Kind,
    pub cost: f32,
    pub rounds: usize,
    pub seed: u64,
}

/// Weights before rounding.
#[derive(Debug)]
pub struct Fitted {
    pub rarity: Vec<u8>,
    /// Those of the labels for one place after another; the last place is the one that is always there.
    weights: Vec<f32>,
    stride: usize,
}

impl Fitted {
    /// The weights of `place`, one for each label and some that stay 0.
    pub fn weights(&self, place: usize) -> &[f32] {
        &self.weights[place * self.stride..][..self.stride]
    }

    /// The weights of the feature that is always there.
    pub fn always(&self) -> &[f32] {
        self.weights(self.weights.len() / self.stride - 1)
    }

    /// What each label gets for row `at`, in `logits`.
    pub fn logits(&self, rows: &Rows, at: usize, logits: &mut Vec<f32>) {
        let mut row = Vec::new();
        rows.weigh(at, &self.rarity, &mut row);
        row.push(((self.weights.len() / self.stride - 1) as u32, ALWAYS));
        logits.clear();
        logits.resize(self.stride, 0.0);
        add(&self.weights, &row, logits);
    }
}

impl Problem<'_> {
    /// Minimises `1/2 |w|² + cost · Σ loss(w · xᵢ, yᵢ)` over the rows `chosen`, in passes over all of them, each in a
    /// new order drawn from the seed.
    pub fn fit(&self, chosen: &[u32]) -> Fitted {
        let rarity = self.rows.rarity(chosen);
        let stride = self.classes.next_multiple_of(LANES);
        let always = self.rows.vocabulary.keys().len() as u32;
        let mut weights = vec![0.0_f32; (always as usize + 1) * stride];
        let mut duals = vec![0.0_f32; chosen.len() * stride];
        let (mut starts, mut features) = (vec![0], Vec::new());
        for &at in chosen {
            self.rows.weigh(at as usize, &rarity, &mut features);
            features.push((always, ALWAYS));
            starts.push(features.len());
        }
        let mut order: Vec<u32> = (0..chosen.len() as u32).collect();
        let mut random = self.seed | 1;
        let mut change = vec![0.0; stride];
        for _ in 0..self.rounds {
            for last in (1..order.len()).rev() {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                order.swap(last, (random % (last as u64 + 1)) as usize);
            }
            for &at in &order {
                let at = at as usize;
                let row = &features[starts[at]..starts[at + 1]];
                let truth = &self.truths[chosen[at] as usize];
                self.ascend(row, truth, &mut weights, &mut duals[at * stride..][..stride], &mut change);
            }
        }
        Fitted { rarity, weights, stride }
    }

    /// Moves the dual variables of one row towards what its present probabilities ask for.
    fn ascend(&self, row: &[(u32, f32)], truth: &[u16], weights: &mut [f32], duals: &mut [f32], change: &mut [f32]) {
        change.fill(0.0);
        add(weights, row, change);
        chances(self.kind, &mut change[..self.classes], 1.0);
        let size: f32 = row.iter().map(|(_, value)| value * value).sum();
        // The loss of one of many is 1/2-smooth, that of one against the rest 1/4-smooth: a step of this length never
        // overshoots.
        let smooth = if self.kind == Kind::One { 2.0 } else { 4.0 };
        let pace = smooth / (smooth + self.cost * size);
        for (class, (change, dual)) in change[..self.classes].iter_mut().zip(&mut *duals).enumerate() {
            let goal = if truth.contains(&(class as u16)) { 1.0 } else { 0.0 };
            *change = pace * (self.cost * (goal - *change) - *dual);
            *dual += *change;
        }
        let stride = change.len();
        for &(place, value) in row {
            let weights = &mut weights[place as usize * stride..][..stride];
            for (weight, change) in weights.iter_mut().zip(&*change) {
                *weight += change * value;
            }
        }
    }
}

/// Adds to `logits` what `row` gets.
#[inline]
fn add(weights: &[f32], row: &[(u32, f32)], logits: &mut [f32]) {
    let stride = logits.len();
    for &(place, value) in row {
        let weights = &weights[place as usize * stride..][..stride];
        for (logit, weight) in logits.iter_mut().zip(weights) {
            *logit += weight * value;
        }
    }
}

/// Turns logits into probabilities: of one of all, or each for itself.
pub fn chances(kind: Kind, logits: &mut [f32], temperature: f32) {
    match kind {
        Kind::One => {
            let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let mut sum = 0.0;
            for logit in logits.iter_mut() {
                let below = (*logit - top) / temperature;
                // What is this improbable would round to nothing anyway.
                *logit = if below < -16.0 { 0.0 } else { exp(f64::from(below)) as f32 };
                sum += *logit;
            }
            logits.iter_mut().for_each(|chance| *chance /= sum);
        }
        Kind::Many => {
            for logit in logits {
                *logit = (1.0 / (1.0 + exp(f64::from(-*logit / temperature)))) as f32;
            }
        }
    }
}
