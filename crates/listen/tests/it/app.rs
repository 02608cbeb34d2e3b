//! The slice's routes with everything around them, and a browser and a client to use them.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::{Role, WorkspaceId};
use serde_json::Value as Json;
use store::Store;
use store::keys::{self, Scope};
use testkit::Db;
use tower::ServiceExt;
use ui::http::{Access, HomePart, Reply, Routes, Viewer, Web, WebConfig, protect};

pub struct App {
    pub store: Store,
    pub workspace: WorkspaceId,
    pub router: Router,
}

/// This slice's part of Home, alone.
async fn home(viewer: Viewer) -> Reply {
    Ok(ui::http::html(listen::OpenSurveys.html(&viewer).await?.unwrap_or_default()))
}

/// An answer, read to its end.
pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Seen {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_else(|| panic!("{}", self.text))
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let start = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
        let rest = self.text.split_once(&start).unwrap_or_else(|| panic!("no field {name} in {}", self.text)).1;
        rest.split_once('"').expect("it ends").0.to_owned()
    }

    /// All hidden fields.
    pub fn all_hidden(&self) -> Vec<(String, String)> {
        let fields = self.text.split("<input type=\"hidden\" name=\"").skip(1);
        let field = |rest: &str| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            let value = rest.split_once('"')?.0;
            let plain = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x2f;", "/");
            Some((name.to_owned(), plain.replace("&amp;", "&")))
        };
        fields.filter_map(field).collect()
    }

    /// The answer key of the first question that can be answered.
    pub fn asked(&self) -> String {
        let rest = self.text.split_once("name=\"a.").unwrap_or_else(|| panic!("nothing is asked: {}", self.text)).1;
        rest.split(['"', ':']).next().expect("it ends").to_owned()
    }

    pub fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        self
    }

    pub fn see_other(self) -> Self {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self
    }
}

impl App {
    pub async fn new(db: &Db) -> Self {
        let migrations = store::migrations::Migrations::with(vec![listen::migrations]);
        let (store, workspace) = testkit::store_with(db, migrations).await;
        let pages = ui::Pages::new([listen::BUNDLE]).expect("templates and catalogues are in order");
        let config =
            WebConfig { base_url: "http://cx.test".into(), trusted_proxies: vec![], has_mail: false, demo: false };
        let web = Web::new(store.clone(), pages, config, vec![]);
        let home = Routes::new().get("/", Access::Member(Role::Viewer), home);
        let router = protect(listen::routes().merge(home).into_router(), web);
        Self { store, workspace, router }
    }

