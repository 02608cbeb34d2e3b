//! What led to an initiative, as its page shows it: customers' words masked and hidden by role.

use axum::extract::Path;
use kernel::signal::What;
use kernel::{Error, Result, Role, Timestamp, Uid};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::entity::{case, initiative, insight};
use store::links::{self, Kind, Node};
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::audience::Customers;
use super::names::Names;
use super::{find, note};
use crate::webhooks::{self, Event, Happened};

/// Cases and signals that a page shows.
const SHOWN_MAX: u64 = 10;
const WORDS_CHARS_MAX: usize = 240;

#[derive(Debug, Default, Serialize)]
pub struct Evidence {
    pub topics: Vec<(String, String)>,
    pub insights: Vec<Finding>,
    pub cases: Vec<Said>,
    pub case_count: u64,
    pub signals: Vec<Said>,
    pub signal_count: u64,
}

#[derive(Debug, Serialize)]
pub struct Finding {
    id: String,
    kind: String,
    /// The topic or survey that it is about.
    about: Option<String>,
    people: i64,
}

/// A case or a signal.
#[derive(Debug, Serialize)]
pub struct Said {
    id: String,
    at: Timestamp,
    survey: String,
    score: Option<f64>,
    words: Option<String>,
    language: Option<String>,
    is_hidden: bool,
    is_closed: bool,
}

/// Who may read what was written, and how.
struct Eyes<'a> {
    names: &'a Names,
    readers: store::verbatims::Readers,
    role: Role,
    /// Personal data is shown.
    is_open: bool,
}

impl Eyes<'_> {
    fn may_read(&self, survey: &str) -> bool {
        let row = self.names.surveys.iter().find(|row| row.key == survey);
        self.role >= self.readers.least(row)
    }

    fn words(&self, survey: &str, text: &str) -> String {
        let is_anonymous = self.names.definition(survey).is_none_or(|survey| survey.anonymous);
        let text = if self.is_open && !is_anonymous { text.to_owned() } else { masked(text) };
        text.chars().take(WORDS_CHARS_MAX).collect()
    }
}

/// A text without personal data: in its place stands an ellipsis in brackets.
pub fn masked(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
    for found in text::private::find(text) {
        shown.extend(&chars[at.min(found.start)..found.start.min(chars.len())]);
        shown.push_str("[…]");
        at = found.end.min(chars.len());
    }
    shown.extend(&chars[at..]);
    shown
}

/// What led to an initiative.
pub async fn of(asking: &Asking, customers: &Customers, names: &Names, row: &initiative::Model) -> Result<Evidence> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let node = Node::new(Kind::Initiative, &row.id);
    let eyes = Eyes {
        names,
        readers: store.verbatim_readers(workspace).await?,
        role: asking.role(),
        is_open: asking.workspace.personal_shown().may(asking.role()),
    };
    let topics = store.before(workspace, &node, Kind::Topic, SHOWN_MAX).await?;
    let insights = ids(store.before(workspace, &node, Kind::Insight, SHOWN_MAX).await?);
    let insights = insight::Entity::find()
        .filter(insight::Column::WorkspaceId.eq(workspace.0))
        .filter(insight::Column::Id.is_in(insights))
        .all(store.reads())
        .await
        .check()?;
    let cases = ids(store.before(workspace, &node, Kind::Case, SHOWN_MAX).await?);
    let cases = case::Entity::find()
        .filter(case::Column::WorkspaceId.eq(workspace.0))
        .filter(case::Column::Id.is_in(cases))
        .order_by_asc(case::Column::Id)
        .all(store.reads())
        .await
        .check()?;
    let uids = store.before(workspace, &node, Kind::Signal, SHOWN_MAX).await?;
    let uids: Vec<Uid> = uids.iter().filter_map(|node| node.id.parse().ok()).collect();
    let signals = if uids.is_empty() { vec![] } else { customers.0.signals(workspace, &uids).await? };
    Ok(Evidence {
        topics: topics
            .into_iter()
            .map(|node| (names.topic(&node.id), node.id))
            .map(|(name, key)| (key, name))
            .collect(),
        insights: insights.into_iter().map(|row| finding(names, row)).collect(),
        cases: cases.into_iter().map(|row| of_case(&eyes, row)).collect(),
        case_count: store.count_before(workspace, &node, Kind::Case).await?,
        signals: signals.into_iter().map(|logged| of_signal(&eyes, logged)).collect(),
        signal_count: store.count_before(workspace, &node, Kind::Signal).await?,
    })
}

