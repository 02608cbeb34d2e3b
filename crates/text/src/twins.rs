//! Texts that say the same in nearly the same words: copies, campaigns, one complaint posted to five places. Which
//! pieces two texts share is estimated from signatures (MinHash, Broder 1997, by one permutation: Li, Owen and Zhang
//! 2012) and looked up by bands of them (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). Time
//! is linear in the letters of the stream, memory bounded by the number of groups that are remembered.

use std::collections::HashMap;

use crate::features::{finish, step};
use crate::normal::Normal;

/// Numbers of one signature.
const SLOTS: usize = 64;
/// Numbers of one band: two texts that share 60 % of their pieces meet in one of the bands in 99 of 100 cases.
const ROWS: usize = 3;
const BANDS: usize = SLOTS / ROWS;
/// Letters of one piece.
const PIECE: usize = 5;
/// Texts of fewer letters are twins only if all their letters are the same: "good food" is not "good mood".
const SHORT: usize = 24;
/// The estimated share of pieces in common (Jaccard) from which on two texts are twins.
const LIKE: f64 = 0.55;
/// Distinct texts that are remembered to the letter, for each group that is remembered.
const EXACT: usize = 4;

/// What a text looks like; 136 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The same for texts whose letters are the same, whatever their signs and spelling.
    pub exact: u64,
    slots: Option<Box<[u16; SLOTS]>>,
}

/// Where a text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    /// Groups are numbered in the order in which their first texts came.
    pub group: u32,
    /// Whether it is the first of its group.
    pub first: bool,
}

/// Groups the texts of a stream.
#[derive(Debug)]
pub struct Twins {
    capacity: usize,
    /// The first texts of the groups that are remembered; group `g` stands at `g % capacity`.
    leaders: Vec<Leader>,
    exact: HashMap<u64, u32>,
    bands: HashMap<u64, u32>,
    next: u32,
}

#[derive(Debug)]
struct Leader {
    group: u32,
    signature: Signature,
}

impl Signature {
    pub fn of(text: &str) -> Self {
        let normal = Normal::new(text);
        let mut letters: Vec<char> = Vec::with_capacity(normal.chars().len());
        for &c in normal.chars() {
            if c.is_alphanumeric() {
                letters.push(c);
            } else if letters.last().is_some_and(|last| *last != ' ') {
                letters.push(' ');
            }
        }
        while letters.last() == Some(&' ') {
            letters.pop();
        }
        // Pictures and signs alone are compared as they stand.
        let whole = if letters.is_empty() { normal.chars() } else { &letters };
        let exact = finish(whole.iter().filter(|c| **c != ' ').fold(0x65, |hash, &c| step(hash, u64::from(c))));
        let slots = (letters.len() >= SHORT).then(|| Box::new(minima(&letters)));
        Self { exact, slots }
    }

    /// The estimated share of pieces that two texts have in common, from 0 to 1; 1 or 0 if one of them is short.
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.exact == other.exact {
            return 1.0;
        }
        let (Some(a), Some(b)) = (&self.slots, &other.slots) else { return 0.0 };
        a.iter().zip(&**b).filter(|(a, b)| a == b).count() as f64 / SLOTS as f64
    }

    fn bands(&self) -> impl Iterator<Item = u64> {
        let slots = self.slots.as_deref().map_or(&[] as &[u16], |slots| slots);
        let band = |(number, band): (usize, &[u16])| {
            finish(band.iter().fold(number as u64, |hash, slot| step(hash, u64::from(*slot))))
        };
        slots.chunks_exact(ROWS).take(BANDS).enumerate().map(band)
    }
}

/// The smallest hash of the pieces that fall into each slot; an empty slot takes that of the next one that is not
/// (Shrivastava and Li 2014).
fn minima(letters: &[char]) -> [u16; SLOTS] {
    let mut least = [u64::MAX; SLOTS];
    for piece in letters.windows(PIECE) {
        let hash = finish(piece.iter().fold(0x74, |hash, &c| step(hash, u64::from(c))));
        let slot = (hash >> 58) as usize;
        least[slot] = least[slot].min(hash);
    }
    std::array::from_fn(|slot| {
        let distance = (0..SLOTS).find(|distance| least[(slot + distance) % SLOTS] != u64::MAX).unwrap_or(0);
        (finish(least[(slot + distance) % SLOTS].wrapping_add(distance as u64)) >> 48) as u16
    })
}

impl Twins {
    /// Remembers the last `capacity` groups: what comes after them is not compared with older ones. About 700 bytes
    /// for each.
    pub fn new(capacity: usize) -> Self {
        let capacity = capacity.clamp(1, 1 << 24);
        Self { capacity, leaders: Vec::new(), exact: HashMap::new(), bands: HashMap::new(), next: 0 }
    }

    /// How many groups there were so far.
    pub fn groups(&self) -> u32 {
        self.next
    }

    /// Finds the group of the next text.
    pub fn take(&mut self, text: &str) -> Twin {
        self.place(Signature::of(text))
    }

    /// As [`Twins::take`], for a signature that was made before.
    pub fn place(&mut self, signature: Signature) -> Twin {
        if let Some(&group) = self.exact.get(&signature.exact).filter(|group| self.leader(**group).is_some()) {
            return Twin { group, first: false };
        }
        if self.exact.len() >= self.capacity.saturating_mul(EXACT) {
            // They only save the comparison.
            self.exact.clear();
            self.exact.extend(self.leaders.iter().map(|leader| (leader.signature.exact, leader.group)));
        }
        let nearest = self.nearest(&signature);
        if let Some(group) = nearest {
            self.exact.insert(signature.exact, group);
            return Twin { group, first: false };
        }
        Twin { group: self.found(signature), first: true }
    }

