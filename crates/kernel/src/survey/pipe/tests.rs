use serde_json::json;

use super::*;
use crate::flow::{self, Given, Situation};
use crate::survey::{Block, Page};

fn choice(key: &str, words: &[(&str, &str)]) -> Choice {
    let mut label = Text::default();
    words.iter().for_each(|(language, words)| label.set(language, words));
    Choice::new(key, label)
}

fn survey() -> Survey {
    let question = |key: &str, kind| Question::new(key, kind, Text::one("en", "?"));
    let mut reasons = question("reasons", Kind::Choices);
    reasons.options = vec![
        choice("price", &[("en", "Price"), ("fa", "قیمت")]),
        choice("taste", &[("en", "Taste"), ("fa", "مزه")]),
        choice("crew", &[("en", "Crew")]),
        Choice { other: true, ..choice("else", &[("en", "Something else")]) },
    ];
    let mut rank = question("rank", Kind::Ranking);
    rank.options = vec![choice("a", &[("en", "Apple")]), choice("b", &[("en", "Banana")])];
    let mut matrix = question("grid", Kind::Matrix);
    matrix.options = vec![choice("good", &[("en", "Good")]), choice("bad", &[("en", "Bad")])];
    matrix.rows = vec![choice("food", &[("en", "Food")]), choice("room", &[("en", "Room")])];
    let questions = vec![
        question("nps", Kind::Nps),
        question("name", Kind::Text),
        reasons,
        rank,
        matrix,
        question("day", Kind::Date),
        question("spent", Kind::Number),
        question("why", Kind::Text),
    ];
    let page =
        |keys: &[&str]| Page { questions: keys.iter().map(|key| (*key).to_owned()).collect(), ..Page::default() };
    let first = page(&["nps", "name", "reasons", "rank", "grid", "day", "spent"]);
    let blocks = vec![
        Block { key: "one".into(), pages: vec![first], ..Block::default() },
        Block { key: "two".into(), each: Some("reasons".into()), pages: vec![page(&["why"])], ..Block::default() },
    ];
    Survey { languages: vec!["en".into(), "fa".into()], questions, blocks, ..Survey::default() }
}

fn given() -> Given {
    let given = json!({
        "nps": 9, "name": "Sara & Co", "reasons": {"choices": ["price", "taste", "else"], "other": "The view"},
        "rank": ["b", "a"], "grid": {"food": "good", "room": "bad"}, "day": "2026-11-22", "spent": 1234.5,
        "why[price]": "too high", "why[else]": "lovely"
    });
    serde_json::from_value(given).unwrap()
}

fn attributes() -> Attributes {
    serde_json::from_value(json!({"Plan": "gold", "order": 12345, "since": "2025-01-31", "rate": 0.25})).unwrap()
}

/// Fills in a language; `step` is where it stands.
fn filled(language: &str, step: Option<&str>, wording: &str, as_url: bool) -> String {
    let (survey, given, attributes) = (survey(), given(), attributes());
    let full = Default::default();
    let situation = Situation {
        survey: &survey,
        given: &given,
        attributes: &attributes,
        language,
        channel: "link",
        touchpoint: None,
        seed: 1,
        full: &full,
    };
    let walk = flow::walk(&situation);
    let answers = walk.answers(&given);
    let format = Format::of(Locale::parse(language).unwrap());
    let mut pipe = Pipe::new(&survey, &answers, &attributes, language, &format);
    if let Some(step) = step {
        pipe = pipe.at(walk.step(step).unwrap());
    }
    if as_url { pipe.url(wording) } else { pipe.text(wording) }
}

