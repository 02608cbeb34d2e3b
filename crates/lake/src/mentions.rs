//! The table `mentions`: a row for each topic that a verbatim mentions, made of the lists beside the verbatims.

use std::sync::Arc;

use datafusion::catalog::view::ViewTable;
use datafusion::common::Column;
use datafusion::datasource::provider_as_source;
use datafusion::logical_expr::{Expr, LogicalPlanBuilder, ident};

use crate::Result;
use crate::scan::Ground;
use crate::schema::{MENTION, MENTIONS, Table};
use crate::table::LakeTable;

pub(crate) const NAME: &str = "mentions";
/// Columns of `verbatims` that are about the whole text and not about what it mentions.
const OF_TEXT: [&str; 6] = ["text", "language", "sentiment", "score", "likely", "intent"];

/// The table at one moment. `with_hidden`: for SQL of our own code.
pub(crate) fn table(ground: &Arc<Ground>, with_hidden: bool) -> Result<ViewTable> {
    let verbatims = Arc::new(LakeTable::new(ground.clone(), Table::Verbatims, true));
    let columns = ground.snapshot.columns.of(Table::Verbatims, with_hidden);
    let is_of_row = |name: &String| !OF_TEXT.contains(&name.as_str()) && name != MENTIONS && name != "urgency";
    let of_row: Vec<String> = columns.into_iter().map(|(name, _)| name).filter(is_of_row).collect();
    // The engine names the fields of a list's entries so.
    let field = |name: &str| Expr::Column(Column::from_name(format!("{MENTIONS}.{name}")));
    let (ids, rest) = of_row.split_at(2);
    let head = ids.iter().map(ident);
    let mention = MENTION.map(|name| field(name).alias(name));
    let plan = LogicalPlanBuilder::scan("verbatims", provider_as_source(verbatims), None)?
        .filter(ident(MENTIONS).is_not_null())?
        .project(of_row.iter().map(ident).chain([ident(MENTIONS)]))?
        .unnest_column(MENTIONS)?
        .unnest_column(MENTIONS)?
        .project(head.chain(mention).chain(rest.iter().map(ident)))?
        .build()?;
    Ok(ViewTable::new(plan, None))
}
