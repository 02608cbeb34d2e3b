//! Which columns a survey's responses have, and which value of a response goes where.
//!
//! The definition decides: every question has its columns whether or not somebody answered it, so that files of one
//! survey look alike. Answers that the definition has no place for (of a question that was removed, an option of an
//! earlier version) get columns and codes of their own: nothing is lost.

mod fact;
mod fill;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use kernel::attribute;
use kernel::signal::CHANNELS;
use kernel::survey::{Cells, Choice, Kind, Question, Survey, Text, part};

pub use fact::Fact;
pub use fill::days;

use super::table::{Coded, Column, Measure, Type};
use crate::personal::Mask;

/// Columns of one file; a spreadsheet has 16,384.
pub const COLUMNS_MAX: usize = 16_000;

/// What stands for the round of a loop in its wordings.
const ITEM: &str = "{item}";

/// What an answer holds; one question may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Content {
    Score,
    Choice,
    Text,
}

/// Where an answer goes.
#[derive(Clone, Debug)]
enum Slot {
    One(usize),
    /// A column for each option, by its key: 1 where it was chosen, else 0.
    Each(Vec<(String, usize)>),
    /// Keys of what was chosen, in one text.
    Joined(usize),
}

/// The columns so far, and where things go.
pub struct Plan<'a> {
    pub columns: Vec<Column>,
    /// Columns that put people into groups, in anonymous surveys.
    pub groups: Vec<usize>,
    /// Where a column stands: after the planned column of this number, then by age.
    order: Vec<(usize, usize)>,
    names: HashSet<String>,
    facts: Vec<(Fact, usize)>,
    attributes: HashMap<String, usize>,
    slots: HashMap<(String, Content), Slot>,
    words: Words<'a>,
    /// What hides personal data in texts.
    pub mask: Mask,
}

/// Where words come from.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub survey: &'a Survey,
    /// Language of the labels, one of the survey's.
    pub language: &'a str,
    /// The product's own words, by their key.
    pub own: &'a (dyn Fn(&str) -> String + Send + Sync),
}

impl Words<'_> {
    fn of(&self, text: &Text, key: &str) -> String {
        let words = text.get(self.language, &self.survey.languages);
        let words = words.or_else(|| text.0.values().map(String::as_str).find(|words| !words.trim().is_empty()));
        // Labels are one line.
        words.unwrap_or(key).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn option(&self, options: &[Choice], key: &str) -> String {
        options.iter().find(|option| option.key == key).map_or_else(|| key.to_owned(), |o| self.of(&o.label, key))
    }

    /// Codes of options: the keys themselves where all are whole numbers, else 1, 2, 3 in their order.
    fn codes(&self, options: &[Choice]) -> Vec<Coded> {
        let numbers: Option<Vec<i32>> = options
            .iter()
            .map(|option| option.key.parse::<i32>().ok().filter(|n| n.to_string() == option.key && n.abs() < 1_000_000))
            .collect();
        let code = |(place, option): (usize, &Choice)| Coded {
            code: numbers.as_ref().map_or(place as i32 + 1, |numbers| numbers[place]),
            key: option.key.clone(),
            label: self.of(&option.label, &option.key),
        };
        options.iter().enumerate().map(code).collect()
    }
}

impl<'a> Plan<'a> {
    /// The columns of the definition. `attributes` are columns with their kinds; none in anonymous surveys.
    pub fn new(words: Words<'a>, attributes: &[(String, String, attribute::Kind)]) -> Self {
        let mut plan = Self {
            columns: Vec::new(),
            groups: Vec::new(),
            order: Vec::new(),
            names: HashSet::new(),
            facts: Vec::new(),
            attributes: HashMap::new(),
            slots: HashMap::new(),
            words,
            mask: Mask::none(),
        };
        let facts = if words.survey.anonymous { &Fact::ANONYMOUS[..] } else { &Fact::NAMED[..] };
        for fact in facts {
            plan.fact(*fact);
        }
        if !words.survey.anonymous {
            attributes.iter().for_each(|(column, name, kind)| plan.attribute(column, name, *kind));
        }
        let loops = loops(words.survey);
        for question in &words.survey.questions {
            match loops.get(question.key.as_str()).and_then(|each| words.survey.question(each)) {
                None => plan.question(question, &question.key, &words.of(&question.title, &question.key)),
                Some(each) => {
                    for item in &each.options {
                        let item_words = words.of(&item.label, &item.key);
                        let title = words.of(&question.title, &question.key);
                        let label = if title.contains(ITEM) {
                            title.replace(ITEM, &item_words)
                        } else {
                            joined(&title, &item_words)
                        };
                        plan.question(question, &part(&question.key, &item.key), &label);
                    }
                }
            }
        }
        // The day tells least, so it is the first to be left out where groups would be too small.
        plan.groups.extend(plan.facts.iter().filter(|(fact, _)| *fact == Fact::Day).map(|(_, column)| *column));
        plan
    }

