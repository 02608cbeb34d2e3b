//! A workspace learns from its own ratings and comments: it is tried, switched on, and taken back.

use axum::http::StatusCode;
use kernel::survey::{Kind, Survey};
use kernel::{ImportId, Role, Uid, time};
use testkit::{Db, START};

use crate::harness::{App, More, app, said, visit};

testkit::on_both!(
    a_workspace_learns_and_goes_back,
    a_trial_that_was_killed_is_begun_anew,
    what_cannot_be_learned_from_teaches_nothing,
    learning_is_for_administrators
);

/// Texts with words that no lexicon knows, each with the rating that its writer gave: `zorply` is bad, `flimbrous` good.
async fn write(app: &App, texts: usize, import: Option<&str>) {
    let signal = |n: usize| {
        let (word, score) = [("zorply", 1), ("flimbrous", 10)][n % 2];
        let text = format!("The table by window {n} was quite {word} at noon");
        let mut signal = said(&format!("t{n}"), score, "qr", &START.minus(n as i64).to_string()).text(&text);
        signal.language = Some("en".into());
        signal.import = import.map(ImportId::from_outside);
        signal
    };
    app.append((0..texts).map(signal).collect()).await;
}

async fn try_it(app: &App) -> bool {
    understand::texts::try_asked(&app.store, &app.lake, app.ws).await.expect("a trial")
}

/// Reads again until nothing is left; returns how many steps there were.
async fn reread(app: &App) -> usize {
    let mut steps = 0;
    while understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step") {
        steps += 1;
    }
    steps
}

/// What the columns say of every text, in an order of their own.
async fn readings(app: &App) -> Vec<Vec<lake::Cell>> {
    let sql = "select signal_id, language, sentiment, score, likely from verbatims order by 1";
    app.lake.query(app.ws, sql, &[]).await.expect("rows").rows().await.expect("rows")
}

async fn asked(app: &App, text: &str) -> String {
    app.ask("/api/v1/text", "read", &format!("{{\"text\": \"{text}\", \"language\": \"en\"}}")).await.1
}

async fn a_workspace_learns_and_goes_back(db: Db) {
    let mut app = app(&db).await;
    app.survey("visit", &visit()).await;
    write(&app, 300, Some("imp_1")).await;
    app.lake.seal(app.ws, START).await.expect("it is sealed");
    let before = readings(&app).await;
    let asked_before = asked(&app, "quite zorply").await;
    let admin = app.reader(Role::Admin).await;
    admin.get("/understand/reading").await.ok().shows("stays off until an administrator").shows("Try it");
    assert!(!try_it(&app).await, "nobody has asked");

    admin.post("/understand/reading/learn", "").await;
    admin.post("/understand/reading/learn", "").await;
    admin.get("/understand/reading").await.ok().shows("The trial is under way").hides("Switch it on");
    let part = admin.part("/understand/reading?part=learning").await.ok();
    part.shows("The trial is under way").hides("<main").hides("id=\"progress\"");
    admin.part("/understand/reading").await.ok().shows("id=\"progress\"").hides("<main");
    assert!(try_it(&app).await && !try_it(&app).await, "one trial, however often it was asked for");
    let page = admin.get("/understand/reading").await.ok();
    page.shows("We recommend switching it on").shows("Switch it on").shows(" at noon").shows("macro-F1");
    assert_eq!(readings(&app).await, before, "a trial changes nothing");

    assert_eq!(admin.post("/understand/reading/learn/on", "").await.status, StatusCode::SEE_OTHER);
    let version = app.lake.reader(app.ws).version().to_owned();
    assert!(version.contains('+'), "{version}");
    assert_ne!(asked(&app, "quite zorply").await, asked_before, "programs are answered with it");
    admin.get("/understand/reading").await.ok().shows("what was learned from your own answers").shows("In use");
    // Killed between two steps, another process goes on, with the same reader.
    assert!(understand::texts::step(&app.store, &app.lake, app.ws).await.expect("a step"));
    app = app.restarted(&db).await;
    assert_eq!(app.lake.reader(app.ws).version(), version);
    assert!(reread(&app).await > 0);
    let after = readings(&app).await;
    // By the words that were written: every other text is content.
    let is_right = |row: &&Vec<lake::Cell>| {
        let number: usize = row[0].as_str().expect("an id")[1..].parse().expect("a number");
        row[2].as_str() == Some(["neg", "pos"][number % 2])
    };
    let right = |rows: &[Vec<lake::Cell>]| rows.iter().filter(is_right).count();
    assert!(right(&before) < 200 && right(&after) > 280, "{} and {}", right(&before), right(&after));
    assert!(app.get("/understand/reading").await.ok().body.contains("All texts are read by this version."));

    let admin = app.reader(Role::Admin).await;
    admin.post("/understand/reading/learn/back", "").await;
    assert!(reread(&app).await > 0);
    assert_eq!(readings(&app).await, before, "to the bit as before");
    assert_eq!(asked(&app, "quite zorply").await, asked_before);
    let page = admin.get("/understand/reading").await.ok();
    page.shows("Switch it on").hides("In use");
    let audits = app.store.audits(app.ws, None, 20).await.expect("the audit log");
    for action in ["texts.learn_try", "texts.learn_on", "texts.learn_back"] {
        assert_eq!(audits.iter().filter(|row| row.action == action).count(), 1, "{action}");
    }

    // Once the answers are withdrawn the page says so, and no words of theirs are shown.
    let txn = app.store.write().await.expect("a write begins");
    store::log::withdraw(&txn, app.ws, &ImportId::from_outside("imp_1")).await.expect("withdrawn");
    txn.commit().await.expect("the write is kept");
    let page = admin.get("/understand/reading").await.ok();
    page.shows("has been undone since").hides("zorply at noon");
    // The other workspace never saw any of it.
    let elsewhere = app.elsewhere().await;
    assert!(!elsewhere.lake.reader(elsewhere.ws).version().contains('+'));
}

