//! One response as a program writes it in JSON, read strictly: every field has its type, none is unknown, and a
//! refusal names the field (`answers.nps`, `contact.email`).

use kernel::attribute::{ATTRIBUTES_MAX, NAME_CHARS_MAX, VALUE_CHARS_MAX};
use kernel::signal::{Answer, CHANNELS, State};
use kernel::survey::read::is_blank;
use kernel::survey::{Block, Kind, Question, Survey, key_of, part, parts_of};
use kernel::{Attributes, Refusal, Timestamp, Value, attribute};
use serde_json::{Map, Value as Json};

use crate::words::is_language_tag;

type Result<T> = std::result::Result<T, Refusal>;

/// Longest id, contact or touchpoint, in characters.
const NAME_MAX: usize = 200;
/// Clocks may be wrong by this much before a time is in the future.
const AHEAD_MAX: i64 = kernel::time::DAY;
/// Nothing was surveyed before 1900-01-01.
const EARLIEST: Timestamp = Timestamp(-2_208_988_800_000_000);

/// A response that fits the survey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    pub id: Option<String>,
    pub answers: Vec<Answer>,
    pub contact: Option<String>,
    pub attributes: Attributes,
    pub language: Option<String>,
    pub channel: Option<String>,
    pub touchpoint: Option<String>,
    pub occurred_at: Option<Timestamp>,
    pub is_partial: bool,
}

/// Reads one response to `survey`.
///
/// # Errors
/// `wrong_type`, `unknown_field`, `unknown_question`, `required`, `too_long`, `too_many`, `unknown_channel`,
/// `bad_language`, `bad_time`, `time_in_future`, `bad_attribute`, `anonymous_survey`, and those of
/// [`kernel::survey::Question::read`].
pub fn read(json: &Json, survey: &Survey, now: Timestamp) -> Result<Incoming> {
    let fields = json.as_object().ok_or_else(|| Refusal::new("wrong_type").with("kind", "object"))?;
    let mut incoming = Incoming::default();
    for (name, value) in fields {
        match name.as_str() {
            "answers" => incoming.answers = answers(value, survey)?,
            // Null is the same as leaving the field out, for all fields that may be left out.
            "id" | "contact" | "attributes" | "language" | "channel" | "touchpoint" | "occurred_at" | "state"
                if value.is_null() => {}
            "id" => incoming.id = Some(name_of(value, "id")?),
            "contact" => incoming.contact = Some(contact(value)?),
            "attributes" => incoming.attributes = attributes(value)?,
            "language" => incoming.language = Some(language(value)?),
            "channel" => incoming.channel = Some(channel(value)?),
            "touchpoint" => incoming.touchpoint = Some(name_of(value, "touchpoint")?),
            "occurred_at" => incoming.occurred_at = Some(time(value, now)?),
            "state" => incoming.is_partial = state(value)? == State::Partial,
            _ => return Err(unknown_field(name, name)),
        }
    }
    if !fields.contains_key("answers") {
        return Err(Refusal::new("required").at("answers"));
    }
    if survey.anonymous && incoming.contact.is_some() {
        return Err(Refusal::new("anonymous_survey").at("contact"));
    }
    Ok(incoming)
}

fn answers(value: &Json, survey: &Survey) -> Result<Vec<Answer>> {
    let given = object(value, "answers")?;
    let mut answers = Vec::with_capacity(given.len());
    let mut places = Vec::with_capacity(given.len());
    for key in given.keys() {
        let place = place(survey, key)
            .ok_or_else(|| Refusal::new("unknown_question").at(path("answers", key)).with("value", short(key)))?;
        places.push((place, key));
    }
    // In the order of the survey; items of a loop by their keys.
    places.sort_unstable();
    for (place, key) in places {
        let (question, value) = (&survey.questions[place], &given[key]);
        let at = |refusal: Refusal| refusal.at(path("answers", key));
        fits(question, value, survey).map_err(at)?;
        for answer in question.read(value).map_err(at)? {
            let rest = answer.question.strip_prefix(question.key.as_str()).unwrap_or_default();
            answers.push(Answer { question: format!("{key}{rest}"), ..answer });
        }
    }
    Ok(answers)
}

