//! How people type, and what a set of topics finds in it.

use text::causes::Tag;

use super::dice::Dice;
use super::phrases::Phrases;

/// How often a topic set finds what is named, finds something that is not there, and reads a text at all.
const TAGGED: f64 = 0.85;
const WRONG: f64 = 0.08;
const READ: f64 = 0.92;

/// Sentences as people type them: with and without stops, capitals and care.
pub fn write(
    dice: &mut Dice,
    language: &str,
    sentences: Vec<(&'static str, String)>,
    slips: f64,
) -> (String, Vec<Part>) {
    let mut text = String::new();
    let mut parts = Vec::new();
    let careless = dice.chance(0.35);
    let and = match language {
        "en" => " and ",
        "fa" => " و ",
        "ar" => " و ",
        _ => " och ",
    };
    for (about, sentence) in sentences {
        if !text.is_empty() {
            text.push_str(if careless { [" ", ", ", and][dice.below(3)] } else { [". ", "! ", ", "][dice.below(3)] });
        }
        let mut chars: Vec<char> = sentence.chars().collect();
        if !careless && (text.is_empty() || text.ends_with(['.', '!'])) {
            chars[0] = chars[0].to_uppercase().next().unwrap_or(chars[0]);
        }
        if dice.chance(slips) && chars.len() > 6 {
            let at = 1 + dice.below(chars.len() - 3);
            if dice.chance(0.5) {
                chars.swap(at, at + 1);
            } else {
                chars.remove(at);
            }
        }
        if dice.chance(0.2) {
            // As some keyboards write it.
            chars = chars
                .into_iter()
                .map(|c| {
                    if c == 'ی' {
                        'ي'
                    } else if c == 'ک' {
                        'ك'
                    } else {
                        c
                    }
                })
                .collect();
        }
        let start = text.chars().count();
        parts.push((about, start, start + chars.len()));
        text.extend(chars);
    }
    if dice.chance(0.1) {
        text.push_str([" 😡", " 🙂", "!!!", " ..."][dice.below(4)]);
    }
    (text, parts)
}

/// What a sentence is about, and where it stands, in code points.
pub type Part = (&'static str, usize, usize);

/// What a set of topics with rules finds: most of what is named by a word that the rules know, moods and small talk as
/// well, and now and then what is not there.
pub fn tags(dice: &mut Dice, language: &'static str, text: &str, parts: &[Part], phrases: &Phrases) -> Vec<Tag> {
    let plain = |c: char| match c {
        'ي' => 'ی',
        'ك' => 'ک',
        c => c.to_lowercase().next().unwrap_or(c),
    };
    let letters: Vec<char> = text.chars().map(plain).collect();
    let mut tags = Vec::new();
    if text.is_empty() || !dice.chance(READ) {
        return tags;
    }
    for (about, start, end) in parts {
        let mut add = |topic: &str, start: usize, end: usize| {
            tags.push(Tag { topic: topic.to_owned(), span: Some((start, end)) });
        };
        match *about {
            "mood" if dice.chance(0.5) => add("overall", *start, *end),
            "talk" if dice.chance(0.5) => {
                add(["food", "people", "place"][(*letters.get(*start).unwrap_or(&'a')) as usize % 3], *start, *end);
            }
            "mood" | "talk" => {}
            subject => {
                let known = phrases.of(language, subject, "key").iter().find_map(|key| {
                    let key: Vec<char> = key.chars().map(plain).collect();
                    let end = (*end).min(letters.len());
                    let at = letters.get(*start..end)?.windows(key.len()).position(|letters| letters == key)?;
                    let word = letters[start + at..end].iter().take_while(|c| c.is_alphanumeric()).count();
                    Some((start + at, start + at + word.max(key.len())))
                });
                if let Some((from, to)) = known.filter(|_| dice.chance(TAGGED)) {
                    add(subject, from, to);
                }
            }
        }
    }
    if dice.chance(WRONG) {
        let word = letters.iter().take_while(|c| c.is_alphanumeric()).count();
        tags.push(Tag {
            topic: phrases.subjects[dice.below(phrases.subjects.len())].to_owned(),
            span: Some((0, word)),
        });
    }
    tags
}
