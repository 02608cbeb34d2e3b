//! The worker is killed again and again while it delivers through receivers that fail now and then: none is lost, and what
//! comes twice comes with the same id and the same body.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use act::webhooks::entity::delivery;
use act::webhooks::{Event, Happened};
use kernel::Role;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::{Settings, Store};
use testkit::{Db, Hook, Receiver};

use super::{courier_of, endpoint, verify};
use crate::{App, app};

testkit::on_both!(none_is_lost_and_doubles_are_the_same);

const EVENTS: usize = 300;
const ROUNDS_MAX: usize = 60;
/// Each worker gets so many out before it is killed.
const STEP: usize = 60;
const PATIENCE: Duration = Duration::from_secs(5);
/// Tell the process below that it is the one to be killed.
const RECEIVER: &str = "NABZ_TEST_COURIER_RECEIVER";
const FOLDER: &str = "NABZ_TEST_COURIER_FOLDER";
const URL: &str = "NABZ_TEST_COURIER_URL";

async fn none_is_lost_and_doubles_are_the_same(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (id, secret) = endpoint(&app, &admin, "http://office.example/flaky", &[]).await;
    let case = app.complains("r1", "a@x.example").await.id;
    let txn = app.store.write().await.expect("a write begins");
    for n in 1..EVENTS {
        let happened = Happened::new(Event::CaseNoted, None).fact("n", n);
        act::webhooks::case(&txn, app.ws, &case, happened).await.expect("it is told");
    }
    txn.commit().await.expect("kept");

    let mut kills = 0;
    while left(&app).await > 0 {
        assert!(kills < ROUNDS_MAX, "some are left after {kills} kills");
        // The last ones get time instead: killed at each, none would ever be marked.
        let left = left(&app).await;
        let goal = receiver.taken() + if left > 2 * STEP { STEP } else { left + STEP };
        let mut worker = worker(&db, &receiver);
        drop(tokio::time::timeout(PATIENCE, receiver.has_taken(goal)).await);
        worker.kill().expect("it can be killed");
        worker.wait().expect("it is gone");
        kills += 1;
        // What failed, and what the dead one had, is due again; attempts are not what this is about.
        db.execute("UPDATE webhook_deliveries SET next_at = 0, attempts = 0 WHERE state IN ('waiting', 'sending')")
            .await;
    }
    assert!(kills > 1, "it was too quick to be killed: nothing was tried");
    let heard = receiver.heard();
    assert_eq!(verify(&secret, &heard), Vec::<String>::new());
    let mut by_id: HashMap<&str, Vec<&Hook>> = HashMap::new();
    for hook in heard.iter().filter(|hook| hook.is_taken) {
        by_id.entry(&hook.id).or_default().push(hook);
    }
    let mut bodies: Vec<&str> = by_id.values().map(|hooks| hooks[0].body.as_str()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    assert_eq!((by_id.len(), bodies.len()), (EVENTS, EVENTS), "each once, and each another");
    assert!(by_id.values().all(|hooks| hooks.iter().all(|hook| hook.body == hooks[0].body)), "doubles are the same");
    let delivered = delivery::Entity::find()
        .filter(delivery::Column::EndpointId.eq(id))
        .filter(delivery::Column::State.eq("delivered"));
    assert_eq!(delivered.count(app.store.reads()).await.expect("counted"), EVENTS as u64);
    let doubles = by_id.values().filter(|hooks| hooks.len() > 1).count();
    eprintln!("{EVENTS} webhooks, {} requests, {kills} kills, {doubles} taken twice or more", heard.len());
}

async fn left(app: &App) -> usize {
    let open = delivery::Entity::find().filter(delivery::Column::State.ne("delivered"));
    usize::try_from(open.count(app.store.reads()).await.expect("counted")).expect("it is small")
}

/// This test program again, as the worker.
fn worker(db: &Db, receiver: &Receiver) -> Child {
    let settings = db.settings();
    Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["--exact", "webhooks::kill::delivers_until_it_is_killed", "--nocapture"])
        .env(RECEIVER, receiver.address().to_string())
        .env(FOLDER, &settings.folder)
        .env(URL, settings.url.as_deref().unwrap_or_default())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program can be started")
}

/// Not a test by itself: the process that the story above starts and kills.
#[test]
fn delivers_until_it_is_killed() {
    let Ok(receiver) = std::env::var(RECEIVER) else { return };
    let folder = std::env::var(FOLDER).expect("the story names a folder");
    let settings = match std::env::var(URL) {
        Ok(url) if !url.is_empty() => Settings::postgres(url, folder),
        _ => Settings::sqlite(folder),
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&settings, kernel::Env::system()).await.expect("the database opens");
        let courier = courier_of(&store, receiver.parse().expect("an address"));
        courier.recover().await.expect("leases are ended");
        courier.run().await;
    });
}
