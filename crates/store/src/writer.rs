//! Group commit: requests that wait for the disk at the same time share one transaction and one sync.

use kernel::{Error, Result};
use tokio::sync::{mpsc, oneshot};

use crate::{Appended, Entry, Store, error};

/// Requests that may wait; more are refused as `Unavailable` rather than queued without end.
pub(crate) const QUEUE_MAX: usize = 10_000;
/// Signals in one transaction at most.
const GROUP_MAX: usize = 2_000;

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
        while let Some(first) = queue.recv().await {
            let Some(inner) = weak.upgrade() else { return };
            let mut size = first.entries.len();
            let mut group = vec![first];
            while size < GROUP_MAX {
                let Ok(next) = queue.try_recv() else { break };
                size += next.entries.len();
                group.push(next);
            }
            write(&Store { inner }, group).await;
        }
    });
}

async fn write(store: &Store, group: Vec<Append>) {
    let counts: Vec<usize> = group.iter().map(|append| append.entries.len()).collect();
    let (entries, waiting): (Vec<_>, Vec<_>) = group.into_iter().map(|a| (a.entries, a.done)).unzip();
    let alone = entries.len() == 1;
    let kept = if alone { Vec::new() } else { entries.clone() };
    metrics::histogram!("nabz_group_commit_signals").record(counts.iter().sum::<usize>() as f64);
    match commit(store, entries.into_iter().flatten().collect()).await {
        Ok(outcomes) => {
            let mut outcomes = outcomes.into_iter();
            for (done, count) in waiting.into_iter().zip(counts) {
                // A requester that went away does not need its answer; the signal is kept all the same.
                let _ = done.send(Ok(outcomes.by_ref().take(count).collect()));
            }
        }
        // A full disk or a database that is away would refuse each of them after the same wait.
        Err(error) if alone || matches!(error, Error::DiskFull | Error::Unavailable(_)) => {
            for done in waiting {
                let _ = done.send(Err(again(&error)));
            }
        }
        // One bad request must not take its neighbours down: each is tried by itself.
        Err(_) => {
            for (done, entries) in waiting.into_iter().zip(kept) {
                let _ = done.send(commit(store, entries).await);
            }
        }
    }
}

async fn commit(store: &Store, entries: Vec<Entry>) -> Result<Vec<Appended>> {
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
