//! A finding with its card: what, why, for whom, how sure.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "insights")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    /// What makes two findings the same one, e.g. `moved:visit:nps:branch=Soho`; unique in the workspace.
    pub key: String,
    /// `moved`, `cause`, `emerging`, `unanswered`, `silent`.
    pub kind: String,
    pub survey: Option<String>,
    pub topic: Option<String>,
    /// What the kind needs for its sentence, picture and evidence, as JSON.
    pub card: String,
    /// Changes when the finding changes so much that people should look again.
    pub print: String,
    pub rank: f64,
    /// Customers concerned.
    pub people: i64,
    /// `clear`, `likely` or `cannot_tell`.
    pub sure: String,
    pub owner: Option<String>,
    pub found_at: i64,
    pub changed_at: i64,
    /// When its detector last found it.
    pub seen_at: i64,
    /// Since when it is not found any more.
    pub gone_at: Option<i64>,
    pub dismissed_at: Option<i64>,
    pub dismissed_by: Option<String>,
    /// It stays dismissed while it has this print.
    pub dismissed_print: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
