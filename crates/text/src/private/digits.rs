//! What is made of digits: accounts, cards, national ids, phones, addresses of the internet.

use super::cues::{Cue, before};
use super::words::Words;
use super::{Found, Kind};

/// Digits of one run at most; longer ones are nobody's number.
const LONGEST: usize = 40;

/// Digits with the signs between them.
#[derive(Debug)]
struct Run {
    start: usize,
    end: usize,
    digits: Vec<u8>,
    /// Lengths of the groups between signs.
    groups: Vec<usize>,
    /// The signs between groups, one each.
    signs: Vec<char>,
    plus: bool,
    /// What stands right before and after.
    before: Option<char>,
    after: Option<char>,
}

pub fn numbers(words: &Words, found: &mut Vec<Found>) {
    let chars = &words.plain;
    let mut at = 0;
    while at < chars.len() {
        if let Some(end) = iban(words, at) {
            found.push(Found { kind: Kind::Iban, start: at, end });
            at = end;
            continue;
        }
        if let Some(end) = ip_six(chars, at) {
            found.push(Found { kind: Kind::Ip, start: at, end });
            at = end;
            continue;
        }
        let begins = chars[at].is_ascii_digit()
            || matches!(chars[at], '+' | '(') && chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || *c == '+');
        if !begins {
            at += 1;
            continue;
        }
        let run = run(chars, at);
        at = run.end.max(at + 1);
        if let Some((kind, run)) = classify(words, run) {
            found.push(Found { kind, start: run.start, end: run.end });
        }
    }
}

/// The run of digits that begins at `start`; single spaces, hyphens, dots and brackets may stand within.
fn run(chars: &[char], start: usize) -> Run {
    let plus = chars[start] == '+' || chars[start] == '(' && chars.get(start + 1) == Some(&'+');
    let (mut digits, mut groups, mut signs) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = start;
    let mut end = start;
    while at < chars.len() && chars[at] != '\n' {
        if chars[at].is_ascii_digit() {
            if at == start || at != end || groups.is_empty() {
                groups.push(0);
            }
            digits.push(chars[at] as u8 - b'0');
            if let Some(last) = groups.last_mut() {
                *last += 1;
            }
            end = at + 1;
            at += 1;
            continue;
        }
        // What stands between groups: at most three signs, at most one of which is no bracket or space.
        let gap = chars[at..].iter().take(4).take_while(|c| is_sign(**c)).count();
        let next = chars.get(at + gap);
        if gap == 0 && at > start || gap > 3 || !next.is_some_and(char::is_ascii_digit) && at > start {
            break;
        }
        if at > start && !digits.is_empty() {
            let strong = chars[at..at + gap].iter().copied().find(|c| !matches!(c, ' ' | '\u{a0}' | '(' | ')'));
            signs.push(strong.unwrap_or(' '));
        }
        at += gap.max(1);
    }
    let before = start.checked_sub(1).map(|at| chars[at]);
    Run { start, end, digits, groups, signs, plus, before, after: chars.get(end).copied() }
}

fn is_sign(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '-' | '‐' | '‑' | '–' | '.' | '(' | ')' | '\u{200c}' | '\u{200e}')
}

/// What a run is, if it is personal, and how much of it.
fn classify(words: &Words, run: Run) -> Option<(Kind, Run)> {
    let count = run.digits.len();
    if !(4..=LONGEST).contains(&count) {
        return None;
    }
    // Part of a code, a decimal, a date with slashes, a price.
    let part = |c: char| {
        c.is_alphanumeric() || matches!(c, '/' | ',' | '٫' | '٬' | '_' | '%' | '٪' | '#' | '$' | '€' | '£' | '=')
    };
    let inside = run.before.is_some_and(part) && !run.plus
        || run.after.is_some_and(|c| matches!(c, '_' | '%' | '٪' | '$' | '€' | '£'))
        || run.after.is_some_and(|c| matches!(c, '/' | ',' | '٫' | '٬'))
            && words.plain.get(run.end + 1).is_some_and(char::is_ascii_digit)
        || run.after.is_some_and(char::is_alphabetic);
    let cue = before(words, words.at(run.start));
    if inside {
        return None;
    }
    if is_ip(&run) {
        let version = cue == Some(Cue::Order);
        return (!version).then_some((Kind::Ip, run));
    }
    let ordered = cue == Some(Cue::Order);
    if is_card(&run) && !(ordered && run.groups.len() == 1) {
        return Some((Kind::Card, run));
    }
    if is_personal(&run, cue) {
        return Some((Kind::NationalId, run));
    }
    if is_postal(&run, cue) {
        return Some((Kind::Address, run));
    }
    if is_phone(&run, cue) {
        return Some((Kind::Phone, run));
    }
    None
}

fn is_ip(run: &Run) -> bool {
    run.groups.len() == 4
        && run.signs.iter().all(|sign| *sign == '.')
        && !run.plus
        && run.end - run.start == run.digits.len() + 3
        && run.groups.iter().all(|length| *length <= 3)
        && {
            let mut rest = &run.digits[..];
            run.groups.iter().all(|&length| {
                let (group, tail) = rest.split_at(length);
                rest = tail;
                group.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit)) <= 255
            })
        }
}

