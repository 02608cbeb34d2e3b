//! Which words of rules a word of a text fits: worked out once for each spelling.

use std::ops::Range;

use super::compile::{Program, Table};
use super::forms::{forms, starts};
use crate::features::{finish, hash_word, step};

/// Words whose patterns are kept for the next time they come.
const KEPT: usize = 1 << 16;

/// The patterns of words that were seen.
#[derive(Debug, Default)]
pub(super) struct Known {
    words: Table<(u32, u32)>,
    pub patterns: Vec<u32>,
}

impl Known {
    pub fn get(&self, key: u64) -> Option<Range<usize>> {
        self.words.get(&key).map(|&(start, end)| start as usize..end as usize)
    }

    /// Forgets everything if there is more than [`KEPT`].
    pub fn tidy(&mut self) {
        if self.words.len() > KEPT {
            *self = Self::default();
        }
    }
}

/// Writes down which patterns the word `letters` fits, or its part `main` without endings.
pub(super) fn look_up(
    program: &Program,
    known: &mut Known,
    key: u64,
    letters: &[char],
    main: Option<&[char]>,
) -> Range<usize> {
    let start = known.patterns.len();
    let patterns = &mut known.patterns;
    for way in std::iter::once(letters).chain(main) {
        if let Some(&pattern) = program.exact.get(&hash_word(way)) {
            patterns.push(pattern);
        }
        forms(way, program.grammar, &mut |hash| {
            if let Some(&pattern) = program.inflected.get(&hash) {
                patterns.push(pattern);
            }
        });
        if program.prefixes.is_empty() {
            continue;
        }
        starts(way, program.grammar, |at| {
            // The hash of each beginning, as `hash_word` has it.
            let mut hash = 0x57;
            for &c in way[at..].iter().take(program.longest_prefix) {
                hash = step(hash, c as u64);
                if let Some(&pattern) = program.prefixes.get(&finish(hash)) {
                    patterns.push(pattern);
                }
            }
        });
    }
    patterns[start..].sort_unstable();
    let mut kept = start;
    for at in start..patterns.len() {
        if at == start || patterns[at] != patterns[kept - 1] {
            patterns[kept] = patterns[at];
            kept += 1;
        }
    }
    patterns.truncate(kept);
    known.words.insert(key, (start as u32, kept as u32));
    start..kept
}
