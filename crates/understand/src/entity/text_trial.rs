//! A workspace that wants to know what learning from its own answers would bring.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "text_trials")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// Member id.
    pub by_member: String,
    pub asked_at: i64,
    /// When whoever works on it last said so; one that has fallen silent has died, and another takes over.
    pub beat_at: Option<i64>,
    pub percent: i32,
    /// `few` or `error` where it came to nothing.
    pub failed: Option<String>,
    /// Of `few`: pairs that could be held out.
    pub held_out: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
