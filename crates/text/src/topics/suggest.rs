//! Suggests a rule from examples: few words, phrases and beginnings that tell the texts about something from the
//! others, chosen one after another for what they add to F1; only those whose log-odds say so.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::find::Finder;
use super::preview::alone;
use super::rule::{Form, Rule, SHORTEST_PREFIX, Word};
use super::set::SetError;
use super::spell::{Spelled, slice, spelled, stems};
use super::stops::stops;
use crate::sentiment::math::ln;

/// Terms of a suggested rule at most: more would not be read.
pub const MOST_SUGGESTED: usize = 12;
/// Examples that are looked at on each side.
pub const MOST_EXAMPLES: usize = 5_000;
/// What a term must add to F1.
const GAIN: f64 = 0.004;
/// Letters of the beginning of a word with a star.
const BEGINNING: usize = 4;
/// Standard errors by which the log-odds of a term must be above 0.
const SURE: f64 = 1.0;

/// A rule and how it does on the examples that it was made from: on others it will do worse.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub rule: Rule,
    /// Of the texts that it hits, those that are about it. From 0 to 1, as `recall`.
    pub precision: f64,
    /// Of the texts that are about it, those that it hits.
    pub recall: f64,
}

/// A term that could be in the rule.
struct Candidate {
    words: Vec<Word>,
    /// The examples that it hits, positive ones first, in order.
    hits: Vec<u32>,
}

/// Suggests a rule that hits `positive` and not `negative`, texts in `language`. None where nothing tells them apart.
pub fn suggest(positive: &[&str], negative: &[&str], language: &str) -> Result<Option<Suggestion>, SetError> {
    let positive = &positive[..positive.len().min(MOST_EXAMPLES)];
    let negative = &negative[..negative.len().min(MOST_EXAMPLES)];
    let texts: Vec<&str> = positive.iter().chain(negative).copied().collect();
    let candidates = candidates(&texts, positive.len(), language);
    let chosen = choose(candidates, positive.len(), negative.len());
    let Some(rule) = Rule::any(chosen.into_iter().map(|candidate| Rule::Term(candidate.words)).collect()) else {
        return Ok(None);
    };
    // Counted by the matcher itself, so that the figures are those of the rule as it will work.
    let matcher = alone(&rule, language)?;
    let mut finder = Finder::new(&matcher);
    let mut hits =
        |texts: &[&str]| texts.iter().filter(|text| !finder.topics(text, language).is_empty()).count() as f64;
    let (right, wrong) = (hits(positive), hits(negative));
    let precision = right / (right + wrong).max(1.0);
    Ok(Some(Suggestion { rule, precision, recall: right / (positive.len() as f64).max(1.0) }))
}

/// Everything in the positive examples that is worth a look.
fn candidates(texts: &[&str], positive: usize, language: &str) -> Vec<Candidate> {
    let stops = stops(language);
    let read: Vec<Vec<Spelled>> = texts.iter().map(|text| spelled(text, language)).collect();
    // What each word may be an inflection of, and the texts in which something is an inflection of it.
    let mut forms: HashMap<&str, Vec<u64>> = HashMap::new();
    let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
    for (at, words) in read.iter().enumerate() {
        for word in words {
            let forms = forms.entry(&word.folded).or_insert_with(|| stems(&word.folded, language));
            forms.iter().for_each(|&form| mark(places.entry(form).or_default(), at));
        }
    }
    let mut found: BTreeMap<Vec<String>, (Vec<u32>, Form)> = BTreeMap::new();
    let mut surfaces: HashMap<String, BTreeMap<String, usize>> = HashMap::new();
    for (at, words) in read.iter().enumerate().take(positive) {
        for word in words.iter().filter(|word| worth(&word.folded, &stops)) {
            let surface = slice(texts[at], word.start..word.end);
            *surfaces.entry(word.folded.clone()).or_default().entry(surface).or_default() += 1;
            let hits = places.get(&word.hash()).cloned().unwrap_or_default();
            found.entry(vec![word.folded.clone()]).or_insert((hits, Form::Inflected));
        }
    }
    phrases(&read, positive, &stops, language, &mut found);
    beginnings(&read, positive, &stops, &mut found);
    let least = if positive < 12 { 1 } else { 2 };
    let spell = |folded: &String| {
        let surfaces = surfaces.get(folded);
        let best = surfaces.and_then(|ways| ways.iter().max_by_key(|(way, count)| (**count, std::cmp::Reverse(*way))));
        best.map_or_else(|| folded.clone(), |(way, _)| way.to_lowercase())
    };
    let finished =
        found.into_iter().filter(|(_, (hits, _))| hits.partition_point(|&at| (at as usize) < positive) >= least);
    finished
        .map(|(words, (hits, form))| {
            let word = |folded: &String| match form {
                Form::Prefix => Word { text: folded.clone(), form },
                _ => Word { text: spell(folded), form },
            };
            Candidate { words: words.iter().map(word).collect(), hits }
        })
        .filter(|candidate| Rule::Term(candidate.words.clone()).to_string().parse::<Rule>().is_ok())
        .collect()
}

fn mark(hits: &mut Vec<u32>, at: usize) {
    if hits.last() != Some(&(at as u32)) {
        hits.push(at as u32);
    }
}

fn worth(folded: &str, stops: &HashSet<String>) -> bool {
    folded.chars().any(char::is_alphabetic) && folded.chars().count() > 1 && !stops.contains(folded)
}

