//! A big file through `nabz import responses`, and data folders made that way for the other measurements.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::guard::Guard;
use super::rig::{Nabz, say};
use super::{Bench, Figure, Outcome};

const GOAL_PER_SECOND: f64 = 50_000.0;
/// Roles of the columns of `nabz-load csv --shape nps`.
pub const NPS_ROLES: [&str; 9] = [
    "id=id",
    "time=time",
    "score=nps",
    "why=text",
    "branch=attribute",
    "plan=attribute",
    "country=attribute",
    "channel=channel",
    "language=language",
];
const RATINGS_ROLES: [&str; 9] = [
    "id=id",
    "time=time",
    "score=nps",
    "food=rating:scale=1-5",
    "staff=rating:scale=1-5",
    "speed=rating:scale=1-5",
    "cleanliness=rating:scale=1-5",
    "branch=attribute",
    "channel=channel",
];

pub fn run(bench: &Bench) -> Result<Outcome> {
    let guard = Guard::kept(&bench.root, bench.work.join("import"))?;
    let answers = bench.args.answers.unwrap_or(1_000_000);
    let (mut figures, mut raw) = (Vec::new(), json!({}));
    for (shape, roles, told) in
        [("ratings", &RATINGS_ROLES, "five scores a row"), ("nps", &NPS_ROLES, "a score, six more columns, texts")]
    {
        let csv = make(bench, &guard.path(&format!("{shape}.csv")), answers, shape, None)?;
        let data = guard.path("data");
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        let nabz = Nabz::new(&bench.binary, &data, &guard.dir);
        let (took, report) = import(&nabz, &guard.path(&format!("{shape}.csv")), roles, csv["rows"].as_u64())?;
        let per_second = csv["answers"].as_f64().context("no answers")? / took.as_secs_f64();
        figures.push(Figure::new(
            format!("File import of {} ({told})", csv["answers"]),
            format!("{per_second:.0} answers/s ({:.1} s)", took.as_secs_f64()),
            "≥ 50,000 answers/s",
            per_second >= GOAL_PER_SECOND,
        ));
        raw[shape] = json!({"csv": csv, "seconds": took.as_secs_f64(), "report": report});
        fs::remove_file(guard.path(&format!("{shape}.csv")))?;
    }
    Ok(Outcome { figures, raw })
}

/// Writes the seeded file; returns its rows, answers and bytes.
pub fn make(bench: &Bench, out: &Path, answers: u64, shape: &str, expected: Option<&Path>) -> Result<Value> {
    let mut command = Command::new(bench.generator()?);
    command
        .args([
            "csv",
            "--answers",
            &answers.to_string(),
            "--seed",
            &bench.args.seed.to_string(),
            "--shape",
            shape,
            "--out",
        ])
        .arg(out);
    if let Some(path) = expected {
        command.arg("--expected").arg(path);
    }
    let output = command.output()?;
    ensure!(output.status.success(), "nabz-load csv failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Imports it without a server; every row must be taken.
fn import(nabz: &Nabz, file: &Path, roles: &[&str], rows: Option<u64>) -> Result<(Duration, Value)> {
    let path = file.to_string_lossy();
    let mut arguments = vec!["import", "responses", &path, "--survey", "bench", "--yes", "--json"];
    for role in roles {
        arguments.extend(["--map", role]);
    }
    let begun = Instant::now();
    let output = nabz.run(&arguments)?;
    let took = begun.elapsed();
    let report: Value = serde_json::from_str(&output).with_context(|| format!("`import --json` printed {output}"))?;
    ensure!(report["added"].as_u64() == rows, "{rows:?} rows were to be added: {report}");
    Ok((took, report))
}

/// A data folder with so many answers (shape `nps`), sealed and at rest; kept between runs.
#[derive(Debug)]
pub struct Filled {
    pub nabz: Nabz,
    pub guard: Guard,
    /// The answer sheet: `month,branch,count,promoters,detractors`.
    pub expected: PathBuf,
    pub csv: PathBuf,
}

pub fn filled(bench: &Bench, answers: u64) -> Result<Filled> {
    let guard = Guard::kept(&bench.root, bench.work.join(format!("answers-{answers}-{}", bench.args.seed)))?;
    let nabz = Nabz::new(&bench.binary, &guard.path("data"), &guard.dir);
    let (csv, expected, ready) = (guard.path("answers.csv"), guard.path("expected.csv"), guard.path("ready.json"));
    let binary = fs::metadata(&bench.binary)?.modified()?.duration_since(std::time::UNIX_EPOCH)?.as_secs();
    let known = fs::read_to_string(&ready).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
    if !bench.args.fresh && known.is_some_and(|known| known["binary"] == binary) {
        say(&format!("using {}", guard.dir.display()));
        return Ok(Filled { nabz, guard, expected, csv });
    }
    for stale in ["data", "answers.parquet", "ready.json"] {
        let stale = guard.path(stale);
        if stale.is_dir() {
            fs::remove_dir_all(stale)?
        } else if stale.exists() {
            fs::remove_file(stale)?
        }
    }
    say(&format!("importing {answers} answers into {}; some minutes", guard.dir.display()));
    let made = make(bench, &csv, answers, "nps", Some(&expected))?;
    let (took, _) = import(&nabz, &csv, &NPS_ROLES, made["rows"].as_u64())?;
    say(&format!("imported in {:.0} s; waiting until it is sealed", took.as_secs_f64()));
    let server = nabz.serve(0)?;
    let settled = server.settle()?;
    server.terminate()?;
    fs::write(
        &ready,
        json!({"binary": binary, "import_s": took.as_secs_f64(), "settled_s": settled.as_secs_f64(), "csv": made})
            .to_string(),
    )?;
    Ok(Filled { nabz, guard, expected, csv })
}
