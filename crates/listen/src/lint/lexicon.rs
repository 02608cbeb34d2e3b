//! Words that rules look for, in the languages that we speak: `words/lint.json`. Others are not judged by their words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The lists of one language, folded.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Words that join two things.
    pub and: Vec<String>,
    /// Phrases that are one thing though they hold such a word.
    pub and_not: Vec<String>,
    /// Phrases that push towards an answer.
    pub leading: Vec<String>,
    pub absolute: Vec<String>,
    pub jargon: Vec<String>,
    /// What people don't tell everybody.
    pub sensitive: Vec<String>,
    /// What says who somebody is.
    pub person: Vec<String>,
    /// Labels of the good and of the bad side of a scale.
    pub positive: Vec<String>,
    pub negative: Vec<String>,
}

static LEXICA: LazyLock<BTreeMap<String, Lexicon>> = LazyLock::new(|| {
    let mut lexica: BTreeMap<String, Lexicon> =
        serde_json::from_str(include_str!("../../words/lint.json")).unwrap_or_default();
    for lexicon in lexica.values_mut() {
        for list in lexicon.lists() {
            list.iter_mut().for_each(|phrase| *phrase = fold(phrase));
        }
    }
    lexica
});

impl Lexicon {
    /// The lists of a language tag, by its primary language.
    pub fn of(tag: &str) -> Option<&'static Self> {
        LEXICA.get(&tag.split('-').next().unwrap_or_default().to_ascii_lowercase())
    }

    fn lists(&mut self) -> [&mut Vec<String>; 9] {
        [
            &mut self.and,
            &mut self.and_not,
            &mut self.leading,
            &mut self.absolute,
            &mut self.jargon,
            &mut self.sensitive,
            &mut self.person,
            &mut self.positive,
            &mut self.negative,
        ]
    }
}

/// A text as rules see it: words in lower case with one blank before and after each, without punctuation and vowel
/// signs; spellings of Arabic letters that differ by keyboard or hamza are one.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    for letter in text.chars() {
        let letter = match letter {
            '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => continue,
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ي' | 'ى' => 'ی',
            'ك' => 'ک',
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        };
        if letter != ' ' {
            folded.extend(letter.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}

/// The first of the phrases that a folded text holds as whole words.
pub fn find<'a>(folded: &str, phrases: &'a [String]) -> Option<&'a str> {
    // Phrases have blanks around them, so that only whole words are found.
    phrases.iter().find(|phrase| folded.contains(phrase.as_str())).map(|phrase| phrase.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_languages_have_all_lists() {
        for tag in ["en", "fa-IR", "ar", "sv"] {
            let lexicon = Lexicon::of(tag).unwrap_or_else(|| panic!("{tag}"));
            assert!(
                !lexicon.leading.is_empty() && !lexicon.negative.is_empty() && !lexicon.sensitive.is_empty(),
                "{tag}"
            );
        }
        assert!(Lexicon::of("de").is_none());
    }

    #[test]
    fn spellings_are_one() {
        assert_eq!(fold("هیچ‌وقت، أبداً!"), " هیچ وقت ابدا ");
        assert_eq!(fold("مي"), fold("می"));
        assert_eq!(fold("Don’t YOU?"), " don t you ");
    }
}
