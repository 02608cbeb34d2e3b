//! Forgets uploaded files that nobody started.

use kernel::{Result, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Check, Store};

use crate::entity::import::{Column, Entity};
use crate::imports::UPLOAD_KEPT_MICROS;
use crate::imports::record::WAITING;

/// Deletes uploaded files after [`UPLOAD_KEPT_MICROS`], and the imports that waited for them; returns how many files.
/// To be run every hour.
pub async fn prune(store: &Store, now: Timestamp) -> Result<u64> {
    let old = now.minus(UPLOAD_KEPT_MICROS).0;
    let of = Entity::find().filter(Column::Path.is_not_null()).filter(Column::SeenAt.lt(old));
    let rows = of.all(store.reads()).await.check()?;
    if rows.is_empty() {
        return Ok(0);
    }
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let txn = store.write().await?;
    let these = Column::Id.is_in(ids).and(Column::SeenAt.lt(old));
    let waiting = these.clone().and(Column::State.eq(WAITING));
    Entity::delete_many().filter(waiting).exec(&*txn).await.check()?;
    let forget = Entity::update_many().col_expr(Column::Path, Expr::value(None::<String>)).filter(these);
    forget.exec(&*txn).await.check()?;
    txn.commit().await?;
    for path in rows.iter().filter_map(|row| row.path.as_ref()) {
        remove_file(path).await;
    }
    Ok(rows.len() as u64)
}

/// A file that is gone already, or that another machine took, is no trouble.
pub(super) async fn remove_file(path: &str) {
    if let Err(error) = tokio::fs::remove_file(path).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an uploaded file could not be removed");
    }
}
