//! Customers, as far as signals name them.

use kernel::{ContactId, Result, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::contact::{Column, Entity, Model};
use crate::{Check, Store};

impl Store {
    /// Contacts after an id, in the order of ids.
    pub async fn contacts(&self, workspace: WorkspaceId, after: &str, limit: u64) -> Result<Vec<Model>> {
        Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .filter(Column::Id.gt(after))
            .order_by_asc(Column::Id)
            .limit(limit)
            .all(self.reads())
            .await
            .check()
    }

    pub async fn contact(&self, workspace: WorkspaceId, id: &ContactId) -> Result<Option<Model>> {
        Entity::find_by_id(id.as_str()).filter(Column::WorkspaceId.eq(workspace.0)).one(self.reads()).await.check()
    }
}
