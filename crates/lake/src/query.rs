//! Asking, and what comes back.

use std::fmt;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::execution::SessionState;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::execute_stream;
use futures::StreamExt;
use kernel::signal::Signal;
use kernel::{ContactId, ImportId, Timestamp, Uid, WorkspaceId};
use store::Logged;
use tokio::sync::mpsc;

use crate::cell::Cells;
use crate::scan::Ground;
use crate::seal::TAIL_ROWS_MAX;
use crate::table::Contacts;
use crate::{Cell, Column, ColumnKind, Error, Lake, Result, session};

/// Rows that [`QueryResult::rows`] holds at most: a page shows fewer by far, and files are streamed.
pub const ROWS_MAX: usize = 100_000;
/// Batches that wait for a slow reader.
const WAITING_MAX: usize = 2;
/// Signals fetched by one call of [`Lake::signals`].
pub const SIGNALS_MAX: usize = 1_000;

/// How a person's SQL is answered.
#[derive(Clone, Copy, Debug, Default)]
pub struct SqlOptions {
    /// Ignore kept aggregates, as a benchmark does.
    pub cold: bool,
    /// Stop after so many rows.
    pub rows_max: Option<usize>,
}

/// An answer that is still being worked on; dropped, the work stops.
pub struct QueryResult {
    pub(crate) schema: SchemaRef,
    columns: Vec<Column>,
    batches: mpsc::Receiver<Result<RecordBatch>>,
}

impl fmt::Debug for QueryResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("QueryResult").field("columns", &self.columns).finish_non_exhaustive()
    }
}

impl QueryResult {
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(crate) async fn next(&mut self) -> Result<Option<RecordBatch>> {
        self.batches.recv().await.transpose()
    }

    /// The next rows, some thousands at most; nothing at the end.
    pub async fn next_rows(&mut self) -> Result<Option<Vec<Vec<Cell>>>> {
        Ok(match self.next().await? {
            Some(batch) => Some(rows(&batch)?),
            None => None,
        })
    }

    /// All rows.
    ///
    /// # Errors
    /// `Query` where there are more than [`ROWS_MAX`].
    pub async fn rows(mut self) -> Result<Vec<Vec<Cell>>> {
        let mut all = Vec::new();
        while let Some(some) = self.next_rows().await? {
            all.extend(some);
            if all.len() > ROWS_MAX {
                return Err(Error::Query(format!("the answer has more than {ROWS_MAX} rows: narrow it down")));
            }
        }
        Ok(all)
    }
}

pub(crate) fn rows(batch: &RecordBatch) -> Result<Vec<Vec<Cell>>> {
    let columns: Vec<Cells> = batch.columns().iter().map(Cells::of).collect::<Result<_>>()?;
    (0..batch.num_rows()).map(|row| columns.iter().map(|column| column.get(row)).collect()).collect()
}

impl Lake {
    /// Answers SQL that a person wrote: `SELECT` (and `EXPLAIN`) over the tables that
    /// `docs/sql.md` lists.
    ///
    /// # Errors
    /// `Query` with exact words for the person; `Timeout`, `TooLarge`; `Damaged` where a sealed file is gone.
    pub async fn sql(&self, workspace: WorkspaceId, sql: &str, options: SqlOptions) -> Result<QueryResult> {
        let ground = self.ground(workspace, options.cold).await?;
        let state = self.session(&ground, false)?;
        let sql = sql.to_owned();
        self.start(async move {
            let plan = session::plan(&state, &sql, options.rows_max).await?;
            Ok((state, plan))
        })
        .await
    }

    /// Answers SQL that our own code wrote. It sees the hidden columns `_position`, `_uid`, `_import` and
    /// `signals._body`, too. Values are bound as `$1`, `$2`, … and never become part of the text.
    pub async fn query(&self, workspace: WorkspaceId, sql: &str, params: &[Cell]) -> Result<QueryResult> {
        let ground = self.ground(workspace, false).await?;
        let state = self.session(&ground, true)?;
        let (sql, params) = (sql.to_owned(), params.to_owned());
        self.start(async move {
            let plan = session::own_plan(&state, &sql, &params).await?;
            Ok((state, plan))
        })
        .await
    }

