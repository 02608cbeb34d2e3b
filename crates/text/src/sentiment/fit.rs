//! From labelled texts to a model that ships: features, weights, calibration.

use super::extract::{Analysis, BUCKETS, FEATURES, Places};
use super::math::{exp, ln};
use super::model::{Calibration, Model};
use super::train::{CLASSES, Rows, softmax, train};
use crate::rules::{self, Lexicon};

/// How a model is fitted.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// What a wrong text costs against the length of the weights: liblinear's C.
    pub cost: f32,
    /// The length of the rules' features against that of the hashed ones.
    pub rules: f32,
    /// Passes over the texts.
    pub rounds: usize,
    /// The rarer a feature, the more it counts: the power of its inverse document frequency.
    pub rarity: f32,
    /// The more a feature tells by itself, the more it counts: the power of that; 0 for all alike.
    pub telling: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { cost: 0.8, rules: 0.4, rounds: 6, rarity: 0.5, telling: 0.0 }
    }
}

/// The weights before rounding: hashed ones, then the one that is always there, then the rules'.
pub type Weights = Vec<[f32; CLASSES]>;

/// Texts of one language as rows of features.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Vec<(u32, f32)>>,
    lexicon: Lexicon,
    options: Options,
}

impl Table {
    /// Takes `texts` of `language` apart.
    pub fn new<'a>(language: &str, texts: impl IntoIterator<Item = &'a str>, options: Options) -> Self {
        let lexicon = Lexicon::of(language);
        let (mut analysis, mut seen) = (Analysis::default(), Places::default());
        let row = |text: &str| {
            analysis.set(text);
            analysis.feel(&lexicon);
            let mut row = vec![(BUCKETS as u32, 1.0)];
            analysis.valued(&mut seen, |place, value| row.push((place, value)));
            let all = 0..analysis.tokens.len();
            analysis.described(all, |number, value| row.push(((BUCKETS + 1 + number) as u32, value)));
            row
        };
        let rows = texts.into_iter().map(row).collect();
        Self { rows, lexicon, options }
    }

    /// Fits weights to the rows `chosen`, with label and cost. What is counted of features is counted over these alone.
    pub fn fit(&self, chosen: &[(usize, u8, f32)]) -> Weights {
        let scales = self.scales(chosen);
        let mut rows = Rows::new();
        for &(at, label, cost) in chosen {
            let scaled = self.rows[at].iter().map(|&(place, value)| (place, value * scales[place as usize]));
            rows.push(scaled, label, cost);
        }
        let weights = train(&rows, FEATURES, self.options.cost, self.options.rounds, 0x6e61_627a);
        let scaled = |([neg, neu, pos, _], scale): ([f32; 4], f32)| [neg, neu, pos].map(|weight| weight * scale);
        weights.into_iter().zip(scales).map(scaled).collect()
    }

    /// What the values of each feature are multiplied by for training, and its weights therefore after it.
    fn scales(&self, chosen: &[(usize, u8, f32)]) -> Vec<f32> {
        let mut with = vec![[0.0_f32; CLASSES]; BUCKETS];
        let mut texts = [0.0_f32; CLASSES];
        for &(at, label, _) in chosen {
            texts[usize::from(label)] += 1.0;
            for &(place, _) in &self.rows[at] {
                if let Some(with) = with.get_mut(place as usize) {
                    with[usize::from(label)] += 1.0;
                }
            }
        }
        let power = |base: f64, exponent: f32| exp(f64::from(exponent) * ln(base));
        let Options { rarity: rare, telling: tells, .. } = self.options;
        let scale = |with| power(rarity(with, texts), rare) * power(telling(with, texts), tells);
        let hashed = with.into_iter().map(|with| scale(with) as f32);
        let rules = [self.options.rules; rules::FEATURES];
        hashed.chain([ALWAYS]).chain(rules).collect()
    }

    /// What fitted weights, not rounded, say of the row `at`.
    pub fn logits(&self, weights: &Weights, at: usize) -> [f64; CLASSES] {
        let mut sum = [0.0_f64; CLASSES];
        for &(place, value) in &self.rows[at] {
            for (sum, weight) in sum.iter_mut().zip(&weights[place as usize]) {
                *sum += f64::from(*weight) * f64::from(value);
            }
        }
        sum
    }

    /// The model of fitted weights, in int8.
    pub fn model(&self, weights: &Weights) -> Model {
        Model::new(weights, self.lexicon.clone())
    }
}

/// The length of the feature that is always there.
const ALWAYS: f32 = 0.5;
/// What a feature counts that stands equally often in all classes.
const DUMB: f64 = 0.2;

/// The inverse document frequency of a feature that stands in so many of `texts`, both by class.
fn rarity(with: [f32; CLASSES], texts: [f32; CLASSES]) -> f64 {
    let share = (texts.iter().sum::<f32>() + 1.0) / (with.iter().sum::<f32>() + 1.0);
    1.0 + ln(f64::from(share))
}

/// How much a feature tells of the class by itself: the largest log ratio of its share of one class to its share of
/// the others, either way, smoothed by one text a class (the weighting of naive Bayes, Wang and Manning 2012).
fn telling(with: [f32; CLASSES], texts: [f32; CLASSES]) -> f64 {
    let all = |counts: [f32; CLASSES]| counts.iter().sum::<f32>();
    let ratio = |class: usize| {
        let inside = (with[class] + 1.0) / (texts[class] + 2.0);
        let outside = (all(with) - with[class] + 2.0) / (all(texts) - texts[class] + 4.0);
        ln(f64::from(inside / outside)).abs()
    };
    DUMB + (0..CLASSES).map(ratio).fold(0.0, f64::max)
}

/// What a model says of `text` before calibration.
pub fn logits(model: &Model, text: &str, analysis: &mut Analysis, seen: &mut Places) -> [f64; CLASSES] {
    analysis.set(text);
    analysis.feel(&model.lexicon);
    model.logits(analysis, 0..analysis.tokens.len(), None, seen)
}

/// Calibrates on texts that the weights have not seen: the temperature that makes them likeliest, with the classes'
/// priors shifted as given, and the threshold of split conformal sets that hold the truth with probability `coverage`.
pub fn calibrate(said: &[([f64; CLASSES], u8)], shift: [f32; CLASSES], coverage: f64) -> Calibration {
    let mut best = (f64::INFINITY, 1.0);
    // Temperatures in steps of 2 %, over the range that fitted models need.
    for step in -60..=60 {
        let temperature = exp(f64::from(step) * 0.02);
        let surprise: f64 = said
            .iter()
            .map(|(logits, label)| -ln(softmax(logits.map(|logit| logit / temperature))[*label as usize].max(1e-12)))
            .sum();
        if surprise < best.0 {
            best = (surprise, temperature);
        }
    }
    // The shift was found for logits as they are.
    let shift = shift.map(|shift| shift / best.1 as f32);
    let mut calibration = Calibration { temperature: best.1 as f32, shift, threshold: 0.0 };
    let mut truths: Vec<f64> =
        said.iter().map(|(logits, label)| calibration.chances(*logits)[*label as usize]).collect();
    truths.sort_unstable_by(f64::total_cmp);
    // The rank of Vovk's split conformal prediction, counted from the least probable truth.
    let rank = ((truths.len() + 1) as f64 * (1.0 - coverage)).floor() as usize;
    calibration.threshold = truths.get(rank.saturating_sub(1)).copied().unwrap_or(0.0) as f32;
    calibration
}
