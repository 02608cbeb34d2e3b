//! Finds topics as fast as one core can, for `cargo xtask bench topics`: reads lines `set<TAB>language<TAB>text` from
//! standard input, where `set` is one that ships or the path of a file, and writes one line for each: its mentions,
//! `topic:start:end:sentiment:score:clear` with blanks between. The last line is JSON: how many texts there were, and the
//! seconds that the best of three passes over all of them took, compiling not counted.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::{Error, Read as _, Write as _};
use std::time::Instant;

use text::topics::{Finder, Matcher, Mention, Topics};
use text::{Reader, Sentiment};

fn main() -> std::io::Result<()> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let lines: Vec<[&str; 3]> =
        input.lines().filter_map(|line| line.splitn(3, '\t').collect::<Vec<_>>().try_into().ok()).collect();
    let mut matchers: BTreeMap<String, Matcher> = BTreeMap::new();
    for [set, ..] in &lines {
        if !matchers.contains_key(*set) {
            let topics = match Topics::builtin(set) {
                Some(topics) => topics,
                None => Topics::parse(&std::fs::read_to_string(set)?).map_err(Error::other)?,
            };
            matchers.insert((*set).to_owned(), topics.compile().map_err(Error::other)?);
        }
    }

    let reader = Reader::new();
    let mut finders: BTreeMap<&String, Finder<'_>> =
        matchers.iter().map(|(set, matcher)| (set, Finder::new(matcher))).collect();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut find = |[set, language, text]: &[&str; 3]| match finders.get_mut(&set.to_string()) {
        Some(finder) => finder.mentions(text, language, &reader),
        None => Vec::new(),
    };
    for line in &lines {
        let said: Vec<String> = find(line).iter().map(|mention| show(&matchers[line[0]], mention)).collect();
        writeln!(out, "{}", said.join(" "))?;
    }
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let begun = Instant::now();
        lines.iter().for_each(|line| drop(black_box(find(line))));
        best = best.min(begun.elapsed().as_secs_f64());
    }
    writeln!(out, "{{\"texts\":{},\"seconds\":{best}}}", lines.len())
}

fn show(matcher: &Matcher, mention: &Mention) -> String {
    let feeling = match mention.sentiment {
        Some(Sentiment::Neg) => "neg",
        Some(Sentiment::Neu) => "neu",
        Some(Sentiment::Pos) => "pos",
        None => "-",
    };
    let id = &matcher.topics()[mention.topic].id;
    let score = mention.score.unwrap_or(0.0);
    format!("{id}:{}:{}:{feeling}:{score:.3}:{}", mention.start, mention.end, mention.clear)
}
