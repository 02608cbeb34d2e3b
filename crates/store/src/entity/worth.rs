//! What a customer, a contact or a point is worth to the firm, as stated or as its orders say.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "worths")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub workspace_id: i32,
    /// `retained_customer`, `support_contact`, `point`, `new_customer`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    /// What a `point` is a point of; none in rows that were stated for NPS before it was asked, and of other kinds.
    pub unit: Option<String>,
    /// In the workspace's currency.
    pub low: f64,
    pub high: f64,
    /// Where the figure is from, in the words of who stated it.
    pub source: String,
    pub by_member: String,
    pub at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
