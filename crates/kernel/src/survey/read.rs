//! Reading a JSON value as the answer to a question: one shape a kind, the same for pages, the API and drafts.
//!
//! | kind | value | rows of `answers` |
//! |---|---|---|
//! | scored kinds, number | `9` | score |
//! | choice, dropdown, yesno, image, consent | `"a"`, or `{"choice": "x", "other": "words"}` | choice; words as `q[other]` |
//! | choices | `["a", "b"]`, or `{"choices": [..], "other": "words"}` | one choice a row; words as `q[other]` |
//! | ranking | `["b", "a"]`, best first | `q[b]` score 1, `q[a]` score 2 |
//! | sum | `{"a": 30, "b": 70}` | `q[a]` score 30, `q[b]` score 70 |
//! | bestworst | `{"best": "a", "worst": "b"}` | `q[best]` choice, `q[worst]` choice |
//! | matrix | `{"row": value}`; of dual cells `{"row": ["a", "x"]}` | `q[row]`; of dual cells `q[row][1]`, `q[row][2]` |
//! | contact | `{"name": "..", "email": ".."}` | `q[name]` text, `q[email]` text |
//! | ideas | `{"votes": [ids], "own": "words"}` | one choice a vote; words as `q[own]` |
//! | text, date, time, email, phone, file, signature, hidden | `"words"` | text |
//! | calculated | number or words | score or text |
//!
//! Null, blank words and empty lists are no answer; `{"na": true}` is "not applicable" where the question offers it.

mod parts;
mod values;

pub use values::{is_email, pattern_of};

use serde_json::{Map, Value as Json};

use super::{Cells, Kind, Question, part};
use crate::error::Refusal;
use crate::signal::Answer;

type Result<T> = std::result::Result<T, Refusal>;

/// The words of an option that asks for some: `q[other]`.
pub const OTHER: &str = "other";

impl Question {
    /// Reads a JSON value as an answer to this question.
    ///
    /// # Errors
    /// Each with the question as its field: `wrong_type`, `out_of_range`, `not_whole`, `unknown_option`, `unknown_row`,
    /// `too_long`, `too_short`, `too_few_options`, `too_many_options`, `exclusive_option`, `wrong_total`,
    /// `same_best_worst`, `not_a_date`, `not_a_time`, `too_early`, `too_late`, `not_an_email`, `not_a_phone`,
    /// `wrong_pattern`, `too_many_decimals`, `na_not_offered`.
    pub fn read(&self, value: &Json) -> Result<Vec<Answer>> {
        if is_not_applicable(value) {
            return if self.not_applicable { Ok(vec![]) } else { Err(self.refusal("na_not_offered")) };
        }
        if is_blank(value) {
            return Ok(vec![]);
        }
        match self.kind {
            kind if kind.is_scored() => Ok(vec![self.score(self.number(value)?)?]),
            kind if kind.is_single_choice() => self.single(value),
            Kind::Choices => self.several(value),
            Kind::Ranking => self.ranking(value),
            Kind::Sum => self.sum(value),
            Kind::BestWorst => self.best_worst(value),
            Kind::Matrix => self.matrix(value),
            Kind::Contact => self.contact(value),
            Kind::Ideas => self.ideas(value),
            Kind::Number => self.limited_number(self.number(value)?),
            Kind::Calculated => match value {
                Json::Number(number) => Ok(vec![Answer { score: number.as_f64(), ..self.blank() }]),
                _ => Ok(vec![self.words(self.string(value)?)?]),
            },
            Kind::Date => Ok(vec![self.date(self.string(value)?)?]),
            Kind::Time => Ok(vec![self.time(self.string(value)?)?]),
            Kind::Email => Ok(vec![self.email(self.string(value)?)?]),
            Kind::Phone => Ok(vec![self.phone(self.string(value)?)?]),
            Kind::Text => Ok(vec![self.limited_words(self.string(value)?)?]),
            Kind::File | Kind::Signature | Kind::Hidden => Ok(vec![self.words(self.string(value)?)?]),
            _ => Err(self.wrong_type()),
        }
    }

