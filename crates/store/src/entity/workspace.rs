//! One tenant. Every row and every query belongs to one.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "workspaces")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    /// The name that `--workspace` takes; unique.
    pub name: String,
    /// The name that people read.
    pub title: String,
    /// IANA time zone in which days and months begin.
    pub zone: String,
    /// `gregorian` or `persian`.
    pub calendar: String,
    /// JSON list of language tags, the first being the default.
    pub languages: String,
    /// Grows with every rewrite of log rows that were already given out.
    pub generation: i64,
    pub created_at: i64,
    /// The least role that sees personal data in texts on pages, or `nobody`; [`Model::personal_shown`] reads it.
    pub personal_shown: String,
    /// The least role that may take it out in files, or `nobody`.
    pub personal_exported: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
