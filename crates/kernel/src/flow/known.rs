//! What conditions know at a point of the walk: answers that were reached, attributes, hidden and calculated values.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Situation;
use crate::attribute;
use crate::condition::fact::{of_answers, of_attribute};
use crate::condition::{Condition, Fact, Facts, Field, Operand};
use crate::signal::Answer;
use crate::survey::{Block, Choice, Kind, Question, part};

/// The name of a loop's item in conditions and wordings.
pub const ITEM: &str = "item";

pub(super) struct Known<'a> {
    situation: Situation<'a>,
    places: HashMap<&'a str, usize>,
    /// Questions of loops.
    looped: HashMap<&'a str, &'a Block>,
    /// By answer key without parts of rows.
    rows: HashMap<String, Vec<Answer>>,
    /// Keys of items with answers, by question of a loop.
    items: HashMap<&'a str, Vec<&'a str>>,
    attributes: HashMap<String, Fact>,
    unseen: Vec<Unseen<'a>>,
    /// Numbers in `unseen`, by key.
    numbers: HashMap<&'a str, usize>,
    /// Unseen questions that are computed from a question.
    dependents: HashMap<&'a str, Vec<usize>>,
    /// The loop that the walk is in.
    within: Option<(&'a Block, &'a Choice)>,
    pub evaluations: usize,
}

/// A hidden or calculated question.
struct Unseen<'a> {
    question: &'a Question,
    /// Numbers of those that it is computed from.
    needs: Vec<usize>,
    is_circular: bool,
    /// None while it has to be computed (again).
    rows: Option<Vec<Answer>>,
}

impl<'a> Known<'a> {
    pub fn new(situation: Situation<'a>, places: HashMap<&'a str, usize>, looped: HashMap<&'a str, &'a Block>) -> Self {
        let mut attributes = HashMap::new();
        for (name, value) in situation.attributes {
            // Two names may share a column; the first by name is taken, as in `condition::OfSignal`.
            attributes.entry(attribute::column(name)).or_insert_with(|| of_attribute(value, value.kind()));
        }
        let mut known = Self {
            situation,
            places,
            looped,
            rows: HashMap::new(),
            items: HashMap::new(),
            attributes,
            unseen: Vec::new(),
            numbers: HashMap::new(),
            dependents: HashMap::new(),
            within: None,
            evaluations: 0,
        };
        known.find_unseen();
        known
    }

    fn find_unseen(&mut self) {
        let questions = &self.situation.survey.questions;
        let unseen: Vec<&Question> = questions.iter().filter(|question| super::is_unseen(question)).collect();
        for (number, question) in unseen.iter().enumerate() {
            self.numbers.entry(&question.key).or_insert(number);
        }
        for (number, question) in unseen.into_iter().enumerate() {
            let mut needs = Vec::new();
            for key in needed(question) {
                self.dependents.entry(key).or_default().push(number);
                needs.extend(self.numbers.get(key));
            }
            self.unseen.push(Unseen { question, needs, is_circular: false, rows: None });
        }
        let needs: Vec<&[usize]> = self.unseen.iter().map(|unseen| unseen.needs.as_slice()).collect();
        for number in circular(&needs) {
            self.unseen[number].is_circular = true;
        }
    }

    /// Enters a loop's item, or leaves it.
    pub fn enter(&mut self, within: Option<(&'a Block, &'a Choice)>) {
        self.within = within;
    }

    /// Takes in what was answered; whether that was anything.
    pub fn learn(&mut self, question: &'a Question, item: Option<&'a Choice>, key: &str, rows: Vec<Answer>) -> bool {
        if rows.is_empty() {
            return false;
        }
        if let Some(item) = item {
            self.items.entry(&question.key).or_default().push(&item.key);
        }
        self.rows.insert(key.to_owned(), rows);
        let mut stale: Vec<&'a str> = vec![&question.key];
        while let Some(key) = stale.pop() {
            for number in self.dependents.get(key).into_iter().flatten() {
                let unseen = &mut self.unseen[*number];
                // One that is stale already has only stale dependents.
                if unseen.rows.take().is_some() {
                    stale.push(&unseen.question.key);
                }
            }
        }
        true
    }

    /// Whether the condition is true, false or unknown at this point.
    pub fn evaluate(&mut self, condition: &'a Condition) -> Option<bool> {
        for operand in condition.operands() {
            if let Some(number) = question_of(operand).and_then(|key| self.numbers.get(key)) {
                self.refresh(*number);
            }
        }
        self.evaluations += 1;
        condition.evaluate(self)
    }

