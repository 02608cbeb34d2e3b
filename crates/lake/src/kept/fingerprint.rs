//! A name for what is counted: two plans with the same name count the same in the same rows.

use std::fmt::Write;
use std::sync::Arc;

use datafusion::common::Result;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::logical_expr::Volatility;
use datafusion::physical_expr::expressions::{
    BinaryExpr, CaseExpr, CastExpr, Column, InListExpr, IsNotNullExpr, IsNullExpr, LikeExpr, Literal, NegativeExpr,
    NotExpr, TryCastExpr,
};
use datafusion::physical_expr::{PhysicalExpr, ScalarFunctionExpr};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::aggregates::AggregateExec;
use datafusion::physical_plan::coop::CooperativeExec;
use datafusion::physical_plan::filter::FilterExec;
use datafusion::physical_plan::projection::ProjectionExec;
use sha2::{Digest, Sha256};

use crate::files;
use crate::scan::ScanExec;

/// Grows whenever kept states of the same plan may look different, such as with a new version of the engine.
const VERSION: &str = "datafusion 55, states 1";

/// The fingerprint of a partial aggregate over a scan; nothing where the result depends on more than the rows.
pub(super) fn fingerprint(aggregate: &AggregateExec) -> Result<Option<Arc<str>>> {
    if aggregate.limit_options().is_some() {
        return Ok(None);
    }
    let mut text = String::from(VERSION);
    let group = aggregate.group_expr();
    for (expr, name) in group.expr().iter().chain(group.null_expr()) {
        if !add(&mut text, expr)? {
            return Ok(None);
        }
        let _ = write!(text, " as {name:?};");
    }
    let _ = write!(text, "{:?};", group.groups());
    for function in aggregate.aggr_expr() {
        let all = function.all_expressions();
        for expr in all.args.iter().chain(&all.order_by_exprs) {
            if !add(&mut text, expr)? {
                return Ok(None);
            }
        }
        let _ = write!(
            text,
            "{} {:?} distinct {} nulls {} reversed {} sort {:?};",
            function.fun().name(),
            function.field(),
            function.is_distinct(),
            function.ignore_nulls(),
            function.is_reversed(),
            function.order_bys(),
        );
    }
    for filter in aggregate.filter_expr() {
        match filter {
            Some(filter) if !add(&mut text, filter)? => return Ok(None),
            _ => text.push_str("|;"),
        }
    }
    let _ = write!(text, "{:?};", aggregate.schema().fields());
    Ok(chain(&mut text, aggregate.input())?.then(|| files::hex(&Sha256::digest(text.as_bytes())).into()))
}

/// Adds the nodes between the aggregate and the scan, and the scan itself.
fn chain(text: &mut String, plan: &Arc<dyn ExecutionPlan>) -> Result<bool> {
    if let Some(scan) = plan.downcast_ref::<ScanExec>() {
        for filter in scan.filters() {
            // A filter that changes while the query runs would drop rows from the count.
            if !add(text, filter)? {
                return Ok(false);
            }
        }
        let _ = write!(text, "scan {} {:?}", scan.file.as_str(), scan.schema().fields());
        return Ok(scan.limit().is_none());
    }
    if let Some(filter) = plan.downcast_ref::<FilterExec>() {
        let _ = write!(text, "filter {:?} ", filter.projection());
        let is_plain = filter.fetch().is_none() && add(text, filter.predicate())?;
        return Ok(is_plain && chain(text, filter.input())?);
    }
    if let Some(projection) = plan.downcast_ref::<ProjectionExec>() {
        text.push_str("project ");
        for projected in projection.expr() {
            if !add(text, &projected.expr)? {
                return Ok(false);
            }
            let _ = write!(text, " as {:?};", projected.alias);
        }
        return chain(text, projection.input());
    }
    match plan.children()[..] {
        [child] if plan.is::<CooperativeExec>() => chain(text, child),
        _ => Ok(false),
    }
}

/// Adds an expression, where it is one that depends on nothing but the row.
fn add(text: &mut String, expr: &Arc<dyn PhysicalExpr>) -> Result<bool> {
    let mut is_pure = true;
    expr.apply(|node| {
        is_pure = is_known(node);
        Ok(if is_pure { TreeNodeRecursion::Continue } else { TreeNodeRecursion::Stop })
    })?;
    // The long form tells 4 from '4' and names the functions with their types.
    let _ = write!(text, "{expr:?};");
    Ok(is_pure)
}

fn is_known(expr: &Arc<dyn PhysicalExpr>) -> bool {
    if let Some(function) = expr.downcast_ref::<ScalarFunctionExpr>() {
        return function.fun().signature().volatility == Volatility::Immutable;
    }
    expr.is::<Column>()
        || expr.is::<Literal>()
        || expr.is::<BinaryExpr>()
        || expr.is::<CaseExpr>()
        || expr.is::<CastExpr>()
        || expr.is::<TryCastExpr>()
        || expr.is::<InListExpr>()
        || expr.is::<IsNullExpr>()
        || expr.is::<IsNotNullExpr>()
        || expr.is::<LikeExpr>()
        || expr.is::<NegativeExpr>()
        || expr.is::<NotExpr>()
}
