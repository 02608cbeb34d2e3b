//! The signal log: append-only, in order, each signal exactly once.
//!
//! Positions come from one counter row that is updated first in every append. Its row lock is held until the
//! commit, so on PostgreSQL, too, a later position never becomes visible before an earlier one and no reader that
//! remembers "I have seen up to n" can skip a late commit.

use std::collections::HashMap;

use kernel::signal::{Body, Signal, State, What};
use kernel::{ContactId, Error, ImportId, Result, Timestamp, Uid, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entity::{contact, dead, signal, signal_id, withdrawal, workspace};
use crate::{Check, Store};

/// Rows in one INSERT; SQLite takes at most 32,766 values in a statement.
const CHUNK: usize = 500;

/// A signal on its way into the log.
#[derive(Clone, Debug)]
pub struct Entry {
    workspace: WorkspaceId,
    uid: Uid,
    contact_id: Option<ContactId>,
    signal: Signal,
    body: String,
    revises: bool,
}

/// What became of an [`Entry`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    Added { position: i64 },
    /// The same signal was there before; nothing changed.
    Duplicate,
    /// An earlier revision was there and gave way to this one.
    Replaced { position: i64 },
}

/// A signal as the log holds it.
#[derive(Clone, Debug)]
pub struct Logged {
    pub position: i64,
    pub uid: Uid,
    pub received_at: Timestamp,
    pub contact_id: Option<ContactId>,
    pub signal: Signal,
}

impl Entry {
    /// A signal that counts once: a second one with the same source and id is a duplicate.
    pub fn new(workspace: WorkspaceId, signal: Signal) -> Result<Self> {
        let uid = Uid::of(workspace, &signal.source, &signal.source_id);
        let contact_id = signal.contact.as_deref().map(|key| ContactId::of_key(workspace, key));
        let body = serde_json::to_string(&signal.body).map_err(Error::internal)?;
        Ok(Self { workspace, uid, contact_id, signal, body, revises: false })
    }

    /// A full new state of a signal that may be there already: the last revision counts.
    pub fn revision(workspace: WorkspaceId, signal: Signal) -> Result<Self> {
        Ok(Self { revises: true, ..Self::new(workspace, signal)? })
    }

    pub fn uid(&self) -> Uid {
        self.uid
    }

    fn is_final(&self) -> bool {
        match &self.signal.body.what {
            What::Response(response) => !self.revises || response.state == State::Complete,
        }
    }
}

/// What an append did, to be made known once it is committed.
pub(crate) struct Outcome {
    /// In the order of the entries.
    pub outcomes: Vec<Appended>,
    /// The last position given.
    pub head: i64,
    pub learned: crate::attributes::Learned,
}

/// Appends within `txn`.
pub(crate) async fn append(
    store: &Store,
    txn: &DatabaseTransaction,
    entries: Vec<Entry>,
) -> Result<Outcome> {
    let head = advance_head(txn, entries.len() as i64).await?;
    let first = head - entries.len() as i64 + 1;
    let placed: Vec<(i64, &Entry)> = (first..).zip(&entries).collect();
    let mut outcomes = vec![Appended::Duplicate; entries.len()];

    let mut rows: Vec<(i64, &Entry)> = Vec::with_capacity(entries.len());
    let fresh = claim(txn, &placed).await?;
    let revisions = revise(txn, &placed).await?;
    for (slot, (position, entry)) in placed.iter().enumerate() {
        if entry.revises {
            match revisions.get(&entry.uid) {
                Some((last, replaced)) if last == position => {
                    let position = *position;
                    outcomes[slot] =
                        if *replaced { Appended::Replaced { position } } else { Appended::Added { position } };
                    rows.push((position, entry));
                }
                // A later page of the same response is in the same group; it holds this one's answers too.
                _ => outcomes[slot] = Appended::Replaced { position: *position },
            }
        } else if fresh.get(&entry.uid) == Some(position) {
            outcomes[slot] = Appended::Added { position: *position };
            rows.push((*position, entry));
        }
    }
    let now = store.env().now();
    insert_contacts(txn, &rows, now).await?;
    insert_signals(txn, &rows, now).await?;
    let bodies: Vec<_> = rows.iter().map(|(_, entry)| (entry.workspace, &entry.signal.body)).collect();
    let learned = crate::attributes::note(store, txn, &bodies).await?;
    Ok(Outcome { outcomes, head, learned })
}

