//! What a draft changes of the published version.

use kernel::survey::{Question, Survey};
use serde::Serialize;

/// Questions by key; the rest by where it is changed.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    pub added: Vec<String>,
    pub removed: Vec<String>,
    pub changed: Vec<String>,
    /// `texts`, `languages`, `order`, `logic`, `quotas`, `endings`, `theme`.
    pub also: Vec<&'static str>,
}

impl Changes {
    pub fn of(before: &Survey, after: &Survey) -> Self {
        let missing_in = |one: &Survey, other: &Survey| -> Vec<String> {
            let keys = one.questions.iter().map(|question| &question.key);
            keys.filter(|key| other.question(key).is_none()).cloned().collect()
        };
        let changed = |question: &&Question| {
            before.question(&question.key).is_some_and(|old| words_of(old) != words_of(question))
        };
        let common = |survey: &Survey, other: &Survey| -> Vec<String> {
            let keys = survey.questions.iter().map(|question| question.key.clone());
            keys.filter(|key| other.question(key).is_some()).collect()
        };
        let around = |survey: &Survey| {
            (
                survey.title.clone(),
                survey.intro.clone(),
                survey.thanks.clone(),
                survey.privacy.clone(),
                survey.anonymous,
            )
        };
        let tests = [
            ("texts", around(before) != around(after)),
            ("languages", before.languages != after.languages),
            ("order", common(before, after) != common(after, before) || pages(before) != pages(after)),
            ("logic", logic(before) != logic(after)),
            ("quotas", before.quotas != after.quotas),
            ("endings", before.endings != after.endings),
            ("theme", before.theme != after.theme),
        ];
        Self {
            added: missing_in(after, before),
            removed: missing_in(before, after),
            changed: after.questions.iter().filter(changed).map(|question| question.key.clone()).collect(),
            also: tests.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect(),
        }
    }
}

/// A question without its logic, which is told apart.
fn words_of(question: &Question) -> Question {
    Question { when: None, ..question.clone() }
}

fn pages(survey: &Survey) -> Vec<Vec<Vec<String>>> {
    let block = |block: &kernel::survey::Block| block.pages.iter().map(|page| page.questions.clone()).collect();
    survey.layout().iter().map(block).collect()
}

/// Everything that decides who is asked what.
fn logic(survey: &Survey) -> Vec<String> {
    let mut all: Vec<String> = survey
        .questions
        .iter()
        .filter_map(|question| Some(format!("{} {}", question.key, question.when.as_ref()?)))
        .collect();
    for block in survey.layout().iter() {
        all.push(format!("{} {:?} {:?} {} {:?}", block.key, block.when, block.each, block.shuffled, block.order));
        all.extend(block.pages.iter().map(|page| format!("{:?} {:?}", page.when, page.then)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surveys::templates;

    #[test]
    fn each_change_is_told_once() {
        let before = templates::survey("csat", &["en".into()]);
        assert_eq!(Changes::of(&before, &before), Changes::default());
        let mut after = before.clone();
        after.questions[0].required = !after.questions[0].required;
        after.questions[1].when = Some("csat <= 2".parse().unwrap());
        let gone = after.questions.remove(2);
        after.questions.push(Question { key: "new".into(), ..gone.clone() });
        after.title.set("en", "Other");
        let changes = Changes::of(&before, &after);
        assert_eq!(
            (changes.added, changes.removed, changes.changed),
            (vec!["new".into()], vec![gone.key], vec!["csat".into()])
        );
        assert!(changes.also.contains(&"logic") && changes.also.contains(&"texts") && !changes.also.contains(&"theme"));
    }
}
