//! Which people stand behind a shown number where anonymity was promised.
//!
//! Three rules, each of which the tests attack:
//! - A number is made from the first 5·⌊k/5⌋ of the k people that it is about, in the order in which they came, and
//!   every part from people of the whole. So every number is about at least five, parts and wholes differ by none or
//!   by at least five, and somebody who watches the page sees it move only when five more have answered.
//! - One question of membership at a time: the whole, or the groups of one dimension. No group is split further.
//! - Groups of two dimensions may be nearly the same people ("Bath" and "the Bath shop"). Where a group, or the rest of
//!   its dimension, differs from a union of another dimension's groups by one to four people, it is not shown.
//!
//! Not covered: unions of several groups on both sides, and what a reader knows about an answer beforehand.

use std::collections::{BTreeMap, HashMap};

/// The least number of people behind any number.
pub const CELL_MIN: usize = 5;

/// What a person belongs to, one value a dimension; nothing where it is not known.
pub type Memberships = Vec<Option<String>>;

/// One dimension's groups among the counted people.
#[derive(Clone, Debug)]
pub struct Groups {
    /// The group of each counted person: an index into `names`, or its length for those in no shown group.
    labels: Vec<usize>,
    names: Vec<Option<String>>,
    shown: Vec<bool>,
}

/// How many of `n` people are counted.
pub fn counted(n: usize) -> usize {
    n - n % CELL_MIN
}

/// The groups of every dimension that may be shown, in the order of the dimensions; earlier ones have precedence.
pub fn groups(people: &[Memberships], dimensions: usize) -> Vec<Groups> {
    let counted = &people[..counted(people.len())];
    let mut done: Vec<Groups> = Vec::with_capacity(dimensions);
    for dimension in 0..dimensions {
        let mut groups = Groups::new(counted, dimension);
        while done.iter().any(|earlier| groups.keep_apart(earlier)) {}
        done.push(groups);
    }
    done
}

impl Groups {
    fn new(people: &[Memberships], dimension: usize) -> Self {
        let mut members: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for (person, memberships) in people.iter().enumerate() {
            members.entry(memberships[dimension].as_deref()).or_default().push(person);
        }
        members.retain(|_, group| group.len() >= CELL_MIN);
        let mut labels = vec![members.len(); people.len()];
        for (label, group) in members.values().enumerate() {
            for person in &group[..counted(group.len())] {
                labels[*person] = label;
            }
        }
        let names: Vec<_> = members.into_keys().map(|name| name.map(str::to_owned)).collect();
        Self { shown: vec![true; names.len()], labels, names }
    }

    /// The shown groups with the people counted for each, by their places in the log.
    pub fn shown(&self) -> Vec<(Option<&str>, Vec<usize>)> {
        let mut groups: Vec<_> = self.names.iter().map(|name| (name.as_deref(), Vec::new())).collect();
        for (person, label) in self.labels.iter().enumerate() {
            if let Some((_, members)) = groups.get_mut(*label) {
                members.push(person);
            }
        }
        groups.into_iter().zip(&self.shown).filter(|(_, shown)| **shown).map(|(group, _)| group).collect()
    }

    fn rest(&self) -> usize {
        self.names.len()
    }

    fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.names.len() + 1];
        self.labels.iter().for_each(|label| sizes[*label] += 1);
        sizes
    }

    fn hide(&mut self, group: usize) {
        let rest = self.rest();
        self.shown[group] = false;
        self.labels.iter_mut().filter(|label| **label == group).for_each(|label| *label = rest);
    }

    /// Hides groups that differ from a union of `earlier` groups by one to four people, or whose unions differ so from
    /// one of them. Returns whether any was hidden, so that the question is asked again.
    fn keep_apart(&mut self, earlier: &Self) -> bool {
        let mut both: HashMap<(usize, usize), usize> = HashMap::new();
        for (mine, theirs) in self.labels.iter().zip(&earlier.labels) {
            *both.entry((*mine, *theirs)).or_default() += 1;
        }
        let (sizes, their_sizes) = (self.sizes(), earlier.sizes());
        // The union nearest to a group takes every part that lies in it by more than half.
        let mut off = vec![0; sizes.len()];
        let mut their_off = vec![0; their_sizes.len()];
        for ((mine, theirs), common) in &both {
            off[*mine] += common.min(&(their_sizes[*theirs] - common));
            their_off[*theirs] += common.min(&(sizes[*mine] - common));
        }
        let is_near = |off: usize| (1..CELL_MIN).contains(&off);
        let mut near: Vec<usize> = (0..self.rest()).filter(|group| is_near(off[*group])).collect();
        for ((mine, theirs), common) in &both {
            if is_near(their_off[*theirs]) && *mine != self.rest() && *common < sizes[*mine] {
                near.push(*mine);
            }
        }
        let still_near = is_near(off[self.rest()]) || their_off.iter().any(|off| is_near(*off));
        if near.is_empty() && still_near {
            near.extend((0..self.rest()).filter(|group| self.shown[*group]).min_by_key(|group| sizes[*group]));
        }
        near.retain(|group| self.shown[*group]);
        near.iter().for_each(|group| self.hide(*group));
        !near.is_empty()
    }
}

