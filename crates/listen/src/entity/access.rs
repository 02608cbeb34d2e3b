//! Who may answer a survey, and when; surveys without a row are open to all.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_access")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub survey_id: String,
    pub workspace_id: i32,
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
    /// In PHC form.
    pub password_hash: Option<String>,
    /// `open` or `personal`.
    pub mode: String,
    /// Complete responses through the link at most.
    pub responses_max: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
