//! What a workspace has learned reads the same everywhere: the command, from a running server and from the folder, the
//! API, and the columns of the product.

use std::fmt::Write as _;
use std::path::Path;

use axum::Router;
use axum::body::Body;
use http_body_util::BodyExt as _;
use hyper::{Request, header};
use kernel::{Locale, Role, WorkspaceId};
use metrics_exporter_prometheus::PrometheusBuilder;
use nabz::app::App;
use nabz::cli::{Command, Import, ImportResponses};
use nabz::config::Config;
use nabz::console::{Console, Exit, Manners};
use store::keys::{self, Scope};
use text::Reader;
use tower::ServiceExt as _;
use ui::http::{Web, WebConfig};

#[path = "../../transformer/tests/small/mod.rs"]
mod small;

const BASE: &str = "http://nabz.example";

fn console() -> Console {
    Console::local(Manners { json: false, terminal: false, locale: Locale::En })
}

async fn open(data: &Path) -> App {
    App::open(Config::load(data).expect("the default configuration"), None).await.expect("the folder opens")
}

/// Comments with words that no lexicon knows, each with its rating.
async fn import(app: &App, rows_wanted: usize) {
    let mut rows = String::from("id,nps,comment\n");
    for n in 0..rows_wanted {
        let (word, score) = [("zorply", 1), ("flimbrous", 10)][n % 2];
        writeln!(rows, "r{n},{score},The table by window {n} was quite {word} at noon").expect("a line");
    }
    let file = app.config.data.join("visits.csv");
    std::fs::write(&file, rows).expect("a file");
    let map = vec!["comment=text".into()];
    let new = ImportResponses { file, survey: "visit".into(), map, yes: true, dry_run: false };
    let exit = nabz::commands::run(app, Command::Import(Import::Responses(new)), None, &console()).await;
    assert_eq!(exit, Exit::Done);
    app.settle().await.expect("settled");
}

