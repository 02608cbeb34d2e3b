//! NPS by month and attribute: Nabz on its own segments, its peers on the same answers as Parquet, in turns.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::import::{Filled, filled};
use super::rig::{Nabz, say};
use super::tools::{least, median};
use super::{Bench, Figure, Outcome};

pub const ANSWERS: u64 = 10_000_000;
const PEERS: [&str; 3] = ["duckdb", "chdb", "polars"];
/// Runs of a repeated question in one call; the first is not counted.
const REPEATS: usize = 6;
const SQL: &str = "select date_trunc('month', occurred_at) as month, attr_branch, nps(score) as nps, count(score) as n \
                   from answers where kind = 'nps' group by 1, 2 order by 1, 2";

pub fn run(bench: &Bench) -> Result<Outcome> {
    let answers = bench.args.answers.unwrap_or(ANSWERS);
    let filled = filled(bench, answers)?;
    let python = python(bench)?;
    let parquet = parquet(bench, &filled, &python)?;
    let server = filled.nabz.serve(0)?;
    server.settle()?;
    check(&filled.nabz.run(&["sql", SQL, "--format", "csv"])?, &filled.expected).context("Nabz")?;

    let mut peers = Vec::new();
    for name in PEERS {
        peers.push(Peer::start(bench, &python, name, &parquet, &filled.expected)?);
    }
    let (mut cold, mut repeated) = (Vec::new(), Vec::new());
    for round in 0..=bench.args.repeat {
        let took = timed(&filled.nabz, &["--cold"])?;
        let mut line = format!("round {round}: nabz cold {:.1} ms", took[0]);
        // The order turns, so that nobody always runs after the same neighbour.
        for n in 0..peers.len() {
            let at = (n + round) % peers.len();
            let ms = peers[at].ask()?;
            line += &format!(", {} {ms:.1} ms", peers[at].name);
            if round > 0 {
                peers[at].took.push(ms);
            }
        }
        let again = timed(&filled.nabz, &["--repeat", &REPEATS.to_string()])?;
        line += &format!(", nabz repeated {again:.1?} ms");
        say(&line);
        // Round 0 warms the page cache for everybody.
        if round > 0 {
            cold.extend(took);
            repeated.extend_from_slice(&again[1..]);
        }
    }
    let memory = server.peak_memory()?;
    server.terminate()?;
    Ok(outcome(answers, &cold, &repeated, &peers, memory))
}

fn outcome(answers: u64, cold: &[f64], repeated: &[f64], peers: &[Peer], memory: f64) -> Outcome {
    let best = peers.iter().map(|peer| median(&peer.took)).fold(f64::INFINITY, f64::min);
    let best_least = peers.iter().map(|peer| least(&peer.took)).fold(f64::INFINITY, f64::min);
    let (cold_ratio, repeated_ratio) = (median(cold) / best, median(repeated) / best);
    let mut figures = vec![
        Figure::new(
            format!("NPS by month and attribute over {answers} answers, cold"),
            format!(
                "{:.0} ms = {cold_ratio:.2} × the best peer (of least times {:.2} ×)",
                median(cold),
                least(cold) / best_least
            ),
            "≤ 1.2 ×",
            cold_ratio <= 1.2,
        ),
        Figure::new(
            "The same question repeated (median of runs 2 to N)",
            format!("{:.1} ms = {repeated_ratio:.3} × the best peer", median(repeated)),
            "≤ 0.1 ×",
            repeated_ratio <= 0.1,
        ),
        Figure::new(
            "Memory of the server meanwhile (most)",
            format!("{memory:.0} MiB"),
            "< 1.5 GB",
            memory * 1.048_576 < 1500.0,
        ),
    ];
    figures = figures.into_iter().map(|figure| figure.only_if(answers >= ANSWERS)).collect();
    for peer in peers {
        figures.push(Figure::told(
            format!("Peer: {} {}", peer.name, peer.version),
            format!("{:.0} ms (least {:.0})", median(&peer.took), least(&peer.took)),
        ));
    }
    let peers: Vec<Value> =
        peers.iter().map(|peer| json!({"name": peer.name, "version": peer.version, "ms": peer.took})).collect();
    Outcome {
        figures,
        raw: json!({"sql": SQL, "cold_ms": cold, "repeated_ms": repeated, "peers": peers, "memory_mib": memory}),
    }
}

/// Times of `nabz sql --timing`, in milliseconds, from its lines `run 1: 12.3 ms, 24 rows`.
fn timed(nabz: &Nabz, options: &[&str]) -> Result<Vec<f64>> {
    let output = nabz.try_run(&[&["sql", SQL, "--format", "csv", "--timing"], options].concat())?;
    let talk = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "nabz sql failed: {talk}");
    let times = timings(&talk);
    ensure!(!times.is_empty(), "nabz sql --timing printed no times: {talk}");
    Ok(times)
}

fn timings(talk: &str) -> Vec<f64> {
    let time = |line: &str| line.trim().strip_prefix("run ")?.split_once(": ")?.1.split_once(" ms")?.0.parse().ok();
    talk.lines().filter_map(time).collect()
}

