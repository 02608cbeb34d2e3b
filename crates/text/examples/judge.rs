//! Judges texts as fast as one core can, for `cargo xtask bench text`: reads lines `prior<TAB>text` (the prior may be
//! empty) from standard input and writes one line for each, `language<TAB>sentiment<TAB>score<TAB>labels of the set`,
//! then `language<TAB>language by whatlang`. The last line is JSON: the seconds of each way to read them all.

use std::hint::black_box;
use std::io::{Read as _, Write as _};
use std::time::Instant;

use text::{Reader, Sentiment, language};
use whatlang::{Detector, Lang};

/// The languages that both are asked about; the others that Nabz knows, whatlang does not, or the other way around.
const ALLOWED: [Lang; 13] = [
    Lang::Eng,
    Lang::Pes,
    Lang::Ara,
    Lang::Swe,
    Lang::Dan,
    Lang::Nob,
    Lang::Deu,
    Lang::Nld,
    Lang::Urd,
    Lang::Aze,
    Lang::Tur,
    Lang::Fra,
    Lang::Spa,
];

fn main() -> std::io::Result<()> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let texts: Vec<(Option<&str>, &str)> = input
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(prior, text)| (Some(prior).filter(|prior| !prior.is_empty()), text))
        .collect();

    let reader = Reader::new();
    // Once, so that the weights are in memory, as they are in a server.
    let judged: Vec<_> = texts.iter().map(|(prior, text)| reader.judge(text, *prior)).collect();
    let judge = seconds(|| texts.iter().for_each(|(prior, text)| drop(black_box(reader.judge(text, *prior)))));
    let read = seconds(|| texts.iter().for_each(|(prior, text)| drop(black_box(reader.read(text, *prior)))));
    let identify = seconds(|| {
        for (prior, text) in &texts {
            black_box(language::identify(text, *prior));
        }
    });
    let detector = Detector::with_allowlist(ALLOWED.to_vec());
    let begun = Instant::now();
    let others: Vec<_> = texts.iter().map(|(_, text)| detector.detect_lang(text).map_or("und", code)).collect();
    let detect = begun.elapsed().as_secs_f64();

    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (found, other) in judged.iter().zip(others) {
        let name = |label: &Sentiment| match label {
            Sentiment::Neg => "neg",
            Sentiment::Neu => "neu",
            Sentiment::Pos => "pos",
        };
        let set: Vec<&str> = found.set.iter().map(name).collect();
        let sentiment = found.sentiment.as_ref().map_or("", name);
        let score = found.score.unwrap_or(f64::NAN);
        writeln!(out, "{}\t{sentiment}\t{score}\t{}\t{other}", found.language, set.join(","))?;
    }
    writeln!(out, r#"{{"judge":{judge},"read":{read},"identify":{identify},"whatlang":{detect}}}"#)?;
    out.flush()
}

/// The best of three.
fn seconds(mut work: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let begun = Instant::now();
        work();
        best = best.min(begun.elapsed().as_secs_f64());
    }
    best
}

fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Pes => "fa",
        Lang::Ara => "ar",
        Lang::Swe => "sv",
        _ => "other",
    }
}
