//! What a text feels like: linear models over hashed features, one for each language.

pub mod extract;
pub mod fit;
pub mod math;
pub mod model;
pub mod own;
pub(crate) mod read;
pub mod shipped;
pub mod train;

use crate::reading::Sentiment;

/// In the order of classes.
pub(crate) const LABELS: [Sentiment; 3] = [Sentiment::Neg, Sentiment::Neu, Sentiment::Pos];