/// Counts of the options of one question among `n` people, with those hidden that are about one to four people or
/// could be computed from the others. `exclusive`: everybody chose exactly one.
pub fn cells(counts: &[u64], n: u64, exclusive: bool) -> Vec<Option<u64>> {
    let is_small = |count: u64| (1..CELL_MIN as u64).contains(&count);
    let mut cells: Vec<Option<u64>> = counts.iter().map(|count| Some(*count)).collect();
    for cell in &mut cells {
        *cell = cell.filter(|count| !is_small(*count) && !is_small(n.saturating_sub(*count)));
    }
    if !exclusive {
        return cells;
    }
    // One hidden cell is the whole less the others: another must hide it.
    loop {
        let hidden = cells.iter().filter(|cell| cell.is_none()).count();
        let left = n.saturating_sub(cells.iter().flatten().sum());
        if hidden == 0 || (hidden > 1 && !is_small(left)) {
            break;
        }
        let shown = (0..cells.len()).filter(|cell| cells[*cell].is_some_and(|count| count > 0));
        let Some(next) = shown.min_by_key(|cell| cells[*cell]) else { break };
        cells[next] = None;
    }
    cells
}

/// A range widened outwards to steps of five, so that it does not give away the counts that it was made from.
pub fn coarse(range: stats::Range, (min, max): (f64, f64), step: f64) -> stats::Range {
    stats::Range {
        low: ((range.low / step).floor() * step).max(min),
        high: ((range.high / step).ceil() * step).min(max),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    type Set = BTreeSet<usize>;

    /// Everything that the page would show: the whole, every group of every dimension, and what subtraction gives: the
    /// rest of each dimension and the complement of each group.
    fn published(people: &[Memberships], dimensions: usize) -> Vec<(usize, String, Set)> {
        let whole: Set = (0..counted(people.len())).collect();
        let mut sets = vec![(usize::MAX, "whole".to_owned(), whole.clone())];
        for (dimension, groups) in groups(people, dimensions).into_iter().enumerate() {
            let mut rest = whole.clone();
            for (name, members) in groups.shown() {
                let members: Set = members.into_iter().collect();
                rest = &rest - &members;
                sets.push((dimension, format!("not {name:?}"), &whole - &members));
                sets.push((dimension, format!("{name:?}"), members));
            }
            sets.push((dimension, "rest".into(), rest));
        }
        sets
    }

    /// People of a firm: teams lie in departments with a few exceptions, the office follows the department mostly.
    fn firm() -> impl Strategy<Value = Vec<Memberships>> {
        let person = (0u8..4, 0u8..3, 0u8..20, 0u8..6).prop_map(|(department, team, odd, month)| {
            let home = if odd == 0 { (department + 1) % 4 } else { department };
            let value = |text: String| Some(text).filter(|_| odd != 7);
            vec![
                value(format!("month {month}")),
                Some(format!("department {department}")),
                value(format!("team {home}-{team}")),
                Some(format!("office {}", home / 2)),
                Some(if odd == 1 { "abroad" } else { "here" }.to_owned()),
            ]
        });
        prop::collection::vec(person, 0..160)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// The attacker subtracts every pair of numbers.
        #[test]
        fn no_number_and_no_difference_is_about_one_to_four(people in firm()) {
            let sets = published(&people, 5);
            for (_, name, set) in &sets {
                prop_assert!(set.is_empty() || set.len() >= CELL_MIN, "{name}: {}", set.len());
            }
            for (i, (_, a_name, a)) in sets.iter().enumerate() {
                for (_, b_name, b) in &sets[i + 1..] {
                    let apart = a.symmetric_difference(b).count();
                    prop_assert!(apart == 0 || apart >= CELL_MIN, "{a_name} and {b_name} differ by {apart}");
                }
            }
        }

        /// The attacker adds groups of one dimension first ("both teams are the department").
        #[test]
        fn no_union_gives_a_small_group_away(people in firm()) {
            let sets = published(&people, 5);
            for (i, (dimension, a_name, a)) in sets.iter().enumerate() {
                for (_, b_name, b) in sets[i + 1..].iter().filter(|(d, _, b)| d == dimension && a.is_disjoint(b)) {
                    let union = a | b;
                    for (other, c_name, c) in &sets {
                        if other == dimension || c_name.starts_with("not") {
                            continue;
                        }
                        let apart = union.symmetric_difference(c).count();
                        prop_assert!(apart == 0 || apart >= CELL_MIN, "{a_name} + {b_name} − {c_name}: {apart}");
                    }
                }
            }
        }

        /// The attacker watches the page while one more answers.
        #[test]
        fn one_more_answer_shows_in_no_number(people in firm()) {
            let before = &people[..people.len().saturating_sub(1)];
            let then: HashMap<_, _> = published(before, 5).into_iter().map(|(d, name, set)| ((d, name), set)).collect();
            for (dimension, name, now) in published(&people, 5) {
                if name == "rest" || name.starts_with("not") {
                    continue;
                }
                if let Some(then) = then.get(&(dimension, name.clone())) {
                    let apart = now.symmetric_difference(then).count();
                    prop_assert!(apart == 0 || apart >= CELL_MIN, "{name} moved by {apart}");
                }
            }
        }

        /// The attacker solves for hidden cells from the total and the shown ones.
        #[test]
        fn no_hidden_cell_can_be_computed(counts in prop::collection::vec(0u64..15, 1..8)) {
            let n: u64 = counts.iter().sum();
            prop_assume!(n >= CELL_MIN as u64);
            let shown = cells(&counts, n, true);
            prop_assert!(shown.iter().flatten().all(|count| *count == 0 || *count >= CELL_MIN as u64));
            let hidden: Vec<u64> =
                counts.iter().zip(&shown).filter(|(_, cell)| cell.is_none()).map(|(count, _)| *count).collect();
            let left = n - shown.iter().flatten().sum::<u64>();
            prop_assert!(left == 0 || left >= CELL_MIN as u64);
            prop_assert!(hidden.len() != 1 || counts.iter().filter(|count| **count > 0).count() == 1, "{counts:?}");
            for (count, cell) in counts.iter().zip(cells(&counts, n, false)) {
                prop_assert!(cell.is_none_or(|_| !(1..5).contains(count) && !(1..5).contains(&(n - count))));
            }
        }
    }

    #[test]
    fn groups_of_five_and_more_are_shown() {
        let people: Vec<Memberships> =
            (0..23).map(|i| vec![Some(if i % 23 < 12 { "north" } else { "south" }.to_owned())]).collect();
        let groups = groups(&people, 1);
        let shown: Vec<_> =
            groups[0].shown().into_iter().map(|(name, members)| (name.unwrap(), members.len())).collect();
        // Twenty are counted: twelve from the north, eight from the south.
        assert_eq!(shown, [("north", 10), ("south", 5)]);
    }

    #[test]
    fn a_twin_of_a_shown_group_is_hidden() {
        // Ten sit in Bath; the Bath shop has nine of them and one from elsewhere.
        let people: Vec<Memberships> = (0..20)
            .map(|i| {
                let city = if i < 10 { "Bath" } else { "Leeds" };
                let shop = if i < 9 || i == 10 { "Bath shop" } else { "Leeds shop" };
                vec![Some(city.to_owned()), Some(shop.to_owned())]
            })
            .collect();
        let groups = groups(&people, 2);
        assert_eq!(groups[0].shown().len(), 2);
        assert!(groups[1].shown().is_empty());
    }

    #[test]
    fn ranges_become_coarse_outwards() {
        let range = coarse(stats::Range { low: 27.2, high: 34.9 }, (-100.0, 100.0), 5.0);
        assert_eq!((range.low, range.high), (25.0, 35.0));
    }
}
