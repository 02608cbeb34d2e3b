//! Names of customers that the workspace knows: what no rule can tell from a word, a list can.

use std::collections::{BTreeSet, HashSet};

use kernel::{Result, Uid, Value};
use text::fold;
use ui::http::Asking;

use crate::subject::Ground;

/// Attributes that hold the name of a person, in lower case.
const ATTRIBUTES: [&str; 20] = [
    "name",
    "first_name",
    "last_name",
    "full_name",
    "middle_name",
    "given_name",
    "family_name",
    "surname",
    "firstname",
    "lastname",
    "fullname",
    "customer_name",
    "contact_name",
    "namn",
    "förnamn",
    "efternamn",
    "نام",
    "نام_خانوادگی",
    "الاسم",
    "اسم_العائلة",
];
/// Parts of names that are words more often: titles, and particles between names.
const COMMON: [&str; 12] = ["mr", "mrs", "ms", "dr", "von", "van", "de", "al", "el", "و", "السيد", "آقای"];
/// Letters of a part at least.
const CHARS_MIN: usize = 2;
/// Marks within words of Persian and Arabic that are not seen.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];
/// "And", "then", "in", "to", "like", folded: Arabic writes them together with the word that follows.
const BEFORE: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ک'];
/// What stands for a name; what the masks write for one that they have found.
const STANDS: &str = "[name]";

/// Folded parts of names.
#[derive(Debug, Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// The names of those who gave these responses, as they were then and as they are now.
    pub async fn of(asking: &Asking, ground: &Ground, uids: &[Uid]) -> Result<Self> {
        let mut names = Self::default();
        let mut contacts = BTreeSet::new();
        for logged in ground.0.signals(asking.workspace(), uids).await? {
            for (name, value) in &logged.signal.body.attributes {
                if let Value::Text(value) = value {
                    names.add(name, value);
                }
            }
            contacts.extend(logged.contact_id);
        }
        for id in contacts {
            let Some(contact) = asking.store().contact(asking.workspace(), &id).await? else { continue };
            let attributes: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(&contact.attributes).unwrap_or_default();
            for (name, value) in &attributes {
                names.add(name, value.as_str().unwrap_or_default());
            }
        }
        Ok(names)
    }

    fn add(&mut self, attribute: &str, value: &str) {
        let column = kernel::attribute::column(attribute);
        if ATTRIBUTES.contains(&column.trim_start_matches("attr_")) {
            let parts = words(value).flat_map(|(start, end)| spellings(&value[start..end]));
            let tells = |part: &String| part.chars().count() >= CHARS_MIN && !COMMON.contains(&part.as_str());
            self.0.extend(parts.filter(tells));
        }
    }

    /// The text with the names masked.
    pub fn without(&self, text: &str) -> String {
        if self.0.is_empty() {
            return text.to_owned();
        }
        let mut masked = String::with_capacity(text.len());
        let mut at = 0;
        for (start, end) in words(text) {
            masked.push_str(&text[at..start]);
            let word = &text[start..end];
            masked.push_str(if self.is_name(word) { STANDS } else { word });
            at = end;
        }
        masked.push_str(&text[at..]);
        masked
    }

    /// Also in the genitive of English and Swedish, and behind the words that Arabic writes together with the next.
    fn is_name(&self, word: &str) -> bool {
        let is_known = |word: &str| self.0.contains(word);
        let is_told = |word: &str| {
            let stem = word.strip_prefix(BEFORE).filter(|stem| stem.chars().count() > CHARS_MIN);
            is_known(word) || word.strip_suffix('s').is_some_and(is_known) || stem.is_some_and(is_known)
        };
        spellings(word).iter().any(|spelling| is_told(spelling))
    }
}

/// A word folded as one, and its parts where joiners stand in it: some write علی‌رضا, others علیرضا.
fn spellings(word: &str) -> Vec<String> {
    let whole: String = word.chars().filter(|c| !JOINERS.contains(c)).collect();
    let parts = word.split(JOINERS).filter(|part| !part.is_empty() && part.len() < word.len());
    std::iter::once(fold(&whole)).chain(parts.map(fold)).collect()
}

/// Runs of letters, with their first byte and one past the last.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_letter = |c: char| c.is_alphanumeric() || ('\u{0300}'..='\u{036f}').contains(&c) || JOINERS.contains(&c);
    let runs = text.split(move |c| !is_letter(c)).filter(|run| !run.is_empty());
    runs.map(move |run| {
        let start = run.as_ptr().addr() - text.as_ptr().addr();
        (start, start + run.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(value: &str) -> Names {
        let mut names = Names::default();
        names.add("Full name", value);
        names.add("branch", "Soho");
        names
    }

    #[test]
    fn known_names_are_masked_wherever_they_stand() {
        let names = names("Mr. Sara al-Lindqvist");
        for (text, masked) in [
            ("I am SARA, said lindqvist.", "I am [name], said [name]."),
            ("Saras table", "[name] table"),
            ("Sahara and Soho are al fresco", "Sahara and Soho are al fresco"),
            ("Sara", "[name]"),
            ("", ""),
        ] {
            assert_eq!(names.without(text), masked);
        }
        assert_eq!(Names::default().without("Sara"), "Sara");
    }

    #[test]
    fn one_name_has_many_spellings() {
        let names = names("علی کریمی");
        assert_eq!(names.without("من علي كريمي هستم"), "من [name] [name] هستم");
    }

    #[test]
    fn joiners_hide_no_name() {
        for name in ["علی‌رضا", "علیرضا"] {
            for text in ["علی‌رضا آمد", "علیرضا آمد"] {
                assert_eq!(names(name).without(text), "[name] آمد", "{name}");
            }
        }
        assert_eq!(names("علی‌رضا").without("رضا آمد و می‌رود"), "[name] آمد و می‌رود");
    }

    #[test]
    fn arabic_writes_small_words_together_with_names() {
        let names = names("أحمد الخطيب");
        assert_eq!(names.without("شكرا لأحمد والخطيب"), "شكرا [name] [name]");
        assert_eq!(names.without("بالحمد"), "بالحمد");
    }
}
