//! A systemic fix: problem, cause, plan, expected effect.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "initiatives")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    pub title: String,
    pub problem: String,
    /// The why-tree, as JSON: each why with those below it.
    pub causes: String,
    pub plan: String,
    pub risks: String,
    pub topic: Option<String>,
    pub insight_id: Option<String>,
    /// `kernel::Measure` as JSON: which number is to move, for whom.
    pub measure: String,
    /// By how much, in units of the number.
    pub expected: Option<f64>,
    /// A day.
    pub expected_by: Option<String>,
    pub owner: Option<String>,
    pub team_id: Option<String>,
    /// `proposed`, `planned`, `doing`, `done`, `dropped`.
    pub state: String,
    /// In the workspace's currency.
    pub cost: Option<f64>,
    /// The day from which customers meet the change.
    pub starts_on: Option<String>,
    /// The day by which it is to be done.
    pub ends_on: Option<String>,
    /// What colleagues do differently from now on.
    pub lesson: Option<String>,
    /// What customers are told, by language, as JSON.
    pub told: Option<String>,
    /// Whether the public page lists it.
    pub is_public: bool,
    pub created_by: String,
    pub created_at: i64,
    pub changed_at: i64,
    pub done_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
