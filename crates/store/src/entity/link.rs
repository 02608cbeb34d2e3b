//! One step of the evidence chain: what led to what.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "links")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub to_kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub to_id: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
