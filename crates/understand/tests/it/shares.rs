use axum::http::StatusCode;
use kernel::Role;
use kernel::time::DAY;
use testkit::Db;

use crate::harness::{App, app};
use crate::report::{everything, full};

testkit::on_both!(an_address_shows_chosen_questions_until_it_is_withdrawn, words_are_for_those_who_may);

async fn filled(app: &App) -> String {
    let survey = everything();
    let path = format!("/understand/surveys/{}", app.survey("all", &survey).await.id);
    app.append((0..32).map(|n| full(&survey, n)).collect()).await;
    path
}

fn address(body: &str) -> String {
    let rest = body.split("/r/").nth(1).or(body.split("&#x2f;r&#x2f;").nth(1)).expect("an address");
    let token: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("/r/{token}")
}

async fn an_address_shows_chosen_questions_until_it_is_withdrawn(db: Db) {
    let app = app(&db).await;
    let path = filled(&app).await;
    app.get(&format!("{path}/shares")).await.ok().shows("Shared with nobody yet").hides("About email");
    let none = app.post(&format!("{path}/shares"), "name=Board").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = "name=Board&question=nps&question=choice&question=text&question=email&until=2026-11-24";
    let made = app.post(&format!("{path}/shares"), form).await.ok();
    let public = address(&made.body);
    let page = app.public(&public).await.ok();
    page.shows("About nps").shows("30 people").hides("About csat").hides("About email").hides("said by");
    page.hides("/understand").hides("the garden").hides("Board");
    // The address is not kept, and is shown once.
    app.get(&format!("{path}/shares")).await.ok().shows("Board").hides(&public);
    assert_eq!(app.public("/r/nothing").await.status, StatusCode::NOT_FOUND);

    let words = app.post(&format!("{path}/shares"), "name=Two&question=text&verbatims=1").await.ok();
    app.public(&address(&words.body)).await.ok().shows("said by number");

    let revoke = app.get(&format!("{path}/shares")).await.ok().forms("/revoke");
    assert_eq!(revoke.len(), 2);
    for action in &revoke {
        assert_eq!(app.post(action, "").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(app.public(&public).await.status, StatusCode::NOT_FOUND);
    for action in &revoke {
        app.post(&action.replace("/revoke", "/restore"), "").await;
    }
    app.public(&public).await.ok();
    db.clock.advance(3 * DAY);
    assert_eq!(app.public(&public).await.status, StatusCode::NOT_FOUND);

    let other = app.elsewhere().await;
    assert_eq!(other.get(&format!("{path}/shares")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&revoke[0], "").await.status, StatusCode::NOT_FOUND);
    let viewer = app.reader(Role::Viewer).await;
    assert_eq!(viewer.get(&format!("{path}/shares")).await.status, StatusCode::FORBIDDEN);
}

async fn words_are_for_those_who_may(db: Db) {
    let app = app(&db).await;
    let path = filled(&app).await;
    let viewer = app.reader(Role::Viewer).await;
    let list = format!("{path}/answers?question=text");
    viewer.get(&list).await.ok().shows("said by number");
    let response = viewer.get(&list).await.links("/understand/responses/")[0].clone();
    viewer.get(&response).await.ok().shows("said by number");
    assert_eq!(app.post(&format!("{path}/verbatims"), "role=owner").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(&format!("{path}/verbatims"), "role=manager").await.status, StatusCode::SEE_OTHER);
    for page in [path.clone(), format!("{path}/report"), list.clone(), response.clone()] {
        viewer.get(&page).await.ok().hides("said by number").hides("the garden").hides("@example.com");
    }
    let agent = app.reader(Role::Agent).await;
    assert_eq!(agent.get(&format!("{path}/export?format=csv")).await.status, StatusCode::FORBIDDEN);
    for page in [&path, &format!("{path}/report"), &list, &response] {
        app.get(page).await.ok().shows("said by number");
    }
}
