//! Fits a linear model: multinomial logistic regression with an L2 penalty, by stochastic dual coordinate ascent
//! (Shalev-Shwartz and Zhang 2013, the step of their option V). One thread, one order, own exponential: the same
//! rows give the same weights to the bit on every machine.

use super::math::exp;

/// Neg, neu, pos.
pub const CLASSES: usize = 3;
/// The weights of one feature, one for each class, and one that stays 0 so that four fit a register.
pub type Weight = [f32; 4];

/// Texts as the model sees them: sparse rows, one after another.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// Where each row begins in `features`; one more than there are rows.
    starts: Vec<usize>,
    features: Vec<(u32, f32)>,
    labels: Vec<u8>,
    /// How much each row counts.
    costs: Vec<f32>,
}

impl Rows {
    pub fn new() -> Self {
        Self { starts: vec![0], ..Self::default() }
    }

    fn len(&self) -> usize {
        self.labels.len()
    }

    /// Adds a text with its label (0 to 2) that counts as much as `cost` texts.
    pub fn push(&mut self, features: impl IntoIterator<Item = (u32, f32)>, label: u8, cost: f32) {
        self.features.extend(features);
        self.starts.push(self.features.len());
        self.labels.push(label);
        self.costs.push(cost);
    }

    /// The features of row `at`.
    pub fn row(&self, at: usize) -> &[(u32, f32)] {
        &self.features[self.starts[at]..self.starts[at + 1]]
    }
}

/// What every class gets for `row`.
#[inline]
pub fn logits(weights: &[Weight], row: &[(u32, f32)]) -> Weight {
    let mut sum = [0.0; 4];
    for &(feature, value) in row {
        let weight = &weights[feature as usize];
        for (sum, weight) in sum.iter_mut().zip(weight) {
            *sum += weight * value;
        }
    }
    sum
}

/// Probabilities of the three classes.
#[inline]
pub fn softmax(logits: [f64; CLASSES]) -> [f64; CLASSES] {
    let top = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let parts = logits.map(|logit| exp(logit - top));
    let sum: f64 = parts.iter().sum();
    parts.map(|part| part / sum)
}

/// Minimises `1/2 |w|² + cost · Σ costᵢ · loss(w · xᵢ, yᵢ)` in `rounds` passes over all rows, each in a new order drawn
/// from `seed`.
pub fn train(rows: &Rows, features: usize, cost: f32, rounds: usize, seed: u64) -> Vec<Weight> {
    let mut weights = vec![[0.0_f32; 4]; features];
    let mut duals = vec![[0.0_f32; CLASSES]; rows.len()];
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    let mut random = seed | 1;
    for _ in 0..rounds {
        for last in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(last, (random % (last as u64 + 1)) as usize);
        }
        for &at in &order {
            ascend(rows, at as usize, cost, &mut weights, &mut duals[at as usize]);
        }
    }
    weights
}

/// Moves the dual variables of one row towards what its present probabilities ask for.
fn ascend(rows: &Rows, at: usize, cost: f32, weights: &mut [Weight], dual: &mut [f32; CLASSES]) {
    let row = rows.row(at);
    let cost = cost * rows.costs[at];
    let logits = logits(weights, row);
    let size: f32 = row.iter().map(|(_, value)| value * value).sum();
    let chances = softmax([f64::from(logits[0]), f64::from(logits[1]), f64::from(logits[2])]);
    // The loss is 1/2-smooth, so a step of this length never overshoots.
    let stride = 2.0 / (2.0 + cost * size);
    let mut change = [0.0_f32; 4];
    for class in 0..CLASSES {
        let goal = if rows.labels[at] as usize == class { 1.0 } else { 0.0 };
        change[class] = stride * (cost * (goal - chances[class] as f32) - dual[class]);
        dual[class] += change[class];
    }
    for &(feature, value) in row {
        let weight = &mut weights[feature as usize];
        for (weight, change) in weight.iter_mut().zip(&change) {
            *weight += change * value;
        }
    }
}
