//! Mail servers that say nothing, and workers side by side: nothing waits for ever, and nothing is sent twice.

use std::time::Duration;

use act::messages::{LEASE_MICROS, NewMessage, Outgoing, Postman, State};
use store::Store;
use testkit::{Db, Smtp};

use super::{message, outgoing, pages, post, postman, reply, send_all, store};

testkit::on_both!(
    a_silent_server_is_given_up,
    a_connection_that_fell_silent_is_not_used_again,
    a_mail_that_takes_long_delays_no_other,
    workers_take_only_what_they_can_send,
    what_another_worker_may_have_is_not_begun,
);

/// For what happens at once, or never.
const SOON: Duration = Duration::from_secs(20);
/// Of a postman who has none.
const SHORT: Duration = Duration::from_millis(500);

fn hasty(store: &Store, smtp: &Smtp) -> Postman {
    let outgoing = Outgoing { patience: SHORT, ..outgoing(&smtp.url()) };
    Postman::new(store.clone(), pages(), &outgoing, "https://cx.example").expect("a postman")
}

async fn soon<T>(work: impl Future<Output = T>) -> T {
    tokio::time::timeout(SOON, work).await.expect("it ends soon")
}

async fn a_silent_server_is_given_up(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let posted = post(&store, ws, reply("1", &contact)).await;
    let smtp = Smtp::silent().await;
    let postman = hasty(&store, &smtp);
    assert_eq!(soon(postman.turn()).await.expect("a turn"), 1);
    let found = message(&store, ws, &posted.id).await;
    assert_eq!((found.state(), found.attempts), (State::Queued, 1));
    assert!(found.last_error.is_some_and(|words| words.contains("did not answer")));
    let outgoing = Outgoing { patience: SHORT, ..outgoing(&smtp.url()) };
    let checked = soon(Postman::check(&outgoing)).await;
    assert!(checked.is_err_and(|words| words.contains("does not answer")), "doctor does not wait for ever");

    smtp.speak();
    soon(Postman::check(&super::outgoing(&smtp.url()))).await.expect("it answers");
    db.clock.advance(kernel::time::HOUR);
    soon(send_all(&super::postman(&store, &smtp.url()))).await;
    assert_eq!(smtp.taken().len(), 1);
}

async fn a_connection_that_fell_silent_is_not_used_again(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let smtp = Smtp::start().await;
    let postman = hasty(&store, &smtp);
    let silent = post(&store, ws, NewMessage { address: "silent@example.com", ..reply("1", &contact) }).await;
    assert_eq!(soon(postman.turn()).await.expect("a turn"), 1);
    assert_eq!(message(&store, ws, &silent.id).await.state(), State::Queued);
    let next = post(&store, ws, reply("2", &contact)).await;
    assert_eq!(soon(postman.turn()).await.expect("a turn"), 1);
    assert_eq!(message(&store, ws, &next.id).await.state(), State::Sent);
    assert_eq!(smtp.taken().len(), 1);
}

async fn a_mail_that_takes_long_delays_no_other(db: Db) {
    let (store, ws, contact) = store(&db).await;
    post(&store, ws, NewMessage { address: "silent@example.com", ..reply("silent", &contact) }).await;
    for at in 0..80 {
        post(&store, ws, reply(&format!("{at}"), &contact)).await;
    }
    let smtp = Smtp::start().await;
    let postman = postman(&store, &smtp.url());
    let turn = tokio::spawn(async move { postman.turn().await });
    soon(smtp.has_taken(80)).await;
    // What comes while the one still takes its time.
    post(&store, ws, reply("later", &contact)).await;
    soon(smtp.has_taken(81)).await;
    assert!(!turn.is_finished());
    turn.abort();
}

async fn workers_take_only_what_they_can_send(db: Db) {
    let (store, ws, contact) = store(&db).await;
    for at in 0..20 {
        post(&store, ws, reply(&format!("{at}"), &contact)).await;
    }
    let (slow, quick) = (Smtp::silent().await, Smtp::start().await);
    let first = postman(&store, &slow.url());
    let turn = tokio::spawn(async move { first.turn().await });
    soon(slow.has_guests(8)).await;
    let second = postman(&db.open().await, &quick.url());
    assert_eq!(soon(second.turn()).await.expect("a turn"), 12, "the others wait for nobody");
    slow.speak();
    assert_eq!(soon(turn).await.expect("it ran").expect("a turn"), 8);
    let mut ids: Vec<_> = slow.taken().into_iter().chain(quick.taken()).map(|mail| mail.header("Message-ID")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), slow.taken().len() + quick.taken().len()), (20, 20), "each once");
}

async fn what_another_worker_may_have_is_not_begun(db: Db) {
    let (store, ws, contact) = store(&db).await;
    let posted = post(&store, ws, reply("1", &contact)).await;
    let (slow, quick) = (Smtp::silent().await, Smtp::start().await);
    let first = postman(&store, &slow.url());
    let turn = tokio::spawn(async move { first.turn().await });
    soon(slow.has_guests(1)).await;
    // The first one slept, as machines do.
    db.clock.advance(LEASE_MICROS + 1);
    let second = postman(&db.open().await, &quick.url());
    assert_eq!(soon(second.turn()).await.expect("a turn"), 1);
    slow.speak();
    soon(turn).await.expect("it ran").expect("a turn");
    assert_eq!((slow.taken().len(), quick.taken().len()), (0, 1), "once");
    let found = message(&store, ws, &posted.id).await;
    assert_eq!((found.state(), found.attempts), (State::Sent, 2));
}
