//! Keeping what detectors have found: each finding once, under its key.

use std::collections::HashMap;

use kernel::id::base32;
use kernel::{Error, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::insight::{ActiveModel, Column, Entity, Model};
use store::links::{self, Kind, Node};
use store::topics::Topic;
use store::{Check, Txn};

use super::card::{Finding, Sure};
use super::look::Look;
use super::rank::rank;
use super::run::Told;

/// Insights of a workspace that are kept; of those that are gone, the latest.
const KEPT_MAX: u64 = 2_000;
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
    let known: HashMap<String, Model> = all(look).await?.into_iter().map(|row| (row.key.clone(), row)).collect();
    let topics = look.store.topics(look.workspace).await?;
    let mut told = Told::default();
    let txn = look.store.write().await?;
    let mut seen = Vec::new();
    for finding in findings {
        if seen.contains(&finding.key) {
            continue;
        }
        seen.push(finding.key.clone());
        let before = known.get(&finding.key);
        put(&txn, look, &finding, before, &topics, &mut told).await?;
    }
    for row in known.values().filter(|row| row.gone_at.is_none() && !seen.contains(&row.key) && looked.at(row)) {
        let gone = ActiveModel { id: Set(row.id.clone()), gone_at: Set(Some(look.now.0)), ..Default::default() };
        Entity::update(gone).exec(&*txn).await.check()?;
        told.gone += 1;
        note(&txn, look, "insight.gone", row).await?;
    }
    // What was not looked at grows older all the same.
    for row in known.values().filter(|row| row.gone_at.is_none() && !seen.contains(&row.key) && !looked.at(row)) {
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
    topics: &[Topic],
    told: &mut Told,
) -> Result<()> {
    let now = look.now.0;
    let print = before.map_or_else(|| finding.print.write(), |row| finding.print.after(&row.print));
    // What comes again after it was gone is news, too.
    let is_changed = before.is_none_or(|row| row.print != print || row.gone_at.is_some());
    let changed_at = if is_changed { now } else { before.map_or(now, |row| row.changed_at) };
    let owner = before.and_then(|row| row.owner.clone()).or_else(|| {
        let topic = topics.iter().find(|topic| Some(&topic.key) == finding.topic.as_ref())?;
        owner(topic, topics)
    });
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
        owner: Set(owner),
        changed_at: Set(changed_at),
        seen_at: Set(now),
        gone_at: Set(None),
        ..Default::default()
    };
    let id = match before {
        Some(known) => {
            Entity::update(ActiveModel { id: Set(known.id.clone()), ..row }).exec(&**txn).await.check()?;
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

/// Whoever cares for a topic, or for the one that it is a part of.
fn owner(topic: &Topic, topics: &[Topic]) -> Option<String> {
    let above = |key: &str| topics.iter().find(|topic| topic.key == key);
    // Ten levels are more than a tree has.
    std::iter::successors(Some(topic), |topic| above(topic.parent.as_deref()?))
        .take(10)
        .find_map(|topic| topic.owner.clone())
}

async fn note(txn: &Txn, look: &Look<'_>, action: &'static str, row: &Model) -> Result<()> {
    let detail = json!({ "key": row.key });
    audit::note(txn, look.workspace, Deed { actor: ACTOR, action, subject: &row.id, detail }).await
}
