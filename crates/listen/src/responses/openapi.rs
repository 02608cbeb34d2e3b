//! The description of this slice's API.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi, ToSchema};

/// The paths and schemas of this slice, to be merged with those of the others.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut all = Description::openapi();
    all.merge(crate::definitions::openapi::openapi());
    all
}

#[derive(OpenApi)]
#[openapi(
    paths(send_responses, make_links),
    components(schemas(NewResponse, Contact, Scalar, Kept, Refused, Item, NewLink, Link)),
    modifiers(&Keys)
)]
struct Description;

/// Calls carry a key of the workspace as a bearer token.
struct Keys;

impl Modify for Keys {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        openapi.components.get_or_insert_default().add_security_scheme("key", bearer);
    }
}

/// One person's answers to one survey.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": "till-4711",
    "answers": {"nps": 9, "why": "Warm bread, quick table"},
    "contact": "customer-17",
    "attributes": {"branch": "Soho", "visits": 3},
    "language": "en",
    "channel": "email",
    "touchpoint": "dine-in",
    "occurred_at": "2026-11-22T09:30:00Z"
}))]
#[serde(deny_unknown_fields)]
struct NewResponse {
    /// Made by the client: the same id twice counts once. Becomes `responses.id`; without one, we make it.
    #[schema(max_length = 200)]
    id: Option<String>,
    /// Value by key of the question: a number for scores and numbers, an option's key for a choice, an array of them
    /// for choices and rankings (best first), an object by row for a matrix, by option for points, by line for a
    /// contact form, `{best, worst}` for best-worst, a text for all else. An option that asks for words takes
    /// `{choice, other}` or `{choices, other}`. In loops the key has the option in brackets: `taste[burger]`. Null is
    /// no answer; `{"na": true}` is "not applicable". Files and votes for ideas come through our own pages only.
    #[schema(value_type = Object)]
    answers: BTreeMap<String, serde_json::Value>,
    contact: Option<Contact>,
    /// What was known at that moment, e.g. plan, branch, agent.
    attributes: Option<BTreeMap<String, Scalar>>,
    /// BCP 47 tag.
    #[schema(example = "fa")]
    language: Option<String>,
    /// link, email, sms, web, qr, kiosk, api (the default), import, review or helpdesk.
    channel: Option<String>,
    #[schema(max_length = 200)]
    touchpoint: Option<String>,
    /// RFC 3339 with a zone; now, if left out.
    #[schema(format = "date-time")]
    occurred_at: Option<String>,
    /// `complete` (the default) or `partial`.
    state: Option<String>,
}

/// The customer in the caller's system, by id or e-mail address.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only described, never made")]
enum Contact {
    Key(String),
    Named { id: Option<String>, email: Option<String> },
}

#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only described, never made")]
enum Scalar {
    Flag(bool),
    Number(f64),
    Text(String),
}

/// The response is on disk.
#[derive(Serialize, ToSchema)]
struct Kept {
    id: String,
    /// The same id was there before; nothing changed.
    duplicate: bool,
}

/// What is wrong, and where.
#[derive(Serialize, ToSchema)]
pub(crate) struct Refused {
    /// Stable, e.g. `unknown_question`.
    code: String,
    /// For people, in the language of `Accept-Language`.
    message: String,
    /// e.g. `answers.nps`.
    field: Option<String>,
}

/// The result of one item of an array.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only described, never made")]
enum Item {
    Kept { id: String, status: u16, duplicate: bool },
    Refused { status: u16, code: String, message: String, field: Option<String> },
}

/// One person to make a personal link for.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"contact": "sara@example.com", "attributes": {"plan": "gold"}, "language": "fa", "expires_at": "2026-12-31T23:00:00Z"}))]
#[serde(deny_unknown_fields)]
struct NewLink {
    /// Id or e-mail address of the customer in the caller's system. Frozen on the response, unless the survey is
    /// anonymous: then the link only opens the door.
    #[schema(max_length = 200)]
    contact: Option<String>,
    attributes: Option<BTreeMap<String, Scalar>>,
    /// BCP 47 tag: the language that the page begins in.
    language: Option<String>,
    /// RFC 3339 with a zone, or a day, which counts to its end in UTC; never, if left out.
    expires_at: Option<String>,
}

/// A personal link. It is shown now and never again.
#[derive(Serialize, ToSchema)]
struct Link {
    url: String,
    contact: Option<String>,
    expires_at: Option<String>,
}

/// Make personal links, at most 10,000 at once
///
/// Each opens the survey for one person, once. All are made or none; they come back in the order of the request.
#[utoipa::path(
    post,
    path = "/api/v1/surveys/{key}/links",
    tag = "responses",
    params(("key" = String, Path, description = "Key of a survey")),
    request_body = Vec<NewLink>,
    responses(
        (status = 201, body = Vec<Link>, description = "Made"),
        (status = 400, body = Refused, description = "`bad_json`, with line and column"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not do everything"),
        (status = 404, body = Refused, description = "No such survey"),
        (status = 422, body = Refused, description = "An item does not fit; `field` begins with its place from 0"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `links::api::make`, whose arguments utoipa cannot read")]
fn make_links() {}

/// Send one response, or an array of at most 1,000
///
/// 201 and 200 mean that it is on disk and will show exactly once in every number and export. An array answers 200
/// with one result per item, in order.
#[utoipa::path(
    post,
    path = "/api/v1/surveys/{key}/responses",
    tag = "responses",
    params(("key" = String, Path, description = "Key of an open survey")),
    request_body = NewResponse,
    responses(
        (status = 200, body = Kept, description = "A replay: it was there before. For arrays: one Item each"),
        (status = 201, body = Kept, description = "Kept"),
        (status = 400, body = Refused, description = "`bad_json`, with line and column"),
        (status = 401, body = Refused, description = "No key, or one that was revoked"),
        (status = 403, body = Refused, description = "The key may not send responses"),
        (status = 404, body = Refused, description = "No such survey"),
        (status = 409, body = Refused, description = "`survey_closed`"),
        (status = 413, body = Refused, description = "More than 5 MB"),
        (status = 422, body = Refused, description = "A field does not fit; `field` names it"),
        (status = 507, body = Refused, description = "The disk is full; nothing was written"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `send`, whose arguments utoipa cannot read")]
fn send_responses() {}

#[cfg(test)]
mod tests {
    #[test]
    fn the_call_is_described_with_its_example() {
        let json = serde_json::to_value(super::openapi()).expect("it is JSON");
        let call = &json["paths"]["/api/v1/surveys/{key}/responses"]["post"];
        assert_eq!(call["responses"]["409"]["description"], "`survey_closed`");
        assert_eq!(json["components"]["schemas"]["NewResponse"]["example"]["answers"]["nps"], 9);
    }
}
