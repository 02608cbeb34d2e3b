//! One normaliser for features, search and topics: spelling variants of a word become the same letters, on a copy,
//! with a way back to the code points of the original. People always see the original.
//!
//! NFKC, lower case, one form for Persian and Arabic letters that are written both ways, no vowel signs, no
//! elongation, no invisible marks; a zero-width non-joiner becomes a space. Time is linear in the text; whatever
//! marks are piled on one letter, at most [`PILE`] of them are looked at together.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfkc_quick};

/// Stands for a web address.
pub const URL: char = '\u{e000}';
/// Stands for the name of a user (`@name`).
pub const USER: char = '\u{e001}';

/// Marks on one letter that are normalised together; whatever comes on top begins a new letter.
const PILE: usize = 32;
/// How often a letter may stand in a row: `soooooo` is `sooo`.
const REPEATS: usize = 3;
/// Beside the place of a letter in the original: it was a capital there.
const CAPITAL: u32 = 1 << 31;

/// A folded copy of a text. Places count code points of the original.
#[derive(Debug, Clone, Default)]
pub struct Normal {
    chars: Vec<char>,
    origin: Vec<u32>,
    length: u32,
}

impl Normal {
    /// Folds `text` and masks what is particular to one message: addresses, users, endless letters, digits of other
    /// scripts.
    pub fn new(text: &str) -> Self {
        let mut normal = Self::default();
        normal.set(text);
        normal
    }

    /// As [`Normal::new`], in the memory of a copy that was made before.
    pub fn set(&mut self, text: &str) {
        self.chars.clear();
        self.origin.clear();
        self.chars.reserve(text.len());
        self.origin.reserve(text.len());
        let (chars, origin) = (&mut self.chars, &mut self.origin);
        let length = each(text, |c, at, capital| {
            let c = match c {
                URL | USER => char::REPLACEMENT_CHARACTER,
                '’' => '\'',
                c => western_digit(c),
            };
            let room = chars.len() < REPEATS || chars[chars.len() - REPEATS..].iter().any(|&before| before != c);
            if room || c.is_whitespace() {
                chars.push(c);
                origin.push(at | if capital { CAPITAL } else { 0 });
            }
        });
        self.length = length;
        self.mask();
    }

    /// The folded letters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Code points of the original.
    pub fn original_len(&self) -> usize {
        self.length as usize
    }

    /// Where the folded letter `at` begins in the original; the end of the original for one past the last.
    pub fn origin(&self, at: usize) -> usize {
        self.origin.get(at).map_or(self.length, |place| place & !CAPITAL) as usize
    }

    /// Whether the folded letter `at` was a capital in the original.
    pub fn capital(&self, at: usize) -> bool {
        self.origin.get(at).is_some_and(|place| place & CAPITAL != 0)
    }

    /// The code points of the original that became the folded letters `start..end`.
    pub fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.origin(start);
        if end <= start {
            return (first, first);
        }
        let last = self.origin(end - 1);
        let next = (end..self.chars.len()).map(|at| self.origin(at)).find(|&at| at > last);
        (first, next.unwrap_or(self.length as usize))
    }

    /// The folded letter at which the code point `place` of the original, or the next that is left of it, begins.
    pub fn find(&self, place: usize) -> usize {
        self.origin.partition_point(|&at| ((at & !CAPITAL) as usize) < place)
    }

    /// Web addresses and user names become one letter each.
    fn mask(&mut self) {
        if !self.chars.iter().any(|c| matches!(c, '@' | ':' | '.')) {
            return;
        }
        let (mut from, mut to) = (0_usize, 0_usize);
        while from < self.chars.len() {
            let (c, taken) = mask_at(&self.chars, from, to.checked_sub(1).map(|at| self.chars[at]));
            self.chars[to] = c;
            self.origin[to] = self.origin[from];
            from += taken;
            to += 1;
        }
        self.chars.truncate(to);
        self.origin.truncate(to);
    }
}