/// The place of the question behind a key of `answers`: its own key, or in a loop `taste[burger]`.
fn place(survey: &Survey, key: &str) -> Option<usize> {
    let own = survey.questions.iter().position(|question| question.key == *key);
    own.or_else(|| {
        let [item] = parts_of(key)[..] else { return None };
        let asked = key_of(key);
        if part(asked, item) != *key {
            return None;
        }
        let asks = |block: &&Block| block.pages.iter().any(|page| page.questions.iter().any(|one| one == asked));
        let each = survey.blocks.iter().find(asks)?.each.as_deref()?;
        survey.question(each)?.option(item)?;
        survey.questions.iter().position(|question| question.key == asked)
    })
}

/// What only our own pages can bring: files, and votes for ideas that were shown.
fn fits(question: &Question, value: &Json, survey: &Survey) -> Result<()> {
    let refused = match question.kind {
        Kind::File => value.as_str().is_some_and(|text| text.trim().starts_with("fil_")),
        Kind::Ideas => value.get("votes").and_then(Json::as_array).is_some_and(|votes| !votes.is_empty()),
        Kind::Hidden if survey.anonymous && !is_blank(value) => return Err(Refusal::new("anonymous_survey")),
        _ => false,
    };
    if refused { Err(Refusal::new("not_offered")) } else { Ok(()) }
}

/// The key of a contact: its id, else its address.
fn contact(value: &Json) -> Result<String> {
    let Json::Object(fields) = value else { return name_of(value, "contact") };
    let (mut id, mut email) = (None, None);
    for (name, value) in fields {
        match name.as_str() {
            "id" | "email" if value.is_null() => {}
            "id" => id = Some(name_of(value, "contact.id")?),
            "email" => email = Some(name_of(value, "contact.email")?.to_lowercase()),
            _ => return Err(unknown_field(name, &path("contact", name))),
        }
    }
    id.or(email).ok_or_else(|| Refusal::new("required").at("contact.id"))
}

fn attributes(value: &Json) -> Result<Attributes> {
    let fields = object(value, "attributes")?;
    if fields.len() > ATTRIBUTES_MAX {
        return Err(Refusal::new("too_many").at("attributes").with("max", ATTRIBUTES_MAX.to_string()));
    }
    let mut attributes = Attributes::new();
    for (name, value) in fields {
        let at = || path("attributes", name);
        if name.chars().count() > NAME_CHARS_MAX || attribute::column(name) == attribute::column("") {
            return Err(Refusal::new("bad_attribute").at(at()).with("max", NAME_CHARS_MAX.to_string()));
        }
        let value = match value {
            Json::Null => continue,
            Json::Bool(flag) => Value::Flag(*flag),
            Json::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Value::Integer(whole),
                (None, Some(number)) => Value::Number(number),
                (None, None) => return Err(wrong_type(&at(), "number")),
            },
            Json::String(text) if text.chars().count() > VALUE_CHARS_MAX => {
                return Err(Refusal::new("too_long").at(at()).with("max", VALUE_CHARS_MAX.to_string()));
            }
            Json::String(text) => Value::Text(without_controls(text)),
            Json::Array(_) | Json::Object(_) => return Err(wrong_type(&at(), "scalar")),
        };
        attributes.insert(name.clone(), value);
    }
    Ok(attributes)
}

fn language(value: &Json) -> Result<String> {
    let tag = name_of(value, "language")?.to_lowercase();
    if is_language_tag(&tag) {
        Ok(tag)
    } else {
        Err(Refusal::new("bad_language").at("language").with("value", short(&tag)))
    }
}

fn channel(value: &Json) -> Result<String> {
    let channel = name_of(value, "channel")?;
    if CHANNELS.contains(&channel.as_str()) {
        return Ok(channel);
    }
    Err(Refusal::new("unknown_channel").at("channel").with("value", short(&channel)).with("known", CHANNELS.join(", ")))
}

