//! Reading one of a segment's two files over all segments and the tail, in units that the partitions of a query take
//! one after the other, so that none is idle while another still has much to do.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::common::{Result, internal_err};
use datafusion::config::ConfigOptions;
use datafusion::datasource::listing::PartitionedFile;
use datafusion::datasource::physical_plan::parquet::{
    CachedParquetFileReaderFactory, ParquetAccessPlan, RowGroupAccess,
};
use datafusion::datasource::physical_plan::{FileScanConfigBuilder, ParquetSource};
use datafusion::datasource::source::DataSourceExec;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::utils::{collect_columns, reassign_expr_columns};
use datafusion::physical_expr::{EquivalenceProperties, Partitioning, PhysicalExpr, conjunction};
use datafusion::physical_plan::execution_plan::{Boundedness, EmissionType, ReplaceChildrenOptions};
use datafusion::physical_plan::filter_pushdown::{
    ChildPushdownResult, FilterPushdownPhase, FilterPushdownPropagation, PushedDown,
};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties, apply_expression_roots};
use futures::{Stream, StreamExt, TryStreamExt, stream};
use parking_lot::Mutex;

use crate::adapt::AdapterFactory;
use crate::files::{self, ROW_GROUP_ROWS};
use crate::hand::{Overlay, QUESTION, is_of_reading};
use crate::kept::Kept;
use crate::leaf::leaf;
use crate::schema::{BODY, File, IMPORT, POSITION, UID};
use crate::snapshot::{Chunk, Mask, Segment, Snapshot};

/// Where the engine finds the files of the lake.
pub(crate) const STORE_URL: &str = "nabz-lake://segments";
/// Row groups in one unit.
pub(crate) const UNIT_GROUPS: usize = 2;
/// Rows of the tail handed on at once.
const TAIL_BATCH_ROWS: usize = 8_192;

/// What a query is answered from, besides its own text.
#[derive(Debug)]
pub(crate) struct Ground {
    pub snapshot: Arc<Snapshot>,
    pub kept: Arc<Kept>,
    /// Kept aggregates are neither used nor made.
    pub cold: bool,
    pub partitions: usize,
}

/// A piece of the scan.
#[derive(Clone, Debug)]
pub(crate) enum Unit {
    Sealed { segment: Arc<Segment>, mask: Arc<Mask>, first_group: usize, groups: usize },
    Tail(Arc<Chunk>, Arc<Overlay>),
}

/// Reads `columns` (indices into the file's schema).
#[derive(Debug)]
pub(crate) struct ScanExec {
    pub ground: Arc<Ground>,
    pub file: File,
    columns: Vec<usize>,
    units: Arc<Vec<Unit>>,
    /// Over the output columns. They only skip: whoever pushed them down applies them, too.
    filters: Vec<Arc<dyn PhysicalExpr>>,
    limit: Option<usize>,
    properties: Arc<PlanProperties>,
    queues: Queues,
}

/// Which unit is next. Every execution of the whole plan has a queue of its own, that its partitions share.
#[derive(Debug, Default)]
pub(crate) struct Queues(Mutex<(Vec<usize>, Vec<Arc<AtomicUsize>>)>);

impl Queues {
    /// The queue of the nth execution, where `partition` is executed for the nth time.
    pub(crate) fn take(&self, partition: usize) -> Arc<AtomicUsize> {
        let (times, queues) = &mut *self.0.lock();
        if times.len() <= partition {
            times.resize(partition + 1, 0);
        }
        let time = times[partition];
        times[partition] += 1;
        if queues.len() <= time {
            queues.push(Arc::default());
        }
        queues[time].clone()
    }
}

/// The units of a queue, as long as there are some; several partitions may walk along the same queue.
pub(crate) fn walk(units: Arc<Vec<Unit>>, next: Arc<AtomicUsize>) -> impl Stream<Item = Unit> {
    stream::iter(std::iter::from_fn(move || units.get(next.fetch_add(1, Ordering::Relaxed)).cloned()))
}

