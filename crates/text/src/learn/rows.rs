//! From texts to rows: which features there are, and how rare.

use std::ops::Range;

use crate::features::{self, Kind, Token, finish, step};
use crate::normal::Normal;

/// Words of one text that are looked at.
const TOKENS: usize = 2_000;
/// Weights of one model at most, a byte each.
const WEIGHTS: usize = 4 << 20;
/// Features of one model at most.
const PLACES: usize = 1 << 17;
/// From so many texts on, a feature that occurs in one alone is left out: it cannot be told from chance.
const SINGLES: usize = 400;
/// Steps of one unit of rarity.
const UNIT: f32 = 16.0;

/// Where a feature comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    Word,
    Piece,
    Extra,
}

/// What the square of the length of a row is made of, by view. What the caller knows beside the text counts as much
/// as the words, since there are few such features and each is meant.
const SHARES: [f32; 3] = [0.55, 0.45, 0.5];

/// A hash of the letters of `text`, folded: copies that differ in signs alone have the same.
pub fn key(text: &str) -> u64 {
    let normal = Normal::new(text);
    finish(normal.chars().iter().filter(|c| c.is_alphabetic()).fold(7, |hash, &c| step(hash, u64::from(c))))
}

/// Which of `folds` parts the text with this key is in.
pub fn fold(key: u64, folds: usize) -> u8 {
    (finish(key ^ 0x0066_6f6c_6473) % folds as u64) as u8
}

/// Takes texts apart; its memory is used again.
#[derive(Debug, Default)]
pub struct Taker {
    pub normal: Normal,
    pub tokens: Vec<Token>,
}

impl Taker {
    /// Calls `take` with view, key and tokens of each feature of `text`; the tokens of an extra one are none. One may
    /// come more than once.
    pub fn each(&mut self, text: &str, extra: &[u32], mut take: impl FnMut(View, u32, Range<usize>)) {
        self.normal.set(text);
        self.tokens.clear();
        features::tokens(&self.normal, &mut self.tokens);
        self.tokens.truncate(TOKENS);
        let key = |hash: u64| (hash >> 32) as u32;
        features::words(&self.tokens, |hash, span| take(View::Word, key(hash), span));
        // Pairs with one word between them: "card ... arrived" is the same whoever arrived when.
        for (at, three) in self.tokens.windows(3).enumerate() {
            let hash = finish(step(step(0x73, three[0].hash), three[2].hash));
            take(View::Word, key(hash), at..at + 3);
        }
        for (at, token) in self.tokens.iter().enumerate() {
            if token.kind == Kind::Word {
                features::pieces(self.normal.chars(), token, |hash| take(View::Piece, key(hash), at..at + 1));
            }
        }
        for &number in extra {
            take(View::Extra, key(finish(step(0x78, u64::from(number)))), 0..0);
        }
    }
}

/// The features that a model knows, as an open table of their keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabulary {
    /// In order.
    keys: Vec<u32>,
    /// Numbers of `keys` and one; 0 where free.
    table: Vec<u32>,
}

