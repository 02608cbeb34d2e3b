//! Words and what they tell. Pure: no I/O, the same result twice.

pub mod anger;
pub mod features;
mod fold;
pub mod language;
pub mod lexicon;
pub mod normal;
mod reading;
pub mod rules;
pub mod segment;
pub mod sentiment;
pub mod topics;

pub use fold::{fold, folded_words};
pub use reading::{Judgement, Part, Reader, Reading, Reason, Sentence, Sentiment};
pub use sentiment::own::{Own, Pair, Score};
