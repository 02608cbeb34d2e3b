//! A signal that is not sealed yet.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "signals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub workspace_id: i32,
    pub uid: Vec<u8>,
    pub kind: String,
    pub survey: Option<String>,
    /// Whether the signal will not be revised any more.
    pub complete: bool,
    pub source: String,
    pub source_id: String,
    pub occurred_at: i64,
    pub received_at: i64,
    pub channel: String,
    pub touchpoint: Option<String>,
    pub contact_id: Option<String>,
    pub language: Option<String>,
    pub import_id: Option<String>,
    /// `kernel::signal::Body` as JSON.
    pub body: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
