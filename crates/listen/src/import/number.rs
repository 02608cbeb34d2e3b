//! Numbers in cells.

use kernel::format::{parse_digits, parse_number};

/// Words that stand for "no value" where a number, a choice or a language is due. In texts they are texts.
const NOTHING: [&str; 12] =
    ["-", "–", "—", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "not applicable", "ej aktuellt"];

/// A blank, or a word for one.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.len() <= 16 && NOTHING.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The number in `text`: Persian and Arabic digits, a decimal comma, separators of thousands and a percent sign (the
/// value stays in points of a hundred) are understood.
pub(super) fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Some(number) = small(text.as_bytes()) {
        return Some(number);
    }
    let rest = text.strip_suffix(['%', '٪']).unwrap_or(text);
    parse_number(rest)
}

/// Nearly every score is one or two ASCII digits.
fn small(bytes: &[u8]) -> Option<f64> {
    match bytes {
        [a @ b'0'..=b'9'] => Some(f64::from(a - b'0')),
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(f64::from((a - b'0') * 10 + (b - b'0'))),
        _ => None,
    }
}

/// A score: a number, or one with its words as survey tools export it (`10 - Extremely likely`, `5 (Very good)`).
pub(super) fn score(text: &str) -> Option<f64> {
    parse(text).or_else(|| {
        let ascii = parse_digits(text);
        let end = ascii.find(|c: char| !c.is_ascii_digit())?;
        let (digits, words) = ascii.split_at(end);
        let labelled =
            words.starts_with([' ', '-', '–', ':', '(', '=']) && !words.contains(|c: char| c.is_ascii_digit());
        if (1..=3).contains(&digits.len()) && labelled { digits.parse().ok() } else { None }
    })
}

/// A whole number as an attribute. Leading zeros make a code (a postcode, a phone number), not a number.
pub(super) fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_ascii() { whole(text) } else { whole(&parse_digits(text)) }
}

fn whole(ascii: &str) -> Option<i64> {
    let digits = ascii.strip_prefix('-').unwrap_or(ascii);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    if plain { ascii.parse().ok() } else { None }
}

/// A number as an attribute; codes as in [`integer`] are none.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let mut digits = text.trim_start_matches(['-', '−']).chars();
    let code = matches!(digits.next(), Some('0' | '۰' | '٠' | '+')) && digits.next().is_some_and(char::is_numeric);
    if code { None } else { parse(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_as_people_write_them() {
        for (text, number) in [
            ("9", 9.0),
            (" 10 ", 10.0),
            ("9.0", 9.0),
            ("۹", 9.0),
            ("١٠", 10.0),
            ("4,5", 4.5),
            ("۴٫۵", 4.5),
            ("80%", 80.0),
            ("۸۰٪", 80.0),
            ("10 - Extremely likely", 10.0),
            ("5 (mycket bra)", 5.0),
            ("0 اصلاً", 0.0),
            ("-3", -3.0),
        ] {
            assert_eq!(score(text), Some(number), "{text}");
        }
        for text in ["", "ten", "9/10", "5 of 7", "=1+1", "1e400", "NaN"] {
            assert_eq!(score(text), None, "{text}");
        }
    }

    #[test]
    fn codes_are_not_numbers() {
        assert_eq!(integer("00123"), None);
        assert_eq!(number("0049"), None);
        assert_eq!(integer("0"), Some(0));
        assert_eq!(integer("-12"), Some(-12));
        assert_eq!(integer("۱۲"), Some(12));
        assert_eq!(number("0.5"), Some(0.5));
        assert_eq!(integer("99999999999999999999"), None);
    }
}
