//! Single responses over HTTP, the generator on the same cores.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::guard::Guard;
use super::rig::{Load, Nabz, Server, Target, say};
use super::{Bench, Figure, Outcome, tools};

const GOAL_RATE: f64 = 3000.0;
const GOAL_P99_MS: f64 = 50.0;

pub fn run(bench: &Bench) -> Result<Outcome> {
    let generator = bench.generator()?;
    // Beside the other data, not in /tmp, which may be memory.
    let guard = Guard::kept(&bench.root, bench.work.join("ingest"))?;
    let data = guard.path("data");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let syncs = tools::fsync_rate(&guard.dir)?;
    let nabz = Nabz::new(&bench.binary, &data, &guard.dir);
    let server = nabz.serve(0)?;
    let target = nabz.open_survey("ingest")?;
    let connections = bench.args.connections.map_or(vec![16, 64, 128], |n| vec![n]);
    let mut figures = vec![Figure::told("Disk: 4 KiB appended and synced", format!("{syncs:.0} /s"))];
    let (mut closed, mut sent) = (Vec::new(), 0);
    for n in connections {
        let mut one = |rate: Option<f64>| -> Result<Value> {
            sent += 1;
            post(bench, &generator, &nabz, &server, &target, n, rate, sent)
        };
        let report = one(None)?;
        let (rate, p99) = numbers(&report)?;
        figures.push(Figure::new(
            format!("Ingest, {n} connections, each posts when answered"),
            format!("{rate:.0} responses/s, p50 {:.1}, p99 {p99:.1} ms", report["p50_ms"].as_f64().unwrap_or(f64::NAN)),
            "≥ 3,000/s, p99 < 50 ms",
            rate >= GOAL_RATE && p99 < GOAL_P99_MS,
        ));
        closed.push(report);
    }
    let n = bench.args.connections.unwrap_or(64);
    sent += 1;
    let open = post(bench, &generator, &nabz, &server, &target, n, Some(GOAL_RATE), sent)?;
    let (rate, p99) = numbers(&open)?;
    figures.push(Figure::new(
        format!("Ingest at a steady 3,000/s, {n} connections (latency from when each was due)"),
        format!("{rate:.0} responses/s, p99 {p99:.1} ms"),
        "p99 < 50 ms",
        rate >= GOAL_RATE * 0.99 && p99 < GOAL_P99_MS,
    ));
    let memory = server.peak_memory()?;
    figures.push(Figure::told("Memory of the server while ingesting (most)", format!("{memory:.0} MiB")));
    let present = nabz.rows(&format!("select count(*) from responses where survey = '{}'", target.survey))?;
    server.terminate()?;
    Ok(Outcome {
        figures,
        raw: json!({"fsync_per_s": syncs, "closed": closed, "open": open, "present": present, "memory_mib": memory}),
    })
}

#[expect(clippy::too_many_arguments, reason = "one call's worth of load, told by name at both places that ask for it")]
fn post(
    bench: &Bench,
    generator: &std::path::Path,
    nabz: &Nabz,
    server: &Server,
    target: &Target,
    connections: u64,
    rate: Option<f64>,
    run: u64,
) -> Result<Value> {
    let seed = format!("{}{run:03}", bench.args.seed);
    let (seconds, connections, rate) =
        (bench.args.seconds.to_string(), connections.to_string(), rate.map(|rate| rate.to_string()));
    let mut options = vec!["--connections", &connections, "--seconds", &seconds, "--warmup", "3", "--seed", &seed];
    if let Some(rate) = &rate {
        options.extend(["--rate", rate]);
    }
    let counts = Load::start(generator, &nabz.work, target, server.port, &options)?.wait()?;
    say(&format!("{counts}"));
    let refused = counts["statuses"].as_object().is_some_and(|statuses| statuses.keys().any(|status| status != "201"));
    ensure!(!refused && counts["broken"] == 0, "not every response was taken: {counts}");
    Ok(counts["report"].clone())
}

fn numbers(report: &Value) -> Result<(f64, f64)> {
    let number = |key: &str| report[key].as_f64().with_context(|| format!("the report has no {key}: {report}"));
    Ok((number("rate")?, number("p99_ms")?))
}
