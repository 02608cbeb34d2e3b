//! Keeping what detectors have found: each finding once, under its key.

use std::collections::{HashMap, HashSet};

use kernel::id::base32;
use kernel::time::DAY;
use kernel::{Error, Result};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::insight::{ActiveModel, Column, Entity, Model};
use store::entity::topic;
use store::links::{self, Kind, Node};
use store::topics::Topic;
use store::{Check, Txn};

use super::card::{Finding, Sure};
use super::look::Look;
use super::rank::rank;
use super::run::Told;

/// Insights of a workspace that are kept; of those that are gone, the latest.
const KEPT_MAX: u64 = 2_000;
/// What was gone for so long is another event when it is found again, however alike; what was gone for less comes and goes.
const ANOTHER_AFTER: i64 = 14 * DAY;
/// The actor of the audit.
const ACTOR: &str = "insights";

/// What a run has looked at: an insight of these that was not found is gone.
pub struct Looked {
    /// All kinds but causes are looked for everywhere.
    pub kinds: Vec<&'static str>,
    /// Surveys that were searched for causes.
    pub causes: Vec<String>,
    /// Surveys that are still there and not anonymous.
    pub surveys: Vec<String>,
    /// Whether what was not looked at counts less by now. A look at little leaves the others as they are.
    pub is_whole: bool,
}

impl Looked {
    fn at(&self, row: &Model) -> bool {
        let Some(survey) = &row.survey else { return self.kinds.contains(&row.kind.as_str()) };
        match row.kind.as_str() {
            "cause" => self.causes.contains(survey) || !self.surveys.contains(survey),
            kind => self.kinds.contains(&kind),
        }
    }
}

/// All insights of a workspace, the foremost first.
pub async fn all(look: &Look<'_>) -> Result<Vec<Model>> {
    Entity::find()
        .filter(Column::WorkspaceId.eq(look.workspace.0))
        .order_by_desc(Column::SeenAt)
        .limit(KEPT_MAX)
        .all(look.store.reads())
        .await
        .check()
}

/// Writes what was found and what is gone, in one transaction.
pub async fn keep(look: &Look<'_>, findings: Vec<Finding>, looked: &Looked) -> Result<Told> {
    let topics = Topics::of(look).await?;
    let mut told = Told::default();
    let txn = look.store.write().await?;
    super::run::lock(&txn, look.workspace).await?;
    let known = known(&txn, look, &findings).await?;
    let mut seen = HashSet::new();
    for finding in findings {
        if seen.insert(finding.key.clone()) {
            put(&txn, look, &finding, known.get(&finding.key), &topics, &mut told).await?;
        }
    }
    let others = || known.values().filter(|row| row.gone_at.is_none() && !seen.contains(&row.key));
    for row in others().filter(|row| looked.at(row)) {
        let gone = ActiveModel { id: Set(row.id.clone()), gone_at: Set(Some(look.now.0)), ..Default::default() };
        Entity::update(gone).exec(&*txn).await.check()?;
        told.gone += 1;
        note(&txn, look, "insight.gone", row).await?;
    }
    // What was not looked at grows older all the same.
    for row in others().filter(|row| looked.is_whole && !looked.at(row)) {
        let Ok(size) = size_of(row) else { continue };
        let rank = rank(row.people.unsigned_abs(), size, Sure::parse(&row.sure), look.now.0 - row.changed_at);
        Entity::update(ActiveModel { id: Set(row.id.clone()), rank: Set(rank), ..Default::default() })
            .exec(&*txn)
            .await
            .check()?;
    }
    txn.commit().await?;
    Ok(told)
}

/// By key, those that hold and those that are found now, as they are within this write: members may have changed them while
/// the detectors looked.
async fn known(txn: &Txn, look: &Look<'_>, findings: &[Finding]) -> Result<HashMap<String, Model>> {
    let mine = || Entity::find().filter(Column::WorkspaceId.eq(look.workspace.0));
    let open = mine().filter(Column::GoneAt.is_null()).order_by_desc(Column::SeenAt).limit(KEPT_MAX);
    let keys = findings.iter().map(|finding| finding.key.as_str());
    let found = mine().filter(Column::Key.is_in(keys));
    let rows = open.all(&**txn).await.check()?.into_iter().chain(found.all(&**txn).await.check()?);
    Ok(rows.map(|row| (row.key.clone(), row)).collect())
}

/// What a card is kept as.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Kept {
    pub size: f64,
    #[serde(flatten)]
    pub card: super::card::Card,
}

fn size_of(row: &Model) -> Result<f64> {
    let kept: Kept = serde_json::from_str(&row.card).map_err(Error::internal)?;
    Ok(kept.size)
}