    /// The signals with these identities, sealed or not, in no particular order; those unknown are left out.
    ///
    /// # Errors
    /// `Query` for more than [`SIGNALS_MAX`].
    pub async fn signals(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Vec<Logged>> {
        if uids.len() > SIGNALS_MAX {
            return Err(Error::Query(format!("at most {SIGNALS_MAX} signals can be fetched at once")));
        }
        if uids.is_empty() {
            return Ok(vec![]);
        }
        let wanted: Vec<String> = (1..=uids.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "select _position, _uid, received_at, contact_id, source, source_id, occurred_at, channel, touchpoint, \
             language, _import, _body from signals where _uid in ({})",
            wanted.join(", ")
        );
        let params: Vec<Cell> = uids.iter().copied().map(Cell::Uid).collect();
        let rows = self.query(workspace, &sql, &params).await?.rows().await?;
        rows.iter().map(|row| logged(row)).collect()
    }

    pub(crate) async fn ground(&self, workspace: WorkspaceId, cold: bool) -> Result<Arc<Ground>> {
        self.bound_tail(workspace, TAIL_ROWS_MAX).await?;
        let snapshot = self.snapshot(workspace).await?;
        let partitions = session::partitions(&self.config);
        Ok(Arc::new(Ground { snapshot, kept: self.kept.clone(), cold, partitions }))
    }

    /// The engine as of now, with the workspace's tables.
    fn session(&self, ground: &Arc<Ground>, with_hidden: bool) -> Result<SessionState> {
        let mut state = session::with_tables(&self.base, ground, self.contacts(ground), with_hidden)?;
        session::start(&mut state, self.store.env().now());
        Ok(state)
    }

    fn contacts(&self, ground: &Ground) -> Contacts {
        Contacts {
            store: self.store.clone(),
            workspace: ground.snapshot.workspace,
            columns: ground.snapshot.columns.clone(),
            home: self.home.clone(),
        }
    }

    /// Plans and starts a question on the lake's own threads, so that the work of one never holds up a request.
    async fn start(
        &self,
        plan: impl Future<Output = Result<(SessionState, LogicalPlan)>> + Send + 'static,
    ) -> Result<QueryResult> {
        let (sender, batches) = mpsc::channel(WAITING_MAX);
        let limit = self.config.timeout;
        let started = self.spawn(async move {
            let deadline = tokio::time::Instant::now() + limit;
            let late = move || Error::Timeout(limit);
            let begin = async {
                let (state, plan) = plan.await?;
                let physical = state.create_physical_plan(&plan).await?;
                Ok::<_, Error>(execute_stream(physical, state.task_ctx())?)
            };
            let mut stream = tokio::time::timeout_at(deadline, begin).await.map_err(|_| late())??;
            let schema = stream.schema();
            tokio::spawn(async move {
                loop {
                    let next = tokio::select! {
                        next = tokio::time::timeout_at(deadline, stream.next()) => next,
                        () = sender.closed() => return,
                    };
                    let (batch, is_last) = match next {
                        Ok(None) => return,
                        Ok(Some(Ok(batch))) => (Ok(batch), false),
                        Ok(Some(Err(error))) => (Err(error.into()), true),
                        Err(_) => (Err(late()), true),
                    };
                    if sender.send(batch).await.is_err() || is_last {
                        return;
                    }
                }
            });
            Ok(schema)
        });
        let schema: SchemaRef = started.await?;
        let column = |field: &datafusion::arrow::datatypes::FieldRef| Column {
            name: field.name().clone(),
            kind: ColumnKind::of(field.data_type()),
        };
        Ok(QueryResult { columns: schema.fields().iter().map(column).collect(), schema, batches })
    }
}

fn logged(row: &[Cell]) -> Result<Logged> {
    let lacking = || Error::Internal("a signal lacks a column".into());
    let text = |index: usize| row.get(index).and_then(Cell::as_str).map(str::to_owned);
    let time = |index: usize| -> Result<Timestamp> { row.get(index).and_then(Cell::as_time).ok_or_else(lacking) };
    Ok(Logged {
        position: row.first().and_then(Cell::as_i64).ok_or_else(lacking)?,
        uid: row.get(1).and_then(Cell::as_uid).ok_or_else(lacking)?,
        received_at: time(2)?,
        contact_id: text(3).map(ContactId::from_outside),
        signal: Signal {
            source: text(4).ok_or_else(lacking)?,
            source_id: text(5).ok_or_else(lacking)?,
            occurred_at: time(6)?,
            channel: text(7).ok_or_else(lacking)?,
            touchpoint: text(8),
            contact: None,
            language: text(9),
            import: text(10).map(ImportId::from_outside),
            body: serde_json::from_str(&text(11).ok_or_else(lacking)?)?,
        },
    })
}
