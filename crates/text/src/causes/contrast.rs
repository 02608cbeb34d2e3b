//! Which words low scores use and others of the same mix do not.

use std::collections::BTreeSet;

use stats::{Excess, RiskRatio, Stratum, discovery, excess};

use super::corpus::{Corpus, Doc, Word};
use super::lexis::{Kind, Role};
use super::place::{Mix, Places};

/// Texts of a term at least, and one in so many.
const TEXTS_MIN: usize = 6;
const TEXTS_ONE_IN: usize = 5_000;
/// Low ones among them, by different people, in different words.
const LOW_MIN: usize = 5;
const WORDINGS_MIN: usize = 3;
/// Words between the two of a pair, at most.
const WINDOW: u16 = 6;
/// Pairs of one text.
const PAIRS_MAX: usize = 400;
/// False discovery rate of words, and of pairs. Everybody remembers a cause that was none, so it is kept well below
/// the 5 % that are agreed for the whole report.
const WORD_Q_MAX: f64 = 0.02;
/// Of the many pairs some of whose words are no cause by themselves, few are one together.
const PAIR_Q_MAX: f64 = 0.004;
/// Where two languages each say something with so small a p value at the same of the worst places, it holds as well.
const TWICE_P_MAX: f64 = 0.003;
/// How many times as often as others of the same mix those who mention a cause are low, at least.
const RISK_MIN: f64 = 1.3;
/// The same in the finer cells, where there are few to compare with.
const RISK_FINER: f64 = 1.15;
/// In standard errors, unless there are so few to compare with that nothing can be told.
const FINER_Z_MIN: f64 = 2.0;
const FINER_VARIANCE_MIN: f64 = 1.5;
/// Up to this p value the low mentions of a term are concentrated in one of the worst places, or elsewhere.
const WORST_P_MAX: f64 = 0.001;
const ELSEWHERE_P_MAX: f64 = 0.000_05;
/// Places that are told apart.
const SITES_MAX: usize = 64;
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
        Self { corpus, mixes, totals }
    }

    /// Those of `docs`, which are in the pool, against the others, by cell of the mix.
    pub fn strata(&self, docs: &[u32]) -> Vec<Stratum> {
        self.by(self.mixes[0], &self.totals[0], docs)
    }

    fn by(&self, mix: &Mix, totals: &[(f64, f64)], docs: &[u32]) -> Vec<Stratum> {
        let mut cells: Vec<(u32, bool)> = docs
            .iter()
            .map(|doc| &self.corpus.docs[*doc as usize])
            .map(|doc| (mix.of[doc.row as usize], doc.low))
            .collect();
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
        let found = excess(&self.strata(docs));
        let z = if found.z == 0.0 {
            0.0
        } else {
            found.z * (found.hits - found.expected * drift) / (found.hits - found.expected)
        };
        Excess { expected: (found.expected * drift).min(found.n), z, ..found }
    }

    /// The low ones of `docs`.
    pub fn low<'b>(&'b self, docs: &'b [u32]) -> impl Iterator<Item = &'b Doc> {
        docs.iter().map(|doc| &self.corpus.docs[*doc as usize]).filter(|doc| doc.low)
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

    /// Whether low scores are so much more frequent among `docs` that it matters, and enough people say so.
    pub fn matters(&self, docs: &[u32]) -> bool {
        let low: Vec<_> = docs.iter().map(|doc| &self.corpus.docs[*doc as usize]).filter(|doc| doc.low).collect();
        let wordings: BTreeSet<u64> = low.iter().map(|doc| doc.fingerprint).collect();
        let ratio = stats::pooled_risk_ratio(&self.strata(docs));
        // In cells where nearly all mention it there is nobody left to compare with, which is no objection.
        let finer = self.by(self.mixes[1], &self.totals[1], docs);
        let (told, finer) = (excess(&finer), stats::pooled_risk_ratio(&finer));
        low.len() >= LOW_MIN
            && wordings.len() >= WORDINGS_MIN
            && ratio.is_some_and(|ratio| ratio.value >= RISK_MIN && ratio.range.low > 1.0)
            && finer.is_none_or(|finer| finer.value >= RISK_FINER)
            && (told.z >= FINER_Z_MIN || told.variance < FINER_VARIANCE_MIN)
    }
}