impl ScanExec {
    pub(crate) fn new(ground: Arc<Ground>, file: File, columns: Vec<usize>, limit: Option<usize>) -> Result<Self> {
        let units = Arc::new(units(&ground.snapshot, file));
        let schema = Arc::new(ground.snapshot.columns.file(file).project(&columns)?);
        let properties = properties(schema, ground.partitions);
        Ok(Self { ground, file, columns, units, filters: vec![], limit, properties, queues: Queues::default() })
    }

    /// The same scan over some of its units only, in one partition.
    pub(crate) fn of_unit(&self, unit: Unit) -> Self {
        Self {
            units: Arc::new(vec![unit]),
            properties: properties(self.schema(), 1),
            queues: Queues::default(),
            ..self.copy()
        }
    }

    pub(crate) fn units(&self) -> &Arc<Vec<Unit>> {
        &self.units
    }

    pub(crate) fn filters(&self) -> &[Arc<dyn PhysicalExpr>] {
        &self.filters
    }

    pub(crate) fn limit(&self) -> Option<usize> {
        self.limit
    }

    /// The same scan, not executed yet.
    pub(crate) fn copy(&self) -> Self {
        Self {
            ground: self.ground.clone(),
            file: self.file,
            columns: self.columns.clone(),
            units: self.units.clone(),
            filters: self.filters.clone(),
            limit: self.limit,
            properties: self.properties.clone(),
            queues: Queues::default(),
        }
    }

    fn open(&self, unit: &Unit, context: &Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        match unit {
            Unit::Tail(chunk, said) => self.open_tail(chunk, said),
            Unit::Sealed { segment, mask, first_group, groups } => {
                let groups = *first_group..first_group + groups;
                let said = (!mask.said.is_empty() && self.reads_readings()).then(|| mask.said.clone());
                let needed: &[&str] = match (mask.is_empty(), &said) {
                    (true, None) => return self.open_sealed(segment, groups, self.columns.clone(), true, context),
                    (true, Some(_)) => &[POSITION, QUESTION],
                    (false, None) => &[POSITION, IMPORT],
                    (false, Some(_)) => &[POSITION, IMPORT, QUESTION],
                };
                let (columns, back) = self.with_hidden(needed)?;
                let stream = self.open_sealed(segment, groups, columns, said.is_none(), context)?;
                let mask = mask.clone();
                let seen = stream.map(move |batch| {
                    let batch = batch?;
                    let batch = if mask.is_empty() { batch } else { mask.apply(&batch)? };
                    let batch = match &said {
                        Some(said) => said.lay(&batch)?,
                        None => batch,
                    };
                    Ok(batch.project(&back)?)
                });
                Ok(Box::pin(RecordBatchStreamAdapter::new(self.schema(), seen)))
            }
        }
    }

    /// Whether the scan reads what texts say.
    pub(crate) fn reads_readings(&self) -> bool {
        self.schema().fields().iter().any(|field| is_of_reading(field.name()))
    }

    /// The columns to read so that these are among them, and where the wanted ones are.
    fn with_hidden(&self, needed: &[&str]) -> Result<(Vec<usize>, Vec<usize>)> {
        let schema = self.ground.snapshot.columns.file(self.file);
        let mut columns = self.columns.clone();
        for name in needed {
            let index = schema.index_of(name)?;
            if !columns.contains(&index) {
                columns.push(index);
            }
        }
        Ok((columns, (0..self.columns.len()).collect()))
    }

    fn open_tail(&self, chunk: &Chunk, said: &Overlay) -> Result<SendableRecordBatchStream> {
        let rows = chunk.rows.file(self.file);
        let batch = if said.is_empty() || !self.reads_readings() {
            rows.project(&self.columns)?
        } else {
            let (columns, back) = self.with_hidden(&[POSITION, QUESTION])?;
            said.lay(&rows.project(&columns)?)?.project(&back)?
        };
        let starts = (0..batch.num_rows()).step_by(TAIL_BATCH_ROWS);
        let rows = batch.num_rows();
        let slices: Vec<Result<RecordBatch>> =
            starts.map(|start| Ok(batch.slice(start, TAIL_BATCH_ROWS.min(rows - start)))).collect();
        Ok(Box::pin(RecordBatchStreamAdapter::new(self.schema(), stream::iter(slices))))
    }

