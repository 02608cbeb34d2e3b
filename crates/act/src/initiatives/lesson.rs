//! What colleagues do differently from now on: those whom it concerns read it and say so, and who has not is shown.

use std::collections::{BTreeSet, HashMap};

use axum::extract::Path;
use kernel::{Refusal, Result};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use store::entity::{initiative, initiative_task, team_member};
use ui::http::{Asking, Flash, Reply, Viewer, see_other};

use super::entity::acknowledgement;
use super::names::Names;
use super::{find, note, task};

#[derive(Debug, Serialize)]
pub struct Lesson {
    text: String,
    /// Names of those who have read it, and of those who have not.
    read_by: Vec<String>,
    unread_by: Vec<String>,
    /// The reader is one of those whom it concerns and has not said that they have read it.
    is_mine: bool,
}

/// The lesson of an initiative, where it has one.
pub async fn of(
    asking: &Asking,
    names: &Names,
    row: &initiative::Model,
    tasks: &[initiative_task::Model],
) -> Result<Option<Lesson>> {
    let Some(text) = row.lesson.clone() else { return Ok(None) };
    let learners = learners(asking, names, row, tasks).await?;
    let read = acknowledgement::Entity::find()
        .filter(acknowledgement::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(acknowledgement::Column::InitiativeId.eq(&row.id))
        .all(asking.store().reads())
        .await
        .check()?;
    let read: HashMap<&str, i64> = read.iter().map(|row| (row.member_id.as_str(), row.at)).collect();
    let named = |ids: Vec<&String>| ids.into_iter().filter_map(|id| names.member(id)).collect();
    let (done, open): (Vec<&String>, Vec<&String>) = learners.iter().partition(|id| read.contains_key(id.as_str()));
    let me = asking.member();
    let is_mine = open.iter().any(|id| id.as_str() == me.as_str());
    Ok(Some(Lesson { text, read_by: named(done), unread_by: named(open), is_mine }))
}

/// Whom a lesson concerns: the team's members; without a team, the owner and those with tasks.
async fn learners(
    asking: &Asking,
    names: &Names,
    row: &initiative::Model,
    tasks: &[initiative_task::Model],
) -> Result<BTreeSet<String>> {
    let mut ids: BTreeSet<String> = match &row.team_id {
        Some(team) => team_member::Entity::find()
            .filter(team_member::Column::WorkspaceId.eq(asking.workspace().0))
            .filter(team_member::Column::TeamId.eq(team))
            .all(asking.store().reads())
            .await
            .check()?
            .into_iter()
            .map(|row| row.member_id)
            .collect(),
        None => row.owner.iter().chain(tasks.iter().filter_map(|task| task.owner.as_ref())).cloned().collect(),
    };
    ids.retain(|id| names.members.iter().any(|member| member.id == *id && member.disabled_at.is_none()));
    Ok(ids)
}

/// `POST /act/initiatives/{initiative}/lesson`: the reader has read it.
///
/// # Errors
/// `no_lesson` where there is none, or it does not concern the reader.
pub async fn acknowledge(viewer: Viewer, Path(id): Path<String>) -> Reply {
    let row = find(viewer.store().reads(), &viewer, &id).await?;
    let tasks = task::of(&viewer, &row.id).await?;
    let learners = learners(&viewer, &Names::of(&viewer).await?, &row, &tasks).await?;
    let me = viewer.member();
    if row.lesson.is_none() || !learners.contains(me.as_str()) {
        return Err(Refusal::new("no_lesson").into());
    }
    let txn = viewer.store().write().await?;
    let read = acknowledgement::ActiveModel {
        initiative_id: Set(row.id.clone()),
        member_id: Set(me.to_string()),
        workspace_id: Set(viewer.workspace().0),
        at: Set(viewer.web.env().now().0),
    };
    let known = OnConflict::new().do_nothing().to_owned();
    acknowledgement::Entity::insert(read).on_conflict(known).exec_without_returning(&*txn).await.check()?;
    note(&txn, &viewer, "initiative.lesson", &row.id, None).await?;
    txn.commit().await?;
    Ok(see_other(&format!("/act/initiatives/{}", row.id)).flash("initiative-flash-lesson"))
}
