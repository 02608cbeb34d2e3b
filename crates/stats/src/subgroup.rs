//! Where a score is unlike the rest: a search for slices that a few conditions describe.

use std::collections::BTreeSet;

/// In place of a value where a row has none.
pub const ABSENT: u32 = u32::MAX;

/// What is looked for, and how long.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// Conditions of a slice at most.
    pub depth: usize,
    /// Slices that are refined further at each depth.
    pub width: usize,
    /// Rows of a slice at least.
    pub rows: usize,
    /// Slices that are given.
    pub slices: usize,
}

impl Default for Search {
    fn default() -> Self {
        Self { depth: 3, width: 20, rows: 30, slices: 20 }
    }
}

/// The rows for which all conditions hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// Attribute and value, by attribute.
    pub conditions: Vec<(usize, u32)>,
    pub rows: Vec<u32>,
    /// Of the target.
    pub mean: f64,
    /// Weighted relative accuracy: the share of rows times how far the mean is above that of all.
    pub quality: f64,
}

/// Slices with the highest weighted relative accuracy, n/N · (mean − mean of all) (Lavrač, Flach and Zupan, "Rule
/// Evaluation Measures: A Unifying View", ILP 1999; for numbers Atzmueller, "Subgroup Discovery", 2015), found by beam
/// search: the best slices of each depth are refined by one more condition. The target is 1 and 0 for yes and no, or
/// any number; negate it to look for low ones.
///
/// `attributes[attribute][row]` are values as numbers, [`ABSENT`] for none. Ties go to the slice with fewer conditions,
/// then to the earlier one. A slice with the rows of one with fewer conditions is not given.
pub fn slices(attributes: &[Vec<u32>], target: &[f64], search: Search) -> Vec<Slice> {
    let total = target.len();
    if total == 0 {
        return Vec::new();
    }
    let all = target.iter().sum::<f64>() / total as f64;
    let mut found: Vec<Slice> = Vec::new();
    let mut seen: BTreeSet<Vec<(usize, u32)>> = BTreeSet::new();
    let everything = Slice { conditions: Vec::new(), rows: (0..total as u32).collect(), mean: all, quality: 0.0 };
    let mut beam = vec![everything];
    for _ in 0..search.depth {
        let mut next = Vec::new();
        for slice in &beam {
            refine(slice, attributes, target, all, search, &mut seen, &mut next);
        }
        next.sort_by(best_first);
        next.truncate(search.width.max(search.slices));
        found.extend(next.iter().filter(|slice| slice.quality > 0.0).cloned());
        next.truncate(search.width);
        beam = next;
    }
    found.sort_by(best_first);
    let mut given: Vec<Slice> = Vec::new();
    for slice in found {
        if given.len() == search.slices {
            break;
        }
        if !given.iter().any(|other| other.rows == slice.rows) {
            given.push(slice);
        }
    }
    given
}

fn best_first(a: &Slice, b: &Slice) -> std::cmp::Ordering {
    b.quality
        .total_cmp(&a.quality)
        .then(a.conditions.len().cmp(&b.conditions.len()))
        .then_with(|| a.conditions.cmp(&b.conditions))
}

/// Adds every slice with one more condition.
fn refine(
    slice: &Slice,
    attributes: &[Vec<u32>],
    target: &[f64],
    all: f64,
    search: Search,
    seen: &mut BTreeSet<Vec<(usize, u32)>>,
    next: &mut Vec<Slice>,
) {
    for (attribute, values) in attributes.iter().enumerate() {
        if slice.conditions.iter().any(|(known, _)| *known == attribute) {
            continue;
        }
        let mut sums: Vec<(usize, f64)> = Vec::new();
        for &row in &slice.rows {
            let value = values.get(row as usize).copied().unwrap_or(ABSENT);
            if value == ABSENT {
                continue;
            }
            let value = value as usize;
            if sums.len() <= value {
                sums.resize(value + 1, (0, 0.0));
            }
            sums[value].0 += 1;
            sums[value].1 += target[row as usize];
        }
        for (value, (n, sum)) in sums.into_iter().enumerate().filter(|(_, (n, _))| *n >= search.rows.max(1)) {
            let value = value as u32;
            let mut conditions = slice.conditions.clone();
            conditions.push((attribute, value));
            conditions.sort_unstable();
            if !seen.insert(conditions.clone()) {
                continue;
            }
            let mean = sum / n as f64;
            let quality = n as f64 / target.len() as f64 * (mean - all);
            let rows = slice.rows.iter().copied().filter(|row| values[*row as usize] == value).collect();
            next.push(Slice { conditions, rows, mean, quality });
        }
    }
}