impl Vocabulary {
    /// `keys` in order, each once.
    pub fn new(keys: Vec<u32>) -> Self {
        let size = (keys.len() * 2).next_power_of_two().max(16);
        let mut table = vec![0; size];
        for (at, &key) in keys.iter().enumerate() {
            let mut slot = spread(key) & (size - 1);
            while table[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            table[slot] = at as u32 + 1;
        }
        Self { keys, table }
    }

    pub fn keys(&self) -> &[u32] {
        &self.keys
    }

    #[inline]
    pub fn find(&self, key: u32) -> Option<u32> {
        let mask = self.table.len() - 1;
        let mut slot = spread(key) & mask;
        loop {
            match self.table[slot] {
                0 => return None,
                at if self.keys[at as usize - 1] == key => return Some(at - 1),
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}

#[inline]
fn spread(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 7) as usize
}

/// Texts as the features that they have, each once.
#[derive(Debug)]
pub struct Rows {
    pub vocabulary: Vocabulary,
    /// Where the words, pieces and extras of each row begin in `places`; one more than there are rows.
    starts: Vec<[u32; 3]>,
    places: Vec<u32>,
}

impl Rows {
    /// Takes `texts` with their extra features apart, for a model of `classes` labels.
    pub fn new<'a>(texts: impl Iterator<Item = (&'a str, &'a [u32])>, classes: usize) -> Self {
        let mut taker = Taker::default();
        let (mut starts, mut keys): (Vec<[u32; 3]>, Vec<u32>) = (Vec::new(), Vec::new());
        let mut found: Vec<(View, u32)> = Vec::new();
        for (text, extra) in texts {
            found.clear();
            taker.each(text, extra, |view, key, _| found.push((view, key)));
            found.sort_unstable();
            found.dedup();
            let first = keys.len();
            keys.extend(found.iter().map(|(_, key)| *key));
            let upto = |view: View| (first + found.partition_point(|(other, _)| *other < view)) as u32;
            starts.push([upto(View::Word), upto(View::Piece), upto(View::Extra)]);
        }
        starts.push([keys.len() as u32; 3]);
        let vocabulary = choose(&keys, starts.len() - 1, classes);
        let mut rows = Self { vocabulary, starts: Vec::with_capacity(starts.len()), places: Vec::new() };
        for pair in starts.windows(2) {
            let ends = [pair[0][1], pair[0][2], pair[1][0]];
            let mut begun = [0; 3];
            for (view, (start, end)) in pair[0].into_iter().zip(ends).enumerate() {
                begun[view] = rows.places.len() as u32;
                let known = keys[start as usize..end as usize].iter().filter_map(|key| rows.vocabulary.find(*key));
                rows.places.extend(known);
            }
            rows.starts.push(begun);
        }
        rows.starts.push([rows.places.len() as u32; 3]);
        rows
    }

    /// The features of row `at`, by view.
    fn views(&self, at: usize) -> [&[u32]; 3] {
        let [word, piece, extra] = self.starts[at].map(|start| start as usize);
        let end = self.starts[at + 1][0] as usize;
        [&self.places[word..piece], &self.places[piece..extra], &self.places[extra..end]]
    }

    /// How rare each feature is among the rows `chosen`: 1 + ln(rows / rows with it), smoothed, in steps; 0 for one that
    /// none of them has, as it cannot be weighed.
    pub fn rarity(&self, chosen: &[u32]) -> Vec<u8> {
        let mut with = vec![0_u32; self.vocabulary.keys.len()];
        for &at in chosen {
            for &place in self.views(at as usize).into_iter().flatten() {
                with[place as usize] += 1;
            }
        }
        let all = chosen.len() as f64 + 1.0;
        let step = |with: u32| {
            let rarity = 1.0 + crate::sentiment::math::ln(all / (f64::from(with) + 1.0));
            (rarity as f32 * UNIT).round().clamp(1.0, 255.0) as u8
        };
        with.into_iter().map(|with| if with == 0 { 0 } else { step(with) }).collect()
    }

    /// The features of row `at` with their values, appended to `row`: each view as long as its share.
    pub fn weigh(&self, at: usize, rarity: &[u8], row: &mut Vec<(u32, f32)>) {
        for (places, share) in self.views(at).into_iter().zip(SHARES) {
            let square: u32 = places.iter().map(|place| u32::from(rarity[*place as usize]).pow(2)).sum();
            let unit = unit(square, share);
            let weighed = places.iter().map(|place| (*place, f32::from(rarity[*place as usize]) * unit));
            row.extend(weighed.filter(|(_, value)| *value > 0.0));
        }
    }
}

/// What one step of rarity is worth in a view whose steps have this sum of squares.
fn unit(square: u32, share: f32) -> f32 {
    (share / square.max(1) as f32).sqrt()
}

/// What one step of rarity is worth in the view, when its steps have this sum of squares.
pub fn unit_of(view: View, square: u32) -> f32 {
    unit(square, SHARES[view as usize])
}

/// The features that are worth a place: those in most texts, if there are more than there is room for.
fn choose(keys: &[u32], texts: usize, classes: usize) -> Vocabulary {
    let mut sorted = keys.to_vec();
    sorted.sort_unstable();
    let least = if texts >= SINGLES { 2 } else { 1 };
    let mut counted: Vec<(usize, u32)> =
        sorted.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).filter(|(count, _)| *count >= least).collect();
    let room = (WEIGHTS / classes.max(1)).min(PLACES);
    if counted.len() > room {
        counted.sort_unstable_by(|a, b| b.cmp(a));
        counted.truncate(room);
        counted.sort_unstable_by_key(|(_, key)| *key);
    }
    Vocabulary::new(counted.into_iter().map(|(_, key)| key).collect())
}
