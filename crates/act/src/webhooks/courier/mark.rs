//! What an attempt means: delivered, tried again later, or given up; and what it says of the endpoint.

use kernel::{Result, Timestamp};
use outbound::Failure;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Check, Txn};

use super::{ANSWER_CHARS_MAX, Fate, Inner, Tried};
use crate::webhooks::entity::delivery::{Column, Entity};
use crate::webhooks::entity::endpoint;
use crate::webhooks::kind::State;

/// After so long without one success an endpoint is switched off.
pub const FAILING_MICROS: i64 = 5 * kernel::time::DAY;
/// Waits are longer by a random part of themselves, at most one in so many: what failed together does not come back together.
const JITTER: i64 = 5;

/// Why an endpoint is off.
pub const GONE: &str = "gone";
pub const FAILING: &str = "failing";

/// Marks what was tried.
pub async fn keep(txn: &Txn, inner: &Inner, endpoint: &str, done: Vec<Tried>) -> Result<()> {
    if done.is_empty() {
        return Ok(());
    }
    let (mut succeeded, mut failed, mut gone) = (false, false, false);
    for tried in done {
        match &tried.fate {
            Fate::Answered(answer) if answer.status.is_success() => succeeded = true,
            Fate::Answered(answer) => {
                failed = true;
                gone |= answer.status.as_u16() == 410;
            }
            Fate::Failed(_) => failed = true,
            Fate::NoSecret | Fate::TooLate => {}
        }
        one(txn, inner, tried).await?;
    }
    if gone {
        return switch_off(txn, endpoint, GONE).await;
    }
    health(txn, endpoint, succeeded, failed).await
}

async fn one(txn: &Txn, inner: &Inner, tried: Tried) -> Result<()> {
    let now = txn.store().env().now();
    let Tried { row, fate, took } = tried;
    let (status, failure, answer, asked) = match &fate {
        Fate::Answered(answer) => {
            let words = Some(words(&answer.body)).filter(|words| inner.keeps_answers && !words.is_empty());
            (Some(i32::from(answer.status.as_u16())), None, words, answer.retry_after())
        }
        Fate::Failed(failure) => (None, Some(why(failure)), None, None),
        Fate::NoSecret => (None, Some("secret"), None, None),
        Fate::TooLate => (row.status, None, None, None),
    };
    let is_delivered = matches!(status, Some(200..300));
    let wait = crate::waits::after(&inner.retries, row.attempts);
    let (state, next_at) = match (&fate, wait) {
        (Fate::TooLate, _) => (State::Waiting, now),
        _ if is_delivered => (State::Delivered, now),
        _ if status == Some(410) => (State::Dead, now),
        (_, Some(wait)) => {
            let asked = asked.map_or(0, |asked| i64::try_from(asked.as_micros()).unwrap_or(i64::MAX));
            (State::Waiting, now.plus(asked.max(wait + jitter(inner, wait))))
        }
        (_, None) => (State::Dead, now),
    };
    let mut update = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.as_str()))
        .col_expr(Column::NextAt, Expr::value(next_at.0))
        .col_expr(Column::LeasedBy, Expr::value(None::<String>))
        .filter(Column::Id.eq(&row.id));
    if matches!(fate, Fate::TooLate) {
        update = update.col_expr(Column::Attempts, Expr::value(row.attempts - 1));
    } else {
        update = update
            .col_expr(Column::Status, Expr::value(status))
            .col_expr(Column::Failure, Expr::value(failure))
            .col_expr(Column::Answer, Expr::value(answer))
            .col_expr(Column::Took, Expr::value(Some(i32::try_from(took.as_millis()).unwrap_or(i32::MAX))))
            .col_expr(Column::TriedAt, Expr::value(Some(now.0)));
    }
    // What a worker says whose lease has run out counts only if it delivered.
    if !is_delivered {
        update = update.filter(Column::LeasedBy.eq(row.leased_by.clone()));
    }
    update.exec(&**txn).await.map(drop).check()
}

fn jitter(inner: &Inner, wait: i64) -> i64 {
    let chance = i64::from(u32::from_be_bytes(inner.store.env().bytes()));
    let most = wait / JITTER;
    (most * (chance >> 16)) >> 16
}

/// The endpoint's own state: since when nothing was taken, and whether that is too long.
async fn health(txn: &Txn, id: &str, succeeded: bool, failed: bool) -> Result<()> {
    let now = txn.store().env().now();
    let since = |value: Option<i64>| {
        endpoint::Entity::update_many()
            .col_expr(endpoint::Column::FailingSince, Expr::value(value))
            .filter(endpoint::Column::Id.eq(id))
    };
    if succeeded {
        since(None).filter(endpoint::Column::FailingSince.is_not_null()).exec(&**txn).await.check()?;
    } else if failed {
        since(Some(now.0)).filter(endpoint::Column::FailingSince.is_null()).exec(&**txn).await.check()?;
        let found = endpoint::Entity::find_by_id(id).one(&**txn).await.check()?;
        let failing = found.and_then(|found| found.failing_since).map(Timestamp);
        if failing.is_some_and(|since| now.since(since) >= FAILING_MICROS) {
            return switch_off(txn, id, FAILING).await;
        }
    }
    Ok(())
}

async fn switch_off(txn: &Txn, id: &str, why: &str) -> Result<()> {
    tracing::warn!(endpoint = id, why, "an endpoint of webhooks is switched off");
    endpoint::Entity::update_many()
        .col_expr(endpoint::Column::IsOn, Expr::value(false))
        .col_expr(endpoint::Column::OffWhy, Expr::value(Some(why)))
        .filter(endpoint::Column::Id.eq(id))
        .exec(&**txn)
        .await
        .map(drop)
        .check()
}

fn why(failure: &Failure) -> &'static str {
    match failure {
        Failure::Refused(why) => why.code(),
        Failure::Timeout => "timeout",
        Failure::Connect(_) => "connect",
        Failure::Broken(_) | Failure::Status { .. } | Failure::TooLarge => "broken",
    }
}

/// The beginning of a body as text, without what databases refuse.
fn words(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    text.chars().filter(|c| *c != '\0').take(ANSWER_CHARS_MAX).collect()
}
