//! What texts can be about: a tree of topics with names and rules in several languages. Those who read texts take the
//! rules, whoever deals with what was said takes names and owners.

use std::collections::BTreeMap;

use kernel::{MemberId, Refusal, Result, Uid, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::audit::{self, Deed};
use crate::entity::{topic, topic_change, topic_label};
use crate::{Check, Store, Txn};

/// Topics of a workspace at most.
pub const TOPICS_MAX: usize = 500;
/// Changes that can be seen and taken back: the latest.
pub const HISTORY_MAX: u64 = 100;
/// Values of one statement.
const CHUNK: usize = 500;

/// What texts can be about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Stays when the topic is renamed or moved; what mentions name.
    pub key: String,
    /// Key of the topic above.
    pub parent: Option<String>,
    /// Language to name.
    pub name: BTreeMap<String, String>,
    /// Language, or `any`, to rule. A topic without rules holds those below it.
    pub rules: BTreeMap<String, String>,
    /// The starter set that it came with.
    pub source: Option<String>,
    /// The member who cares for it.
    pub owner: Option<String>,
    /// Among those below the same topic.
    pub place: i32,
}

impl Topic {
    /// Its name in a language, else in English, else in any, else its key.
    pub fn name(&self, language: &str) -> &str {
        let said = |language: &str| self.name.get(language).filter(|name| !name.trim().is_empty());
        let any = || self.name.values().find(|name| !name.trim().is_empty());
        said(language).or_else(|| said("en")).or_else(any).unwrap_or(&self.key)
    }

    fn of(row: topic::Model) -> Self {
        // Rows are written by this module alone.
        let map = |text: &str| serde_json::from_str(text).unwrap_or_default();
        Self {
            name: map(&row.name),
            rules: map(&row.rules),
            key: row.key,
            parent: row.parent,
            source: row.source,
            owner: row.owner,
            place: row.place,
        }
    }

    fn row(&self, workspace: WorkspaceId, at: i64) -> topic::ActiveModel {
        topic::ActiveModel {
            workspace_id: Set(workspace.0),
            key: Set(self.key.clone()),
            parent: Set(self.parent.clone()),
            name: Set(json!(self.name).to_string()),
            rules: Set(json!(self.rules).to_string()),
            source: Set(self.source.clone()),
            owner: Set(self.owner.clone()),
            place: Set(self.place),
            updated_at: Set(at),
        }
    }
}

/// One change, and what was before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// From 1.
    pub version: i32,
    pub deed: String,
    /// Key of the topic, or of the starter set.
    pub topic: String,
    /// The topics that it touched as they were; none for those that were not there.
    pub before: BTreeMap<String, Option<Topic>>,
    /// Member id.
    pub by: String,
    pub at: kernel::Timestamp,
}

