//! What members say that a text mentions, or does not.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "topic_labels")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// Of the response.
    #[sea_orm(primary_key, auto_increment = false)]
    pub uid: Vec<u8>,
    /// Key of the answer.
    #[sea_orm(primary_key, auto_increment = false)]
    pub question: String,
    /// Key of the topic.
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic: String,
    pub holds: bool,
    pub by_member: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
