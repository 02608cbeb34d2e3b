//! Adding a member from the command line: an account without a password, and the link that lets its holder in.

use kernel::{Locale, Refusal, Result, Role, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::member;
use store::members::NewMember;
use store::tickets::{self, Purpose};
use store::{Check, Store, Txn};

use super::MEMBERS_MAX;
use crate::change::{self, CLI};
use crate::form;

/// Adds a member and gives the secret of a one-time log-in link: `/start/{secret}`.
///
/// # Errors
/// `required`, `email_invalid`, `email_taken`, `name_too_long`, `name_unreadable`, `members_full`.
pub async fn add(store: &Store, workspace: WorkspaceId, email: &str, role: Role, name: &str) -> Result<String> {
    let email = form::plain_email(email, "email")?;
    let name = form::plain_name(name, "name")?;
    let locale = store.workspace(workspace).await?.and_then(|w| Locale::parse(w.languages().first()?));
    let txn = change::begin(store, workspace).await?;
    if change::by_email(&txn, workspace, &email).await?.is_some() {
        return Err(Refusal::new("email_taken").at("email").into());
    }
    has_room(&txn, workspace).await?;
    let new = NewMember { email: &email, name: &name, role, locale: locale.unwrap_or_default(), password: None };
    let id = store::members::add(&txn, workspace, new).await?;
    if role == Role::Owner {
        tickets::void(&txn, workspace, "owner").await?;
    }
    let secret = tickets::issue(&txn, workspace, &Purpose::Login(id.clone())).await?;
    let detail = json!({ "role": role });
    audit::note(&txn, workspace, Deed { actor: CLI, action: "member.add", subject: id.as_str(), detail }).await?;
    txn.commit().await?;
    Ok(secret)
}

/// # Errors
/// `members_full`.
pub(super) async fn has_room(txn: &Txn, workspace: WorkspaceId) -> Result<()> {
    let members =
        member::Entity::find().filter(member::Column::WorkspaceId.eq(workspace.0)).count(&**txn).await.check()?;
    if members < MEMBERS_MAX {
        return Ok(());
    }
    Err(Refusal::new("members_full").with("max", MEMBERS_MAX.to_string()).into())
}
