//! Which words low scores use and others of the same mix do not.

use std::collections::BTreeSet;

use stats::{Excess, RiskRatio, Stratum, excess};

use super::corpus::{Corpus, Doc, Word};
use super::lexis::{Kind, Role};
use super::null;
use super::place::{Mix, Places};
use super::sites::{Concentration, Sites};

/// Texts of a term at least, and one in so many.
const TEXTS_MIN: usize = 6;
const TEXTS_ONE_IN: usize = 5_000;
/// Low ones among them, by different people, in different words.
pub const LOW_MIN: usize = 5;
const WORDINGS_MIN: usize = 3;
/// Words between the two of a pair, at most.
const WINDOW: u16 = 6;
/// Pairs of one text.
const PAIRS_MAX: usize = 400;
/// How many times as often as others of the same mix those who mention a cause are low, at least.
const RISK_MIN: f64 = 1.3;
/// Or how many times as rarely they are content, at most.
const SPARED_MAX: f64 = 0.6;
/// The same in the finer cells, where there are few to compare with.
const RISK_FINER: f64 = 1.15;
/// Terms from which on a common drift can be told.
const DRIFT_TERMS: usize = 20;
const DRIFT_MAX: f64 = 1.5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Word(u32),
    /// Two words in one clause, at most six words apart, in any order.
    Pair(u32, u32),
    /// The same with a word between or before them that says that one is near the other.
    Near(u32, u32),
    /// A topic that somebody else found, in all languages.
    Tag(u32),
}

/// Stands for the language of what is in all of them.
pub const ALL_LANGUAGES: u16 = u16::MAX;

