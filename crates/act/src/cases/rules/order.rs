//! Switching a rule on and off, moving it before the one above it, and removing it.

use axum::extract::Path;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Txn};
use ui::http::{Asking, Flash, Manager, Reply, see_other};

use super::entity::{rule, rule_day, rule_held};
use super::form::find;

const LIST: &str = "/act/rules";

/// `POST /act/rules/{rule}/switch`
pub async fn switch(manager: Manager, Path(id): Path<String>) -> Reply {
    let txn = manager.store().write().await?;
    let found = find(&*txn, &manager, &id).await?;
    set(&txn, &found.id, rule::Column::IsOn, Expr::value(!found.is_on)).await?;
    note(&txn, &manager, if found.is_on { "rule.off" } else { "rule.on" }, &found.id).await?;
    txn.commit().await?;
    Ok(see_other(LIST).flash(if found.is_on { "rule-flash-off" } else { "rule-flash-on" }))
}

/// `POST /act/rules/{rule}/up`: asked before the one that was asked before it.
pub async fn up(manager: Manager, Path(id): Path<String>) -> Reply {
    let txn = manager.store().write().await?;
    let found = find(&*txn, &manager, &id).await?;
    let rules = rule::Entity::find()
        .filter(rule::Column::WorkspaceId.eq(manager.workspace().0))
        .order_by_asc(rule::Column::Place)
        .order_by_asc(rule::Column::Id)
        .all(&*txn)
        .await
        .check()?;
    let mut order: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    if let Some(place) = order.iter().position(|id| *id == found.id).filter(|place| *place > 0) {
        order.swap(place, place - 1);
    }
    for (place, id) in order.into_iter().enumerate() {
        set(&txn, id, rule::Column::Place, Expr::value(place as i32)).await?;
    }
    note(&txn, &manager, "rule.move", &found.id).await?;
    txn.commit().await?;
    Ok(see_other(LIST))
}

/// `POST /act/rules/{rule}/remove`: its cases stay.
pub async fn remove(manager: Manager, Path(id): Path<String>) -> Reply {
    let txn = manager.store().write().await?;
    let found = find(&*txn, &manager, &id).await?;
    rule::Entity::delete_by_id(&found.id).exec(&*txn).await.check()?;
    rule_day::Entity::delete_many().filter(rule_day::Column::RuleId.eq(&found.id)).exec(&*txn).await.check()?;
    rule_held::Entity::delete_many().filter(rule_held::Column::RuleId.eq(&found.id)).exec(&*txn).await.check()?;
    let actor = manager.member();
    let detail = json!({ "name": found.name, "condition": found.condition });
    let deed = Deed { actor: actor.as_str(), action: "rule.remove", subject: &found.id, detail };
    audit::note(&txn, manager.workspace(), deed).await?;
    txn.commit().await?;
    Ok(see_other(LIST).flash("rule-flash-removed"))
}

async fn set(txn: &Txn, id: &str, column: rule::Column, value: sea_orm::sea_query::SimpleExpr) -> kernel::Result<()> {
    let update = rule::Entity::update_many().col_expr(column, value).filter(rule::Column::Id.eq(id));
    update.exec(&**txn).await.map(drop).check()
}

async fn note(txn: &Txn, asking: &Asking, action: &'static str, id: &str) -> kernel::Result<()> {
    let actor = asking.member();
    audit::note(txn, asking.workspace(), Deed { actor: actor.as_str(), action, subject: id, detail: json!({}) }).await
}
