//! What texts say: read for programs, shown with its reasons, corrected by hand, and measured by these corrections;
//! learned from a workspace's own ratings where it wants that.

mod again;
mod api;
mod card;
mod correct;
pub mod counts;
pub mod labels;
mod learn;
mod learning;
mod measure;
mod models;
mod openapi;
mod page;
mod pairs;
mod view;

use std::sync::Arc;

use kernel::{Result, WorkspaceId};
use lake::Lake;
use store::Store;

pub use api::{BYTES_MAX, TEXTS_MAX, read};
pub use correct::correct;
pub use learning::{back, switch_on, try_it};
pub use models::own;
pub use models::refresh;
pub use openapi::openapi;
pub use page::{go_on, page, restart, stop};
pub use view::{Said, feelings};

/// Has the lake count what members say that texts say, and read them with what each workspace has switched on. To be
/// called once the lake is open.
pub async fn equip(store: &Store, lake: &Lake) -> Result<()> {
    lake.use_by_hand(Arc::new(labels::ByMembers(store.clone())));
    for workspace in store.workspaces().await? {
        models::refresh(store, lake, workspace.id()).await?;
    }
    Ok(())
}

/// A bounded step of what is to be done in the background for a workspace: following what was switched on by another
/// process, and reading texts again. Returns whether there was anything to do.
pub async fn step(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<bool> {
    models::refresh(store, lake, workspace).await?;
    again::step(store, lake, workspace).await
}

/// Learns from a workspace's own texts where somebody has asked for a trial; minutes at most. Returns whether there was
/// anything to do.
pub async fn try_asked(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<bool> {
    learn::try_asked(store, lake, workspace).await
}