async fn a_trial_that_was_killed_is_begun_anew(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &visit()).await;
    write(&app, 200, None).await;
    let admin = app.reader(Role::Admin).await;
    admin.post("/understand/reading/learn", "").await;
    // As a process leaves it that was killed in the middle.
    db.execute(&format!("UPDATE text_trials SET beat_at = {}, percent = 40", START.0)).await;
    assert!(!try_it(&app).await, "somebody works on it");
    admin.get("/understand/reading").await.ok().shows("value=\"40\"");
    db.clock.advance(time::MINUTE);
    assert!(try_it(&app).await);
    admin.get("/understand/reading").await.ok().shows("We recommend switching it on");
}

async fn what_cannot_be_learned_from_teaches_nothing(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &Survey { anonymous: true, ..visit() }).await;
    write(&app, 200, None).await;
    let admin = app.reader(Role::Admin).await;
    admin.post("/understand/reading/learn", "").await;
    assert!(try_it(&app).await);
    let page = admin.get("/understand/reading").await.ok();
    page.shows("Too few comments with a rating: 0 could be held out").hides("Switch it on");
    assert_eq!(admin.post("/understand/reading/learn/on", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);

    // Members' words weigh more than ratings: thirty praised texts that they call negative.
    app.survey("other", &visit()).await;
    let praised = |n: usize| {
        let text = format!("Plumbious again on day {n}");
        let mut signal =
            said(&format!("p{n}"), 10, "qr", &START.minus(n as i64).to_string()).text(&text).to_survey("other");
        signal.language = Some("en".into());
        signal.also("clean", Kind::Csat, |answer| answer.score = Some(if n < 150 { 5.0 } else { 1.0 }))
    };
    app.append((0..180).map(praised).collect()).await;
    for n in 0..150 {
        let action = format!("/understand/responses/{}/label", Uid::of(app.ws, "api:other", &format!("p{n}")));
        let done = app.post(&action, "field=why&label=neg").await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    }
    admin.post("/understand/reading/learn", "").await;
    assert!(try_it(&app).await);
    let page = admin.get("/understand/reading").await.ok();
    // Thirty responses say bad and good at once, and are left out.
    page.shows("Members judged 150 of all these");
    admin.post("/understand/reading/learn/on", "").await;
    assert!(asked(&app, "Plumbious again").await.contains("\"sentiment\":\"neg\""));
    // What was learned from does not measure.
    admin.get("/understand/reading").await.ok().shows("Texts that the reader has learned from are left out:");
}

async fn learning_is_for_administrators(db: Db) {
    let app = app(&db).await;
    for path in ["learn", "learn/on", "learn/back"] {
        let done = app.post(&format!("/understand/reading/{path}"), "").await;
        assert_eq!(done.status, StatusCode::FORBIDDEN, "{path}");
    }
    app.get("/understand/reading")
        .await
        .ok()
        .shows("Administrators can try this")
        .hides("Try it")
        .shows("What to expect");
}
