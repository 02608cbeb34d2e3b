//! Telling endpoints of what happened, in the transaction in which it happens: what is committed is told, what is not is not.

use kernel::{DeliveryId, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value, json};
use store::entity::{case, initiative};
use store::{Check, Txn};

use super::entity::{delivery, endpoint};
use super::kind::{Event, State};
use super::{ROWS_MAX, facts};
use crate::initiatives::masked;

/// Characters of each text that is sent along.
const TEXT_CHARS_MAX: usize = 2_000;
/// Bytes of all of them, so that a body stays under the 20 kB of Standard Webhooks; beyond, each gets the same part of it.
const TEXTS_BYTES_MAX: usize = 14_000;

/// What happened, beside what it happened to.
#[derive(Clone, Debug)]
pub struct Happened<'a> {
    pub event: Event,
    /// The member who did it; none where nobody did: the clock, a rule, the customer.
    pub by: Option<&'a str>,
    /// Facts of the event itself, by name.
    pub facts: Vec<(&'static str, Value)>,
    /// What somebody wrote, by name; sent to endpoints that want texts.
    pub texts: Vec<(&'static str, String)>,
}

impl<'a> Happened<'a> {
    pub fn new(event: Event, by: Option<&'a str>) -> Self {
        Self { event, by, facts: Vec::new(), texts: Vec::new() }
    }

    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.facts.push((name, value.into()));
        self
    }

    #[must_use]
    pub fn text(mut self, name: &'static str, text: Option<&str>) -> Self {
        self.texts.extend(text.filter(|text| !text.is_empty()).map(|text| (name, text.to_owned())));
        self
    }
}

/// The endpoints of a workspace that are on, asked for once for several events of one transaction.
pub struct Listeners {
    workspace: WorkspaceId,
    endpoints: Vec<endpoint::Model>,
    /// Of the workspace, in bodies.
    name: String,
}

impl Listeners {
    pub async fn of(txn: &Txn, workspace: WorkspaceId) -> Result<Self> {
        let endpoints = on(&**txn, workspace).await?;
        let mut listeners = Self { workspace, endpoints, name: String::new() };
        if listeners.any()
            && let Some(row) = txn.store().workspace(workspace).await?
        {
            listeners.name = row.name;
        }
        Ok(listeners)
    }

    /// Whether there is anybody to tell.
    pub fn any(&self) -> bool {
        !self.endpoints.is_empty()
    }

    /// Tells of a case as it is within the transaction.
    pub async fn case(&self, txn: &Txn, id: &str, happened: Happened<'_>) -> Result<()> {
        if !self.wants(happened.event) {
            return Ok(());
        }
        let found = case::Entity::find_by_id(id).filter(case::Column::WorkspaceId.eq(self.workspace.0));
        let found = found.one(&**txn).await.check()?;
        let Some(found) = found else { return Ok(()) };
        let texts = facts::case_texts(&found);
        self.tell(txn, &found.id, ("case", facts::case(&found)), texts, happened).await
    }

    /// Tells of an initiative as it is within the transaction.
    pub async fn initiative(&self, txn: &Txn, id: &str, happened: Happened<'_>) -> Result<()> {
        if !self.wants(happened.event) {
            return Ok(());
        }
        let found = initiative::Entity::find_by_id(id).filter(initiative::Column::WorkspaceId.eq(self.workspace.0));
        let found = found.one(&**txn).await.check()?;
        let Some(found) = found else { return Ok(()) };
        let texts = facts::initiative_texts(&found);
        self.tell(txn, &found.id, ("initiative", facts::initiative(&found)), texts, happened).await
    }

    fn wants(&self, event: Event) -> bool {
        self.endpoints.iter().any(|endpoint| wants(endpoint, event))
    }

