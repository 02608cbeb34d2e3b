//! Stories of cases, each on both databases: a signal goes into the log, the reader of the log opens a case, pages show
//! it.

mod cases_again;
mod cases_deeds;
mod cases_late;
mod cases_queue;
mod cases_race;
mod cases_reply;
mod cases_undone;
mod initiatives_evidence;
mod initiatives_finds;
mod initiatives_pages;
mod initiatives_told;
mod messages;
mod rules;
mod webhooks;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::signal::{Answer, Signal, What};
use kernel::survey::Kind;
use kernel::{Role, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::entity::case;
use store::migrations::Migrations;
use store::{Entry, Store};
use testkit::Db;
use tower::ServiceExt;
use ui::http::{Access, Reply, Routes, Viewer, Web, WebConfig, html, protect};

testkit::on_both!(what_was_written_is_for_those_who_may_read_it, words_without_a_language_are_read_in_the_surveys);

pub struct App {
    pub store: Store,
    pub ws: WorkspaceId,
    router: Router,
}

pub async fn app(db: &Db) -> App {
    app_with(db, act::messages::Desk::default()).await
}

async fn app_with(db: &Db, desk: act::messages::Desk) -> App {
    let (store, ws) = testkit::store_with(db, Migrations::with(vec![act::migrations])).await;
    let pages = ui::Pages::new([act::BUNDLE]).expect("templates and catalogues compile");
    let config =
        WebConfig { base_url: "http://nabz.example".into(), trusted_proxies: vec![], has_mail: true, demo: false };
    let web = Web::new(store.clone(), pages, config, act::parts(reads()));
    let customers = act::initiatives::Customers(std::sync::Arc::new(initiatives_finds::InLog(store.clone())));
    let outward = act::webhooks::Outward(outbound::Client::new(outbound::Policy::Public).network(webhooks::nowhere()));
    let routes = act::routes(reads(), history(), desk).extension(customers).extension(outward);
    let router = protect(routes.merge(home()).into_router(), web);
    for consumer in act::consumers(tells(), notices()) {
        store::consumers::register(&store, consumer.as_ref()).await.expect("it is registered");
    }
    App { store, ws, router }
}

/// With the weights that ship.
fn reads() -> act::cases::Reads {
    act::cases::Reads(std::sync::Arc::new(|_, words, tag| {
        let reader = text::Reader::new();
        ui::Feeling::of(words, &reader.read(words, tag), reader.version())
    }))
}

/// Nothing has come in before.
struct Nothing;

#[async_trait::async_trait]
impl act::cases::rules::trial::Asks for Nothing {
    async fn matching(
        &self,
        _: WorkspaceId,
        _: &[&str],
        _: &kernel::condition::Condition,
        _: kernel::Timestamp,
        _: usize,
    ) -> kernel::Result<(u64, Vec<store::Logged>)> {
        Ok((0, vec![]))
    }
}

fn history() -> act::cases::rules::trial::History {
    act::cases::rules::trial::History(std::sync::Arc::new(Nothing))
}

/// What each text is about is what the test has written in it.
fn tells() -> act::cases::Tells {
    act::cases::Tells(std::sync::Arc::new(|_, response, _, _| {
        let written = response.answers.iter().filter_map(|answer| answer.text.as_deref());
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        kernel::condition::Says { topics: written.flat_map(words).collect(), ..Default::default() }
    }))
}

/// Says where the tests' server is.
pub fn notices() -> act::cases::Notices {
    let pages = ui::Pages::new([act::BUNDLE]).expect("templates and catalogues compile");
    act::cases::Notices::new(pages, std::sync::Arc::new(|| "http://nabz.example".to_owned()), true)
}

/// What the workspace slice does on its Home: every part, one under the other.
fn home() -> Routes {
    async fn page(viewer: Viewer) -> Reply {
        let mut body = String::new();
        for part in &viewer.web.parts {
            body.push_str(&part.html(&viewer).await?.unwrap_or_default());
        }
        Ok(html(body))
    }
    Routes::new().get("/home", Access::Member(Role::Viewer), page)
}

impl App {
    /// A new member, and the secret of their session.
    pub async fn joins(&self, role: Role) -> (kernel::MemberId, String) {
        let member = testkit::member(&self.store, self.ws, role).await;
        let txn = self.store.write().await.expect("a write begins");
        let secret = store::sessions::open(&txn, self.ws, &member).await.expect("a session opens");
        txn.commit().await.expect("the write is kept");
        (member, secret)
    }

    /// The secret of a new member's session.
    pub async fn signs_in(&self, role: Role) -> String {
        let member = testkit::member(&self.store, self.ws, role).await;
        let txn = self.store.write().await.expect("a write begins");
        let secret = store::sessions::open(&txn, self.ws, &member).await.expect("a session opens");
        txn.commit().await.expect("the write is kept");
        secret
    }

    pub async fn get(&self, session: &str, path: &str) -> String {
        let request = Request::get(path).header(header::COOKIE, format!("nabz={session}")).body(Body::empty());
        let response = self.router.clone().oneshot(request.expect("a request")).await.expect("it never fails");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")
    }

    /// Sends a form; the status, where it leads, and the page.
    pub async fn post(&self, session: &str, path: &str, form: &[(&str, &str)]) -> (StatusCode, String, String) {
        let encode = |text: &str| ui::http::encode(text);
        let body: Vec<String> =
            form.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::post(path)
            .header(header::COOKIE, format!("nabz={session}"))
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.join("&")));
        let response = self.router.clone().oneshot(request.expect("a request")).await.expect("it never fails");
        let status = response.status();
        let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
        let to = to.to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        (status, to, String::from_utf8_lossy(&bytes).into_owned())
    }

    /// A complaint of a customer, and the case that it opened.
    pub async fn complains(&self, id: &str, customer: &str) -> store::entity::case::Model {
        let mut signal = testkit::response(id, 2);
        signal.occurred_at = self.store.env().now();
        signal.contact = Some(customer.to_owned());
        let What::Response(response) = &mut signal.body.what;
        let text = Some("The bins smell".into());
        response.answers.push(Answer { question: "why".into(), kind: Kind::Text, score: None, choice: None, text });
        let uid = Entry::new(self.ws, signal.clone()).expect("an entry").uid();
        self.append(signal).await;
        let found = store::entity::case::Entity::find().filter(case::Column::Uid.eq(uid.0.to_vec()));
        found.one(self.store.reads()).await.expect("read").expect("a case")
    }

    pub async fn case(&self, id: &str) -> store::entity::case::Model {
        case::Entity::find_by_id(id).one(self.store.reads()).await.expect("read").expect("it is there")
    }

    /// Messages of a kind, the oldest first.
    pub async fn sent(&self, kind: act::messages::Kind) -> Vec<act::messages::entity::message::Model> {
        let all = act::messages::list(self.store.reads(), self.ws, &act::messages::Filter::default(), 0, 500).await;
        let mut all: Vec<_> = all.expect("read").into_iter().filter(|message| message.kind() == kind).collect();
        all.reverse();
        all
    }

    /// Of a signal that is there already, the later page.
    pub async fn append(&self, signal: Signal) {
        self.store.append(vec![Entry::revision(self.ws, signal).expect("an entry")]).await.expect("the signal is kept");
        for consumer in act::consumers(tells(), notices()) {
            while store::consumers::advance(&self.store, consumer.as_ref()).await.expect("it is read") > 0 {}
        }
    }
}

