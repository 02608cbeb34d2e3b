//! Trains the models of feeling, and measures what goes into MODEL_CARD.md: what ships and what all texts would give,
//! by language and source; sources never seen; what rounding costs; how often the sets hold the truth.

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::{Map, Value, json};
use text::sentiment::extract::{Analysis, Places};
use text::sentiment::fit::{Options, Table, Weights, calibrate, logits};
use text::sentiment::model::{Calibration, Model};

use super::data::{self, Text};
use super::tally::Tally;

/// Texts written for the project, beside the shared ones.
const WRITTEN: [(&str, &str); 4] = [
    ("en", include_str!("../../../crates/text/data/written/en.tsv")),
    ("fa", include_str!("../../../crates/text/data/written/fa.tsv")),
    ("ar", include_str!("../../../crates/text/data/written/ar.tsv")),
    ("sv", include_str!("../../../crates/text/data/written/sv.tsv")),
];

/// What they have for the name of a source.
const OURS: &str = "written";
/// And what English texts have that another language learns from.
const BORROWED: &str = "borrowed";

/// On what terms a source may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Permissive, or ours.
    Ok,
    /// A research release without stated terms.
    Unclear,
    /// Non-commercial or copyleft: to measure with, never to train what ships.
    Never,
}

fn class(source: &str) -> Class {
    match source {
        OURS | BORROWED | "vader_tweets" | "vader_amazon" | "vader_movie" | "vader_nyt" | "uci_amazon_cells"
        | "uci_yelp" | "uci_imdb" | "womens_clothing" | "absa_hotels" | "arsarcasm" | "ajgt" => Class::Ok,
        "airline_tweets" | "parsinlu_food" | "parsinlu_movie" | "astd" => Class::Never,
        _ => Class::Unclear,
    }
}

/// The languages that gain more than 3 points of macro-F1 from sources of unclear terms: without them they have no
/// texts at all. The report measures the gain of the others.
const NEED_UNCLEAR: [&str; 2] = ["fa", "sv"];

/// What the sets promise.
const COVERAGE: f64 = 0.90;

/// Steps of 0.1 by which the priors of negative and of neutral texts may shift.
const SHIFTS: (RangeInclusive<i8>, RangeInclusive<i8>) = (-15..=8, -6..=12);
/// Steps around a shift over which its worth is averaged: one that is good by luck has bad neighbours.
const AROUND: i8 = 2;

/// The shift of the classes' priors that serves macro-F1 best without hurting accuracy and polarity; large shifts have
/// to earn it. As every setting it is chosen on texts of all sources, none of them held out.
fn shift(said: &[([f64; 3], u8)]) -> [f32; 3] {
    let priors = |neg: i8, neu: i8| [f32::from(neg) * 0.1, f32::from(neu) * 0.1, 0.0];
    let mut worths = BTreeMap::new();
    for neg in SHIFTS.0 {
        for neu in SHIFTS.1 {
            let calibration = Calibration { shift: priors(neg, neu), ..Calibration::default() };
            let mut tally = Tally::default();
            for (logits, label) in said {
                tally.add(*label, calibration.chances(*logits), 0.0);
            }
            let cost = 0.03 * (f64::from(neg.abs()) + f64::from(neu.abs()));
            worths.insert((neg, neu), tally.macro_f1() + 0.5 * (tally.accuracy() + tally.polarity()) - cost);
        }
    }
    let mut best = (f64::NEG_INFINITY, [0.0; 3]);
    for &(neg, neu) in worths.keys() {
        let around = (-AROUND..=AROUND).flat_map(|a| (-AROUND..=AROUND).map(move |b| (neg + a, neu + b)));
        let near: Vec<f64> = around.filter_map(|at| worths.get(&at).copied()).collect();
        let mean = near.iter().sum::<f64>() / near.len() as f64;
        if mean > best.0 {
            best = (mean, priors(neg, neu));
        }
    }
    best.1
}

/// Sources left out one at a time.
const UNSEEN: [(&str, &str); 7] = [
    ("en", "airline_tweets"),
    ("en", "womens_clothing"),
    ("en", "acos_rest"),
    ("fa", "snappfood"),
    ("ar", "elsahar_res1"),
    ("ar", "absa_hotels"),
    ("sv", "isbister_reviews"),
];

