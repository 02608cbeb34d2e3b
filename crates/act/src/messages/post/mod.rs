//! The worker that sends what is in the outbox.
//!
//! A message is leased, given to the mail server, and marked. A worker that dies in between leaves it leased; after
//! [`LEASE_MICROS`] another one sends it again, with the same Message-ID. So none is lost, and who gets one twice sees that
//! it is the same.

mod letter;
mod outcome;
mod server;

use std::sync::Arc;
use std::time::Duration;

use futures::stream::FuturesUnordered;
use futures::{FutureExt as _, StreamExt as _};
use kernel::{MessageId, Result, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::{Check, Store, Txn};
use ui::Pages;

pub(crate) use self::letter::by_hand;
use self::letter::{Letter, Writer};
use self::outcome::Outcome;
use self::server::Server;
use super::blocks::{self, Why};
use super::entity::message::{Column, Entity, Model};
use super::kind::State;
use super::settings::Outgoing;
use crate::waits;

/// How long a worker may take before another may try.
pub const LEASE_MICROS: i64 = 5 * kernel::time::MINUTE;
/// Messages that a worker has at a time, each on a connection of its own.
const CONNECTIONS_MAX: usize = 8;
/// While some mails take long, how often the outbox is looked at for others.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// For asking whether the mail server works at all.
const CHECK_WITHIN: Duration = Duration::from_secs(20);
const ERROR_CHARS_MAX: usize = 300;

/// Sends messages.
#[derive(Clone)]
pub struct Postman {
    store: Store,
    writer: Writer,
    server: Arc<Server>,
    /// For opening a connection, and again for one mail.
    patience: Duration,
    /// Seconds.
    retries: Vec<u32>,
}

impl Postman {
    /// # Errors
    /// `Internal` where the address of the mail server cannot be used.
    pub fn new(store: Store, pages: Pages, outgoing: &Outgoing, base_url: &str) -> Result<Self> {
        let server = Arc::new(Server::new(outgoing)?);
        let writer = Writer::new(pages, outgoing, base_url);
        Ok(Self { store, writer, server, patience: outgoing.patience, retries: outgoing.retries.clone() })
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

    /// Sends until nothing is due; returns how many were tried. A mail that takes long delays no other.
    pub async fn turn(&self) -> Result<usize> {
        let (mut count, mut done, mut flying) = (0, Vec::new(), FuturesUnordered::new());
        loop {
            // What is done is marked and what follows is leased in one write.
            for message in self.step(std::mem::take(&mut done), CONNECTIONS_MAX - flying.len()).await? {
                count += 1;
                flying.push(async move { (self.deliver(&message).await, message) });
            }
            match tokio::time::timeout(LOOK_EVERY, flying.next()).await {
                Ok(Some(first)) => done.push(first),
                Ok(None) => break,
                Err(_) => {}
            }
            while let Some(Some(next)) = flying.next().now_or_never() {
                done.push(next);
            }
        }
        self.server.hang_up().await;
        Ok(count)
    }

    async fn step(&self, done: Vec<(Outcome, Model)>, room: usize) -> Result<Vec<Model>> {
        let due = self.due(room).await?;
        if done.is_empty() && due.is_empty() {
            return Ok(Vec::new());
        }
        let txn = self.store.write().await?;
        for (outcome, message) in done {
            keep(&txn, &message, outcome, waits::after(&self.retries, message.attempts)).await?;
        }
        let leased = self.lease(&txn, due).await?;
        txn.commit().await?;
        Ok(leased)
    }

    /// The first that are due: what a worker has left behind, then what waits.
    async fn due(&self, room: usize) -> Result<Vec<String>> {
        let (now, mut ids) = (self.store.env().now(), Vec::new());
        for which in [abandoned(now), waiting(now)] {
            if ids.len() == room {
                break;
            }
            let found: Vec<String> = Entity::find()
                .select_only()
                .column(Column::Id)
                .filter(which)
                .order_by_asc(Column::NextAt)
                .order_by_asc(Column::Id)
                .limit((room - ids.len()) as u64)
                .into_tuple()
                .all(self.store.reads())
                .await
                .check()?;
            ids.extend(found);
        }
        Ok(ids)
    }

    async fn lease(&self, txn: &Txn, ids: Vec<String>) -> Result<Vec<Model>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let now = self.store.env().now();
        let (me, domain) = (self.store.env().secret(), self.writer.domain().to_owned());
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Sending.as_str()))
            .col_expr(Column::LeasedUntil, Expr::value(Some(now.plus(LEASE_MICROS).0)))
            .col_expr(Column::LeasedBy, Expr::value(Some(me.clone())))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .col_expr(Column::Domain, Func::coalesce([Expr::col(Column::Domain), Expr::value(domain)]).into())
            .filter(Column::Id.is_in(&ids))
            // Meanwhile another worker may have taken it.
            .filter(Condition::any().add(abandoned(now)).add(waiting(now)))
            .exec(&**txn)
            .await
            .check()?;
        let leased = Entity::find().filter(Column::Id.is_in(ids)).filter(Column::LeasedBy.eq(me));
        leased.order_by_asc(Column::NextAt).all(&**txn).await.check()
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
        let db = self.store.reads();
        // Since it was written, the contact may have said no, or the address may have bounced.
        if let Some(stop) = message.stop(db).await? {
            return Ok(Outcome::Stopped(stop.state()));
        }
        let letter = match self.writer.write(db, &self.store, message).await? {
            Ok(letter) => letter,
            Err(unfit) => return Ok(Outcome::Refused(unfit)),
        };
        self.hand_over(message, &letter).await
    }

    /// A mail that another worker may have by now is not begun: sending takes less than what is left of its lease.
    async fn hand_over(&self, message: &Model, letter: &Letter) -> Result<Outcome> {
        let silent = || Outcome::Later("the mail server did not answer in time".into());
        let line = match tokio::time::timeout(self.patience, self.server.line()).await {
            Ok(Ok(line)) => line,
            Ok(Err(error)) => return Ok(Outcome::of(&error)),
            Err(_) => return Ok(silent()),
        };
        if message.leased_until.unwrap_or_default() - self.store.env().now().0 < LEASE_MICROS / 2 {
            self.server.keep(line);
            return Ok(Outcome::TooLate);
        }
        let answer = tokio::time::timeout(self.patience, self.server.send(line, letter)).await;
        Ok(match answer {
            Ok(Ok(())) => Outcome::Sent,
            Ok(Err(error)) => Outcome::of(&error),
            Err(_) => silent(),
        })
    }

    /// Whether the mail server answers and takes the password.
    ///
    /// # Errors
    /// The server's words.
    pub async fn check(outgoing: &Outgoing) -> Result<(), String> {
        let server = Server::new(outgoing).map_err(|error| error.to_string())?;
        match tokio::time::timeout(CHECK_WITHIN.min(outgoing.patience), server.line()).await {
            Ok(Ok(line)) => server.keep(line),
            Ok(Err(error)) => return Err(outcome::words(&error)),
            Err(_) => return Err("it does not answer".into()),
        }
        server.hang_up().await;
        Ok(())
    }
}