#[test]
fn answers_are_filled_in_the_readers_manner() {
    let en = |wording: &str| filled("en", None, wording, false);
    assert_eq!(en("You gave {nps}, {name}."), "You gave 9, Sara & Co.");
    assert_eq!(en("{reasons}"), "Price, Taste and The view");
    assert_eq!(en("{rank}; {rank[a]}"), "Banana and Apple; 2");
    assert_eq!(en("{grid}; {grid[room]}"), "Good and Bad; Bad");
    assert_eq!(en("{day}, {spent}"), "22 Nov 2026, 1,234.5");
    assert_eq!(en("{attr.plan} {attr.order} {attr.since} {attr.rate}"), "gold 12345 31 Jan 2025 0.25");
    let fa = |wording: &str| filled("fa", None, wording, false);
    assert_eq!(fa("{nps} / {attr.order} / {day}"), "۹ / ۱۲۳۴۵ / ۱ آذر ۱۴۰۵");
    assert_eq!(fa("به {name}"), "به \u{2068}Sara & Co\u{2069}");
}

#[test]
fn what_is_missing_has_a_default_or_leaves_a_gap() {
    let en = |wording: &str| filled("en", None, wording, false);
    assert_eq!(en("Hello {attr.name|friend}{attr.name}!"), "Hello friend!");
    assert_eq!(en("{grid[lobby]|–}"), "–");
}

#[test]
fn braces_around_anything_else_stay() {
    for wording in [
        "{}",
        "{ }",
        "a { b } c",
        "{nobody}",
        "{nps",
        "nps}",
        "{a b}",
        "{nps[}",
        "{nps[]}",
        "{a{b}",
        "{item}",
        "{attr.}",
    ] {
        assert_eq!(filled("en", None, wording, false), wording);
    }
    assert_eq!(filled("en", None, "{{nps}, {{{nps}", false), "{nps}, {9");
}

#[test]
fn what_was_written_has_no_keys() {
    assert_eq!(written("You gave {nps}. Why, {attr.name|friend}?"), "You gave x. Why, friend?");
    assert_eq!(written("{{nps}} and {not a key"), "{nps}} and {not a key");
}

#[test]
fn loops_speak_of_their_item() {
    assert_eq!(filled("en", Some("two.1.price"), "{item}: {why}", false), "Price: too high");
    assert_eq!(filled("en", Some("two.1.else"), "{item}: {why}; {why[price]}", false), "The view: lovely; too high");
    assert_eq!(filled("en", Some("two.1.taste"), "{item} {why|-}", false), "Taste -");
    assert_eq!(filled("en", None, "{why}", false), "too high and lovely");
}

#[test]
fn addresses_carry_stored_values_that_cannot_break_out() {
    let url =
        filled("fa", None, "https://x.example/?n={nps}&w={name}&r={reasons}&s={spent}&d={day}&p={attr.plan}", true);
    assert_eq!(url, "https://x.example/?n=9&w=Sara%20%26%20Co&r=price%2Ctaste%2Celse&s=1234.5&d=2026-11-22&p=gold");
}

#[test]
fn references_are_listed_for_checks() {
    let found = references("{a} {b[c][d]|x|y} {attr.My plan} {item} {{z} {calc.t}");
    let names: Vec<String> = found.iter().map(|reference| format!("{:?}", reference.name)).collect();
    assert_eq!(found.len(), 5, "{names:?}");
    assert_eq!(found[1].name, Name::Answer { question: "b", parts: vec!["c", "d"] });
    assert_eq!(found[1].default, Some("x|y"));
    assert_eq!(found[2].name, Name::Attribute("My plan"));
}

#[test]
fn a_wording_never_grows_without_bound() {
    let wording = "{name}".repeat(800);
    let survey = survey();
    let answers = vec![Answer {
        question: "name".into(),
        kind: Kind::Text,
        score: None,
        choice: None,
        text: Some("ب".repeat(20_000)),
    }];
    let (attributes, format) = (Attributes::new(), Format::of(Locale::En));
    let pipe = Pipe::new(&survey, &answers, &attributes, "en", &format);
    assert!(pipe.text(&wording).len() < 2 * FILLED_CHARS_MAX);
    assert!(pipe.url(&wording).len() < 2 * FILLED_CHARS_MAX);
}
