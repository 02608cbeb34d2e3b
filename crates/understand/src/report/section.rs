//! One question of a report, with its pictures.

use std::collections::HashMap;

use kernel::survey::structure::Block;
use kernel::survey::{Choice, Kind, Question, Survey, part};
use serde::Serialize;
use ui::Chart;

use super::asked::Asked;
use super::reader::Reader;
use super::tally::{Counts, Tally};
use crate::address::Address;
use crate::surveys::numbers::count;
use crate::surveys::view::{Tile, Verbatim};

/// Items of a loop that have pictures of their own.
const ITEMS_MAX: usize = 20;
/// Words of one's own beside an option, the most frequent first.
const WORDS_MAX: usize = 12;

/// A question, or a question about one item of a loop.
#[derive(Clone)]
pub struct Unit<'a> {
    pub question: &'a Question,
    /// What its answers are kept under, without parts of rows: `nps`, in loops `taste[burger]`.
    pub key: String,
    pub item: Option<&'a Choice>,
}

/// Everything that a report is made from.
pub struct Report<'a> {
    pub reader: Reader<'a>,
    pub tally: Tally,
    pub asked: HashMap<String, Asked>,
    /// The list of answers with the same filters; nothing for readers who may not see single answers.
    pub list: Option<Address>,
    /// The latest words by key; empty for those who may not read them.
    pub verbatims: HashMap<String, Vec<Verbatim>>,
    /// Whether words beside options may be shown.
    pub words: bool,
}

/// A question as the page shows it.
#[derive(Debug, Default, Serialize)]
pub struct Section {
    pub id: String,
    pub title: String,
    pub kind: String,
    /// "120 of 150 answered".
    pub note: String,
    pub few: bool,
    pub href: Option<String>,
    pub tiles: Vec<Tile>,
    pub charts: Vec<Chart>,
    /// Words of their own beside an option, with how often.
    pub words: Vec<(String, u64)>,
    pub verbatims: Vec<Verbatim>,
    pub notes: Vec<String>,
}

/// All questions that a report can have, in the order of the survey.
pub fn units(survey: &Survey) -> Vec<Unit<'_>> {
    let looped = |key: &str| -> Option<&Block> {
        let asks = |block: &&Block| block.pages.iter().any(|page| page.questions.iter().any(|asked| asked == key));
        survey.blocks.iter().filter(|block| block.each.is_some()).find(asks)
    };
    let mut units = Vec::new();
    for question in survey.questions.iter().filter(|question| question.kind != Kind::Statement) {
        let source = looped(&question.key).and_then(|block| survey.question(block.each.as_deref()?));
        match source {
            None => units.push(Unit { question, key: question.key.clone(), item: None }),
            Some(source) => units.extend(source.options.iter().take(ITEMS_MAX).map(|item| Unit {
                question,
                key: part(&question.key, &item.key),
                item: Some(item),
            })),
        }
    }
    units
}

