//! What is made of letters: mail and web addresses, licences, names and streets after cues.

use super::cues::{Cue, cue};
use super::words::Words;
use super::{Found, Kind};

/// Letters of one side of a mail address that are looked at.
const SIDE: usize = 64;
/// Words of a street address after its cue.
const STREET: usize = 14;

pub fn links_and_emails(words: &Words, found: &mut Vec<Found>) {
    let chars = &words.plain;
    let mut at = 0;
    while at < chars.len() {
        if let Some(end) = link_end(chars, at) {
            if is_personal(&chars[at..end]) {
                found.push(Found { kind: Kind::Link, start: at, end });
            }
            at = end;
        } else if chars[at] == '@' {
            let end = email(chars, at).map(|(start, end)| {
                found.push(Found { kind: Kind::Email, start, end });
                end
            });
            at = end.unwrap_or(at + 1);
        } else {
            at += 1;
        }
    }
}

fn link_end(chars: &[char], at: usize) -> Option<usize> {
    let starts = |head: &str| {
        chars[at..].iter().take(head.len()).map(char::to_ascii_lowercase).eq(head.chars())
            && (at == 0 || !chars[at - 1].is_alphanumeric())
    };
    if !matches!(chars[at], 'h' | 'H' | 'w' | 'W') || !(starts("http://") || starts("https://") || starts("www.")) {
        return None;
    }
    let ends = |c: &char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '،' | '»');
    let end = at + chars[at..].iter().position(ends).unwrap_or(chars.len() - at);
    let trailing =
        chars[at..end].iter().rev().take_while(|c| matches!(c, '.' | ',' | ')' | '!' | '?' | ';' | ':')).count();
    Some(end - trailing)
}

/// Whether a link carries what opens something or names somebody: a key, a code, a mail address, a long secret.
fn is_personal(link: &[char]) -> bool {
    const KEYS: [&str; 16] = [
        "token",
        "key",
        "apikey",
        "code",
        "auth",
        "session",
        "sessionid",
        "sid",
        "sig",
        "signature",
        "password",
        "email",
        "user",
        "uid",
        "access_token",
        "hash",
    ];
    let link: String = link.iter().collect::<String>().to_lowercase();
    let (path, query) = link.split_once(['?', '#']).unwrap_or((&link, ""));
    // A handle that is written against the link is none of it.
    let server = path.split_once("://").map_or(path, |(_, rest)| rest).split('/').next().unwrap_or_default();
    if server.contains('@') || query.contains('@') || link.contains("%40") {
        return true;
    }
    let keyed = query
        .split(['&', '?', '#', ';'])
        .filter_map(|pair| pair.split_once('='))
        .any(|(key, value)| !value.is_empty() && KEYS.contains(&key));
    let secret = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let letters = part.bytes().filter(u8::is_ascii_alphabetic).count();
        part.len() >= 20 && digits >= 3 && letters >= 3 && !part.contains(['.', '_']) && part.matches('-').count() <= 4
    };
    keyed || path.split('/').skip(3).any(secret) || query.split(['&', '=']).any(secret)
}

fn email(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
    let before = chars[..at].iter().rev().take(SIDE).take_while(|c| local(**c)).count();
    let start = at - before;
    let start = start + chars[start..at].iter().take_while(|c| !c.is_alphanumeric()).count();
    let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let after = chars[at + 1..].iter().take(4 * SIDE).take_while(|c| domain(**c)).count();
    let mut end = at + 1 + after;
    while end > at + 1 && !chars[end - 1].is_alphanumeric() {
        end -= 1;
    }
    let dot = chars[at + 1..end].iter().rposition(|c| *c == '.')?;
    let top = &chars[at + 2 + dot..end];
    let sound = start < at && dot > 0 && top.len() >= 2 && top.iter().all(|c| c.is_alphabetic());
    sound.then_some((start, end))
}

/// A passport, a licence or a number plate: letters and digits within three words after its cue.
pub fn licences(words: &Words, found: &mut Vec<Found>) {
    for at in 0..words.words.len() {
        let Some((Cue::Licence, taken)) = cue(words, at) else { continue };
        let first = at + taken;
        for next in first..(first + 3).min(words.words.len()) {
            if !words.same_sentence(next - 1) {
                break;
            }
            let word = &words.words[next];
            let digits = word.folded.bytes().filter(u8::is_ascii_digit).count();
            let letters = word.folded.chars().count();
            if digits >= 4 && (6..=14).contains(&letters) {
                found.push(Found { kind: Kind::Licence, start: word.start, end: word.end });
                break;
            }
        }
    }
}

