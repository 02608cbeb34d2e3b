//! The tables that SQL sees.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::array::{ArrayRef, RecordBatch, StringViewBuilder, TimestampMicrosecondBuilder};
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::{Expr, Operator, TableType};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::expressions::{BinaryExpr, Column, IsNullExpr, lit};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::filter::FilterExec;
use datafusion::physical_plan::projection::ProjectionExec;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::streaming::PartitionStream;
use datafusion::scalar::ScalarValue;
use futures::{StreamExt, TryStreamExt, stream};
use kernel::WorkspaceId;
use kernel::survey::Kind;
use store::Store;
use store::entity::contact;
use tokio::runtime::Handle;

use crate::rows::AttributeColumns;
use crate::scan::{Ground, ScanExec};
use crate::schema::{Columns, Table};

/// Contacts read at once.
const CONTACTS_PAGE: u64 = 5_000;

/// A table made from the log.
#[derive(Debug)]
pub(crate) struct LakeTable {
    ground: Arc<Ground>,
    table: Table,
    /// Name of each column, and its index in the file.
    columns: Vec<(String, usize)>,
    schema: SchemaRef,
}

impl LakeTable {
    pub(crate) fn new(ground: Arc<Ground>, table: Table, with_hidden: bool) -> Self {
        let columns = ground.snapshot.columns.of(table, with_hidden);
        let file = ground.snapshot.columns.file(table.file());
        let field = |(name, index): &(String, usize)| file.field(*index).clone().with_name(name);
        let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<Field>>()));
        Self { ground, table, columns, schema }
    }
}

#[async_trait]
impl TableProvider for LakeTable {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    async fn scan(
        &self,
        _: &dyn Session,
        projection: Option<&Vec<usize>>,
        _: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        let wanted: Vec<&(String, usize)> =
            projection.unwrap_or(&all).iter().map(|index| &self.columns[*index]).collect();
        let mut read: Vec<usize> = Vec::with_capacity(wanted.len());
        for (_, index) in &wanted {
            if !read.contains(index) {
                read.push(*index);
            }
        }
        let file = self.ground.snapshot.columns.file(self.table.file()).clone();
        // Other kinds of signals share the file, and other kinds of answers.
        let only = telling(self.table).iter().map(|name| file.index_of(name)).collect::<Result<Vec<_>, _>>()?;
        for index in &only {
            if !read.contains(index) {
                read.push(*index);
            }
        }
        let limit = limit.filter(|_| only.is_empty());
        let scan = ScanExec::new(self.ground.clone(), self.table.file(), read.clone(), limit)?;
        let mut plan: Arc<dyn ExecutionPlan> = Arc::new(scan);
        let column = |index: usize| -> Arc<dyn PhysicalExpr> {
            let place = read.iter().position(|read| *read == index).unwrap_or_default();
            Arc::new(Column::new(file.field(index).name(), place))
        };
        if let Some(predicate) = belongs(self.table, |name| column(file.index_of(name).unwrap_or_default())) {
            plan = Arc::new(FilterExec::try_new(predicate, plan)?);
        }
        let is_plain =
            read.len() == wanted.len() && wanted.iter().all(|(name, index)| name == file.field(*index).name());
        if is_plain {
            return Ok(plan);
        }
        let renamed: Vec<_> = wanted.into_iter().map(|(name, index)| (column(*index), name.clone())).collect();
        Ok(Arc::new(ProjectionExec::try_new(renamed, plan)?))
    }
}

/// The columns that tell a table's rows from the others in its file.
fn telling(table: Table) -> &'static [&'static str] {
    match table {
        Table::Responses => &["kind"],
        Table::Verbatims => &["kind", "score", "choice"],
        Table::Signals | Table::Answers => &[],
    }
}

/// Whether a row is one of the table's; nothing where all are. An answer holds one of score, choice and text, so that
/// verbatims are found without reading their words.
fn belongs(table: Table, column: impl Fn(&str) -> Arc<dyn PhysicalExpr>) -> Option<Arc<dyn PhysicalExpr>> {
    let both = |a: Arc<dyn PhysicalExpr>, operator, b: Arc<dyn PhysicalExpr>| -> Arc<dyn PhysicalExpr> {
        Arc::new(BinaryExpr::new(a, operator, b))
    };
    let is = |kind: &str| both(column("kind"), Operator::Eq, lit(ScalarValue::Utf8View(Some(kind.into()))));
    let missing = |name: &str| -> Arc<dyn PhysicalExpr> { Arc::new(IsNullExpr::new(column(name))) };
    match table {
        Table::Responses => Some(is("response")),
        Table::Verbatims => {
            let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_verbatim()).map(|kind| is(kind.as_str()));
            let kind = kinds.reduce(|a, b| both(a, Operator::Or, b))?;
            Some(both(both(kind, Operator::And, missing("score")), Operator::And, missing("choice")))
        }
        Table::Signals | Table::Answers => None,
    }
}

/// The contacts of a workspace, read from the database page by page.
pub(crate) struct Contacts {
    pub store: Store,
    pub workspace: WorkspaceId,
    pub columns: Arc<Columns>,
    /// Where the database's connections live.
    pub home: Handle,
}

impl fmt::Debug for Contacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Contacts({})", self.workspace)
    }
}

impl PartitionStream for Contacts {
    fn schema(&self) -> &SchemaRef {
        &self.columns.contacts
    }

    fn execute(&self, _: Arc<TaskContext>) -> SendableRecordBatchStream {
        let (store, workspace, columns, home) =
            (self.store.clone(), self.workspace, self.columns.clone(), self.home.clone());
        let pages = stream::try_unfold(Some(String::new()), move |after| {
            let (store, columns, home) = (store.clone(), columns.clone(), home.clone());
            async move {
                let Some(after) = after else { return Ok(None) };
                let page = home.spawn(async move { store.contacts(workspace, &after, CONTACTS_PAGE).await });
                let page = page.await.map_err(|error| DataFusionError::External(error.into()))?;
                let page = page.map_err(|error| DataFusionError::External(Box::new(crate::Error::from(error))))?;
                let next =
                    if (page.len() as u64) < CONTACTS_PAGE { None } else { page.last().map(|row| row.id.clone()) };
                Ok::<_, DataFusionError>(Some((batch(&columns, &page)?, next)))
            }
        });
        Box::pin(RecordBatchStreamAdapter::new(self.columns.contacts.clone(), pages.into_stream().boxed()))
    }
}

fn batch(columns: &Columns, page: &[contact::Model]) -> Result<RecordBatch> {
    let mut id = StringViewBuilder::new();
    let mut created_at = TimestampMicrosecondBuilder::new().with_timezone("UTC");
    let mut attributes = AttributeColumns::new(&columns.attributes);
    for row in page {
        id.append_value(&row.id);
        created_at.append_value(row.created_at);
        let known = serde_json::from_str(&row.attributes).map_err(|error| DataFusionError::External(error.into()))?;
        attributes.push(&known);
    }
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(id.finish()), Arc::new(created_at.finish())];
    arrays.extend(attributes.finish());
    Ok(RecordBatch::try_new(columns.contacts.clone(), arrays)?)
}
