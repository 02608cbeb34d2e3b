//! Goals: set, followed, closed and opened again.

use sea_orm::EntityTrait;
use testkit::Db;

use crate::harness::app;

testkit::on_both!(
    a_goal_is_set_and_followed,
    a_goal_begins_where_the_number_stood_last,
    satisfied_become_very_satisfied,
    what_is_wrong_is_told,
);

async fn a_goal_is_set_and_followed(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    // From NPS 20 upwards, four points each two weeks.
    for week in 0..12i64 {
        let promoters = 10 + (week / 2) as usize;
        app.answers("A", app.day(-84 + 7 * week), [promoters, 20 - promoters, 5]).await;
    }
    let (from, by) = (app.day(-60), app.day(28));
    let form = format!(
        "title=More+fans&number=visit%2Fnps&of=number&from=20&to=44&from_day={from}&by_day={by}&for.form=lines"
    );
    let page = app.post("/prove/goals/new", &form).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let goal = app.get(&page.to).await.ok();
    goal.shows("More fans").shows("On track").shows("Straight way to the target").shows("Everybody");
    app.get("/prove").await.ok().shows("More fans").shows("On track");
    let closed = app.post(&format!("{}/close", page.to), "").await;
    assert_eq!(closed.status, 303);
    app.get(&page.to).await.ok().shows("This goal is closed");
    app.get("/prove").await.ok().hides("More fans");
    app.get("/prove?closed=1").await.ok().shows("More fans");
    app.post(&format!("{}/reopen", page.to), "").await;
    app.get("/prove").await.ok().shows("More fans");
    assert_eq!(app.get("/prove/goals/goal_nobody").await.status, 404);
}

async fn a_goal_begins_where_the_number_stood_last(db: Db) {
    let app = app(&db).await;
    app.survey(&testkit::nps_survey()).await;
    app.answers("A", app.day(-300), [0, 0, 40]).await;
    app.answers("A", app.day(-130), [6, 2, 2]).await;
    let form = app.get("/prove/goals/new?number=visit/nps").await.ok();
    form.shows("It last stood at 40: 10 answers until");
    let days = format!("from_day={}&by_day={}", app.day(0), app.day(60));
    let sent = format!("title=Up&number=visit%2Fnps&of=number&to=%2B5&{days}&for.form=lines");
    let page = app.post("/prove/goals/new", &sent).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let row = store::entity::goal::Entity::find().one(app.store.reads()).await.expect("read").expect("a goal");
    assert_eq!((row.from_value, row.to_value), (40.0, 45.0));
}

/// R4: 10 % of those who gave the second best score are to give the best.
async fn satisfied_become_very_satisfied(db: Db) {
    let app = app(&db).await;
    let mut survey = testkit::nps_survey();
    survey.questions[0].kind = kernel::survey::Kind::Rating;
    survey.questions[0].scale = Some(kernel::survey::Scale { from: 1, to: 5 });
    app.survey(&survey).await;
    app.given("A", app.day(-10), &[(5, 30), (4, 50), (2, 20)]).await;
    let days = format!("from_day={}&by_day={}", app.day(-1), app.day(60));
    let form = format!("title=Fours+to+fives&number=visit%2Fnps&of=top&convert=10&{days}&for.form=lines");
    let page = app.post("/prove/goals/new", &form).await;
    assert_eq!(page.status, 303, "{}", page.body);
    // 30 % and a tenth of 50 %.
    app.get(&page.to).await.ok().shows("35%").shows("30%").shows("share of the very satisfied");
    let none = format!("title=None&number=visit%2Fnps&of=top&convert=0&{days}&for.form=lines");
    let page = app.post("/prove/goals/new", &none).await;
    assert_eq!(page.status, 422);
    page.shows("The target must differ from the start");
}

async fn what_is_wrong_is_told(db: Db) {
    let app = app(&db).await;
    let mut survey = testkit::nps_survey();
    survey.anonymous = true;
    app.survey(&survey).await;
    let page =
        app.post("/prove/goals/new", "number=visit%2Fnps&from=20&to=500&from_day=2026-11-22&by_day=2026-11-20").await;
    assert_eq!(page.status, 422);
    page.shows("This must be filled in").shows("The end must come after the start");
    let days = format!("from_day={}&by_day={}", app.day(0), app.day(60));
    let scoped = format!(
        "title=x&number=visit%2Fnps&from=20&to=30&{days}&for.form=lines&for.join=all&for.0.of=response.channel&for.0.is=answered"
    );
    let page = app.post("/prove/goals/new", &scoped).await;
    assert_eq!(page.status, 422);
    page.shows("Anonymity was promised in this survey");
    assert_eq!(app.post("/prove/goals/new", "number=visit%2Fgone&title=x").await.status, 422);
}
