//! Orders by the seed of a response: the same on every page and after every return, and told afterwards from the seed.
//!
//! The order of one list is a [Fisher–Yates shuffle](https://doi.org/10.1145/364520.364540) drawn from
//! [SplitMix64](https://doi.org/10.1145/2714064.2660195), started at `seed XOR FNV-1a-64(name)`. The name is what the
//! list belongs to: `blocks`, `block.3` for the questions of a page, the question's key for options and rows. So a list
//! added elsewhere changes no other, and a question keeps its order through all items of a loop.

use crate::survey::{Choice, Kind, Order, Question};

/// The numbers 0 to `count - 1` in the order of `seed` and `name`.
pub fn order(seed: u64, name: &str, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut numbers = SplitMix(seed ^ fnv(name));
    for last in (1..count).rev() {
        order.swap(last, numbers.below(last as u64 + 1) as usize);
    }
    order
}

/// The places `0..count` where those for which `moves` holds have changed places with each other.
pub fn among(seed: u64, name: &str, count: usize, moves: impl Fn(usize) -> bool) -> Vec<usize> {
    let moving: Vec<usize> = (0..count).filter(|place| moves(*place)).collect();
    let mut shuffled = order(seed, name, moving.len()).into_iter().map(|n| moving[n]);
    (0..count).map(|place| if moves(place) { shuffled.next().unwrap_or(place) } else { place }).collect()
}

/// The question's options as this respondent sees them. Columns of a matrix are a scale and stay.
pub fn options(question: &Question, seed: u64) -> Vec<&Choice> {
    let moves = question.order == Order::Shuffled && question.kind != Kind::Matrix;
    choices(&question.options, moves.then_some((seed, question.key.as_str())))
}

/// The rows of a matrix, or lines of a contact form, as this respondent sees them.
pub fn rows(question: &Question, seed: u64) -> Vec<&Choice> {
    let moves = question.order == Order::Shuffled && question.kind == Kind::Matrix;
    choices(&question.rows, moves.then_some((seed, question.key.as_str())))
}

/// Pinned ones keep their place; others that ask for words or rule out the rest come last, in their order.
fn choices<'a>(list: &'a [Choice], by: Option<(u64, &str)>) -> Vec<&'a Choice> {
    let Some((seed, name)) = by else { return list.iter().collect() };
    let is_last = |choice: &&Choice| choice.other || choice.exclusive;
    let free = || list.iter().filter(|choice| !choice.pinned);
    let moving: Vec<&Choice> = free().filter(|choice| !is_last(choice)).collect();
    let shuffled = order(seed, name, moving.len()).into_iter().map(|n| moving[n]);
    let mut rest = shuffled.chain(free().filter(is_last));
    list.iter().map(|choice| if choice.pinned { choice } else { rest.next().unwrap_or(choice) }).collect()
}

/// Steele, Lea and Flood 2014.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Evenly from `0..bound`: draws that would favour small numbers are drawn again.
    fn below(&mut self, bound: u64) -> u64 {
        let uneven = bound.wrapping_neg() % bound;
        loop {
            let draw = self.next();
            if draw >= uneven {
                return draw % bound;
            }
        }
    }
}

fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Text;

    #[test]
    fn an_order_never_changes() {
        // Kept responses rely on these.
        assert_eq!(SplitMix(0).next(), 0xe220_a839_7b1d_cdaf, "the reference implementation's first number");
        assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(order(1, "blocks", 6), order(1, "blocks", 6));
        assert_ne!(order(1, "blocks", 6), order(2, "blocks", 6));
    }

    #[test]
    fn every_order_comes_about_as_often() {
        let mut seen = std::collections::BTreeMap::<_, u32>::new();
        for seed in 0..6_000 {
            *seen.entry(order(seed, "q", 3)).or_default() += 1;
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.values().all(|times| (850..1_150).contains(times)), "{seen:?}");
    }

    #[test]
    fn pinned_options_stay_and_others_come_last() {
        let choice = |key: &str| Choice::new(key, Text::one("en", key));
        let mut question = Question::new("q", Kind::Choices, Text::default());
        question.order = Order::Shuffled;
        question.options = ["none", "a", "b", "c", "other", "d"].map(choice).to_vec();
        question.options[0].exclusive = true;
        question.options[2].pinned = true;
        question.options[4].other = true;
        for seed in 0..50 {
            let keys: Vec<&str> = options(&question, seed).iter().map(|choice| choice.key.as_str()).collect();
            assert_eq!((keys[2], keys[4], keys[5]), ("b", "none", "other"), "{seed}");
            assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), 6);
        }
        question.options[0].pinned = true;
        assert_eq!(options(&question, 3)[0].key, "none");
    }

    #[test]
    fn only_shuffled_ones_change_places() {
        for seed in 0..20 {
            let order = among(seed, "blocks", 5, |place| place == 1 || place == 3);
            assert_eq!((order[0], order[2], order[4]), (0, 2, 4));
        }
    }
}
