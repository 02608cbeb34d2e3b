//! The developer's commands: `cargo xtask demo`, `cargo xtask test` and the tools behind them.

mod assets;
mod bench;
mod browser;
mod demo;
mod exports;
mod faults;
mod i18n;
mod postgres;
mod steps;
mod test;
mod text;
mod tools;

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything and open the demo: a year of made-up data, no set-up
    Demo(demo::Args),
    /// Run every check that a change must pass
    Test(test::Args),
    /// Bring scripts, fonts and icons from npm and bundle them
    Assets,
    /// Measure against the figures and against other systems
    Bench(bench::Args),
    /// Kill the server, cut the power, fill the disk, and count what was lost
    Faults(faults::Args),
    /// Check every page and every kind of question for accessibility, in every variant
    A11y,
    /// Check the catalogues and write the review sheet
    I18n,
    /// Make the weights that read texts, to the bit as they ship, and measure them
    TextTrain(text::Args),
}

fn main() -> anyhow::Result<()> {
    let root = root();
    match Cli::parse().command {
        Command::Demo(args) => demo::run(&root, &args),
        Command::Test(args) => test::run(&root, &args),
        Command::Assets => assets::run(&root),
        Command::Bench(args) => bench::run(&root, args),
        Command::Faults(args) => faults::run(&root, args),
        Command::A11y => browser::a11y(&root),
        Command::I18n => i18n::run(&root),
        Command::TextTrain(args) => text::run(&root, &args),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
