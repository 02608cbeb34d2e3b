//! The measurements of `cargo xtask bench effects` that need the mathematics and nothing else.
//!
//! `effects` answers cases, one JSON object a line, with what Nabz says of them.
//! `effects coverage SEED WORLDS` makes worlds in which the truth is known and counts how often ranges hold it.

mod coverage;
mod forecasts;
mod reference;
mod worlds;

use std::io::{BufRead as _, Write as _};

type Anything<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Anything<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout().lock();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {
            for line in std::io::stdin().lock().lines() {
                writeln!(out, "{}", reference::answer(&serde_json::from_str(&line?)?)?)?;
            }
        }
        ["coverage", seed, worlds] => {
            let (seed, worlds) = (seed.parse()?, worlds.parse()?);
            coverage::all(seed, worlds, &mut |row| Ok(writeln!(out, "{row}")?))?;
            forecasts::all(seed, worlds, &mut |row| Ok(writeln!(out, "{row}")?))?;
        }
        _ => return Err("effects | effects coverage SEED WORLDS".into()),
    }
    Ok(())
}
