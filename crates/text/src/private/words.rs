//! A text as letters and words, for looking around.

use std::ops::Range;

use crate::fold;

/// A word with its letters folded.
#[derive(Debug, Clone)]
pub struct Word {
    pub start: usize,
    pub end: usize,
    pub folded: String,
}

/// A text taken apart.
#[derive(Debug)]
pub struct Words {
    pub chars: Vec<char>,
    /// Digits of all scripts as ASCII, other letters as they are.
    pub plain: Vec<char>,
    pub words: Vec<Word>,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let plain: Vec<char> = chars.iter().map(|&c| western(c)).collect();
        let mut words = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            if !inside(chars[at]) {
                at += 1;
                continue;
            }
            let start = at;
            while at < chars.len() && (inside(chars[at]) || joins(chars[at])) {
                at += 1;
            }
            let mut end = at;
            while joins(chars[end - 1]) {
                end -= 1;
            }
            let letters: String = plain[start..end].iter().filter(|c| **c != '\u{200c}').collect();
            words.push(Word { start, end, folded: fold(&letters) });
        }
        Self { chars, plain, words }
    }

    /// The number of the first word that begins at `place` or after it.
    pub fn at(&self, place: usize) -> usize {
        self.words.partition_point(|word| word.start < place)
    }

    /// Whether only spaces stand between the words `at` and the next.
    pub fn close(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1) else { return false };
        self.gap(self.words[at].end..next.start).all(|c| c == ' ' || c == '\u{a0}' || c == '.')
            && self.gap(self.words[at].end..next.start).filter(|c| *c == '.').count() <= 1
    }

    /// Whether nothing between the words `at` and the next ends a sentence or a line.
    pub fn same_sentence(&self, at: usize) -> bool {
        let Some(next) = self.words.get(at + 1) else { return false };
        !self.gap(self.words[at].end..next.start).any(|c| matches!(c, '\n' | '!' | '?' | '؟' | '۔' | ';' | '؛'))
    }

    fn gap(&self, range: Range<usize>) -> impl Iterator<Item = char> {
        // A long run of signs is no gap within anything.
        self.chars[range].iter().copied().take(8)
    }

    /// How many words the phrase `folded` takes if it begins with the word `at`; 0 if it does not.
    pub fn phrase(&self, at: usize, phrase: &[String]) -> usize {
        let fits = phrase.iter().enumerate().all(|(n, wanted)| {
            self.words.get(at + n).is_some_and(|word| word.folded == *wanted) && (n == 0 || self.close(at + n - 1))
        });
        if fits { phrase.len() } else { 0 }
    }
}

fn inside(c: char) -> bool {
    c.is_alphanumeric()
}

/// Within a word but not at its ends.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{200c}' | '\u{200d}' | '\u{640}' | '\u{ad}')
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// A digit of any script that the four languages are written with as ASCII.
pub fn western(c: char) -> char {
    match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        c => c,
    }
}
