//! Links that work once. Looking at one writes nothing, because scanners of mails and chats look at every link;
//! pressing its button uses it up.

mod invite;
mod login;
mod owner;

use axum::Extension;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::Result;
use serde::Serialize;
use store::Store;
use store::entity::{member, ticket};
use ui::http::{Fields, Reply};

use super::Guest;
use crate::desk::Desk;

/// A ticket that can still be used, with what it opens.
enum Open {
    Owner(ticket::Model),
    Login(member::Model),
    Invite(ticket::Model),
}

pub(super) async fn show(guest: Guest, Path(secret): Path<String>) -> Reply {
    match find(&guest.web.store, &secret).await? {
        Some(Open::Owner(_)) => owner::show(&guest, &secret),
        Some(Open::Login(member)) => login::show(&guest, &secret, &member).await,
        Some(Open::Invite(ticket)) => invite::show(&guest, &secret, &ticket).await,
        None => dead(&guest),
    }
}

pub(super) async fn redeem(
    guest: Guest,
    Extension(desk): Extension<Desk>,
    Path(secret): Path<String>,
    fields: Fields,
) -> Reply {
    match find(&guest.web.store, &secret).await? {
        Some(Open::Owner(ticket)) => owner::redeem(&guest, &desk, &secret, &ticket, &fields).await,
        Some(Open::Login(member)) => login::redeem(&guest, &desk, &secret, &member, &fields).await,
        Some(Open::Invite(ticket)) => invite::redeem(&guest, &desk, &secret, &ticket, &fields).await,
        None => dead(&guest),
    }
}

/// What a secret opens now. An owner's link is dead as soon as there is an owner, a log-in link while its member is
/// disabled.
async fn find(store: &Store, secret: &str) -> Result<Option<Open>> {
    let Some(ticket) = store.ticket(secret).await? else { return Ok(None) };
    let workspace = kernel::WorkspaceId(ticket.workspace_id);
    match ticket.purpose.as_str() {
        "owner" if !store.has_owner(workspace).await? => Ok(Some(Open::Owner(ticket))),
        "login" => {
            let Some(id) = &ticket.member_id else { return Ok(None) };
            let member = store.member(workspace, &kernel::MemberId::from_outside(id)).await?;
            Ok(member.filter(|member| member.disabled_at.is_none()).map(Open::Login))
        }
        "invite" => Ok(Some(Open::Invite(ticket))),
        _ => Ok(None),
    }
}

#[derive(Serialize)]
struct Dead {
    signed_in: bool,
}

/// Used, expired, withdrawn or never there: all look the same.
fn dead(guest: &Guest) -> Reply {
    let signed_in = guest.session_secret().is_some();
    guest.page_as(StatusCode::GONE, "workspace/start_dead.html", Dead { signed_in })
}
