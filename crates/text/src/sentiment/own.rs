//! What a workspace has learned from its own ratings and comments, on top of the weights that ship: the same linear
//! model, moved a little by each pair, kept as the differences alone.

use std::collections::BTreeMap;

use super::extract::{Analysis, BUCKETS, Places};
use super::model::Model;
use super::shipped;
use super::train::CLASSES;
use crate::features::{finish, step};

const MAGIC: &[u8; 8] = b"nabzown1";
/// Differences that are kept at most, the largest: 16 bytes each.
const PLACES: usize = 50_000;
/// How far one pair moves the weights. Small, so that a few hundred pairs shade what ships and do not replace it.
const STRIDE: f32 = 0.5;
/// Times that the pairs are gone through.
const ROUNDS: usize = 3;
/// Every fifth pair is held out to measure with.
const HELD: u64 = 5;
/// Pairs held out below which nothing is measured, and nothing learned.
const FEWEST: usize = 20;
/// Pairs after which it is told how far learning is.
const TELL_EVERY: usize = 64;

/// A comment and the feeling that the rating beside it stands for.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    pub text: &'a str,
    /// One of those that are read; pairs in other languages are passed over.
    pub language: &'a str,
    /// 0 negative, 1 neutral, 2 positive.
    pub label: u8,
}

impl Pair<'_> {
    /// Whether it measures and is not learned from, by the hash of its text.
    pub fn is_held_out(&self) -> bool {
        is_held_out(self.text)
    }
}

/// How many of the pairs held out were judged right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    pub held_out: usize,
    pub before: usize,
    pub after: usize,
}

/// Differences of weights by language and place, few against those that ship.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Own {
    weights: BTreeMap<(u8, u32), [f32; CLASSES]>,
}

/// Those of one language.
#[derive(Debug, Clone, Copy)]
pub struct Delta<'a> {
    own: &'a Own,
    language: u8,
}

impl Delta<'_> {
    #[inline]
    pub(crate) fn weight(self, place: u32) -> [f32; CLASSES] {
        self.own.weights.get(&(self.language, place)).copied().unwrap_or_default()
    }

    pub(crate) fn dense(self, number: usize) -> [f32; CLASSES] {
        self.weight((BUCKETS + number) as u32)
    }
}

impl Own {
    /// Pairs that must be held out at least.
    pub const FEWEST: usize = FEWEST;