/// A payment card: 13 to 19 digits that Luhn's check digit fits, in one group or in fours.
fn is_card(run: &Run) -> bool {
    let count = run.digits.len();
    let fours = run.groups.len() == 1
        || run.groups.iter().rev().skip(1).all(|length| *length == 4)
        || run.groups == [4, 6, 5] && count == 15;
    let issuer = match run.digits.first() {
        Some(3) => matches!(count, 14..=15),
        // 2221 to 2720: years are none.
        Some(2) => count == 16 && matches!(run.digits[..4], [2, 2..=7, ..]),
        Some(4..=6) => matches!(count, 13 | 16..=19),
        _ => false,
    };
    // Some cards of Iran begin with 9, with the same check digit.
    let issuer = issuer || count == 16 && matches!(run.digits[..2], [9, _]);
    (13..=19).contains(&count) && !run.plus && fours && issuer && varied(&run.digits) && luhn(&run.digits)
}

fn varied(digits: &[u8]) -> bool {
    digits.iter().any(|digit| *digit != digits[0])
}

/// Luhn's check (ISO/IEC 7812-1): every second digit from the right doubled, the digits of all summed, a multiple of
/// ten.
fn luhn(digits: &[u8]) -> bool {
    let value = |(at, digit): (usize, &u8)| match (at % 2, *digit) {
        (0, digit) => u32::from(digit),
        (_, digit) => u32::from(digit) * 2 - if digit > 4 { 9 } else { 0 },
    };
    digits.iter().rev().enumerate().map(value).sum::<u32>().is_multiple_of(10)
}

/// Kod melli: nine digits weighed 10 to 2, the remainder by 11 gives the tenth.
fn kod_melli(digits: &[u8]) -> bool {
    let sum: u32 = digits[..9].iter().enumerate().map(|(at, digit)| u32::from(*digit) * (10 - at as u32)).sum();
    let rest = sum % 11;
    let check = if rest < 2 { rest } else { 11 - rest };
    varied(digits) && check == u32::from(digits[9])
}

/// Personnummer and samordningsnummer: a date (the day may be 60 more), three digits, Luhn's check digit over ten.
fn personnummer(digits: &[u8]) -> bool {
    let ten = if digits.len() == 12 { &digits[2..] } else { digits };
    let number = |at: usize| ten[at] * 10 + ten[at + 1];
    let century = digits.len() == 10 || matches!(digits[..2], [1, 8 | 9] | [2, 0]);
    let day = if number(4) > 60 { number(4) - 60 } else { number(4) };
    century && (1..=12).contains(&number(2)) && (1..=31).contains(&day) && luhn(ten)
}

fn is_personal(run: &Run, cue: Option<Cue>) -> bool {
    if run.plus {
        return false;
    }
    let count = run.digits.len();
    let groups = &run.groups[..];
    // Announced as such: a wrong digit does not make it public.
    if cue == Some(Cue::National) && (8..=14).contains(&count) {
        return true;
    }
    if matches!(groups, [6, 4] | [8, 4]) && matches!(run.signs[..], ['-' | '‐' | '‑' | '–']) {
        return personnummer(&run.digits);
    }
    if matches!(groups, [3, 2, 4]) && run.signs.iter().all(|sign| *sign == '-') {
        return cue != Some(Cue::Order) && run.digits[0] != 9 && run.digits[..3] != [0, 0, 0];
    }
    if matches!(cue, Some(Cue::Order | Cue::Phone)) {
        return false;
    }
    match groups {
        [12] => personnummer(&run.digits),
        // Mobiles of Iran without their 0 begin with 9, those of the Gulf with 05.
        [10] | [3, 6, 1] => {
            run.digits[0] != 9
                && !matches!(run.digits[..2], [0, 5])
                && (kod_melli(&run.digits) || run.digits[0] != 0 && personnummer(&run.digits))
        }
        _ => false,
    }
}

fn is_postal(run: &Run, cue: Option<Cue>) -> bool {
    cue == Some(Cue::Address) && matches!(run.groups[..], [10] | [5, 5]) && !run.plus
}

fn is_phone(run: &Run, cue: Option<Cue>) -> bool {
    let (digits, count) = (&run.digits, run.digits.len());
    if is_date(run)
        || !varied(digits)
        || run.signs.iter().filter(|sign| **sign == '.').count() == 1 && run.groups.len() == 2
    {
        return false;
    }
    if run.plus {
        return (8..=15).contains(&count) && digits[0] != 0;
    }
    if cue == Some(Cue::Order) {
        return false;
    }
    if cue == Some(Cue::Phone) && (7..=15).contains(&count) {
        return true;
    }
    // Pairs of years, scores and prices have groups too, but not of these lengths.
    let grouped = run.groups.len() > 1;
    match digits[..] {
        [0, 0, country, ..] => (11..=15).contains(&count) && country != 0,
        // National forms: Iran 11, Sweden 9 or 10, Saudi Arabia, the Emirates, Jordan, Morocco 10, Egypt, Iraq 11.
        [0, area, ..] => area != 0 && (matches!(count, 10 | 11) || count == 9 && grouped),
        // Written without the 0: Iran's mobiles, the Gulf's with the country before.
        [9, 8, 9, ..] => count == 12,
        [9, 6 | 7, ..] => count == 12,
        [9, _, ..] => count == 10 && !grouped,
        [4, 6, 7, ..] => count == 11,
        // North America.
        [2..=9, ..] => matches!(run.groups[..], [3, 3, 4]),
        [1, 2..=9, ..] => matches!(run.groups[..], [1, 3, 3, 4]),
        _ => false,
    }
}

