//! Puts a survey away, and takes it out again. An archived survey is closed and left out of lists; its answers stay.

use std::collections::BTreeSet;

use axum::extract::{Extension, Path};
use kernel::{Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::entity::survey::ActiveModel;
use store::surveys::{CLOSED, OPEN};
use store::{Check, Store};
use ui::http::{Flash, Manager, Reply, see_other};

use crate::doors::Doors;
use crate::entity::archived_survey::{self, Column, Entity};
use crate::surveys::editing::{self, Editing};

/// `POST /listen/surveys/{survey}/archive`
pub async fn archive(manager: Manager, Extension(doors): Extension<Doors>, Path(id): Path<String>) -> Reply {
    let editing = Editing::begin(&manager, &id).await?;
    let is_known = Entity::find_by_id(&editing.row.id).one(&*editing.txn).await.check()?.is_some();
    if !is_known {
        let row = archived_survey::ActiveModel {
            survey_id: Set(editing.row.id.clone()),
            workspace_id: Set(editing.row.workspace_id),
            archived_at: Set(manager.web.env().now().0),
        };
        Entity::insert(row).exec_without_returning(&*editing.txn).await.check()?;
    }
    let state = if editing.row.state == OPEN { CLOSED.to_owned() } else { editing.row.state.clone() };
    let row = ActiveModel { state: Set(state), ..Default::default() };
    editing.keep_with(&manager, "survey.archive", row).await?;
    doors.forget_surveys();
    Ok(see_other("/listen").flash_undo("survey-flash-archived", &format!("/listen/surveys/{id}/unarchive")))
}

/// `POST /listen/surveys/{survey}/unarchive`: it comes back closed.
pub async fn unarchive(manager: Manager, Path(id): Path<String>) -> Reply {
    let Editing { txn, row, .. } = Editing::begin(&manager, &id).await?;
    Entity::delete_by_id(&row.id).exec(&*txn).await.check()?;
    editing::note(&txn, &manager, "survey.unarchive", &row.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/listen/surveys/{id}")).flash("survey-flash-unarchived"))
}

/// Ids of the archived surveys of a workspace. One that was opened again since is out of the archive, too; lists look
/// at its state.
pub async fn archived(store: &Store, workspace: WorkspaceId) -> Result<BTreeSet<String>> {
    let ids: Vec<String> = Entity::find()
        .select_only()
        .column(Column::SurveyId)
        .filter(Column::WorkspaceId.eq(workspace.0))
        .into_tuple()
        .all(store.reads())
        .await
        .check()?;
    Ok(ids.into_iter().collect())
}
