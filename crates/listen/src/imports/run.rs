//! Runs an import to its end: rows become signals, batch by batch.

use std::time::Duration;

use kernel::{Error, ImportId, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Appended, Check, Store, Txn};
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::MissedTickBehavior;

use crate::entity::import::{ActiveModel, Column, Entity};
use crate::imports::reader::{self, Batch, Read};
use crate::imports::record::{Cause, Counts, DONE, FAILED, RUNNING, Refused};
use crate::imports::start::{Request, Started, start, stopped};
use crate::imports::{REFUSED_KEPT_MAX, target};

/// Batches that may wait to be written.
const BATCHES_WAITING: usize = 4;
/// How often an import shows that it runs while there is nothing to write.
const PULSE: Duration = Duration::from_secs(2);

/// How far an import is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    pub counts: Counts,
    /// Bytes read, and to be read in all; the file is read twice.
    pub bytes_read: u64,
    pub bytes_due: u64,
}

/// What an import did.
#[derive(Clone, Debug)]
pub struct Report {
    pub import: ImportId,
    /// Key of the survey.
    pub survey: String,
    pub counts: Counts,
    /// The first refused lines, at most [`super::REFUSED_MAX`], and how many there are beyond.
    pub rejected: Vec<Refused>,
    pub more_rejected: u64,
}

