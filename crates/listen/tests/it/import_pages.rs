//! A member imports a file in the browser.

use std::time::Duration;

use axum::http::StatusCode;
use kernel::Role;
use testkit::Db;

use crate::app::{App, Browser, Seen};
use crate::imports::SAMPLE;

testkit::on_both!(
    a_file_is_uploaded_looked_at_and_imported,
    mistakes_stand_beside_their_fields,
    doors_open_by_role_and_workspace,
);

testkit::on_sqlite!(import_pages_can_be_looked_at);

const ROLES: [(&str, &str); 8] = [
    ("role.0", "id"),
    ("role.1", "time"),
    ("format.1", "%Y-%m-%d %H:%M"),
    ("role.2", "attribute"),
    ("role.3", "nps"),
    ("role.4", "text"),
    ("role.5", "choices"),
    ("separator.5", ";"),
];

async fn uploaded(manager: &Browser<'_>, name: &str) -> String {
    let sent = manager.upload("/listen/imports", &[("survey", ""), ("name", name)], "visits.csv", SAMPLE).await;
    sent.see_other().location().to_owned()
}

/// The page once the import is over.
async fn over(manager: &Browser<'_>, page: &str) -> Seen {
    for _ in 0..200 {
        let seen = manager.get(page).await.ok();
        if !seen.text.contains("Running") {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the import does not end");
}

async fn a_file_is_uploaded_looked_at_and_imported(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let form = manager.get("/listen/imports/new").await.ok();
    assert!(form.text.contains("multipart/form-data") && form.text.contains("256"), "{}", form.text);
    let page = uploaded(&manager, "Visits").await;
    let look = manager.get(&page).await.ok();
    for words in ["stood out", "Bins too close", "scores from", "Recommendation, 0 to 10"] {
        assert!(look.text.contains(words), "no {words} in {}", look.text);
    }
    assert!(app.log().await.is_empty(), "nothing is written before the start");

    manager.post(&page, &ROLES).await.see_other();
    let look = manager.get(&page).await.ok();
    assert!(look.text.contains("value=\"%Y-%m-%d %H:%M\"") && look.text.contains("name=\"separator.5\""));
    let fields: Vec<_> = ROLES.into_iter().chain([("start", "1")]).collect();
    manager.post(&page, &fields).await.see_other();
    let seen = over(&manager, &page).await;
    assert!(seen.text.contains("Done") && seen.text.contains("is not between"), "{}", seen.text);
    assert!(seen.text.contains("/understand/surveys/srv_"));
    assert_eq!(app.log().await.len(), 4);
    // A second click on the same button starts nothing.
    manager.post(&page, &fields).await.see_other();
    assert_eq!(app.log().await.len(), 4);

    let second = uploaded(&manager, "visits").await;
    manager.post(&second, &fields).await.see_other();
    assert!(over(&manager, &second).await.text.contains("were there already"));
    manager.post(&format!("{page}/undo"), &[]).await.see_other();
    assert!(app.log().await.is_empty());
    assert!(manager.get(&page).await.ok().text.contains("It was undone"));
    let list = manager.get("/listen/imports").await.ok();
    assert!(list.text.contains("Undone") && list.text.contains("visits.csv"));
    assert_eq!(manager.post(&format!("{page}/again"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let third = uploaded(&manager, "visits").await;
    manager.post(&format!("{third}/undo"), &[]).await.see_other();
    assert_eq!(manager.get(&third).await.status, StatusCode::NOT_FOUND, "a file that waits is thrown away");
}

async fn mistakes_stand_beside_their_fields(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let refused = |seen: Seen, words: &str| {
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", seen.text);
        assert!(seen.text.contains(words), "no {words} in {}", seen.text);
    };
    refused(manager.upload("/listen/imports", &[("name", "Visits")], "", "").await, "must be filled in");
    refused(manager.upload("/listen/imports", &[("name", "★")], "v.csv", SAMPLE).await, "letter or digit");
    refused(manager.upload("/listen/imports", &[("name", "V")], "v.csv", "%PDF-1.7").await, "CSV or XLSX");
    let page = uploaded(&manager, "Visits").await;
    refused(manager.post(&page, &[("role.0", "id"), ("role.2", "id")]).await, "Only one column");
    let typed = "value=\"Mars/Olympus\"";
    refused(manager.post(&page, &[("role.1", "time"), ("tz.1", "Mars/Olympus")]).await, typed);
    manager.post(&page, &[("role.3", "rating"), ("scale.3", "1-7"), ("start", "1")]).await.see_other();
    over(&manager, &page).await;
    let other = uploaded(&manager, "visits").await;
    let seen = manager.post(&other, &[("role.3", "nps"), ("start", "1")]).await;
    refused(seen, "rating:scale=1-7");
    manager.post(&format!("{other}/undo"), &[]).await.see_other();
}

async fn doors_open_by_role_and_workspace(db: Db) {
    let app = App::new(&db).await;
    let (manager, viewer) = (app.member(Role::Manager).await, app.member(Role::Viewer).await);
    let page = uploaded(&manager, "Visits").await;
    assert!(viewer.get("/listen/imports").await.ok().text.contains("visits.csv"));
    assert_eq!(viewer.upload("/listen/imports", &[("name", "V")], "v.csv", SAMPLE).await.status, StatusCode::FORBIDDEN);
    for path in [page.as_str(), "/listen/imports/new"] {
        assert_eq!(viewer.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in [page.clone(), format!("{page}/undo"), format!("{page}/again")] {
        assert_eq!(viewer.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let txn = app.store.write().await.expect("a write");
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.expect("made");
    txn.commit().await.expect("kept");
    let member = testkit::member(&app.store, other, Role::Owner).await;
    let txn = app.store.write().await.expect("a write");
    let secret = store::sessions::open(&txn, other, &member).await.expect("opened");
    txn.commit().await.expect("kept");
    let stranger = app.holding(&secret);
    assert_eq!(stranger.get(&page).await.status, StatusCode::NOT_FOUND);
    for path in [page.clone(), format!("{page}/undo"), format!("{page}/again")] {
        assert_eq!(stranger.post(&path, &[("start", "1")]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!stranger.get("/listen/imports").await.ok().text.contains("visits.csv"));
    manager.get(&page).await.ok();
    for language in ["fa", "ar", "sv"] {
        let reader = app.member(Role::Manager).await.speaking(language).await;
        for path in [page.as_str(), "/listen/imports", "/listen/imports/new"] {
            let seen = reader.get(path).await.ok();
            assert!(seen.text.contains(&format!("lang=\"{language}\"")), "{path}");
        }
    }
    manager.post(&format!("{page}/undo"), &[]).await.see_other();
}

/// With `NABZ_LOOK=folder`, the pages are written there.
async fn import_pages_can_be_looked_at(db: Db) {
    let app = App::new(&db).await;
    let write = |name: String, html: &str| {
        if let Ok(folder) = std::env::var("NABZ_LOOK") {
            std::fs::write(std::path::Path::new(&folder).join(name + ".html"), html).expect("it is written");
        }
    };
    for language in ["en", "fa"] {
        let manager = app.member(Role::Manager).await.speaking(language).await;
        write(format!("imports-new-{language}"), &manager.get("/listen/imports/new").await.ok().text);
        let page = uploaded(&manager, "Visits").await;
        write(format!("imports-look-{language}"), &manager.get(&page).await.ok().text);
        let wrong = manager.post(&page, &[("role.1", "time"), ("tz.1", "Mars/Olympus")]).await;
        write(format!("imports-wrong-{language}"), &wrong.text);
        let fields: Vec<_> = ROLES.into_iter().chain([("start", "1")]).collect();
        manager.post(&page, &fields).await.see_other();
        write(format!("imports-running-{language}"), &manager.get(&page).await.ok().text);
        tokio::time::sleep(Duration::from_secs(1)).await;
        write(format!("imports-done-{language}"), &manager.get(&page).await.ok().text);
        let waiting = uploaded(&manager, "Visits").await;
        write(format!("imports-list-{language}"), &manager.get("/listen/imports").await.ok().text);
        manager.post(&format!("{waiting}/undo"), &[]).await.see_other();
    }
}
