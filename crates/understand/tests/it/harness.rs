//! The slice's pages over a database and a lake of their own, and a member who reads them.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::signal::{Answer, Signal, What};
use kernel::survey::{Choice, Kind, Question, Survey, Text};
use kernel::{Locale, Role, Timestamp, Value, WorkspaceId};
use lake::{Lake, LakeConfig};
use measures::versions::{Asked, Versions};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::entity::{member, survey, workspace};
use store::migrations::Migrations;
use store::workspaces::{self, NewWorkspace};
use store::{Entry, Store};
use testkit::Db;
use tower::ServiceExt;
use ui::http::{Web, WebConfig, protect};
use understand::assistant::Assistant;

pub struct App {
    pub store: Store,
    pub ws: WorkspaceId,
    pub lake: Arc<Lake>,
    pub versions: Arc<Published>,
    router: Router,
    session: String,
}

/// What the test says of how its surveys were published, and whether they are over.
#[derive(Default)]
pub struct Published(pub Mutex<(Vec<Asked>, bool)>);

#[async_trait::async_trait]
impl Versions for Published {
    async fn of(&self, _: WorkspaceId, _: &kernel::SurveyId, _: &str) -> kernel::Result<Vec<Asked>> {
        Ok(self.0.lock().expect("no test panics within").0.clone())
    }

    async fn is_over(&self, _: WorkspaceId, _: &kernel::SurveyId, _: Timestamp) -> kernel::Result<bool> {
        Ok(self.0.lock().expect("no test panics within").1)
    }
}

#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}

pub async fn app(db: &Db) -> App {
    app_with(db, Assistant::default()).await
}

/// With a language model that may be asked.
pub async fn app_with(db: &Db, assistant: Assistant) -> App {
    let (store, ws) = testkit::store_with(db, Migrations::with(vec![understand::migrations])).await;
    serve(db, store, ws, assistant).await
}

async fn serve(db: &Db, store: Store, ws: WorkspaceId, assistant: Assistant) -> App {
    let lake =
        Lake::open(store.clone(), &db.folder().join("lake"), LakeConfig::default()).await.expect("the lake opens");
    understand::texts::equip(&store, &lake).await.expect("the lake is equipped");
    let pages = ui::Pages::new([understand::BUNDLE]).expect("templates and catalogues compile");
    let config =
        WebConfig { base_url: "http://nabz.example".into(), trusted_proxies: vec![], has_mail: false, demo: false };
    let versions = Arc::<Published>::default();
    let parts = understand::home_parts(lake.clone(), versions.clone());
    let web = Web::new(store.clone(), pages, config, parts);
    let router = protect(understand::routes(lake.clone()).extension(assistant).merge(home()).into_router(), web);
    let session = sign_in(&store, ws, Role::Manager).await;
    App { store, ws, lake, versions, router, session }
}

/// What the workspace slice does on its Home: every part, one under the other.
fn home() -> ui::http::Routes {
    async fn page(viewer: ui::http::Viewer) -> ui::http::Reply {
        let mut body = String::new();
        for part in &viewer.web.parts {
            body.push_str(&part.html(&viewer).await?.unwrap_or_default());
        }
        Ok(ui::http::html(body))
    }
    ui::http::Routes::new().get("/home", ui::http::Access::Member(Role::Viewer), page)
}

async fn sign_in(store: &Store, ws: WorkspaceId, role: Role) -> String {
    let member = testkit::member(store, ws, role).await;
    let txn = store.write().await.expect("a write begins");
    let secret = store::sessions::open(&txn, ws, &member).await.expect("a session opens");
    txn.commit().await.expect("the write is kept");
    secret
}

impl App {
    /// As after a kill: another process over the same database and folder.
    pub async fn restarted(self, db: &Db) -> Self {
        let Self { ws, lake, .. } = self;
        drop(lake);
        serve(db, db.open().await, ws, Assistant::default()).await
    }

