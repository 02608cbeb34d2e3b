//! `nabz migrate`: schema changes. Opening a folder applies them, so this says what happened.

use store::migrations;

use crate::app::{self, App};
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, dry_run: bool, console: &Console) -> Result<Exit, Failure> {
    let pending = migrations::pending(&app.store, &app::migrations()).await?;
    for name in &pending {
        console.line(name).await?;
    }
    if !dry_run {
        store::migrate(&app.store, &app::migrations()).await?;
    }
    console.say(if pending.is_empty() { "The database is up to date." } else { "Done." }).await;
    Ok(Exit::Done)
}
