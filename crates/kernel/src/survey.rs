//! A survey: what is asked, in which words, and which answers it takes.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::Refusal;
use crate::signal::Answer;

pub const QUESTIONS_MAX: usize = 200;
pub const OPTIONS_MAX: usize = 500;
/// Longest text that a respondent may write in one answer.
pub const TEXT_CHARS_MAX: usize = 20_000;
/// Longest key of a survey, question or option.
pub const KEY_CHARS_MAX: usize = 80;

/// What a survey asks. Kept as JSON; a published one is frozen in its version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// BCP 47 tags; the first is what others fall back on.
    pub languages: Vec<String>,
    pub title: Text,
    #[serde(default)]
    pub intro: Text,
    #[serde(default)]
    pub thanks: Text,
    /// What happens with the answers; shown on every page. Empty: the product's own words.
    #[serde(default)]
    pub privacy: Text,
    /// Nobody is named and no small group shown.
    #[serde(default)]
    pub anonymous: bool,
    pub questions: Vec<Question>,
}

/// One wording per language tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    pub fn one(language: &str, words: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language.to_owned(), words.into())]))
    }

    /// The words in `language`, else in the first of `fallbacks` that has some.
    pub fn get<'a>(&'a self, language: &str, fallbacks: &[String]) -> Option<&'a str> {
        let filled = |tag: &str| self.0.get(tag).map(String::as_str).filter(|words| !words.trim().is_empty());
        filled(language).or_else(|| fallbacks.iter().find_map(|tag| filled(tag)))
    }

    pub fn set(&mut self, language: &str, words: &str) {
        if words.trim().is_empty() {
            self.0.remove(language);
        } else {
            self.0.insert(language.to_owned(), words.trim().to_owned());
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stable name in answers and exports.
    pub key: String,
    pub kind: Kind,
    pub title: Text,
    #[serde(default)]
    pub hint: Text,
    #[serde(default)]
    pub required: bool,
    /// Of scored kinds other than NPS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// Words at the low and the high end of a scale.
    #[serde(default)]
    pub low: Text,
    #[serde(default)]
    pub high: Text,
    /// Of choice kinds.
    #[serde(default)]
    pub options: Vec<Choice>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub key: String,
    pub label: Text,
}

/// Both ends belong to the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    pub from: i32,
    pub to: i32,
}

/// Kinds of questions; the name is the value of `answers.kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Likelihood to recommend, 0 to 10 (Reichheld 2003).
    Nps,
    /// Satisfaction, 1 to 5 unless the scale says otherwise.
    Csat,
    /// Effort, 1 to 7 unless the scale says otherwise.
    Ces,
    Rating,
    Choice,
    Choices,
    Text,
}

impl Kind {
    pub const ALL: [Self; 7] =
        [Self::Nps, Self::Csat, Self::Ces, Self::Rating, Self::Choice, Self::Choices, Self::Text];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
            Self::Rating => "rating",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Text => "text",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    pub fn is_scored(self) -> bool {
        matches!(self, Self::Nps | Self::Csat | Self::Ces | Self::Rating)
    }

