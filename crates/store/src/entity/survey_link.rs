//! One personal link: somebody who was invited to answer, and whether they did. Of its token only the hash is kept.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_links")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub workspace_id: i32,
    pub survey_id: String,
    /// Id or e-mail address of the contact in the sender's system.
    pub contact: Option<String>,
    /// JSON of `kernel::Attributes`.
    pub attributes: String,
    pub language: Option<String>,
    pub created_at: i64,
    pub expires_at: Option<i64>,
    pub is_used: bool,
    /// The day of its use; nothing in anonymous surveys.
    pub used_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