/// The texts of one language, ready to train on.
struct Language {
    code: &'static str,
    texts: Vec<Text>,
    table: Table,
}

/// Which texts are trained on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// What may ship in this language.
    Permitted,
    /// Sources of class OK alone.
    Ok,
    /// These and the ones of unclear terms.
    Unclear,
    All,
}

/// How the model of `code` is fitted, chosen on tenths 0, 3 and 6, each left out of training in turn.
fn options(code: &str) -> Options {
    let usual = Options::default();
    match code {
        // To weigh features by what they tell helps most where texts are few.
        "ar" => Options { cost: 0.4, rules: 0.3, rarity: 0.4, telling: 1.0, ..usual },
        "en" => Options { cost: 0.5, telling: 0.5, ..usual },
        "fa" => Options { cost: 0.4, rarity: 0.3, ..usual },
        _ => Options { cost: 0.6, telling: 0.3, ..usual },
    }
}

impl Language {
    fn load(data: &Path, code: &'static str) -> Result<Self> {
        let mut texts = data::load(data, code)?;
        texts.extend(written(code)?);
        if code == "ar" {
            texts.extend(borrowed(data)?);
        }
        let table = Table::new(code, texts.iter().map(|text| text.text.as_str()), options(code));
        Ok(Self { code, texts, table })
    }

    /// The first eight tenths of what `row` takes, less the source `without`, with label and cost.
    fn chosen(&self, row: Row, without: Option<&str>) -> Vec<(usize, u8, f32)> {
        let texts = self.texts.iter().enumerate();
        let taken = texts.filter(|(_, text)| takes(self.code, row, text) && without != Some(text.source.as_str()));
        taken.map(|(at, text)| (at, label(text), cost(self.code, text))).collect()
    }

    /// Fits to what is chosen so; none if that has no text of the language but ours.
    fn fit(&self, row: Row, without: Option<&str>) -> Option<Weights> {
        let chosen = self.chosen(row, without);
        let shared = chosen.iter().any(|(at, ..)| ![OURS, BORROWED].contains(&self.texts[*at].source.as_str()));
        shared.then(|| self.table.fit(&chosen))
    }

    /// The model of `weights`, calibrated on the tenth for it: a handful of numbers, not weights.
    fn model(&self, weights: &Weights) -> Model {
        let mut model = self.table.model(weights);
        let said = self.said(&model, |text| text.tenth == CALIBRATES);
        let said: Vec<([f64; 3], u8)> = said.into_iter().map(|(text, logits)| (logits, label(text))).collect();
        model.calibration = calibrate(&said, shift(&said), COVERAGE);
        model
    }

    /// What `model` says of the texts that are `wanted`.
    fn said(&self, model: &Model, wanted: impl Fn(&Text) -> bool) -> Vec<(&Text, [f64; 3])> {
        let (mut analysis, mut seen) = (Analysis::default(), Places::default());
        let texts = self.texts.iter().filter(|text| wanted(text));
        texts.map(|text| (text, logits(model, &text.text, &mut analysis, &mut seen))).collect()
    }

    /// The measures of `model` on the held-out tenth, over all and by source.
    fn measure(&self, model: &Model) -> (Tally, BTreeMap<&str, Tally>) {
        let (mut whole, mut sources) = (Tally::default(), BTreeMap::<&str, Tally>::new());
        for (text, logits) in self.said(model, Text::is_held_out) {
            let said = (model.calibration.chances(logits), f64::from(model.calibration.threshold));
            whole.add(label(text), said.0, said.1);
            sources.entry(&text.source).or_default().add(label(text), said.0, said.1);
        }
        (whole, sources)
    }

    /// The same with weights that were not rounded: the macro-F1 less that of the rounded ones, and the same of
    /// polarity accuracy.
    fn rounding(&self, weights: &Weights, rounded: &Tally, calibration: Calibration) -> (f64, f64) {
        let mut exact = Tally::default();
        for (at, text) in self.texts.iter().enumerate().filter(|(_, text)| text.is_held_out()) {
            exact.add(label(text), calibration.chances(self.table.logits(weights, at)), 0.0);
        }
        (exact.macro_f1() - rounded.macro_f1(), exact.polarity() - rounded.polarity())
    }
}

