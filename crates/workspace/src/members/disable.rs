//! Shutting a member out at once, and letting them in again. Their name stays on what they did.

use axum::extract::Path;
use kernel::Refusal;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::member;
use store::{Check, Txn};
use ui::http::{Admin, Flash, Reply, see_other};

use super::{list, named, rules};
use crate::change;
use crate::form::Stop;

pub(super) async fn submit(asking: Admin, Path(id): Path<String>) -> Reply {
    match set(&asking, &id, true).await {
        Ok(()) => {
            let undo = format!("/settings/members/{id}/enable");
            Ok(see_other("/settings/members").flash_undo("members-disabled", &undo))
        }
        Err(stop) => list::refused(&asking, stop).await,
    }
}

pub(super) async fn enable(asking: Admin, Path(id): Path<String>) -> Reply {
    match set(&asking, &id, false).await {
        Ok(()) => Ok(see_other("/settings/members").flash("members-enabled")),
        Err(stop) => list::refused(&asking, stop).await,
    }
}

async fn set(asking: &Admin, id: &str, disabled: bool) -> Result<(), Stop> {
    let workspace = asking.workspace();
    let txn = change::begin(asking.store(), workspace).await?;
    let member = named(&txn, workspace, id).await?;
    rules::may_touch(asking.role(), member.role())?;
    if member.disabled_at.is_some() == disabled {
        return Ok(());
    }
    if disabled {
        if member.id() == asking.member() {
            return Err(Refusal::new("not_yourself").into());
        }
        rules::leaves_an_owner(&txn, workspace, &member).await?;
        change::close_doors(&txn, workspace, &member.id()).await?;
    }
    write(&txn, &member, disabled.then(|| asking.store().env().now().0)).await?;
    let (actor, action) = (asking.member(), if disabled { "member.disable" } else { "member.enable" });
    let deed = Deed { actor: actor.as_str(), action, subject: &member.id, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    Ok(txn.commit().await?)
}

async fn write(txn: &Txn, member: &member::Model, disabled_at: Option<i64>) -> kernel::Result<()> {
    member::Entity::update_many()
        .col_expr(member::Column::DisabledAt, Expr::value(disabled_at))
        .filter(member::Column::WorkspaceId.eq(member.workspace_id))
        .filter(member::Column::Id.eq(&member.id))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
