//! `nabz member`: who works in the workspace. Links stand in for mails, so nobody needs SMTP to get in.

use kernel::WorkspaceId;
use serde_json::json;

use crate::app::App;
use crate::cli::Member;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, workspace: WorkspaceId, command: Member, console: &Console) -> Result<Exit, Failure> {
    match command {
        Member::Add { email, role, name } => {
            // Until they say how they want to be called: the first part of the address.
            let name = name.unwrap_or_else(|| email.split('@').next().unwrap_or_default().to_owned());
            let secret = workspace::members::add(&app.store, workspace, &email, role, &name).await?;
            link(app, &secret, console).await
        }
        Member::Link { email } => {
            let secret = workspace::members::link(&app.store, workspace, &email).await?;
            link(app, &secret, console).await
        }
        Member::List => {
            let members = app.store.members(workspace).await?;
            if console.manners.json {
                let members: Vec<_> = members
                    .iter()
                    .map(|m| json!({ "id": m.id, "email": m.email, "name": m.name, "role": m.role, "disabled": m.disabled_at.is_some() }))
                    .collect();
                console.line(&json!(members).to_string()).await?;
            } else {
                for member in members {
                    let state = if member.disabled_at.is_some() { "disabled" } else { "" };
                    let line = format!("{:8}  {}  {}  {state}", member.role, member.email, member.name);
                    console.line(line.trim_end()).await?;
                }
            }
            Ok(Exit::Done)
        }
    }
}

async fn link(app: &App, secret: &str, console: &Console) -> Result<Exit, Failure> {
    let link = format!("{}/start/{secret}", app.base_url());
    if console.manners.json {
        console.line(&json!({ "link": link }).to_string()).await?;
    } else {
        console.line(&link).await?;
        console.say("The link works once, for a week.").await;
    }
    Ok(Exit::Done)
}
