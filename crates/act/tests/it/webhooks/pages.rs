//! Who may see and change endpoints.

use act::webhooks::ENDPOINTS_MAX;
use axum::http::StatusCode;
use kernel::{Role, WorkspaceId};
use sea_orm::EntityTrait;
use store::workspaces::{self, NewWorkspace};
use testkit::{Db, Receiver};

use super::{courier, deliveries, drain, endpoint, row};
use crate::{App, app};

testkit::on_both!(
    endpoints_of_others_look_missing,
    a_test_event_shows_what_came_back,
    a_form_says_what_is_wrong,
    none_is_one_too_many
);

/// The same installation, seen from another workspace.
async fn other_admin(app: &App) -> String {
    let txn = app.store.write().await.expect("a write begins");
    let ws: WorkspaceId =
        workspaces::add(&txn, &NewWorkspace { name: "other", ..NewWorkspace::default() }).await.expect("made");
    txn.commit().await.expect("kept");
    let member = testkit::member(&app.store, ws, Role::Admin).await;
    let txn = app.store.write().await.expect("a write begins");
    let secret = store::sessions::open(&txn, ws, &member).await.expect("a session opens");
    txn.commit().await.expect("kept");
    secret
}

async fn endpoints_of_others_look_missing(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let (admin, other) = (app.signs_in(Role::Admin).await, other_admin(&app).await);
    let (id, _) = endpoint(&app, &admin, "http://office.example/no", &[]).await;
    let (theirs, _) = endpoint(&app, &other, "http://office.example/ok/theirs", &[]).await;
    app.complains("r1", "a@x.example").await;
    drain(&courier(&app, &receiver)).await;
    assert!(deliveries(&app, &theirs).await.is_empty(), "what happens here is not theirs");
    let delivery = deliveries(&app, &id).await.remove(0).id;
    assert!(!app.get(&other, "/settings/webhooks").await.contains(&id));
    for path in ["", "/switch", "/secret", "/test", "/replay", "/remove", "/restore"] {
        let form = [("name", "x"), ("url", "http://evil.example/"), ("which", "all")];
        let (status, ..) = app.post(&other, &format!("/settings/webhooks/{id}{path}"), &form).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    // One's own endpoint is no way to others' deliveries.
    let (status, ..) =
        app.post(&other, &format!("/settings/webhooks/{theirs}/deliveries/{delivery}/replay"), &[]).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let kept = row(&app, &id).await;
    assert_eq!((kept.url.as_str(), kept.is_on, kept.removed_at), ("http://office.example/no", true, None));
    let manager = app.signs_in(Role::Manager).await;
    let (status, ..) = app.post(&manager, &format!("/settings/webhooks/{id}/test"), &[]).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}

async fn a_test_event_shows_what_came_back(db: Db) {
    let (app, receiver) = (app(&db).await, Receiver::start().await);
    let admin = app.signs_in(Role::Admin).await;
    let (id, secret) = endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    app.post(&admin, &format!("/settings/webhooks/{id}/test"), &[]).await;
    drain(&courier(&app, &receiver)).await;
    assert!(super::verify(&secret, &receiver.heard()).is_empty());
    let page = app.get(&admin, &format!("/settings/webhooks/{id}?state=delivered")).await;
    assert!(page.contains("Test event") && page.contains("Answered with") && page.contains("200"), "{page}");
    let delivery = deliveries(&app, &id).await.remove(0);
    let page = app.get(&admin, &format!("/settings/webhooks/{id}/deliveries/{}", delivery.id)).await;
    assert!(page.contains("&lt;script&gt;") && page.contains(&delivery.id), "{page}");
    let again = format!("/settings/webhooks/{id}/deliveries/{}/replay", delivery.id);
    assert_eq!(app.post(&admin, &again, &[]).await.0, StatusCode::UNPROCESSABLE_ENTITY, "it is delivered");

    for _ in 0..2 {
        app.post(&admin, &format!("/settings/webhooks/{id}/switch"), &[("to", "off")]).await;
    }
    let (status, ..) = app.post(&admin, &format!("/settings/webhooks/{id}/test"), &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "it is off");
    app.post(&admin, &format!("/settings/webhooks/{id}/remove"), &[]).await;
    assert!(!app.get(&admin, "/settings/webhooks").await.contains(&id));
    app.post(&admin, &format!("/settings/webhooks/{id}/restore"), &[]).await;
    assert!(app.get(&admin, "/settings/webhooks").await.contains(&id));
}

async fn a_form_says_what_is_wrong(db: Db) {
    let app = app(&db).await;
    let admin = app.signs_in(Role::Admin).await;
    let form = [("name", ""), ("url", "nowhere"), ("which", "some")];
    let (status, _, page) = app.post(&admin, "/settings/webhooks", &form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["f-name-error", "f-url-error", "Choose at least one event"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for n in 0..act::webhooks::ENDPOINTS_MAX {
        endpoint(&app, &admin, &format!("http://office.example/{n}"), &[]).await;
    }
    let form = [("name", "One more"), ("url", "http://office.example/"), ("which", "all")];
    let (status, ..) = app.post(&admin, "/settings/webhooks", &form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let all = act::webhooks::entity::endpoint::Entity::find().all(app.store.reads()).await.expect("read");
    assert_eq!(all.len() as u64, act::webhooks::ENDPOINTS_MAX);
}

async fn none_is_one_too_many(db: Db) {
    let app = app(&db).await;
    let admin = app.signs_in(Role::Admin).await;
    let (first, _) = endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    for _ in 1..ENDPOINTS_MAX {
        endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    }
    let form = [("name", "One more"), ("url", "http://office.example/ok"), ("which", "all")];
    assert_eq!(app.post(&admin, "/settings/webhooks", &form).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    app.post(&admin, &format!("/settings/webhooks/{first}/remove"), &[]).await;
    endpoint(&app, &admin, "http://office.example/ok", &[]).await;
    let (status, ..) = app.post(&admin, &format!("/settings/webhooks/{first}/restore"), &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "its place is taken");
    assert!(row(&app, &first).await.removed_at.is_some());
}
