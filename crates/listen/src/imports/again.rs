//! Tries an import again whose file is still there: as a new one that waits, with the same mapping.

use axum::extract::Path;
use kernel::{ImportId, Refusal, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::http::{Asking, Manager, Reply, see_other};

use crate::entity::import::{ActiveModel, Column, Entity};
use crate::imports::record::{State, find};
use crate::imports::start::blank;

/// `POST /listen/imports/{import}/again`
///
/// # Errors
/// `import_running`, and `upload_gone` once the file was imported or forgotten.
pub(super) async fn again(manager: Manager, Path(id): Path<String>) -> Reply {
    let import = make(&manager, &id).await?;
    Ok(see_other(&format!("/listen/imports/{import}")))
}

async fn make(asking: &Asking, id: &str) -> Result<ImportId> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let row = find(store, workspace, id).await?;
    let now = store.env().now();
    if row.state_at(now) == State::Running {
        return Err(Refusal::new("import_running").into());
    }
    let Some(path) = row.path else { return Err(Refusal::new("upload_gone").into()) };
    let import = ImportId::new(store.env());
    let actor = asking.member().to_string();
    let txn = store.write().await?;
    // The file has one import at a time, which removes it in the end.
    let handed_over = Entity::update_many()
        .col_expr(Column::Path, Expr::value(None::<String>))
        .filter(Column::Id.eq(id))
        .filter(Column::Path.eq(&path))
        .exec(&*txn)
        .await
        .check()?;
    if handed_over.rows_affected == 0 {
        return Err(Refusal::new("upload_gone").into());
    }
    let new = ActiveModel {
        survey: Set(row.survey),
        path: Set(Some(path)),
        mapping: Set(row.mapping),
        actor: Set(actor.clone()),
        ..blank(&import, workspace, &row.file_name, now)
    };
    Entity::insert(new).exec_without_returning(&*txn).await.check()?;
    let deed = Deed { actor: &actor, action: "import.upload", subject: import.as_str(), detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(import)
}