/// Whether `row` trains on a text: on the tenths 1 to 8 of the sources that it takes.
fn takes(code: &str, row: Row, text: &Text) -> bool {
    let source = match (row, class(&text.source)) {
        (Row::All, _) | (_, Class::Ok) => true,
        (Row::Permitted, Class::Unclear) => NEED_UNCLEAR.contains(&code),
        (row, Class::Unclear) => row == Row::Unclear,
        (_, Class::Never) => false,
    };
    source && text.tenth != CALIBRATES && !text.is_held_out()
}

/// The tenth that calibrates.
const CALIBRATES: u64 = 0;

fn label(text: &Text) -> u8 {
    match text.label.as_str() {
        "neg" => 0,
        "neu" => 1,
        _ => 2,
    }
}

/// How many texts one counts as.
fn cost(code: &str, text: &Text) -> f32 {
    match (code, text.source.as_str(), text.label.as_str()) {
        (_, BORROWED, _) | ("ar", OURS, _) => 0.4,
        // Most Arabic posts feel nothing; the one permitted source of posts was gathered for sarcasm, and has fewer.
        (_, "arsarcasm", "neu") => 3.0,
        _ => 1.0,
    }
}

fn written(code: &str) -> Result<Vec<Text>> {
    let lines = WRITTEN.iter().filter(|(language, _)| *language == code).flat_map(|(_, table)| table.lines());
    lines
        .filter(|line| !line.starts_with("# "))
        .map(|line| {
            let (label, text) = line.split_once('\t').with_context(|| format!("no label: {line}"))?;
            // Tenths 1 to 8 train; none of these is there to measure with.
            Ok(Text { source: OURS.into(), label: label.into(), text: text.into(), tenth: 1 })
        })
        .collect()
}

/// English texts of customers, class OK: who writes Arabic often praises and complains in English words.
fn borrowed(data: &Path) -> Result<impl Iterator<Item = Text>> {
    const LENDERS: [&str; 5] = ["uci_amazon_cells", "uci_yelp", "uci_imdb", "vader_amazon", "vader_tweets"];
    let texts = data::load(data, "en")?.into_iter();
    let lent = texts.filter(|text| LENDERS.contains(&text.source.as_str()) && (1..9).contains(&text.tenth));
    Ok(lent.map(|text| Text { source: BORROWED.into(), ..text }))
}

/// Trains what ships into `out`, measures, and gives the report.
pub fn train(data: &Path, out: &Path) -> Result<Value> {
    // Languages know nothing of each other, so that side by side they give the same as in turn.
    let trained: Result<Vec<Trained>> = std::thread::scope(|scope| {
        let languages = data::LANGUAGES.map(|code| scope.spawn(move || Language::load(data, code)?.train()));
        languages.into_iter().map(|language| language.join().map_err(|_| anyhow!("training failed"))?).collect()
    });
    let (mut report, mut unseen) = (Map::new(), Map::new());
    let mut version = 0_u64;
    for (code, trained) in data::LANGUAGES.into_iter().zip(trained?) {
        version = trained.bytes.iter().fold(version, |hash, byte| text::features::step(hash, u64::from(*byte)));
        fs::write(out.join(format!("{code}.bin")), trained.bytes)?;
        report.insert(code.into(), trained.report);
        unseen.extend(trained.unseen);
    }
    let version = format!("1-{:012x}", text::features::finish(version) & 0xffff_ffff_ffff);
    fs::write(out.join("version.txt"), format!("{version}\n"))?;
    Ok(json!({ "version": version, "languages": report, "never seen": unseen }))
}

/// What one language adds to the weights and to the report.
struct Trained {
    bytes: Vec<u8>,
    report: Value,
    unseen: Map<String, Value>,
}