    /// The same for the whole response, also in the middle of a loop.
    pub fn evaluate_for_all(&mut self, condition: &'a Condition) -> Option<bool> {
        let within = self.within.take();
        let truth = self.evaluate(condition);
        self.within = within;
        truth
    }

    /// The options that a loop goes through, in its order; none where the question has no answer.
    pub fn chosen(&self, key: &str) -> Option<Vec<&'a Choice>> {
        let question = &self.situation.survey.questions[*self.places.get(key)?];
        let rows = self.rows.get(key)?;
        let place = |option: &Choice| {
            let own = part(key, &option.key);
            rows.iter().find_map(|row| match (row.score, &row.choice) {
                (_, Some(choice)) if row.question == key && *choice == option.key => Some(0.0),
                (Some(score), _) if row.question == own && score > 0.0 => Some(score),
                _ => None,
            })
        };
        let mut chosen: Vec<(f64, &Choice)> =
            question.options.iter().filter_map(|option| Some((place(option)?, option))).collect();
        if question.kind == Kind::Ranking {
            chosen.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        Some(chosen.into_iter().map(|(_, option)| option).collect())
    }

    /// Questions that a condition follows from, through calculated values.
    pub fn sources(&self, condition: &'a Condition) -> HashSet<&'a str> {
        let mut found = HashSet::new();
        let mut open: Vec<&'a str> = condition.operands().into_iter().filter_map(question_of).collect();
        while let Some(key) = open.pop() {
            if found.insert(key)
                && let Some(number) = self.numbers.get(key)
            {
                open.extend(needed(self.unseen[*number].question));
            }
        }
        found
    }

    /// The values of hidden and calculated questions in the end, by place in the survey.
    pub fn into_unseen(mut self) -> (HashMap<&'a str, usize>, BTreeMap<usize, Vec<Answer>>) {
        (0..self.unseen.len()).for_each(|number| self.refresh(number));
        let places = &self.places;
        let rows = self.unseen.into_iter().filter_map(|unseen| {
            Some((*places.get(unseen.question.key.as_str())?, unseen.rows.filter(|rows| !rows.is_empty())?))
        });
        let rows = rows.collect();
        (self.places, rows)
    }

    /// Computes an unseen value and whatever it needs first. Not recursive: chains may be long.
    fn refresh(&mut self, number: usize) {
        // A value belongs to the whole response, wherever it is asked for.
        let within = self.within.take();
        let mut open = vec![number];
        while let Some(number) = open.last().copied() {
            let unseen = &self.unseen[number];
            let is_stale = |need: &&usize| self.unseen[**need].rows.is_none() && !self.unseen[**need].is_circular;
            if unseen.rows.is_none() && !unseen.is_circular {
                let before = open.len();
                open.extend(unseen.needs.iter().filter(is_stale));
                if open.len() > before {
                    continue;
                }
            }
            open.pop();
            if self.unseen[number].rows.is_none() {
                let rows = self.compute(number);
                self.unseen[number].rows = Some(rows);
            }
        }
        self.within = within;
    }

    fn compute(&self, number: usize) -> Vec<Answer> {
        let Unseen { question, is_circular, .. } = &self.unseen[number];
        if *is_circular || question.when.as_ref().is_some_and(|when| !when.holds(self)) {
            return vec![];
        }
        if question.kind == Kind::Hidden {
            let given = self.situation.given.get(&question.key);
            return given.and_then(|value| question.read(value).ok()).unwrap_or_default();
        }
        let blank =
            Answer { question: question.key.clone(), kind: question.kind, score: None, choice: None, text: None };
        match question.formula.as_ref().map(|formula| formula.evaluate(self)) {
            Some(Fact::Number(score)) => vec![Answer { score: Some(score), ..blank }],
            Some(Fact::Text(text) | Fact::Choice(text)) if !text.is_empty() => {
                vec![Answer { text: Some(text), ..blank }]
            }
            _ => vec![],
        }
    }

    fn answer(&self, key: &str, parts: &[String]) -> Fact {
        let whole = |key: &str, parts: &[String]| {
            let rows = self.rows.get(key).map(Vec::as_slice).unwrap_or_default();
            of_answers(rows, &parts.iter().fold(key.to_owned(), |key, name| part(&key, name)))
        };
        if let Some(number) = self.numbers.get(key) {
            let rows = self.unseen[*number].rows.as_deref().unwrap_or_default();
            return if parts.is_empty() { of_answers(rows, key) } else { Fact::Missing };
        }
        let Some(block) = self.looped.get(key) else { return whole(key, parts) };
        if let Some((_, item)) = self.within.filter(|(within, _)| std::ptr::eq(*within, *block))
            && self.is_of_item(key, parts)
        {
            return whole(&part(key, &item.key), parts);
        }
        match (parts.split_first(), self.items.get(key)) {
            (Some((item, rest)), _) => whole(&part(key, item), rest),
            (None, Some(items)) => Fact::Set(items.iter().map(|item| (*item).to_owned()).collect()),
            (None, None) => Fact::Missing,
        }
    }

    /// Whether, inside the loop, the parts are those of a question (a row, an option) and not an item of the loop.
    fn is_of_item(&self, key: &str, parts: &[String]) -> bool {
        let Some(first) = parts.first() else { return true };
        let question = self.places.get(key).map(|place| &self.situation.survey.questions[*place]);
        let is_own = question.is_some_and(|q| q.row(first).is_some() || q.option(first).is_some());
        let items = self.looped.get(key).and_then(|block| block.each.as_deref());
        let items = items.and_then(|each| self.places.get(each)).map(|place| &self.situation.survey.questions[*place]);
        is_own || items.is_none_or(|question| question.option(first).is_none())
    }
}

impl Facts for Known<'_> {
    fn get(&self, operand: &Operand) -> Fact {
        let text = |text: &str| if text.is_empty() { Fact::Missing } else { Fact::Text(text.to_owned()) };
        match operand {
            Operand::Answer { question, parts } if question == ITEM && parts.is_empty() => {
                self.within.map_or(Fact::Missing, |(_, item)| Fact::Choice(item.key.clone()))
            }
            Operand::Answer { question, parts } => self.answer(question, parts),
            Operand::Calculated(name) => self.answer(name, &[]),
            Operand::Attribute(_) => {
                let column = operand.attribute_column().unwrap_or_default();
                self.attributes.get(&column).cloned().unwrap_or(Fact::Missing)
            }
            Operand::Field(Field::Language) => text(self.situation.language),
            Operand::Field(Field::Channel) => text(self.situation.channel),
            Operand::Field(Field::Touchpoint) => self.situation.touchpoint.map_or(Fact::Missing, text),
            Operand::Field(Field::State) => text(crate::signal::State::Partial.as_str()),
            // Texts are read when the response has come in.
            Operand::Said(_) => Fact::Missing,
        }
    }
}

