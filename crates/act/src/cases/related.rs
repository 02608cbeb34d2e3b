//! What belongs to a case beside it: the customer's other cases, similar ones and what solved them, initiatives.

use kernel::{Result, Timestamp};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::initiative;
use store::links::{Kind, Node};
use ui::http::Asking;

use super::entity::case::{self, Column};
use super::queue::visible;
use super::view::{Reads, Row, Titles};

const ROWS_MAX: u64 = 5;

/// A closed case that is like this one.
#[derive(Clone, Debug, Serialize)]
pub struct Similar {
    pub id: String,
    pub root_cause: Option<String>,
    pub action: Option<String>,
    pub outcome: String,
    /// `yes`, `partly` or `no`, as the customer said.
    pub helped: Option<String>,
    pub closed_at: Timestamp,
}

/// An initiative that it is part of.
#[derive(Clone, Debug, Serialize)]
pub struct Initiative {
    pub id: String,
    pub title: String,
    pub state: String,
}

/// The customer's other cases, the latest first.
pub async fn others(asking: &Asking, reads: &Reads, titles: &Titles, found: &case::Model) -> Result<Vec<Row>> {
    let Some(contact) = &found.contact_id else { return Ok(Vec::new()) };
    let cases = visible(asking)
        .await?
        .filter(Column::ContactId.eq(contact))
        .filter(Column::Id.ne(&found.id))
        .order_by_desc(Column::OpenedAt)
        .limit(ROWS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    Ok(cases.into_iter().map(|case| titles.row(asking, reads, case)).collect())
}

/// Cases about the same topic, else of the same rule, that came to an end somebody described; the latest first.
pub async fn similar(asking: &Asking, found: &case::Model) -> Result<Vec<Similar>> {
    let alike = match (&found.topic, &found.rule_id) {
        (Some(topic), _) => Column::Topic.eq(topic),
        (None, Some(rule)) => Column::RuleId.eq(rule),
        (None, None) => return Ok(Vec::new()),
    };
    let told = Condition::any().add(Column::RootCause.is_not_null()).add(Column::Action.is_not_null());
    let cases = visible(asking)
        .await?
        .filter(alike)
        .filter(Column::ClosedAt.is_not_null())
        .filter(Column::Id.ne(&found.id))
        .filter(Column::Outcome.is_in(["solved", "partly"]))
        .filter(told)
        .order_by_desc(Column::ClosedAt)
        .limit(ROWS_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let similar = |case: case::Model| Similar {
        id: case.id,
        root_cause: case.root_cause,
        action: case.action,
        outcome: case.outcome.unwrap_or_default(),
        helped: case.helped,
        closed_at: Timestamp(case.closed_at.unwrap_or_default()),
    };
    Ok(cases.into_iter().map(similar).collect())
}

/// Root causes that were given before for cases like this one, the latest first: what the next may be called, too.
pub async fn causes(asking: &Asking, found: &case::Model) -> Result<Vec<String>> {
    let mut causes: Vec<String> = Vec::new();
    let topics = asking.store().topics(asking.workspace()).await?;
    let topic = found.topic.as_ref().and_then(|key| topics.iter().find(|topic| topic.key == *key));
    causes.extend(topic.map(|topic| topic.name(asking.locale.code()).to_owned()));
    causes.extend(similar(asking, found).await?.into_iter().filter_map(|similar| similar.root_cause));
    causes.extend(topics.iter().map(|topic| topic.name(asking.locale.code()).to_owned()).take(50));
    let mut seen = std::collections::HashSet::new();
    causes.retain(|cause| seen.insert(cause.clone()));
    Ok(causes)
}

/// Initiatives that the case led to.
pub async fn initiatives(asking: &Asking, found: &case::Model) -> Result<Vec<Initiative>> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let nodes = store.after(workspace, &Node::new(Kind::Case, &found.id), Kind::Initiative, ROWS_MAX).await?;
    if nodes.is_empty() {
        return Ok(Vec::new());
    }
    let rows = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(workspace.0))
        .filter(initiative::Column::Id.is_in(nodes.into_iter().map(|node| node.id)))
        .all(store.reads())
        .await
        .check()?;
    Ok(rows.into_iter().map(|row| Initiative { id: row.id, title: row.title, state: row.state }).collect())
}
