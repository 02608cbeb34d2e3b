//! Changing an endpoint. What waits already goes to the new address.

use axum::extract::{Extension, Path};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use ui::http::{Admin, Fields, Flash, Reply, see_other};

use super::entity::endpoint;
use super::form::Draft;
use super::{Outward, PATH, find, note, show};

/// The fields of a new one.
///
/// # Errors
/// As those of a new one.
pub async fn save(
    admin: Admin,
    Extension(outward): Extension<Outward>,
    Path(id): Path<String>,
    fields: Fields,
) -> Reply {
    let found = find(admin.store().reads(), &admin, &id).await?;
    let draft = Draft::typed(&fields);
    let checked = match draft.checked(&outward.0).await {
        Ok(checked) => checked,
        Err(refusals) => return show::refused(&admin, &found.id, draft, &refusals).await,
    };
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    let row = endpoint::ActiveModel {
        id: Set(found.id.clone()),
        name: Set(checked.name),
        url: Set(checked.url),
        events: Set(checked.events),
        with_texts: Set(checked.with_texts),
        changed_at: Set(admin.web.env().now().0),
        ..Default::default()
    };
    endpoint::Entity::update(row).exec(&*txn).await.check()?;
    note(&txn, &admin, "webhook.change", &found.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{PATH}/{}", found.id)).flash("webhook-flash-saved"))
}