/// Words that are no name though they follow "my name is" and the like, folded.
const NO_NAMES: &[&str] = &[
    "not",
    "wrong",
    "on",
    "in",
    "the",
    "a",
    "an",
    "still",
    "never",
    "misspelled",
    "spelled",
    "spelt",
    "incorrect",
    "missing",
    "listed",
    "written",
    "now",
    "also",
    "already",
    "and",
    "but",
    "no",
    "being",
    "my",
    "your",
    "so",
    "really",
    "اشتباه",
    "اشتباهی",
    "را",
    "رو",
    "در",
    "روی",
    "غلط",
    "نیست",
    "تو",
    "هم",
    "که",
    "چیست",
    "بد",
    "ثبت",
    "درست",
    "توی",
    "با",
    "به",
    "از",
    "برای",
    "و",
    "یا",
    "نبود",
    "نوشته",
    "شما",
    "شرکت",
    "تیم",
    "غیر",
    "خطا",
    "مکتوب",
    "لم",
    "لیس",
    "فی",
    "موجود",
    "لکم",
    "الاول",
    "الاولی",
    "خاطی",
    "من",
    "عند",
    "هو",
    "مش",
    "کان",
    "ما",
    "لا",
    "fel",
    "inte",
    "på",
    "i",
    "är",
    "felstavat",
    "felaktigt",
    "saknas",
    "står",
    "och",
    "men",
    "ju",
    "för",
    "support",
    "team",
    "sir",
    "madam",
    "staff",
];
/// Words that end a name, folded.
const NAME_ENDS: &[&str] = &[
    "است", "هست", "هستش", "هستم", "ام", "می", "و", "and", "och", "i", "from", "från", "från", "از", "من", "وانا", "و",
];

pub fn names(words: &Words, found: &mut Vec<Found>) {
    for at in 0..words.words.len() {
        let Some((cue, taken)) = cue(words, at) else { continue };
        let first = at + taken;
        let named = match cue {
            Cue::Name => name_after(words, first, false),
            Cue::Signed => name_after(words, first, true),
            _ => None,
        };
        if let Some((start, end)) = named {
            found.push(Found { kind: Kind::Name, start, end });
        }
    }
}

/// The name that begins with the word `first`: up to three words, capitals where the script has them. A signature must
/// end the text or its line.
fn name_after(words: &Words, first: usize, signed: bool) -> Option<(usize, usize)> {
    let word = words.words.get(first)?;
    let gap = &words.chars[words.words[first - 1].end..word.start];
    let opens = gap.len() <= 3 && gap.iter().all(|c| matches!(c, ' ' | ':' | ',' | '،' | '\n' | '\r' | '-' | '\u{a0}'));
    if !opens || !signed && gap.contains(&'\n') || is_no_name(&word.folded) || !is_letters(words, first) {
        return None;
    }
    let capital = words.chars[word.start].is_uppercase();
    let scripted = words.chars[word.start].is_lowercase();
    let mut last = first;
    while last + 1 < words.words.len() && last - first < 2 && words.close(last) && !stops(words, last) {
        let next = &words.words[last + 1];
        if NAME_ENDS.contains(&&*next.folded) || is_no_name(&next.folded) || !is_letters(words, last + 1) {
            break;
        }
        if (capital || scripted) && !words.chars[next.start].is_uppercase() {
            break;
        }
        last += 1;
    }
    let ended = words
        .words
        .get(last + 1)
        .is_none_or(|next| NAME_ENDS.contains(&&*next.folded) || !words.close(last) || stops(words, last));
    // Without capitals only what ends like a name is one: "my name is misspelt again" is none.
    let sure = if signed { words.words.len() <= last + 1 } else { capital || ended };
    let short = !signed || capital || !scripted && last - first < 2;
    (sure && short).then_some((word.start, words.words[last].end))
}

/// Whether a full stop or a comma follows the word `at`.
fn stops(words: &Words, at: usize) -> bool {
    words.chars.get(words.words[at].end).is_none_or(|c| matches!(c, '.' | ',' | '،' | '!' | '\n'))
}

fn is_no_name(folded: &str) -> bool {
    NO_NAMES.contains(&folded)
}

