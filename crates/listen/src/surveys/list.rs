//! `GET /listen`: all surveys of the workspace.

use kernel::{Locale, Role, Timestamp};
use serde::Serialize;
use ui::Section;
use ui::http::{Reply, Viewer};

use crate::surveys::editing;

#[derive(Serialize)]
struct View {
    surveys: Vec<Row>,
    may_edit: bool,
}

/// A survey in the list.
#[derive(Serialize)]
pub struct Row {
    pub id: String,
    pub key: String,
    pub title: String,
    /// `draft`, `open` or `closed`.
    pub state: String,
    pub languages: Vec<String>,
    pub questions: usize,
    pub updated_at: Timestamp,
    /// Answers may be there: it was published at least once.
    pub has_results: bool,
}

pub async fn list(viewer: Viewer) -> Reply {
    let rows = viewer.store().surveys(viewer.workspace()).await?;
    let surveys = rows.iter().map(|one| row(one, viewer.locale)).collect::<kernel::Result<Vec<_>>>()?;
    let view = View { surveys, may_edit: viewer.role() >= Role::Manager };
    viewer.page("listen/surveys/list.html", Section::Listen, view).await
}

fn row(row: &store::entity::survey::Model, locale: Locale) -> kernel::Result<Row> {
    let survey = row.draft()?;
    Ok(Row {
        id: row.id.clone(),
        key: row.key.clone(),
        title: editing::name_in(&survey, &row.key, locale.code()),
        state: row.state.clone(),
        questions: survey.questions.len(),
        languages: survey.languages,
        updated_at: Timestamp(row.updated_at),
        has_results: row.published.is_some(),
    })
}
