//! Why a mean moved: because other people answered, or because the same people answer otherwise.

/// One group of the mix before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shift {
    pub n_before: u64,
    pub n_after: u64,
    /// The group's means; of no importance where n is 0.
    pub before: f64,
    pub after: f64,
}

/// What one group adds to the change.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MixRate {
    /// By being more or fewer.
    pub mix: f64,
    /// By scoring otherwise.
    pub rate: f64,
}

/// The change of the mean of all groups, taken apart (Kitagawa, "Components of a Difference Between Two Rates", JASA
/// 50, 1955): with a group's shares w, means s, their two-period averages w̄ and s̄, and S̄ the average of the two total
/// means, mix (w₁ − w₀)(s̄ − S̄) and rate w̄ (s₁ − s₀). All parts sum to the change of the mean; that of the mix is
/// measured from the total mean, so that a growing group counts against it only if it scores below average. A group
/// that is missing in one period has its change in the mix. None if a period has no answers.
pub fn mix_rate(groups: &[Shift]) -> Option<Vec<MixRate>> {
    let before: u64 = groups.iter().map(|group| group.n_before).sum();
    let after: u64 = groups.iter().map(|group| group.n_after).sum();
    if before == 0 || after == 0 {
        return None;
    }
    let parts: Vec<[f64; 4]> = groups
        .iter()
        .map(|group| {
            let (s0, s1) = match (group.n_before, group.n_after) {
                (0, 0) => (0.0, 0.0),
                (0, _) => (group.after, group.after),
                (_, 0) => (group.before, group.before),
                _ => (group.before, group.after),
            };
            [group.n_before as f64 / before as f64, group.n_after as f64 / after as f64, s0, s1]
        })
        .collect();
    let middle = parts.iter().map(|[w0, w1, s0, s1]| w0 * s0 + w1 * s1).sum::<f64>() / 2.0;
    let split = |[w0, w1, s0, s1]: &[f64; 4]| MixRate {
        mix: (w1 - w0) * ((s0 + s1) / 2.0 - middle),
        rate: (w0 + w1) / 2.0 * (s1 - s0),
    };
    Some(parts.iter().map(split).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Both branches rise by 5, yet the total falls, since the worse one has grown.
    #[test]
    fn everybody_improves_and_the_mean_falls() {
        let groups = [
            Shift { n_before: 800, n_after: 300, before: 50.0, after: 55.0 },
            Shift { n_before: 200, n_after: 700, before: 0.0, after: 5.0 },
        ];
        let found = mix_rate(&groups).unwrap();
        let rate: f64 = found.iter().map(|part| part.rate).sum();
        let mix: f64 = found.iter().map(|part| part.mix).sum();
        assert!((rate - 5.0).abs() < 1e-12 && (mix + 25.0).abs() < 1e-12, "{found:?}");
        assert!(found.iter().all(|part| part.mix < 0.0), "the better one shrank, the worse one grew: {found:?}");
    }

    #[test]
    fn a_period_without_answers_has_no_change() {
        assert_eq!(mix_rate(&[]), None);
        assert_eq!(mix_rate(&[Shift { n_after: 3, after: 1.0, ..Shift::default() }]), None);
    }

    proptest! {
        #[test]
        fn the_parts_sum_to_the_change(
            groups in prop::collection::vec((0_u64..500, 0_u64..500, -100.0..100.0_f64, -100.0..100.0_f64), 1..12),
        ) {
            let groups: Vec<Shift> = groups
                .into_iter()
                .map(|(n_before, n_after, before, after)| Shift { n_before, n_after, before, after })
                .collect();
            let mean = |of: fn(&Shift) -> (u64, f64)| {
                let (n, sum) = groups.iter().map(of).fold((0, 0.0), |(n, sum), (m, s)| (n + m, sum + m as f64 * s));
                (n > 0).then(|| sum / n as f64)
            };
            let before = mean(|group| (group.n_before, group.before));
            let after = mean(|group| (group.n_after, group.after));
            match (mix_rate(&groups), before, after) {
                (Some(parts), Some(before), Some(after)) => {
                    let sum: f64 = parts.iter().map(|part| part.mix + part.rate).sum();
                    prop_assert!((sum - (after - before)).abs() < 1e-9);
                }
                (found, before, after) => prop_assert!(found.is_none() && (before.is_none() || after.is_none())),
            }
        }
    }
}
