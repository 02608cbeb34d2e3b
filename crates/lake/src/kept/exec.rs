//! Counts piece by piece, taking what is kept.

use std::fmt;
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::common::Result;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_plan::execution_plan::ReplaceChildrenOptions;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties, displayable};
use futures::{StreamExt, TryStreamExt, stream};

use super::{Kept, Key};
use crate::leaf::leaf;
use crate::scan::{Queues, ScanExec, Unit, properties, walk, with_scan};

/// Stands for a partial aggregate over a scan, and gives the same partial states.
#[derive(Debug)]
pub(super) struct KeptExec {
    /// The aggregate with its filters, projections and scan.
    plan: Arc<dyn ExecutionPlan>,
    scan: Arc<ScanExec>,
    fingerprint: Arc<str>,
    properties: Arc<PlanProperties>,
    queues: Queues,
}

impl KeptExec {
    pub(super) fn new(plan: Arc<dyn ExecutionPlan>, scan: &ScanExec, fingerprint: Arc<str>) -> Self {
        let properties = properties(plan.schema(), scan.ground.partitions);
        Self { plan, scan: Arc::new(scan.copy()), fingerprint, properties, queues: Queues::default() }
    }
}

/// What an execution needs, shared by its partitions.
struct Counting {
    plan: Arc<dyn ExecutionPlan>,
    scan: Arc<ScanExec>,
    fingerprint: Arc<str>,
    is_frequent: bool,
    context: Arc<TaskContext>,
}

impl Counting {
    fn kept(&self) -> &Arc<Kept> {
        &self.scan.ground.kept
    }

    async fn unit(&self, unit: Unit) -> Result<Arc<Vec<RecordBatch>>> {
        let Some(key) = self.key(&unit) else { return self.count(unit).await };
        let batches = match self.kept().get(&key, &self.plan.schema()) {
            Some(batches) => batches,
            None => {
                let batches = self.count(unit).await?;
                self.kept().put(&key, &batches);
                batches
            }
        };
        if self.is_frequent
            && let Some(batches) = self.kept().unwritten(&key)
        {
            let kept = self.kept().clone();
            // Nobody waits for it: the next restart finds it or counts again.
            tokio::task::spawn_blocking(move || kept.disk().write(&key, &batches));
        }
        Ok(batches)
    }

    async fn count(&self, unit: Unit) -> Result<Arc<Vec<RecordBatch>>> {
        let plan = with_scan(&self.plan, &Arc::new(self.scan.of_unit(unit)))?;
        let states = plan.execute(0, self.context.clone())?;
        Ok(Arc::new(states.try_collect().await?))
    }

    /// Nothing for the tail, which changes.
    fn key(&self, unit: &Unit) -> Option<Key> {
        let Unit::Sealed { segment, mask, first_group, .. } = unit else { return None };
        Some(Key {
            workspace: segment.workspace,
            segment: segment.id.as_str().to_owned(),
            first_group: *first_group,
            mask: mask.seen(self.scan.reads_readings()),
            fingerprint: self.fingerprint.clone(),
        })
    }
}

impl DisplayAs for KeptExec {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeptAggregate: pieces={}, {}", self.scan.units().len(), displayable(self.plan.as_ref()).one_line())
    }
}

impl ExecutionPlan for KeptExec {
    leaf!("KeptAggregate");

    fn apply_expressions(
        &self,
        f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        self.plan.apply_expressions(f)
    }

    fn reset_state(self: Arc<Self>) -> Result<Arc<dyn ExecutionPlan>> {
        Ok(Arc::new(Self::new(self.plan.clone(), &self.scan, self.fingerprint.clone())))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let counting = Arc::new(Counting {
            plan: self.plan.clone(),
            scan: self.scan.clone(),
            fingerprint: self.fingerprint.clone(),
            is_frequent: self.scan.ground.kept.ask(&self.fingerprint, partition == 0),
            context,
        });
        let states = walk(self.scan.units().clone(), self.queues.take(partition))
            .then(move |unit| {
                let counting = counting.clone();
                async move { counting.unit(unit).await }
            })
            .map_ok(|batches| stream::iter(Vec::clone(&batches).into_iter().map(Ok)))
            .try_flatten();
        Ok(Box::pin(RecordBatchStreamAdapter::new(self.schema(), states)))
    }
}
