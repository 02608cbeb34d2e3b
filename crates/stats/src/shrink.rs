//! Fair league tables: what is known of a small group is pulled towards the others.

/// A group's estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    pub value: f64,
    /// Of `value`, thus the variance of one answer divided by the answers.
    pub variance: f64,
}

/// A group's estimate, shrunken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunken {
    pub value: f64,
    /// How much of it is the group's own, 0 to 1; the rest is the mean of the groups.
    pub own: f64,
}

/// Rounds to find the spread of the groups' true values.
const ROUNDS: usize = 200;

/// Empirical Bayes (Efron and Morris, "Data Analysis Using Stein's Estimator and its Generalizations", JASA 70, 1975;
/// for unequal variances Morris, "Parametric Empirical Bayes Inference", JASA 78, 1983): the spread t² of the true
/// values is what makes Σ (y − m)² / (v + t²) equal k − 1, with m the mean weighted by 1 / (v + t²), and each value is
/// m + (1 − (k − 3)/(k − 1) · v / (v + t²)) (y − m). With equal variances this is the James–Stein estimate.
///
/// Fewer than four groups are left as they are. A group without variance, or with one that is not a number, keeps its
/// value.
pub fn shrink(groups: &[Group]) -> Vec<Shrunken> {
    let noisy: Vec<Group> = groups.iter().copied().filter(is_noisy).collect();
    let k = noisy.len() as f64;
    if k < 4.0 {
        return groups.iter().map(|group| Shrunken { value: group.value, own: 1.0 }).collect();
    }
    let mean = |spread: f64| {
        let weights = || noisy.iter().map(|group| 1.0 / (group.variance + spread));
        weights().zip(&noisy).map(|(weight, group)| weight * group.value).sum::<f64>() / weights().sum::<f64>()
    };
    let over = |spread: f64| {
        let mean = mean(spread);
        noisy.iter().map(|group| (group.value - mean).powi(2) / (group.variance + spread)).sum::<f64>() - (k - 1.0)
    };
    let spread = zero(over, noisy.iter().map(|group| group.value));
    let mean = mean(spread);
    groups
        .iter()
        .map(|group| {
            if !is_noisy(group) {
                return Shrunken { value: group.value, own: 1.0 };
            }
            let own = 1.0 - (k - 3.0) / (k - 1.0) * group.variance / (group.variance + spread);
            Shrunken { value: mean + own * (group.value - mean), own }
        })
        .collect()
}

fn is_noisy(group: &Group) -> bool {
    group.value.is_finite() && group.variance.is_finite() && group.variance > 0.0
}

/// Where `over`, which falls, crosses 0; 0 if it is below 0 there already.
fn zero(over: impl Fn(f64) -> f64, values: impl Iterator<Item = f64>) -> f64 {
    if over(0.0) <= 0.0 {
        return 0.0;
    }
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), value| (a.min(value), b.max(value)));
    // At the square of the whole range each term is below 1, and the sum below k − 1 within two doublings.
    let (mut low, mut high) = (0.0, (most - least).powi(2).max(f64::MIN_POSITIVE));
    while over(high) > 0.0 && high.is_finite() {
        high *= 2.0;
    }
    for _ in 0..ROUNDS {
        let middle = (low + high) / 2.0;
        if over(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Efron and Morris, "Stein's Paradox in Statistics", Scientific American 236, 1977: 18 batters after 45 at bats,
    /// grand average .265, shrinking factor .212.
    #[test]
    fn batters_of_1970() {
        let hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
        let published = [
            0.294, 0.289, 0.285, 0.280, 0.275, 0.275, 0.270, 0.266, 0.261, 0.261, 0.256, 0.256, 0.256, 0.256, 0.256,
            0.252, 0.247, 0.242,
        ];
        let grand = hits.iter().sum::<u32>() as f64 / (18.0 * 45.0);
        let variance = grand * (1.0 - grand) / 45.0;
        let groups: Vec<Group> = hits.iter().map(|hits| Group { value: f64::from(*hits) / 45.0, variance }).collect();
        for (found, expected) in shrink(&groups).iter().zip(published) {
            assert!((found.own - 0.212).abs() < 6e-4, "{found:?}");
            assert!((found.value - expected).abs() < 6e-4, "{found:?} {expected}");
        }
    }

    #[test]
    fn small_groups_move_most_and_groups_that_agree_become_one() {
        let values = [2.0, 9.0, 4.0, 7.0, 5.0, 6.0];
        let groups: Vec<Group> = values
            .iter()
            .enumerate()
            .map(|(at, value)| Group { value: *value, variance: if at == 0 { 9.0 } else { 0.5 } })
            .collect();
        let found = shrink(&groups);
        assert!(found[0].own < 0.6 && found[1].own > 0.8 && found[0].value > 3.0, "{found:?}");
        let alike: Vec<Group> = (0..6).map(|at| Group { value: 5.0 + f64::from(at) * 0.01, variance: 1.0 }).collect();
        assert!(shrink(&alike).iter().all(|group| (group.own - 0.4).abs() < 1e-9), "1 − 3/5 of them stays");
    }

    #[test]
    fn three_groups_stay() {
        let groups = [Group { value: 1.0, variance: 1.0 }; 3];
        assert!(shrink(&groups).iter().all(|group| group.value == 1.0 && group.own == 1.0));
        let odd = [Group { value: 1.0, variance: f64::NAN }, Group { value: 2.0, variance: 0.0 }];
        assert_eq!(shrink(&odd)[1], Shrunken { value: 2.0, own: 1.0 });
    }
}