    /// Learns from `pairs`, in their order, less every fifth by the hash of its text, which measures. None if too few
    /// could be held out. Whether `after` is worth it is for the caller to say.
    pub fn learn(pairs: &[Pair<'_>]) -> Option<(Self, Score)> {
        Self::learn_telling(pairs, &mut |_, _| ())
    }

    /// The same; `tell` hears now and then how many steps of how many are done.
    pub fn learn_telling(pairs: &[Pair<'_>], tell: &mut dyn FnMut(usize, usize)) -> Option<(Self, Score)> {
        let readable = pairs.iter().filter(|pair| pair.label < 3 && shipped::model(pair.language).is_some());
        let (held, taught): (Vec<&Pair<'_>>, Vec<&Pair<'_>>) = readable.partition(|pair| is_held_out(pair.text));
        if held.len() < FEWEST {
            return None;
        }
        let mut learner = Learner::default();
        let all = ROUNDS * taught.len();
        for round in 0..ROUNDS {
            for (done, pair) in taught.iter().enumerate() {
                if done.is_multiple_of(TELL_EVERY) {
                    tell(round * taught.len() + done, all);
                }
                learner.take(pair);
            }
        }
        learner.own.shrink();
        let after = held.iter().filter(|pair| learner.is_right(pair)).count();
        let own = std::mem::take(&mut learner.own);
        let before = held.iter().filter(|pair| learner.is_right(pair)).count();
        Some((own, Score { held_out: held.len(), before, after }))
    }

    /// The same, with a language read as shipped.
    #[must_use]
    pub fn without(mut self, language: &str) -> Self {
        self.weights.retain(|(known, _), _| *known != code(language));
        self
    }

    pub(crate) fn delta(&self, language: &str) -> Delta<'_> {
        Delta { own: self, language: code(language) }
    }

    /// Names what was learned.
    pub fn version(&self) -> String {
        let hash = self.to_bytes().iter().fold(0, |hash, byte| step(hash, u64::from(*byte)));
        format!("{:08x}", finish(hash) as u32)
    }

    /// Keeps the largest differences.
    fn shrink(&mut self) {
        if self.weights.len() <= PLACES {
            return;
        }
        let size = |weight: &[f32; CLASSES]| weight.iter().map(|x| x.abs()).sum::<f32>();
        let mut sizes: Vec<f32> = self.weights.values().map(size).collect();
        sizes.sort_unstable_by(|a, b| b.total_cmp(a));
        let least = sizes[PLACES];
        self.weights.retain(|_, weight| size(weight) > least);
    }

    /// What was learned as bytes, 17 for each place.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for ((language, place), weight) in &self.weights {
            bytes.push(*language);
            bytes.extend(place.to_le_bytes());
            bytes.extend(weight.iter().flat_map(|x| x.to_le_bytes()));
        }
        bytes
    }

    /// Reads what [`Own::to_bytes`] wrote; none if it did not write these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (rows, rest) = bytes.strip_prefix(MAGIC)?.as_chunks::<17>();
        let float = |row: &[u8; 17], at: usize| f32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]);
        let row = |row: &[u8; 17]| {
            let place = u32::from_le_bytes([row[1], row[2], row[3], row[4]]);
            ((row[0], place), [float(row, 5), float(row, 9), float(row, 13)])
        };
        let own = Self { weights: rows.iter().map(row).collect() };
        let sound = rest.is_empty() && rows.len() <= PLACES && own.weights.values().flatten().all(|x| x.is_finite());
        sound.then_some(own)
    }
}

fn code(language: &str) -> u8 {
    language.bytes().fold(0, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte))
}

fn is_held_out(text: &str) -> bool {
    finish(text.bytes().fold(0x68, |hash, byte| step(hash, u64::from(byte)))).is_multiple_of(HELD)
}

/// Weights on the way.
#[derive(Debug, Default)]
struct Learner {
    own: Own,
    text: Analysis,
    seen: Places,
}

impl Learner {
    /// Probabilities of the three classes.
    fn chances(&mut self, pair: &Pair<'_>, model: &Model) -> [f64; CLASSES] {
        self.text.set(pair.text);
        self.text.feel(&model.lexicon);
        let delta = self.own.delta(pair.language);
        let logits = model.logits(&self.text, 0..self.text.tokens.len(), Some(delta), &mut self.seen);
        model.calibration.chances(logits)
    }

    fn is_right(&mut self, pair: &Pair<'_>) -> bool {
        let Some((_, model)) = shipped::model(pair.language) else {
            return false;
        };
        let chances = self.chances(pair, model);
        (0..CLASSES).all(|class| chances[class] <= chances[usize::from(pair.label)])
    }

    /// One step down the gradient of the log-loss.
    fn take(&mut self, pair: &Pair<'_>) {
        let Some((_, model)) = shipped::model(pair.language) else {
            return;
        };
        let chances = self.chances(pair, model);
        let goal = |class: usize| if class == usize::from(pair.label) { 1.0 } else { 0.0 };
        let change: [f32; CLASSES] = std::array::from_fn(|class| STRIDE * (goal(class) - chances[class]) as f32);
        let language = code(pair.language);
        self.text.valued(&mut self.seen, |place, value| {
            let weight = self.own.weights.entry((language, place)).or_default();
            for class in 0..CLASSES {
                weight[class] += change[class] * value;
            }
        });
        let always = self.own.weights.entry((language, BUCKETS as u32)).or_default();
        for class in 0..CLASSES {
            always[class] += change[class] * 0.1;
        }
    }
}
