//! What a change brought, against a comparison: difference-in-differences where some units got it and others did not,
//! synthetic control for one unit, interrupted time series where there is nobody to compare with, and experiments.
//!
//! Everything here answers with an [`Effect`] or with the reason why nothing can be said ([`Why`]); [`verdict`] turns
//! both into what a page may claim. docs/statistics.md tells in plain words which design holds what it promises.

mod conformal;
pub mod cuped;
pub mod did;
pub mod interrupted;
mod linear;
pub mod matching;
pub(crate) mod mixture;
mod panel;
pub mod parallel;
pub mod placebo;
pub mod power;
pub mod recovery;
mod search;
mod simplex;
mod spread;
pub mod synthetic;
#[cfg(test)]
mod tests;
mod verdict;

pub use panel::{Cell, PERIODS_MAX, Panel, UNITS_MAX, Unit, Weighing};
pub use spread::{Errors, FEW_UNITS};
pub use verdict::{Checks, Evidence, Verdict, verdict};

use crate::{Difference, Range};

/// What changed, in units of the metric, with its 95 % range and the two-sided probability of an estimate at least so
/// far from 0 where there is no effect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    pub value: f64,
    pub range: Range,
    pub p: f64,
}

impl From<Difference> for Effect {
    fn from(Difference { value, range, p }: Difference) -> Self {
        Self { value, range, p }
    }
}

/// Why nothing can be said about an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No answers, or not enough of them, from before the start.
    NothingBefore,
    NothingAfter,
    NobodyTreated,
    /// No unit is left to compare with.
    EveryoneTreated,
    /// One treated unit, and nobody of whom a synthetic one could be made.
    OneUnitWithoutDonors,
    /// What was measured before the start is not what was measured afterwards.
    DefinitionChanged,
    /// In all, before and after the start; at least so many are needed.
    TooFewPeriods {
        least: usize,
    },
    /// Treated and comparison units, or answers; at least so many are needed.
    TooFewUnits {
        least: usize,
    },
    /// More units or periods than are computed with.
    TooMany {
        most: usize,
    },
    /// Treated and comparison units went apart before the start already.
    NotParallel,
    /// The synthetic unit does not resemble the real one before the start.
    PoorFit,
    /// Starts that were made up show effects as well.
    PlacebosMove,
    /// The numbers leave nothing to estimate from: no spread, or columns that determine each other.
    Degenerate,
}
