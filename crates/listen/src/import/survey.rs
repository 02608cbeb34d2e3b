//! The survey that a mapping implies, and adding it to one that exists.

use kernel::Refusal;
use kernel::survey::{QUESTIONS_MAX, Question, Survey, Text};

use super::code::Code;
use super::mapping::Mapping;

/// A survey with one question for every column that answers one, titled as the column. Options of choices are added
/// while the rows are read.
pub fn survey_from(mapping: &Mapping, name: &str, language: &str) -> Survey {
    let questions = mapping.columns.iter().filter_map(|column| {
        let kind = column.role.question()?;
        let key = column.options.question.as_deref()?;
        Some(Question {
            scale: column.options.scale.or_else(|| kind.scale()).filter(|_| kind != kernel::survey::Kind::Nps),
            ..Question::new(key, kind, Text::one(language, column.name.as_str()))
        })
    });
    Survey {
        languages: vec![language.to_owned()],
        title: Text::one(language, name),
        questions: questions.collect(),
        ..Survey::default()
    }
}

/// `existing` with the questions of `made` that it lacks; what it has stays as it is.
///
/// # Errors
/// `question_differs` where a question of that key has another kind or scale, `too_many_questions`.
pub fn merged(existing: &Survey, made: &Survey) -> Result<Survey, Refusal> {
    let mut survey = existing.clone();
    for question in &made.questions {
        match existing.question(&question.key) {
            None => survey.questions.push(question.clone()),
            Some(one) if one.kind == question.kind && one.scale() == question.scale() => {}
            Some(one) => {
                let refusal = Code::QuestionDiffers.refuse().at(&question.key).with("question", question.key.clone());
                return Err(refusal.with("kind", described(one)).with("wanted", described(question)));
            }
        }
    }
    if survey.questions.len() > QUESTIONS_MAX {
        return Err(Code::TooManyQuestions.refuse().with("limit", QUESTIONS_MAX.to_string()));
    }
    Ok(survey)
}

/// Kind and scale, as a map writes them.
fn described(question: &Question) -> String {
    match question.scale() {
        Some(scale) => format!("{}:scale={}-{}", question.kind, scale.from, scale.to),
        None => question.kind.to_string(),
    }
}
