//! Words and what they tell. Pure: no I/O, the same result twice.

pub mod anger;
mod fold;

pub use fold::{fold, folded_words};
