//! Learns labels from examples: which intent, which topics. One linear model over hashed words, pairs of words and
//! pieces of words, weighted by rarity (TF-IDF); logistic regression with an L2 penalty, either one label of many
//! (softmax) or any number of labels (one against the rest, each with a threshold of its own).
//!
//! Pure: the same examples, in whatever order, give the same model to the bit.

mod fit;
mod measure;
mod model;
mod rows;

pub use measure::{Confused, LabelMeasures, Measures};
pub use model::{Guess, Model};
pub use rows::key;

use std::collections::BTreeSet;
use std::fmt;

use fit::Problem;
use rows::Rows;

/// Examples that one model learns from at most: those after the first so many, by the hash of their letters, are left
/// out.
pub const EXAMPLES: usize = 50_000;
/// Labels of one model at most.
pub const LABELS: usize = 256;
/// Examples that a label needs to be learned.
pub const FEWEST: usize = 3;
/// Parts of the cross-validation.
const FOLDS: usize = 5;

/// How many labels a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Exactly one.
    One,
    /// Any number, also none.
    Many,
}

/// A text and what it was labelled with.
#[derive(Debug, Clone, Default)]
pub struct Example<'a> {
    pub text: &'a str,
    /// For [`Kind::One`] the first counts. A text without labels is an example of none for [`Kind::Many`], and none
    /// at all for [`Kind::One`].
    pub labels: Vec<&'a str>,
    /// What else is known of the text, as numbers that the caller gives meaning to: rules that match, the channel.
    pub extra: Vec<u32>,
}

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub kind: Kind,
    /// What a wrong example costs against the length of the weights (liblinear's C); chosen on a part of the examples
    /// if none is given.
    pub cost: Option<f32>,
    /// Passes over the examples.
    pub rounds: usize,
}

impl Options {
    pub fn new(kind: Kind) -> Self {
        Self { kind, cost: None, rounds: 12 }
    }
}

/// Why nothing was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Fewer than two labels (one for [`Kind::Many`]) have [`FEWEST`] examples, or all examples have the same.
    TooFew,
    /// There are more labels than [`LABELS`].
    TooManyLabels,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooFew => "too few examples to learn from",
            Self::TooManyLabels => "too many labels for one model",
        })
    }
}

impl std::error::Error for Trouble {}

/// What a row is labelled with, as numbers of labels in order.
type Truth = Box<[u16]>;

