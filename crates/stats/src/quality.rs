//! Signs that answers were given without reading: always the same one, and too fast. They mark, they never remove.

use std::collections::HashMap;
use std::hash::Hash;

/// Rows of a matrix from which equal answers say something.
pub const STRAIGHT_ROWS_MIN: usize = 4;
/// From this index on a response counts as too fast (Leiner, "Too Fast, too Straight, too Weird: Non-Reactive
/// Indicators for Meaningless Data in Internet Surveys", Survey Research Methods 13:3, 2019).
pub const FAST_FROM: f64 = 2.0;
/// One page counts for at most this much, so that a page which somebody happened to skim decides nothing (Leiner 2019).
const PAGE_INDEX_MAX: f64 = 3.0;

/// How alike the answers in the rows of one matrix are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Straightness {
    /// Rows that were answered.
    pub rows: usize,
    /// The share of rows with the commonest answer, 0 to 1 (non-differentiation; Kim, Dykema, Stevenson, Black and
    /// Moberg, "Straightlining: Overview of Measurement, Comparison of Indicators, and Effects in Mail–Web Mixed-Mode
    /// Surveys", Social Science Computer Review 37:2, 2019).
    pub same: f64,
    /// The longest run of equal answers (Johnson, "Ascertaining the validity of individual protocols from Web-based
    /// personality inventories", Journal of Research in Personality 39, 2005).
    pub longest: usize,
}

impl Straightness {
    /// Whether all of enough rows have the same answer.
    pub fn is_straight(&self) -> bool {
        self.rows >= STRAIGHT_ROWS_MIN && self.longest == self.rows
    }
}

/// The answers in the rows of one matrix, in their order; nothing without any.
pub fn straightness<T: Eq + Hash>(answers: &[T]) -> Option<Straightness> {
    let mut counts: HashMap<&T, usize> = HashMap::new();
    answers.iter().for_each(|answer| *counts.entry(answer).or_default() += 1);
    let most = *counts.values().max()?;
    let longest = answers.chunk_by(|a, b| a == b).map(<[T]>::len).max()?;
    Some(Straightness { rows: answers.len(), same: most as f64 / answers.len() as f64, longest })
}

/// How fast a response was against the others: the mean over its pages of median seconds / own seconds, each at most 3
/// (Leiner 2019, the relative speed index). 1 is the usual speed; [`FAST_FROM`], half the usual time, is too fast.
/// Pages are `(own, median)` in seconds, those that the response went through; nothing without pages that took time.
pub fn speed_index(pages: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut sum, mut n) = (0.0, 0u32);
    for (own, median) in pages.into_iter().filter(|(own, median)| *own >= 0.0 && *median > 0.0) {
        sum += if own > 0.0 { (median / own).min(PAGE_INDEX_MAX) } else { PAGE_INDEX_MAX };
        n += 1;
    }
    (n > 0).then(|| sum / f64::from(n))
}

/// Of whole surveys without times of pages: fewer seconds than this are too few, half the median of all (Greszki, Meyer
/// and Schoen, "Exploring the Effects of Removing 'Too Fast' Responses and Respondents from Web Surveys", Public
/// Opinion Quarterly 79:2, 2015, the 50 % threshold).
pub fn fast_below(seconds: &mut [f64]) -> Option<f64> {
    median(seconds).map(|median| median / FAST_FROM)
}

/// The middle of the numbers, which are put in order.
pub fn median(numbers: &mut [f64]) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => None,
        n if n.is_multiple_of(2) => Some(f64::midpoint(numbers[middle - 1], numbers[middle])),
        _ => Some(numbers[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_the_same_answer_are_straight() {
        let found = straightness(&["b", "b", "b", "b", "b"]).unwrap();
        assert_eq!(found, Straightness { rows: 5, same: 1.0, longest: 5 });
        assert!(found.is_straight());
        let found = straightness(&[3, 3, 1, 3, 2]).unwrap();
        assert_eq!(found, Straightness { rows: 5, same: 0.6, longest: 2 });
        assert!(!found.is_straight());
        assert!(!straightness(&[1, 1, 1]).unwrap().is_straight(), "three rows say nothing");
        assert_eq!(straightness::<u8>(&[]), None);
    }

    #[test]
    fn half_the_usual_time_on_every_page_is_too_fast() {
        assert_eq!(speed_index([(10.0, 20.0), (4.0, 8.0)]), Some(2.0));
        assert_eq!(speed_index([(20.0, 20.0), (1.0, 30.0)]), Some(2.0), "one page counts for three at most");
        assert_eq!(speed_index([(0.0, 5.0)]), Some(3.0));
        assert!(speed_index([(25.0, 20.0), (30.0, 20.0)]).unwrap() < 1.0);
        assert_eq!(speed_index([(3.0, 0.0)]), None);
    }

    #[test]
    fn the_threshold_of_whole_surveys_is_half_the_median() {
        assert_eq!(fast_below(&mut [90.0, 60.0, 600.0]), Some(45.0));
        assert_eq!(median(&mut [4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(fast_below(&mut []), None);
    }
}
