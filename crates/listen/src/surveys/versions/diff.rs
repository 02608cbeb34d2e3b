//! What changed between two definitions of a survey, in words.

use kernel::survey::{Choice, Question, Survey};

use crate::surveys::wordings;

/// Changes that are told at most.
pub const CHANGES_MAX: usize = 300;

/// One change; `code` names the message `version-<code>` with `-` for `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub code: &'static str,
    /// What it is about: a question, an option, a quota; in the words of one of the two.
    pub subject: String,
    /// The language of a wording.
    pub language: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Change {
    fn of(code: &'static str, subject: impl Into<String>) -> Self {
        Self { code, subject: subject.into(), language: None, before: None, after: None }
    }

    fn from(mut self, before: impl ToString, after: impl ToString) -> Self {
        self.before = Some(before.to_string());
        self.after = Some(after.to_string());
        self
    }
}

/// The changes from `old` to `new`, structure before words; names of questions are in `language`.
pub fn diff(old: &Survey, new: &Survey, language: &str) -> Vec<Change> {
    let mut changes = whole(old, new);
    for question in &new.questions {
        match old.question(&question.key) {
            None => changes.push(Change::of("question_added", title(new, question, language))),
            Some(before) => changes.extend(of_question(before, question, new, language)),
        }
    }
    let gone = old.questions.iter().filter(|question| new.question(&question.key).is_none());
    changes.extend(gone.map(|question| Change::of("question_removed", title(old, question, language))));
    changes.extend(words(old, new, language));
    changes.truncate(CHANGES_MAX);
    changes
}

fn whole(old: &Survey, new: &Survey) -> Vec<Change> {
    let mut changes = Vec::new();
    let missing_in = |one: &Survey, other: &Survey| -> Vec<String> {
        one.languages.iter().filter(|tag| !other.languages.contains(tag)).cloned().collect()
    };
    changes.extend(missing_in(new, old).into_iter().map(|tag| Change::of("language_added", tag)));
    changes.extend(missing_in(old, new).into_iter().map(|tag| Change::of("language_removed", tag)));
    if old.languages.first() != new.languages.first() {
        changes.push(Change::of("language_first", new.language("")));
    }
    if old.anonymous != new.anonymous {
        changes.push(Change::of(if new.anonymous { "anonymous_on" } else { "anonymous_off" }, ""));
    }
    // Only what both have tells whether the order changed.
    let order = |one: &Survey, other: &Survey| -> Vec<String> {
        let both = one.questions.iter().filter(|question| other.question(&question.key).is_some());
        both.map(|question| question.key.clone()).collect()
    };
    if order(old, new) != order(new, old) {
        changes.push(Change::of("order", ""));
    }
    let parts =
        [("layout", old.blocks != new.blocks), ("quotas", old.quotas != new.quotas), ("theme", old.theme != new.theme)];
    changes.extend(parts.into_iter().filter(|(_, changed)| *changed).map(|(code, _)| Change::of(code, "")));
    let endings = |survey: &Survey| -> Vec<_> {
        survey.endings.iter().map(|one| (one.key.clone(), one.redirect.clone(), one.outcome)).collect()
    };
    if endings(old) != endings(new) {
        changes.push(Change::of("endings", ""));
    }
    changes
}

fn of_question(old: &Question, new: &Question, survey: &Survey, language: &str) -> Vec<Change> {
    let name = || title(survey, new, language);
    let mut changes = Vec::new();
    if old.kind != new.kind {
        changes.push(Change::of("kind", name()).from(old.kind, new.kind));
    }
    if old.required != new.required {
        changes.push(Change::of(if new.required { "required_on" } else { "required_off" }, name()));
    }
    if old.scale() != new.scale() {
        let scale =
            |one: &Question| one.scale().map_or_else(String::new, |scale| format!("{}–{}", scale.from, scale.to));
        changes.push(Change::of("scale", name()).from(scale(old), scale(new)));
    }
    if old.when != new.when {
        let code = match (&old.when, &new.when) {
            (None, Some(_)) => "condition_added",
            (Some(_), None) => "condition_removed",
            _ => "condition",
        };
        changes.push(Change::of(code, name()));
    }
    let lists = [(&old.options, &new.options), (&old.rows, &new.rows), (&old.second, &new.second)];
    for (before, after) in lists {
        changes.extend(of_choices(before, after, &name(), language, survey));
    }
    if changes.is_empty() && bare(old) != bare(new) {
        changes.push(Change::of("settings", name()));
    }
    changes
}

