//! Writing the log: positions, identities, revisions.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use kernel::signal::{Signal, What};
use kernel::{ContactId, Error, ImportId, Result, Timestamp, Uid, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, Value};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

use super::{Appended, Entry, uid_from};
use crate::bulk::{Insert, lots};
use crate::entity::{contact, dead, signal_id, workspace};
use crate::{Check, Store};

/// Rows in one INSERT; SQLite takes at most 32,766 values in a statement.
const CHUNK: usize = 500;

/// An entry with the position that it gets if it counts.
type Placed<'a> = (i64, &'a Entry);

/// What an append did, to be made known once it is committed.
pub(crate) struct Outcome {
    /// In the order of the entries.
    pub outcomes: Vec<Appended>,
    /// The last position given.
    pub head: i64,
    pub learned: crate::attributes::Learned,
}

/// Appends within `txn`. The outcomes are those that the entries would have had one by one; of several revisions of
/// one signal only the last gets a row, for it holds what the others said.
pub(crate) async fn append(store: &Store, txn: &DatabaseTransaction, entries: &[Entry]) -> Result<Outcome> {
    let head = advance_head(txn, entries.len() as i64).await?;
    let first = head - entries.len() as i64 + 1;
    let revised: HashSet<Uid> = entries.iter().filter(|entry| entry.revises).map(|entry| entry.uid).collect();
    let (moving, plain): (Vec<Placed<'_>>, Vec<Placed<'_>>) =
        (first..).zip(entries).partition(|(_, entry)| revised.contains(&entry.uid));

    let mut outcomes = vec![Appended::Duplicate; entries.len()];
    let mut rows: Vec<Placed<'_>> = Vec::with_capacity(entries.len());
    let fresh = claim(txn, &plain).await?;
    for (position, entry) in plain {
        if fresh.get(&entry.uid) == Some(&position) {
            outcomes[(position - first) as usize] = Appended::Added { position };
            rows.push((position, entry));
        }
    }
    let (moved, kept) = revise(txn, &moving).await?;
    for (position, outcome) in moved {
        outcomes[(position - first) as usize] = outcome;
    }
    rows.extend(kept);

    let now = store.env().now();
    insert_contacts(txn, &rows, now).await?;
    insert_signals(txn, &rows, now).await?;
    let bodies: Vec<_> = rows.iter().map(|(_, entry)| (entry.workspace, &entry.signal.body)).collect();
    let learned = crate::attributes::note(store, txn, &bodies).await?;
    Ok(Outcome { outcomes, head, learned })
}

