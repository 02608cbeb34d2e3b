use serde_json::{Value as Json, json};

use super::*;
use crate::survey::{Kind, Question};

/// A sound survey with one of nearly everything, changed by `change`.
fn faults(change: impl FnOnce(&mut Json)) -> Vec<(&'static str, String)> {
    let option = |key: &str| json!({"key": key, "label": {"en": key}});
    let title = json!({"en": "Words"});
    let question = |key: &str, kind: &str| json!({"key": key, "kind": kind, "title": title});
    let mut ate = question("ate", "choices");
    ate["options"] = json!([option("soup"), option("fish")]);
    let mut taste = question("taste", "rating");
    taste["title"] = json!({"en": "How was {item}, {name|friend}?"});
    let mut total = question("total", "calculated");
    total["formula"] = json!("nps * 2");
    let mut why = question("why", "text");
    why["when"] = json!({"test": {"of": "nps", "is": "le", "value": 6}});
    let mut definition = json!({
        "languages": ["en", "fa"], "title": title,
        "questions": [question("nps", "nps"), question("name", "text"), ate, taste, why, total, question("source", "hidden")],
        "blocks": [
            {"key": "b1", "pages": [{"questions": ["nps", "name"], "then": [{"to": "block:b3"}]}, {"questions": ["ate"]}]},
            {"key": "b2", "each": "ate", "pages": [{"questions": ["taste"]}]},
            {"key": "b3", "pages": [{"questions": ["why"]}]},
        ],
        "endings": [{"key": "out", "title": title, "redirect": "https://example.com/?n={nps}&t={calc.total}&p={attr.plan}"}],
        "quotas": [{"key": "low", "limit": 5, "when": {"test": {"of": "nps", "is": "le", "value": 6}}, "ending": "out"}],
        "theme": {"accent": "#12aBef"}
    });
    change(&mut definition);
    let survey: Survey = serde_json::from_value(definition).unwrap();
    survey.check().into_iter().map(|fault| (fault.code, fault.field.unwrap_or_default())).collect()
}

fn fault(path: &str, value: Json) -> Vec<(&'static str, String)> {
    faults(|definition| {
        let (parent, last) = path.rsplit_once('/').unwrap();
        definition.pointer_mut(parent).unwrap_or_else(|| panic!("{path}"))[match last.parse::<usize>() {
            Ok(_) => panic!("{path}: name a field"),
            Err(_) => last,
        }] = value;
    })
}

#[test]
fn a_sound_survey_has_no_fault() {
    assert_eq!(faults(|_| {}), []);
}

