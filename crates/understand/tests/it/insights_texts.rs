//! What detectors find in texts: a planted cause, a topic that comes up.

use std::collections::BTreeMap;

use kernel::signal::Signal;
use kernel::time::DAY;
use kernel::{Role, Value};
use sea_orm::EntityTrait;
use store::entity::insight;
use store::links::{Kind, Node};
use store::topics::{self, Topic};
use testkit::{Db, START};
use understand::insights::detect;

use crate::harness::{App, More, app, said};

testkit::on_both!(
    a_cause_is_told_in_customers_words,
    a_topic_that_comes_up_is_told,
    a_topic_that_is_being_read_does_not_come_up,
);

const DULL: [&str; 8] = [
    "We came for lunch",
    "Second visit this month",
    "The menu was short",
    "It was raining outside",
    "My sister chose the place",
    "We sat near the window",
    "Parking took a while",
    "The music was fine",
];
const BINS: [&str; 5] = [
    "The bins are too close to the tables",
    "Bins right next to the tables, horrible",
    "Our table stood beside the bins",
    "The bins near our table smelled",
    "A row of bins next to the tables",
];

/// 960 of four weeks; in one branch, sixty have a bin beside their table.
pub fn restaurant() -> Vec<Signal> {
    let one = |n: usize| {
        let dull = format!("{} and {}, number {n}. Call +44 20 7946 0958", DULL[n % 8], DULL[n / 8 % 8]);
        let bins = n >= 900;
        let words = if bins { format!("{}. {dull}", BINS[n % 5]) } else { dull };
        let score = if bins && !n.is_multiple_of(10) || !bins && n.is_multiple_of(5) { 3 } else { 9 };
        let branch = if bins { "north" } else { ["north", "south", "west"][n % 3] };
        let at = START.minus((n % 28) as i64 * DAY).to_string();
        let mut signal =
            said(&format!("r{n}"), score, "qr", &at).text(&words).known("branch", Value::Text(branch.into()));
        signal.language = Some("en".into());
        signal
    };
    (0..960).map(one).collect()
}

async fn kept(app: &App, kind: &str) -> Vec<insight::Model> {
    let all = insight::Entity::find().all(app.store.reads()).await.expect("the insights are read");
    all.into_iter().filter(|row| row.kind == kind).collect()
}

async fn a_cause_is_told_in_customers_words(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(restaurant()).await;
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    let causes = kept(&app, "cause").await;
    assert_eq!(causes.len(), 1, "{causes:#?}");
    let cause = &causes[0];
    assert!(cause.key.to_lowercase().contains("bin") && cause.people == 60, "{cause:?}");
    let node = Node::new(Kind::Insight, &cause.id);
    let signals = app.store.count_before(app.ws, &node, Kind::Signal).await.expect("counted");
    assert_eq!(signals, 60, "all who said so lead to it");
    let home = app.get("/home").await.ok();
    home.shows("(branch: north)").shows("points of NPS").shows("60 customers name it");
    let path = format!("/understand/insights/{}", cause.id);
    let card = app.get(&path).await.ok();
    card.shows("In customers’ words").shows("<mark>").shows("Where: branch: north").shows("Evidence: 60 signals");
    card.hides("7946").shows("[phone]");
    assert!(card.links("/understand/responses/").len() >= 3);
    // Names and values stand apart, in the order of the reader.
    app.reads(kernel::Locale::Fa).await;
    let raw = String::from_utf8(app.raw(&path).await).expect("pages are UTF-8");
    assert!(raw.contains("\u{2068}\u{200f}\u{2068}branch\u{2069}: \u{2068}north\u{2069}\u{2069}"), "{raw}");
    app.reads(kernel::Locale::En).await;
    // Found again, it is the same one.
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    assert_eq!(kept(&app, "cause").await.len(), 1);

    // Whoever may not read what was written is not told it either.
    let survey = app.store.surveys(app.ws).await.expect("read").remove(0);
    let txn = app.store.write().await.expect("a write begins");
    store::verbatims::allow(&txn, &survey, Role::Manager).await.expect("kept");
    txn.commit().await.expect("the write is kept");
    let agent = app.reader(Role::Agent).await;
    agent.get("/home").await.ok().hides("points of NPS");
    assert_eq!(agent.get(&path).await.status, axum::http::StatusCode::NOT_FOUND);
    app.get(&path).await.ok();
}

