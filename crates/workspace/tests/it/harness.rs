//! A server without a socket, and browsers that talk to it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::{MemberId, Role, WorkspaceId};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, QueryFilter};
use store::entity::member;
use store::{Store, sessions};
use testkit::{Clock, Db};
use tower::ServiceExt;
use ui::Pages;
use ui::http::{HomePart, Web, WebConfig, protect};
use workspace::{Cost, Passwords};

pub const PASSWORD: &str = "tre gröna äpplen";

pub struct App {
    pub store: Store,
    pub ws: WorkspaceId,
    pub clock: Clock,
    router: Router,
}

pub async fn app(db: &Db) -> App {
    app_with(db, Vec::new()).await
}

pub async fn app_with(db: &Db, parts: Vec<Arc<dyn HomePart>>) -> App {
    // What went wrong inside is in the output of a test that failed.
    let _ = tracing_subscriber::fmt().with_test_writer().with_max_level(tracing::Level::WARN).try_init();
    let (store, ws) = testkit::store(db).await;
    let pages = Pages::new([workspace::BUNDLE]).expect("templates and catalogues compile");
    let config =
        WebConfig { base_url: "http://nabz.example".into(), trusted_proxies: vec![], has_mail: false, demo: false };
    let web = Web::new(store.clone(), pages, config, parts);
    let routes = workspace::routes_with(Passwords::new(Cost::CHEAP));
    App { store, ws, clock: db.clock.clone(), router: protect(routes.into_router(), web) }
}

impl App {
    pub fn browser(&self) -> Browser<'_> {
        Browser { app: self, cookies: RefCell::default(), language: "en" }
    }

    /// A browser of a new member with this role.
    pub async fn signed_in(&self, role: Role) -> (Browser<'_>, MemberId) {
        let id = testkit::member(&self.store, self.ws, role).await;
        (self.as_member(&id).await, id)
    }

    pub async fn as_member(&self, id: &MemberId) -> Browser<'_> {
        let txn = self.store.write().await.expect("a write begins");
        let secret = sessions::open(&txn, self.ws, id).await.expect("a session opens");
        txn.commit().await.expect("the write is kept");
        let browser = self.browser();
        browser.cookies.borrow_mut().insert("nabz".into(), secret);
        browser
    }

    /// A member who knows [`PASSWORD`].
    pub async fn with_password(&self, role: Role) -> member::Model {
        let id = testkit::member(&self.store, self.ws, role).await;
        let hash = Passwords::new(Cost::CHEAP).hash(PASSWORD, [9; 16]).await.expect("it hashes");
        let txn = self.store.write().await.expect("a write begins");
        member::Entity::update_many()
            .col_expr(member::Column::Password, Expr::value(hash))
            .filter(member::Column::Id.eq(id.as_str()))
            .exec(&*txn)
            .await
            .expect("the row is there");
        txn.commit().await.expect("the write is kept");
        self.member(&id).await
    }

    pub async fn member(&self, id: &MemberId) -> member::Model {
        self.store.member(self.ws, id).await.expect("members are read").expect("the member is there")
    }

    pub async fn by_email(&self, email: &str) -> Option<member::Model> {
        self.store.members(self.ws).await.expect("members are read").into_iter().find(|m| m.email == email)
    }

    /// Actions of the audit log, newest first.
    pub async fn actions(&self) -> Vec<String> {
        let deeds = self.store.audits(self.ws, None, 1_000).await.expect("deeds are read");
        assert_eq!(self.store.broken_audit(self.ws).await.expect("the chain is read"), None);
        deeds.into_iter().map(|deed| deed.action).collect()
    }
}

pub struct Browser<'a> {
    app: &'a App,
    pub cookies: RefCell<BTreeMap<String, String>>,
    pub language: &'static str,
}

#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}

impl Browser<'_> {
    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form));
        self.send(request.expect("a request")).await
    }

    async fn send(&self, mut request: Request<Body>) -> Page {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().expect("a header"));
        }
        request.headers_mut().insert(header::ACCEPT_LANGUAGE, self.language.parse().expect("a header"));
        let response = self.app.router.clone().oneshot(request).await.expect("it never fails");
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("cookies are text");
            let (name, rest) = line.split_once('=').expect("a cookie has a name");
            let value = rest.split(';').next().unwrap_or_default();
            if rest.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                assert!(!name.contains("nabz") || rest.contains("SameSite=Lax"), "{line}");
                self.cookies.borrow_mut().insert(name.into(), value.into());
            }
        }
        let status = response.status();
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        Page { status, to, body: String::from_utf8(bytes.to_vec()).expect("pages are UTF-8") }
    }

    pub fn session(&self) -> Option<String> {
        self.cookies.borrow().get("nabz").cloned()
    }

    /// Whether the server knows who this is.
    pub async fn is_in(&self) -> bool {
        self.get("/settings/me").await.status == StatusCode::OK
    }
}

impl Page {
    #[track_caller]
    pub fn leads_to(&self, path: &str) {
        assert_eq!((self.status, self.to.as_str()), (StatusCode::SEE_OTHER, path), "{}", self.body);
    }

    /// The form came back with these words.
    #[track_caller]
    pub fn refuses(&self, words: &str) {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.body);
        assert!(self.body.contains(words), "{words} is not in {}", self.body);
    }

    #[track_caller]
    pub fn shows(&self, words: &str) {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        assert!(self.body.contains(words), "{words} is not in {}", self.body);
    }

    #[track_caller]
    pub fn is(&self, status: u16) {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
    }

    /// The one-time link on the page.
    #[track_caller]
    pub fn start_link(&self) -> String {
        let at = self.body.find("http://nabz.example/start/").unwrap_or_else(|| panic!("no link in {}", self.body));
        let path = &self.body[at + "http://nabz.example".len()..];
        path[..path.find('"').expect("the attribute ends")].to_owned()
    }
}
