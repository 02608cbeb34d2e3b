//! Surveys and questions to start from, worded in four languages. The definitions are in `words/templates/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use kernel::survey::{Kind, Question, Survey, Text};
use kernel::{Error, Locale};
use serde::Serialize;
use ui::Section;
use ui::http::{Manager, Reply};

use crate::lint;
use crate::surveys::create::{LanguageBox, boxes};
use crate::surveys::wordings;

/// The template that is chosen until somebody chooses.
pub const FIRST: &str = "nps";

/// Name, group and definition; in the order in which they are offered. The words for the names are the messages
/// `survey-template-<name>` and `…-hint`, those of the groups `template-group-<group>`.
const TEMPLATES: [(&str, &str, &str); 25] = [
    ("nps", "loyalty", include_str!("../../words/templates/nps.json")),
    ("relationship", "loyalty", include_str!("../../words/templates/relationship.json")),
    ("reasons", "loyalty", include_str!("../../words/templates/reasons.json")),
    ("cancellation", "loyalty", include_str!("../../words/templates/cancellation.json")),
    ("csat", "service", include_str!("../../words/templates/csat.json")),
    ("ces", "service", include_str!("../../words/templates/ces.json")),
    ("feedback", "service", include_str!("../../words/templates/feedback.json")),
    ("public-service", "service", include_str!("../../words/templates/public-service.json")),
    ("telecom", "service", include_str!("../../words/templates/telecom.json")),
    ("restaurant", "visit", include_str!("../../words/templates/restaurant.json")),
    ("retail", "visit", include_str!("../../words/templates/retail.json")),
    ("hotel", "visit", include_str!("../../words/templates/hotel.json")),
    ("clinic", "visit", include_str!("../../words/templates/clinic.json")),
    ("bank", "visit", include_str!("../../words/templates/bank.json")),
    ("event", "visit", include_str!("../../words/templates/event.json")),
    ("course", "visit", include_str!("../../words/templates/course.json")),
    ("psat", "product", include_str!("../../words/templates/psat.json")),
    ("delivery", "product", include_str!("../../words/templates/delivery.json")),
    ("website", "product", include_str!("../../words/templates/website.json")),
    ("app", "product", include_str!("../../words/templates/app.json")),
    ("onboarding", "product", include_str!("../../words/templates/onboarding.json")),
    ("pulse", "people", include_str!("../../words/templates/pulse.json")),
    ("review360", "people", include_str!("../../words/templates/review360.json")),
    ("research", "research", include_str!("../../words/templates/research.json")),
    ("screener", "research", include_str!("../../words/templates/screener.json")),
];

static SURVEYS: LazyLock<BTreeMap<&'static str, Survey>> = LazyLock::new(|| {
    // A definition that cannot be read would be an empty survey; a test reads them all.
    TEMPLATES.iter().map(|(name, _, json)| (*name, serde_json::from_str(json).unwrap_or_default())).collect()
});
static QUESTIONS: LazyLock<BTreeMap<String, Question>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../words/kinds.json")).unwrap_or_default());

/// All templates by name.
#[cfg(test)]
pub fn all() -> &'static BTreeMap<&'static str, Survey> {
    &SURVEYS
}

/// A template in the given languages; without that name, a survey without questions.
pub fn survey(name: &str, languages: &[String]) -> Survey {
    let mut survey = SURVEYS.get(name).cloned().unwrap_or_default();
    survey.languages = languages.to_vec();
    wordings::only(&mut survey, languages);
    survey
}

/// A question of a kind, worded in all languages that we have.
pub fn question(kind: Kind) -> Question {
    QUESTIONS.get(kind.as_str()).cloned().unwrap_or_else(|| Question::new(kind.as_str(), kind, Text::default()))
}

/// Leaves the words of the given languages.
pub fn only_in(question: &mut Question, languages: &[String]) {
    wordings::only_of(question, languages);
}

/// Templates that belong together.
#[derive(Serialize)]
pub struct Group {
    pub name: &'static str,
    pub cards: Vec<Card>,
}

/// What is told about a template before it is chosen.
#[derive(Serialize)]
pub struct Card {
    pub name: &'static str,
    /// Questions that respondents may be asked.
    pub questions: usize,
    /// Rounded up; questions that only some are asked count half.
    pub minutes: u32,
    pub is_anonymous: bool,
}

/// All templates in their groups.
pub fn gallery() -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (name, group, _) in TEMPLATES {
        if groups.last().is_none_or(|last| last.name != group) {
            groups.push(Group { name: group, cards: Vec::new() });
        }
        if let (Some(last), Some(survey)) = (groups.last_mut(), SURVEYS.get(name)) {
            last.cards.push(card(name, survey));
        }
    }
    groups
}

