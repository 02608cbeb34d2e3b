//! The worker that delivers.
//!
//! Each endpoint has a queue and a task of its own. A delivery is leased, sent and marked; a worker that dies in between
//! leaves it leased, and another sends it again with the same `webhook-id`. So none is lost, and who gets one twice sees that
//! it is the same.
//!
//! What one endpoint does is no other's business: endpoints that were slow of late share connections of their own, and a
//! request that takes long moves over to those. However many are dead or slow, those that are quick never wait for them.

mod lanes;
mod lease;
mod mark;
mod pace;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use futures::stream::FuturesUnordered;
use futures::{FutureExt as _, StreamExt as _};
use kernel::{Result, Timestamp};
use outbound::{Answer, Client, Failure, HeaderMap, HeaderValue, header};
use store::Store;
use tokio::task::JoinSet;

use self::lanes::Lanes;
use self::lease::Leased;
use self::pace::Paces;
use super::entity::delivery;
use super::settings::Webhooks;

/// How often queues are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// After the database failed.
const AGAIN_AFTER: Duration = Duration::from_secs(5);
/// Characters of an answer that are kept.
const ANSWER_CHARS_MAX: usize = 1_000;

/// Delivers webhooks; clones share everything.
#[derive(Clone)]
pub struct Courier(Arc<Inner>);

struct Inner {
    store: Store,
    client: Client,
    retries: Vec<u32>,
    /// Microseconds after which another worker may try.
    lease: i64,
    /// What came back is kept and shown; not where the address may be one of our own network.
    keeps_answers: bool,
    lanes: Lanes,
    paces: Paces,
}

/// What one attempt came to.
struct Tried {
    row: delivery::Model,
    fate: Fate,
    took: Duration,
}

enum Fate {
    Answered(Box<Answer>),
    Failed(Failure),
    /// The endpoint's secret cannot be opened on this machine.
    NoSecret,
    /// It waited so long for a connection that its lease is nearly over: another turn.
    TooLate,
}

impl Courier {
    pub fn new(store: Store, settings: &Webhooks) -> Self {
        Self::with(store, settings, settings.client())
    }

    /// With a client of the caller's, for tests.
    pub fn with(store: Store, settings: &Webhooks, client: Client) -> Self {
        let lease = (2 * i64::try_from(settings.timeout).unwrap_or(60) + 30) * kernel::time::SECOND;
        Self(Arc::new(Inner {
            store,
            client,
            retries: settings.retries.clone(),
            lease,
            keeps_answers: !settings.private_networks,
            lanes: Lanes::default(),
            paces: Paces::default(),
        }))
    }

    /// To be called when a server starts: on SQLite nobody else can have a lease, so those of a server that died are over.
    pub async fn recover(&self) -> Result<()> {
        if self.0.store.is_sqlite() { lease::end_all(&self.0.store).await } else { Ok(()) }
    }

    /// Delivers for as long as it is polled: a task for each endpoint that has something due.
    pub async fn run(&self) {
        let (mut tasks, mut busy) = (JoinSet::new(), HashSet::new());
        loop {
            match lease::due(&self.0.store).await {
                Ok(due) => {
                    for endpoint in due {
                        if busy.insert(endpoint.clone()) {
                            let courier = self.clone();
                            tasks.spawn(async move { (courier.empty(&endpoint).await, endpoint) });
                        }
                    }
                }
                Err(error) => {
                    tracing::warn!(%error, "webhooks cannot be looked for and will be again");
                    tokio::time::sleep(AGAIN_AFTER).await;
                }
            }
            tokio::time::sleep(LOOK_EVERY).await;
            while let Some(ended) = tasks.try_join_next() {
                match ended {
                    Ok((result, endpoint)) => {
                        if let Err(error) = result {
                            tracing::warn!(endpoint, %error, "delivering failed and will be tried again");
                        }
                        busy.remove(&endpoint);
                    }
                    // Which endpoint it was is not known any more: all that do not run are looked at anew.
                    Err(error) => {
                        tracing::error!(%error, "a worker of webhooks panicked");
                        tasks.shutdown().await;
                        busy.clear();
                    }
                }
            }
        }
    }

