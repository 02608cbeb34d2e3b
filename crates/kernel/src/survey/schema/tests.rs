use std::collections::BTreeSet;

use super::*;
use crate::survey::{Kind, Survey};

const PAGE: &str = include_str!("../../../../../docs/survey-definition.md");

/// The part of JSON Schema that our schema uses; another keyword is a fault of the test.
fn faults(schema: &Json, root: &Json, value: &Json, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut wrong = |is_wrong: bool, what: &str| {
        if is_wrong {
            found.push(format!("{at}: {what}"))
        }
    };
    let count = |limit: &Json| limit.as_u64().unwrap() as usize;
    let length = value.as_str().map(|text| text.chars().count());
    let items = value.as_array().map(Vec::len);
    let mut inner = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" | "format" | "uniqueItems" => {}
            "$ref" => {
                let path = rule.as_str().unwrap().strip_prefix('#').unwrap();
                inner.extend(faults(root.pointer(path).unwrap(), root, value, at));
            }
            "type" => {
                let is = |name: &str| match name {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    other => panic!("type {other}"),
                };
                let names = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                wrong(!names.iter().any(|name| is(name.as_str().unwrap())), "type");
            }
            "enum" => wrong(!rule.as_array().unwrap().contains(value), "enum"),
            "not" => wrong(faults(rule, root, value, at).is_empty(), "not"),
            "anyOf" => {
                wrong(!rule.as_array().unwrap().iter().any(|one| faults(one, root, value, at).is_empty()), "anyOf")
            }
            "required" => {
                let has = |name: &Json| value.get(name.as_str().unwrap()).is_some();
                wrong(!rule.as_array().unwrap().iter().all(has), "required");
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    inner.extend(
                        value
                            .get(name)
                            .map(|value| faults(rule, root, value, &format!("{at}/{name}")))
                            .unwrap_or_default(),
                    );
                }
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Json::as_object);
                for (name, value) in value.as_object().into_iter().flatten() {
                    if known.is_some_and(|known| known.contains_key(name)) {
                        continue;
                    }
                    wrong(*rule == json!(false), name);
                    inner.extend(rule.as_object().map(|_| faults(rule, root, value, at)).unwrap_or_default());
                }
            }
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    inner.extend(faults(rule, root, item, &format!("{at}/{n}")));
                }
            }
            "pattern" => {
                let pattern = regex::Regex::new(rule.as_str().unwrap()).unwrap();
                wrong(value.as_str().is_some_and(|text| !pattern.is_match(text)), "pattern");
            }
            "minLength" => wrong(length.is_some_and(|length| length < count(rule)), "minLength"),
            "maxLength" => wrong(length.is_some_and(|length| length > count(rule)), "maxLength"),
            "minItems" => wrong(items.is_some_and(|items| items < count(rule)), "minItems"),
            "maxItems" => wrong(items.is_some_and(|items| items > count(rule)), "maxItems"),
            "maxProperties" => wrong(value.as_object().is_some_and(|o| o.len() > count(rule)), "maxProperties"),
            "minimum" => wrong(value.as_f64() < rule.as_f64(), "minimum"),
            "maximum" => wrong(value.as_f64() > rule.as_f64(), "maximum"),
            other => panic!("the test does not know `{other}`"),
        }
    }
    found.extend(inner);
    found
}

fn validate(definition: &Json) -> Vec<String> {
    let schema = schema();
    faults(&schema, &schema, definition, "")
}

fn examples() -> Vec<Json> {
    let blocks = PAGE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))).collect()
}

#[test]
fn examples_of_the_contract_page_are_sound() {
    let surveys: Vec<Json> = examples().into_iter().filter(|example| example.get("questions").is_some()).collect();
    assert!(surveys.len() >= 2);
    for definition in surveys {
        assert_eq!(validate(&definition), [] as [String; 0]);
        let survey: Survey = serde_json::from_value(definition).unwrap();
        assert_eq!(survey.check(), []);
        assert_eq!(validate(&serde_json::to_value(&survey).unwrap()), [] as [String; 0], "as we write it");
    }
}

/// What one is taken for, the other takes as well: fields cannot be added to one alone.
#[test]
fn the_schema_knows_the_fields_that_reading_knows() {
    let everything: Json = serde_json::from_str(include_str!("everything.json")).unwrap();
    assert_eq!(validate(&everything), [] as [String; 0]);
    let survey: Survey = serde_json::from_value(everything.clone()).unwrap();
    assert_eq!(serde_json::to_value(&survey).unwrap(), everything, "every field is there, none at its default");
    // Each field of the schema stands somewhere in it.
    let schema = schema();
    let mut defined = BTreeSet::new();
    collect(&schema, &mut |map| {
        let properties = map.get("properties").and_then(Json::as_object);
        defined.extend(properties.into_iter().flatten().map(|(name, _)| name.clone()));
    });
    let mut used = BTreeSet::new();
    collect(&everything, &mut |map| used.extend(map.keys().cloned()));
    assert_eq!(defined.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new());
}

fn collect<'a>(value: &'a Json, each: &mut impl FnMut(&'a Map<String, Json>)) {
    match value {
        Json::Object(map) => {
            each(map);
            map.values().for_each(|value| collect(value, each));
        }
        Json::Array(list) => list.iter().for_each(|value| collect(value, each)),
        _ => {}
    }
}

#[test]
fn what_does_not_fit_is_named() {
    let sound = |change: &dyn Fn(&mut Json)| {
        let mut definition =
            json!({"languages": ["en"], "title": {"en": "T"}, "questions": [{"key": "q", "kind": "nps", "title": {}}]});
        change(&mut definition);
        validate(&definition)
    };
    assert_eq!(sound(&|_| {}), [] as [String; 0]);
    assert_eq!(sound(&|d| d["colour"] = json!(1)), [": colour"]);
    assert_eq!(sound(&|d| d["questions"][0]["key"] = json!("item")), ["/questions/0/key: not"]);
    assert_eq!(sound(&|d| d["questions"][0]["when"] = json!({"all": [], "any": []})), ["/questions/0/when: anyOf"]);
    assert_eq!(sound(&|d| d["theme"] = json!({"accent": "red"})), ["/theme/accent: pattern"]);
}

#[test]
fn the_contract_page_names_every_kind() {
    for kind in Kind::ALL {
        assert!(PAGE.contains(&format!("`{kind}`")), "{kind}");
    }
}
