//! How long until the address is printed: a restart with a million answers, and the demo from nothing.

use std::fs;
use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use super::guard::Guard;
use super::import::filled;
use super::rig::Nabz;
use super::tools::median;
use super::{Bench, Figure, Outcome};

pub fn run(bench: &Bench) -> Result<Outcome> {
    let million = filled(bench, 1_000_000)?;
    let (mut clean, mut killed) = (Vec::new(), Vec::new());
    for _ in 0..bench.args.repeat {
        let server = million.nabz.serve(0)?;
        clean.push(seconds(server.ready_after));
        server.kill()?;
        let server = million.nabz.serve(0)?;
        killed.push(seconds(server.ready_after));
        server.terminate()?;
    }
    drop(million);

    let guard = Guard::temporary(&bench.root, "demo")?;
    let mut demo = Vec::new();
    for n in 0..bench.args.repeat.min(3) {
        let data = guard.path(&format!("data-{n}"));
        let server = Nabz::new(&bench.binary, &data, &guard.dir).demo(0)?;
        demo.push(seconds(server.ready_after));
        server.terminate()?;
        fs::remove_dir_all(&data)?;
    }
    let worst = |values: &[f64]| values.iter().copied().fold(0.0, f64::max);
    let line = |values: &[f64]| format!("{:.2} s (median; worst {:.2} s)", median(values), worst(values));
    let figures = vec![
        Figure::new("Restart with 1 million answers, after SIGTERM", line(&clean), "< 1 s", median(&clean) < 1.0),
        Figure::new("Restart with 1 million answers, after SIGKILL", line(&killed), "< 1 s", median(&killed) < 1.0),
        Figure::new("Demo ready, from nothing", line(&demo), "< 10 s", median(&demo) < 10.0),
    ];
    Ok(Outcome { figures, raw: json!({"restart_s": clean, "restart_after_kill_s": killed, "demo_s": demo}) })
}

fn seconds(duration: Duration) -> f64 {
    duration.as_secs_f64()
}
