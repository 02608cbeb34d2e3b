//! What detectors find in scores, and what becomes of it: planted moves are found, noise and old data are not.

use axum::http::StatusCode;
use kernel::signal::Signal;
use kernel::time::DAY;
use kernel::{Role, Timestamp, Value};
use sea_orm::EntityTrait;
use store::entity::{case, insight};
use testkit::{Db, START};
use understand::insights::{Told, detect, step};

use crate::harness::{App, More, app, said};

testkit::on_both!(
    a_planted_move_is_told_with_its_place,
    other_customers_are_told_from_other_scores,
    noise_makes_no_insight,
    an_import_of_last_year_is_no_news,
    what_is_put_aside_stays_so_until_it_changes,
    what_is_not_found_any_more_is_gone_and_comes_back,
    anonymity_and_roles_hold,
    a_silent_touchpoint_is_told,
    complaints_that_wait_are_told,
    the_five_tests_look_at_what_there_is,
    detectors_take_turns,
);

/// So many days ago, at an hour of its own.
pub fn ago(days: i64) -> String {
    START.minus(days * DAY).to_string()
}

/// One after the other, evenly spread over `0..n`.
pub fn dice(seed: u64) -> u64 {
    let mut x = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    x ^= x >> 30;
    x = x.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^= x >> 27;
    x = x.wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

pub fn at(id: &str, score: i32, branch: &str, days: i64) -> Signal {
    said(id, score, "qr", &ago(days)).known("branch", Value::Text(branch.into()))
}

/// Twelve weeks in which two of three are happy in each of three branches; in the last one, Soho is not.
pub fn soho_falls(happy_of_ten: u64) -> Vec<Signal> {
    let mut signals = Vec::new();
    for day in 0..84_i64 {
        for n in 0..6_u64 {
            let branch = ["Soho", "Bath", "Leeds"][(n % 3) as usize];
            let roll = dice(day as u64 * 6 + n) % 10;
            let falls = day < 7 && branch == "Soho";
            let happy = if falls { roll < happy_of_ten } else { roll < 7 };
            for k in 0..3 {
                signals.push(at(&format!("{day}-{n}-{k}"), if happy { 10 } else { 3 }, branch, day));
            }
        }
    }
    signals
}

pub async fn run(app: &App) -> Told {
    detect(&app.store, &app.lake, &*app.versions, app.ws).await.expect("the detectors run")
}

pub async fn rows(app: &App) -> Vec<insight::Model> {
    insight::Entity::find().all(app.store.reads()).await.expect("the insights are read")
}

async fn a_planted_move_is_told_with_its_place(db: Db) {
    let app = app(&db).await;
    let survey = app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    assert_eq!(run(&app).await, Told { found: 1, changed: 0, gone: 0 });
    let all = rows(&app).await;
    assert_eq!(
        (all[0].kind.as_str(), all[0].sure.as_str(), all[0].key.as_str()),
        ("moved", "clear", "moved:visit:nps")
    );
    let card: serde_json::Value = serde_json::from_str(&all[0].card).expect("JSON");
    let split = &card["split"];
    assert_eq!((split["column"].as_str(), split["groups"][0]["value"].as_str()), (Some("attr_branch"), Some("Soho")));
    // All parts sum to the move, exactly.
    let (mix, rate) = (split["mix"].as_f64().expect("a number"), split["rate"].as_f64().expect("a number"));
    assert!((mix + rate - card["change"].as_f64().expect("a number")).abs() < 1e-9, "{card}");

    let home = app.get("/home").await.ok();
    home.shows("NPS of Your visit fell by").shows("Most of it comes from branch Soho").shows("Plan what to do");
    let card = app.get(&format!("/understand/insights/{}", all[0].id)).await.ok();
    card.shows("taken apart by branch").shows("Nobody owns it").shows("The cause is not known");
    assert_eq!(card.links("/act/initiatives/new?insight=").len(), 1);
    assert!(card.links(&survey.id).iter().any(|link| link.contains("attr_branch=Soho") && link.contains("from=")));
    // The same again is neither new nor changed.
    assert_eq!(run(&app).await, Told::default());
    app.get("/understand/insights").await.ok().shows("fell by");
    app.get("/understand/insights?kind=cause").await.ok().hides("fell by").shows("No insight is open");
}

async fn other_customers_are_told_from_other_scores(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let mut signals = Vec::new();
    for day in 0..84_i64 {
        for n in 0..20_u64 {
            // Bath is unhappy as ever; lately most of those who answer have been there.
            let bath = if day < 7 { n < 16 } else { n < 4 };
            let happy = dice(day as u64 * 20 + n) % 10 < if bath { 2 } else { 9 };
            let score = if happy { 10 } else { 3 };
            signals.push(at(&format!("{day}-{n}"), score, if bath { "Bath" } else { "Soho" }, day));
        }
    }
    app.append(signals).await;
    run(&app).await;
    let card: serde_json::Value = serde_json::from_str(&rows(&app).await[0].card).expect("JSON");
    assert_eq!(card["split"]["is_mix"], true, "{card}");
    app.get("/home")
        .await
        .ok()
        .shows("come from who answered: the mix by branch has changed")
        .hides("Most of it comes");
}

async fn noise_makes_no_insight(db: Db) {
    let app = app(&db).await;
    for survey in 0..6_u64 {
        let key = format!("s{survey}");
        app.survey(&key, &testkit::nps_survey()).await;
        let signals = (0..600_u64).map(|n| {
            let roll = dice(survey * 10_000 + n);
            let branch = ["Soho", "Bath", "Leeds"][(roll / 64 % 3) as usize];
            at(&format!("{key}-{n}"), (roll % 11) as i32, branch, (n % 100) as i64).to_survey(&key)
        });
        app.append(signals.collect()).await;
    }
    assert_eq!(run(&app).await, Told::default(), "{:?}", rows(&app).await);
}

async fn an_import_of_last_year_is_no_news(db: Db) {
    let app = app(&db).await;
    for survey in 0..5 {
        let key = format!("s{survey}");
        app.survey(&key, &testkit::nps_survey()).await;
        // A move, a place and a silence as clear as can be, a year ago.
        let old = soho_falls(0).into_iter().map(|signal| {
            let source_id = format!("{key}-{}", signal.source_id);
            let occurred = signal.occurred_at.minus(365 * DAY);
            let channel = signal.channel.clone();
            let mut old = said(&source_id, 3, &channel, &occurred.to_string());
            old.body.attributes = signal.body.attributes;
            let (kernel::signal::What::Response(old_response), kernel::signal::What::Response(response)) =
                (&mut old.body.what, &signal.body.what);
            old_response.answers = response.answers.clone();
            old.to_survey(&key)
        });
        app.append(old.collect()).await;
    }
    let old_case = waits("old", START.minus(300 * DAY), None, app.ws.0);
    case::Entity::insert(old_case).exec_without_returning(app.store.reads()).await.expect("a case");
    assert_eq!(run(&app).await, Told::default(), "{:?}", rows(&app).await);
}

async fn what_is_put_aside_stays_so_until_it_changes(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(2)).await;
    run(&app).await;
    let id = rows(&app).await[0].id.clone();
    let path = format!("/understand/insights/{id}");
    let viewer = app.reader(Role::Viewer).await;
    assert_eq!(viewer.post(&format!("{path}/dismiss"), "").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(&format!("{path}/dismiss"), "back=/").await.to, "/");
    app.get("/understand/insights").await.ok().shows("No insight is open");
    app.get("/understand/insights?state=dismissed").await.ok().shows("fell by");
    app.get("/home").await.ok().hides("Most of it comes");
    // The same finding stays away; taken back, it is there again.
    run(&app).await;
    app.get("/understand/insights").await.ok().hides("fell by");
    app.post(&format!("{path}/back"), "back=https://elsewhere.example").await;
    app.get("/understand/insights").await.ok().shows("fell by");
    app.post(&format!("{path}/dismiss"), "").await;
    // Nobody at all is happy any more: clearly another finding.
    let worse = (0..400).map(|n| at(&format!("worse-{n}"), 0, "Soho", i64::from(n % 7)));
    app.append(worse.collect()).await;
    assert_eq!(run(&app).await.changed, 1);
    app.get("/understand/insights").await.ok().shows("fell by");
    assert_eq!(app.elsewhere().await.get(&path).await.status, StatusCode::NOT_FOUND);
}

