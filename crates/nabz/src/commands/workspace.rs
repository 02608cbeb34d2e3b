//! `nabz workspace`: tenants of this folder.

use kernel::format::Calendar;
use serde_json::json;
use store::workspaces::{self, NewWorkspace};

use crate::app::App;
use crate::cli::Workspace;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, command: Workspace, console: &Console) -> Result<Exit, Failure> {
    match command {
        Workspace::Add { name, title, zone, calendar } => {
            if app.store.workspace_named(&name).await?.is_some() {
                return Err(Failure::usage(format!("there is a workspace `{name}` already"), "choose another name"));
            }
            let zone = zone.unwrap_or_else(|| "UTC".into());
            if jiff::tz::TimeZone::get(&zone).is_err() {
                return Err(Failure::usage(
                    format!("there is no time zone `{zone}`"),
                    "use an IANA name such as Asia/Tehran",
                ));
            }
            let calendar = calendar.unwrap_or_else(|| Calendar::Gregorian.as_str().into());
            if !Calendar::ALL.iter().any(|known| known.as_str() == calendar) {
                return Err(Failure::usage(format!("there is no calendar `{calendar}`"), "gregorian or persian"));
            }
            let txn = app.store.write().await?;
            let new = NewWorkspace {
                name: &name,
                title: title.as_deref().unwrap_or(&name),
                zone: &zone,
                calendar: &calendar,
                ..NewWorkspace::default()
            };
            workspaces::add(&txn, &new).await?;
            txn.commit().await?;
            console.say(&format!("Made. Use it with --workspace {name}")).await;
        }
        Workspace::List => {
            let all = app.store.workspaces().await?;
            if console.manners.json {
                let all: Vec<_> = all
                    .iter()
                    .map(|w| json!({ "name": w.name, "title": w.title, "zone": w.zone, "calendar": w.calendar }))
                    .collect();
                console.line(&json!(all).to_string()).await?;
            } else {
                for workspace in all {
                    console.line(&format!("{}  {}", workspace.name, workspace.title)).await?;
                }
            }
        }
    }
    Ok(Exit::Done)
}
