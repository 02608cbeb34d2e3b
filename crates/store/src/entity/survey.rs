//! A survey with its draft and its published definition.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "surveys")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    /// Stable name in data and API; unique in the workspace.
    pub key: String,
    /// In the workspace's first language, for lists.
    pub title: String,
    /// `draft`, `open` or `closed`.
    pub state: String,
    /// Random part of the public address.
    pub link: String,
    /// `kernel::survey::Survey` as JSON, as it is being edited.
    pub draft: String,
    /// The definition that respondents see.
    pub published: Option<String>,
    /// Of the published definition.
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
