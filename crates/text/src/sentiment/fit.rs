//! From labelled texts to a model that ships: features, weights, calibration.

use super::extract::{Analysis, BUCKETS, FEATURES, Seen};
use super::math::{exp, ln};
use super::model::{Calibration, Model, Scratch, share};
use super::train::{CLASSES, Rows, softmax, train};
use crate::features::View;
use crate::rules::Lexicon;

/// A text that somebody labelled.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    pub text: &'a str,
    /// 0 negative, 1 neutral, 2 positive.
    pub label: u8,
    /// How many texts it counts as.
    pub cost: f32,
}

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
}

impl Default for Options {
    fn default() -> Self {
        Self { cost: 0.8, rules: 0.4, rounds: 12, rarity: 0.5 }
    }
}

/// The weights before rounding: hashed ones, then the one that is always there, then the rules'.
pub type Weights = Vec<[f32; CLASSES]>;

/// Texts of one language as rows, all with the same scales.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Vec<(u32, f32)>>,
    lexicon: Lexicon,
    rarity: Vec<f32>,
    options: Options,
}

impl Table {
    /// Takes `texts` of `language` apart. How rare features are is counted over those that are marked: it becomes part
    /// of the weights, so that a text counts only where it may be trained on.
    pub fn new<'a>(language: &str, texts: impl IntoIterator<Item = (&'a str, bool)>, options: Options) -> Self {
        let lexicon = Lexicon::of(language);
        let mut texts_with = vec![0_u32; BUCKETS];
        let mut taker = Taker::default();
        let mut rows = Vec::new();
        let mut counted = 0_u32;
        for (text, counts) in texts {
            rows.push(taker.row(text, &lexicon, options.rules));
            let places =
                if counts { taker.words.places().iter().chain(taker.pieces.places()) } else { [].iter().chain(&[]) };
            counted += u32::from(counts);
            for &place in places {
                texts_with[place as usize] += 1;
            }
            taker.clear();
        }
        let all = counted as f32 + 1.0;
        let rarity: Vec<f32> = texts_with
            .iter()
            .map(|&with| power(1.0 + ln(f64::from(all / (with as f32 + 1.0))), options.rarity))
            .collect();
        for (place, value) in rows.iter_mut().flatten() {
            *value *= rarity.get(*place as usize).copied().unwrap_or(1.0);
        }
        Self { rows, lexicon, rarity, options }
    }

    /// Fits weights to the rows `chosen`, with label and cost.
    pub fn fit(&self, chosen: impl IntoIterator<Item = (usize, u8, f32)>) -> Weights {
        let mut rows = Rows::new();
        for (at, label, cost) in chosen {
            rows.push(&self.rows[at], label, cost);
        }
        let weights = train(&rows, FEATURES, self.options.cost, self.options.rounds, 0x6e61_627a);
        let scaled =
            |(at, [neg, neu, pos, _]): (usize, [f32; 4])| [neg, neu, pos].map(|weight| weight * self.scale(at));
        weights.into_iter().enumerate().map(scaled).collect()
    }

    /// What fitted weights, not rounded, say of the row `at`.
    pub fn logits(&self, weights: &Weights, at: usize) -> [f64; CLASSES] {
        let mut sum = [0.0_f64; CLASSES];
        for &(place, value) in &self.rows[at] {
            let value = f64::from(value / self.scale(place as usize));
            for (sum, weight) in sum.iter_mut().zip(&weights[place as usize]) {
                *sum += f64::from(*weight) * value;
            }
        }
        sum
    }

    /// What the values of a feature were multiplied by for training, and its weight therefore after it.
    fn scale(&self, at: usize) -> f32 {
        match at {
            at if at < BUCKETS => self.rarity[at],
            at if at == BUCKETS => ALWAYS,
            _ => self.options.rules,
        }
    }

    /// The model of fitted weights, in int8.
    pub fn model(&self, weights: &Weights) -> Model {
        Model::new(weights, self.lexicon.clone())
    }
}

/// The value of the feature that is always there.
const ALWAYS: f32 = 0.5;

fn power(base: f64, exponent: f32) -> f32 {
    exp(f64::from(exponent) * ln(base)) as f32
}

/// Takes texts apart for training.
#[derive(Debug, Default)]
struct Taker {
    text: Analysis,
    words: Seen,
    pieces: Seen,
}

impl Taker {
    fn row(&mut self, text: &str, lexicon: &Lexicon, rules: f32) -> Vec<(u32, f32)> {
        self.text.set(text);
        self.text.feel(lexicon);
        let all = 0..self.text.tokens.len();
        self.text.hashed(all.clone(), |view, place, _| {
            match view {
                View::Word => self.words.insert(place),
                View::Piece => self.pieces.insert(place),
            };
        });
        let mut row = Vec::with_capacity(self.words.places().len() + self.pieces.places().len() + 32);
        for seen in [&self.words, &self.pieces] {
            let share = share(seen.places().len() as u32);
            row.extend(seen.places().iter().map(|&place| (place, share)));
        }
        row.push((BUCKETS as u32, ALWAYS));
        self.text.described(all, |number, value| row.push(((BUCKETS + 1 + number) as u32, value * rules)));
        row
    }

    fn clear(&mut self) {
        self.words.clear();
        self.pieces.clear();
    }
}

/// What a model says of `text` before calibration.
pub fn logits(model: &Model, text: &str, analysis: &mut Analysis, scratch: &mut Scratch) -> [f64; CLASSES] {
    analysis.set(text);
    analysis.feel(&model.lexicon);
    model.logits(analysis, 0..analysis.tokens.len(), None, scratch)
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
