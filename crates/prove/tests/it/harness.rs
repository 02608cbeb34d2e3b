//! The slice's pages over a database and a lake of their own, with a year of answers from twelve branches.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::Span;
use jiff::civil::Date;
use kernel::condition::Condition;
use kernel::signal::{Signal, What};
use kernel::survey::Survey;
use kernel::{InitiativeId, Measure, Role, Timestamp, Value, WorkspaceId};
use lake::{Lake, LakeConfig};
use prove::{Asked, Tools, Versions};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::entity::{effect, initiative, workspace};
use store::{Entry, Store};
use testkit::Db;
use tower::ServiceExt;
use ui::http::{Web, WebConfig, protect};

pub struct App {
    pub store: Store,
    pub ws: WorkspaceId,
    pub tools: Tools,
    pub versions: Arc<Published>,
    router: Router,
    session: String,
}

/// What the test says of how the survey was published.
#[derive(Default)]
pub struct Published(pub Mutex<Vec<Asked>>);

#[async_trait::async_trait]
impl Versions for Published {
    async fn of(&self, _: WorkspaceId, _: &kernel::SurveyId, _: &str) -> kernel::Result<Vec<Asked>> {
        Ok(self.0.lock().expect("no test panics within").clone())
    }
}

pub struct Page {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}

impl Page {
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.main());
        self
    }

    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        assert!(self.body.contains(words), "{words:?} is not in {}", self.main());
        self
    }

    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.body.contains(words), "{words:?} is in {}", self.main());
        self
    }

    fn main(&self) -> &str {
        self.body.split_once("<main").map_or(&self.body, |(_, main)| main)
    }
}

pub async fn app(db: &Db) -> App {
    let (store, ws) = testkit::store(db).await;
    let lake =
        Lake::open(store.clone(), &db.folder().join("lake"), LakeConfig::default()).await.expect("the lake opens");
    let versions = Arc::new(Published::default());
    let tools = Tools { lake, versions: versions.clone() };
    let pages = ui::Pages::new([prove::BUNDLE]).expect("templates and catalogues compile");
    let config =
        WebConfig { base_url: "http://nabz.example".into(), trusted_proxies: vec![], has_mail: false, demo: false };
    let web = Web::new(store.clone(), pages, config, vec![]);
    let router = protect(prove::routes(tools.clone()).into_router(), web);
    let session = sign_in(&store, ws, Role::Manager).await;
    App { store, ws, tools, versions, router, session }
}

async fn sign_in(store: &Store, ws: WorkspaceId, role: Role) -> String {
    let member = testkit::member(store, ws, role).await;
    let txn = store.write().await.expect("a write begins");
    let secret = store::sessions::open(&txn, ws, &member).await.expect("a session opens");
    txn.commit().await.expect("the write is kept");
    secret
}

