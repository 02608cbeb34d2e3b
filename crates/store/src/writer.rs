//! Group commit: requests that wait for the disk at the same time share one transaction and one sync.

use std::time::Duration;

use kernel::{Error, Result};
use tokio::sync::{mpsc, oneshot};

use crate::{Appended, Entry, Store, error};

/// Requests that may wait; more are refused as `Unavailable` rather than queued without end.
pub(crate) const QUEUE_MAX: usize = 10_000;
/// Signals in one transaction at most.
const GROUP_MAX: usize = 2_000;
/// How long a group waits for company where the last one had some. Those that were answered a moment ago are about to
/// send again; without this pause the first of them would have a transaction of its own, and all others would wait
/// for it.
const GATHER: Duration = Duration::from_millis(1);

pub(crate) struct Append {
    entries: Vec<Entry>,
    done: oneshot::Sender<Result<Vec<Appended>>>,
}

impl Store {
    /// Appends signals and returns when they are on disk, with what became of each, in order.
    ///
    /// # Errors
    /// `DiskFull` and `Unavailable` when nothing was written.
    pub async fn append(&self, entries: Vec<Entry>) -> Result<Vec<Appended>> {
        let (done, outcome) = oneshot::channel();
        self.inner
            .appends
            .try_send(Append { entries, done })
            .map_err(|_| Error::Unavailable("too many answers are waiting to be written".into()))?;
        outcome.await.map_err(|_| Error::Unavailable("the writer stopped".into()))?
    }
}

/// The task lives as long as the store: it holds only a weak handle between groups.
pub(crate) fn spawn(store: &Store, mut queue: mpsc::Receiver<Append>) {
    let weak = std::sync::Arc::downgrade(&store.inner);
    tokio::spawn(async move {
        let mut is_busy = false;
        while let Some(first) = queue.recv().await {
            if is_busy {
                tokio::time::sleep(GATHER).await;
            }
            let Some(inner) = weak.upgrade() else { return };
            let mut size = first.entries.len();
            let mut group = vec![first];
            while size < GROUP_MAX {
                let Ok(next) = queue.try_recv() else { break };
                size += next.entries.len();
                group.push(next);
            }
            is_busy = group.len() > 1;
            write(&Store { inner }, group).await;
        }
    });
}

async fn write(store: &Store, group: Vec<Append>) {
    let mut entries = Vec::with_capacity(group.iter().map(|append| append.entries.len()).sum());
    let mut waiting = Vec::with_capacity(group.len());
    for append in group {
        let first = entries.len();
        entries.extend(append.entries);
        waiting.push((append.done, first..entries.len()));
    }
    metrics::histogram!("nabz_group_commit_signals").record(entries.len() as f64);
    match commit(store, &entries).await {
        Ok(outcomes) => {
            for (done, range) in waiting {
                // A requester that went away does not need its answer; the signal is kept all the same.
                let _ = done.send(Ok(outcomes[range].to_vec()));
            }
        }
        // A full disk or a database that is away would refuse each of them after the same wait.
        Err(error) if waiting.len() == 1 || matches!(error, Error::DiskFull | Error::Unavailable(_)) => {
            for (done, _) in waiting {
                let _ = done.send(Err(again(&error)));
            }
        }
        // One bad request must not take its neighbours down: each is tried by itself.
        Err(_) => {
            for (done, range) in waiting {
                let _ = done.send(commit(store, &entries[range]).await);
            }
        }
    }
}

async fn commit(store: &Store, entries: &[Entry]) -> Result<Vec<Appended>> {
    let mut txn = store.write().await?;
    let outcomes = txn.append(entries).await.inspect_err(|error| {
        if error::is_disk_failure(error) {
            store.mark_broken();
        }
    })?;
    txn.commit().await?;
    Ok(outcomes)
}

fn again(error: &Error) -> Error {
    match error {
        Error::DiskFull => Error::DiskFull,
        Error::Unavailable(words) => Error::Unavailable(words.clone()),
        other => Error::internal(format!("{other}: {}", chain(other))),
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut words = String::new();
    let mut next = error.source();
    while let Some(cause) = next {
        words.push_str(&cause.to_string());
        words.push_str("; ");
        next = cause.source();
    }
    words
}
