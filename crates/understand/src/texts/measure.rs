//! What learning changes, in numbers: how texts that were held out are judged before and after, and whether the
//! difference is more than chance.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use text::{Judgement, Sentiment};

const CLASSES: usize = 3;

/// How texts with known feelings were judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub texts: u64,
    /// Known in rows, judged in columns; negative, neutral, positive.
    judged: [[u64; CLASSES]; CLASSES],
    /// Negative and positive ones whose score has the right sign.
    leaning: u64,
    /// Those whose feeling is among the ones that are named as probable.
    covered: u64,
}

impl Tally {
    pub fn add(&mut self, known: Sentiment, judgement: &Judgement) {
        let Some(judged) = judgement.sentiment else { return };
        self.texts += 1;
        self.judged[known as usize][judged as usize] += 1;
        let score = judgement.score.unwrap_or_default();
        self.leaning += u64::from((known == Sentiment::Pos && score > 0.0) || (known == Sentiment::Neg && score < 0.0));
        self.covered += u64::from(judgement.set.contains(&known));
    }

    pub fn right(&self) -> u64 {
        (0..CLASSES).map(|class| self.judged[class][class]).sum()
    }

    /// The share that is right, in percent.
    pub fn accuracy(&self) -> Option<f64> {
        percent(self.right(), self.texts)
    }

    /// The mean over the feelings that occur of F1, the harmonic mean of precision and recall, in percent; so that a
    /// rare feeling weighs as much as a frequent one.
    pub fn macro_f1(&self) -> Option<f64> {
        let f1 = |class: usize| {
            let known: u64 = self.judged[class].iter().sum();
            let judged: u64 = self.judged.iter().map(|row| row[class]).sum();
            (known > 0).then(|| 200.0 * self.judged[class][class] as f64 / (known + judged) as f64)
        };
        let all: Vec<f64> = (0..CLASSES).filter_map(f1).collect();
        (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64)
    }

    /// Of the negative and positive ones, the share that leans to its side, in percent.
    pub fn polarity(&self) -> Option<f64> {
        let polar = [Sentiment::Neg, Sentiment::Pos].map(|known| self.judged[known as usize].iter().sum::<u64>());
        percent(self.leaning, polar.iter().sum())
    }

    /// The share whose feeling is among those named, in percent; it should be near 90.
    pub fn covered(&self) -> Option<f64> {
        percent(self.covered, self.texts)
    }
}

fn percent(part: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| 100.0 * part as f64 / of as f64)
}

/// Before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Both {
    /// Texts that were learned from.
    pub taught: u64,
    pub before: Tally,
    pub after: Tally,
    /// Texts held out whose most probable feeling is another one with what was learned.
    pub changed: u64,
    /// Of these, wrong before and right after; and right before and wrong after.
    pub fixed: u64,
    pub broken: u64,
    /// Of a language that would be read worse: it stays as shipped, and nothing is changed.
    pub left: bool,
}

impl Both {
    /// Adds a text that was held out; returns whether its most probable feeling changes.
    pub fn add(&mut self, known: Sentiment, before: &Judgement, after: &Judgement) -> bool {
        self.before.add(known, before);
        self.after.add(known, after);
        let is_changed = before.sentiment != after.sentiment;
        self.changed += u64::from(is_changed);
        self.fixed += u64::from(is_changed && after.sentiment == Some(known));
        self.broken += u64::from(is_changed && before.sentiment == Some(known));
        is_changed
    }

    /// Whether fewer texts are right, or fewer as a mean over the feelings.
    pub fn is_worse(&self) -> bool {
        self.after.right() < self.before.right() || self.after.macro_f1() < self.before.macro_f1()
    }
}

/// What was tried and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub whole: Both,
    pub languages: BTreeMap<String, Both>,
    /// Of all these texts, those that members judged.
    pub by_hand: u64,
    pub examples: Vec<Example>,
    /// Imports that some of the texts came with.
    pub imports: Vec<String>,
}

/// A text that was held out and would be read differently. Its words are asked for when somebody looks, so that they
/// go when the answer goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    pub uid: String,
    pub question: String,
    /// `neg`, `neu`, `pos`.
    pub known: String,
    pub before: String,
    pub after: String,
}

/// What there is to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// More are right, beyond chance, and no feeling pays for it.
    Better,
    /// More are right, but the mean over the feelings falls: a frequent one gains at the cost of a rare one.
    Lopsided,
    /// It may be chance.
    Same,
    Worse,
}

/// Percentage points that more texts are right, with the range that holds the true gain with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    pub points: f64,
    pub low: f64,
    pub high: f64,
}