impl Report<'_> {
    pub fn sections(&self, chosen: Option<&[String]>) -> Vec<Section> {
        let wanted = |unit: &Unit<'_>| chosen.is_none_or(|keys| keys.contains(&unit.question.key));
        let units = units(self.reader.definition);
        units.iter().filter(|unit| wanted(unit)).enumerate().map(|(place, unit)| self.section(place, unit)).collect()
    }

    fn section(&self, place: usize, unit: &Unit<'_>) -> Section {
        let question = unit.question;
        let answered = self.tally.people(&unit.key);
        let mut section = Section {
            id: format!("q{}", place + 1),
            title: self.reader.title(question, unit.item),
            kind: self.reader.text(&format!("understand-kind-{}", question.kind)),
            note: self.answered(unit, answered),
            few: answered > 0 && stats::is_small(answered),
            href: self
                .list
                .as_ref()
                .filter(|_| answered > 0)
                .map(|list| list.clone().with("question", &unit.key).to_string()),
            ..Section::default()
        };
        if !self.tally.shows(answered) {
            section.few = false;
            section.href = None;
            let too_few = if self.tally.floor { "understand-report-floor" } else { "understand-report-none" };
            if self.tally.floor {
                section.note = String::new();
            }
            section.notes.push(self.reader.text(too_few));
            return section;
        }
        match question.kind {
            kind if kind.is_scored() => self.scored(unit, &mut section),
            Kind::Consent => {}
            kind if kind.is_single_choice() => self.chosen(unit, &mut section),
            Kind::Choices => self.chosen(unit, &mut section),
            Kind::Ranking => self.ranked(unit, &mut section),
            Kind::Matrix => self.matrix(unit, &mut section),
            Kind::Sum => self.shared_out(unit, &mut section),
            Kind::BestWorst => self.best_worst(unit, &mut section),
            Kind::Number | Kind::Calculated => self.measured(unit, &mut section),
            Kind::Date => self.dates(unit, &mut section),
            Kind::Time => self.times(unit, &mut section),
            Kind::Text => section.verbatims = self.said(&unit.key),
            Kind::Ideas => {
                section.verbatims = self.said(&part(&unit.key, "own"));
                let votes: u64 = self.tally.counts(&unit.key).choices.values().sum();
                if votes > 0 && !self.tally.floor {
                    section.notes.push(self.says_count("understand-report-votes", votes));
                }
            }
            Kind::Email | Kind::Phone | Kind::Contact | Kind::File | Kind::Signature | Kind::Hidden => {
                section.notes.push(self.reader.text("understand-report-personal"));
            }
            _ => {}
        }
        section
    }

    fn said(&self, key: &str) -> Vec<Verbatim> {
        self.verbatims.get(key).cloned().unwrap_or_default()
    }

    /// How many answered, of how many who could.
    fn answered(&self, unit: &Unit<'_>, answered: u64) -> String {
        let says =
            |key, all: u64| self.reader.says(key, &[("count", count(answered)), ("all", count(all.max(answered)))]);
        if self.tally.floor {
            // Whole fives only: one who did not answer is nobody's business.
            let people = crate::anonymity::counted(answered as usize) as u64;
            return self.says_count("count-people", people);
        }
        match self.asked.get(&unit.question.key) {
            Some(asked) if !asked.to_some && unit.item.is_none() => says("understand-report-answered", asked.people),
            Some(_) => says("understand-report-answered-some", self.tally.responses),
            None => says("understand-report-answered", self.tally.responses),
        }
    }

    pub(super) fn says_count(&self, key: &str, n: u64) -> String {
        self.reader.says(key, &[("count", count(n))])
    }

    /// The answers behind a number.
    pub(super) fn behind(&self, key: &str) -> Option<Address> {
        self.list.as_ref().map(|list| list.clone().with("question", key))
    }

    pub(super) fn behind_choice(&self, key: &str, choice: &str) -> Option<String> {
        self.behind(key).map(|list| list.with("choice", choice).to_string())
    }

    pub(super) fn behind_scores(&self, key: &str, from: i64, to: i64) -> Option<String> {
        let range = if from == to { from.to_string() } else { format!("{from}-{to}") };
        self.behind(key).map(|list| list.with("score", range).to_string())
    }

    pub(super) fn counts(&self, key: &str) -> &Counts {
        self.tally.counts(key)
    }

    /// The words that people put beside "other".
    pub(super) fn other_words(&self, key: &str) -> Vec<(String, u64)> {
        if !self.words || self.tally.floor {
            return vec![];
        }
        self.counts(&part(key, kernel::survey::read::OTHER)).words.iter().take(WORDS_MAX).cloned().collect()
    }

    pub(super) fn hidden(&self, section: &mut Section) {
        let note = self.reader.text("understand-anonymous-hidden");
        if !section.notes.contains(&note) {
            section.notes.push(note);
        }
    }

    /// A range as it may be shown: with a floor it is coarse, so that it does not give counts away.
    pub(super) fn range(&self, range: Option<stats::Range>, axis: (f64, f64), step: f64) -> (Option<f64>, Option<f64>) {
        let range =
            range.map(|range| if self.tally.floor { crate::anonymity::coarse(range, axis, step) } else { range });
        (range.map(|range| range.low), range.map(|range| range.high))
    }
}
