//! Keys of surveys, questions and options: made once, unique, and never given to anything else.

use kernel::survey::{KEY_CHARS_MAX, key_from};

/// Keys made from words are cut here, so that columns and exports stay readable.
const MADE_CHARS_MAX: usize = 40;

/// A key from words, or from `fallback` where the words have no letter or digit; numbered until it is not taken.
pub fn unique(words: &str, fallback: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let made: String = key_from(words).chars().take(MADE_CHARS_MAX).collect();
    let base = match made.trim_matches('_') {
        "" => fallback,
        made => made,
    };
    if !is_taken(base) {
        return base.to_owned();
    }
    // Ends: each number is tried once and only finitely many keys are taken.
    let mut number = 2u64;
    loop {
        let key = format!("{base}_{number}");
        if !is_taken(&key) {
            return key;
        }
        number += 1;
    }
}

/// Whether a key that a person typed is one: what [`key_from`] makes of it is itself.
pub fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= KEY_CHARS_MAX && key_from(text) == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_do_not_collide() {
        let taken = ["visit", "visit_2"];
        assert_eq!(unique("Visit!", "survey", |key| taken.contains(&key)), "visit_3");
        assert_eq!(unique("★★★", "survey", |_| false), "survey");
        assert_eq!(unique("مراجعه شما", "survey", |_| false), "مراجعه_شما");
    }

    #[test]
    fn typed_keys_have_the_form_of_made_ones() {
        for key in ["nps", "why_2", "دلیل"] {
            assert!(is_key(key), "{key}");
        }
        for text in ["", "NPS", "a b", "a/b", "_a", "a\"b"] {
            assert!(!is_key(text), "{text}");
        }
    }
}
