//! Complaints: how soon a case stands in its queue while responses come in, and how fast a queue of very many answers.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use super::guard::Guard;
use super::http::Browser;
use super::pages::log_in;
use super::rig::{Load, Nabz, Server, Target, say};
use super::tools::percentile;
use super::{Bench, Figure, Outcome};

const RESPONSES_PER_SECOND: f64 = 1000.0;
const GOAL_CASE_MS: f64 = 2000.0;
/// Between two complaints that are watched.
const EVERY: Duration = Duration::from_millis(500);
/// More than this and a case counts as never opened.
const PATIENCE: Duration = Duration::from_secs(20);
const OPEN_CASES: u64 = 100_000;
const GOAL_QUEUE_MS: f64 = 150.0;
const LOOKS: usize = 50;

pub fn run(bench: &Bench) -> Result<Outcome> {
    let generator = bench.generator()?;
    let guard = Guard::kept(&bench.root, bench.work.join("cases"))?;
    let data = guard.path("data");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let nabz = Nabz::new(&bench.binary, &data, &guard.dir);
    let server = nabz.serve(0)?;
    let (crowd, watched) = (nabz.open_survey("crowd")?, nabz.open_survey("watched")?);
    let mut browser = Browser::default();
    log_in(&nabz, &server, &mut browser)?;

    let rate = RESPONSES_PER_SECOND.to_string();
    let options = ["--connections", "32", "--rate", &rate, "--seed", "1"];
    let load = Load::start(&generator, &guard.dir, &crowd, server.port, &options)?;
    let took = watch(&server, &watched, &mut browser, Duration::from_secs_f64(bench.args.seconds))?;
    let counts = load.finish()?;
    say(&format!("{counts}"));
    let served = counts["acked"].as_f64().unwrap_or_default() / (took.len() as f64 * EVERY.as_secs_f64()).max(1.0);
    let p99 = percentile(&took, 99);
    let soon = Figure::new(
        "From a signal to its case in the queue, with its notices, beside 1,000 responses/s",
        format!(
            "p50 {:.0}, p99 {p99:.0}, most {:.0} ms at {served:.0} responses/s",
            percentile(&took, 50),
            percentile(&took, 100)
        ),
        "p99 < 2 s",
        p99 < GOAL_CASE_MS,
    )
    .only_if(served >= RESPONSES_PER_SECOND * 0.95);

    let options = ["--connections", "64", "--seed", "2"];
    let load = Load::start(&generator, &guard.dir, &crowd, server.port, &options)?;
    let open = fill(&nabz)?;
    load.finish()?;
    let queues = ["/act?which=open", "/act?which=loose", "/act?which=overdue", "/act?which=open&page=100"];
    let mut slowest: f64 = 0.0;
    let mut all = Vec::new();
    for path in queues {
        let mut looks = Vec::new();
        for _ in 0..LOOKS {
            let begun = Instant::now();
            let reply = browser.get(&format!("{}{path}", server.base()), &[])?;
            ensure!(reply.status == 200, "{path} answers {}", reply.status);
            looks.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        slowest = slowest.max(percentile(&looks, 95));
        all.push(json!({"path": path, "ms": looks}));
    }
    server.terminate()?;
    let queue = Figure::new(
        format!("Queue page with {open} open cases, slowest of {} queues", queues.len()),
        format!("p95 {slowest:.0} ms"),
        "< 150 ms with 100,000",
        slowest < GOAL_QUEUE_MS,
    )
    .only_if(open >= OPEN_CASES);
    Ok(Outcome { figures: vec![soon, queue], raw: json!({"case_ms": took, "load": counts, "queues": all}) })
}

/// Complains now and then, and looks at the queue until the case stands there; milliseconds of each.
fn watch(server: &Server, target: &Target, browser: &mut Browser, counted: Duration) -> Result<Vec<f64>> {
    let post = format!("{}/api/v1/surveys/{}/responses", server.base(), target.survey);
    let queue = format!("{}/act?which=open&survey={}", server.base(), target.survey);
    let (bearer, begun) = (format!("Bearer {}", target.key), Instant::now());
    let mut took = Vec::new();
    // A page of the queue has room for 50, in the order in which they are due.
    for n in 0..50u32 {
        let due = begun + EVERY * n;
        if due >= begun + counted {
            break;
        }
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let before = count(&browser.get(&queue, &[])?.text());
        let body =
            json!({"id": format!("watched-{n}"), "contact": format!("guest-{n}"), "answers": {&target.question: 1}});
        let said = Instant::now();
        let reply = browser.send(
            "POST",
            &post,
            &[("authorization", &bearer), ("content-type", "application/json")],
            &body.to_string(),
        )?;
        ensure!(reply.status == 201, "{} answers {}: {}", post, reply.status, reply.text());
        while count(&browser.get(&queue, &[])?.text()) == before {
            ensure!(said.elapsed() < PATIENCE, "no case after {} s", PATIENCE.as_secs());
        }
        took.push(said.elapsed().as_secs_f64() * 1000.0);
    }
    ensure!(!took.is_empty(), "nothing was watched");
    Ok(took)
}

fn count(html: &str) -> usize {
    html.matches("name=\"id\"").count()
}

/// Waits until so many cases are open.
fn fill(nabz: &Nabz) -> Result<u64> {
    let begun = Instant::now();
    loop {
        let rows = nabz.rows("select count(*) from cases where closed_at is null")?;
        let open: u64 = rows.first().and_then(|row| row.first()).context("no count")?.parse()?;
        if open >= OPEN_CASES || begun.elapsed() > Duration::from_secs(900) {
            return Ok(open);
        }
        say(&format!("{open} cases are open"));
        thread::sleep(Duration::from_secs(5));
    }
}
