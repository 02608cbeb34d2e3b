use axum::http::StatusCode;
use kernel::Value;
use kernel::signal::Signal;
use kernel::survey::Survey;
use testkit::Db;

use crate::harness::{App, More, app, said};

testkit::on_both!(nobody_can_be_singled_out);

const TODAY: &str = "2026-11-22T08:00:00Z";

fn worker(i: usize, score: i32) -> Signal {
    let office = if i.is_multiple_of(4) { "Malmö" } else { "Lund" };
    let signal = said(&format!("w{i}"), score, "link", TODAY).known("Office", Value::Text(office.into()));
    signal.text(&format!("text {i}"))
}

async fn path(app: &App) -> String {
    let survey = Survey { anonymous: true, ..testkit::nps_survey() };
    format!("/understand/surveys/{}", app.survey("visit", &survey).await.id)
}

async fn nobody_can_be_singled_out(db: Db) {
    let app = app(&db).await;
    let path = path(&app).await;
    app.append((0..4).map(|i| worker(i, 10)).collect()).await;
    let page = app.get(&path).await.ok();
    page.shows("Fewer than five have finished").hides("text 1");

    // Nine: five are counted, and the four after them change nothing.
    app.append(vec![worker(4, 10)]).await;
    let five = app.get(&path).await.ok();
    assert_eq!((five.tile("Responses").as_str(), five.tile("NPS").as_str()), ("5", "100"));
    let live = five.link("/live?");
    for i in 5..9 {
        app.append(vec![worker(i, 0)]).await;
        let page = app.get(&path).await.ok();
        assert_eq!((page.tile("Responses").as_str(), page.tile("NPS").as_str()), ("5", "100"), "{i}");
        page.hides("text 5").hides("text 8");
        assert_eq!(app.get(&live).await.status, StatusCode::NO_CONTENT, "{i}");
    }
    app.append(vec![worker(9, 0)]).await;
    let ten = app.get(&live).await.ok();
    assert_eq!((ten.tile("Responses").as_str(), ten.tile("NPS").as_str()), ("10", "0"));

    // Three of ten are in Malmö: only Lund could be shown, and of its seven five are.
    let page = app.get(&format!("{path}?by=attr_office")).await.ok();
    page.shows("Lund").hides("Malmö").hides("/understand/responses/").hides("/answers");

    // No filter and no list, whoever makes up the address.
    for query in ["channel=link", "attr_office=Malm%C3%B6", "from=2026-11-22&to=2026-11-22", "none=attr_office"] {
        assert_eq!(app.get(&format!("{path}?{query}")).await.ok().tile("Responses"), "10", "{query}");
    }
    assert_eq!(app.get(&format!("{path}/answers")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let uid = kernel::Uid::of(app.ws, "api:visit", "w1");
    assert_eq!(app.get(&format!("/understand/responses/{uid}")).await.status, StatusCode::NOT_FOUND);
    app.get("/understand").await.ok().shows("anonymous: open it");
    app.get("/home").await.ok().hides("NPS");
}
