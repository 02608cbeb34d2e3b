//! How far two groups are apart, and how sure that is.

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

use crate::share::wilson;
use crate::{Moments, NpsCounts, Range, Z_95};

/// The first group less the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    pub value: f64,
    /// 95 %.
    pub range: Range,
    /// Two-sided probability of a difference at least this large where there is none.
    pub p: f64,
}

/// The difference of two NPS, −200 to 200; nothing where either has no answers. Both variances add up ([`crate::nps`]).
pub fn nps_difference(a: &NpsCounts, b: &NpsCounts) -> Option<Difference> {
    if a.n == 0 || b.n == 0 {
        return None;
    }
    let worth = |counts: &NpsCounts| {
        let n = counts.n as f64;
        let (up, down) = (counts.promoters as f64 / n, counts.detractors as f64 / n);
        (100.0 * (up - down), 10_000.0 * (up + down - (up - down).powi(2)).max(0.0) / n)
    };
    let ((a, a_variance), (b, b_variance)) = (worth(a), worth(b));
    let (value, error) = (a - b, (a_variance + b_variance).sqrt());
    Some(Difference { value, range: Range::around(value, Z_95 * error, -200.0, 200.0), p: normal_p(value, error) })
}

/// The difference of two shares, −1 to 1; nothing where either has no answers.
///
/// The range is the hybrid score interval (Newcombe, "Interval estimation for the difference between independent
/// proportions: comparison of eleven methods", Statistics in Medicine 17, 1998, method 10), which keeps its promise
/// for small groups and shares near 0 and 1. `p` is that of the score test with the pooled share, which is Pearson's χ².
pub fn share_difference(a: (u64, u64), b: (u64, u64)) -> Option<Difference> {
    let ((a_hits, a_n), (b_hits, b_n)) = (a, b);
    if a_n == 0 || b_n == 0 {
        return None;
    }
    let (m, n) = (a_n as f64, b_n as f64);
    let (p1, p2) = (a_hits.min(a_n) as f64 / m, b_hits.min(b_n) as f64 / n);
    let (first, second) = (wilson(p1, m), wilson(p2, n));
    let value = p1 - p2;
    let range = Range {
        low: value - (p1 - first.low).hypot(second.high - p2),
        high: value + (first.high - p1).hypot(p2 - second.low),
    };
    let pooled = (p1 * m + p2 * n) / (m + n);
    let error = (pooled * (1.0 - pooled) * (1.0 / m + 1.0 / n)).sqrt();
    Some(Difference { value, range, p: normal_p(value, error) })
}

/// The difference of two means; nothing where either has fewer than two answers. Variances may differ (Welch, "The
/// generalization of 'Student's' problem when several different population variances are involved", Biometrika 34,
/// 1947, with the degrees of freedom of Satterthwaite 1946).
pub fn mean_difference(a: &Moments, b: &Moments) -> Option<Difference> {
    if a.n < 2 || b.n < 2 {
        return None;
    }
    let of = |moments: &Moments| {
        let n = moments.n as f64;
        let variance = ((moments.sum_of_squares - moments.sum * moments.sum / n) / (n - 1.0)).max(0.0);
        (moments.sum / n, variance / n, n - 1.0)
    };
    let ((a, a_part, a_free), (b, b_part, b_free)) = (of(a), of(b));
    let (value, error) = (a - b, (a_part + b_part).sqrt());
    if error == 0.0 {
        return Some(Difference { value, range: Range { low: value, high: value }, p: normal_p(value, error) });
    }
    let freedom = (a_part + b_part).powi(2) / (a_part.powi(2) / a_free + b_part.powi(2) / b_free);
    let half_width = crate::mean::t_95(freedom) * error;
    let p = StudentsT::new(0.0, 1.0, freedom).map_or(1.0, |t| 2.0 * t.cdf(-(value / error).abs()));
    Some(Difference { value, range: Range::around(value, half_width, f64::NEG_INFINITY, f64::INFINITY), p })
}

fn normal_p(difference: f64, error: f64) -> f64 {
    if error <= 0.0 {
        return if difference == 0.0 { 1.0 } else { 0.0 };
    }
    2.0 * Normal::standard().cdf(-(difference / error).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-5
    }

    /// Newcombe 1998, table II, method 10.
    #[test]
    fn shares_agree_with_the_published_examples() {
        for (a, b, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((0, 10), (0, 10), -0.2775, 0.2775),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ] {
            let range = share_difference(a, b).unwrap().range;
            assert!(near(range.low, low) && near(range.high, high), "{a:?} {b:?}: {range:?}");
        }
        assert!((share_difference((56, 70), (48, 80)).unwrap().p - 0.008_045).abs() < 1e-6);
        assert_eq!(share_difference((0, 0), (1, 2)), None);
    }

    #[test]
    fn promoters_by_hand() {
        let now = NpsCounts { promoters: 100, detractors: 40, n: 200 };
        let before = NpsCounts { promoters: 60, detractors: 60, n: 200 };
        let found = nps_difference(&now, &before).unwrap();
        // 196 · √(0.61/200 + 0.6/200) = 15.245
        assert!(near(found.value, 30.0) && near(found.range.low, 14.755_06) && near(found.range.high, 45.244_94));
        assert!((found.p - 1.148_125e-4).abs() < 1e-9);
    }

    /// Computed independently with scipy.
    #[test]
    fn means_of_unlike_spread() {
        let a = Moments { n: 15, sum: 312.3, sum_of_squares: 6612.23 };
        let b = Moments { n: 15, sum: 354.5, sum_of_squares: 8470.97 };
        let found = mean_difference(&a, &b).unwrap();
        assert!(near(found.value, -2.813_333), "{found:?}");
        assert!(near(found.range.low, -4.828_444) && near(found.range.high, -0.798_222), "{found:?}");
        assert!((found.p - 0.007_934).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn groups_without_spread_differ_for_sure() {
        let same = |score: f64| Moments { n: 3, sum: 3.0 * score, sum_of_squares: 3.0 * score * score };
        assert_eq!(mean_difference(&same(4.0), &same(4.0)).unwrap().p, 1.0);
        assert_eq!(mean_difference(&same(4.0), &same(2.0)).unwrap().p, 0.0);
        assert_eq!(mean_difference(&same(4.0), &Moments { n: 1, sum: 1.0, sum_of_squares: 1.0 }), None);
    }
}
