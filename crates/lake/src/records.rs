//! The tables of the loop: cases, insights, initiatives, goals, effects, and what led to what. They are read from the
//! database page by page when they are asked about. What names a signal there is its hidden identity; the tables show
//! the id that its source gave it, as all others do.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::{Column, DataFusionError, JoinType, Result};
use datafusion::datasource::provider_as_source;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::{Expr, LogicalPlanBuilder, TableType, ident};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::streaming::PartitionStream;
use datafusion::scalar::ScalarValue;
use futures::{StreamExt, TryStreamExt, stream};
use kernel::{Uid, WorkspaceId};
use store::Store;
use store::entity::{case, effect, goal, initiative, insight, link};
use store::whole::LinkKey;
use tokio::runtime::Handle;

use crate::scan::Ground;
use crate::schema::{Table, UID};
use crate::table::LakeTable;

/// Rows read at once.
const PAGE: u64 = 2_000;
/// The column that names a signal.
const SIGNAL: &str = "signal_id";

/// A table of the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    Cases,
    Effects,
    Goals,
    Initiatives,
    Insights,
    Links,
}

/// What a column holds. `Signal` is a signal's identity where rows are read, and its id where they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Text,
    Time,
    Number,
    Whole,
    Flag,
    Signal,
}

use Holds::{Flag, Number, Signal, Text, Time, Whole};

impl Record {
    pub(crate) const ALL: [Self; 6] =
        [Self::Cases, Self::Effects, Self::Goals, Self::Initiatives, Self::Insights, Self::Links];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Effects => "effects",
            Self::Goals => "goals",
            Self::Initiatives => "initiatives",
            Self::Insights => "insights",
            Self::Links => "links",
        }
    }

    /// The columns in order; `docs/sql.md` says what each means. The rows below name the same in the same order.
    fn columns(self) -> &'static [(&'static str, Holds)] {
        match self {
            Self::Cases => CASES,
            Self::Effects => EFFECTS,
            Self::Goals => GOALS,
            Self::Initiatives => INITIATIVES,
            Self::Insights => INSIGHTS,
            Self::Links => LINKS,
        }
    }

    /// As people see it, or as rows are read.
    fn schema(self, shown: bool) -> SchemaRef {
        let field = |(name, holds): &(&str, Holds)| match holds {
            Signal if shown => Field::new(*name, DataType::Utf8View, true),
            Signal => Field::new(UID, DataType::FixedSizeBinary(16), true),
            Text => Field::new(*name, DataType::Utf8View, true),
            Time => Field::new(*name, DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), true),
            Number => Field::new(*name, DataType::Float64, true),
            Whole => Field::new(*name, DataType::Int64, true),
            Flag => Field::new(*name, DataType::Boolean, true),
        };
        Arc::new(Schema::new(self.columns().iter().map(field).collect::<Vec<_>>()))
    }
}

const CASES: &[(&str, Holds)] = &[
    ("id", Text),
    (SIGNAL, Signal),
    ("survey", Text),
    ("question", Text),
    ("kind", Text),
    ("score", Number),
    ("channel", Text),
    ("touchpoint", Text),
    ("contact_id", Text),
    ("language", Text),
    ("why", Text),
    ("topic", Text),
    ("intent", Text),
    ("priority", Whole),
    ("owner", Text),
    ("team_id", Text),
    ("rule_id", Text),
    ("occurred_at", Time),
    ("opened_at", Time),
    ("due_at", Time),
    ("answered_at", Time),
    ("answered_by", Text),
    ("replied_at", Time),
    ("closed_at", Time),
    ("closed_by", Text),
    ("root_cause", Text),
    ("action", Text),
    ("outcome", Text),
    ("asked_at", Time),
    ("helped", Text),
    ("reopened", Whole),
    ("escalated", Whole),
    ("escalated_at", Time),
    ("initiative_at", Time),
    ("updated_at", Time),
];

