//! Topics: begun with a set, changed after a look at what changes, taken back, measured by hand.

use axum::http::StatusCode;
use kernel::survey::{Survey, Text};
use kernel::{Role, Uid};
use store::topics::Topic;
use testkit::{Db, START};

use crate::harness::{App, More, Page, app, said};

testkit::on_both!(
    a_set_is_looked_at_and_added_once,
    a_rule_is_tried_before_it_is_kept,
    what_cannot_be_read_is_said_where_it_stands,
    topics_are_merged_split_moved_and_deleted,
    changes_are_taken_back,
    who_is_late_loses_nothing_of_others,
    rules_are_measured_by_hand,
    rules_come_from_examples,
    texts_that_one_may_not_read_are_not_tried,
    hostile_names_stay_text,
    others_see_and_change_nothing
);

const TOPICS: &str = "/understand/topics";

async fn world(db: &Db) -> App {
    let app = app(db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app
}

/// Texts of one response each, `en0`, `en1`, …, the last the newest.
async fn write(app: &App, language: &str, texts: &[&str]) {
    let signal = |(i, text): (usize, &&str)| {
        let mut signal = said(&format!("{language}{i}"), 5, "qr", &START.minus(i as i64).to_string()).text(text);
        signal.language = Some(language.into());
        signal
    };
    app.append(texts.iter().enumerate().map(signal).collect()).await;
}

fn form(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", ui::http::encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

async fn version(app: &App) -> String {
    app.store.topics_version(app.ws).await.expect("a version").to_string()
}

/// Saves a topic, a new one at `-`, with further fields.
async fn save(app: &App, key: &str, fields: &[(&str, &str)]) -> Page {
    let version = version(app).await;
    let all: Vec<(&str, &str)> =
        [("do", "save"), ("version", &version)].into_iter().chain(fields.iter().copied()).collect();
    app.post(&format!("{TOPICS}/{key}/edit"), &form(&all)).await
}

#[track_caller]
fn went(page: &Page, to: &str) {
    assert_eq!((page.status, page.to.as_str()), (StatusCode::SEE_OTHER, to), "{}", page.body);
}

async fn topic(app: &App, key: &str) -> Option<Topic> {
    app.store.topics(app.ws).await.expect("the topics").into_iter().find(|topic| topic.key == key)
}

async fn bins(app: &App) {
    went(&save(app, "-", &[("name-en", "Bins"), ("rule-en", "bin, rubbish")]).await, "/understand/topics/bins");
}

/// The number in the cell of a row of the list.
#[track_caller]
fn counted(page: &Page, name: &str) -> u64 {
    let row = page.body.split(&format!("<bdi>{name}</bdi></a>")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    let cell = row.split("data-label=\"Responses\">").nth(1).expect("a cell");
    cell.split('<').next().and_then(|count| count.parse().ok()).expect("a number")
}

async fn a_set_is_looked_at_and_added_once(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["the bathroom was dirty", "the wifi was slow", "lovely breakfast, dirty bathroom", "hello"])
        .await;
    let list = app.get(TOPICS).await.ok();
    list.shows("No topics yet").shows("A topic is something that people talk about");
    assert_eq!(list.links("/topics/sets/").len(), 10);
    let set = format!("{TOPICS}/sets/hotel");
    let page = app.get(&set).await.ok();
    page.shows("Add topics: 34").shows("Of the newest texts that you may read: 4");
    went(&app.post(&set, "version=0").await, TOPICS);
    let list = app.get(TOPICS).await.ok();
    list.shows("Topics: 34")
        .hides("No topics yet")
        .shows("No owner yet")
        .shows("<span class=\"chip soft\">Hotel</span>");
    // The whole counts a response once, however many of its parts are mentioned.
    let topics = app.store.topics(app.ws).await.expect("the topics");
    let [wifi] =
        topics.iter().filter(|topic| topic.key.contains("wifi") || topic.key.contains("internet")).collect::<Vec<_>>()
            [..]
    else {
        panic!("one topic for the network: {:?}", topics.iter().map(|topic| &topic.key).collect::<Vec<_>>())
    };
    assert_eq!(counted(&list, wifi.name("en")), 1);
    for sealed in [false, true] {
        if sealed {
            app.lake.seal(app.ws, START).await.expect("it is sealed");
        }
        let list = app.get(TOPICS).await.ok();
        let roots = topics.iter().filter(|topic| topic.parent.is_none());
        assert!(roots.map(|root| counted(&list, root.name("en"))).all(|count| count <= 3), "sealed: {sealed}");
        assert_eq!(counted(&list, wifi.name("en")), 1, "sealed: {sealed}");
    }
    app.get(&set).await.ok().shows("Every topic of this set is there");
    went(&app.post(&set, "version=1").await, TOPICS);
    assert_eq!(version(&app).await, "1", "nothing to add changes nothing");
    // Another set has topics with the same ids; both stand.
    went(&app.post(&format!("{TOPICS}/sets/restaurant"), "version=1").await, TOPICS);
    app.get(TOPICS).await.ok().shows("Topics: 68");
    let audits = app.store.audits(app.ws, None, 10).await.expect("the audit log");
    assert!(audits.iter().any(|row| row.action == "topics.change" && row.subject == "hotel"));
    assert_eq!(app.get(&format!("{TOPICS}/sets/nothing")).await.status, StatusCode::NOT_FOUND);
}

async fn a_rule_is_tried_before_it_is_kept(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["the bins smell", "rubbish everywhere", "good soup", "a bin beside the table"]).await;
    bins(&app).await;
    let page = app.get(TOPICS).await.ok();
    assert_eq!(counted(&page, "Bins"), 3);
    app.get(&format!("{TOPICS}/bins")).await.ok().shows("bin, rubbish").shows("and that you may read: 3");

    let edit = format!("{TOPICS}/bins/edit");
    let tried = form(&[("do", "try"), ("version", "1"), ("name-en", "Bins"), ("rule-en", "bin, soup")]);
    let page = app.post(&edit, &tried).await.ok();
    page.shows("Texts that come in").shows("good <mark>soup</mark>");
    page.shows("Texts that fall out").shows("<mark>rubbish</mark> everywhere").hides("nearly everything");
    // What was typed stands in the form, and nothing is kept.
    page.shows("bin, soup");
    assert_eq!(topic(&app, "bins").await.expect("a topic").rules["en"], "bin, rubbish");
    assert_eq!(version(&app).await, "1");

    went(&save(&app, "bins", &[("name-en", "Bins"), ("rule-en", "bin, soup")]).await, "/understand/topics/bins");
    assert_eq!(counted(&app.get(TOPICS).await.ok(), "Bins"), 3);
    // Saved as it is, nothing changes.
    went(&save(&app, "bins", &[("name-en", "Bins"), ("rule-en", "bin, soup")]).await, "/understand/topics/bins");
    assert_eq!(version(&app).await, "2");

    let many: Vec<String> = (0..30).map(|n| format!("the soup number {n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    write(&app, "en-GB", &many).await;
    let page = app.post(&edit, &form(&[("do", "try"), ("name-en", "Bins"), ("rule-en", "the")])).await.ok();
    page.shows("It would be found in nearly everything");
}

async fn what_cannot_be_read_is_said_where_it_stands(db: Db) {
    let app = world(&db).await;
    let refused = async |fields: &[(&str, &str)], words: &str| {
        let page = save(&app, "-", fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        page.shows(words);
    };
    refused(&[("rule-en", "bin")], "aria-invalid").await;
    refused(&[("name-en", "B"), ("rule-en", "bin AND")], "At letter 5").await;
    refused(&[("name-en", "B"), ("rule-fa", "NOT سطل")], "NOT alone would find nearly everything").await;
    refused(&[("name-en", "B"), ("rule-sv", "\"bord")], "The phrase has no end").await;
    refused(&[("name-en", &"x".repeat(121))], "at most 120 characters").await;
    refused(&[("name-en", "B"), ("parent", "gone")], "Choose a topic that is there").await;
    refused(&[("name-en", "B"), ("owner", "mem_nobody")], "Choose a member of this workspace").await;
    assert_eq!(version(&app).await, "0");
    // Five levels are the most.
    let mut parent = String::new();
    for level in 1..=5 {
        let name = format!("Level {level}");
        let fields = [("name-en", name.as_str()), ("rule-en", "bin"), ("parent", parent.as_str())];
        let page = save(&app, "-", &fields).await;
        parent = format!("level-{level}");
        went(&page, &format!("{TOPICS}/{parent}"));
    }
    refused(&[("name-en", "Level 6"), ("parent", &parent)], "at most 5 levels deep").await;
    let page = save(&app, "level-1", &[("name-en", "Level 1"), ("parent", "level-3")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.shows("does not lie below this one");
}

async fn topics_are_merged_split_moved_and_deleted(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["the bins smell", "dirty floor", "a draught", "rubbish"]).await;
    bins(&app).await;
    save(&app, "-", &[("name-en", "Clean"), ("rule-en", "dirty, floor")]).await;
    // Moved: what mentions the part mentions the whole.
    went(
        &save(&app, "bins", &[("name-en", "Bins"), ("rule-en", "bin, rubbish"), ("parent", "clean")]).await,
        "/understand/topics/bins",
    );
    assert_eq!(counted(&app.get(TOPICS).await.ok(), "Clean"), 3);
    save(&app, "-", &[("name-en", "Air"), ("rule-en", "draught, air")]).await;

    let merge = format!("{TOPICS}/air/merge");
    app.get(&merge).await.ok().hides("What would change for");
    app.get(&format!("{merge}?into=clean"))
        .await
        .ok()
        .shows("What would change for Clean")
        .shows("a <mark>draught</mark>");
    assert_eq!(app.get(&format!("{merge}?into=air")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.get(&format!("{merge}?into=gone")).await.status, StatusCode::NOT_FOUND);
    let at = version(&app).await;
    went(&app.post(&merge, &form(&[("into", "clean"), ("version", &at)])).await, "/understand/topics/clean");
    assert_eq!(topic(&app, "clean").await.expect("a topic").rules["en"], "dirty, floor, draught, air");
    assert!(topic(&app, "air").await.is_none());
    let page = app.get(&format!("{TOPICS}/clean/merge?into=bins")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "not into its own part");

    let split = format!("{TOPICS}/clean/split");
    app.get(&split).await.ok().shows("value=\"en:2\"");
    let chosen = [("name-en", "Climate"), ("term", "en:2"), ("term", "en:3"), ("place", "beside")];
    let with = |doing: &str, at: &str| form(&[&chosen[..], &[("do", doing), ("version", at)]].concat());
    let at = version(&app).await;
    app.post(&split, &with("try", &at)).await.ok().shows("What the new topic would find").shows("<mark>draught</mark>");
    went(&app.post(&split, &with("save", &at)).await, "/understand/topics/climate");
    assert_eq!(topic(&app, "climate").await.expect("a topic").rules["en"], "draught, air");
    assert_eq!(topic(&app, "clean").await.expect("a topic").rules["en"], "dirty, floor");
    let none = app.post(&split, &form(&[("name-en", "X"), ("do", "save")])).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    none.shows("Tick at least one word");

    let delete = format!("{TOPICS}/clean/delete");
    app.get(&delete).await.ok().shows("Texts that fall out").shows("move up one level and stay: 1");
    let at = version(&app).await;
    went(&app.post(&delete, &form(&[("version", &at)])).await, TOPICS);
    assert!(topic(&app, "clean").await.is_none());
    assert_eq!(topic(&app, "bins").await.expect("a topic").parent, None);
    assert_eq!(counted(&app.get(TOPICS).await.ok(), "Bins"), 2);
}

async fn changes_are_taken_back(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["the bins smell", "good soup"]).await;
    bins(&app).await;
    save(&app, "bins", &[("name-en", "Bins"), ("rule-en", "soup")]).await;
    save(&app, "bins", &[("name-en", "Waste"), ("rule-en", "soup")]).await;
    let page = app.get(&format!("{TOPICS}/history")).await.ok();
    page.shows("Added: Waste").shows("Edited: Waste").shows("Version 3");
    let look = app.get(&format!("{TOPICS}/history/2")).await.ok();
    look.shows("Topics that were changed again since").shows("the <mark>bins</mark> smell");
    // An old one only after a look at how things stand.
    let back = format!("{TOPICS}/history/2/back");
    assert_eq!(app.post(&back, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    went(&app.post(&back, "version=3").await, TOPICS);
    let restored = topic(&app, "bins").await.expect("a topic");
    assert_eq!((restored.rules["en"].as_str(), restored.name("en")), ("bin, rubbish", "Bins"));
    // The newest at once, and that again.
    went(&app.post(&format!("{TOPICS}/history/4/back"), "").await, TOPICS);
    assert_eq!(topic(&app, "bins").await.expect("a topic").name("en"), "Waste");
    went(&app.post(&format!("{TOPICS}/history/1/back"), "version=5").await, TOPICS);
    assert!(topic(&app, "bins").await.is_none());
    app.get(TOPICS).await.ok().shows("No topics yet");
    app.get(&format!("{TOPICS}/history")).await.ok().shows("Change taken back: 1");
    assert_eq!(app.get(&format!("{TOPICS}/history/99")).await.status, StatusCode::NOT_FOUND);
    // A key that may come back is not given to another.
    went(&save(&app, "-", &[("name-en", "Bins"), ("rule-en", "bin")]).await, "/understand/topics/bins-2");
}

async fn who_is_late_loses_nothing_of_others(db: Db) {
    let app = world(&db).await;
    bins(&app).await;
    save(&app, "bins", &[("name-en", "Bins"), ("rule-en", "bin, trash")]).await;
    let late = [("do", "save"), ("version", "1"), ("name-en", "Bins"), ("rule-en", "bin")];
    let page = app.post(&format!("{TOPICS}/bins/edit"), &form(&late)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.shows("Somebody else has changed the topics meanwhile").shows("name=\"version\" value=\"2\"");
    assert_eq!(app.post(&format!("{TOPICS}/bins/delete"), "version=1").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(topic(&app, "bins").await.expect("a topic").rules["en"], "bin, trash");
}

fn uid(app: &App, id: &str) -> Uid {
    Uid::of(app.ws, "api:visit", id)
}

async fn rules_are_measured_by_hand(db: Db) {
    let app = world(&db).await;
    let texts = ["the bins smell", "bin there, done that", "waste on the floor", "good soup", "full bins"];
    write(&app, "en", &texts).await;
    bins(&app).await;
    let path = format!("{TOPICS}/bins");
    let page = app.get(&path).await.ok();
    page.shows("Are these about it?").shows("No text that it finds has been judged yet");
    assert_eq!(page.body.matches("value=\"yes\"").count(), 5);
    // Whether the rules find a text is not told to whoever judges it.
    page.hides("<mark>");
    let label = format!("{path}/label");
    let say = async |id: &str, holds: &str| {
        let uid = uid(&app, id).to_string();
        let page = app.post(&label, &form(&[("uid", &uid), ("field", "why"), ("holds", holds)])).await;
        went(&page, "/understand/topics/bins#hand");
    };
    say("en0", "yes").await;
    say("en1", "no").await;
    say("en2", "yes").await;
    say("en3", "no").await;
    let page = app.get(&path).await.ok();
    page.shows("1 of 2 found texts that members judged are about it")
        .shows("1 of 2 judged texts that are about it are found");
    // Wilson's interval for 1 of 2 at 95 %: 9.5 % to 90.5 %.
    page.shows("between 9% and 91%").shows("Texts judged: 4.");
    assert_eq!(page.body.matches("value=\"yes\"").count(), 1, "what was judged is not asked again");
    say("en1", "").await;
    app.get(&path).await.ok().shows("1 of 1 found texts").shows("Texts judged: 3.");
    app.lake.seal(app.ws, START).await.expect("it is sealed");
    app.get(&path).await.ok().shows("1 of 1 found texts").shows("Texts judged: 3.");
    let audits = app.store.audits(app.ws, None, 20).await.expect("the audit log");
    assert!(audits.iter().any(|row| row.action == "topics.label"));
    assert!(audits.iter().all(|row| !row.detail.contains("smell")), "no words of customers");

    let uid = uid(&app, "en0").to_string();
    for (fields, status) in [
        ([("uid", uid.as_str()), ("field", "why"), ("holds", "perhaps")], StatusCode::UNPROCESSABLE_ENTITY),
        ([("uid", uid.as_str()), ("field", "nps"), ("holds", "yes")], StatusCode::NOT_FOUND),
        ([("uid", "nonsense"), ("field", "why"), ("holds", "yes")], StatusCode::NOT_FOUND),
    ] {
        assert_eq!(app.post(&label, &form(&fields)).await.status, status, "{fields:?}");
    }
}

async fn rules_come_from_examples(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["good soup", "slow waiter", "nice view of the lake", "cold soup again", "the music was loud"])
        .await;
    let edit = format!("{TOPICS}/-/edit");
    let few = app.post(&edit, &form(&[("do", "suggest"), ("examples", "one\ntwo")])).await;
    assert_eq!(few.status, StatusCode::UNPROCESSABLE_ENTITY);
    few.shows("Give at least 3 examples");
    let examples = "no place to park the car\nparking was full\nthe parking costs too much\nparking far away";
    let asked = [("do", "suggest"), ("examples", examples), ("examples-language", "en"), ("name-en", "Parking")];
    let page = app.post(&edit, &form(&asked)).await.ok();
    page.shows("On these examples, 100% of what it finds is right").shows("name=\"suggested\" value=\"park");
    let rule =
        page.body.split("name=\"suggested\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a rule");
    let taken = [
        ("do", "take"),
        ("suggested", rule),
        ("suggested-language", "en"),
        ("rule-en", "garage, "),
        ("name-en", "Parking"),
    ];
    app.post(&edit, &form(&taken)).await.ok().shows(&format!(">garage, {rule}</textarea>"));
    assert_eq!(version(&app).await, "0");
}

async fn texts_that_one_may_not_read_are_not_tried(db: Db) {
    let app = world(&db).await;
    let anonymous = Survey { anonymous: true, title: Text::one("en", "Work"), ..testkit::nps_survey() };
    app.survey("work", &anonymous).await;
    let hidden = said("w0", 5, "qr", &START.to_string()).text("my boss breaks the bins").to_survey("work");
    app.append(vec![hidden]).await;
    write(&app, "en", &["the bins smell"]).await;
    bins(&app).await;
    assert_eq!(counted(&app.get(TOPICS).await.ok(), "Bins"), 1);
    app.get(&format!("{TOPICS}/bins")).await.ok().shows("smell").hides("boss");
    let tried = form(&[("do", "try"), ("name-en", "Bins"), ("rule-en", "boss")]);
    app.post(&format!("{TOPICS}/bins/edit"), &tried)
        .await
        .ok()
        .hides("my <mark>boss")
        .shows("Of the newest texts that you may read: 1");
    let uid = Uid::of(app.ws, "api:work", "w0").to_string();
    let label = form(&[("uid", &uid), ("field", "why"), ("holds", "yes")]);
    assert_eq!(app.post(&format!("{TOPICS}/bins/label"), &label).await.status, StatusCode::NOT_FOUND);

    // Only managers may read the texts of the visit.
    let row = app.store.survey_by_key(app.ws, "visit").await.expect("the store").expect("a survey");
    app.post(&format!("/understand/surveys/{}/verbatims", row.id), "role=manager").await;
    let agent = app.reader(Role::Agent).await;
    assert_eq!(counted(&agent.get(TOPICS).await.ok(), "Bins"), 0);
    agent.get(&format!("{TOPICS}/bins")).await.ok().hides("smell");
    let uid = self::uid(&app, "en0").to_string();
    let label = form(&[("uid", &uid), ("field", "why"), ("holds", "yes")]);
    assert_eq!(agent.post(&format!("{TOPICS}/bins/label"), &label).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(&format!("{TOPICS}/bins/label"), &label).await.status, StatusCode::SEE_OTHER);
    agent.get(&format!("{TOPICS}/bins")).await.ok().hides("Texts judged");
}

async fn hostile_names_stay_text(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["<b>bins</b> & <script>alert(1)</script>"]).await;
    let name = "<script>alert(1)</script> {{ 7 * 7 }} \u{202e}'; drop table topics; --";
    let page = save(&app, "-", &[("name-en", name), ("rule-en", "bin")]).await;
    let path = page.to.clone();
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    for page in
        [TOPICS.to_owned(), path.clone(), format!("{path}/edit"), format!("{path}/delete"), format!("{TOPICS}/history")]
    {
        app.get(&page).await.ok().hides("<script>alert").shows("alert(1)");
    }
    app.get(&format!("{path}/delete")).await.ok().shows("<mark>bins</mark>");
    // A name without Latin letters has a key all the same, and none stands in the way of another page.
    assert!(save(&app, "-", &[("name-fa", "سطل")]).await.to.starts_with("/understand/topics/t-"));
    went(&save(&app, "-", &[("name-en", "History")]).await, "/understand/topics/history-2");
}

async fn others_see_and_change_nothing(db: Db) {
    let app = world(&db).await;
    write(&app, "en", &["the bins smell"]).await;
    bins(&app).await;
    let elsewhere = app.elsewhere().await;
    elsewhere.get(TOPICS).await.ok().hides("Bins");
    let uid = uid(&app, "en0").to_string();
    let label = form(&[("uid", &uid), ("field", "why"), ("holds", "yes")]);
    for page in ["bins", "bins/edit", "bins/split", "bins/merge", "bins/delete", "history/1"] {
        assert_eq!(elsewhere.get(&format!("{TOPICS}/{page}")).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for deed in ["bins/edit", "bins/split", "bins/merge", "bins/delete", "bins/label", "history/1/back"] {
        let page = elsewhere.post(&format!("{TOPICS}/{deed}"), &format!("{label}&version=1&do=save")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{deed}");
    }
    let viewer = app.reader(Role::Viewer).await;
    viewer.get(TOPICS).await.ok().shows("Bins").hides("/edit\"").hides("/sets/");
    let page = viewer.get(&format!("{TOPICS}/bins")).await.ok();
    page.hides("/edit\"").hides("value=\"yes\"").hides("/delete\"");
    viewer.get(&format!("{TOPICS}/history")).await.ok().shows("Added: Bins").hides("/history/1\"");
    for page in ["bins/edit", "sets/hotel", "history/1"] {
        assert_eq!(viewer.get(&format!("{TOPICS}/{page}")).await.status, StatusCode::FORBIDDEN, "{page}");
    }
    let deeds = ["bins/edit", "bins/split", "bins/merge", "bins/delete", "bins/label", "history/1/back", "sets/hotel"];
    for deed in deeds {
        let page = viewer.post(&format!("{TOPICS}/{deed}"), "version=1").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{deed}");
    }
    assert_eq!(version(&app).await, "1");
}
