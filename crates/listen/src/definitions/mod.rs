//! Surveys as programs make them: the definition as JSON, by API and by command line.
//!
//! The pages of the editor and these doors keep the same draft and publish in the same way.

mod api;
mod history;
pub(crate) mod openapi;
mod publish;
mod put;
mod replay;

use kernel::survey::Survey;
use kernel::{Result, WorkspaceId};
use serde_json::{Value as Json, json};
use store::Store;
use store::entity::survey::Model;

pub use history::published;
pub use publish::{freeze, publish};
pub use put::put;
pub use replay::{Replay, replay};
use ui::http::{Access, Routes};

/// Largest definition as JSON.
pub const DEFINITION_BYTES_MAX: usize = 4 * 1024 * 1024;

pub(crate) fn routes() -> Routes {
    let (read, all) = (Access::Key(store::keys::Scope::Read), Access::Key(store::keys::Scope::All));
    Routes::new()
        .get("/api/v1/surveys", read, api::list)
        .get("/api/v1/surveys/{key}", read, api::show)
        .get("/api/v1/survey.schema.json", Access::Public, api::schema)
        .upload("/api/v1/surveys/{key}/replay", read, DEFINITION_BYTES_MAX, api::replay)
        .upload("/api/v1/surveys/{key}", all, DEFINITION_BYTES_MAX, api::put)
        .post("/api/v1/surveys/{key}/publish", all, api::publish)
}

/// What a list says of a survey.
pub fn brief(row: &Model) -> Result<Json> {
    let survey = in_force(row)?;
    Ok(json!({
        "key": row.key, "title": row.title, "state": row.state, "version": row.version,
        "languages": survey.languages, "questions": survey.questions.len(), "anonymous": survey.anonymous,
        "path": format!("/s/{}", row.link),
    }))
}

/// The published definition; of a survey that never was, its draft.
pub fn in_force(row: &Model) -> Result<Survey> {
    row.published()?.map_or_else(|| row.draft(), Ok)
}

/// A survey of the workspace.
pub async fn find(store: &Store, workspace: WorkspaceId, key: &str) -> Result<Model> {
    store.survey_by_key(workspace, key).await?.ok_or(kernel::Error::NotFound("survey"))
}
