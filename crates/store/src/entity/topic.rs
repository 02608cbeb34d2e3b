//! What texts can be about.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topics")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// Stays when the topic is renamed or moved; what mentions name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Key of the topic above.
    pub parent: Option<String>,
    /// JSON: language to name.
    pub name: String,
    /// JSON: language, or `any`, to rule.
    pub rules: String,
    /// The starter set that it came with.
    pub source: Option<String>,
    /// The member who cares for it.
    pub owner: Option<String>,
    /// Among those below the same topic.
    pub place: i32,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
