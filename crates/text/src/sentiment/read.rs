//! Puts a reading together: language, feeling, parts, reasons.

use std::ops::Range;
use std::sync::Arc;

use super::LABELS;
use super::extract::{Analysis, Places};
use super::model::Model;
use super::own::{Delta, Own};
use super::shipped;
use crate::features::Kind;
use crate::language;
use crate::reading::{Judgement, Part, Reading, Reason, Sentence, Sentiment};
use crate::segment::{self, Segment};

/// Reasons that a reading names at most.
const REASONS: usize = 8;
/// Words of one reason at most.
const WORDS: usize = 3;
/// What adds less to the score is no reason.
const SLIGHT: f64 = 0.01;

/// Memory that is used again for the next text.
#[derive(Debug, Default)]
pub struct Memory {
    text: Analysis,
    seen: Places,
}

/// One model at work on one text.
struct Judge<'a> {
    model: &'a Model,
    own: Option<Delta<'a>>,
    text: &'a Analysis,
}

/// What a stretch says.
#[derive(Debug, Clone, Copy)]
struct Verdict {
    chances: [f64; 3],
    /// The logit of positive less that of negative, calibrated.
    lean: f64,
}

impl Verdict {
    fn sentiment(self) -> Sentiment {
        let [neg, neu, pos] = self.chances;
        if neu >= neg && neu >= pos {
            Sentiment::Neu
        } else if pos > neg {
            Sentiment::Pos
        } else {
            Sentiment::Neg
        }
    }

    fn score(self) -> f64 {
        self.chances[2] - self.chances[0]
    }

    fn set(self, threshold: f32) -> Vec<Sentiment> {
        let likeliest = self.sentiment();
        let in_set = |at: &usize| self.chances[*at] >= f64::from(threshold) || LABELS[*at] == likeliest;
        (0..3).filter(in_set).map(|at| LABELS[at]).collect()
    }
}

impl Judge<'_> {
    fn judge(&self, range: Range<usize>, seen: &mut Places) -> Verdict {
        let logits = self.model.logits(self.text, range, self.own, seen);
        let calibration = &self.model.calibration;
        let shift = f64::from(calibration.shift[2] - calibration.shift[0]);
        let lean = (logits[2] - logits[0]) / f64::from(calibration.temperature) + shift;
        Verdict { chances: calibration.chances(logits), lean }
    }

    /// The code points `range` of the original.
    fn part(&self, range: Range<usize>, seen: &mut Places) -> Part {
        let place = |at: usize| {
            let letter = self.text.normal.find(at) as u32;
            self.text.tokens.partition_point(|token| token.start < letter)
        };
        let verdict = self.judge(place(range.start)..place(range.end), seen);
        Part { start: range.start, end: range.end, sentiment: verdict.sentiment(), score: verdict.score() }
    }

    fn sentence(&self, segment: Segment, seen: &mut Places) -> Sentence {
        let whole = self.part(segment.start..segment.end, seen);
        Sentence { whole, clauses: segment.clauses.into_iter().map(|clause| self.part(clause, seen)).collect() }
    }

    /// The words that decided, heaviest first. All words together, and what the text's length and the language's
    /// prior add, give the score.
    fn because(&self, original: &str, verdict: Verdict) -> Vec<Reason> {
        let all = 0..self.text.tokens.len();
        let slope = match verdict.lean {
            lean if lean.abs() < 1e-6 => (verdict.chances[0] + verdict.chances[2]) / 2.0,
            lean => verdict.score() / lean,
        };
        let slope = slope / f64::from(self.model.calibration.temperature);
        let weights = self.model.contributions(self.text, all, self.own);
        let mut spans = phrases(self.text, &weights);
        spans.iter_mut().for_each(|(_, weight)| *weight *= slope);
        spans.retain(|(_, weight)| weight.abs() >= SLIGHT);
        spans.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.start.cmp(&b.0.start)));
        spans.truncate(REASONS);
        let places: Vec<(usize, usize)> = spans.iter().map(|(range, _)| span(self.text, range.clone())).collect();
        let texts = slices(original, &places);
        let reasons = texts.into_iter().zip(places).zip(spans);
        reasons.map(|((text, (start, end)), (_, weight))| Reason { text, start, end, weight }).collect()
    }
}

/// Neighbouring words that pull the same way become one phrase; signs that say nothing by themselves are left out.
fn phrases(text: &Analysis, weights: &[f64]) -> Vec<(Range<usize>, f64)> {
    let heaviest = weights.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
    let mut phrases: Vec<(Range<usize>, f64)> = Vec::new();
    for (at, (token, &weight)) in text.tokens.iter().zip(weights).enumerate() {
        if token.kind == Kind::Sign && text.feels[at].valence == 0.0 {
            continue;
        }
        let heavy = |weight: f64| weight.abs() >= heaviest * 0.2;
        match phrases.last_mut() {
            Some((range, sum))
                if range.end == at
                    && range.len() < WORDS
                    && token.kind == Kind::Word
                    && text.tokens[at - 1].kind == Kind::Word
                    && heavy(weight)
                    && heavy(weights[at - 1])
                    && weight * weights[at - 1] > 0.0 =>
            {
                range.end = at + 1;
                *sum += weight;
            }
            _ => phrases.push((at..at + 1, weight)),
        }
    }
    phrases
}