impl Key {
    pub fn stems(self) -> Vec<u32> {
        match self {
            Self::Word(stem) => vec![stem],
            Self::Pair(a, b) | Self::Near(a, b) => vec![a, b],
            Self::Tag(_) => Vec::new(),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Term {
    pub key: Key,
    pub language: u16,
    /// Sorted.
    pub docs: Vec<u32>,
    pub excess: Excess,
    pub concentration: Concentration,
    pub significant: bool,
    /// Together with others of the same place.
    pub together: bool,
    /// Only the texts of this one of the worst places, and the term of all of them.
    pub within: Option<Within>,
}

#[derive(Debug, Clone, Copy)]
pub struct Within {
    pub site: usize,
    pub whole: usize,
}

#[derive(Debug)]
pub struct Tested {
    pub terms: Vec<Term>,
    /// How many times as often as expected an average word meets a low score, since those who are cross write more.
    pub drift: f64,
    pub sites: Sites,
}

/// Texts, and low ones, in each cell of the mix and of the finer one; without those that are explained already.
#[derive(Debug)]
pub struct Pool<'a> {
    corpus: &'a Corpus,
    mixes: [&'a Mix; 2],
    totals: [Vec<(f64, f64)>; 2],
    /// By text, and the share of low ones.
    low: Vec<bool>,
    share: f64,
}

impl<'a> Pool<'a> {
    pub fn new(corpus: &'a Corpus, places: &'a Places, without: &BTreeSet<u32>) -> Self {
        Self::within(corpus, [&places.mix, &places.finer], without)
    }

    /// With a mix of its own, and a finer one.
    pub fn within(corpus: &'a Corpus, mixes: [&'a Mix; 2], without: &BTreeSet<u32>) -> Self {
        let totals = mixes.map(|mix| {
            let mut totals = vec![(0.0, 0.0); mix.cells];
            for (_, doc) in corpus.docs.iter().enumerate().filter(|(at, _)| !without.contains(&(*at as u32))) {
                let cell = &mut totals[mix.of[doc.row as usize] as usize];
                cell.0 += 1.0;
                cell.1 += f64::from(u8::from(doc.low));
            }
            totals
        });
        let low: Vec<bool> = corpus.docs.iter().map(|doc| doc.low).collect();
        let share = low.iter().filter(|low| **low).count() as f64 / low.len().max(1) as f64;
        Self { corpus, mixes, totals, low, share }
    }

    /// The same with low scores dealt anew within the finer cells.
    pub fn dealt(&self, low: Vec<bool>) -> Self {
        Self { corpus: self.corpus, mixes: self.mixes, totals: self.totals.clone(), low, share: self.share }
    }

    /// Without more of the texts.
    pub fn without(&self, taken: &BTreeSet<u32>) -> Self {
        let mut rest = self.dealt(self.low.clone());
        for doc in taken {
            let row = self.corpus.docs[*doc as usize].row as usize;
            for (mix, totals) in self.mixes.iter().zip(&mut rest.totals) {
                let cell = &mut totals[mix.of[row] as usize];
                cell.0 -= 1.0;
                cell.1 -= f64::from(u8::from(self.is_low(*doc)));
            }
        }
        rest
    }

    pub fn is_low(&self, doc: u32) -> bool {
        self.low[doc as usize]
    }

    /// The excess in the mix and in the finer one.
    pub fn excesses(&self, docs: &[u32]) -> [Excess; 2] {
        [0, 1].map(|at| excess(&self.by(self.mixes[at], &self.totals[at], docs)))
    }

    /// Those of `docs`, which are in the pool, against the others, by cell of the mix.
    pub fn strata(&self, docs: &[u32]) -> Vec<Stratum> {
        self.by(self.mixes[0], &self.totals[0], docs)
    }

    fn by(&self, mix: &Mix, totals: &[(f64, f64)], docs: &[u32]) -> Vec<Stratum> {
        let mut cells: Vec<(u32, bool)> =
            docs.iter().map(|doc| (mix.of[self.corpus.docs[*doc as usize].row as usize], self.is_low(*doc))).collect();
        cells.sort_unstable();
        cells
            .chunk_by(|a, b| a.0 == b.0)
            .map(|cell| {
                let (all, low) = totals[cell[0].0 as usize];
                let n = cell.len() as f64;
                let hits = cell.iter().filter(|(_, low)| *low).count() as f64;
                Stratum { hits, n, other_hits: low - hits, other_n: all - n }
            })
            .collect()
    }

    /// The excess of low scores among `docs`, less what `drift` explains.
    pub fn excess(&self, docs: &[u32], drift: f64) -> Excess {
        self.drifted(excess(&self.strata(docs)), drift)
    }

    fn drifted(&self, found: Excess, drift: f64) -> Excess {
        if found.variance <= 0.0 || found.n <= 0.0 || drift == 1.0 {
            return found;
        }
        // As odds: where most are low already there is less room.
        let odds = |share: f64| share.clamp(0.001, 0.999) / (1.0 - share.clamp(0.001, 0.999));
        let times = odds(self.share * drift) / odds(self.share);
        let raised = odds(found.expected / found.n) * times;
        let expected = found.n * raised / (1.0 + raised);
        Excess { expected, z: (found.hits - expected) / found.variance.sqrt(), ..found }
    }

    /// The low ones of `docs`.
    pub fn low<'b>(&'b self, docs: &'b [u32]) -> impl Iterator<Item = &'b Doc> {
        docs.iter().filter(|doc| self.is_low(**doc)).map(|doc| &self.corpus.docs[*doc as usize])
    }

    /// In the mix and in the finer one: how many times as often as others `docs` are low, and are not.
    pub fn both(&self, docs: &[u32]) -> [Option<(RiskRatio, Option<RiskRatio>)>; 2] {
        [0, 1].map(|at| {
            let low = self.by(self.mixes[at], &self.totals[at], docs);
            let spared: Vec<Stratum> = low
                .iter()
                .map(|cell| Stratum { hits: cell.n - cell.hits, other_hits: cell.other_n - cell.other_hits, ..*cell })
                .collect();
            Some((stats::pooled_risk_ratio(&low)?, stats::pooled_risk_ratio(&spared)))
        })
    }

    /// Whether enough people say so, in words of their own.
    pub fn is_said(&self, docs: &[u32], least: usize, wordings: usize) -> bool {
        let low: Vec<&Doc> = self.low(docs).collect();
        let worded: BTreeSet<u64> = low.iter().map(|doc| doc.fingerprint).collect();
        // Known people may choose the same words; of those who are not known, the same one may have said it all.
        let people = low.iter().filter(|doc| doc.is_known).count();
        low.len() >= least && (worded.len() >= wordings || people >= least)
    }

    /// Where so many are low that it cannot be much more often, whether `docs` are content so much more rarely.
    fn is_rarely_spared(&self, docs: &[u32]) -> bool {
        let spared =
            |cell: Stratum| Stratum { hits: cell.n - cell.hits, other_hits: cell.other_n - cell.other_hits, ..cell };
        let strata: Vec<Stratum> = self.strata(docs).into_iter().map(spared).collect();
        stats::pooled_risk_ratio(&strata).is_some_and(|spared| spared.value <= SPARED_MAX)
    }

    /// Whether low scores are so much more frequent among `docs` that it matters, surely, and enough people say so.
    pub fn matters(&self, docs: &[u32]) -> bool {
        let ratio = stats::pooled_risk_ratio(&self.strata(docs));
        ratio.is_some_and(|ratio| ratio.range.low > 1.0) && self.may_matter(docs)
    }

    /// The same without being sure.
    pub fn may_matter(&self, docs: &[u32]) -> bool {
        let finer = stats::pooled_risk_ratio(&self.by(self.mixes[1], &self.totals[1], docs));
        let ratio = stats::pooled_risk_ratio(&self.strata(docs));
        self.is_said(docs, LOW_MIN, WORDINGS_MIN)
            && ratio.is_some_and(|ratio| ratio.value >= RISK_MIN || self.is_rarely_spared(docs))
            && finer.is_none_or(|finer| finer.value >= RISK_FINER || self.is_rarely_spared(docs))
    }

    /// Whether it matters as far as its kind must.
    pub fn counts(&self, term: &Term) -> bool {
        // What is said of a place in several words adds up, and is tested together.
        if term.within.is_some() { self.may_matter(&term.docs) } else { self.matters(&term.docs) }
    }
}

/// Tests every word and pair that enough texts hold.
pub fn test(corpus: &Corpus, places: &Places) -> Tested {
    let least = TEXTS_MIN.max(corpus.docs.len() / TEXTS_ONE_IN);
    let mut terms = words(corpus, least, |word| word.kind == Kind::Names);
    let named = terms.len();
    terms.extend(tags(corpus, least));
    terms.extend(pairs(corpus, least));
    let pool = Pool::new(corpus, places, &BTreeSet::new());
    let drift = drift(&pool, &terms[..named]);
    let sites = Sites::new(corpus, places);
    let low = sites.low(corpus, &pool);
    let inside = sites.inside(&pool, &terms);
    terms.extend(inside);
    for at in 0..terms.len() {
        terms[at].concentration = sites.concentration_of(&pool, &low, &terms, at);
        terms[at].excess = pool.excess(&terms[at].docs, drift);
    }
    let mut telling: Vec<(usize, f64)> = (0..terms.len())
        .filter(|at| terms[*at].concentration.holds)
        .filter_map(|at| {
            let told = [0, 1].map(|mix| pool.drifted(pool.excesses(&terms[at].docs)[mix], drift));
            Some((at, null::telling_p(told, null::p_max(&terms[at]))?))
        })
        .filter(|(at, _)| pool.counts(&terms[*at]))
        .collect();
    telling.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    if !telling.is_empty() {
        let bars = sites.bars(&pool, &terms, corpus, places);
        telling.iter().filter(|(_, p)| -p.ln() > bars.alone).for_each(|(at, _)| terms[*at].significant = true);
        for (strength, said) in sites.together(&pool, &terms, &telling) {
            if strength > bars.together {
                for at in said {
                    (terms[at].significant, terms[at].together) = (true, true);
                }
            }
        }
    }
    Tested { terms, drift, sites }
}

/// The median of low scores by expected ones, of words that are not rare.
fn drift(pool: &Pool, words: &[Term]) -> f64 {
    let mut ratios: Vec<f64> = words
        .iter()
        .map(|term| excess(&pool.strata(&term.docs)))
        .filter(|excess| excess.expected >= 3.0)
        .map(|excess| excess.hits / excess.expected)
        .collect();
    if ratios.len() < DRIFT_TERMS {
        return 1.0;
    }
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2].clamp(1.0, DRIFT_MAX)
}

/// The words for which `is` holds.
pub fn words(corpus: &Corpus, least: usize, is: impl Fn(&Word) -> bool) -> Vec<Term> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for (at, doc) in corpus.docs.iter().enumerate() {
        found.extend(doc.words.iter().filter(|word| is(word)).map(|word| (word.stem, at as u32)));
    }
    collect(found, corpus, least, Key::Word)
}