fn time(value: &Json, now: Timestamp) -> Result<Timestamp> {
    let text = text(value, "occurred_at")?;
    let bad = || Refusal::new("bad_time").at("occurred_at").with("value", short(text));
    let at: Timestamp = text.parse().map_err(|_| bad())?;
    if at < EARLIEST {
        return Err(bad());
    }
    if at > now.plus(AHEAD_MAX) {
        return Err(Refusal::new("time_in_future").at("occurred_at").with("value", short(text)));
    }
    Ok(at)
}

fn state(value: &Json) -> Result<State> {
    match text(value, "state")? {
        "complete" => Ok(State::Complete),
        "partial" => Ok(State::Partial),
        other => Err(Refusal::new("unknown_state").at("state").with("value", short(other))),
    }
}

/// A short text on one line that is not blank.
fn name_of(value: &Json, field: &str) -> Result<String> {
    let text = without_controls(text(value, field)?);
    match text.trim() {
        "" => Err(Refusal::new("required").at(field)),
        text if text.chars().count() > NAME_MAX => {
            Err(Refusal::new("too_long").at(field).with("max", NAME_MAX.to_string()))
        }
        text => Ok(text.to_owned()),
    }
}

fn text<'a>(value: &'a Json, field: &str) -> Result<&'a str> {
    value.as_str().ok_or_else(|| wrong_type(field, "string"))
}

fn object<'a>(value: &'a Json, field: &str) -> Result<&'a Map<String, Json>> {
    value.as_object().ok_or_else(|| wrong_type(field, "object"))
}

fn wrong_type(field: &str, kind: &'static str) -> Refusal {
    Refusal::new("wrong_type").at(field).with("kind", kind)
}

fn unknown_field(name: &str, at: &str) -> Refusal {
    Refusal::new("unknown_field").at(short(at)).with("value", short(name))
}

