//! What becomes of findings from run to run: each is kept once, put aside for as long as it stays the same, and gone when it
//! is not true any more.

use kernel::ImportId;
use kernel::signal::Signal;
use kernel::time::{DAY, HOUR, MINUTE};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::entity::{case, insight};
use testkit::{Db, START};
use understand::insights::{Told, detect, step};

use crate::harness::{App, More, app, said};
use crate::insights::{rows, run, soho_falls, waits};
use crate::insights_texts::restaurant;

testkit::on_both!(
    two_runs_at_once_keep_each_finding_once,
    what_was_gone_long_ago_is_found_again_beside_thousands,
    an_open_insight_is_not_hidden_behind_those_that_are_gone,
    a_finding_that_comes_and_goes_is_the_same_still,
    what_comes_again_long_after_is_not_put_aside_any_more,
    a_cause_whose_answers_were_taken_back_is_gone,
    a_cause_that_nobody_names_any_more_is_gone,
    complaints_are_looked_after_without_anything_new_in_the_log,
    the_busy_survey_is_watched_among_many,
);

fn of(import: &ImportId, signals: Vec<Signal>) -> Vec<Signal> {
    signals.into_iter().map(|signal| Signal { import: Some(import.clone()), ..signal }).collect()
}

async fn undo(app: &App, import: &ImportId) {
    let txn = app.store.write().await.expect("a write begins");
    store::log::withdraw(&txn, app.ws, import).await.expect("it is withdrawn");
    txn.commit().await.expect("the write is kept");
}

/// A finding that was made before and is gone.
fn gone(app: &App, n: usize) -> insight::ActiveModel {
    insight::ActiveModel {
        id: Set(format!("old{n}")),
        workspace_id: Set(app.ws.0),
        key: Set(format!("cause:visit:nps:word{n}")),
        kind: Set("cause".into()),
        survey: Set(Some("visit".into())),
        topic: Set(None),
        card: Set("{}".into()),
        print: Set("1".into()),
        rank: Set(1e6),
        people: Set(10),
        sure: Set("clear".into()),
        owner: Set(None),
        found_at: Set(START.0),
        changed_at: Set(START.0),
        seen_at: Set(START.0),
        gone_at: Set(Some(START.0)),
        dismissed_at: Set(None),
        dismissed_by: Set(None),
        dismissed_print: Set(None),
    }
}

async fn keep(app: &App, rows: Vec<insight::ActiveModel>) {
    for some in rows.chunks(500) {
        let insert = insight::Entity::insert_many(some.to_vec());
        insert.exec_without_returning(app.store.reads()).await.expect("kept");
    }
}

async fn two_runs_at_once_keep_each_finding_once(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    let detect = || detect(&app.store, &app.lake, &*app.versions, app.ws);
    let (one, other, third) = tokio::join!(detect(), detect(), detect());
    let told = [one, other, third].map(|told| told.expect("it does not stumble over the others"));
    assert_eq!(told.iter().map(|told| told.found).sum::<usize>(), 1, "{told:?}");
    assert_eq!(rows(&app).await.len(), 1);
}

async fn what_was_gone_long_ago_is_found_again_beside_thousands(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    let mut old = gone(&app, 0);
    (old.key, old.kind, old.seen_at) = (Set("moved:visit:nps".into()), Set("moved".into()), Set(0));
    let others = (1..=2_100).map(|n| gone(&app, n));
    keep(&app, std::iter::once(old).chain(others).collect()).await;
    run(&app).await;
    let found = insight::Entity::find_by_id("old0").one(app.store.reads()).await.expect("read").expect("there");
    assert_eq!(found.gone_at, None, "it is the same one, and there again");
}

async fn an_open_insight_is_not_hidden_behind_those_that_are_gone(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    run(&app).await;
    let card = rows(&app).await.remove(0).card;
    let others = (1..=600).map(|n| insight::ActiveModel { card: Set(card.clone()), ..gone(&app, n) });
    keep(&app, others.collect()).await;
    app.get("/understand/insights").await.ok().shows("NPS of Your visit fell by");
    app.get("/home").await.ok().shows("Most of it comes from branch Soho");
}

async fn a_finding_that_comes_and_goes_is_the_same_still(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let import = ImportId::from_outside("imp_1");
    app.append(of(&import, soho_falls(0))).await;
    run(&app).await;
    let found = rows(&app).await.remove(0);
    app.post(&format!("/understand/insights/{}/dismiss", found.id), "").await;
    undo(&app, &import).await;
    assert_eq!(run(&app).await.gone, 1);
    db.clock.advance(HOUR);
    app.append(soho_falls(0)).await;
    assert_eq!(run(&app).await, Told::default(), "nobody has to look again");
    let again = rows(&app).await.remove(0);
    assert_eq!((again.gone_at, again.changed_at), (None, found.changed_at));
    assert!(
        again.dismissed_at.is_some() && again.dismissed_print.as_deref() == Some(again.print.as_str()),
        "{again:?}"
    );
}

