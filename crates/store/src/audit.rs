//! What was done by whom. Append-only; each row carries a hash over itself and the row before, so that a changed
//! or missing row shows.

use kernel::{Result, WorkspaceId, id};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};

use crate::entity::audit::{ActiveModel, Column, Entity, Model};
use crate::{Check, Store, Txn, log};

/// One deed. `detail` holds no personal data.
#[derive(Clone, Debug)]
pub struct Deed<'a> {
    /// Member or key id, or `cli`.
    pub actor: &'a str,
    /// Verb and noun, e.g. `survey.publish`.
    pub action: &'static str,
    /// Id of what it was done to.
    pub subject: &'a str,
    pub detail: serde_json::Value,
}

/// Notes a deed in the transaction that does it. Note late in the write: on PostgreSQL this takes the log's lock,
/// since two deeds at the same time would both follow the same one.
pub async fn note(txn: &Txn, workspace: WorkspaceId, deed: Deed<'_>) -> Result<()> {
    log::lock(txn).await?;
    let last = Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .order_by_desc(Column::Seq)
        .one(&**txn)
        .await
        .check()?;
    let (seq, previous) = last.map_or((1, String::new()), |last| (last.seq + 1, last.hash));
    let mut row = Model {
        workspace_id: workspace.0,
        seq,
        at: txn.store().env().now().0,
        actor: deed.actor.into(),
        action: deed.action.into(),
        subject: deed.subject.into(),
        detail: deed.detail.to_string(),
        previous,
        hash: String::new(),
    };
    row.hash = digest(&row);
    let row = ActiveModel {
        workspace_id: Set(row.workspace_id),
        seq: Set(row.seq),
        at: Set(row.at),
        actor: Set(row.actor),
        action: Set(row.action),
        subject: Set(row.subject),
        detail: Set(row.detail),
        previous: Set(row.previous),
        hash: Set(row.hash),
    };
    Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

fn digest(row: &Model) -> String {
    let mut hash = Sha256::new();
    for part in [
        &row.workspace_id.to_string(),
        &row.seq.to_string(),
        &row.at.to_string(),
        &row.actor,
        &row.action,
        &row.subject,
        &row.detail,
        &row.previous,
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    id::base32(&hash.finalize())
}

impl Store {
    /// Deeds, newest first.
    pub async fn audits(&self, workspace: WorkspaceId, before: Option<i64>, limit: u64) -> Result<Vec<Model>> {
        let mut query = Entity::find().filter(Column::WorkspaceId.eq(workspace.0));
        if let Some(seq) = before {
            query = query.filter(Column::Seq.lt(seq));
        }
        query.order_by_desc(Column::Seq).limit(limit).all(self.reads()).await.check()
    }

    /// The first deed whose hash does not fit it or its predecessor; none when the chain is whole.
    pub async fn broken_audit(&self, workspace: WorkspaceId) -> Result<Option<i64>> {
        let (mut after, mut previous) = (0, String::new());
        loop {
            let rows = Entity::find()
                .filter(Column::WorkspaceId.eq(workspace.0))
                .filter(Column::Seq.gt(after))
                .order_by_asc(Column::Seq)
                .limit(1_000)
                .all(self.reads())
                .await
                .check()?;
            let Some(last) = rows.last() else { return Ok(None) };
            let last = (last.seq, last.hash.clone());
            for row in &rows {
                if row.seq != after + 1 || row.previous != previous || row.hash != digest(row) {
                    return Ok(Some(row.seq));
                }
                (after, previous) = (row.seq, row.hash.clone());
            }
            (after, previous) = last;
        }
    }
}
