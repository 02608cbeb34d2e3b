//! One's own account: name, language, password, sessions.

use kernel::Role;
use testkit::Db;

use crate::harness::{PASSWORD, app};

testkit::on_both!(a_new_password_ends_everything_else, one_ends_ones_other_sessions, a_profile_is_ones_own);

async fn a_new_password_ends_everything_else(db: Db) {
    let app = app(&db).await;
    let member = app.with_password(Role::Agent).await;
    let (here, there) = (app.as_member(&member.id()).await, app.as_member(&member.id()).await);
    let link = workspace::members::link(&app.store, app.ws, &member.email).await.unwrap();
    let before = here.session().unwrap();
    let new = "fyra röda päron";
    let change = |current, password| [("current", current), ("password", password)];
    here.post("/settings/me/password", &change("wrong one here", new)).await.refuses("not your current password");
    here.post("/settings/me/password", &change(PASSWORD, "tooshort")).await.refuses("At least");
    here.post("/settings/me/password", &change(PASSWORD, &member.email)).await.refuses("among the first");
    assert!(there.is_in().await);

    here.post("/settings/me/password", &change(PASSWORD, new)).await.leads_to("/settings/me");
    assert_ne!(here.session().unwrap(), before);
    assert!(here.is_in().await);
    assert!(!there.is_in().await);
    assert!(app.store.session(&before).await.unwrap().is_none());
    app.browser().post(&format!("/start/{link}"), &[]).await.is(410);
    let browser = app.browser();
    browser.post("/login", &[("email", &member.email), ("password", PASSWORD)]).await.is(422);
    browser.post("/login", &[("email", &member.email), ("password", new)]).await.leads_to("/");
}

async fn one_ends_ones_other_sessions(db: Db) {
    let app = app(&db).await;
    let (here, id) = app.signed_in(Role::Viewer).await;
    let there = app.as_member(&id).await;
    let (stranger, _) = app.signed_in(Role::Viewer).await;
    let page = here.get("/settings/me").await;
    page.shows("This browser");
    page.shows("Another browser");
    here.post("/settings/me/sessions/end", &[]).await.leads_to("/settings/me");
    assert!(here.is_in().await);
    assert!(!there.is_in().await);
    assert!(stranger.is_in().await);
    assert!(!here.get("/settings/me").await.body.contains("Another browser"));
}

async fn a_profile_is_ones_own(db: Db) {
    let app = app(&db).await;
    let (browser, id) = app.signed_in(Role::Viewer).await;
    let (_, other) = app.signed_in(Role::Viewer).await;
    // What the form does not offer is not taken: no role, no other member.
    let fields =
        [("name", " سارا  رضایی "), ("locale", "fa"), ("role", "owner"), ("id", other.as_str()), ("email", "x@y.z")];
    browser.post("/settings/me", &fields).await.leads_to("/settings/me");
    let me = app.member(&id).await;
    assert_eq!((me.name.as_str(), me.locale.as_str(), me.role()), ("سارا رضایی", "fa", Role::Viewer));
    assert_ne!(me.email, "x@y.z");
    assert_eq!(app.member(&other).await.name, "viewer");
    browser.get("/settings/me").await.shows("مشخصات شما");
    browser.post("/settings/me", &[("name", ""), ("locale", "tlh")]).await.is(422);
    browser.post("/settings/me", &[("name", "a\u{202e}b"), ("locale", "fa")]).await.is(422);
    assert_eq!(app.member(&id).await.name, "سارا رضایی");
    browser.get("/settings").await.leads_to("/settings/me");
}
