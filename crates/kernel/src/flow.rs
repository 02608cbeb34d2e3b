//! How a response is led through its survey: which pages come, in which order, and where they end.
//!
//! One function, [`walk`], goes through the survey from the start with the answers given so far and says everything
//! that pages, the API, previews and replays need to know. It is deterministic: the same [`Situation`] gives the same
//! [`Walk`], so that nothing but answers and the seed is kept.
//!
//! - Conditions see what was *reached*: answers on pages that were gone through before, or earlier on the same page,
//!   besides hidden values, attributes and calculated values of these. What logic has hidden counts as missing, however
//!   it was answered before; so does what is asked later. A condition that is unknown does not hold.
//! - A page that shows no question is passed over, with its jumps; a page that *has* no question is a mere fork.
//! - Jumps lead forward. One that does not (in a survey that nobody has checked) goes to the next page.
//! - A loop goes through its block once for each option that was chosen, in the order of the options (of a ranking: by
//!   place). In the block, the block's own questions mean those of the same item, and `item` is the item's key.
//! - A quota that is full ends the walk after the step where its condition began to hold.
//! - Blocks, questions and options are shuffled by the seed; see [`shuffle`].

pub(crate) mod known;
mod layout;
pub mod shuffle;
#[cfg(test)]
mod tests;
mod walker;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub use known::ITEM;
use serde::Serialize;
use serde_json::Value as Json;

use crate::attribute::Attributes;
use crate::error::Refusal;
use crate::signal::Answer;
use crate::survey::{Block, Choice, Ending, Kind, Page, Question, Quota, Survey, part};

/// Values as they were given, by answer key without parts of rows: `nps`, in loops `taste[burger]`.
pub type Given = BTreeMap<String, Json>;

/// How many pages and questions one walk meets at most, counting each item of a loop. [`crate::survey::check`] refuses surveys that
/// could come to more.
pub const MET_MAX: usize = 10_000;

/// Everything that decides how a response is led.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    pub survey: &'a Survey,
    pub given: &'a Given,
    pub attributes: &'a Attributes,
    pub language: &'a str,
    pub channel: &'a str,
    pub touchpoint: Option<&'a str>,
    /// What shuffled blocks, questions and options are ordered by.
    pub seed: u64,
    /// Keys of quotas that are full for this respondent.
    pub full: &'a BTreeSet<String>,
}

/// Goes through the survey.
pub fn walk<'a>(situation: &Situation<'a>) -> Walk<'a> {
    walker::walk(situation)
}

/// The way through a survey, as far as the answers tell.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// Pages that are gone through; those after the last answer are what would come if nothing more were answered.
    pub steps: Vec<Step<'a>>,
    /// Where that leads.
    pub end: End<'a>,
    /// Which condition led where, in the order of the walk.
    pub fired: Vec<Fired>,
    /// Values of hidden and calculated questions, by place in the survey.
    unseen: BTreeMap<usize, Vec<Answer>>,
    /// Places of questions in the survey, by key.
    places: HashMap<&'a str, usize>,
    /// By step.
    progress: Vec<Progress>,
    evaluations: usize,
}

/// One page as one respondent sees it.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// `block.3`, in loops `block.3.item`; pages count from 1 within their block.
    pub id: String,
    /// Of a survey without blocks: one called [`crate::survey::structure::MAIN`], without pages.
    pub block: &'a Block,
    /// Of a survey without blocks: an empty one. What is shown stands in `asked` either way.
    pub page: &'a Page,
    /// Of a loop.
    pub item: Option<&'a Choice>,
    /// Never empty.
    pub asked: Vec<Asked<'a>>,
}

/// One question on a page, with options and rows in the order shown.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The answer key: `nps`, in loops `taste[burger]`.
    pub key: String,
    pub question: &'a Question,
    pub options: Vec<&'a Choice>,
    pub second: Vec<&'a Choice>,
    pub rows: Vec<&'a Choice>,
}

/// Where a walk leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End<'a> {
    Usual,
    Ending(&'a Ending),
    /// Too late: the quota is full.
    Quota(&'a Quota),
}

/// A condition that decided something, or a jump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fired {
    /// What decided, as [`crate::survey::check`] names it: `blocks.b1.pages.2.then.1`, `questions.why`, `quotas.women`.
    pub field: String,
    /// Key of the loop's item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Null where it is unknown.
    pub truth: Option<bool>,
    pub effect: Effect,
}

/// What came of a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// The block, page or question is there.
    Shown,
    Hidden,
    /// To a target: `block:b2`, `end`.
    Went(String),
    /// The jump did not count.
    Stayed,
    /// The quota is full.
    Full,
}

/// How far a respondent has come, as a share: not a number of pages. What is certain not to come does not count, what
/// may come does; so it grows from page to page, and is whole only at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Always less than `total` where there is a step.
    pub done: usize,
    pub total: usize,
}

