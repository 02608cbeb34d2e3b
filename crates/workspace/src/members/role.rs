//! Changing what a member may do. They sign in anew, so that no open page keeps what the old role allowed.

use axum::extract::Path;
use kernel::{Refusal, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::member;
use ui::http::{Admin, Fields, Flash, Reply, see_other};

use super::{list, named, rules};
use crate::change;
use crate::form::Stop;

pub(super) async fn submit(asking: Admin, Path(id): Path<String>, fields: Fields) -> Reply {
    match change_role(&asking, &id, &fields).await {
        Ok(()) => Ok(see_other("/settings/members").flash("members-role-changed")),
        Err(stop) => list::refused(&asking, stop).await,
    }
}

async fn change_role(asking: &Admin, id: &str, fields: &Fields) -> Result<(), Stop> {
    let role: Role = fields.need("role")?.parse().map_err(|_| Refusal::new("not_offered"))?;
    let workspace = asking.workspace();
    let txn = change::begin(asking.store(), workspace).await?;
    let member = named(&txn, workspace, id).await?;
    rules::may_touch(asking.role(), member.role())?;
    rules::may_give(asking.role(), role).map_err(|refusal| Refusal { field: None, ..refusal })?;
    if role == member.role() {
        return Ok(());
    }
    rules::leaves_an_owner(&txn, workspace, &member).await?;
    member::Entity::update_many()
        .col_expr(member::Column::Role, Expr::value(role.as_str()))
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .filter(member::Column::Id.eq(&member.id))
        .exec(&*txn)
        .await
        .check()?;
    change::close_doors(&txn, workspace, &member.id()).await?;
    let (actor, detail) = (asking.member(), json!({ "from": member.role(), "role": role }));
    let deed = Deed { actor: actor.as_str(), action: "member.role", subject: &member.id, detail };
    audit::note(&txn, workspace, deed).await?;
    Ok(txn.commit().await?)
}