    /// What is missing for a required question, if anything: all rows of a matrix, all lines of a contact form.
    ///
    /// # Errors
    /// `required`, `choose_one`, `row_missing` (the row is the argument `row`), and those of [`Question::read`].
    pub fn check(&self, value: &Json) -> Result<Vec<Answer>> {
        let answers = self.read(value)?;
        if !self.required || is_not_applicable(value) || !self.kind.is_asked() {
            return Ok(answers);
        }
        if answers.is_empty() {
            let chooses = self.kind.has_options() || self.kind.is_scored();
            return Err(self.refusal(if chooses { "choose_one" } else { "required" }));
        }
        if self.kind.has_rows() {
            let given = |row: &&super::Choice| {
                let key = part(&self.key, &row.key);
                answers.iter().any(|answer| answer.question == key || answer.question.starts_with(&format!("{key}[")))
            };
            if let Some(row) = self.rows.iter().find(|row| !given(row)) {
                return Err(self.refusal("row_missing").with("row", row.key.clone()));
            }
        }
        Ok(answers)
    }

    fn refusal(&self, code: &'static str) -> Refusal {
        Refusal::new(code).at(&self.key)
    }

    /// Programs that send answers see no page beside the words, so they name the question.
    fn too_few(&self, min: f64) -> Refusal {
        self.refusal("too_few_options").with("min", min.to_string()).with("question", self.key.clone())
    }

    fn too_many(&self, max: f64) -> Refusal {
        self.refusal("too_many_options").with("max", max.to_string()).with("question", self.key.clone())
    }

    fn wrong_type(&self) -> Refusal {
        self.refusal("wrong_type").with("kind", self.kind.as_str())
    }

    fn blank(&self) -> Answer {
        Answer { question: self.key.clone(), kind: self.kind, score: None, choice: None, text: None }
    }

    fn at(&self, name: &str) -> Answer {
        Answer { question: part(&self.key, name), ..self.blank() }
    }

    fn object<'a>(&self, value: &'a Json) -> Result<&'a Map<String, Json>> {
        value.as_object().ok_or_else(|| self.wrong_type())
    }

    fn string<'a>(&self, value: &'a Json) -> Result<&'a str> {
        value.as_str().ok_or_else(|| self.wrong_type())
    }

    fn matrix(&self, value: &Json) -> Result<Vec<Answer>> {
        let given = self.object(value)?;
        if let Some(unknown) = given.keys().find(|key| self.row(key).is_none()) {
            return Err(self.refusal("unknown_row").with("value", shortened(unknown)));
        }
        let mut answers = Vec::new();
        for row in &self.rows {
            let Some(value) = given.get(&row.key).filter(|value| !is_blank(value)) else { continue };
            // A cell is a question of its own kind whose answers keep the kind of the matrix.
            let read = match self.cells {
                Cells::Choice => self.single(value)?,
                Cells::Choices => self.several(value)?,
                Cells::Rating => vec![self.score(self.number(value)?)?],
                Cells::Text => vec![self.limited_words(self.string(value)?)?],
                Cells::Dual => self.dual(value)?,
            };
            answers.extend(read.into_iter().map(|answer| {
                let inner = answer.question.strip_prefix(self.key.as_str()).unwrap_or_default();
                Answer { question: part(&self.key, &row.key) + inner, ..answer }
            }));
        }
        Ok(answers)
    }
}

/// Whether the value says "not applicable".
pub fn is_not_applicable(value: &Json) -> bool {
    value.as_object().is_some_and(|fields| fields.get("na") == Some(&Json::Bool(true)))
}

/// Whether the value says nothing.
pub fn is_blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(list) => list.iter().all(is_blank),
        Json::Object(fields) => fields.values().all(is_blank),
        _ => false,
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
