//! The feeling and the language of texts, on the tenth that is held out: Nabz beside VADER, AFINN, TF-IDF with logistic
//! regression, and whatlang, on the same texts in the same run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::query::python;
use super::rig::say;
use super::text_tally::{Languages, Said, Tally};
use super::tools::{self, target_dir};
use super::{Bench, Figure, Outcome};
use crate::text::data::{self, LANGUAGES, Text};

/// Macro-F1 of three classes and accuracy of polarity that are agreed, in percent.
const GOALS: [(&str, f64, f64); 4] = [("en", 66.0, 86.0), ("fa", 75.0, 85.5), ("ar", 74.0, 86.0), ("sv", 76.0, 87.5)];
/// Letters below which a text is short, and the share of languages right there, in percent.
const SHORT: usize = 20;

/// The held-out texts of one language.
struct Held {
    language: &'static str,
    texts: Vec<Text>,
}

/// What one way of judging said of the held-out texts of one language, in order.
struct Row {
    name: String,
    language: &'static str,
    said: Vec<Said>,
    /// Texts a second.
    speed: f64,
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    let data = &bench.args.data;
    let mut all = Vec::new();
    for language in LANGUAGES {
        all.push((language, data::load(data, language).context("needs the shared texts: --data DIR")?));
    }
    let split = bench.work.join("text-split.tsv");
    write_split(&split, &all)?;
    let keep = |(language, mut texts): (&'static str, Vec<Text>)| {
        texts.retain(Text::is_held_out);
        Held { language, texts }
    };
    let held: Vec<Held> = all.into_iter().map(keep).collect();

    let program = program(&bench.root)?;
    let mut rows = Vec::new();
    let mut languages = Languages::default();
    let mut seconds = Value::Null;
    for held in &held {
        let (found, _) = judge(&program, held, held.language)?;
        for (text, found) in held.texts.iter().zip(&found) {
            let short = text.text.chars().count() < SHORT;
            languages.with_prior(held.language, short, &found.language);
        }
        let (unasked, took) = judge(&program, held, "")?;
        for (text, found) in held.texts.iter().zip(&unasked) {
            languages.without(held.language, text.text.chars().count() < SHORT, &found.language, &found.other);
        }
        let speed = held.texts.len() as f64 / took["judge"].as_f64().unwrap_or(f64::NAN);
        let said = found.into_iter().map(|found| found.said).collect();
        rows.push(Row { name: "Nabz".into(), language: held.language, said, speed });
        seconds[held.language] = took;
    }
    say("training and asking the peers; some minutes");
    rows.extend(peers(bench, &split, &held)?);
    Ok(outcome(&held, &rows, &languages, seconds))
}

fn write_split(path: &Path, all: &[(&'static str, Vec<Text>)]) -> Result<()> {
    let mut lines = String::new();
    for (language, texts) in all {
        for Text { label, text, .. } in texts.iter().filter(|text| !text.is_held_out()) {
            lines += &format!("train\t{language}\t{label}\t{text}\n");
        }
        for Text { label, text, .. } in texts.iter().filter(|text| text.is_held_out()) {
            lines += &format!("held\t{language}\t{label}\t{text}\n");
        }
    }
    fs::write(path, lines).with_context(|| format!("cannot write {}", path.display()))
}

/// The small program that judges without a server or a data folder; it is built in a minute.
pub fn program(root: &Path) -> Result<PathBuf> {
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--release", "--package", "text", "--example", "judge"])
        .current_dir(root)
        .status()?;
    ensure!(status.success(), "cargo build -p text --example judge failed");
    Ok(target_dir(root).join("release/examples/judge"))
}

/// What the program says of one text.
struct Found {
    language: String,
    said: Said,
    /// The language by whatlang.
    other: String,
}

fn judge(program: &Path, held: &Held, prior: &str) -> Result<(Vec<Found>, Value)> {
    let lines: String = held.texts.iter().map(|text| format!("{prior}\t{}\n", text.text)).collect();
    let output = tools::piped(program, lines)?;
    let (lines, last) = output.trim_end().rsplit_once('\n').context("the program said nothing")?;
    let found: Vec<Found> = lines.lines().map(found).collect::<Option<_>>().context("not a line of the program")?;
    ensure!(found.len() == held.texts.len(), "{} texts, {} answers", held.texts.len(), found.len());
    Ok((found, serde_json::from_str(last)?))
}

fn found(line: &str) -> Option<Found> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [language, label, score, set, other] = fields[..] else { return None };
    let score: f64 = score.parse().ok()?;
    // A text that is in no language that is read has no feeling: three classes count it wrong, two as well.
    let polarity = if score.is_nan() {
        ""
    } else if score >= 0.0 {
        "pos"
    } else {
        "neg"
    };
    let set = (!set.is_empty()).then(|| set.split(',').map(str::to_owned).collect());
    let said = Said { label: label.into(), polarity: polarity.into(), set };
    Some(Found { language: language.into(), said, other: other.into() })
}

fn peers(bench: &Bench, split: &Path, held: &[Held]) -> Result<Vec<Row>> {
    let output = Command::new(python(bench)?)
        .arg(bench.root.join("bench/text_peers.py"))
        .arg(split)
        .arg(bench.args.data.join("lexicon/AFINN-sv-165.txt"))
        .stderr(Stdio::inherit())
        .output()?;
    ensure!(output.status.success(), "bench/text_peers.py failed");
    let mut rows = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let held = held.iter().find(|held| line["language"] == held.language).context("a language nobody asked for")?;
        let column = |name: &str| line[name].as_array().cloned().unwrap_or_default();
        let pairs = column("labels").into_iter().zip(column("polarity"));
        let said: Vec<Said> =
            pairs.map(|(label, polarity)| Said { label: text(&label), polarity: text(&polarity), set: None }).collect();
        ensure!(said.len() == held.texts.len(), "{} judged {} of {}", line["name"], said.len(), held.texts.len());
        let name = format!("{} {}", text(&line["name"]), text(&line["version"]));
        rows.push(Row { name, language: held.language, said, speed: line["speed"].as_f64().unwrap_or(f64::NAN) });
    }
    Ok(rows)
}

