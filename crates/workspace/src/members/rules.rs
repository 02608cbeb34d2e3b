//! Who may change whom.

use kernel::{Refusal, Result, Role, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::entity::member;
use store::{Check, Txn};

/// Owners are changed by owners only.
///
/// # Errors
/// `owners_only`.
pub(super) fn may_touch(actor: Role, target: Role) -> Result<(), Refusal> {
    if target == Role::Owner && actor != Role::Owner { Err(Refusal::new("owners_only")) } else { Ok(()) }
}

/// Nobody gives a role above their own.
///
/// # Errors
/// `owners_only` at `role`.
pub(super) fn may_give(actor: Role, role: Role) -> Result<(), Refusal> {
    if role > actor { Err(Refusal::new("owners_only").at("role")) } else { Ok(()) }
}

/// A workspace keeps an owner who can sign in.
///
/// # Errors
/// `last_owner` when `leaving` is the only one.
pub(super) async fn leaves_an_owner(txn: &Txn, workspace: WorkspaceId, leaving: &member::Model) -> Result<()> {
    if leaving.role() != Role::Owner || leaving.disabled_at.is_some() {
        return Ok(());
    }
    let others = member::Entity::find()
        .filter(member::Column::WorkspaceId.eq(workspace.0))
        .filter(member::Column::Role.eq(Role::Owner.as_str()))
        .filter(member::Column::DisabledAt.is_null())
        .filter(member::Column::Id.ne(&leaving.id))
        .count(&**txn)
        .await
        .check()?;
    if others == 0 { Err(Refusal::new("last_owner").into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_admin_never_reaches_an_owner() {
        assert!(may_touch(Role::Admin, Role::Admin).is_ok());
        assert!(may_touch(Role::Owner, Role::Owner).is_ok());
        assert_eq!(may_touch(Role::Admin, Role::Owner).unwrap_err().code, "owners_only");
        assert!(may_give(Role::Admin, Role::Admin).is_ok());
        assert_eq!(may_give(Role::Admin, Role::Owner).unwrap_err().field.as_deref(), Some("role"));
    }
}
