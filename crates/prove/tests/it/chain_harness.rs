//! The slice's pages over a database and a lake of their own, and members who read them.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::signal::Signal;
use kernel::{Role, Uid, WorkspaceId};
use lake::{Lake, LakeConfig};
use store::workspaces::{self, NewWorkspace};
use store::{Entry, Store};
use testkit::Db;
use tower::ServiceExt;
use ui::http::{Web, WebConfig, protect};

pub struct App {
    pub store: Store,
    pub ws: WorkspaceId,
    pub lake: Arc<Lake>,
    router: Router,
}

pub async fn app(db: &Db) -> App {
    let (store, ws) = testkit::store(db).await;
    let lake = Lake::open(store.clone(), &db.folder().join("lake"), LakeConfig::default()).await;
    let lake: Arc<Lake> = lake.expect("the lake opens");
    let tools = prove::Tools { lake: lake.clone(), versions: Arc::new(crate::harness::Published::default()) };
    let pages = ui::Pages::new([prove::BUNDLE]).expect("templates and catalogues compile");
    let config =
        WebConfig { base_url: "http://nabz.example".into(), trusted_proxies: vec![], has_mail: false, demo: false };
    let web = Web::new(store.clone(), pages, config, vec![]);
    let router = protect(prove::routes(tools).into_router(), web);
    App { store, ws, lake, router }
}

impl App {
    /// What a member with this role reads.
    pub async fn reads(&self, role: Role, path: &str) -> (StatusCode, String) {
        self.reads_in(self.ws, role, path).await
    }

    pub async fn reads_in(&self, ws: WorkspaceId, role: Role, path: &str) -> (StatusCode, String) {
        let member = testkit::member(&self.store, ws, role).await;
        let txn = self.store.write().await.expect("a write begins");
        let session = store::sessions::open(&txn, ws, &member).await.expect("a session opens");
        txn.commit().await.expect("the write is kept");
        let request = Request::get(path).header(header::COOKIE, format!("nabz={session}")).body(Body::empty());
        let response = self.router.clone().oneshot(request.expect("a request")).await.expect("it never fails");
        let status = response.status();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        // Names and numbers in sentences stand between invisible marks.
        let body = String::from_utf8(bytes.to_vec()).expect("pages are UTF-8").replace(['\u{2068}', '\u{2069}'], "");
        (status, body)
    }

    /// Another workspace of the same server.
    pub async fn elsewhere(&self) -> WorkspaceId {
        let txn = self.store.write().await.expect("a write begins");
        let new = NewWorkspace { name: "other", ..NewWorkspace::default() };
        let ws = workspaces::add(&txn, &new).await.expect("the workspace is made");
        txn.commit().await.expect("the write is kept");
        ws
    }

    /// Keeps signals and gives their identities.
    pub async fn append(&self, signals: Vec<Signal>) -> Vec<Uid> {
        let entries: Vec<Entry> =
            signals.into_iter().map(|signal| Entry::new(self.ws, signal).expect("an entry")).collect();
        let uids = entries.iter().map(Entry::uid).collect();
        self.store.append(entries).await.expect("the signals are kept");
        uids
    }
}
