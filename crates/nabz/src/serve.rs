//! The server: one port for people and programs, one socket for commands.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use axum::extract::Extension;
use axum::response::{IntoResponse as _, Response};
use kernel::{Error, Role};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use store::tickets::{self, Purpose};
use tokio::net::TcpListener;
use ui::http::{Access, ClientIp, Reply, Routes, Web, WebConfig};

use crate::app::App;
use crate::config::Config;
use crate::console::{Console, Exit};
use crate::failure::Failure;
use crate::{commands, remote, workers};

/// How long requests that are under way may take to finish after a stop was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until the process is asked to stop.
pub async fn serve(config: Config, workspace: Option<&str>, demo: bool, console: &Console) -> Result<Exit, Failure> {
    let metrics = PrometheusBuilder::new().install_recorder().context("metrics cannot be started")?;
    let app = App::open(config, workspace).await?;
    if demo {
        commands::demo::fill(&app, console).await?;
    }
    let at = (app.config.http.bind, app.config.http.port);
    let listener = TcpListener::bind(at).await.map_err(|error| {
        Failure::hinted(
            format!("cannot listen on {}:{}: {error}", at.0, at.1),
            "choose another port with --port; 0 takes a free one",
        )
    })?;
    app.listens_on(listener.local_addr()?);
    let base_url = app.base_url();
    let web = Web::new(
        app.store.clone(),
        app.pages.clone(),
        WebConfig {
            base_url: base_url.clone(),
            trusted_proxies: app.config.http.trusted_proxies.clone(),
            has_mail: app.has_mail(),
            demo,
        },
        app.parts(),
    );
    let router = ui::http::protect(routes(&app, metrics).into_router(), web);
    let _workers = workers::start(&app);
    let commands = tokio::spawn(remote::listen(app.clone()));

    invite(&app, workspace, demo, &base_url, console).await?;
    console.line(&base_url).await?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stop());
    let broken = broken(app.clone());
    let exit = tokio::select! {
        served = with_grace(served) => { served?; Exit::Done }
        () = broken => {
            console.say("error: the disk failed; stopping so that a restart can recover from the log").await;
            Exit::Failed
        }
    };
    commands.abort();
    _ = std::fs::remove_file(remote::path(&app.config.data));
    Ok(exit)
}

/// All routes of the server.
pub fn routes(app: &App, metrics: PrometheusHandle) -> Routes {
    let own = Routes::new()
        .get("/healthz", Access::Public, healthy)
        .get("/metrics", Access::Public, numbers)
        .get("/api/openapi.json", Access::Public, describe)
        .extension(metrics)
        .extension(app.config.clone());
    own.merge(app.routes()).merge(ui::http::assets())
}

/// 200 while the database answers.
async fn healthy(axum::extract::State(web): axum::extract::State<Web>) -> Reply {
    if web.store.is_broken() {
        return Err(Error::Unavailable("the disk failed".into()).into());
    }
    web.store.head().await?;
    Ok("ok\n".into_response())
}

/// Prometheus' text format; for this machine only unless the configuration says otherwise.
async fn numbers(
    Extension(metrics): Extension<PrometheusHandle>,
    Extension(config): Extension<std::sync::Arc<Config>>,
    ClientIp(from): ClientIp,
) -> Reply {
    if !config.http.metrics_public && !from.is_loopback() {
        return Err(Error::NotFound("page").into());
    }
    Ok(metrics.render().into_response())
}

async fn describe() -> Response {
    let mut all = listen::openapi();
    all.merge(understand::texts::openapi());
    all.merge(act::messages::openapi());
    axum::Json(all).into_response()
}

/// Prints the link with which the first owner, or the demo's visitor, gets in.
async fn invite(
    app: &App,
    workspace: Option<&str>,
    demo: bool,
    base_url: &str,
    console: &Console,
) -> Result<(), Failure> {
    let id = app.workspace(workspace).await?;
    let (purpose, words) = if demo {
        let owner = app.store.members(id).await?.into_iter().find(|member| member.role() == Role::Owner);
        let owner = owner.context("the demo has no owner")?;
        (Purpose::Login(owner.id()), "Open this link in your browser; it works once:")
    } else if app.store.has_owner(id).await? {
        return Ok(());
    } else {
        (Purpose::Owner, "Nobody owns this workspace yet. Open this link to become its owner; it works once:")
    };
    let txn = app.store.write().await?;
    if purpose == Purpose::Owner {
        tickets::void(&txn, id, "owner").await?;
    }
    let secret = tickets::issue(&txn, id, &purpose).await?;
    txn.commit().await?;
    console.say(&format!("\n{words}\n  {base_url}/start/{secret}\n")).await;
    Ok(())
}

async fn stop() {
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}

/// Finishes what is under way, but not for ever: a browser that holds its connection open must not hold the server.
async fn with_grace(served: impl IntoFuture<Output = std::io::Result<()>>) -> std::io::Result<()> {
    let late = async {
        stop().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        served = served.into_future() => served,
        () = late => Ok(()),
    }
}

async fn broken(app: App) {
    let mut head = app.store.watch();
    while !app.store.is_broken() {
        if head.changed().await.is_err() {
            return;
        }
    }
}
