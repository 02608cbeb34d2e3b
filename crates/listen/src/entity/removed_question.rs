//! A question that was taken out of a survey: what an undo puts back, and a key that no other question may take.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "removed_questions")]
pub struct Model {
    pub workspace_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub survey_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub question_key: String,
    /// Where it stood, from 0.
    pub place: i32,
    /// `kernel::survey::Question` as JSON.
    pub question: String,
    pub removed_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