async fn advance_head(txn: &DatabaseTransaction, count: i64) -> Result<i64> {
    let update = Query::update()
        .table("log_head")
        .value("position", Expr::col("position").add(count))
        .returning(Query::returning().column("position"))
        .to_owned();
    let row = txn.query_one(&update).await.check()?.ok_or_else(|| Error::internal("the log has no head"))?;
    row.try_get("", "position").check()
}

/// Claims the identities of new signals. Returns each fresh one with the position that won it.
async fn claim(txn: &DatabaseTransaction, placed: &[(i64, &Entry)]) -> Result<HashMap<Uid, i64>> {
    let mut fresh: HashMap<Uid, i64> = HashMap::new();
    let mut wanted: HashMap<Uid, (i64, &Entry)> = HashMap::new();
    for (position, entry) in placed.iter().filter(|(_, entry)| !entry.revises) {
        wanted.entry(entry.uid).or_insert((*position, entry));
    }
    let wanted: Vec<_> = wanted.into_values().collect();
    for chunk in wanted.chunks(CHUNK) {
        let mut insert = Query::insert();
        insert.into_table("signal_ids").columns(["workspace_id", "uid", "position", "import_id"]);
        for (position, entry) in chunk {
            insert.values_panic([
                entry.workspace.0.into(),
                entry.uid.0.to_vec().into(),
                (*position).into(),
                entry.signal.import.as_ref().map(ImportId::to_string).into(),
            ]);
        }
        insert.on_conflict(OnConflict::columns(["workspace_id", "uid"]).do_nothing().to_owned());
        insert.returning(Query::returning().columns(["uid", "position"]));
        for row in txn.query_all(&insert).await.check()? {
            let uid: Vec<u8> = row.try_get("", "uid").check()?;
            fresh.insert(uid_from(&uid)?, row.try_get("", "position").check()?);
        }
    }
    Ok(fresh)
}

/// Moves the identities of revised signals to their new positions and takes the old rows out of the numbers.
/// Returns the last position of each in this group, and whether an earlier revision was there.
async fn revise(txn: &DatabaseTransaction, placed: &[(i64, &Entry)]) -> Result<HashMap<Uid, (i64, bool)>> {
    let mut last: HashMap<Uid, (i64, &Entry)> = HashMap::new();
    for (position, entry) in placed.iter().filter(|(_, entry)| entry.revises) {
        last.insert(entry.uid, (*position, entry));
    }
    let mut outcome = HashMap::with_capacity(last.len());
    for (uid, (position, entry)) in last {
        let workspace = entry.workspace;
        let known = signal_id::Entity::find_by_id((workspace.0, uid.0.to_vec())).one(txn).await.check()?;
        if let Some(known) = &known {
            retire(txn, workspace, known.position).await?;
        }
        let model = signal_id::ActiveModel {
            workspace_id: Set(workspace.0),
            uid: Set(uid.0.to_vec()),
            position: Set(position),
            import_id: Set(None),
        };
        let moved = OnConflict::columns([signal_id::Column::WorkspaceId, signal_id::Column::Uid])
            .update_column(signal_id::Column::Position)
            .to_owned();
        signal_id::Entity::insert(model).on_conflict(moved).exec_without_returning(txn).await.check()?;
        outcome.insert(uid, (position, known.is_some()));
    }
    Ok(outcome)
}

