//! Chosen options: known ones by label or key, new ones are added to the question.

use std::collections::HashMap;

use kernel::signal::Answer;
use kernel::survey::{Choice, KEY_CHARS_MAX, OPTIONS_MAX, Question, Survey, Text, key_from};

use super::super::code::{Code, Rejected};
use super::super::{NAME_CHARS_MAX, number};
use super::blank;

/// How the cells of one choice column become options.
#[derive(Debug)]
pub(super) struct Choices {
    /// Place of the question in the survey.
    at: usize,
    separator: Option<String>,
    /// Keys by label, case apart.
    keys: HashMap<String, String>,
}

impl Choices {
    pub(super) fn new((at, question): (usize, &Question), separator: Option<String>) -> Self {
        let mut keys = HashMap::new();
        for option in &question.options {
            for label in option.label.0.values().chain([&option.key]) {
                keys.entry(label.trim().to_lowercase()).or_insert_with(|| option.key.clone());
            }
        }
        Self { at, separator, keys }
    }

    /// Adds one answer per chosen option; an option that is named twice counts once.
    pub(super) fn read(
        &mut self,
        text: &str,
        survey: &mut Survey,
        refuse: &dyn Fn(Code) -> Rejected,
        answers: &mut Vec<Answer>,
    ) -> Result<(), Rejected> {
        let Some(separator) = self.separator.clone() else {
            return self.choose(text, survey, refuse, answers);
        };
        let first = answers.len();
        for label in text.split(separator.as_str()) {
            self.choose(label, survey, refuse, answers)?;
            if let Some((last, before)) = answers[first..].split_last()
                && before.contains(last)
            {
                answers.pop();
            }
        }
        Ok(())
    }

    fn choose(
        &mut self,
        label: &str,
        survey: &mut Survey,
        refuse: &dyn Fn(Code) -> Rejected,
        answers: &mut Vec<Answer>,
    ) -> Result<(), Rejected> {
        let label = label.trim();
        if number::is_nothing(label) {
            return Ok(());
        }
        let language = survey.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
        let Some(question) = survey.questions.get_mut(self.at) else { return Ok(()) };
        let folded = label.to_lowercase();
        let key = match self.keys.get(&folded) {
            Some(key) => key.clone(),
            None => {
                let key = add(question, label, &language)
                    .map_err(|(code, limit)| refuse(code).with("limit", limit.to_string()))?;
                self.keys.insert(folded, key.clone());
                key
            }
        };
        answers.push(Answer { choice: Some(key), ..blank(&question.key, question.kind) });
        Ok(())
    }
}

/// A new option; labels that differ in signs only (`C`, `C++`) get different keys.
fn add(question: &mut Question, label: &str, language: &str) -> Result<String, (Code, usize)> {
    if question.options.len() >= OPTIONS_MAX {
        return Err((Code::TooManyOptions, OPTIONS_MAX));
    }
    if label.chars().count() > NAME_CHARS_MAX {
        return Err((Code::TooLong, NAME_CHARS_MAX));
    }
    let made = key_from(label);
    let base = if made.is_empty() { "option".to_owned() } else { made };
    let mut key = base.clone();
    let mut count = 2;
    while question.options.iter().any(|option| option.key == key) {
        let suffix = format!("_{count}");
        let kept: String = base.chars().take(KEY_CHARS_MAX - suffix.len()).collect();
        key = kept + &suffix;
        count += 1;
    }
    question.options.push(Choice::new(&key, Text::one(language, label)));
    Ok(key)
}
