//! One import of one file.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    /// Key of the survey; before the start the name that somebody gave.
    pub survey: String,
    /// As its owner calls it.
    pub file_name: String,
    /// Where an uploaded file lies on the machine that took it, as long as it is kept.
    pub path: Option<String>,
    /// `waiting`, `running`, `done`, `failed` or `undone`.
    pub state: String,
    /// JSON of `import::Mapping`; before the start only the columns about which somebody said something.
    pub mapping: String,
    pub rows_read: i64,
    pub responses: i64,
    pub answers: i64,
    pub added: i64,
    pub duplicates: i64,
    pub rejected: i64,
    /// JSON list of the first refused lines.
    pub refused: String,
    /// JSON of the reason of a failed one.
    pub error: Option<String>,
    pub bytes_read: i64,
    pub bytes_due: i64,
    pub started_at: i64,
    /// When it last showed that it runs.
    pub seen_at: i64,
    pub finished_at: Option<i64>,
    /// Member id, or `cli`.
    pub actor: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
