//! A link that works once: first owner, log-in, invitation. Only the hash of its secret is kept.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tickets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub workspace_id: i32,
    /// `owner`, `login` or `invite`.
    pub purpose: String,
    /// Of log-in links.
    pub member_id: Option<String>,
    /// Of invitations bound to an address.
    pub email: Option<String>,
    /// Of invitations.
    pub role: Option<String>,
    pub expires_at: i64,
    pub used_at: Option<i64>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
