//! What is learned from labelled texts, what texts are for without learning, and how fast.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use serde_json::json;
use text::intent::{self, Intent};
use text::learn::{self, Example, Kind, Options};
use text::twins::Twins;
use text::{Reader, private};

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
    written(&mut figures, &mut raw);
    issues(&bench.args.data, &mut figures, &mut raw)?;
    paces(&bench.args.data, &mut figures)?;
    Ok(Outcome { figures, raw })
}

/// The sentences that were written for it: the half that is kept aside when phrases are corrected.
fn written(figures: &mut Vec<Figure>, raw: &mut serde_json::Value) {
    const JUDGED: &str = include_str!("../../../crates/text/tests/intents.txt");
    let reader = Reader::new();
    let mut counts: BTreeMap<(&str, &str), [usize; 3]> = BTreeMap::new();
    let mut right: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let (mut language, mut wanted) = ("", "");
    for line in JUDGED.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        match line.strip_prefix('[').and_then(|head| head.strip_suffix(']')).and_then(|head| head.split_once(' ')) {
            Some(head) => (language, wanted) = head,
            None if learn::key(line).is_multiple_of(2) => {
                let found = intent::read(line, &reader.read(line, Some(language)));
                let said = found.main.map_or("none", Intent::code);
                counts.entry((language, wanted)).or_default()[0] += 1;
                counts.entry((language, said)).or_default()[1] += 1;
                counts.entry((language, wanted)).or_default()[2] += usize::from(said == wanted);
                let right = right.entry(language).or_default();
                right[0] += 1;
                right[1] += usize::from(said == wanted);
            }
            None => {}
        }
    }
    for (language, [all, right]) in right {
        let f1s: Vec<f64> = Intent::ALL
            .iter()
            .filter_map(|intent| counts.get(&(language, intent.code())).map(|one| f1(*one)))
            .collect();
        let threat = counts.get(&(language, Intent::ThreatToLeave.code())).copied().unwrap_or_default();
        let macro_f1 = f1s.iter().sum::<f64>() / f1s.len() as f64;
        figures.push(Figure::told(
            format!("general intents, {language}, {all} sentences written for it: accuracy / macro-F1 / F1 of threats to leave"),
            format!("{:.3} / {macro_f1:.3} / {:.3}", right as f64 / all as f64, f1(threat)),
        ));
        raw["written"][language] = json!({"sentences": all, "right": right, "macro_f1": macro_f1});
    }
}

/// Reports and wishes that others labelled: the strongest of the three intents that they tell apart.
fn issues(data: &Path, figures: &mut Vec<Figure>, raw: &mut serde_json::Value) -> Result<()> {
    let reader = Reader::new();
    for (source, labels) in [
        (
            "nlbse_issues",
            [("bug", Intent::Bug), ("feature", Intent::Request), ("question", Intent::Question)].as_slice(),
        ),
        ("app_reviews_bug_feature", &[("bug report", Intent::Bug), ("feature request", Intent::Request)]),
    ] {
        let mut counts: BTreeMap<Intent, [usize; 3]> = BTreeMap::new();
        for row in load(data, source, Kind::One)? {
            let found = intent::judge(&row.text, &reader.judge(&row.text, Some("en")));
            let told = |intent: &Intent| labels.iter().any(|(_, label)| label == intent);
            let said = found.all.iter().map(|meant| meant.intent).find(told);
            let truth = labels.iter().find(|(label, _)| *label == row.labels[0]).map(|(_, intent)| *intent);
            truth.iter().for_each(|intent| counts.entry(*intent).or_default()[0] += 1);
            said.iter().for_each(|intent| counts.entry(*intent).or_default()[1] += 1);
            if said == truth {
                truth.iter().for_each(|intent| counts.entry(*intent).or_default()[2] += 1);
            }
        }
        let line = |(intent, [has, said, right]): (&Intent, &[usize; 3])| {
            let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
            raw[source][intent.code()] = json!({"has": has, "said": said, "right": right});
            format!("{} {:.2} / {:.2}", intent.code(), ratio(*right, *said), ratio(*right, *has))
        };
        let lines: Vec<String> = counts.iter().map(line).collect();
        figures.push(Figure::told(format!("{source}, without learning: precision / recall"), lines.join(" · ")));
    }
    Ok(())
}

/// Texts a second on one core, the best of three passes.
fn paces(data: &Path, figures: &mut Vec<Figure>) -> Result<()> {
    let texts: Vec<String> = load(data, "absa_hotels_aspects", Kind::Many)?
        .into_iter()
        .chain(load(data, "banking77", Kind::One)?.into_iter().take(4_000))
        .map(|row| row.text)
        .collect();
    let reader = Reader::new();
    let judged: Vec<_> = texts.iter().map(|text| reader.judge(text, None)).collect();
    let both = || {
        for (text, judgement) in texts.iter().zip(&judged) {
            black_box(intent::judge(text, judgement));
        }
    };
    figures.push(Figure::told("general intents: texts a second", pace(texts.len(), both)));
    let masked = || texts.iter().for_each(|text| drop(black_box(private::mask(text))));
    figures.push(Figure::told("personal data: texts a second", pace(texts.len(), masked)));
    let grouped = || {
        let mut twins = Twins::new(100_000);
        texts.iter().for_each(|text| {
            black_box(twins.take(text).group);
        });
    };
    figures.push(Figure::told("near-duplicates: texts a second", pace(texts.len(), grouped)));
    Ok(())
}

fn pace(texts: usize, work: impl Fn()) -> String {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let begun = Instant::now();
        work();
        best = best.min(begun.elapsed().as_secs_f64());
    }
    format!("{:.0}", texts as f64 / best)
}

/// From how many texts have a label, were said to, and both.
fn f1([has, said, right]: [usize; 3]) -> f64 {
    2.0 * right as f64 / (has + said).max(1) as f64
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
    let taught: Vec<Example<'_>> = rows
        .iter()
        .filter(|row| !held(row))
        .map(|row| Example {
            text: &row.text,
            labels: row.labels.iter().map(String::as_str).collect(),
            extra: Vec::new(),
        })
        .collect();
    let begun = Instant::now();
    let (model, measures) = learn::train(&taught, Options::new(kind))?;
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
