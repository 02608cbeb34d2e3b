//! What is learned from labelled texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use serde_json::json;
use text::learn::{self, Example, Kind, Options};

use super::rig::say;
use super::{Bench, Figure, Outcome};
use crate::text::data::key;

/// A labelled text of a shared set.
struct Row {
    text: String,
    labels: Vec<String>,
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    let mut figures = Vec::new();
    let mut raw = json!({});
    for (source, kind) in
        [("banking77", Kind::One), ("acos_rest_aspects", Kind::Many), ("absa_hotels_aspects", Kind::Many)]
    {
        let rows = load(&bench.args.data, source, kind).context("needs the shared texts: --data DIR")?;
        let learned = learned(&rows, kind)?;
        say(&format!("{source}: {learned:?}"));
        raw[source] = learned.raw.clone();
        match kind {
            Kind::One => {
                figures.push(Figure::new(
                    format!("{source}, after learning: accuracy"),
                    format!("{:.3}", learned.accuracy),
                    "0.88",
                    learned.accuracy >= 0.88,
                ));
                figures.push(Figure::told(
                    format!("{source}, after learning: macro-F1"),
                    format!("{:.3}", learned.macro_f1),
                ));
            }
            Kind::Many => figures.push(Figure::new(
                format!("{source}, entities, after learning: micro-F1"),
                format!("{:.3}", learned.micro_f1),
                "0.65",
                learned.micro_f1 >= 0.65,
            )),
        }
        figures.push(Figure::told(format!("{source}: texts a second"), format!("{:.0}", learned.speed)));
    }
    Ok(Outcome { figures, raw })
}

/// What was measured on the fifth that was not learned from.
#[derive(Debug)]
struct Learned {
    accuracy: f64,
    macro_f1: f64,
    micro_f1: f64,
    /// Texts a second on one core.
    speed: f64,
    raw: serde_json::Value,
}

fn learned(rows: &[Row], kind: Kind) -> Result<Learned> {
    let held = |row: &&Row| key(&row.text).is_multiple_of(5);
    let example = |row: &'_ Row| -> (String, Vec<String>) { (row.text.clone(), row.labels.clone()) };
    let taught: Vec<(String, Vec<String>)> = rows.iter().filter(|row| !held(row)).map(example).collect();
    let examples: Vec<Example<'_>> = taught
        .iter()
        .map(|(text, labels)| Example { text, labels: labels.iter().map(String::as_str).collect(), extra: Vec::new() })
        .collect();
    let begun = Instant::now();
    let (model, measures) = learn::train(&examples, Options::new(kind))?;
    let training = begun.elapsed().as_secs_f64();
    let held: Vec<&Row> = rows.iter().filter(held).collect();
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut right = 0;
    for row in &held {
        let said: BTreeSet<&str> = model.predict(&row.text, &[]).into_iter().map(|guess| guess.label).collect();
        let truth: BTreeSet<&str> = row.labels.iter().map(String::as_str).collect();
        right += usize::from(said == truth);
        truth.iter().for_each(|label| counts.entry(label).or_default()[0] += 1);
        said.iter().for_each(|label| counts.entry(label).or_default()[1] += 1);
        truth.intersection(&said).for_each(|label| counts.entry(label).or_default()[2] += 1);
    }
    let f1 = |[has, said, right]: [usize; 3]| 2.0 * right as f64 / (has + said).max(1) as f64;
    let all = counts.values().fold([0; 3], |sum, one| [0, 1, 2].map(|at| sum[at] + one[at]));
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let begun = Instant::now();
        held.iter().for_each(|row| drop(black_box(model.predict(&row.text, &[]))));
        best = best.min(begun.elapsed().as_secs_f64());
    }
    let accuracy = right as f64 / held.len() as f64;
    let macro_f1 = counts.values().map(|one| f1(*one)).sum::<f64>() / counts.len() as f64;
    let raw = json!({
        "taught": taught.len(), "held_out": held.len(), "training_seconds": training, "bytes": model.to_bytes().len(),
        "accuracy": accuracy, "macro_f1": macro_f1, "micro_f1": f1(all),
        "cross_validation": {"accuracy": measures.accuracy, "macro_f1": measures.macro_f1,
            "micro_f1": measures.micro_f1, "cost": measures.cost},
    });
    Ok(Learned { accuracy, macro_f1, micro_f1: f1(all), speed: held.len() as f64 / best, raw })
}

/// The texts of `source`: their label, or for several the entities that they name.
fn load(data: &Path, source: &str, kind: Kind) -> Result<Vec<Row>> {
    let path = data.join("text/topics.tsv.gz");
    let file = File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut rows = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines().skip(1) {
        let line = line?;
        let fields: Vec<&str> = line.splitn(4, '\t').collect();
        let [_, from, label, text] = fields[..] else { continue };
        if from != source {
            continue;
        }
        let labels: BTreeSet<String> = match kind {
            Kind::One => BTreeSet::from([label.to_owned()]),
            Kind::Many => label.split(';').filter_map(|part| Some(part.split_once('#')?.0.to_owned())).collect(),
        };
        rows.push(Row { text: text.to_owned(), labels: labels.into_iter().collect() });
    }
    Ok(rows)
}
