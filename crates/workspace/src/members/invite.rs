//! Invitations by link: shown once, sent by whichever way people talk to each other.

use axum::extract::Path;
use kernel::{Error, Refusal, Role};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::ticket;
use store::tickets::{self, Purpose};
use store::{Check, sessions};
use ui::http::{Admin, Fields, Flash, Reply, see_other};

use super::list::{self, Shown};
use super::{add, rules};
use crate::change;
use crate::form::{self, Gather, Stop};

/// Invitations that may be open at one time.
const INVITES_MAX: u64 = 200;

pub(super) async fn submit(asking: Admin, fields: Fields) -> Reply {
    match invite(&asking, &fields).await {
        Ok(secret) => {
            let url = asking.web.url(&format!("/start/{secret}"));
            list::page(&asking, Shown::invite(url), None).await
        }
        Err(stop) => list::refused(&asking, stop).await,
    }
}

async fn invite(asking: &Admin, fields: &Fields) -> Result<String, Stop> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let mut gather = Gather::default();
    let email = fields.get("email").map(|email| form::plain_email(email, "email")).transpose();
    let email = gather.take(email);
    let role: Role = fields.need("role")?.parse().map_err(|_| Refusal::new("not_offered").at("role"))?;
    gather.take(rules::may_give(asking.role(), role));
    gather.finish()?;

    let txn = change::begin(store, workspace).await?;
    if let Some(email) = &email
        && change::by_email(&txn, workspace, email).await?.is_some()
    {
        return Err(Refusal::new("email_taken").at("email").into());
    }
    add::has_room(&txn, workspace).await?;
    let open = ticket::Entity::find()
        .filter(ticket::Column::WorkspaceId.eq(workspace.0))
        .filter(ticket::Column::Purpose.eq("invite"))
        .filter(ticket::Column::UsedAt.is_null())
        .filter(ticket::Column::ExpiresAt.gt(store.env().now().0))
        .count(&*txn)
        .await
        .check()?;
    if open >= INVITES_MAX {
        return Err(Refusal::new("invites_full").with("max", INVITES_MAX.to_string()).into());
    }
    let secret = tickets::issue(&txn, workspace, &Purpose::Invite { role, email }).await?;
    // The subject names the invitation without its secret.
    let (actor, subject, detail) = (asking.member(), sessions::hash(&secret), json!({ "role": role }));
    let deed = Deed { actor: actor.as_str(), action: "member.invite", subject: &subject, detail };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(secret)
}

/// Takes back an invitation that nobody has used.
pub(super) async fn withdraw(asking: Admin, Path(invite): Path<String>) -> Reply {
    if !form::is_id(&invite) {
        return Err(Error::NotFound("invite").into());
    }
    let workspace = asking.workspace();
    let txn = change::begin(asking.store(), workspace).await?;
    let gone = ticket::Entity::delete_many()
        .filter(ticket::Column::WorkspaceId.eq(workspace.0))
        .filter(ticket::Column::Purpose.eq("invite"))
        .filter(ticket::Column::UsedAt.is_null())
        .filter(ticket::Column::Hash.eq(&invite))
        .exec(&*txn)
        .await
        .check()?;
    if gone.rows_affected == 0 {
        return Err(Error::NotFound("invite").into());
    }
    let actor = asking.member();
    let deed = Deed { actor: actor.as_str(), action: "member.invite_withdraw", subject: &invite, detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    Ok(see_other("/settings/members").flash("members-invite-withdrawn"))
}
