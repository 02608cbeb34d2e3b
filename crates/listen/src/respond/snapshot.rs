//! The answers given so far, as one revision of the response.

use kernel::signal::{Answer, Body, Course, Response, Signal, State, What};
use kernel::{Result, Timestamp};
use sha2::{Digest, Sha256};
use store::Entry;

use crate::doors::Live;
use crate::respond::draft::Draft;

/// What shuffled blocks, questions and options of a response are ordered by.
pub fn seed(id: &str) -> u64 {
    let hash = Sha256::new().chain_update("seed").chain_update(id).finalize();
    hash[..8].iter().fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}

/// A full revision. It occurs when the response began, so that a later page does not move it to another day; of an
/// anonymous response nothing says more than the day.
pub fn entry(live: &Live, id: &str, draft: &Draft, answers: Vec<Answer>, now: Timestamp) -> Result<Entry> {
    let response = Response {
        survey: live.key.clone(),
        state: if draft.completed_at.is_some() { State::Complete } else { State::Partial },
        started_at: draft.started_at,
        completed_at: draft.completed_at,
        answers,
        course: Some(Course {
            version: draft.version,
            seed: seed(id),
            step: draft.step.clone(),
            ending: draft.ending.clone(),
            seconds: draft.seconds.clone(),
        }),
    };
    let signal = Signal {
        source: source(live),
        source_id: id.to_owned(),
        occurred_at: draft.started_at,
        channel: draft.origin.channel.clone(),
        touchpoint: draft.origin.touchpoint.clone(),
        contact: draft.contact.clone(),
        language: Some(draft.language.to_ascii_lowercase()),
        import: None,
        body: Body { attributes: draft.origin.attributes.clone(), what: What::Response(response) },
    };
    let entry = Entry::revision(live.workspace, signal)?;
    Ok(if live.survey.anonymous { entry.received_at(now) } else { entry })
}

/// The source of responses through the link.
pub fn source(live: &Live) -> String {
    format!("link:{}", live.key)
}
