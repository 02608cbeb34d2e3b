//! Counts of what was said of texts against what people said of them.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use super::Figure;
use crate::text::data::{LANGUAGES, Text};

const LABELS: [&str; 3] = ["neg", "neu", "pos"];

/// What was said of one text.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The most probable of three labels; empty if nothing was said.
    pub label: String,
    /// The more probable of `neg` and `pos`.
    pub polarity: String,
    /// The labels that may be true, where that is told.
    pub set: Option<Vec<String>>,
}

/// Counts over some texts of one language; shares are in percent.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    texts: usize,
    /// By truth, then by what was said; the last column is silence.
    counts: [[usize; 4]; 3],
    poles: usize,
    poles_right: usize,
    sets: usize,
    sets_right: usize,
    sets_clear: usize,
}

impl Tally {
    /// Counts the texts that are `wanted`.
    pub fn of(texts: &[Text], said: &[Said], wanted: impl Fn(&Text) -> bool) -> Self {
        let mut tally = Self::default();
        for (text, said) in texts.iter().zip(said).filter(|(text, _)| wanted(text)) {
            tally.add(&text.label, said);
        }
        tally
    }

    fn add(&mut self, truth: &str, said: &Said) {
        let place = |label: &str| LABELS.iter().position(|known| *known == label);
        let Some(row) = place(truth) else { return };
        self.texts += 1;
        self.counts[row][place(&said.label).unwrap_or(3)] += 1;
        if truth != "neu" {
            self.poles += 1;
            self.poles_right += usize::from(said.polarity == truth);
        }
        if let Some(set) = &said.set {
            self.sets += 1;
            self.sets_right += usize::from(set.iter().any(|label| label == truth));
            self.sets_clear += usize::from(set.len() == 1);
        }
    }

    pub fn accuracy(&self) -> f64 {
        percent((0..3).map(|at| self.counts[at][at]).sum(), self.texts)
    }

    /// The mean of the F1 of the labels that the texts have.
    pub fn macro_f1(&self) -> f64 {
        let there: Vec<usize> = (0..3).filter(|&at| self.counts[at].iter().sum::<usize>() > 0).collect();
        let f1 = |at: usize| {
            let (truth, said) =
                (self.counts[at].iter().sum::<usize>(), self.counts.iter().map(|row| row[at]).sum::<usize>());
            percent(2 * self.counts[at][at], truth + said)
        };
        there.iter().map(|&at| f1(at)).sum::<f64>() / there.len() as f64
    }

    /// The share of negative and positive texts that are told apart.
    pub fn polarity(&self) -> f64 {
        percent(self.poles_right, self.poles)
    }

    /// How often the set holds the truth.
    pub fn coverage(&self) -> Option<f64> {
        (self.sets > 0).then(|| percent(self.sets_right, self.sets))
    }

    /// How often the set is one label.
    pub fn clear(&self) -> Option<f64> {
        (self.sets > 0).then(|| percent(self.sets_clear, self.sets))
    }

