//! Switching an endpoint off and on. While it is off nothing new is kept for it; what waits already waits on.

use axum::extract::Path;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use ui::http::{Admin, Flash, Reply, see_other};

use super::entity::endpoint;
use super::{PATH, find, note};

pub async fn switch(admin: Admin, Path(id): Path<String>) -> Reply {
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    let row = endpoint::ActiveModel {
        id: Set(found.id.clone()),
        is_on: Set(!found.is_on),
        off_why: Set(None),
        failing_since: Set(None),
        changed_at: Set(admin.web.env().now().0),
        ..Default::default()
    };
    endpoint::Entity::update(row).exec(&*txn).await.check()?;
    note(&txn, &admin, if found.is_on { "webhook.off" } else { "webhook.on" }, &found.id).await?;
    txn.commit().await?;
    let flash = if found.is_on { "webhook-flash-off" } else { "webhook-flash-on" };
    Ok(see_other(&format!("{PATH}/{}", found.id)).flash(flash))
}