fn is_letters(words: &Words, at: usize) -> bool {
    let word = &words.words[at];
    word.end - word.start >= 2 && words.chars[word.start..word.end].iter().all(|c| !c.is_numeric())
}

/// Endings of English streets, folded.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "dr",
    "boulevard",
    "blvd",
    "court",
    "square",
    "terrace",
    "crescent",
    "close",
    "way",
];
/// Endings of Swedish streets.
const GATOR: &[&str] = &["gatan", "vägen", "gränd", "gränden", "torget", "allén", "stigen", "backen", "gata", "väg"];
/// Words that begin a street in Persian and Arabic, folded.
const KHIABAN: &[&str] = &["خیابان", "خ", "بلوار", "کوچه", "میدان", "شارع", "طریق"];
/// Words before the number of a house, folded.
const PELAK: &[&str] = &["پلاک", "پ", "واحد", "طبقه", "رقم", "مبنی", "عماره", "بنایه", "شقه", "منزل", "بیت"];

pub fn addresses(words: &Words, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < words.words.len() {
        let stretch = street(words, at).or_else(|| announced(words, at));
        if let Some((first, last)) = stretch {
            found.push(Found { kind: Kind::Address, start: words.words[first].start, end: words.words[last].end });
            at = last;
        }
        at += 1;
    }
}

fn is_number(words: &Words, at: usize) -> bool {
    words.words.get(at).is_some_and(|word| {
        let digits = word.folded.bytes().filter(u8::is_ascii_digit).count();
        digits > 0
            && digits <= 5
            && word.folded.starts_with(|c: char| c.is_ascii_digit())
            && word.folded.len() <= digits + 1
    })
}

/// The number of a house with the letter of its door: `12 B`, but not `12 i Umeå`.
fn with_letter(words: &Words, at: usize) -> usize {
    let letter = words
        .words
        .get(at + 1)
        .is_some_and(|word| word.end - word.start == 1 && words.chars[word.start].is_uppercase());
    if letter && words.close(at) { at + 1 } else { at }
}

/// The street address that begins with the word `at`, by its form.
fn street(words: &Words, at: usize) -> Option<(usize, usize)> {
    let word = &words.words[at];
    let folded = &*word.folded;
    // "12 Baker Street", capitals needed: "5 stars close to".
    if is_number(words, at) {
        for last in at + 2..(at + 5).min(words.words.len()) {
            let capital = |at: usize| words.chars[words.words[at].start].is_uppercase();
            if !words.close(last - 1) || !capital(last - 1) {
                return None;
            }
            if STREETS.contains(&&*words.words[last].folded) && capital(last) {
                return Some((at, last));
            }
        }
        return None;
    }
    if GATOR.iter().any(|ending| folded.ends_with(ending) && folded.len() > ending.len() + 2) {
        return (words.close(at) && is_number(words, at + 1)).then(|| (at, with_letter(words, at + 1)));
    }
    if KHIABAN.contains(&folded) {
        return numbered(words, at);
    }
    None
}

/// The address after a cue that says so; it must hold the number of a house.
fn announced(words: &Words, at: usize) -> Option<(usize, usize)> {
    let (Cue::Address, taken) = cue(words, at)? else { return None };
    let first = at + taken;
    let mut last = None;
    if words.words.get(first).is_none_or(|word| is_no_name(&word.folded)) {
        return None;
    }
    for next in first..(first + STREET).min(words.words.len()) {
        // A full stop after a short word abbreviates.
        let before = &words.words[next - 1];
        let stopped = words.chars.get(before.end) == Some(&'.') && before.end - before.start > 3;
        if !words.same_sentence(next - 1) || stopped {
            break;
        }
        if is_number(words, next) {
            last = Some(next);
        }
    }
    // "The address is 5 minutes away" holds a number first of all.
    last.filter(|&last| last > first && !is_number(words, first))
        .map(|last| (first, with_letter(words, last)))
        .or_else(|| street(words, first.min(words.words.len() - 1)).filter(|_| first < words.words.len()))
}

/// From a street to the last number of a house within reach.
fn numbered(words: &Words, first: usize) -> Option<(usize, usize)> {
    let mut last = None;
    for next in first + 1..(first + STREET).min(words.words.len()) {
        if !words.same_sentence(next - 1) {
            break;
        }
        let marked = PELAK.contains(&&*words.words[next - 1].folded);
        if is_number(words, next) && marked {
            last = Some(next);
        }
    }
    last.map(|last| (first, last))
}
