//! One address and password in several workspaces: which one to enter. Each is offered as a link that works once and
//! only for a few minutes, so that the password need not be typed again nor kept.

use kernel::time::MINUTE;
use kernel::{Result, Timestamp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::entity::{member, ticket};
use store::tickets::{self, Purpose};
use store::{Check, Txn, sessions};
use ui::http::Reply;

use super::Guest;

/// How long the choice stands.
const CHOICE_MICROS: i64 = 5 * MINUTE;

#[derive(Serialize)]
struct Page {
    to: String,
    workspaces: Vec<Door>,
}

#[derive(Serialize)]
struct Door {
    title: String,
    ticket: String,
}

pub(super) async fn offer(guest: &Guest, memberships: &[member::Model], to: &str) -> Reply {
    let store = &guest.web.store;
    let txn = store.write().await?;
    let mut workspaces = Vec::new();
    for member in memberships {
        let Some(workspace) = store.workspace(member.workspace()).await? else { continue };
        let ticket = tickets::issue(&txn, member.workspace(), &Purpose::Login(member.id())).await?;
        shorten(&txn, &ticket, store.env().now().plus(CHOICE_MICROS)).await?;
        workspaces.push(Door { title: workspace.title, ticket });
    }
    txn.commit().await?;
    guest.page("workspace/choose.html", Page { to: to.to_owned(), workspaces })
}

async fn shorten(txn: &Txn, secret: &str, until: Timestamp) -> Result<()> {
    ticket::Entity::update_many()
        .col_expr(ticket::Column::ExpiresAt, Expr::value(until.0))
        .filter(ticket::Column::Hash.eq(sessions::hash(secret)))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
