//! All wordings of a survey, each under a key of its own: `title`, `questions.nps.low`, `questions.why.options.staff`.

use std::collections::BTreeMap;

use kernel::survey::{Choice, Media, Question, Survey, Text};

/// One wording in all its languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    pub key: String,
    pub text: Text,
    /// Several lines fit the place where it is shown.
    pub is_long: bool,
}

/// The wordings that respondents see, in the order in which they meet them: those that have words in any language, and
/// those that need some.
pub fn of(survey: &Survey) -> Vec<Wording> {
    let mut found = Vec::new();
    // One walk serves reading and changing, so that neither forgets a place; reading works on a copy.
    each(&mut survey.clone(), &mut |key, text, place| {
        if place == Place::Needed || !text.is_empty() {
            found.push(Wording { key, text: text.clone(), is_long: place == Place::Long });
        }
    });
    found
}

/// Puts words at keys. Returns the keys that the survey does not have.
pub fn put(survey: &mut Survey, words: &BTreeMap<String, BTreeMap<String, String>>) -> Vec<String> {
    let mut unknown: Vec<String> = words.keys().cloned().collect();
    each(survey, &mut |key, text, _| {
        if let Some(new) = words.get(&key) {
            new.iter().for_each(|(language, words)| text.set(language, words));
            unknown.retain(|other| *other != key);
        }
    });
    unknown
}

/// Leaves the words of the given languages.
pub fn only(survey: &mut Survey, languages: &[String]) {
    each(survey, &mut |_, text, _| text.0.retain(|tag, _| languages.contains(tag)));
}

/// Leaves the words of the given languages in one question.
pub fn only_of(question: &mut Question, languages: &[String]) {
    each_of(question, &mut |_, text, _| text.0.retain(|tag, _| languages.contains(tag)));
}

/// The wordings of one question, as [`of`] has them.
pub fn of_question(question: &Question) -> Vec<Wording> {
    let mut found = Vec::new();
    each_of(&mut question.clone(), &mut |key, text, place| {
        if place == Place::Needed || !text.is_empty() {
            found.push(Wording { key, text: text.clone(), is_long: place == Place::Long });
        }
    });
    found
}

/// How far a survey speaks one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    pub language: String,
    pub done: usize,
    pub of: usize,
}

/// One entry a language of the survey, in its order.
pub fn completeness(survey: &Survey) -> Vec<Completeness> {
    let wordings = of(survey);
    let done = |tag: &str| wordings.iter().filter(|wording| wording.text.get(tag, &[]).is_some()).count();
    let entry = |tag: &String| Completeness { language: tag.clone(), done: done(tag), of: wordings.len() };
    survey.languages.iter().map(entry).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Needed,
    Short,
    Long,
}

type Visit<'a> = &'a mut dyn FnMut(String, &mut Text, Place);

fn each(survey: &mut Survey, visit: Visit<'_>) {
    visit("title".into(), &mut survey.title, Place::Needed);
    visit("intro".into(), &mut survey.intro, Place::Long);
    for question in &mut survey.questions {
        each_of(question, visit);
    }
    visit("thanks".into(), &mut survey.thanks, Place::Long);
    visit("privacy".into(), &mut survey.privacy, Place::Long);
    for ending in &mut survey.endings {
        visit(format!("endings.{}.title", ending.key), &mut ending.title, Place::Short);
        visit(format!("endings.{}.text", ending.key), &mut ending.text, Place::Long);
    }
}

fn each_of(question: &mut Question, visit: Visit<'_>) {
    let at = format!("questions.{}", question.key);
    let title = if question.kind.is_shown() { Place::Needed } else { Place::Short };
    visit(format!("{at}.title"), &mut question.title, title);
    visit(format!("{at}.hint"), &mut question.hint, Place::Long);
    visit(format!("{at}.low"), &mut question.low, Place::Short);
    visit(format!("{at}.high"), &mut question.high, Place::Short);
    visit(format!("{at}.message"), &mut question.message, Place::Short);
    media(&mut question.media, &at, visit);
    choices(&mut question.rows, &format!("{at}.rows"), visit);
    choices(&mut question.options, &format!("{at}.options"), visit);
    choices(&mut question.second, &format!("{at}.second"), visit);
}

fn choices(choices: &mut [Choice], at: &str, visit: Visit<'_>) {
    for choice in choices {
        let at = format!("{at}.{}", choice.key);
        visit(at.clone(), &mut choice.label, Place::Needed);
        media(&mut choice.image, &at, visit);
    }
}

fn media(media: &mut Option<Media>, at: &str, visit: Visit<'_>) {
    if let Some(media) = media {
        visit(format!("{at}.alt"), &mut media.alt, Place::Short);
    }
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Ending, Kind};

    use super::*;

    fn survey() -> Survey {
        let mut question = Question::new("best", Kind::Choice, Text::one("en", "Which?"));
        question.options = vec![Choice::new("a", Text::one("en", "A")), Choice::new("b", Text::default())];
        let ending = Ending {
            key: "not_you".into(),
            title: Text::one("en", "Thank you"),
            text: Text::default(),
            redirect: None,
            outcome: Default::default(),
        };
        Survey {
            languages: vec!["en".into(), "fa".into()],
            title: Text::one("en", "T"),
            questions: vec![question],
            endings: vec![ending],
            ..Survey::default()
        }
    }

    #[test]
    fn every_wording_has_its_key() {
        let keys: Vec<String> = of(&survey()).into_iter().map(|wording| wording.key).collect();
        assert_eq!(
            keys,
            [
                "title",
                "questions.best.title",
                "questions.best.options.a",
                "questions.best.options.b",
                "endings.not_you.title"
            ]
        );
    }

    #[test]
    fn words_come_to_their_keys_and_others_are_named() {
        let mut survey = survey();
        let fa = |words: &str| BTreeMap::from([("fa".to_owned(), words.to_owned())]);
        let words = BTreeMap::from([
            ("questions.best.options.b".to_owned(), fa("ب")),
            ("questions.gone.title".to_owned(), fa("x")),
        ]);
        assert_eq!(put(&mut survey, &words), ["questions.gone.title"]);
        assert_eq!(survey.questions[0].options[1].label.get("fa", &[]), Some("ب"));
        let done: Vec<usize> = completeness(&survey).iter().map(|entry| entry.done).collect();
        assert_eq!(done, [4, 1]);
    }
}
