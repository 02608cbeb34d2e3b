//! Root causes: whether the planted cause of a made-up world is found first, whether noise is left alone, and whether
//! the points are right. The worlds are as nasty as we could think of; they are made from a seed.

mod dice;
mod phrases;
mod typed;
mod world;

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::{Value, json};
use text::causes::{self, Cause, Options};

use super::rig::say;
use super::{Bench, Figure, Outcome};
use phrases::Phrases;
use world::{Kind, LANGUAGES, World};

/// Worlds of each kind, at least.
const WORLDS: u64 = 120;

#[derive(Debug, Default)]
struct Tally {
    worlds: usize,
    first: usize,
    three: usize,
    /// Errors of points: of all, of the place.
    errors: Vec<(f64, f64)>,
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    let phrases = Phrases::load(bench.args.held_out);
    let [with, without] = [true, false].map(|tagged| measure(bench, &phrases, tagged));
    let raw = json!({"with_topics": with.1, "without_topics": without.1});
    Ok(Outcome { figures: with.0.into_iter().chain(without.0).collect(), raw })
}

/// The worlds with the topics that a set would find in their texts, or without any.
fn measure(bench: &Bench, phrases: &Phrases, tagged: bool) -> (Vec<Figure>, Value) {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let (mut raw, mut rows, mut seconds) = (Vec::new(), 0, 0.0);
    for seed in 0..WORLDS {
        let world = make(bench, seed, Kind::Planted, phrases, tagged);
        let started = std::time::Instant::now();
        let report = causes::causes(&world.rows, &Options::default());
        seconds += started.elapsed().as_secs_f64();
        rows += world.rows.len();
        let place = report.causes.iter().position(|cause| is_it(cause, &world, phrases));
        let tally = tallies.entry(world.language.unwrap_or("all four")).or_default();
        tally.worlds += 1;
        tally.first += usize::from(place == Some(0));
        tally.three += usize::from(place.is_some_and(|place| place < 3));
        let found = place.map(|place| &report.causes[place]);
        if let Some(cause) = found {
            let place = cause.place.as_ref().map_or(&[][..], |place| &place.conditions);
            tally
                .errors
                .push(((cause.points - world.points(&[])).abs(), (there(&report, cause) - world.points(place)).abs()));
        }
        let labels: Vec<&str> = report.causes.iter().map(|cause| cause.label.as_str()).collect();
        if place != Some(0) {
            let language = world.language.unwrap_or("all four");
            let (spread, hit) = (world.spread, world.affected.len());
            say(&format!("seed {seed}, {language}, {}, {spread:?}, {hit}: {place:?} {labels:?}", world.subject));
        }
        raw.push(json!({
            "seed": seed, "language": world.language, "subject": world.subject, "rows": world.rows.len(),
            "spread": format!("{:?}", world.spread),
            "affected": world.affected.len(), "place": place, "labels": labels,
            "points": found.map(|cause| {
                let place = cause.place.as_ref().map_or(&[][..], |place| &place.conditions);
                json!([world.points(&[]), cause.points, world.points(place), cause.points_there, place])
            }),
            "mentions": found.map(|cause| cause.mentions),
        }));
    }
    let noise = noise(bench, phrases, tagged);
    outcome(&tallies, &noise, raw, rows as f64 / seconds, tagged)
}

fn make(bench: &Bench, seed: u64, kind: Kind, phrases: &Phrases, tagged: bool) -> World {
    let mut world = world::make(bench.args.seed * 1_000 + seed, kind, phrases);
    if !tagged {
        world.rows.iter_mut().for_each(|row| row.tags.clear());
    }
    world
}

/// What all causes of the same place cost: a cause that people name by different words may be found as several.
fn there(report: &causes::Report, cause: &Cause) -> f64 {
    let place = |cause: &Cause| cause.place.as_ref().map(|place| place.conditions.clone());
    report.causes.iter().filter(|other| place(other) == place(cause)).map(|cause| cause.points_there).sum()
}

