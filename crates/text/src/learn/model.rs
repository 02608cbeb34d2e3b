//! A model that was learned: int8 weights by feature and label, its bytes, and how it judges.

use std::cell::RefCell;
use std::ops::Range;

use super::Kind;
use super::fit::{ALWAYS, Fitted, chances};
use super::measure::{Calibration, top};
use super::rows::{Rows, Taker, View, Vocabulary, unit_of};
use crate::reading::Reason;
use crate::sentiment::read::slices;

const MAGIC: &[u8; 8] = b"nabzlrn1";
/// Reasons that a guess names at most.
const REASONS: usize = 6;
/// What adds less than this share of the heaviest reason is none.
const SLIGHT: f64 = 0.15;

/// A label that a text was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess<'a> {
    pub label: &'a str,
    /// Calibrated, from 0 to 1.
    pub probability: f64,
    /// The words that spoke for it, heaviest first; the weight is what they added to the logit. Empty from
    /// [`Model::predict`].
    pub because: Vec<Reason>,
}

/// One label as the model knows it.
#[derive(Debug, Clone, PartialEq)]
struct Head {
    name: String,
    threshold: f32,
    always: f32,
    /// One step of the int8 weights.
    scale: f32,
}

/// A model that was learned from examples; at most 4 MiB of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    kind: Kind,
    temperature: f32,
    heads: Vec<Head>,
    vocabulary: Vocabulary,
    rarity: Vec<u8>,
    /// Those of all labels for one feature after another.
    weights: Vec<i8>,
}

/// Memory that judging uses again.
#[derive(Debug, Default)]
struct Scratch {
    taker: Taker,
    /// Which text each place was last seen in.
    stamps: Vec<u32>,
    text: u32,
    /// Places and tokens of the text, by view.
    found: [Vec<(u32, Range<usize>)>; 3],
    sums: Vec<i32>,
    logits: Vec<f32>,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl Model {
    pub(super) fn new(names: Vec<String>, kind: Kind, rows: &Rows, fitted: &Fitted, calibration: &Calibration) -> Self {
        let places = rows.vocabulary.keys().len();
        let mut scales = vec![0.0_f32; names.len()];
        for place in 0..places {
            for (scale, weight) in scales.iter_mut().zip(fitted.weights(place)) {
                *scale = scale.max(weight.abs() / 127.0);
            }
        }
        scales.iter_mut().for_each(|scale| *scale = scale.max(1e-9));
        let mut weights = Vec::with_capacity(places * names.len());
        for place in 0..places {
            weights.extend(
                fitted.weights(place).iter().zip(&scales).map(|(weight, scale)| (weight / scale).round() as i8),
            );
        }
        let head = |(at, name): (usize, String)| Head {
            name,
            threshold: calibration.thresholds[at],
            always: fitted.always()[at] * ALWAYS,
            scale: scales[at],
        };
        Self {
            kind,
            temperature: calibration.temperature,
            heads: names.into_iter().enumerate().map(head).collect(),
            vocabulary: rows.vocabulary.clone(),
            rarity: fitted.rarity.clone(),
            weights,
        }
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The labels that it knows, in order.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.heads.iter().map(|head| head.name.as_str())
    }

    /// The labels of `text`, likeliest first: one, or those above their thresholds; none if nothing in the text is
    /// known.
    pub fn predict(&self, text: &str, extra: &[u32]) -> Vec<Guess<'_>> {
        SCRATCH.with_borrow_mut(|scratch| {
            if !self.judge(text, extra, scratch) {
                return Vec::new();
            }
            let guess = |at: usize| Guess {
                label: &self.heads[at].name,
                probability: f64::from(scratch.logits[at]),
                because: Vec::new(),
            };
            self.chosen(&scratch.logits).into_iter().map(guess).collect()
        })
    }

