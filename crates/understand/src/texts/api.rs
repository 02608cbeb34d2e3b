//! `POST /api/v1/text`: the reading of a text, as `nabz text` and the pages give it. Nothing is kept.

use std::sync::Arc;

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::IntoResponse as _;
use kernel::{Error, Refusal};
use lake::Judge;
use serde::Serialize;
use serde_json::{Value as Json, json};
use text::Reading;
use ui::http::{Failure, Reader, Reply, api_locale};

use crate::subject::Ground;
use crate::topics::{Sense, Sought};

/// Texts in one call.
pub const TEXTS_MAX: usize = 1_000;
/// Size of a call.
pub const BYTES_MAX: usize = 8 << 20;

/// `{id?, text, language?, topics?}`, or an array of them.
struct Asked {
    id: Option<Json>,
    text: String,
    prior: Option<String>,
    sought: Option<Arc<Sought>>,
}

/// What is answered, in the order in which `nabz text` writes it.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Read {
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<Json>,
        #[serde(flatten)]
        reading: Reading,
        #[serde(flatten)]
        sense: Option<Sense>,
    },
    Refused(Json),
}

/// One object, or an array of at most [`TEXTS_MAX`].
///
/// # Errors
/// `bad_json` with line and column; `required` and `not_a_text` with the field; `no_topic_set`; `too_many_texts`. Of an array, each item
/// answers for itself.
pub async fn read(reader: Reader, ground: Ground, headers: HeaderMap, body: Bytes) -> Reply {
    let parsed: Json = serde_json::from_slice(&body).map_err(|error| {
        Refusal::new("bad_json")
            .at(format!("{}:{}", error.line(), error.column()))
            .with("line", error.line().to_string())
            .with("column", error.column().to_string())
    })?;
    let judge = ground.0.reader(reader.workspace());
    let Json::Array(items) = parsed else {
        let asked = asked(parsed)?;
        let answer = apart(move || answer(&*judge, asked)).await?;
        return Ok(axum::Json(answer).into_response());
    };
    if items.len() > TEXTS_MAX {
        return Err(Refusal::new("too_many_texts").with("max", TEXTS_MAX.to_string()).into());
    }
    let locale = api_locale(&headers);
    let asked: Vec<Result<Asked, Json>> = items
        .into_iter()
        .map(|item| {
            asked(item).map_err(|refusal| {
                let failure = Failure::from(Error::Refused(refusal));
                let mut told = failure.json(&reader.web, locale);
                told["status"] = json!(failure.status().as_u16());
                told
            })
        })
        .collect();
    let one = move |item: Result<Asked, Json>| item.map_or_else(Answer::Refused, |asked| answer(&*judge, asked));
    let answers: Vec<Answer> = apart(move || asked.into_iter().map(one).collect()).await?;
    Ok(axum::Json(answers).into_response())
}

/// Long texts would keep other requests waiting.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)
}

fn asked(item: Json) -> Result<Asked, Refusal> {
    let Json::Object(mut fields) = item else { return Err(Refusal::new("not_a_text").at("text")) };
    let mut text = |name: &str| match fields.remove(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refusal::new("not_a_text").at(name)),
    };
    let said = text("text")?.ok_or_else(|| Refusal::new("required").at("text"))?;
    let prior = text("language")?.as_deref().and_then(lake::prior);
    let sought = match fields.remove("topics") {
        None | Some(Json::Null) => None,
        Some(names) => {
            let names = serde_json::from_value::<Vec<String>>(names);
            Some(Sought::of(&names.map_err(|_| Refusal::new("no_topic_sets").at("topics"))?)?)
        }
    };
    Ok(Asked { id: fields.remove("id").filter(|id| !id.is_null()), text: said, prior, sought })
}

fn answer(judge: &dyn Judge, Asked { id, text, prior, sought }: Asked) -> Answer {
    let reading = judge.read(&text, prior.as_deref());
    let sense = sought.map(|sought| Sense::of(&mut sought.finder(), &text, &reading, &judge.words()));
    Answer::Read { id, reading, sense }
}
