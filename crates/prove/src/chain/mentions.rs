//! Responses and topics meet where a text mentions one: the lake knows, no link is kept. Whoever may not read what was
//! written does not learn what it is about, nor does anybody where anonymity was promised.

use std::collections::BTreeMap;

use kernel::Result;
use lake::Cell;
use store::links::{Kind, Node};

use super::beside::BESIDE_MAX;
use super::names::Names;
use super::walk::Step;

/// The topics that a response mentions.
pub async fn topics_of(names: &Names<'_>, node: &Node) -> Result<Vec<String>> {
    let Ok(uid) = node.id.parse() else { return Ok(vec![]) };
    let surveys = names.readable();
    if surveys.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!("select distinct topic from mentions where _uid = $1 and survey in ({})", places(2, &surveys));
    let params: Vec<Cell> = std::iter::once(Cell::Uid(uid)).chain(surveys.into_iter().map(Cell::Text)).collect();
    let rows = ask(names, &sql, &params).await?;
    Ok(rows.iter().filter_map(|row| row.first()?.as_str().map(str::to_owned)).collect())
}

/// Where nothing nearer leads to a thing: the responses that mention its topics, newest first.
pub async fn responses_of(names: &Names<'_>, node: &Node, back: &mut BTreeMap<Kind, Step>) -> Result<()> {
    let topics = match (node.kind, back.get(&Kind::Topic)) {
        (Kind::Topic, _) => names.below(std::slice::from_ref(&node.id)),
        (_, Some(step)) if !back.contains_key(&Kind::Signal) => names.below(step.ids()),
        _ => return Ok(()),
    };
    let surveys = names.readable();
    if topics.is_empty() || surveys.is_empty() {
        return Ok(());
    }
    let within = format!(
        "from mentions where topic in ({}) and survey in ({})",
        places(1, &topics),
        places(topics.len() + 1, &surveys)
    );
    let params: Vec<Cell> = topics.into_iter().chain(surveys).map(Cell::Text).collect();
    let newest = format!("select _uid {within} group by _uid order by max(occurred_at) desc, _uid limit {BESIDE_MAX}");
    let uids =
        ask(names, &newest, &params).await?.iter().filter_map(|row| Some(row.first()?.as_uid()?.to_string())).collect();
    let count = ask(names, &format!("select count(distinct _uid) {within}"), &params).await?;
    let count = count.first().and_then(|row| row.first()?.as_i64()).unwrap_or(0);
    back.entry(Kind::Signal).or_default().add(Step::of(uids, u64::try_from(count).unwrap_or(0)));
    Ok(())
}

async fn ask(names: &Names<'_>, sql: &str, params: &[Cell]) -> Result<Vec<Vec<Cell>>> {
    Ok(names.lake.query(names.asking.workspace(), sql, params).await?.rows().await?)
}

/// `$2, $3, …` for each of them.
fn places(from: usize, values: &[String]) -> String {
    (from..from + values.len()).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}
