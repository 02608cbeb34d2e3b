//! Rules about wordings, in each language by its own lists.

use std::collections::BTreeSet;

use kernel::survey::pipe::written;
use kernel::survey::{Cells, Kind, Question, Survey, Text};

use super::lexicon::{Lexicon, find, fold};
use super::{Finding, Severity};
use crate::surveys::wordings;

/// Labels of a scale that must be known before it can be called unbalanced.
const KNOWN_LABELS_MIN: usize = 3;
/// Options beyond which a list is no scale.
const SCALE_LABELS_MAX: usize = 7;
/// Options up to which a choice reads like a judgement.
const JUDGEMENT_OPTIONS_MAX: usize = 3;

pub(super) fn of(survey: &Survey) -> Vec<Finding> {
    let mut findings = untranslated(survey);
    for question in survey.questions.iter().filter(|question| question.kind.is_shown()) {
        for tag in &survey.languages {
            findings.extend(duplicates(question, tag));
            if let Some(lexicon) = Lexicon::of(tag) {
                findings.extend(title(survey, question, tag, lexicon));
                findings.extend(rows(question, tag, lexicon));
                findings.extend(unbalanced(question, tag, lexicon));
            }
        }
    }
    findings
}

fn title(survey: &Survey, question: &Question, tag: &str, lexicon: &Lexicon) -> Vec<Finding> {
    let Some(words) = question.title.get(tag, &[]).map(written) else { return Vec::new() };
    let folded = fold(&words);
    let at = |code, severity| Finding::at(code, severity, question, "title").speaking(tag);
    let mut findings = Vec::new();
    if is_judged(question) {
        findings.extend(
            joined(&words, &folded, lexicon).map(|word| at("double_barrelled", Severity::Warning).with("words", word)),
        );
    }
    if question.kind.is_asked() {
        let rules: [(&'static str, Severity, &[String]); 3] = [
            ("leading", Severity::Warning, &lexicon.leading),
            ("absolute", Severity::Advice, &lexicon.absolute),
            ("jargon", Severity::Advice, &lexicon.jargon),
        ];
        let found = rules.iter().filter_map(|(code, severity, list)| {
            find(&folded, list).map(|phrase| at(code, *severity).with("words", phrase))
        });
        findings.extend(found);
    }
    let has_way_out = question.not_applicable;
    if question.required && !has_way_out {
        let sensitive = find(&folded, &lexicon.sensitive);
        findings.extend(sensitive.map(|phrase| at("required_sensitive", Severity::Warning).with("words", phrase)));
    }
    if survey.anonymous && matches!(question.kind, Kind::Text | Kind::Number | Kind::Hidden) {
        let person = find(&folded, &lexicon.person);
        findings.extend(person.map(|phrase| at("anonymous_person", Severity::Warning).with("words", phrase)));
    }
    findings
}

/// Rows that are judged one by one must each be one thing, too.
fn rows(question: &Question, tag: &str, lexicon: &Lexicon) -> Vec<Finding> {
    if question.kind != Kind::Matrix || question.cells == Cells::Text {
        return Vec::new();
    }
    let rows = question.rows.iter().filter_map(|row| {
        let words = written(row.label.get(tag, &[])?);
        let word = joined(&words, &fold(&words), lexicon)?;
        let field = format!("rows.{}", row.key);
        Some(Finding::at("double_barrelled", Severity::Warning, question, &field).speaking(tag).with("words", word))
    });
    rows.collect()
}

/// Whether one answer has to do for all that the title names.
fn is_judged(question: &Question) -> bool {
    let is_short = (1..=JUDGEMENT_OPTIONS_MAX).contains(&question.options.len());
    question.kind.is_scored() || question.kind == Kind::YesNo || (question.kind == Kind::Choice && is_short)
}

/// The word by which a text asks two things at once.
fn joined(words: &str, folded: &str, lexicon: &Lexicon) -> Option<String> {
    let marks = words.chars().filter(|letter| matches!(letter, '?' | '؟')).count();
    if marks > 1 {
        return Some("?".to_owned());
    }
    let mut rest = folded.to_owned();
    for phrase in &lexicon.and_not {
        rest = rest.replace(phrase.as_str(), " ");
    }
    if let Some(word) = find(&rest, &lexicon.and) {
        let (before, after) = rest.split_once(&format!(" {word} "))?;
        let is_number = |word: Option<&str>| word.is_some_and(|word| word.chars().all(char::is_numeric));
        // "Between 0 and 10" is one range.
        let is_range = is_number(before.split(' ').next_back()) && is_number(after.split(' ').next());
        return (!is_range && !before.trim().is_empty()).then(|| word.to_owned());
    }
    attached(&rest)
}

/// Arabic writes "and" as a letter of the next word: two words with the article, the second with `و` before it.
fn attached(folded: &str) -> Option<String> {
    const LETTERS_MIN: usize = 5;
    let mut has_article = false;
    for word in folded.split(' ') {
        if has_article && word.starts_with("وال") && word.chars().count() >= LETTERS_MIN {
            return Some(word.to_owned());
        }
        has_article |= ["ال", "بال", "لل"].iter().any(|article| word.starts_with(article));
    }
    None
}

/// More labels on one side than on the other.
fn unbalanced(question: &Question, tag: &str, lexicon: &Lexicon) -> Option<Finding> {
    let is_scale = matches!(question.kind, Kind::Choice | Kind::Dropdown | Kind::Matrix);
    if !is_scale || question.options.len() > SCALE_LABELS_MAX {
        return None;
    }
    let labels =
        question.options.iter().filter_map(|option| option.label.get(tag, &[])).map(|label| fold(&written(label)));
    let (mut good, mut bad) = (0usize, 0usize);
    for label in labels {
        if lexicon.negative.contains(&label) {
            bad += 1;
        } else if lexicon.positive.contains(&label) {
            good += 1;
        }
    }
    let is_lopsided = good.abs_diff(bad) >= 2;
    (good + bad >= KNOWN_LABELS_MIN && is_lopsided).then(|| {
        Finding::at("unbalanced", Severity::Warning, question, "options")
            .speaking(tag)
            .with("good", good)
            .with("bad", bad)
    })
}

fn duplicates(question: &Question, tag: &str) -> Option<Finding> {
    let repeated = |labels: &mut dyn Iterator<Item = &Text>| -> Option<String> {
        let mut seen = BTreeSet::new();
        labels.filter_map(|label| label.get(tag, &[])).find(|label| !seen.insert(fold(label))).map(str::to_owned)
    };
    let label = repeated(&mut question.options.iter().map(|one| &one.label))
        .or_else(|| repeated(&mut question.rows.iter().map(|one| &one.label)))
        .or_else(|| repeated(&mut question.second.iter().map(|one| &one.label)))?;
    Some(Finding::at("duplicate_options", Severity::Warning, question, "options").speaking(tag).with("words", label))
}

fn untranslated(survey: &Survey) -> Vec<Finding> {
    let lacking = wordings::completeness(survey).into_iter().filter(|entry| entry.done < entry.of);
    let finding = |entry: wordings::Completeness| {
        Finding::new("untranslated", Severity::Warning, "languages")
            .with("count", entry.of - entry.done)
            .speaking(&entry.language)
    };
    lacking.map(finding).collect()
}
