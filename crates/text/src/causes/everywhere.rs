//! Causes that are mentioned everywhere: what those say who score low, and others alike in place, language and length
//! of text do not. Where no place tells a cause from a mood, only what names a thing or an event is tried.

use std::collections::{BTreeMap, BTreeSet};

use super::contrast::{self, Key, Pool, Term};
use super::corpus::{Corpus, Word};
use super::group::{Group, may_belong, parts};
use super::lexis::Role;
use super::null::{self, Dealt};
use super::place::{Mix, Places};

/// Texts of a term at least, and one in so many: what few say is no answer to why scores are low in general.
const TEXTS_MIN: usize = 8;
const TEXTS_ONE_IN: usize = 250;
/// How often chance alone finds one.
const CHANCE: f64 = 0.008;
/// What is left of a term where the causes before are not mentioned is at most this improbable.
const LEFT_P_MAX: f64 = 0.005;
/// Low texts of a cause, and different wordings among them, at least.
const LOW_MIN: usize = 6;
const WORDINGS_MIN: usize = 4;
/// How many times as often as others those who mention it are low, at least; or, where so many are low that it cannot be
/// so many times as often, how many times as rarely they are not.
const RISK_MIN: f64 = 1.3;
const SPARED_MAX: f64 = 0.65;
/// Those who mention it and are content all the same, at least, and how many times as often as others.
const SPARED_MIN: usize = 2;
const SPARED_LEAST: f64 = 0.08;
/// Words between the two of a pair, at most: of two things, and of one and what is denied or measured of it.
const WINDOW: u16 = 5;
const NEXT: u16 = 4;
/// Pairs of one text.
const PAIRS_MAX: usize = 250;
/// A pair stands for its word if it is at least so telling, and low more often by so much.
const PAIR_TELLS: f64 = 0.6;
const PAIR_LOWER: f64 = 1.03;
/// Classes of length of text.
const LENGTHS: usize = 4;

/// What was found, for what is ruled out.
#[derive(Debug, Default)]
pub struct Everywhere {
    /// Stems that name a thing or an event.
    pub things: BTreeSet<u32>,
    pub significant: BTreeSet<Key>,
}

/// Adds causes to `groups` until there are `most`.
pub fn find(corpus: &Corpus, places: &Places, groups: &mut Vec<Group>, most: usize) -> Everywhere {
    let mut taken: BTreeSet<u32> = groups.iter().flat_map(|group| &group.docs).copied().collect();
    let mix = mixes(corpus, places, &taken);
    let things = things(corpus);
    let mut terms = terms(corpus, &things);
    significant(corpus, &mix, &mut terms);
    let found = terms.iter().filter(|term| term.significant).map(|term| term.key).collect();
    let mut open: Vec<&Term> = terms.iter().filter(|term| term.significant).collect();
    while groups.len() < most && !open.is_empty() {
        let mix = mixes(corpus, places, &taken);
        let pool = Pool::within(corpus, [&mix[0], &mix[1]], &BTreeSet::new());
        let mut ranked: Vec<Ranked> = open
            .iter()
            .filter_map(|term| {
                let told = term.docs.iter().filter(|doc| taken.contains(doc)).count();
                let excess = pool.excess(&term.docs, 1.0);
                let holds = 2 * told <= term.docs.len() && excess.p() <= LEFT_P_MAX && matters(&pool, &term.docs);
                holds.then_some(Ranked { term, rank: excess.z, low: low_share(corpus, &term.docs) })
            })
            .collect();
        ranked.sort_by(|a, b| b.rank.total_cmp(&a.rank).then(a.term.key.cmp(&b.term.key)));
        let Some(seed) = ranked.first().map(|first| specific(first, &ranked)) else { break };
        let all: BTreeSet<u32> = seed.term.docs.iter().copied().collect();
        let mut members: Vec<&Term> = Vec::new();
        let others = || ranked.iter().filter(|other| other.term.key != seed.term.key);
        for other in others().filter(|other| may_belong(seed.term, other.term)) {
            // What is said along with it in part stays apart: else one complaint would swallow the next.
            let told = other.term.docs.iter().filter(|doc| all.contains(doc)).count();
            if 2 * told > other.term.docs.len() {
                members.push(other.term);
            }
        }
        taken.extend(&all);
        let docs: Vec<u32> = all.into_iter().collect();
        let parts = parts(corpus, seed.term, &members, &docs);
        groups.push(Group { parts, docs, rank: seed.rank, slice: None, topic: None, is_everywhere: true });
        let is_open = |term: &Term| term.key != seed.term.key && members.iter().all(|member| member.key != term.key);
        open = ranked.iter().map(|other| other.term).filter(|term| is_open(term)).collect();
    }
    Everywhere { things, significant: found }
}

struct Ranked<'a> {
    term: &'a Term,
    rank: f64,
    low: f64,
}

/// The pair that makes an unspecific word specific, if there is one that is nearly as telling; else the word.
fn specific<'a, 'b>(first: &'b Ranked<'a>, ranked: &'b [Ranked<'a>]) -> &'b Ranked<'a> {
    let Key::Word(stem) = first.term.key else { return first };
    let narrower = ranked.iter().filter(|other| other.term.key != first.term.key);
    narrower
        .filter(|other| other.term.key.stems().contains(&stem))
        .find(|other| other.rank >= PAIR_TELLS * first.rank && other.low >= PAIR_LOWER * first.low)
        .unwrap_or(first)
}

fn low_share(corpus: &Corpus, docs: &[u32]) -> f64 {
    let low = docs.iter().filter(|doc| corpus.docs[**doc as usize].low).count();
    low as f64 / docs.len().max(1) as f64
}

