//! Where the sentences and clauses of a text are, as code points of the original. Written for what people type into
//! a box: no space after a full stop, dots for pauses, pictures for full stops, three languages in a row. Time is
//! linear in the text.

mod clause;

use std::ops::Range;

/// A sentence and its clauses, in code points of the original, without the white space around.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub start: usize,
    pub end: usize,
    /// What contrasts stand between: at least two, in order, within the sentence. Empty if it is of one piece.
    pub clauses: Vec<Range<usize>>,
}

/// Longest abbreviation, in letters.
const ABBREVIATION: usize = 6;
/// Never the end of a sentence.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "bl", "ex", "e.g", "i.e", "s.k", "t.ex", "bl.a", "fr.o", "kl", "ca",
    "jr", "sr",
];
/// The end of a sentence only if a capital follows.
const SHORTENED: &[&str] = &[
    "etc", "osv", "m.m", "mm", "dvs", "approx", "inc", "ltd", "co", "dept", "min", "max", "tel", "nr", "kr", "st",
    "a.m", "p.m", "f.d", "resp",
];

/// The sentences of `text`, in order. `language` says which words contrast; without one that is known, sentences
/// have no clauses.
pub fn sentences(text: &str, language: &str) -> Vec<Segment> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let end = sentence_end(&chars, start);
        if let Some(range) = trimmed(&chars, start..end) {
            let clauses = clause::clauses(&chars, range.clone(), language);
            found.push(Segment { start: range.start, end: range.end, clauses });
        }
        start = end;
    }
    found
}

/// One past the sentence that begins at `start`, with the signs, quotes and pictures that close it.
fn sentence_end(chars: &[char], start: usize) -> usize {
    let mut at = start;
    while at < chars.len() {
        let c = chars[at];
        if c == '\n' || c == '\u{2029}' {
            return at + 1;
        }
        if is_stop(c) {
            let run = run_end(chars, at, is_stop);
            if ends(chars, start, at, run) {
                return closed(chars, run);
            }
            at = run;
        } else if is_picture(c) {
            let run = run_end(chars, at, |c| is_picture(c) || is_joiner(c));
            let pictures = chars[at..run].iter().filter(|&&c| is_picture(c)).count();
            let next = next_visible(chars, run);
            if run > start && next.is_some_and(|c| c.is_uppercase() || pictures > 1 && c.is_alphabetic()) {
                return run;
            }
            at = run;
        } else {
            at += 1;
        }
    }
    chars.len()
}

/// Whether the stops at `at..run` end the sentence that begins at `start`.
fn ends(chars: &[char], start: usize, at: usize, run: usize) -> bool {
    let before = at.checked_sub(1).filter(|&place| place >= start).map(|place| chars[place]);
    let after = chars.get(run).copied();
    if chars[at..run].iter().any(|c| !matches!(c, '.' | '…')) {
        return true;
    }
    let pause = run - at > 1 || chars[at] == '…';
    let beside = |test: fn(char) -> bool| before.is_some_and(test) && after.is_some_and(test);
    if let Some(next) = after.filter(|next| next.is_alphanumeric()) {
        // No space follows: a number, an address, or a sentence that began in a hurry.
        let hurried = before.is_some_and(char::is_lowercase) && next.is_uppercase();
        return hurried || beside(is_arabic) || pause && !next.is_lowercase();
    }
    let next = next_visible(chars, run);
    if pause {
        return next.is_none_or(|next| !next.is_lowercase());
    }
    let word = word_before(chars, start, at);
    if word.is_empty() {
        return before.is_some();
    }
    let number = chars[start..at].iter().all(|c| c.is_numeric() || c.is_whitespace());
    let initial = word.len() == 1 && word[0].is_uppercase() && next.is_some_and(char::is_uppercase);
    let is = |list: &[&str]| list.iter().any(|entry| same(&word, entry));
    let capital = next.is_none_or(|next| !next.is_lowercase() && !next.is_numeric());
    !(number || initial || is(TITLES) || is(SHORTENED) && !capital)
}

