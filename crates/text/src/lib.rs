//! Words and what they tell. Pure: no I/O, the same result twice.

pub mod anger;
pub mod causes;
pub mod features;
mod fold;
pub mod intent;
pub mod language;
pub mod learn;
pub mod lexicon;
pub mod normal;
pub mod private;
mod reading;
pub mod rules;
pub mod segment;
pub mod sentiment;
pub mod topics;
mod transformer;
pub mod twins;

pub use fold::{fold, folded_words};
pub use reading::{Judgement, Part, Reader, Reading, Reason, Sentence, Sentiment};
pub use sentiment::own::{Own, Pair, Score};
pub use transformer::{About, COVERED, Transformer};