/// The question behind an operand.
pub(crate) fn question_of(operand: &Operand) -> Option<&str> {
    match operand {
        Operand::Answer { question, .. } => Some(question),
        Operand::Calculated(name) => Some(name),
        Operand::Attribute(_) | Operand::Field(_) | Operand::Said(_) => None,
    }
}

/// The questions that an unseen one is computed from.
pub(crate) fn needed(question: &Question) -> HashSet<&str> {
    let when = question.when.iter().flat_map(Condition::operands);
    let formula = question.formula.iter().filter(|_| question.kind == Kind::Calculated);
    when.chain(formula.flat_map(|formula| formula.operands())).filter_map(question_of).collect()
}

/// Those that need themselves, at least through others, or stand between two such: what remains when all that need
/// nothing, and all that nothing needs, are taken away again and again.
pub(crate) fn circular(needs: &[&[usize]]) -> Vec<usize> {
    let mut needed_by = vec![Vec::new(); needs.len()];
    for (number, list) in needs.iter().enumerate() {
        list.iter().for_each(|need| needed_by[*need].push(number));
    }
    let mut remains = vec![true; needs.len()];
    let peel = |remains: &mut Vec<bool>, ahead: &dyn Fn(usize) -> usize, behind: &dyn Fn(usize) -> Vec<usize>| {
        let mut left: Vec<usize> = (0..needs.len()).map(ahead).collect();
        let mut free: Vec<usize> = (0..needs.len()).filter(|number| left[*number] == 0).collect();
        while let Some(number) = free.pop() {
            remains[number] = false;
            for next in behind(number) {
                left[next] -= 1;
                if left[next] == 0 {
                    free.push(next);
                }
            }
        }
    };
    peel(&mut remains, &|number| needs[number].len(), &|number| needed_by[number].clone());
    peel(&mut remains, &|number| needed_by[number].len(), &|number| needs[number].to_vec());
    (0..needs.len()).filter(|number| remains[*number]).collect()
}
