//! Whether what low scores say is said of one place more than of others, and how telling it must be there.

use std::collections::BTreeSet;
use std::ops::Range;

use stats::{Stratum, excess};

use super::contrast::{self, ALL_LANGUAGES, Pool, Term, Within};
use super::corpus::Corpus;
use super::null::{self, Dealt};
use super::place::Places;

/// Up to this p value the low mentions of a term are concentrated in one of the worst places, or elsewhere.
const WORST_P_MAX: f64 = 0.001;
const ELSEWHERE_P_MAX: f64 = 0.000_05;
/// Places that are told apart.
const SITES_MAX: usize = 64;
/// How often chance alone finds a cause of a place: by one word or pair, and by what several languages say of one of the
/// worst places. Everybody remembers a cause that was none, so it is kept well below the 5 % that are agreed for the
/// whole report.
const ALONE: f64 = 0.02;
const TOGETHER: f64 = 0.012;
/// Terms that are counted together, and how telling each must be by itself where those before are not mentioned.
const TOGETHER_MAX: usize = 5;
const TOGETHER_P_MAX: f64 = 0.05;

/// How telling a cause of a place must be, in −ln p.
#[derive(Debug)]
pub struct Bars {
    pub alone: f64,
    pub together: f64,
}

/// Where low scores can be concentrated: the worst places first, then every value of an attribute.
#[derive(Debug)]
pub struct Sites {
    /// By text: the sites that it is of, as bits.
    of: Vec<u64>,
    languages: usize,
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
        Self { of, languages: corpus.languages.len(), worst, count: sites.len() }
    }

    /// By language and site: low texts, and how many of them are of the site.
    pub fn low(&self, corpus: &Corpus, pool: &Pool) -> Low {
        let mut low = vec![(0.0, [0.0; SITES_MAX]); self.languages];
        for (at, doc) in corpus.docs.iter().enumerate().filter(|(at, _)| pool.is_low(*at as u32)) {
            let (n, hits) = &mut low[usize::from(doc.language)];
            *n += 1.0;
            count(self.of[at], hits);
        }
        low
    }

    /// How far the low ones among `docs` are concentrated in one place, more than other low scores of their language
    /// are. What is said of every low score alike is how people feel, not why. Of the attributes' values there are
    /// many, so that they must show it more clearly.
    pub fn concentration(&self, pool: &Pool, all_low: &Low, docs: &[u32], language: u16) -> Concentration {
        self.at(0..self.count, pool, all_low, docs, language)
    }

    /// That of a term; for one within a place, how far all who use it are there.
    pub fn concentration_of(&self, pool: &Pool, all_low: &Low, terms: &[Term], at: usize) -> Concentration {
        let Term { docs, language, within, .. } = &terms[at];
        match within {
            None => self.concentration(pool, all_low, docs, *language),
            Some(Within { site, whole }) => self.at(*site..site + 1, pool, all_low, &terms[*whole].docs, *language),
        }
    }

    fn at(&self, sites: Range<usize>, pool: &Pool, all_low: &Low, docs: &[u32], language: u16) -> Concentration {
        let (mut n, mut hits) = (0.0, [0.0; SITES_MAX]);
        for doc in docs.iter().filter(|doc| pool.is_low(**doc)) {
            n += 1.0;
            count(self.of[*doc as usize], &mut hits);
        }
        let (mut all, mut all_hits) = (0.0, [0.0; SITES_MAX]);
        let spoken = all_low.iter().enumerate();
        for (_, (n, hits)) in spoken.filter(|(at, _)| language == ALL_LANGUAGES || *at == usize::from(language)) {
            all += n;
            all_hits.iter_mut().zip(hits).for_each(|(sum, hits)| *sum += hits);
        }
        let mut most = Concentration::default();
        for site in sites {
            let stratum = Stratum { hits: hits[site], n, other_hits: all_hits[site] - hits[site], other_n: all - n };
            let found = excess(&[stratum]);
            most.z = most.z.max(found.z);
            let bar = if site < self.worst { WORST_P_MAX } else { ELSEWHERE_P_MAX };
            most.holds = most.holds || found.z > 2.0 && found.p() <= bar;
        }
        most
    }

    /// The terms as they are used in each of the worst places: what is bad there may be said elsewhere by people whom it
    /// does not trouble, and they say nothing about those whom it does.
    pub fn inside(&self, pool: &Pool, terms: &[Term]) -> Vec<Term> {
        let mut inside = Vec::new();
        for (whole, term) in terms.iter().enumerate() {
            let low = term.docs.iter().filter(|doc| pool.is_low(**doc)).count();
            for site in 0..self.worst {
                let is_there = |doc: &u32| self.of[*doc as usize] >> site & 1 == 1;
                let docs: Vec<u32> = term.docs.iter().copied().filter(is_there).collect();
                // All of them are tested already; of so few nothing can be said.
                if docs.len() < term.docs.len() && docs.len() >= contrast::LOW_MIN && low >= contrast::LOW_MIN {
                    inside.push(Term { docs, within: Some(Within { site, whole }), ..term.clone() });
                }
            }
        }
        inside
    }
}

