//! The description of the calls of messages, to be merged with those of the others.

use kernel::consent::Purpose;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(paths(mail, consents), components(schemas(MailTaken, Consent, ConsentsNoted)))]
struct Description;

#[derive(Serialize, ToSchema)]
struct MailTaken {
    /// `threaded`, `loose`, `report`, `held` or `known`.
    became: String,
}

/// What a contact agrees to, or no longer does.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"contact": "sara@example.com", "purpose": "follow_up", "given": true, "how": "newsletter form"}))]
struct Consent {
    /// The contact's id or e-mail in your system.
    contact: String,
    /// `service` or `follow_up`.
    #[schema(value_type = String)]
    purpose: Purpose,
    given: bool,
    /// How it is known; shown to members, at most 200 characters.
    how: Option<String>,
    /// When they said it, RFC 3339; now, where it is left out. What was said later stays.
    at: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct ConsentsNoted {
    noted: usize,
}

/// Bring a mail that came in, as it came
#[utoipa::path(
    post,
    path = "/api/v1/mail",
    tag = "messages",
    request_body(content = String, content_type = "message/rfc822"),
    responses(
        (status = 200, body = MailTaken, description = "It is kept. Bringing it again changes nothing"),
        (status = 401, description = "No key, or one that was revoked"),
        (status = 403, description = "The key may not bring mails"),
        (status = 413, description = "More than 32 MiB"),
        (status = 422, description = "`no_mail`"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `api::take`, whose arguments utoipa cannot read")]
fn mail() {}

/// Say what contacts agree to, at most 10,000 at once
#[utoipa::path(
    post,
    path = "/api/v1/consents",
    tag = "messages",
    request_body = Vec<Consent>,
    responses(
        (status = 200, body = ConsentsNoted, description = "All are noted"),
        (status = 400, description = "`bad_json`, with line and column"),
        (status = 401, description = "No key, or one that was revoked"),
        (status = 403, description = "The key may not change anything"),
        (status = 422, description = "`bad_consent`, `required`, `too_long` or `too_many`; `field` names it. None is noted"),
    ),
    security(("key" = []))
)]
#[expect(dead_code, reason = "carries the description of `consents::take`, whose arguments utoipa cannot read")]
fn consents() {}