/// Takes one row out of the numbers: deleted if it is not sealed yet, else marked dead.
async fn retire(txn: &DatabaseTransaction, workspace: WorkspaceId, position: i64) -> Result<()> {
    let deleted = signal::Entity::delete_by_id(position).exec(txn).await.check()?.rows_affected;
    if deleted == 0 {
        let row = dead::ActiveModel { workspace_id: Set(workspace.0), position: Set(position) };
        let twice = OnConflict::columns([dead::Column::WorkspaceId, dead::Column::Position]).do_nothing().to_owned();
        dead::Entity::insert(row).on_conflict(twice).exec_without_returning(txn).await.check()?;
    }
    bump_generation(txn, workspace).await
}

async fn insert_contacts(txn: &DatabaseTransaction, rows: &[(i64, &Entry)], now: Timestamp) -> Result<()> {
    let mut contacts: HashMap<&ContactId, contact::ActiveModel> = HashMap::new();
    for (_, entry) in rows {
        if let (Some(id), Some(key)) = (&entry.contact_id, &entry.signal.contact) {
            contacts.entry(id).or_insert_with(|| contact::ActiveModel {
                id: Set(id.to_string()),
                workspace_id: Set(entry.workspace.0),
                key: Set(key.trim().to_owned()),
                attributes: Set("{}".into()),
                created_at: Set(now.0),
            });
        }
    }
    let contacts: Vec<_> = contacts.into_values().collect();
    for chunk in contacts.chunks(CHUNK) {
        contact::Entity::insert_many(chunk.to_vec())
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(txn)
            .await
            .check()?;
    }
    Ok(())
}

async fn insert_signals(txn: &DatabaseTransaction, rows: &[(i64, &Entry)], now: Timestamp) -> Result<()> {
    for chunk in rows.chunks(CHUNK) {
        let models = chunk.iter().map(|(position, entry)| row(*position, entry, now));
        signal::Entity::insert_many(models).exec_without_returning(txn).await.check()?;
    }
    Ok(())
}

fn row(position: i64, entry: &Entry, now: Timestamp) -> signal::ActiveModel {
    let Signal { source, source_id, occurred_at, channel, touchpoint, language, import, body, .. } = &entry.signal;
    let survey = match &body.what {
        What::Response(response) => Some(response.survey.clone()),
    };
    signal::ActiveModel {
        position: Set(position),
        workspace_id: Set(entry.workspace.0),
        uid: Set(entry.uid.0.to_vec()),
        kind: Set(body.what.kind().into()),
        survey: Set(survey),
        complete: Set(entry.is_final()),
        source: Set(source.clone()),
        source_id: Set(source_id.clone()),
        occurred_at: Set(occurred_at.0),
        received_at: Set(now.0),
        channel: Set(channel.clone()),
        touchpoint: Set(touchpoint.clone()),
        contact_id: Set(entry.contact_id.as_ref().map(ContactId::to_string)),
        language: Set(language.clone()),
        import_id: Set(import.as_ref().map(ImportId::to_string)),
        body: Set(entry.body.clone()),
    }
}

impl TryFrom<signal::Model> for Logged {
    type Error = Error;

    fn try_from(row: signal::Model) -> Result<Self> {
        let body: Body = serde_json::from_str(&row.body).map_err(Error::internal)?;
        Ok(Self {
            position: row.position,
            uid: uid_from(&row.uid)?,
            received_at: Timestamp(row.received_at),
            contact_id: row.contact_id.map(ContactId::from_outside),
            signal: Signal {
                source: row.source,
                source_id: row.source_id,
                occurred_at: Timestamp(row.occurred_at),
                channel: row.channel,
                touchpoint: row.touchpoint,
                contact: None,
                language: row.language,
                import: row.import_id.map(ImportId::from_outside),
                body,
            },
        })
    }
}

fn uid_from(bytes: &[u8]) -> Result<Uid> {
    Ok(Uid(bytes.try_into().map_err(Error::internal)?))
}

