//! What a survey still lacks: for publishing, and in each language.

use kernel::Refusal;
use kernel::survey::{OPTIONS_MAX, QUESTIONS_MAX, Question, Scale, Survey, Text};
use serde::Serialize;

use crate::surveys::SCALE_POINTS_MAX;

/// Why a survey cannot be published; empty when it can. Each names the field on the page that mends it:
/// `title`, `questions`, `questions.<key>.title`.
pub fn problems(survey: &Survey) -> Vec<Refusal> {
    let mut problems = Vec::new();
    if survey.languages.is_empty() {
        problems.push(Refusal::new("no_language").at("languages"));
    }
    let first = survey.language("");
    if is_blank(&survey.title, first) {
        problems.push(missing("title", first));
    }
    if survey.questions.is_empty() {
        problems.push(Refusal::new("no_question").at("questions"));
    }
    if survey.questions.len() > QUESTIONS_MAX {
        problems.push(Refusal::new("too_many").at("questions").with("max", QUESTIONS_MAX.to_string()));
    }
    problems.extend(survey.questions.iter().flat_map(|question| of_question(question, first)));
    problems
}

fn of_question(question: &Question, first: &str) -> Vec<Refusal> {
    let at = |field: &str| format!("questions.{}.{field}", question.key);
    let mut problems = Vec::new();
    if is_blank(&question.title, first) {
        problems.push(missing(&at("title"), first));
    }
    if question.kind.has_options() {
        if question.options.len() < 2 {
            problems.push(Refusal::new("too_few_options").at(at("options")));
        }
        if question.options.iter().any(|option| is_blank(&option.label, first)) {
            problems.push(missing(&at("options"), first));
        }
    }
    problems.extend(of_scale(question.scale).map(|refusal| refusal.at(at("scale"))));
    problems
}

/// What is wrong with a scale.
pub fn of_scale(scale: Option<Scale>) -> Option<Refusal> {
    let scale = scale?;
    let points = i64::from(scale.to) - i64::from(scale.from) + 1;
    (points < 2 || points > i64::from(SCALE_POINTS_MAX) || scale.from.abs() > 100)
        .then(|| Refusal::new("bad_scale").with("max", SCALE_POINTS_MAX.to_string()))
}

/// Whether more options fit.
pub fn of_options(count: usize) -> Option<Refusal> {
    (count > OPTIONS_MAX).then(|| Refusal::new("too_many").with("max", OPTIONS_MAX.to_string()))
}

fn missing(field: &str, language: &str) -> Refusal {
    Refusal::new("words_missing").at(field).with("language", language.to_owned())
}

fn is_blank(text: &Text, language: &str) -> bool {
    text.get(language, &[]).is_none()
}

/// How far a survey is translated into one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    pub language: String,
    /// Texts that have words in this language, of those that have words in any.
    pub done: usize,
    pub of: usize,
}

impl Progress {
    pub fn is_whole(&self) -> bool {
        self.done == self.of
    }
}

/// One entry per language of the survey, in its order.
pub fn progress(survey: &Survey) -> Vec<Progress> {
    let texts = texts(survey);
    let count = |language: &String| texts.iter().filter(|text| !is_blank(text, language)).count();
    survey
        .languages
        .iter()
        .map(|language| Progress { language: language.clone(), done: count(language), of: texts.len() })
        .collect()
}

/// The languages of a survey that a question lacks words in.
pub fn lacking(question: &Question, languages: &[String]) -> Vec<String> {
    let texts = of_one(question);
    languages.iter().filter(|language| texts.iter().any(|text| is_blank(text, language))).cloned().collect()
}

fn texts(survey: &Survey) -> Vec<&Text> {
    let own = [&survey.title, &survey.intro, &survey.thanks, &survey.privacy];
    let own = own.into_iter().filter(|text| text.0.values().any(|words| !words.trim().is_empty()));
    own.chain(survey.questions.iter().flat_map(of_one)).collect()
}

/// The texts of a question that have words in some language, and its title in any case.
fn of_one(question: &Question) -> Vec<&Text> {
    let optional = [&question.hint, &question.low, &question.high];
    let optional = optional.into_iter().filter(|text| text.0.values().any(|words| !words.trim().is_empty()));
    std::iter::once(&question.title)
        .chain(optional)
        .chain(question.options.iter().map(|option| &option.label))
        .collect()
}

#[cfg(test)]
mod tests {
    use kernel::survey::Kind;

    use super::*;
    use crate::surveys::templates;

    #[test]
    fn every_template_can_be_published_in_every_language() {
        for (name, survey) in templates::all() {
            assert!(problems(survey).is_empty(), "{name}: {:?}", problems(survey));
            for progress in progress(survey) {
                assert!(progress.is_whole(), "{name}: {progress:?}");
            }
        }
        for kind in Kind::ALL {
            let question = templates::question(kind);
            assert_eq!(question.kind, kind);
            assert!(lacking(&question, &["en", "fa", "ar", "sv"].map(str::to_owned)).is_empty(), "{kind}");
            assert!(of_question(&question, "fa").is_empty(), "{kind}");
        }
    }

    #[test]
    fn an_empty_survey_cannot_be_published() {
        let survey = Survey { languages: vec!["en".into()], ..Survey::default() };
        let codes: Vec<_> = problems(&survey).iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["words_missing", "no_question"]);
    }

    #[test]
    fn the_first_language_needs_all_its_words() {
        let mut survey = templates::all()["csat"].clone();
        survey.questions[1].options[0].label.set("en", "");
        survey.questions[2].title.set("en", "");
        survey.questions[2].title.set("fa", "");
        let fields: Vec<_> = problems(&survey).into_iter().filter_map(|problem| problem.field).collect();
        assert_eq!(fields, ["questions.stood_out.options", "questions.better.title"]);
        assert_eq!(lacking(&survey.questions[2], &survey.languages), ["en", "fa"]);
    }

    #[test]
    fn scales_fit_a_phone() {
        assert!(of_scale(Some(Scale { from: 1, to: 5 })).is_none());
        assert!(of_scale(Some(Scale { from: 0, to: 10 })).is_none());
        for (from, to) in [(5, 5), (5, 1), (0, 11), (i32::MIN, i32::MAX), (1_000, 1_004)] {
            assert!(of_scale(Some(Scale { from, to })).is_some(), "{from} to {to}");
        }
    }
}
