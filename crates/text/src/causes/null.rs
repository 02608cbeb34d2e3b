//! What chance alone would find: the same texts with scores dealt anew within each cell of the mix. Whatever is found
//! then is no cause, however many words were tried and whatever they have in common (Westfall and Young, "Resampling-
//! Based Multiple Testing", 1993).

use std::collections::HashMap;

use stats::Excess;

use super::contrast::{Pool, Term};
use super::corpus::Corpus;
use super::place::Mix;

/// How often scores are dealt anew; a byte each, side by side.
pub const ROUNDS: usize = 255;
/// With more texts than this, fewer times: what is found among so many is certain enough.
const TEXTS_MANY: usize = 60_000;
const ROUNDS_FEW: usize = 127;
/// Less telling than this is not looked at, in standard errors and as a p value; within one place there are fewer terms,
/// and what several languages say there adds up.
const Z_MIN: f64 = 1.3;
const P_MAX: f64 = 0.01;
const P_MAX_WITHIN: f64 = 0.08;

/// Low scores, dealt anew among the texts of each cell.
#[derive(Debug)]
pub struct Dealt {
    pub rounds: usize,
    /// By text and round: 1 for a low one.
    low: Vec<u8>,
}

impl Dealt {
    /// Within the cells of `mix`; the same every time.
    pub fn new(corpus: &Corpus, mix: &Mix, seed: u64) -> Self {
        let rounds = if corpus.docs.len() > TEXTS_MANY { ROUNDS_FEW } else { ROUNDS };
        let mut cells: Vec<Vec<u32>> = vec![Vec::new(); mix.cells];
        for (at, doc) in corpus.docs.iter().enumerate() {
            cells[mix.of[doc.row as usize] as usize].push(at as u32);
        }
        let mut low = vec![0; corpus.docs.len() * rounds];
        let mut chance = Chance(seed);
        for cell in cells {
            let mut order = cell.clone();
            let lows = cell.iter().filter(|doc| corpus.docs[**doc as usize].low).count();
            // As few as need be are drawn: the low ones or the others.
            let (drawn, mark) = if 2 * lows <= cell.len() { (lows, 1) } else { (cell.len() - lows, 0) };
            if mark == 0 {
                cell.iter().for_each(|doc| low[*doc as usize * rounds..][..rounds].fill(1));
            }
            for round in 0..rounds {
                for at in 0..drawn {
                    let other = at + chance.below(order.len() - at);
                    order.swap(at, other);
                    low[order[at] as usize * rounds + round] = mark;
                }
            }
        }
        Self { rounds, low }
    }

    /// How many of `docs` are low in each round.
    fn hits(&self, docs: &[u32]) -> Vec<u32> {
        let mut sums = vec![0_u32; self.rounds];
        let mut some = vec![0_u8; self.rounds];
        // Bytes are added many at a time, and hold up to 255.
        for docs in docs.chunks(255) {
            some.fill(0);
            for doc in docs {
                let low = &self.low[*doc as usize * self.rounds..][..self.rounds];
                some.iter_mut().zip(low).for_each(|(sum, low)| *sum += low);
            }
            sums.iter_mut().zip(&some).for_each(|(sum, some)| *sum += u32::from(*some));
        }
        sums
    }

    /// Which texts are low in a round.
    pub fn low(&self, round: usize) -> Vec<bool> {
        self.low.iter().skip(round).step_by(self.rounds).map(|low| *low == 1).collect()
    }

    /// By round, what would be telling by itself: the term and its p value, least first.
    pub fn telling(&self, pool: &Pool, terms: &[Term]) -> Vec<Vec<(usize, f64)>> {
        let mut telling = vec![Vec::new(); self.rounds];
        for (at, term) in terms.iter().enumerate() {
            let bars = pool.excesses(&term.docs);
            let mut known: HashMap<u32, Option<f64>> = HashMap::new();
            for (round, hits) in self.hits(&term.docs).into_iter().enumerate() {
                let found =
                    *known.entry(hits).or_insert_with(|| telling_p(bars.map(|bar| with(bar, hits)), p_max(term)));
                if let Some(p) = found {
                    telling[round].push((at, p));
                }
            }
        }
        telling.iter_mut().for_each(|round| round.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))));
        telling
    }
}

fn with(excess: Excess, hits: u32) -> Excess {
    let hits = f64::from(hits);
    let z = if excess.variance > 0.0 { (hits - excess.expected) / excess.variance.sqrt() } else { 0.0 };
    Excess { hits, z, ..excess }
}

/// The p value of a term by its excess in the mix and in the finer one, the larger of both; none if it is not telling.
/// In finer cells where nearly all mention it there is nobody left to compare with, which is no objection.
pub fn telling_p([mix, finer]: [Excess; 2], most: f64) -> Option<f64> {
    let both = finer.variance >= FINER_VARIANCE_MIN;
    if mix.z < Z_MIN || both && finer.z < Z_MIN {
        return None;
    }
    let p = if both { mix.p().max(finer.p()) } else { mix.p() };
    (p <= most).then_some(p)
}

pub fn p_max(term: &Term) -> f64 {
    if term.within.is_some() { P_MAX_WITHIN } else { P_MAX }
}

/// Variance of the low mentions in the finer cells from which on they can tell something.
const FINER_VARIANCE_MIN: f64 = 1.5;

/// The bar that chance alone passes in at most the share `alpha` of rounds: `most` is the best of each round, larger is
/// more telling, and what is to pass must be above the bar.
pub fn bar(mut most: Vec<f64>, alpha: f64) -> f64 {
    most.sort_by(|a, b| b.total_cmp(a));
    // Of rounds + 1 deals, the real one among them, all are as likely to be the most telling one.
    let above = (alpha * (most.len() + 1) as f64) as usize;
    if above == 0 { f64::MAX } else { most.get(above - 1).copied().unwrap_or(f64::MAX) }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`, which is above 0.
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_passes_the_bar_as_often_as_it_may() {
        let mut chance = Chance(7);
        let mut draw = || chance.below(1_000_000) as f64;
        let passed = (0..2_000).filter(|_| draw() > bar((0..99).map(|_| draw()).collect(), 0.05)).count();
        let range = stats::share(passed as u64, 2_000).and_then(|share| share.range).expect("there are some");
        assert!(range.low <= 0.05 && range.high >= 0.035, "{passed} of 2,000");
        assert_eq!(bar(vec![1.0; 10], 0.01), f64::MAX, "too few deals to say so");
    }
}
