//! What each theme costs: the mean score shared among the themes that texts mention.

use std::collections::BTreeMap;

use crate::importance::{EXACT_TO, by_orders, exact};

/// Themes at most: beyond that parts of the score would be too small to tell anything.
pub const THEMES_MAX: usize = 32;

/// One response.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Themed {
    /// The themes that it mentions, one bit each.
    pub themes: u32,
    pub score: f64,
    /// Which group of the mix it belongs to: removing responses leaves the mix as it is. All 0 if there is none.
    pub group: u32,
}

/// A mean, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// The mean of all.
    pub mean: f64,
    /// The mean without the responses that mention any theme.
    pub baseline: f64,
    /// The part of each theme; below 0 where it costs. They sum to `mean − baseline`.
    pub parts: Vec<f64>,
}

/// The Shapley value of each theme in the game in which removing a theme removes the responses that mention it: the
/// worth of a set of themes is the mean of those that mention nothing but them, each group of the mix weighing what it
/// weighs among all. Removing one theme alone (the "leave-out impact" of the field) blames it for what others that are
/// mentioned along with it do; averaged over all orders of removal (Shapley 1953) each bears its own share, and the
/// shares sum exactly.
///
/// Where nobody of a group is left, its own mean stands. Exact for up to 15 themes, else over sampled orders, whose
/// parts sum as exactly. None without responses or with more than [`THEMES_MAX`] themes.
pub fn removal(responses: &[Themed], themes: usize, seed: u64) -> Option<Removal> {
    if responses.is_empty() || themes > THEMES_MAX {
        return None;
    }
    let known = if themes == 32 { u32::MAX } else { (1 << themes) - 1 };
    let mut cells: BTreeMap<(u32, u32), (f64, f64)> = BTreeMap::new();
    for response in responses {
        let cell = cells.entry((response.group, response.themes & known)).or_default();
        cell.0 += 1.0;
        cell.1 += response.score;
    }
    let mut groups: BTreeMap<u32, Vec<(u32, f64, f64)>> = BTreeMap::new();
    for ((group, themes), (n, sum)) in cells {
        groups.entry(group).or_default().push((themes, n, sum));
    }
    let groups: Vec<Vec<(u32, f64, f64)>> = groups.into_values().collect();
    let n = responses.len() as f64;
    let worth = |set: u32| groups.iter().map(|group| left(group, set)).sum::<f64>() / n;

    let parts = if themes > EXACT_TO {
        by_orders(themes, seed, |order| {
            let mut set = 0;
            let mut before = worth(0);
            order
                .iter()
                .map(|theme| {
                    set |= 1 << theme;
                    let now = worth(set);
                    let gain = now - before;
                    before = now;
                    gain
                })
                .collect()
        })
    } else {
        exact(themes, &(0..1_u32 << themes).map(worth).collect::<Vec<f64>>())
    };
    Some(Removal { mean: worth(known), baseline: worth(0), parts })
}

/// The mean of those in a group who mention nothing but `set`, times all in the group.
fn left(group: &[(u32, f64, f64)], set: u32) -> f64 {
    let add = |(n, sum): (f64, f64), cell: &(u32, f64, f64)| (n + cell.1, sum + cell.2);
    let (all, whole) = group.iter().fold((0.0, 0.0), add);
    let (n, sum) = group.iter().filter(|cell| cell.0 & !set == 0).fold((0.0, 0.0), add);
    if n > 0.0 { sum / n * all } else { whole }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(themes: u32, score: f64) -> Themed {
        Themed { themes, score, group: 0 }
    }

    /// Ten say nothing and give 8, five mention the bins and give 2: without them the mean would be 8, it is 6.
    #[test]
    fn one_theme_costs_what_its_absence_gains() {
        let rows: Vec<Themed> = (0..15).map(|at| if at < 10 { said(0, 8.0) } else { said(1, 2.0) }).collect();
        let found = removal(&rows, 1, 1).unwrap();
        assert_eq!(found.parts, [-2.0]);
        assert_eq!((found.mean, found.baseline), (6.0, 8.0));
    }

    /// By hand. Means of those within {}, {a}, {b}, {a, b}: 8, 7, 6, 5.4.
    /// a: ((7 − 8) + (5.4 − 6)) / 2, b: ((6 − 8) + (5.4 − 7)) / 2.
    #[test]
    fn themes_that_come_together_share() {
        let rows = [said(0, 8.0), said(0, 8.0), said(1, 5.0), said(2, 2.0), said(3, 4.0)];
        let found = removal(&rows, 2, 1).unwrap();
        assert!((found.parts[0] + 0.8).abs() < 1e-12 && (found.parts[1] + 1.8).abs() < 1e-12, "{found:?}");
    }

    /// A branch where everybody gives 3 mentions the parking much more often; the parking has nothing to do with it.
    #[test]
    fn a_theme_that_is_only_common_in_a_bad_branch_costs_nothing() {
        let mut rows = Vec::new();
        for at in 0..100 {
            rows.push(Themed { themes: u32::from(at < 60), score: 3.0, group: 1 });
            rows.push(Themed { themes: u32::from(at < 5), score: 9.0, group: 2 });
        }
        assert_eq!(removal(&rows, 1, 1).unwrap().parts, [0.0]);
        rows.iter_mut().for_each(|row| row.group = 0);
        assert!(removal(&rows, 1, 1).unwrap().parts[0] < -1.0);
    }

    #[test]
    fn borders() {
        assert_eq!(removal(&[], 1, 1), None);
        assert_eq!(removal(&[said(0, 1.0)], THEMES_MAX + 1, 1), None);
        assert_eq!(removal(&[said(9, 1.0)], 0, 1).unwrap(), Removal { mean: 1.0, baseline: 1.0, parts: vec![] });
        assert!(removal(&[said(u32::MAX, 1.0)], 32, 1).is_some());
    }

    proptest! {
        #[test]
        fn the_parts_sum_to_the_difference(
            rows in prop::collection::vec((0_u32..1 << 17, -100.0..100.0_f64, 0_u32..3), 1..60),
            themes in prop::sample::select(vec![1_usize, 3, 5, 17]),
        ) {
            let rows: Vec<Themed> =
                rows.into_iter().map(|(themes, score, group)| Themed { themes, score, group }).collect();
            let found = removal(&rows, themes, 5).unwrap();
            let mean = rows.iter().map(|row| row.score).sum::<f64>() / rows.len() as f64;
            prop_assert!((found.mean - mean).abs() < 1e-9);
            prop_assert!((found.parts.iter().sum::<f64>() - (found.mean - found.baseline)).abs() < 1e-9);
        }
    }
}