#[test]
fn every_fault_is_found_where_it_is() {
    let choice = |key: &str| json!({"key": key, "label": {"en": "x"}});
    let answered = |of: &str| json!({"test": {"of": of, "is": "answered"}});
    let variant = |also: Json| {
        let mut variant = json!({"key": "soho", "attribute": "branch", "value": "Soho", "theme": {"ink": "#101010"}});
        variant.as_object_mut().unwrap().extend(also.as_object().unwrap().clone());
        json!([variant])
    };
    let cases = [
        ("/format", json!(2), "unknown_definition_format", "format"),
        ("/languages", json!([]), "no_language", "languages"),
        ("/languages", json!(["en", "EN"]), "language_twice", "languages.2"),
        ("/languages", json!(["en", "<b>"]), "bad_language", "languages.2"),
        ("/title", json!({"fa": "فقط"}), "words_missing", "title"),
        ("/intro", json!({"en": "x".repeat(5_001)}), "too_long", "intro.en"),
        ("/theme/accent", json!("red"), "bad_colour", "theme.accent"),
        ("/theme/ink", json!("#12345é"), "bad_colour", "theme.ink"),
        ("/theme/variants", variant(json!({"theme": {"ink": "red"}})), "bad_colour", "theme.variants.1.theme.ink"),
        ("/theme/variants", variant(json!({"key": "a b"})), "bad_key", "theme.variants.1"),
        ("/theme/variants", variant(json!({"value": " "})), "required", "theme.variants.1.value"),
        ("/theme/variants", variant(json!({"attribute": "!"})), "required", "theme.variants.1.attribute"),
        (
            "/theme/variants",
            variant(json!({"theme": {"variants": variant(json!({}))}})),
            "too_many",
            "theme.variants.1.theme.variants",
        ),
        ("/questions/1/key", json!("attr"), "bad_key", "questions.2"),
        ("/questions/1/key", json!("a b"), "bad_key", "questions.2"),
        ("/questions/4/key", json!("nps"), "key_taken", "questions.5"),
        ("/questions/0/scale", json!({"from": 1, "to": 5}), "bad_scale", "questions.nps.scale"),
        ("/questions/3/scale", json!({"from": i32::MIN, "to": i32::MAX}), "bad_scale", "questions.taste.scale"),
        ("/questions/3/scale", json!({"from": 0, "to": 11}), "bad_scale", "questions.taste.scale"),
        ("/questions/2/options", json!([choice("a"), choice("a")]), "key_taken", "questions.ate.options.2"),
        ("/questions/2/options", json!([choice("a"), choice("b[c]")]), "bad_key", "questions.ate.options.2"),
        ("/questions/2/options", json!([choice("a")]), "options_needed", "questions.ate.options"),
        (
            "/questions/2/options",
            json!([choice("a"), {"key": "b", "label": {}}]),
            "words_missing",
            "questions.ate.options.2.label",
        ),
        (
            "/questions/2/options",
            Json::Array((0..501).map(|n| choice(&n.to_string())).collect()),
            "too_many",
            "questions.ate.options",
        ),
        ("/questions/1/kind", json!("consent"), "option_needed", "questions.name.options"),
        ("/questions/1/purpose", json!("follow_up"), "purpose_misplaced", "questions.name.purpose"),
        ("/questions/1/kind", json!("matrix"), "row_needed", "questions.name.rows"),
        ("/questions/1/kind", json!("contact"), "row_needed", "questions.name.rows"),
        ("/questions/1/limits", json!({"min": 5, "max": 2}), "bad_limits", "questions.name.limits.min"),
        ("/questions/2/limits", json!({"min": 3}), "bad_limits", "questions.ate.limits.min"),
        ("/questions/1/limits", json!({"pattern": "(a"}), "bad_pattern", "questions.name.limits.pattern"),
        ("/questions/1/limits", json!({"pattern": "(\\w{900}){900}"}), "bad_pattern", "questions.name.limits.pattern"),
        ("/questions/1/limits", json!({"earliest": "2026-02-30"}), "bad_date", "questions.name.limits.earliest"),
        (
            "/questions/1/limits",
            json!({"earliest": "2026-03-01", "latest": "2026-02-01"}),
            "bad_limits",
            "questions.name.limits.latest",
        ),
        ("/questions/1/files", json!({"types": ["pdf", "exe"]}), "unknown_file_type", "questions.name.files.types.2"),
        ("/questions/5/formula", json!(null), "formula_needed", "questions.total.formula"),
        ("/questions/5/formula", json!("total + 1"), "circular_value", "questions.total.formula"),
        ("/questions/5/formula", json!("nobody + 1"), "condition_unknown_operand", "questions.total.formula"),
        ("/blocks/1/key", json!("b1"), "key_taken", "blocks.2"),
        ("/blocks/0/pages/1/questions", json!(["ate", "nobody"]), "unknown_question", "blocks.b1.pages.2.questions.2"),
        ("/blocks/0/pages/1/questions", json!(["ate", "nps"]), "question_twice", "blocks.b1.pages.2.questions.2"),
        ("/blocks/0/pages/1/questions", json!(["ate", "total"]), "never_on_a_page", "blocks.b1.pages.2.questions.2"),
        (
            "/blocks/2/pages/0/then",
            json!([{"to": "end"}, {"to": "question:nps"}]),
            "leads_back",
            "blocks.b3.pages.1.then.2.to",
        ),
        ("/blocks/2/pages/0/then", json!([{"to": "block:b3"}]), "leads_back", "blocks.b3.pages.1.then.1.to"),
        ("/blocks/0/pages/0/then", json!([{"to": "question:source"}]), "unknown_target", "blocks.b1.pages.1.then.1.to"),
        ("/blocks/0/pages/0/then", json!([{"to": "ending:no"}]), "unknown_ending", "blocks.b1.pages.1.then.1.to"),
        ("/blocks/1/each", json!("nps"), "loop_kind", "blocks.b2.each"),
        ("/blocks/0/each", json!("ate"), "loop_not_earlier", "blocks.b1.each"),
        ("/blocks/1/each", json!("nobody"), "unknown_question", "blocks.b2.each"),
        ("/blocks/0/when", answered("why"), "asked_later", "blocks.b1.when"),
        ("/blocks/0/pages/0/when", answered("nps"), "asked_later", "blocks.b1.pages.1.when"),
        ("/questions/0/when", answered("name"), "asked_later", "questions.nps.when"),
        ("/questions/0/when", answered("calc.total"), "asked_later", "questions.nps.when"),
        (
            "/questions/4/when",
            json!({"test": {"of": "ate", "is": "has", "value": "cake"}}),
            "condition_unknown_option",
            "questions.why.when",
        ),
        (
            "/questions/4/when",
            json!({"test": {"of": "nps", "is": "eq", "value": "7"}}),
            "condition_wrong_type",
            "questions.why.when",
        ),
        ("/questions/4/when", answered("taste[cake]"), "condition_unknown_operand", "questions.why.when"),
        ("/quotas/0/when", answered("item"), "condition_unknown_operand", "quotas.low.when"),
        ("/quotas/0/ending", json!("no"), "unknown_ending", "quotas.low.ending"),
        ("/thanks", json!({"en": "Bye {item}"}), "unknown_reference", "thanks.en"),
        ("/questions/4/hint", json!({"fa": "{nobody}"}), "unknown_reference", "questions.why.hint.fa"),
        ("/questions/0/title", json!({"en": "{name}"}), "asked_later", "questions.nps.title.en"),
        ("/endings/0/redirect", json!("http://example.com"), "bad_redirect", "endings.out.redirect"),
        ("/endings/0/redirect", json!("https://{attr.host}/"), "bad_redirect", "endings.out.redirect"),
        ("/endings/0/redirect", json!("https://a@b.example/"), "bad_redirect", "endings.out.redirect"),
        ("/endings/0/redirect", json!("https://b.example\\@evil.example/"), "bad_redirect", "endings.out.redirect"),
        ("/endings/0/redirect", json!("javascript:alert(1)"), "bad_redirect", "endings.out.redirect"),
    ];
    for (path, value, code, field) in cases {
        let found = fault(path, value.clone());
        assert!(found.contains(&(code, field.to_owned())), "{path} = {value}: {found:?}");
    }
}