impl Sites {
    /// What is said of one place in several words or languages need not hold alone: by worst place, how telling the best
    /// term is, the best of what is left where that one is not mentioned, and so on, and which terms these are. Those
    /// who are hit and say so in other words hide how much worse they are than those who are not.
    pub fn together(&self, pool: &Pool, terms: &[Term], telling: &[(usize, f64)]) -> Vec<(f64, Vec<usize>)> {
        let mut found = Vec::new();
        for site in 0..self.worst {
            let here: Vec<(usize, f64)> =
                telling.iter().copied().filter(|(at, _)| self.is_of(site, pool, &terms[*at])).collect();
            let Some((first, p)) = here.first() else { continue };
            let (mut strength, mut said) = (-p.ln(), vec![*first]);
            let mut taken: BTreeSet<u32> = terms[*first].docs.iter().copied().collect();
            while said.len() < TOGETHER_MAX {
                let rest = pool.without(&taken);
                let left = here.iter().filter(|(at, _)| !said.contains(at)).filter_map(|(at, _)| {
                    let docs: Vec<u32> = terms[*at].docs.iter().copied().filter(|doc| !taken.contains(doc)).collect();
                    let new = 2 * docs.len() > terms[*at].docs.len() && docs.len() >= contrast::LOW_MIN;
                    Some((*at, null::telling_p(new.then(|| rest.excesses(&docs))?, TOGETHER_P_MAX)?))
                });
                let Some((next, p)) = left.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))) else { break };
                strength -= p.ln();
                said.push(next);
                taken.extend(&terms[next].docs);
            }
            if said.len() >= 2 {
                found.push((strength, said));
            }
        }
        found
    }

    /// Whether most low mentions are of the place.
    fn is_of(&self, site: usize, pool: &Pool, term: &Term) -> bool {
        if term.within.is_some_and(|within| within.site == site) {
            return true;
        }
        let low = || term.docs.iter().filter(|doc| pool.is_low(**doc));
        let here = low().filter(|doc| self.of[**doc as usize] >> site & 1 == 1).count();
        2 * here > low().count()
    }

    /// What chance alone attains, in so many deals of the scores.
    pub fn bars(&self, pool: &Pool, terms: &[Term], corpus: &Corpus, places: &Places) -> Bars {
        let dealt = Dealt::new(corpus, &places.finer, 1);
        let (mut alone, mut together) = (Vec::new(), Vec::new());
        for (round, found) in dealt.telling(pool, terms).into_iter().enumerate() {
            let pool = pool.dealt(dealt.low(round));
            let low = self.low(corpus, &pool);
            let telling: Vec<(usize, f64)> = found
                .into_iter()
                .filter(|(at, _)| self.concentration_of(&pool, &low, terms, *at).holds && pool.counts(&terms[*at]))
                .collect();
            alone.push(telling.first().map_or(0.0, |(_, p)| -p.ln()));
            let strengths = self.together(&pool, terms, &telling).into_iter().map(|(strength, _)| strength);
            together.push(strengths.fold(0.0, f64::max));
        }
        Bars { alone: null::bar(alone, ALONE), together: null::bar(together, TOGETHER) }
    }
}

/// By language: low texts, and how many of them are of each site.
pub type Low = Vec<(f64, [f64; SITES_MAX])>;

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
