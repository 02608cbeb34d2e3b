//! Measurements, each against its goal; docs/benchmarks.md says how and why.

mod busy;
mod cases;
mod effects;
mod flow;
pub mod guard;
pub mod http;
mod import;
mod ingest;
mod intents;
pub mod pages;
mod query;
pub mod rig;
mod start;
mod text;
mod text_tally;
pub mod tools;
mod topics;
mod why;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use rig::{say, show};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_enum)]
    what: What,
    /// The nabz binary; by default the release build, built if it is absent.
    #[arg(long)]
    binary: Option<PathBuf>,
    /// The load generator; built if not given.
    #[arg(long)]
    generator: Option<PathBuf>,
    /// Where big files and data folders are kept between runs; by default `bench` in the target folder.
    #[arg(long)]
    work: Option<PathBuf>,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Written into the result; by default today.
    #[arg(long)]
    date: Option<String>,
    /// Seconds of load for `ingest`, `busy` and `cases`.
    #[arg(long, default_value_t = 30.0)]
    seconds: f64,
    /// Connections for `ingest`; by default 16, 64 and 128 are tried, and all are reported.
    #[arg(long)]
    connections: Option<u64>,
    /// Answers for `import`, and for `query` and `dashboard`, by default 1 and 10 million; worlds for `effects`.
    #[arg(long)]
    answers: Option<u64>,
    /// Rounds of `query`, repetitions of `dashboard`, `start` and `flow`.
    #[arg(long, default_value_t = 7)]
    repeat: usize,
    /// The page for `respondent` or `dashboard`, when it is not to be found from Home.
    #[arg(long)]
    page: Option<String>,
    /// The folder with the shared texts for `text` and `topics`.
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// For `why`: causes and sentences from which nothing in the method is made.
    #[arg(long)]
    held_out: bool,
    /// Make data folders anew, even if one of the same size, seed and binary is there.
    #[arg(long)]
    fresh: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, clap::ValueEnum)]
enum What {
    /// Single responses over HTTP, each on disk before it is acknowledged.
    Ingest,
    /// A big CSV through `nabz import responses`.
    Import,
    /// NPS by month and attribute over 10 million answers, beside DuckDB, chdb and Polars.
    Query,
    /// Bytes of a survey's page over the wire.
    Respondent,
    /// Pages at a steady rate while responses come in.
    Busy,
    /// From a signal to its case, and queues of 100,000 open cases.
    Cases,
    /// The next page of a survey of 500 questions and 300 conditions.
    Flow,
    /// The dashboard over 10 million answers.
    Dashboard,
    /// Restart with a million answers; the demo from nothing.
    Start,
    /// Feeling and language of texts, beside VADER, AFINN, TF-IDF with logistic regression, and whatlang.
    Text,
    /// Topics and mentions: the aspects that people marked in reviews, and texts a second.
    Topics,
    /// Intents and aspects after learning from examples, general intents, and how fast.
    Intents,
    /// Root causes in made-up worlds: whether the planted one is found, and none where there is none.
    Why,
    /// Effects against a comparison: equal to statsmodels and pysyncon, and how often ranges hold the truth.
    Effects,
    All,
}

/// What the measurements share.
#[derive(Debug)]
struct Bench {
    root: PathBuf,
    binary: PathBuf,
    work: PathBuf,
    args: Args,
}

/// One line of the result.
#[derive(Debug)]
struct Figure {
    name: String,
    value: String,
    goal: &'static str,
    /// None where there is no goal.
    met: Option<bool>,
}

/// One measurement's lines, and everything that was read on the way.
#[derive(Debug)]
struct Outcome {
    figures: Vec<Figure>,
    raw: Value,
}

impl Figure {
    fn new(name: impl Into<String>, value: impl Into<String>, goal: &'static str, met: bool) -> Self {
        Self { name: name.into(), value: value.into(), goal, met: Some(met) }
    }

    /// Judged only under the goal's own circumstances: a smaller trial run neither meets nor misses it.
    fn only_if(mut self, as_agreed: bool) -> Self {
        self.met = self.met.filter(|_| as_agreed);
        self
    }

    fn told(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into(), goal: "", met: None }
    }
}