impl Progress {
    /// Rounded down, so that 100 means the end.
    pub fn percent(self) -> u8 {
        (self.done * 100).checked_div(self.total).unwrap_or_default().min(100) as u8
    }
}

impl<'a> Step<'a> {
    /// The question with this answer key, if it is on the page.
    pub fn asks(&self, key: &str) -> Option<&Asked<'a>> {
        self.asked.iter().find(|asked| asked.key == key)
    }

    /// The first of these answer keys that is not on the page, which is refused.
    ///
    /// # Errors
    /// `not_asked` with the key as its field.
    pub fn check_asked<'k>(&self, mut keys: impl Iterator<Item = &'k str>) -> Result<(), Refusal> {
        match keys.find(|key| self.asks(key).is_none()) {
            Some(key) => Err(Refusal::new("not_asked").at(key)),
            None => Ok(()),
        }
    }
}

impl Asked<'_> {
    /// Reads a value as the answer, as [`Question::read`] does, with the keys of this loop's item.
    ///
    /// # Errors
    /// Those of [`Question::read`], with the answer key as their field.
    pub fn read(&self, value: &Json) -> Result<Vec<Answer>, Refusal> {
        self.keyed(self.question.read(value))
    }

    /// Reads a value and says what is missing, as [`Question::check`] does.
    ///
    /// # Errors
    /// Those of [`Question::check`], with the answer key as their field.
    pub fn check(&self, value: &Json) -> Result<Vec<Answer>, Refusal> {
        self.keyed(self.question.check(value))
    }

    fn keyed(&self, read: Result<Vec<Answer>, Refusal>) -> Result<Vec<Answer>, Refusal> {
        let own = &self.question.key;
        match read {
            Ok(answers) if self.key == *own => Ok(answers),
            Ok(answers) => Ok(answers
                .into_iter()
                .map(|answer| {
                    let rest = answer.question.strip_prefix(own.as_str()).unwrap_or_default();
                    Answer { question: format!("{}{rest}", self.key), ..answer }
                })
                .collect()),
            Err(refusal) => Err(refusal.at(&self.key)),
        }
    }
}

/// The answer key of a question, in a loop's item.
pub fn asked_key(question: &str, item: Option<&Choice>) -> String {
    item.map_or_else(|| question.to_owned(), |item| part(question, &item.key))
}

impl<'a> Walk<'a> {
    /// The place of a step.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.id == id)
    }

    pub fn step(&self, id: &str) -> Option<&Step<'a>> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The step after this one; none where the end comes, or where there is no such step (any more).
    pub fn next(&self, id: &str) -> Option<&Step<'a>> {
        self.steps.get(self.position(id)? + 1)
    }

    /// The step before this one.
    pub fn before(&self, id: &str) -> Option<&Step<'a>> {
        self.steps.get(self.position(id)?.checked_sub(1)?)
    }

    /// The first answer that is missing or does not fit, with the place of its step.
    pub fn missing(&self, given: &Given) -> Option<(usize, Refusal)> {
        self.steps.iter().enumerate().find_map(|(place, step)| {
            let value = |asked: &Asked<'_>| given.get(&asked.key).unwrap_or(&Json::Null).clone();
            step.asked.iter().find_map(|asked| asked.check(&value(asked)).err()).map(|refusal| (place, refusal))
        })
    }

    /// The rows of `answers`: those of questions that are reached, in the order of the survey, with hidden and
    /// calculated values. Values that don't fit are left out; [`Walk::missing`] names them. `given` is what the walk
    /// was made with.
    pub fn answers(&self, given: &Given) -> Vec<Answer> {
        let asked = self.steps.iter().flat_map(|step| &step.asked).filter_map(|asked| {
            let answers = asked.read(given.get(&asked.key)?).ok()?;
            Some((*self.places.get(asked.question.key.as_str())?, answers))
        });
        let unseen = self.unseen.iter().map(|(place, answers)| (*place, answers.clone()));
        let mut rows: Vec<(usize, Vec<Answer>)> = asked.chain(unseen).collect();
        // Stable, so that items of a loop stay in the order of the walk.
        rows.sort_by_key(|(place, _)| *place);
        rows.into_iter().flat_map(|(_, answers)| answers).collect()
    }

    /// Zero of everything for a step that there is not.
    pub fn progress(&self, id: &str) -> Progress {
        let place = self.position(id);
        place.and_then(|place| self.progress.get(place)).copied().unwrap_or_default()
    }

    /// How many conditions were evaluated: what the time of a walk follows.
    pub fn evaluations(&self) -> usize {
        self.evaluations
    }
}

/// Whether a question is led through pages at all.
fn is_unseen(question: &Question) -> bool {
    matches!(question.kind, Kind::Hidden | Kind::Calculated)
}
