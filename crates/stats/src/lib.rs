//! The mathematics behind every number: pure functions from sums to an estimate with its range.
//!
//! All of them work on sums, because sums of parts can be added: the lake keeps them per segment, a page adds days to
//! weeks, and the range always comes out the same as over the single answers.

mod bias;
mod chance;
mod crosstab;
mod difference;
mod discovery;
pub mod effects;
mod emerging;
pub mod goals;
pub mod importance;
mod items;
mod log_odds;
mod mean;
mod mix;
mod nps;
mod quality;
mod ratio;
mod removal;
mod share;
mod shrink;
pub mod subgroup;
mod verdict;
mod weight;
pub mod worth;

pub use bias::{Bias, Fit, GroupBias, Representativity, Turnout, bias, fit};
pub use crosstab::{Association, CrossTab, RESIDUAL_MARKED};
pub use difference::{Difference, mean_difference, nps_difference, share_difference};
pub use discovery::discovery;
pub use emerging::{Day, MENTIONS_MIN, Movement, Tide, movements};
pub use items::{best_worst, borda, mean_share, point_shares};
pub use log_odds::{LogOdds, Uses, log_odds};
pub use mean::{Moments, mean};
pub use mix::{MixRate, Shift, mix_rate};
pub use nps::{DETRACTOR_TO, NpsCounts, PROMOTER_FROM, nps};
pub use quality::{FAST_FROM, STRAIGHT_ROWS_MIN, Straightness, fast_below, median, speed_index, straightness};
pub use ratio::{Excess, RiskRatio, Stratum, excess, pooled_risk_ratio, risk_ratio};
pub use removal::{Removal, THEMES_MAX, Themed, removal};
pub use share::{CSAT_FROM, percent, share};
pub use shrink::{Group, Shrunken, shrink};
pub use verdict::{CLEAR_TO, Change, FEWEST, Verdict, verdict};
pub use weight::{Cell, Raked, TRIM, Trim, Unrakable, WeightSums, rake, weighted_mean, weighted_nps, weighted_share};

/// The 0.975 quantile of the normal distribution: 95 % lie within ± this many standard errors.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// Below this many answers a page says "few answers": the point is mostly noise, and the range is what to look at.
/// Thirty is the customary border below which the normal approximation behind the ranges is poor.
pub const SMALL_GROUP: u64 = 30;

/// Whether a group is to be marked as having few answers. It is marked, never hidden.
pub fn is_small(n: u64) -> bool {
    n < SMALL_GROUP
}

/// A number and where the true one lies, with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Nothing where the answers do not tell, such as the mean of a single one.
    pub range: Option<Range>,
}

/// Both ends belong to it; never wider than the scale that the number lives on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub low: f64,
    pub high: f64,
}

impl Range {
    fn around(value: f64, half_width: f64, least: f64, most: f64) -> Self {
        Self { low: (value - half_width).max(least), high: (value + half_width).min(most) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_below_thirty_are_small() {
        assert!(is_small(29));
        assert!(!is_small(30));
    }
}
