//! Keys to the API.

mod list;

use axum::extract::Path;
use kernel::time::MINUTE;
use kernel::{Error, KeyId, Refusal, Result, Role, Timestamp, WorkspaceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::key;
use store::keys::Scope;
use store::{Check, Store, Txn};
use ui::http::{Access, Admin, Fields, Flash, Reply, Routes, see_other};

use crate::change::{self, CLI};
use crate::form::{self, Gather, Stop};

/// Keys of a workspace that open something at one time.
pub const KEYS_MAX: u64 = 100;
/// How long a revoked key can be brought back; after that its secret counts as lost.
const UNDO_MICROS: i64 = 10 * MINUTE;
const PATH: &str = "/settings/keys";

pub(crate) fn routes() -> Routes {
    let admin = Access::Member(Role::Admin);
    Routes::new()
        .get("/settings/keys", admin, list::show)
        .post("/settings/keys", admin, make)
        .post("/settings/keys/{key}/revoke", admin, revoke)
        .post("/settings/keys/{key}/restore", admin, restore)
}

/// Makes a key from the command line and gives its secret, which is kept nowhere.
///
/// # Errors
/// `required`, `name_too_long`, `name_unreadable`, `keys_full`.
pub async fn add(store: &Store, workspace: WorkspaceId, name: &str, scope: Scope) -> Result<String> {
    let name = form::plain_name(name, "name")?;
    let txn = change::begin(store, workspace).await?;
    let secret = issue(&txn, workspace, CLI, &name, scope).await?;
    txn.commit().await?;
    Ok(secret)
}

async fn make(asking: Admin, fields: Fields) -> Reply {
    match make_key(&asking, &fields).await {
        Ok(secret) => list::with_secret(&asking, secret).await,
        Err(stop) => list::refused(&asking, &fields, stop).await,
    }
}

async fn make_key(asking: &Admin, fields: &Fields) -> Result<String, Stop> {
    let mut gather = Gather::default();
    let name = gather.take(form::name(fields, "name"));
    let scope: Option<Scope> = gather.take(form::choice(fields, "scope").map(Some));
    gather.finish()?;
    let scope = scope.ok_or_else(|| Refusal::new("required").at("scope"))?;
    let (workspace, actor) = (asking.workspace(), asking.member());
    let txn = change::begin(asking.store(), workspace).await?;
    let secret = issue(&txn, workspace, actor.as_str(), &name, scope).await?;
    txn.commit().await?;
    Ok(secret)
}

async fn issue(txn: &Txn, workspace: WorkspaceId, actor: &str, name: &str, scope: Scope) -> Result<String> {
    let live = key::Entity::find()
        .filter(key::Column::WorkspaceId.eq(workspace.0))
        .filter(key::Column::RevokedAt.is_null())
        .count(&**txn)
        .await
        .check()?;
    if live >= KEYS_MAX {
        return Err(Refusal::new("keys_full").at("name").with("max", KEYS_MAX.to_string()).into());
    }
    let (id, secret): (KeyId, String) = store::keys::issue(txn, workspace, name, scope).await?;
    let detail = json!({ "scope": scope.as_str() });
    audit::note(txn, workspace, Deed { actor, action: "key.make", subject: id.as_str(), detail }).await?;
    Ok(secret)
}

/// Takes a key back from the command line.
///
/// # Errors
/// `NotFound` where the workspace has no such key that lives.
pub async fn take_back(store: &Store, workspace: WorkspaceId, id: &str) -> Result<()> {
    let revoked_at = Some(store.env().now());
    set(
        store,
        workspace,
        Change { id, revoked_at, which: key::Column::RevokedAt.is_null(), by: CLI, action: "key.revoke" },
    )
    .await
}

async fn revoke(asking: Admin, Path(id): Path<String>) -> Reply {
    let now = asking.store().env().now();
    let live = key::Column::RevokedAt.is_null();
    let by = asking.member();
    let change = Change { id: &id, revoked_at: Some(now), which: live, by: by.as_str(), action: "key.revoke" };
    set(asking.store(), asking.workspace(), change).await?;
    Ok(see_other(PATH).flash_undo("keys-revoked", &format!("{PATH}/{id}/restore")))
}

/// Undoes a revocation that was just made.
async fn restore(asking: Admin, Path(id): Path<String>) -> Reply {
    let since = asking.store().env().now().minus(UNDO_MICROS);
    let fresh = key::Column::RevokedAt.gte(since.0);
    let by = asking.member();
    let change = Change { id: &id, revoked_at: None, which: fresh, by: by.as_str(), action: "key.restore" };
    set(asking.store(), asking.workspace(), change).await?;
    Ok(see_other(PATH).flash("keys-restored"))
}

/// A key's end, or the end's undoing.
struct Change<'a> {
    id: &'a str,
    revoked_at: Option<Timestamp>,
    /// The state that the key must be in.
    which: sea_orm::sea_query::SimpleExpr,
    by: &'a str,
    action: &'static str,
}

/// # Errors
/// `NotFound` where the workspace has no such key in the state that the change asks for.
async fn set(store: &Store, workspace: WorkspaceId, change: Change<'_>) -> Result<()> {
    let Change { id, revoked_at, which, by, action } = change;
    if !form::is_id(id) {
        return Err(Error::NotFound("key"));
    }
    let txn = change::begin(store, workspace).await?;
    let changed = key::Entity::update_many()
        .col_expr(key::Column::RevokedAt, Expr::value(revoked_at.map(|at| at.0)))
        .filter(key::Column::WorkspaceId.eq(workspace.0))
        .filter(key::Column::Id.eq(id))
        .filter(which)
        .exec(&*txn)
        .await
        .check()?;
    if changed.rows_affected == 0 {
        return Err(Error::NotFound("key"));
    }
    audit::note(&txn, workspace, Deed { actor: by, action, subject: id, detail: json!({}) }).await?;
    txn.commit().await
}
