//! Respondent pages at a steady rate while responses come in at another: latency from when each page was due.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use super::guard::Guard;
use super::http::Browser;
use super::rig::{Load, Nabz, say};
use super::tools::percentile;
use super::{Bench, Figure, Outcome};

const PAGES_PER_SECOND: u32 = 200;
const RESPONSES_PER_SECOND: f64 = 500.0;
const GOAL_P99_MS: f64 = 10.0;
/// Enough that a page which takes long does not hold up the next.
const READERS: u32 = 16;
const WARM_UP: Duration = Duration::from_secs(3);

pub fn run(bench: &Bench) -> Result<Outcome> {
    let generator = bench.generator()?;
    let guard = Guard::kept(&bench.root, bench.work.join("busy"))?;
    let data = guard.path("data");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    let nabz = Nabz::new(&bench.binary, &data, &guard.dir);
    let server = nabz.serve(0)?;
    let target = nabz.open_survey("busy")?;
    let page = format!("{}{}", server.base(), nabz.publish("shown", &definition())?);
    let (seconds, rate) = (bench.args.seconds, RESPONSES_PER_SECOND.to_string());
    let (counted, seed) = (seconds.to_string(), bench.args.seed.to_string());
    let warm_up = WARM_UP.as_secs().to_string();
    let options =
        ["--connections", "16", "--rate", &rate, "--warmup", &warm_up, "--seconds", &counted, "--seed", &seed];
    let mut load = Load::start(&generator, &guard.dir, &target, server.port, &options)?;
    let took = read(&page, Duration::from_secs_f64(seconds))?;
    let counts = load.wait()?;
    server.terminate()?;
    let responses = counts["report"]["rate"].as_f64().with_context(|| format!("no rate in {counts}"))?;
    let pages = took.len() as f64 / seconds;
    let p99 = percentile(&took, 99);
    say(&format!("{counts}"));
    let as_agreed = responses >= RESPONSES_PER_SECOND * 0.99 && pages >= f64::from(PAGES_PER_SECOND) * 0.99;
    let figure = Figure::new(
        format!(
            "Respondent page at {PAGES_PER_SECOND}/s, new connections, beside {RESPONSES_PER_SECOND:.0} responses/s"
        ),
        format!(
            "p50 {:.1}, p99 {p99:.1}, most {:.1} ms at {pages:.0} pages/s and {responses:.0} responses/s",
            percentile(&took, 50),
            percentile(&took, 100)
        ),
        "p99 < 10 ms",
        p99 < GOAL_P99_MS && as_agreed,
    );
    Ok(Outcome { figures: vec![figure], raw: json!({"pages_ms": took, "load": counts}) })
}

/// Gets the page at its rate for `counted` after the warm-up; milliseconds from when each was due.
fn read(page: &str, counted: Duration) -> Result<Vec<f64>> {
    let begun = Instant::now();
    let every = Duration::from_secs(1) / PAGES_PER_SECOND;
    let reader = |first: u32| -> Result<Vec<f64>> {
        let mut took = Vec::new();
        for n in (first..).step_by(READERS as usize) {
            let due = begun + every * n;
            if due >= begun + WARM_UP + counted {
                break;
            }
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let reply = Browser::default().get(page, &[("accept-encoding", "gzip")])?;
            ensure!(reply.status == 200, "{page} answers {}", reply.status);
            if due >= begun + WARM_UP {
                took.push(due.elapsed().as_secs_f64() * 1000.0);
            }
        }
        Ok(took)
    };
    thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|first| scope.spawn(move || reader(first))).collect();
        let mut all = Vec::new();
        for reader in readers {
            all.extend(reader.join().map_err(|_| anyhow::anyhow!("a reader panicked"))??);
        }
        Ok(all)
    })
}

/// A page as they are: a score with a reason under it, a choice, four languages.
fn definition() -> serde_json::Value {
    let words = |text: &str| json!({"en": text, "fa": text, "ar": text, "sv": text});
    let options = ["staff", "price", "speed", "taste", "else"].map(|key| json!({"key": key, "label": words(key)}));
    json!({
        "languages": ["en", "fa", "ar", "sv"], "title": words("Your visit"), "intro": words("Three questions about your visit."),
        "questions": [
            {"key": "nps", "kind": "nps", "title": words("How likely are you to recommend us?"), "low": words("Not at all"), "high": words("Very")},
            {"key": "stood_out", "kind": "choices", "title": words("What stood out?"), "options": options},
            {"key": "why", "kind": "text", "title": words("Why?"), "when": {"test": {"of": "nps", "is": "le", "value": 6}}},
        ],
        "blocks": [{"key": "main", "pages": [{"questions": ["nps", "stood_out"]}, {"questions": ["why"]}]}],
    })
}