/// The word before `at`, dots within it included; empty if it is too long to be an abbreviation.
fn word_before(chars: &[char], start: usize, at: usize) -> Vec<char> {
    let reach = at.saturating_sub(ABBREVIATION).max(start);
    let length = chars[reach..at].iter().rev().take_while(|&&c| c.is_alphanumeric() || c == '.').count();
    let more = (at - length).checked_sub(1).filter(|&place| place >= start).map(|place| chars[place]);
    if more.is_some_and(char::is_alphanumeric) { Vec::new() } else { chars[at - length..at].to_vec() }
}

/// Past closing quotes and brackets, and past pictures with the spaces before them.
fn closed(chars: &[char], at: usize) -> usize {
    let at = run_end(chars, at, |c| matches!(c, '"' | '\'' | '”' | '’' | ')' | ']' | '}' | '»' | '›'));
    let space = run_end(chars, at, |c| c == ' ' || c == '\u{a0}');
    let pictures = run_end(chars, space, |c| is_picture(c) || is_joiner(c) || c == ' ');
    if chars.get(space).is_some_and(|&c| is_picture(c)) { pictures } else { at }
}

fn same(word: &[char], entry: &str) -> bool {
    word.iter().flat_map(|c| c.to_lowercase()).eq(entry.chars())
}

fn trimmed(chars: &[char], range: Range<usize>) -> Option<Range<usize>> {
    let blank = |c: &char| c.is_whitespace() || is_joiner(*c);
    let part = &chars[range.clone()];
    let start = range.start + part.iter().position(|c| !blank(c))?;
    let end = range.end - part.iter().rev().position(|c| !blank(c))?;
    Some(start..end)
}

fn run_end(chars: &[char], at: usize, test: impl Fn(char) -> bool) -> usize {
    at + chars[at..].iter().take_while(|&&c| test(c)).count()
}

/// What follows, past spaces, quotes and brackets, within reach: who piles up more is not understood.
fn next_visible(chars: &[char], at: usize) -> Option<char> {
    let quiet = |c: char| c.is_whitespace() || is_joiner(c) || matches!(c, '"' | '“' | '«' | '(' | '\'' | '‘' | '[');
    chars[at..].iter().take(32).copied().find(|&c| !quiet(c))
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '۔' | '…' | '‼' | '⁇' | '⁉' | '。' | '！' | '？')
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
}

