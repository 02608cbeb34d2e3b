//! Makes load for measurements: posts responses over HTTP, or writes big CSV files.
//!
//! It knows Nabz only through its contract (`docs/contract.md`), so the same program can measure any server
//! that speaks it. `cargo xtask bench` and `cargo xtask faults` start it; it is also useful alone.

mod csv;
mod latency;
mod post;
mod random;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "nabz-load", about = "Makes load for measurements")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Post single responses over keep-alive connections and report rate and latency.
    Post(post::Args),
    /// Write a seeded CSV of responses, and the numbers that any engine must find in it.
    Csv(csv::Args),
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Post(args) => post::run(args),
        Command::Csv(args) => csv::run(&args),
    }
}