/// The topics, but those that only feel: the words that name a topic must mostly name a thing.
pub fn tags(corpus: &Corpus, least: usize) -> Vec<Term> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut names = vec![(0_usize, 0_usize); corpus.topics.len()];
    for (at, doc) in corpus.docs.iter().enumerate() {
        for tag in &doc.tags {
            found.push((tag.topic, at as u32));
            let Some((start, end)) = tag.span else { continue };
            let mut words = doc.words.iter().filter(|word| word.start >= start && word.end <= end);
            let count = &mut names[tag.topic as usize];
            count.0 += 1;
            count.1 += usize::from(words.any(|word| word.role == Role::Thing));
        }
    }
    let mut terms = collect(found, corpus, least, Key::Tag);
    terms.retain(|term| matches!(term.key, Key::Tag(topic) if 2 * names[topic as usize].1 >= names[topic as usize].0));
    terms.iter_mut().for_each(|term| term.language = ALL_LANGUAGES);
    terms
}

fn pairs(corpus: &Corpus, least: usize) -> Vec<Term> {
    let mut plain: Vec<(u64, u32)> = Vec::new();
    let mut near: Vec<(u64, u32)> = Vec::new();
    let key = |a: u32, b: u32| u64::from(a.min(b)) << 32 | u64::from(a.max(b));
    let frequent = |word: &Word| {
        matches!(word.kind, Kind::Names | Kind::Feels) && corpus.frequency[word.stem as usize] as usize >= least
    };
    for (at, doc) in corpus.docs.iter().enumerate() {
        let before = plain.len();
        for (i, a) in doc.words.iter().enumerate().filter(|(_, word)| frequent(word)) {
            let within = doc.words[i + 1..].iter().take_while(|b| b.clause == a.clause && b.place - a.place <= WINDOW);
            for b in within.filter(|word| frequent(word) && word.stem != a.stem) {
                if plain.len() - before >= PAIRS_MAX || a.kind == Kind::Feels && b.kind == Kind::Feels {
                    continue;
                }
                plain.push((key(a.stem, b.stem), at as u32));
                let stands = |word: &Word| {
                    word.kind == Kind::Near
                        && word.clause == a.clause
                        && word.place + 1 >= a.place
                        && word.place < b.place
                };
                if a.kind == Kind::Names && b.kind == Kind::Names && doc.words.iter().any(stands) {
                    near.push((key(a.stem, b.stem), at as u32));
                }
            }
        }
    }
    let split = |key: u64| ((key >> 32) as u32, key as u32);
    let mut terms = collect(plain, corpus, least, |key| Key::Pair(split(key).0, split(key).1));
    terms.extend(collect(near, corpus, least, |key| Key::Near(split(key).0, split(key).1)));
    terms
}

pub fn collect<K: Ord + Copy>(
    mut found: Vec<(K, u32)>,
    corpus: &Corpus,
    least: usize,
    key: impl Fn(K) -> Key,
) -> Vec<Term> {
    found.sort_unstable();
    found.dedup();
    found
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|term| term.len() >= least)
        .map(|term| Term {
            key: key(term[0].0),
            language: corpus.docs[term[0].1 as usize].language,
            docs: term.iter().map(|(_, doc)| *doc).collect(),
            excess: Excess::default(),
            concentration: Concentration::default(),
            significant: false,
            together: false,
            within: None,
        })
        .collect()
}
