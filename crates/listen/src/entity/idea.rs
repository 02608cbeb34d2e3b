//! A suggestion of a respondent, shown to others once a member lets it through.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ideas")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub survey_id: String,
    /// Key of the question that asked for it.
    pub question: String,
    /// Public id of the response that made it and that it is erased with.
    pub response_id: Option<String>,
    /// In which it was written, as a tag of the survey.
    pub language: String,
    pub text: String,
    /// `waiting`, `shown` or `hidden`.
    pub state: String,
    pub votes: i64,
    /// The day in anonymous surveys.
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
