//! What texts are about: topics with their rules, the numbers of each, and the pages that keep them.

pub mod judge;
mod say;

pub use judge::Whole;
pub use say::{Sense, Sought};
