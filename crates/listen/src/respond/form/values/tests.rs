use kernel::survey::{Choice, Survey, Text};
use proptest::prelude::*;

use super::*;

fn question(kind: Kind) -> Question {
    let choices = |keys: &[&str]| keys.iter().map(|key| Choice::new(key, Text::one("en", *key))).collect::<Vec<_>>();
    let mut question = Question::new("q", kind, Text::one("en", "?"));
    if kind.has_options() {
        question.options = choices(if kind == Kind::YesNo { &["yes", "no"] } else { &["a", "b", "x", "none"] });
    }
    if kind == Kind::Consent {
        question.options = choices(&["yes"]);
    }
    if question.options.len() == 4 {
        question.options[2].other = true;
        question.options[3].exclusive = true;
    }
    question.rows = match kind {
        Kind::Contact => choices(&["name", "email"]),
        Kind::Matrix => choices(&["r", "s"]),
        _ => vec![],
    };
    question.second = choices(&["y", "z"]);
    question
}

/// Reads a body as the answer to one question.
fn typed(question: &Question, body: &str, calendar: Calendar) -> Typed {
    let (options, second) = (question.options.iter().collect(), question.second.iter().collect());
    let rows = question.rows.iter().collect();
    let asked = [Asked { key: question.key.clone(), question, options, second, rows }];
    values(&Fields::parse(body.as_bytes()), &asked, calendar)
}

fn value(question: &Question, body: &str) -> Json {
    let typed = typed(question, body, Calendar::Gregorian);
    assert_eq!(typed.refusals, [], "{body}");
    typed.values["q"].clone()
}

#[test]
fn every_kind_is_put_together_and_fits_its_question() {
    use Kind::*;
    let cases = [
        (Nps, "a.q=9", json!("9"), 1),
        (Csat, "a.q=۵", json!("۵"), 1),
        (Ces, "a.q=7", json!("7"), 1),
        (Psat, "a.q=٣", json!("٣"), 1),
        (Rating, "a.q=1", json!("1"), 1),
        (Slider, "a.q=42", json!("42"), 1),
        (Choice, "a.q=b&a.q:other=", json!("b"), 1),
        (Choice, "a.q=x&a.q:other=own", json!({"choice": "x", "other": "own"}), 2),
        (Choice, "a.q:other=own", json!({"choice": "x", "other": "own"}), 2),
        (Choice, "a.q=a&a.q:other=own", json!({"choice": "a", "other": "own"}), 1),
        (Choices, "a.q=a&a.q=b&a.q=a", json!(["a", "b"]), 2),
        (Choices, "a.q=a&a.q:other=own", json!({"choices": ["a", "x"], "other": "own"}), 3),
        (Choices, "a.q=none&a.q:other=own", json!({"choices": ["none"], "other": "own"}), 1),
        (Dropdown, "a.q=a", json!("a"), 1),
        (YesNo, "a.q=no", json!("no"), 1),
        (Image, "a.q=b", json!("b"), 1),
        (Ranking, "a.q:b=1&a.q:a=۲&a.q:x=3&a.q:none=4", json!({"b": "1", "a": "۲", "x": "3", "none": "4"}), 4),
        (Sum, "a.q:a=30&a.q:b=70&a.q:x=", json!({"a": "30", "b": "70"}), 2),
        (BestWorst, "a.q:best=a&a.q:worst=b", json!({"best": "a", "worst": "b"}), 2),
        (Text, "a.q=+two%0D%0Alines+", json!("two\r\nlines"), 1),
        (Number, "a.q=۱۲٫۵", json!("۱۲٫۵"), 1),
        (Date, "a.q=2026-11-22", json!("2026-11-22"), 1),
        (Time, "a.q=09:30", json!("09:30"), 1),
        (Email, "a.q=sara@example.com", json!("sara@example.com"), 1),
        (Phone, "a.q=%2B46+70+123+45+67", json!("+46 70 123 45 67"), 1),
        (Contact, "a.q:name=Sara&a.q:email=", json!({"name": "Sara"}), 1),
        (Consent, "a.q=yes", json!("yes"), 1),
        (File, "a.q=old&a.q=new&a.q:drop=1", json!("new"), 1),
        (File, "a.q=old&a.q:file=x.png", json!("old"), 1),
        (Signature, "a.q:draw=M1,2L3,4", json!("path:M1,2L3,4"), 1),
        (Signature, "a.q=Sara&a.q:draw=M1,2L3,4", json!("Sara"), 1),
        (Ideas, "a.q:vote=i1&a.q:vote=i2&a.q:own=mine", json!({"votes": ["i1", "i2"], "own": "mine"}), 3),
    ];
    for (kind, body, expected, rows) in cases {
        let question = question(kind);
        let read = value(&question, body);
        assert_eq!(read, expected, "{kind}: {body}");
        assert_eq!(question.read(&read).map(|answers| answers.len()), Ok(rows), "{kind}: {body}");
    }
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_asked()) {
        assert_eq!(value(&question(kind), "a.q=&a.q:other=&a.q:vote=&a.q:r=+"), Json::Null, "{kind} left blank");
    }
    for kind in [Kind::Statement, Kind::Hidden, Kind::Calculated] {
        let typed = typed(&question(kind), "a.q=1", Calendar::Gregorian);
        assert!(typed.values.is_empty() && typed.refusals[0].code == "not_asked", "{kind} takes nothing");
    }
}

