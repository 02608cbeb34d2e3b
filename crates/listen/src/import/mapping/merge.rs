//! From the guess and what people said to one mapping without contradictions.

use std::collections::HashMap;

use kernel::survey::{QUESTIONS_MAX, key_from};
use kernel::{Refusal, attribute};
use serde::{Deserialize, Serialize};

use super::super::code::Code;
use super::super::columns::{Facts, Guess};
use super::{Column, Map, Role};

/// What every column of a file means. Of JSON form, so that a waiting import can keep it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping {
    /// In the order of the header.
    pub columns: Vec<Column>,
}

impl Mapping {
    /// What people said, else the guess; question keys and attribute names are made and unique.
    ///
    /// # Errors
    /// `mapped_twice`, `role_twice`, `key_twice`, `too_many_questions`, `too_many_attributes`, `unknown_time_format`.
    pub fn new(guesses: &[Guess], maps: &[Map]) -> Result<Self, Refusal> {
        let mut said: HashMap<&str, &Map> = HashMap::new();
        for map in maps {
            if said.insert(&map.column, map).is_some() {
                return Err(Code::MappedTwice.refuse().at(&map.column).with("column", map.column.clone()));
            }
        }
        let mut columns: Vec<Column> = guesses
            .iter()
            .map(|guess| {
                said.get(guess.column.name.as_str())
                    .map_or_else(|| guess.column.clone(), |map| filled(map, &guess.facts))
            })
            .collect();
        let is_said = |column: &Column| said.contains_key(column.name.as_str());
        single(&mut columns, &is_said)?;
        name_questions(&mut columns)?;
        name_attributes(&mut columns)?;
        if let Some(column) = columns.iter().find(|column| column.role == Role::Time && column.options.format.is_none())
        {
            let example = guesses
                .iter()
                .find(|guess| guess.column.name == column.name)
                .and_then(|guess| guess.facts.example.clone());
            let refusal = Code::UnknownTimeFormat.refuse().at(&column.name);
            return Err(refusal.with("value", example.unwrap_or_default()));
        }
        Ok(Self { columns })
    }

    /// Guesses that somebody has to confirm: not certain, and nothing said about them.
    pub fn undecided<'a>(guesses: &'a [Guess], maps: &[Map]) -> Vec<&'a Guess> {
        let said = |guess: &Guess| maps.iter().any(|map| map.column == guess.column.name);
        guesses.iter().filter(|guess| !guess.certain && !said(guess)).collect()
    }
}

/// A map with what the sample knows about its column.
fn filled(map: &Map, facts: &Facts) -> Column {
    let mut options = map.options.clone();
    match map.role {
        Role::Time if options.format.is_none() => {
            if let Some(time) = &facts.time {
                options.format = Some(time.format.clone());
                options.calendar = options.calendar.or(Some(time.calendar));
            }
        }
        Role::Csat | Role::Ces | Role::Rating if options.scale.is_none() => {
            options.scale = facts.scale;
            if facts.zero_is_na && options.na.is_empty() {
                options.na = vec!["0".to_owned()];
            }
        }
        _ => {}
    }
    Column { name: map.column.clone(), role: map.role, options, values: facts.values }
}

/// A role that only one column may have: what was said beats the guess, which becomes an attribute.
fn single(columns: &mut [Column], is_said: &dyn Fn(&Column) -> bool) -> Result<(), Refusal> {
    for role in Role::ALL.into_iter().filter(|role| role.is_single()) {
        let holders: Vec<usize> = (0..columns.len()).filter(|index| columns[*index].role == role).collect();
        let chosen: Vec<usize> = holders.iter().copied().filter(|index| is_said(&columns[*index])).collect();
        if let [first, second, ..] = chosen[..] {
            let refusal = Code::RoleTwice.refuse().at(&columns[second].name).with("role", role.as_str());
            return Err(refusal
                .with("first", columns[first].name.clone())
                .with("second", columns[second].name.clone()));
        }
        let keep = chosen.first().or(holders.first()).copied();
        for index in holders.into_iter().filter(|index| Some(*index) != keep) {
            columns[index].role = Role::Attribute;
            columns[index].options = super::Options::default();
        }
    }
    Ok(())
}

fn name_questions(columns: &mut [Column]) -> Result<(), Refusal> {
    let mut taken: HashMap<String, String> = HashMap::new();
    let questions = || columns.iter().filter(|column| column.role.question().is_some());
    if questions().count() > QUESTIONS_MAX {
        return Err(Code::TooManyQuestions.refuse().with("limit", QUESTIONS_MAX.to_string()));
    }
    for column in questions() {
        if let Some(key) = &column.options.question {
            claim(&mut taken, key, &column.name)?;
        }
    }
    for (index, column) in columns.iter_mut().enumerate() {
        if column.role.question().is_some() && column.options.question.is_none() {
            let key =
                Some(key_from(&column.name)).filter(|key| !key.is_empty()).unwrap_or_else(|| format!("q{}", index + 1));
            column.options.question = Some(free(&mut taken, &key, "_", |key| key.to_owned(), &column.name));
        }
    }
    Ok(())
}

fn name_attributes(columns: &mut [Column]) -> Result<(), Refusal> {
    let mut taken: HashMap<String, String> = HashMap::new();
    let attributes = || columns.iter().filter(|column| column.role == Role::Attribute);
    if attributes().count() > attribute::ATTRIBUTES_MAX {
        return Err(Code::TooManyAttributes.refuse().with("limit", attribute::ATTRIBUTES_MAX.to_string()));
    }
    for column in attributes() {
        if let Some(name) = &column.options.name {
            claim(&mut taken, &attribute::column(name), &column.name)?;
        }
    }
    for (index, column) in columns.iter_mut().enumerate() {
        if column.role == Role::Attribute && column.options.name.is_none() {
            let mut name: String = column.name.chars().take(attribute::NAME_CHARS_MAX - 4).collect();
            if attribute::column(&name) == "attr_" {
                name = format!("column {}", index + 1);
            }
            column.options.name = Some(free(&mut taken, &name, " ", attribute::column, &column.name));
        }
    }
    Ok(())
}

/// Two columns that were given the same name by people contradict each other.
fn claim(taken: &mut HashMap<String, String>, key: &str, column: &str) -> Result<(), Refusal> {
    match taken.insert(key.to_owned(), column.to_owned()) {
        None => Ok(()),
        Some(first) => {
            let refusal = Code::KeyTwice.refuse().at(column).with("key", key.to_owned());
            Err(refusal.with("first", first).with("second", column.to_owned()))
        }
    }
}

/// `wanted`, with a number where another column has it; `key` says when two names are the same.
fn free(taken: &mut HashMap<String, String>, wanted: &str, gap: &str, key: fn(&str) -> String, column: &str) -> String {
    let mut name = wanted.to_owned();
    let mut count = 2;
    while taken.contains_key(&key(&name)) {
        name = format!("{wanted}{gap}{count}");
        count += 1;
    }
    taken.insert(key(&name), column.to_owned());
    name
}
