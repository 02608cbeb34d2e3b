//! A target for a number by a day.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "goals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub title: String,
    /// `kernel::Measure` as JSON.
    pub measure: String,
    pub from_value: f64,
    pub to_value: f64,
    pub from_day: String,
    pub by_day: String,
    pub owner: Option<String>,
    pub initiative_id: Option<String>,
    pub created_by: String,
    pub created_at: i64,
    pub closed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
