//! What a workspace has learned on top of the weights that ship.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "text_models")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// `tried`, or `used` for what texts are read with.
    #[sea_orm(primary_key, auto_increment = false)]
    pub slot: String,
    /// Of the reader with it.
    pub version: String,
    /// Version of the shipped weights that it stands on; on others it means nothing.
    pub base: String,
    /// `text::Own` as bytes, below a megabyte.
    pub model: Vec<u8>,
    /// `texts::measure::Report` as JSON.
    pub report: String,
    pub learned_at: i64,
    /// Member id of whoever tried it or, of what is used, switched it on; and when.
    pub by_member: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