/// The mixes of the places, divided by how long a text is, since whoever writes more mentions more and is cross more
/// often; and by whether a text mentions what is known already, so that what only comes along with it has no excess.
fn mixes(corpus: &Corpus, places: &Places, known: &BTreeSet<u32>) -> [Mix; 2] {
    let mut lengths: Vec<usize> = corpus.docs.iter().map(|doc| doc.words.len()).collect();
    lengths.sort_unstable();
    let bounds: Vec<usize> =
        (1..LENGTHS).filter_map(|part| lengths.get(lengths.len() * part / LENGTHS)).copied().collect();
    let mut class = vec![u32::MAX; places.low.len()];
    for (at, doc) in corpus.docs.iter().enumerate() {
        let length = bounds.iter().filter(|bound| doc.words.len() > **bound).count() as u32;
        class[doc.row as usize] = 2 * length + u32::from(known.contains(&(at as u32)));
    }
    [&places.mix, &places.finer]
        .map(|mix| Mix::by(mix.of.iter().zip(&class).map(|(cell, class)| vec![*cell, *class]).collect()))
}

/// Stems of words that mostly name something.
fn things(corpus: &Corpus) -> BTreeSet<u32> {
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for word in corpus.docs.iter().flat_map(|doc| &doc.words) {
        let count = counts.entry(word.stem).or_default();
        count.0 += 1;
        count.1 += usize::from(word.role == Role::Thing);
    }
    counts.into_iter().filter(|(_, (all, things))| 2 * things > *all).map(|(stem, _)| stem).collect()
}

/// Words that name something, topics, and pairs that say something of it.
fn terms(corpus: &Corpus, things: &BTreeSet<u32>) -> Vec<Term> {
    let least = TEXTS_MIN.max(corpus.docs.len() / TEXTS_ONE_IN);
    let mut terms = contrast::words(corpus, least, |word| things.contains(&word.stem));
    terms.extend(contrast::tags(corpus, least));
    terms.extend(pairs(corpus, least, things));
    terms
}

fn pairs(corpus: &Corpus, least: usize, things: &BTreeSet<u32>) -> Vec<Term> {
    let frequent: BTreeSet<u32> =
        contrast::words(corpus, least, |_| true).iter().flat_map(|term| term.key.stems()).collect();
    let role = |word: &Word| if things.contains(&word.stem) { Role::Thing } else { word.role };
    let reach = |a: &Word, b: &Word| match (role(a), role(b)) {
        (Role::Thing, Role::Thing | Role::Vague | Role::Acts) | (Role::Vague | Role::Acts, Role::Thing) => WINDOW,
        (Role::Thing | Role::Acts, Role::No | Role::Time) | (Role::No | Role::Time, Role::Thing | Role::Acts) => NEXT,
        _ => 0,
    };
    let mut found: Vec<((u32, u32), u32)> = Vec::new();
    for (at, doc) in corpus.docs.iter().enumerate() {
        let before = found.len();
        let words: Vec<&Word> = doc.words.iter().filter(|word| frequent.contains(&word.stem)).collect();
        for (i, a) in words.iter().enumerate() {
            for b in words[i + 1..].iter().take_while(|b| b.clause == a.clause && b.place - a.place <= WINDOW) {
                if found.len() - before < PAIRS_MAX && a.stem != b.stem && b.place - a.place <= reach(a, b) {
                    found.push(((a.stem.min(b.stem), a.stem.max(b.stem)), at as u32));
                }
            }
        }
    }
    contrast::collect(found, corpus, least, |(a, b)| Key::Pair(a, b))
}

/// Marks the terms that are more telling than what chance alone finds.
fn significant(corpus: &Corpus, mix: &[Mix; 2], terms: &mut [Term]) {
    let pool = Pool::within(corpus, [&mix[0], &mix[1]], &BTreeSet::new());
    terms.iter_mut().for_each(|term| term.excess = pool.excess(&term.docs, 1.0));
    let telling: Vec<(usize, f64)> = (0..terms.len())
        .filter_map(|at| Some((at, null::telling_p(pool.excesses(&terms[at].docs), null::p_max(&terms[at]))?)))
        .filter(|(at, _)| matters(&pool, &terms[*at].docs))
        .collect();
    if telling.is_empty() {
        return;
    }
    let dealt = Dealt::new(corpus, &mix[1], 2);
    let most = dealt.telling(&pool, terms).into_iter().enumerate().map(|(round, found)| {
        let pool = pool.dealt(dealt.low(round));
        let first = found.into_iter().find(|(at, _)| matters(&pool, &terms[*at].docs));
        first.map_or(0.0, |(_, p)| -p.ln())
    });
    let bar = null::bar(most.collect(), CHANCE);
    telling.iter().filter(|(_, p)| -p.ln() > bar).for_each(|(at, _)| terms[*at].significant = true);
}

/// Whether low scores are so much more frequent among `docs` that it matters, and enough people say so.
fn matters(pool: &Pool, docs: &[u32]) -> bool {
    // A cause makes a low score likely, and somebody puts up with it. What low scores say without exception, or nearly,
    // restates the score.
    let spared = docs.iter().filter(|doc| !pool.is_low(**doc)).count();
    spared >= SPARED_MIN
        && pool.is_said(docs, LOW_MIN, WORDINGS_MIN)
        && pool.both(docs).into_iter().flatten().all(|(risk, spared)| {
            spared.is_none_or(|spared| spared.value >= SPARED_LEAST)
                && risk.range.low > 1.0
                && (risk.value >= RISK_MIN || spared.is_some_and(|spared| spared.value <= SPARED_MAX))
        })
}
