//! A share of all: top-box satisfaction, completion, any "how many of them".

use crate::{Estimate, Range, Z_95};

/// Satisfaction counts from this score on, on a scale of 1 to 5, unless a caller says otherwise ("top two boxes").
pub const CSAT_FROM: f64 = 4.0;

/// `hits` of `n` as a share, 0 to 1, with its 95 % range; nothing without answers.
///
/// The range is Wilson's (Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22,
/// 1927), without continuity correction: unlike the Wald range it keeps its promise for small n and for shares near
/// 0 and 1, and it never leaves the scale.
pub fn share(hits: u64, n: u64) -> Option<Estimate> {
    if n == 0 {
        return None;
    }
    let p = hits.min(n) as f64 / n as f64;
    Some(Estimate { value: p, range: Some(wilson(p, n as f64)) })
}

/// Wilson's range of a share `p` of `n` answers, which need not be whole: the effective number of weighted ones is not.
pub(crate) fn wilson(p: f64, n: f64) -> Range {
    let z2 = Z_95 * Z_95;
    let scale = 1.0 + z2 / n;
    let middle = (p + z2 / (2.0 * n)) / scale;
    let half_width = Z_95 / scale * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    // Rounding must not push an end past the point itself (0 of n, n of n).
    let Range { low, high } = Range::around(middle, half_width, 0.0, 1.0);
    Range { low: low.min(p), high: high.max(p) }
}

/// The same on a scale of 0 to 100.
pub fn percent(hits: u64, n: u64) -> Option<Estimate> {
    let Estimate { range, .. } = share(hits, n)?;
    let range = range.map(|Range { low, high }| Range { low: 100.0 * low, high: 100.0 * high });
    // Multiplied before it is divided: 29 of 100 is 29, not 28.999….
    Some(Estimate { value: 100.0 * hits.min(n) as f64 / n as f64, range })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
    /// table I, method 3.
    #[test]
    fn agrees_with_the_published_examples() {
        for (hits, n, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let range = share(hits, n).unwrap().range.unwrap();
            assert!((range.low - low).abs() < 5e-5, "{hits}/{n}: {range:?}");
            assert!((range.high - high).abs() < 5e-5, "{hits}/{n}: {range:?}");
        }
    }

    #[test]
    fn the_ends_hold_the_point() {
        for n in 1..200 {
            assert_eq!(share(0, n).unwrap().range.unwrap().low, 0.0);
            assert_eq!(share(n, n).unwrap().range.unwrap().high, 1.0);
        }
    }

    #[test]
    fn percents_are_exact() {
        assert_eq!(percent(29, 100).unwrap().value, 29.0);
        assert_eq!(percent(0, 0), None);
    }
}