async fn put(
    txn: &Txn,
    look: &Look<'_>,
    finding: &Finding,
    before: Option<&Model>,
    topics: &Topics,
    told: &mut Told,
) -> Result<()> {
    let now = look.now.0;
    let is_another = before.is_some_and(|row| row.gone_at.is_some_and(|gone| now - gone >= ANOTHER_AFTER));
    let print = match before {
        Some(row) if !is_another => finding.print.after(&row.print),
        _ => finding.print.write(),
    };
    let is_changed = is_another || before.is_none_or(|row| row.print != print);
    let changed_at = if is_changed { now } else { before.map_or(now, |row| row.changed_at) };
    let taken = finding.topic.as_ref().and_then(|topic| topics.owner(topic));
    // Whoever said that nobody sees to it is not overruled by what was so before.
    let is_new = |since| is_changed || before.is_some_and(|row| since > row.seen_at);
    let taken = taken.filter(|(_, since)| is_new(*since)).map(|(owner, _)| owner);
    let owner = match (before, taken) {
        (None, taken) => Set(taken),
        (Some(row), Some(taken)) if row.owner.is_none() => Set(Some(taken)),
        // It stays as it is, even if a member changes it meanwhile.
        (Some(_), _) => NotSet,
    };
    let kept = Kept { size: finding.size, card: finding.card.clone() };
    let row = ActiveModel {
        workspace_id: Set(look.workspace.0),
        key: Set(finding.key.clone()),
        kind: Set(finding.card.kind().to_owned()),
        survey: Set(finding.survey.clone()),
        topic: Set(finding.topic.clone()),
        card: Set(serde_json::to_string(&kept).map_err(Error::internal)?),
        print: Set(print),
        rank: Set(rank(finding.people, finding.size, finding.sure, now - changed_at)),
        people: Set(i64::try_from(finding.people).unwrap_or(i64::MAX)),
        sure: Set(finding.sure.as_str().to_owned()),
        owner,
        changed_at: Set(changed_at),
        seen_at: Set(now),
        gone_at: Set(None),
        ..Default::default()
    };
    let id = match before {
        Some(known) => {
            let mut row = ActiveModel { id: Set(known.id.clone()), ..row };
            if is_another {
                // What was put aside was another event.
                (row.dismissed_at, row.dismissed_by, row.dismissed_print) = (Set(None), Set(None), Set(None));
            }
            Entity::update(row).exec(&**txn).await.check()?;
            known.id.clone()
        }
        None => {
            let id = base32(&look.store.env().bytes::<10>());
            let new = ActiveModel {
                id: Set(id.clone()),
                found_at: Set(now),
                dismissed_at: Set(None),
                dismissed_by: Set(None),
                dismissed_print: Set(None),
                ..row
            };
            Entity::insert(new).exec_without_returning(&**txn).await.check()?;
            id
        }
    };
    link(txn, look, finding, &id).await?;
    if is_changed {
        let action = if before.is_some() { "insight.changed" } else { "insight.found" };
        *(if before.is_some() { &mut told.changed } else { &mut told.found }) += 1;
        let detail = json!({ "key": finding.key, "people": finding.people });
        audit::note(txn, look.workspace, Deed { actor: ACTOR, action, subject: &id, detail }).await?;
    }
    Ok(())
}

async fn link(txn: &Txn, look: &Look<'_>, finding: &Finding, id: &str) -> Result<()> {
    let signals = finding.signals.iter().map(|uid| Node::new(Kind::Signal, uid));
    let cases = finding.cases.iter().map(|case| Node::new(Kind::Case, case));
    let topic = finding.topic.iter().map(|topic| Node::new(Kind::Topic, topic));
    let from: Vec<Node> = signals.chain(cases).chain(topic).collect();
    links::join(txn, look.workspace, &from, &Node::new(Kind::Insight, id)).await
}

/// The topics, and when each was last changed.
struct Topics {
    all: Vec<Topic>,
    changed: HashMap<String, i64>,
}

impl Topics {
    async fn of(look: &Look<'_>) -> Result<Self> {
        let changed: Vec<(String, i64)> = topic::Entity::find()
            .filter(topic::Column::WorkspaceId.eq(look.workspace.0))
            .select_only()
            .columns([topic::Column::Key, topic::Column::UpdatedAt])
            .limit(store::topics::TOPICS_MAX as u64)
            .into_tuple()
            .all(look.store.reads())
            .await
            .check()?;
        Ok(Self { all: look.store.topics(look.workspace).await?, changed: changed.into_iter().collect() })
    }

    /// Whoever cares for a topic, or for the one that it is a part of, and since when at the latest.
    fn owner(&self, key: &str) -> Option<(String, i64)> {
        let named = |key: &str| self.all.iter().find(|topic| topic.key == key);
        // Ten levels are more than a tree has.
        std::iter::successors(named(key), |topic| named(topic.parent.as_deref()?)).take(10).find_map(|topic| {
            let since = self.changed.get(&topic.key).copied().unwrap_or(i64::MIN);
            Some((topic.owner.clone()?, since))
        })
    }
}

async fn note(txn: &Txn, look: &Look<'_>, action: &'static str, row: &Model) -> Result<()> {
    let detail = json!({ "key": row.key });
    audit::note(txn, look.workspace, Deed { actor: ACTOR, action, subject: &row.id, detail }).await
}
