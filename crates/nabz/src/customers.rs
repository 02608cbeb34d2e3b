//! Who said something, asked of the lake: for initiatives, which tell exactly those customers.

use std::sync::Arc;

use act::initiatives::{Finds, Found, Person};
use kernel::condition::Condition;
use kernel::{ContactId, Measure, Result, Timestamp, Uid, WorkspaceId};
use lake::{Cell, Lake, SIGNALS_MAX};
use store::Logged;

/// The lake behind the pages of initiatives.
pub struct InLake(Arc<Lake>);

impl InLake {
    pub fn new(lake: Arc<Lake>) -> Self {
        Self(lake)
    }
}

#[async_trait::async_trait]
impl Finds for InLake {
    async fn people(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: Option<&Condition>,
        between: (Timestamp, Timestamp),
        limit: usize,
    ) -> Result<Found> {
        if surveys.is_empty() {
            return Ok(Found::default());
        }
        let mut params = Vec::new();
        let mut bind = |cell: Cell| {
            params.push(cell);
            format!("${}", params.len())
        };
        let holds = match condition {
            Some(condition) => {
                let columns = self.0.attribute_columns(workspace).await.map_err(kernel::Error::from)?;
                lake::clause(condition, surveys, &columns, &mut bind).map_err(kernel::Error::from)?
            }
            None => "true".into(),
        };
        let keys: Vec<String> = surveys.iter().map(|survey| bind((*survey).into())).collect();
        let (since, until) = (bind(Cell::Time(between.0)), bind(Cell::Time(between.1)));
        let of = format!(
            "from responses where survey in ({}) and started_at >= {since} and started_at < {until} and {holds}",
            keys.join(", ")
        );
        // The language of the latest answer; those without one come first and are written over.
        let people = format!(
            "select contact_id, count(*), last_value(language order by started_at) {of} group by contact_id \
             order by contact_id limit {}",
            limit.saturating_add(1)
        );
        let rows = self.0.query(workspace, &people, &params).await.map_err(kernel::Error::from)?;
        let rows = rows.rows().await.map_err(kernel::Error::from)?;
        let mut found = Found::default();
        for row in &rows {
            match row.first().and_then(Cell::as_str) {
                Some(contact) => found.people.push(Person {
                    contact: ContactId::from_outside(contact),
                    language: row.get(2).and_then(Cell::as_str).map(str::to_owned),
                }),
                None => found.nameless += row.get(1).and_then(Cell::as_i64).unwrap_or_default().max(0) as u64,
            }
        }
        found.people.truncate(limit);
        Ok(found)
    }

    async fn senders(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Found> {
        let mut found = Found::default();
        for logged in self.signals(workspace, uids).await? {
            match logged.contact_id {
                Some(contact) => found.people.push(Person { contact, language: logged.signal.language }),
                None => found.nameless += 1,
            }
        }
        Ok(found)
    }

    async fn signals(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Vec<Logged>> {
        let mut found = Vec::with_capacity(uids.len());
        for some in uids.chunks(SIGNALS_MAX) {
            found.extend(self.0.signals(workspace, some).await.map_err(kernel::Error::from)?);
        }
        // The latest last, so that its language counts.
        found.sort_by_key(|logged| logged.signal.occurred_at);
        Ok(found)
    }

    async fn answers(
        &self,
        workspace: WorkspaceId,
        measure: &Measure,
        (since, until): (Timestamp, Timestamp),
    ) -> Result<(u64, u64)> {
        let columns = self.0.attribute_columns(workspace).await.map_err(kernel::Error::from)?;
        let mut counts = [0, 0];
        for (count, scope) in counts.iter_mut().zip([measure.scope.as_ref(), None]) {
            let mut params = vec![
                measure.survey.as_str().into(),
                measure.question.as_str().into(),
                Cell::Time(since),
                Cell::Time(until),
            ];
            let mut bind = |cell: Cell| {
                params.push(cell);
                format!("${}", params.len())
            };
            let within = match scope {
                Some(scope) => {
                    lake::clause(scope, &[&measure.survey], &columns, &mut bind).map_err(kernel::Error::from)?
                }
                None => "true".into(),
            };
            let sql = format!(
                "select count(*) from answers where survey = $1 and question = $2 and score is not null \
                 and occurred_at >= $3 and occurred_at < $4 and {within}"
            );
            let rows = self.0.query(workspace, &sql, &params).await.map_err(kernel::Error::from)?;
            let rows = rows.rows().await.map_err(kernel::Error::from)?;
            let found = rows.first().and_then(|row| row.first()?.as_i64());
            *count = found.unwrap_or_default().max(0) as u64;
        }
        Ok((counts[0], counts[1]))
    }

    async fn touchpoints(&self, workspace: WorkspaceId, since: Timestamp, limit: usize) -> Result<Vec<(String, u64)>> {
        let sql = format!(
            "select touchpoint, count(*) from responses where touchpoint is not null and started_at >= $1 \
             group by touchpoint order by 2 desc, 1 limit {limit}"
        );
        let rows = self.0.query(workspace, &sql, &[Cell::Time(since)]).await.map_err(kernel::Error::from)?;
        let rows = rows.rows().await.map_err(kernel::Error::from)?;
        let pair = |row: &Vec<Cell>| Some((row.first()?.as_str()?.to_owned(), row.get(1)?.as_i64()?.max(0) as u64));
        Ok(rows.iter().filter_map(pair).collect())
    }
}
