//! The signal log: append-only, in order, each signal exactly once.
//!
//! Positions come from one counter row that is updated first by whoever changes the log: appends, withdrawals,
//! sealing. Its row lock is held until the commit, so on PostgreSQL, too, a later position never becomes visible
//! before an earlier one, no reader that remembers "I have seen up to n" can skip a late commit, and no two writers
//! wait for each other's rows.

mod append;

pub(crate) use append::{Outcome, append, bump_generation, lock};
use kernel::signal::{Body, Signal, State, What};
use kernel::{ContactId, Error, ImportId, Refusal, Result, Timestamp, Uid, WorkspaceId};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{dead, signal, signal_id, withdrawal, workspace};
use crate::{Check, Store};

/// A signal on its way into the log.
#[derive(Clone, Debug)]
pub struct Entry {
    workspace: WorkspaceId,
    uid: Uid,
    contact_id: Option<ContactId>,
    signal: Signal,
    body: String,
    revises: bool,
    received_at: Option<Timestamp>,
}

/// What became of an [`Entry`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    Added {
        position: i64,
    },
    /// The same signal was there before; nothing changed.
    Duplicate,
    /// An earlier revision was there and gave way to this one.
    Replaced {
        position: i64,
    },
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
    ///
    /// # Errors
    /// `control_character` with the field, for a NUL in anything but an answer or an attribute's value: PostgreSQL
    /// has no room for it.
    pub fn new(workspace: WorkspaceId, signal: Signal) -> Result<Self> {
        if let Some(field) = nul(&signal) {
            return Err(Refusal::new("control_character").at(field).into());
        }
        let uid = Uid::of(workspace, &signal.source, &signal.source_id);
        let contact_id = signal.contact.as_deref().map(|key| ContactId::of_key(workspace, key));
        let body = serde_json::to_string(&signal.body).map_err(Error::internal)?;
        Ok(Self { workspace, uid, contact_id, signal, body, revises: false, received_at: None })
    }

    /// A full new state of a signal that may be there already: the last revision counts.
    pub fn revision(workspace: WorkspaceId, signal: Signal) -> Result<Self> {
        Ok(Self { revises: true, ..Self::new(workspace, signal)? })
    }

    /// Says when it was received, where the exact time must not be kept: of anonymous responses the day.
    #[must_use]
    pub fn received_at(self, at: Timestamp) -> Self {
        Self { received_at: Some(at), ..self }
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

/// The field that holds a NUL, if one does.
fn nul(signal: &Signal) -> Option<&'static str> {
    let What::Response(response) = &signal.body.what;
    let fields = [
        ("source", Some(&signal.source)),
        ("id", Some(&signal.source_id)),
        ("channel", Some(&signal.channel)),
        ("touchpoint", signal.touchpoint.as_ref()),
        ("contact", signal.contact.as_ref()),
        ("language", signal.language.as_ref()),
        ("survey", Some(&response.survey)),
    ];
    let found = fields.into_iter().find(|(_, text)| text.is_some_and(|text| text.contains('\0')));
    let in_name = || signal.body.attributes.keys().any(|name| name.contains('\0')).then_some("attributes");
    found.map(|(field, _)| field).or_else(in_name)
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

/// Reading the log.
impl Store {
    /// The last position that any reader can see.
    pub async fn head(&self) -> Result<i64> {
        let query = Query::select().column("position").from("log_head").to_owned();
        let row =
            self.reads().query_one(&query).await.check()?.ok_or_else(|| Error::internal("the log has no head"))?;
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

/// Takes all rows of an import out of the numbers and frees their ids, within `txn`. Returns how many ids became
/// free; a second time that is none.
pub async fn withdraw(txn: &crate::Txn, workspace: WorkspaceId, import: &ImportId) -> Result<u64> {
    lock(txn).await?;
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
    let twice =
        OnConflict::columns([withdrawal::Column::WorkspaceId, withdrawal::Column::ImportId]).do_nothing().to_owned();
    withdrawal::Entity::insert(row).on_conflict(twice).exec_without_returning(&**txn).await.check()?;
    txn.rewrote(workspace).await?;
    Ok(freed.rows_affected)
}
