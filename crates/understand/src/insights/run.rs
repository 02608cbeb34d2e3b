//! Runs of the detectors: one at a time, at most every few minutes, when the log has moved or a day has passed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::time::{HOUR, MINUTE};
use kernel::{Error, Result, Timestamp, WorkspaceId};
use lake::Lake;
use measures::versions::Versions;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use store::entity::job::{ActiveModel, Column, Entity};
use store::entity::{initiative, insight};
use store::{Check, Store, Txn, jobs};

use super::card::{Card, KINDS};
use super::cause::{self, Known};
use super::keep::{self, Kept, Looked};
use super::look::Look;
use super::{emerging, moved, silent, unanswered};

/// A run that takes longer was cut short by a stop; another may begin.
const LEASE: i64 = 15 * MINUTE;
/// From the end of one run to the next.
const PAUSE: i64 = 5 * MINUTE;
/// Without anything new in the log the days still move on, and complaints are answered.
const AT_LEAST_EVERY: i64 = HOUR;
/// Initiatives that are done and came of insights, of a workspace at most.
const ANSWERED_MAX: u64 = 2_000;
/// The kind of the row that is leased. It is never due as a job.
const JOB: &str = "insights";

/// What a run has told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub found: usize,
    /// Found before, and clearly otherwise now.
    pub changed: usize,
    pub gone: usize,
}

/// What one run leaves for the next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Head of the log, rewrites of it, and when.
    head: i64,
    generation: i64,
    at: i64,
    /// Responses of each survey when it was last searched for causes, and on which day.
    pub causes: BTreeMap<String, i64>,
    pub searched: BTreeMap<String, Date>,
}

/// One run where it is time for one and no other node is at it; whether there was.
pub async fn step(store: &Store, lake: &Lake, versions: &dyn Versions, workspace: WorkspaceId) -> Result<bool> {
    let now = store.env().now();
    let row = Entity::find_by_id(row_of(workspace)).one(store.reads()).await.check()?;
    let (head, generation) = (store.head().await?, store.generation(workspace).await?);
    let mut is_whole = true;
    if let Some(row) = row {
        let memory = memory_of(&row.payload);
        is_whole = (memory.head, memory.generation) != (head, generation) || now.0 - memory.at >= AT_LEAST_EVERY;
        if row.leased_until.is_some_and(|until| until >= now.0)
            || !is_whole && !is_told_of_waiting(store, workspace).await?
        {
            return Ok(false);
        }
    }
    let Some(mut memory) = lease(store, workspace, now).await? else { return Ok(false) };
    let look = Look::at(store, lake, versions, workspace).await?;
    let told = if is_whole { run(&look, &mut memory).await? } else { run_waiting(&look).await? };
    if told != Told::default() {
        tracing::info!(workspace = workspace.0, ?told, "insights");
    }
    if is_whole {
        memory = Memory { head, generation, at: now.0, ..memory };
    }
    release(store, workspace, memory).await?;
    Ok(true)
}

/// Whether members are told that customers wait: then it is looked after whether that is still so.
async fn is_told_of_waiting(store: &Store, workspace: WorkspaceId) -> Result<bool> {
    let told = insight::Entity::find()
        .filter(insight::Column::WorkspaceId.eq(workspace.0))
        .filter(insight::Column::Key.eq(unanswered::KEY))
        .filter(insight::Column::GoneAt.is_null());
    Ok(told.one(store.reads()).await.check()?.is_some())
}

/// One run at once, whoever else is at it: for commands that fill a folder, and for tests.
pub async fn detect(store: &Store, lake: &Lake, versions: &dyn Versions, workspace: WorkspaceId) -> Result<Told> {
    run(&Look::at(store, lake, versions, workspace).await?, &mut Memory::default()).await
}

async fn run(look: &Look<'_>, memory: &mut Memory) -> Result<Told> {
    let answered = answered(look).await?;
    let known: Vec<Known> = keep::all(look).await?.iter().filter_map(|row| known(row, &answered)).collect();
    let mut findings = moved::find(look).await?;
    let (causes, searched) = cause::find(look, &known, memory).await?;
    findings.extend(causes);
    // While texts are read again, the newest first, what is looked for anew is found in these alone.
    let is_read = look.lake.standing(look.workspace).await?.is_done();
    if is_read {
        findings.extend(emerging::find(look).await?);
    }
    findings.extend(unanswered::find(look).await?);
    findings.extend(silent::find(look).await?);
    let looked = Looked {
        kinds: KINDS.into_iter().filter(|kind| *kind != "cause" && (is_read || *kind != "emerging")).collect(),
        causes: searched,
        surveys: look.open().map(|survey| survey.row.key.clone()).collect(),
        is_whole: true,
    };
    keep::keep(look, findings, &looked).await
}

