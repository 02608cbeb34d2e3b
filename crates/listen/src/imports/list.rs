//! The imports of a workspace, newest first.

use std::collections::HashMap;

use axum::extract::Query;
use kernel::{Result, Role, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use store::{Check, Store};
use ui::Section;
use ui::http::{Reply, Viewer, encode};

use crate::entity::import::{Column, Entity};
use crate::imports::record::{Import, State};

/// Imports on one page.
const PAGE: u64 = 50;

/// Imports before the one of that id, newest first.
pub async fn list(store: &Store, workspace: WorkspaceId, before: Option<&str>, limit: u64) -> Result<Vec<Import>> {
    let mut query = Entity::find().filter(Column::WorkspaceId.eq(workspace.0));
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    let rows = query.order_by_desc(Column::Id).limit(limit).all(store.reads()).await.check()?;
    let now = store.env().now();
    Ok(rows.into_iter().map(|row| Import::of(row, now)).collect())
}

#[derive(Deserialize)]
pub(super) struct Asked {
    before: Option<String>,
}

#[derive(Serialize)]
struct View {
    imports: Vec<Row>,
    older: Option<String>,
    newest: Option<&'static str>,
    may_edit: bool,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    of: Import,
    /// Title of the survey; its name where it is not there (yet).
    title: String,
    /// Name of the member.
    who: String,
    may_undo: bool,
}

/// `GET /listen/imports`
pub(super) async fn page(viewer: Viewer, Query(asked): Query<Asked>) -> Reply {
    let (store, workspace) = (viewer.store(), viewer.workspace());
    let mut imports = list(store, workspace, asked.before.as_deref(), PAGE + 1).await?;
    let more = imports.len() as u64 > PAGE;
    imports.truncate(PAGE as usize);
    let older =
        imports.last().filter(|_| more).map(|last| format!("/listen/imports?before={}", encode(last.id.as_str())));
    let surveys = store.surveys(workspace).await?;
    let titles: HashMap<&str, &str> = surveys.iter().map(|row| (row.key.as_str(), row.title.as_str())).collect();
    let members = store.members(workspace).await?;
    let names: HashMap<&str, &str> = members.iter().map(|row| (row.id.as_str(), name(row))).collect();
    let may_edit = viewer.role() >= Role::Manager;
    let rows = imports.into_iter().map(|import| Row {
        title: titles.get(import.survey.as_str()).copied().unwrap_or(&import.survey).to_owned(),
        who: names.get(import.by.as_str()).copied().unwrap_or(&import.by).to_owned(),
        may_undo: may_edit && !matches!(import.state, State::Running | State::Undone),
        of: import,
    });
    let newest = asked.before.is_some().then_some("/listen/imports");
    let view = View { imports: rows.collect(), older, newest, may_edit };
    viewer.page("listen/imports/list.html", Section::Listen, view).await
}

pub(super) fn name(member: &store::entity::member::Model) -> &str {
    if member.name.is_empty() { &member.email } else { &member.name }
}