#[test]
fn what_is_meant_so_is_let_through() {
    let answered = |of: &str| json!({"test": {"of": of, "is": "answered"}});
    let fine = [
        ("/questions/1/when", answered("nps")),
        ("/questions/4/when", answered("taste[soup]")),
        ("/questions/4/when", json!({"test": {"of": "attr.age", "is": "ge", "value": 18}})),
        ("/questions/3/when", json!({"test": {"of": "item", "is": "eq", "value": "fish"}})),
        ("/blocks/2/when", json!({"test": {"of": "calc.total", "is": "gt", "value": 3}})),
        ("/blocks/0/pages/0/then", json!([{"to": "question:why"}, {"to": "ending:out"}])),
        ("/questions/3/low", json!({"en": "{taste}{ate}{{nobody} {not a name} { }"})),
    ];
    for (path, value) in fine {
        let found: Vec<_> = fault(path, value.clone()).into_iter().filter(|(code, _)| *code != "asked_later").collect();
        assert_eq!(found, [], "{path} = {value}");
    }
}

#[test]
fn shuffled_blocks_come_in_any_order() {
    let found = faults(|definition| {
        definition["blocks"][0]["shuffled"] = json!(true);
        definition["blocks"][2]["shuffled"] = json!(true);
    });
    let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["leads_back", "loop_not_earlier", "asked_later", "asked_later"], "{found:?}");
}

