//! Exports against the programs that read them, which come from PyPI by a lock file with hashes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::steps::{command, run};

const REQUIREMENTS: &str = "e2e/requirements.txt";

/// `e2e/exports_test.py` on the built program.
pub fn run_tests(root: &Path) -> Result<()> {
    let binary = crate::browser::binary(root)?;
    let python = python(root)?;
    run(command(root, &python.to_string_lossy(), &["e2e/exports_test.py"]).env("NABZ_BINARY", binary))
}

/// A Python with what the lock file names, in a virtual environment that stays until the file changes.
pub fn python(root: &Path) -> Result<PathBuf> {
    let venv = crate::browser::binary(root)?.with_file_name("exports-venv");
    let (python, stamp) = (venv.join("bin/python"), venv.join("requirements.txt"));
    let requirements = fs::read(root.join(REQUIREMENTS))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == requirements) {
        return Ok(python);
    }
    eprintln!("   installing {REQUIREMENTS} into a virtual environment");
    run(command(root, "python3", &["-m", "venv", "--clear"]).arg(&venv))?;
    let pip =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", REQUIREMENTS];
    run(&mut command(root, &python.to_string_lossy(), &pip))?;
    fs::write(&stamp, requirements)?;
    Ok(python)
}
