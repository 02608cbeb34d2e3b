//! Quotas: how many complete responses each took. They are counted in the transaction that completes a response, under
//! one lock per survey, so that of all who come for the last place exactly one gets it.
//!
//! A response counts once, by what it said when it was completed. Changing an answer afterwards, or erasing the
//! response, frees no place: otherwise a place could be given twice while somebody is on the way to it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Result;
use kernel::flow::{self, Situation};
use kernel::survey::{Quota, Survey};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use store::{Check, Txn};

use crate::doors::Live;
use crate::entity::quota_count::{ActiveModel, Column, Entity};

/// The count of all complete responses through the link. No quota can have this key.
pub const ALL: &str = "";

/// Counts by key; none where nothing was taken yet.
pub type Counts = BTreeMap<String, i64>;

/// What was taken so far.
pub async fn counts(connection: &impl ConnectionTrait, live: &Live) -> Result<Counts> {
    let rows = Entity::find()
        .filter(Column::WorkspaceId.eq(live.workspace.0))
        .filter(Column::SurveyId.eq(live.id.as_str()))
        .all(connection)
        .await
        .check()?;
    Ok(rows.into_iter().map(|row| (row.quota_key, row.taken)).collect())
}

/// Keys of the quotas that take nobody any more.
pub fn full(survey: &Survey, counts: &Counts) -> BTreeSet<String> {
    let is_full = |quota: &&Quota| counts.get(&quota.key).is_some_and(|taken| *taken >= i64::from(quota.limit));
    let none = |quota: &&Quota| quota.limit == 0;
    survey.quotas.iter().filter(|quota| is_full(quota) || none(quota)).map(|quota| quota.key.clone()).collect()
}

/// Whether the survey takes no more responses at all.
pub fn is_over(live: &Live, counts: &Counts) -> bool {
    live.access.responses_max.is_some_and(|max| counts.get(ALL).copied().unwrap_or(0) >= max)
}

/// Keeps all others who would complete a response to this survey waiting until the end of `txn`, and tells the counts.
pub async fn lock(txn: &Txn, live: &Live) -> Result<Counts> {
    add(txn, live, ALL, 0).await?;
    counts(&**txn, live).await
}

/// Keys of the quotas that a response falls into by what it said: those that would have ended it, had they been full.
pub fn holding(situation: &Situation<'_>) -> Vec<String> {
    let holds = |quota: &&Quota| {
        let one = BTreeSet::from([quota.key.clone()]);
        let walk = flow::walk(&Situation { full: &one, ..*situation });
        matches!(walk.end, flow::End::Quota(end) if end.key == quota.key)
    };
    situation.survey.quotas.iter().filter(holds).map(|quota| quota.key.clone()).collect()
}

/// Counts a completed response; [`lock`] comes first.
pub async fn take(txn: &Txn, live: &Live, quotas: &[String]) -> Result<()> {
    add(txn, live, ALL, 1).await?;
    for quota in quotas {
        add(txn, live, quota, 1).await?;
    }
    Ok(())
}

async fn add(txn: &Txn, live: &Live, key: &str, count: i64) -> Result<()> {
    let row = ActiveModel {
        workspace_id: Set(live.workspace.0),
        survey_id: Set(live.id.to_string()),
        quota_key: Set(key.to_owned()),
        taken: Set(count),
    };
    let again = OnConflict::columns([Column::SurveyId, Column::QuotaKey])
        .value(Column::Taken, Expr::col((Entity, Column::Taken)).add(count))
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(&**txn).await.check()?;
    Ok(())
}
