//! Finds partial aggregates that can be counted piece by piece.

use std::sync::Arc;

use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::config::ConfigOptions;
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::aggregates::{AggregateExec, AggregateMode};

use super::exec::KeptExec;
use super::fingerprint::fingerprint;
use crate::scan::scan_below;

/// Runs after all rules of the engine, on the finished plan.
#[derive(Debug)]
pub(crate) struct KeepAggregates;

impl PhysicalOptimizerRule for KeepAggregates {
    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        plan.transform_up(|node| {
            let replaced = replace(&node)?;
            Ok(replaced.map_or_else(|| Transformed::no(node), Transformed::yes))
        })
        .data()
    }

    fn name(&self) -> &str {
        "keep_aggregates"
    }

    fn schema_check(&self) -> bool {
        true
    }
}

fn replace(node: &Arc<dyn ExecutionPlan>) -> Result<Option<Arc<dyn ExecutionPlan>>> {
    let Some(aggregate) = node.downcast_ref::<AggregateExec>() else { return Ok(None) };
    if *aggregate.mode() != AggregateMode::Partial {
        return Ok(None);
    }
    let Some(scan) = scan_below(aggregate.input()) else { return Ok(None) };
    if scan.ground.cold {
        return Ok(None);
    }
    let Some(fingerprint) = fingerprint(aggregate)? else { return Ok(None) };
    if scan.ground.kept.is_too_large(&fingerprint) {
        return Ok(None);
    }
    Ok(Some(Arc::new(KeptExec::new(node.clone(), scan, fingerprint))))
}
