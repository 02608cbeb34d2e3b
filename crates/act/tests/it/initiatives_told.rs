//! "You said, we did": exactly those customers, once, within consent, also when the teller is killed.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command, Stdio};

use act::initiatives::entity::person;
use act::messages::consent::{self, Why};
use act::messages::{self, Filter, Purpose};
use axum::http::StatusCode;
use kernel::{ContactId, Role, WorkspaceId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use store::entity::{initiative, topic};
use store::links::{self, Kind, Node};
use store::{Entry, Settings, Store};
use testkit::Db;

use crate::{App, app};

testkit::on_both!(
    exactly_those_are_told_once_and_within_consent,
    an_insight_tells_those_of_the_place_until_the_change,
    only_who_was_reached_counts_as_told,
    a_killed_teller_tells_everybody_once,
);

const CUSTOMERS: usize = 600;
const FOLDER: &str = "NABZ_TEST_TELLER_FOLDER";
const URL: &str = "NABZ_TEST_TELLER_URL";

async fn topics(app: &App) {
    let row = topic::ActiveModel {
        workspace_id: Set(app.ws.0),
        key: Set("bins".into()),
        parent: Set(None),
        name: Set(r#"{"en":"Bins"}"#.into()),
        rules: Set("{}".into()),
        source: Set(None),
        owner: Set(None),
        place: Set(1),
        updated_at: Set(0),
    };
    let txn = app.store.write().await.expect("a write begins");
    topic::Entity::insert(row).exec_without_returning(&*txn).await.expect("a topic");
    txn.commit().await.expect("kept");
}

async fn agrees(app: &App, customers: &[&str]) {
    let txn = app.store.write().await.expect("a write begins");
    for customer in customers {
        let contact = ContactId::of_key(app.ws, customer);
        consent::note(&txn, app.ws, &contact, Purpose::FollowUp, true, "test").await.expect("noted");
    }
    txn.commit().await.expect("kept");
}

async fn tell(store: &Store) {
    let pages = ui::Pages::new([act::BUNDLE]).expect("pages");
    while act::initiatives::tell(store, &pages).await.expect("a step") > 0 {}
}

/// Address, language and text of all messages.
async fn sent(store: &Store, ws: WorkspaceId) -> Vec<(String, String, String)> {
    let all = messages::list(store.reads(), ws, &Filter::default(), 0, 500).await.expect("listed");
    let mut sent: Vec<_> = all.into_iter().map(|row| (row.address, row.language, row.body)).collect();
    sent.sort();
    sent
}

/// An insight counts everybody who named its cause; what was changed was changed for some, and from a day on.
async fn an_insight_tells_those_of_the_place_until_the_change(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let card = r#"{"kind":"cause","question":"nps","labels":[["en","smelly bins"]]}"#;
    db.execute(&format!(
        "INSERT INTO insights (id, workspace_id, key, kind, survey, card, print, rank, people, sure, found_at, changed_at, \
         seen_at) VALUES ('ins_1', {}, 'k', 'cause', 'visit', '{card}', 'p', 1.0, 12, 'clear', 1, 1, 1)",
        app.ws.0
    ))
    .await;
    let here = app.hears("r1", Some("sara@example.com"), "en", "the bins smell").await;
    let elsewhere = app.hears("r2", Some("lina@example.com"), "fa", "بوی سطل").await;
    let nobody = app.hears("r3", None, "en", "bins").await;
    agrees(&app, &["sara@example.com", "lina@example.com"]).await;
    let txn = app.store.write().await.expect("a write begins");
    let from = [here, elsewhere, nobody].map(|uid| Node::new(Kind::Signal, uid));
    links::join(&txn, app.ws, &from, &Node::new(Kind::Insight, "ins_1")).await.expect("linked");
    txn.commit().await.expect("kept");

    let scope = "measure=visit:nps&scope.form=text&scope.text=response.language+%3D%3D+%22en%22";
    let page = app.posts(&manager, "/act/initiatives/new", &format!("title=Bins&insight=ins_1&{scope}")).await;
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-11-25").await;
    let words = "words.en=We+empty+the+bins.&words.fa=%D8%B3%D8%B7%D9%84";
    app.posts(&manager, &format!("{page}/told"), &format!("{words}&do=send")).await;
    tell(&app.store).await;
    let who: Vec<_> = sent(&app.store, app.ws).await.into_iter().map(|(address, ..)| address).collect();
    assert_eq!(who, ["sara@example.com"]);

    // Met before anybody had spoken: nobody's words led to it.
    let page = app.posts(&manager, "/act/initiatives/new", &format!("title=Lids&insight=ins_1&{scope}")).await;
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2020-01-01").await;
    let shown = app.get(&manager, &format!("{page}/told")).await;
    assert!(!shown.contains("Tell \u{2068}") && shown.contains("Customers who led to it"), "{shown}");
}

async fn exactly_those_are_told_once_and_within_consent(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    topics(&app).await;
    let manager = app.signs_in(Role::Manager).await;
    // Through the topic: one who agreed, one who did not, one without address, one not to be written to, nobody whom we know.
    app.hears("r1", Some("sara@example.com"), "en", "the bins smell").await;
    app.hears("r2", Some("bob@example.com"), "en", "empty the bins").await;
    app.hears("r3", Some("card-77"), "en", "bins again").await;
    app.hears("r4", Some("eve@example.com"), "en", "bins").await;
    app.hears("r5", None, "en", "bins").await;
    // One who spoke of something else, and one who speaks Persian and is linked by the answer itself.
    app.hears("r6", Some("zoe@example.com"), "en", "the soup was cold").await;
    let uid = app.hears("r7", Some("lina@example.com"), "fa", "بوی بد").await;
    agrees(&app, &["sara@example.com", "card-77", "eve@example.com", "zoe@example.com", "lina@example.com"]).await;
    let txn = app.store.write().await.expect("a write begins");
    consent::suppress(&txn, app.ws, "eve@example.com", None, Why::Bounced).await.expect("suppressed");
    txn.commit().await.expect("kept");

    let form = format!("title=Bins+twice+a+day&topic=bins&signal={uid}");
    let page = app.posts(&manager, "/act/initiatives/new", &form).await;
    let told = format!("{page}/told");
    let words = "words.en=We+empty+the+bins+twice+a+day.&words.fa=%D8%B3%D8%B7%D9%84%E2%80%8C%D9%87%D8%A7";
    let (status, ..) = app.sends(&manager, &told, &format!("{words}&do=send")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "what is not done is not told");
    let (status, ..) = app.sends(&manager, &format!("{page}/state"), "to=done").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "done needs its day");
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-11-25").await;

    let preview = app.get(&manager, &told).await;
    assert!(preview.contains("Tell \u{2068}2\u{2069} customers"), "{preview}");
    assert!(sent(&app.store, app.ws).await.is_empty(), "a page sends nothing");
    app.posts(&manager, &told, &format!("{words}&do=send")).await;
    tell(&app.store).await;
    let first = sent(&app.store, app.ws).await;
    let who: Vec<_> = first.iter().map(|(address, language, _)| (address.as_str(), language.as_str())).collect();
    assert_eq!(who, [("lina@example.com", "fa"), ("sara@example.com", "en")]);
    assert!(first[1].2.contains("We empty the bins twice a day.") && first[0].2.contains("سطل‌ها"));

    // Asked for again, and after the list is lost, nobody gets another.
    app.posts(&manager, &told, &format!("{words}&do=send")).await;
    tell(&app.store).await;
    db.execute("UPDATE initiative_people SET state = 'due'").await;
    tell(&app.store).await;
    assert_eq!(sent(&app.store, app.ws).await, first);

    let id = page.rsplit('/').next().expect("an id").to_owned();
    let node = Node::new(Kind::Initiative, &id);
    assert_eq!(app.store.after(app.ws, &node, Kind::Message, 10).await.expect("links").len(), 2);
    // Who agrees later is told when it is asked for again.
    agrees(&app, &["bob@example.com"]).await;
    app.posts(&manager, &told, &format!("{words}&do=send")).await;
    tell(&app.store).await;
    assert_eq!(sent(&app.store, app.ws).await.len(), 3);
}

/// A message that is held, waits or was given up told nobody; who agrees afterwards is told, in the words of then.
async fn only_who_was_reached_counts_as_told(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let mut form = "title=Bins".to_owned();
    let customers = ["sara", "bob", "lina", "zoe"].map(|name| format!("{name}@example.com"));
    for (n, customer) in customers.iter().enumerate() {
        form.push_str(&format!(
            "&signal={}",
            app.hears(&format!("r{n}"), Some(customer), "en", "the bins smell").await
        ));
    }
    agrees(&app, &customers.each_ref().map(String::as_str)).await;
    let page = app.posts(&manager, "/act/initiatives/new", &form).await;
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-11-25").await;
    let told = format!("{page}/told");
    app.posts(&manager, &told, "words.en=Twice+a+day.&do=send").await;
    tell(&app.store).await;
    let seen = async |path: &str| app.get(&manager, path).await.replace(['\u{2068}', '\u{2069}'], "");
    let shown = seen(&told).await;
    assert!(shown.contains("<dt>Already told</dt><dd>0</dd>") && shown.contains("turn</dt><dd>4</dd>"), "{shown}");
    assert!(seen(&page).await.contains("0 customers · 4 wait"), "{}", seen(&page).await);

    for (name, state) in [("sara", "sent"), ("bob", "held_without_consent"), ("lina", "failed")] {
        db.execute(&format!("UPDATE messages SET state = '{state}' WHERE address = '{name}@example.com'")).await;
    }
    let bob = ContactId::of_key(app.ws, "bob@example.com");
    let txn = app.store.write().await.expect("a write begins");
    consent::note(&txn, app.ws, &bob, Purpose::FollowUp, false, "test").await.expect("noted");
    txn.commit().await.expect("kept");
    let shown = seen(&told).await;
    for (head, count) in
        [("Already told", "1"), ("Wait for their turn", "1"), ("Not agreed", "1"), ("Can be told now", "<b>0</b>")]
    {
        assert!(shown.contains(&format!("<dt>{head}</dt><dd>{count}</dd>")), "{head}: {shown}");
    }
    assert!(
        shown.contains("<dt>Message did not go out</dt><dd><a href=\"/act/messages?state=failed\">1</a></dd>"),
        "{shown}"
    );
    assert!(seen(&page).await.contains("1 customer · 1 waits"), "{}", seen(&page).await);

    agrees(&app, &["bob@example.com"]).await;
    assert!(seen(&told).await.contains("<dt>Can be told now</dt><dd><b>1</b></dd>"));
    app.posts(&manager, &told, "words.en=Three+times+a+day.&do=send").await;
    tell(&app.store).await;
    let rows = messages::list(app.store.reads(), app.ws, &Filter::default(), 0, 500).await.expect("listed");
    let mut states: Vec<(&str, &str, bool)> = rows
        .iter()
        .map(|row| (row.address.split('@').next().unwrap_or_default(), &*row.state, row.body.contains("Three times")))
        .collect();
    states.sort_unstable();
    let expected =
        [("bob", "queued", true), ("lina", "failed", false), ("sara", "sent", false), ("zoe", "queued", false)];
    assert_eq!(states, expected);
}

async fn a_killed_teller_tells_everybody_once(db: Db) {
    let app = app(&db).await;
    testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let manager = app.signs_in(Role::Manager).await;
    let page = app.posts(&manager, "/act/initiatives/new", "title=Bins").await;
    app.posts(&manager, &format!("{page}/state"), "to=done&starts_on=2026-11-25").await;
    let id = page.rsplit('/').next().expect("an id").to_owned();
    let node = Node::new(Kind::Initiative, &id);
    let keys: Vec<String> = (0..CUSTOMERS).map(|n| format!("customer-{n}@example.com")).collect();
    let mut signals = Vec::new();
    for key in &keys {
        let mut signal = testkit::response(key, 9);
        signal.contact = Some(key.clone());
        signals.push(Entry::new(app.ws, signal).expect("an entry"));
    }
    let nodes: Vec<Node> = signals.iter().map(|entry| Node::new(Kind::Signal, entry.uid())).collect();
    app.store.append(signals).await.expect("kept");
    let txn = app.store.write().await.expect("a write begins");
    links::join(&txn, app.ws, &nodes, &node).await.expect("linked");
    txn.commit().await.expect("kept");
    agrees(&app, &keys.iter().map(String::as_str).collect::<Vec<_>>()).await;
    app.posts(&manager, &format!("{page}/told"), "words.en=Twice+a+day.&do=send").await;
    assert_eq!(due(&app.store).await, CUSTOMERS as u64);

    let mut kills = 0;
    loop {
        let before = due(&app.store).await;
        if before == 0 {
            break;
        }
        assert!(kills < CUSTOMERS, "it does not come to an end");
        let mut teller = teller(&db);
        // Killed as soon as it has told somebody: it is then in the middle of another step, or just before it.
        while due(&app.store).await == before {
            assert!(teller.try_wait().expect("asked").is_none_or(|status| status.success()), "the teller failed");
            tokio::task::yield_now().await;
        }
        drop(teller.kill());
        teller.wait().expect("it is gone");
        kills += 1;
    }
    assert!(kills > 1, "it was too quick to be killed: nothing was tried");
    let count = messages::count(app.store.reads(), app.ws, &Filter::default()).await.expect("counted");
    assert_eq!(count, CUSTOMERS as u64, "each once");
    let mut of: BTreeMap<String, usize> = BTreeMap::new();
    for skip in [0, 500] {
        for row in messages::list(app.store.reads(), app.ws, &Filter::default(), skip, 500).await.expect("listed") {
            *of.entry(row.address).or_default() += 1;
        }
    }
    assert_eq!(of.keys().cloned().collect::<BTreeSet<_>>(), keys.into_iter().collect());
    assert!(of.values().all(|count| *count == 1));
    let linked = app.store.after(app.ws, &node, Kind::Message, 10_000).await.expect("links");
    assert_eq!(linked.len(), CUSTOMERS);

    // What is not done any more tells nobody.
    let txn = app.store.write().await.expect("a write begins");
    let row = initiative::Entity::find_by_id(&id).one(&*txn).await.expect("read").expect("there");
    let undone = initiative::ActiveModel { state: Set("doing".into()), ..row.into_active_model() };
    undone.update(&*txn).await.expect("undone");
    txn.commit().await.expect("kept");
    db.execute("DELETE FROM messages").await;
    db.execute("UPDATE initiative_people SET state = 'due'").await;
    tell(&app.store).await;
    assert_eq!(messages::count(app.store.reads(), app.ws, &Filter::default()).await.expect("counted"), 0);
}

async fn due(store: &Store) -> u64 {
    let due = person::Entity::find().filter(person::Column::State.eq("due"));
    due.count(store.reads()).await.expect("counted")
}

/// This test program again, as the teller.
fn teller(db: &Db) -> Child {
    let settings = db.settings();
    Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["--exact", "initiatives_told::tells_until_it_is_killed", "--nocapture"])
        .env(FOLDER, &settings.folder)
        .env(URL, settings.url.as_deref().unwrap_or_default())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program can be started")
}

/// Not a test by itself: the process that the story above starts and kills.
#[test]
fn tells_until_it_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let settings = match std::env::var(URL).expect("the story names a database").as_str() {
        "" => Settings::sqlite(folder),
        url => Settings::postgres(url, folder),
    };
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    runtime.block_on(async {
        let store = Store::open(&settings, kernel::Env::system()).await.expect("the database opens");
        tell(&store).await;
    });
}
