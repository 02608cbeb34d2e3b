//! The builder of conditions: lines that are shown in a form, what the form sends back, and a sentence that says what a
//! condition means. It is one piece for survey logic, segments, triggers and rules; a page gives it the [`Subject`]s
//! that its conditions may ask about. The template is `parts/condition.html`.
//!
//! The fields begin with the builder's name, `when` for instance:
//!
//! | field | is |
//! |---|---|
//! | `when.form` | `lines` or `text` |
//! | `when.join` | `all` or `any` |
//! | `when.0.of`, `.is`, `.value` (several) | the first line |
//! | `when.1.join`, `when.1.0.of`… | the second line is a group of lines |
//! | `when.text` | the text form |
//! | `do` | the pressed button: `when:add`, `when:group`, `when:add:1`, `when:drop:1:0`, `when:text`, `when:lines`, `when:look` |
//!
//! A pressed `do` changes what is shown and saves nothing, so that the builder needs no script.

mod fill;
pub mod subjects;
mod tell;
#[cfg(test)]
mod tests;
mod typed;

use kernel::condition::{FactKind, Join, Operand};
use kernel::{Locale, Refusal};
use serde::Serialize;

use crate::Pages;

pub use tell::tell;
pub use typed::{Typed, TypedLine, TypedRow};

/// Lines of one condition that are read from a form at most.
pub const LINES_MAX: usize = 100;

/// Something that conditions can ask about.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// [`Operand`] as text.
    pub of: String,
    pub label: String,
    /// The heading under which it is offered.
    pub group: String,
    pub shape: Shape,
    /// Key and label.
    pub options: Vec<(String, String)>,
}

/// What values a subject has, which decides what can be asked and how a value is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    Number,
    Words,
    /// Dates and times, which are words in order.
    Date,
    Choice,
    Set,
    Flag,
}

impl Shape {
    /// What can be asked of such a subject, in the order in which it is offered. `not_` asks for the contrary.
    fn asks(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["eq", "ne", "le", "lt", "ge", "gt", "answered", "not_answered"],
            Self::Words => &["has", "not_has", "eq", "ne", "starts_with", "answered", "not_answered"],
            Self::Date => &["eq", "lt", "le", "gt", "ge", "answered", "not_answered"],
            Self::Choice => &["eq", "ne", "one_of", "not_one_of", "answered", "not_answered"],
            Self::Set => &["has", "not_has", "answered", "not_answered"],
            Self::Flag => &["eq", "answered", "not_answered"],
        }
    }

    fn kind(self, options: &[(String, String)]) -> FactKind {
        let keys = || options.iter().map(|(key, _)| key.clone()).collect();
        match self {
            Self::Number => FactKind::Number,
            Self::Words | Self::Date => FactKind::Text,
            Self::Choice => FactKind::Choice(keys()),
            Self::Set => FactKind::Set(keys()),
            Self::Flag => FactKind::Flag,
        }
    }
}

fn subject<'a>(subjects: &'a [Subject], of: &str) -> Option<&'a Subject> {
    subjects.iter().find(|subject| subject.of == of)
}

/// What an operand is, for `kernel`'s checks.
pub fn kind_of(subjects: &[Subject], operand: &Operand) -> Option<FactKind> {
    subject(subjects, &operand.to_string()).map(|subject| subject.shape.kind(&subject.options))
}

/// What the template shows.
#[derive(Debug, Serialize)]
pub struct Builder {
    pub name: String,
    pub join: Join,
    pub rows: Vec<RowView>,
    pub is_text: bool,
    pub text: String,
    /// The text cannot be shown as lines, as it nests too deep for them.
    pub is_involved: bool,
    pub text_error: Option<String>,
    /// What is wrong with the condition as a whole.
    pub error: Option<String>,
    pub subjects: Vec<Offers>,
    /// The condition in words; none where there is no condition.
    pub sentence: Option<String>,
}

/// Subjects under one heading.
#[derive(Debug, Serialize)]
pub struct Offers {
    pub group: String,
    /// Operand and label.
    pub subjects: Vec<(String, String)>,
}

#[derive(Debug, Serialize)]
pub struct RowView {
    pub line: Option<LineView>,
    pub group: Option<GroupView>,
}

#[derive(Debug, Serialize)]
pub struct GroupView {
    /// `when.1`
    pub name: String,
    pub place: String,
    pub join: Join,
    pub lines: Vec<LineView>,
}

#[derive(Debug, Serialize)]
pub struct LineView {
    /// `when.0` or `when.1.0`
    pub name: String,
    /// `0` or `1:0`, for the button that drops it.
    pub place: String,
    pub of: String,
    /// A subject that is not offered (any more), such as a removed question.
    pub is_unknown: bool,
    pub asks: Vec<Ask>,
    /// How the value is given: `number`, `text`, `date`, `one`, `many`, `flag`, or `none`.
    pub input: &'static str,
    pub value: String,
    pub options: Vec<Pick>,
    pub error: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Ask {
    pub value: String,
    pub label: String,
    pub is_on: bool,
}

#[derive(Debug, Serialize)]
pub struct Pick {
    pub value: String,
    pub label: String,
    pub is_on: bool,
}

/// The name of the message for something that is asked; some read otherwise of dates and of words.
fn message(head: &str, ask: &str, shape: Shape) -> String {
    let ask = ask.replace('_', "-");
    match shape {
        Shape::Date if matches!(ask.as_str(), "lt" | "le" | "gt" | "ge") => format!("condition-{head}-{ask}-date"),
        Shape::Words if matches!(ask.as_str(), "has" | "not-has") => format!("condition-{head}-{ask}-text"),
        _ => format!("condition-{head}-{ask}"),
    }
}

/// Who reads a builder: for its words.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub pages: &'a Pages,
    pub locale: Locale,
}

impl Reading<'_> {
    fn text(&self, key: &str) -> String {
        self.pages.plain(self.locale, key, &[])
    }

    /// The words of a refusal.
    pub fn words(&self, refusal: &Refusal) -> String {
        crate::http::words(self.pages, self.locale, refusal)
    }
}