/// Waits until nobody else changes the log, and keeps others waiting until the end of `txn`.
pub(crate) async fn lock(txn: &DatabaseTransaction) -> Result<()> {
    advance_head(txn, 0).await.map(drop)
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

/// Claims the identities of signals that count once. Returns each fresh one with the position that won it.
async fn claim(txn: &DatabaseTransaction, plain: &[Placed<'_>]) -> Result<HashMap<Uid, i64>> {
    let mut fresh: HashMap<Uid, i64> = HashMap::with_capacity(plain.len());
    let mut wanted = HashSet::with_capacity(plain.len());
    let wanted: Vec<Placed<'_>> = plain.iter().filter(|(_, entry)| wanted.insert(entry.uid)).copied().collect();
    for chunk in lots(&wanted) {
        let rows = chunk.iter().map(|(position, entry)| {
            vec![
                entry.workspace.0.into(),
                entry.uid.0.to_vec().into(),
                (*position).into(),
                entry.signal.import.as_ref().map(ImportId::to_string).into(),
            ]
        });
        // Mostly all are fresh. Only where some were there is it asked which: positions are given once, so an identity
        // at the position that we meant for it is one that we inserted.
        let there = if IDS.lot(txn, rows).await? == chunk.len() as u64 { None } else { Some(known(txn, chunk).await?) };
        let is_ours = |position: &i64, uid: &Uid| there.as_ref().is_none_or(|there| there.get(uid) == Some(position));
        fresh.extend(chunk.iter().filter(|(at, entry)| is_ours(at, &entry.uid)).map(|(at, entry)| (entry.uid, *at)));
    }
    Ok(fresh)
}

/// Moves the identities of revised signals to their last positions and takes the old rows out of the numbers.
/// Returns what became of each entry that is no duplicate, and the entries that get a row.
async fn revise<'a>(
    txn: &DatabaseTransaction,
    moving: &[Placed<'a>],
) -> Result<(Vec<(i64, Appended)>, Vec<Placed<'a>>)> {
    let known = known(txn, moving).await?;
    let mut last: HashMap<Uid, Placed<'a>> = HashMap::new();
    let mut outcomes = Vec::with_capacity(moving.len());
    for (position, entry) in moving.iter().copied() {
        let there = known.contains_key(&entry.uid) || last.contains_key(&entry.uid);
        if there && !entry.revises {
            continue;
        }
        outcomes.push((position, if there { Appended::Replaced { position } } else { Appended::Added { position } }));
        last.insert(entry.uid, (position, entry));
    }
    let mut kept: Vec<Placed<'a>> = last.into_values().collect();
    kept.sort_unstable_by_key(|(position, _)| *position);

    let replaced: Vec<_> =
        kept.iter().filter_map(|(_, entry)| Some((entry.workspace, *known.get(&entry.uid)?))).collect();
    retire(txn, &replaced).await?;
    let ids = kept.iter().map(|(position, entry)| signal_id::ActiveModel {
        workspace_id: Set(entry.workspace.0),
        uid: Set(entry.uid.0.to_vec()),
        position: Set(*position),
        import_id: Set(entry.signal.import.as_ref().map(ImportId::to_string)),
    });
    let ids: Vec<_> = ids.collect();
    for chunk in ids.chunks(CHUNK) {
        let moved = OnConflict::columns([signal_id::Column::WorkspaceId, signal_id::Column::Uid])
            .update_columns([signal_id::Column::Position, signal_id::Column::ImportId])
            .to_owned();
        signal_id::Entity::insert_many(chunk.to_vec()).on_conflict(moved).exec_without_returning(txn).await.check()?;
    }
    Ok((outcomes, kept))
}

/// Where earlier revisions are, by identity.
async fn known(txn: &DatabaseTransaction, moving: &[Placed<'_>]) -> Result<HashMap<Uid, i64>> {
    let mut wanted: HashMap<WorkspaceId, Vec<Vec<u8>>> = HashMap::new();
    for (_, entry) in moving {
        wanted.entry(entry.workspace).or_default().push(entry.uid.0.to_vec());
    }
    let mut known = HashMap::new();
    for (workspace, uids) in wanted {
        for chunk in uids.chunks(CHUNK) {
            let rows = signal_id::Entity::find()
                .filter(signal_id::Column::WorkspaceId.eq(workspace.0))
                .filter(signal_id::Column::Uid.is_in(chunk.to_vec()))
                .all(txn)
                .await
                .check()?;
            for row in rows {
                known.insert(uid_from(&row.uid)?, row.position);
            }
        }
    }
    Ok(known)
}

/// Takes rows out of the numbers: deleted if they are not sealed yet, else marked dead.
async fn retire(txn: &DatabaseTransaction, replaced: &[(WorkspaceId, i64)]) -> Result<()> {
    for chunk in replaced.chunks(CHUNK) {
        let delete = Query::delete()
            .from_table("signals")
            .and_where(Expr::col("position").is_in(chunk.iter().map(|(_, position)| *position)))
            .returning(Query::returning().column("position"))
            .to_owned();
        let mut deleted = HashSet::with_capacity(chunk.len());
        for row in txn.query_all(&delete).await.check()? {
            deleted.insert(row.try_get::<i64>("", "position").check()?);
        }
        let sealed = chunk.iter().filter(|(_, position)| !deleted.contains(position));
        let sealed: Vec<_> = sealed
            .map(|(workspace, position)| dead::ActiveModel { workspace_id: Set(workspace.0), position: Set(*position) })
            .collect();
        let twice = OnConflict::columns([dead::Column::WorkspaceId, dead::Column::Position]).do_nothing().to_owned();
        if !sealed.is_empty() {
            dead::Entity::insert_many(sealed).on_conflict(twice).exec_without_returning(txn).await.check()?;
        }
    }
    let workspaces: BTreeSet<WorkspaceId> = replaced.iter().map(|(workspace, _)| *workspace).collect();
    for workspace in workspaces {
        bump_generation(txn, workspace).await?;
    }
    Ok(())
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

async fn insert_contacts(txn: &DatabaseTransaction, rows: &[Placed<'_>], now: Timestamp) -> Result<()> {
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

async fn insert_signals(txn: &DatabaseTransaction, rows: &[Placed<'_>], now: Timestamp) -> Result<()> {
    for chunk in lots(rows) {
        SIGNALS.lot(txn, chunk.iter().map(|(position, entry)| row(*position, entry, now))).await?;
    }
    Ok(())
}

static IDS: LazyLock<Insert> = LazyLock::new(|| {
    let known = || Some(OnConflict::columns(["workspace_id", "uid"]).do_nothing().to_owned());
    Insert::new("signal_ids", &["workspace_id", "uid", "position", "import_id"], known)
});

static SIGNALS: LazyLock<Insert> = LazyLock::new(|| Insert::new("signals", &SIGNAL, || None));

/// The columns of [`row`], in its order.
const SIGNAL: [&str; 16] = [
    "position",
    "workspace_id",
    "uid",
    "kind",
    "survey",
    "complete",
    "source",
    "source_id",
    "occurred_at",
    "received_at",
    "channel",
    "touchpoint",
    "contact_id",
    "language",
    "import_id",
    "body",
];

fn row(position: i64, entry: &Entry, now: Timestamp) -> Vec<Value> {
    let Signal { source, source_id, occurred_at, channel, touchpoint, language, import, body, .. } = &entry.signal;
    let survey = match &body.what {
        What::Response(response) => Some(response.survey.clone()),
    };
    vec![
        position.into(),
        entry.workspace.0.into(),
        entry.uid.0.to_vec().into(),
        body.what.kind().into(),
        survey.into(),
        entry.is_final().into(),
        source.clone().into(),
        source_id.clone().into(),
        occurred_at.0.into(),
        entry.received_at.unwrap_or(now).0.into(),
        channel.clone().into(),
        touchpoint.clone().into(),
        entry.contact_id.as_ref().map(ContactId::to_string).into(),
        language.clone().into(),
        import.as_ref().map(ImportId::to_string).into(),
        entry.body.clone().into(),
    ]
}