    fn leader(&self, group: u32) -> Option<&Signature> {
        let leader = self.leaders.get(group as usize % self.capacity)?;
        (leader.group == group).then_some(&leader.signature)
    }

    /// The group that shares a band and enough pieces; of several the likest, of equals the oldest.
    fn nearest(&self, signature: &Signature) -> Option<u32> {
        let mut best: Option<(f64, u32)> = None;
        let mut seen = [u32::MAX; BANDS];
        for (number, band) in signature.bands().enumerate() {
            let Some(&group) = self.bands.get(&band) else { continue };
            if seen.contains(&group) {
                continue;
            }
            seen[number] = group;
            let likeness = self.leader(group).map_or(0.0, |leader| leader.likeness(signature));
            let better = |(most, oldest): (f64, u32)| likeness > most || likeness == most && group < oldest;
            if likeness >= LIKE && best.is_none_or(better) {
                best = Some((likeness, group));
            }
        }
        best.map(|(_, group)| group)
    }

    /// Founds a group; the oldest makes room if there is none.
    fn found(&mut self, signature: Signature) -> u32 {
        let group = self.next;
        self.next = self.next.wrapping_add(1);
        self.exact.insert(signature.exact, group);
        for band in signature.bands() {
            self.bands.entry(band).and_modify(|known| *known = group).or_insert(group);
        }
        let leader = Leader { group, signature };
        if self.leaders.len() < self.capacity {
            self.leaders.push(leader);
            return group;
        }
        let old = std::mem::replace(&mut self.leaders[group as usize % self.capacity], leader);
        for band in old.signature.bands() {
            if self.bands.get(&band) == Some(&old.group) {
                self.bands.remove(&band);
            }
        }
        if self.exact.get(&old.signature.exact) == Some(&old.group) {
            self.exact.remove(&old.signature.exact);
        }
        group
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "the room was clean but breakfast came late and nobody at reception could say why our booking \
        had been moved twice while parking cost more than promised غذا سرد بود و پیک خیلی دیر رسید ولی پشتیبانی جواب \
        نداد الطعام كان باردا والتوصيل متأخر ولم يرد أحد maten var kall och budet kom sent trots att jag betalat extra";

    fn dice(state: &mut u64, bound: usize) -> usize {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) as usize % bound
    }

    fn sentence(state: &mut u64) -> Vec<String> {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        (0..18).map(|_| words[dice(state, words.len())].to_owned()).collect()
    }

    #[test]
    fn copies_with_small_changes_are_found_and_others_are_not() {
        let mut state = 7;
        let mut twins = Twins::new(10_000);
        let (mut found, mut missed, mut wrong) = (0, 0, 0);
        for _ in 0..600 {
            let words = sentence(&mut state);
            let home = twins.take(&words.join(" "));
            // A new text that meets an old group shares words by chance only.
            wrong += usize::from(!home.first);
            for change in 0..4 {
                let mut copy = words.clone();
                let at = dice(&mut state, copy.len());
                match change {
                    0 => drop(copy.remove(at)),
                    1 => copy[at] = "annat".into(),
                    2 => copy[at].push('x'),
                    _ => copy.push("!!! 😡 extra".into()),
                }
                match twins.take(&copy.join("  ").to_uppercase()) {
                    Twin { group, .. } if group == home.group => found += 1,
                    _ => missed += 1,
                }
            }
        }
        let recall = f64::from(found) / f64::from(found + missed);
        assert!(recall >= 0.95, "recall {recall}");
        assert!(wrong <= 6, "{wrong} of 600 put where they do not belong");
    }

    #[test]
    fn a_million_copies_are_one_group() {
        let mut twins = Twins::new(100);
        for _ in 0..1_000_000 {
            assert_eq!(twins.take("Great app!").group, 0);
        }
        assert_eq!((twins.groups(), twins.exact.len()), (1, 1));
    }

    #[test]
    fn short_texts_are_twins_only_to_the_letter() {
        let mut twins = Twins::new(100);
        let groups: Vec<u32> = ["good", "Good!!", "goods", "خوب بود", "خوب‌بود", "👍", "👍👍", "👎", "", " "]
            .map(|text| twins.take(text).group)
            .into();
        assert_eq!(groups, [0, 0, 1, 2, 2, 3, 4, 5, 6, 6]);
    }

    #[test]
    fn memory_is_bounded_and_old_groups_are_forgotten() {
        let mut twins = Twins::new(50);
        let mut state = 3;
        let first = sentence(&mut state).join(" ");
        twins.take(&first);
        for _ in 0..5_000 {
            twins.take(&sentence(&mut state).join(" "));
        }
        assert!(twins.leaders.len() <= 50 && twins.exact.len() <= 200 + 1 && twins.bands.len() <= 50 * BANDS);
        assert!(twins.take(&first).first);
    }

    #[test]
    fn any_text_has_a_signature_in_linear_time() {
        for text in ["a".repeat(1 << 20), "é\u{301}\u{200d}😀".repeat(1 << 17), "ab cd ".repeat(1 << 17)] {
            let signature = Signature::of(&text);
            assert_eq!(signature.likeness(&Signature::of(&text)), 1.0);
        }
    }
}