fn path(outer: &str, inner: &str) -> String {
    format!("{outer}.{}", short(inner))
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Choice, Page, Text};
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const NOW: Timestamp = Timestamp(1_795_339_800_000_000);

    fn survey() -> Survey {
        let question = |key: &str, kind| Question { required: true, ..Question::new(key, kind, Text::one("en", "?")) };
        Survey {
            languages: vec!["en".into()],
            questions: vec![question("nps", Kind::Nps), question("why", Kind::Text)],
            ..Survey::default()
        }
    }

    fn refused(json: &Json) -> (String, Option<String>) {
        let refusal = read(json, &survey(), NOW).expect_err("it is refused");
        (refusal.code.to_owned(), refusal.field)
    }

    #[test]
    fn a_full_response_is_read_field_by_field() {
        let read = read(
            &json!({"id": "a-1", "answers": {"why": "slow", "nps": 3}, "contact": {"email": "A@B.se"},
                "attributes": {"branch": "Soho", "age": 41, "spent": 12.5, "member": true, "none": null},
                "language": "fa-IR", "channel": "email", "touchpoint": "till", "occurred_at": "2026-11-20T10:00:00Z"}),
            &survey(),
            NOW,
        )
        .expect("it is fine");
        assert_eq!(read.answers.iter().map(|answer| answer.question.as_str()).collect::<Vec<_>>(), ["nps", "why"]);
        assert_eq!(read.contact.as_deref(), Some("a@b.se"));
        assert_eq!(read.language.as_deref(), Some("fa-ir"));
        assert_eq!(read.attributes.len(), 4);
        assert_eq!(read.attributes["age"], Value::Integer(41));
    }

    #[test]
    fn each_fault_names_its_field() {
        let cases = [
            (json!([]), "wrong_type", None),
            (json!({}), "required", Some("answers")),
            (json!({"answers": []}), "wrong_type", Some("answers")),
            (json!({"answers": {"csat": 1}}), "unknown_question", Some("answers.csat")),
            (json!({"answers": {"nps": 11}}), "out_of_range", Some("answers.nps")),
            (json!({"answers": {"nps": "many"}}), "wrong_type", Some("answers.nps")),
            (json!({"answers": {}, "extra": 1}), "unknown_field", Some("extra")),
            (json!({"answers": {}, "id": 7}), "wrong_type", Some("id")),
            (json!({"answers": {}, "id": " "}), "required", Some("id")),
            (json!({"answers": {}, "contact": {"name": "x"}}), "unknown_field", Some("contact.name")),
            (json!({"answers": {}, "contact": {}}), "required", Some("contact.id")),
            (json!({"answers": {}, "attributes": {"a": []}}), "wrong_type", Some("attributes.a")),
            (json!({"answers": {}, "attributes": {"--": 1}}), "bad_attribute", Some("attributes.--")),
            (json!({"answers": {}, "channel": "fax"}), "unknown_channel", Some("channel")),
            (json!({"answers": {}, "language": "no such"}), "bad_language", Some("language")),
            (json!({"answers": {}, "occurred_at": "yesterday"}), "bad_time", Some("occurred_at")),
            (json!({"answers": {}, "occurred_at": "2026-11-24T10:00:00Z"}), "time_in_future", Some("occurred_at")),
            (json!({"answers": {}, "occurred_at": "0001-01-01T00:00:00Z"}), "bad_time", Some("occurred_at")),
            (json!({"answers": {}, "state": "done"}), "unknown_state", Some("state")),
        ];
        for (json, code, field) in cases {
            assert_eq!(refused(&json), (code.to_owned(), field.map(str::to_owned)), "{json}");
        }
    }

    #[test]
    fn items_of_a_loop_have_answers_of_their_own() {
        let mut survey = survey();
        let options = vec![Choice::new("burger", Text::default())];
        survey.questions.push(Question { options, ..Question::new("had", Kind::Choices, Text::default()) });
        survey.questions.push(Question::new("taste", Kind::Rating, Text::default()));
        survey.questions.push(Question::new("cv", Kind::File, Text::default()));
        let pages = vec![Page { questions: vec!["taste".into()], ..Page::default() }];
        survey.blocks = vec![Block { each: Some("had".into()), pages, ..Block::default() }];
        let taken = read(&json!({"answers": {"taste[burger]": 4, "had": ["burger"], "cv": "cv.pdf"}}), &survey, NOW);
        let keys: Vec<_> = taken.expect("taken").answers.into_iter().map(|answer| answer.question).collect();
        assert_eq!(keys, ["had", "taste[burger]", "cv"]);
        for (key, value, code) in [
            ("taste[pizza]", json!(4), "unknown_question"),
            ("taste[burger][x]", json!(4), "unknown_question"),
            ("nps[burger]", json!(4), "unknown_question"),
            ("taste[burger]", json!(9), "out_of_range"),
            ("cv", json!("fil_00000000000000000000000000000000"), "not_offered"),
        ] {
            let refusal = read(&json!({"answers": {key: value}}), &survey, NOW).expect_err("refused");
            assert_eq!((refusal.code, refusal.field), (code, Some(format!("answers.{key}"))));
        }
    }

    #[test]
    fn an_anonymous_survey_takes_no_contact() {
        let survey = Survey { anonymous: true, ..survey() };
        let refusal = read(&json!({"answers": {}, "contact": "c-1"}), &survey, NOW).expect_err("it is refused");
        assert_eq!(refusal.code, "anonymous_survey");
    }

    /// JSON of the contract's shape with anything in its places.
    fn anything() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            any::<u64>().prop_map(Json::from),
            any::<f64>().prop_map(Json::from),
            ".{0,40}".prop_map(Json::from),
        ];
        let name = prop_oneof![
            Just("id".to_owned()),
            Just("answers".to_owned()),
            Just("contact".to_owned()),
            Just("attributes".to_owned()),
            Just("occurred_at".to_owned()),
            Just("language".to_owned()),
            Just("nps".to_owned()),
            Just("why".to_owned()),
            ".{0,20}",
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Json::from),
                prop::collection::btree_map(name.clone(), inner, 0..6)
                    .prop_map(|fields| Json::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_comes_is_read_or_refused_with_bounded_words(json in anything()) {
            if let Err(refusal) = read(&json, &survey(), NOW) {
                prop_assert!(refusal.field.is_none_or(|field| field.chars().count() <= 200));
                prop_assert!(refusal.args.iter().all(|(_, value)| value.chars().count() <= 200));
            }
        }
    }
}