    fn fact(&mut self, fact: Fact) {
        let (kind, measure) = fact.kind();
        let own = self.words.own;
        let coded = |keys: &[&str], prefix: &str| -> Vec<Coded> {
            let code = |(place, key): (usize, &&str)| Coded {
                code: place as i32 + 1,
                key: (*key).to_owned(),
                label: own(&format!("{prefix}{key}")),
            };
            keys.iter().enumerate().map(code).collect()
        };
        let codes = match fact {
            Fact::State => coded(&["partial", "complete"], "understand-state-"),
            Fact::Channel => coded(&CHANNELS, "understand-channel-"),
            _ => Vec::new(),
        };
        let label = own(&format!("understand-export-{}", fact.name().replace('_', "-")));
        let column = self.add(fact.name(), &label, kind, measure, codes, None);
        self.facts.push((fact, column));
    }

    fn attribute(&mut self, name: &str, label: &str, kind: attribute::Kind) {
        let own = self.words.own;
        let (kind, measure, codes) = match kind {
            attribute::Kind::Flag => {
                let flag = |(code, key): (i32, &str)| Coded {
                    code,
                    key: key.to_owned(),
                    label: own(&format!("understand-flag-{key}")),
                };
                (Type::Code, Measure::Nominal, [(0, "false"), (1, "true")].map(flag).to_vec())
            }
            attribute::Kind::Integer | attribute::Kind::Number => (Type::Number, Measure::Scale, Vec::new()),
            attribute::Kind::Text => (Type::Text, Measure::Nominal, Vec::new()),
        };
        let column = self.add(name, label, kind, measure, codes, None);
        self.attributes.insert(name.to_owned(), column);
    }

    /// The columns of one question, or of it in one round of its loop.
    fn question(&mut self, question: &Question, key: &str, title: &str) {
        let hides = [Kind::Hidden, Kind::Email, Kind::Phone, Kind::Contact, Kind::File, Kind::Signature];
        if question.kind == Kind::Statement || (self.words.survey.anonymous && hides.contains(&question.kind)) {
            // Known and nowhere to go: an answer must not make itself a column.
            self.leave_out(question, key);
            return;
        }
        let before = self.columns.len();
        match question.kind {
            kind if kind.is_scored() => self.scored(question, key, title),
            kind if kind.is_single_choice() => self.single(&question.options, key, title, true),
            Kind::Choices => self.several(&question.options, key, title),
            Kind::Ranking | Kind::Sum => {
                let measure = if question.kind == Kind::Ranking { Measure::Ordinal } else { Measure::Scale };
                for option in &question.options {
                    let label = joined(title, &self.words.of(&option.label, &option.key));
                    let name = part(key, &option.key);
                    self.slot(&name, &label, Type::Number, measure, vec![], Content::Score);
                }
            }
            Kind::BestWorst => {
                for end in ["best", "worst"] {
                    let label = joined(title, &(self.words.own)(&format!("understand-export-{end}")));
                    let codes = self.words.codes(&question.options);
                    self.slot(&part(key, end), &label, Type::Code, Measure::Nominal, codes, Content::Choice);
                }
            }
            Kind::Matrix => question.rows.iter().for_each(|row| {
                let label = joined(title, &self.words.of(&row.label, &row.key));
                self.cells(question, &part(key, &row.key), &label);
            }),
            Kind::Contact => question.rows.iter().for_each(|row| {
                let label = joined(title, &self.words.of(&row.label, &row.key));
                self.text(&part(key, &row.key), &label);
            }),
            Kind::Number => {
                self.slot(key, title, Type::Number, Measure::Scale, vec![], Content::Score);
            }
            Kind::Calculated => {
                let column = self.slot(key, title, Type::Number, Measure::Scale, vec![], Content::Score);
                self.slots.insert((key.to_owned(), Content::Text), Slot::One(column));
            }
            Kind::Date => {
                self.slot(key, title, Type::Day, Measure::Scale, vec![], Content::Text);
            }
            Kind::Ideas => {
                let column = self.add(key, title, Type::Text, Measure::Nominal, vec![], None);
                self.slots.insert((key.to_owned(), Content::Choice), Slot::Joined(column));
                let label = joined(title, &(self.words.own)("understand-export-own"));
                self.text(&part(key, "own"), &label);
            }
            _ => self.text(key, title),
        }
        let is_group = question.kind.is_single_choice()
            || matches!(question.kind, Kind::Choices | Kind::Number | Kind::Date | Kind::Time | Kind::Calculated);
        if self.words.survey.anonymous && is_group {
            self.groups.extend(before..self.columns.len());
        }
    }

    fn leave_out(&mut self, question: &Question, key: &str) {
        let keys = question.rows.iter().map(|row| part(key, &row.key)).chain([key.to_owned()]);
        for key in keys {
            for content in [Content::Score, Content::Choice, Content::Text] {
                self.slots.insert((key.clone(), content), Slot::Each(Vec::new()));
            }
        }
    }