    /// Delivers what is due now, all queues side by side, and returns when nothing is due any more.
    pub async fn drain(&self) -> Result<()> {
        loop {
            let due = lease::due(&self.0.store).await?;
            if due.is_empty() {
                return Ok(());
            }
            futures::future::try_join_all(due.iter().map(|endpoint| self.empty(endpoint))).await?;
        }
    }

    /// One endpoint's queue, until nothing is due or under way.
    async fn empty(&self, endpoint: &str) -> Result<()> {
        let mut flying = FuturesUnordered::new();
        let mut done: Vec<Tried> = Vec::new();
        loop {
            // What is done is marked and what follows is leased in one transaction.
            let room = self.0.paces.window(endpoint).saturating_sub(flying.len());
            for leased in self.turn(endpoint, std::mem::take(&mut done), room).await? {
                flying.push(self.attempt(leased));
            }
            let Some(first) = flying.next().await else { return Ok(()) };
            done.push(first);
            while let Some(Some(next)) = flying.next().now_or_never() {
                done.push(next);
            }
            for tried in &done {
                // What was not asked says nothing.
                if matches!(tried.fate, Fate::Answered(_) | Fate::Failed(_)) {
                    self.0.paces.note(endpoint, tried.is_success(), tried.took);
                }
            }
        }
    }

    async fn turn(&self, endpoint: &str, done: Vec<Tried>, room: usize) -> Result<Vec<Leased>> {
        let store = &self.0.store;
        if done.is_empty() && !lease::is_due(store, endpoint).await? {
            return Ok(Vec::new());
        }
        let txn = store.write().await?;
        mark::keep(&txn, &self.0, endpoint, done).await?;
        let leased = lease::take(&txn, endpoint, self.0.lease, room).await?;
        txn.commit().await?;
        Ok(leased)
    }

    async fn attempt(&self, leased: Leased) -> Tried {
        let inner = &*self.0;
        let Leased { row, url, signer } = leased;
        let Some(signer) = signer else { return Tried { row, fate: Fate::NoSecret, took: Duration::ZERO } };
        let connection = inner.lanes.enter(inner.paces.is_slow(&row.endpoint_id)).await;
        let begun = inner.store.env().now();
        if row.next_at - begun.0 < inner.lease / 2 {
            return Tried { row, fate: Fate::TooLate, took: Duration::ZERO };
        }
        let fate = match headers(&row, &signer, begun) {
            Ok(headers) => match connection.carry(inner.client.tell(&url, headers, row.body.clone())).await {
                Ok(answer) => Fate::Answered(Box::new(answer)),
                Err(failure) => Fate::Failed(failure),
            },
            Err(error) => {
                tracing::error!(delivery = row.id, %error, "a webhook cannot be signed");
                Fate::NoSecret
            }
        };
        let took = inner.store.env().now().since(begun).max(0);
        Tried { row, fate, took: Duration::from_micros(took.unsigned_abs()) }
    }
}

impl std::fmt::Debug for Courier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Courier")
    }
}

impl Tried {
    fn is_success(&self) -> bool {
        matches!(&self.fate, Fate::Answered(answer) if answer.status.is_success())
    }
}

fn headers(row: &delivery::Model, signer: &super::sign::Signer, now: Timestamp) -> Result<HeaderMap> {
    let seconds = now.0.div_euclid(kernel::time::SECOND);
    let value = |text: &str| HeaderValue::from_str(text).map_err(kernel::Error::internal);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert("webhook-id", value(&row.id)?);
    headers.insert("webhook-timestamp", value(&seconds.to_string())?);
    headers.insert("webhook-signature", value(&signer.sign(&row.id, seconds, &row.body)?)?);
    Ok(headers)
}
