//! Listening: surveys, the pages that respondents see, the API that takes responses, and imports.
//!
//! Owns the making and publishing of surveys, the public doors `/s/…` and `/api/v1/surveys/…/responses`, the tables
//! `drafts`, `survey_versions`, `removed_questions`, `imports`, `survey_access`, `survey_links`, `quota_counts`, `uploads`
//! and `ideas`, and reading files into responses. Refuses to compute anything from answers: what it takes, it appends to the log of `store`, and others derive.

mod access;
pub mod definitions;
mod doors;
mod entity;
mod home;
mod ideas;
pub mod import;
pub mod imports;
mod links;
mod lint;
mod migrations;
mod quotas;
mod respond;
mod responses;
mod surveys;
mod uploads;
mod words;

pub use access::Access;
pub use home::OpenSurveys;
pub use migrations::migrations;
pub use respond::{KEPT_MICROS, forget};
pub use responses::openapi::openapi;

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("listen");

/// All routes of this slice.
pub fn routes() -> ui::http::Routes {
    surveys::routes()
        .merge(imports::routes())
        .merge(respond::routes())
        .merge(responses::routes())
        .merge(definitions::routes())
        .merge(access::routes())
        .merge(links::routes())
        .merge(ideas::routes())
        .merge(uploads::routes())
        .extension(doors::Doors::default())
}

/// Deletes drafts and uploaded files that nobody needs any more; returns how many. To be run every hour.
pub async fn prune(store: &store::Store, now: kernel::Timestamp) -> kernel::Result<u64> {
    Ok(respond::prune(store, now).await? + imports::prune(store, now).await? + uploads::prune(store, now).await?)
}
