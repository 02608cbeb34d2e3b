//! Every route refuses whoever its table says it refuses.

use axum::http::Method;
use kernel::Role;
use testkit::Db;
use ui::http::Access;

use crate::harness::{Browser, Page, app};

testkit::on_sqlite!(every_route_keeps_its_word);

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
        assert!(stranger.status == 303 && stranger.to.starts_with("/login"), "{} {path}: {}", route.method, stranger.status);
        for (role, id) in &browsers {
            let browser = app.as_member(id).await;
            let status = ask(&browser, &route.method, &path).await.status.as_u16();
            assert_eq!(status == 403, *role < least, "{role} {} {path}: {status}", route.method);
            assert!(status < 500, "{role} {} {path}: {status}", route.method);
        }
    }
}