    async fn tell(
        &self,
        txn: &Txn,
        about: &str,
        thing: (&str, Value),
        texts: Vec<(&'static str, String)>,
        happened: Happened<'_>,
    ) -> Result<()> {
        let mut data = Map::new();
        data.insert("workspace".into(), self.name.as_str().into());
        data.insert("by".into(), happened.by.into());
        data.insert(thing.0.to_owned(), thing.1);
        data.extend(happened.facts.into_iter().map(|(name, value)| (name.to_owned(), value)));
        let written = clean(texts.into_iter().chain(happened.texts));
        let endpoints = self.endpoints.iter().filter(|endpoint| wants(endpoint, happened.event));
        let rows: Vec<_> = endpoints
            .map(|endpoint| {
                let mut data = data.clone();
                if endpoint.with_texts {
                    data.insert("texts".into(), written.clone().into());
                }
                row(txn, endpoint, happened.event, about, data)
            })
            .collect();
        keep(txn, rows).await
    }
}

/// Tells of one case.
pub async fn case(txn: &Txn, workspace: WorkspaceId, id: &str, happened: Happened<'_>) -> Result<()> {
    Listeners::of(txn, workspace).await?.case(txn, id, happened).await
}

/// Tells of one initiative.
pub async fn initiative(txn: &Txn, workspace: WorkspaceId, id: &str, happened: Happened<'_>) -> Result<()> {
    Listeners::of(txn, workspace).await?.initiative(txn, id, happened).await
}

/// Puts a test event into the queue of one endpoint; the id of the delivery.
pub async fn test(txn: &Txn, endpoint: &endpoint::Model, by: &str) -> Result<String> {
    let data = Map::from_iter([("by".to_owned(), json!(by)), ("endpoint".to_owned(), json!(endpoint.id))]);
    let row = row(txn, endpoint, Event::Test, &endpoint.id, data);
    let id = row.id.clone().take().unwrap_or_default();
    keep(txn, vec![row]).await?;
    Ok(id)
}

async fn on(db: &impl ConnectionTrait, workspace: WorkspaceId) -> Result<Vec<endpoint::Model>> {
    endpoint::Entity::find()
        .filter(endpoint::Column::WorkspaceId.eq(workspace.0))
        .filter(endpoint::Column::IsOn.eq(true))
        .filter(endpoint::Column::RemovedAt.is_null())
        .order_by_asc(endpoint::Column::Id)
        .limit(ROWS_MAX)
        .all(db)
        .await
        .check()
}

/// Without personal data, as far as it is recognised: nobody has asked for it, and it cannot be called back.
fn clean(texts: impl Iterator<Item = (&'static str, String)>) -> Map<String, Value> {
    let short = |text: &str| masked(text).chars().take(TEXT_CHARS_MAX).collect::<String>();
    let mut texts: Vec<(&str, String)> = texts.map(|(name, text)| (name, short(&text))).collect();
    if texts.iter().map(|(_, text)| text.len()).sum::<usize>() > TEXTS_BYTES_MAX {
        let part = TEXTS_BYTES_MAX / texts.len();
        for (_, text) in &mut texts {
            text.truncate(text.floor_char_boundary(part));
        }
    }
    texts.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect()
}

fn wants(endpoint: &endpoint::Model, event: Event) -> bool {
    endpoint.events == super::ALL_EVENTS || endpoint.events.split(' ').any(|name| name == event.as_str())
}

fn row(
    txn: &Txn,
    endpoint: &endpoint::Model,
    event: Event,
    about: &str,
    data: Map<String, Value>,
) -> delivery::ActiveModel {
    let env = txn.store().env();
    let now = env.now();
    let body = json!({ "type": event.as_str(), "timestamp": now, "data": data });
    delivery::ActiveModel {
        id: Set(DeliveryId::new(env).to_string()),
        workspace_id: Set(endpoint.workspace_id),
        endpoint_id: Set(endpoint.id.clone()),
        event: Set(event.as_str().into()),
        about: Set(about.to_owned()),
        body: Set(body.to_string()),
        state: Set(State::Waiting.as_str().into()),
        attempts: Set(0),
        next_at: Set(now.0),
        leased_by: Set(None),
        status: Set(None),
        failure: Set(None),
        answer: Set(None),
        took: Set(None),
        made_at: Set(now.0),
        tried_at: Set(None),
    }
}

async fn keep(txn: &Txn, rows: Vec<delivery::ActiveModel>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    delivery::Entity::insert_many(rows).exec_without_returning(&**txn).await.map(drop).check()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_long_texts_share_the_room() {
        let long = "سطل ".repeat(600);
        let texts =
            clean(["words", "because", "action", "subject", "reply"].into_iter().map(|name| (name, long.clone())));
        let lengths: Vec<usize> = texts.values().filter_map(Value::as_str).map(str::len).collect();
        assert!(lengths.iter().all(|length| (2_000..=TEXTS_BYTES_MAX / 5).contains(length)), "{lengths:?}");
        let short = clean([("words", long.clone()), ("because", "سطل".to_owned())].into_iter());
        assert_eq!(short["words"].as_str().map(|text| text.chars().count()), Some(TEXT_CHARS_MAX));
        assert_eq!(short["because"], "سطل");
    }
}
