//! `cargo xtask test`: every check that a change must pass, in the order in which they fail fastest.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::postgres::Postgres;
use crate::steps::{self, Steps, command, output};
use crate::{assets, browser, exports, faults, i18n, tools};

#[derive(clap::Args)]
pub struct Args {
    /// Only the checks of Rust code: no browser, no faults
    #[arg(long)]
    quick: bool,
}

pub fn run(root: &Path, args: &Args) -> Result<()> {
    let mut steps = Steps::default();
    let result = all(root, args, &mut steps);
    steps.summary();
    if args.quick && result.is_ok() {
        eprintln!("skipped: exports, browser tests and faults (--quick)");
    }
    result
}

fn all(root: &Path, args: &Args, steps: &mut Steps) -> Result<()> {
    steps.step("Check the tools", tools::check)?;
    steps.step("Bring what the tests need", tools::for_tests)?;
    steps.step("Format", || steps::run(&mut command(root, "cargo", &["fmt", "--all", "--check"])))?;
    steps.step("Bundle scripts, fonts and icons", || assets::run(root))?;
    steps.step("Catalogues", || i18n::run(root))?;
    steps.step("Generated files are clean", || clean(root))?;
    steps.step("Clippy", || {
        let lints = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
        steps::run(&mut command(root, "cargo", &lints))
    })?;
    steps.step("Build", || {
        steps::run(&mut command(root, "cargo", &["build", "--workspace", "--all-targets", "--quiet"]))
    })?;
    let postgres = steps.step("Start a private PostgreSQL", Postgres::start)?;
    let python = steps.step("Bring the tests' Python programs", || exports::python(root))?;
    steps.step("Unit and story tests on both databases", || {
        steps::run(tests(root).env("NABZ_TEST_POSTGRES", &postgres.url).env("NABZ_TEST_PYTHON", &python))
    })?;
    if args.quick {
        return Ok(());
    }
    steps.step("Exports, read by statistics programs", || exports::run_tests(root))?;
    steps.step("Browser tests", || browser::run(root, &postgres.url))?;
    steps.step("Kill the server under load", || faults::smoke(root))
}

/// nextest where it is there (each test a process of its own), else cargo's own runner.
fn tests(root: &Path) -> Command {
    if output("cargo", &["nextest", "--version"]).is_some() {
        command(root, "cargo", &["nextest", "run", "--workspace", "--no-fail-fast"])
    } else {
        command(root, "cargo", &["test", "--workspace", "--quiet", "--no-fail-fast"])
    }
}

/// The i18n step has just written what is generated: it must be what the repository holds.
fn clean(root: &Path) -> Result<()> {
    let changed = Command::new("git")
        .current_dir(root)
        .args(["status", "--porcelain", "--", "docs/translations.md", "Cargo.lock", "package-lock.json"])
        .output()?;
    let changed = String::from_utf8_lossy(&changed.stdout);
    if std::env::var_os("CI").is_some() && !changed.trim().is_empty() {
        bail!("generated files differ from what is committed; run `cargo xtask i18n` and commit:\n{changed}");
    }
    Ok(())
}
