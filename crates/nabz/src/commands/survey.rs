//! `nabz survey`: definitions of surveys, and where answers lead.

use std::path::Path;

use anyhow::Context as _;
use kernel::WorkspaceId;
use listen::definitions::{self, DEFINITION_BYTES_MAX, Replay};
use serde_json::{Value as Json, json};

use crate::app::App;
use crate::cli::Survey;
use crate::console::{Console, Exit};
use crate::failure::Failure;

/// How the audit log names whoever works at the command line.
const ACTOR: &str = "cli";

pub async fn run(app: &App, workspace: WorkspaceId, command: Survey, console: &Console) -> Result<Exit, Failure> {
    let store = &app.store;
    match command {
        Survey::List => list(app, workspace, console).await?,
        Survey::Show { survey, draft } => {
            let row = definitions::find(store, workspace, &survey).await?;
            let definition = if draft { row.draft()? } else { definitions::in_force(&row)? };
            pretty(&json!(definition), console).await?;
        }
        Survey::Define { survey, file } => {
            let definition = read(&file)?;
            let (row, is_new) = definitions::put(store, workspace, &survey, &definition, ACTOR).await?;
            pretty(&definitions::brief(&row)?, console).await?;
            let hint = format!("{}: `nabz survey publish {}`", if is_new { "Made" } else { "Kept" }, row.key);
            console.say(&hint).await;
        }
        Survey::Publish { survey } => {
            let row = definitions::publish(store, workspace, &survey, ACTOR).await?;
            let done = json!({ "key": row.key, "version": row.version, "path": format!("/s/{}", row.link) });
            console.line(&done.to_string()).await?;
        }
        Survey::ReplayPath { survey, file, draft } => {
            let row = definitions::find(store, workspace, &survey).await?;
            let definition = if draft { row.draft()? } else { definitions::in_force(&row)? };
            let path = definitions::replay(&definition, &Replay::read(&read(&file)?)?);
            if console.manners.json {
                console.line(&path.to_string()).await?;
            } else {
                tell(&path, console).await?;
            }
        }
    }
    Ok(Exit::Done)
}

async fn list(app: &App, workspace: WorkspaceId, console: &Console) -> Result<(), Failure> {
    let rows = app.store.surveys(workspace).await?;
    let briefs: Vec<Json> = rows.iter().map(definitions::brief).collect::<kernel::Result<_>>()?;
    if console.manners.json {
        return Ok(console.line(&json!(briefs).to_string()).await?);
    }
    for row in rows {
        console.line(&format!("{}  {:6}  v{}  {}", row.key, row.state, row.version, row.title)).await?;
    }
    Ok(())
}

/// A path for people: a line a step, then where it ends.
async fn tell(path: &Json, console: &Console) -> Result<(), Failure> {
    for step in path["steps"].as_array().into_iter().flatten() {
        let asked: Vec<&str> = step["asked"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        console.line(&format!("{}  {}", step["id"].as_str().unwrap_or_default(), asked.join(" "))).await?;
    }
    Ok(console.line(path["end"].as_str().unwrap_or_default()).await?)
}

async fn pretty(json: &Json, console: &Console) -> Result<(), Failure> {
    let text = if console.manners.json { json.to_string() } else { format!("{json:#}") };
    Ok(console.line(&text).await?)
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let length = std::fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
    if length > DEFINITION_BYTES_MAX as u64 {
        return Err(kernel::Error::from(kernel::Refusal::new("too_large")).into());
    }
    Ok(std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?)
}