    fn scored(&mut self, question: &Question, key: &str, title: &str) {
        let measure = if matches!(question.kind, Kind::Nps | Kind::Slider) { Measure::Scale } else { Measure::Ordinal };
        let codes = self.ends(question);
        self.slot(key, title, Type::Number, measure, codes, Content::Score);
    }

    /// The words at both ends of a scale.
    fn ends(&self, question: &Question) -> Vec<Coded> {
        let Some(scale) = question.scale() else { return Vec::new() };
        [(scale.from, &question.low), (scale.to, &question.high)]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(code, words)| Coded { code, key: code.to_string(), label: self.words.of(words, "") })
            .collect()
    }

    fn single(&mut self, options: &[Choice], key: &str, title: &str, with_words: bool) {
        let codes = self.words.codes(options);
        self.slot(key, title, Type::Code, Measure::Nominal, codes, Content::Choice);
        if with_words {
            self.own_words(options, key, &part(key, "other"), title);
        }
    }

    fn several(&mut self, options: &[Choice], key: &str, title: &str) {
        let mut each = Vec::new();
        for option in options {
            let label = self.words.of(&option.label, &option.key);
            each.push((option.key.clone(), self.flag(key, title, &option.key, &label, None)));
        }
        self.slots.insert((key.to_owned(), Content::Choice), Slot::Each(each));
        // An option may be called `other` itself, so the words have a name of their own.
        self.own_words(options, key, &part(&part(key, "other"), "text"), title);
    }

    fn flag(&mut self, key: &str, title: &str, option: &str, label: &str, after: Option<usize>) -> usize {
        let codes = vec![Coded { code: 1, key: "1".into(), label: label.to_owned() }];
        self.add(&part(key, option), &joined(title, label), Type::Number, Measure::Nominal, codes, after)
    }

    fn own_words(&mut self, options: &[Choice], key: &str, name: &str, title: &str) {
        let Some(option) = options.iter().find(|option| option.other) else { return };
        let label = joined(title, &self.words.option(options, &option.key));
        let column = self.add(name, &label, Type::Text, Measure::Nominal, vec![], None);
        self.slots.insert((part(key, "other"), Content::Text), Slot::One(column));
    }

    fn cells(&mut self, question: &Question, key: &str, label: &str) {
        match question.cells {
            Cells::Choice => self.single(&question.options, key, label, true),
            Cells::Choices => self.several(&question.options, key, label),
            Cells::Rating => {
                let codes = self.ends(question);
                self.slot(key, label, Type::Number, Measure::Ordinal, codes, Content::Score);
            }
            Cells::Text => self.text(key, label),
            Cells::Dual => {
                let heads = [&question.low, &question.high];
                for (place, options) in [&question.options, &question.second].into_iter().enumerate() {
                    let number = (place + 1).to_string();
                    let label = joined(label, &self.words.of(heads[place], &number));
                    self.single(options, &part(key, &number), &label, false);
                }
            }
        }
    }

    fn text(&mut self, key: &str, label: &str) {
        self.slot(key, label, Type::Text, Measure::Nominal, vec![], Content::Text);
    }

    fn slot(
        &mut self,
        key: &str,
        label: &str,
        kind: Type,
        measure: Measure,
        codes: Vec<Coded>,
        content: Content,
    ) -> usize {
        let column = self.add(key, label, kind, measure, codes, None);
        self.slots.insert((key.to_owned(), content), Slot::One(column));
        column
    }

    fn add(
        &mut self,
        name: &str,
        label: &str,
        kind: Type,
        measure: Measure,
        codes: Vec<Coded>,
        after: Option<usize>,
    ) -> usize {
        let column = self.columns.len();
        let mut unique = name.to_owned();
        let mut n = 2;
        while !self.names.insert(unique.clone()) {
            unique = format!("{name}_{n}");
            n += 1;
        }
        self.columns.push(Column::new(unique, label, kind, measure).coded(codes));
        self.order.push(after.map_or((column, 0), |after| (self.order[after].0, column)));
        column
    }

    pub fn is_anonymous(&self) -> bool {
        self.words.survey.anonymous
    }

    /// A fact's place in a row.
    pub fn facts(&self) -> &[(Fact, usize)] {
        &self.facts
    }

    /// The places of the columns as they shall stand; attributes that no response has are left out.
    pub fn shown(&self) -> Vec<usize> {
        let unused: HashSet<usize> =
            self.attributes.values().copied().filter(|column| self.columns[*column].filled == 0).collect();
        let mut shown: Vec<usize> = (0..self.columns.len()).filter(|column| !unused.contains(column)).collect();
        shown.sort_by_key(|column| self.order[*column]);
        shown
    }
}

/// The question over whose chosen options each question is repeated.
fn loops(survey: &Survey) -> HashMap<&str, &str> {
    let mut loops = HashMap::new();
    for block in &survey.blocks {
        if let Some(each) = &block.each {
            let questions = block.pages.iter().flat_map(|page| &page.questions);
            loops.extend(questions.map(|question| (question.as_str(), each.as_str())));
        }
    }
    loops
}

fn joined(title: &str, part: &str) -> String {
    format!("{title} – {part}")
}
