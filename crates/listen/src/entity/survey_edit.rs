//! One change of a survey's draft, with the definition on its other side.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_edits")]
pub struct Model {
    pub workspace_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub survey_id: String,
    /// Rises with every change of the survey.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// As the audit trail names it.
    pub action: String,
    /// `kernel::survey::Survey` as JSON: before the change, or after it once it is undone.
    pub definition: String,
    pub is_undone: bool,
    /// Member id.
    pub actor: String,
    pub edited_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