/// Two words in a row, not both of them empty.
fn phrases(
    read: &[Vec<Spelled>],
    positive: usize,
    stops: &HashSet<String>,
    language: &str,
    found: &mut BTreeMap<Vec<String>, (Vec<u32>, Form)>,
) {
    let pairs = |words: &[Spelled]| -> Vec<(usize, usize)> {
        (1..words.len()).filter(|&at| !words[at].breaks).map(|at| (at - 1, at)).collect()
    };
    let mut wanted: HashMap<(u64, u64), (Vec<String>, Vec<u32>)> = HashMap::new();
    for words in read.iter().take(positive) {
        for (one, next) in pairs(words) {
            let (one, next) = (&words[one], &words[next]);
            let full = [one, next].iter().filter(|word| worth(&word.folded, stops)).count();
            let letters = [one, next].iter().all(|word| word.folded.chars().all(char::is_alphanumeric));
            if full > 0 && letters {
                let spelled = || (vec![one.folded.clone(), next.folded.clone()], Vec::new());
                wanted.entry((one.hash(), next.hash())).or_insert_with(spelled);
            }
        }
    }
    for (at, words) in read.iter().enumerate() {
        for (one, next) in pairs(words) {
            for first in stems(&words[one].folded, language) {
                for second in stems(&words[next].folded, language) {
                    if let Some((_, hits)) = wanted.get_mut(&(first, second)) {
                        mark(hits, at);
                    }
                }
            }
        }
    }
    found.extend(wanted.into_values().map(|(words, hits)| (words, (hits, Form::Inflected))));
}

/// What several words of the positive examples begin with.
fn beginnings(
    read: &[Vec<Spelled>],
    positive: usize,
    stops: &HashSet<String>,
    found: &mut BTreeMap<Vec<String>, (Vec<u32>, Form)>,
) {
    let starts = |word: &str| -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        let least = BEGINNING.max(SHORTEST_PREFIX);
        (least..letters.len().min(least + 6)).map(|length| letters[..length].iter().collect()).collect()
    };
    let mut wanted: BTreeMap<String, (HashSet<&str>, Vec<u32>)> = BTreeMap::new();
    for word in read.iter().take(positive).flatten().filter(|word| worth(&word.folded, stops)) {
        for start in starts(&word.folded) {
            wanted.entry(start).or_default().0.insert(&word.folded);
        }
    }
    wanted.retain(|_, (words, _)| words.len() > 1);
    for (at, words) in read.iter().enumerate() {
        for word in words {
            let own = std::iter::once(word.folded.clone());
            for start in starts(&word.folded).into_iter().chain(own) {
                if let Some((_, hits)) = wanted.get_mut(&start) {
                    mark(hits, at);
                }
            }
        }
    }
    for (start, (_, hits)) in wanted {
        found.entry(vec![start]).or_insert((hits, Form::Prefix));
    }
}

/// One candidate after another, the one that lifts F1 most; then those that are not needed any more are left out.
fn choose(mut candidates: Vec<Candidate>, positive: usize, negative: usize) -> Vec<Candidate> {
    let sides = |hits: &mut dyn Iterator<Item = u32>| {
        hits.fold(
            (0, 0),
            |(right, wrong), at| if (at as usize) < positive { (right + 1, wrong) } else { (right, wrong + 1) },
        )
    };
    candidates.retain(|candidate| {
        let (right, wrong) = sides(&mut candidate.hits.iter().copied());
        right > wrong && sure(right, positive, wrong, negative)
    });
    let mut hit = vec![false; positive + negative];
    let (mut right, mut wrong) = (0, 0);
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut best = 0.0;
    while chosen.len() < MOST_SUGGESTED {
        let worth = |candidate: &Candidate| {
            let (more, worse) = sides(&mut candidate.hits.iter().copied().filter(|&at| !hit[at as usize]));
            // What is longer to read has to earn it.
            let cost = 0.001 * (candidate.words.len() - 1) as f64
                + if candidate.words[0].form == Form::Prefix { 0.002 } else { 0.0 };
            f1(right + more, wrong + worse, positive) - cost
        };
        let next = candidates.iter().enumerate().map(|(at, candidate)| (at, worth(candidate)));
        let Some((at, value)) = next.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) else { break };
        if value < best + GAIN {
            break;
        }
        best = value;
        // In order, so that equals are decided the same way the next time.
        let candidate = candidates.remove(at);
        candidate.hits.iter().for_each(|&at| hit[at as usize] = true);
        (right, wrong) = sides(&mut (0..hit.len() as u32).filter(|&at| hit[at as usize]));
        chosen.push(candidate);
    }
    let needless = |at: usize, chosen: &[Candidate]| {
        let others = chosen.iter().enumerate().filter(|(other, _)| *other != at);
        let others: HashSet<u32> = others.flat_map(|(_, other)| other.hits.iter().copied()).collect();
        chosen.len() > 1 && chosen[at].hits.iter().all(|hit| others.contains(hit))
    };
    while let Some(at) = (0..chosen.len()).find(|&at| needless(at, &chosen)) {
        chosen.remove(at);
    }
    chosen
}

fn f1(right: usize, wrong: usize, positive: usize) -> f64 {
    2.0 * right as f64 / ((right + wrong + positive).max(1)) as f64
}

/// Whether the log-odds ratio, half a text added everywhere (Haldane 1956), is [`SURE`] standard errors above 0.
fn sure(right: usize, positive: usize, wrong: usize, negative: usize) -> bool {
    let [a, b, c, d] = [right, positive - right, wrong, negative.saturating_sub(wrong)].map(|count| count as f64 + 0.5);
    let spread = (1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d).sqrt();
    ln(a / b) - ln(c / d) > SURE * spread
}
