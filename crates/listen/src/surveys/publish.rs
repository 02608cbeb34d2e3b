//! Publishes the draft: freezes it as the next version and opens the doors.

use axum::extract::{Extension, Path};
use ui::http::{Flash, Manager, Reply, see_other};

use crate::definitions::freeze;
use crate::doors::Doors;
use crate::surveys::editing::Editing;
use crate::surveys::{check, editor};

/// `POST /listen/surveys/{survey}/publish`
///
/// # Errors
/// Those of [`check::problems`], shown together on the editor.
pub async fn publish(manager: Manager, Extension(doors): Extension<Doors>, Path(id): Path<String>) -> Reply {
    let editing = Editing::begin(&manager, &id).await?;
    let problems = check::problems(&editing.survey);
    if !problems.is_empty() {
        let row = editing.row.clone();
        drop(editing);
        return editor::show(&manager, &row, &problems).await;
    }
    let row = freeze(&editing.txn, &editing.row, &editing.survey, manager.web.env().now()).await?;
    editing.keep_with(&manager, "survey.publish", row).await?;
    doors.forget_surveys();
    Ok(see_other(&format!("/listen/surveys/{id}/share")).flash("listen-flash-published"))
}
