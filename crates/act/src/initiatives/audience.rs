//! Whom an initiative is about: the customers whose signals led to it, as far as anybody knows who they are.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use kernel::condition::{Check as Asked, Columns, Condition, Operand, Said, Says, Test};
use kernel::time::DAY;
use kernel::{ContactId, Measure, Result, Timestamp, Uid, WorkspaceId, attribute};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::entity::{case, contact, initiative};
use store::links::{Kind, Node};
use store::{Check, Logged, Store};
use ui::http::Asking;

use crate::cases::rules::{holds, with_parts};

/// Customers of one initiative at most; beyond, the page says so.
pub const PEOPLE_MAX: usize = 50_000;
/// Things of a kind that lead to one initiative at most.
pub const LINKS_MAX: u64 = 50_000;
/// Insights and topics of one initiative at most.
const FINDINGS_MAX: u64 = 200;
/// Who spoke of a topic longer ago than this, before the initiative was made, is not told.
pub const TOPIC_DAYS: i64 = 365;
/// Values of one statement.
const CHUNK: usize = 500;
/// Signals that are read at a time.
const SIGNALS: usize = 100;

/// A customer who said something, in the language that they spoke last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub contact: ContactId,
    pub language: Option<String>,
}

/// Customers, and how many signals are of nobody whom we know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub people: Vec<Person>,
    pub nameless: u64,
}

/// Asks the log about customers: the slice that understands does, and the binary joins them.
#[async_trait]
pub trait Finds: Send + Sync {
    /// Who answered these surveys, from a time on and before another, such that the condition holds; all who did where
    /// there is none. `limit` customers at most.
    async fn people(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: Option<&Condition>,
        between: (Timestamp, Timestamp),
        limit: usize,
    ) -> Result<Found>;

    /// Who sent these signals; those that were withdrawn or erased are of nobody.
    async fn senders(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Found>;

    /// The signals themselves, `uids` at most a hundred.
    async fn signals(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Vec<Logged>>;

    /// How often a measure's question was answered with a score from a time on and before another: by those in its scope, and
    /// by everybody.
    async fn answers(
        &self,
        workspace: WorkspaceId,
        measure: &Measure,
        between: (Timestamp, Timestamp),
    ) -> Result<(u64, u64)>;

    /// Touchpoints that customers answered at since a time, with how often, the busiest first.
    async fn touchpoints(&self, workspace: WorkspaceId, since: Timestamp, limit: usize) -> Result<Vec<(String, u64)>>;
}

/// The way to customers.
#[derive(Clone)]
pub struct Customers(pub Arc<dyn Finds>);

impl fmt::Debug for Customers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Customers")
    }
}

/// Everybody who led to an initiative.
#[derive(Clone, Debug, Default)]
pub struct Audience {
    /// By contact, with the language that they spoke last.
    pub people: BTreeMap<String, Option<String>>,
    /// Signals and cases of nobody whom we know.
    pub nameless: u64,
    /// There are more than can be told at once.
    pub is_cut: bool,
}

impl Audience {
    fn add(&mut self, found: Found) {
        self.nameless += found.nameless;
        for person in found.people {
            self.name(person.contact.to_string(), person.language);
        }
    }

    fn name(&mut self, contact: String, language: Option<String>) {
        if self.people.len() >= PEOPLE_MAX && !self.people.contains_key(&contact) {
            self.is_cut = true;
            return;
        }
        let known = self.people.entry(contact).or_default();
        if language.is_some() {
            *known = language;
        }
    }
}

/// Those whose signals lead to an initiative: directly, through a case, an insight or its topic. Of an insight and a topic it
/// is those who spoke of it within the initiative's scope until customers met the change; of a topic, in the year before it was
/// made.
pub async fn of(asking: &Asking, customers: &Customers, row: &initiative::Model) -> Result<Audience> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let node = Node::new(Kind::Initiative, &row.id);
    let mut audience = Audience::default();
    let mut signals = store.before(workspace, &node, Kind::Signal, LINKS_MAX).await?;
    let mut counted = Vec::new();
    let mut cases = store.before(workspace, &node, Kind::Case, LINKS_MAX).await?;
    for insight in store.before(workspace, &node, Kind::Insight, FINDINGS_MAX).await? {
        counted.extend(store.before(workspace, &insight, Kind::Signal, LINKS_MAX).await?);
        cases.extend(store.before(workspace, &insight, Kind::Case, LINKS_MAX).await?);
    }
    for nodes in [&mut signals, &mut counted, &mut cases] {
        nodes.sort_unstable();
        nodes.dedup();
    }
    audience.is_cut = [signals.len(), counted.len(), cases.len()].into_iter().any(|count| count as u64 >= LINKS_MAX);
    for topic in store.before(workspace, &node, Kind::Topic, FINDINGS_MAX).await? {
        let found = of_topic(asking, customers, row, &topic.id).await?;
        audience.is_cut |= found.people.len() >= PEOPLE_MAX;
        audience.add(found);
    }
    of_cases(store, workspace, &cases, &mut audience).await?;
    for some in uids(&signals).chunks(CHUNK) {
        audience.add(customers.0.senders(workspace, some).await?);
    }
    let within = Within::of(asking, row).await?;
    for some in uids(&counted).chunks(SIGNALS) {
        let those = customers.0.signals(workspace, some).await?.into_iter().filter(|logged| within.holds(logged));
        for logged in those {
            match logged.contact_id {
                Some(contact) => audience.name(contact.to_string(), logged.signal.language),
                None => audience.nameless += 1,
            }
        }
    }
    Ok(audience)
}