async fn what_is_not_found_any_more_is_gone_and_comes_back(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let import = kernel::ImportId::from_outside("imp_soho");
    let imported = soho_falls(0).into_iter().map(|signal| Signal { import: Some(import.clone()), ..signal });
    app.append(imported.collect()).await;
    run(&app).await;
    // The import is undone: there is nothing that has fallen.
    let txn = app.store.write().await.expect("a write begins");
    store::log::withdraw(&txn, app.ws, &import).await.expect("it is withdrawn");
    txn.commit().await.expect("the write is kept");
    let told = run(&app).await;
    if told.gone == 1 {
        app.get("/understand/insights").await.ok().shows("No insight is open");
        app.get("/understand/insights?state=gone").await.ok().shows("fell by");
        app.get(&format!("/understand/insights/{}", rows(&app).await[0].id)).await.ok().shows("not found any more");
    } else {
        panic!("it is still found: {:?}", rows(&app).await);
    }
    let deeds: Vec<String> =
        app.store.audits(app.ws, None, 50).await.expect("read").into_iter().map(|deed| deed.action).collect();
    assert!(deeds.contains(&"insight.found".to_owned()) && deeds.contains(&"insight.gone".to_owned()), "{deeds:?}");
}

async fn anonymity_and_roles_hold(db: Db) {
    let app = app(&db).await;
    let mut pulse = testkit::nps_survey();
    pulse.anonymous = true;
    app.survey("visit", &pulse).await;
    app.append(soho_falls(0)).await;
    assert_eq!(run(&app).await, Told::default(), "no group of an anonymous survey is told");
}