    pub async fn get(&self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, format!("nabz={}", self.session)).body(Body::empty());
        self.send(request.expect("a request")).await
    }

    /// A file, byte by byte.
    pub async fn raw(&self, path: &str) -> Vec<u8> {
        let request = Request::get(path).header(header::COOKIE, format!("nabz={}", self.session)).body(Body::empty());
        let response = self.router.clone().oneshot(request.expect("a request")).await.expect("it never fails");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.into_body().collect().await.expect("a body").to_bytes().to_vec()
    }

    /// A part of a page, as htmx asks for it.
    pub async fn part(&self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, format!("nabz={}", self.session));
        self.send(request.header("hx-request", "true").body(Body::empty()).expect("a request")).await
    }

    /// As somebody who is not signed in.
    pub async fn public(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Page {
        let request = Request::post(path)
            .header(header::COOKIE, format!("nabz={}", self.session))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form.to_owned()));
        self.send(request.expect("a request")).await
    }

    /// A form that htmx sends.
    pub async fn press(&self, path: &str, form: &str) -> Page {
        let request = Request::post(path)
            .header(header::COOKIE, format!("nabz={}", self.session))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("hx-request", "true")
            .body(Body::from(form.to_owned()));
        self.send(request.expect("a request")).await
    }

    /// As a program with a key of this scope.
    pub async fn ask(&self, path: &str, scope: &str, body: &str) -> (StatusCode, String) {
        let txn = self.store.write().await.expect("a write begins");
        let scope = scope.parse().expect("a scope");
        let secret = store::keys::issue(&txn, self.ws, "test", scope).await.expect("a key");
        txn.commit().await.expect("the write is kept");
        let request = Request::post(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", secret.1))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_owned()));
        let page = self.send(request.expect("a request")).await;
        (page.status, page.body)
    }

    async fn send(&self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.expect("it never fails");
        let status = response.status();
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        // Names and numbers in sentences stand between invisible marks.
        let body = String::from_utf8(bytes.to_vec()).expect("pages are UTF-8").replace(['\u{2068}', '\u{2069}'], "");
        Page { status, to, body }
    }

    pub async fn survey(&self, key: &str, definition: &Survey) -> survey::Model {
        testkit::survey(&self.store, self.ws, key, definition).await
    }

    pub async fn append(&self, signals: Vec<Signal>) {
        let entries = signals.into_iter().map(|signal| Entry::new(self.ws, signal).expect("an entry"));
        self.store.append(entries.collect()).await.expect("the signals are kept");
    }

    pub async fn reads(&self, locale: Locale) {
        let update = member::Entity::update_many().col_expr(member::Column::Locale, Expr::value(locale.code()));
        update.exec(self.store.reads()).await.expect("members are changed");
    }

    /// The same server, read by another member with this role.
    pub async fn reader(&self, role: Role) -> Self {
        let session = sign_in(&self.store, self.ws, role).await;
        let (store, lake, router) = (self.store.clone(), self.lake.clone(), self.router.clone());
        let versions = self.versions.clone();
        Self { store, ws: self.ws, lake, versions, router, session }
    }

    /// The same server, read by a member of another workspace.
    pub async fn elsewhere(&self) -> Self {
        let txn = self.store.write().await.expect("a write begins");
        let new = NewWorkspace { name: "other", ..NewWorkspace::default() };
        let ws = workspaces::add(&txn, &new).await.expect("the workspace is made");
        txn.commit().await.expect("the write is kept");
        let session = sign_in(&self.store, ws, Role::Manager).await;
        let (store, lake, router) = (self.store.clone(), self.lake.clone(), self.router.clone());
        let versions = self.versions.clone();
        Self { store, ws, lake, versions, router, session }
    }
}

/// Days and months of the workspace are those of `zone` and `calendar`.
pub async fn moves_to(app: &App, zone: &str, calendar: &str) {
    workspace::Entity::update_many()
        .col_expr(workspace::Column::Zone, Expr::value(zone))
        .col_expr(workspace::Column::Calendar, Expr::value(calendar))
        .filter(workspace::Column::Id.eq(app.ws.0))
        .exec(app.store.reads())
        .await
        .expect("the workspace is changed");
}

