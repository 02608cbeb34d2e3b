//! Where contrasts divide a sentence.

use std::ops::Range;

use super::{run_end, trimmed};

/// Words that begin a clause in one language, folded, each in one list.
struct Openers {
    language: &'static str,
    /// Wherever they stand.
    turning: &'static [&'static str],
    /// The same, and a comma ends their clause: `although it was late, it was good`.
    conceding: &'static [&'static str],
    /// Only after a comma: elsewhere they mean something else as well.
    turning_after_comma: &'static [&'static str],
    /// Both.
    conceding_after_comma: &'static [&'static str],
}

#[rustfmt::skip]
const OPENERS: [Openers; 4] = [
    Openers {
        language: "en",
        turning: &["but", "whereas", "except that", "unfortunately", "nevertheless"],
        conceding: &["although", "though", "even though"],
        turning_after_comma: &["however", "yet", "still", "except", "otherwise", "too bad", "only"],
        conceding_after_comma: &["while", "despite"],
    },
    Openers {
        language: "fa",
        turning: &[
            "اما", "ولی", "ولیکن", "لیکن", "منتها", "منتهی", "با این حال", "با این وجود", "متاسفانه", "در حالی که",
            "درحالیکه", "در صورتی که", "در صورتیکه",
        ],
        conceding: &["هرچند", "هر چند", "اگرچه", "اگر چه", "گرچه", "با اینکه", "با این که"],
        turning_after_comma: &["فقط", "البته", "در عوض", "حیف", "بجز", "به جز"],
        conceding_after_comma: &["با وجود", "علیرغم"],
    },
    Openers {
        language: "ar",
        turning: &[
            "لکن", "ولکن", "لاکن", "ولاکن", "بس", "لکنه", "لکنها", "ولکنه", "ولکنها", "الا ان", "غیر ان", "بید ان",
            "للاسف", "وللاسف", "بینما", "ومع ذلک",
        ],
        conceding: &["رغم", "بالرغم", "علی الرغم", "مع ان"],
        turning_after_comma: &["مع ذلک", "بل", "الا", "فقط", "باستثناء", "ما عدا", "ماعدا", "العیب", "عیبه"],
        conceding_after_comma: &[],
    },
    Openers {
        language: "sv",
        turning: &["men", "däremot", "tyvärr", "å andra sidan", "medan"],
        conceding: &["fastän", "även om", "trots att"],
        turning_after_comma: &["fast", "dock", "ändå", "förutom", "emellertid", "synd", "enda"],
        conceding_after_comma: &["trots"],
    },
];

impl Openers {
    /// The longest opener that `chars` begin with: its length, and whether it concedes.
    fn find(&self, chars: &[char], comma: bool) -> Option<(usize, bool)> {
        let lists = [
            (self.turning, false, true),
            (self.conceding, true, true),
            (self.turning_after_comma, false, comma),
            (self.conceding_after_comma, true, comma),
        ];
        let open = lists.into_iter().filter(|(_, _, may)| *may);
        let found = open.flat_map(|(list, concedes, _)| {
            list.iter().filter_map(move |entry| Some((begins_with(chars, entry)?, concedes)))
        });
        found.max_by_key(|(length, _)| *length)
    }
}

/// The clauses of the sentence `range`; none if it is of one piece.
pub fn clauses(chars: &[char], range: Range<usize>, language: &str) -> Vec<Range<usize>> {
    let Some(openers) = OPENERS.iter().find(|openers| openers.language == language) else {
        return Vec::new();
    };
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
        let found = openers.find(&chars[word..range.end], comma);
        if let Some(cut) = semicolon.take().or(found.filter(|_| worded).map(|_| word)) {
            cuts.push(cut);
            conceding = false;
        }
        conceding |= found.is_some_and(|(_, concedes)| concedes);
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