fn of_choices(old: &[Choice], new: &[Choice], question: &str, language: &str, survey: &Survey) -> Vec<Change> {
    let has = |list: &[Choice], key: &str| list.iter().any(|one| one.key == key);
    let label = |one: &Choice| one.label.get(language, &survey.languages).unwrap_or(&one.key).to_owned();
    let mut changes = Vec::new();
    for one in new.iter().filter(|one| !has(old, &one.key)) {
        changes.push(Change { after: Some(label(one)), ..Change::of("option_added", question) });
    }
    for one in old.iter().filter(|one| !has(new, &one.key)) {
        changes.push(Change { before: Some(label(one)), ..Change::of("option_removed", question) });
    }
    let order = |one: &[Choice], other: &[Choice]| -> Vec<String> {
        one.iter().filter(|choice| has(other, &choice.key)).map(|choice| choice.key.clone()).collect()
    };
    if order(old, new) != order(new, old) {
        changes.push(Change::of("option_order", question));
    }
    changes
}

/// A question without its words, to see whether anything else differs.
fn bare(question: &Question) -> Question {
    let mut bare = question.clone();
    crate::surveys::wordings::only_of(&mut bare, &[]);
    bare
}

fn words(old: &Survey, new: &Survey, language: &str) -> Vec<Change> {
    let before: std::collections::BTreeMap<_, _> =
        wordings::of(old).into_iter().map(|one| (one.key, one.text)).collect();
    let mut changes = Vec::new();
    for wording in wordings::of(new) {
        // New questions and options were told of as such.
        let Some(text) = before.get(&wording.key) else { continue };
        for tag in new.languages.iter().filter(|tag| old.languages.contains(tag)) {
            let (was, is) = (text.get(tag, &[]), wording.text.get(tag, &[]));
            if was != is {
                let question = wording.key.strip_prefix("questions.").and_then(|rest| rest.split('.').next());
                let subject = question.and_then(|key| new.question(key)).map(|one| title(new, one, language));
                let change = Change::of("words", subject.unwrap_or_else(|| wording.key.clone()));
                let change = change.from(was.unwrap_or_default(), is.unwrap_or_default());
                changes.push(Change { language: Some(tag.clone()), ..change });
            }
        }
    }
    changes
}

fn title(survey: &Survey, question: &Question, language: &str) -> String {
    question.title.get(language, &survey.languages).unwrap_or(&question.key).to_owned()
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Scale, Text};

    use super::*;
    use crate::surveys::templates;

    fn codes(old: &Survey, new: &Survey) -> Vec<&'static str> {
        diff(old, new, "en").into_iter().map(|change| change.code).collect()
    }

    #[test]
    fn the_same_has_no_changes() {
        for survey in templates::all().values() {
            assert!(diff(survey, survey, "fa").is_empty());
        }
    }

    #[test]
    fn each_change_is_told_once() {
        let old = templates::all()["csat"].clone();
        let mut new = old.clone();
        new.questions[0].title.set("sv", "Hur nöjd?");
        new.questions[0].scale = Some(Scale { from: 1, to: 7 });
        new.questions[1].required = true;
        let removed = new.questions[1].options.remove(0);
        new.questions[1].options.push(Choice::new("music", Text::one("en", "The music")));
        new.questions.pop();
        new.questions.push(Question::new("why", kernel::survey::Kind::Text, Text::one("en", "Why?")));
        new.languages.retain(|tag| tag != "ar");
        let expected = [
            "language_removed",
            "scale",
            "required_on",
            "option_added",
            "option_removed",
            "question_added",
            "question_removed",
            "words",
        ];
        assert_eq!(codes(&old, &new), expected);
        let changes = diff(&old, &new, "en");
        assert_eq!(changes[4].before.as_deref(), removed.label.get("en", &[]));
        assert_eq!((changes[1].before.as_deref(), changes[1].after.as_deref()), (Some("1–5"), Some("1–7")));
        assert_eq!(changes[7].language.as_deref(), Some("sv"));
    }

    #[test]
    fn order_and_settings_are_seen() {
        let old = templates::all()["csat"].clone();
        let mut new = old.clone();
        new.questions.swap(0, 2);
        assert_eq!(codes(&old, &new), ["order"]);
        let mut new = old.clone();
        new.questions[1].options.swap(0, 1);
        assert_eq!(codes(&old, &new), ["option_order"]);
        let mut new = old.clone();
        new.questions[1].limits.max = Some(3.0);
        assert_eq!(codes(&old, &new), ["settings"]);
    }
}