async fn send(router: &Router, path: &str, head: (&'static str, String), body: String) -> String {
    let request = Request::post(path)
        .header(head.0, head.1)
        .header("origin", BASE)
        .header("host", "nabz.example")
        .header(header::CONTENT_TYPE, "application/json");
    let response = router.clone().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
    assert!(response.status().is_success() || response.status().is_redirection(), "{path}: {}", response.status());
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn json(reader: &Reader, text: &str) -> String {
    serde_json::to_string(&reader.read(text, Some("en"))).expect("JSON")
}

/// The reader that the command takes; from the server that owns the folder, or from the folder.
async fn of_command(data: &Path) -> Reader {
    let found = nabz::commands::text::reader_of(data, "default", &console()).await;
    found.ok().and_then(Result::ok).expect("a reader")
}

/// Reads again until nothing is left, and gives the columns of one text.
async fn column(app: &App, workspace: WorkspaceId) -> (String, f64) {
    while understand::texts::step(&app.store, &app.lake, workspace).await.expect("a step") {}
    let sql = "select sentiment, score from verbatims where signal_id = 'r0'";
    let rows = app.lake.query(workspace, sql, &[]).await.expect("asked").rows().await.expect("rows");
    (rows[0][0].as_str().expect("a label").to_owned(), rows[0][1].as_f64().expect("a score"))
}

/// With threads that plans of queries have room on.
fn run(story: impl Future<Output = ()>) {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().thread_stack_size(8 << 20);
    runtime.build().expect("threads").block_on(story);
}

#[test]
fn the_command_the_api_and_the_product_read_alike() {
    run(async {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        let app = open(data).await;
        import(&app, 240).await;
        let workspace = app.workspace(None).await.expect("the workspace");
        let config = WebConfig { base_url: BASE.into(), trusted_proxies: vec![], has_mail: false, demo: false };
        let web = Web::new(app.store.clone(), app.pages.clone(), config, app.parts());
        let routes = nabz::serve::routes(&app, PrometheusBuilder::new().build_recorder().handle());
        let router = ui::http::protect(routes.into_router(), web);
        let admin = testkit::member(&app.store, workspace, Role::Admin).await;
        let txn = app.store.write().await.expect("a write");
        let session = store::sessions::open(&txn, workspace, &admin).await.expect("a session");
        let (_, key) = keys::issue(&txn, workspace, "test", Scope::Read).await.expect("a key");
        txn.commit().await.expect("kept");
        let post = async |path: &str| send(&router, path, ("cookie", format!("nabz={session}")), String::new()).await;
        let text = "The table by window 0 was quite zorply at noon";
        let api = async || {
            let body = format!("{{\"text\": \"{text}\", \"language\": \"en\"}}");
            send(&router, "/api/v1/text", ("authorization", format!("Bearer {key}")), body).await
        };

        let shipped = json(&Reader::new(), text);
        assert_eq!(api().await, shipped);
        let before = column(&app, workspace).await;
        post("/understand/reading/learn").await;
        assert!(understand::texts::try_asked(&app.store, &app.lake, workspace).await.expect("a trial"));
        assert_eq!(api().await, shipped, "a trial changes nothing");
        post("/understand/reading/learn/on").await;

        // From the server's socket.
        let server = tokio::spawn(nabz::remote::listen(app.clone()));
        while !nabz::remote::path(data).exists() {
            tokio::task::yield_now().await;
        }
        let learned = of_command(data).await;
        server.abort();
        assert!(learned.version().contains('+'), "{}", learned.version());
        let own = json(&learned, text);
        assert_ne!(own, shipped);
        assert_eq!(api().await, own);
        let reading = learned.read(text, Some("en"));
        let after = column(&app, workspace).await;
        assert_eq!(Some(after.1), reading.score);
        assert_eq!(after.0, "neg");
        assert_ne!(after, before);

        // From the folder, in which nobody serves; and after a restart.
        drop((router, app));
        _ = std::fs::remove_file(nabz::remote::path(data));
        assert_eq!(json(&of_command(data).await, text), own);
        let app = open(data).await;
        assert_eq!(app.lake.reader(workspace).version(), learned.version());
        assert_eq!(column(&app, workspace).await, after);
    });
}

#[test]
fn a_transformer_reads_alike_everywhere_or_nothing_starts() {
    run(async {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path();
        let plain = nabz::commands::text::reader(data).await.expect("a reader");
        assert_eq!(plain.version(), Reader::new().version(), "off by default");
        small::write(&data.join("small-bert"), "bert");
        let setting = "[text]\ntransformer = \"small-bert\"\ntransformer_languages = [\"en\"]\n";
        std::fs::write(data.join("nabz.toml"), setting).expect("a configuration");
        let app = open(data).await;
        import(&app, 12).await; // So few are judged by the transformer at once.
        let workspace = app.workspace(None).await.expect("the workspace");
        let reader = nabz::commands::text::reader(data).await.expect("a reader");
        assert!(reader.version().contains('@'), "{}", reader.version());
        let text = "The table by window 0 was quite zorply at noon";
        let reading = reader.read(text, Some("en"));
        assert_eq!(reading.by.as_deref(), Some("small-bert"));
        assert_ne!(reading.score, Reader::new().read(text, Some("en")).score);
        assert_eq!(app.lake.reader(workspace).read(text, Some("en")), reading);
        assert_eq!(Some(column(&app, workspace).await.1), reading.score);
        drop(app);
        assert_eq!(of_command(data).await.read(text, Some("en")), reading);

        // What is wrong is told, with what to do; nobody reads on without it.
        std::fs::remove_file(data.join("small-bert/tokenizer.json")).expect("removed");
        let failure = App::open(Config::load(data).expect("the configuration"), None).await.err().expect("a refusal");
        let nabz::failure::Failure::Hinted { words, hint } = failure else { panic!("{failure}") };
        assert!(words.contains("tokenizer.json") && words.contains("text.transformer"), "{words}");
        assert!(hint.contains("empty text.transformer"), "{hint}");
        assert!(nabz::commands::text::reader(data).await.is_err());
    });
}
