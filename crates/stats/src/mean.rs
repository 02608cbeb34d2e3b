//! A mean of scores, such as effort.

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::{Estimate, Range, Z_95};

/// From this many answers on, Student's quantile equals the normal one to four decimals.
const NORMAL_FROM: f64 = 20_000.0;

/// What a mean and its range are made of; parts can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    pub n: u64,
    pub sum: f64,
    pub sum_of_squares: f64,
}

impl Moments {
    #[inline]
    pub fn add(&mut self, score: f64) {
        self.n += 1;
        self.sum += score;
        self.sum_of_squares += score * score;
    }

    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.sum_of_squares += other.sum_of_squares;
    }
}

/// The mean with its 95 % range by Student's t; nothing without answers, no range for a single one.
///
/// The variance is (Σx² − (Σx)²/n) / (n − 1). On scores of a few points the subtraction loses nothing: the sums are
/// exact. The range is not cut to the scale of the question, which is not known here.
pub fn mean(moments: &Moments) -> Option<Estimate> {
    if moments.n == 0 {
        return None;
    }
    let n = moments.n as f64;
    let value = moments.sum / n;
    let range = (moments.n > 1).then(|| {
        let variance = ((moments.sum_of_squares - moments.sum * moments.sum / n) / (n - 1.0)).max(0.0);
        let half_width = t_95(n - 1.0) * (variance / n).sqrt();
        Range::around(value, half_width, f64::NEG_INFINITY, f64::INFINITY)
    });
    Some(Estimate { value, range })
}

/// The 0.975 quantile of Student's t with `freedom` > 0 degrees of freedom, which need not be whole.
pub(crate) fn t_95(freedom: f64) -> f64 {
    if freedom >= NORMAL_FROM {
        return Z_95;
    }
    StudentsT::new(0.0, 1.0, freedom).map_or(Z_95, |t| t.inverse_cdf(0.975))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(scores: &[f64]) -> Moments {
        let mut moments = Moments::default();
        scores.iter().for_each(|score| moments.add(*score));
        moments
    }

    /// Quantiles as printed in every table.
    #[test]
    fn the_quantile_agrees_with_the_tables() {
        for (freedom, t) in
            [(1.0, 12.7062), (2.0, 4.3027), (9.0, 2.2622), (29.0, 2.0452), (120.0, 1.9799), (19_999.0, 1.9601)]
        {
            assert!((t_95(freedom) - t).abs() < 6e-5, "{freedom}: {}", t_95(freedom));
        }
    }

    #[test]
    fn ten_scores_by_hand() {
        // mean 4.5, Σ(x − mean)² = 22.5, s² = 2.5, half width 2.2622 · √(2.5 / 10) = 1.1311
        let estimate = mean(&of(&[2.0, 3.0, 3.0, 4.0, 4.0, 5.0, 5.0, 6.0, 6.0, 7.0])).unwrap();
        let range = estimate.range.unwrap();
        assert_eq!(estimate.value, 4.5);
        assert!((range.high - 5.6311).abs() < 5e-4, "{range:?}");
        assert!((range.low - 3.3689).abs() < 5e-4, "{range:?}");
    }

    #[test]
    fn one_answer_has_a_mean_and_no_range() {
        assert_eq!(mean(&of(&[5.0])), Some(Estimate { value: 5.0, range: None }));
        assert_eq!(mean(&Moments::default()), None);
    }

    #[test]
    fn parts_add_up() {
        let (mut left, right) = (of(&[1.0, 7.0]), of(&[3.0]));
        left.merge(&right);
        assert_eq!(left, of(&[1.0, 7.0, 3.0]));
    }
}