impl Report {
    /// Nothing without texts. The range is that of Agresti and Min (Statistics in Medicine 24:729, 2005) for the
    /// difference of matched proportions: Wald's, with half a text added to each cell.
    pub fn gain(&self) -> Option<Gain> {
        let texts = self.whole.after.texts as f64;
        if texts == 0.0 {
            return None;
        }
        let (fixed, broken) = (self.whole.fixed as f64, self.whole.broken as f64);
        let (up, down, all) = (fixed + 0.5, broken + 0.5, texts + 2.0);
        let middle = (up - down) / all;
        let reach = stats::Z_95 * (up + down - (up - down).powi(2) / all).max(0.0).sqrt() / all;
        Some(Gain {
            points: 100.0 * (fixed - broken) / texts,
            low: 100.0 * (middle - reach),
            high: 100.0 * (middle + reach),
        })
    }

    pub fn verdict(&self) -> Verdict {
        let Some(gain) = self.gain() else { return Verdict::Same };
        let loses = self.whole.after.macro_f1() < self.whole.before.macro_f1();
        match gain {
            Gain { low, .. } if low > 0.0 && loses => Verdict::Lopsided,
            Gain { low, .. } if low > 0.0 => Verdict::Better,
            Gain { high, .. } if high < 0.0 => Verdict::Worse,
            _ => Verdict::Same,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(sentiment: Sentiment, score: f64) -> Judgement {
        Judgement { language: "en", sentiment: Some(sentiment), score: Some(score), set: vec![sentiment] }
    }

    /// Each row: known, judged, how often.
    fn tally(rows: &[(Sentiment, Sentiment, u64)]) -> Tally {
        let mut tally = Tally::default();
        for (known, said, times) in rows {
            let score = [-0.6, 0.0, 0.6][*said as usize];
            (0..*times).for_each(|_| tally.add(*known, &judged(*said, score)));
        }
        tally
    }

    #[test]
    fn measures_of_a_small_table_by_hand() {
        use Sentiment::{Neg, Neu, Pos};
        let tally = tally(&[(Pos, Pos, 6), (Pos, Neg, 2), (Neg, Neg, 1), (Neg, Neu, 1)]);
        assert_eq!(tally.accuracy(), Some(70.0));
        // Positive 12/14, negative 2/5; nothing is known to be neutral.
        let f1 = 100.0 * (12.0 / 14.0 + 2.0 / 5.0) / 2.0;
        assert!((tally.macro_f1().unwrap() - f1).abs() < 1e-9);
        assert_eq!(tally.polarity(), Some(70.0));
        assert_eq!(tally.covered(), Some(70.0));
        assert_eq!((Tally::default().accuracy(), Tally::default().macro_f1()), (None, None));
    }

    #[test]
    fn texts_that_are_not_read_are_not_counted() {
        let mut tally = Tally::default();
        tally.add(Sentiment::Pos, &Judgement { language: "de", sentiment: None, score: None, set: vec![] });
        assert_eq!(tally.texts, 0);
    }

    #[test]
    fn a_gain_must_be_beyond_chance_and_no_feeling_may_pay_for_it() {
        use Sentiment::{Neg, Pos};
        let report = |before: Tally, after: Tally, fixed, broken| Report {
            whole: Both { before, after, fixed, broken, ..Both::default() },
            ..Report::default()
        };
        let before = || tally(&[(Pos, Pos, 60), (Pos, Neg, 20), (Neg, Neg, 15), (Neg, Pos, 5)]);
        let better = report(before(), tally(&[(Pos, Pos, 78), (Pos, Neg, 2), (Neg, Neg, 15), (Neg, Pos, 5)]), 20, 2);
        assert_eq!(better.verdict(), Verdict::Better);
        let gain = better.gain().unwrap();
        assert_eq!(gain.points, 18.0);
        assert!(gain.low > 8.0 && gain.high < 28.0, "{gain:?}");
        assert_eq!(report(before(), before(), 3, 2).verdict(), Verdict::Same);
        let lopsided = tally(&[(Pos, Pos, 80), (Neg, Pos, 20)]);
        assert_eq!(report(before(), lopsided, 20, 5).verdict(), Verdict::Lopsided);
        let worse = tally(&[(Pos, Neg, 70), (Pos, Pos, 10), (Neg, Neg, 20)]);
        let worse = report(before(), worse, 0, 45);
        assert_eq!((worse.verdict(), worse.whole.is_worse()), (Verdict::Worse, true));
        assert!(!better.whole.is_worse() && !report(before(), before(), 3, 3).whole.is_worse());
        assert_eq!(Report::default().verdict(), Verdict::Same);
    }
}
