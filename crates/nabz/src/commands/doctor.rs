//! `nabz doctor`: what is missing for production, and what to do about it.

use act::messages::{Postman, Settings, Wrong, imap};
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
    let mail = app.config.mail.check();
    let findings = [
        database(app).await?,
        schema(app).await?,
        disk(app),
        address(app),
        owner(app, workspace).await?,
        assets(),
        texts(app),
        sync(app),
        assistant(app, workspace).await?,
        outgoing(&mail).await,
        incoming(&mail).await,
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

/// What cannot be loaded has stopped the command before.
fn texts(app: &App) -> Finding {
    let says = match app.lake.shared_reader().transformer().map(|one| one.about().clone()) {
        None => "read by the reader that ships".into(),
        Some(about) => format!(
            "whole ones in {} judged by the transformer {} ({}, {} million trained numbers, {})",
            about.languages.join(", "),
            about.name,
            about.family,
            about.parameters.div_ceil(1_000_000),
            about.fingerprint
        ),
    };
    Finding { what: "texts", ok: true, says }
}

fn sync(app: &App) -> Finding {
    let ok = app.config.store.sqlite_synchronous == store::Synchronous::Full;
    let says = if ok { "every acknowledged answer is on disk" } else { "store.sqlite_synchronous is not full" };
    Finding { what: "sync", ok, says: says.into() }
}

/// None is needed. One that is asked over an open line is told of.
async fn assistant(app: &App, workspace: WorkspaceId) -> Result<Finding, Failure> {
    let what = "assistant";
    let Some((host, model)) = app.assistant.named() else {
        let says = "no language model is set, and nothing is sent to one".into();
        return Ok(Finding { what, ok: true, says });
    };
    let is_on = app.assistant.is_on(&app.store, workspace).await?;
    let is_open = app.config.assistant.url.starts_with("http://") && !is_near(host);
    let says = match (is_on, is_open) {
        (_, true) => format!("{model} at {host} is asked without encryption: use https:// in assistant.url"),
        (true, _) => format!("{model} at {host}, switched on here"),
        (false, _) => format!("{model} at {host}, switched off here: nothing is sent"),
    };
    Ok(Finding { what, ok: !is_open, says })
}

/// Whether a host is this machine or a neighbour by its address.
fn is_near(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
    let ip = name.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
    ip.map_or_else(|_| name == "localhost" || name.ends_with(".localhost"), |ip| !outbound::is_public(ip))
}

/// Asks the mail server; its address and password are never shown.
async fn outgoing(mail: &Result<Settings, Wrong>) -> Finding {
    let (ok, says) = match mail {
        Err(wrong) => (false, wrong.to_string()),
        Ok(Settings { outgoing: None, .. }) => {
            (false, "no mail is sent: set mail.smtp and mail.from; until then /act/messages shows what would go".into())
        }
        Ok(Settings { outgoing: Some(outgoing), .. }) => match Postman::check(outgoing).await {
            Ok(()) => (true, format!("{} answers, from {}", outgoing.host, outgoing.from)),
            Err(words) => (false, format!("{} does not work: {words}", outgoing.host)),
        },
    };
    Finding { what: "mail", ok, says }
}

/// Opens the mailbox.
async fn incoming(mail: &Result<Settings, Wrong>) -> Finding {
    let (ok, says) = match mail {
        Err(_) => (false, "see mail".into()),
        Ok(Settings { incoming: None, outgoing }) => {
            let says = "answers are not fetched: set mail.imap, or bring them to POST /api/v1/mail";
            (outgoing.is_none(), says.into())
        }
        Ok(Settings { incoming: Some(incoming), .. }) => match imap::check(incoming).await {
            Ok(()) => (true, format!("{} can be read", incoming.name())),
            Err(error) => (false, format!("{} cannot be read: {error}", incoming.name())),
        },
    };
    Finding { what: "mailbox", ok, says }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn this_machine_needs_no_encryption() {
        for host in ["localhost:11434", "127.0.0.1", "10.1.2.3:8000", "[::1]:8000", "[fd00::1]"] {
            assert!(is_near(host), "{host}");
        }
        for host in ["api.example.com", "8.8.8.8:80", "[2606:4700::1111]", "localhost.example.com:80"] {
            assert!(!is_near(host), "{host}");
        }
    }
}
