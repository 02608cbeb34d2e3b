//! Answers about options: one, several, in order, with points, and pairs of them.

use serde_json::Value as Json;

use super::super::{Choice, Question};
use super::{OTHER, Result, is_blank, shortened};
use crate::error::Refusal;
use crate::signal::Answer;

/// What the points of a sum add up to where the question names no total.
pub const TOTAL: u32 = 100;
/// Votes for ideas in one answer.
const VOTES_MAX: usize = 50;

impl Question {
    /// One option, by key or with words of one's own.
    pub(super) fn single(&self, value: &Json) -> Result<Vec<Answer>> {
        let (key, other) = match value {
            Json::String(key) => (key.as_str(), None),
            Json::Bool(true) => ("yes", None),
            Json::Bool(false) => ("no", None),
            Json::Object(fields) => {
                let key = fields.get("choice").filter(|key| !is_blank(key));
                let Some(key) = key else { return Ok(vec![]) };
                (self.string(key)?, fields.get(OTHER))
            }
            _ => return Err(self.wrong_type()),
        };
        // A consent that was not given is no answer.
        if self.kind == super::Kind::Consent && key == "no" {
            return Ok(vec![]);
        }
        let (answer, option) = self.choice(&self.options, key)?;
        self.with_words(vec![answer], option.other, other)
    }

    /// Any number of options, each once.
    pub(super) fn several(&self, value: &Json) -> Result<Vec<Answer>> {
        let (keys, words) = match value {
            Json::Object(fields) => (fields.get("choices").unwrap_or(&Json::Null), fields.get(OTHER)),
            value => (value, None),
        };
        let one;
        let keys = match keys {
            Json::String(_) => {
                one = [keys.clone()];
                &one[..]
            }
            Json::Array(keys) => keys,
            Json::Null => return Ok(vec![]),
            _ => return Err(self.wrong_type()),
        };
        let mut answers: Vec<Answer> = Vec::new();
        let (mut takes_words, mut is_alone) = (false, false);
        for key in keys.iter().filter(|key| !is_blank(key)) {
            let (answer, option) = self.choice(&self.options, self.string(key)?)?;
            takes_words |= option.other;
            is_alone |= option.exclusive;
            if !answers.contains(&answer) {
                answers.push(answer);
            }
        }
        if is_alone && answers.len() > 1 {
            return Err(self.refusal("exclusive_option"));
        }
        if !is_alone {
            self.count(answers.len())?;
        }
        self.with_words(answers, takes_words, words)
    }

    /// Options in order, best first; or the place of each, from 1.
    pub(super) fn ranking(&self, value: &Json) -> Result<Vec<Answer>> {
        let keys: Vec<String> = match value {
            Json::Array(keys) => keys.iter().map(|key| self.string(key).map(str::to_owned)).collect::<Result<_>>()?,
            Json::Object(places) => self.by_place(places)?,
            _ => return Err(self.wrong_type()),
        };
        let mut answers: Vec<Answer> = Vec::with_capacity(keys.len());
        for (place, key) in keys.iter().enumerate() {
            self.choice(&self.options, key)?;
            let answer = Answer { score: Some((place + 1) as f64), ..self.at(key) };
            if answers.iter().any(|earlier| earlier.question == answer.question) {
                return Err(self.refusal("same_place").with("value", shortened(key)));
            }
            answers.push(answer);
        }
        // Unless the question asks for fewer, all options have a place.
        let least = self.limits.min.unwrap_or(self.limits.max.unwrap_or(f64::INFINITY).min(self.options.len() as f64));
        if (answers.len() as f64) < least {
            return Err(self.too_few(least));
        }
        if let Some(max) = self.limits.max.filter(|max| answers.len() as f64 > *max) {
            return Err(self.too_many(max));
        }
        Ok(answers)
    }

