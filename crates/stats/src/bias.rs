//! Who was asked and who answered: whether those who answered stand for all.

use crate::crosstab::chi2_p;
use crate::{Association, CrossTab, Estimate, share};

/// One group of an attribute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    pub asked: u64,
    /// At most as many.
    pub answered: u64,
}

/// Those who answered against all who were asked, over the groups of one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Bias {
    pub groups: Vec<GroupBias>,
    /// Answered over asked.
    pub rate: Estimate,
    /// Whether answering has to do with the attribute; nothing with fewer than two groups, or where all answered.
    pub association: Option<Association>,
    pub representative: Representativity,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupBias {
    /// Its share of those asked, and of those who answered, 0 to 1.
    pub asked: f64,
    pub answered: f64,
    /// Its own response rate.
    pub rate: Option<Estimate>,
    /// Standard errors by which it answered more (+) or less (−) than chance allows; [`CrossTab::residual`].
    pub residual: Option<f64>,
}

/// How alike the groups' chances to answer are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Representativity {
    /// The R-indicator, 0 to 1: 1 − 2 S(ρ), with S the standard deviation of the response rates over all who were
    /// asked; 1 where all groups answered alike (Schouten, Cobben and Bethlehem, "Indicators for the representativeness
    /// of survey response", Survey Methodology 35:1, 2009).
    pub r: f64,
    /// The most by which any mean can be off, in its standard deviations: S(ρ) over the mean rate (the same, section 3).
    pub bias_max: f64,
}

/// Compares by counts of people who were asked. Nothing where nobody was asked or nobody answered.
///
/// Few people in a group make rates differ by chance alone, which lowers R: read it with the test beside it.
pub fn bias(groups: &[Turnout]) -> Option<Bias> {
    let asked: u64 = groups.iter().map(|group| group.asked).sum();
    let answered: u64 = groups.iter().map(|group| group.answered.min(group.asked)).sum();
    if asked == 0 || answered == 0 {
        return None;
    }
    let counts: Vec<u64> = groups
        .iter()
        .flat_map(|group| [group.answered.min(group.asked), group.asked - group.answered.min(group.asked)])
        .collect();
    let table = CrossTab::new(2, &counts)?;
    let rates = groups.iter().map(|group| (group.asked as f64, rate(group)));
    Some(Bias {
        groups: groups
            .iter()
            .enumerate()
            .map(|(row, group)| GroupBias {
                asked: group.asked as f64 / asked as f64,
                answered: group.answered.min(group.asked) as f64 / answered as f64,
                rate: share(group.answered, group.asked),
                residual: table.residual(row, 0),
            })
            .collect(),
        rate: share(answered, asked)?,
        association: table.association(),
        representative: representativity(rates, asked as f64 - 1.0)?,
    })
}

fn rate(group: &Turnout) -> f64 {
    if group.asked == 0 { 0.0 } else { group.answered.min(group.asked) as f64 / group.asked as f64 }
}

/// R from groups of `(size, response rate)`; `divisor` is what the squared distances are divided by.
fn representativity(groups: impl Iterator<Item = (f64, f64)> + Clone, divisor: f64) -> Option<Representativity> {
    let size: f64 = groups.clone().map(|(size, _)| size).sum();
    let mean = groups.clone().map(|(size, rate)| size * rate).sum::<f64>() / size;
    if mean.is_nan() || mean <= 0.0 {
        return None;
    }
    let squares: f64 = groups.map(|(size, rate)| size * (rate - mean).powi(2)).sum();
    let spread = if divisor > 0.0 { (squares / divisor).sqrt() } else { 0.0 };
    Some(Representativity { r: (1.0 - 2.0 * spread).clamp(0.0, 1.0), bias_max: spread / mean })
}

/// Those who answered against known shares of all, such as those of a register.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Pearson's χ² of the counts against the known shares.
    pub chi2: f64,
    pub freedom: u32,
    pub p: f64,
    /// A group would have fewer than 5 (Cochran 1954): `p` is not to be trusted.
    pub thin: bool,
    /// Where the response rate is known.
    pub representative: Option<Representativity>,
}

