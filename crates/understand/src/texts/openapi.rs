//! The description of the call that reads texts, to be merged with those of the others.

use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(paths(read), components(schemas(TextToRead, TextReading, TextPart, TextReason)))]
struct Description;

/// A text whose language and sentiment are asked for.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"text": "The food was cold but the staff were lovely.", "language": "en"}))]
struct TextToRead {
    /// Any string or number; it comes back.
    #[schema(value_type = Option<String>)]
    id: Option<String>,
    text: String,
    /// The language that it is probably in: short texts follow it unless they say otherwise.
    language: Option<String>,
}

/// What a text says. Offsets count code points of the text.
#[derive(Serialize, ToSchema)]
struct TextReading {
    #[schema(value_type = Option<String>)]
    id: Option<String>,
    /// A language code, or `und`.
    language: String,
    /// `neg`, `neu` or `pos`, the most probable; null where the language is not one that is read.
    sentiment: Option<String>,
    /// From -1 to 1: calibrated probability of positive less that of negative.
    score: Option<f64>,
    /// The labels that hold the truth in nine texts of ten; more than one: mixed or unclear.
    set: Vec<String>,
    /// The transformer that judged the whole text, where the server has one; `score` and `set` are then not calibrated,
    /// and `sentences` and `because` are of the reader that ships. Left out elsewhere.
    by: Option<String>,
    sentences: Vec<TextPart>,
    /// Words that counted, heaviest first.
    because: Vec<TextReason>,
}

/// A sentence; its clauses have the same form.
#[derive(Serialize, ToSchema)]
struct TextPart {
    start: usize,
    /// One past the last.
    end: usize,
    sentiment: String,
    score: f64,
    /// Where there is more than one.
    #[schema(value_type = Vec<Object>)]
    clauses: Vec<serde_json::Value>,
}

#[derive(Serialize, ToSchema)]
struct TextReason {
    text: String,
    start: usize,
    end: usize,
    /// Above 0 towards positive, below 0 towards negative.
    weight: f64,
}

/// Read a text, or an array of at most 1,000: language, sentiment and why
///
/// Nothing is kept. An array answers 200 with one result per item, in order; an item that does not fit is
/// `{code, message, field, status}`.
#[utoipa::path(
    post,
    path = "/api/v1/text",
    tag = "texts",
    request_body = TextToRead,
    responses(
        (status = 200, body = TextReading, description = "For arrays: one each"),
        (status = 400, description = "`bad_json`, with line and column"),
        (status = 401, description = "No key, or one that was revoked"),
        (status = 403, description = "The key may not read"),
        (status = 413, description = "More than 8 MiB"),
        (status = 422, description = "`required`, `not_a_text` or `too_many_texts`; `field` names it"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::read`, whose arguments utoipa cannot read")]
fn read() {}

#[cfg(test)]
mod tests {
    #[test]
    fn the_call_and_its_schemas_are_described() {
        let json = serde_json::to_value(super::openapi()).expect("it is JSON");
        assert!(json["paths"]["/api/v1/text"]["post"]["responses"]["422"].is_object());
        for name in json.to_string().split("#/components/schemas/").skip(1) {
            let name = name.split('"').next().unwrap_or_default();
            assert!(json["components"]["schemas"][name].is_object(), "{name} is not described");
        }
    }
}
