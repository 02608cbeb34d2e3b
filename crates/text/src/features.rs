//! What the linear models see of a text: its words and pairs of words, and the pieces of its words, each as a hash.

use crate::normal::{Normal, URL, USER};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// Punctuation, one sign however often it is repeated, or an emoticon.
    Sign,
    /// A picture: one code point.
    Emoji,
}

/// A word, a sign or a picture, as a stretch of folded letters.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
    /// Written in capitals alone, of which there are at least two.
    pub capitals: bool,
    /// Nothing but letters and signs stands between this and the token before.
    pub joined: bool,
    pub hash: u64,
}

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

/// One step of the hash; not meant against attackers, a collision only costs accuracy.
#[inline]
pub fn step(hash: u64, next: u64) -> u64 {
    (hash.rotate_left(23) ^ next).wrapping_mul(MULTIPLIER)
}

/// Spreads a hash over all its bits.
#[inline]
pub fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// The hash of a word as tokens carry it.
pub fn hash_word(folded: &[char]) -> u64 {
    finish(folded.iter().fold(0x57, |hash, &c| step(hash, c as u64)))
}

pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{2300}'..='\u{23ff}')
}

fn in_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() && !is_emoji(c) }
}

/// Appends the tokens of `normal` to `tokens`.
pub fn tokens(normal: &Normal, tokens: &mut Vec<Token>) {
    let chars = normal.chars();
    let mut at = 0;
    let mut joined = false;
    while at < chars.len() {
        let c = chars[at];
        // Who is addressed and what is linked says nothing about the feeling, but much about the source.
        let passed = matches!(c, URL | USER | '\u{1f3fb}'..='\u{1f3ff}');
        if c.is_whitespace() || passed {
            joined = joined && !c.is_whitespace();
            at += 1;
            continue;
        }
        let (end, kind) = if in_word(c) {
            (word_end(chars, at), Kind::Word)
        } else if is_emoji(c) {
            (at + 1, Kind::Emoji)
        } else {
            (sign_end(chars, at), Kind::Sign)
        };
        let capitals = kind == Kind::Word && end - at > 1 && (at..end).all(|at| normal.capital(at));
        let hash = hash_word(&chars[at..end]);
        tokens.push(Token { start: at as u32, end: end as u32, kind, capitals, joined, hash });
        joined = true;
        at = end;
    }
}

/// An apostrophe between letters belongs to the word.
fn word_end(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match chars.get(at) {
            Some(&c) if in_word(c) => at += 1,
            Some('\'') if chars.get(at + 1).is_some_and(|&c| in_word(c)) => at += 2,
            _ => return at,
        }
    }
}

/// A sign and its repetitions, or a whole emoticon.
fn sign_end(chars: &[char], start: usize) -> usize {
    let first = chars[start];
    if matches!(first, ':' | ';' | '=' | '<') {
        let rest = &chars[start + 1..];
        let signs =
            rest.iter().take(3).take_while(|c| !c.is_whitespace() && !c.is_alphanumeric() && !is_emoji(**c)).count();
        let letter = rest.get(signs).is_some_and(|c| matches!(c, 'd' | 'p' | 'o' | 's' | '3'));
        let free = |at: usize| rest.get(at).is_none_or(|c| !c.is_alphanumeric());
        if signs <= 1 && letter && free(signs + 1) {
            return start + signs + 2;
        }
        if signs > 0 {
            return start + signs + 1;
        }
    }
    start + 1 + chars[start + 1..].iter().take_while(|&&c| c == first).count()
}

/// Where a feature comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Words and pairs of words.
    Word,
    /// Pieces of words.
    Piece,
}

/// The shortest and longest pieces of words, in letters, with the space before and after.
pub const PIECES: std::ops::RangeInclusive<usize> = 2..=5;

/// Calls `take` with the hash of each word and each pair of neighbours, and the tokens it spans.
pub fn words(tokens: &[Token], mut take: impl FnMut(u64, std::ops::Range<usize>)) {
    for (at, token) in tokens.iter().enumerate() {
        take(token.hash, at..at + 1);
        if let Some(next) = tokens.get(at + 1) {
            take(finish(step(step(0x62, token.hash), next.hash)), at..at + 2);
        }
    }
}

/// Calls `take` with the hash of each piece of the word `token`.
#[inline]
pub fn pieces(chars: &[char], token: &Token, mut take: impl FnMut(u64)) {
    let word = &chars[token.start as usize..token.end as usize];
    let length = word.len() + 2;
    let letter = |at: usize| if at == 0 || at + 1 == length { ' ' } else { word[at - 1] };
    for start in 0..length - 1 {
        let mut hash = step(0x70, letter(start) as u64);
        for at in start + 1..length.min(start + PIECES.end()) {
            hash = step(hash, letter(at) as u64);
            take(finish(hash));
        }
    }
}
