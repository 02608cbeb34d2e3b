//! What a language model answered.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "assistant_texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// `summary` or `translation`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub purpose: String,
    /// A hash of the page's address, or of the masked text.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: String,
    /// The language that it is written in.
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: String,
    /// A hash of what it was made of.
    pub fingerprint: String,
    pub text: String,
    pub model: String,
    pub texts: i32,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