/// Tests every word and pair that enough texts hold.
pub fn test(corpus: &Corpus, places: &Places) -> Tested {
    let least = TEXTS_MIN.max(corpus.docs.len() / TEXTS_ONE_IN);
    let mut terms = words(corpus, least, |word| word.kind == Kind::Names);
    let named = terms.len();
    terms.extend(tags(corpus, least));
    let singles = terms.len();
    terms.extend(pairs(corpus, least));
    let pool = Pool::new(corpus, places, &BTreeSet::new());
    let drift = drift(&pool, &terms[..named]);
    let sites = Sites::new(corpus, places);
    for term in &mut terms {
        term.excess = pool.excess(&term.docs, drift);
        term.concentration = sites.concentration(corpus, &term.docs, term.language);
    }
    // Only what is concentrated is tested, and corrected for: where low scores are among themselves says nothing about
    // whether those who mention a word are low more often than others of the same place (Bourgon, Gentleman and Huber,
    // "Independent filtering increases detection power", PNAS 107, 2010).
    for (family, most) in [(0..singles, WORD_Q_MAX), (singles..terms.len(), PAIR_Q_MAX)] {
        let tested: Vec<usize> = family.filter(|at| terms[*at].concentration.holds).collect();
        let q = discovery(&tested.iter().map(|at| terms[*at].excess.p()).collect::<Vec<f64>>());
        for (at, q) in tested.into_iter().zip(q) {
            terms[at].significant = q <= most && pool.matters(&terms[at].docs);
        }
    }
    sites.twice(corpus, &pool, &mut terms);
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
        })
        .collect()
}

/// Where low scores can be concentrated: the worst places first, then every value of an attribute.
#[derive(Debug)]
pub struct Sites {
    /// By text: the sites that it is of, as bits.
    of: Vec<u64>,
    /// By language and site: low texts, and how many of them are of the site.
    low: Vec<(f64, [f64; SITES_MAX])>,
    worst: usize,
    count: usize,
}

impl Sites {
    pub fn new(corpus: &Corpus, places: &Places) -> Self {
        let (worst, sites) = places.sites(SITES_MAX);
        let mut rows = vec![0_u64; places.low.len()];
        for (at, site) in sites.iter().enumerate() {
            site.iter().for_each(|row| rows[*row as usize] |= 1 << at);
        }
        let of: Vec<u64> = corpus.docs.iter().map(|doc| rows[doc.row as usize]).collect();
        let mut low = vec![(0.0, [0.0; SITES_MAX]); corpus.languages.len()];
        for (doc, of) in corpus.docs.iter().zip(&of).filter(|(doc, _)| doc.low) {
            let (n, hits) = &mut low[usize::from(doc.language)];
            *n += 1.0;
            count(*of, hits);
        }
        Self { of, low, worst, count: sites.len() }
    }

    /// How far the low ones among `docs` are concentrated in one place, more than other low scores of their language
    /// are. What is said of every low score alike is how people feel, not why. Of the attributes' values there are
    /// many, so that they must show it more clearly.
    pub fn concentration(&self, corpus: &Corpus, docs: &[u32], language: u16) -> Concentration {
        let (mut n, mut hits) = (0.0, [0.0; SITES_MAX]);
        for doc in docs.iter().filter(|doc| corpus.docs[**doc as usize].low) {
            n += 1.0;
            count(self.of[*doc as usize], &mut hits);
        }
        let (mut all, mut all_hits) = (0.0, [0.0; SITES_MAX]);
        let spoken = self.low.iter().enumerate();
        for (_, (n, hits)) in spoken.filter(|(at, _)| language == ALL_LANGUAGES || *at == usize::from(language)) {
            all += n;
            all_hits.iter_mut().zip(hits).for_each(|(sum, hits)| *sum += hits);
        }
        let mut most = Concentration::default();
        for site in 0..self.count {
            let stratum = Stratum { hits: hits[site], n, other_hits: all_hits[site] - hits[site], other_n: all - n };
            let found = excess(&[stratum]);
            most.z = most.z.max(found.z);
            let bar = if site < self.worst { WORST_P_MAX } else { ELSEWHERE_P_MAX };
            most.holds = most.holds || found.z > 2.0 && found.p() <= bar;
        }
        most
    }
}

impl Sites {
    /// What two languages say at the same place need not hold alone: that both do by chance is as improbable as the
    /// product of their p values.
    fn twice(&self, corpus: &Corpus, pool: &Pool, terms: &mut [Term]) {
        for site in 0..self.worst {
            let is_there = |term: &Term| {
                let low = || term.docs.iter().filter(|doc| corpus.docs[**doc as usize].low);
                let here = low().filter(|doc| self.of[**doc as usize] >> site & 1 == 1).count();
                2 * here > low().count()
            };
            let telling: Vec<usize> = (0..terms.len())
                .filter(|at| terms[*at].language != ALL_LANGUAGES)
                .filter(|at| terms[*at].concentration.holds && terms[*at].excess.p() <= TWICE_P_MAX)
                .filter(|at| is_there(&terms[*at]) && pool.matters(&terms[*at].docs))
                .collect();
            let languages: BTreeSet<u16> = telling.iter().map(|at| terms[*at].language).collect();
            if languages.len() >= 2 {
                telling.into_iter().for_each(|at| terms[at].significant = true);
            }
        }
    }
}

/// Whether low mentions are concentrated in a place, and how far, in standard errors.
#[derive(Debug, Clone, Copy, Default)]
pub struct Concentration {
    pub z: f64,
    pub holds: bool,
}

fn count(mut sites: u64, hits: &mut [f64; SITES_MAX]) {
    while sites != 0 {
        hits[sites.trailing_zeros() as usize] += 1.0;
        sites &= sites - 1;
    }
}
