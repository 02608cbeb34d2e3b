//! The survey linter: what a survey researcher would say about a survey before it goes out. It explains and never
//! blocks. Pure: a survey in, findings out; the words are the messages `lint-<code>` and `lint-<code>-why`.

mod flow;
mod form;
mod length;
mod lexicon;
#[cfg(test)]
mod tests;
pub mod theme;
mod words;

use kernel::survey::{Question, Survey};
use serde::Serialize;

pub use flow::is_conditional;
pub use length::minutes;

/// Findings of one survey at most; the gravest are kept.
pub const FINDINGS_MAX: usize = 200;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a thought.
    Note,
    /// Answers get better with it.
    Advice,
    /// Answers will be wrong, or missing.
    Warning,
}

/// One thing that could be better.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Snake case; names the messages with `-` for `_`.
    pub code: &'static str,
    pub severity: Severity,
    /// Where: `questions.<key>.title`, `languages`, `theme`, `quotas.<key>`, `questions` for the whole.
    pub field: String,
    /// The language whose words are meant, where it is one.
    pub language: Option<String>,
    /// Values that the words mention.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    fn new(code: &'static str, severity: Severity, field: impl Into<String>) -> Self {
        Self { code, severity, field: field.into(), language: None, args: Vec::new() }
    }

    fn at(code: &'static str, severity: Severity, question: &Question, part: &str) -> Self {
        Self::new(code, severity, format!("questions.{}.{part}", question.key))
    }

    #[must_use]
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    #[must_use]
    fn speaking(mut self, language: &str) -> Self {
        self.language = Some(language.to_owned());
        self
    }

    /// The key of the message that names it.
    pub fn message(&self) -> String {
        format!("lint-{}", self.code.replace('_', "-"))
    }

    /// The key of the message that says why it matters and what to do.
    pub fn why(&self) -> String {
        format!("lint-{}-why", self.code.replace('_', "-"))
    }

    /// The key of the question that it is about.
    pub fn question(&self) -> Option<&str> {
        self.field.strip_prefix("questions.")?.split('.').next()
    }
}

/// All findings, the gravest first, else in the order of the survey.
pub fn lint(survey: &Survey) -> Vec<Finding> {
    let mut findings = words::of(survey);
    findings.extend(form::of(survey));
    findings.extend(length::of(survey));
    findings.extend(flow::of(survey));
    findings.extend(theme::of(&survey.theme));
    let place = |finding: &Finding| {
        let question = finding.question();
        survey.questions.iter().position(|one| Some(one.key.as_str()) == question).unwrap_or(usize::MAX)
    };
    // Stable: what was found first about a question stays first.
    findings.sort_by_cached_key(|finding| (std::cmp::Reverse(finding.severity), place(finding)));
    findings.truncate(FINDINGS_MAX);
    findings
}
