//! The answers given so far, as one revision of the response.

use std::collections::BTreeMap;

use kernel::signal::{Answer, Body, Response, Signal, State, What};
use kernel::survey::Survey;
use kernel::{Refusal, Timestamp};
use serde_json::Value as Json;

use crate::doors::Live;
use crate::respond::form::Origin;

/// Values as they were given, by question.
pub type Given = BTreeMap<String, Json>;

/// Times of a response.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    pub started_at: Timestamp,
    pub completed_at: Option<Timestamp>,
}

/// The first question, from 0, that must be answered and is not.
pub fn missing(survey: &Survey, given: &Given) -> Option<usize> {
    survey.questions.iter().position(|question| {
        let value = given.get(&question.key).unwrap_or(&Json::Null);
        question.required && question.read(value).map_or(true, |answers| answers.is_empty())
    })
}

/// Reads one answer, and whether it had to be there.
///
/// # Errors
/// `required`, and those of [`kernel::survey::Question::read`].
pub fn check(question: &kernel::survey::Question, value: &Json) -> Result<Vec<Answer>, Refusal> {
    let answers = question.read(value)?;
    if question.required && answers.is_empty() {
        return Err(Refusal::new(if question.kind == kernel::survey::Kind::Text { "required" } else { "choose_one" })
            .at(&question.key));
    }
    Ok(answers)
}

/// A full revision. It occurs when the response began, so that a later page does not move it to another day.
pub fn signal(
    live: &Live,
    survey: &Survey,
    id: String,
    language: &str,
    origin: &Origin,
    given: &Given,
    times: Times,
) -> Signal {
    let answers = survey.questions.iter().filter_map(|question| {
        // Each value was read when it was given; one that an older version took and this one does not is left out.
        question.read(given.get(&question.key)?).ok()
    });
    Signal {
        source: format!("link:{}", live.key),
        source_id: id,
        occurred_at: times.started_at,
        channel: origin.channel.clone(),
        touchpoint: origin.touchpoint.clone(),
        contact: None,
        language: Some(language.to_ascii_lowercase()),
        import: None,
        body: Body {
            attributes: origin.attributes.clone(),
            what: What::Response(Response {
                survey: live.key.clone(),
                state: if times.completed_at.is_some() { State::Complete } else { State::Partial },
                started_at: times.started_at,
                completed_at: times.completed_at,
                answers: answers.flatten().collect(),
            }),
        },
    }
}