pub fn run(root: &Path, args: Args) -> Result<()> {
    // Texts are judged by a small program of their own, so that nobody builds the server for them.
    let binary = match args.what {
        What::Text => text::program(root)?,
        What::Topics => topics::program(root)?,
        What::Intents => std::env::current_exe()?,
        What::Effects => effects::program(root)?,
        // They run in this very program.
        What::Why => std::env::current_exe()?,
        _ => tools::release(root, args.binary.as_deref())?,
    };
    let work = args.work.clone().unwrap_or_else(|| tools::target_dir(root).join("bench"));
    fs::create_dir_all(&work)?;
    let work = fs::canonicalize(work)?;
    let all = [
        What::Start,
        What::Respondent,
        What::Busy,
        What::Flow,
        What::Cases,
        What::Ingest,
        What::Import,
        What::Query,
        What::Dashboard,
        What::Why,
        What::Effects,
    ];
    let mut wanted = if args.what == What::All { all.to_vec() } else { vec![args.what] };
    if args.what == What::All {
        wanted.extend([What::Text, What::Topics].into_iter().filter(|_| args.data.is_dir()));
        wanted.extend(args.data.is_dir().then_some([What::Text, What::Intents]).into_iter().flatten());
    }
    let circumstances = tools::circumstances(root, &binary, args.date.as_deref(), args.seed)?;
    let bench = Bench { root: root.to_owned(), binary, work, args };

    let (mut figures, mut raw, mut failures) = (Vec::new(), json!({"circumstances": circumstances}), Vec::new());
    for what in wanted {
        let name = format!("{what:?}").to_lowercase();
        say(&format!("bench {name} …"));
        // One that cannot run must not cost the results of the others.
        match bench.measure(what) {
            Ok(outcome) => {
                figures.extend(outcome.figures);
                raw[&name] = outcome.raw;
            }
            Err(error) => {
                say(&format!("error: bench {name}: {error:#}"));
                raw[&name] = json!({"error": format!("{error:#}")});
                failures.push(name);
            }
        }
    }
    let out = save(&bench, &figures, &mut raw)?;
    show(&table(&raw["circumstances"], &figures))?;
    say(&format!("raw results: {}", out.display()));
    anyhow::ensure!(failures.is_empty(), "not measured: {}", failures.join(", "));
    Ok(())
}

impl Bench {
    fn generator(&self) -> Result<PathBuf> {
        tools::generator(&self.root, self.args.generator.as_deref(), tools::Pace::Measuring)
    }

    fn measure(&self, what: What) -> Result<Outcome> {
        match what {
            What::Ingest => ingest::run(self),
            What::Import => import::run(self),
            What::Query => query::run(self),
            What::Respondent => pages::respondent(self),
            What::Busy => busy::run(self),
            What::Cases => cases::run(self),
            What::Flow => flow::run(self),
            What::Dashboard => pages::dashboard(self),
            What::Start => start::run(self),
            What::Text => text::run(self),
            What::Topics => topics::run(self),
            What::Intents => intents::run(self),
            What::Why => why::run(self),
            What::Effects => effects::run(self),
            What::All => unreachable!("it was taken apart above"),
        }
    }
}

fn save(bench: &Bench, figures: &[Figure], raw: &mut Value) -> Result<PathBuf> {
    let listed: Vec<Value> =
        figures.iter().map(|f| json!({"name": f.name, "value": f.value, "goal": f.goal, "met": f.met})).collect();
    raw["figures"] = Value::Array(listed);
    let folder = bench.root.join("bench/out");
    fs::create_dir_all(&folder)?;
    let date = raw["circumstances"]["date"].as_str().unwrap_or("undated");
    let file = folder.join(format!("{date}-{}.json", format!("{:?}", bench.args.what).to_lowercase()));
    fs::write(&file, serde_json::to_string_pretty(raw)?).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn table(circumstances: &Value, figures: &[Figure]) -> String {
    let of = |key: &str| circumstances[key].as_str().unwrap_or("?").to_owned();
    let mut text = format!(
        "{} · commit {} · {} · {} build · load before {} · seed {}\n\n| Measured | Result | Goal | |\n|---|---|---|---|\n",
        of("date"),
        of("commit"),
        of("machine"),
        of("profile"),
        of("load_before"),
        circumstances["seed"],
    );
    for figure in figures {
        let verdict = match figure.met {
            Some(true) => "met",
            Some(false) => "missed",
            None => "",
        };
        text += &format!("| {} | {} | {} | {verdict} |\n", figure.name, figure.value, figure.goal);
    }
    text
}