impl Store {
    /// Those above before those below, each level in its order.
    pub async fn topics(&self, workspace: WorkspaceId) -> Result<Vec<Topic>> {
        let rows = topic::Entity::find()
            .filter(topic::Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(topic::Column::Place)
            .order_by_asc(topic::Column::Key)
            .all(self.reads())
            .await
            .check()?;
        Ok(tree(rows.into_iter().map(Topic::of).collect()))
    }

    /// The number of the last change of a workspace's topics; 0 before the first.
    pub async fn topics_version(&self, workspace: WorkspaceId) -> Result<i32> {
        let newest = topic_change::Entity::find()
            .filter(topic_change::Column::WorkspaceId.eq(workspace.0))
            .order_by_desc(topic_change::Column::Version)
            .one(self.reads())
            .await
            .check()?;
        Ok(newest.map_or(0, |change| change.version))
    }

    /// The latest changes, newest first.
    pub async fn topic_changes(&self, workspace: WorkspaceId) -> Result<Vec<Change>> {
        let rows = topic_change::Entity::find()
            .filter(topic_change::Column::WorkspaceId.eq(workspace.0))
            .order_by_desc(topic_change::Column::Version)
            .limit(HISTORY_MAX)
            .all(self.reads())
            .await
            .check()?;
        let change = |row: topic_change::Model| Change {
            version: row.version,
            deed: row.deed,
            topic: row.topic,
            before: serde_json::from_str(&row.before).unwrap_or_default(),
            by: row.by_member,
            at: kernel::Timestamp(row.at),
        };
        Ok(rows.into_iter().map(change).collect())
    }
}

/// Each topic after the one above it, depth first. One whose parent is gone, or that stands below itself, stands at the
/// top.
fn tree(topics: Vec<Topic>) -> Vec<Topic> {
    let mut sorted = Vec::with_capacity(topics.len());
    let is_top = |topic: &Topic| match &topic.parent {
        Some(parent) => !topics.iter().any(|other| other.key == *parent),
        None => true,
    };
    let mut stack: Vec<&Topic> = topics.iter().filter(|topic| is_top(topic)).rev().collect();
    while let Some(next) = stack.pop() {
        sorted.push(next.clone());
        stack.extend(topics.iter().filter(|topic| topic.parent.as_ref() == Some(&next.key)).rev());
    }
    let round: Vec<&Topic> = topics.iter().filter(|topic| !sorted.contains(topic)).collect();
    let freed = round.into_iter().map(|topic| Topic { parent: None, ..topic.clone() });
    sorted.into_iter().chain(freed.collect::<Vec<_>>()).collect()
}

/// Puts topics in the place of those with the same keys, or takes them away where there is none; remembers what was
/// before, under the next version.
///
/// # Errors
/// `too_many_topics` with `max`.
pub async fn change(
    txn: &Txn,
    workspace: WorkspaceId,
    (deed, subject): (&'static str, &str),
    topics: &BTreeMap<String, Option<Topic>>,
    by: &MemberId,
) -> Result<i32> {
    let store = txn.store();
    let now = store.env().now().0;
    let mut before: BTreeMap<&String, Option<Topic>> = BTreeMap::new();
    for (key, topic) in topics {
        let id = (workspace.0, key.clone());
        before.insert(key, topic::Entity::find_by_id(id.clone()).one(&**txn).await.check()?.map(Topic::of));
        topic::Entity::delete_by_id(id).exec(&**txn).await.check()?;
        if let Some(topic) = topic {
            topic::Entity::insert(topic.row(workspace, now)).exec_without_returning(&**txn).await.check()?;
        }
    }
    let of_workspace = topic::Entity::find().filter(topic::Column::WorkspaceId.eq(workspace.0));
    if of_workspace.count(&**txn).await.check()? > TOPICS_MAX as u64 {
        return Err(Refusal::new("too_many_topics").with("max", TOPICS_MAX.to_string()).into());
    }
    let newest = topic_change::Entity::find()
        .filter(topic_change::Column::WorkspaceId.eq(workspace.0))
        .order_by_desc(topic_change::Column::Version)
        .one(&**txn)
        .await
        .check()?;
    let version = newest.map_or(0, |change| change.version) + 1;
    let row = topic_change::ActiveModel {
        workspace_id: Set(workspace.0),
        version: Set(version),
        deed: Set(deed.into()),
        topic: Set(subject.into()),
        before: Set(json!(before).to_string()),
        by_member: Set(by.to_string()),
        at: Set(now),
    };
    topic_change::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    let detail = json!({ "deed": deed, "version": version });
    audit::note(txn, workspace, Deed { actor: by.as_str(), action: "topics.change", subject, detail }).await?;
    Ok(version)
}

/// What a member says of a text: that it mentions a topic, that it does not, or nothing any more.
pub async fn label(
    txn: &Txn,
    workspace: WorkspaceId,
    (uid, question, topic): (Uid, &str, &str),
    holds: Option<bool>,
    by: &MemberId,
) -> Result<()> {
    let key = (workspace.0, uid.0.to_vec(), question.to_owned(), topic.to_owned());
    topic_label::Entity::delete_by_id(key.clone()).exec(&**txn).await.check()?;
    if let Some(holds) = holds {
        let row = topic_label::ActiveModel {
            workspace_id: Set(key.0),
            uid: Set(key.1),
            question: Set(key.2),
            topic: Set(key.3),
            holds: Set(holds),
            by_member: Set(by.to_string()),
            at: Set(txn.store().env().now().0),
        };
        let again = OnConflict::new().do_nothing().to_owned();
        topic_label::Entity::insert(row).on_conflict(again).exec_without_returning(&**txn).await.check()?;
    }
    let detail = json!({ "field": question, "topic": topic, "holds": holds });
    let subject = uid.to_string();
    audit::note(txn, workspace, Deed { actor: by.as_str(), action: "topics.label", subject: &subject, detail }).await
}

/// What a member said of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub uid: Uid,
    /// Key of the answer.
    pub question: String,
    pub topic: String,
    pub holds: bool,
}

impl Label {
    /// Nothing for a row that no version has written.
    fn of(row: topic_label::Model) -> Option<Self> {
        let uid = Uid(row.uid.try_into().ok()?);
        Some(Self { uid, question: row.question, topic: row.topic, holds: row.holds })
    }
}

impl Store {
    /// The latest labels of a workspace, of one topic or of all.
    pub async fn topic_labels(&self, workspace: WorkspaceId, topic: Option<&str>, limit: u64) -> Result<Vec<Label>> {
        let mut found = topic_label::Entity::find().filter(topic_label::Column::WorkspaceId.eq(workspace.0));
        if let Some(topic) = topic {
            found = found.filter(topic_label::Column::Topic.eq(topic));
        }
        let rows = found.order_by_desc(topic_label::Column::At).limit(limit).all(self.reads()).await.check()?;
        Ok(rows.into_iter().filter_map(Label::of).collect())
    }

    /// The labels of some responses.
    pub async fn topic_labels_of(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Vec<Label>> {
        let mut labels = Vec::new();
        for some in uids.chunks(CHUNK) {
            let rows = topic_label::Entity::find()
                .filter(topic_label::Column::WorkspaceId.eq(workspace.0))
                .filter(topic_label::Column::Uid.is_in(some.iter().map(|uid| uid.0.to_vec())))
                .all(self.reads())
                .await
                .check()?;
            labels.extend(rows.into_iter().filter_map(Label::of));
        }
        Ok(labels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(key: &str, parent: Option<&str>) -> Topic {
        Topic { key: key.into(), parent: parent.map(Into::into), ..Topic::default() }
    }

    #[test]
    fn topics_stand_below_their_parents_and_none_is_lost() {
        let topics = vec![topic("b.x", Some("b")), topic("a", None), topic("b", None), topic("c", Some("gone"))];
        let keys = |topics: &[Topic]| topics.iter().map(|topic| topic.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&tree(topics)), ["a", "b", "b.x", "c"]);
        let round = tree(vec![topic("a", Some("b")), topic("b", Some("a")), topic("c", None)]);
        assert_eq!(keys(&round), ["c", "a", "b"]);
        assert!(round.iter().all(|topic| topic.parent.is_none()));
    }

    #[test]
    fn a_name_is_found() {
        let mut one = topic("bins", None);
        assert_eq!(one.name("fa"), "bins");
        one.name.insert("sv".into(), "Papperskorgar".into());
        assert_eq!(one.name("fa"), "Papperskorgar");
        one.name.insert("fa".into(), "سطل‌ها".into());
        assert_eq!((one.name("fa"), one.name("ar")), ("سطل‌ها", "سطل‌ها"));
    }
}
