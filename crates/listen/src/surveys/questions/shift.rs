//! `POST /listen/surveys/{survey}/questions/{question}/move`: elsewhere.

use axum::extract::Path;
use kernel::Refusal;
use ui::http::{Fields, Manager, Reply, see_other};

use crate::surveys::editing::{Editing, is_stale, mark};
use crate::surveys::layout::shape::{self, To, Way};
use crate::surveys::{editor, layout};

/// `to` is `up`, `down`, or a place as [`To`] has it. Places by number count from what the page showed, so that
/// `mark` must still be that of the layout.
///
/// # Errors
/// `required` without a place to go; 409 where somebody else changed the layout in the meantime. At an end, nothing moves.
pub async fn shift(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    editing.place(&key)?;
    let to = fields.need("to")?;
    if let Some(way) = Way::parse(to) {
        shape::shift(&mut editing.survey, &key, way);
    } else {
        let to = To::parse(to).ok_or_else(|| Refusal::new("required").at("to"))?;
        if matches!(to, To::Page { .. }) && is_stale(&fields, &mark(&editing.survey.blocks)?) {
            let row = editing.row.clone();
            drop(editing);
            return editor::stale(&manager, &row).await;
        }
        shape::put(&mut editing.survey, &key, &to);
    }
    editing.keep(&manager, "survey.question_move").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#{}", layout::anchor(&key))))
}
