//! Removing an endpoint, and bringing it back for a while.

use axum::extract::Path;
use kernel::{Error, Refusal, WebhookId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::Check;
use ui::http::{Admin, Flash, Reply, see_other};

use super::entity::endpoint::{Column, Entity};
use super::{ENDPOINTS_MAX, PATH, find, list, note};

/// How long a removed endpoint can be brought back; then its rows go.
pub const UNDO_MICROS: i64 = 10 * kernel::time::MINUTE;

pub async fn remove(admin: Admin, Path(id): Path<String>) -> Reply {
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(Some(admin.web.env().now().0)))
        .filter(Column::Id.eq(&found.id))
        .exec(&*txn)
        .await
        .check()?;
    note(&txn, &admin, "webhook.remove", &found.id).await?;
    txn.commit().await?;
    Ok(see_other(PATH).flash_undo("webhook-flash-removed", &format!("{PATH}/{}/restore", found.id)))
}

/// # Errors
/// `webhooks_full` where others have taken its place.
pub async fn restore(admin: Admin, Path(id): Path<String>) -> Reply {
    let id = WebhookId::from_outside(id);
    let since = admin.web.env().now().minus(UNDO_MICROS);
    let txn = admin.store().write().await?;
    let restored = Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(None::<i64>))
        .filter(Column::Id.eq(id.as_str()))
        .filter(Column::WorkspaceId.eq(admin.workspace().0))
        .filter(Column::RemovedAt.gte(since.0))
        .exec(&*txn)
        .await
        .check()?;
    if restored.rows_affected == 0 {
        return Err(Error::NotFound("webhook").into());
    }
    if list::of(&*txn, &admin).await?.len() as u64 > ENDPOINTS_MAX {
        return Err(Refusal::new("webhooks_full").with("max", ENDPOINTS_MAX.to_string()).into());
    }
    note(&txn, &admin, "webhook.restore", id.as_str()).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{PATH}/{id}")).flash("webhook-flash-restored"))
}
