//! What a survey still lacks: for publishing, and in each language. What holds for every definition is checked by
//! `kernel::survey::check`; here stands what forms check as they are sent.

use kernel::Refusal;
use kernel::survey::check::{Weight, weight};
use kernel::survey::{Kind, OPTIONS_MAX, Question, ROWS_MAX, Scale, Survey, Text};
use serde::Serialize;

use crate::surveys::{SCALE_POINTS_MAX, wordings};

/// Steps of a slider at most: more cannot be told apart by a finger.
const SLIDER_POINTS_MAX: i32 = 1_001;
/// Bytes that a compiled pattern takes at most.
const PATTERN_BYTES_MAX: usize = 1024 * 1024;

/// Why a survey cannot be published; empty when it can. Each names what is wrong as `kernel::survey::check` does:
/// `title`, `questions`, `questions.<key>.title`.
pub fn problems(survey: &Survey) -> Vec<Refusal> {
    survey.check().into_iter().filter(|fault| weight(fault) > Weight::None).collect()
}

/// What is wrong with a scale.
pub fn of_scale(kind: Kind, scale: Option<Scale>) -> Option<Refusal> {
    let scale = scale?;
    let points = i64::from(scale.to) - i64::from(scale.from) + 1;
    let (most, furthest) = if kind == Kind::Slider { (SLIDER_POINTS_MAX, 1_000_000) } else { (SCALE_POINTS_MAX, 100) };
    (points < 2 || points > i64::from(most) || scale.from.abs() > furthest).then(|| bad_scale(kind))
}

/// A scale that is none, with the most points that one of this kind may have.
pub fn bad_scale(kind: Kind) -> Refusal {
    let most = if kind == Kind::Slider { SLIDER_POINTS_MAX } else { SCALE_POINTS_MAX };
    Refusal::new("bad_scale").with("max", most.to_string())
}

/// Whether a list of options, or of rows where it is called `row`, is too long.
pub fn of_list(name: &str, count: usize) -> Option<Refusal> {
    let most = if name == "row" { ROWS_MAX } else { OPTIONS_MAX };
    (count > most).then(|| Refusal::new("too_many").with("max", most.to_string()))
}

/// What is wrong with a pattern.
pub fn of_pattern(pattern: &str) -> Option<Refusal> {
    let whole = format!("^(?:{pattern})$");
    let built = regex::RegexBuilder::new(&whole).size_limit(PATTERN_BYTES_MAX).build();
    built.err().map(|_| Refusal::new("bad_pattern"))
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
    let entry = |one: wordings::Completeness| Progress { language: one.language, done: one.done, of: one.of };
    wordings::completeness(survey).into_iter().map(entry).collect()
}

/// The languages of a survey that a question lacks words in.
pub fn lacking(question: &Question, languages: &[String]) -> Vec<String> {
    let wordings = wordings::of_question(question);
    languages.iter().filter(|tag| wordings.iter().any(|wording| is_blank(&wording.text, tag))).cloned().collect()
}

#[cfg(test)]
mod tests {
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
        }
    }

    #[test]
    fn an_empty_survey_cannot_be_published() {
        let survey = Survey { languages: vec!["en".into()], ..Survey::default() };
        let codes: Vec<_> = problems(&survey).iter().map(|problem| problem.code).collect();
        assert!(codes.contains(&"words_missing") && codes.contains(&"no_question"), "{codes:?}");
    }

    #[test]
    fn the_first_language_needs_all_its_words() {
        let mut survey = templates::all()["csat"].clone();
        survey.questions[1].options[0].label.set("en", "");
        survey.questions[2].title.set("en", "");
        survey.questions[2].title.set("fa", "");
        let problems = problems(&survey);
        let fields: Vec<_> = problems.iter().filter_map(|problem| problem.field.as_deref()).collect();
        assert!(fields.contains(&"questions.stood_out.options.1.label"), "{fields:?}");
        assert!(fields.contains(&"questions.better.title"), "{fields:?}");
        assert_eq!(lacking(&survey.questions[2], &survey.languages), ["en", "fa"]);
    }

    #[test]
    fn scales_fit_a_phone() {
        assert!(of_scale(Kind::Csat, Some(Scale { from: 1, to: 5 })).is_none());
        assert!(of_scale(Kind::Rating, Some(Scale { from: 0, to: 10 })).is_none());
        assert!(of_scale(Kind::Slider, Some(Scale { from: 0, to: 1_000 })).is_none());
        for (from, to) in [(5, 5), (5, 1), (0, 11), (i32::MIN, i32::MAX), (1_000, 1_004)] {
            assert!(of_scale(Kind::Rating, Some(Scale { from, to })).is_some(), "{from} to {to}");
        }
    }

    #[test]
    fn patterns_are_expressions_of_a_bounded_size() {
        assert!(of_pattern("[0-9]{4}").is_none());
        for pattern in ["(", "a{1000}{1000}", "[z-a]"] {
            assert!(of_pattern(pattern).is_some(), "{pattern}");
        }
    }
}
