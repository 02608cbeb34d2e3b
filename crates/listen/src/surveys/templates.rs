//! Surveys and questions to start from, worded in four languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kernel::survey::{Kind, Question, Survey, Text};

/// The names of the templates, in the order in which they are offered.
pub const NAMES: [&str; 4] = ["nps", "csat", "ces", "feedback"];

static SURVEYS: LazyLock<BTreeMap<String, Survey>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../words/templates.json")).unwrap_or_default());
static QUESTIONS: LazyLock<BTreeMap<String, Question>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../words/kinds.json")).unwrap_or_default());

/// All templates by name.
#[cfg(test)]
pub fn all() -> &'static BTreeMap<String, Survey> {
    &SURVEYS
}

/// A template in the given languages; without that name, a survey without questions.
pub fn survey(name: &str, languages: &[String]) -> Survey {
    let mut survey = SURVEYS.get(name).cloned().unwrap_or_default();
    survey.languages = languages.to_vec();
    for text in [&mut survey.title, &mut survey.intro, &mut survey.thanks, &mut survey.privacy] {
        only(text, languages);
    }
    survey.questions.iter_mut().for_each(|question| only_in(question, languages));
    survey
}

/// A question of a kind, worded in all languages that we have.
pub fn question(kind: Kind) -> Question {
    QUESTIONS.get(kind.as_str()).cloned().unwrap_or_else(|| Question {
        key: kind.to_string(),
        kind,
        title: Text::default(),
        hint: Text::default(),
        required: false,
        scale: None,
        low: Text::default(),
        high: Text::default(),
        options: Vec::new(),
    })
}

/// Leaves the words of the given languages.
pub fn only_in(question: &mut Question, languages: &[String]) {
    for text in [&mut question.title, &mut question.hint, &mut question.low, &mut question.high] {
        only(text, languages);
    }
    question.options.iter_mut().for_each(|option| only(&mut option.label, languages));
}

fn only(text: &mut Text, languages: &[String]) {
    text.0.retain(|tag, _| languages.contains(tag));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_offered_is_there() {
        for name in NAMES {
            assert!(!all()[name].questions.is_empty(), "{name}");
        }
        assert_eq!(all().len(), NAMES.len());
        assert_eq!(QUESTIONS.len(), Kind::ALL.len());
    }

    #[test]
    fn a_template_speaks_the_chosen_languages_only() {
        let survey = survey("csat", &["fa".into(), "sv".into()]);
        assert_eq!(survey.language(""), "fa");
        assert_eq!(survey.title.0.keys().collect::<Vec<_>>(), ["fa", "sv"]);
        assert!(survey.questions[1].options.iter().all(|option| option.label.0.len() == 2));
        assert!(super::survey("empty", &["en".into()]).questions.is_empty());
    }
}
