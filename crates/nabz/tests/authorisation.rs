//! Who may use which route: every route with every kind of caller, and with ids of one's own workspace, of another one
//! and of nothing. The routes are taken from the router itself; `authorisation.txt` beside this file says what is
//! meant, so that a new route without a row fails.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use http_body_util::BodyExt as _;
use hyper::{Request, StatusCode, header};
use kernel::{Role, WorkspaceId};
use metrics_exporter_prometheus::PrometheusBuilder;
use nabz::app::App;
use nabz::config::Config;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use store::keys::{self, Scope};
use store::workspaces::{self, NewWorkspace};
use store::{Entry, sessions};
use tower::ServiceExt as _;
use ui::http::{Access, Route, Web, WebConfig};

const MATRIX: &str = include_str!("authorisation.txt");
const BASE: &str = "http://nabz.example";
/// An id of the right shape that names nothing.
const NOTHING: &str = "00000000000000000000000000";

/// A server over a fresh folder with two workspaces.
struct World {
    app: App,
    router: Router,
    table: Vec<Route>,
    ours: Things,
    theirs: Things,
    _folder: tempfile::TempDir,
}

/// Ids of one workspace, by the name of the path's parameter.
struct Things {
    workspace: WorkspaceId,
    ids: BTreeMap<&'static str, String>,
    members: BTreeMap<Role, kernel::MemberId>,
    disabled: kernel::MemberId,
    keys: BTreeMap<&'static str, String>,
    revoked: String,
}

async fn world() -> World {
    let folder = tempfile::tempdir().expect("a folder");
    let config = Config::load(folder.path()).expect("the default configuration");
    let app = App::open(config, None).await.expect("the folder opens");
    let txn = app.store.write().await.expect("a write");
    let other = NewWorkspace { name: "other", ..NewWorkspace::default() };
    let other = workspaces::add(&txn, &other).await.expect("a second workspace");
    txn.commit().await.expect("kept");
    let first = app.workspace(Some("default")).await.expect("the first workspace");

    let web_config = WebConfig { base_url: BASE.into(), trusted_proxies: vec![], has_mail: false, demo: false };
    let web = Web::new(app.store.clone(), app.pages.clone(), web_config, app.parts());
    let routes = nabz::serve::routes(&app, PrometheusBuilder::new().build_recorder().handle());
    let table = routes.table().to_vec();
    let router = ui::http::protect(routes.into_router(), web);
    let ours = things(&app, &router, first).await;
    let theirs = things(&app, &router, other).await;
    World { app, router, table, ours, theirs, _folder: folder }
}

