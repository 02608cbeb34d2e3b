//! From SQL to a plan: what may be asked, and of which tables.

use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::temporal_conversions::timestamp_us_to_datetime;
use datafusion::catalog::streaming::StreamingTable;
use datafusion::catalog::{
    CatalogProvider, CatalogProviderList, MemoryCatalogProvider, MemoryCatalogProviderList, MemorySchemaProvider,
    SchemaProvider, TableProvider,
};
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::common::{ParamValues, plan_err};
use datafusion::execution::context::SQLOptions;
use datafusion::execution::disk_manager::DiskManagerBuilder;
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::{SessionState, SessionStateBuilder, SessionStateDefaults};
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder, Statement as PlanStatement};
use datafusion::object_store::local::LocalFileSystem;
use datafusion::prelude::SessionConfig;
use datafusion::sql::parser::Statement;
use datafusion::sql::sqlparser::ast::Statement as SqlStatement;
use kernel::Timestamp;

use crate::functions::is_metric;
use crate::kept::rule::KeepAggregates;
use crate::records::{Record, RecordTable, Rows};
use crate::scan::{Ground, STORE_URL};
use crate::schema::Table;
use crate::table::{Contacts, LakeTable};
use crate::{Cell, Error, LakeConfig, Result, functions, mentions};

const CATALOG: &str = "nabz";
const SCHEMA: &str = "public";
/// Temporary files of questions that do not fit in memory, in bytes.
const SPILL_MAX: u64 = 10 * 1024 * 1024 * 1024;
const SPILL_FOLDER: &str = "spill";
/// Rows that operators hand to each other at once.
const BATCH_ROWS: usize = 8_192;

/// The engine with our functions and without tables. It knows no file formats, no table functions and no place but
/// the lake's own folder, so that SQL cannot reach files or addresses.
pub(crate) fn base(root: &Path, config: &LakeConfig) -> Result<SessionState> {
    let spill = root.join(SPILL_FOLDER);
    // Leavings of a process that was killed.
    if spill.exists() {
        std::fs::remove_dir_all(&spill)?;
    }
    std::fs::create_dir_all(&spill)?;
    let runtime = RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(FairSpillPool::new(config.memory_bytes)))
        .with_disk_manager_builder(DiskManagerBuilder::default())
        .with_temp_file_path(spill)
        .with_max_temp_directory_size(SPILL_MAX)
        .build_arc()?;
    let files = LocalFileSystem::new_with_prefix(root).map_err(|error| Error::Internal(error.to_string()))?;
    runtime.register_object_store(ObjectStoreUrl::parse(STORE_URL)?.as_ref(), Arc::new(files));
    let mut session = SessionConfig::new()
        .with_target_partitions(partitions(config))
        .with_batch_size(BATCH_ROWS)
        .with_default_catalog_and_schema(CATALOG, SCHEMA)
        .with_create_default_catalog_and_schema(false)
        .with_information_schema(false);
    // A running minimum pushed into the scan would make its counts differ from what is kept.
    session.options_mut().optimizer.enable_aggregate_dynamic_filter_pushdown = false;
    Ok(SessionStateBuilder::new()
        .with_config(session)
        .with_runtime_env(runtime)
        .with_expr_planners(SessionStateDefaults::default_expr_planners())
        .with_scalar_functions(functions::scalars())
        .with_aggregate_functions(functions::aggregates())
        .with_window_functions(SessionStateDefaults::default_window_functions())
        .with_physical_optimizer_rule(Arc::new(KeepAggregates))
        .build())
}

/// At least two: with one, the engine merges the two halves of an aggregate, and nothing can be kept.
pub(crate) fn partitions(config: &LakeConfig) -> usize {
    config.threads.max(2)
}

/// The tables of one workspace at one moment. `with_hidden`: for SQL of our own code.
pub(crate) fn with_tables(
    base: &SessionState,
    ground: &Arc<Ground>,
    contacts: Contacts,
    with_hidden: bool,
) -> Result<SessionState> {
    let schema = MemorySchemaProvider::new();
    for table in Table::ALL {
        let provider = LakeTable::new(ground.clone(), table, with_hidden);
        schema.register_table(table.as_str().into(), Arc::new(provider) as Arc<dyn TableProvider>)?;
    }
    schema.register_table(mentions::NAME.into(), Arc::new(mentions::table(ground, with_hidden)?))?;
    let rows = Rows { store: contacts.store.clone(), workspace: contacts.workspace, home: contacts.home.clone() };
    for record in Record::ALL {
        let provider = RecordTable::new(record, rows.clone(), ground)?;
        schema.register_table(record.as_str().into(), Arc::new(provider) as Arc<dyn TableProvider>)?;
    }
    let contacts = StreamingTable::try_new(contacts.columns.contacts.clone(), vec![Arc::new(contacts)])?;
    schema.register_table("contacts".into(), Arc::new(contacts))?;
    let catalog = MemoryCatalogProvider::new();
    catalog.register_schema(SCHEMA, Arc::new(schema))?;
    let catalogs = MemoryCatalogProviderList::new();
    catalogs.register_catalog(CATALOG.into(), Arc::new(catalog));
    Ok(SessionStateBuilder::new_from_existing(base.clone()).with_catalog_list(Arc::new(catalogs)).build())
}

