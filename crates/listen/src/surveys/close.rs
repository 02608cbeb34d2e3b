//! Closes a survey and opens it again. Answers stay; only new ones are refused.

use axum::extract::{Extension, Path};
use kernel::{Refusal, Result};
use sea_orm::ActiveValue::Set;
use store::entity::survey::ActiveModel;
use store::surveys::{CLOSED, OPEN};
use ui::http::{Asking, Flash, Manager, Reply, see_other};

use crate::doors::Doors;
use crate::surveys::editing::Editing;

/// `POST /listen/surveys/{survey}/close`
pub async fn close(manager: Manager, Extension(doors): Extension<Doors>, Path(id): Path<String>) -> Reply {
    turn(&manager, &doors, &id, CLOSED, "survey.close").await?;
    let page = format!("/listen/surveys/{id}");
    Ok(see_other(&page).flash_undo("listen-flash-closed", &format!("{page}/reopen")))
}

/// `POST /listen/surveys/{survey}/reopen`
///
/// # Errors
/// `not_published` for a survey that never was.
pub async fn reopen(manager: Manager, Extension(doors): Extension<Doors>, Path(id): Path<String>) -> Reply {
    turn(&manager, &doors, &id, OPEN, "survey.reopen").await?;
    Ok(see_other(&format!("/listen/surveys/{id}")).flash("listen-flash-reopened"))
}

async fn turn(asking: &Asking, doors: &Doors, id: &str, state: &str, action: &'static str) -> Result<()> {
    let editing = Editing::begin(asking, id).await?;
    if editing.row.published.is_none() {
        return Err(Refusal::new("not_published").into());
    }
    if editing.row.state != state {
        let row = ActiveModel { state: Set(state.into()), ..Default::default() };
        editing.keep_with(asking, action, row).await?;
        doors.forget_surveys();
    }
    Ok(())
}
