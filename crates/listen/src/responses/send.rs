//! Takes responses from a program: read, append, and answer when they are on disk.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response as Answered};
use kernel::signal::{Body, Response, Signal, State, What};
use kernel::{Error, Locale, Refusal, Timestamp, id};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use store::{Appended, Entry};
use ui::http::{Failure, Reply, api_locale};

use crate::doors::Live;
use crate::responses::ITEMS_MAX;
use crate::responses::incoming::{self, Incoming};
use crate::responses::sender::Sending;

/// One response, or an array of at most [`ITEMS_MAX`].
///
/// # Errors
/// `bad_json` with line and column; `not_found` for a survey of another workspace or none; `survey_closed`; those of
/// [`incoming::read`]. Of an array, each item answers for itself.
pub async fn send(sending: Sending, Path(key): Path<String>, headers: HeaderMap, body: Bytes) -> Reply {
    let store = &sending.web.store;
    let live = sending.doors.by_key(store, sending.workspace, &key).await?.ok_or(Error::NotFound("survey"))?;
    if !live.is_open {
        return Err(Refusal::new("survey_closed").with("survey", live.key.clone()).into());
    }
    match parse(&body)? {
        Json::Array(items) => many(&sending, &live, &items, api_locale(&headers)).await,
        one => single(&sending, &live, &one).await,
    }
}

fn parse(body: &[u8]) -> Result<Json, Refusal> {
    serde_json::from_slice(body).map_err(|error| {
        Refusal::new("bad_json")
            .at(format!("{}:{}", error.line(), error.column()))
            .with("line", error.line().to_string())
            .with("column", error.column().to_string())
    })
}

async fn single(sending: &Sending, live: &Live, json: &Json) -> Reply {
    let (id, entry) = entry(sending, live, json)?;
    let outcomes = sending.web.store.append(vec![entry]).await?;
    let duplicate = outcomes.first() == Some(&Appended::Duplicate);
    let status = if duplicate { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, axum::Json(json!({ "id": id, "duplicate": duplicate }))).into_response())
}

async fn many(sending: &Sending, live: &Live, items: &[Json], locale: Locale) -> Reply {
    if items.len() > ITEMS_MAX {
        return Err(Refusal::new("too_many").with("max", ITEMS_MAX.to_string()).into());
    }
    let mut read = Vec::with_capacity(items.len());
    let mut entries = Vec::with_capacity(items.len());
    for item in items {
        read.push(match entry(sending, live, item) {
            Ok((id, entry)) => {
                entries.push(entry);
                Ok(id)
            }
            Err(refusal) => Err(refusal),
        });
    }
    let outcomes = if entries.is_empty() { vec![] } else { sending.web.store.append(entries).await? };
    let mut outcomes = outcomes.into_iter();
    let results: Vec<Json> = read
        .into_iter()
        .map(|item| match item {
            Ok(id) => {
                let duplicate = outcomes.next() == Some(Appended::Duplicate);
                let status = if duplicate { StatusCode::OK } else { StatusCode::CREATED };
                json!({ "id": id, "status": status.as_u16(), "duplicate": duplicate })
            }
            Err(refusal) => refused(sending, refusal, locale),
        })
        .collect();
    Ok(axum::Json(results).into_response() as Answered)
}

fn refused(sending: &Sending, refusal: Refusal, locale: Locale) -> Json {
    let failure = Failure::from(Error::Refused(refusal));
    let mut result = failure.json(&sending.web, locale);
    result["status"] = json!(failure.status().as_u16());
    result
}

/// The log's entry for one response, with the id that it will be known by.
fn entry(sending: &Sending, live: &Live, json: &Json) -> Result<(String, Entry), Refusal> {
    let env = sending.web.env();
    let now = env.now();
    let incoming = incoming::read(json, &live.survey, now)?;
    let id = match &incoming.id {
        // In an anonymous survey, the caller's id could lead back to a person: only its hash is kept.
        Some(id) if live.survey.anonymous => hashed(live, id),
        Some(id) => id.clone(),
        None => id::base32(&env.bytes::<20>()),
    };
    let signal = signal(live, incoming, id.clone(), now);
    // Writing plain strings and numbers as JSON cannot fail; if it did, the response is refused rather than lost.
    let entry = Entry::new(live.workspace, signal).map_err(|_| Refusal::new("wrong_type").with("kind", "object"))?;
    Ok((id, if live.survey.anonymous { entry.received_at(live.blurred(now)) } else { entry }))
}

fn signal(live: &Live, incoming: Incoming, id: String, now: Timestamp) -> Signal {
    let occurred_at = live.blurred(incoming.occurred_at.unwrap_or(now));
    let state = if incoming.is_partial { State::Partial } else { State::Complete };
    Signal {
        source: format!("api:{}", live.key),
        source_id: id,
        occurred_at,
        channel: incoming.channel.unwrap_or_else(|| "api".into()),
        touchpoint: incoming.touchpoint,
        contact: incoming.contact,
        language: incoming.language,
        import: None,
        body: Body {
            attributes: incoming.attributes,
            what: What::Response(Response {
                survey: live.key.clone(),
                state,
                started_at: occurred_at,
                completed_at: (state == State::Complete).then_some(occurred_at),
                answers: incoming.answers,
                course: None,
            }),
        },
    }
}

fn hashed(live: &Live, id: &str) -> String {
    let hash = Sha256::new().chain_update(live.id.as_str()).chain_update([0]).chain_update(id).finalize();
    id::base32(&hash[..20])
}
