//! The worker that sends what is in the outbox.
//!
//! A message is leased, given to the mail server, and marked. A worker that dies in between leaves it leased; after
//! [`LEASE_MICROS`] another one sends it again, with the same Message-ID. So none is lost, and who gets one twice sees that
//! it is the same.

mod letter;
mod outcome;

use std::time::Duration;

use futures::StreamExt as _;
use kernel::{MessageId, Result, Timestamp};
use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Check, Store, Txn};
use ui::Pages;

use self::letter::Writer;
use self::outcome::Outcome;
use super::consent::{self, Why};
use super::entity::message::{Column, Entity, Model};
use super::kind::State;
use super::settings::Outgoing;
use crate::waits;

/// How long a worker may take before another may try.
pub const LEASE_MICROS: i64 = 5 * kernel::time::MINUTE;
/// Messages that a worker takes at a time.
const BATCH: u64 = 64;
/// Connections to the mail server.
const CONNECTIONS_MAX: u32 = 8;
/// For one command of SMTP.
const PATIENCE: Duration = Duration::from_secs(30);
const ERROR_CHARS_MAX: usize = 300;

/// Sends messages.
#[derive(Clone)]
pub struct Postman {
    store: Store,
    writer: Writer,
    transport: AsyncSmtpTransport<Tokio1Executor>,
    lease: i64,
    /// Seconds.
    retries: Vec<u32>,
}

impl Postman {
    /// # Errors
    /// `Internal` where the address of the mail server cannot be used.
    pub fn new(store: Store, pages: Pages, outgoing: &Outgoing, base_url: &str) -> Result<Self> {
        let transport = transport(outgoing)?;
        let writer = Writer::new(pages, outgoing, base_url);
        Ok(Self { store, writer, transport, lease: LEASE_MICROS, retries: outgoing.retries.clone() })
    }

    /// With another lease, for tests that kill it.
    #[must_use]
    pub fn with_lease(self, micros: i64) -> Self {
        Self { lease: micros, ..self }
    }

    /// To be called when a server starts: on SQLite nobody else can have a lease, so those of a server that died are over.
    pub async fn recover(&self) -> Result<()> {
        if !self.store.is_sqlite() {
            return Ok(());
        }
        let txn = self.store.write().await?;
        Entity::update_many()
            .col_expr(Column::LeasedUntil, Expr::value(Some(0_i64)))
            .filter(Column::State.eq(State::Sending.as_str()))
            .exec(&*txn)
            .await
            .check()?;
        txn.commit().await
    }

    /// Sends one batch; returns how many were tried. Call again until it returns 0.
    pub async fn turn(&self) -> Result<usize> {
        let leased = self.lease().await?;
        let count = leased.len();
        let tried = futures::stream::iter(leased)
            .map(|message| async move {
                let outcome = self.deliver(&message).await;
                (message, outcome)
            })
            .buffer_unordered(CONNECTIONS_MAX as usize)
            .ready_chunks(BATCH as usize);
        futures::pin_mut!(tried);
        while let Some(done) = tried.next().await {
            self.keep(done).await?;
        }
        Ok(count)
    }