/// Named by one of its words, and most who mention it are among those who were hit.
fn is_it(cause: &Cause, world: &World, phrases: &Phrases) -> bool {
    let fold = |text: &str| text::fold(text);
    let names = std::iter::once((&cause.language, &cause.label))
        .chain(cause.labels.iter().map(|(language, label)| (language, label)));
    let named = names.into_iter().any(|(language, label)| {
        let label = fold(label);
        LANGUAGES
            .iter()
            .filter(|known| *known == language)
            .any(|language| phrases.of(language, world.subject, "key").iter().any(|key| label.contains(&fold(key))))
    });
    let theirs = cause.ids.iter().filter(|id| world.affected.contains(*id)).count();
    named && 2 * theirs > cause.ids.len()
}

struct Noise {
    worlds: usize,
    wrong: [usize; 2],
    raw: Vec<Value>,
}

fn noise(bench: &Bench, phrases: &Phrases, tagged: bool) -> Noise {
    let mut noise = Noise { worlds: 0, wrong: [0, 0], raw: Vec::new() };
    for seed in 0..WORLDS {
        for (at, kind) in [Kind::Noise, Kind::Moods].into_iter().enumerate() {
            let world = make(bench, 500 + seed, kind, phrases, tagged);
            let report = causes::causes(&world.rows, &Options::default());
            let labels: Vec<&str> = report.causes.iter().map(|cause| cause.label.as_str()).collect();
            if !labels.is_empty() {
                let about = report
                    .causes
                    .iter()
                    .map(|cause| (&cause.place, cause.risk.value, cause.mentions, cause.low_mentions));
                say(&format!("{kind:?} seed {seed}: {labels:?} {:?}", about.collect::<Vec<_>>()));
                noise.wrong[at] += 1;
                noise.raw.push(json!({"seed": seed, "kind": format!("{kind:?}"), "labels": labels}));
            }
        }
        noise.worlds += 1;
    }
    noise
}

fn outcome(
    tallies: &BTreeMap<&str, Tally>,
    noise: &Noise,
    raw: Vec<Value>,
    speed: f64,
    tagged: bool,
) -> (Vec<Figure>, Value) {
    let mut figures = Vec::new();
    let topics = if tagged { "with topics" } else { "without topics" };
    let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
    let sum = |of: fn(&Tally) -> usize| tallies.values().map(of).sum::<usize>();
    let worlds = sum(|tally| tally.worlds);
    let first = share(sum(|tally| tally.first), worlds);
    let three = share(sum(|tally| tally.three), worlds);
    figures.push(Figure::new(
        format!("The planted cause is first, {topics}, of {worlds} worlds"),
        format!("{first:.1} %"),
        "≥ 90 %",
        first >= 90.0,
    ));
    figures.push(Figure::new(
        format!("It is among the first three, {topics}"),
        format!("{three:.1} %"),
        "≥ 95 %",
        three >= 95.0,
    ));
    for (language, tally) in tallies {
        let [first, three] = [tally.first, tally.three].map(|part| share(part, tally.worlds));
        figures.push(Figure::told(
            format!("– {language}, {topics}"),
            format!("{first:.1} %, {three:.1} % of {}", tally.worlds),
        ));
    }
    let [none, moods] = noise.wrong.map(|wrong| share(wrong, noise.worlds));
    figures.push(Figure::new(
        format!("Worlds of pure noise in which a cause is found, {topics}, of {}", noise.worlds),
        format!("{none:.1} %"),
        "≤ 5 %",
        none <= 5.0,
    ));
    figures.push(Figure::new(
        format!("The same where the mood of a text and the branch have to do with the score, {topics}"),
        format!("{moods:.1} %"),
        "≤ 5 %",
        moods <= 5.0,
    ));
    for (name, of) in [
        ("Points of the NPS of all, off by (mean, 95 % of worlds)", (|error| error.0) as fn(&(f64, f64)) -> f64),
        ("Points of the NPS of the place, all causes there", |error| error.1),
    ] {
        let mut errors: Vec<f64> = tallies.values().flat_map(|tally| &tally.errors).map(of).collect();
        errors.sort_by(f64::total_cmp);
        let mean = errors.iter().sum::<f64>() / errors.len().max(1) as f64;
        let most = errors.get(errors.len() * 95 / 100).copied().unwrap_or(f64::NAN);
        figures.push(Figure::new(format!("{name}, {topics}"), format!("{mean:.1}, {most:.1}"), "≤ 5", mean <= 5.0));
    }
    figures.push(Figure::told(format!("Rows a second, this build, {topics}"), format!("{speed:.0}")));
    (figures, json!({"planted": raw, "noise": noise.raw}))
}
