//! Whole tables of a workspace, page by page in the order of their keys, for questions over all of them.

use kernel::{Result, WorkspaceId};
use sea_orm::sea_query::{ExprTrait as _, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{case, effect, goal, initiative, insight, link, withdrawal};
use crate::{Check, Store};

/// The key of a link after which the next page begins: kind and id of both ends. Nothing is before `Default`.
pub type LinkKey = (String, String, String, String);

/// Reads of a table with an id: those after an id, in the order of ids.
macro_rules! pages {
    ($($(#[$doc:meta])* $name:ident $entity:ident),+ $(,)?) => {
        impl Store {$(
            $(#[$doc])*
            pub async fn $name(&self, workspace: WorkspaceId, after: &str, limit: u64) -> Result<Vec<$entity::Model>> {
                $entity::Entity::find()
                    .filter($entity::Column::WorkspaceId.eq(workspace.0))
                    .filter($entity::Column::Id.gt(after))
                    .order_by_asc($entity::Column::Id)
                    .limit(limit)
                    .all(self.reads())
                    .await
                    .check()
            }
        )+}
    };
}

pages! {
    /// Effects after an id, in the order of ids.
    effects_after effect,
    /// Goals after an id, in the order of ids.
    goals_after goal,
    /// Initiatives after an id, in the order of ids.
    initiatives_after initiative,
    /// Insights after an id, in the order of ids.
    insights_after insight,
}

impl Store {
    /// Cases after an id, in the order of ids; those of imports that were undone are left out.
    pub async fn cases_after(&self, workspace: WorkspaceId, after: &str, limit: u64) -> Result<Vec<case::Model>> {
        let withdrawn = Query::select()
            .column(withdrawal::Column::ImportId)
            .from(withdrawal::Entity)
            .and_where(withdrawal::Column::WorkspaceId.eq(workspace.0))
            .to_owned();
        let import = case::Column::ImportId;
        case::Entity::find()
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::Id.gt(after))
            .filter(import.is_null().or(import.not_in_subquery(withdrawn)))
            .order_by_asc(case::Column::Id)
            .limit(limit)
            .all(self.reads())
            .await
            .check()
    }

    /// Links after a key, in the order of keys.
    pub async fn links_after(&self, workspace: WorkspaceId, after: &LinkKey, limit: u64) -> Result<Vec<link::Model>> {
        use link::Column::{FromId, FromKind, ToId, ToKind};
        link::Entity::find()
            .filter(link::Column::WorkspaceId.eq(workspace.0))
            .cursor_by((FromKind, FromId, ToKind, ToId))
            .after(after.clone())
            .first(limit)
            .all(self.reads())
            .await
            .check()
    }
}
