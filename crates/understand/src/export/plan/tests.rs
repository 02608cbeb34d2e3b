//! Columns of a definition, and what becomes of answers that do not fit it.

use kernel::signal::Answer;
use kernel::survey::Block;
use serde_json::json;

use super::*;
use crate::export::table::Value;

fn survey(anonymous: bool) -> Survey {
    serde_json::from_value(json!({
        "languages": ["en", "fa"], "title": {"en": "Visit"}, "anonymous": anonymous,
        "questions": [
            {"key": "nps", "kind": "nps", "title": {"en": "How\n likely?"}, "high": {"en": "Surely"}},
            {"key": "seen", "kind": "choices", "title": {"en": "Seen"}, "options": [
                {"key": "bins", "label": {"en": "Bins", "fa": "سطل"}},
                {"key": "other", "label": {"en": "Other"}, "other": true}]},
            {"key": "id", "kind": "choice", "title": {"en": "Branch"}, "options": [
                {"key": "10", "label": {"en": "Soho"}}, {"key": "20", "label": {"en": "Bath"}}]},
            {"key": "taste", "kind": "matrix", "cells": "rating", "title": {"en": "Taste of {item}"},
                "rows": [{"key": "salt", "label": {"en": "Salt"}}]},
            {"key": "mail", "kind": "email", "title": {"en": "E-mail"}},
            {"key": "sum", "kind": "calculated", "title": {"en": "Sum"}},
        ],
    }))
    .expect("a survey")
}

fn answer(question: &str, kind: Kind) -> Answer {
    Answer { question: question.into(), kind, score: None, choice: None, text: None }
}

fn chose(question: &str, kind: Kind, key: &str) -> Answer {
    Answer { choice: Some(key.into()), ..answer(question, kind) }
}

fn said(question: &str, kind: Kind, words: &str) -> Answer {
    Answer { text: Some(words.into()), ..answer(question, kind) }
}

fn own(key: &str) -> String {
    key.trim_start_matches("understand-").to_owned()
}

fn filled(plan: &mut Plan<'_>, answers: &[Answer]) -> HashMap<String, Value> {
    let mut row = vec![Value::Missing; plan.columns.len()];
    plan.fill(&mut row, answers);
    plan.columns.iter().map(|column| column.name.clone()).zip(row).collect()
}

#[test]
fn every_question_has_its_columns() {
    let survey = survey(false);
    let words = Words { survey: &survey, language: "fa", own: &own };
    let attributes = [("attr_plan".to_owned(), "Plan".to_owned(), attribute::Kind::Text)];
    let plan = Plan::new(words, &attributes);
    let names: Vec<&str> = plan.columns.iter().map(|column| column.name.as_str()).skip(11).collect();
    // A question may be called like a fact of the response.
    assert_eq!(
        names,
        ["attr_plan", "nps", "seen[bins]", "seen[other]", "seen[other][text]", "id_2", "taste[salt]", "mail", "sum"]
    );
    let column = |name: &str| plan.columns.iter().find(|column| column.name == name).expect("a column");
    assert_eq!(column("nps").label, "How likely?");
    assert_eq!(column("seen[bins]").label, "Seen – سطل");
    assert_eq!(column("id_2").codes.iter().map(|code| code.code).collect::<Vec<_>>(), [10, 20]);
    // Nobody has the attribute, so nobody has to look at it.
    assert!(!plan.shown().contains(&11) && plan.shown().len() == plan.columns.len() - 1);
}

#[test]
fn answers_find_their_columns_and_none_is_lost() {
    let survey = survey(false);
    let mut plan = Plan::new(Words { survey: &survey, language: "en", own: &own }, &[]);
    let row = filled(
        &mut plan,
        &[
            Answer { score: Some(9.0), ..answer("nps", Kind::Nps) },
            chose("seen", Kind::Choices, "other"),
            chose("seen", Kind::Choices, "lights"),
            said("seen[other]", Kind::Choices, "A cat"),
            chose("id", Kind::Choice, "30"),
            said("sum", Kind::Calculated, "high"),
            said("gone", Kind::Text, "of an earlier version"),
        ],
    );
    assert_eq!(row["nps"], Value::Number(9.0));
    assert_eq!((&row["seen[bins]"], &row["seen[other]"]), (&Value::Number(0.0), &Value::Number(1.0)));
    assert_eq!((&row["seen[lights]"], &row["seen[other][text]"]), (&Value::Number(1.0), &Value::Text("A cat".into())));
    assert_eq!(row["id_2"], Value::Code(2));
    assert_eq!(row["sum"], Value::Text("high".into()));
    assert_eq!(row["gone"], Value::Text("of an earlier version".into()));
    // An option of an earlier version stands beside the others, a question that is gone stands last.
    let shown: Vec<&str> = plan.shown().iter().map(|column| plan.columns[*column].name.as_str()).collect();
    let place = |name: &str| shown.iter().position(|shown| *shown == name).expect("a column");
    assert!(place("seen[other]") < place("seen[lights]") && place("seen[lights]") < place("id_2"));
    assert_eq!(shown.last(), Some(&"gone"));
    // Nothing was chosen: nothing is known.
    assert_eq!(filled(&mut plan, &[])["seen[bins]"], Value::Missing);
}

#[test]
fn a_loop_has_columns_for_each_of_its_rounds() {
    let mut survey = survey(false);
    let page = kernel::survey::Page { questions: vec!["taste".into()], ..Default::default() };
    survey.blocks =
        vec![Block { key: "loop".into(), each: Some("seen".into()), pages: vec![page], ..Block::default() }];
    let mut plan = Plan::new(Words { survey: &survey, language: "en", own: &own }, &[]);
    let column = plan.columns.iter().find(|column| column.name == "taste[bins][salt]").expect("a column");
    assert_eq!(column.label, "Taste of Bins – Salt");
    let row = filled(&mut plan, &[Answer { score: Some(4.0), ..answer("taste[other][salt]", Kind::Matrix) }]);
    assert_eq!(row["taste[other][salt]"], Value::Number(4.0));
}

#[test]
fn nothing_that_names_somebody_is_in_an_anonymous_file() {
    let survey = survey(true);
    let attributes = [("attr_plan".to_owned(), "Plan".to_owned(), attribute::Kind::Text)];
    let mut plan = Plan::new(Words { survey: &survey, language: "en", own: &own }, &attributes);
    let row = filled(
        &mut plan,
        &[
            said("mail", Kind::Email, "ada@example.com"),
            said("gone", Kind::Text, "by Ada"),
            chose("id", Kind::Choice, "30"),
            chose("seen", Kind::Choices, "lights"),
        ],
    );
    let mut names: Vec<&String> = row.keys().collect();
    names.sort();
    assert_eq!(names, ["day", "id", "nps", "seen[bins]", "seen[other]", "seen[other][text]", "sum", "taste[salt]"]);
    assert_eq!(row["id"], Value::Missing);
    // What puts people into groups is known, the day last.
    let groups: Vec<&str> = plan.groups.iter().map(|column| plan.columns[*column].name.as_str()).collect();
    assert_eq!(groups, ["seen[bins]", "seen[other]", "seen[other][text]", "id", "sum", "day"]);
}
