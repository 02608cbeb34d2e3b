//! Which way answers lead through a survey: the same rule that respondents meet, told step by step.

use std::collections::BTreeSet;

use kernel::attribute::Attributes;
use kernel::flow::{self, End, Given, Situation};
use kernel::survey::Survey;
use kernel::{Refusal, Result};
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// What a response says and is, apart from its survey.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Replay {
    /// Values by key of the question, in loops with the item in brackets.
    pub answers: Given,
    pub attributes: Attributes,
    pub language: String,
    pub channel: String,
    pub touchpoint: Option<String>,
    /// What shuffled parts are ordered by.
    pub seed: u64,
    /// Keys of quotas that are full.
    pub full: BTreeSet<String>,
}

impl Replay {
    /// # Errors
    /// `bad_json` with line and column.
    pub fn read(json: &[u8]) -> Result<Self> {
        serde_json::from_slice(json).map_err(|error| {
            Refusal::new("bad_json")
                .at(format!("{}:{}", error.line(), error.column()))
                .with("line", error.line().to_string())
                .with("column", error.column().to_string())
                .into()
        })
    }
}

/// `{steps: [{id, asked: [..], missing?}], end, answers: [..], fired: [..]}`
pub fn replay(survey: &Survey, replay: &Replay) -> Json {
    let situation = Situation {
        survey,
        given: &replay.answers,
        attributes: &replay.attributes,
        language: survey.language(&replay.language),
        channel: if replay.channel.is_empty() { "link" } else { &replay.channel },
        touchpoint: replay.touchpoint.as_deref(),
        seed: replay.seed,
        full: &replay.full,
    };
    let walk = flow::walk(&situation);
    let missing = walk.missing(&replay.answers);
    let steps: Vec<Json> = walk
        .steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let keys: Vec<&str> = step.asked.iter().map(|asked| asked.key.as_str()).collect();
            match missing.as_ref().filter(|(at, _)| *at == place) {
                Some((_, refusal)) => json!({ "id": step.id, "asked": keys, "missing": refusal.field }),
                None => json!({ "id": step.id, "asked": keys }),
            }
        })
        .collect();
    let end = match &walk.end {
        End::Usual => "end".to_owned(),
        End::Ending(ending) => format!("ending:{}", ending.key),
        End::Quota(quota) => format!("quota:{}", quota.key),
    };
    let fired: Vec<Json> = walk.fired.iter().map(|fired| json!(fired)).collect();
    json!({ "steps": steps, "end": end, "answers": walk.answers(&replay.answers), "fired": fired })
}
