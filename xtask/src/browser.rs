//! Browser tests: Playwright drives Debian's Chromium against the built program, on both databases.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::steps::command;

/// The tests of `e2e/`. `postgres` is the address of a server on which they make databases of their own.
pub fn run_tests(root: &Path, postgres: Option<&str>, everything: bool) -> Result<()> {
    let mut node = command(root, "node", &["--test", "--test-concurrency=1", "e2e/"]);
    node.env("NABZ_BINARY", binary(root)?);
    node.env("NABZ_TEST_PYTHON", crate::exports::python(root)?);
    if let Some(postgres) = postgres {
        node.env("NABZ_TEST_POSTGRES", postgres);
    }
    if everything {
        node.env("NABZ_A11Y", "all");
    }
    crate::steps::run(&mut node)
}

/// What `cargo xtask test` runs.
pub fn run(root: &Path, postgres: &str) -> Result<()> {
    run_tests(root, Some(postgres), false)
}

/// `cargo xtask a11y`: every page, four languages, light and dark; every kind of question, nine variants, with script and
/// without. `cargo xtask test` takes pairs of these.
pub fn a11y(root: &Path) -> Result<()> {
    crate::tools::check()?;
    crate::assets::run(root)?;
    crate::steps::run(&mut command(root, "cargo", &["build", "--package", "nabz"]))?;
    run_tests(root, None, true)
}

/// The program as built for development.
pub fn binary(root: &Path) -> Result<PathBuf> {
    let metadata = std::process::Command::new("cargo")
        .current_dir(root)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout)?;
    let target = metadata["target_directory"].as_str().context("cargo names no target folder")?;
    Ok(Path::new(target).join("debug/nabz"))
}