fn of_case(row: case::Model) -> Vec<ScalarValue> {
    vec![
        text(row.id),
        // A case that was opened by hand has a value of its own there, which names no signal.
        signal(Uid(row.uid.try_into().unwrap_or_default())),
        text(row.survey),
        text(row.question),
        text(row.kind),
        number(row.score),
        text(row.channel),
        text(row.touchpoint),
        text(row.contact_id),
        text(row.language),
        text(row.why),
        text(row.topic),
        text(row.intent),
        whole(row.priority),
        text(row.owner),
        text(row.team_id),
        text(row.rule_id),
        time(row.occurred_at),
        time(row.opened_at),
        time(row.due_at),
        time(row.answered_at),
        text(row.answered_by),
        time(row.replied_at),
        time(row.closed_at),
        text(row.closed_by),
        text(row.root_cause),
        text(row.action),
        text(row.outcome),
        time(row.asked_at),
        text(row.helped),
        whole(row.reopened),
        whole(row.escalated),
        time(row.escalated_at),
        time(row.initiative_at),
        time(row.updated_at),
    ]
}

const INSIGHTS: &[(&str, Holds)] = &[
    ("id", Text),
    ("key", Text),
    ("kind", Text),
    ("survey", Text),
    ("topic", Text),
    ("people", Whole),
    ("sure", Text),
    ("rank", Number),
    ("owner", Text),
    ("card", Text),
    ("found_at", Time),
    ("changed_at", Time),
    ("seen_at", Time),
    ("gone_at", Time),
    ("dismissed_at", Time),
    ("dismissed_by", Text),
];

fn of_insight(row: insight::Model) -> Vec<ScalarValue> {
    vec![
        text(row.id),
        text(row.key),
        text(row.kind),
        text(row.survey),
        text(row.topic),
        whole(row.people),
        text(row.sure),
        number(row.rank),
        text(row.owner),
        text(row.card),
        time(row.found_at),
        time(row.changed_at),
        time(row.seen_at),
        time(row.gone_at),
        time(row.dismissed_at),
        text(row.dismissed_by),
    ]
}

const INITIATIVES: &[(&str, Holds)] = &[
    ("id", Text),
    ("title", Text),
    ("state", Text),
    ("problem", Text),
    ("causes", Text),
    ("plan", Text),
    ("risks", Text),
    ("topic", Text),
    ("insight_id", Text),
    ("measure", Text),
    ("expected", Number),
    ("expected_by", Text),
    ("owner", Text),
    ("team_id", Text),
    ("cost", Number),
    ("starts_on", Text),
    ("ends_on", Text),
    ("lesson", Text),
    ("told", Text),
    ("is_public", Flag),
    ("created_by", Text),
    ("created_at", Time),
    ("changed_at", Time),
    ("done_at", Time),
];

fn of_initiative(row: initiative::Model) -> Vec<ScalarValue> {
    vec![
        text(row.id),
        text(row.title),
        text(row.state),
        text(row.problem),
        text(row.causes),
        text(row.plan),
        text(row.risks),
        text(row.topic),
        text(row.insight_id),
        text(row.measure),
        number(row.expected),
        text(row.expected_by),
        text(row.owner),
        text(row.team_id),
        number(row.cost),
        text(row.starts_on),
        text(row.ends_on),
        text(row.lesson),
        text(row.told),
        ScalarValue::Boolean(Some(row.is_public)),
        text(row.created_by),
        time(row.created_at),
        time(row.changed_at),
        time(row.done_at),
    ]
}

const GOALS: &[(&str, Holds)] = &[
    ("id", Text),
    ("title", Text),
    ("measure", Text),
    ("from_value", Number),
    ("to_value", Number),
    ("from_day", Text),
    ("by_day", Text),
    ("owner", Text),
    ("initiative_id", Text),
    ("created_by", Text),
    ("created_at", Time),
    ("closed_at", Time),
];

fn of_goal(row: goal::Model) -> Vec<ScalarValue> {
    vec![
        text(row.id),
        text(row.title),
        text(row.measure),
        number(row.from_value),
        number(row.to_value),
        text(row.from_day),
        text(row.by_day),
        text(row.owner),
        text(row.initiative_id),
        text(row.created_by),
        time(row.created_at),
        time(row.closed_at),
    ]
}

const EFFECTS: &[(&str, Holds)] = &[
    ("id", Text),
    ("initiative_id", Text),
    ("measure", Text),
    ("design", Text),
    ("verdict", Text),
    ("value", Number),
    ("low", Number),
    ("high", Number),
    ("expected", Number),
    ("answers", Whole),
    ("measured_at", Time),
    ("detail", Text),
];

fn of_effect(row: effect::Model) -> Vec<ScalarValue> {
    vec![
        text(row.id),
        text(row.initiative_id),
        text(row.measure),
        text(row.design),
        text(row.verdict),
        number(row.value),
        number(row.low),
        number(row.high),
        number(row.expected),
        whole(row.answers),
        time(row.measured_at),
        text(row.detail),
    ]
}

