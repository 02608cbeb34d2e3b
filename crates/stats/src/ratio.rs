//! How many times as often something happens to some as to others.

use statrs::distribution::{ContinuousCDF, Normal};
use statrs::function::beta::checked_beta_reg;

use crate::{Range, Z_95};

/// How many times as often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RiskRatio {
    pub value: f64,
    /// 95 %.
    pub range: Range,
}

/// Those concerned and the others, in one group of the mix.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stratum {
    /// To how many of the concerned it happened.
    pub hits: f64,
    pub n: f64,
    pub other_hits: f64,
    pub other_n: f64,
}

/// The ratio of two shares, `a` to `b` (hits, n), with the range of its logarithm (Katz, Baptista, Azen and Pike,
/// "Obtaining Confidence Intervals for the Risk Ratio in Cohort Studies", Biometrics 34, 1978). Where one of them has
/// no hits, half a hit is added to both and one to both n. None where either group is empty.
pub fn risk_ratio(a: (u64, u64), b: (u64, u64)) -> Option<RiskRatio> {
    let ((a_hits, a_n), (b_hits, b_n)) = (a, b);
    if a_n == 0 || b_n == 0 {
        return None;
    }
    let (a_hits, b_hits) = (a_hits.min(a_n) as f64, b_hits.min(b_n) as f64);
    let (a_n, b_n) = (a_n as f64, b_n as f64);
    let add = if a_hits == 0.0 || b_hits == 0.0 { 0.5 } else { 0.0 };
    let (a_hits, b_hits, a_n, b_n) = (a_hits + add, b_hits + add, a_n + 2.0 * add, b_n + 2.0 * add);
    let variance = 1.0 / a_hits - 1.0 / a_n + 1.0 / b_hits - 1.0 / b_n;
    Some(around(a_hits * b_n / (a_n * b_hits), variance))
}

/// The ratio within the groups of a mix, pooled, so that a group in which both are frequent counts for nothing
/// (Mantel and Haenszel 1959; range: Greenland and Robins, "Estimation of a Common Effect Parameter from Sparse
/// Follow-Up Data", Biometrics 41, 1985). Half a hit is added as in [`risk_ratio`]. None where no group has both kinds.
pub fn pooled_risk_ratio(strata: &[Stratum]) -> Option<RiskRatio> {
    let usable = || strata.iter().filter(|stratum| stratum.n > 0.0 && stratum.other_n > 0.0);
    let sums = |add: f64| {
        usable().fold([0.0; 3], |[up, down, spread], stratum| {
            let (a, b) = (stratum.hits + add, stratum.other_hits + add);
            let (n1, n0) = (stratum.n + 2.0 * add, stratum.other_n + 2.0 * add);
            let n = n1 + n0;
            [up + a * n0 / n, down + b * n1 / n, spread + ((a + b) * n1 * n0 - a * b * n) / (n * n)]
        })
    };
    let groups = usable().count();
    if groups == 0 {
        return None;
    }
    let mut found = sums(0.0);
    if found[0] <= 0.0 || found[1] <= 0.0 {
        found = sums(0.5 / groups as f64);
    }
    let [up, down, spread] = found;
    Some(around(up / down, spread / (up * down)))
}

fn around(value: f64, variance: f64) -> RiskRatio {
    let width = (Z_95 * variance.max(0.0).sqrt()).exp();
    RiskRatio { value, range: Range { low: value / width, high: value * width } }
}

/// How far the hits of the concerned are above what the mix lets expect.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Excess {
    /// Hits of the concerned, and those that they would have if it happened to all in their group alike.
    pub hits: f64,
    pub expected: f64,
    /// The concerned.
    pub n: f64,
    pub variance: f64,
    /// In standard errors, without correction; 0 where nothing can be told.
    pub z: f64,
}

impl Excess {
    /// The probability of so many hits or more where there is no excess: that of the binomial with the same mean and
    /// variance, its trials not whole (the classical approximation of a hypergeometric tail; Johnson, Kemp and Kotz,
    /// "Univariate Discrete Distributions", section 6.5). The normal form is wrong by orders of magnitude for the few
    /// hits of a rare word.
    pub fn p(&self) -> f64 {
        if self.hits <= self.expected || self.variance <= 0.0 || self.expected <= 0.0 {
            return 1.0;
        }
        let matched = |mean: f64| {
            let each = 1.0 - self.variance / mean;
            (mean / each, each)
        };
        let (trials, each) = matched(self.expected);
        let above = trials - self.hits + 1.0;
        // Where there are more hits than that binomial can have, the misses are few, and theirs is the better one.
        let (others, miss) = matched(self.n - self.expected);
        let missed = self.n - self.hits;
        let tail = if each > 1e-6 && above > 0.0 {
            checked_beta_reg(self.hits, above, each).ok()
        } else if miss > 1e-6 && others > missed {
            checked_beta_reg(others - missed, missed + 1.0, 1.0 - miss).ok()
        } else {
            None
        };
        tail.unwrap_or_else(|| Normal::standard().cdf(-(self.hits - self.expected - 0.5) / self.variance.sqrt()))
    }
}

