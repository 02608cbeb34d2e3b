//! The sender is killed again and again while it sends thousands of mails through a server that fails now and then: none is
//! lost, and who gets one twice gets the same one.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use act::messages::{self, Filter, NewMessage, State};
use store::{Settings, Store};
use testkit::{Db, Smtp};

use super::{postman, reply, store};

testkit::on_both!(none_is_lost_and_doubles_are_the_same);

const MAILS: usize = 2_000;
/// Kills at most; each sender gets so many mails out before it is killed.
const ROUNDS_MAX: usize = 100;
const STEP: u64 = 120;
/// The last ones get time instead: killed at each mail, they would use up their attempts.
const PATIENCE: Duration = Duration::from_secs(5);
/// Tell the process below that it is the one to be killed.
const SMTP: &str = "NABZ_TEST_SENDER_SMTP";
const FOLDER: &str = "NABZ_TEST_SENDER_FOLDER";
const URL: &str = "NABZ_TEST_SENDER_URL";

async fn none_is_lost_and_doubles_are_the_same(db: Db) {
    let (store, ws, contact) = store(&db).await;
    for chunk in 0..MAILS / 100 {
        let txn = store.write().await.expect("a write begins");
        for at in chunk * 100..(chunk + 1) * 100 {
            let (key, address) = (format!("told:{at}"), format!("customer-{at}@example.com"));
            let new = NewMessage { address: &address, ..reply(&key, &contact) };
            messages::send(&txn, ws, new).await.expect("it is taken");
        }
        txn.commit().await.expect("kept");
    }
    let smtp = Smtp::flaky().await;
    let mut kills = 0;
    loop {
        let left = open(&store, ws).await;
        if left == 0 {
            break;
        }
        assert!(kills < ROUNDS_MAX, "{left} are left after {kills} kills");
        let mut sender = sender(&db, &smtp);
        let step = usize::try_from(if left > 2 * STEP { STEP } else { left + STEP }).expect("it is small");
        drop(tokio::time::timeout(PATIENCE, smtp.takes(step)).await);
        sender.kill().expect("it can be killed");
        sender.wait().expect("it is gone");
        kills += 1;
        // What failed, and what the dead one had, is due again.
        db.execute("UPDATE messages SET next_at = 0 WHERE state = 'queued'").await;
        db.execute("UPDATE messages SET leased_until = 0 WHERE state = 'sending'").await;
    }
    assert!(kills > 1, "it was too quick to be killed: nothing was tried");

    let mut by_id: HashMap<String, Vec<testkit::Taken>> = HashMap::new();
    for mail in smtp.taken() {
        by_id.entry(mail.header("Message-ID").expect("it has one")).or_default().push(mail);
    }
    assert_eq!(by_id.len(), MAILS, "each once");
    let mut addresses: Vec<&str> = by_id.values().map(|mails| mails[0].to.as_str()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), MAILS, "nobody was left out");
    let doubles = by_id.values().filter(|mails| mails.len() > 1);
    assert!(
        doubles.clone().all(|mails| mails.iter().all(|mail| *mail == mails[0])),
        "doubles are the same to the byte"
    );
    assert!(doubles.clone().count() > 0, "the server loses answers, so there must be some");
    for state in [State::Failed, State::Suppressed, State::HeldWithoutConsent] {
        let filter = Filter { state: Some(state), ..Filter::default() };
        let stuck = messages::list(store.reads(), ws, &filter, 0, 10).await.expect("listed");
        assert!(stuck.is_empty(), "{stuck:?}");
    }
    let sent = Filter { state: Some(State::Sent), ..Filter::default() };
    assert_eq!(messages::count(store.reads(), ws, &sent).await.expect("counted"), MAILS as u64);
    eprintln!("{MAILS} mails, {kills} kills, {} sent twice or more", doubles.count());
}

async fn open(store: &Store, ws: kernel::WorkspaceId) -> u64 {
    let mut open = 0;
    for state in [State::Queued, State::Sending] {
        let filter = Filter { state: Some(state), ..Filter::default() };
        open += messages::count(store.reads(), ws, &filter).await.expect("counted");
    }
    open
}

/// This test program again, as the sender.
fn sender(db: &Db, smtp: &Smtp) -> Child {
    let settings = db.settings();
    Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["--exact", "messages::kill::sends_until_it_is_killed", "--nocapture"])
        .env(SMTP, smtp.url())
        .env(FOLDER, &settings.folder)
        .env(URL, settings.url.as_deref().unwrap_or_default())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program can be started")
}

/// Not a test by itself: the process that the story above starts and kills.
#[test]
fn sends_until_it_is_killed() {
    let Ok(smtp) = std::env::var(SMTP) else { return };
    let folder = std::env::var(FOLDER).expect("the story names a folder");
    let settings = match std::env::var(URL).expect("the story names a database").as_str() {
        "" => Settings::sqlite(folder),
        url => Settings::postgres(url, folder),
    };
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    runtime.block_on(async {
        let store = Store::open(&settings, kernel::Env::system()).await.expect("the database opens");
        let postman = postman(&store, &smtp);
        loop {
            if postman.turn().await.expect("a turn") == 0 {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    });
}
