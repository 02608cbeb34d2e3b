mod properties;

use std::collections::BTreeMap;

use serde_json::json;

use super::*;
use crate::signal::Answer;
use crate::survey::Kind;

fn cel(text: &str) -> Condition {
    text.parse().unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
}

fn refused(text: &str) -> Refusal {
    text.parse::<Condition>().unwrap_err()
}

fn instead(text: &str) -> String {
    let refusal = refused(text);
    assert_eq!(refusal.code, "condition_unsupported", "{text}: {refusal:?}");
    refusal.args.into_iter().find(|(name, _)| *name == "instead").unwrap().1
}

fn at(text: &str) -> String {
    refused(text).args.into_iter().find(|(name, _)| *name == "at").unwrap().1
}

/// Facts by the operand's plain text.
fn facts(known: &[(&str, Fact)]) -> impl Facts + use<> {
    let known: BTreeMap<String, Fact> = known.iter().map(|(name, fact)| ((*name).to_owned(), fact.clone())).collect();
    move |operand: &Operand| known.get(&operand.to_string()).cloned().unwrap_or(Fact::Missing)
}

fn set(keys: &[&str]) -> Fact {
    Fact::Set(keys.iter().map(|key| (*key).to_owned()).collect())
}

#[test]
fn the_json_form_is_stable() {
    let condition =
        cel(r#"nps <= 6 && !(attr.plan in ["gold", 2, true]) && (answered(why) || taste[service] == -1.5)"#);
    let expected = json!({"all": [
        {"test": {"of": "nps", "is": "le", "value": 6}},
        {"not": {"test": {"of": "attr.plan", "is": "one_of", "value": ["gold", 2, true]}}},
        {"any": [
            {"test": {"of": "why", "is": "answered"}},
            {"test": {"of": "taste[service]", "is": "eq", "value": -1.5}}
        ]}
    ]});
    assert_eq!(serde_json::to_value(&condition).unwrap(), expected);
    assert_eq!(serde_json::from_value::<Condition>(expected).unwrap(), condition);
}

#[test]
fn json_with_anything_else_is_refused() {
    for (text, code) in [
        (r#"{}"#, "condition_json"),
        (r#"{"all": [], "any": []}"#, "condition_json"),
        (r#"{"some": []}"#, "condition_json"),
        (r#"{"test": {"of": "nps", "is": "le", "value": 6, "note": 1}}"#, "condition_json"),
        (r#"{"test": {"of": "nps", "is": "le", "value": null}}"#, "condition_value"),
        (r#"{"test": {"of": "nps", "is": "like", "value": "a"}}"#, "condition_value"),
        (r#"{"test": {"of": "nps", "is": "le", "value": [6]}}"#, "condition_value"),
        (r#"{"test": {"of": "nps", "is": "one_of", "value": []}}"#, "condition_value"),
        (r#"{"test": {"of": "nps", "is": "one_of", "value": [[1]]}}"#, "condition_json"),
        (r#"{"test": {"of": "nps", "is": "lt", "value": true}}"#, "condition_value"),
        (r#"{"test": {"of": "nps", "is": "answered", "value": 1}}"#, "condition_value"),
        (r#"{"test": {"of": "a.b", "is": "answered"}}"#, "condition_operand"),
        (r#"{"test": {"of": "a[b][c][d]", "is": "answered"}}"#, "condition_operand"),
        (r#"{"all": []} {}"#, "condition_json"),
    ] {
        assert_eq!(Condition::from_json(text).unwrap_err().code, code, "{text}");
        assert!(serde_json::from_str::<Condition>(text).is_err(), "{text}");
    }
}

#[test]
fn operands_have_one_spelling_in_json_and_one_in_cel() {
    for (plain, spelt) in [
        ("nps", "nps"),
        ("taste[service]", "taste[service]"),
        ("taste[burger][very good]", "taste[burger][\"very good\"]"),
        ("rank[1]", "rank[\"1\"]"),
        ("غذا", "answers[\"غذا\"]"),
        ("غذا[تازگی]", "answers[\"غذا\"][\"تازگی\"]"),
        ("for", "answers[\"for\"]"),
        ("attr", "answers[\"attr\"]"),
        ("answers[a]", "answers[\"answers\"][a]"),
        ("attr.plan", "attr.plan"),
        ("attr.شعبه_تهران", "attr[\"شعبه_تهران\"]"),
        ("response.language", "response.language"),
        ("calc.total", "calc.total"),
        ("calc.جمع", "calc[\"جمع\"]"),
    ] {
        let operand: Operand = plain.parse().unwrap();
        assert_eq!(operand.to_string(), plain);
        assert_eq!(print::Cel(&operand).to_string(), spelt);
        assert_eq!(cel(&format!("answered({spelt})")).operands(), [&operand], "{spelt}");
    }
    assert_eq!("attr.Customer Type".parse::<Operand>().unwrap().to_string(), "attr.customer_type");
    assert_eq!(cel("answered(answers.nps) && answered(rank[1])").to_string(), "answered(nps) && answered(rank[\"1\"])");
    for wrong in ["", "a.b", "a[b", "a[]", "a[b]c", "[a]", "attr.--", "response.mood", "calc.a[b]", " a", "a\n"] {
        assert_eq!(wrong.parse::<Operand>().unwrap_err().code, "condition_operand", "{wrong}");
    }
}

#[test]
fn ways_to_say_the_same_read_alike() {
    for (a, b) in [
        ("6 >= nps", "nps <= 6"),
        ("\"price\" in why", "why.contains(\"price\")"),
        ("why.has('price')", "why.contains(\"price\")"),
        ("has(attr.plan)", "answered(attr.plan)"),
        ("attr.plan != null", "answered(attr.plan)"),
        ("null == attr.plan", "!answered(attr.plan)"),
        ("(a == 1 && (b == 2 && ((c == 3))))", "a == 1 && b == 2 && c == 3"),
        ("!!(a == 1)", "a == 1"),
        ("a == -1 || false", "a == -1"),
        ("a == -1 || true", "a == -1 || true"),
        ("a == 'it\\'s \\u0627 \\x41'", "a == \"it's ا A\""),
        ("a == .5 || a == 1e2 || a == 2.50", "a == 0.5 || a == 100 || a == 2.5"),
        ("a in [1, 2,]", "a in [1, 2]"),
    ] {
        assert_eq!(cel(a).to_string(), b);
        assert_eq!(cel(a), cel(b));
    }
}

#[test]
fn what_cannot_be_said_is_refused_with_its_place_and_what_to_write() {
    assert_eq!(instead("غذا == \"خوب\""), "answers[\"غذا\"]");
    assert_eq!(instead("a == 1 && attr.vip"), "attr.vip == true");
    assert_eq!(instead("why"), "answered(why)");
    assert_eq!(instead("for == 1"), "answers[\"for\"]");
    assert_eq!(instead("a + b > 5"), "calc.total");
    assert_eq!(instead("nps.size() > 2"), "calc.total");
    assert_eq!(instead("why.matches('x')"), "why.contains(\"slow\")");
    assert_eq!(instead("a == 1 ? b == 2 : c == 3"), "nps <= 6 && answered(why) || nps > 6");
    assert_eq!(instead("a == b"), "nps <= 6");
    assert_eq!(instead("a in [null]"), "answered(nps)");
    assert_eq!(refused("a == true && b < true").code, "condition_value");
    assert_eq!(refused("").code, "condition_syntax");
    assert_eq!(at("\"خوب\" == $"), "10");
    assert_eq!(at("a == 1 &&\n b =! 2"), "14");
    assert_eq!(at("a == \"open"), "6");
    assert_eq!(at("a == 12x"), "6");
    assert_eq!(at("(a == 1"), "8");
    assert_eq!(at("a == 1 && غذا == 1"), "11");
    for text in
        ["a == 1 b", "a..b == 1", "a == 1u", "r'x' in a", "{'a': 1}", "a == 1e999", "a == '\\q'", "a[1", "a ==="]
    {
        assert!(text.parse::<Condition>().is_err(), "{text}");
    }
}

#[test]
fn bounds_hold_whatever_is_sent() {
    let many = 100_000;
    let around = |open: &str, inner: &str, close: &str| format!("{}{inner}{}", open.repeat(many), close.repeat(many));
    let long: Vec<String> = vec![
        "(".repeat(many),
        around("(", "a == 1", ")"),
        around("!(", "a == 1", ")"),
        "a[".repeat(many),
        "f(".repeat(many),
        "[".repeat(many),
        "a ? ".repeat(many),
        "a == 1 && (".repeat(9_000),
        format!("a{}", ".b".repeat(40_000)),
        format!("a{} == 1", "[b]".repeat(30_000)),
        format!("1 == 1{}", " + 1".repeat(20_000)),
    ];
    for text in &long {
        let code = refused(text).code;
        assert!(matches!(code, "condition_too_deep" | "condition_too_big"), "{code}");
        let code = text.parse::<Formula>().unwrap_err().code;
        assert!(matches!(code, "condition_too_deep" | "condition_too_big"), "{code}");
    }
    assert_eq!(cel(&format!("{}a == 1", "!".repeat(80_000))), cel("a == 1"));
    assert_eq!(refused(&["a == 1"; 501].join(" && ")).code, "condition_too_big");
    assert_eq!(cel(&["a == 1"; 499].join(" && ")).tests().len(), 499);
    assert_eq!(refused(&format!("a in [{}]", ["1"; 201].join(","))).code, "condition_too_big");
    assert_eq!(refused(&format!("a == \"{}\"", "ب".repeat(1_001))).code, "condition_text_too_long");

    let nots = |times: usize| {
        around("{\"not\":", "{\"all\":[]}", "}").replace(&"{\"not\":".repeat(many), &"{\"not\":".repeat(times))
    };
    assert_eq!(Condition::from_json(&nots(many)).unwrap_err().code, "condition_too_deep");
    assert_eq!(Condition::from_json(&"{\"all\":[".repeat(many)).unwrap_err().code, "condition_too_deep");
    assert_eq!(Condition::from_json(&"[".repeat(many)).unwrap_err().code, "condition_json");
    let test = r#"{"test":{"of":"a","is":"eq","value":1}}"#;
    let wide = |count: usize| format!("{{\"any\":[{}]}}", vec![test; count].join(","));
    assert_eq!(Condition::from_json(&wide(500)).unwrap_err().code, "condition_too_big");
    assert!(Condition::from_json(&wide(499)).is_ok());
    let deep = |times: usize| (0..times).fold(cel("a == 1"), |inner, _| inner.negated());
    assert!(deep(MAX_DEPTH).check().is_ok());
    assert_eq!(deep(MAX_DEPTH + 1).check().unwrap_err().code, "condition_too_deep");
    assert_eq!(cel(&deep(MAX_DEPTH).to_string()), deep(MAX_DEPTH));
}

#[test]
fn unknown_is_neither_true_nor_false() {
    let known = facts(&[("a", Fact::Number(1.0)), ("t", Fact::Text("7".into()))]);
    for (text, truth) in [
        ("a == 1", Some(true)),
        ("b == 1", None),
        ("b != 1", None),
        ("!(b == 1)", None),
        ("a == 1 && b == 1", None),
        ("a == 2 && b == 1", Some(false)),
        ("a == 1 || b == 1", Some(true)),
        ("a == 2 || b == 1", None),
        ("answered(b)", Some(false)),
        ("!answered(b)", Some(true)),
        ("answered(t)", Some(true)),
        ("t == 7", None),
        ("t == \"7\"", Some(true)),
        ("a == \"1\"", None),
        ("a == true", None),
        ("a in [1, \"x\"]", Some(true)),
        ("a in [2, \"x\"]", None),
        ("a in [2, 3]", Some(false)),
        ("true", Some(true)),
        ("false", Some(false)),
    ] {
        assert_eq!(cel(text).evaluate(&known), truth, "{text}");
    }
}

#[test]
fn each_kind_of_fact_takes_its_tests() {
    let known = facts(&[
        ("many", set(&["price", "speed"])),
        ("one", Fact::Choice("price".into())),
        ("why", Fact::Text("Too SLOW، كيفيت بد".into())),
        ("day", Fact::Text("2026-11-22".into())),
        ("attr.vip", Fact::Flag(true)),
        ("zero", Fact::Number(-0.0)),
        ("odd", Fact::Number(f64::NAN)),
    ]);
    for (text, truth) in [
        ("many.contains(\"price\")", Some(true)),
        ("many.contains(\"pri\")", Some(false)),
        ("many == \"price\"", None),
        ("one.contains(\"pri\")", Some(false)),
        ("one.contains(\"price\") && one == \"price\" && one in [\"price\"]", Some(true)),
        ("why.contains(\"too slow\")", Some(true)),
        ("why.contains(\"کیفیت\")", Some(true)),
        ("why.startsWith(\"TOO\")", Some(true)),
        ("why.startsWith(\"slow\")", Some(false)),
        ("many.startsWith(\"p\")", None),
        ("day >= \"2026-01-01\" && day < \"2027-01-01\"", Some(true)),
        ("attr.vip == true", Some(true)),
        ("attr.vip != false", Some(true)),
        ("zero == 0 && zero >= 0 && !(zero < 0)", Some(true)),
        ("odd == 1", None),
        ("answered(odd)", Some(false)),
    ] {
        assert_eq!(cel(text).evaluate(&known), truth, "{text}");
    }
}

#[test]
fn rows_of_answers_make_facts() {
    let row = |question: &str, kind, score, choice: Option<&str>, text: Option<&str>| Answer {
        question: question.into(),
        kind,
        score,
        choice: choice.map(str::to_owned),
        text: text.map(str::to_owned),
    };
    let answers = [
        row("nps", Kind::Nps, Some(9.0), None, None),
        row("visit", Kind::Choice, None, Some("dine_in"), None),
        row("why", Kind::Choices, None, Some("price"), None),
        row("taste[food]", Kind::Matrix, None, Some("good"), None),
        row("taste[staff]", Kind::Matrix, None, Some("good"), None),
        row("taste[staff]", Kind::Matrix, None, Some("fast"), None),
        row("pair[a][1]", Kind::Matrix, None, Some("x"), None),
        row("words", Kind::Text, None, None, Some("hi")),
    ];
    let fact = |key: &str| fact::of_answers(&answers, key);
    assert_eq!(fact("nps"), Fact::Number(9.0));
    assert_eq!(fact("visit"), Fact::Choice("dine_in".into()));
    assert_eq!(fact("why"), set(&["price"]));
    assert_eq!(fact("taste"), set(&["food", "staff"]));
    assert_eq!(fact("taste[food]"), Fact::Choice("good".into()));
    assert_eq!(fact("taste[staff]"), set(&["good", "fast"]));
    assert_eq!(fact("pair"), set(&["a"]));
    assert_eq!(fact("pair[a]"), set(&["1"]));
    assert_eq!(fact("words"), Fact::Text("hi".into()));
    assert_eq!(fact("tast"), Fact::Missing);
}

#[test]
fn formulas_are_computed() {
    let known = facts(&[
        ("a", Fact::Number(7.0)),
        ("b", Fact::Number(2.0)),
        ("many", set(&["x", "y"])),
        ("name", Fact::Text("Ana".into())),
        ("one", Fact::Choice("x".into())),
    ]);
    let value = |text: &str| text.parse::<Formula>().unwrap_or_else(|r| panic!("{text}: {r:?}")).evaluate(&known);
    for (text, expected) in [
        ("a - b - 1", 4.0),
        ("a - (b - 1)", 6.0),
        ("-a * 2 + 1e1", -4.0),
        ("round(a / b)", 4.0),
        ("round(a / 3, 2)", 2.33),
        ("min(a, b, 3) + max(a, b)", 9.0),
        ("count(many) * 10", 20.0),
        ("count(one)", 1.0),
        ("a > 5 && b == 2 ? 1 : 0", 1.0),
        ("answered(gone) ? gone : a", 7.0),
    ] {
        assert_eq!(value(text), Fact::Number(expected), "{text}");
    }
    assert_eq!(value("\"Hi \" + name"), Fact::Text("Hi Ana".into()));
    assert_eq!(value("one"), Fact::Choice("x".into()));
    for missing in
        ["gone + 1", "a / 0", "a / (b - 2)", "name + 1", "gone > 1 ? 1 : 2", "count(gone)", "-name", "1e308 * 10"]
    {
        assert_eq!(value(missing), Fact::Missing, "{missing}");
    }
    for wrong in ["a % 2", "a == 1", "sqrt(a)", "round(a, 1, 2)", "min()", "a.b", "[1]", "a ? 1 : 2"] {
        assert!(wrong.parse::<Formula>().is_err(), "{wrong}");
    }
    let formula: Formula = "a > 1 ? b + taste[x] : count(c)".parse().unwrap();
    assert_eq!(formula.operands().iter().map(ToString::to_string).collect::<Vec<_>>(), ["a", "b", "taste[x]", "c"]);
    let sum = vec!["a"; 240].join(" + ");
    assert_eq!(value(&sum), Fact::Number(7.0 * 240.0));
}

#[test]
fn what_does_not_fit_is_told_with_the_operand() {
    let kind_of = |operand: &Operand| match operand.to_string().as_str() {
        "nps" => Some(FactKind::Number),
        "visit" => Some(FactKind::Choice(vec!["dine_in".into()])),
        "why" => Some(FactKind::Set(vec!["price".into()])),
        "words" => Some(FactKind::Text),
        _ => None,
    };
    let told = |text: &str| -> Vec<(&str, Option<String>)> {
        cel(text).validate(&kind_of).into_iter().map(|refusal| (refusal.code, refusal.field)).collect()
    };
    assert_eq!(told("nps <= 6 && visit == \"dine_in\" && why.contains(\"price\") && words.startsWith(\"a\")"), []);
    let of = |code, operand: &str| (code, Some(operand.to_owned()));
    assert_eq!(told("gone == 1"), [of("condition_unknown_operand", "gone")]);
    assert_eq!(
        told("nps == \"6\" && visit == \"take\" && !(why == \"price\") && why.contains(\"x\")"),
        [
            of("condition_wrong_type", "nps"),
            of("condition_unknown_option", "visit"),
            of("condition_wrong_type", "why"),
            of("condition_unknown_option", "why"),
        ]
    );
    let mut condition = cel("nps <= 6 && answered(nps)");
    condition.rename(&|operand| (operand.to_string() == "nps").then(|| Operand::answer("score").unwrap()));
    assert_eq!(condition.to_string(), "score <= 6 && answered(score)");
}

#[test]
fn builders_see_lines_and_one_level_of_groups() {
    for text in ["a == 1", "!answered(a)", "a == 1 && b == 2", "a == 1 || (b == 2 && !(c == 3))", "true", "false"] {
        let condition = cel(text);
        let rows = condition.rows().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(Condition::from_rows(rows), condition, "{text}");
    }
    assert_eq!(cel("a == 1 || (b == 2 && c == 3)").rows().unwrap().rows.len(), 2);
    for text in ["!(a == 1 && b == 2)", "a == 1 && (b == 2 || (c == 3 && d == 4))", "!(!(a == 1))"] {
        assert_eq!(cel(text).rows(), None, "{text}");
    }
}