/// Learns from `examples`. The measures come from five-fold cross-validation: each fifth, by the hash of its letters so
/// that copies stay together, is judged by weights and thresholds from the other four.
///
/// # Errors
/// [`Trouble`] says why there is nothing to learn.
pub fn train(examples: &[Example<'_>], options: Options) -> Result<(Model, Measures), Trouble> {
    let mut examples: Vec<(u64, &Example<'_>)> =
        examples.iter().map(|example| (rows::key(example.text), example)).collect();
    // The order in which they come must not matter.
    examples.sort_by(|(a, x), (b, y)| (a, x.text, &x.labels, &x.extra).cmp(&(b, y.text, &y.labels, &y.extra)));
    examples.truncate(EXAMPLES);
    let names = names(&examples, options.kind)?;
    let number = |name: &&str| names.binary_search_by(|known| known.as_str().cmp(name)).ok().map(|at| at as u16);
    let mut truths: Vec<Truth> = Vec::new();
    let mut kept: Vec<(u64, &Example<'_>)> = Vec::new();
    for &(key, example) in &examples {
        let wanted = if options.kind == Kind::One { 1 } else { usize::MAX };
        let truth: BTreeSet<u16> = example.labels.iter().take(wanted).filter_map(number).collect();
        if options.kind == Kind::Many || !truth.is_empty() {
            truths.push(truth.into_iter().collect());
            kept.push((key, example));
        }
    }
    let rows = Rows::new(kept.iter().map(|(_, example)| (example.text, &*example.extra)), names.len());
    let folds: Vec<u8> = kept.iter().map(|(key, _)| rows::fold(*key, FOLDS)).collect();
    let seed = kept.iter().fold(0x6c65_6172_u64, |seed, (key, _)| seed.rotate_left(1) ^ key);
    let mut problem = Problem {
        rows: &rows,
        truths: &truths,
        classes: names.len(),
        kind: options.kind,
        cost: options.cost.unwrap_or(1.0),
        rounds: options.rounds.max(1),
        seed,
    };
    if options.cost.is_none() {
        problem.cost = measure::best_cost(&problem, &folds);
    }
    let (calibration, measures) = measure::cross_validate(&problem, &folds, FOLDS, &names);
    let all: Vec<u32> = (0..kept.len() as u32).collect();
    let fitted = problem.fit(&all);
    Ok((Model::new(names, options.kind, &rows, &fitted, &calibration), measures))
}

/// The labels that have enough examples, in order.
fn names(examples: &[(u64, &Example<'_>)], kind: Kind) -> Result<Vec<String>, Trouble> {
    let wanted = if kind == Kind::One { 1 } else { usize::MAX };
    let mut all: Vec<(&str, usize)> = Vec::new();
    for (at, (_, example)) in examples.iter().enumerate() {
        all.extend(example.labels.iter().take(wanted).map(|label| (*label, at)));
    }
    all.sort_unstable();
    all.dedup();
    let runs = all.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() >= FEWEST);
    let names: Vec<(String, usize)> = runs.map(|run| (run[0].0.to_owned(), run.len())).collect();
    if names.len() > LABELS {
        return Err(Trouble::TooManyLabels);
    }
    let enough = match kind {
        Kind::One => names.len() >= 2,
        // Without an example of the contrary there is nothing to tell apart.
        Kind::Many => names.iter().any(|(_, count)| *count < examples.len()),
    };
    if enough { Ok(names.into_iter().map(|(name, _)| name).collect()) } else { Err(Trouble::TooFew) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 12] =
        ["card", "loan", "rate", "branch", "queue", "app", "login", "fee", "phone", "letter", "desk", "door"];

    /// Texts whose first word decides, with noise around it.
    fn made_up(count: usize) -> Vec<(String, &'static str)> {
        let text = |n: usize| {
            let (label, word) = [("card", "card arrived"), ("loan", "لون وام"), ("app", "appen kraschar")][n % 3];
            (format!("{word} {} {} {n}", WORDS[n * 7 % 12], WORDS[n * 5 % 11]), label)
        };
        (0..count).map(text).collect()
    }

    fn one(texts: &[(String, &'static str)]) -> Vec<Example<'static>> {
        let own = |(text, label): &(String, &'static str)| Example {
            text: Box::leak(text.clone().into_boxed_str()),
            labels: vec![*label],
            extra: Vec::new(),
        };
        texts.iter().map(own).collect()
    }

    #[test]
    fn one_label_of_several_is_learned_whatever_the_order() {
        let mut examples = one(&made_up(150));
        let (model, measures) = train(&examples, Options::new(Kind::One)).expect("enough");
        assert!(measures.accuracy > 0.95, "{measures:?}");
        assert_eq!(measures.confusion.iter().map(|cell| cell.count).sum::<usize>(), 150);
        let guess = model.read("وام گرفتم؟", &[]);
        assert_eq!(guess[0].label, "loan");
        assert_eq!(guess[0].because[0].text, "وام");
        assert_eq!((guess[0].because[0].start, guess[0].because[0].end), (0, 3));
        examples.reverse();
        let (again, same) = train(&examples, Options::new(Kind::One)).expect("enough");
        assert_eq!((again.to_bytes(), same), (model.to_bytes(), measures));
    }

    #[test]
    fn labels_that_are_shuffled_cannot_be_learned() {
        // Where text and label have nothing to do with each other, the measures must say so.
        let texts: Vec<(String, &'static str)> =
            made_up(300).into_iter().enumerate().map(|(n, (text, _))| (text, ["a", "b", "c"][n * n / 7 % 3])).collect();
        let (_, measures) = train(&one(&texts), Options::new(Kind::One)).expect("enough");
        assert!(measures.accuracy < 0.6, "{measures:?}");
    }

    #[test]
    fn many_labels_are_found_beside_each_other_and_none_where_there_is_none() {
        let texts: Vec<(String, Vec<&'static str>)> = (0..240)
            .map(|n| {
                let (mut text, mut labels) = (format!("{} {}", WORDS[n * 7 % 12], WORDS[n * 5 % 11]), Vec::new());
                for (bit, (word, label)) in [("toalett", "clean"), ("غذا", "food")].iter().enumerate() {
                    if n >> bit & 1 == 1 {
                        text += &format!(" {word}");
                        labels.push(*label);
                    }
                }
                (text, labels)
            })
            .collect();
        let examples: Vec<Example<'_>> =
            texts.iter().map(|(text, labels)| Example { text, labels: labels.clone(), extra: Vec::new() }).collect();
        let (model, measures) = train(&examples, Options::new(Kind::Many)).expect("enough");
        assert!(measures.micro_f1 > 0.95, "{measures:?}");
        let labels = |text: &str| model.predict(text, &[]).into_iter().map(|g| g.label).collect::<BTreeSet<_>>();
        assert_eq!(labels("card toalett غذا"), BTreeSet::from(["clean", "food"]));
        assert_eq!(labels("card desk"), BTreeSet::new());
        let copy = Model::from_bytes(&model.to_bytes()).expect("own bytes");
        assert_eq!(copy, model);
    }

    #[test]
    fn extra_features_decide_where_words_do_not() {
        let examples: Vec<Example<'_>> = (0..120)
            .map(|n| Example { text: WORDS[n * 7 % 12], labels: vec![["a", "b"][n % 2]], extra: vec![n as u32 % 2] })
            .collect();
        let (model, _) = train(&examples, Options::new(Kind::One)).expect("enough");
        assert_eq!(model.predict("door", &[0])[0].label, "a");
        assert_eq!(model.predict("door", &[1])[0].label, "b");
    }

    #[test]
    fn too_little_is_said() {
        let examples = one(&made_up(150));
        assert_eq!(train(&[], Options::new(Kind::One)).err(), Some(Trouble::TooFew));
        assert_eq!(train(&examples[..6], Options::new(Kind::One)).err(), Some(Trouble::TooFew));
        let names: Vec<String> = (0..300).map(|n| format!("l{n}")).collect();
        let many: Vec<Example<'_>> = names
            .iter()
            .flat_map(|name| (0..3).map(move |_| Example { text: name, labels: vec![name], extra: Vec::new() }))
            .collect();
        assert_eq!(train(&many, Options::new(Kind::One)).err(), Some(Trouble::TooManyLabels));
    }

    #[test]
    fn any_text_is_judged_and_reasons_lie_in_it() {
        let (model, _) = train(&one(&made_up(60)), Options::new(Kind::One)).expect("enough");
        for text in ["", " ", "و\u{200c}ام", "😀 وام e\u{301} وَام", "?!", "ﬁ وام", "\u{0}\u{202e}loan"]
        {
            let chars: Vec<char> = text.chars().collect();
            for reason in model.read(text, &[]).into_iter().flat_map(|guess| guess.because) {
                let cut: String = chars[reason.start..reason.end].iter().collect();
                assert_eq!(cut, reason.text, "{text}");
            }
        }
        // Only the first words of a megabyte are looked at.
        assert_eq!(model.read(&"وام ".repeat(1 << 18), &[])[0].label, "loan");
    }

    #[test]
    fn broken_bytes_are_no_model() {
        let (model, _) = train(&one(&made_up(60)), Options::new(Kind::One)).expect("enough");
        let bytes = model.to_bytes();
        assert_eq!(Model::from_bytes(&bytes), Some(model));
        for length in [0, 5, 9, 20, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(Model::from_bytes(&bytes[..length]), None, "{length}");
        }
    }
}
