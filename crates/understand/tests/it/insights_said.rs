//! What cards and Home say of a finding is what was computed, and what they offer can be done.

use kernel::signal::Signal;
use kernel::survey::{Question, Text};
use kernel::time::DAY;
use kernel::{ImportId, Role, Value};
use measures::versions::Asked;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::entity::{case, initiative, worth};
use testkit::{Db, START};

use crate::harness::{App, More, Page, app, said};
use crate::insights::{ago, at, dice, rows, run, soho_falls, waits};

testkit::on_both!(
    the_columns_of_a_split_sum_to_what_stands_below,
    a_part_is_not_called_most,
    complaints_of_an_undone_import_wait_for_nobody,
    whoever_wrote_back_waits_again_and_silence_is_no_answer,
    what_is_offered_may_be_done,
    a_plan_that_was_done_before_is_none_for_what_came_after,
    a_silence_has_no_evidence_and_no_worth,
    the_worth_of_a_move_has_the_range_of_the_move,
    another_question_is_no_move,
    what_was_to_end_has_not_fallen_silent,
    a_question_that_is_asked_no_more_is_not_counted,
);

/// What stands in the cells with this label, without the line below.
fn column(page: &Page, label: &str) -> Vec<f64> {
    let table = page.body.split("id=\"split\"").nth(1).expect("a split");
    let mark = format!("data-label=\"{label}\"");
    let cells = table.split(&mark).skip(1);
    let number = |cell: &str| {
        let cell = cell.split("</td>").next().unwrap_or_default();
        let inner = cell.split("<bdi>").nth(1).and_then(|rest| rest.split('<').next()).expect("a number");
        inner.replace('−', "-").replace('+', "").parse::<f64>().expect(inner)
    };
    cells.map(number).collect()
}

async fn the_columns_of_a_split_sum_to_what_stands_below(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let branches = ["Soho", "Bath", "Leeds", "York", "Hull", "Ely", "Wells", "Ripon", "Truro"];
    let mut signals = Vec::new();
    for day in 0..84_i64 {
        for (n, branch) in branches.into_iter().enumerate() {
            let falls = day < 7 && branch == "Soho";
            // Lately twice as many come from Soho, and everywhere fewer are happy.
            for k in 0..if falls { 12 } else { 6 } {
                let roll = dice(day as u64 * 997 + n as u64 * 31 + k) % 100;
                let happy = !falls && roll < if day < 7 { 60 } else { 70 };
                signals.push(at(&format!("{day}-{n}-{k}"), if happy { 10 } else { 3 }, branch, day));
            }
        }
    }
    app.append(signals).await;
    run(&app).await;
    let page = app.get(&format!("/understand/insights/{}", rows(&app).await[0].id)).await.ok();
    page.shows("All others");
    for label in ["By scoring otherwise", "By being more or fewer"] {
        let mut parts = column(&page, label);
        let below = parts.pop().expect("the last line");
        assert_eq!(parts.len(), 7, "six groups and all others: {parts:?}");
        let sum: f64 = parts.iter().sum();
        assert!((sum - below).abs() < 0.41, "{label}: {parts:?} sum to {sum}, not to {below}");
    }
}

async fn a_part_is_not_called_most(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let mut signals = Vec::new();
    for day in 0..35_i64 {
        for n in 0..80_u64 {
            // Half are from a large branch that falls a little, a tenth from a small one that falls a lot.
            let (branch, before, after) = match n % 10 {
                0..5 => ("Large", 60, 50),
                5 => ("Small", 90, 55),
                _ => ("Other", 50, 50),
            };
            let roll = (n / 10 * 12 + day as u64 * 37 + n % 10 * 7) % 100;
            let happy = roll < if day < 7 { after } else { before };
            signals.push(at(&format!("{day}-{n}"), if happy { 10 } else { 3 }, branch, day));
        }
    }
    app.append(signals).await;
    run(&app).await;
    let row = rows(&app).await.remove(0);
    let card: serde_json::Value = serde_json::from_str(&row.card).expect("JSON");
    let (first, change) = (&card["split"]["groups"][0], card["change"].as_f64().expect("a number"));
    assert_eq!(first["value"].as_str(), Some("Small"), "{card}");
    assert!(first["rate"].as_f64().expect("a number") / change < 0.5, "{card}");
    app.get("/home").await.ok().shows("A large part of it comes from branch Small").hides("Most of it");
}