/// Invisible, or a mark on the picture before.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, range: Range<usize>) -> String {
        text.chars().skip(range.start).take(range.len()).collect()
    }

    fn texts(text: &str, language: &str) -> Vec<String> {
        sentences(text, language).into_iter().map(|s| cut(text, s.start..s.end)).collect()
    }

    #[test]
    fn stops_end_sentences() {
        assert_eq!(texts("Good food! Slow service?? OK.", "en"), ["Good food!", "Slow service??", "OK."]);
        assert_eq!(texts("خوب بود. ارسال سریع؟ بله۔ ممنون", "fa"), ["خوب بود.", "ارسال سریع؟", "بله۔", "ممنون"]);
        assert_eq!(texts("one\n\n two \nthree", "en"), ["one", "two", "three"]);
        assert_eq!(texts("He said \"great!\" Then left.", "en"), ["He said \"great!\"", "Then left."]);
        assert_eq!(texts("", "en"), [] as [&str; 0]);
        assert_eq!(texts(" \n\u{200c} ", "fa"), [] as [&str; 0]);
    }

    #[test]
    fn a_hurried_full_stop_ends_one_too() {
        assert_eq!(texts("The room was small.The bed was hard.", "en"), ["The room was small.", "The bed was hard."]);
        assert_eq!(texts("خوب بود.ولی دیر رسید", "fa"), ["خوب بود.", "ولی دیر رسید"]);
    }

    #[test]
    fn abbreviations_numbers_and_pauses_do_not() {
        for whole in [
            "I paid 3.50 to Mr. Smith at example.com",
            "Waited e.g. two hours etc. before it came",
            "Kom kl. 12 t.ex. med bl.a. fel vara",
            "well... okay i guess",
            "1. The food",
            "J. R. Smith was kind",
            "امتیاز ۴.۵ از ۵",
        ] {
            assert_eq!(texts(whole, "en"), [whole]);
        }
        assert_eq!(texts("Cold... Never again", "en"), ["Cold...", "Never again"]);
        assert_eq!(texts("بد بود… دیگه نمیام", "fa"), ["بد بود…", "دیگه نمیام"]);
        assert_eq!(texts("Bags, shoes etc. The rest is fine", "en"), ["Bags, shoes etc.", "The rest is fine"]);
    }

    #[test]
    fn pictures_close_sentences() {
        assert_eq!(texts("عالی بود 😍😍 ممنون از شما", "fa"), ["عالی بود 😍😍", "ممنون از شما"]);
        assert_eq!(texts("Great! 👍🏽 Thanks", "en"), ["Great! 👍🏽", "Thanks"]);
        assert_eq!(texts("I ❤️ this place", "en"), ["I ❤️ this place"]);
        assert_eq!(texts("😡😡😡", "sv"), ["😡😡😡"]);
    }

    /// Texts of all that the rules look at, in any order.
    fn random_text(seed: u64) -> String {
        const PIECES: [&str; 40] = [
            "but", "ولی", "لكن", "men", "a", "The", "خوب", "جيد", "bra", " ", " ", " ", "  ", "\n", ".", ".", "...",
            "…", "!", "?", "؟", "۔", ",", "،", ";", "؛", "😀", "👍🏽", "❤️", "\u{200c}", "\u{200f}", "\u{64b}", "3", "۵",
            "etc", "Mr", "\"", ")", "although", "e\u{301}",
        ];
        let mut state = seed;
        let mut next = |bound: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % bound
        };
        let length = next(40);
        (0..length).map(|_| PIECES[next(PIECES.len())]).collect()
    }

    #[test]
    fn everything_visible_is_in_exactly_one_sentence() {
        for seed in 0..4000 {
            let text = random_text(seed);
            let chars: Vec<char> = text.chars().collect();
            for language in ["en", "fa", "ar", "sv", "und"] {
                let found = sentences(&text, language);
                let mut inside = vec![0_u8; chars.len()];
                let mut last = 0;
                for segment in &found {
                    assert!(last <= segment.start && segment.start < segment.end, "{text:?}");
                    last = segment.end;
                    inside[segment.start..segment.end].iter_mut().for_each(|count| *count += 1);
                    assert_ne!(segment.clauses.len(), 1, "{text:?}");
                    let (mut at, mut seen) = (segment.start, 0);
                    for clause in &segment.clauses {
                        assert!(at <= clause.start && clause.start < clause.end, "{text:?}");
                        at = clause.end;
                        seen += chars[clause.clone()].iter().filter(|c| c.is_alphanumeric()).count();
                    }
                    assert!(at <= segment.end, "{text:?}");
                    let all = chars[segment.start..segment.end].iter().filter(|c| c.is_alphanumeric()).count();
                    assert!(segment.clauses.is_empty() || seen == all, "{text:?}");
                }
                for (c, count) in chars.iter().zip(inside) {
                    let visible = !c.is_whitespace() && !is_joiner(*c);
                    assert!(count == 1 || !visible, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn whatever_is_piled_up_costs_no_more_than_its_length() {
        // With a look at all that is left at each of these, a million letters would take minutes.
        for piece in ["a.", "😀 ", "but ", ", but ", "…", "\" ", "; ", "\u{200c}", "ا.", "e.g."] {
            let text = piece.repeat(1_000_000 / piece.chars().count());
            let found = sentences(&text, "en");
            assert!(found.iter().all(|segment| segment.end <= 1_000_000), "{piece:?}");
        }
    }
}