/// Looks only at complaints that wait.
async fn run_waiting(look: &Look<'_>) -> Result<Told> {
    let looked = Looked {
        kinds: vec!["unanswered"],
        causes: vec![],
        surveys: look.open().map(|survey| survey.row.key.clone()).collect(),
        is_whole: false,
    };
    keep::keep(look, unanswered::find(look).await?, &looked).await
}

/// What a cause was called before, and since when it has been answered.
fn known(row: &store::entity::insight::Model, answered: &BTreeMap<String, Date>) -> Option<Known> {
    let kept: Kept = serde_json::from_str(&row.card).ok()?;
    let Card::Cause(card) = kept.card else { return None };
    let labels = card.labels.into_iter().map(|(_, label)| label).collect();
    Some(Known { key: row.key.clone(), terms: card.terms, labels, answered: answered.get(&row.id).copied() })
}

/// Insights whose initiative is done, with the first day on which customers met the change.
async fn answered(look: &Look<'_>) -> Result<BTreeMap<String, Date>> {
    let rows = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(look.workspace.0))
        .filter(initiative::Column::State.eq("done"))
        .filter(initiative::Column::InsightId.is_not_null())
        .order_by_asc(initiative::Column::StartsOn)
        .limit(ANSWERED_MAX)
        .all(look.store.reads())
        .await
        .check()?;
    // Of several, the last.
    Ok(rows.into_iter().filter_map(|row| Some((row.insight_id?, row.starts_on?.parse().ok()?))).collect())
}

fn row_of(workspace: WorkspaceId) -> String {
    format!("{JOB}:{workspace}")
}

fn memory_of(payload: &str) -> Memory {
    // An older version's memory is forgotten.
    serde_json::from_str(payload).unwrap_or_default()
}

/// Makes other writers of the workspace's insights wait until this write is done: of two runs at once, the second sees what the
/// first has kept.
pub async fn lock(txn: &Txn, workspace: WorkspaceId) -> Result<()> {
    enqueue(txn, workspace).await?;
    Entity::find_by_id(row_of(workspace)).lock_exclusive().one(&**txn).await.check()?;
    Ok(())
}

async fn enqueue(txn: &Txn, workspace: WorkspaceId) -> Result<()> {
    let memory = serde_json::to_value(Memory::default()).map_err(Error::internal)?;
    jobs::enqueue(txn, workspace, &row_of(workspace), JOB, &memory, Timestamp(i64::MAX / 2)).await
}

/// The memory of the last run, for whoever gets the turn.
async fn lease(store: &Store, workspace: WorkspaceId, now: Timestamp) -> Result<Option<Memory>> {
    let id = row_of(workspace);
    let txn = store.write().await?;
    enqueue(&txn, workspace).await?;
    let is_free = Condition::any().add(Column::LeasedUntil.is_null()).add(Column::LeasedUntil.lt(now.0));
    let leased = Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(Some(now.plus(LEASE).0)))
        .filter(Column::Id.eq(&id))
        .filter(is_free)
        .exec(&*txn)
        .await
        .check()?;
    txn.commit().await?;
    if leased.rows_affected == 0 {
        return Ok(None);
    }
    let row = Entity::find_by_id(id).one(store.reads()).await.check()?;
    Ok(row.map(|row| memory_of(&row.payload)))
}

async fn release(store: &Store, workspace: WorkspaceId, memory: Memory) -> Result<()> {
    let txn = store.write().await?;
    let row = ActiveModel {
        id: Set(row_of(workspace)),
        payload: Set(serde_json::to_string(&memory).map_err(Error::internal)?),
        leased_until: Set(Some(store.env().now().plus(PAUSE).0)),
        ..Default::default()
    };
    Entity::update(row).exec(&*txn).await.check()?;
    txn.commit().await
}