    /// A signed-in browser.
    pub async fn member(&self, role: Role) -> Browser<'_> {
        let member = testkit::member(&self.store, self.workspace, role).await;
        let txn = self.store.write().await.expect("a write begins");
        let secret = store::sessions::open(&txn, self.workspace, &member).await.expect("a session opens");
        txn.commit().await.expect("it is kept");
        Browser { app: self, cookie: Some(format!("nabz={secret}")), language: "en" }
    }

    /// The browser that holds a session.
    pub fn holding(&self, session: &str) -> Browser<'_> {
        Browser { app: self, cookie: Some(format!("nabz={session}")), language: "en" }
    }

    /// A browser of nobody in particular.
    pub fn guest(&self, language: &'static str) -> Browser<'_> {
        Browser { app: self, cookie: None, language }
    }

    pub async fn key(&self, scope: Scope) -> String {
        let txn = self.store.write().await.expect("a write begins");
        let (_, secret) = keys::issue(&txn, self.workspace, "test", scope).await.expect("a key is made");
        txn.commit().await.expect("it is kept");
        secret
    }

    pub async fn post_json(&self, path: &str, key: &str, body: impl Into<Body>) -> Seen {
        let request = Request::post(path)
            .header(header::AUTHORIZATION, format!("Bearer {key}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.into())
            .expect("a request");
        self.send(request).await
    }

    pub async fn request(&self, request: Request<Body>) -> Seen {
        self.send(request).await
    }

    async fn send(&self, request: Request<Body>) -> Seen {
        let response = self.router.clone().oneshot(request).await.expect("routers do not fail");
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        Seen { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// What the log has of the workspace and was not sealed, newest last.
    pub async fn log(&self) -> Vec<store::Logged> {
        self.store.unsealed(self.workspace, 0, 10_000).await.expect("the log is read")
    }
}

pub struct Browser<'a> {
    app: &'a App,
    cookie: Option<String>,
    language: &'static str,
}

impl<'a> Browser<'a> {
    /// The same member, who now reads another language.
    pub async fn speaking(self, language: &'static str) -> Browser<'a> {
        use sea_orm::sea_query::Expr;
        use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
        use store::entity::member::{Column, Entity};
        let txn = self.app.store.write().await.expect("a write begins");
        let all = Entity::update_many().col_expr(Column::Locale, Expr::value(language));
        all.filter(Column::WorkspaceId.eq(self.app.workspace.0)).exec(&*txn).await.expect("it is changed");
        txn.commit().await.expect("it is kept");
        Browser { language, ..self }
    }

    pub async fn get(&self, path: &str) -> Seen {
        self.send(Method::GET, path, String::new()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, body).await
    }

    /// Sends a form with a file.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file_name: &str, file: impl AsRef<[u8]>) -> Seen {
        self.upload_at(path, fields, "file", file_name, file).await
    }

    /// The same with the file in the part `name`.
    pub async fn upload_at(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        file_name: &str,
        file: impl AsRef<[u8]>,
    ) -> Seen {
        const BORDER: &str = "bordered-by-this";
        let part = |head: String, body: &[u8]| {
            let head = format!("--{BORDER}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            [head.as_bytes(), body, b"\r\n"].concat()
        };
        let parts = fields.iter().flat_map(|(name, value)| part(format!("name=\"{name}\""), value.as_bytes()));
        let mut body: Vec<u8> = parts.collect();
        body.extend(part(
            format!("name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: text/csv"),
            file.as_ref(),
        ));
        body.extend(format!("--{BORDER}--\r\n").into_bytes());
        self.send_as(Method::POST, path, body, &format!("multipart/form-data; boundary={BORDER}")).await
    }

    pub async fn send(&self, method: Method, path: &str, body: String) -> Seen {
        self.send_as(method, path, body, "application/x-www-form-urlencoded").await
    }

    async fn send_as(&self, method: Method, path: &str, body: impl Into<Body>, kind: &str) -> Seen {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.app.send(request.body(body.into()).expect("a request")).await
    }
}

/// Sends the page that is seen; the field `answer` is that of its first question.
pub async fn answer(app: &App, seen: &Seen, link: &str, also: &[(&str, &str)]) -> Seen {
    answer_from(app, seen, link, also, std::net::Ipv4Addr::LOCALHOST.into()).await
}

/// The same from a certain address.
pub async fn answer_from(app: &App, seen: &Seen, link: &str, also: &[(&str, &str)], ip: std::net::IpAddr) -> Seen {
    let mut fields = seen.all_hidden();
    for (name, value) in also {
        let name = if *name == "answer" { format!("a.{}", seen.asked()) } else { (*name).to_owned() };
        // What is said of a hidden field takes its place; an answer may have several values.
        if !name.starts_with("a.") {
            fields.retain(|(other, _)| *other != name);
        }
        fields.push((name, (*value).to_owned()));
    }
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(link)
        .header(header::ACCEPT_LANGUAGE, "en")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .extension(axum::extract::ConnectInfo(std::net::SocketAddr::new(ip, 1)));
    app.send(request.body(Body::from(body)).expect("a request")).await
}

/// Makes a survey from a template in four languages and publishes it; returns its id.
pub async fn published(app: &App, template: &str, also: &[(&str, &str)]) -> String {
    let manager = app.member(Role::Manager).await;
    let languages = [("language", "en"), ("language", "fa"), ("language", "ar"), ("language", "sv")];
    let fields: Vec<_> = [("template", template)].into_iter().chain(languages).collect();
    let made = manager.post("/listen/surveys", &fields).await.see_other();
    let page = made.location().to_owned();
    if !also.is_empty() {
        let fields: Vec<_> = [("title.en", "T")].into_iter().chain(languages).chain(also.iter().copied()).collect();
        manager.post(&format!("{page}/texts"), &fields).await.see_other();
    }
    manager.post(&format!("{page}/publish"), &[]).await.see_other();
    page.rsplit('/').next().expect("an id").to_owned()
}

/// The public path of a survey.
pub async fn link(app: &App, id: &str) -> String {
    let id = kernel::SurveyId::from_outside(id);
    let row = app.store.survey(app.workspace, &id).await.expect("it is read").expect("it is there");
    format!("/s/{}", row.link)
}
