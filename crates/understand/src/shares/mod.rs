//! Reports that are read by whoever has their address: chosen questions, no list, no single answer, no group of fewer
//! than five. Only a hash of the secret in the address is kept; an address can be withdrawn and can end by itself.

pub mod manage;
pub mod public;

use kernel::{Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::entity::survey;
use store::{Check, Store, Txn};

use crate::entity::share::{Column, Entity, Model};

/// Shared reports of one survey, withdrawn ones included; older ones must be withdrawn for good first.
pub const SHARES_MAX: usize = 100;

/// All of a survey, the newest first.
pub async fn of(store: &Store, survey: &survey::Model) -> Result<Vec<Model>> {
    let find = Entity::find()
        .filter(Column::WorkspaceId.eq(survey.workspace_id))
        .filter(Column::SurveyId.eq(&survey.id))
        .order_by_desc(Column::CreatedAt);
    find.all(store.reads()).await.check()
}

/// The one whose secret this is, if it can be read now.
pub async fn open(store: &Store, secret: &str) -> Result<Option<Model>> {
    let hash = store::sessions::hash(secret);
    let found = Entity::find().filter(Column::TokenHash.eq(hash)).one(store.reads()).await.check()?;
    let now = store.env().now();
    Ok(found.filter(|share| share.is_open(now)))
}

/// Withdraws a shared report, or gives it back. Returns whether there is one.
pub async fn withdraw(
    txn: &Txn,
    workspace: WorkspaceId,
    survey: &str,
    id: &str,
    at: Option<Timestamp>,
) -> Result<bool> {
    let update = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(at.map(|at| at.0)))
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::SurveyId.eq(survey))
        .filter(Column::Id.eq(id));
    Ok(update.exec(&**txn).await.check()?.rows_affected > 0)
}

impl Model {
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now.0 < end)
    }

    /// Keys of the questions that are shown.
    pub fn keys(&self) -> Vec<String> {
        serde_json::from_str(&self.questions).unwrap_or_default()
    }
}
