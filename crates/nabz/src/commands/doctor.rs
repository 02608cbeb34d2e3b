//! `nabz doctor`: what is missing for production, and what to do about it.

use kernel::WorkspaceId;
use serde::Serialize;
use store::migrations;

use crate::app::{self, App};
use crate::console::{Console, Exit};
use crate::failure::Failure;

const FREE_BYTES_GOOD: u64 = 1 << 30;

/// One finding. `ok` is whether production could go on with it.
#[derive(Debug, Serialize)]
struct Finding {
    what: &'static str,
    ok: bool,
    says: String,
}

pub async fn run(app: &App, workspace: WorkspaceId, console: &Console) -> Result<Exit, Failure> {
    let findings = [
        database(app).await?,
        schema(app).await?,
        disk(app),
        address(app),
        owner(app, workspace).await?,
        assets(),
        sync(app),
    ];
    let healthy = findings.iter().all(|finding| finding.ok);
    if console.manners.json {
        console.line(&serde_json::to_string(&findings).map_err(anyhow::Error::from)?).await?;
    } else {
        for finding in &findings {
            let mark = if finding.ok { "ok  " } else { "todo" };
            console.line(&format!("{mark}  {:9} {}", finding.what, finding.says)).await?;
        }
    }
    Ok(if healthy { Exit::Done } else { Exit::Failed })
}

async fn database(app: &App) -> Result<Finding, Failure> {
    let kind = if app.store.is_sqlite() { "SQLite in the data folder" } else { "PostgreSQL" };
    let head = app.store.head().await?;
    Ok(Finding { what: "database", ok: true, says: format!("{kind}, log at position {head}") })
}

async fn schema(app: &App) -> Result<Finding, Failure> {
    let pending = migrations::pending(&app.store, &app::migrations()).await?.len();
    let says = if pending == 0 { "up to date".into() } else { format!("{pending} changes wait: run `nabz migrate`") };
    Ok(Finding { what: "schema", ok: pending == 0, says })
}

fn disk(app: &App) -> Finding {
    let free = app.store.free_bytes();
    let ok = free >= FREE_BYTES_GOOD;
    let says = match free {
        u64::MAX => "watched by the database server".into(),
        free if ok => format!("{} MB free", free >> 20),
        free => format!("only {} MB free: writes stop before it is full", free >> 20),
    };
    Finding { what: "disk", ok, says }
}

fn address(app: &App) -> Finding {
    let base = &app.config.http.base_url;
    let (ok, says) = if base.starts_with("https://") {
        (true, base.clone())
    } else if base.is_empty() {
        (
            false,
            "people outside this machine cannot reach it: set http.base_url and put a proxy with TLS in front".into(),
        )
    } else {
        (false, format!("{base} is not encrypted: put a proxy with TLS in front and use https://"))
    };
    Finding { what: "address", ok, says }
}

async fn owner(app: &App, workspace: WorkspaceId) -> Result<Finding, Failure> {
    let ok = app.store.has_owner(workspace).await?;
    let says = if ok { "there is one" } else { "nobody owns the workspace: `nabz serve` prints a link" };
    Ok(Finding { what: "owner", ok, says: says.into() })
}

fn assets() -> Finding {
    let ok = ["charts.js", "htmx.js", "fonts.css"].iter().all(|name| ui::assets::has(name));
    let says = if ok { "charts and fonts are built in" } else { "built without npm assets: charts show as tables" };
    Finding { what: "assets", ok, says: says.into() }
}

fn sync(app: &App) -> Finding {
    let ok = app.config.store.sqlite_synchronous == store::Synchronous::Full;
    let says = if ok { "every acknowledged answer is on disk" } else { "store.sqlite_synchronous is not full" };
    Finding { what: "sync", ok, says: says.into() }
}
