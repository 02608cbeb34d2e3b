//! `nabz key`: keys to the API.

use kernel::WorkspaceId;
use serde_json::json;
use store::keys::Scope;

use crate::app::App;
use crate::cli::Key;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, workspace: WorkspaceId, command: Key, console: &Console) -> Result<Exit, Failure> {
    match command {
        Key::Add { scope, name } => {
            let scope: Scope = scope.parse().map_err(|error: store::keys::NoSuchScope| {
                Failure::usage(error.to_string(), "e.g. --scope responses")
            })?;
            let secret = workspace::keys::add(&app.store, workspace, &name, scope).await?;
            if console.manners.json {
                console.line(&json!({ "key": secret, "scope": scope.as_str() }).to_string()).await?;
            } else {
                console.line(&secret).await?;
                console.say("Keep it: it is shown only now.").await;
            }
        }
        Key::List => {
            let keys: Vec<_> = app.store.keys(workspace).await?;
            if console.manners.json {
                let keys: Vec<_> = keys
                    .iter()
                    .map(|key| json!({ "id": key.id, "name": key.name, "scope": key.scope, "revoked": key.revoked_at.is_some() }))
                    .collect();
                console.line(&json!(keys).to_string()).await?;
            } else {
                for key in keys {
                    let state = if key.revoked_at.is_some() { "revoked" } else { "" };
                    console.line(format!("{}  {:9}  {}  {state}", key.id, key.scope, key.name).trim_end()).await?;
                }
            }
        }
        Key::Revoke { id } => {
            workspace::keys::take_back(&app.store, workspace, &id).await?;
            console.say("Revoked. It stops working within a second.").await;
        }
    }
    Ok(Exit::Done)
}