    /// As [`Model::predict`], with the words that decided.
    pub fn read(&self, text: &str, extra: &[u32]) -> Vec<Guess<'_>> {
        SCRATCH.with_borrow_mut(|scratch| {
            if !self.judge(text, extra, scratch) {
                return Vec::new();
            }
            let chosen = self.chosen(&scratch.logits);
            let guess = |at: usize| Guess {
                label: &self.heads[at].name,
                probability: f64::from(scratch.logits[at]),
                because: self.because(text, at, scratch),
            };
            chosen.into_iter().map(guess).collect()
        })
    }

    /// The probability of each label, in the order of [`Model::labels`]; none if nothing in the text is known.
    pub fn chances(&self, text: &str, extra: &[u32]) -> Option<Vec<f64>> {
        SCRATCH.with_borrow_mut(|scratch| {
            self.judge(text, extra, scratch).then(|| scratch.logits.iter().map(|chance| f64::from(*chance)).collect())
        })
    }

    fn chosen(&self, row: &[f32]) -> Vec<usize> {
        if self.kind == Kind::One {
            return vec![usize::from(top(row))];
        }
        let mut chosen: Vec<usize> = (0..row.len()).filter(|&at| row[at] >= self.heads[at].threshold).collect();
        chosen.sort_by(|&a, &b| row[b].total_cmp(&row[a]));
        chosen
    }

    /// Leaves the probabilities in `scratch`; whether anything in the text is known.
    fn judge(&self, text: &str, extra: &[u32], scratch: &mut Scratch) -> bool {
        let Scratch { taker, stamps, text: number, found, sums, logits } = scratch;
        if stamps.len() < self.rarity.len() || *number == u32::MAX {
            stamps.clear();
            stamps.resize(self.rarity.len(), 0);
            *number = 0;
        }
        *number += 1;
        found.iter_mut().for_each(Vec::clear);
        taker.each(text, extra, |view, key, span| {
            if let Some(place) = self.vocabulary.find(key)
                && stamps[place as usize] != *number
            {
                stamps[place as usize] = *number;
                found[view as usize].push((place, span));
            }
        });
        logits.clear();
        logits.extend(self.heads.iter().map(|head| head.always));
        for (view, found) in [View::Word, View::Piece, View::Extra].into_iter().zip(&*found) {
            let unit = self.unit(view, found);
            sums.clear();
            sums.resize(self.heads.len(), 0);
            for (place, _) in found {
                let rarity = i32::from(self.rarity[*place as usize]);
                for (sum, weight) in sums.iter_mut().zip(self.weights(*place)) {
                    *sum += rarity * i32::from(*weight);
                }
            }
            for ((logit, sum), head) in logits.iter_mut().zip(&*sums).zip(&self.heads) {
                *logit += *sum as f32 * head.scale * unit;
            }
        }
        chances(self.kind, logits, self.temperature);
        found.iter().any(|found| !found.is_empty())
    }

    fn unit(&self, view: View, found: &[(u32, Range<usize>)]) -> f32 {
        unit_of(view, found.iter().map(|(place, _)| u32::from(self.rarity[*place as usize]).pow(2)).sum())
    }

    #[inline]
    fn weights(&self, place: u32) -> &[i8] {
        &self.weights[place as usize * self.heads.len()..][..self.heads.len()]
    }

    /// The words that spoke for the label `at`. For one label of several, what a word says for all of them alike is
    /// taken off.
    fn because(&self, text: &str, at: usize, scratch: &Scratch) -> Vec<Reason> {
        let tokens = &scratch.taker.tokens;
        let mut pulls = vec![0.0_f64; tokens.len()];
        for (view, found) in [View::Word, View::Piece].into_iter().zip(&scratch.found) {
            let unit = self.unit(view, found);
            for (place, span) in found {
                let weight = |at: usize| f64::from(f32::from(self.weights(*place)[at]) * self.heads[at].scale);
                let mut pull = weight(at);
                if self.kind == Kind::One {
                    pull -= (0..self.heads.len()).map(weight).sum::<f64>() / self.heads.len() as f64;
                }
                pull *= f64::from(f32::from(self.rarity[*place as usize]) * unit) / span.len().max(1) as f64;
                pulls[span.clone()].iter_mut().for_each(|sum| *sum += pull);
            }
        }
        let heaviest = pulls.iter().copied().fold(0.0, f64::max);
        let mut chosen: Vec<usize> =
            (0..pulls.len()).filter(|&token| pulls[token] > 0.0 && pulls[token] >= heaviest * SLIGHT).collect();
        chosen.sort_by(|&a, &b| pulls[b].total_cmp(&pulls[a]).then(a.cmp(&b)));
        chosen.truncate(REASONS);
        let span = |token: &usize| {
            let token = &tokens[*token];
            scratch.taker.normal.span(token.start as usize, token.end as usize)
        };
        let places: Vec<(usize, usize)> = chosen.iter().map(span).collect();
        let texts = slices(text, &places);
        let reasons = texts.into_iter().zip(places).zip(chosen);
        reasons.map(|((text, (start, end)), token)| Reason { text, start, end, weight: pulls[token] }).collect()
    }

    /// The model as bytes, about as many as features times labels.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(u8::from(self.kind == Kind::Many));
        bytes.extend(self.temperature.to_le_bytes());
        bytes.extend((self.heads.len() as u32).to_le_bytes());
        for head in &self.heads {
            bytes.extend((head.name.len() as u32).to_le_bytes());
            bytes.extend(head.name.as_bytes());
            bytes.extend([head.threshold, head.always, head.scale].into_iter().flat_map(f32::to_le_bytes));
        }
        bytes.extend((self.rarity.len() as u32).to_le_bytes());
        bytes.extend(self.vocabulary.keys().iter().flat_map(|key| key.to_le_bytes()));
        bytes.extend(&self.rarity);
        bytes.extend(self.weights.iter().map(|weight| *weight as u8));
        bytes
    }

    /// Reads what [`Model::to_bytes`] wrote; none if it did not write these bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let kind = match take(&mut rest, 1)?[0] {
            0 => Kind::One,
            1 => Kind::Many,
            _ => return None,
        };
        let temperature = float(&mut rest)?;
        let count = number(&mut rest)?;
        let mut heads = Vec::new();
        for _ in 0..count {
            let length = number(&mut rest)?;
            let name = String::from_utf8(take(&mut rest, length)?.to_vec()).ok()?;
            let (threshold, always, scale) = (float(&mut rest)?, float(&mut rest)?, float(&mut rest)?);
            heads.push(Head { name, threshold, always, scale });
        }
        let places = number(&mut rest)?;
        let keys = take(&mut rest, places.checked_mul(4)?)?.as_chunks().0;
        let keys: Vec<u32> = keys.iter().map(|key| u32::from_le_bytes(*key)).collect();
        let rarity = take(&mut rest, places)?.to_vec();
        let weights: Vec<i8> = rest.iter().map(|byte| *byte as i8).collect();
        let sound = temperature > 0.0
            && !heads.is_empty()
            && keys.is_sorted_by(|a, b| a < b)
            && places.checked_mul(heads.len()) == Some(weights.len());
        sound.then(|| Self { kind, temperature, heads, vocabulary: Vocabulary::new(keys), rarity, weights })
    }
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (head, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    Some(head)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    Some(u32::from_le_bytes(take(rest, 4)?.try_into().ok()?) as usize)
}

fn float(rest: &mut &[u8]) -> Option<f32> {
    let float = f32::from_le_bytes(take(rest, 4)?.try_into().ok()?);
    float.is_finite().then_some(float)
}
