//! A signal: one thing that a contact said or did, at one time, at one touchpoint.

use serde::{Deserialize, Serialize};

use crate::{Attributes, ImportId, Timestamp};

/// How a signal came. Also the value of the `channel` columns.
pub const CHANNELS: [&str; 10] = ["link", "email", "sms", "web", "qr", "kiosk", "api", "import", "review", "helpdesk"];

/// A signal as its source gives it. What the store adds (position, time of receipt) is not here.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// The door it came through, and for responses its survey: `api:visit`, `import:visit`, `link:visit`.
    pub source: String,
    /// The id that the source gave it; unique within the source.
    pub source_id: String,
    pub occurred_at: Timestamp,
    pub channel: String,
    pub touchpoint: Option<String>,
    /// The contact's id or e-mail in the caller's system; [`crate::ContactId::of_key`] names the contact.
    pub contact: Option<String>,
    /// BCP 47 tag in lower case, where it is known.
    pub language: Option<String>,
    /// The import that brought it.
    pub import: Option<ImportId>,
    pub body: Body,
}

/// What was said or done, with the attributes as they were at that moment. This is what the log keeps as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    #[serde(default, skip_serializing_if = "Attributes::is_empty")]
    pub attributes: Attributes,
    #[serde(flatten)]
    pub what: What,
}

/// The kinds of signals; the tag is the value of `signals.kind`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum What {
    Response(Response),
}

impl What {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Response(_) => "response",
        }
    }
}

/// The answers of one person to one survey, so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// Key of the survey.
    pub survey: String,
    pub state: State,
    pub started_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<Timestamp>,
    /// In the order of the survey; no entry for blank or not applicable.
    pub answers: Vec<Answer>,
    /// How it was led, for responses that went through our pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Course>,
}

/// How a response was led through its survey; what a replay needs besides the answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Course {
    /// The version of the survey.
    pub version: i32,
    /// What shuffled blocks, questions and options are ordered by.
    #[serde(skip_serializing_if = "is_zero")]
    pub seed: u64,
    /// The step at which it stands or ended; see [`crate::flow::Step`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub step: String,
    /// Key of the ending that was reached, `end` for the usual one, `quota:KEY` for a full quota; empty while it goes on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ending: String,
    /// Whole seconds spent on each step, by its id; nothing in anonymous surveys.
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub seconds: std::collections::BTreeMap<String, u32>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Pages were saved, the end was not reached (yet).
    Partial,
    Complete,
}

impl State {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Partial => "partial",
            Self::Complete => "complete",
        }
    }
}

/// One row of `answers`: exactly one of score, choice, text is there; several choices are several answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Key of the question.
    pub question: String,
    pub kind: crate::survey::Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Key of the chosen option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_keeps_its_shape_in_the_log() {
        let text = r#"{"attributes":{"age":41,"plan":"gold"},"kind":"response","survey":"visit","state":"complete","started_at":"2026-11-22T09:30:00Z","completed_at":"2026-11-22T09:31:00Z","answers":[{"question":"nps","kind":"nps","score":9.0},{"question":"why","kind":"text","text":"خوب بود"}]}"#;
        let body: Body = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&body).unwrap(), text);
    }
}
