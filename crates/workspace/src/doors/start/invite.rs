//! An invitation: who was invited makes their account. A bound invitation fits one address only.

use kernel::{Refusal, Role, WorkspaceId};
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::{member, ticket};
use store::members::{self, NewMember};
use store::tickets;
use ui::http::{Fields, Reply};

use super::super::{Guest, enter, open, reload};
use super::dead;
use crate::change;
use crate::desk::Desk;
use crate::form::{self, Gather, Problems, Stop, raw, typed};
use crate::passwords;

const TEMPLATE: &str = "workspace/start_invite.html";

#[derive(Serialize)]
struct Page<'a> {
    ticket: &'a str,
    workspace: String,
    role: Role,
    /// The address that the invitation is bound to.
    bound: Option<&'a str>,
    name: String,
    email: String,
    password_min: usize,
    errors: Problems,
}

pub(super) async fn show(guest: &Guest, secret: &str, ticket: &ticket::Model) -> Reply {
    guest.page(TEMPLATE, page(guest, secret, ticket, &Fields::default(), Problems::new()).await?)
}

pub(super) async fn redeem(guest: &Guest, desk: &Desk, secret: &str, ticket: &ticket::Model, fields: &Fields) -> Reply {
    match join(guest, desk, secret, ticket, fields).await {
        Ok(Some((member, session))) => enter(guest, &member, &session, "/"),
        Ok(None) => dead(guest),
        Err(stop) => {
            let errors = stop.words_in(&guest.web, guest.locale)?;
            guest.refused(TEMPLATE, page(guest, secret, ticket, fields, errors).await?)
        }
    }
}

/// The new member with their session, or nothing where the link was used meanwhile.
async fn join(
    guest: &Guest,
    desk: &Desk,
    secret: &str,
    ticket: &ticket::Model,
    fields: &Fields,
) -> Result<Option<(member::Model, String)>, Stop> {
    let (store, workspace) = (&guest.web.store, WorkspaceId(ticket.workspace_id));
    let mut gather = Gather::default();
    let name = gather.take(form::name(fields, "name"));
    // What the form says does not matter where the invitation names the address.
    let email = match &ticket.email {
        Some(bound) => bound.clone(),
        None => gather.take(form::email(fields, "email")),
    };
    gather.take(passwords::check(raw(fields, "password"), &[&name, &email], "password"));
    gather.finish()?;
    let password = desk.passwords().hash(raw(fields, "password"), store.env().bytes()).await?;

    let txn = change::begin(store, workspace).await?;
    if tickets::redeem(&txn, secret).await?.is_none() {
        return Ok(None);
    }
    if change::by_email(&txn, workspace, &email).await?.is_some() {
        return Err(Refusal::new("email_taken").at("email").into());
    }
    let new =
        NewMember { email: &email, name: &name, role: role(ticket), locale: guest.locale, password: Some(password) };
    let id = members::add(&txn, workspace, new).await?;
    let (subject, detail) = (id.to_string(), json!({ "role": role(ticket) }));
    audit::note(&txn, workspace, Deed { actor: &subject, action: "member.join", subject: &subject, detail }).await?;
    let member = reload(&txn, workspace, &id).await?;
    let session = open(&txn, guest, &member, "link").await?;
    txn.commit().await?;
    Ok(Some((member, session)))
}

/// A role that is not known any more is the least.
fn role(ticket: &ticket::Model) -> Role {
    ticket.role.as_deref().and_then(|role| role.parse().ok()).unwrap_or(Role::Viewer)
}

async fn page<'a>(
    guest: &Guest,
    secret: &'a str,
    ticket: &'a ticket::Model,
    fields: &Fields,
    errors: Problems,
) -> kernel::Result<Page<'a>> {
    let workspace = guest.web.store.workspace(WorkspaceId(ticket.workspace_id)).await?;
    Ok(Page {
        ticket: secret,
        workspace: workspace.map(|workspace| workspace.title).unwrap_or_default(),
        role: role(ticket),
        bound: ticket.email.as_deref(),
        name: typed(fields, "name"),
        email: typed(fields, "email"),
        password_min: passwords::CHARS_MIN,
        errors,
    })
}
