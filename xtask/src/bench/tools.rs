//! Where the programs under measurement are, and what they are measured on.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::rig::say;

pub fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

/// The release binary, built if it is absent. Warns when sources are newer than it.
pub fn release(root: &Path, given: Option<&Path>) -> Result<PathBuf> {
    if let Some(path) = given {
        ensure!(path.is_file(), "{} is not a file", path.display());
        return Ok(fs::canonicalize(path)?);
    }
    let path = target_dir(root).join("release/nabz");
    if !path.is_file() {
        say(
            "There is no release binary yet; building one (some 70 minutes of one core's work): cargo build --release -p nabz",
        );
        build(root, "nabz", &["--release"])?;
    }
    if let Some(newer) = newer_source(&root.join("crates"), &path)? {
        say(&format!(
            "warning: {} is newer than the release binary: `cargo build --release -p nabz` first?",
            newer.display()
        ));
    }
    Ok(path)
}

/// The release binary if there is one, else the development one: faults are about order, not speed.
pub fn any(root: &Path, given: Option<&Path>) -> Result<PathBuf> {
    let built = ["release", "debug"].map(|profile| target_dir(root).join(profile).join("nabz"));
    match built.into_iter().find(|path| path.is_file()) {
        Some(path) if given.is_none() => Ok(path),
        _ => release(root, given),
    }
}

/// How fast the load generator itself must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pace {
    /// It shares the cores with what it measures.
    Measuring,
    /// It only keeps a server busy.
    Busying,
}

/// The load generator; built, unless one is given.
pub fn generator(root: &Path, given: Option<&Path>, pace: Pace) -> Result<PathBuf> {
    if let Some(path) = given {
        return fs::canonicalize(path).with_context(|| format!("{} is not there", path.display()));
    }
    let (profile, options): (_, &[&str]) =
        if pace == Pace::Measuring { ("release", &["--release"]) } else { ("debug", &[]) };
    build(root, "nabz-load", options)?;
    Ok(target_dir(root).join(profile).join("nabz-load"))
}

fn build(root: &Path, package: &str, options: &[&str]) -> Result<()> {
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--package", package])
        .args(options)
        .current_dir(root)
        .status()?;
    ensure!(status.success(), "cargo build -p {package} failed");
    Ok(())
}

fn newer_source(folder: &Path, than: &Path) -> Result<Option<PathBuf>> {
    let built = than.metadata()?.modified()?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if let Some(found) = newer_source(&path, than)? {
                return Ok(Some(found));
            }
        } else if path.metadata()?.modified()? > built {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// What stands at the head of every result.
pub fn circumstances(root: &Path, binary: &Path, date: Option<&str>, seed: u64) -> Result<Value> {
    let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpuinfo
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("unknown", |rest| rest.trim_matches([':', ' ', '\t']));
    let cores = std::thread::available_parallelism()?.get();
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kib: f64 = memory.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0.0);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let changed = if output(root, "git", &["status", "--porcelain"])?.is_empty() { "" } else { " with changes" };
    let commit = output(root, "git", &["rev-parse", "--short", "HEAD"])?;
    let date = match date {
        Some(date) => date.to_owned(),
        None => output(root, "date", &["-u", "+%Y-%m-%d"])?,
    };
    Ok(json!({
        "date": date, "seed": seed, "commit": format!("{commit}{changed}"),
        "machine": format!("{cpu}, {cores} cores, {:.0} GiB, Linux {}", kib / 1_048_576.0, output(root, "uname", &["-r"])?),
        "load_before": load.split_whitespace().next().unwrap_or("?"),
        "profile": if binary.components().any(|part| part.as_os_str() == "release") { "release" } else { "debug or given" },
        "version": output(root, &binary.to_string_lossy(), &["--version"]).unwrap_or_default(),
    }))
}

fn output(root: &Path, program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()
        .with_context(|| format!("cannot run {program}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// How many times a second 4 KiB can be appended and synced in this folder: the disk that a durable figure stands on.
pub fn fsync_rate(folder: &Path) -> Result<f64> {
    use std::io::Write as _;
    let path = folder.join("fsync-probe");
    let mut file = fs::File::create(&path)?;
    let (begun, mut syncs) = (Instant::now(), 0.0);
    while begun.elapsed() < Duration::from_secs(2) {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        syncs += 1.0;
    }
    let rate = syncs / begun.elapsed().as_secs_f64();
    fs::remove_file(&path)?;
    Ok(rate)
}

/// SplitMix64: the same waits for the same seed.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// The middle value; of an even number, the lower of the two in the middle.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len().saturating_sub(1)) / 2).copied().unwrap_or(f64::NAN)
}

/// By the nearest rank; NaN of nothing.
pub fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

pub fn least(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

/// What a program prints when it is given these lines.
pub fn piped(program: &Path, lines: String) -> Result<String> {
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().context("no standard input")?;
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| anyhow::anyhow!("writing to the program failed"))??;
    ensure!(output.status.success(), "{} failed", program.display());
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_a_measured_value() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.0);
        assert!(median(&[]).is_nan());
        let hundred: Vec<f64> = (1..=200).rev().map(f64::from).collect();
        assert_eq!([50, 99, 100].map(|percent| percentile(&hundred, percent)), [100.0, 198.0, 200.0]);
        assert!(percentile(&[], 99).is_nan());
    }
}
