//! What a metric counts while it reads, as plain sums that can be kept, added and turned into an estimate.

use std::fmt::Debug;

use stats::{CSAT_FROM, Estimate, Moments, NpsCounts};

/// Most sums that one metric keeps.
pub(super) const SUMS_MAX: usize = 3;

/// The sums of one metric over one group. Counts are kept as doubles, exact up to 2⁵³.
pub(super) trait Tally: Default + Copy + Debug + Send + Sync + 'static {
    /// Names of the sums, at most [`SUMS_MAX`].
    const SUMS: &'static [&'static str];

    /// Takes one score; `from` is the metric's threshold, where it has one.
    fn add(&mut self, score: f64, from: f64);

    /// Adds sums in the order of [`Self::SUMS`].
    fn merge(&mut self, sums: [f64; SUMS_MAX]);

    fn sums(&self) -> [f64; SUMS_MAX];

    fn estimate(&self) -> Option<Estimate>;
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nps(NpsCounts);

impl Tally for Nps {
    const SUMS: &'static [&'static str] = &["promoters", "detractors", "n"];

    #[inline]
    fn add(&mut self, score: f64, _: f64) {
        self.0.add(score);
    }

    fn merge(&mut self, [promoters, detractors, n]: [f64; SUMS_MAX]) {
        self.0.merge(&NpsCounts { promoters: promoters as u64, detractors: detractors as u64, n: n as u64 });
    }

    fn sums(&self) -> [f64; SUMS_MAX] {
        [self.0.promoters as f64, self.0.detractors as f64, self.0.n as f64]
    }

    fn estimate(&self) -> Option<Estimate> {
        stats::nps(&self.0)
    }
}

/// Satisfied are those who score at or above the threshold.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Csat {
    satisfied: u64,
    n: u64,
}

impl Csat {
    pub(super) const FROM: f64 = CSAT_FROM;
}

impl Tally for Csat {
    const SUMS: &'static [&'static str] = &["satisfied", "n"];

    #[inline]
    fn add(&mut self, score: f64, from: f64) {
        self.satisfied += u64::from(score >= from);
        self.n += 1;
    }

    fn merge(&mut self, [satisfied, n, _]: [f64; SUMS_MAX]) {
        self.satisfied += satisfied as u64;
        self.n += n as u64;
    }

    fn sums(&self) -> [f64; SUMS_MAX] {
        [self.satisfied as f64, self.n as f64, 0.0]
    }

    fn estimate(&self) -> Option<Estimate> {
        stats::percent(self.satisfied, self.n)
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ces(Moments);

impl Tally for Ces {
    const SUMS: &'static [&'static str] = &["n", "sum", "sum_of_squares"];

    #[inline]
    fn add(&mut self, score: f64, _: f64) {
        self.0.add(score);
    }

    fn merge(&mut self, [n, sum, sum_of_squares]: [f64; SUMS_MAX]) {
        self.0.merge(&Moments { n: n as u64, sum, sum_of_squares });
    }

    fn sums(&self) -> [f64; SUMS_MAX] {
        [self.0.n as f64, self.0.sum, self.0.sum_of_squares]
    }

    fn estimate(&self) -> Option<Estimate> {
        stats::mean(&self.0)
    }
}
