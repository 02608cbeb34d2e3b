//! Where contrasts divide a sentence.

use std::ops::Range;

use super::{run_end, trimmed};

/// Words that begin a clause wherever they stand, folded, by language.
const ANYWHERE: [(&str, &[&str]); 4] = [
    ("en", &["but", "although", "though", "even though", "whereas", "except that", "unfortunately", "nevertheless"]),
    (
        "fa",
        &[
            "اما",
            "ولی",
            "ولیکن",
            "لیکن",
            "منتها",
            "منتهی",
            "هرچند",
            "هر چند",
            "اگرچه",
            "اگر چه",
            "گرچه",
            "با اینکه",
            "با این که",
            "با این حال",
            "با این وجود",
            "متاسفانه",
            "در حالی که",
            "درحالیکه",
            "در صورتی که",
            "در صورتیکه",
        ],
    ),
    (
        "ar",
        &[
            "لکن",
            "ولکن",
            "لاکن",
            "ولاکن",
            "بس",
            "لکنه",
            "لکنها",
            "ولکنه",
            "ولکنها",
            "الا ان",
            "غیر ان",
            "بید ان",
            "رغم",
            "بالرغم",
            "علی الرغم",
            "مع ان",
            "للاسف",
            "وللاسف",
            "بینما",
            "ومع ذلک",
        ],
    ),
    ("sv", &["men", "fastän", "även om", "trots att", "däremot", "tyvärr", "å andra sidan", "medan"]),
];
/// Words that begin a clause only after a comma: elsewhere they mean something else as well.
const AFTER_COMMA: [(&str, &[&str]); 4] = [
    ("en", &["however", "yet", "still", "except", "while", "despite", "otherwise", "too bad", "only"]),
    ("fa", &["فقط", "البته", "در عوض", "حیف", "با وجود", "علیرغم", "بجز", "به جز"]),
    ("ar", &["مع ذلک", "بل", "الا", "فقط", "باستثناء", "ما عدا", "ماعدا", "العیب", "عیبه"]),
    ("sv", &["fast", "dock", "ändå", "trots", "förutom", "emellertid", "synd", "enda"]),
];
/// Of those, the ones whose clause a comma ends: `although it was late, it was good`.
const CONCEDING: &[&str] = &[
    "although",
    "though",
    "even though",
    "despite",
    "while",
    "هرچند",
    "هر چند",
    "اگرچه",
    "اگر چه",
    "گرچه",
    "با اینکه",
    "با این که",
    "با وجود",
    "علیرغم",
    "رغم",
    "بالرغم",
    "علی الرغم",
    "مع ان",
    "fastän",
    "även om",
    "trots att",
    "trots",
];

/// The clauses of the sentence `range`; none if it is of one piece.
pub fn clauses(chars: &[char], range: Range<usize>, language: &str) -> Vec<Range<usize>> {
    let list = |lists: &[(&str, &'static [&'static str]); 4]| {
        lists.iter().find(|(code, _)| *code == language).map_or(&[] as &[&str], |(_, list)| list)
    };
    let (anywhere, after_comma) = (list(&ANYWHERE), list(&AFTER_COMMA));
    if anywhere.is_empty() {
        return Vec::new();
    }
    let mut cuts = vec![range.start];
    // Whether a word, a comma right before and a concession stand in the clause so far.
    let (mut worded, mut comma, mut conceding) = (false, false, false);
    let mut semicolon = None;
    let mut at = range.start;
    while at < range.end {
        let c = chars[at];
        at += 1;
        if !c.is_alphanumeric() {
            let ends = matches!(c, ';' | '؛') || conceding && is_comma(c);
            if ends && worded {
                semicolon = Some(at);
            }
            comma = is_comma(c) || ends || comma && c.is_whitespace();
            continue;
        }
        let word = at - 1;
        let listed = anywhere.iter().chain(after_comma.iter().filter(|_| comma));
        let found = listed
            .filter_map(|entry| begins_with(&chars[word..range.end], entry).map(|taken| (taken, entry)))
            .max_by_key(|(taken, _)| *taken);
        if let Some(cut) = semicolon.take().or(found.filter(|_| worded).map(|_| word)) {
            cuts.push(cut);
            conceding = false;
        }
        conceding |= found.is_some_and(|(_, entry)| CONCEDING.contains(entry));
        (worded, comma) = (true, false);
        let past = found.map_or(at, |(taken, _)| word + taken);
        at = run_end(&chars[..range.end], past, |c| c.is_alphanumeric() || is_mark(c));
    }
    if cuts.len() == 1 {
        return Vec::new();
    }
    cuts.push(range.end);
    cuts.windows(2).filter_map(|pair| trimmed(chars, pair[0]..pair[1])).collect()
}