#[test]
fn circles_of_values_are_found_whole() {
    let found = faults(|definition| {
        let list = definition["questions"].as_array_mut().unwrap();
        for (key, formula) in [("a", "b + 1"), ("b", "c"), ("c", "a"), ("before", "a"), ("after", "nps")] {
            list.push(json!({"key": key, "kind": "calculated", "title": {}, "formula": formula}));
        }
    });
    let fields: Vec<&str> = found.iter().map(|(_, field)| field.as_str()).collect();
    assert_eq!(fields, ["questions.a.formula", "questions.b.formula", "questions.c.formula"]);
}

#[test]
fn huge_definitions_are_refused_in_time() {
    let started = std::time::Instant::now();
    let words = |n: usize| (0..n).map(|n| (format!("x{n}"), json!("words"))).collect::<serde_json::Map<_, _>>();
    let found = faults(|definition| {
        definition["title"] = Json::Object(words(101));
        definition["languages"] = (0..101).map(|_| json!("de")).collect();
        let question = |n: usize| json!({"key": format!("q{n}"), "kind": "text", "title": {"de": "?"}});
        definition["questions"] = (0..2_001).map(question).collect();
    });
    assert!(found.contains(&("too_many", "questions".into())) && found.contains(&("too_many", "languages".into())));
    // The largest that is allowed, each question with words in many languages and a condition on the one before.
    let found = faults(|definition| {
        definition["blocks"] = json!([]);
        let question = |n: usize| {
            let when = json!({"not": {"test": {"of": format!("q{}", n.max(1) - 1), "is": "eq", "value": "x"}}});
            let mut title = words(0);
            (0..20).for_each(|tag| drop(title.insert(format!("d{}", char::from(b'a' + tag)), json!("{q0} and more"))));
            title.insert("en".into(), json!("{q0}"));
            json!({"key": format!("q{n}"), "kind": "text", "title": title, "when": when})
        };
        definition["questions"] = (0..2_000).map(question).collect();
        definition["quotas"] = json!([]);
        definition["endings"] = json!([]);
    });
    assert!(found.iter().all(|(code, field)| *code == "asked_later" && field.starts_with("questions.q0")), "{found:?}");
    let found = faults(|definition| {
        let option = |n: usize| json!({"key": n.to_string(), "label": {"en": "x"}});
        definition["questions"][2]["options"] = (0..500).map(option).collect();
        definition["blocks"][1]["pages"] = (0..30).map(|_| json!({"questions": []})).collect();
    });
    assert!(found.contains(&("survey_too_long", "blocks".into())), "{found:?}");
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

#[test]
fn weights_tell_drafts_from_what_is_never_kept() {
    let weight = |code| super::weight(&Refusal::new(code));
    assert!(weight("asked_later") < weight("leads_back") && weight("leads_back") < weight("bad_key"));
}

#[test]
fn an_anonymous_survey_must_take_some_kind_of_file() {
    let mut survey = Survey {
        languages: vec!["en".into()],
        title: Text::one("en", "T"),
        questions: vec![Question::new("cv", Kind::File, Text::one("en", "Your file"))],
        ..Survey::default()
    };
    let codes = |survey: &Survey| survey.check().into_iter().map(|fault| fault.code).collect::<Vec<_>>();
    survey.anonymous = true;
    assert!(codes(&survey).is_empty(), "photos and texts are left: {:?}", codes(&survey));
    assert_eq!(survey.questions[0].files.taken(true), ["jpg", "png", "webp", "txt"]);
    survey.questions[0].files.types = vec!["pdf".into()];
    assert_eq!(codes(&survey), ["no_file_type"]);
    survey.anonymous = false;
    assert!(codes(&survey).is_empty());
}