    fn open_sealed(
        &self,
        segment: &Segment,
        groups: std::ops::Range<usize>,
        columns: Vec<usize>,
        with_readings: bool,
        context: &Arc<TaskContext>,
    ) -> Result<SendableRecordBatchStream> {
        let schema = self.ground.snapshot.columns.file(self.file);
        let url = ObjectStoreUrl::parse(STORE_URL)?;
        let runtime = context.runtime_env();
        let readers = CachedParquetFileReaderFactory::new(
            runtime.object_store(&url)?,
            runtime.cache_manager.get_file_metadata_cache(),
        );
        let mut source = ParquetSource::new(schema.clone())
            .with_parquet_file_reader_factory(Arc::new(readers))
            .with_enable_page_index(false)
            .with_pushdown_filters(self.is_wide());
        if let Some(predicate) = self.predicate(with_readings)? {
            source = source.with_predicate(predicate);
        }
        let mut access = ParquetAccessPlan::new_none(group_count(segment.rows(self.file)));
        groups.for_each(|group| access.set(group, RowGroupAccess::Scan));
        let path = files::relative(segment.workspace, segment.id.as_str(), self.file);
        let file = PartitionedFile::new(path, segment.bytes(self.file)).with_extension(access);
        let config = FileScanConfigBuilder::new(url, Arc::new(source))
            .with_file(file)
            .with_projection_indices(Some(columns))?
            .with_expr_adapter(Some(Arc::new(AdapterFactory)))
            .with_batch_size(Some(context.session_config().batch_size()))
            .build();
        DataSourceExec::from_data_source(config).execute(0, context.clone())
    }

    /// Whether the scan reads long columns. Then it pays to look at the filtered columns first and at the long ones
    /// only in the rows that pass; for short columns the detour costs more than it saves.
    fn is_wide(&self) -> bool {
        let schema = self.schema();
        ["text", "source_id", "response_id", UID, BODY].iter().any(|name| schema.index_of(name).is_ok())
    }

    /// All filters, over the file's schema; without `with_readings` those alone that do not look at what texts say,
    /// because the file does not know what people say of them.
    fn predicate(&self, with_readings: bool) -> Result<Option<Arc<dyn PhysicalExpr>>> {
        let looks =
            |filter: &&Arc<dyn PhysicalExpr>| collect_columns(filter).iter().any(|column| is_of_reading(column.name()));
        let filters: Vec<_> = self.filters.iter().filter(|filter| with_readings || !looks(filter)).cloned().collect();
        if filters.is_empty() {
            return Ok(None);
        }
        let all = conjunction(filters);
        reassign_expr_columns(all, self.ground.snapshot.columns.file(self.file)).map(Some)
    }
}

/// The tail first, then the newest segments: whoever wants the latest rows can stop early.
fn units(snapshot: &Snapshot, file: File) -> Vec<Unit> {
    let filled = |chunk: &&Arc<Chunk>| chunk.rows.file(file).num_rows() > 0;
    let of_tail = |chunk: &Arc<Chunk>| Unit::Tail(chunk.clone(), Arc::new(snapshot.said_of(chunk)));
    let mut units: Vec<Unit> = snapshot.tail.chunks.iter().filter(filled).map(of_tail).collect();
    units.reverse();
    for (segment, mask) in snapshot.segments.iter().rev() {
        let count = group_count(segment.rows(file));
        for first_group in (0..count).step_by(UNIT_GROUPS) {
            let groups = UNIT_GROUPS.min(count - first_group);
            units.push(Unit::Sealed { segment: segment.clone(), mask: mask.clone(), first_group, groups });
        }
    }
    units
}

/// How many row groups the writer made of so many rows.
fn group_count(rows: u64) -> usize {
    rows.div_ceil(ROW_GROUP_ROWS as u64) as usize
}