const LINKS: &[(&str, Holds)] =
    &[("from_kind", Text), ("from_id", Text), ("to_kind", Text), ("to_id", Text), (SIGNAL, Signal), ("at", Time)];

fn of_link(row: link::Model) -> Vec<ScalarValue> {
    let is_signal = |kind: &str| store::links::Kind::parse(kind) == Some(store::links::Kind::Signal);
    let uid = [(&row.from_kind, &row.from_id), (&row.to_kind, &row.to_id)].into_iter();
    let uid = uid.filter(|(kind, _)| is_signal(kind)).find_map(|(_, id)| id.parse::<Uid>().ok());
    vec![
        text(row.from_kind),
        text(row.from_id),
        text(row.to_kind),
        text(row.to_id),
        ScalarValue::FixedSizeBinary(16, uid.map(|uid| uid.0.to_vec())),
        time(row.at),
    ]
}

fn text(value: impl Into<Option<String>>) -> ScalarValue {
    ScalarValue::Utf8View(value.into())
}

fn number(value: impl Into<Option<f64>>) -> ScalarValue {
    ScalarValue::Float64(value.into())
}

fn whole(value: impl Into<i64>) -> ScalarValue {
    ScalarValue::Int64(Some(value.into()))
}

fn time(value: impl Into<Option<i64>>) -> ScalarValue {
    ScalarValue::TimestampMicrosecond(value.into(), Some("UTC".into()))
}

fn signal(uid: Uid) -> ScalarValue {
    ScalarValue::FixedSizeBinary(16, Some(uid.0.to_vec()))
}

/// Where the rows of a workspace are read from.
#[derive(Clone)]
pub(crate) struct Rows {
    pub store: Store,
    pub workspace: WorkspaceId,
    /// Where the database's connections live.
    pub home: Handle,
}

/// After which row the next page begins.
enum After {
    Id(String),
    Link(LinkKey),
}

impl Rows {
    /// A page of rows, and where the next begins; nothing after the last.
    async fn page(&self, record: Record, after: After) -> kernel::Result<(Vec<Vec<ScalarValue>>, Option<After>)> {
        let (store, workspace) = (&self.store, self.workspace);
        /// The rows of a page with an id each, and the last of these.
        macro_rules! by_id {
            ($read:ident, $of:ident, $after:expr) => {{
                let rows = store.$read(workspace, $after, PAGE).await?;
                let last = rows.last().map(|row| After::Id(row.id.clone()));
                (rows.into_iter().map($of).collect::<Vec<_>>(), last)
            }};
        }
        let (rows, last) = match (record, &after) {
            (Record::Links, After::Link(key)) => {
                let rows = store.links_after(workspace, key, PAGE).await?;
                let key = |row: &link::Model| {
                    (row.from_kind.clone(), row.from_id.clone(), row.to_kind.clone(), row.to_id.clone())
                };
                let last = rows.last().map(|row| After::Link(key(row)));
                (rows.into_iter().map(of_link).collect(), last)
            }
            (Record::Cases, After::Id(id)) => by_id!(cases_after, of_case, id),
            (Record::Effects, After::Id(id)) => by_id!(effects_after, of_effect, id),
            (Record::Goals, After::Id(id)) => by_id!(goals_after, of_goal, id),
            (Record::Initiatives, After::Id(id)) => by_id!(initiatives_after, of_initiative, id),
            (Record::Insights, After::Id(id)) => by_id!(insights_after, of_insight, id),
            (Record::Links, After::Id(_)) | (_, After::Link(_)) => (vec![], None),
        };
        let is_last = (rows.len() as u64) < PAGE;
        Ok((rows, last.filter(|_| !is_last)))
    }
}

/// A table's rows as they are read.
struct Reads {
    rows: Rows,
    record: Record,
    schema: SchemaRef,
}

impl fmt::Debug for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reads({:?}, {})", self.record, self.rows.workspace)
    }
}

