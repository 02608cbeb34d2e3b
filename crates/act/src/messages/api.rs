//! `POST /api/v1/mail`: a mail server brings a mail as it came (`message/rfc822`), e.g. with a pipe or a forwarding service.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Extension;
use axum::response::IntoResponse as _;
use kernel::Refusal;
use serde_json::json;
use ui::http::{Carrier, Reply};

use super::Desk;
use super::inbound::imap::read;
use super::inbound::receive;

/// Answers `{"became": "threaded"}`, or `loose`, `report`, `held`, `known`. With 2xx the mail is kept.
pub async fn take(carrier: Carrier, Extension(desk): Extension<Desk>, raw: Bytes) -> Reply {
    if raw.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::new("no_mail").into());
    }
    let workspace = carrier.workspace();
    let parsed = read(raw.to_vec()).await;
    let became = receive(carrier.store(), Some(workspace), workspace, parsed, &*desk.inbox).await?;
    Ok(Json(json!({ "became": became })).into_response())
}
