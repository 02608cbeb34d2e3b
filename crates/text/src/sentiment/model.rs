//! A fitted model of one language: int8 weights, lexicon, calibration; its file, and how it judges.

use std::borrow::Cow;
use std::ops::Range;

use super::extract::{Analysis, BITS, BUCKETS, Places, share};
use super::own::Delta;
use super::train::{CLASSES, softmax};
use crate::features::View;
use crate::rules::{self, Lexicon};

const MAGIC: &[u8; 8] = b"nabzsen1";
/// Features that are not hashed: one that is always there, and those of the rules.
pub const DENSE: usize = 1 + rules::FEATURES;

/// How logits become probabilities, and probabilities sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Logits are divided by this.
    pub temperature: f32,
    /// Then this is added: the shift of the classes' priors.
    pub shift: [f32; CLASSES],
    /// A label is in the set if its probability is at least this (split conformal, 90 %).
    pub threshold: f32,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { temperature: 1.0, shift: [0.0; CLASSES], threshold: 0.1 }
    }
}

impl Calibration {
    /// Probabilities of negative, neutral and positive.
    pub fn chances(&self, logits: [f64; CLASSES]) -> [f64; CLASSES] {
        let mut shifted = [0.0; CLASSES];
        for class in 0..CLASSES {
            shifted[class] = logits[class] / f64::from(self.temperature) + f64::from(self.shift[class]);
        }
        softmax(shifted)
    }
}

/// A model as it ships or as it was just fitted.
#[derive(Debug, Clone)]
pub struct Model {
    pub calibration: Calibration,
    /// One step of the int8 weights of each class.
    scales: [f32; CLASSES],
    dense: Vec<[f32; CLASSES]>,
    pub lexicon: Lexicon,
    /// Neg, neu, pos for one place after another, as signed bytes.
    weights: Cow<'static, [u8]>,
}

/// Sums of weights over distinct features of one view.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    sums: [i32; CLASSES],
    own: [f32; CLASSES],
    count: u32,
}

impl Model {
    /// Rounds fitted weights (hashed ones, then the dense ones) to int8.
    pub fn new(weights: &[[f32; CLASSES]], lexicon: Lexicon) -> Self {
        let hashed = &weights[..BUCKETS];
        let mut scales = [0.0_f32; CLASSES];
        for weight in hashed {
            for (scale, weight) in scales.iter_mut().zip(weight) {
                *scale = scale.max(weight.abs() / 127.0);
            }
        }
        let round = |weight: &[f32; CLASSES]| {
            std::array::from_fn::<u8, CLASSES, _>(|class| (weight[class] / scales[class].max(1e-9)).round() as i8 as u8)
        };
        Self {
            calibration: Calibration::default(),
            weights: hashed.iter().flat_map(round).collect(),
            dense: weights[BUCKETS..].to_vec(),
            scales,
            lexicon,
        }
    }

    /// What each class gets for the tokens `range`, before calibration.
    pub fn logits(&self, text: &Analysis, range: Range<usize>, own: Option<Delta<'_>>, seen: &mut Places) -> [f64; 3] {
        let mut tallies = [Tally::default(); 2];
        text.hashed(range.clone(), |view, place, _| {
            if seen.insert(view, place) {
                tallies[view as usize].add(self.weight(place), own.map(|own| own.weight(place)));
            }
        });
        seen.clear();
        let mut logits = self.dense(0).map(f64::from);
        for tally in &tallies {
            let share = share(tally.count);
            for (class, logit) in logits.iter_mut().enumerate() {
                let sum = tally.sums[class] as f32 * self.scales[class] + tally.own[class];
                *logit += f64::from(share * sum);
            }
        }
        let mut add = |weight: [f32; CLASSES], value: f32| {
            for (logit, weight) in logits.iter_mut().zip(weight) {
                *logit += f64::from(weight * value);
            }
        };
        if let Some(own) = own {
            add(own.dense(0), 1.0);
        }
        text.described(range, |number, value| {
            add(self.dense(1 + number), value);
            if let Some(own) = own {
                add(own.dense(1 + number), value);
            }
        });
        logits
    }

