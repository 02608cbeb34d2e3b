//! Net promoter score: share of promoters less share of detractors, in points (Reichheld, "The One Number You Need
//! to Grow", Harvard Business Review, 2003).

use crate::{Estimate, Range, Z_95};

/// Scores from here on are promoters'.
pub const PROMOTER_FROM: f64 = 9.0;
/// Scores up to here are detractors'.
pub const DETRACTOR_TO: f64 = 6.0;

/// What an NPS is made of; parts can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NpsCounts {
    pub promoters: u64,
    pub detractors: u64,
    /// All who gave a score, passives among them.
    pub n: u64,
}

impl NpsCounts {
    /// Counts one score of 0 to 10.
    #[inline]
    pub fn add(&mut self, score: f64) {
        self.promoters += u64::from(score >= PROMOTER_FROM);
        self.detractors += u64::from(score <= DETRACTOR_TO);
        self.n += 1;
    }

    pub fn merge(&mut self, other: &Self) {
        self.promoters += other.promoters;
        self.detractors += other.detractors;
        self.n += other.n;
    }

    pub fn passives(&self) -> u64 {
        self.n.saturating_sub(self.promoters + self.detractors)
    }
}

/// The NPS, −100 to 100, with its 95 % range; nothing without answers.
///
/// One answer is worth +1, 0 or −1, so its variance is p₊ + p₋ − (p₊ − p₋)² and the half width is
/// z · √(variance / n) (Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70:4,
/// 2016, the Wald form). Where all answers agree the form gives a range without width; [`crate::is_small`] is what
/// keeps a reader from trusting that.
pub fn nps(counts: &NpsCounts) -> Option<Estimate> {
    if counts.n == 0 {
        return None;
    }
    let n = counts.n as f64;
    let (up, down) = (counts.promoters as f64 / n, counts.detractors as f64 / n);
    let value = 100.0 * (counts.promoters as f64 - counts.detractors as f64) / n;
    let variance = (up + down - (up - down).powi(2)).max(0.0);
    let half_width = 100.0 * Z_95 * (variance / n).sqrt();
    Some(Estimate { value, range: Some(Range::around(value, half_width, -100.0, 100.0)) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(promoters: u64, detractors: u64, n: u64) -> Estimate {
        nps(&NpsCounts { promoters, detractors, n }).unwrap()
    }

    #[test]
    fn half_promoters_and_a_fifth_detractors_of_200() {
        let estimate = of(100, 40, 200);
        let range = estimate.range.unwrap();
        assert_eq!(estimate.value, 30.0);
        // 196 · √(0.61 / 200) = 10.824
        assert!((range.high - 40.824).abs() < 5e-4, "{range:?}");
        assert!((range.low - 19.176).abs() < 5e-4, "{range:?}");
    }

    #[test]
    fn nobody_has_no_score() {
        assert_eq!(nps(&NpsCounts::default()), None);
    }

    #[test]
    fn the_borders_are_those_of_the_scale() {
        let mut counts = NpsCounts::default();
        (0..=10).for_each(|score| counts.add(f64::from(score)));
        assert_eq!(counts, NpsCounts { promoters: 2, detractors: 7, n: 11 });
        assert_eq!(counts.passives(), 2);
    }

    #[test]
    fn the_range_stays_on_the_scale() {
        let range = of(4, 0, 5).range.unwrap();
        assert_eq!(range.high, 100.0);
        assert!(range.low > 40.0 && range.low < 50.0, "{range:?}");
    }

    proptest! {
        /// The closed form is the plain sample variance of +1, 0, −1.
        #[test]
        fn the_closed_form_is_the_variance(scores in prop::collection::vec(0u8..=10, 1..200)) {
            let mut counts = NpsCounts::default();
            scores.iter().for_each(|score| counts.add(f64::from(*score)));
            let worth: Vec<f64> =
                scores.iter().map(|s| if *s >= 9 { 1.0 } else if *s <= 6 { -1.0 } else { 0.0 }).collect();
            let n = worth.len() as f64;
            let mean = worth.iter().sum::<f64>() / n;
            let variance = worth.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / n;
            let half_width = 195.996_398_454 * (variance / n).sqrt();
            let estimate = nps(&counts).unwrap();
            let range = estimate.range.unwrap();
            prop_assert!((estimate.value - 100.0 * mean).abs() < 1e-9);
            prop_assert!((range.high - (100.0 * mean + half_width).min(100.0)).abs() < 1e-6);
            prop_assert!((range.low - (100.0 * mean - half_width).max(-100.0)).abs() < 1e-6);
        }
    }
}
