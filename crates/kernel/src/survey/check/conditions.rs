//! Conditions, formulas and wordings: what they name exists, and is known by then.

use std::collections::{HashMap, HashSet};

use super::Faults;
use super::map::{Map, Spot};
use crate::condition::{Condition, Operand};
use crate::error::Refusal;
use crate::flow::known::{circular, needed, question_of};
use crate::survey::pipe::{Name, references};
use crate::survey::{Kind, Question, Survey, Text};

pub(super) fn check(survey: &Survey, map: &Map<'_>, faults: &mut Faults) {
    let mut sources = Sources { map, found: HashMap::new() };
    for question in &survey.questions {
        let field = format!("questions.{}", question.key);
        let spot = map.spot(&question.key);
        if let Some(when) = &question.when {
            of_condition(when, &field, spot, &mut sources, faults);
        }
        if let Some(formula) = question.formula.as_ref().filter(|_| question.kind == Kind::Calculated) {
            let at = || format!("{field}.formula");
            if let Err(refusal) = formula.check() {
                faults.add(placed(refusal, at()));
            }
            formula
                .validate(&|operand| map.kind_of(operand, None))
                .into_iter()
                .for_each(|r| of_values(r, at(), faults));
        }
        // What is on the same page is not answered yet when it is shown.
        let before = spot.map(|spot| Spot { question: 0, ..spot });
        for (field, text) in super::questions::texts(question) {
            of_words(text, &field, before, map, faults);
        }
    }
    for (number, block) in survey.blocks.iter().enumerate() {
        let field = format!("blocks.{}", block.key);
        if let Some(when) = &block.when {
            of_condition(when, &field, Some(Spot { block: number, page: 0, question: 0 }), &mut sources, faults);
        }
        for (n, page) in block.pages.iter().enumerate() {
            let field = format!("{field}.pages.{}", n + 1);
            if let Some(when) = &page.when {
                of_condition(when, &field, Some(Spot { block: number, page: n, question: 0 }), &mut sources, faults);
            }
            for (m, jump) in page.then.iter().enumerate() {
                let Some(when) = &jump.when else { continue };
                let after = Spot { block: number, page: n, question: usize::MAX };
                of_condition(when, &format!("{field}.then.{}", m + 1), Some(after), &mut sources, faults);
            }
        }
        if faults.is_full() {
            return;
        }
    }
    for quota in &survey.quotas {
        of_condition(&quota.when, &format!("quotas.{}", quota.key), None, &mut sources, faults);
    }
    for (field, text) in survey.texts().into_iter().filter(|(field, _)| !field.starts_with("questions.")) {
        of_words(text, &field, None, map, faults);
    }
    for ending in &survey.endings {
        let address = ending.redirect.as_deref().unwrap_or_default();
        of_wording(address, || format!("endings.{}.redirect", ending.key), None, map, faults);
    }
    of_circles(survey, faults);
}

/// A condition that is looked at in a place, or at the end.
fn of_condition(when: &Condition, field: &str, spot: Option<Spot>, sources: &mut Sources<'_, '_>, faults: &mut Faults) {
    let at = || format!("{field}.when");
    if let Err(refusal) = when.check() {
        return faults.add(placed(refusal, at()));
    }
    let map = sources.map;
    let within = spot.map(|spot| spot.block);
    when.validate(&|operand| map.kind_of(operand, within)).into_iter().for_each(|r| of_values(r, at(), faults));
    let Some(spot) = spot else { return };
    for operand in when.operands() {
        let is_later = question_of(operand).is_some_and(|key| sources.is_later(key, spot));
        if is_later {
            faults.add(Refusal::new("asked_later").at(at()).with("value", operand.to_string()));
        }
    }
}

