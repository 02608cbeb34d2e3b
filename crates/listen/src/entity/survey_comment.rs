//! A remark on a draft.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_comments")]
pub struct Model {
    pub workspace_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub survey_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i32,
    /// Key of the question; empty for the survey as a whole.
    pub question: String,
    pub text: String,
    /// Member id.
    pub author: String,
    pub written_at: i64,
    /// When somebody said that it is dealt with.
    pub settled_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
