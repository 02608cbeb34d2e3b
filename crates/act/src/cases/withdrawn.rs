//! Cases of imports that were undone: they are there, and nobody sees, gets or counts them.

use kernel::{Result, WorkspaceId};
use sea_orm::{ColumnTrait, Condition};
use store::Store;

use super::entity::case::Column;

/// The imports of a workspace that were undone.
#[derive(Clone, Debug, Default)]
pub struct Withdrawn(Vec<String>);

impl Withdrawn {
    pub async fn of(store: &Store, workspace: WorkspaceId) -> Result<Self> {
        let imports = store.withdrawals(workspace).await?;
        Ok(Self(imports.into_iter().map(|import| import.as_str().to_owned()).collect()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is that of a signal or a case.
    pub fn holds(&self, import: Option<&str>) -> bool {
        import.is_some_and(|import| self.0.iter().any(|id| id == import))
    }

    /// Of cases, those that count. Asks nothing where no import was undone: queues are read from indexes alone.
    pub fn left_out(&self) -> Condition {
        if self.is_empty() {
            return Condition::all();
        }
        Condition::any().add(Column::ImportId.is_null()).add(Column::ImportId.is_not_in(self.0.clone()))
    }

    /// Of cases, those that nobody sees.
    pub fn only(&self) -> Condition {
        Condition::all().add(Column::ImportId.is_in(self.0.clone()))
    }
}