async fn a_silent_touchpoint_is_told(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let mut signals = Vec::new();
    for day in 0..70_i64 {
        for n in 0..4 {
            let mut signal = said(&format!("{day}-{n}"), 8, "qr", &ago(day));
            signal.touchpoint = Some(if n % 2 == 0 { "till" } else { "table" }.into());
            if day >= 9 || n % 2 == 0 {
                signals.push(signal);
            }
        }
    }
    app.append(signals).await;
    assert_eq!(run(&app).await.found, 1, "{:?}", rows(&app).await);
    assert_eq!(rows(&app).await[0].key, "silent:visit:touchpoint=table");
    app.get("/home").await.ok().shows("table has brought no answer to Your visit for 9 days").shows("about 18");
}

pub fn waits(id: &str, occurred: Timestamp, owner: Option<&str>, ws: i32) -> case::ActiveModel {
    use sea_orm::ActiveValue::Set;
    case::ActiveModel {
        id: Set(id.to_owned()),
        workspace_id: Set(ws),
        uid: Set(id.as_bytes().to_vec()),
        survey: Set("visit".into()),
        channel: Set("qr".into()),
        why: Set("low_score".into()),
        occurred_at: Set(occurred.0),
        opened_at: Set(occurred.0),
        due_at: Set(occurred.plus(2 * DAY).0),
        owner: Set(owner.map(str::to_owned)),
        ..Default::default()
    }
}

async fn complaints_that_wait_are_told(db: Db) {
    let app = app(&db).await;
    let cases = [
        waits("late", START.minus(5 * DAY), Some("anna"), app.ws.0),
        waits("loose", START.minus(DAY), None, app.ws.0),
        waits("work", START.minus(DAY), Some("anna"), app.ws.0),
    ];
    case::Entity::insert_many(cases).exec_without_returning(app.store.reads()).await.expect("cases");
    app.survey("visit", &testkit::nps_survey()).await;
    assert_eq!(run(&app).await.found, 1);
    let home = app.get("/home").await.ok();
    home.shows("1 complaint waits longer than promised").shows("1 are in work, 1 overdue, 1 without an owner");
    let id = rows(&app).await[0].id.clone();
    let chain = app
        .store
        .before(app.ws, &store::links::Node::new(store::links::Kind::Insight, &id), store::links::Kind::Case, 10)
        .await
        .expect("read");
    assert_eq!(chain.len(), 2, "those that nobody should have dropped lead to it");
    app.get(&format!("/understand/insights/{id}")).await.ok().shows("What became of the complaints");
}