pub(crate) fn properties(schema: SchemaRef, partitions: usize) -> Arc<PlanProperties> {
    Arc::new(PlanProperties::new(
        EquivalenceProperties::new(schema),
        Partitioning::UnknownPartitioning(partitions),
        EmissionType::Incremental,
        Boundedness::Bounded,
    ))
}

impl DisplayAs for ScanExec {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schema = self.schema();
        let names: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        let segments = self.ground.snapshot.segments.len();
        write!(f, "LakeScan: file={}, columns=[{}], segments={segments}", self.file.as_str(), names.join(", "))?;
        if !self.filters.is_empty() {
            let filters: Vec<_> = self.filters.iter().map(ToString::to_string).collect();
            write!(f, ", skip=[{}]", filters.join(" AND "))?;
        }
        Ok(())
    }
}

impl ExecutionPlan for ScanExec {
    leaf!("LakeScan");

    fn apply_expressions(
        &self,
        f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        apply_expression_roots(self.filters.iter(), f)
    }

    fn reset_state(self: Arc<Self>) -> Result<Arc<dyn ExecutionPlan>> {
        Ok(Arc::new(self.copy()))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let this = Arc::new(self.copy());
        let units = walk(self.units.clone(), self.queues.take(partition));
        let batches = units.map(move |unit| this.open(&unit, &context)).try_flatten();
        let schema = self.schema();
        Ok(match self.limit {
            Some(limit) => Box::pin(RecordBatchStreamAdapter::new(schema, limited(batches, limit))),
            None => Box::pin(RecordBatchStreamAdapter::new(schema, batches)),
        })
    }

    /// Filters are taken to skip row groups by their statistics; they stay where they are.
    fn handle_child_pushdown_result(
        &self,
        _: FilterPushdownPhase,
        pushed: ChildPushdownResult,
        _: &ConfigOptions,
    ) -> Result<FilterPushdownPropagation<Arc<dyn ExecutionPlan>>> {
        let filters: Vec<_> = pushed.parent_filters.into_iter().map(|result| result.filter).collect();
        let answers = vec![PushedDown::No; filters.len()];
        let mut this = self.copy();
        for filter in filters {
            let is_volatile = filter.exists(|node| Ok(node.is_volatile_node()))?;
            if !is_volatile && !this.filters.contains(&filter) {
                this.filters.push(filter);
            }
        }
        let propagation = FilterPushdownPropagation::with_parent_pushdown_result(answers);
        Ok(propagation.with_updated_node(Arc::new(this)))
    }

    fn fetch(&self) -> Option<usize> {
        self.limit
    }
}

/// At most `limit` rows; what is behind them is not read.
fn limited(batches: impl Stream<Item = Result<RecordBatch>>, limit: usize) -> impl Stream<Item = Result<RecordBatch>> {
    batches
        .scan(limit, |left, batch| {
            let next = match batch {
                _ if *left == 0 => None,
                Ok(batch) => {
                    let rows = batch.num_rows().min(*left);
                    *left -= rows;
                    Some(Ok(batch.slice(0, rows)))
                }
                Err(error) => Some(Err(error)),
            };
            std::future::ready(next)
        })
        .fuse()
}

/// The scan below a chain of nodes with one child each.
pub(crate) fn scan_below(plan: &Arc<dyn ExecutionPlan>) -> Option<&ScanExec> {
    match plan.downcast_ref::<ScanExec>() {
        Some(scan) => Some(scan),
        None => match plan.children()[..] {
            [child] => scan_below(child),
            _ => None,
        },
    }
}

/// The same chain over another scan.
pub(crate) fn with_scan(plan: &Arc<dyn ExecutionPlan>, scan: &Arc<ScanExec>) -> Result<Arc<dyn ExecutionPlan>> {
    if plan.is::<ScanExec>() {
        return Ok(scan.clone());
    }
    let [child] = plan.children()[..] else { return internal_err!("a chain has one child a node") };
    let child = with_scan(child, scan)?;
    datafusion::physical_plan::replace_children_if_necessary(plan.clone(), vec![child])
}