async fn things(app: &App, router: &Router, workspace: WorkspaceId) -> Things {
    let store = &app.store;
    let survey = testkit::survey(store, workspace, "visit", &testkit::nps_survey()).await;
    let mut signal = testkit::response("a-1", 2);
    signal.source = "api:visit".into();
    signal.occurred_at = store.env().now();
    let entry = Entry::new(workspace, signal).expect("an entry");
    let uid = entry.uid().to_string();
    store.append(vec![entry]).await.expect("kept");
    for consumer in app.consumers() {
        while store::consumers::advance(store, &*consumer).await.expect("consumed") > 0 {}
    }
    let mut members = BTreeMap::new();
    for role in Role::ALL {
        members.insert(role, testkit::member(store, workspace, role).await);
    }
    let target = testkit::member(store, workspace, Role::Agent).await;
    let disabled = testkit::member(store, workspace, Role::Owner).await;
    let txn = store.write().await.expect("a write");
    let mut keys = BTreeMap::new();
    for scope in Scope::ALL {
        let (_, secret) = keys::issue(&txn, workspace, "test", scope).await.expect("a key");
        keys.insert(scope.as_str(), secret);
    }
    let (target_key, _) = keys::issue(&txn, workspace, "target", Scope::Read).await.expect("a key");
    let (revoked_key, revoked) = keys::issue(&txn, workspace, "revoked", Scope::All).await.expect("a key");
    txn.commit().await.expect("kept");
    workspace::keys::take_back(store, workspace, revoked_key.as_str()).await.expect("revoked");

    let owner = &members[&Role::Owner];
    let post = |path: String| Asked::new("POST", path).form("");
    let post_to = post(format!("/settings/members/{disabled}/disable")).by_member(app, workspace, owner).await;
    assert!(post_to.send(router).await.0.is_redirection(), "a member can be disabled");
    let made = Asked::new("POST", "/settings/teams".into()).form("name=West").by_member(app, workspace, owner).await;
    made.send(router).await;
    let made = Asked::new("POST", "/act/templates".into()).form("name=Sorry&language=en&subject=Sorry&text=Sorry");
    made.by_member(app, workspace, owner).await.send(router).await;

    let mut body = "title=Bins+twice+a+day&task.0.title=Buy+bags".to_owned();
    body.push_str(&format!("&task.0.owner={target}"));
    let asked = Asked::new("POST", "/act/initiatives/new".into()).form(&body).by_member(app, workspace, owner).await;
    let initiative = asked.send(router).await.1.replace("/act/initiatives/", "");
    let minutes = Asked::new("POST", "/act/initiatives/review".into()).form("minutes=All+is+well");
    let review = minutes.by_member(app, workspace, owner).await.send(router).await.1;
    let page = format!("/act/initiatives/{initiative}");

    let form = "name=Office&url=https%3A%2F%2F93.184.216.34%2F&which=all";
    let asked = Asked::new("POST", "/settings/webhooks".into()).form(form).by_member(app, workspace, owner).await;
    asked.send(router).await;
    let list = "/settings/webhooks";
    let webhook = find(app, router, workspace, owner, list, "href=\"/settings/webhooks/").await;
    let hook = format!("{list}/{webhook}");
    Asked::new("POST", format!("{hook}/test")).form("").by_member(app, workspace, owner).await.send(router).await;
    let delivery = find(app, router, workspace, owner, &hook, &format!("{hook}/deliveries/")).await;

    let ids = BTreeMap::from([
        ("task", find(app, router, workspace, owner, &page, &format!("{page}/tasks/")).await),
        ("initiative", initiative),
        ("webhook", webhook),
        ("delivery", delivery),
        ("review", review.replace("/act/initiatives/review/", "")),
        ("slug", app.store.workspace(workspace).await.expect("read").expect("there").name),
        ("survey", survey.id.clone()),
        ("key", target_key.to_string()),
        ("link", survey.link.clone()),
        ("uid", uid),
        ("member", target.to_string()),
        ("question", "nps".to_owned()),
        ("case", find(app, router, workspace, owner, "/act?which=open", "/act/cases/").await),
        ("team", find(app, router, workspace, owner, "/settings/teams", "/settings/teams/").await),
        ("template", find(app, router, workspace, owner, "/act/templates", "action=\"/act/templates/").await),
        ("import", import(app, workspace).await),
        ("message", message(app, workspace).await),
        ("mail", mail(app, workspace).await),
        ("insight", insight(app, workspace).await),
    ]);
    Things { workspace, ids, members, disabled, keys, revoked }
}

/// A message that waits.
async fn message(app: &App, workspace: WorkspaceId) -> String {
    let new = act::messages::NewMessage {
        key: "test",
        kind: act::messages::Kind::Notice,
        contact: None,
        address: "member@example.com",
        language: "en",
        subject: "A complaint is yours",
        text: "Please answer it.",
        thread: None,
        answers: None,
    };
    let txn = app.store.write().await.expect("a write");
    let posted = act::messages::send(&txn, workspace, new).await.expect("it is sent");
    txn.commit().await.expect("kept");
    posted.id.to_string()
}

/// A mail that belongs to nothing.
async fn mail(app: &App, workspace: WorkspaceId) -> String {
    let parsed = act::messages::parse(b"From: a@b.example\r\nSubject: Hello\r\n\r\nGood morning\r\n");
    let nobody = act::messages::Nobody;
    act::messages::receive(&app.store, Some(workspace), workspace, parsed, &nobody).await.expect("it is taken");
    let db = app.store.reads();
    let found = act::messages::entity::mail::Entity::find()
        .filter(act::messages::entity::mail::Column::WorkspaceId.eq(workspace.0))
        .one(db)
        .await;
    found.expect("read").expect("there").id
}

/// An insight, as a detector would keep it.
async fn insight(app: &App, workspace: WorkspaceId) -> String {
    use sea_orm::ActiveValue::Set;
    let id = format!("insight-{workspace}");
    let card = r#"{"size":1.0,"kind":"unanswered","all":1,"answered":0,"in_work":0,"overdue":1,"waiting":0,"loose":1,"days":60}"#;
    let row = store::entity::insight::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(workspace.0),
        key: Set("unanswered".into()),
        kind: Set("unanswered".into()),
        card: Set(card.into()),
        print: Set("1.000 overdue".into()),
        rank: Set(1.0),
        people: Set(1),
        sure: Set("clear".into()),
        found_at: Set(0),
        changed_at: Set(0),
        seen_at: Set(0),
        ..Default::default()
    };
    let txn = app.store.write().await.expect("a write");
    <store::entity::insight::Entity as sea_orm::EntityTrait>::insert(row)
        .exec_without_returning(&*txn)
        .await
        .expect("kept");
    txn.commit().await.expect("kept");
    id
}

