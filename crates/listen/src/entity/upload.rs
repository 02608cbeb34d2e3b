//! A file that was sent: with an answer, or by a member to be shown in surveys. Its bytes lie in the data folder.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "uploads")]
pub struct Model {
    /// `fil_` and 160 random bits: whoever knows it may see a public one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    /// `answer`: for members; `media`: for everybody.
    pub purpose: String,
    pub survey_id: Option<String>,
    /// Public id of the response that it belongs to and is erased with.
    pub response_id: Option<String>,
    pub question: Option<String>,
    /// As its owner calls it; in anonymous surveys only the extension.
    pub file_name: String,
    /// Its extension in lower case.
    pub file_type: String,
    pub bytes: i64,
    /// In hexadecimal digits.
    pub sha256: String,
    /// The day in anonymous surveys.
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
