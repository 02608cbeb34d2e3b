//! The functions that our SQL has besides the engine's own.

mod date_trunc;
mod fold;
mod kleene;
mod local_day;
mod masked;
mod metric;
mod tally;

use std::sync::Arc;

use datafusion::execution::SessionStateDefaults;
use datafusion::logical_expr::{AggregateUDF, AggregateUDFImpl, ScalarUDF};

/// Functions of the engine whose result can be far larger than their input, so that one short statement could take
/// all memory in a single allocation that no limit sees.
const TOO_GENEROUS: [&str; 9] = [
    "repeat",
    "lpad",
    "rpad",
    "range",
    "generate_series",
    "array_repeat",
    "array_resize",
    "list_repeat",
    "list_resize",
];

pub(crate) fn scalars() -> Vec<Arc<ScalarUDF>> {
    let mut functions = SessionStateDefaults::default_scalar_functions();
    functions.retain(|function| !TOO_GENEROUS.contains(&function.name()));
    let plain = functions.iter().find(|function| function.name() == "date_trunc").cloned();
    functions.extend(plain.map(|plain| Arc::new(ScalarUDF::from(date_trunc::DateTrunc::new(plain)))));
    functions.push(Arc::new(ScalarUDF::from(local_day::LocalDay::new())));
    functions.push(Arc::new(ScalarUDF::from(fold::Fold::new())));
    functions.push(Arc::new(ScalarUDF::from(masked::Masked::new())));
    functions.extend(kleene::Joint::both().map(|joint| Arc::new(ScalarUDF::from(joint))));
    functions
}

/// Whether an aggregate function is one of ours.
pub(crate) fn is_metric(name: &str) -> bool {
    metric::all().iter().any(|metric| metric.name() == name)
}

pub(crate) fn aggregates() -> Vec<Arc<AggregateUDF>> {
    let mut functions = SessionStateDefaults::default_aggregate_functions();
    functions.extend(metric::all().into_iter().map(|metric| Arc::new(AggregateUDF::from(metric))));
    functions
}
