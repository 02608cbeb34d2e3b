//! One write: state change, job and log entry commit together.

use std::ops::Deref;

use kernel::{Result, WorkspaceId};
use sea_orm::{DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use tokio::sync::OwnedMutexGuard;

use crate::{Appended, Check, Entry, Store, attributes, error, log};

/// An open write transaction; dropped without [`Txn::commit`] it never happened.
pub struct Txn {
    inner: DatabaseTransaction,
    store: Store,
    appended: Option<i64>,
    learned: attributes::Learned,
    /// Released after the commit: fields drop in order.
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Txn {
    pub(crate) async fn begin(store: &Store) -> Result<Self> {
        if store.is_broken() {
            return Err(kernel::Error::Unavailable("the disk failed; restart to recover".into()));
        }
        store.inner.space.check()?;
        let turn = if store.is_sqlite() { Some(store.inner.turn.clone().lock_owned().await) } else { None };
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let inner = store.inner.writes.begin_with_options(options).await.check()?;
        Ok(Self { inner, store: store.clone(), appended: None, learned: Vec::new(), _turn: turn })
    }

    /// Appends signals to the log within this write. Append last: on PostgreSQL this takes the log's lock, which is
    /// held until the commit so that positions become visible in order. After an error nothing of this write can be
    /// kept.
    pub async fn append(&mut self, entries: impl AsRef<[Entry]>) -> Result<Vec<Appended>> {
        let log::Outcome { outcomes, head, learned } = log::append(&self.store, &self.inner, entries.as_ref()).await?;
        self.appended = Some(head);
        self.learned.extend(learned);
        Ok(outcomes)
    }

    /// Marks rows that were already given out as changed, so that caches of a workspace's tail are rebuilt.
    pub async fn rewrote(&self, workspace: WorkspaceId) -> Result<()> {
        log::lock(&self.inner).await?;
        log::bump_generation(&self.inner, workspace).await
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// When this returns, all of it is on disk.
    pub async fn commit(self) -> Result<()> {
        let Self { inner, store, appended, learned, _turn } = self;
        if let Err(error) = inner.commit().await.check() {
            if error::is_disk_failure(&error) {
                store.mark_broken();
            }
            return Err(error);
        }
        store.inner.kinds.learn(learned);
        if let Some(head) = appended {
            store.inner.head.send_modify(|known| *known = head.max(*known));
        }
        Ok(())
    }
}

impl Deref for Txn {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}