/// What a condition or formula refuses about its operands. The types of attributes are not known beforehand.
fn of_values(refusal: Refusal, field: String, faults: &mut Faults) {
    let is_open = refusal.code == "condition_wrong_type"
        && refusal.field.as_deref().is_some_and(|operand| operand.starts_with("attr."));
    if !is_open {
        faults.add(placed(refusal, field));
    }
}

/// The operand that a refusal has for a field becomes its argument `operand`.
fn placed(refusal: Refusal, field: String) -> Refusal {
    let operand = refusal.field.clone();
    let refusal = refusal.at(field);
    match operand {
        Some(operand) => refusal.with("operand", operand),
        None => refusal,
    }
}

/// The last place from which each unseen value follows.
struct Sources<'m, 'a> {
    map: &'m Map<'a>,
    found: HashMap<String, Vec<Spot>>,
}

impl Sources<'_, '_> {
    /// Whether something that the question's value needs is asked later than `spot`, or may be.
    fn is_later(&mut self, key: &str, spot: Spot) -> bool {
        if let Some(asked) = self.map.spot(key) {
            return !self.map.is_known_at(asked, spot);
        }
        if !self.found.contains_key(key) {
            let spots = self.spots(key);
            self.found.insert(key.to_owned(), spots);
        }
        self.found[key].iter().any(|asked| !self.map.is_known_at(*asked, spot))
    }

    fn spots(&self, key: &str) -> Vec<Spot> {
        let (mut met, mut spots, mut open) = (HashSet::new(), Vec::new(), vec![key]);
        while let Some(key) = open.pop() {
            if !met.insert(key.to_owned()) {
                continue;
            }
            match (self.map.spot(key), self.map.questions.get(key)) {
                (Some(spot), _) => spots.push(spot),
                (None, Some(question)) => open.extend(needed(question)),
                (None, None) => {}
            }
        }
        spots
    }
}

fn of_words(text: &Text, field: &str, spot: Option<Spot>, map: &Map<'_>, faults: &mut Faults) {
    for (tag, wording) in &text.0 {
        of_wording(wording, || format!("{field}.{tag}"), spot, map, faults);
    }
}

fn of_wording(wording: &str, field: impl Fn() -> String, spot: Option<Spot>, map: &Map<'_>, faults: &mut Faults) {
    if !wording.contains('{') {
        return;
    }
    for reference in references(wording) {
        let within = spot.map(|spot| spot.block);
        let (is_there, is_later) = match &reference.name {
            Name::Attribute(_) => (true, false),
            Name::Item => (within.is_some_and(|block| map.looped(block).is_some()), false),
            Name::Answer { question, parts } => {
                let operand = Operand::answer(question);
                let operand = parts.iter().try_fold(operand.ok(), |operand, part| Some(operand?.part(part).ok()));
                let kind = operand.flatten().and_then(|operand| map.kind_of(&operand, within));
                let is_later = spot.zip(map.spot(question)).is_some_and(|(spot, asked)| !map.is_known_at(asked, spot));
                (kind.is_some(), is_later)
            }
        };
        let fault = |code| Refusal::new(code).at(field()).with("value", reference.text.to_owned());
        if !is_there {
            faults.add(fault("unknown_reference"));
        } else if is_later {
            faults.add(fault("asked_later"));
        }
    }
}

/// Values that are computed from themselves.
fn of_circles(survey: &Survey, faults: &mut Faults) {
    let unseen: Vec<&Question> = survey.questions.iter().filter(|question| !question.kind.is_shown()).collect();
    let numbers: HashMap<&str, usize> =
        unseen.iter().enumerate().map(|(n, question)| (question.key.as_str(), n)).collect();
    let needs: Vec<Vec<usize>> = unseen
        .iter()
        .map(|question| needed(question).into_iter().filter_map(|key| numbers.get(key).copied()).collect())
        .collect();
    let needs: Vec<&[usize]> = needs.iter().map(Vec::as_slice).collect();
    for number in circular(&needs) {
        faults.at("circular_value", format!("questions.{}.formula", unseen[number].key));
    }
}
