//! `GET /listen`: the surveys of the workspace, or with `?archived=1` those that were put away.

use std::collections::BTreeSet;

use axum::extract::RawQuery;
use kernel::{Locale, Role, Timestamp};
use serde::Serialize;
use store::surveys::OPEN;
use ui::Section;
use ui::http::{Fields, Reply, Viewer};

use crate::surveys::{archive, editing, wordings};

#[derive(Serialize)]
struct View {
    surveys: Vec<Row>,
    may_edit: bool,
    is_admin: bool,
    /// The archive is shown.
    is_archive: bool,
    /// Surveys in the archive.
    archived: usize,
}

/// A survey in the list.
#[derive(Serialize)]
pub struct Row {
    pub id: String,
    pub key: String,
    pub title: String,
    /// `draft`, `open` or `closed`.
    pub state: String,
    pub languages: Vec<Language>,
    pub questions: usize,
    pub updated_at: Timestamp,
    /// Answers may be there: it was published at least once.
    pub has_results: bool,
}

#[derive(Serialize)]
pub struct Language {
    pub tag: String,
    pub name: String,
    /// All wordings are there.
    pub is_whole: bool,
    /// Wordings that are there, in percent, rounded down.
    pub percent: usize,
}

pub async fn list(viewer: Viewer, RawQuery(query): RawQuery) -> Reply {
    let is_archive = Fields::parse(query.unwrap_or_default().as_bytes()).has("archived");
    let archived = archive::archived(viewer.store(), viewer.workspace()).await?;
    let rows = viewer.store().surveys(viewer.workspace()).await?;
    let (away, there): (Vec<_>, Vec<_>) = rows.iter().partition(|row| is_away(row, &archived));
    let shown = if is_archive { &away } else { &there };
    let surveys = shown.iter().map(|one| row(one, viewer.locale)).collect::<kernel::Result<Vec<_>>>()?;
    let view = View {
        surveys,
        may_edit: viewer.role() >= Role::Manager,
        is_admin: viewer.role() >= Role::Admin,
        is_archive,
        archived: away.len(),
    };
    viewer.page("listen/surveys/list.html", Section::Listen, view).await
}

/// An archived survey that somebody opened again is back.
fn is_away(row: &store::entity::survey::Model, archived: &BTreeSet<String>) -> bool {
    row.state != OPEN && archived.contains(&row.id)
}

fn row(row: &store::entity::survey::Model, locale: Locale) -> kernel::Result<Row> {
    let survey = row.draft()?;
    let languages = wordings::completeness(&survey).into_iter().map(|entry| Language {
        name: crate::surveys::editor::own_name(&entry.language),
        tag: entry.language,
        is_whole: entry.done == entry.of,
        percent: entry.done * 100 / entry.of.max(1),
    });
    Ok(Row {
        id: row.id.clone(),
        key: row.key.clone(),
        title: editing::name_in(&survey, &row.key, locale.code()),
        state: row.state.clone(),
        questions: survey.questions.len(),
        languages: languages.collect(),
        updated_at: Timestamp(row.updated_at),
        has_results: row.published.is_some(),
    })
}