/// The code points of the original that the tokens `range` come from.
fn span(text: &Analysis, range: Range<usize>) -> (usize, usize) {
    let start = text.tokens.get(range.start).map_or(0, |token| token.start as usize);
    let end = range.end.checked_sub(1).and_then(|at| text.tokens.get(at)).map_or(start, |token| token.end as usize);
    text.normal.span(start, end)
}

/// The stretches `places` of `original`, in one pass over it.
pub(crate) fn slices(original: &str, places: &[(usize, usize)]) -> Vec<String> {
    let Some(last) = places.iter().map(|(_, end)| *end).max() else {
        return Vec::new();
    };
    let mut texts = vec![String::new(); places.len()];
    for (at, c) in original.chars().enumerate().take(last) {
        for (text, (start, end)) in texts.iter_mut().zip(places) {
            if (*start..*end).contains(&at) {
                text.push(c);
            }
        }
    }
    texts
}

/// The language of `text`, and the model that reads it.
fn model(memory: &mut Memory, text: &str, prior: Option<&str>) -> Result<(&'static str, &'static Model), &'static str> {
    memory.text.set(text);
    let language = language::identify(text, prior).code;
    let (language, model) = shipped::model(language).ok_or(language)?;
    if memory.text.tokens.is_empty() {
        return Err("und");
    }
    memory.text.feel(&model.lexicon);
    Ok((language, model))
}

pub fn judge(text: &str, prior: Option<&str>, own: Option<&Own>, memory: &mut Memory) -> Judgement {
    match model(memory, text, prior) {
        Err(language) => Judgement { language, sentiment: None, score: None, set: Vec::new() },
        Ok((language, model)) => {
            let own = own.map(|own| own.delta(language));
            let judge = Judge { model, own, text: &memory.text };
            let verdict = judge.judge(0..memory.text.tokens.len(), &mut memory.seen);
            let set = verdict.set(model.calibration.threshold);
            Judgement { language, sentiment: Some(verdict.sentiment()), score: Some(verdict.score()), set }
        }
    }
}

pub fn read(text: &str, prior: Option<&str>, own: Option<&Own>, memory: &mut Memory) -> Reading {
    let (language, model) = match model(memory, text, prior) {
        Ok(found) => found,
        Err(language) => return silent(language, None),
    };
    let own = own.map(|own| own.delta(language));
    let judge = Judge { model, own, text: &memory.text };
    let verdict = judge.judge(0..memory.text.tokens.len(), &mut memory.seen);
    let sentences = segment::sentences(text, language);
    let sentences = sentences.into_iter().map(|segment| judge.sentence(segment, &mut memory.seen)).collect();
    Reading {
        language: language.into(),
        sentiment: Some(verdict.sentiment()),
        score: Some(verdict.score()),
        set: verdict.set(model.calibration.threshold),
        by: None,
        sentences,
        because: judge.because(text, verdict),
    }
}

/// Below this score a clause is not relied on: the first where a word of it feels, the second where none does.
const RELIABLE: [f64; 2] = [0.4, 0.6];
/// Below this score the words that feel have as much say as the model, whose prior decides on two or three words.
const WEAK: f64 = 0.3;

/// The feeling of the tokens `range` of a text whose words have been felt: its label, its score, and whether that can
/// be relied on. None in a language that is not read. A clause in which no word feels states a fact; people who write
/// down facts mostly complain, so that it is praise only if the model is sure of it.
pub fn clause(
    text: &Analysis,
    range: Range<usize>,
    language: &str,
    own: Option<&Own>,
    seen: &mut Places,
) -> Option<(Sentiment, f64, bool)> {
    let (language, model) = shipped::model(language)?;
    let judge = Judge { model, own: own.map(|own| own.delta(language)), text };
    let verdict = judge.judge(range.clone(), seen);
    let alone = verdict.set(model.calibration.threshold).len() == 1;
    let feels = text.feels.get(range).unwrap_or_default();
    let silent = feels.iter().all(|feel| feel.valence == 0.0);
    let (mut sentiment, mut score) = (verdict.sentiment(), verdict.score());
    if silent && sentiment == Sentiment::Pos && score < RELIABLE[1] {
        (sentiment, score) = (Sentiment::Neu, score / 2.0);
    } else if !silent && score.abs() < WEAK {
        let sum: f64 = feels.iter().map(|feel| f64::from(feel.valence)).sum();
        // As VADER puts a sum between -1 and 1.
        score = (score + sum / (sum * sum + 15.0).sqrt()) / 2.0;
        sentiment = match score {
            score if score > WEAK / 3.0 => Sentiment::Pos,
            score if score < -WEAK / 3.0 => Sentiment::Neg,
            _ => Sentiment::Neu,
        };
    }
    Some((sentiment, score, alone && score.abs() >= RELIABLE[usize::from(silent)]))
}

/// A text in a language that is not read, or that the transformer failed on: silence instead of a guess.
pub fn silent(language: &str, by: Option<Arc<str>>) -> Reading {
    Reading {
        language: language.into(),
        sentiment: None,
        score: None,
        set: Vec::new(),
        by,
        sentences: Vec::new(),
        because: Vec::new(),
    }
}