/// An import that is done, so that its pages exist.
async fn import(app: &App, workspace: WorkspaceId) -> String {
    let file = app.config.data.join(format!("{workspace}.csv"));
    std::fs::write(&file, "id,nps\n1,9\n").expect("a file");
    let console = nabz::console::Console::local(nabz::console::Manners {
        json: false,
        terminal: false,
        locale: kernel::Locale::En,
    });
    let command = nabz::cli::Command::Import(nabz::cli::Import::Responses(nabz::cli::ImportResponses {
        file,
        survey: "visit".into(),
        map: vec![],
        yes: true,
        dry_run: false,
    }));
    let name = app.store.workspace(workspace).await.expect("read").expect("there").name;
    nabz::commands::run(app, command, Some(&name), &console).await;
    listen::imports::list(&app.store, workspace, None, 10)
        .await
        .expect("imports")
        .first()
        .expect("one import")
        .id
        .to_string()
}

/// The first id that stands in a link of a page.
async fn find(
    app: &App,
    router: &Router,
    workspace: WorkspaceId,
    member: &kernel::MemberId,
    page: &str,
    prefix: &str,
) -> String {
    let asked = Asked::new("GET", page.into()).by_member(app, workspace, member).await;
    let (_, _, body) = asked.send(router).await;
    let after = body.split(prefix).nth(1).unwrap_or_else(|| panic!("{page} links to nothing under {prefix}"));
    after.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// A request to be sent.
struct Asked {
    method: String,
    path: String,
    body: String,
    headers: Vec<(&'static str, String)>,
}

impl Asked {
    fn new(method: &str, path: String) -> Self {
        Self { method: method.into(), path, body: String::new(), headers: vec![("origin", BASE.into())] }
    }

    fn form(mut self, body: &str) -> Self {
        self.body = body.into();
        self.headers.push(("content-type", "application/x-www-form-urlencoded".into()));
        self
    }

    async fn by_member(mut self, app: &App, workspace: WorkspaceId, member: &kernel::MemberId) -> Self {
        let txn = app.store.write().await.expect("a write");
        let secret = sessions::open(&txn, workspace, member).await.expect("a session");
        txn.commit().await.expect("kept");
        self.headers.push(("cookie", format!("nabz={secret}")));
        self
    }

    fn by_key(mut self, secret: &str) -> Self {
        self.headers.push(("authorization", format!("Bearer {secret}")));
        self
    }

    async fn send(self, router: &Router) -> (StatusCode, String, String) {
        let mut request =
            Request::builder().method(self.method.as_str()).uri(&self.path).header("host", "nabz.example");
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(self.body)).expect("a request");
        let response = router.clone().oneshot(request).await.expect("an answer");
        let status = response.status();
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        (status, to, String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn row(route: &Route) -> String {
    let access = match route.access {
        Access::Public => "public".to_owned(),
        Access::Member(role) => role.to_string(),
        Access::Key(scope) => format!("key:{scope}"),
    };
    format!("{:4} {:60} {access}", route.method.as_str(), route.path)
}

/// The route's path with ids filled in.
fn filled(route: &Route, id: impl Fn(&str) -> String) -> String {
    let mut path = String::new();
    for part in route.path.split('/').skip(1) {
        path.push('/');
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => path.push_str(&id(name)),
            None => path.push_str(part),
        }
    }
    path
}

fn own(things: &Things, name: &str, route: &Route) -> String {
    // The survey's key in the API and an API key's id share the parameter's name.
    if name == "key" && route.path.starts_with("/api/") {
        return "visit".into();
    }
    // Any thing of the evidence chain; a case is one.
    if route.path.starts_with("/prove/chain/") {
        return if name == "kind" { "case".into() } else { things.ids["case"].clone() };
    }
    things.ids.get(name).cloned().unwrap_or_else(|| NOTHING.into())
}

#[test]
fn every_route_has_its_row() {
    run(async {
        let world = world().await;
        let mut rows: Vec<String> = world.table.iter().map(row).collect();
        rows.sort();
        let rows = rows.join("\n") + "\n";
        if std::env::var_os("NABZ_UPDATE").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/authorisation.txt");
            std::fs::write(path, &rows).expect("written");
            return;
        }
        assert!(rows == MATRIX, "routes and tests/authorisation.txt differ; the router says:\n{rows}");
    });
}

#[test]
fn every_caller_gets_what_the_row_says() {
    run(async {
        let world = world().await;
        let mut wrong = Vec::new();
        for route in &world.table {
            for (caller, asked, may) in callers(&world, route).await {
                let (status, to, _) = asked.send(&world.router).await;
                let refused = status == StatusCode::UNAUTHORIZED
                    || status == StatusCode::FORBIDDEN
                    || (status.is_redirection() && to.starts_with("/login?"));
                if refused == may || status.is_server_error() {
                    wrong.push(format!("{} as {caller}: {status} {to}, may: {may}", row(route)));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// Each kind of caller with its request, and whether the row lets it through.
async fn callers(world: &World, route: &Route) -> Vec<(String, Asked, bool)> {
    let (app, ours) = (&world.app, &world.ours);
    let plain = || Asked::new(route.method.as_str(), filled(route, |name| own(ours, name, route))).form("");
    let public = route.access == Access::Public;
    let mut list = vec![("a stranger".to_owned(), plain(), public)];
    for (role, member) in &ours.members {
        let may = public || matches!(route.access, Access::Member(least) if *role >= least);
        list.push((role.to_string(), plain().by_member(app, ours.workspace, member).await, may));
    }
    list.push(("disabled".into(), plain().by_member(app, ours.workspace, &ours.disabled).await, public));
    for (scope, secret) in &ours.keys {
        let may = match route.access {
            Access::Public => true,
            Access::Key(needed) => *scope == "all" || *scope == needed.as_str(),
            Access::Member(_) => false,
        };
        list.push((format!("key:{scope}"), plain().by_key(secret), may));
    }
    list.push(("a revoked key".into(), plain().by_key(&ours.revoked), public));
    list
}

#[test]
fn foreign_ids_look_missing() {
    run(async {
        let world = world().await;
        let mut wrong = Vec::new();
        for route in world.table.iter().filter(|route| route.path.contains('{') && route.access != Access::Public) {
            let foreign = filled(route, |name| own(&world.theirs, name, route));
            let missing = filled(route, |_| NOTHING.to_owned());
            // The survey's key is the same word in both workspaces, so the API has no foreign id in its path.
            if route.path.starts_with("/api/") {
                continue;
            }
            let mut answers = Vec::new();
            for path in [foreign, missing] {
                let owner = &world.ours.members[&Role::Owner];
                let asked = Asked::new(route.method.as_str(), path.clone()).form("");
                let (status, to, body) =
                    asked.by_member(&world.app, world.ours.workspace, owner).await.send(&world.router).await;
                answers.push((status, to.replace(&path, ""), without_ids(&body, &path)));
            }
            let (status, ..) = &answers[0];
            if answers[0] != answers[1] || !status.is_client_error() {
                wrong.push(format!(
                    "{}: foreign {} {}, missing {} {}",
                    row(route),
                    status,
                    answers[0].1,
                    answers[1].0,
                    answers[1].1
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn foreign_ids_in_a_form_look_missing() {
    run(async {
        let world = world().await;
        let case = &world.ours.ids["case"];
        let (foreign, missing) = (&world.theirs.members[&Role::Owner], NOTHING);
        let mut answers = Vec::new();
        for id in [foreign.as_str(), missing] {
            let owner = &world.ours.members[&Role::Owner];
            let asked = Asked::new("POST", format!("/act/cases/{case}/assign")).form(&format!("owner={id}"));
            let (status, ..) = asked.by_member(&world.app, world.ours.workspace, owner).await.send(&world.router).await;
            answers.push(status);
        }
        assert_eq!(answers, [StatusCode::UNPROCESSABLE_ENTITY; 2]);
    });
}

#[test]
fn another_site_cannot_make_a_browser_change_anything() {
    run(async {
        let world = world().await;
        let owner = &world.ours.members[&Role::Owner];
        for route in world.table.iter().filter(|r| r.method == "POST" && matches!(r.access, Access::Member(_))) {
            let mut asked = Asked::new("POST", filled(route, |name| own(&world.ours, name, route))).form("");
            asked = asked.by_member(&world.app, world.ours.workspace, owner).await;
            asked.headers.retain(|(name, _)| *name != "origin");
            asked.headers.push(("origin", "https://evil.example".into()));
            let (status, ..) = asked.send(&world.router).await;
            assert!(status.is_client_error(), "{}: {status}", row(route));
        }
    });
}

/// A body without what differs by nature: the path that was asked for, and the id of the request, which is 13
/// characters of base 32.
fn without_ids(body: &str, path: &str) -> String {
    let is_id = |word: &str| word.len() == 13 && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let words = body.replace(path, "");
    words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !is_id(word)).collect::<Vec<_>>().join(" ")
}

/// Plans of queries need more stack than a test thread has.
fn run(story: impl Future<Output = ()> + Send + 'static) {
    let work = || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(16 << 20).build();
        let runtime = runtime.expect("a runtime");
        runtime.block_on(async { tokio::spawn(story).await.expect("the story holds") });
    };
    std::thread::Builder::new().stack_size(16 << 20).spawn(work).expect("a thread").join().expect("the story holds");
}