fn ids(nodes: Vec<Node>) -> Vec<String> {
    nodes.into_iter().map(|node| node.id).collect()
}

fn finding(names: &Names, row: insight::Model) -> Finding {
    let topic = row.topic.as_deref().map(|key| names.topic(key));
    let about = topic.or_else(|| row.survey.as_deref().map(|key| names.survey(key)));
    Finding { id: row.id, kind: row.kind, about, people: row.people }
}

fn of_case(eyes: &Eyes<'_>, row: case::Model) -> Said {
    let may_read = eyes.may_read(&row.survey);
    Said {
        at: Timestamp(row.occurred_at),
        survey: eyes.names.survey(&row.survey),
        score: row.score,
        is_hidden: row.words.is_some() && !may_read,
        words: row.words.filter(|_| may_read).map(|words| eyes.words(&row.survey, &words)),
        language: row.language,
        is_closed: row.closed_at.or(row.answered_at).is_some(),
        id: row.id,
    }
}

fn of_signal(eyes: &Eyes<'_>, logged: store::Logged) -> Said {
    let What::Response(response) = &logged.signal.body.what;
    let may_read = eyes.may_read(&response.survey);
    let texts = response.answers.iter().filter(|answer| answer.kind == kernel::survey::Kind::Text);
    let words = texts.filter_map(|answer| answer.text.as_deref()).max_by_key(|text| text.len());
    Said {
        id: logged.uid.to_string(),
        at: logged.signal.occurred_at,
        survey: eyes.names.survey(&response.survey),
        score: response.answers.iter().find_map(|answer| answer.score),
        is_hidden: words.is_some() && !may_read,
        words: words.filter(|_| may_read).map(|words| eyes.words(&response.survey, words)),
        language: logged.signal.language.clone(),
        is_closed: false,
    }
}

/// `POST /act/initiatives/{initiative}/evidence`: takes one thing (`kind`, `id`) out of what led to it. What did not lead to it
/// stays as it is.
pub async fn part(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let row = find(manager.store().reads(), &manager, &id).await?;
    let kind = Kind::parse(fields.need("kind")?);
    let kind = kind.filter(|kind| matches!(kind, Kind::Signal | Kind::Topic | Kind::Insight | Kind::Case));
    let (workspace, node) = (manager.workspace(), Node::new(Kind::Initiative, &row.id));
    let from = Node::new(kind.ok_or(Error::NotFound("evidence"))?, fields.need("id")?);
    let txn = manager.store().write().await?;
    let page = see_other(&format!("/act/initiatives/{}", row.id)).flash("initiative-flash-evidence");
    if !links::part(&txn, workspace, &from, &node).await? {
        return Ok(page);
    }
    if from.kind == Kind::Case && !links::leads_to(&txn, workspace, &from, Kind::Initiative).await? {
        let gone = case::Entity::update_many()
            .col_expr(case::Column::InitiativeAt, Expr::value(None::<i64>))
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::Id.eq(&from.id));
        gone.exec(&*txn).await.check()?;
        let by = manager.member();
        let left = Happened::new(Event::CaseJoined, Some(by.as_str())).fact("initiative", serde_json::Value::Null);
        webhooks::case(&txn, workspace, &from.id, left).await?;
    }
    let detail = json!({ "kind": from.kind.as_str(), "id": from.id });
    note(&txn, &manager, "initiative.evidence", &row.id, Some(detail)).await?;
    txn.commit().await?;
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_data_is_masked() {
        let shown = masked("Write to sara@example.com, the bins smell");
        assert!(!shown.contains("sara@") && shown.contains("[…]") && shown.ends_with("the bins smell"), "{shown}");
        assert_eq!(masked("The bins smell"), "The bins smell");
    }
}
