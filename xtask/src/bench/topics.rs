//! Topics: how well the starter sets, untrained, find the aspects that people marked in reviews of restaurants
//! (English) and hotels (Arabic), and how many texts a second topics and mentions take. A fifth of the texts, by a
//! hash of their letters, was never looked at when rules were written: the figures are of that fifth.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use flate2::read::GzDecoder;
use serde_json::{Value, json};

use super::tools::{self, target_dir};
use super::{Bench, Figure, Outcome};
use crate::text::data::key;

/// Which aspect of a shared set a starter topic stands for.
const ASPECTS: &str = include_str!("aspects.tsv");
/// The shared set, its language, and the starter set that reads it.
const SETS: [(&str, &str, &str); 2] =
    [("acos_rest_aspects", "en", "restaurant"), ("absa_hotels_aspects", "ar", "hotel")];
/// Micro-F1 of entities, untrained.
const GOAL: f64 = 0.55;
/// Texts a second and core, topics and mentions with the feeling of their clauses.
const SPEED: f64 = 10_000.0;

/// A text with the aspects that people marked, `ENTITY#ATTRIBUTE` and `pos`, `neu`, `neg`.
struct Marked {
    text: String,
    aspects: Vec<(String, String)>,
    held_out: bool,
}

/// What was found against what was marked.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn add<T: Ord>(&mut self, found: &BTreeSet<T>, marked: &BTreeSet<T>) {
        let right = found.intersection(marked).count();
        self.right += right;
        self.wrong += found.len() - right;
        self.missed += marked.len() - right;
    }

    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    /// Over all texts and aspects together (micro).
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.wrong + self.missed).max(1) as f64
    }

    fn show(self) -> String {
        format!("F1 {:.3} (precision {:.3}, recall {:.3})", self.f1(), self.precision(), self.recall())
    }

    fn json(self) -> Value {
        json!({"f1": self.f1(), "precision": self.precision(), "recall": self.recall()})
    }
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    let program = program(&bench.root)?;
    let (mut figures, mut raw) = (Vec::new(), BTreeMap::new());
    let (mut texts, mut seconds) = (0.0, 0.0);
    for (source, language, set) in SETS {
        let marked = load(&bench.args.data, source).context("needs the shared texts: --data DIR")?;
        let topics = topics(source);
        let (found, took) = ask(&program, set, language, &marked)?;
        texts += took["texts"].as_f64().unwrap_or(0.0);
        seconds += took["seconds"].as_f64().unwrap_or(f64::NAN);
        let held: Vec<_> = marked.iter().zip(&found).filter(|(text, _)| text.held_out).collect();
        let [entities, felt, fine] = judge(&held, &topics);
        let seen: Vec<_> = marked.iter().zip(&found).filter(|(text, _)| !text.held_out).collect();
        let [other, ..] = judge(&seen, &topics);
        let name = format!("{language} · {source}, {} texts", held.len());
        let met = entities.f1() >= GOAL;
        figures.push(Figure::new(format!("{name}, entities, untrained"), entities.show(), "F1 ≥ 0.55", met));
        figures.push(Figure::told(format!("{name}, entities with polarity"), felt.show()));
        figures.push(Figure::told(format!("{name}, entities with attributes"), fine.show()));
        figures
            .push(Figure::told(format!("{language} · the texts that rules were written with, entities"), other.show()));
        raw.insert(
            source,
            json!({"texts": held.len(), "entities": entities.json(), "polarity": felt.json(), "fine": fine.json(),
                "written with": other.json(), "took": took}),
        );
    }
    let speed = texts / seconds;
    let name = "Topics and mentions with the feeling of their clauses, one core";
    figures.push(Figure::new(name, format!("{speed:.0} texts/s"), "≥ 10,000 texts/s", speed >= SPEED));
    Ok(Outcome { figures, raw: json!(raw) })
}

/// The small program that finds topics without a server.
pub fn program(root: &Path) -> Result<PathBuf> {
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--release", "--package", "text", "--example", "topics"])
        .current_dir(root)
        .status()?;
    ensure!(status.success(), "cargo build -p text --example topics failed");
    Ok(target_dir(root).join("release/examples/topics"))
}

fn load(data: &Path, source: &str) -> Result<Vec<Marked>> {
    let path = data.join("text/topics.tsv.gz");
    let file = File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines().skip(1) {
        let line = line.with_context(|| format!("cannot read {}", path.display()))?;
        let fields: Vec<&str> = line.splitn(4, '\t').collect();
        ensure!(fields.len() == 4, "{}: not four fields: {line}", path.display());
        let key = key(fields[3]);
        if fields[1] != source || !seen.insert(key) {
            continue;
        }
        let aspect = |part: &str| {
            let (aspect, feeling) = part.rsplit_once(':')?;
            Some((aspect.to_owned(), feeling.get(..3)?.to_owned()))
        };
        let aspects = fields[2].split(';').map(aspect).collect::<Option<_>>().context("not an aspect")?;
        found.push(Marked { text: fields[3].into(), aspects, held_out: key % 10 >= 8 });
    }
    ensure!(!found.is_empty(), "{}: nothing of {source}", path.display());
    Ok(found)
}

