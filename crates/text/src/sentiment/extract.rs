//! From a text to the features of the models: hashed words, pairs of words, pieces of words, denied words, and what
//! the lexicon says. Training and reading go through here, so that they see the same.

use std::ops::Range;

use crate::features::{self, Kind, Token, View, finish, step};
use crate::normal::Normal;
use crate::rules::{self, Feel, Lexicon};

/// Each model has 2 to the power of this many places for hashed features.
pub const BITS: u32 = 18;
/// Places for hashed features.
pub const BUCKETS: usize = 1 << BITS;
/// Features in all: the hashed ones, one that is always there, and those of the rules.
pub const FEATURES: usize = BUCKETS + 1 + rules::FEATURES;

/// A text taken apart; kept between texts so that its memory is used again.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    pub normal: Normal,
    pub tokens: Vec<Token>,
    pub feels: Vec<Feel>,
}

impl Analysis {
    /// Takes `text` apart. What the words say waits for [`Analysis::feel`], since it depends on the language.
    pub fn set(&mut self, text: &str) {
        self.normal.set(text);
        self.tokens.clear();
        features::tokens(&self.normal, &mut self.tokens);
        self.feels.clear();
    }

    pub fn feel(&mut self, lexicon: &Lexicon) {
        rules::feel(&self.tokens, lexicon, &mut self.feels);
    }

    /// Calls `take` with the view and the place of each hashed feature of the tokens `range`, and the tokens that it
    /// comes from. One place may come more than once.
    #[inline]
    pub fn hashed(&self, range: Range<usize>, mut take: impl FnMut(View, u32, Range<usize>)) {
        let place = |hash: u64| (hash >> (64 - BITS)) as u32;
        let first = range.start;
        let tokens = &self.tokens[range.clone()];
        features::words(tokens, |hash, span| take(View::Word, place(hash), first + span.start..first + span.end));
        for at in range {
            let token = &self.tokens[at];
            if self.feels[at].negated {
                take(View::Word, place(finish(step(token.hash, 0x99))), at..at + 1);
            }
            if token.kind == Kind::Word {
                features::pieces(self.normal.chars(), token, |hash| take(View::Piece, place(hash), at..at + 1));
            }
        }
    }

    /// Calls `take` with each hashed feature of the whole text, once: its place and its value.
    pub fn valued(&self, seen: &mut Places, mut take: impl FnMut(u32, f32)) {
        self.hashed(0..self.tokens.len(), |view, place, _| {
            seen.insert(view, place);
        });
        for view in [&seen.words, &seen.pieces] {
            let value = share(view.places.len() as u32);
            view.places.iter().for_each(|&place| take(place, value));
        }
        seen.clear();
    }

    /// Calls `take` with the number and value of each feature of the rules for the tokens `range`.
    pub fn described(&self, range: Range<usize>, take: impl FnMut(usize, f32)) {
        rules::describe(&self.tokens[range.clone()], &self.feels[range], take);
    }
}

/// The value of one feature of a view with `count` of them: both views have the same length.
pub fn share(count: u32) -> f32 {
    (0.5 / count.max(1) as f32).sqrt()
}

/// Places that were met, by view; kept between texts so that its memory is used again.
#[derive(Debug, Clone, Default)]
pub struct Places {
    words: Seen,
    pieces: Seen,
}

impl Places {
    /// Whether `place` is new to `view`.
    #[inline]
    pub fn insert(&mut self, view: View, place: u32) -> bool {
        match view {
            View::Word => self.words.insert(place),
            View::Piece => self.pieces.insert(place),
        }
    }

    pub fn clear(&mut self) {
        self.words.clear();
        self.pieces.clear();
    }
}

/// A set of places that is cheap to empty.
#[derive(Debug, Clone)]
struct Seen {
    bits: Vec<u64>,
    places: Vec<u32>,
}

impl Default for Seen {
    fn default() -> Self {
        Self { bits: vec![0; BUCKETS / 64], places: Vec::new() }
    }
}

impl Seen {
    /// Whether `place` is new.
    #[inline]
    fn insert(&mut self, place: u32) -> bool {
        let (word, bit) = (place as usize / 64, 1_u64 << (place % 64));
        let new = self.bits[word] & bit == 0;
        if new {
            self.bits[word] |= bit;
            self.places.push(place);
        }
        new
    }

    fn clear(&mut self) {
        for &place in &self.places {
            self.bits[place as usize / 64] = 0;
        }
        self.places.clear();
    }
}
