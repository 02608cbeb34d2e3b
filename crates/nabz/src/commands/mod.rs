//! One file a command. Each works the same in its own process and on behalf of another one.

pub mod backup;
pub mod demo;
mod doctor;
mod export;
mod import;
mod key;
mod member;
mod migrate;
mod reread;
pub mod restore;
mod sql;
mod survey;
pub mod text;
mod verify;
mod workspace;

use crate::app::App;
use crate::cli::Command;
use crate::console::{Console, Exit};
use crate::failure::Failure;

/// Does a command and tells how it ended.
pub async fn run(app: &App, command: Command, workspace: Option<&str>, console: &Console) -> Exit {
    match dispatch(app, command, workspace, console).await {
        Ok(exit) => exit,
        Err(failure) => failure.tell(console, Some(&app.pages)).await,
    }
}

async fn dispatch(app: &App, command: Command, name: Option<&str>, console: &Console) -> Result<Exit, Failure> {
    if let Command::Workspace(command) = command {
        return workspace::run(app, command, console).await;
    }
    let workspace = app.workspace(name).await?;
    match command {
        Command::Import(command) => import::run(app, workspace, command, console).await,
        Command::Export(command) => export::run(app, workspace, &command, console).await,
        Command::Sql(command) => sql::run(app, workspace, command, console).await,
        Command::Learned => text::learned(app, workspace, console).await,
        Command::Reread { all, status } => reread::run(app, workspace, all, status, console).await,
        Command::Survey(command) => survey::run(app, workspace, command, console).await,
        Command::Member(command) => member::run(app, workspace, command, console).await,
        Command::Key(command) => key::run(app, workspace, command, console).await,
        Command::Doctor => doctor::run(app, workspace, console).await,
        Command::Backup { file } => backup::run(app, &file, console).await,
        Command::Verify => verify::run(app, console).await,
        Command::Migrate { dry_run } => migrate::run(app, dry_run, console).await,
        Command::Demo(_) | Command::Serve(_) | Command::Restore { .. } | Command::Text(_) | Command::Workspace(_) => {
            Err(Failure::usage("a running server cannot do this for another process", "stop it first"))
        }
    }
}
