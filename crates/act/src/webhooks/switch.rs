//! Switching an endpoint off and on. While it is off nothing new is kept for it; what waits already waits on.

use axum::extract::Path;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use ui::http::{Admin, Fields, Flash, Reply, see_other};

use super::entity::endpoint;
use super::{PATH, find, note};

/// Field `to`: `on`, else off. Whoever asks for what it is already changes nothing.
pub async fn switch(admin: Admin, Path(id): Path<String>, fields: Fields) -> Reply {
    let is_on = fields.get("to") == Some("on");
    let flash = if is_on { "webhook-flash-on" } else { "webhook-flash-off" };
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    let shown = see_other(&format!("{PATH}/{}", found.id)).flash(flash);
    if found.is_on == is_on {
        return Ok(shown);
    }
    let row = endpoint::ActiveModel {
        id: Set(found.id.clone()),
        is_on: Set(is_on),
        off_why: Set(None),
        failing_since: Set(None),
        changed_at: Set(admin.web.env().now().0),
        ..Default::default()
    };
    endpoint::Entity::update(row).exec(&*txn).await.check()?;
    note(&txn, &admin, if is_on { "webhook.on" } else { "webhook.off" }, &found.id).await?;
    txn.commit().await?;
    Ok(shown)
}
