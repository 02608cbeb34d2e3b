//! Somebody asked others to look at a draft before it is published, and what they said.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_reviews")]
pub struct Model {
    pub workspace_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub survey_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i32,
    /// `asked`, `approved` or `changes`.
    pub state: String,
    /// Hash of the draft that was looked at.
    pub fingerprint: String,
    /// What the reviewers are asked to look at.
    pub note: String,
    /// Member id.
    pub asked_by: String,
    pub asked_at: i64,
    pub decided_by: Option<String>,
    pub decided_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
