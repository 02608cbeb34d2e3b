//! Words of the survey, with answers and attributes filled in, and words of ours.

use std::cell::OnceCell;

use kernel::flow::{Asked, Situation, Step, walk};
use kernel::format::Format;
use kernel::signal::Answer;
use kernel::survey::pipe::Pipe;
use kernel::survey::{Choice, Text};
use kernel::{Locale, Refusal};
use ui::Pages;
use ui::fluent_bundle::FluentValue;

use super::Manner;

/// A survey's wording in the language of the situation, with answers and attributes filled in, as plain text; none
/// where no language has words. Of a step's wordings, the step says which item of a loop they speak of.
pub fn say(text: &Text, situation: &Situation<'_>, step: Option<&Step<'_>>) -> Option<String> {
    let words = text.get(situation.language, &situation.survey.languages)?;
    if !words.contains(BRACE) {
        return Some(words.to_owned());
    }
    Some(fill(words, situation, step, &answers(situation)))
}

/// Begins a reference.
const BRACE: char = '{';

fn answers(situation: &Situation<'_>) -> Vec<Answer> {
    walk(situation).answers(situation.given)
}

fn fill(words: &str, situation: &Situation<'_>, step: Option<&Step<'_>>, answers: &[Answer]) -> String {
    let format = Format::of(Locale::parse(situation.language).unwrap_or_default());
    let pipe = Pipe::new(situation.survey, answers, situation.attributes, situation.language, &format);
    match step {
        Some(step) => pipe.at(step).text(words),
        None => pipe.text(words),
    }
}

/// What the words of one page are made from.
pub(super) struct Words<'a> {
    pages: &'a Pages,
    pub manner: &'a Manner<'a>,
    situation: &'a Situation<'a>,
    step: &'a Step<'a>,
    /// Read once, and only where words name answers.
    answers: OnceCell<Vec<Answer>>,
}

impl<'a> Words<'a> {
    pub fn new(pages: &'a Pages, manner: &'a Manner<'a>, situation: &'a Situation<'a>, step: &'a Step<'a>) -> Self {
        Self { pages, manner, situation, step, answers: OnceCell::new() }
    }

    pub fn say(&self, text: &Text) -> Option<String> {
        let words = text.get(self.situation.language, &self.situation.survey.languages)?;
        if !words.contains(BRACE) {
            return Some(words.to_owned());
        }
        let answers = self.answers.get_or_init(|| answers(self.situation));
        Some(fill(words, self.situation, Some(self.step), answers))
    }

    /// The label of an option or a row; its key where it has none.
    pub fn label(&self, choice: &Choice) -> String {
        self.say(&choice.label).unwrap_or_else(|| choice.key.clone())
    }

    /// A message of ours.
    pub fn ours(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.pages.text(self.manner.locale(), key, args)
    }

    /// What is wrong, as a respondent reads it: `answer-{code}`, else the words that everybody reads. Of a refused
    /// limit, the question's own words come first.
    pub fn refusal(&self, refusal: &Refusal, asked: Option<&Asked<'_>>) -> String {
        if let Some(own) = asked.filter(|_| is_limit(refusal.code)).and_then(|asked| self.say(&asked.question.message))
        {
            return own;
        }
        let ours = format!("answer-{}", refusal.code.replace('_', "-"));
        let key = if self.pages.words().has(kernel::Locale::En, &ours) { ours } else { refusal.key() };
        let args: Vec<(&str, FluentValue<'_>)> =
            refusal.args.iter().map(|(name, value)| (*name, self.argument(name, value, asked))).collect();
        self.ours(&key, &args)
    }

    /// Numbers are written in the reader's digits and decide plurals, dates stand in the reader's calendar, rows have
    /// their labels.
    fn argument<'v>(&self, name: &str, value: &'v str, asked: Option<&Asked<'_>>) -> FluentValue<'v> {
        match name {
            "row" => {
                let row = asked.and_then(|asked| asked.question.row(value));
                row.map_or_else(|| value.to_owned(), |row| self.label(row)).into()
            }
            "earliest" | "latest" => match value.parse() {
                Ok(day) => self.manner.format().civil_date(day).into(),
                Err(_) => value.into(),
            },
            _ => value.parse::<f64>().ok().filter(|number| number.is_finite()).map_or_else(|| value.into(), Into::into),
        }
    }
}

/// Whether a refusal is about `limits` or the question's being required, which its author may have words for.
fn is_limit(code: &str) -> bool {
    matches!(
        code,
        "too_small"
            | "too_big"
            | "out_of_range"
            | "not_whole"
            | "too_many_decimals"
            | "too_long"
            | "too_short"
            | "wrong_pattern"
            | "too_early"
            | "too_late"
            | "too_few_options"
            | "too_many_options"
            | "wrong_total"
    )
}
