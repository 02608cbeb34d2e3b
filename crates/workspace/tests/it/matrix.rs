//! Every route refuses whoever its table says it refuses.

use axum::http::Method;
use kernel::Role;
use testkit::Db;
use ui::http::Access;

use crate::harness::{Browser, Page, app};

testkit::on_sqlite!(every_route_keeps_its_word);
testkit::on_both!(what_no_id_can_be_is_not_found);

async fn ask(browser: &Browser<'_>, method: &Method, path: &str) -> Page {
    match *method {
        Method::GET => browser.get(path).await,
        _ => browser.post(path, &[]).await,
    }
}

async fn every_route_keeps_its_word(db: Db) {
    let app = app(&db).await;
    let routes = workspace::routes();
    assert!(routes.table().len() > 25);
    let mut browsers = Vec::new();
    for role in Role::ALL {
        browsers.push((role, app.signed_in(role).await.1));
    }
    for route in routes.table() {
        let path = route.path.replace(['{', '}'], "");
        let Access::Member(least) = route.access else {
            assert_eq!(route.access, Access::Public, "{path}");
            continue;
        };
        let stranger = ask(&app.browser(), &route.method, &path).await;
        assert!(
            stranger.status == 303 && stranger.to.starts_with("/login"),
            "{} {path}: {}",
            route.method,
            stranger.status
        );
        for (role, id) in &browsers {
            let browser = app.as_member(id).await;
            let status = ask(&browser, &route.method, &path).await.status.as_u16();
            assert_eq!(status == 403, *role < least, "{role} {} {path}: {status}", route.method);
            assert!(status < 500, "{role} {} {path}: {status}", route.method);
        }
    }
}

/// PostgreSQL takes no NUL in a text; SQLite does.
async fn what_no_id_can_be_is_not_found(db: Db) {
    let app = app(&db).await;
    let (owner, _) = app.signed_in(Role::Owner).await;
    let long = "x".repeat(5_000);
    for odd in ["%00", "a%00b", "%F0%9F%92%A9", "..%2f..", &long] {
        let routes = workspace::routes();
        for route in routes.table().iter().filter(|route| route.path.contains('{')) {
            let (before, rest) = route.path.split_once('{').expect("it has a hole");
            let path = format!("{before}{odd}{}", rest.split_once('}').expect("it ends").1);
            let page = match route.method {
                Method::GET => owner.get(&path).await,
                // A whole form, so that nothing else is refused first.
                _ => owner.post(&path, &[("role", "viewer"), ("name", "x")]).await,
            };
            let status = page.status.as_u16();
            assert!(matches!(status, 404 | 410), "{} {}: {status}", route.method, route.path);
        }
    }
    let guest = app.browser();
    guest.post("/login", &[("email", "a\0b@example.com"), ("password", "\0")]).await.is(422);
    // Forms lose it on their way in, as nobody types it, and the rest is kept.
    owner.post("/settings/teams", &[("name", "a\0b")]).await.is(303);
    let teams = owner.get("/settings/teams").await;
    assert!(teams.body.contains("ab") && !teams.body.contains('\0'));
}
