//! A sealed piece of the log that is live.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "segments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub rows_signals: i64,
    pub rows_answers: i64,
    pub first_position: i64,
    pub last_position: i64,
    /// JSON list of the imports whose rows it holds.
    pub imports: String,
    pub sha256_signals: String,
    pub sha256_answers: String,
    pub bytes: i64,
    /// Version of the reader that judged its texts; empty where it is not one and the same, or not known.
    pub reader: String,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