async fn the_five_tests_look_at_what_there_is(db: Db) {
    use sea_orm::ActiveValue::Set;
    use store::entity::{goal, initiative, worth};
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    run(&app).await;
    let id = rows(&app).await[0].id.clone();
    let path = format!("/understand/insights/{id}");
    app.get(&path)
        .await
        .ok()
        .shows("There is no plan")
        .shows("There is no goal")
        .shows("What it is worth is not stated");
    let member = testkit::member(&app.store, app.ws, Role::Agent).await;
    assert_eq!(
        app.post(&format!("{path}/owner"), "owner=nobody-like-that").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(app.post(&format!("{path}/owner"), &format!("owner={member}")).await.to, path);
    app.get(&path).await.ok().shows("Owner: agent").hides("Nobody owns it");

    let measure = serde_json::json!({ "survey": "visit", "question": "nps" }).to_string();
    let plan = initiative::ActiveModel {
        id: Set("plan".into()),
        workspace_id: Set(app.ws.0),
        title: Set("Clean the tables".into()),
        problem: Set(String::new()),
        causes: Set("[]".into()),
        plan: Set("Twice an hour".into()),
        risks: Set(String::new()),
        insight_id: Set(Some(id.clone())),
        measure: Set(measure.clone()),
        state: Set("planned".into()),
        is_public: Set(false),
        created_by: Set(member.to_string()),
        created_at: Set(START.0),
        changed_at: Set(START.0),
        ..Default::default()
    };
    initiative::Entity::insert(plan).exec_without_returning(app.store.reads()).await.expect("a plan");
    let goal = goal::ActiveModel {
        id: Set("goal".into()),
        workspace_id: Set(app.ws.0),
        title: Set("Back to forty".into()),
        measure: Set(measure),
        from_value: Set(20.0),
        to_value: Set(40.0),
        from_day: Set("2026-11-22".into()),
        by_day: Set("2027-02-28".into()),
        created_by: Set(member.to_string()),
        created_at: Set(START.0),
        ..Default::default()
    };
    goal::Entity::insert(goal).exec_without_returning(app.store.reads()).await.expect("a goal");
    let point = worth::ActiveModel {
        workspace_id: Set(app.ws.0),
        unit: Set(None),
        kind: Set("point".into()),
        low: Set(100.0),
        high: Set(200.0),
        source: Set("last year's orders".into()),
        by_member: Set(member.to_string()),
        at: Set(START.0),
    };
    worth::Entity::insert(point).exec_without_returning(app.store.reads()).await.expect("a worth");
    let card = app.get(&path).await.ok();
    card.shows("Plan: Clean the tables").shows("does not say what it should change").shows("Goal: Back to forty");
    card.shows("At stake: ").hides("There is no plan").hides("There is no goal").hides("is not stated: state it");
    // A viewer sees what is missing, and no link to where he may not go.
    let viewer = app.reader(Role::Viewer).await.get(&path).await.ok();
    assert!(
        viewer.links("/prove/worth").is_empty() || viewer.body.contains("At stake"),
        "{:?}",
        viewer.links("/prove")
    );
    assert!(viewer.forms("/owner").is_empty() && viewer.forms("/dismiss").is_empty());
}

async fn detectors_take_turns(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    let step = || step(&app.store, &app.lake, &*app.versions, app.ws);
    let (one, other) = tokio::join!(step(), step());
    let turns = [one.expect("a step"), other.expect("a step")];
    assert_eq!(turns.iter().filter(|ran| **ran).count(), 1, "one node at a time");
    assert_eq!(rows(&app).await.len(), 1);
    assert!(!step().await.expect("a step"), "not again at once");
}
