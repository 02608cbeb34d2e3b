//! `cargo run --release -p transformer --example classify -- FOLDER < texts`: what the model in a folder says of each line,
//! as negative, neutral and positive, then how long it took.

use std::io::{self, BufRead as _, Write as _};
use std::path::PathBuf;
use std::time::Instant;

use text::Transformer as _;
use transformer::Model;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("name the folder of a model")?.into();
    let start = Instant::now();
    let model = Model::load(&folder, &["en".into()])?;
    let loaded = start.elapsed();
    let lines: Vec<String> = io::stdin().lock().lines().collect::<io::Result<_>>()?;
    let start = Instant::now();
    let mut out = io::stdout().lock();
    for line in &lines {
        let [negative, neutral, positive] = model.classify(&[line])?[0];
        writeln!(out, "{negative:.6} {neutral:.6} {positive:.6}")?;
    }
    let took = start.elapsed();
    let about = model.about();
    let speed = lines.len() as f64 / took.as_secs_f64();
    writeln!(
        io::stderr(),
        "{} ({}, {} numbers): loaded in {loaded:.1?}, {} texts in {took:.1?}, {speed:.1} texts/s",
        about.name,
        about.family,
        about.parameters,
        lines.len()
    )?;
    Ok(())
}