async fn complaints_of_an_undone_import_wait_for_nobody(db: Db) {
    let app = app(&db).await;
    let import = ImportId::from_outside("imp_1");
    let late = case::ActiveModel {
        import_id: Set(Some(import.to_string())),
        ..waits("late", START.minus(5 * DAY), None, app.ws.0)
    };
    case::Entity::insert(late).exec_without_returning(app.store.reads()).await.expect("a case");
    app.survey("visit", &testkit::nps_survey()).await;
    assert_eq!(run(&app).await.found, 1);
    let txn = app.store.write().await.expect("a write begins");
    store::log::withdraw(&txn, app.ws, &import).await.expect("it is withdrawn");
    txn.commit().await.expect("the write is kept");
    assert_eq!(run(&app).await.gone, 1);
}

async fn whoever_wrote_back_waits_again_and_silence_is_no_answer(db: Db) {
    let app = app(&db).await;
    let old = START.minus(5 * DAY);
    let back = case::ActiveModel {
        answered_at: Set(Some(START.minus(4 * DAY).0)),
        again_at: Set(Some(START.minus(3 * DAY).0)),
        ..waits("back", old, Some("anna"), app.ws.0)
    };
    let silent = case::ActiveModel { closed_at: Set(Some(START.0)), ..waits("silent", old, None, app.ws.0) };
    let answered = case::ActiveModel {
        answered_at: Set(Some(START.minus(4 * DAY).0)),
        closed_at: Set(Some(START.0)),
        ..waits("answered", old, Some("anna"), app.ws.0)
    };
    // One by one: their columns differ.
    for case in [back, silent, answered, waits("work", START.minus(DAY), Some("anna"), app.ws.0)] {
        case::Entity::insert(case).exec_without_returning(app.store.reads()).await.expect("a case");
    }
    app.survey("visit", &testkit::nps_survey()).await;
    assert_eq!(run(&app).await.found, 1, "whoever wrote back waits");
    let home = app.get("/home").await.ok();
    home.shows("1 complaint waits longer than promised");
    home.shows("Of 4 complaints of the last 60 days, 25% are answered; 1 are in work, 1 overdue, 0 without an owner");
    home.shows("Closed without an answer").hides("Waiting for an owner");
    assert!(!home.links("/act?which=overdue").is_empty(), "the way to exactly these: {:?}", home.links("/act"));
}

async fn what_is_offered_may_be_done(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    run(&app).await;
    let path = format!("/understand/insights/{}", rows(&app).await[0].id);
    // Plans are made by managers: whoever may not is not sent there.
    let agent = app.reader(Role::Agent).await;
    for page in [path.as_str(), "/home"] {
        assert_eq!(agent.get(page).await.ok().links("/act/initiatives/new"), Vec::<String>::new(), "{page}");
        assert_eq!(app.get(page).await.ok().links("/act/initiatives/new").len(), 1, "{page}");
    }
    agent.get(&path).await.ok().shows("There is no plan");
}

fn plan(app: &App, id: &str, insight: &str, done_at: Option<i64>) -> initiative::ActiveModel {
    initiative::ActiveModel {
        id: Set(id.into()),
        workspace_id: Set(app.ws.0),
        title: Set("Clean the tables".into()),
        problem: Set(String::new()),
        causes: Set("[]".into()),
        plan: Set("Twice an hour".into()),
        risks: Set(String::new()),
        insight_id: Set(Some(insight.into())),
        measure: Set("{}".into()),
        state: Set(if done_at.is_some() { "done" } else { "doing" }.into()),
        done_at: Set(done_at),
        is_public: Set(false),
        created_by: Set("mem_1".into()),
        created_at: Set(START.0),
        changed_at: Set(START.0),
        ..Default::default()
    }
}

async fn a_plan_that_was_done_before_is_none_for_what_came_after(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    run(&app).await;
    let id = rows(&app).await[0].id.clone();
    let done = plan(&app, "plan", &id, Some(START.plus(DAY).0));
    initiative::Entity::insert(done).exec_without_returning(app.store.reads()).await.expect("a plan");
    let path = format!("/understand/insights/{id}");
    app.get(&path).await.ok().shows("Plan: Clean the tables").hides("There is no plan");
    // It has changed clearly since.
    let changed = store::entity::insight::Entity::update_many()
        .col_expr(store::entity::insight::Column::ChangedAt, Expr::value(START.plus(40 * DAY).0))
        .filter(store::entity::insight::Column::Id.eq(&id));
    changed.exec(app.store.reads()).await.expect("changed");
    app.get(&path).await.ok().shows("There is no plan");
    app.get("/home").await.ok().shows("Plan what to do");
    let next = plan(&app, "next", &id, None);
    initiative::Entity::insert(next).exec_without_returning(app.store.reads()).await.expect("a plan");
    app.get(&path).await.ok().shows("Plan: Clean the tables").hides("There is no plan");
}

