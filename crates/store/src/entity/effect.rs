//! What an initiative changed, as measured at one time; the latest counts, the others are kept.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "effects")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub initiative_id: String,
    /// `kernel::Measure` as JSON.
    pub measure: String,
    /// `did`, `synthetic`, `interrupted`, `experiment` or `none`.
    pub design: String,
    /// `improved`, `worsened`, `none_detectable`, `too_early` or `cannot_tell`.
    pub verdict: String,
    /// In units of the number.
    pub value: Option<f64>,
    /// 95 %.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub expected: Option<f64>,
    pub answers: i64,
    /// Series, checks and reasons, as JSON.
    pub detail: String,
    pub measured_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
