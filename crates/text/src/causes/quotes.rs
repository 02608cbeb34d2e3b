//! Evidence: a few texts that say it for all.

use std::collections::BTreeSet;

use super::contrast::Key;
use super::corpus::{Corpus, Doc};
use super::group::{Group, keys};
use super::lexis::Kind;
use super::{Quote, Row};

/// Quotes of a cause at most.
const QUOTES_MAX: usize = 5;
/// Texts from which they are chosen.
const TEXTS_MAX: usize = 200;
/// How much it counts to be like the others, against being unlike those that are chosen already (Carbonell and
/// Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998).
const CENTRAL: f64 = 0.6;
/// Words from which on a text is tiring to read.
const LONG: usize = 40;

struct Candidate<'a> {
    doc: &'a Doc,
    row: &'a Row,
    /// Stems of the clauses that mention the cause.
    stems: BTreeSet<u32>,
    spans: Vec<(usize, usize)>,
}

/// Low scores that mention the cause, by different people, in different words.
pub fn quotes(group: &Group, rows: &[&Row], corpus: &Corpus) -> Vec<Quote> {
    let keys: Vec<Key> = group.parts.iter().flat_map(keys).collect();
    let mut people: BTreeSet<&str> = BTreeSet::new();
    let mut wordings: BTreeSet<u64> = BTreeSet::new();
    let candidates: Vec<Candidate> = group
        .docs
        .iter()
        .map(|doc| &corpus.docs[*doc as usize])
        .filter(|doc| doc.low)
        .filter_map(|doc| candidate(doc, rows[doc.row as usize], &keys, group))
        .filter(|found| found.row.contact.as_deref().is_none_or(|contact| people.insert(contact)))
        .filter(|found| wordings.insert(found.doc.fingerprint))
        .take(TEXTS_MAX)
        .collect();
    let central: Vec<f64> = candidates
        .iter()
        .map(|one| {
            let like: f64 = candidates.iter().map(|other| alike(&one.stems, &other.stems)).sum();
            let tiring = (one.doc.words.len() as f64 / LONG as f64).min(1.0);
            like / candidates.len() as f64 - 0.1 * tiring
        })
        .collect();
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < QUOTES_MAX.min(candidates.len()) {
        let value = |at: usize| {
            let repeats =
                chosen.iter().map(|other| alike(&candidates[at].stems, &candidates[*other].stems)).fold(0.0, f64::max);
            CENTRAL * central[at] - (1.0 - CENTRAL) * repeats
        };
        let open = (0..candidates.len()).filter(|at| !chosen.contains(at));
        let Some(best) = open.max_by(|a, b| value(*a).total_cmp(&value(*b)).then(b.cmp(a))) else { break };
        chosen.push(best);
    }
    chosen
        .into_iter()
        .map(|at| Quote { id: candidates[at].row.id.clone(), spans: candidates[at].spans.clone() })
        .collect()
}

fn candidate<'a>(doc: &'a Doc, row: &'a Row, keys: &[Key], group: &Group) -> Option<Candidate<'a>> {
    let holds = |stems: &[u32], clause: u16| {
        stems.iter().all(|stem| doc.words.iter().any(|word| word.clause == clause && word.stem == *stem))
    };
    let mut marked: BTreeSet<usize> = BTreeSet::new();
    for key in keys {
        if let Key::Tag(topic) = key {
            let named: Vec<u32> = doc.named(*topic).map(|word| word.start).collect();
            marked.extend((0..doc.words.len()).filter(|at| named.contains(&doc.words[*at].start)));
        }
        let stems = key.stems();
        for (at, word) in doc.words.iter().enumerate() {
            if group.counts(word) && stems.contains(&word.stem) && holds(&stems, word.clause) {
                marked.insert(at);
            }
        }
    }
    // A topic of the text as a whole stands nowhere in it.
    let whole = |key: &Key| {
        let Key::Tag(topic) = key else { return false };
        doc.tags.iter().any(|tag| tag.topic == *topic && tag.span.is_none())
    };
    if marked.is_empty() && !keys.iter().any(whole) {
        return None;
    }
    let clauses: BTreeSet<u16> = marked.iter().map(|at| doc.words[*at].clause).collect();
    let stems = doc
        .words
        .iter()
        .filter(|word| group.counts(word) && (clauses.is_empty() || clauses.contains(&word.clause)))
        .map(|word| word.stem)
        .collect();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<usize> = None;
    for at in marked {
        let word = &doc.words[at];
        match spans.last_mut() {
            // Neighbours, and what says that they are near each other, are one stretch.
            Some(last)
                if before.is_some_and(|before| {
                    let gap = &doc.words[before + 1..at];
                    doc.words[before].clause == word.clause
                        && gap.iter().all(|word| word.kind == Kind::Near)
                        && word.place - doc.words[before].place <= 4
                }) =>
            {
                last.1 = word.end as usize
            }
            _ => spans.push((word.start as usize, word.end as usize)),
        }
        before = Some(at);
    }
    Some(Candidate { doc, row, stems, spans })
}

/// Jaccard.
fn alike(a: &BTreeSet<u32>, b: &BTreeSet<u32>) -> f64 {
    let both = a.intersection(b).count();
    let any = a.len() + b.len() - both;
    if any == 0 { 0.0 } else { both as f64 / any as f64 }
}
