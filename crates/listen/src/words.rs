//! Language tags.

/// Entries of an `Accept-Language` header that are read.
const ACCEPTED_MAX: usize = 32;
/// Longest tag that RFC 5646 asks programs to take.
const TAG_BYTES_MAX: usize = 35;

/// Whether a text has the form of a language tag (RFC 5646): a language of two to eight letters, then subtags.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    text.len() <= TAG_BYTES_MAX
        && (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The first of `offered` that an `Accept-Language` header wants most (RFC 9110, section 12.5.4), by primary language.
pub fn accepted<'a>(header: &str, offered: &'a [String]) -> Option<&'a str> {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    let mut wanted: Vec<(u16, &str)> = header
        .split(',')
        .take(ACCEPTED_MAX)
        .filter_map(|entry| {
            let (tag, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
            let weight: f32 = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
            (weight > 0.0 && weight <= 1.0).then_some(((weight * 1000.0) as u16, tag.trim()))
        })
        .collect();
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.iter().find_map(|(_, tag)| {
        let same = offered.iter().find(|offer| offer.eq_ignore_ascii_case(tag));
        same.or_else(|| offered.iter().find(|offer| primary(offer) == primary(tag))).map(String::as_str)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_form() {
        for tag in ["fa", "fa-ir", "zh-hant-tw", "de-1996"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in ["", "f", "fa_IR", "persian language", "fa-", "<b>", "en-abcdefghi"] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn the_browser_gets_the_language_that_it_wants_most() {
        let offered = ["en".to_owned(), "fa".to_owned(), "pt-BR".to_owned()];
        assert_eq!(accepted("de, fa-IR;q=0.9, en;q=0.1", &offered), Some("fa"));
        assert_eq!(accepted("pt;q=0.5, sv", &offered), Some("pt-BR"));
        assert_eq!(accepted("sv, en;q=0", &offered), None);
        assert_eq!(accepted("", &offered), None);
    }
}
