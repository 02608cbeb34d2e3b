//! Ids for rows that have none: the same file gives the same ids, so that a second import adds nothing.

use std::collections::{HashMap, HashSet};

use kernel::Result;
use sha2::{Digest, Sha256};

use super::DISTINCT_ROWS_MAX;
use super::code::Code;
use super::read::Row;

/// The rows met so far, by the first eight bytes of their hash. Should two different rows share these (one chance in a
/// million at six million rows), the second is numbered although it need not be, and still has its own id.
#[derive(Debug, Default)]
pub(super) struct Ids {
    seen: HashSet<u64>,
    repeated: HashMap<u64, u32>,
}

impl Ids {
    /// Hex of SHA-256 over the cells, each with its length before it; from the second of several identical rows on
    /// with `#2`, `#3` … behind it.
    ///
    /// # Errors
    /// `too_many_rows` beyond [`DISTINCT_ROWS_MAX`] different rows.
    pub(super) fn of(&mut self, row: &Row) -> Result<String> {
        let mut hash = Sha256::new();
        for cell in row.cells() {
            hash.update((cell.len() as u64).to_le_bytes());
            hash.update(cell.as_bytes());
        }
        let hash: [u8; 32] = hash.finalize().into();
        let mut id = hex(&hash);
        let start = hash.first_chunk().copied().map_or(0, u64::from_le_bytes);
        if !self.seen.insert(start) {
            let count = self.repeated.entry(start).or_insert(1);
            *count += 1;
            id.push('#');
            id.push_str(&count.to_string());
        } else if self.seen.len() > DISTINCT_ROWS_MAX {
            return Err(Code::TooManyRows.refuse().with("limit", DISTINCT_ROWS_MAX.to_string()).into());
        }
        Ok(id)
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
    use super::*;

    fn row(cells: &[&str]) -> Row {
        let mut row = Row::default();
        for cell in cells {
            row.push(cell);
        }
        row
    }

    #[test]
    fn identical_rows_are_numbered_and_others_differ() {
        let mut ids = Ids::default();
        let first = ids.of(&row(&["9", "good"])).unwrap();
        assert_eq!(first.len(), 64);
        assert_eq!(ids.of(&row(&["9", "good"])).unwrap(), format!("{first}#2"));
        assert_eq!(ids.of(&row(&["9", "good"])).unwrap(), format!("{first}#3"));
        assert_ne!(ids.of(&row(&["9g", "ood"])).unwrap(), first);
        assert_eq!(Ids::default().of(&row(&["9", "good"])).unwrap(), first);
    }
}
