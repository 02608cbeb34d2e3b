//! The description of the calls that make and read definitions.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::responses::openapi::Refused;

pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(
    paths(list, show, put, publish, replay, schema),
    components(schemas(Brief, Published, Situation, Way, Step, Fired))
)]
struct Description;

/// A survey in a list.
#[derive(Serialize, ToSchema)]
struct Brief {
    key: String,
    title: String,
    /// `draft`, `open` or `closed`.
    state: String,
    /// Of the definition in force; 0: never published.
    version: i32,
    /// BCP 47 tags; the first is what others fall back on.
    languages: Vec<String>,
    /// How many, hidden and calculated ones included.
    questions: usize,
    anonymous: bool,
    /// Of the public page, without the server's address.
    #[schema(example = "/s/bxbsgxpdzmwgpzfjb4twsagb7bnm3x62")]
    path: String,
}

/// The version that respondents see from now on.
#[derive(Serialize, ToSchema)]
struct Published {
    key: String,
    version: i32,
    path: String,
}

/// What a response would say and be. Everything may be left out.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"answers": {"nps": 3}, "attributes": {"plan": "gold"}, "language": "fa", "full": ["gold"]}))]
#[serde(deny_unknown_fields)]
struct Situation {
    /// Value by key of the question, in the same shapes as in responses; in loops the key has the option in brackets.
    #[schema(value_type = Object)]
    answers: BTreeMap<String, serde_json::Value>,
    #[schema(value_type = Object)]
    attributes: BTreeMap<String, serde_json::Value>,
    language: String,
    /// `link`, if left out.
    channel: String,
    touchpoint: Option<String>,
    /// What shuffled parts are ordered by.
    seed: u64,
    /// Keys of quotas that are full.
    full: Vec<String>,
}

/// The way through the survey, as far as the answers tell.
#[derive(Serialize, ToSchema)]
struct Way {
    steps: Vec<Step>,
    /// `end`, `ending:KEY` or `quota:KEY`.
    end: String,
    /// What would be kept: answers that were reached, with hidden and calculated values, in the survey's order.
    #[schema(value_type = Vec<Object>)]
    answers: Vec<serde_json::Value>,
    fired: Vec<Fired>,
}

/// A page that is gone through.
#[derive(Serialize, ToSchema)]
struct Step {
    /// `block.3`, in loops `block.3.item`; pages count from 1 within their block.
    id: String,
    /// Keys of answers, in the order shown.
    asked: Vec<String>,
    /// The first question whose answer is missing or does not fit: a respondent would be kept on this page.
    missing: Option<String>,
}

/// A condition that decided something.
#[derive(Serialize, ToSchema)]
struct Fired {
    /// e.g. `blocks.food.pages.1.then.1`, `questions.why`, `quotas.gold`.
    field: String,
    /// Key of the option that a loop repeats for.
    item: Option<String>,
    /// Null where it is unknown.
    truth: Option<bool>,
    /// `shown`, `hidden`, `stayed`, `full`, or `{"went": "block:KEY"}`.
    #[schema(value_type = Object)]
    effect: serde_json::Value,
}

/// List surveys
#[utoipa::path(
    get,
    path = "/api/v1/surveys",
    tag = "surveys",
    responses(
        (status = 200, body = Vec<Brief>, description = "All surveys of the workspace"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not read"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::list`, whose arguments utoipa cannot read")]
fn list() {}

/// The definition in force; of a survey that was never published, its draft
#[utoipa::path(
    get,
    path = "/api/v1/surveys/{key}",
    tag = "surveys",
    params(("key" = String, Path, description = "Key of a survey")),
    responses(
        (status = 200, body = Object, description = "As `/api/v1/survey.schema.json` says"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not read"),
        (status = 404, body = Refused, description = "No such survey"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::show`, whose arguments utoipa cannot read")]
fn show() {}

/// Keep a definition as the draft; the survey is made where it is missing
///
/// Respondents see no change before it is published.
#[utoipa::path(
    post,
    path = "/api/v1/surveys/{key}",
    tag = "surveys",
    params(("key" = String, Path, description = "Key of the survey: lower-case letters, digits and `_`")),
    request_body(content = Object, description = "As `/api/v1/survey.schema.json` says"),
    responses(
        (status = 200, body = Brief, description = "The draft was replaced"),
        (status = 201, body = Brief, description = "The survey is new"),
        (status = 400, body = Refused, description = "`bad_json`, with line and column"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not do everything"),
        (status = 413, body = Refused, description = "More than 4 MiB"),
        (status = 422, body = Refused, description = "`bad_definition`, or a fault that is never kept; `field` is its path"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::put`, whose arguments utoipa cannot read")]
fn put() {}

/// Freeze the draft as the next version and open the survey
///
/// Where nothing changed and the survey is open, no version is made.
#[utoipa::path(
    post,
    path = "/api/v1/surveys/{key}/publish",
    tag = "surveys",
    params(("key" = String, Path, description = "Key of a survey")),
    responses(
        (status = 200, body = Published, description = "Open, with this version"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not do everything"),
        (status = 404, body = Refused, description = "No such survey"),
        (status = 422, body = Refused, description = "The first fault that keeps it from being published"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::publish`, whose arguments utoipa cannot read")]
fn publish() {}

/// Tell which way answers lead through the definition in force, and why
///
/// Nothing is kept. Respondents are led by the same rule.
#[utoipa::path(
    post,
    path = "/api/v1/surveys/{key}/replay",
    tag = "surveys",
    params(("key" = String, Path, description = "Key of a survey")),
    request_body = Situation,
    responses(
        (status = 200, body = Way, description = "The way"),
        (status = 400, body = Refused, description = "`bad_json`, with line and column"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not read"),
        (status = 404, body = Refused, description = "No such survey"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::replay`, whose arguments utoipa cannot read")]
fn replay() {}

/// The JSON Schema of a definition
#[utoipa::path(
    get,
    path = "/api/v1/survey.schema.json",
    tag = "surveys",
    responses((status = 200, body = Object, description = "Draft 2020-12; open to everybody"))
)]
#[expect(dead_code, reason = "carries the description of `api::schema`")]
fn schema() {}

#[cfg(test)]
mod tests {
    use crate::responses::openapi::openapi;

    #[test]
    fn every_call_is_described_once_and_names_schemas_that_are_there() {
        let json = serde_json::to_value(openapi()).expect("it is JSON");
        for (path, method) in [
            ("/api/v1/surveys", "get"),
            ("/api/v1/surveys/{key}", "get"),
            ("/api/v1/surveys/{key}", "post"),
            ("/api/v1/surveys/{key}/publish", "post"),
            ("/api/v1/surveys/{key}/replay", "post"),
            ("/api/v1/surveys/{key}/links", "post"),
            ("/api/v1/surveys/{key}/responses", "post"),
            ("/api/v1/survey.schema.json", "get"),
        ] {
            assert!(json["paths"][path][method]["responses"]["200"].is_object() || path.ends_with("links"), "{path}");
        }
        let text = json.to_string();
        for name in text.split("#/components/schemas/").skip(1) {
            let name = name.split('"').next().unwrap_or_default();
            assert!(json["components"]["schemas"][name].is_object(), "{name} is not described");
        }
        assert_eq!(json["components"]["securitySchemes"]["key"]["scheme"], "bearer");
    }
}