fn uids(nodes: &[Node]) -> Vec<Uid> {
    nodes.iter().filter_map(|node| node.id.parse().ok()).collect()
}

/// Whom a change can be told to: an insight counts everybody who named its cause, elsewhere and later too.
struct Within {
    /// None where it is for everybody, or asks what texts say: those of an insight have said it.
    scope: Option<Condition>,
    columns: Columns,
    until: Timestamp,
}

impl Within {
    async fn of(asking: &Asking, row: &initiative::Model) -> Result<Self> {
        let measure: Option<Measure> = serde_json::from_str(&row.measure).ok();
        let asks_texts = |scope: &Condition| scope.operands().iter().any(|of| matches!(of, Operand::Said(_)));
        let columns = asking.store().attributes(asking.workspace()).await?.into_iter();
        Ok(Self {
            scope: measure.and_then(|measure| measure.scope).filter(|scope| !asks_texts(scope)),
            columns: columns.map(|row| (row.column_name, attribute::Kind::parse(&row.kind))).collect(),
            until: until(asking, row),
        })
    }

    fn holds(&self, logged: &Logged) -> bool {
        let signal = &logged.signal;
        let scope = self.scope.as_ref();
        signal.occurred_at < self.until
            && scope.is_none_or(|scope| holds(scope, signal, &Says::default(), &self.columns))
    }
}

/// When customers meet the change; a day from now while nobody knows.
fn until(asking: &Asking, row: &initiative::Model) -> Timestamp {
    let day = row.starts_on.as_deref().and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let day = day.and_then(|day| day.to_zoned(asking.zone()).ok()).map(|day| day.timestamp().into());
    day.unwrap_or_else(|| asking.web.env().now().plus(DAY))
}

async fn of_topic(asking: &Asking, customers: &Customers, row: &initiative::Model, topic: &str) -> Result<Found> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let said = Condition::Test(Test { of: Operand::Said(Said::Topic), check: Asked::Has(topic.to_owned()) });
    let wide = with_parts(said, &store.topics(workspace).await?);
    let measure: Option<Measure> = serde_json::from_str(&row.measure).ok();
    // A scope that asks about answers of one survey holds for that survey's responses alone.
    let scope = measure.as_ref().and_then(|measure| measure.scope.clone());
    let condition = Condition::all(std::iter::once(wide).chain(scope));
    let surveys = named_surveys(store, workspace).await?;
    let surveys: Vec<&str> = surveys.iter().map(String::as_str).collect();
    let since = Timestamp(row.created_at).minus(TOPIC_DAYS * DAY);
    let between = (since, until(asking, row));
    customers.0.people(workspace, &surveys, Some(&condition), between, PEOPLE_MAX).await
}

/// Surveys that did not promise anonymity.
pub async fn named_surveys(store: &Store, workspace: WorkspaceId) -> Result<Vec<String>> {
    let surveys = store.surveys(workspace).await?;
    let is_named = |row: &store::entity::survey::Model| {
        let definition = row.published().ok().flatten().or_else(|| row.draft().ok());
        definition.is_some_and(|survey| !survey.anonymous)
    };
    Ok(surveys.into_iter().filter(is_named).map(|row| row.key).collect())
}

async fn of_cases(store: &Store, workspace: WorkspaceId, cases: &[Node], audience: &mut Audience) -> Result<()> {
    let withdrawn = store.withdrawals(workspace).await?;
    for some in cases.chunks(CHUNK) {
        let rows = case::Entity::find()
            .filter(case::Column::WorkspaceId.eq(workspace.0))
            .filter(case::Column::Id.is_in(some.iter().map(|node| node.id.as_str())))
            .all(store.reads())
            .await
            .check()?;
        for row in rows {
            if row.import_id.as_ref().is_some_and(|id| withdrawn.iter().any(|import| import.as_str() == id)) {
                continue;
            }
            match row.contact_id {
                Some(contact) => audience.name(contact, row.language),
                None => audience.nameless += 1,
            }
        }
    }
    Ok(())
}

/// Rows of contacts, in chunks; those that are not there are left out.
pub async fn contacts(store: &Store, workspace: WorkspaceId, ids: &[&str]) -> Result<Vec<contact::Model>> {
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(CHUNK) {
        let rows = contact::Entity::find()
            .filter(contact::Column::WorkspaceId.eq(workspace.0))
            .filter(contact::Column::Id.is_in(some.iter().copied()));
        found.extend(rows.all(store.reads()).await.check()?);
    }
    Ok(found)
}

/// Where a customer can be written to: the attribute `email`, else the key where it is an address.
pub fn address(contact: &contact::Model) -> Option<String> {
    let attributes: serde_json::Value = serde_json::from_str(&contact.attributes).unwrap_or_default();
    let given = attributes.get("email").and_then(|email| email.as_str());
    let is_address = |text: &&str| text.parse::<lettre::Address>().is_ok();
    given.map(str::trim).filter(is_address).or(Some(contact.key.trim()).filter(is_address)).map(str::to_owned)
}