impl App {
    pub async fn get(&self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, format!("nabz={}", self.session)).body(Body::empty());
        self.send(request.expect("a request")).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Page {
        let request = Request::post(path)
            .header(header::COOKIE, format!("nabz={}", self.session))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form.to_owned()));
        self.send(request.expect("a request")).await
    }

    async fn send(&self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.expect("it never fails");
        let status = response.status();
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        let body = String::from_utf8(bytes.to_vec()).expect("pages are UTF-8").replace(['\u{2068}', '\u{2069}'], "");
        Page { status, to, body }
    }

    pub fn today(&self) -> Date {
        self.store.env().now().in_zone(&jiff::tz::TimeZone::UTC).date()
    }

    /// A day so many days from today.
    pub fn day(&self, days: i64) -> Date {
        self.today().saturating_add(Span::new().days(days))
    }

    pub async fn survey(&self, definition: &Survey) {
        testkit::survey(&self.store, self.ws, "visit", definition).await;
    }

    /// Answers of a branch on a day: so many promoters, passives and detractors.
    pub async fn answers(&self, branch: &str, day: Date, [up, middle, down]: [usize; 3]) {
        self.given(branch, day, &[(10, up), (8, middle), (3, down)]).await;
    }

    /// Answers of a branch on a day: each score so many times.
    pub async fn given(&self, branch: &str, day: Date, scores: &[(i32, usize)]) {
        let at: Timestamp = format!("{day}T10:00:00Z").parse().expect("a time");
        let signals = scores.iter().flat_map(|(score, count)| {
            (0..*count).map(move |i| {
                let mut signal = testkit::response(&format!("{branch}-{day}-{score}-{i}"), *score);
                signal.occurred_at = at;
                let What::Response(response) = &mut signal.body.what;
                (response.started_at, response.completed_at) = (at, Some(at));
                signal.body.attributes.insert("branch".into(), Value::Text(branch.into()));
                signal
            })
        });
        self.append(signals.collect()).await;
    }

    async fn append(&self, signals: Vec<Signal>) {
        let entries = signals.into_iter().map(|signal| Entry::new(self.ws, signal).expect("an entry"));
        self.store.append(entries.collect()).await.expect("the signals are kept");
    }

    /// Twelve branches over `before` and `after` weeks around `start`: 25 answers a week, NPS about 20, of which each
    /// branch has its own level; the first `treated` rise by `points` (in fours) from the start on.
    pub async fn twelve_branches(&self, start: Date, (before, after): (i64, i64), treated: usize, points: i64) {
        for branch in 0..12usize {
            for week in -before..after {
                let day = start.saturating_add(Span::new().days(week * 7 + 2));
                let rise = if branch < treated && week >= 0 { points / 4 } else { 0 };
                let noise = noise(branch, week);
                let promoters = 10 + (branch % 4) as i64 + rise + noise;
                let detractors = 5;
                let groups = [promoters, 25 - promoters - detractors, detractors].map(|n| n as usize);
                self.answers(&name(branch), day, groups).await;
            }
        }
    }

    /// An initiative that is to move the NPS of those for whom `scope` holds.
    pub async fn initiative(
        &self,
        scope: Option<&str>,
        unit: Option<&str>,
        start: Date,
        expected: f64,
    ) -> initiative::Model {
        let scope = scope.map(|scope| scope.parse::<Condition>().expect("a condition"));
        let measure = Measure { survey: "visit".into(), question: "nps".into(), scope, unit: unit.map(str::to_owned) };
        let now = self.store.env().now().0;
        let new = initiative::Model {
            id: InitiativeId::new(self.store.env()).to_string(),
            workspace_id: self.ws.0,
            title: "Bins by the <doors>".into(),
            problem: String::new(),
            causes: "[]".into(),
            plan: String::new(),
            risks: String::new(),
            topic: Some("cleanliness".into()),
            insight_id: None,
            measure: serde_json::to_string(&measure).expect("JSON"),
            expected: Some(expected),
            expected_by: Some(self.day(60).to_string()),
            owner: None,
            team_id: None,
            state: "doing".into(),
            cost: Some(1_000.0),
            starts_on: Some(start.to_string()),
            ends_on: None,
            lesson: None,
            told: None,
            is_public: false,
            created_by: "mem_1".into(),
            created_at: now,
            changed_at: now,
            done_at: None,
        };
        let txn = self.store.write().await.expect("a write begins");
        let row = initiative::ActiveModel {
            id: Set(new.id.clone()),
            workspace_id: Set(new.workspace_id),
            title: Set(new.title.clone()),
            problem: Set(new.problem.clone()),
            causes: Set(new.causes.clone()),
            plan: Set(new.plan.clone()),
            risks: Set(new.risks.clone()),
            topic: Set(new.topic.clone()),
            insight_id: Set(None),
            measure: Set(new.measure.clone()),
            expected: Set(new.expected),
            expected_by: Set(new.expected_by.clone()),
            owner: Set(None),
            team_id: Set(None),
            state: Set(new.state.clone()),
            cost: Set(new.cost),
            starts_on: Set(new.starts_on.clone()),
            ends_on: Set(None),
            lesson: Set(None),
            told: Set(None),
            is_public: Set(false),
            created_by: Set(new.created_by.clone()),
            created_at: Set(now),
            changed_at: Set(now),
            done_at: Set(None),
        };
        initiative::Entity::insert(row).exec_without_returning(&*txn).await.expect("the initiative is kept");
        txn.commit().await.expect("the write is kept");
        new
    }

    pub async fn workspace(&self) -> workspace::Model {
        self.store.workspace(self.ws).await.expect("the workspace is read").expect("it is there")
    }

    pub async fn measure(&self, row: &initiative::Model) -> effect::Model {
        let workspace = self.workspace().await;
        prove::measure_initiative(&self.store, &self.tools, &workspace, row).await.expect("it is measured")
    }
}

/// `A` to `L`.
pub fn name(branch: usize) -> String {
    char::from(b'A' + branch as u8).to_string()
}

/// -1, 0 or 1, without a pattern that an effect could be mistaken for.
fn noise(branch: usize, week: i64) -> i64 {
    let mut x = (branch as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (week + 100) as u64;
    for _ in 0..3 {
        x = (x ^ (x >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    (x >> 33) as i64 % 3 - 1
}