/// Imports a file. Dropped before its end, what was added stands and the same file adds the rest.
///
/// # Errors
/// Refusals of the survey and the file; `DiskFull` and `Unavailable` after some batches may have been added.
pub async fn run(
    store: &Store,
    workspace: WorkspaceId,
    actor: &str,
    request: Request,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report> {
    let started = start(store, workspace, actor, request, None).await?.ok_or_else(stopped)?;
    carry_out(store, started, progress).await
}

/// Reads and writes what was started, and says in its row how that ended.
pub(super) async fn carry_out(
    store: &Store,
    started: Started,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Report> {
    let mut running = Running { store, started: started.clone(), counts: Counts::default() };
    let (sender, batches) = mpsc::channel(BATCHES_WAITING);
    let reading = tokio::task::spawn_blocking(move || reader::read(&started, &sender));
    // The queue ends with this call: a reader whose batches nobody takes stops.
    let written = running.write(batches, progress).await;
    let read = reading.await.map_err(Error::internal);
    match (written, read) {
        (Ok(()), Ok(Read { summary: Ok(summary), counts, refused })) => {
            running.counts = Counts { added: running.counts.added, duplicates: running.counts.duplicates, ..counts };
            running.finish(&summary.survey, &refused).await?;
            progress(running.progress());
            Ok(running.report(refused))
        }
        (Err(error), Ok(Read { summary, refused, .. })) => {
            let options = summary.ok().map(|summary| summary.survey);
            Err(running.fail(error, options, &refused).await)
        }
        (Ok(()), Ok(Read { summary: Err(error), counts, refused })) => {
            running.counts = Counts { added: running.counts.added, duplicates: running.counts.duplicates, ..counts };
            Err(running.fail(error, None, &refused).await)
        }
        (_, Err(error)) => Err(running.fail(error, None, &[]).await),
    }
}

/// The half of an import that writes.
struct Running<'a> {
    store: &'a Store,
    started: Started,
    counts: Counts,
}

impl Running<'_> {
    async fn write(&mut self, mut batches: Receiver<Batch>, progress: &mut (dyn FnMut(Progress) + Send)) -> Result<()> {
        let mut pulse = tokio::time::interval(PULSE);
        pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                batch = batches.recv() => match batch {
                    Some(batch) => self.keep(batch).await?,
                    None => return Ok(()),
                },
                _ = pulse.tick() => {
                    let txn = self.store.write().await?;
                    self.show(&txn, RUNNING, ActiveModel::default()).await?;
                    txn.commit().await?;
                }
            }
            progress(self.progress());
        }
    }

    /// One batch: its signals and the counts, or neither.
    async fn keep(&mut self, batch: Batch) -> Result<()> {
        let mut txn = self.store.write().await?;
        self.counts = Counts { added: self.counts.added, duplicates: self.counts.duplicates, ..batch.read };
        // First, since it locks the row against an undo; the log comes last.
        self.show(&txn, RUNNING, ActiveModel::default()).await?;
        let outcomes = txn.append(batch.entries).await?;
        let duplicates = outcomes.iter().filter(|outcome| **outcome == Appended::Duplicate).count() as u64;
        self.counts.duplicates += duplicates;
        self.counts.added += outcomes.len() as u64 - duplicates;
        let counts = ActiveModel {
            added: Set(self.counts.added as i64),
            duplicates: Set(self.counts.duplicates as i64),
            ..Default::default()
        };
        self.change(&txn, counts).await?;
        txn.commit().await
    }

    async fn finish(&self, read: &kernel::survey::Survey, refused: &[Refused]) -> Result<()> {
        let Started { import, workspace, actor, target, .. } = &self.started;
        let txn = self.store.write().await?;
        let end = ActiveModel {
            refused: Set(kept(refused)?),
            finished_at: Set(Some(self.store.env().now().0)),
            ..Default::default()
        };
        self.show(&txn, DONE, end).await?;
        target::learn(&txn, *workspace, target, read, actor).await?;
        let Counts { added, duplicates, rejected, .. } = self.counts;
        let detail = json!({ "added": added, "duplicates": duplicates, "rejected": rejected });
        audit::note(&txn, *workspace, Deed { actor, action: "import.finish", subject: import.as_str(), detail })
            .await?;
        txn.commit().await
    }

    /// Says why it ended early, as far as that can still be written, and hands the reason on.
    async fn fail(&self, error: Error, options: Option<kernel::survey::Survey>, refused: &[Refused]) -> Error {
        let Started { import, workspace, actor, target, .. } = &self.started;
        let told = async {
            let txn = self.store.write().await?;
            let end = ActiveModel {
                refused: Set(kept(refused)?),
                error: Set(Some(serde_json::to_string(&Cause::of(&error)).map_err(Error::internal)?)),
                finished_at: Set(Some(self.store.env().now().0)),
                ..Default::default()
            };
            self.show(&txn, FAILED, end).await?;
            if let Some(read) = &options {
                target::learn(&txn, *workspace, target, read, actor).await?;
            }
            let deed = Deed { actor, action: "import.fail", subject: import.as_str(), detail: json!({}) };
            audit::note(&txn, *workspace, deed).await?;
            txn.commit().await
        };
        if let Err(untold) = told.await {
            tracing::warn!(%import, %untold, "an import failed and its end could not be written");
        }
        error
    }

    /// Counts and progress into the row, with what `end` sets beyond.
    ///
    /// # Errors
    /// `import_stopped` where the row no longer says that it runs.
    async fn show(&self, txn: &Txn, state: &str, end: ActiveModel) -> Result<()> {
        let Progress { counts, bytes_read, bytes_due } = self.progress();
        let row = ActiveModel {
            state: Set(state.to_owned()),
            rows_read: Set(counts.rows as i64),
            responses: Set(counts.responses as i64),
            answers: Set(counts.answers as i64),
            rejected: Set(counts.rejected as i64),
            bytes_read: Set(bytes_read as i64),
            bytes_due: Set(bytes_due as i64),
            seen_at: Set(self.store.env().now().0),
            ..end
        };
        if self.change(txn, row).await? { Ok(()) } else { Err(stopped()) }
    }

    async fn change(&self, txn: &Txn, row: ActiveModel) -> Result<bool> {
        let changed = Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(self.started.import.as_str()))
            .filter(Column::State.eq(RUNNING))
            .exec(&**txn)
            .await
            .check()?;
        Ok(changed.rows_affected == 1)
    }

    fn progress(&self) -> Progress {
        let (bytes_read, bytes_due) = self.started.file.progress();
        Progress { counts: self.counts, bytes_read, bytes_due }
    }

    fn report(self, rejected: Vec<Refused>) -> Report {
        let more_rejected = self.counts.rejected - rejected.len() as u64;
        let Started { import, target, .. } = self.started;
        Report { import, survey: target.key, counts: self.counts, rejected, more_rejected }
    }
}

fn kept(refused: &[Refused]) -> Result<String> {
    serde_json::to_string(&refused[..refused.len().min(REFUSED_KEPT_MAX)]).map_err(Error::internal)
}