    pub fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// The scale that the kind has where the question names none.
    pub fn scale(self) -> Option<Scale> {
        match self {
            Self::Nps => Some(Scale { from: 0, to: 10 }),
            Self::Csat | Self::Rating => Some(Scale { from: 1, to: 5 }),
            Self::Ces => Some(Scale { from: 1, to: 7 }),
            Self::Choice | Self::Choices | Self::Text => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Survey {
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// The survey's own language nearest to `wanted`: the same tag, the same primary language, else the first.
    pub fn language(&self, wanted: &str) -> &str {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        self.languages
            .iter()
            .find(|tag| tag.eq_ignore_ascii_case(wanted))
            .or_else(|| self.languages.iter().find(|tag| primary(tag) == primary(wanted)))
            .or(self.languages.first())
            .map_or("en", String::as_str)
    }
}

impl Question {
    /// The scale in force; none for choices and texts.
    pub fn scale(&self) -> Option<Scale> {
        match self.kind {
            Kind::Nps => self.kind.scale(),
            _ if self.kind.is_scored() => self.scale.or_else(|| self.kind.scale()),
            _ => None,
        }
    }

    /// Reads a JSON value as an answer to this question. Null, blank text and an empty list are no answer.
    ///
    /// # Errors
    /// `wrong_type`, `out_of_range`, `not_whole`, `unknown_option`, `too_long`, each with the question as its field.
    pub fn read(&self, value: &serde_json::Value) -> Result<Vec<Answer>, Refusal> {
        use serde_json::Value as Json;
        match (self.kind, value) {
            (_, Json::Null) => Ok(vec![]),
            (_, Json::String(text)) if text.trim().is_empty() => Ok(vec![]),
            (Kind::Text, Json::String(text)) => Ok(vec![self.text(text)?]),
            (Kind::Choice, Json::String(key)) => Ok(vec![self.choice(key)?]),
            (Kind::Choices, Json::String(key)) => Ok(vec![self.choice(key)?]),
            (Kind::Choices, Json::Array(keys)) => {
                let mut answers: Vec<Answer> = Vec::new();
                for key in keys {
                    let answer = self.choice(key.as_str().ok_or_else(|| self.wrong_type())?)?;
                    if !answers.contains(&answer) {
                        answers.push(answer);
                    }
                }
                Ok(answers)
            }
            (kind, Json::Number(number)) if kind.is_scored() => {
                Ok(vec![self.score(number.as_f64().ok_or_else(|| self.wrong_type())?)?])
            }
            (kind, Json::String(text)) if kind.is_scored() => {
                let number = crate::format::parse_number(text).ok_or_else(|| self.wrong_type())?;
                Ok(vec![self.score(number)?])
            }
            _ => Err(self.wrong_type()),
        }
    }

    /// A score on this question's scale.
    pub fn score(&self, score: f64) -> Result<Answer, Refusal> {
        let scale = self.scale().ok_or_else(|| self.wrong_type())?;
        if score.fract() != 0.0 {
            return Err(Refusal::new("not_whole").at(&self.key).with("value", score.to_string()));
        }
        if score < f64::from(scale.from) || score > f64::from(scale.to) {
            return Err(Refusal::new("out_of_range")
                .at(&self.key)
                .with("value", score.to_string())
                .with("from", scale.from.to_string())
                .with("to", scale.to.to_string()));
        }
        Ok(Answer { score: Some(score), ..self.blank() })
    }

    fn choice(&self, key: &str) -> Result<Answer, Refusal> {
        if !self.options.iter().any(|option| option.key == key) {
            let value: String = key.chars().take(60).collect();
            return Err(Refusal::new("unknown_option").at(&self.key).with("value", value));
        }
        Ok(Answer { choice: Some(key.to_owned()), ..self.blank() })
    }

    fn text(&self, text: &str) -> Result<Answer, Refusal> {
        if text.chars().count() > TEXT_CHARS_MAX {
            return Err(Refusal::new("too_long").at(&self.key).with("max", TEXT_CHARS_MAX.to_string()));
        }
        let clean: String = text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        Ok(Answer { text: Some(clean), ..self.blank() })
    }

    fn blank(&self) -> Answer {
        Answer { question: self.key.clone(), kind: self.kind, score: None, choice: None, text: None }
    }

    fn wrong_type(&self) -> Refusal {
        Refusal::new("wrong_type").at(&self.key).with("kind", self.kind.as_str())
    }
}

/// A key made from words: lower case, runs of anything but letters and digits as `_`, Unicode letters kept.
pub fn key_from(words: &str) -> String {
    let column = crate::attribute::column(words);
    let key: String = column.trim_start_matches("attr_").chars().take(KEY_CHARS_MAX).collect();
    key.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn question(kind: Kind) -> Question {
        Question {
            key: "q".into(),
            kind,
            title: Text::one("en", "?"),
            hint: Text::default(),
            required: false,
            scale: None,
            low: Text::default(),
            high: Text::default(),
            options: vec![Choice { key: "a".into(), label: Text::one("en", "A") }],
        }
    }

    #[test]
    fn scores_stay_on_their_scale() {
        let nps = question(Kind::Nps);
        assert_eq!(nps.read(&json!(0)).unwrap()[0].score, Some(0.0));
        assert_eq!(nps.read(&json!("۹")).unwrap()[0].score, Some(9.0));
        assert_eq!(nps.read(&json!(11)).unwrap_err().code, "out_of_range");
        assert_eq!(nps.read(&json!(7.5)).unwrap_err().code, "not_whole");
        assert_eq!(nps.read(&json!(true)).unwrap_err().code, "wrong_type");
        assert_eq!(question(Kind::Csat).read(&json!(0)).unwrap_err().code, "out_of_range");
    }

    #[test]
    fn blanks_are_no_answer() {
        for blank in [json!(null), json!("  ")] {
            assert!(question(Kind::Text).read(&blank).unwrap().is_empty());
        }
        assert!(question(Kind::Choices).read(&json!([])).unwrap().is_empty());
    }

    #[test]
    fn an_option_counts_once() {
        let choices = question(Kind::Choices);
        assert_eq!(choices.read(&json!(["a", "a"])).unwrap().len(), 1);
        assert_eq!(choices.read(&json!(["b"])).unwrap_err().code, "unknown_option");
    }

    #[test]
    fn text_loses_control_characters_only() {
        let answer = &question(Kind::Text).read(&json!("a\u{7}b\nc")).unwrap()[0];
        assert_eq!(answer.text.as_deref(), Some("ab\nc"));
    }
}
