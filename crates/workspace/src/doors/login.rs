//! Log-in with e-mail address and password.

use axum::Extension;
use axum::extract::Query;
use kernel::{Refusal, Result};
use serde::{Deserialize, Serialize};
use store::Store;
use store::entity::member;
use ui::http::{ClientIp, Fields, Reply, see_other};

use super::{Guest, admitted, choose, enter, open};
use crate::change;
use crate::desk::Desk;
use crate::form::{Problems, Stop, raw, typed};

/// Memberships of one address whose passwords are compared: each costs a hash.
pub(super) const MEMBERSHIPS_MAX: usize = 8;

/// Where to go afterwards.
#[derive(Deserialize)]
pub(super) struct Onward {
    to: Option<String>,
}

#[derive(Serialize)]
struct Page {
    email: String,
    to: String,
    /// Nobody has an account yet: the first one comes from the link that the server prints.
    unclaimed: bool,
    errors: Problems,
}

pub(super) async fn show(guest: Guest, Query(onward): Query<Onward>) -> Reply {
    let to = onward.to.unwrap_or_else(|| "/".into());
    if let Some(secret) = guest.session_secret()
        && guest.web.store.session(&secret).await?.is_some()
    {
        return Ok(see_other(&to));
    }
    let unclaimed = is_unclaimed(&guest.web.store).await?;
    guest.page("workspace/login.html", Page { email: String::new(), to, unclaimed, errors: Problems::new() })
}

pub(super) async fn submit(
    guest: Guest,
    ClientIp(ip): ClientIp,
    Extension(desk): Extension<Desk>,
    fields: Fields,
) -> Reply {
    let (email, to) = (typed(&fields, "email"), fields.get("to").unwrap_or("/"));
    desk.knock(&email, ip, guest.web.env().now())?;
    let proven = prove(&guest.web.store, &desk, &email, raw(&fields, "password")).await?;
    match proven.as_slice() {
        [] => {
            tracing::warn!("sign-in refused");
            let errors = Stop::from(Refusal::new("sign_in")).words_in(&guest.web, guest.locale)?;
            let page = Page { email, to: to.to_owned(), unclaimed: false, errors };
            guest.refused("workspace/login.html", page)
        }
        [member] => {
            let txn = change::begin(&guest.web.store, member.workspace()).await?;
            let member = admitted(&txn, member).await?;
            let secret = open(&txn, &guest, &member, "password").await?;
            txn.commit().await?;
            enter(&guest, &member, &secret, to)
        }
        several => choose::offer(&guest, several, to).await,
    }
}

/// The memberships that address and password open, newest first. One comparison is made for an address that nobody
/// has, as for one that somebody has.
async fn prove(store: &Store, desk: &Desk, email: &str, password: &str) -> Result<Vec<member::Model>> {
    let mut memberships = store.memberships(email).await?;
    memberships.sort_by_key(|member| std::cmp::Reverse((member.created_at, member.workspace_id)));
    memberships.truncate(MEMBERSHIPS_MAX);
    if memberships.is_empty() {
        desk.passwords().verify(password, None).await?;
    }
    let mut proven = Vec::new();
    for member in memberships {
        if desk.passwords().verify(password, member.password.as_deref()).await? {
            proven.push(member);
        }
    }
    Ok(proven)
}

async fn is_unclaimed(store: &Store) -> Result<bool> {
    for workspace in store.workspaces().await? {
        if store.has_owner(workspace.id()).await? {
            return Ok(false);
        }
    }
    Ok(true)
}