/// Slices that tell of different rows, best first: one of which more than half lies in those before is left out.
pub fn apart(slices: Vec<Slice>) -> Vec<Slice> {
    let mut covered: BTreeSet<u32> = BTreeSet::new();
    let mut kept = Vec::new();
    for slice in slices {
        let known = slice.rows.iter().filter(|row| covered.contains(row)).count();
        if 2 * known <= slice.rows.len() {
            covered.extend(&slice.rows);
            kept.push(slice);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    /// Passengers of the Titanic as the PyPI package pysubgroup 0.9.0 brings them: whether female, siblings and
    /// spouses, parents and children, how many, of them survivors.
    const TITANIC: [(u32, u32, u32, usize, usize); 27] = [
        (1, 0, 0, 21, 18),
        (1, 0, 1, 1, 1),
        (1, 0, 2, 3, 2),
        (1, 1, 0, 18, 11),
        (1, 1, 1, 2, 2),
        (1, 1, 2, 2, 2),
        (1, 1, 5, 1, 1),
        (1, 2, 0, 1, 0),
        (1, 2, 2, 1, 0),
        (1, 3, 0, 1, 1),
        (1, 3, 1, 1, 0),
        (1, 3, 2, 1, 1),
        (1, 4, 2, 2, 1),
        (1, 5, 2, 1, 0),
        (0, 0, 0, 64, 10),
        (0, 0, 1, 6, 1),
        (0, 0, 2, 3, 1),
        (0, 1, 0, 12, 1),
        (0, 1, 1, 2, 1),
        (0, 1, 2, 1, 0),
        (0, 1, 3, 1, 0),
        (0, 1, 5, 1, 0),
        (0, 2, 0, 4, 0),
        (0, 3, 1, 1, 0),
        (0, 3, 2, 2, 0),
        (0, 4, 1, 2, 0),
        (0, 5, 2, 1, 0),
    ];

    /// Against `BeamSearch` with `WRAccQF` at depth 2.
    #[test]
    fn survivors_of_the_titanic() {
        let mut attributes = vec![Vec::new(); 3];
        let mut target = Vec::new();
        for (female, siblings, parents, n, survived) in TITANIC {
            for at in 0..n {
                attributes[0].push(female);
                attributes[1].push(siblings);
                attributes[2].push(parents);
                target.push(f64::from(u8::from(at < survived)));
            }
        }
        assert_eq!(target.len(), 156);
        let found = slices(&attributes, &target, Search { depth: 2, rows: 1, ..Search::default() });
        let first: Vec<(&[(usize, u32)], f64)> =
            found[..3].iter().map(|slice| (&slice.conditions[..], slice.quality)).collect();
        let expected: [(&[(usize, u32)], f64); 3] =
            [(&[(0, 1)], 0.132_150), (&[(0, 1), (2, 0)], 0.101_331), (&[(0, 1), (1, 0)], 0.079_142)];
        for (found, expected) in first.iter().zip(expected) {
            assert_eq!(found.0, expected.0);
            assert!((found.1 - expected.1).abs() < 5e-7, "{found:?}");
        }
        assert_eq!(found[0].rows.len(), 56);
        assert!((found[0].mean - 40.0 / 56.0).abs() < 1e-12);
    }

    /// A wide beam finds what trying everything finds, for numbers as well.
    #[test]
    fn a_wide_beam_misses_nothing() {
        let mut chance = Chance::new(11);
        for _ in 0..20 {
            let attributes: Vec<Vec<u32>> =
                (0..4).map(|_| (0..300).map(|_| chance.below(4) as u32).collect()).collect();
            let target: Vec<f64> = (0..300).map(|_| chance.below(11) as f64).collect();
            let search = Search { depth: 2, width: 1_000, rows: 10, slices: 5 };
            let found = slices(&attributes, &target, search);
            let all = target.iter().sum::<f64>() / 300.0;
            let mut best: Vec<f64> = Vec::new();
            let mut try_out = |holds: &dyn Fn(usize) -> bool| {
                let rows: Vec<usize> = (0..300).filter(|row| holds(*row)).collect();
                if rows.len() >= 10 {
                    let mean = rows.iter().map(|row| target[*row]).sum::<f64>() / rows.len() as f64;
                    best.push(rows.len() as f64 / 300.0 * (mean - all));
                }
            };
            for a in 0..4 {
                for value in 0..4 {
                    try_out(&|row| attributes[a][row] == value);
                    for b in a + 1..4 {
                        for other in 0..4 {
                            try_out(&|row| attributes[a][row] == value && attributes[b][row] == other);
                        }
                    }
                }
            }
            best.sort_by(|a, b| b.total_cmp(a));
            for (found, best) in found.iter().zip(best) {
                assert!((found.quality - best).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn slices_apart_do_not_repeat_each_other() {
        let slice =
            |rows: std::ops::Range<u32>| Slice { conditions: vec![], rows: rows.collect(), mean: 0.0, quality: 0.0 };
        let kept = apart(vec![slice(0..100), slice(10..90), slice(60..200), slice(300..310)]);
        let starts: Vec<u32> = kept.iter().map(|slice| slice.rows[0]).collect();
        assert_eq!(starts, [0, 60, 300]);
    }

    #[test]
    fn nothing_to_search() {
        assert!(slices(&[], &[], Search::default()).is_empty());
        assert!(slices(&[vec![ABSENT; 50]], &[1.0; 50], Search::default()).is_empty());
        assert!(slices(&[vec![0; 50]], &[1.0; 50], Search::default()).is_empty(), "all are alike");
    }
}