/// The letter that stands for what begins at `at`, and how many letters it stands for.
fn mask_at(chars: &[char], at: usize, before: Option<char>) -> (char, usize) {
    let rest = &chars[at..];
    let inside = before.is_some_and(char::is_alphanumeric);
    let starts = |head: &str| rest.iter().copied().take(head.len()).eq(head.chars());
    match rest[0] {
        'h' | 'w' if !inside && (starts("http://") || starts("https://") || starts("www.")) => {
            let length =
                rest.iter().position(|c| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(rest.len());
            (URL, length)
        }
        '@' if !inside => {
            let length = rest[1..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
            if length == 0 { ('@', 1) } else { (USER, length + 1) }
        }
        c => (c, 1),
    }
}

fn western_digit(c: char) -> char {
    match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        c => c,
    }
}

/// Calls `take` with each folded letter of `text`, the code point of the original at which it begins, and whether it
/// was a capital. Gives the number of code points.
pub(crate) fn each(text: &str, mut take: impl FnMut(char, u32, bool)) -> u32 {
    let mut chars = text.chars().peekable();
    let mut place = 0_u32;
    let mut pile = String::new();
    while let Some(c) = chars.next() {
        let here = place;
        place += 1;
        let alone = chars.peek().is_none_or(|&next| begins(next));
        if alone && plain(c) {
            lower(c, |c, capital| take(c, here, capital));
            continue;
        }
        pile.clear();
        pile.push(c);
        let mut count = 1;
        while let Some(next) = chars.next_if(|&next| count < PILE && !begins(next)) {
            pile.push(next);
            place += 1;
            count += 1;
        }
        for c in pile.nfkc() {
            lower(c, |c, capital| take(c, here, capital));
        }
    }
    place
}

/// Whether NFKC leaves `c` as it is when nothing follows that combines with it. Only the letters that texts are made
/// of are listed: all others take the long way.
fn plain(c: char) -> bool {
    matches!(c, '\0'..='\u{9f}' | '\u{c0}'..='\u{131}' | '\u{621}'..='\u{64a}' | '\u{660}'..='\u{66f}'
        | '\u{679}'..='\u{6d4}' | '\u{6f0}'..='\u{6f9}' | '\u{200b}'..='\u{2010}' | '\u{2018}'..='\u{201f}'
        | '\u{1f300}'..='\u{1faff}')
}

/// Whether `c` never combines with what stands before it.
fn begins(c: char) -> bool {
    if c < '\u{300}' || plain(c) {
        return true;
    }
    match is_nfkc_quick(std::iter::once(c)) {
        IsNormalized::Yes => canonical_combining_class(c) == 0,
        IsNormalized::Maybe => false,
        IsNormalized::No => std::iter::once(c).nfkd().next().is_some_and(|first| {
            canonical_combining_class(first) == 0 && is_nfkc_quick(std::iter::once(first)) != IsNormalized::Maybe
        }),
    }
}

fn lower(c: char, mut take: impl FnMut(char, bool)) {
    if c.is_ascii() {
        take(c.to_ascii_lowercase(), c.is_ascii_uppercase());
        return;
    }
    let capital = c.is_uppercase();
    for c in c.to_lowercase() {
        if let Some(c) = one_form(c) {
            take(c, capital);
        }
    }
}

/// One form for the letters that Persian and Arabic keyboards write in several ways; none for marks that readers do
/// not miss.
fn one_form(c: char) -> Option<char> {
    match c {
        'ي' | 'ى' | 'ئ' => Some('ی'),
        'ك' => Some('ک'),
        'ة' => Some('ه'),
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ؤ' => Some('و'),
        '\u{200c}' => Some(' '),
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{640}' => None,
        '\u{200b}' | '\u{200d}'..='\u{200f}' | '\u{feff}' => None,
        // Marks of direction, joiners, soft hyphens, and the choice between a letter and a picture.
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}' => None,
        c => Some(c),
    }
}