impl std::fmt::Debug for Postman {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Postman")
    }
}

fn waiting(now: Timestamp) -> Condition {
    Condition::all().add(Column::State.eq(State::Queued.as_str())).add(Column::NextAt.lte(now.0))
}

/// Its lease is over.
fn abandoned(now: Timestamp) -> Condition {
    Condition::all().add(Column::State.eq(State::Sending.as_str())).add(Column::LeasedUntil.lt(now.0))
}

/// Marks a message. What a worker says whose lease has run out counts only if it sent it. `wait` is until the next attempt.
async fn keep(txn: &Txn, message: &Model, outcome: Outcome, wait: Option<i64>) -> Result<()> {
    let now = txn.store().env().now();
    let (state, error) = match outcome {
        Outcome::Sent => (State::Sent, None),
        Outcome::Later(words) => (if wait.is_some() { State::Queued } else { State::Failed }, Some(words)),
        Outcome::Refused(words) => (State::Failed, Some(words)),
        Outcome::NoSuchAddress(words) => {
            blocks::block(txn, message, Why::Bounced).await?;
            (State::Failed, Some(words))
        }
        Outcome::Stopped(state) => (state, None),
        Outcome::TooLate => return give_back(txn, message).await,
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

/// Another turn: this one was no attempt.
async fn give_back(txn: &Txn, message: &Model) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Queued.as_str()))
        .col_expr(Column::LeasedUntil, Expr::value(None::<i64>))
        .col_expr(Column::LeasedBy, Expr::value(None::<String>))
        .col_expr(Column::Attempts, Expr::value(message.attempts - 1))
        .filter(Column::Id.eq(&message.id))
        .filter(Column::LeasedBy.eq(message.leased_by.clone()))
        .exec(&**txn)
        .await
        .map(drop)
        .check()
}

/// A message came back; where that says something about its address, nothing is sent there any more.
pub(crate) async fn came_back(txn: &Txn, message: &Model, why: Option<Why>, words: &str) -> Result<()> {
    if let Some(why) = why {
        blocks::block(txn, message, why).await?;
    }
    fail(txn, &message.id(), words).await
}

async fn fail(txn: &Txn, id: &MessageId, words: &str) -> Result<()> {
    // A complaint has no words of a server.
    let words = Some(super::outbox::line(words, ERROR_CHARS_MAX)).filter(|words| !words.is_empty());
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Failed.as_str()))
        .col_expr(Column::LastError, Expr::value(words))
        .filter(Column::Id.eq(id.as_str()))
        .exec(&**txn)
        .await
        .check()?;
    Ok(())
}