async fn what_was_written_is_for_those_who_may_read_it(db: Db) {
    let app = app(&db).await;
    let survey = testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    let mut complaint = testkit::response("r1", 2);
    complaint.occurred_at = app.store.env().now();
    let What::Response(response) = &mut complaint.body.what;
    let words = "The bins smell, and the waiter laughed";
    response.answers.push(Answer {
        question: "why".into(),
        kind: Kind::Text,
        score: None,
        choice: None,
        text: Some(words.into()),
    });
    app.append(complaint).await;
    let (viewer, manager) = (app.signs_in(Role::Viewer).await, app.signs_in(Role::Manager).await);
    let list = app.get(&viewer, "/act?which=open").await;
    let case = list.split("href=\"/act/cases/").nth(1).and_then(|rest| rest.split('"').next()).expect("a case");
    let pages = ["/act?which=open".to_owned(), "/home".to_owned(), format!("/act/cases/{case}")];
    for page in &pages {
        assert!(app.get(&viewer, page).await.contains(words), "{page}");
    }

    let txn = app.store.write().await.expect("a write begins");
    store::verbatims::allow(&txn, &survey, Role::Manager).await.expect("it is kept");
    txn.commit().await.expect("the write is kept");
    for page in &pages {
        let seen = app.get(&viewer, page).await;
        assert!(!seen.contains("The bins") && seen.contains("not shown to your role"), "{page}: {seen}");
        assert!(app.get(&manager, page).await.contains(words), "{page}");
    }
}

async fn words_without_a_language_are_read_in_the_surveys(db: Db) {
    let app = app(&db).await;
    let definition = kernel::survey::Survey { languages: vec!["sv".into(), "en".into()], ..testkit::nps_survey() };
    testkit::survey(&app.store, app.ws, "visit", &definition).await;
    for (id, language) in [("r1", None), ("r2", Some("en"))] {
        let mut complaint = testkit::response(id, 2);
        complaint.occurred_at = app.store.env().now();
        complaint.language = language.map(str::to_owned);
        let What::Response(response) = &mut complaint.body.what;
        // Swedish and English alike: only what is expected tells.
        let words = Some("ok".into());
        let answer = Answer { question: "why".into(), kind: Kind::Text, score: None, choice: None, text: words };
        response.answers.push(answer);
        app.append(complaint).await;
    }
    let manager = app.signs_in(Role::Manager).await;
    let list = app.get(&manager, "/act?which=open").await;
    let mut cases: Vec<&str> =
        list.split("href=\"/act/cases/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    cases.sort_unstable();
    cases.dedup();
    assert_eq!(cases.len(), 2, "{list}");
    let mut languages = Vec::new();
    for case in cases {
        let page = app.get(&manager, &format!("/act/cases/{case}")).await;
        languages
            .extend(["Svenska", "English"].into_iter().filter(|name| page.contains(&format!("<dd><bdi>{name}</bdi>"))));
    }
    languages.sort_unstable();
    assert_eq!(languages, ["English", "Svenska"]);
}
