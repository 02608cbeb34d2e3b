//! The words of a text as topics see them: a token with the Persian endings and beginnings that are written apart from
//! it (`میز ها`, `می شود`), so that all ways of writing a word are one word.

use crate::features::{self, Kind, Token, finish, step};
use crate::normal::Normal;

/// Persian endings that are written joined, with a non-joiner or apart, folded.
const AFTER: &[&str] = &[
    "ها",
    "های",
    "هایی",
    "هایم",
    "هایت",
    "هایش",
    "هایمان",
    "هایتان",
    "هایشان",
    "هام",
    "هات",
    "هاش",
    "هامون",
    "هاتون",
    "هاشون",
    "هایشون",
    "هامان",
    "ام",
    "ات",
    "اش",
    "ای",
    "اند",
    "ایم",
    "اید",
    "تر",
    "ترین",
    "تری",
    "مان",
    "تان",
    "شان",
];
/// What Persian verbs begin with.
const BEFORE: &[&str] = &["می", "نمی"];

/// A word: a token, with the endings and beginnings that belong to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Tokens, from the first to one past the last.
    pub first: u32,
    pub end: u32,
    /// The token that carries the meaning.
    pub main: u32,
    /// Something stands before it over which no phrase goes.
    pub breaks: bool,
    /// A hyphen or nothing visible but an apostrophe or a slash stands before it.
    pub hyphen: bool,
    /// A hash of its letters, endings included.
    pub key: u64,
}

impl Word {
    /// The letters of all its tokens, without what stands between.
    pub fn letters(&self, normal: &Normal, tokens: &[Token], letters: &mut Vec<char>) {
        for token in &tokens[self.first as usize..self.end as usize] {
            letters.extend_from_slice(&normal.chars()[token.start as usize..token.end as usize]);
        }
    }

    pub fn is_composed(&self) -> bool {
        self.end - self.first > 1
    }
}

/// Writes the words of `tokens` to `words`; `persian` says whether endings may stand apart.
pub(super) fn words(normal: &Normal, tokens: &[Token], persian: bool, words: &mut Vec<Word>) {
    words.clear();
    let chars = normal.chars();
    let letters = |token: &Token| &chars[token.start as usize..token.end as usize];
    let is_one_of = |token: &Token, list: &[&str]| list.iter().any(|entry| same(letters(token), entry));
    let beside = |at: usize| {
        let (one, next) = (&tokens[at], tokens.get(at + 1)?);
        (next.kind == Kind::Word && next.start == one.end + 1 && chars[one.end as usize] == ' ').then_some(next)
    };
    let (mut breaks, mut hyphen) = (true, false);
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.kind == Kind::Sign {
            let soft =
                matches!(letters(token), ['-' | '–' | '\'' | '/' | '&' | '"' | '_' | '*' | '«' | '»' | '“' | '”']);
            breaks |= !soft;
            hyphen = token.joined && matches!(letters(token), ['-' | '–' | '\'' | '/']);
            at += 1;
            continue;
        }
        let mut word = Word { first: at as u32, end: at as u32 + 1, main: at as u32, breaks, hyphen, key: token.hash };
        (breaks, hyphen) = (token.kind == Kind::Emoji, false);
        word.breaks |= breaks;
        if persian && token.kind == Kind::Word {
            let mut last = at;
            if is_one_of(token, BEFORE) && beside(at).is_some() {
                last += 1;
                word.main = last as u32;
            }
            // An ending and one more: `بزرگ تر ها`.
            for _ in 0..2 {
                if beside(last).is_some_and(|next| is_one_of(next, AFTER)) {
                    last += 1;
                }
            }
            for token in &tokens[at + 1..=last] {
                word.key = finish(step(word.key, token.hash));
            }
            word.end = last as u32 + 1;
            at = last;
        }
        words.push(word);
        at += 1;
    }
}

/// The letters of each word of a word of a rule, folded: most often one; two of `check-in` and `دست‌شویی`.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let normal = Normal::new(text);
    let mut tokens = Vec::new();
    features::tokens(&normal, &mut tokens);
    let mut found = Vec::new();
    words(&normal, &tokens, true, &mut found);
    let letters = |word: &Word| {
        let mut letters = Vec::new();
        word.letters(&normal, &tokens, &mut letters);
        letters.into_iter().collect()
    };
    found.iter().map(letters).collect()
}

pub(super) fn same(letters: &[char], entry: &str) -> bool {
    letters.iter().copied().eq(entry.chars())
}