/// Compares rows `month,branch,nps,n` with the answer sheet `month,branch,count,promoters,detractors`.
fn check(found: &str, expected: &Path) -> Result<()> {
    let sheet = fs::read_to_string(expected)?;
    let (found, sheet): (Vec<&str>, Vec<&str>) = (found.lines().skip(1).collect(), sheet.lines().skip(1).collect());
    ensure!(found.len() == sheet.len(), "{} rows, {} expected", found.len(), sheet.len());
    for (found, expected) in found.iter().zip(&sheet) {
        ensure!(agrees(found, expected).unwrap_or(false), "found `{found}`, expected `{expected}`");
    }
    Ok(())
}

fn agrees(found: &str, expected: &str) -> Option<bool> {
    let (found, expected): (Vec<&str>, Vec<&str>) = (found.split(',').collect(), expected.split(',').collect());
    let number = |cells: &[&str], at: usize| cells.get(at)?.trim_matches('"').parse::<f64>().ok();
    let count = number(&expected, 2)?;
    let nps = 100.0 * (number(&expected, 3)? - number(&expected, 4)?) / count;
    let same_group =
        found.first()?.trim_matches('"').starts_with(expected[0]) && found.get(1)?.trim_matches('"') == expected[1];
    Some(same_group && (number(&found, 2)? - nps).abs() < 1e-6 && number(&found, 3)? == count)
}

/// A Python with the pinned peers, in a virtual environment of its own.
pub(super) fn python(bench: &Bench) -> Result<PathBuf> {
    environment(bench, "venv", "bench/requirements.txt")
}

/// The Python of a virtual environment in the working folder that holds exactly what a list of this repository says.
pub(super) fn environment(bench: &Bench, folder: &str, list: &str) -> Result<PathBuf> {
    let (venv, requirements) = (bench.work.join(folder), bench.root.join(list));
    let (python, stamp) = (venv.join("bin/python"), venv.join("requirements.txt"));
    if fs::read(&stamp).ok() == Some(fs::read(&requirements)?) {
        return Ok(python);
    }
    say("installing the pinned peers into a virtual environment");
    let made = Command::new("python3").args(["-m", "venv"]).arg(&venv).status().context("needs python3 with venv")?;
    ensure!(made.success(), "python3 -m venv failed");
    let installed = Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(&requirements)
        .status()?;
    ensure!(installed.success(), "pip could not install {list}");
    fs::copy(&requirements, &stamp)?;
    Ok(python)
}

/// The same answers for the peers: exported by Nabz, or, should that fail, made from the CSV by pyarrow.
fn parquet(bench: &Bench, filled: &Filled, python: &Path) -> Result<PathBuf> {
    let file = filled.guard.path("answers.parquet");
    if file.is_file() {
        return Ok(file);
    }
    say("exporting the answers as Parquet for the peers");
    let half = filled.guard.path("answers.parquet.part");
    let exported = filled
        .nabz
        .command(&["sql", "select * from answers", "--format", "parquet"])
        .stdout(File::create(&half)?)
        .status()?;
    if !exported.success() {
        say("warning: `nabz sql --format parquet` failed; pyarrow writes the file from the CSV instead");
        let written =
            Command::new(python).arg(bench.root.join("bench/to_parquet.py")).arg(&filled.csv).arg(&half).status()?;
        ensure!(written.success(), "bench/to_parquet.py failed");
    }
    fs::rename(&half, &file)?;
    Ok(file)
}

/// Another engine, in a process of its own that answers a line with a line.
struct Peer {
    name: &'static str,
    version: String,
    took: Vec<f64>,
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Peer {
    fn start(bench: &Bench, python: &Path, name: &'static str, parquet: &Path, expected: &Path) -> Result<Self> {
        let mut child = Command::new(python)
            .arg(bench.root.join("bench/peers.py"))
            .arg(name)
            .arg(parquet)
            .arg(expected)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdin = child.stdin.take().context("no standard input")?;
        let stdout = BufReader::new(child.stdout.take().context("no standard output")?);
        let mut peer = Self { name, version: String::new(), took: Vec::new(), child, stdin, stdout };
        peer.version = peer.read()?["version"].as_str().unwrap_or("").to_owned();
        Ok(peer)
    }

    /// One run of the query, in milliseconds. The peer checks its own rows against the answer sheet.
    fn ask(&mut self) -> Result<f64> {
        writeln!(self.stdin, "run")?;
        self.read()?["ms"].as_f64().with_context(|| format!("{} gave no time", self.name))
    }

    fn read(&mut self) -> Result<Value> {
        let mut line = String::new();
        if self.stdout.read_line(&mut line)? == 0 {
            bail!("{} ended: {}", self.name, self.child.wait()?);
        }
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _already_gone = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_from_the_talk() {
        assert_eq!(timings("note: x\nrun 1: 12.3 ms, 24 rows\nrun 2: 1 ms, 24 rows\n"), [12.3, 1.0]);
        assert!(timings("run out of memory").is_empty());
    }

    #[test]
    fn a_row_agrees_only_with_its_own_line() {
        let expected = "2024-01,Branch 00,4,2,1";
        assert_eq!(agrees("2024-01-01T00:00:00Z,Branch 00,25.0,4", expected), Some(true));
        assert_eq!(agrees("2024-01-01T00:00:00Z,Branch 00,25.1,4", expected), Some(false));
        assert_eq!(agrees("2024-01-01T00:00:00Z,Branch 01,25.0,4", expected), Some(false));
        assert_eq!(agrees("2024-02-01T00:00:00Z,Branch 00,25.0,4", expected), Some(false));
        assert_eq!(agrees("2024-01-01", expected), None);
    }
}