#[test]
fn every_cell_of_a_matrix_is_put_together() {
    let matrix = |cells| Question { cells, ..question(Kind::Matrix) };
    for (cells, body, expected) in [
        (Cells::Choice, "a.q:r=a", json!({"r": "a"})),
        (Cells::Choices, "a.q:r=a&a.q:r=b&a.q:s=a", json!({"r": ["a", "b"], "s": ["a"]})),
        (Cells::Rating, "a.q:r=4&a.q:s=۵", json!({"r": "4", "s": "۵"})),
        (Cells::Text, "a.q:s=words", json!({"s": "words"})),
        (Cells::Dual, "a.q:r=a&a.q:r:2=y&a.q:s:2=z", json!({"r": ["a", "y"], "s": [null, "z"]})),
    ] {
        assert_eq!(value(&matrix(cells), body), expected, "{cells:?}");
        assert!(matrix(cells).read(&expected).is_ok(), "{cells:?}");
    }
}

#[test]
fn not_applicable_outdoes_what_cannot_be_unticked() {
    let mut matrix = question(Kind::Matrix);
    matrix.not_applicable = true;
    assert_eq!(value(&matrix, "a.q:r=a&a.q:na=1"), json!({"na": true}));
    assert_eq!(value(&question(Kind::Nps), "a.q=:na"), json!({"na": true}), "the question itself says whether it may");
    matrix.rows.push(Choice::new("na", Text::one("en", "North America")));
    assert_eq!(value(&matrix, "a.q:na=a"), json!({"na": "a"}), "a row of that name stays a row");
}

#[test]
fn persian_dates_become_iso_and_what_is_no_day_is_kept() {
    let date = |body: &str| typed(&question(Kind::Date), body, Calendar::Persian).values["q"].clone();
    assert_eq!(date("a.q:year=۱۴۰۵&a.q:month=9&a.q:day=۰۱"), json!("2026-11-22"));
    assert_eq!(date("a.q:year=1404&a.q:month=12&a.q:day=30"), json!("1404/12/30"));
    assert_eq!(date("a.q:day=٣"), json!("//3"));
    assert_eq!(date("a.q=2026-11-22"), json!("2026-11-22"));
    assert_eq!(date(""), Json::Null);
    for kept in ["1404/12/30", "//3", "99999999999/1/1", "1405/<b>/1"] {
        assert_eq!(question(Kind::Date).read(&json!(kept)).unwrap_err().code, "not_a_date", "{kept}");
    }
}

#[test]
fn a_signature_is_a_name_or_a_harmless_path() {
    let signature = question(Kind::Signature);
    for drawn in ["M0,0", "L1,1", "M0,0L1,1\"/><script>", "M0,0L1,1 url(x)", &format!("M0,0{}", "L1,1".repeat(9_000))] {
        let body = format!("a.q:draw={}", ui::http::encode(drawn));
        assert_eq!(value(&signature, &body), Json::Null, "{drawn:.40}");
    }
    assert_eq!(value(&signature, "a.q=path:path:M0,0L9,9"), json!("M0,0L9,9"), "a name is never drawn");
}

#[test]
fn fields_of_no_question_on_the_page_are_refused() {
    let nps = question(Kind::Nps);
    let typed = typed(&nps, "a.q=1&a.other=2&a.other:na=1&a.=3&a.q[x]=4&b=5&r=6", Calendar::Gregorian);
    let fields: Vec<_> = typed.refusals.iter().map(|refusal| (refusal.code, refusal.field.as_deref())).collect();
    assert_eq!(fields, [("not_asked", Some("")), ("not_asked", Some("other")), ("not_asked", Some("q[x]"))]);
    let flood: String = (0..5_000).map(|n| format!("a.k{n}=1&")).collect();
    assert_eq!(self::typed(&nps, &flood, Calendar::Gregorian).refusals.len(), FOREIGN_MAX);
    let long = self::typed(&nps, &format!("a.{}=1", "k".repeat(9_000)), Calendar::Gregorian);
    assert_eq!(long.refusals[0].field.as_ref().map(String::len), Some(80));
}

#[test]
fn the_same_question_in_two_loops_is_two() {
    let nps = question(Kind::Nps);
    let of = |key: &str| Asked { key: key.into(), question: &nps, options: vec![], second: vec![], rows: vec![] };
    let fields = Fields::parse(b"a.q[soup]=3&a.q[tea]=9");
    let typed = values(&fields, &[of("q[soup]"), of("q[tea]")], Calendar::Gregorian);
    assert_eq!(json!(typed.values), json!({"q[soup]": "3", "q[tea]": "9"}));
    assert!(typed.refusals.is_empty() && Survey::default().asked("q[tea]").is_none());
}

proptest! {
    /// Whatever is sent, values come out that a question reads or refuses, and never more than the question has parts.
    #[test]
    fn nothing_that_is_sent_breaks_a_question(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        cells in prop::sample::select(vec![Cells::Choice, Cells::Choices, Cells::Rating, Cells::Text, Cells::Dual]),
        sent in prop::collection::vec(("(:(a|b|r|r:2|na|own|vote|best|draw|year|month|day|drop|other))?", "\\PC{0,12}|:na|1|a|-?[0-9]{1,20}"), 0..12),
        persian: bool,
    ) {
        let question = Question { cells, not_applicable: true, ..question(kind) };
        let fields = Fields(sent.into_iter().map(|(sub, value)| (format!("a.q{sub}"), value)).collect());
        let (options, second, rows) = Default::default();
        let asked = [Asked { key: "q".into(), question: &question, options, second, rows }];
        let calendar = if persian { Calendar::Persian } else { Calendar::Gregorian };
        let typed = values(&fields, &asked, calendar);
        prop_assert!(typed.values.len() <= 1);
        if let Some(value) = typed.values.get("q") {
            let _ = question.read(value);
        }
    }
}
