//! `POST /listen/surveys/{survey}/questions/{question}/move`: one place up or down.

use axum::extract::Path;
use kernel::Refusal;
use ui::http::{Fields, Manager, Reply, see_other};

use crate::surveys::editing::Editing;

/// # Errors
/// `required` where neither `up` nor `down` is asked for. At an end, nothing moves.
pub async fn shift(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let place = editing.place(&key)?;
    let other = match fields.get("to") {
        Some("up") => place.checked_sub(1),
        Some("down") => Some(place + 1).filter(|other| *other < editing.survey.questions.len()),
        _ => return Err(Refusal::new("required").at("to").into()),
    };
    if let Some(other) = other {
        editing.survey.questions.swap(place, other);
        editing.keep(&manager, "survey.question_move").await?;
    }
    Ok(see_other(&format!("/listen/surveys/{id}#questions")))
}
