//! `nabz verify`: is everything that was taken still there and whole?

use serde_json::json;

use crate::app::App;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, console: &Console) -> Result<Exit, Failure> {
    let mut damages: Vec<String> = Vec::new();
    damages.extend(app.store.damages().await?.into_iter().map(|words| format!("nabz.db: {words}")));
    let mut segments = 0;
    for workspace in app.store.workspaces().await? {
        if let Some(seq) = app.store.broken_audit(workspace.id()).await? {
            damages
                .push(format!("audit of workspace {}: entry {seq} or the one before it was changed", workspace.name));
        }
        segments += app.store.segments(workspace.id()).await?.len();
        let found = app.lake.verify(workspace.id()).await.map_err(kernel::Error::from)?;
        damages.extend(found.into_iter().map(|damage| format!("{}: {}", damage.file, damage.what)));
    }
    if console.manners.json {
        console.line(&json!({ "segments": segments, "damages": damages }).to_string()).await?;
    } else {
        for damage in &damages {
            console.line(damage).await?;
        }
        let words = if damages.is_empty() { "Nothing is damaged" } else { "Damage was found" };
        console.say(&format!("{words}: database, audit chain and {segments} sealed segments were read.")).await;
    }
    Ok(if damages.is_empty() { Exit::Done } else { Exit::Failed })
}
