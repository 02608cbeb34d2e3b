//! What the restaurants ask, in four languages.

mod delivery;
mod pulse;
mod visit;

use kernel::survey::{Choice, Kind, Question, Survey, Text};

/// Keys of the surveys.
pub const VISIT: &str = "visit";
pub const DELIVERY: &str = "delivery";
pub const PULSE: &str = "pulse";

/// Each survey with its key; the first is the one that matters most.
pub fn all() -> [(&'static str, Survey); 3] {
    [(VISIT, visit::survey()), (DELIVERY, delivery::survey()), (PULSE, pulse::survey())]
}

fn asking(title: Text, questions: Vec<Question>) -> Survey {
    let languages = kernel::Locale::ALL.map(|locale| locale.code().to_owned()).to_vec();
    Survey { languages, title, questions, ..Survey::default() }
}

/// English, Persian, Arabic, Swedish.
fn four(words: [&str; 4]) -> Text {
    Text(
        kernel::Locale::ALL
            .into_iter()
            .zip(words)
            .map(|(locale, words)| (locale.code().into(), words.into()))
            .collect(),
    )
}

fn question(key: &str, kind: Kind, title: [&str; 4]) -> Question {
    Question::new(key, kind, four(title))
}

/// A scored question with words at both ends.
fn scored(key: &str, kind: Kind, title: [&str; 4], low: [&str; 4], high: [&str; 4]) -> Question {
    let scale = kind.scale().filter(|_| kind != Kind::Nps);
    Question { scale, low: four(low), high: four(high), ..question(key, kind, title) }
}

/// Satisfaction from 1 to 5.
fn satisfaction(key: &str, title: [&str; 4]) -> Question {
    let low = ["Very dissatisfied", "بسیار ناراضی", "غير راضٍ إطلاقًا", "Mycket missnöjd"];
    let high = ["Very satisfied", "بسیار راضی", "راضٍ جدًا", "Mycket nöjd"];
    scored(key, Kind::Csat, title, low, high)
}

fn agreement(key: &str, kind: Kind, title: [&str; 4]) -> Question {
    let low = ["Strongly disagree", "کاملاً مخالفم", "لا أوافق بشدة", "Instämmer inte alls"];
    let high = ["Strongly agree", "کاملاً موافقم", "أوافق بشدة", "Instämmer helt"];
    scored(key, kind, title, low, high)
}

fn choice(key: &str, kind: Kind, title: [&str; 4], options: &[(&str, [&str; 4])]) -> Question {
    let options = options.iter().map(|(key, label)| Choice::new(key, four(*label))).collect();
    Question { options, ..question(key, kind, title) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(survey: &Survey) -> Vec<(String, &Text)> {
        let mut texts = vec![
            ("title".to_owned(), &survey.title),
            ("intro".to_owned(), &survey.intro),
            ("thanks".to_owned(), &survey.thanks),
            ("privacy".to_owned(), &survey.privacy),
        ];
        for question in &survey.questions {
            texts.push((question.key.clone(), &question.title));
            if question.kind.is_scored() {
                texts.push((format!("{}.low", question.key), &question.low));
                texts.push((format!("{}.high", question.key), &question.high));
            }
            texts.extend(question.options.iter().map(|o| (format!("{}.{}", question.key, o.key), &o.label)));
        }
        texts
    }

    #[test]
    fn every_word_is_there_in_four_languages_and_translated() {
        for (key, survey) in all() {
            assert_eq!(survey.languages, ["en", "fa", "ar", "sv"]);
            for (name, text) in texts(&survey) {
                let words: Vec<_> = ["en", "fa", "ar", "sv"].map(|tag| text.0.get(tag).map_or("", |w| w.trim())).into();
                assert!(words.iter().all(|words| !words.is_empty()), "{key}.{name}");
                let mut unlike = words.clone();
                unlike.sort_unstable();
                unlike.dedup();
                assert_eq!(unlike.len(), 4, "{key}.{name}: {words:?}");
                for (words, is_arabic) in words.iter().zip([false, true, true, false]) {
                    let arabic = words.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
                    assert_eq!(arabic, is_arabic, "{key}.{name}: {words}");
                }
                assert!(!words[1].contains(['ي', 'ك', 'ى']), "Arabic letters in Persian: {}", words[1]);
            }
        }
    }

    #[test]
    fn keys_are_unique_and_choices_have_options() {
        for (key, survey) in all() {
            let mut keys: Vec<_> = survey.questions.iter().map(|question| &question.key).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), survey.questions.len(), "{key}");
            for question in &survey.questions {
                assert_eq!(question.options.len() >= 2, question.kind.has_options(), "{key}.{}", question.key);
            }
        }
    }
}
