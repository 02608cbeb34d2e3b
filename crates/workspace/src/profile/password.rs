//! A new password: asks for the old one, and ends every other session and link.

use axum::Extension;
use kernel::{Refusal, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::member;
use store::{Check, Txn, sessions};
use ui::http::{ClientIp, Fields, Flash, Reply, Viewer, see_other, sign_in};

use super::{PATH, show};
use crate::change;
use crate::desk::Desk;
use crate::form::{Stop, raw};
use crate::passwords;

pub(super) async fn submit(
    asking: Viewer,
    ClientIp(ip): ClientIp,
    Extension(desk): Extension<Desk>,
    fields: Fields,
) -> Reply {
    desk.knock(asking.member().as_str(), ip, asking.store().env().now())?;
    match renew(&asking, &desk, raw(&fields, "current"), raw(&fields, "password")).await {
        Ok(session) => {
            let mut response = see_other(PATH);
            sign_in(&asking.web, &mut response, &session);
            Ok(response.flash("profile-password-changed"))
        }
        Err(stop) => show::refused(&asking, stop).await,
    }
}

/// Sets the password and gives this browser a new session, the only one left.
async fn renew(asking: &Viewer, desk: &Desk, current: &str, password: &str) -> Result<String, Stop> {
    let (member, store, workspace) = (&asking.member, asking.store(), asking.workspace());
    let personal = [member.name.as_str(), &member.email, &asking.workspace.title];
    passwords::check(password, &personal, "password")?;
    if member.password.is_some() && !desk.passwords().verify(current, member.password.as_deref()).await? {
        return Err(Refusal::new("password_wrong").at("current").into());
    }
    let hash = desk.passwords().hash(password, store.env().bytes()).await?;
    let txn = change::begin(store, workspace).await?;
    replace(&txn, member, hash).await?;
    let deed = Deed { actor: &member.id, action: "member.password", subject: &member.id, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    let session = sessions::open(&txn, workspace, &member.id()).await?;
    txn.commit().await?;
    Ok(session)
}

/// Writes the hash and ends all sessions and links of the member.
pub(crate) async fn replace(txn: &Txn, member: &member::Model, hash: String) -> Result<()> {
    member::Entity::update_many()
        .col_expr(member::Column::Password, Expr::value(Some(hash)))
        .filter(member::Column::WorkspaceId.eq(member.workspace_id))
        .filter(member::Column::Id.eq(&member.id))
        .exec(&**txn)
        .await
        .check()?;
    change::close_doors(txn, member.workspace(), &member.id()).await
}