impl Page {
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        assert!(self.body.contains(words), "{words:?} is not in {}", main(&self.body));
        self
    }

    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.body.contains(words), "{words:?} is in {}", main(&self.body));
        self
    }

    /// The addresses of all links and live parts that contain `words`, each once.
    pub fn links(&self, words: &str) -> Vec<String> {
        let mut links: Vec<String> = ["href=\"", "hx-get=\""]
            .into_iter()
            .flat_map(|mark| self.body.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next())
            .map(|link| link.replace("&amp;", "&").replace("&#x2f;", "/").replace("&#x3d;", "="))
            .filter(|link| link.contains(words))
            .collect();
        links.sort();
        links.dedup();
        links
    }

    /// Where forms post to.
    pub fn forms(&self, words: &str) -> Vec<String> {
        let actions = self.body.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
        actions.map(|action| action.replace("&#x2f;", "/")).filter(|action| action.contains(words)).collect()
    }

    #[track_caller]
    pub fn link(&self, words: &str) -> String {
        let links = self.links(words);
        assert_eq!(links.len(), 1, "{words:?}: {links:?}");
        links[0].clone()
    }

    /// The number in the head of a list of answers.
    #[track_caller]
    pub fn total(&self) -> u64 {
        let head = self.body.split("<section class=\"card\"><header><h2>").nth(1).expect("a list");
        let digits: String = head.chars().take_while(|c| *c != '<').filter(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    }

    /// The value of the tile with this name.
    #[track_caller]
    pub fn tile(&self, name: &str) -> String {
        let mark = format!("<span class=\"k\">{name}</span><span class=\"v\">");
        let rest = self.body.split(&mark).nth(1).unwrap_or_else(|| panic!("no {name} in {}", main(&self.body)));
        rest.split('<').next().unwrap_or_default().trim().to_owned()
    }
}

/// The part of a page that is its own, for messages.
fn main(body: &str) -> &str {
    body.split_once("<main").map_or(body, |(_, rest)| rest)
}

/// NPS, satisfaction, one option, several options, a text.
pub fn visit() -> Survey {
    let mut survey = testkit::nps_survey();
    let options = ["bins", "staff", "food"];
    let options: Vec<Choice> =
        options.iter().map(|key| Choice::new(key, Text::one("en", key.to_uppercase()))).collect();
    let nps = survey.questions[0].clone();
    let question = |key: &str, kind, options: &[Choice]| Question {
        key: key.into(),
        kind,
        title: Text::one("en", format!("About {key}")),
        options: options.to_vec(),
        ..nps.clone()
    };
    survey.questions.push(question("clean", Kind::Csat, &[]));
    survey.questions.push(question("best", Kind::Choice, &options));
    survey.questions.push(question("seen", Kind::Choices, &options));
    survey
}

/// A response to `visit` with an NPS score, from a channel, at a time.
pub fn said(id: &str, score: i32, channel: &str, at: &str) -> Signal {
    let at: Timestamp = at.parse().expect("a time");
    let mut signal = Signal { occurred_at: at, channel: channel.into(), ..testkit::response(id, score) };
    let What::Response(response) = &mut signal.body.what;
    (response.started_at, response.completed_at) = (at, Some(at));
    signal
}

pub trait More {
    fn also(self, question: &str, kind: Kind, answer: impl FnOnce(&mut Answer)) -> Self;
    fn text(self, words: &str) -> Self;
    fn known(self, name: &str, value: Value) -> Self;
    fn to_survey(self, key: &str) -> Self;
}

impl More for Signal {
    fn also(mut self, question: &str, kind: Kind, answer: impl FnOnce(&mut Answer)) -> Self {
        let mut new = Answer { question: question.into(), kind, score: None, choice: None, text: None };
        answer(&mut new);
        let What::Response(response) = &mut self.body.what;
        response.answers.push(new);
        self
    }

    fn text(self, words: &str) -> Self {
        self.also("why", Kind::Text, |answer| answer.text = Some(words.into()))
    }

    fn known(mut self, name: &str, value: Value) -> Self {
        self.body.attributes.insert(name.into(), value);
        self
    }

    fn to_survey(mut self, key: &str) -> Self {
        self.source = format!("api:{key}");
        let What::Response(response) = &mut self.body.what;
        response.survey = key.into();
        self
    }
}
