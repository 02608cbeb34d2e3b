//! Digits as people type them.

/// `text` with Persian and Arabic-Indic digits, separators and signs as ASCII, and the invisible marks that keyboards
/// and spreadsheets put around numbers removed: `۱٬۲۳۴٫۵` becomes `1234.5`, `−۳` becomes `-3`. Everything else stays, so
/// that what is not a number is still refused by the parser that follows.
pub fn parse_digits(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '۰'..='۹' => ascii.push(shifted(letter, '۰')),
            '٠'..='٩' => ascii.push(shifted(letter, '٠')),
            // Decimal separator of both scripts.
            '٫' => ascii.push('.'),
            '٪' => ascii.push('%'),
            '\u{2212}' => ascii.push('-'),
            // Thousands separator of both scripts; direction marks and isolates.
            '٬' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            other => ascii.push(other),
        }
    }
    ascii
}

/// The number that a person typed, in any of the scripts of [`parse_digits`]. A comma is a decimal separator when it is
/// the only one and not followed by exactly three digits (`3,5`), else a separator of thousands (`1,234`). `None` for
/// anything else, including infinities and `nan`.
pub fn parse_number(text: &str) -> Option<f64> {
    let ascii = parse_digits(text).replace(['\u{a0}', '\u{202f}', ' '], "");
    if !ascii.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b',' | b'e' | b'E')) {
        return None;
    }
    let number = match ascii.split_once(',') {
        None => ascii,
        Some((whole, rest)) if !rest.contains([',', '.']) && rest.len() != 3 => format!("{whole}.{rest}"),
        Some(_) if thousands(&ascii) => ascii.replace(',', ""),
        Some(_) => return None,
    };
    number.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether every comma of `ascii` stands before a group of three digits.
fn thousands(ascii: &str) -> bool {
    let whole = ascii.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches(['+', '-']).split(',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

fn shifted(digit: char, zero: char) -> char {
    char::from(b'0' + (digit as u32 - zero as u32) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locale;
    use crate::format::Format;

    #[test]
    fn reads_what_both_keyboards_write() {
        assert_eq!(parse_digits(" ۱٬۲۳۴٫۵ "), "1234.5");
        assert_eq!(parse_digits("\u{200e}−٣"), "-3");
        assert_eq!(parse_digits("۱۴۰۵/۰۹/۰۱"), "1405/09/01");
        assert_eq!(parse_digits("ده"), "ده");
    }

    #[test]
    fn numbers_are_read_with_either_separator() {
        for (text, number) in
            [("3,5", 3.5), ("1,234", 1234.0), ("1,234,567.5", 1_234_567.5), ("۱۲٫۵", 12.5), ("12 345", 12_345.0)]
        {
            assert_eq!(parse_number(text), Some(number), "{text}");
        }
        for text in ["", "1,23,456", "nan", "inf", "ten", "1.2.3", "1,2,3", "=1+1"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn reads_back_what_pages_write() {
        for locale in [Locale::Fa, Locale::Ar] {
            let written = Format::of(locale).signed(-12_345.5, 1);
            assert_eq!(parse_digits(&written).parse::<f64>(), Ok(-12_345.5), "{written}");
        }
    }
}
