//! What people say in the made-up worlds.

use std::collections::BTreeMap;

use super::dice::Dice;

const PHRASES: &str = include_str!("phrases.txt");
/// Other causes in other words, from which no list and no bar of the method is made: what it does there it will do elsewhere.
const HELD_OUT: &str = include_str!("held_out.txt");

/// Sentences by language, subject and kind.
pub struct Phrases {
    sentences: BTreeMap<(&'static str, &'static str, &'static str), Vec<&'static str>>,
    /// What can be complained about.
    pub subjects: Vec<&'static str>,
}

impl Phrases {
    pub fn load(held_out: bool) -> Self {
        let mut sentences: BTreeMap<_, Vec<&'static str>> = BTreeMap::new();
        let mut subjects = Vec::new();
        let lines = if held_out { HELD_OUT } else { PHRASES }.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let mut fields = line.splitn(4, ' ');
            let (Some(language), Some(subject), Some(kind), Some(said)) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            if kind == "key" && !subjects.contains(&subject) {
                subjects.push(subject);
            }
            sentences.entry((language, subject, kind)).or_default().extend(said.split('|'));
        }
        Self { sentences, subjects }
    }

    pub fn of(&self, language: &'static str, subject: &'static str, kind: &'static str) -> &[&'static str] {
        self.sentences.get(&(language, subject, kind)).map_or(&[], Vec::as_slice)
    }

    /// One sentence, its choices made.
    pub fn say(&self, dice: &mut Dice, language: &'static str, subject: &'static str, kind: &'static str) -> String {
        let all = self.of(language, subject, kind);
        let sentence = all[dice.below(all.len())];
        Self::filled(dice, sentence)
    }

    /// The sentence with its choices made.
    pub fn filled(dice: &mut Dice, sentence: &str) -> String {
        let mut rest = sentence;
        let mut sentence = String::new();
        while let Some((before, after)) = rest.split_once('[') {
            let (choices, after) = after.split_once(']').unwrap_or((after, ""));
            let choices: Vec<&str> = choices.split('/').collect();
            sentence.push_str(before);
            sentence.push_str(choices[dice.below(choices.len())]);
            rest = after;
        }
        sentence.push_str(rest);
        sentence
    }
}
