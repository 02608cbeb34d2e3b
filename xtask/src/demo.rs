//! `cargo xtask demo`: from a fresh clone to a running demo.

use std::path::Path;

use anyhow::Result;

use crate::steps::{self, Steps, command};
use crate::{assets, tools};

#[derive(clap::Args)]
pub struct Args {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Folder of the demo's data
    #[arg(long, default_value = "nabz-demo")]
    data: String,
}

pub fn run(root: &Path, args: &Args) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("Check the tools", tools::check)?;
    steps.step("Bundle scripts, fonts and icons", || assets::run(root))?;
    steps.step("Build (the first time takes several minutes)", || {
        steps::run(&mut command(root, "cargo", &["build", "--package", "nabz"]))
    })?;
    eprintln!("── Start the demo; Ctrl-C stops it");
    let port = args.port.to_string();
    let demo = ["run", "--quiet", "--package", "nabz", "--", "demo", "--port", &port, "--data", &args.data];
    steps::run(&mut command(root, "cargo", &demo))
}