/// How many of `chars` are the words of `entry`, which is folded, if they begin with them.
fn begins_with(chars: &[char], entry: &str) -> Option<usize> {
    let mut rest = chars.iter().enumerate().filter(|(_, c)| !is_mark(**c)).peekable();
    for wanted in entry.chars() {
        let (_, &c) = rest.next()?;
        let fits = if wanted == ' ' { c == ' ' || c == '\u{200c}' } else { one_form(c) == wanted };
        if !fits {
            return None;
        }
    }
    match rest.next() {
        Some((_, c)) if c.is_alphanumeric() => None,
        Some((end, _)) => Some(end),
        None => Some(chars.len()),
    }
}

/// One form of a letter, as folding has it.
fn one_form(c: char) -> char {
    match c {
        'ي' | 'ى' | 'ئ' => 'ی',
        'ك' => 'ک',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '–' | '—')
}

/// Vowel signs and elongation of Arabic script, which words are compared without.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::super::sentences;

    fn cut(text: &str, range: Range<usize>) -> String {
        text.chars().skip(range.start).take(range.len()).collect()
    }

    fn parts(text: &str, language: &str) -> Vec<String> {
        let found = sentences(text, language);
        found.into_iter().flat_map(|s| s.clauses).map(|clause| cut(text, clause)).collect()
    }

    #[test]
    fn contrasts_split_clauses() {
        assert_eq!(parts("Good food, but the waiter was rude.", "en"), ["Good food,", "but the waiter was rude."]);
        assert_eq!(parts("غذا خوب بود ولي سرد رسید", "fa"), ["غذا خوب بود", "ولي سرد رسید"]);
        assert_eq!(parts("الطعام لذيذ إلا أنّ الخدمة بطيئة", "ar"), ["الطعام لذيذ", "إلا أنّ الخدمة بطيئة"]);
        assert_eq!(parts("Maten var god men kall, fast billig", "sv"), ["Maten var god", "men kall,", "fast billig"]);
        assert_eq!(
            parts("Although it was late, the pizza was hot", "en"),
            ["Although it was late,", "the pizza was hot"]
        );
        assert_eq!(parts("هرچند دیر رسید، گرم بود", "fa"), ["هرچند دیر رسید،", "گرم بود"]);
        assert_eq!(parts("Cheap even though it is new", "en"), ["Cheap", "even though it is new"]);
        assert_eq!(parts("Cheap; it broke", "en"), ["Cheap;", "it broke"]);
    }

    #[test]
    fn words_that_only_look_like_contrasts_do_not() {
        for (text, language) in [
            ("The men were kind", "en"),
            ("But it was fine", "en"),
            ("Button broke, butter was fine", "en"),
            ("Priset är fast och bra", "sv"),
            ("اماکن زیبا دارد", "fa"),
            ("Good but", "en"),
            ("good mais cher", "fr"),
        ] {
            let wanted: &[&str] = if text == "Good but" { &["Good", "but"] } else { &[] };
            assert_eq!(parts(text, language), wanted, "{text}");
        }
    }
}
