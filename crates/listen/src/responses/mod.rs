//! Answers that other programs send: `POST /api/v1/surveys/{key}/responses`.

mod incoming;
pub mod openapi;
mod send;
mod sender;

use ui::http::{Access, Routes};

/// Most responses of one request.
pub const ITEMS_MAX: usize = 1_000;
/// Largest body of a request.
pub const BODY_BYTES_MAX: usize = 5 * 1024 * 1024;

pub(crate) fn routes() -> Routes {
    Routes::new().upload(
        "/api/v1/surveys/{key}/responses",
        Access::Key(store::keys::Scope::Responses),
        BODY_BYTES_MAX,
        send::send,
    )
}
