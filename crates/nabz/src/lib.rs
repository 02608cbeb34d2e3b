//! The composition: command line, configuration, and all slices over one data folder. The binary only calls [`main`]; it is
//! a library so that tests can mount what it mounts.

pub mod app;
pub mod cli;
pub mod commands;
pub mod config;
pub mod console;
mod customers;
mod demo;
pub mod failure;
pub mod folder;
pub mod logs;
pub mod remote;
pub mod serve;
pub mod transformer;
pub mod workers;

use std::process::ExitCode;

use clap::Parser as _;

use crate::app::App;
use crate::cli::{Cli, Command};
use crate::config::Config;
use crate::console::{Console, Exit, Manners};
use crate::failure::Failure;
use crate::folder::Lock;

/// Plans of large queries recurse deeply; the threads that make them need the room.
const STACK_BYTES: usize = 8 << 20;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK_BYTES).build();
    let exit = match runtime {
        Ok(runtime) => {
            let exit = runtime.block_on(run(cli));
            // A blocked thread (a query that nobody waits for any more) must not hold the process.
            runtime.shutdown_timeout(std::time::Duration::from_secs(2));
            exit
        }
        Err(_) => Exit::Failed,
    };
    ExitCode::from(exit as u8)
}

async fn run(cli: Cli) -> Exit {
    let console = Console::local(Manners::here(cli.json));
    match dispatch(cli, &console).await {
        Ok(exit) => exit,
        Err(failure) => failure.tell(&console, app::pages().ok().as_ref()).await,
    }
}

async fn dispatch(cli: Cli, console: &Console) -> Result<Exit, Failure> {
    if let Command::Text(text) = &cli.command {
        // It reads this process's own stdin, and needs a folder only for its configuration and for what a workspace has
        // learned.
        let data = std::path::absolute(cli.data.unwrap_or_else(|| console::default_data(false)))?;
        let reader = match cli.workspace.as_deref() {
            None => Ok(commands::text::reader(&data).await?),
            Some(workspace) => commands::text::reader_of(&data, workspace, console).await?,
        };
        return match reader {
            Ok(reader) => commands::text::run(text, reader, console).await,
            Err(exit) => Ok(exit),
        };
    }
    let demo = matches!(cli.command, Command::Demo(_));
    let data = std::path::absolute(cli.data.unwrap_or_else(|| console::default_data(demo)))?;
    let mut config = Config::load(&data)?;
    let command = cli.command.absolute()?;
    let workspace = cli.workspace.as_deref();
    match &command {
        Command::Demo(serve) | Command::Serve(serve) => {
            config.http.port = serve.port.unwrap_or(config.http.port);
            if demo {
                config.http.bind = std::net::Ipv4Addr::LOCALHOST.into();
                config.http.base_url.clear();
            }
            config.check()?;
            logs::start(&config.log);
            let _lock = Lock::for_server(&data)?;
            serve::serve(config, workspace, demo, console).await
        }
        Command::Restore { file } => {
            let _lock = Lock::for_command(&data, console).await?;
            commands::restore::restore(&config, file, console).await
        }
        _ => {
            config.check()?;
            logs::start_quiet(&config.log);
            if let Some(exit) = remote::ask(&data, &command, workspace, &console.manners).await? {
                return Ok(exit);
            }
            let _lock = Lock::for_command(&data, console).await?;
            let app = App::open(config, workspace).await?;
            let exit = commands::run(&app, command, workspace, console).await;
            app.settle().await?;
            Ok(exit)
        }
    }
}
