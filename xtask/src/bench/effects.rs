//! Measured effects: whether estimates equal those of other programs, and how often ranges hold a known truth.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::query::environment;
use super::rig::say;
use super::tools::{self, target_dir};
use super::{Bench, Figure, Outcome};

/// Worlds of each kind.
const WORLDS: u64 = 1_000;
/// The data of Abadie and Gardeazabal, in the folder that `--data` names; the repository of pysyncon holds it.
const BASQUE: &str = "effects/basque.csv";

pub fn run(bench: &Bench) -> Result<Outcome> {
    let program = program(&bench.root)?;
    let (mut figures, references) = references(bench, &program)?;
    let worlds = bench.args.answers.unwrap_or(WORLDS);
    say(&format!("{worlds} worlds of each kind"));
    let output = Command::new(&program)
        .args(["coverage", &bench.args.seed.to_string(), &worlds.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    ensure!(output.status.success(), "effects coverage failed");
    let rows: Vec<Value> =
        String::from_utf8(output.stdout)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    figures.extend(rows.iter().map(|row| figure(row).only_if(worlds >= WORLDS)));
    Ok(Outcome { figures, raw: json!({"references": references, "coverage": rows}) })
}

/// The small program that answers cases and makes worlds.
pub fn program(root: &Path) -> Result<PathBuf> {
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--release", "--package", "stats", "--example", "effects"])
        .current_dir(root)
        .status()?;
    ensure!(status.success(), "cargo build -p stats --example effects failed");
    Ok(target_dir(root).join("release/examples/effects"))
}

fn references(bench: &Bench, program: &Path) -> Result<(Vec<Figure>, Value)> {
    let python = environment(bench, "effects/venv", "bench/effects/requirements.txt")?;
    let basque = bench.args.data.join(BASQUE);
    let mut command = Command::new(python);
    command.arg(bench.root.join("bench/effects/references.py"));
    if basque.is_file() {
        command.arg(&basque);
    } else {
        say(&format!("skipped: the Basque country; {} is not there", basque.display()));
    }
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "bench/effects/references.py failed");
    let cases = String::from_utf8(output.stdout)?;
    let answers = tools::piped(program, cases.clone())?;
    let mut figures = Vec::new();
    let mut raw = Vec::new();
    for (case, answer) in cases.lines().zip(answers.lines()) {
        let (case, answer): (Value, Value) = (serde_json::from_str(case)?, serde_json::from_str(answer)?);
        let apart = apart(&case["expected"], &answer)?;
        let within = case["within"].as_f64().context("no `within`")?;
        let name = format!("{}: {}", case["kind"].as_str().unwrap_or("?"), case["name"].as_str().unwrap_or("?"));
        // The few goals live as long as the program that prints them.
        let goal: &'static str = format!("≤ {within:.0e}").leak();
        figures.push(Figure::new(name.clone(), format!("largest difference {apart:.1e}"), goal, apart <= within));
        raw.push(json!({"name": name, "apart": apart, "expected": case["expected"], "found": answer}));
    }
    ensure!(cases.lines().count() == figures.len(), "not every case was answered");
    Ok((figures, Value::Array(raw)))
}

/// The largest difference between what was expected and what was found, over all that was expected.
fn apart(expected: &Value, found: &Value) -> Result<f64> {
    let mut most = 0.0_f64;
    for (name, expected) in expected.as_object().context("nothing expected")? {
        let (expected, found) = (list(expected), list(&found[name]));
        ensure!(expected.len() == found.len() && !found.is_empty(), "{name}: {} numbers", found.len());
        // NaN is no number, and never near enough.
        let differences = expected.iter().zip(&found).map(|(a, b)| (a - b).abs());
        most = differences.fold(most, |most, apart| if apart.is_nan() { f64::INFINITY } else { most.max(apart) });
    }
    Ok(most)
}

fn list(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().filter_map(Value::as_f64).collect(),
        value => value.as_f64().into_iter().collect(),
    }
}

fn figure(row: &Value) -> Figure {
    let (design, world) = (row["design"].as_str().unwrap_or("?"), row["world"].as_str().unwrap_or("?"));
    let name = format!("{design}: {world}");
    let number = |key: &str| row[key].as_f64().unwrap_or(f64::NAN);
    if design.starts_with("power") {
        let text = format!("seen {:.1} times in 100, size {:.2}", number("seen"), number("size"));
        return Figure::told(name, text);
    }
    let held = number("held");
    if design == "forecast" {
        let text = format!(
            "holds {held:.1} in 100; reaching said {:.1}, came {:.1}, Brier score {:.3}",
            number("probability"),
            number("reached"),
            number("brier")
        );
        return Figure::told(name, text);
    }
    if design.contains("tried") {
        return Figure::told(name, format!("holds {held:.1} in 100, width {:.2}", number("width")));
    }
    let (called, refused) = (number("called"), number("refused"));
    let text = format!(
        "holds {held:.1} in 100; none, called one {called:.1}, refused {refused:.1}; width {:.2}",
        number("width")
    );
    Figure::new(name, text, "93 to 97; ≤ 5", (93.0..=97.0).contains(&held) && called <= 5.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_no_number_is_never_equal() {
        let expected = json!({"value": 1.0, "weights": [0.5, 0.5]});
        assert_eq!(apart(&expected, &json!({"value": 1.25, "weights": [0.5, 0.5]})).unwrap(), 0.25);
        assert!(apart(&expected, &json!({"value": 1.0, "weights": [0.5]})).is_err());
        assert!(apart(&expected, &json!({"weights": [0.5, 0.5]})).is_err());
        assert!(apart(&expected, &json!({"value": null, "weights": [0.5, 0.5]})).is_err());
    }
}