/// Compares the `answered` counts of groups with their known shares, in any unit; `rate` is the response rate over all,
/// where it is known: with it, a group's own rate is that times its share of the answers over its known share. Nothing
/// for fewer than two groups, shares that are not above zero, or without answers.
pub fn fit(answered: &[u64], shares: &[f64], rate: Option<f64>) -> Option<Fit> {
    let n = answered.iter().sum::<u64>() as f64;
    let all: f64 = shares.iter().sum();
    let sound = shares.iter().all(|share| share.is_finite() && *share > 0.0);
    if answered.len() != shares.len() || answered.len() < 2 || n == 0.0 || !sound {
        return None;
    }
    let expected = |share: f64| n * share / all;
    let pairs = || answered.iter().map(|count| *count as f64).zip(shares.iter().copied());
    let chi2 = pairs().map(|(count, share)| (count - expected(share)).powi(2) / expected(share)).sum();
    let freedom = (answered.len() - 1) as u32;
    let representative = rate.filter(|rate| (0.0..=1.0).contains(rate)).and_then(|rate| {
        let rates = pairs().map(|(count, share)| (share / all, (rate * count / n / (share / all)).min(1.0)));
        representativity(rates, 1.0)
    });
    let thin = shares.iter().any(|share| expected(*share) < 5.0);
    Some(Fit { chi2, freedom, p: chi2_p(chi2, freedom), thin, representative })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-5
    }

    fn turnout(groups: &[(u64, u64)]) -> Vec<Turnout> {
        groups.iter().map(|(asked, answered)| Turnout { asked: *asked, answered: *answered }).collect()
    }

    /// Rates of 60, 50 and 20 %: mean 0.45, S² = (100·0.15² + 200·0.05² + 100·0.25²) / 399.
    #[test]
    fn unlike_turnout_is_found() {
        let found = bias(&turnout(&[(100, 60), (200, 100), (100, 20)])).unwrap();
        let s: f64 = (9.0f64 / 399.0).sqrt();
        assert!(near(found.representative.r, 1.0 - 2.0 * s) && near(found.representative.r, 0.699_624), "{found:?}");
        assert!(near(found.representative.bias_max, 0.333_751));
        // χ² computed independently with scipy.
        let association = found.association.unwrap();
        assert!(near(association.chi2, 36.363_636) && association.freedom == 2 && association.p < 1.3e-8);
        assert!(found.groups[2].residual.unwrap() < -5.0 && found.groups[0].residual.unwrap() > 3.0);
        assert!(near(found.groups[0].answered, 1.0 / 3.0) && near(found.groups[0].asked, 0.25));
        assert!(near(found.rate.value, 0.45));
    }

    #[test]
    fn like_turnout_is_representative() {
        let found = bias(&turnout(&[(100, 30), (200, 60)])).unwrap();
        assert!(near(found.representative.r, 1.0) && near(found.association.unwrap().p, 1.0));
        assert_eq!(bias(&turnout(&[(10, 10), (5, 5)])).unwrap().association, None, "all answered");
        assert_eq!(bias(&turnout(&[(10, 0)])), None);
        assert_eq!(bias(&[]), None);
    }

    /// 60, 100 and 20 of 180 where a quarter, half and a quarter are expected: χ² = (15² + 10² · 45/90 + 25²) / 45 = 20.
    #[test]
    fn known_shares_are_compared() {
        let found = fit(&[60, 100, 20], &[25.0, 50.0, 25.0], Some(0.45)).unwrap();
        assert!(near(found.chi2, 20.0) && found.freedom == 2 && (found.p - 4.539_993e-5).abs() < 1e-10 && !found.thin);
        assert!(near(found.representative.unwrap().r, 0.7), "{found:?}");
        assert!(fit(&[3, 4], &[1.0, 1.0], None).unwrap().thin);
        assert_eq!(fit(&[3], &[1.0], None), None);
        assert_eq!(fit(&[3, 4], &[1.0, 0.0], None), None);
        assert_eq!(fit(&[0, 0], &[1.0, 1.0], None), None);
    }
}
