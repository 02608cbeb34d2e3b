//! The JSON Schema of a definition, for editors and for those who write definitions by program.
//!
//! It tells shapes and bounds. That keys are unique, that conditions name what there is, and that jumps lead forward,
//! no schema can tell: [`super::check`](mod@super::check) does.

use serde_json::{Map, Value as Json, json};

use super::question::{CONTACT_LINES, FILE_TYPES};
use super::structure::VARIANTS_MAX;
use super::{
    ENDINGS_MAX, FORMAT, KEY_CHARS_MAX, Kind, LANGUAGES_MAX, OPTIONS_MAX, QUESTIONS_MAX, QUOTAS_MAX, ROWS_MAX,
    WORDING_CHARS_MAX, check,
};
use crate::condition::{MAX_LIST, MAX_TEXT, Op};
use crate::consent::Purpose;

/// The schema of a survey's definition ([draft 2020-12](https://json-schema.org/draft/2020-12)).
pub fn schema() -> Json {
    let mut schema = object(
        &["languages", "title", "questions"],
        json!({
            "format": {"type": "integer", "minimum": 1, "maximum": FORMAT, "default": FORMAT},
            "languages": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": LANGUAGES_MAX, "uniqueItems": true},
            "title": of("text"), "intro": of("text"), "thanks": of("text"), "privacy": of("text"),
            "anonymous": {"type": "boolean", "default": false},
            "questions": list("question", QUESTIONS_MAX),
            "blocks": list("block", check::BLOCKS_MAX),
            "quotas": list("quota", QUOTAS_MAX),
            "endings": list("ending", ENDINGS_MAX),
            "theme": of("theme"),
        }),
    );
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("Survey definition");
    schema["$defs"] = definitions();
    schema
}

fn definitions() -> Json {
    json!({
        "text": {
            "description": "Words by language tag.",
            "type": "object",
            "additionalProperties": {"type": "string", "maxLength": WORDING_CHARS_MAX},
            "maxProperties": LANGUAGES_MAX,
        },
        "key": {
            "type": "string", "pattern": "^[\\p{L}\\p{N}\\p{M}_]+$", "maxLength": KEY_CHARS_MAX,
            "not": {"enum": check::RESERVED},
        },
        "name": {"type": "string", "pattern": "^[^\\[\\]{}|]+$", "maxLength": KEY_CHARS_MAX},
        "question": question(),
        "choice": object(&["key", "label"], json!({
            "key": of("name"), "label": of("text"), "image": of("media"),
            "other": {"type": "boolean"}, "exclusive": {"type": "boolean"}, "pinned": {"type": "boolean"},
        })),
        "media": object(&["file"], json!({
            "file": {"type": "string", "minLength": 1}, "kind": {"enum": ["image", "video", "audio"]}, "alt": of("text"),
        })),
        "order": {"enum": ["fixed", "shuffled"]},
        "condition": condition(),
        "formula": {"description": "In the text form: `(nps + taste[service]) / 2`.", "type": "string"},
        "block": object(&["key", "pages"], json!({
            "key": of("key"), "name": {"type": "string"}, "when": of("condition"), "each": of("key"),
            "shuffled": {"type": "boolean"}, "order": of("order"), "pages": list("page", check::PAGES_MAX),
        })),
        "page": object(&["questions"], json!({
            "questions": list("key", QUESTIONS_MAX), "when": of("condition"), "then": list("jump", check::JUMPS_MAX),
        })),
        "jump": object(&["to"], json!({"when": of("condition"), "to": {"type": "string", "pattern": "^(end|(block|question|ending):.+)$"}})),
        "quota": object(&["key", "limit", "when"], json!({
            "key": of("key"), "name": {"type": "string"}, "limit": {"type": "integer", "minimum": 0, "maximum": u32::MAX},
            "when": of("condition"), "ending": of("key"),
        })),
        "ending": object(&["key"], json!({
            "key": of("key"), "title": of("text"), "text": of("text"),
            "redirect": {"type": "string", "pattern": "^https://", "maxLength": check::REDIRECT_CHARS_MAX},
            "outcome": {"enum": ["complete", "screened"]},
        })),
        "theme": theme(),
        "variant": object(&["key", "value", "theme"], json!({
            "key": of("key"), "attribute": {"type": "string", "minLength": 1}, "value": {"type": "string", "minLength": 1},
            "theme": look(),
        })),
    })
}

