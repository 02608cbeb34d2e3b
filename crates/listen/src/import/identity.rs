//! Ids for rows that have none: the same file gives the same ids, so that a second import adds nothing.
//!
//! An id is the hash of the row, and identical rows are numbered. To number them without remembering every row, a
//! first pass over the file finds the rows that may stand in it more than once, in a Bloom filter of fixed size
//! (Bloom 1970); the second pass counts only those, exactly.

use std::collections::HashMap;
use std::ops::ControlFlow;

use kernel::Result;
use sha2::{Digest, Sha256};

use super::REPEATED_ROWS_MAX;
use super::code::Code;
use super::read::{File, Row, Step};

/// Size of the filter in bits, as a power of two: at most 32 MiB, in which ten million rows give one false suspect in
/// 20,000. A false suspect costs 16 bytes and nothing else.
const FILTER_BITS: std::ops::RangeInclusive<u32> = 16..=28;
/// Bits that a row sets.
const PROBES: u64 = 6;

type Hash = [u8; 32];

/// Gives out the ids of one pass.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Rows that may stand in the file more than once, by the start of their hash, and how many have been met.
    repeated: HashMap<u64, u32>,
}

impl Ids {
    /// Looks through the file. Rows whose cell in column `id` is filled need no other.
    ///
    /// # Errors
    /// As [`File::each`]; `too_many_rows` beyond [`REPEATED_ROWS_MAX`] rows that stand there twice.
    pub(super) fn find(file: &File, id: Option<usize>) -> Result<Self> {
        let mut filter = Filter::new(file.size_hint());
        let mut ids = Self::default();
        file.each(&mut |step| {
            if let Step::Row(row) = step
                && id.is_none_or(|index| row.get(index).trim().is_empty())
            {
                let hash = hash(row);
                if filter.insert(&hash) {
                    ids.repeated.insert(part(&hash, 0), 0);
                }
            }
            if ids.repeated.len() <= REPEATED_ROWS_MAX { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        if ids.repeated.len() > REPEATED_ROWS_MAX {
            return Err(Code::TooManyRows.refuse().with("limit", REPEATED_ROWS_MAX.to_string()).into());
        }
        Ok(ids)
    }

    /// Hex of SHA-256 over the cells, each with its length before it; from the second of several identical rows on
    /// with `#2`, `#3` … behind it.
    pub(super) fn of(&mut self, row: &Row) -> String {
        let hash = hash(row);
        let mut id = hex(&hash);
        if let Some(count) = self.repeated.get_mut(&part(&hash, 0)) {
            *count += 1;
            if *count > 1 {
                id.push('#');
                id.push_str(&count.to_string());
            }
        }
        id
    }
}

fn hash(row: &Row) -> Hash {
    let mut hash = Sha256::new();
    for cell in row.cells() {
        hash.update((cell.len() as u64).to_le_bytes());
        hash.update(cell.as_bytes());
    }
    hash.finalize().into()
}

/// Eight bytes of a hash.
fn part(hash: &Hash, at: usize) -> u64 {
    hash[at..].first_chunk().copied().map_or(0, u64::from_le_bytes)
}

struct Filter {
    words: Vec<u64>,
}

impl Filter {
    /// `bytes`: unpacked size of the file, roughly.
    fn new(bytes: u64) -> Self {
        let bits = (bytes.max(2) - 1).ilog2() + 1;
        let bits = bits.clamp(*FILTER_BITS.start(), *FILTER_BITS.end());
        Self { words: vec![0; 1 << (bits - 6)] }
    }

    /// Adds a hash; true if it may have been there already.
    fn insert(&mut self, hash: &Hash) -> bool {
        let mask = self.words.len() as u64 * 64 - 1;
        let (start, step) = (part(hash, 8), part(hash, 16) | 1);
        let mut known = true;
        for probe in 0..PROBES {
            let bit = start.wrapping_add(step.wrapping_mul(probe)) & mask;
            let word = &mut self.words[(bit >> 6) as usize];
            known &= *word >> (bit & 63) & 1 == 1;
            *word |= 1 << (bit & 63);
        }
        known
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2 + 3);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::*;

    fn ids(text: &str, id: Option<usize>) -> Vec<String> {
        let file = File::open(Source::Bytes(text.as_bytes().into()), None).unwrap();
        let mut ids = Ids::find(&file, id).unwrap();
        let mut all = Vec::new();
        file.each(&mut |step| {
            if let Step::Row(row) = step {
                all.push(ids.of(row));
            }
            ControlFlow::Continue(())
        })
        .unwrap();
        all
    }

    #[test]
    fn identical_rows_are_numbered_and_others_differ() {
        let all = ids("nps,text\n9,good\n9g,ood\n9,good\n8,good\n9,good\n", None);
        assert_eq!(all[0].len(), 64);
        assert_eq!(all[2], format!("{}#2", all[0]));
        assert_eq!(all[4], format!("{}#3", all[0]));
        assert!(all[1] != all[0] && all[3] != all[0] && all[1].len() == 64);
        assert_eq!(ids("nps;text\n9;good\n", None)[0], all[0], "the writing of the file does not matter");
    }

    #[test]
    fn many_rows_are_numbered_exactly() {
        let mut text = String::from("nps,text\n");
        for visit in 0..30_000 {
            text.push_str(&format!("9,{}\n", visit % 20_000));
        }
        let all = ids(&text, None);
        assert_eq!(all.iter().filter(|id| id.ends_with("#2")).count(), 10_000);
        assert_eq!(all.iter().filter(|id| !id.contains('#')).count(), 20_000);
    }

    #[test]
    fn a_full_filter_forgets_nothing() {
        let mut filter = Filter::new(1);
        let hashes: Vec<Hash> = (0..40_000_u32).map(|number| Sha256::digest(number.to_le_bytes()).into()).collect();
        for hash in &hashes {
            filter.insert(hash);
        }
        assert!(hashes.iter().all(|hash| filter.insert(hash)));
    }

    #[test]
    fn rows_with_an_id_are_not_looked_at() {
        let file = File::open(Source::Bytes("id,nps\na,9\na,9\n,8\n,8\n".as_bytes().into()), None).unwrap();
        assert_eq!(Ids::find(&file, Some(0)).unwrap().repeated.len(), 1);
        assert_eq!(Ids::find(&file, None).unwrap().repeated.len(), 2);
    }
}
