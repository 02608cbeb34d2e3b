//! A step of an initiative.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative_tasks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub initiative_id: String,
    pub title: String,
    pub owner: Option<String>,
    /// A day.
    pub due_at: Option<String>,
    pub place: i32,
    pub done_at: Option<i64>,
    pub done_by: Option<String>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
