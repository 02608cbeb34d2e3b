//! The link with which the first owner of an installation makes their account.

use kernel::{Result, WorkspaceId};
use store::Store;
use store::tickets::{self, Purpose};

use crate::change;

/// A fresh link for the first owner, `/start/{secret}`; the ones printed before are dead. None where there is an owner.
pub async fn first_owner_ticket(store: &Store, workspace: WorkspaceId) -> Result<Option<String>> {
    if store.has_owner(workspace).await? {
        return Ok(None);
    }
    let txn = change::begin(store, workspace).await?;
    tickets::void(&txn, workspace, "owner").await?;
    let secret = tickets::issue(&txn, workspace, &Purpose::Owner).await?;
    txn.commit().await?;
    Ok(Some(secret))
}
