//! Trying an endpoint with a test event, and having tried again what was given up: one, or all.

use axum::extract::Path;
use kernel::{Refusal, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::{Check, Txn};
use ui::http::{Admin, Flash, Reply, see_other};

use super::entity::delivery::{Column, Entity};
use super::entity::endpoint;
use super::kind::State;
use super::{PATH, delivery, find, note, tell};

/// # Errors
/// `webhook_is_off`.
pub async fn test(admin: Admin, Path(id): Path<String>) -> Reply {
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    must_be_on(&found)?;
    tell::test(&txn, &found, admin.member().as_str()).await?;
    note(&txn, &admin, "webhook.test", &found.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{PATH}/{}", found.id)).flash("webhook-flash-test"))
}

/// All dead ones of an endpoint, with their ids of before: a receiver that has one already knows it.
///
/// # Errors
/// `webhook_is_off`.
pub async fn all(admin: Admin, Path(id): Path<String>) -> Reply {
    let found = find(admin.store().reads(), &admin, &id).await?;
    must_be_on(&found)?;
    while some_again(&admin, &found).await? > 0 {}
    let txn = admin.store().write().await?;
    note(&txn, &admin, "webhook.replay", &found.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{PATH}/{}", found.id)).flash("webhook-flash-replayed"))
}

/// # Errors
/// `webhook_is_off`; `webhook_not_dead` where it is under way or delivered.
pub async fn one(admin: Admin, Path((id, delivery)): Path<(String, String)>) -> Reply {
    let txn = admin.store().write().await?;
    let found = find(&*txn, &admin, &id).await?;
    let delivery = delivery::find(&*txn, &found, &delivery).await?;
    must_be_on(&found)?;
    if again(&txn, &found, vec![delivery.id.clone()]).await? == 0 {
        return Err(Refusal::new("webhook_not_dead").into());
    }
    note(&txn, &admin, "webhook.replay", &delivery.id).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{PATH}/{}/deliveries/{}", found.id, delivery.id)).flash("webhook-flash-replayed"))
}

fn must_be_on(found: &endpoint::Model) -> Result<(), Refusal> {
    if found.is_on { Ok(()) } else { Err(Refusal::new("webhook_is_off")) }
}

/// Rows of one transaction.
const ROWS_MAX: u64 = 1_000;

async fn some_again(admin: &Admin, endpoint: &endpoint::Model) -> Result<u64> {
    let txn = admin.store().write().await?;
    let dead = Entity::find().select_only().column(Column::Id).filter(Column::EndpointId.eq(&endpoint.id));
    let dead = dead.filter(Column::State.eq(State::Dead.as_str())).limit(ROWS_MAX);
    let ids = dead.into_tuple().all(&*txn).await.check()?;
    let count = again(&txn, endpoint, ids).await?;
    txn.commit().await?;
    Ok(count)
}

/// How many are tried again. They count as new from now on, so that none expires at once.
async fn again(txn: &Txn, endpoint: &endpoint::Model, ids: Vec<String>) -> Result<u64> {
    let now = txn.store().env().now().0;
    let update = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Waiting.as_str()))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::NextAt, Expr::value(now))
        .col_expr(Column::MadeAt, Expr::value(now))
        .filter(Column::EndpointId.eq(&endpoint.id))
        .filter(Column::Id.is_in(ids))
        .filter(Column::State.eq(State::Dead.as_str()));
    Ok(update.exec(&**txn).await.check()?.rows_affected)
}