/// The test of Mantel and Haenszel ("Statistical Aspects of the Analysis of Data from Retrospective Studies of
/// Disease", JNCI 22, 1959): whether the concerned are hit more often than others of the same group.
pub fn excess(strata: &[Stratum]) -> Excess {
    let (mut hits, mut expected, mut variance, mut concerned) = (0.0, 0.0, 0.0, 0.0);
    for stratum in strata {
        let n = stratum.n + stratum.other_n;
        let all = stratum.hits + stratum.other_hits;
        if n <= 1.0 {
            continue;
        }
        concerned += stratum.n;
        hits += stratum.hits;
        expected += stratum.n * all / n;
        variance += stratum.n * stratum.other_n * all * (n - all) / (n * n * (n - 1.0));
    }
    let z = if variance > 0.0 { (hits - expected) / variance.sqrt() } else { 0.0 };
    Excess { hits, expected, n: concerned, variance, z }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stratum(hits: f64, n: f64, other_hits: f64, other_n: f64) -> Stratum {
        Stratum { hits, n, other_hits, other_n }
    }

    /// 2 · exp(± 1.96 · √(1/20 − 1/100 + 1/10 − 1/100)).
    #[test]
    fn twice_as_often() {
        let found = risk_ratio((20, 100), (10, 100)).unwrap();
        assert!((found.value - 2.0).abs() < 1e-12);
        assert!((found.range.low - 0.986_57).abs() < 1e-4 && (found.range.high - 4.054_46).abs() < 1e-4, "{found:?}");
        assert_eq!(risk_ratio((0, 0), (1, 2)), None);
        let never = risk_ratio((0, 10), (5, 10)).unwrap();
        assert!(never.value > 0.0 && never.range.low > 0.0 && never.range.high < 1.5, "{never:?}");
    }

    /// Against statsmodels 0.15 (`StratifiedTable`).
    #[test]
    fn three_strata() {
        let strata =
            [stratum(20.0, 100.0, 10.0, 100.0), stratum(12.0, 30.0, 30.0, 170.0), stratum(3.0, 10.0, 1.0, 20.0)];
        assert!((pooled_risk_ratio(&strata).unwrap().value - 2.257_627_118_6).abs() < 1e-9);
        let found = excess(&strata);
        assert!((found.z * found.z - 13.350_099_107_3).abs() < 1e-9);
        assert!((found.expected - 22.633_333_3).abs() < 1e-6, "{found:?}");
    }

    /// Against the exact tails, by scipy's `hypergeom.sf(hits − 1, all, all hits, n)`.
    #[test]
    fn tails_of_few_and_of_many_hits() {
        for (hits, n, all_hits, all, exact) in [
            (7.0, 8.0, 200.0, 1000.0, 7.8051e-05),
            (9.0, 10.0, 250.0, 1000.0, 2.6706e-05),
            (58.0, 61.0, 63.0, 80.0, 4.1940e-09),
            (30.0, 100.0, 200.0, 1000.0, 7.8775e-03),
            (3.0, 6.0, 100.0, 1000.0, 1.5522e-02),
        ] {
            let found = excess(&[stratum(hits, n, all_hits - hits, all - n)]).p();
            // Where nearly all are concerned it is too cautious by far, at a size that changes nothing.
            let near = found < exact * 2.0 || found < 1e-6;
            assert!(found > exact / 2.0 && near, "{hits} of {n}: {found:e}, exactly {exact:e}");
        }
    }

    #[test]
    fn one_stratum_is_the_plain_ratio() {
        let plain = risk_ratio((20, 100), (10, 90)).unwrap();
        let pooled = pooled_risk_ratio(&[stratum(20.0, 100.0, 10.0, 90.0)]).unwrap();
        assert!((plain.value - pooled.value).abs() < 1e-12 && (plain.range.low - pooled.range.low).abs() < 1e-12);
        assert_eq!(pooled_risk_ratio(&[stratum(1.0, 3.0, 0.0, 0.0)]), None);
        assert_eq!(excess(&[stratum(1.0, 3.0, 0.0, 0.0)]).z, 0.0);
    }

    /// In a bad branch all are hit and mention it; elsewhere neither. Without the branch the ratio would be large.
    #[test]
    fn what_the_mix_explains_is_no_effect() {
        let strata = [stratum(48.0, 60.0, 32.0, 40.0), stratum(1.0, 10.0, 19.0, 190.0)];
        let found = pooled_risk_ratio(&strata).unwrap();
        assert!((found.value - 1.0).abs() < 1e-9 && excess(&strata).z.abs() < 1e-9);
        assert!(risk_ratio((49, 70), (51, 230)).unwrap().range.low > 2.0);
    }
}
