//! Undoing the last changes of a draft, and doing them again. Each change keeps the definition that it replaced.

use axum::extract::Path;
use kernel::{Error, Refusal, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::entity::survey::Model as Row;
use store::{Check, Txn};
use ui::http::{Asking, Flash, Manager, Reply, see_other};

use crate::entity::survey_edit::{ActiveModel, Column, Entity, Model};
use crate::surveys::editing::Editing;

/// Changes of one survey that can be undone at most.
const EDITS_MAX: usize = 50;
/// Bytes that their definitions take at most; of large surveys fewer changes are kept, but never fewer than
/// [`EDITS_MIN`].
const BYTES_MAX: usize = 4 * 1024 * 1024;
const EDITS_MIN: usize = 4;

/// Keeps what the draft was before a change, and forgets what can no longer be done again.
pub(super) async fn record(txn: &Txn, asking: &Asking, row: &Row, action: &str) -> Result<()> {
    let of_survey = || Column::SurveyId.eq(&row.id);
    Entity::delete_many().filter(of_survey()).filter(Column::IsUndone.eq(true)).exec(&**txn).await.check()?;
    let last = newest(txn, row, false).await?.map_or(0, |edit| edit.number);
    let edit = ActiveModel {
        workspace_id: Set(row.workspace_id),
        survey_id: Set(row.id.clone()),
        number: Set(last + 1),
        action: Set(action.to_owned()),
        definition: Set(row.draft.clone()),
        is_undone: Set(false),
        actor: Set(asking.member().to_string()),
        edited_at: Set(asking.web.env().now().0),
    };
    Entity::insert(edit).exec_without_returning(&**txn).await.check()?;
    let kept = (BYTES_MAX / row.draft.len().max(1)).clamp(EDITS_MIN, EDITS_MAX);
    let oldest = last + 1 - kept as i32;
    Entity::delete_many().filter(of_survey()).filter(Column::Number.lte(oldest)).exec(&**txn).await.check()?;
    Ok(())
}

async fn newest(txn: &Txn, row: &Row, is_undone: bool) -> Result<Option<Model>> {
    let found = Entity::find().filter(Column::SurveyId.eq(&row.id)).filter(Column::IsUndone.eq(is_undone));
    // What was undone last is done again first: that is the lowest of the undone ones.
    let found = if is_undone { found.order_by_asc(Column::Number) } else { found.order_by_desc(Column::Number) };
    found.one(&**txn).await.check()
}

/// What undoing and doing again would do now: the names of the changes, as in the audit trail.
#[derive(Debug, Default, Serialize)]
pub struct Steps {
    pub undo: Option<String>,
    pub redo: Option<String>,
}

/// The changes that can be undone and done again.
pub async fn steps(asking: &Asking, row: &Row) -> Result<Steps> {
    let all: Vec<(String, bool)> = Entity::find()
        .select_only()
        .columns([Column::Action, Column::IsUndone])
        .filter(Column::WorkspaceId.eq(row.workspace_id))
        .filter(Column::SurveyId.eq(&row.id))
        .order_by_asc(Column::Number)
        .into_tuple()
        .all(asking.store().reads())
        .await
        .check()?;
    let named = |action: &String| {
        let key = format!("survey-deed-{}", action.trim_start_matches("survey.").replace(['_', '.'], "-"));
        let key = if asking.web.pages.words().has(asking.locale, &key) { key } else { "survey-deed-edit".into() };
        asking.web.pages.plain(asking.locale, &key, &[])
    };
    Ok(Steps {
        undo: all.iter().rev().find(|(_, is_undone)| !is_undone).map(|(action, _)| named(action)),
        redo: all.iter().find(|(_, is_undone)| *is_undone).map(|(action, _)| named(action)),
    })
}

/// `POST /listen/surveys/{survey}/undo`
///
/// # Errors
/// `nothing_to_undo`
pub async fn undo(manager: Manager, Path(id): Path<String>) -> Reply {
    turn(&manager, &id, false).await?;
    Ok(see_other(&format!("/listen/surveys/{id}#questions")).flash("survey-flash-undone"))
}

/// `POST /listen/surveys/{survey}/redo`
///
/// # Errors
/// `nothing_to_undo`
pub async fn redo(manager: Manager, Path(id): Path<String>) -> Reply {
    turn(&manager, &id, true).await?;
    Ok(see_other(&format!("/listen/surveys/{id}#questions")).flash("survey-flash-redone"))
}

/// Changes places between the draft and the definition on the other side of a change.
async fn turn(asking: &Asking, id: &str, is_undone: bool) -> Result<()> {
    let mut editing = Editing::begin(asking, id).await?;
    let edit = newest(&editing.txn, &editing.row, is_undone).await?;
    let edit = edit.ok_or_else(|| Refusal::new("nothing_to_undo"))?;
    let anonymous = editing.survey.anonymous;
    editing.survey = serde_json::from_str(&edit.definition).map_err(Error::internal)?;
    // The promise that respondents were given when it was published stands.
    if editing.row.version > 0 {
        editing.survey.anonymous = anonymous;
    }
    let other = ActiveModel {
        survey_id: Set(edit.survey_id),
        number: Set(edit.number),
        definition: Set(editing.row.draft.clone()),
        is_undone: Set(!is_undone),
        ..Default::default()
    };
    Entity::update(other).exec(&*editing.txn).await.check()?;
    editing.keep_unrecorded(asking, if is_undone { "survey.redo" } else { "survey.undo" }).await
}