fn card(name: &'static str, survey: &Survey) -> Card {
    Card {
        name,
        questions: survey.questions.iter().filter(|question| question.kind.is_asked()).count(),
        minutes: lint::minutes(survey),
        is_anonymous: survey.anonymous,
    }
}

#[derive(Serialize)]
struct View {
    template: Card,
    lang: String,
    title: String,
    intro: Option<String>,
    questions: Vec<Shown>,
    boxes: Vec<LanguageBox>,
}

/// A question as somebody reads it who is choosing.
#[derive(Serialize)]
struct Shown {
    kind: Kind,
    title: String,
    hint: Option<String>,
    ends: Option<(String, String)>,
    rows: Vec<String>,
    options: Vec<String>,
    /// Only some are asked.
    is_conditional: bool,
    required: bool,
}

/// `GET /listen/templates/{template}`: the questions of a template, before it is chosen.
pub async fn preview(manager: Manager, Path(name): Path<String>) -> Reply {
    let (name, ..) = TEMPLATES.iter().find(|(known, ..)| *known == name).ok_or(Error::NotFound("template"))?;
    let survey = SURVEYS.get(name).ok_or(Error::NotFound("template"))?;
    let words = |text: &Text| words_in(text, manager.locale);
    let view = View {
        template: card(name, survey),
        lang: manager.locale.code().to_owned(),
        title: words(&survey.title),
        intro: Some(words(&survey.intro)).filter(|intro| !intro.is_empty()),
        questions: survey
            .questions
            .iter()
            .filter(|one| one.kind.is_shown())
            .map(|one| shown(one, survey, &words))
            .collect(),
        boxes: boxes(&manager.0.workspace.languages()),
    };
    manager.page("listen/surveys/new-preview.html", Section::Listen, view).await
}

fn shown(question: &Question, survey: &Survey, words: &impl Fn(&Text) -> String) -> Shown {
    let labels = |choices: &[kernel::survey::Choice]| choices.iter().map(|choice| words(&choice.label)).collect();
    let ends = (words(&question.low), words(&question.high));
    Shown {
        kind: question.kind,
        title: words(&question.title),
        hint: Some(words(&question.hint)).filter(|hint| !hint.is_empty()),
        ends: Some(ends).filter(|(low, high)| !low.is_empty() && !high.is_empty()),
        rows: labels(&question.rows),
        options: labels(&question.options),
        is_conditional: lint::is_conditional(survey, &question.key),
        required: question.required,
    }
}

fn words_in(text: &Text, locale: Locale) -> String {
    text.get(locale.code(), &["en".to_owned()]).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];

    #[test]
    fn all_that_is_offered_is_there() {
        for (name, _, json) in TEMPLATES {
            let read: Result<Survey, _> = serde_json::from_str(json);
            assert!(read.is_ok(), "{name}: {:?}", read.err());
            assert!(!all()[name].questions.is_empty(), "{name}");
        }
        assert_eq!(all().len(), TEMPLATES.len());
        assert!(serde_json::from_str::<BTreeMap<String, Question>>(include_str!("../../words/kinds.json")).is_ok());
        assert_eq!(QUESTIONS.len(), Kind::ALL.len());
        let groups = gallery();
        assert_eq!(groups.iter().map(|group| group.cards.len()).sum::<usize>(), TEMPLATES.len());
        let mut names: Vec<_> = groups.iter().map(|group| group.name).collect();
        names.dedup();
        assert_eq!(names.len(), 6, "each group stands once");
    }

    #[test]
    fn every_template_speaks_four_languages_whole() {
        for (name, survey) in all() {
            assert_eq!(survey.languages, LANGUAGES, "{name}");
            for wording in wordings::of(survey) {
                for tag in LANGUAGES {
                    assert!(wording.text.get(tag, &[]).is_some(), "{name}: {} lacks {tag}", wording.key);
                }
                assert_eq!(wording.text.0.len(), LANGUAGES.len(), "{name}: {}", wording.key);
            }
        }
    }

    #[test]
    fn every_template_can_be_asked() {
        for (name, survey) in all() {
            let refusals = survey.check();
            assert!(refusals.is_empty(), "{name}: {refusals:?}");
        }
    }

    #[test]
    fn the_linter_warns_of_no_template() {
        for (name, survey) in all() {
            let warnings: Vec<_> = lint::lint(survey)
                .into_iter()
                .filter(|finding| finding.severity > lint::Severity::Note)
                .map(|finding| (finding.code, finding.field, finding.language))
                .collect();
            assert!(warnings.is_empty(), "{name}: {warnings:?}");
        }
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
