//! Who works in a workspace.

use kernel::{MemberId, Result, Role, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::entity::member::{ActiveModel, Column, Entity, Model};
use crate::{Check, Store, Txn};

/// A member to be made.
#[derive(Clone, Debug)]
pub struct NewMember<'a> {
    pub email: &'a str,
    pub name: &'a str,
    pub role: Role,
    pub locale: kernel::Locale,
    /// Argon2id in PHC form.
    pub password: Option<String>,
}

/// Adds a member. The caller has checked that the address is free.
pub async fn add(txn: &Txn, workspace: WorkspaceId, new: NewMember<'_>) -> Result<MemberId> {
    let env = txn.store().env();
    let id = MemberId::new(env);
    let row = ActiveModel {
        id: Set(id.to_string()),
        workspace_id: Set(workspace.0),
        email: Set(new.email.trim().to_lowercase()),
        name: Set(new.name.trim().to_owned()),
        role: Set(new.role.as_str().into()),
        password: Set(new.password),
        locale: Set(new.locale.code().into()),
        disabled_at: Set(None),
        created_at: Set(env.now().0),
    };
    Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(id)
}

impl Model {
    pub fn id(&self) -> MemberId {
        MemberId::from_outside(&self.id)
    }

    pub fn workspace(&self) -> WorkspaceId {
        WorkspaceId(self.workspace_id)
    }

    /// A role that is not known any more is the least.
    pub fn role(&self) -> Role {
        self.role.parse().unwrap_or(Role::Viewer)
    }
}

impl Store {
    pub async fn members(&self, workspace: WorkspaceId) -> Result<Vec<Model>> {
        Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(Column::Name)
            .all(self.reads())
            .await
            .check()
    }

    pub async fn member(&self, workspace: WorkspaceId, id: &MemberId) -> Result<Option<Model>> {
        Entity::find_by_id(id.as_str()).filter(Column::WorkspaceId.eq(workspace.0)).one(self.reads()).await.check()
    }

    /// Every membership of an address, over all workspaces: for log-in.
    pub async fn memberships(&self, email: &str) -> Result<Vec<Model>> {
        Entity::find()
            .filter(Column::Email.eq(email.trim().to_lowercase()))
            .filter(Column::DisabledAt.is_null())
            .all(self.reads())
            .await
            .check()
    }

    pub async fn has_owner(&self, workspace: WorkspaceId) -> Result<bool> {
        let owners = Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .filter(Column::Role.eq(Role::Owner.as_str()))
            .count(self.reads())
            .await
            .check()?;
        Ok(owners > 0)
    }
}
