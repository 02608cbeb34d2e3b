//! The registry of attribute columns: which there are and of which type.

use std::collections::HashMap;

use kernel::attribute::{Kind, column};
use kernel::signal::Body;
use kernel::{Result, WorkspaceId};
use parking_lot::RwLock;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use crate::entity::attribute::{ActiveModel, Column, Entity, Model};
use crate::{Check, Store};

/// What this process knows of the registry, so that the common append does not read it.
#[derive(Default)]
pub(crate) struct Known(RwLock<HashMap<(WorkspaceId, String), Kind>>);

/// Columns that a transaction registered; [`Known::learn`] takes them after the commit.
pub(crate) type Learned = Vec<((WorkspaceId, String), Kind)>;

impl Known {
    pub(crate) fn learn(&self, learned: Learned) {
        if !learned.is_empty() {
            self.0.write().extend(learned);
        }
    }
}

/// Registers attributes that are new, and widens those whose values disagree with their column.
pub(crate) async fn note(store: &Store, txn: &DatabaseTransaction, bodies: &[(WorkspaceId, &Body)]) -> Result<Learned> {
    let mut news: HashMap<(WorkspaceId, String), (String, Kind)> = HashMap::new();
    {
        let known = store.inner.kinds.0.read();
        let mut columns: HashMap<&str, String> = HashMap::new();
        for (workspace, body) in bodies {
            for (name, value) in &body.attributes {
                let column = columns.entry(name).or_insert_with(|| column(name)).clone();
                let place = (*workspace, column);
                let kind = value.kind();
                if known.get(&place).is_some_and(|known| known.widened(kind) == *known) {
                    continue;
                }
                news.entry(place).and_modify(|(_, k)| *k = k.widened(kind)).or_insert((name.clone(), kind));
            }
        }
    }
    let mut learned = Learned::with_capacity(news.len());
    for ((workspace, column), (name, kind)) in news {
        let old = Entity::find_by_id((workspace.0, column.clone())).one(txn).await.check()?;
        let kind = old.map_or(kind, |old| Kind::parse(&old.kind).widened(kind));
        let row = ActiveModel {
            workspace_id: Set(workspace.0),
            column_name: Set(column.clone()),
            name: Set(name),
            kind: Set(kind.as_str().into()),
        };
        let widen =
            OnConflict::columns([Column::WorkspaceId, Column::ColumnName]).update_column(Column::Kind).to_owned();
        Entity::insert(row).on_conflict(widen).exec_without_returning(txn).await.check()?;
        learned.push(((workspace, column), kind));
    }
    Ok(learned)
}

impl Store {
    /// The attribute columns of a workspace, in the order of their names' bytes; a database would sort by the rules
    /// of its own language.
    pub async fn attributes(&self, workspace: WorkspaceId) -> Result<Vec<Model>> {
        let of = Entity::find().filter(Column::WorkspaceId.eq(workspace.0));
        let mut columns = of.all(self.reads()).await.check()?;
        columns.sort_unstable_by(|a, b| a.column_name.cmp(&b.column_name));
        Ok(columns)
    }
}