    fn by_place(&self, places: &serde_json::Map<String, Json>) -> Result<Vec<String>> {
        let mut ranked: Vec<(f64, &String)> = Vec::new();
        for (key, place) in places.iter().filter(|(_, place)| !is_blank(place)) {
            ranked.push((self.number(place)?, key));
        }
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        if let Some(twice) = ranked.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(self.refusal("same_place").with("value", shortened(twice[1].1)));
        }
        Ok(ranked.into_iter().map(|(_, key)| key.clone()).collect())
    }

    pub(super) fn sum(&self, value: &Json) -> Result<Vec<Answer>> {
        let given = self.object(value)?;
        let mut answers = Vec::new();
        let mut sum = 0.0;
        for (key, points) in given.iter().filter(|(_, points)| !is_blank(points)) {
            self.choice(&self.options, key)?;
            let points = self.number(points)?;
            if points < 0.0 || points.fract() != 0.0 {
                return Err(self.refusal("not_whole").with("value", points.to_string()));
            }
            sum += points;
            answers.push(Answer { score: Some(points), ..self.at(key) });
        }
        let total = self.limits.total.unwrap_or(TOTAL);
        if !answers.is_empty() && sum != f64::from(total) {
            return Err(self.refusal("wrong_total").with("total", total.to_string()).with("value", sum.to_string()));
        }
        let place =
            |answer: &Answer| self.options.iter().position(|option| self.at(&option.key).question == answer.question);
        answers.sort_by_key(place);
        Ok(answers)
    }

    pub(super) fn best_worst(&self, value: &Json) -> Result<Vec<Answer>> {
        let given = self.object(value)?;
        let mut answers = Vec::new();
        for end in ["best", "worst"] {
            let Some(key) = given.get(end).filter(|key| !is_blank(key)) else { continue };
            let (answer, _) = self.choice(&self.options, self.string(key)?)?;
            answers.push(Answer { question: self.at(end).question, ..answer });
        }
        if answers.len() == 2 && answers[0].choice == answers[1].choice {
            return Err(self.refusal("same_best_worst"));
        }
        if answers.len() == 1 {
            return Err(self.refusal("best_and_worst"));
        }
        Ok(answers)
    }

    /// A cell of a dual matrix: an option of each scale; either may be null.
    pub(super) fn dual(&self, value: &Json) -> Result<Vec<Answer>> {
        let cells = value.as_array().filter(|cells| cells.len() <= 2).ok_or_else(|| self.wrong_type())?;
        let mut answers = Vec::new();
        for (n, (cell, options)) in cells.iter().zip([&self.options, &self.second]).enumerate() {
            if is_blank(cell) {
                continue;
            }
            let (answer, _) = self.choice(options, self.string(cell)?)?;
            answers.push(Answer { question: self.at(&(n + 1).to_string()).question, ..answer });
        }
        Ok(answers)
    }

    pub(super) fn contact(&self, value: &Json) -> Result<Vec<Answer>> {
        let given = self.object(value)?;
        if let Some(unknown) = given.keys().find(|key| self.row(key).is_none()) {
            return Err(self.refusal("unknown_row").with("value", shortened(unknown)));
        }
        let mut answers = Vec::new();
        for row in &self.rows {
            let Some(line) = given.get(&row.key).filter(|line| !is_blank(line)) else { continue };
            let line = self.string(line)?;
            let answer = match row.key.as_str() {
                "email" => self.email(line)?,
                "phone" => self.phone(line)?,
                _ => self.words(line)?,
            };
            answers.push(Answer { question: self.at(&row.key).question, ..answer });
        }
        Ok(answers)
    }

    pub(super) fn ideas(&self, value: &Json) -> Result<Vec<Answer>> {
        let given = self.object(value)?;
        let votes = match given.get("votes").unwrap_or(&Json::Null) {
            Json::Array(votes) if votes.len() <= VOTES_MAX => votes.as_slice(),
            Json::Null => &[],
            _ => return Err(self.wrong_type()),
        };
        let mut answers: Vec<Answer> = Vec::new();
        for vote in votes {
            let answer = Answer { choice: Some(shortened(self.string(vote)?)), ..self.blank() };
            if !answers.contains(&answer) {
                answers.push(answer);
            }
        }
        if let Some(own) = given.get("own").filter(|own| !is_blank(own)) {
            let answer = self.limited_words(self.string(own)?)?;
            answers.push(Answer { question: self.at("own").question, ..answer });
        }
        Ok(answers)
    }

    fn choice<'a>(&self, options: &'a [Choice], key: &str) -> Result<(Answer, &'a Choice)> {
        let option = options.iter().find(|option| option.key == key);
        let option = option.ok_or_else(|| self.refusal("unknown_option").with("value", shortened(key)))?;
        Ok((Answer { choice: Some(option.key.clone()), ..self.blank() }, option))
    }

    fn with_words(&self, mut answers: Vec<Answer>, takes: bool, words: Option<&Json>) -> Result<Vec<Answer>> {
        if let Some(words) = words.filter(|words| takes && !is_blank(words)) {
            let answer = self.words(self.string(words)?)?;
            answers.push(Answer { question: self.at(OTHER).question, ..answer });
        }
        Ok(answers)
    }

    fn count(&self, chosen: usize) -> std::result::Result<(), Refusal> {
        let chosen = chosen as f64;
        if let Some(min) = self.limits.min.filter(|min| chosen > 0.0 && chosen < *min) {
            return Err(self.too_few(min));
        }
        if let Some(max) = self.limits.max.filter(|max| chosen > *max) {
            return Err(self.too_many(max));
        }
        Ok(())
    }
}