impl PartitionStream for Reads {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _: Arc<TaskContext>) -> SendableRecordBatchStream {
        let (rows, record, schema) = (self.rows.clone(), self.record, self.schema.clone());
        let first = match record {
            Record::Links => After::Link(LinkKey::default()),
            _ => After::Id(String::new()),
        };
        let pages = stream::try_unfold(Some(first), move |after| {
            let (rows, schema) = (rows.clone(), schema.clone());
            async move {
                let Some(after) = after else { return Ok(None) };
                let home = rows.home.clone();
                let page = home.spawn(async move { rows.page(record, after).await });
                let page = page.await.map_err(|error| DataFusionError::External(error.into()))?;
                let (page, next) =
                    page.map_err(|error| DataFusionError::External(Box::new(crate::Error::from(error))))?;
                Ok::<_, DataFusionError>(Some((batch(&schema, page)?, next)))
            }
        });
        Box::pin(RecordBatchStreamAdapter::new(self.schema.clone(), pages.into_stream().boxed()))
    }
}

fn batch(schema: &SchemaRef, page: Vec<Vec<ScalarValue>>) -> Result<RecordBatch> {
    if page.is_empty() {
        return Ok(RecordBatch::new_empty(schema.clone()));
    }
    let mut columns: Vec<Vec<ScalarValue>> = schema.fields().iter().map(|_| Vec::with_capacity(page.len())).collect();
    for row in page {
        for (column, value) in columns.iter_mut().zip(row) {
            column.push(value);
        }
    }
    let arrays = columns.into_iter().map(ScalarValue::iter_to_array).collect::<Result<Vec<ArrayRef>>>()?;
    Ok(RecordBatch::try_new(schema.clone(), arrays)?)
}

/// A table of the loop at one moment.
#[derive(Debug)]
pub(crate) struct RecordTable {
    record: Record,
    /// As people see it.
    schema: SchemaRef,
    /// The rows as they are read: the same columns, with the identity in the place of a signal's id.
    rows: Arc<StreamingTable>,
    /// What knows the ids.
    signals: Arc<LakeTable>,
}

impl RecordTable {
    pub(crate) fn new(record: Record, rows: Rows, ground: &Arc<Ground>) -> Result<Self> {
        let read = record.schema(false);
        let reads = Reads { rows, record, schema: read.clone() };
        let rows = Arc::new(StreamingTable::try_new(read, vec![Arc::new(reads)])?);
        let signals = Arc::new(LakeTable::new(ground.clone(), Table::Signals, true));
        Ok(Self { record, schema: record.schema(true), rows, signals })
    }
}

#[async_trait]
impl TableProvider for RecordTable {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    /// Signals are read only where their ids are asked for.
    async fn scan(
        &self,
        state: &dyn Session,
        projection: Option<&Vec<usize>>,
        _: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let columns = self.record.columns();
        let all: Vec<usize> = (0..columns.len()).collect();
        let wanted = projection.unwrap_or(&all);
        if !wanted.iter().any(|index| columns[*index].1 == Signal) {
            return self.rows.scan(state, Some(wanted), &[], limit).await;
        }
        let name = self.record.as_str();
        let known = LogicalPlanBuilder::scan("known", provider_as_source(self.signals.clone()), None)?
            .project([ident(UID), ident("id")])?
            .build()?;
        let keys = (vec![Column::new(Some(name), UID)], vec![Column::new(Some("known"), UID)]);
        let shown = wanted.iter().map(|index| match columns[*index] {
            (_, Signal) => Expr::Column(Column::new(Some("known"), "id")).alias(SIGNAL),
            (column, _) => Expr::Column(Column::new(Some(name), column)),
        });
        let plan = LogicalPlanBuilder::scan(name, provider_as_source(self.rows.clone()), None)?
            .join(known, JoinType::Left, keys, None)?
            .project(shown)?
            .limit(0, limit)?
            .build()?;
        state.create_physical_plan(&plan).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_the_columns_of_the_contract() {
        let names = |record: Record| record.columns().iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        assert!(
            names(Record::Cases).starts_with("id, signal_id, survey, question, kind, score, channel, touchpoint, ")
        );
        assert!(!names(Record::Cases).contains("words"), "they are in `verbatims`");
        assert_eq!(names(Record::Links), "from_kind, from_id, to_kind, to_id, signal_id, at");
        for record in Record::ALL {
            let (read, shown) = (record.schema(false), record.schema(true));
            assert_eq!(read.fields().len(), shown.fields().len());
            assert!(shown.index_of(UID).is_err() && record.columns().iter().filter(|(_, h)| *h == Signal).count() < 2);
        }
    }
}