impl Language {
    fn train(&self) -> Result<Trained> {
        let code = self.code;
        let shipped = self.fit(Row::Permitted, None).with_context(|| format!("no texts for {code}"))?;
        let model = self.model(&shipped);
        let (whole, sources) = self.measure(&model);
        let (f1, polarity) = self.rounding(&shipped, &whole, model.calibration);
        let sources: Map<String, Value> = (sources.into_iter())
            .map(|(source, tally)| (source.to_owned(), with_class(tally.json(), class(source))))
            .collect();
        let mut rows = Map::new();
        rows.insert("permitted".into(), whole.json());
        for (name, row) in [("all", Row::All), ("ok", Row::Ok), ("ok and unclear", Row::Unclear)] {
            let measured = if self.chosen(row, None) == self.chosen(Row::Permitted, None) {
                Some(whole.json())
            } else {
                self.fit(row, None).map(|weights| self.measure(&self.model(&weights)).0.json())
            };
            rows.insert(name.into(), measured.unwrap_or_default());
        }
        let mut unseen = Map::new();
        for (_, source) in UNSEEN.iter().filter(|(language, _)| *language == code) {
            unseen.insert((*source).into(), json!(round(self.unseen(source).context("no other source")?)));
        }
        eprintln!("{code}: {} never seen: {}", serde_json::to_string(&rows)?, serde_json::to_string(&unseen)?);
        let calibration = model.calibration;
        let report = json!({
            "rows": rows, "sources": sources,
            "int8 loss": {"macro-F1": round(f1), "polarity": round(polarity)},
            "calibration": {"temperature": calibration.temperature, "threshold": calibration.threshold,
                "shift": calibration.shift},
        });
        Ok(Trained { bytes: model.to_bytes(), report, unseen })
    }
}

impl Language {
    /// Polarity accuracy on all texts of `source` after training on all other texts.
    fn unseen(&self, source: &str) -> Option<f64> {
        let model = self.table.model(&self.fit(Row::All, Some(source))?);
        let mut tally = Tally::default();
        for (text, logits) in self.said(&model, |text| text.source == source) {
            tally.add(label(text), Calibration::default().chances(logits), 0.0);
        }
        Some(tally.polarity())
    }
}

fn with_class(mut measures: Value, class: Class) -> Value {
    measures["class"] = json!(match class {
        Class::Ok => "OK",
        Class::Unclear => "UNCLEAR",
        Class::Never => "NC or GPL",
    });
    measures
}

pub fn round(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

/// Writes the tables of `report` into the model card, between its marks.
pub fn card(report: &Value, path: &Path) -> Result<()> {
    let card = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (head, rest) = card.split_once("<!-- measures -->\n").context("the card has no <!-- measures -->")?;
    let (_, tail) = rest.split_once("<!-- end of measures -->").context("the card has no <!-- end of measures -->")?;
    let mut tables =
        String::from("\n| Language | Trained on | Texts | Accuracy | Macro-F1 | Polarity | Sets hold the truth |\n");
    tables += "|---|---|---|---|---|---|---|\n";
    let cells = |measures: &Value| {
        let keys = ["texts", "accuracy", "macro-F1", "polarity", "coverage"];
        keys.map(|key| measures[key].to_string()).join(" | ")
    };
    let languages = report["languages"].as_object().context("no languages")?;
    for (code, language) in languages {
        for (name, measures) in language["rows"].as_object().into_iter().flatten() {
            ensure!(!name.is_empty());
            let cells = if measures.is_null() { "nothing to train on | | | |".to_owned() } else { cells(measures) };
            tables += &format!("| {code} | {name} | {cells} |\n");
        }
    }
    tables += "\n| Language | Source | Terms | Texts | Accuracy | Macro-F1 | Polarity | Sets hold the truth |\n";
    tables += "|---|---|---|---|---|---|---|---|\n";
    for (code, language) in languages {
        for (source, measures) in language["sources"].as_object().into_iter().flatten() {
            let class = measures["class"].as_str().unwrap_or_default();
            tables += &format!("| {code} | {source} | {class} | {} |\n", cells(measures));
        }
    }
    tables += "\n| Source never seen | Polarity |\n|---|---|\n";
    for (source, polarity) in report["never seen"].as_object().into_iter().flatten() {
        tables += &format!("| {source} | {polarity} |\n");
    }
    tables += "\n| Language | Rounding to int8 costs: macro-F1 | Polarity |\n|---|---|---|\n";
    for (code, language) in languages {
        let loss = &language["int8 loss"];
        tables += &format!("| {code} | {} | {} |\n", loss["macro-F1"], loss["polarity"]);
    }
    fs::write(path, format!("{head}<!-- measures -->\n{tables}\n<!-- end of measures -->{tail}"))?;
    Ok(())
}
