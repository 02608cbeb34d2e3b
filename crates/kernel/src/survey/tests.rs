use serde_json::json;

use super::*;

fn question(kind: Kind) -> Question {
    Question {
        options: vec![Choice::new("a", Text::one("en", "A")), Choice::new("b", Text::one("en", "B"))],
        ..Question::new("q", kind, Text::one("en", "?"))
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
    assert_eq!(choices.read(&json!(["x"])).unwrap_err().code, "unknown_option");
}

#[test]
fn text_loses_control_characters_only() {
    let answer = &question(Kind::Text).read(&json!("a\u{7}b\nc")).unwrap()[0];
    assert_eq!(answer.text.as_deref(), Some("ab\nc"));
}
#[test]
fn choices_keep_to_their_bounds() {
    let mut choices = question(Kind::Choices);
    choices.options.push(Choice { exclusive: true, ..Choice::new("none", Text::one("en", "None")) });
    choices.options.push(Choice { other: true, ..Choice::new("x", Text::one("en", "Other")) });
    choices.limits.max = Some(2.0);
    assert_eq!(choices.read(&json!(["a", "none"])).unwrap_err().code, "exclusive_option");
    assert_eq!(choices.read(&json!(["a", "b", "x"])).unwrap_err().code, "too_many_options");
    let rows = choices.read(&json!({"choices": ["a", "x"], "other": "خوب"})).unwrap();
    assert_eq!(rows.len(), 3);
    assert_eq!((rows[2].question.as_str(), rows[2].text.as_deref()), ("q[other]", Some("خوب")));
    let rows = choices.read(&json!({"choices": ["a"], "other": "not asked for"})).unwrap();
    assert_eq!(rows.len(), 1, "words without their option are dropped");
}

#[test]
fn rankings_give_each_option_one_place() {
    let ranking = question(Kind::Ranking);
    let rows = ranking.read(&json!(["b", "a"])).unwrap();
    assert_eq!((rows[0].question.as_str(), rows[0].score), ("q[b]", Some(1.0)));
    assert_eq!(ranking.read(&json!({"a": "۲", "b": 1})).unwrap(), rows);
    assert_eq!(ranking.read(&json!({"a": 1, "b": 1})).unwrap_err().code, "same_place");
    assert_eq!(ranking.read(&json!(["a"])).unwrap_err().code, "too_few_options");
    assert_eq!(ranking.read(&json!(["a", "a"])).unwrap_err().code, "same_place");
}

#[test]
fn points_add_up() {
    let sum = question(Kind::Sum);
    assert_eq!(sum.read(&json!({"b": 70, "a": "30"})).unwrap()[0].question, "q[a]");
    assert_eq!(sum.read(&json!({"a": 30})).unwrap_err().code, "wrong_total");
    assert_eq!(sum.read(&json!({"a": 150, "b": -50})).unwrap_err().code, "not_whole");
    assert!(sum.read(&json!({"a": "", "b": null})).unwrap().is_empty());
}

#[test]
fn the_best_is_not_the_worst() {
    let question = question(Kind::BestWorst);
    assert_eq!(question.read(&json!({"best": "a", "worst": "b"})).unwrap()[1].question, "q[worst]");
    assert_eq!(question.read(&json!({"best": "a", "worst": "a"})).unwrap_err().code, "same_best_worst");
    assert_eq!(question.read(&json!({"best": "a"})).unwrap_err().code, "best_and_worst");
}

#[test]
fn matrices_answer_by_row() {
    let rows = vec![Choice::new("taste", Text::one("en", "Taste")), Choice::new("price", Text::one("en", "Price"))];
    let matrix = |cells| Question { cells, rows: rows.clone(), required: true, ..question(Kind::Matrix) };
    let read = matrix(Cells::Choice).read(&json!({"price": "a"})).unwrap();
    assert_eq!((read[0].question.as_str(), read[0].kind), ("q[price]", Kind::Matrix));
    let refusal = matrix(Cells::Choice).check(&json!({"price": "a"})).unwrap_err();
    assert_eq!((refusal.code, refusal.args[0].1.as_str()), ("row_missing", "taste"));
    assert_eq!(matrix(Cells::Rating).read(&json!({"taste": 6})).unwrap_err().code, "out_of_range");
    assert_eq!(matrix(Cells::Choices).check(&json!({"taste": ["a", "b"], "price": ["a"]})).unwrap().len(), 3);
    let dual = Question { second: vec![Choice::new("x", Text::one("en", "X"))], ..matrix(Cells::Dual) };
    let read = dual.read(&json!({"taste": ["b", "x"]})).unwrap();
    assert_eq!((read[1].question.as_str(), read[1].choice.as_deref()), ("q[taste][2]", Some("x")));
    assert_eq!(matrix(Cells::Text).read(&json!({"smell": "x"})).unwrap_err().code, "unknown_row");
}

#[test]
fn what_is_not_applicable_is_answered_without_a_row() {
    let mut nps = Question { required: true, ..question(Kind::Nps) };
    assert_eq!(nps.check(&json!({"na": true})).unwrap_err().code, "na_not_offered");
    nps.not_applicable = true;
    assert!(nps.check(&json!({"na": true})).unwrap().is_empty());
    assert_eq!(nps.check(&json!(null)).unwrap_err().code, "choose_one");
}

#[test]
fn addresses_dates_and_numbers_have_a_form() {
    let read = |kind, value: serde_json::Value| question(kind).read(&value).map(|rows| rows[0].clone());
    assert_eq!(read(Kind::Email, json!("sara@example.com")).unwrap().text.as_deref(), Some("sara@example.com"));
    for wrong in ["sara", "a@b", "a b@c.se", "a@b..se", "<a@b.se>", "@b.se"] {
        assert_eq!(read(Kind::Email, json!(wrong)).unwrap_err().code, "not_an_email", "{wrong}");
    }
    assert_eq!(read(Kind::Phone, json!("+۴۶ ۷۰ ۱۲۳ ۴۵ ۶۷")).unwrap().text.as_deref(), Some("+46 70 123 45 67"));
    assert_eq!(read(Kind::Phone, json!("call me")).unwrap_err().code, "not_a_phone");
    assert_eq!(read(Kind::Date, json!("۲۰۲۶-۱۱-۲۲")).unwrap().text.as_deref(), Some("2026-11-22"));
    assert_eq!(read(Kind::Date, json!("2026-02-30")).unwrap_err().code, "not_a_date");
    assert_eq!(read(Kind::Time, json!("09:30:59")).unwrap().text.as_deref(), Some("09:30"));
    let number = |limits, value: serde_json::Value| {
        Question { limits, ..question(Kind::Number) }.read(&value).map(|rows| rows[0].score)
    };
    let whole = Limits { decimals: Some(0), min: Some(1.0), ..Limits::default() };
    assert_eq!(number(whole.clone(), json!("۱۲")).unwrap(), Some(12.0));
    assert_eq!(number(whole.clone(), json!(1.5)).unwrap_err().code, "not_whole");
    assert_eq!(number(whole, json!(0)).unwrap_err().code, "too_small");
    let two = Limits { decimals: Some(2), ..Limits::default() };
    assert_eq!(number(two.clone(), json!(19.99)).unwrap(), Some(19.99));
    assert_eq!(number(two, json!(19.999)).unwrap_err().code, "too_many_decimals");
}

#[test]
fn patterns_match_the_whole_text_in_linear_time() {
    let limits = Limits { pattern: Some("[A-Z]{2}\\d+".into()), ..Limits::default() };
    let text = Question { limits, ..question(Kind::Text) };
    assert!(text.read(&json!("AB12")).is_ok());
    assert_eq!(text.read(&json!("xAB12")).unwrap_err().code, "wrong_pattern");
    let limits = Limits { pattern: Some("(a+)+$".into()), ..Limits::default() };
    let bomb = Question { limits, ..question(Kind::Text) };
    assert_eq!(bomb.read(&json!("a".repeat(19_000) + "!")).unwrap_err().code, "wrong_pattern");
}

#[test]
fn a_definition_of_the_first_days_is_still_read() {
    let old =
        r#"{"languages":["en"],"title":{"en":"Visit"},"questions":[{"key":"nps","kind":"nps","title":{"en":"?"}}]}"#;
    let survey: Survey = serde_json::from_str(old).unwrap();
    assert_eq!(survey.layout()[0].pages[0].questions, ["nps"]);
    assert_eq!((key_of("taste[burger][salt]"), parts_of("taste[burger][salt]")), ("taste", vec!["burger", "salt"]));
}

#[test]
fn targets_are_written_as_text() {
    for text in ["block:a", "question:b", "ending:c", "end"] {
        let target: Target = serde_json::from_value(json!(text)).unwrap();
        assert_eq!(serde_json::to_value(&target).unwrap(), json!(text));
    }
    assert!(serde_json::from_value::<Target>(json!("nowhere")).is_err());
}
