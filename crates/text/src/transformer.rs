//! Where a transformer takes the place of the linear model. This crate does no I/O, so the host loads it and hands it in
//! ([`crate::Reader::with_transformer`]).

use std::fmt::Debug;
use std::sync::Arc;

use crate::reading::Sentiment;
use crate::sentiment::LABELS;

/// The probability that the labels named together reach at least.
pub const COVERED: f64 = 0.9;

/// What there is to say about a transformer.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// As people call it.
    pub name: Arc<str>,
    /// Names its files and settings: another one may judge otherwise.
    pub fingerprint: String,
    /// The kind of network.
    pub family: &'static str,
    /// Numbers that it was trained to have.
    pub parameters: u64,
    /// Pieces of words after which a text is cut.
    pub tokens_max: usize,
    /// Its own labels in its order, and what they stand for.
    pub labels: Vec<(String, Sentiment)>,
    /// The languages whose texts it judges.
    pub languages: Vec<String>,
}

/// Judges the feeling of whole texts in place of the linear model.
pub trait Transformer: Debug + Send + Sync {
    fn about(&self) -> &About;

    /// Probabilities of negative, neutral, positive, which sum to one and depend on nothing but the text. None where it
    /// fails: a text that another model judged under its name would be worse than one that is not read.
    fn chances(&self, text: &str) -> Option<[f64; 3]>;
}

/// What it says of one text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Verdict {
    pub sentiment: Sentiment,
    pub score: f64,
    pub set: Vec<Sentiment>,
}

/// The likeliest label, and with it the next ones until together they reach [`COVERED`]. The probabilities are taken as
/// they are: unlike those of the linear model they were not calibrated on texts of this kind.
pub(crate) fn verdict(chances: [f64; 3]) -> Verdict {
    let mut order = [0, 1, 2];
    // Of equal ones the milder first, as the linear model has it.
    let mildness = [1, 0, 2];
    order.sort_by(|a, b| chances[*b].total_cmp(&chances[*a]).then(mildness[*a].cmp(&mildness[*b])));
    let mut sum = 0.0;
    let mut is_in = [false; 3];
    for at in order {
        if sum >= COVERED {
            break;
        }
        sum += chances[at];
        is_in[at] = true;
    }
    Verdict {
        sentiment: LABELS[order[0]],
        score: chances[2] - chances[0],
        set: (0..3).filter(|at| is_in[*at]).map(|at| LABELS[at]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_named_until_they_reach_nine_tenths() {
        use Sentiment::{Neg, Neu, Pos};
        let of = |chances| {
            let Verdict { sentiment, score, set } = verdict(chances);
            (sentiment, (score * 100.0).round() / 100.0, set)
        };
        assert_eq!(of([0.92, 0.05, 0.03]), (Neg, -0.89, vec![Neg]));
        assert_eq!(of([0.9, 0.1, 0.0]), (Neg, -0.9, vec![Neg]));
        assert_eq!(of([0.05, 0.35, 0.6]), (Pos, 0.55, vec![Neu, Pos]));
        assert_eq!(of([0.3, 0.3, 0.4]), (Pos, 0.1, vec![Neg, Neu, Pos]));
        assert_eq!(of([0.5, 0.0, 0.5]), (Neg, 0.0, vec![Neg, Pos]));
        assert_eq!(of([0.4, 0.4, 0.2]).0, Neu);
    }
}
