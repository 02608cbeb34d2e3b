//! Publishes the draft: freezes it as the next version and opens the doors.

use axum::extract::{Extension, Path};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use store::entity::survey::ActiveModel;
use store::surveys::OPEN;
use ui::http::{Flash, Manager, Reply, see_other};

use crate::doors::Doors;
use crate::entity::survey_version;
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
    let definition = serde_json::to_string(&editing.survey).map_err(kernel::Error::internal)?;
    let version = editing.row.version + 1;
    let frozen = survey_version::ActiveModel {
        workspace_id: Set(manager.workspace().0),
        survey_id: Set(editing.row.id.clone()),
        version: Set(version),
        definition: Set(definition.clone()),
        published_at: Set(manager.web.env().now().0),
    };
    survey_version::Entity::insert(frozen).exec_without_returning(&*editing.txn).await.check()?;
    let row = ActiveModel {
        published: Set(Some(definition)),
        version: Set(version),
        state: Set(OPEN.into()),
        ..Default::default()
    };
    editing.keep_with(&manager, "survey.publish", row).await?;
    doors.forget_surveys();
    Ok(see_other(&format!("/listen/surveys/{id}/share")).flash("listen-flash-published"))
}