/// The aspect of each topic that has one of its own.
fn topics(source: &str) -> BTreeMap<&'static str, &'static str> {
    let rows = ASPECTS.lines().filter(|line| !line.starts_with('#'));
    let fields = rows.filter_map(|row| <[&str; 3]>::try_from(row.split('\t').collect::<Vec<_>>()).ok());
    fields.filter(|[of, ..]| *of == source).map(|[_, topic, aspect]| (topic, aspect)).collect()
}

/// The aspect that `topic` stands for: its own, else that of what it is a part of.
fn aspect(topics: &BTreeMap<&str, &'static str>, topic: &str) -> Option<&'static str> {
    let mut at = topic;
    loop {
        if let Some(aspect) = topics.get(at) {
            return Some(*aspect).filter(|aspect| *aspect != "-");
        }
        at = at.rsplit_once('.')?.0;
    }
}

/// Topic and feeling of each mention, by text.
type Said = Vec<(String, String)>;

fn ask(program: &Path, set: &str, language: &str, texts: &[Marked]) -> Result<(Vec<Said>, Value)> {
    let lines: String = texts.iter().map(|marked| format!("{set}\t{language}\t{}\n", marked.text)).collect();
    let output = tools::piped(program, lines)?;
    let (lines, last) = output.trim_end().rsplit_once('\n').context("the program said nothing")?;
    let mention = |mention: &str| {
        let fields: Vec<&str> = mention.split(':').collect();
        Some((fields.first()?.to_string(), fields.get(3)?.to_string()))
    };
    let said: Option<Vec<Said>> =
        lines.split('\n').map(|line| line.split_whitespace().map(mention).collect()).collect();
    let said = said.context("not a line of the program")?;
    ensure!(said.len() == texts.len(), "{} texts, {} answers", texts.len(), said.len());
    Ok((said, serde_json::from_str(last)?))
}

/// Entities, entities with polarity, entities with attributes.
fn judge(texts: &[(&Marked, &Said)], topics: &BTreeMap<&str, &'static str>) -> [Tally; 3] {
    let entity = |aspect: &str| aspect.split('#').next().unwrap_or_default().to_owned();
    let mut tallies = [Tally::default(); 3];
    for (marked, said) in texts {
        let found: Vec<(&str, &str)> =
            said.iter().filter_map(|(topic, feeling)| Some((aspect(topics, topic)?, feeling.as_str()))).collect();
        let marks = &marked.aspects;
        let of_found: BTreeSet<_> = found.iter().map(|(aspect, _)| entity(aspect)).collect();
        tallies[0].add(&of_found, &marks.iter().map(|(aspect, _)| entity(aspect)).collect());
        let of_found: BTreeSet<_> =
            found.iter().map(|(aspect, feeling)| (entity(aspect), (*feeling).to_owned())).collect();
        tallies[1].add(&of_found, &marks.iter().map(|(aspect, feeling)| (entity(aspect), feeling.clone())).collect());
        let of_found: BTreeSet<_> = found.iter().map(|(aspect, _)| (*aspect).to_owned()).collect();
        tallies[2].add(&of_found, &marks.iter().map(|(aspect, _)| aspect.clone()).collect());
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_for_what_the_whole_stands_for() {
        let topics = topics("acos_rest_aspects");
        assert_eq!(aspect(&topics, "service.staff"), Some("SERVICE#GENERAL"));
        assert_eq!(aspect(&topics, "food.portion"), Some("FOOD#STYLE_OPTIONS"));
        assert_eq!(aspect(&topics, "weather.rain"), None);
    }

    #[test]
    fn measures_are_as_defined() {
        let text = |aspects: &[(&str, &str)]| Marked {
            text: String::new(),
            aspects: aspects.iter().map(|(aspect, feeling)| ((*aspect).into(), (*feeling).into())).collect(),
            held_out: true,
        };
        let said = |said: &[(&str, &str)]| said.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect::<Said>();
        let marked = text(&[("FOOD#QUALITY", "pos"), ("SERVICE#GENERAL", "neg")]);
        let found = said(&[("food.taste", "neg"), ("food.portion", "pos"), ("price", "pos"), ("children.x", "pos")]);
        let [entities, felt, fine] = judge(&[(&marked, &found)], &topics("acos_rest_aspects"));
        // FOOD and RESTAURANT (by price and by children) against FOOD and SERVICE.
        assert_eq!((entities.right, entities.wrong, entities.missed), (1, 1, 1));
        assert_eq!((felt.right, felt.wrong, felt.missed), (1, 2, 1));
        assert_eq!((fine.right, fine.wrong, fine.missed), (1, 3, 1));
    }
}