fn outcome(held: &[Held], rows: &[Row], languages: &Languages, seconds: Value) -> Outcome {
    let mut figures = Vec::new();
    let mut raw = BTreeMap::new();
    for held in held {
        for row in rows.iter().filter(|row| row.language == held.language) {
            let tally = Tally::of(&held.texts, &row.said, |_| true);
            figures.extend(summary(row, &tally));
            raw.insert(format!("{} {}", row.language, row.name), tally.to_json(row.speed));
        }
        let mut sources: Vec<&str> = held.texts.iter().map(|text| text.source.as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            let of =
                |row: &Row| format!("{} {}", row.name, Tally::of(&held.texts, &row.said, |text| text.source == source));
            let lines: Vec<String> = rows.iter().filter(|row| row.language == held.language).map(of).collect();
            figures.push(Figure::told(format!("{} · {source}", held.language), lines.join("; ")));
        }
    }
    figures.extend(ahead(held, rows));
    figures.extend(speeds(held, &seconds));
    figures.extend(languages.figures());
    Outcome { figures, raw: json!({"rows": raw, "seconds": seconds, "languages": languages.to_json()}) }
}

/// The lines of one row over all sources; those of Nabz against their goals.
fn summary(row: &Row, tally: &Tally) -> Vec<Figure> {
    let name = format!("{} · {}", row.language, row.name);
    let speed = format!("{:.0} texts/s", row.speed);
    let Some((_, f1, polarity)) = GOALS.into_iter().find(|(code, ..)| *code == row.language && row.name == "Nabz")
    else {
        return vec![Figure::told(name, format!("{tally}; {speed}"))];
    };
    let goal = |what: &str, least: f64| -> &'static str {
        // The few goals live as long as the program that prints them.
        format!("{what} ≥ {least}").trim_start().to_owned().leak()
    };
    let covers = tally.coverage().unwrap_or(f64::NAN);
    vec![
        Figure::new(name.clone(), tally.to_string(), goal("macro-F1", f1), tally.macro_f1() >= f1),
        Figure::new(
            format!("{name}, polarity"),
            format!("{:.1} %", tally.polarity()),
            goal("", polarity),
            tally.polarity() >= polarity,
        ),
        Figure::new(
            format!("{name}, sets of 90 %"),
            format!("hold the truth in {covers:.1} %, one label in {:.1} %", tally.clear().unwrap_or(f64::NAN)),
            "88 to 92 %",
            (88.0..=92.0).contains(&covers),
        ),
        Figure::new(format!("{name}, one core"), speed, "≥ 40,000 texts/s", row.speed >= 40_000.0),
    ]
}

/// What a whole reading, with parts and reasons, and the language alone cost.
fn speeds(held: &[Held], seconds: &Value) -> Vec<Figure> {
    let texts = held.iter().map(|held| held.texts.len()).sum::<usize>() as f64;
    let speed = |way: &str| {
        let all: f64 = held.iter().filter_map(|held| seconds[held.language][way].as_f64()).sum();
        format!("{:.0} texts/s", texts / all)
    };
    vec![
        Figure::told("Nabz with sentences, clauses and reasons, one core", speed("read")),
        Figure::told("Language alone, one core", format!("{} (whatlang {})", speed("identify"), speed("whatlang"))),
    ]
}

/// How far Nabz is ahead of VADER in English.
fn ahead(held: &[Held], rows: &[Row]) -> Option<Figure> {
    let texts = &held.iter().find(|held| held.language == "en")?.texts;
    let accuracy = |name: &str| {
        let row = rows.iter().find(|row| row.language == "en" && row.name.starts_with(name))?;
        Some(Tally::of(texts, &row.said, |_| true).accuracy())
    };
    let points = accuracy("Nabz")? - accuracy("VADER")?;
    Some(Figure::new("en · accuracy above VADER", format!("{points:+.1} points"), "≥ 10 points", points >= 10.0))
}