async fn what_comes_again_long_after_is_not_put_aside_any_more(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let import = ImportId::from_outside("imp_1");
    app.append(of(&import, soho_falls(0))).await;
    run(&app).await;
    let found = rows(&app).await.remove(0);
    app.post(&format!("/understand/insights/{}/dismiss", found.id), "").await;
    undo(&app, &import).await;
    run(&app).await;
    db.clock.advance(200 * DAY);
    let later = soho_falls(0).into_iter().map(|signal| {
        let at = signal.occurred_at.plus(200 * DAY).to_string();
        Signal { body: signal.body, ..said(&signal.source_id, 0, &signal.channel, &at) }
    });
    app.append(later.collect()).await;
    assert_eq!(run(&app).await.changed, 1);
    let again = rows(&app).await.remove(0);
    assert_eq!((again.id.as_str(), again.gone_at), (found.id.as_str(), None));
    assert_eq!((again.dismissed_at, again.dismissed_by, again.dismissed_print), (None, None, None), "another fall");
    assert!(again.changed_at > found.changed_at, "and news");
}

async fn causes(app: &App) -> Vec<insight::Model> {
    rows(app).await.into_iter().filter(|row| row.kind == "cause" && row.gone_at.is_none()).collect()
}

async fn looked(app: &App) -> bool {
    step(&app.store, &app.lake, &*app.versions, app.ws).await.expect("a step")
}

async fn a_cause_whose_answers_were_taken_back_is_gone(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let import = ImportId::from_outside("imp_1");
    app.append(of(&import, restaurant())).await;
    assert!(looked(&app).await);
    assert_eq!(causes(&app).await.len(), 1);
    undo(&app, &import).await;
    db.clock.advance(20 * MINUTE);
    assert!(looked(&app).await);
    assert!(causes(&app).await.is_empty(), "nobody has said so");
    // Some that are taken back count as well, though there are enough others.
    app.append(restaurant()).await;
    let import = ImportId::from_outside("imp_2");
    db.clock.advance(20 * MINUTE);
    assert!(looked(&app).await);
    let few = (0..25).map(|n| said(&format!("few{n}"), 3, "qr", &START.to_string()).text("The bins again"));
    app.append(of(&import, few.collect())).await;
    db.clock.advance(20 * MINUTE);
    assert!(looked(&app).await);
    let before = causes(&app).await.remove(0);
    undo(&app, &import).await;
    db.clock.advance(20 * MINUTE);
    assert!(looked(&app).await);
    assert!(causes(&app).await[0].seen_at > before.seen_at, "it was searched for anew");
}

async fn a_cause_that_nobody_names_any_more_is_gone(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(restaurant()).await;
    assert!(looked(&app).await);
    assert_eq!(causes(&app).await.len(), 1);
    // Nothing has come since: what was said is out of the days that are looked at.
    db.clock.advance(130 * DAY);
    assert!(looked(&app).await);
    assert!(causes(&app).await.is_empty(), "that was four months ago");
}

async fn complaints_are_looked_after_without_anything_new_in_the_log(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    let late = waits("late", START.minus(5 * DAY), Some("anna"), app.ws.0);
    case::Entity::insert(late).exec_without_returning(app.store.reads()).await.expect("a case");
    assert!(looked(&app).await);
    assert_eq!(rows(&app).await.len(), 1);
    case::Entity::update_many()
        .col_expr(case::Column::AnsweredAt, Expr::value(START.0))
        .filter(case::Column::Id.eq("late"))
        .exec(app.store.reads())
        .await
        .expect("it is answered");
    db.clock.advance(6 * MINUTE);
    assert!(looked(&app).await);
    assert!(rows(&app).await[0].gone_at.is_some(), "nobody waits any more");
}

async fn the_busy_survey_is_watched_among_many(db: Db) {
    let app = app(&db).await;
    app.survey("visit", &testkit::nps_survey()).await;
    app.append(soho_falls(0)).await;
    db.clock.advance(MINUTE);
    for n in 0..45 {
        app.survey(&format!("new{n}"), &testkit::nps_survey()).await;
    }
    assert_eq!(run(&app).await.found, 1, "it is the only one with answers");
}
