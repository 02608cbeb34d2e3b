//! From a response to a row.

use kernel::attribute;
use kernel::signal::Answer;
use kernel::survey::Kind;

use super::{COLUMNS_MAX, Content, Plan, Slot};
use crate::export::table::{Coded, Column, Measure, Type, Value};

impl Plan<'_> {
    /// Puts attributes into a row.
    pub fn fill_attributes(&mut self, row: &mut [Value], attributes: &kernel::Attributes) {
        for (name, value) in attributes {
            let Some(column) = self.attributes.get(&attribute::column(name)) else { continue };
            row[*column] = attribute_value(&self.columns[*column], value);
        }
    }

    /// Puts answers into a row, which grows where they need columns of their own.
    pub fn fill(&mut self, row: &mut Vec<Value>, answers: &[Answer]) {
        for answer in answers {
            let content = match (answer.score, &answer.choice, &answer.text) {
                (Some(_), ..) => Content::Score,
                (_, Some(_), _) => Content::Choice,
                (.., Some(_)) => Content::Text,
                _ => continue,
            };
            let slot = (answer.question.clone(), content);
            if !self.slots.contains_key(&slot) {
                if self.words.survey.anonymous || self.columns.len() >= COLUMNS_MAX {
                    continue;
                }
                self.extra(answer, content);
            }
            self.put(row, answer, &slot);
            row.resize(self.columns.len(), Value::Missing);
        }
    }

    /// A column for an answer that the definition has no place for.
    fn extra(&mut self, answer: &Answer, content: Content) {
        let key = &answer.question;
        if content == Content::Choice && answer.kind == Kind::Choices {
            self.slots.insert((key.clone(), content), Slot::Each(Vec::new()));
            return;
        }
        let (kind, measure) = match content {
            Content::Score => (Type::Number, Measure::Scale),
            Content::Choice => (Type::Code, Measure::Nominal),
            Content::Text => (Type::Text, Measure::Nominal),
        };
        let column = self.slot(key, key, kind, measure, vec![], content);
        self.order[column] = (usize::MAX, column);
    }

    fn put(&mut self, row: &mut Vec<Value>, answer: &Answer, slot: &(String, Content)) {
        row.resize(self.columns.len(), Value::Missing);
        let key = answer.choice.as_deref().unwrap_or_default();
        let known = match self.slots.get(slot) {
            None => return,
            Some(Slot::One(column)) => {
                let column = *column;
                row[column] = self.value(column, answer);
                return;
            }
            Some(Slot::Joined(column)) => {
                let before = if let Value::Text(text) = &row[*column] { format!("{text}; ") } else { String::new() };
                row[*column] = Value::Text(before + key);
                return;
            }
            Some(Slot::Each(each)) => {
                for (_, column) in each {
                    if row[*column] == Value::Missing {
                        row[*column] = Value::Number(0.0);
                    }
                }
                each.iter().find(|(option, _)| option == key).map(|(_, column)| *column)
            }
        };
        if let Some(column) = known.or_else(|| self.new_option(slot, key)) {
            row.resize(self.columns.len(), Value::Missing);
            row[column] = Value::Number(1.0);
        }
    }

    /// A column for an option of an earlier version.
    fn new_option(&mut self, slot: &(String, Content), key: &str) -> Option<usize> {
        if self.words.survey.anonymous || self.columns.len() >= COLUMNS_MAX {
            return None;
        }
        let after = match self.slots.get(slot) {
            Some(Slot::Each(each)) => each.last().map(|(_, column)| *column),
            _ => None,
        };
        let column = self.flag(&slot.0, &slot.0, key, key, after);
        if let Some(Slot::Each(each)) = self.slots.get_mut(slot) {
            each.push((key.to_owned(), column));
        }
        Some(column)
    }

    fn value(&mut self, column: usize, answer: &Answer) -> Value {
        let Answer { score, choice, text, .. } = answer;
        match (self.columns[column].kind, score, choice, text) {
            (_, Some(score), ..) => Value::Number(*score),
            (Type::Code, _, Some(choice), _) => self.code(column, choice),
            (Type::Day, .., Some(text)) => day(text).map_or(Value::Missing, Value::Day),
            (.., Some(text)) => Value::Text(self.mask.answer(answer.kind, &answer.question, text).into_owned()),
            (_, _, Some(choice), _) => Value::Text(choice.clone()),
            _ => Value::Missing,
        }
    }

    /// A key as its code; one that is not known gets the next.
    pub fn code(&mut self, column: usize, key: &str) -> Value {
        let is_anonymous = self.words.survey.anonymous;
        let codes = &mut self.columns[column].codes;
        let place = codes.iter().position(|code| code.key == key);
        if place.is_none() && is_anonymous {
            return Value::Missing;
        }
        let place = place.unwrap_or_else(|| {
            let code = codes.iter().map(|code| code.code).max().unwrap_or(0) + 1;
            codes.push(Coded { code, key: key.to_owned(), label: key.to_owned() });
            codes.len() - 1
        });
        Value::Code(place as u32)
    }
}

fn attribute_value(column: &Column, value: &kernel::Value) -> Value {
    /// Whole numbers beyond this are not whole any more as a double.
    const EXACT_MAX: i64 = 1 << 53;
    match (column.kind, value) {
        (Type::Code, kernel::Value::Flag(flag)) => Value::Code(u32::from(*flag)),
        (Type::Number, kernel::Value::Integer(number)) if number.abs() <= EXACT_MAX => Value::Number(*number as f64),
        (Type::Number, kernel::Value::Number(number)) => Value::Number(*number),
        (Type::Code, _) => Value::Missing,
        (_, value) => Value::Text(value.to_text()),
    }
}

/// Days since 1970 of `2026-11-22`.
fn day(text: &str) -> Option<i32> {
    let date: jiff::civil::Date = text.parse().ok()?;
    Some(days(date))
}

pub fn days(date: jiff::civil::Date) -> i32 {
    (date - jiff::civil::Date::constant(1970, 1, 1)).get_days()
}
