//! Words and what they tell. Pure: no I/O, the same result twice.

pub mod anger;
mod fold;
pub mod lexicon;
mod reading;
pub mod segment;

pub use fold::{fold, folded_words};
pub use reading::{Part, Reader, Reading, Reason, Sentence, Sentiment};
