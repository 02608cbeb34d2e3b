//! The words that feel, and the small words that change what others say, in four languages. Which entries there are
//! and how a native reader reviews them: docs/lexicon.md.

use std::borrow::Cow;

/// What a word does to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// What follows is denied: `not`, `بدون`, `لم`, `inte`.
    NegateAfter,
    /// What stands before is denied, as by the Persian verb at the end: `نبود`.
    NegateBefore,
    /// What it belongs to counts this many times: above 1 it raises, below 1 it lowers.
    Degree(f32),
    /// What follows counts more than what went before: `but`, `اما`, `لكن`, `men`.
    Turn,
    /// What it begins counts less than the rest: `although`, `هرچند`, `رغم`, `trots`.
    Concede,
}

/// The languages that have a lexicon.
pub const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];

const EN: &str = include_str!("../data/lexicon/en.tsv");
const EN_VADER: &str = include_str!("../data/lexicon/en-vader.tsv");
const FA: &str = include_str!("../data/lexicon/fa.tsv");
const AR: &str = include_str!("../data/lexicon/ar.tsv");
const SV: &str = include_str!("../data/lexicon/sv.tsv");
const SV_SENTIMENTLEX: &str = include_str!("../data/lexicon/sv-sentimentlex.tsv");
const EMOJI: &str = include_str!("../data/lexicon/emoji.tsv");
const WORDS: &str = include_str!("../data/lexicon/words.tsv");

/// The words, phrases, signs and pictures that feel in `language`, with their valence from -4 to 4, in the order in
/// which they count: the first of two that are the same stands. Spelled as people write them, not folded; a
/// zero-width non-joiner stands for both ways of writing, joined and apart. None for a language without a lexicon.
pub fn entries(language: &str) -> impl Iterator<Item = (Cow<'static, str>, f32)> {
    let (own, licensed) = match language {
        "en" => (EN, EN_VADER),
        "fa" => (FA, ""),
        "ar" => (AR, ""),
        "sv" => (SV, SV_SENTIMENTLEX),
        _ => ("", ""),
    };
    let known = !own.is_empty();
    let pictures = if known { EMOJI } else { "" };
    let plain = || rows(own).chain(rows(licensed)).chain(rows(pictures));
    let inflect: fn(&str) -> Vec<String> = match language {
        "ar" => with_article,
        "fa" => compared,
        _ => |_| Vec::new(),
    };
    let grown = rows(own)
        .flat_map(move |(word, valence)| inflect(word).into_iter().map(move |form| (Cow::Owned(form), valence)));
    plain().map(|(word, valence)| (Cow::Borrowed(word), valence)).chain(grown)
}

/// The words and phrases of `language` that change what others say, spelled as in [`entries`].
pub fn changes(language: &str) -> impl Iterator<Item = (&'static str, Change)> {
    lines(WORDS).filter_map(move |line| {
        let mut fields = line.split('\t');
        if fields.next()? != language {
            return None;
        }
        let (kind, word) = (fields.next()?, fields.next()?);
        let change = match kind {
            "negate-after" => Change::NegateAfter,
            "negate-before" => Change::NegateBefore,
            "degree" => Change::Degree(fields.next()?.parse().ok()?),
            "turn" => Change::Turn,
            "concede" => Change::Concede,
            _ => return None,
        };
        Some((word, change))
    })
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    // No entry begins with this mark and a space.
    table.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, f32)> {
    lines(table).filter_map(|line| {
        let (word, valence) = line.split_once('\t')?;
        Some((word, valence.parse().ok()?))
    })
}

/// An Arabic word with the article and the conjunction that are written together with it.
fn with_article(word: &str) -> Vec<String> {
    let heads: &[&str] = match word {
        word if word.contains(' ') || word.starts_with("ال") => &["و"],
        _ => &["ال", "و", "وال"],
    };
    heads.iter().map(|head| format!("{head}{word}")).collect()
}

/// A Persian word with the endings of comparison written together with it.
fn compared(word: &str) -> Vec<String> {
    let letters = word.chars().count();
    // Pairs of words, and words that compare already, take none.
    if letters < 3 || word.contains([' ', '\u{200c}']) || word.ends_with("تر") || word.ends_with("ترین") {
        return Vec::new();
    }
    ["تر", "ترین"].iter().map(|ending| format!("{word}{ending}")).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::fold;

    fn valence(language: &str, word: &str) -> Option<f32> {
        let word = fold(word);
        entries(language).find(|(entry, _)| fold(entry) == word).map(|(_, valence)| valence)
    }

    #[test]
    fn words_feel_as_people_mean_them() {
        let good = [("en", "delicious"), ("fa", "خوشمزه"), ("ar", "لذيذ"), ("sv", "trevligt"), ("sv", "🙏")];
        let bad = [("en", "overpriced"), ("fa", "افتضاحه"), ("ar", "الأسوأ"), ("sv", "besvikna"), ("fa", "🤮")];
        for (language, word) in good {
            assert!(valence(language, word).is_some_and(|valence| valence >= 1.5), "{language} {word}");
        }
        for (language, word) in bad {
            assert!(valence(language, word).is_some_and(|valence| valence <= -2.5), "{language} {word}");
        }
        assert_eq!(valence("fr", "délicieux"), None);
    }

    #[test]
    fn every_line_of_every_table_is_read() {
        for table in [EN, EN_VADER, FA, AR, SV, SV_SENTIMENTLEX, EMOJI] {
            assert_eq!(rows(table).count(), lines(table).count(), "a line without a valence: {:.40}", table);
            assert!(rows(table).all(|(word, valence)| !word.trim().is_empty() && (-4.0..=4.0).contains(&valence)));
        }
        let read: usize = LANGUAGES.iter().map(|language| changes(language).count()).sum();
        assert_eq!(read, lines(WORDS).count());
    }

    #[test]
    fn an_entry_of_ours_stands_once() {
        for table in [EN, FA, AR, SV, EMOJI] {
            let mut seen = HashMap::new();
            for (word, valence) in rows(table) {
                let before = seen.insert(fold(word), valence);
                assert_eq!(before, None, "{word} stands twice");
            }
        }
    }

    #[test]
    fn each_language_has_every_kind_of_change() {
        for language in LANGUAGES {
            let of = |wanted: fn(&Change) -> bool| changes(language).filter(|(_, change)| wanted(change)).count();
            assert!(of(|change| matches!(change, Change::NegateAfter)) >= 15, "{language}");
            assert!(of(|change| matches!(change, Change::Degree(factor) if *factor > 1.0)) >= 30, "{language}");
            assert!(of(|change| matches!(change, Change::Degree(factor) if *factor < 1.0)) >= 15, "{language}");
            assert!(of(|change| matches!(change, Change::Turn)) >= 15, "{language}");
            assert!(of(|change| matches!(change, Change::Concede)) >= 9, "{language}");
        }
        assert!(changes("fa").any(|(word, change)| word == "نبود" && change == Change::NegateBefore));
        assert_eq!(changes("fr").count(), 0);
    }
}