/// Tells the engine that a question begins now. `now()` is this instant throughout the question; without one, the
/// engine could not replace the function by it and would call it in vain.
pub(crate) fn start(state: &mut SessionState, now: Timestamp) {
    state.mark_start_execution();
    let now = timestamp_us_to_datetime(now.0).map(|now| now.and_utc());
    state.execution_props_mut().query_execution_start_time = now;
}

/// The plan of SQL that a person wrote.
pub(crate) async fn plan(state: &SessionState, sql: &str, rows_max: Option<usize>) -> Result<LogicalPlan> {
    let dialect = state.config().options().sql_parser.dialect;
    let statement = state.sql_to_statement(sql, &dialect).map_err(|error| one_statement(error.into()))?;
    if !is_question(&statement) {
        return Err(Error::Query("only SELECT and EXPLAIN can be asked here".into()));
    }
    let plan = state.statement_to_plan(statement).await.map_err(|error| naming_tables(error.into()))?;
    // What hides within a question, such as SELECT … INTO.
    SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false).verify_plan(&plan)?;
    refuse_distinct_metrics(&plan)?;
    match (rows_max, &plan) {
        (_, LogicalPlan::Explain(_) | LogicalPlan::Analyze(_)) | (None, _) => Ok(plan),
        (Some(rows), _) => Ok(LogicalPlanBuilder::from(plan).limit(0, Some(rows))?.build()?),
    }
}

/// A metric over distinct scores is no metric. The engine would not ask the function: it turns DISTINCT into a
/// grouping first.
fn refuse_distinct_metrics(plan: &LogicalPlan) -> Result<()> {
    plan.apply_with_subqueries(|node| {
        node.apply_expressions(|expr| {
            expr.apply(|part| match part {
                Expr::AggregateFunction(call) if call.params.distinct && is_metric(call.func.name()) => {
                    plan_err!("{} counts every answer: leave DISTINCT out", call.func.name())
                }
                _ => Ok(TreeNodeRecursion::Continue),
            })
        })
    })?;
    Ok(())
}

fn is_question(statement: &Statement) -> bool {
    match statement {
        Statement::Statement(statement) => is_sql_question(statement),
        Statement::Explain(explain) => is_question(&explain.statement),
        _ => false,
    }
}

fn is_sql_question(statement: &SqlStatement) -> bool {
    match statement {
        SqlStatement::Query(_) => true,
        SqlStatement::Explain { statement, .. } => is_sql_question(statement),
        _ => false,
    }
}

fn one_statement(error: Error) -> Error {
    match error {
        Error::Query(words) if words.contains("a single SQL statement") => {
            Error::Query("one question at a time: leave out what follows the `;`".into())
        }
        error => error,
    }
}

/// The names of all tables, sorted.
fn tables() -> Vec<&'static str> {
    let mut names = vec!["contacts", mentions::NAME];
    names.extend(Table::ALL.map(Table::as_str));
    names.extend(Record::ALL.map(Record::as_str));
    names.sort_unstable();
    names
}

fn naming_tables(error: Error) -> Error {
    let Error::Query(words) = error else { return error };
    match words.strip_prefix("table '").and_then(|rest| rest.strip_suffix("' not found")) {
        Some(table) => Error::Query(format!(
            "there is no table `{}`; there are: {}",
            table.trim_start_matches("nabz.public."),
            tables().join(", ")
        )),
        None => Error::Query(words),
    }
}

/// The plan of SQL that our own code wrote, with `$1`, `$2`, … bound.
pub(crate) async fn own_plan(state: &SessionState, sql: &str, params: &[Cell]) -> Result<LogicalPlan> {
    let dialect = state.config().options().sql_parser.dialect;
    if params.is_empty() {
        let statement = state.sql_to_statement(sql, &dialect)?;
        return Ok(state.statement_to_plan(statement).await?);
    }
    // Declared, parameters have types while the statement is planned; only types are pasted, never values.
    let types: Vec<_> = params.iter().map(Cell::sql_type).collect();
    let statement = state.sql_to_statement(&format!("PREPARE own({}) AS {sql}", types.join(", ")), &dialect)?;
    let LogicalPlan::Statement(PlanStatement::Prepare(prepared)) = state.statement_to_plan(statement).await? else {
        return Err(Error::Internal("a declared statement was not planned as one".into()));
    };
    let values: Vec<_> = params.iter().map(Cell::to_scalar).collect();
    Ok(Arc::unwrap_or_clone(prepared.input).with_param_values(ParamValues::from(values))?)
}