pub(crate) async fn bump_generation(txn: &DatabaseTransaction, workspace: WorkspaceId) -> Result<()> {
    workspace::Entity::update_many()
        .col_expr(workspace::Column::Generation, Expr::col(workspace::Column::Generation).add(1))
        .filter(workspace::Column::Id.eq(workspace.0))
        .exec(txn)
        .await
        .check()?;
    Ok(())
}

/// Reading the log.
impl Store {
    /// The last position that any reader can see.
    pub async fn head(&self) -> Result<i64> {
        let query = Query::select().column("position").from("log_head").to_owned();
        let row = self.reads().query_one(&query).await.check()?.ok_or_else(|| Error::internal("the log has no head"))?;
        row.try_get("", "position").check()
    }

    /// A number that grows whenever rows that were already given out changed: revisions, withdrawals, sealing.
    pub async fn generation(&self, workspace: WorkspaceId) -> Result<i64> {
        let found = workspace::Entity::find_by_id(workspace.0).one(self.reads()).await.check()?;
        Ok(found.map_or(0, |workspace| workspace.generation))
    }

    /// Rows of one workspace after a position that are not sealed, in order.
    pub async fn unsealed(&self, workspace: WorkspaceId, after: i64, limit: u64) -> Result<Vec<Logged>> {
        let rows = signal::Entity::find()
            .filter(signal::Column::WorkspaceId.eq(workspace.0))
            .filter(signal::Column::Position.gt(after))
            .order_by_asc(signal::Column::Position)
            .limit(limit)
            .all(self.reads())
            .await
            .check()?;
        rows.into_iter().map(Logged::try_from).collect()
    }

    /// One signal, if it is not sealed.
    pub async fn unsealed_one(&self, workspace: WorkspaceId, uid: Uid) -> Result<Option<Logged>> {
        let Some(id) = signal_id::Entity::find_by_id((workspace.0, uid.0.to_vec())).one(self.reads()).await.check()?
        else {
            return Ok(None);
        };
        let row = signal::Entity::find_by_id(id.position)
            .filter(signal::Column::WorkspaceId.eq(workspace.0))
            .one(self.reads())
            .await
            .check()?;
        row.map(Logged::try_from).transpose()
    }

    /// Positions of sealed rows that no number may see.
    pub async fn dead(&self, workspace: WorkspaceId) -> Result<Vec<i64>> {
        let rows = dead::Entity::find()
            .filter(dead::Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(dead::Column::Position)
            .all(self.reads())
            .await
            .check()?;
        Ok(rows.into_iter().map(|row| row.position).collect())
    }

    /// Imports that were undone and whose sealed rows no number may see.
    pub async fn withdrawals(&self, workspace: WorkspaceId) -> Result<Vec<ImportId>> {
        let rows = withdrawal::Entity::find()
            .filter(withdrawal::Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(withdrawal::Column::ImportId)
            .all(self.reads())
            .await
            .check()?;
        Ok(rows.into_iter().map(|row| ImportId::from_outside(row.import_id)).collect())
    }
}

/// Takes all rows of an import out of the numbers and frees their ids, within `txn`.
pub async fn withdraw(txn: &crate::Txn, workspace: WorkspaceId, import: &ImportId) -> Result<u64> {
    signal::Entity::delete_many()
        .filter(signal::Column::WorkspaceId.eq(workspace.0))
        .filter(signal::Column::ImportId.eq(import.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    let freed = signal_id::Entity::delete_many()
        .filter(signal_id::Column::WorkspaceId.eq(workspace.0))
        .filter(signal_id::Column::ImportId.eq(import.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    let row = withdrawal::ActiveModel {
        workspace_id: Set(workspace.0),
        import_id: Set(import.to_string()),
        at: Set(txn.store().env().now().0),
    };
    withdrawal::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    txn.rewrote(workspace).await?;
    Ok(freed.rows_affected)
}
