//! A report that people without an account may read, by whoever has its address.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_shares")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub survey_id: String,
    /// Says whom it was made for; members only.
    pub name: String,
    /// SHA-256 of the secret in the address.
    pub token_hash: String,
    /// Keys of the questions that are shown, as a JSON list.
    pub questions: String,
    /// Whether written answers are shown as well.
    pub verbatims: bool,
    /// First and last day in the workspace's zone, `2026-11-22`.
    pub first_day: Option<String>,
    pub last_day: Option<String>,
    /// Member id.
    pub created_by: String,
    pub created_at: i64,
    pub expires_at: Option<i64>,
    pub revoked_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
