//! Listening: surveys, the pages that respondents see, the API that takes responses, and imports.
//!
//! Owns the making and publishing of surveys, the public doors `/s/…` and `/api/v1/surveys/…/responses`, the tables
//! `drafts`, `survey_versions` and `removed_questions`, and reading files into responses. Refuses to compute anything
//! from answers: what it takes, it appends to the log of `store`, and others derive.

mod doors;
mod entity;
mod home;
pub mod import;
mod migrations;
mod respond;
mod responses;
mod surveys;
mod words;

pub use home::OpenSurveys;
pub use migrations::migrations;
pub use respond::{KEPT_MICROS, prune};
pub use responses::openapi::openapi;

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("listen");

/// All routes of this slice.
pub fn routes() -> ui::http::Routes {
    surveys::routes().merge(respond::routes()).merge(responses::routes()).extension(doors::Doors::default())
}
