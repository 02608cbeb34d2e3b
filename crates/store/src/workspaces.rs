//! Tenants.

use kernel::{Error, Result, Timestamp, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::workspace::{ActiveModel, Column, Entity, Model};
use crate::{Check, Store, Txn};

/// The workspace that an empty folder gets.
pub const DEFAULT: &str = "default";

impl Model {
    pub fn id(&self) -> WorkspaceId {
        WorkspaceId(self.id)
    }

    /// BCP 47 tags, the first being the default.
    pub fn languages(&self) -> Vec<String> {
        serde_json::from_str(&self.languages).unwrap_or_else(|_| vec!["en".into()])
    }
}

/// A workspace to be made.
#[derive(Clone, Debug)]
pub struct NewWorkspace<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub zone: &'a str,
    pub calendar: &'a str,
    pub languages: &'a [&'a str],
}

impl Default for NewWorkspace<'_> {
    fn default() -> Self {
        Self { name: DEFAULT, title: "Nabz", zone: "UTC", calendar: "gregorian", languages: &["en", "fa", "ar", "sv"] }
    }
}

pub async fn add(txn: &Txn, new: &NewWorkspace<'_>) -> Result<WorkspaceId> {
    let now: Timestamp = txn.store().env().now();
    let row = ActiveModel {
        name: Set(new.name.into()),
        title: Set(new.title.into()),
        zone: Set(new.zone.into()),
        calendar: Set(new.calendar.into()),
        languages: Set(serde_json::to_string(new.languages).map_err(Error::internal)?),
        generation: Set(0),
        created_at: Set(now.0),
        ..Default::default()
    };
    let made = Entity::insert(row).exec(&**txn).await.check()?;
    Ok(WorkspaceId(made.last_insert_id))
}

impl Store {
    pub async fn workspaces(&self) -> Result<Vec<Model>> {
        Entity::find().order_by_asc(Column::Id).all(self.reads()).await.check()
    }

    pub async fn workspace(&self, id: WorkspaceId) -> Result<Option<Model>> {
        Entity::find_by_id(id.0).one(self.reads()).await.check()
    }

    pub async fn workspace_named(&self, name: &str) -> Result<Option<Model>> {
        Entity::find().filter(Column::Name.eq(name)).one(self.reads()).await.check()
    }
}
