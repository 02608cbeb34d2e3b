//! What somebody who is answering a survey has said so far.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "drafts")]
pub struct Model {
    /// The response's public id: a hash of the secret that the respondent's pages carry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub response_hash: String,
    pub workspace_id: i32,
    pub survey_id: String,
    /// The version of the survey that the answers follow.
    pub version: i32,
    pub language: String,
    /// JSON object of question key to the value as it was given; empty text for a row that was only just made.
    pub answers: String,
    pub started_at: i64,
    pub updated_at: i64,
    pub completed_at: Option<i64>,
    /// The step at which the respondent stands.
    pub step: String,
    /// The ending that was reached; see `kernel::signal::Course`.
    pub ending: String,
    /// JSON object of seconds by step; stays empty in anonymous surveys.
    pub seconds: String,
    /// JSON of `respond::origin::Origin`, for those who go on later.
    pub origin: String,
    /// Whom the personal link named.
    pub contact: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