    async fn lease(&self) -> Result<Vec<Model>> {
        let now = self.store.env().now();
        let ids: Vec<String> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(due(now))
            .order_by_asc(Column::NextAt)
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .into_tuple()
            .all(self.store.reads())
            .await
            .check()?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let (me, domain) = (self.store.env().secret(), self.writer.domain().to_owned());
        let txn = self.store.write().await?;
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Sending.as_str()))
            .col_expr(Column::LeasedUntil, Expr::value(Some(now.plus(self.lease).0)))
            .col_expr(Column::LeasedBy, Expr::value(Some(me.clone())))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .col_expr(Column::Domain, Func::coalesce([Expr::col(Column::Domain), Expr::value(domain)]).into())
            .filter(Column::Id.is_in(ids))
            // Meanwhile another worker may have taken it.
            .filter(due(now))
            .exec(&*txn)
            .await
            .check()?;
        let leased = Entity::find().filter(Column::LeasedBy.eq(me)).order_by_asc(Column::NextAt).all(&*txn).await;
        let leased = leased.check()?;
        txn.commit().await?;
        Ok(leased)
    }

    async fn deliver(&self, message: &Model) -> Outcome {
        match self.try_deliver(message).await {
            Ok(outcome) => outcome,
            Err(error) => {
                tracing::error!(message = message.id, %error, "a message cannot be made");
                Outcome::Later("internal error".into())
            }
        }
    }

    async fn try_deliver(&self, message: &Model) -> Result<Outcome> {
        let (db, workspace) = (self.store.reads(), message.workspace());
        let contact = message.contact();
        // Since it was written, the contact may have said no, or the address may have bounced.
        let state = consent::judge(db, workspace, message.kind(), contact.as_ref(), &message.address).await?;
        if state != State::Queued {
            return Ok(Outcome::Stopped(state));
        }
        let letter = match self.writer.write(db, &self.store, message).await? {
            Ok(letter) => letter,
            Err(unfit) => return Ok(Outcome::Refused(unfit)),
        };
        let answer = self.transport.send_raw(&letter.envelope, &letter.bytes).await;
        Ok(answer.map_or_else(|error| Outcome::of(&error), |_| Outcome::Sent))
    }

    async fn keep(&self, done: Vec<(Model, Outcome)>) -> Result<()> {
        let txn = self.store.write().await?;
        for (message, outcome) in done {
            keep(&txn, &message, outcome, waits::after(&self.retries, message.attempts)).await?;
        }
        txn.commit().await
    }

    /// Whether the mail server answers and takes the password.
    ///
    /// # Errors
    /// The server's words.
    pub async fn check(outgoing: &Outgoing) -> Result<(), String> {
        let transport = transport(outgoing).map_err(|error| error.to_string())?;
        match transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it does not answer".into()),
            Err(error) => Err(outcome::words(&error)),
        }
    }
}

impl std::fmt::Debug for Postman {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Postman")
    }
}

fn transport(outgoing: &Outgoing) -> Result<AsyncSmtpTransport<Tokio1Executor>> {
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&outgoing.smtp).map_err(kernel::Error::internal)?;
    let pool = PoolConfig::new().max_size(CONNECTIONS_MAX);
    Ok(builder.timeout(Some(PATIENCE)).pool_config(pool).build())
}

fn due(now: Timestamp) -> Condition {
    Condition::any()
        .add(Condition::all().add(Column::State.eq(State::Queued.as_str())).add(Column::NextAt.lte(now.0)))
        .add(Condition::all().add(Column::State.eq(State::Sending.as_str())).add(Column::LeasedUntil.lt(now.0)))
}

/// Marks a message. What a worker says whose lease has run out counts only if it sent it. `wait` is until the next attempt.
async fn keep(txn: &Txn, message: &Model, outcome: Outcome, wait: Option<i64>) -> Result<()> {
    let now = txn.store().env().now();
    let (state, error) = match outcome {
        Outcome::Sent => (State::Sent, None),
        Outcome::Later(words) => (if wait.is_some() { State::Queued } else { State::Failed }, Some(words)),
        Outcome::Refused(words) => (State::Failed, Some(words)),
        Outcome::NoSuchAddress(words) => {
            consent::suppress(txn, message.workspace(), &message.address, None, Why::Bounced).await?;
            (State::Failed, Some(words))
        }
        Outcome::Stopped(state) => (state, None),
    };
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.as_str()))
        .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
        .col_expr(Column::LeasedBy, Expr::value(None::<String>))
        .filter(Column::Id.eq(&message.id));
    match state {
        State::Sent => update = update.col_expr(Column::SentAt, Expr::value(Some(now.0))),
        _ => update = update.filter(Column::LeasedBy.eq(message.leased_by.clone())),
    }
    if state == State::Queued {
        update = update.col_expr(Column::NextAt, Expr::value(now.plus(wait.unwrap_or_default()).0));
    }
    if let Some(error) = error {
        let error: String = super::outbox::line(&error, ERROR_CHARS_MAX);
        tracing::info!(message = message.id, attempt = message.attempts, error, "a message was not taken");
        update = update.col_expr(Column::LastError, Expr::value(Some(error)));
    }
    update.exec(&**txn).await.check()?;
    Ok(())
}

/// A message came back: the address does not work, or its owner complained.
pub(crate) async fn came_back(txn: &Txn, message: &Model, why: Why, words: &str) -> Result<()> {
    consent::suppress(txn, message.workspace(), &message.address, None, why).await?;
    fail(txn, &message.id(), words).await
}

async fn fail(txn: &Txn, id: &MessageId, words: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Failed.as_str()))
        .col_expr(Column::LastError, Expr::value(Some(super::outbox::line(words, ERROR_CHARS_MAX))))
        .filter(Column::Id.eq(id.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
