//! A new secret for an endpoint. The one before signs beside it for a day, so that receivers can change over at leisure.

use axum::extract::Path;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use ui::http::{Admin, Reply};

use super::entity::endpoint;
use super::{find, note, show, sign};

pub async fn rotate(admin: Admin, Path(id): Path<String>) -> Reply {
    let env = admin.web.env();
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    let secret = sign::new_secret(env);
    let row = endpoint::ActiveModel {
        id: Set(found.id.clone()),
        secret: Set(sign::sealed(admin.store(), &found.id, &secret)?),
        old_secret: Set(Some(found.secret)),
        old_until: Set(Some(env.now().plus(sign::OVERLAP_MICROS).0)),
        changed_at: Set(env.now().0),
        ..Default::default()
    };
    endpoint::Entity::update(row).exec(&*txn).await.check()?;
    note(&txn, &admin, "webhook.secret", &found.id).await?;
    txn.commit().await?;
    show::with_secret(&admin, &found.id, secret).await
}
