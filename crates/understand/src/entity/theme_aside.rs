//! A theme of which a member said that it is none.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "themes_aside")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub survey_id: String,
    /// Of its texts.
    pub language: String,
    pub label: String,
    /// By which its texts are known again.
    pub rule: String,
    /// How many wrote about it then, of how many.
    pub hits: i64,
    pub texts: i64,
    /// Member id.
    pub by_member: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