async fn stated(app: &App, kind: &str, low: f64, high: f64) {
    let figure = worth::ActiveModel {
        workspace_id: Set(app.ws.0),
        unit: Set(None),
        kind: Set(kind.into()),
        low: Set(low),
        high: Set(high),
        source: Set("last year's orders".into()),
        by_member: Set("mem_1".into()),
        at: Set(START.0),
    };
    worth::Entity::insert(figure).exec_without_returning(app.store.reads()).await.expect("a worth");
}

async fn a_silence_has_no_evidence_and_no_worth(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let signals: Vec<Signal> = (9..70_i64)
        .flat_map(|day| (0..2).map(move |n| said(&format!("{day}-{n}"), 8, "qr", &ago(day))))
        .map(|signal| signal.known("branch", Value::Text("Soho".into())))
        .collect();
    app.append(signals).await;
    stated(&app, "retained_customer", 100.0, 200.0).await;
    run(&app).await;
    let silent = rows(&app).await.remove(0);
    assert_eq!((silent.kind.as_str(), silent.people), ("silent", 18));
    let card = app.get(&format!("/understand/insights/{}", silent.id)).await.ok();
    // Eighteen answers that did not come are no evidence, and nobody has left by not answering.
    card.shows("About 18 answers missing").hides("Evidence: 18 signals").shows("Evidence: 122 signals");
    card.hides("At stake").hides("is not stated: state it").shows("What it is worth cannot be computed");
}

async fn another_question_is_no_move(db: Db) {
    let app = app(&db).await;
    let survey = testkit::nps_survey();
    app.survey("visit", &survey).await;
    db.execute("UPDATE surveys SET version = 3").await;
    app.append(soho_falls(0)).await;
    let now = survey.questions[0].clone();
    let then = Question { title: Text::one("en", "Did you like it?"), ..now.clone() };
    let asked = |days, question: &Question| Asked { at: START.minus(days * DAY), question: Some(question.clone()) };
    let publish = |versions| app.versions.0.lock().expect("no test panics within").0 = versions;
    // Asked otherwise until three weeks ago: those before answered something else.
    publish(vec![asked(300, &then), asked(20, &now)]);
    assert_eq!(run(&app).await.found, 0, "{:?}", rows(&app).await);
    app.get("/home").await.ok().hides("fell by").hides("fallen");
    // It has been the same for long enough.
    publish(vec![asked(300, &then), asked(60, &now), asked(20, &now)]);
    assert_eq!(run(&app).await.found, 1);
    let card: serde_json::Value = serde_json::from_str(&rows(&app).await[0].card).expect("JSON");
    assert_eq!(card["weeks"].as_array().expect("weeks").len(), 8, "weeks of the other question are not drawn");
}

async fn what_was_to_end_has_not_fallen_silent(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let signals = (9..70_i64).flat_map(|day| (0..2).map(move |n| said(&format!("{day}-{n}"), 8, "qr", &ago(day))));
    app.append(signals.collect()).await;
    assert_eq!(run(&app).await.found, 1);
    app.versions.0.lock().expect("no test panics within").1 = true;
    assert_eq!(run(&app).await.gone, 1);
}

async fn a_question_that_is_asked_no_more_is_not_counted(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    run(&app).await;
    app.get("/understand/insights").await.ok().shows("Open 1");
    db.execute("UPDATE insights SET card = replace(card, '\"question\":\"nps\"', '\"question\":\"old\"')").await;
    let page = app.get("/understand/insights").await.ok();
    page.shows("Open 0").shows("No insight is open");
}

async fn the_worth_of_a_move_has_the_range_of_the_move(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    stated(&app, "point", 100.0, 100.0).await;
    run(&app).await;
    let row = rows(&app).await.remove(0);
    let card: serde_json::Value = serde_json::from_str(&row.card).expect("JSON");
    let change = 100.0 * card["change"].as_f64().expect("a number").abs();
    let page = app.get(&format!("/understand/insights/{}", row.id)).await.ok();
    let said = page.body.split("At stake: ").nth(1).and_then(|rest| rest.split(" a year").next()).expect("a worth");
    let ends: Vec<f64> = said.split(" to ").map(|end| end.replace(',', "").trim().parse().expect(end)).collect();
    assert!(ends[0] < change - 100.0 && ends[1] > change + 100.0, "{ends:?} around {change}");
}