async fn a_topic_that_comes_up_is_told(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let owner = testkit::member(&app.store, app.ws, Role::Manager).await;
    let topic = Topic {
        key: "parking".into(),
        name: BTreeMap::from([("en".to_owned(), "Parking".to_owned())]),
        rules: BTreeMap::from([("en".to_owned(), "parking".to_owned())]),
        owner: Some(owner.to_string()),
        ..Topic::default()
    };
    let txn = app.store.write().await.expect("a write begins");
    let change = BTreeMap::from([("parking".to_owned(), Some(topic))]);
    topics::change(&txn, app.ws, ("add", "test"), &change, &owner).await.expect("the topic is kept");
    txn.commit().await.expect("the write is kept");
    while understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step") {}
    let signals = (0..560).map(|n| {
        let day = n % 56;
        let hits = if day < 14 { n % 3 == 0 } else { n % 40 == 0 };
        let words = if hits { "The parking is terrible" } else { "It was as always" };
        said(&format!("r{n}"), 8, "qr", &START.minus(i64::from(day) * DAY).to_string()).text(words)
    });
    app.append(signals.collect()).await;
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    let found = kept(&app, "emerging").await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].key.as_str(), found[0].owner.clone()), ("emerging:visit:parking", Some(owner.to_string())));
    let node = Node::new(Kind::Insight, &found[0].id);
    let topics = app.store.before(app.ws, &node, Kind::Topic, 10).await.expect("read");
    assert_eq!(topics, [Node::new(Kind::Topic, "parking")]);
    app.get("/home").await.ok().shows("More customers talk about Parking in Your visit").shows("<bdi>manager</bdi>");
    let path = format!("/understand/insights/{}", found[0].id);
    app.get(&path).await.ok().shows("Share of texts that mention it");
    // Whoever says that it is nobody's is not told otherwise by the next run.
    assert_eq!(app.post(&format!("{path}/owner"), "owner=").await.to, path);
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    assert_eq!(kept(&app, "emerging").await[0].owner, None);
    // Who cares for the topic from now on cares for what is found in it.
    db.clock.advance(DAY / 24);
    let txn = app.store.write().await.expect("a write begins");
    topics::change(&txn, app.ws, ("edit", "test"), &change, &owner).await.expect("the topic is kept");
    txn.commit().await.expect("the write is kept");
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    assert_eq!(kept(&app, "emerging").await[0].owner, Some(owner.to_string()));
}

async fn a_topic_that_is_being_read_does_not_come_up(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let owner = testkit::member(&app.store, app.ws, Role::Manager).await;
    let said_on = |day: i64| {
        (0..10).map(move |n| {
            let words = if n < 3 { "The parking is terrible" } else { "It was as always" };
            said(&format!("{day}-{n}"), 8, "qr", &START.minus(day * DAY).to_string()).text(words)
        })
    };
    // Three of ten have said so every day; the earlier ones are sealed when the topic is made.
    app.append((14..56).flat_map(said_on).collect()).await;
    db.clock.advance(DAY / 24);
    app.lake.seal(app.ws, app.store.env().now()).await.expect("sealed");
    app.append((0..14).flat_map(said_on).collect()).await;
    let topic = Topic {
        key: "parking".into(),
        name: BTreeMap::from([("en".to_owned(), "Parking".to_owned())]),
        rules: BTreeMap::from([("en".to_owned(), "parking".to_owned())]),
        ..Topic::default()
    };
    let txn = app.store.write().await.expect("a write begins");
    let change = BTreeMap::from([("parking".to_owned(), Some(topic))]);
    topics::change(&txn, app.ws, ("add", "test"), &change, &owner).await.expect("the topic is kept");
    txn.commit().await.expect("the write is kept");
    understand::texts::equip(&app.store, &app.lake).await.expect("the lake is equipped");
    assert!(!app.lake.standing(app.ws).await.expect("known").is_done(), "the sealed ones are not read yet");
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    assert!(kept(&app, "emerging").await.is_empty(), "nothing has changed but what is looked for");
    while understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step") {}
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run");
    assert!(kept(&app, "emerging").await.is_empty());
}
