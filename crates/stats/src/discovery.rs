//! Many tests at once.

/// The adjusted p value of each test, in order: rejecting those up to q keeps the expected share of false ones among
/// the rejected at q or less (Benjamini and Hochberg, "Controlling the False Discovery Rate", JRSS B 57, 1995). What
/// is not a number counts as 1.
pub fn discovery(p: &[f64]) -> Vec<f64> {
    let of = |at: &usize| if p[*at].is_nan() { 1.0 } else { p[*at].clamp(0.0, 1.0) };
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| of(a).total_cmp(&of(b)));
    let mut adjusted = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (rank, at) in order.iter().enumerate().rev() {
        least = least.min(of(at) * p.len() as f64 / (rank + 1) as f64);
        adjusted[*at] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The paper's example, section 4.1.
    #[test]
    fn fifteen_values_of_the_paper() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        let adjusted = discovery(&p);
        assert_eq!(adjusted.iter().filter(|q| **q <= 0.05).count(), 4);
        assert!((adjusted[3] - 0.035_625).abs() < 1e-12, "{adjusted:?}");
    }

    #[test]
    fn no_tests_and_no_numbers() {
        assert!(discovery(&[]).is_empty());
        assert_eq!(discovery(&[f64::NAN, 0.01]), [1.0, 0.02]);
    }

    proptest! {
        /// The definition: the largest k with p(k) ≤ k q / m, and all up to it are rejected.
        #[test]
        fn adjusted_values_reject_what_the_procedure_rejects(
            p in prop::collection::vec(0.0..1.0_f64, 1..40),
            q in 0.01..0.5_f64,
        ) {
            let mut sorted = p.clone();
            sorted.sort_by(f64::total_cmp);
            let m = p.len() as f64;
            let last = (0..p.len()).rev().find(|k| sorted[*k] <= (*k as f64 + 1.0) * q / m);
            let bar = last.map_or(-1.0, |k| sorted[k]);
            // Whoever lies on the border by rounding is left out of the comparison.
            for (p, adjusted) in p.iter().zip(discovery(&p)) {
                if (adjusted - q).abs() > 1e-9 {
                    prop_assert_eq!(*p <= bar, adjusted <= q);
                }
            }
        }
    }
}