/// A date, perhaps with a time after it: three groups of which one is a year, or 2-2-2 between equal signs.
fn is_date(run: &Run) -> bool {
    let [a, b, c, ..] = run.groups[..] else { return false };
    if run.plus || run.signs[0] != run.signs[1] || !matches!(run.signs[0], '.' | '-' | '–') {
        return false;
    }
    let number = |from: usize, length: usize| {
        run.digits[from..from + length].iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit))
    };
    let month_and_day = |x: u32, y: u32| (1..=31).contains(&x) && (1..=31).contains(&y) && (x <= 12 || y <= 12);
    let year = |year: u32| (1300..=1500).contains(&year) || (1900..=2100).contains(&year);
    match (a, b, c) {
        (4, 1..=2, 1..=2) => year(number(0, 4)) && month_and_day(number(4, b), number(4 + b, c)),
        (1..=2, 1..=2, 4) => year(number(a + b, 4)) && month_and_day(number(0, a), number(a, b)),
        (1..=2, 1..=2, 2) => run.groups.len() == 3 && month_and_day(number(0, a), number(a, b)),
        _ => false,
    }
}

/// Lengths of accounts by country (ISO 13616 registry); others may have 15 to 34 letters.
const ACCOUNTS: [(&str, usize); 24] = [
    ("AE", 23),
    ("AT", 20),
    ("BE", 16),
    ("BH", 22),
    ("CH", 21),
    ("DE", 22),
    ("DK", 18),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("IQ", 23),
    ("IR", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("LB", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("QA", 29),
    ("SA", 24),
    ("SE", 24),
];

/// Where the account that begins at `start` ends.
fn iban(words: &Words, start: usize) -> Option<usize> {
    let chars = &words.plain;
    let head = chars.get(start..start + 4)?;
    let letters = head[0].is_ascii_alphabetic() && head[1].is_ascii_alphabetic();
    if !letters || start > 0 && chars[start - 1].is_alphanumeric() {
        return None;
    }
    let country: String = head[..2].iter().map(char::to_ascii_uppercase).collect();
    let known = ACCOUNTS.iter().find(|(code, _)| *code == country).map(|(_, length)| *length);
    let mut account = Vec::with_capacity(34);
    let mut at = start;
    // With the spaces between groups no account is longer than this.
    while at < chars.len().min(start + 50) && account.len() < known.unwrap_or(34) {
        match chars[at] {
            c if c.is_ascii_alphanumeric() => account.push(c.to_ascii_uppercase()),
            ' ' | '-' | '\u{a0}' if known.is_some() && account.len() > 3 => {}
            ' ' if known.is_some() && account.len() == 2 => {}
            _ => break,
        }
        at += 1;
    }
    let whole = chars.get(at).is_none_or(|c| !c.is_alphanumeric());
    let length = known.map_or((15..=34).contains(&account.len()), |length| length == account.len());
    let checked = account.len() > 4 && account[2].is_ascii_digit() && account[3].is_ascii_digit();
    (whole && length && checked && modulo_97(&account) == 1).then_some(at)
}

/// The account with its first four letters at the end, letters as 10 to 35, modulo 97.
fn modulo_97(account: &[char]) -> u32 {
    account[4..].iter().chain(&account[..4]).fold(0, |rest, c| match c.to_digit(36) {
        Some(value @ 10..) => (rest * 100 + value) % 97,
        Some(value) => (rest * 10 + value) % 97,
        None => rest,
    })
}

/// Where the address of version 6 that begins at `start` ends: eight groups, or `::` and three or more.
fn ip_six(chars: &[char], start: usize) -> Option<usize> {
    let part = |c: char| c.is_ascii_hexdigit() || c == ':';
    if !part(chars[start]) || start > 0 && (part(chars[start - 1]) || chars[start - 1].is_alphanumeric()) {
        return None;
    }
    // The longest has 39 letters.
    let length = chars[start..].iter().take(40).take_while(|c| part(**c)).count();
    let text: String = chars[start..start + length].iter().collect();
    let address = text.trim_end_matches(':');
    let groups = address.split(':').filter(|group| !group.is_empty()).count();
    let sound = address.split(':').all(|group| group.len() <= 4) && address.matches("::").count() <= 1;
    let whole = groups == 8 || address.contains("::") && groups >= 3;
    let open = chars.get(start + length).is_some_and(|c| c.is_alphanumeric());
    (sound && whole && !open && length < 40).then(|| start + address.len())
}