    /// What each token of `range` adds to the logit of positive less that of negative. What no token adds (the length
    /// of the text, the prior) is left out.
    pub fn contributions(&self, text: &Analysis, range: Range<usize>, own: Option<Delta<'_>>) -> Vec<f64> {
        let mut parts: Vec<(View, u32, Range<usize>)> = Vec::new();
        text.hashed(range.clone(), |view, place, span| parts.push((view, place, span)));
        parts.sort_unstable_by_key(|(view, place, span)| (*view as u8, *place, span.start));
        let distinct =
            |view: View| parts.chunk_by(|a, b| a.1 == b.1 && a.0 == b.0).filter(|run| run[0].0 == view).count();
        let shares = [View::Word, View::Piece].map(|view| f64::from(share(distinct(view) as u32)));
        let mut tokens = vec![0.0; range.len()];
        for run in parts.chunk_by(|a, b| a.1 == b.1 && a.0 == b.0) {
            let (view, place, _) = run[0];
            let mut lean = self.lean(place) + own.map_or(0.0, |own| pull(own.weight(place)));
            lean *= shares[view as usize];
            for (_, _, span) in run {
                for at in span.clone() {
                    tokens[at - range.start] += lean / (run.len() * span.len()) as f64;
                }
            }
        }
        self.spread(text, range, own, &mut tokens);
        tokens
    }

    /// What the rules add is spread over the words that have valence, as much as each has.
    fn spread(&self, text: &Analysis, range: Range<usize>, own: Option<Delta<'_>>, tokens: &mut [f64]) {
        let mut sum = 0.0;
        text.described(range.clone(), |number, value| {
            let weight = pull(self.dense(1 + number)) + own.map_or(0.0, |own| pull(own.dense(1 + number)));
            sum += weight * f64::from(value);
        });
        let feels = &text.feels[range];
        let side: f64 = feels.iter().map(|feel| f64::from(feel.valence)).filter(|valence| valence * sum > 0.0).sum();
        if side == 0.0 {
            return;
        }
        for (token, feel) in tokens.iter_mut().zip(feels) {
            let valence = f64::from(feel.valence);
            if valence * sum > 0.0 {
                *token += sum * valence / side;
            }
        }
    }

    #[inline]
    fn weight(&self, place: u32) -> [i8; CLASSES] {
        let at = place as usize * CLASSES;
        let weights = &self.weights[at..at + CLASSES];
        [weights[0] as i8, weights[1] as i8, weights[2] as i8]
    }

    fn lean(&self, place: u32) -> f64 {
        let [neg, _, pos] = self.weight(place);
        f64::from(f32::from(pos) * self.scales[2]) - f64::from(f32::from(neg) * self.scales[0])
    }

    fn dense(&self, number: usize) -> [f32; CLASSES] {
        self.dense.get(number).copied().unwrap_or_default()
    }

    /// The model as the bytes of its file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(BITS.to_le_bytes());
        let calibration = &self.calibration;
        let head = [calibration.temperature, calibration.threshold].into_iter().chain(calibration.shift);
        let floats = head.chain(self.scales).chain(self.dense.iter().flatten().copied());
        bytes.extend(floats.flat_map(f32::to_le_bytes));
        self.lexicon.to_bytes(&mut bytes);
        bytes.extend_from_slice(&self.weights);
        bytes
    }

    /// Reads the bytes of a file; none if they are not those of a model.
    pub fn from_bytes(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?.strip_prefix(&BITS.to_le_bytes())?;
        let (head, rest) = rest.split_at_checked(4 * (8 + DENSE * CLASSES))?;
        let mut floats = head.as_chunks().0.iter().map(|float| f32::from_le_bytes(*float));
        let mut next = || floats.next().unwrap_or(0.0);
        let (temperature, threshold) = (next(), next());
        let shift = [next(), next(), next()];
        let scales = [next(), next(), next()];
        let dense = (0..DENSE).map(|_| [next(), next(), next()]).collect();
        let (lexicon, weights) = Lexicon::from_bytes(rest)?;
        if weights.len() != BUCKETS * CLASSES {
            return None;
        }
        let weights = Cow::Borrowed(weights);
        let calibration = Calibration { temperature, shift, threshold };
        Some(Self { calibration, scales, dense, lexicon, weights })
    }
}

fn pull([neg, _, pos]: [f32; CLASSES]) -> f64 {
    f64::from(pos) - f64::from(neg)
}

impl Tally {
    #[inline]
    fn add(&mut self, weight: [i8; CLASSES], own: Option<[f32; CLASSES]>) {
        self.count += 1;
        for (sum, weight) in self.sums.iter_mut().zip(weight) {
            *sum += i32::from(weight);
        }
        for (sum, own) in self.own.iter_mut().zip(own.unwrap_or_default()) {
            *sum += own;
        }
    }
}