fn question() -> Json {
    let kinds = Kind::ALL.map(Kind::as_str);
    object(
        &["key", "kind", "title"],
        json!({
            "key": of("key"), "kind": {"enum": kinds},
            "title": of("text"), "hint": of("text"), "low": of("text"), "high": of("text"), "message": of("text"),
            "required": {"type": "boolean"}, "not_applicable": {"type": "boolean"},
            "scale": object(&["from", "to"], json!({"from": {"type": "integer"}, "to": {"type": "integer"}})),
            "look": {"enum": ["numbers", "stars", "smileys", "hearts", "thumbs", "line"]},
            "options": list("choice", OPTIONS_MAX), "second": list("choice", OPTIONS_MAX),
            "rows": {"description": rows(), "type": "array", "items": of("choice"), "maxItems": ROWS_MAX},
            "cells": {"enum": ["choice", "choices", "rating", "text", "dual"]},
            "order": of("order"),
            "limits": object(&[], json!({
                "min": {"type": "number"}, "max": {"type": "number"}, "decimals": {"type": "integer", "minimum": 0, "maximum": 15},
                "earliest": {"type": "string", "format": "date"}, "latest": {"type": "string", "format": "date"},
                "pattern": {"type": "string", "maxLength": check::PATTERN_CHARS_MAX}, "total": {"type": "integer", "minimum": 1},
            })),
            "media": of("media"),
            "files": object(&[], json!({
                "types": {"type": "array", "items": {"enum": FILE_TYPES}}, "bytes_max": {"type": "integer", "minimum": 1},
            })),
            "when": of("condition"), "formula": of("formula"),
            "purpose": {"description": "Of consents: what whoever ticks it may be written to for.", "enum": Purpose::ALL.map(Purpose::as_str)},
        }),
    )
}

fn rows() -> String {
    format!("Rows of a matrix; lines of a contact form, of {}.", CONTACT_LINES.join(", "))
}

fn condition() -> Json {
    let parts = json!({"type": "array", "items": of("condition")});
    let literal = json!({"type": ["number", "string", "boolean"], "maxLength": MAX_TEXT});
    let test = object(
        &["of", "is"],
        json!({
            "of": {"description": "`nps`, `taste[service]`, `attr.plan`, `calc.total`, `response.language`.", "type": "string"},
            "is": {"enum": Op::ALL.map(Op::as_str)},
            "value": {"anyOf": [literal, {"type": "array", "items": literal, "minItems": 1, "maxItems": MAX_LIST}]},
        }),
    );
    json!({"anyOf": [
        object(&["all"], json!({"all": parts})),
        object(&["any"], json!({"any": parts})),
        object(&["not"], json!({"not": of("condition")})),
        object(&["test"], json!({"test": test})),
    ]})
}

fn theme() -> Json {
    let mut theme = look();
    theme["properties"]["variants"] = list("variant", VARIANTS_MAX);
    theme
}

/// A theme without variants.
fn look() -> Json {
    let colour = json!({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"});
    object(
        &[],
        json!({
            "accent": colour, "background": colour, "ink": colour,
            "font": {"enum": ["system", "serif", "rounded", "mono"]},
            "logo": {"type": "string"}, "name": {"type": "string"},
        }),
    )
}

fn of(name: &str) -> Json {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn list(name: &str, max: usize) -> Json {
    json!({"type": "array", "items": of(name), "maxItems": max})
}

/// An object without other fields than these.
fn object(required: &[&str], properties: Json) -> Json {
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("required".to_owned(), json!(required));
    object.insert("properties".to_owned(), properties);
    object.insert("additionalProperties".to_owned(), json!(false));
    Json::Object(object)
}

#[cfg(test)]
mod tests;