    pub fn to_json(&self, speed: f64) -> Value {
        json!({
            "texts": self.texts, "accuracy": self.accuracy(), "macro_f1": self.macro_f1(), "polarity": self.polarity(),
            "coverage": self.coverage(), "clear": self.clear(), "counts": self.counts, "texts_per_second": speed,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { texts, .. } = self;
        write!(
            f,
            "accuracy {:.1}, macro-F1 {:.1}, polarity {:.1} (n {texts})",
            self.accuracy(),
            self.macro_f1(),
            self.polarity()
        )
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 * 100.0 / whole as f64 }
}

/// How often the language was told.
#[derive(Debug, Clone, Default)]
pub struct Languages {
    counts: BTreeMap<&'static str, Shares>,
}

/// Texts, and how many of them were right; likewise the short ones.
#[derive(Debug, Clone, Copy, Default)]
struct Shares {
    texts: usize,
    right: usize,
    whatlang: usize,
    short: usize,
    short_right: usize,
    short_whatlang: usize,
    short_with_prior: usize,
}

impl Languages {
    /// Counts a text that was read with the language of its survey as prior.
    pub fn with_prior(&mut self, truth: &'static str, short: bool, found: &str) {
        self.counts.entry(truth).or_default().short_with_prior += usize::from(short && found == truth);
    }

    /// Counts a text that was read without.
    pub fn without(&mut self, truth: &'static str, short: bool, found: &str, whatlang: &str) {
        let shares = self.counts.entry(truth).or_default();
        let (right, whatlang) = (usize::from(found == truth), usize::from(whatlang == truth));
        shares.texts += 1;
        shares.right += right;
        shares.whatlang += whatlang;
        if short {
            shares.short += 1;
            shares.short_right += right;
            shares.short_whatlang += whatlang;
        }
    }

    pub fn figures(&self) -> Vec<Figure> {
        let mut figures = Vec::new();
        for language in LANGUAGES {
            let shares = self.counts.get(language).copied().unwrap_or_default();
            let right = percent(shares.right, shares.texts);
            let whatlang = percent(shares.whatlang, shares.texts);
            let line = format!("{right:.1} % (whatlang {whatlang:.1} %)");
            figures.push(Figure::new(
                format!("Language of {language}, without a prior"),
                line,
                "≥ 98 %",
                right >= 98.0,
            ));
            let short = percent(shares.short_with_prior, shares.short);
            let line = format!(
                "{short:.1} % of {}; without it {:.1} %, whatlang {:.1} %",
                shares.short,
                percent(shares.short_right, shares.short),
                percent(shares.short_whatlang, shares.short),
            );
            let name = format!("Language of {language} under 20 characters, with the survey's");
            figures.push(Figure::new(name, line, "≥ 90 %", short >= 90.0));
        }
        figures
    }

    pub fn to_json(&self) -> Value {
        let of = |shares: &Shares| {
            json!({
                "texts": shares.texts, "right": shares.right, "whatlang": shares.whatlang, "short": shares.short,
                "short_right": shares.short_right, "short_whatlang": shares.short_whatlang,
                "short_with_prior": shares.short_with_prior,
            })
        };
        self.counts.iter().map(|(language, shares)| ((*language).to_owned(), of(shares))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(label: &str) -> Text {
        Text { source: "s".into(), label: label.into(), text: String::new(), tenth: 9 }
    }

    fn said(label: &str, polarity: &str, set: &[&str]) -> Said {
        let set = Some(set.iter().map(|label| (*label).to_owned()).collect());
        Said { label: label.into(), polarity: polarity.into(), set }
    }

    #[test]
    fn shares_are_those_of_a_sum_done_by_hand() {
        let texts = ["neg", "neg", "neu", "pos"].map(text);
        let said = [
            said("neg", "neg", &["neg"]),
            said("pos", "pos", &["neu", "pos"]),
            said("neu", "neg", &["neu", "pos"]),
            said("", "", &["pos"]),
        ];
        let tally = Tally::of(&texts, &said, |_| true);
        assert_eq!(tally.accuracy(), 50.0);
        assert!((tally.polarity() - 100.0 / 3.0).abs() < 1e-9, "silence is wrong, neutral texts do not count");
        // F1: neg 2·1/(2+1), neu 2·1/(1+1), pos 0/(1+1).
        assert!((tally.macro_f1() - (200.0 / 3.0 + 100.0) / 3.0).abs() < 1e-9);
        assert_eq!((tally.coverage(), tally.clear()), (Some(75.0), Some(50.0)));
    }

    #[test]
    fn a_label_that_the_texts_do_not_have_is_no_class() {
        let texts = ["neg", "pos"].map(text);
        let said = [said("neg", "neg", &["neg"]), said("pos", "pos", &["pos"])];
        assert_eq!(Tally::of(&texts, &said, |_| true).macro_f1(), 100.0);
    }
}
