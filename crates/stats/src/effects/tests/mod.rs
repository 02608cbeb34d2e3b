//! What the parts of `effects` answer, held against other programs and by properties.

mod comparisons;
mod experiments;
mod mixtures;
mod verdicts;
