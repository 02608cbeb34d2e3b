//! What became of the topics, one change after the other.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_changes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// What was done: `added`, `edited`, `merged`, …
    pub deed: String,
    /// Key of the topic, or of the starter set.
    pub topic: String,
    /// JSON: the rows that the change touched, as they were; null for one that was not there.
    pub before: String,
    pub by_member: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
