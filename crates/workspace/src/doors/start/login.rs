//! A one-time log-in link: one press signs in, and a new password may be set at the same time.

use kernel::Error;
use serde::Serialize;
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::member;
use store::tickets;
use ui::http::{Fields, Reply};

use super::super::{Guest, admitted, enter, open};
use super::dead;
use crate::change;
use crate::desk::Desk;
use crate::form::{Problems, Stop, raw};
use crate::{passwords, profile};

const TEMPLATE: &str = "workspace/start_login.html";

#[derive(Serialize)]
struct Page<'a> {
    ticket: &'a str,
    name: &'a str,
    email: &'a str,
    workspace: String,
    has_password: bool,
    password_min: usize,
    to: &'a str,
    errors: Problems,
}

pub(super) async fn show(guest: &Guest, secret: &str, member: &member::Model) -> Reply {
    guest.page(TEMPLATE, page(guest, secret, member, "/", Problems::new()).await?)
}

pub(super) async fn redeem(guest: &Guest, desk: &Desk, secret: &str, member: &member::Model, fields: &Fields) -> Reply {
    let to = fields.get("to").unwrap_or("/");
    match enter_by_link(guest, desk, secret, member, raw(fields, "password")).await {
        Ok(Some(session)) => enter(guest, member, &session, to),
        Ok(None) => dead(guest),
        Err(stop) => {
            let errors = stop.words_in(&guest.web, guest.locale)?;
            guest.refused(TEMPLATE, page(guest, secret, member, to, errors).await?)
        }
    }
}

/// The new session, or nothing where the link was used meanwhile.
async fn enter_by_link(
    guest: &Guest,
    desk: &Desk,
    secret: &str,
    member: &member::Model,
    password: &str,
) -> Result<Option<String>, Stop> {
    let (store, workspace) = (&guest.web.store, member.workspace());
    let hash = match password {
        "" => None,
        password => {
            passwords::check(password, &[&member.name, &member.email], "password")?;
            Some(desk.passwords().hash(password, store.env().bytes()).await?)
        }
    };
    let txn = change::begin(store, workspace).await?;
    if tickets::redeem(&txn, secret).await?.is_none() {
        return Ok(None);
    }
    let member = match admitted(&txn, member).await {
        Ok(member) => member,
        Err(Error::NotFound(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if let Some(hash) = hash {
        profile::replace_password(&txn, &member, hash).await?;
        let deed = Deed { actor: &member.id, action: "member.password", subject: &member.id, detail: json!({}) };
        audit::note(&txn, workspace, deed).await?;
    }
    let session = open(&txn, guest, &member, "link").await?;
    txn.commit().await?;
    Ok(Some(session))
}

async fn page<'a>(
    guest: &Guest,
    ticket: &'a str,
    member: &'a member::Model,
    to: &'a str,
    errors: Problems,
) -> kernel::Result<Page<'a>> {
    let workspace = guest.web.store.workspace(member.workspace()).await?;
    Ok(Page {
        ticket,
        name: &member.name,
        email: &member.email,
        workspace: workspace.map(|workspace| workspace.title).unwrap_or_default(),
        has_password: member.password.is_some(),
        password_min: passwords::CHARS_MIN,
        to,
        errors,
    })
}
