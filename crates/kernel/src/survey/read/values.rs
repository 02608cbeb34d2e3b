//! Answers that are one value: scores, numbers, words, dates, addresses.

use jiff::civil::{Date, Time};
use regex::Regex;
use serde_json::Value as Json;

use super::super::{Question, TEXT_CHARS_MAX};
use super::Result;
use crate::format::{parse_digits, parse_number};
use crate::signal::Answer;

/// Longest e-mail address ([RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1), as corrected by its
/// erratum 1690).
const EMAIL_CHARS_MAX: usize = 254;
/// Digits of a telephone number: [E.164](https://www.itu.int/rec/T-REC-E.164) allows 15; few networks have under 5.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 5..=15;
/// Bytes that a compiled pattern may take.
const PATTERN_BYTES_MAX: usize = 200_000;

impl Question {
    /// A score on this question's scale.
    ///
    /// # Errors
    /// `not_whole`, `out_of_range`; `wrong_type` where the question has no scale.
    pub fn score(&self, score: f64) -> Result<Answer> {
        let scale = self.scale().ok_or_else(|| self.wrong_type())?;
        if score.fract() != 0.0 {
            return Err(self.refusal("not_whole").with("value", score.to_string()));
        }
        if score < f64::from(scale.from) || score > f64::from(scale.to) {
            let (from, to) = (scale.from.to_string(), scale.to.to_string());
            return Err(self
                .refusal("out_of_range")
                .with("value", score.to_string())
                .with("from", from)
                .with("to", to));
        }
        Ok(Answer { score: Some(score), ..self.blank() })
    }

    pub(super) fn number(&self, value: &Json) -> Result<f64> {
        let number = match value {
            Json::Number(number) => number.as_f64(),
            Json::String(text) => parse_number(text),
            _ => None,
        };
        number.filter(|number| number.is_finite()).ok_or_else(|| self.wrong_type())
    }

    pub(super) fn limited_number(&self, number: f64) -> Result<Vec<Answer>> {
        let decimals = self.limits.decimals.unwrap_or(u8::MAX);
        if decimals == 0 && number.fract() != 0.0 {
            return Err(self.refusal("not_whole").with("value", number.to_string()));
        }
        let shifted = number * 10f64.powi(i32::from(decimals.min(15)));
        if decimals < 15 && (shifted - shifted.round()).abs() > 1e-6 {
            return Err(self.refusal("too_many_decimals").with("max", decimals.to_string()));
        }
        let (min, max) = (self.limits.min, self.limits.max);
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            let code = match (min, max) {
                (Some(_), Some(_)) => "out_of_range",
                (Some(_), None) => "too_small",
                _ => "too_big",
            };
            let end = |end: Option<f64>| end.map(|end| end.to_string()).unwrap_or_default();
            return Err(self
                .refusal(code)
                .with("value", number.to_string())
                .with("from", end(min))
                .with("to", end(max)));
        }
        Ok(vec![Answer { score: Some(number), ..self.blank() }])
    }

    /// Words without control characters, within the bound of all texts.
    pub(super) fn words(&self, text: &str) -> Result<Answer> {
        if text.chars().count() > TEXT_CHARS_MAX {
            return Err(self.refusal("too_long").with("max", TEXT_CHARS_MAX.to_string()));
        }
        let clean: String = text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        Ok(Answer { text: Some(clean), ..self.blank() })
    }

    /// Words that keep to the question's limits.
    pub(super) fn limited_words(&self, text: &str) -> Result<Answer> {
        let answer = self.words(text)?;
        let words = answer.text.as_deref().unwrap_or_default();
        let chars = words.chars().count() as f64;
        if let Some(max) = self.limits.max.filter(|max| chars > *max) {
            return Err(self.refusal("too_long").with("max", max.to_string()));
        }
        if let Some(min) = self.limits.min.filter(|min| chars < *min) {
            return Err(self.refusal("too_short").with("min", min.to_string()));
        }
        if let Some(pattern) = &self.limits.pattern {
            // One that does not compile was refused when the survey was saved.
            if pattern_of(pattern).is_some_and(|pattern| !pattern.is_match(words)) {
                return Err(self.refusal("wrong_pattern"));
            }
        }
        Ok(answer)
    }

    pub(super) fn date(&self, text: &str) -> Result<Answer> {
        let date: Date = parse_digits(text.trim()).parse().map_err(|_| self.refusal("not_a_date"))?;
        let limit = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Date>().ok());
        if let Some(earliest) = limit(&self.limits.earliest).filter(|earliest| date < *earliest) {
            return Err(self.refusal("too_early").with("earliest", earliest.to_string()));
        }
        if let Some(latest) = limit(&self.limits.latest).filter(|latest| date > *latest) {
            return Err(self.refusal("too_late").with("latest", latest.to_string()));
        }
        Ok(Answer { text: Some(date.to_string()), ..self.blank() })
    }

    pub(super) fn time(&self, text: &str) -> Result<Answer> {
        let time: Time = parse_digits(text.trim()).parse().map_err(|_| self.refusal("not_a_time"))?;
        Ok(Answer { text: Some(format!("{:02}:{:02}", time.hour(), time.minute())), ..self.blank() })
    }

    pub(super) fn email(&self, text: &str) -> Result<Answer> {
        let address = text.trim();
        if !is_email(address) {
            return Err(self.refusal("not_an_email"));
        }
        Ok(Answer { text: Some(address.to_owned()), ..self.blank() })
    }

    pub(super) fn phone(&self, text: &str) -> Result<Answer> {
        let number = parse_digits(text.trim());
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let fits = number.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
        if !fits || !PHONE_DIGITS.contains(&digits) {
            return Err(self.refusal("not_a_phone"));
        }
        Ok(Answer { text: Some(number), ..self.blank() })
    }
}

/// Whether mail could be sent there: one `@` with something before it and a domain after it, no spaces or controls.
pub fn is_email(address: &str) -> bool {
    let Some((name, domain)) = address.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"".contains(c);
    address.chars().count() <= EMAIL_CHARS_MAX
        && !name.is_empty()
        && !name.contains('@')
        && address.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// A pattern that must match the whole of a text; none if it does not compile or is too big. Linear in the text.
pub fn pattern_of(pattern: &str) -> Option<Regex> {
    regex::RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(PATTERN_BYTES_MAX).build().ok()
}
