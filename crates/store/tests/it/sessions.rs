//! Doors: sessions that end, links that work once, keys that open what they should.

use kernel::time::{DAY, HOUR};
use kernel::{MemberId, Role};
use store::keys::{self, Scope};
use store::tickets::{self, Purpose};
use store::{Store, Txn, sessions};
use testkit::Db;

use crate::help::{ask, sql};

testkit::on_both!(
    a_session_ends_when_idle,
    a_session_ends_at_the_latest_after_its_longest_life,
    closed_sessions_and_disabled_members_are_out,
    only_hashes_of_secrets_are_kept,
    a_ticket_has_one_winner,
    a_ticket_expires_and_can_be_voided,
    a_ticket_of_a_write_that_did_not_happen_is_nothing,
    a_key_opens_until_it_is_revoked,
);

async fn enter(store: &Store, ws: kernel::WorkspaceId) -> (MemberId, String) {
    let member = testkit::member(store, ws, Role::Agent).await;
    let txn = store.write().await.unwrap();
    let secret = sessions::open(&txn, ws, &member).await.unwrap();
    txn.commit().await.unwrap();
    (member, secret)
}

async fn a_session_ends_when_idle(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let (member, secret) = enter(&store, ws).await;
    assert_eq!(store.session(&secret).await.unwrap().unwrap().id(), member);
    assert!(store.session("another").await.unwrap().is_none());
    // Use keeps it alive, idleness ends it to the microsecond.
    for _ in 0..3 {
        db.clock.advance(13 * DAY);
        assert!(store.session(&secret).await.unwrap().is_some());
    }
    db.clock.advance(sessions::IDLE_MICROS - 1);
    let other = db.open().await;
    assert!(other.session(&secret).await.unwrap().is_some());
    db.clock.advance(sessions::IDLE_MICROS);
    assert!(store.session(&secret).await.unwrap().is_none());
}

async fn a_session_ends_at_the_latest_after_its_longest_life(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let (_, secret) = enter(&store, ws).await;
    let mut days = 0;
    while store.session(&secret).await.unwrap().is_some() {
        db.clock.advance(DAY);
        days += 1;
        assert!(days < 100, "it never ends");
    }
    assert_eq!(days, 60);
}

async fn closed_sessions_and_disabled_members_are_out(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let (member, first) = enter(&store, ws).await;
    let txn = store.write().await.unwrap();
    let second = sessions::open(&txn, ws, &member).await.unwrap();
    let third = sessions::open(&txn, ws, &member).await.unwrap();
    sessions::close(&txn, &first).await.unwrap();
    txn.commit().await.unwrap();
    assert!(store.session(&first).await.unwrap().is_none());
    assert!(store.session(&second).await.unwrap().is_some());

    let txn = store.write().await.unwrap();
    sessions::close_all(&txn, ws, &member).await.unwrap();
    txn.commit().await.unwrap();
    assert!(store.session(&second).await.unwrap().is_none() && store.session(&third).await.unwrap().is_none());

    let (_, secret) = enter(&store, ws).await;
    sql(&store, "UPDATE members SET disabled_at = 1").await;
    assert!(store.session(&secret).await.unwrap().is_none());
}

async fn only_hashes_of_secrets_are_kept(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let (_, session) = enter(&store, ws).await;
    let txn = store.write().await.unwrap();
    let ticket = tickets::issue(&txn, ws, &Purpose::Owner).await.unwrap();
    let (_, key) = keys::issue(&txn, ws, "till", Scope::Responses).await.unwrap();
    txn.commit().await.unwrap();
    assert_eq!(session.len(), 32);
    for (secret, table) in [(session, "sessions"), (ticket, "tickets"), (key, "keys")] {
        let kept = ask(store.reads(), &format!("SELECT hash FROM {table}")).await;
        assert_eq!(kept, sessions::hash(&secret), "{table}");
        assert_ne!(kept, secret, "{table}");
    }
}

async fn issue(store: &Store, ws: kernel::WorkspaceId, purpose: &Purpose) -> String {
    let txn = store.write().await.unwrap();
    let secret = tickets::issue(&txn, ws, purpose).await.unwrap();
    txn.commit().await.unwrap();
    secret
}

async fn redeem(store: &Store, secret: &str) -> Option<String> {
    let txn: Txn = store.write().await.unwrap();
    let ticket = tickets::redeem(&txn, secret).await.unwrap();
    txn.commit().await.unwrap();
    ticket.map(|ticket| ticket.purpose)
}

async fn a_ticket_has_one_winner(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let secret = issue(&store, ws, &Purpose::Owner).await;
    assert!(store.ticket(&secret).await.unwrap().is_some(), "looking does not use it up");
    let other = db.open().await;
    let nodes = [&store, &other, &store, &other, &store, &other, &store, &other];
    let tries = futures::future::join_all(nodes.map(|node| redeem(node, &secret))).await;
    assert_eq!(tries.iter().flatten().collect::<Vec<_>>(), ["owner"]);
    assert_eq!(redeem(&store, &secret).await, None);
    assert!(store.ticket(&secret).await.unwrap().is_none());
}

async fn a_ticket_expires_and_can_be_voided(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let late = issue(&store, ws, &Purpose::Login(MemberId::from_outside("mem_1"))).await;
    db.clock.advance(tickets::LIFE_MICROS);
    assert_eq!(redeem(&store, &late).await, None);
    assert_eq!(redeem(&store, "made up").await, None);

    let invite = Purpose::Invite { role: Role::Manager, email: Some("a@b.c".into()) };
    let (owner, invited) = (issue(&store, ws, &Purpose::Owner).await, issue(&store, ws, &invite).await);
    let txn = store.write().await.unwrap();
    tickets::void(&txn, ws, "owner").await.unwrap();
    txn.commit().await.unwrap();
    assert_eq!(redeem(&store, &owner).await, None);
    let ticket = store.ticket(&invited).await.unwrap().unwrap();
    assert_eq!((ticket.role.as_deref(), ticket.email.as_deref()), (Some("manager"), Some("a@b.c")));
    assert_eq!(redeem(&store, &invited).await.as_deref(), Some("invite"));
}

/// Whoever redeems a ticket and then fails to become a member must be able to try again.
async fn a_ticket_of_a_write_that_did_not_happen_is_nothing(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let secret = issue(&store, ws, &Purpose::Owner).await;
    let txn = store.write().await.unwrap();
    assert!(tickets::redeem(&txn, &secret).await.unwrap().is_some());
    drop(txn);
    db.clock.advance(HOUR);
    assert_eq!(redeem(&store, &secret).await.as_deref(), Some("owner"));
}

async fn a_key_opens_until_it_is_revoked(db: Db) {
    let (store, ws) = testkit::store(&db).await;
    let txn = store.write().await.unwrap();
    let (id, secret) = keys::issue(&txn, ws, "till", Scope::Responses).await.unwrap();
    txn.commit().await.unwrap();
    let key = store.key(&secret).await.unwrap().unwrap();
    assert_eq!((key.id.as_str(), key.scope.as_str(), key.workspace_id), (id.as_str(), "responses", ws.0));
    assert!(store.key(&secret.to_uppercase()).await.unwrap().is_none());
    sql(&store, "UPDATE keys SET revoked_at = 1").await;
    assert!(store.key(&secret).await.unwrap().is_none());
    assert_eq!(store.keys(ws).await.unwrap().len(), 1);
}
