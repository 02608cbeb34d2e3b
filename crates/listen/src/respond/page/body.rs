//! The controls of a question, one shape for each template.

use kernel::flow::Asked;
use kernel::format::{Calendar, parse_digits};
use kernel::survey::{Cells, Choice, Kind, Look, TEXT_CHARS_MAX};
use serde::Serialize;
use serde_json::Value as Json;

use super::Ask;
use super::scale::{self, Points};
use super::shown::Shot;
use super::words::Words;
use crate::respond::form::PATH;

/// Lists from this length on can be searched.
pub(super) const FIND_FROM: usize = 12;
/// Rankings up to this length offer places to choose from; longer ones take a number.
const PLACES_MAX: usize = 12;
/// Tables on wide screens have at most this many columns; with more, each row stands as on a phone.
const COLUMNS_MAX: usize = 7;
/// What the points of a sum add up to where the question names no total.
const TOTAL: u32 = 100;

/// What stands between a question's title and its error.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Body {
    Scale(Points),
    Slider { from: i32, to: i32, text: String, low: Option<String>, high: Option<String> },
    Options(Options),
    Ranking { options: Vec<Opt>, places: Vec<usize>, max: usize },
    Sum { options: Vec<Opt>, total: u32 },
    BestWorst { options: Vec<Opt>, best: Option<String>, worst: Option<String> },
    Matrix(Matrix),
    Text { is_line: bool, text: String, max: Option<f64>, chars_max: usize },
    Line(Box<Line>),
    Date(Box<Date>),
    Contact { lines: Vec<ContactLine> },
    Consent { label: Option<String>, checked: bool },
    File { accept: String, uploaded: Option<(String, String)> },
    Signature { text: String, path: String },
    Ideas { ideas: Vec<Opt>, own: String, max: Option<f64>, chars_max: usize },
    Statement {},
}

#[derive(Serialize)]
pub(super) struct Options {
    is_multiple: bool,
    options: Vec<Opt>,
    /// Words of one's own.
    other: String,
    is_long: bool,
    chars_max: usize,
}

#[derive(Default, Serialize)]
pub(super) struct Opt {
    key: String,
    label: String,
    checked: bool,
    /// The first option that asks for words.
    asks: bool,
    exclusive: bool,
    picture: Option<Shot>,
    /// Its place in a ranking, its points in a sum.
    text: String,
    best: bool,
    worst: bool,
}

#[derive(Serialize)]
pub(super) struct Matrix {
    cells: Cells,
    /// A table on wide screens.
    is_wide: bool,
    columns: Vec<String>,
    /// Heads of the two scales.
    heads: [Option<String>; 2],
    rows: Vec<Row>,
    chars_max: usize,
}

#[derive(Serialize)]
struct Row {
    key: String,
    label: String,
    cells: Vec<Opt>,
    second: Vec<Opt>,
    points: Option<Points>,
    text: String,
}

#[derive(Serialize)]
pub(super) struct Line {
    r#type: &'static str,
    inputmode: &'static str,
    autocomplete: &'static str,
    /// Numbers and addresses run from the left in every language.
    is_ltr: bool,
    text: String,
    chars_max: usize,
}

#[derive(Serialize)]
pub(super) struct ContactLine {
    key: String,
    label: String,
    line: Line,
}

/// A date: the browser's own control for the Gregorian calendar, three fields for any other.
#[derive(Serialize)]
pub(super) struct Date {
    text: String,
    earliest: Option<String>,
    latest: Option<String>,
    parts: Option<Parts>,
}

#[derive(Serialize)]
struct Parts {
    year: String,
    month: String,
    day: String,
    months: [String; 12],
}

/// The controls of a question with `value` in them.
pub(super) fn body(words: &Words<'_>, ask: &Ask<'_>, asked: &Asked<'_>, form: &str, value: &Json) -> Body {
    let question = asked.question;
    let text = || words_of(value);
    let max = question.limits.max;
    match form {
        "scale" => Body::Scale(scale::points(words, asked, question.scale().unwrap_or(FALLBACK), value)),
        "slider" => {
            let scale = question.scale().unwrap_or(FALLBACK);
            let (low, high) = (words.say(&question.low), words.say(&question.high));
            Body::Slider { from: scale.from, to: scale.to, text: text(), low, high }
        }
        "options" | "dropdown" | "pictures" => Body::Options(Options {
            is_multiple: question.kind == Kind::Choices,
            options: options(words, &asked.options, value),
            other: words_of(value.get("other").unwrap_or(&Json::Null)),
            is_long: asked.options.len() >= FIND_FROM,
            chars_max: TEXT_CHARS_MAX,
        }),
        "ranking" => ranking(words, asked, value),
        "sum" => {
            let points = |option: &&Choice| words_of(value.get(&option.key).unwrap_or(&Json::Null));
            let options = asked.options.iter().map(|option| Opt { text: points(option), ..plain(words, option) });
            Body::Sum { options: options.collect(), total: question.limits.total.unwrap_or(TOTAL) }
        }
        "bestworst" => {
            let is = |end: &str, option: &Choice| value.get(end).and_then(Json::as_str) == Some(&option.key);
            let options = asked.options.iter().map(|option| Opt {
                best: is("best", option),
                worst: is("worst", option),
                ..plain(words, option)
            });
            let (worst, best) = (words.say(&question.low), words.say(&question.high));
            Body::BestWorst { options: options.collect(), best, worst }
        }
        "matrix" | "dual" => Body::Matrix(matrix(words, asked, value)),
        "text" => Body::Text { is_line: question.look == Look::Line, text: text(), max, chars_max: TEXT_CHARS_MAX },
        "line" => Body::Line(Box::new(line(question.kind, text()))),
        "date" => Body::Date(Box::new(date(words, asked, value))),
        "contact" => Body::Contact { lines: contact(words, asked, value) },
        "consent" => Body::Consent {
            label: question.options.first().map(|option| words.label(option)),
            checked: chosen(value, "yes") || value == &Json::Bool(true),
        },
        "file" => {
            let types = question.files.taken(words.manner.survey.anonymous);
            let id = value.as_str().filter(|id| !id.is_empty());
            let named = |id: &str| ask.uploads.iter().find(|(upload, _)| upload == id).map(|(_, name)| name.clone());
            let accept = types.iter().map(|kind| format!(".{kind}")).collect::<Vec<_>>().join(",");
            Body::File { accept, uploaded: id.map(|id| (id.to_owned(), named(id).unwrap_or_default())) }
        }
        "signature" => {
            let text = text();
            match text.strip_prefix(PATH) {
                Some(path) => Body::Signature { text: String::new(), path: path.to_owned() },
                None => Body::Signature { text, path: String::new() },
            }
        }
        "ideas" => {
            let voted = value.get("votes").unwrap_or(&Json::Null);
            let ideas = ask.ideas.iter().find(|(key, _)| *key == asked.key).map_or(&[][..], |(_, ideas)| ideas);
            let ideas = ideas.iter().map(|(id, idea)| Opt {
                key: id.clone(),
                label: idea.clone(),
                checked: chosen(voted, id),
                ..Opt::default()
            });
            let own = words_of(value.get("own").unwrap_or(&Json::Null));
            Body::Ideas { ideas: ideas.collect(), own, max, chars_max: TEXT_CHARS_MAX }
        }
        _ => Body::Statement {},
    }
}

const FALLBACK: kernel::survey::Scale = kernel::survey::Scale { from: 0, to: 10 };

/// A value as it stands in a field of text.
fn words_of(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Whether an option is among those chosen, in any shape that a choice has.
fn chosen(value: &Json, key: &str) -> bool {
    match value {
        Json::String(one) => one == key,
        Json::Bool(yes) => key == if *yes { "yes" } else { "no" },
        Json::Array(keys) => keys.iter().any(|one| one.as_str() == Some(key)),
        Json::Object(fields) => {
            ["choice", "choices"].iter().any(|name| fields.get(*name).is_some_and(|inner| chosen(inner, key)))
        }
        _ => false,
    }
}

fn plain(words: &Words<'_>, option: &Choice) -> Opt {
    Opt { key: option.key.clone(), label: words.label(option), ..Opt::default() }
}

fn options(words: &Words<'_>, options: &[&Choice], value: &Json) -> Vec<Opt> {
    let asks = options.iter().find(|option| option.other).map(|option| option.key.as_str());
    let option = |option: &&Choice| Opt {
        checked: chosen(value, &option.key),
        asks: asks == Some(option.key.as_str()),
        exclusive: option.exclusive,
        picture: option.image.as_ref().map(|image| Shot::new(words, image)),
        ..plain(words, option)
    };
    options.iter().map(option).collect()
}

/// Places come as a list of keys, best first, or as the place of each.
fn ranking(words: &Words<'_>, asked: &Asked<'_>, value: &Json) -> Body {
    let place = |key: &str| match value {
        Json::Array(keys) => keys
            .iter()
            .position(|one| one.as_str() == Some(key))
            .map_or_else(String::new, |place| (place + 1).to_string()),
        value => parse_digits(&words_of(value.get(key).unwrap_or(&Json::Null))),
    };
    let options = asked.options.iter().map(|option| Opt { text: place(&option.key), ..plain(words, option) });
    let all = asked.options.len();
    let max = asked.question.limits.max.map_or(all, |max| (max.max(1.0) as usize).min(all));
    let places = if max <= PLACES_MAX { (1..=max).collect() } else { Vec::new() };
    Body::Ranking { options: options.collect(), places, max }
}

fn matrix(words: &Words<'_>, asked: &Asked<'_>, value: &Json) -> Matrix {
    let question = asked.question;
    let none = Json::Null;
    let row = |row: &&Choice| {
        let cell = value.get(&row.key).unwrap_or(&none);
        let of_pair = |place: usize| cell.get(place).unwrap_or(&none);
        let (cells, second) = match question.cells {
            Cells::Dual => (options(words, &asked.options, of_pair(0)), options(words, &asked.second, of_pair(1))),
            Cells::Choice | Cells::Choices => (options(words, &asked.options, cell), Vec::new()),
            Cells::Rating | Cells::Text => (Vec::new(), Vec::new()),
        };
        let scale = question.scale().filter(|_| question.cells == Cells::Rating);
        let points = scale.map(|scale| scale::points(words, asked, scale, cell));
        Row { key: row.key.clone(), label: words.label(row), cells, second, points, text: words_of(cell) }
    };
    let has_columns = matches!(question.cells, Cells::Choice | Cells::Choices);
    Matrix {
        cells: question.cells,
        is_wide: has_columns && asked.options.len() <= COLUMNS_MAX,
        columns: asked.options.iter().map(|option| words.label(option)).collect(),
        heads: [words.say(&question.low), words.say(&question.high)],
        rows: asked.rows.iter().map(row).collect(),
        chars_max: TEXT_CHARS_MAX,
    }
}

fn line(kind: Kind, text: String) -> Line {
    let (r#type, inputmode, autocomplete, is_ltr) = match kind {
        Kind::Email => ("email", "email", "email", true),
        Kind::Phone => ("tel", "tel", "tel", true),
        Kind::Time => ("time", "text", "off", false),
        _ => ("text", "decimal", "off", false),
    };
    Line { r#type, inputmode, autocomplete, is_ltr, text, chars_max: TEXT_CHARS_MAX }
}

/// Lines of a contact form, with [HTML's autofill names](https://html.spec.whatwg.org/#autofill).
fn contact(words: &Words<'_>, asked: &Asked<'_>, value: &Json) -> Vec<ContactLine> {
    let of = |row: &&Choice| {
        let text = words_of(value.get(&row.key).unwrap_or(&Json::Null));
        let named =
            |autocomplete| Line { r#type: "text", inputmode: "text", autocomplete, ..line(Kind::Text, String::new()) };
        let line = match row.key.as_str() {
            "email" => line(Kind::Email, text),
            "phone" => line(Kind::Phone, text),
            key => {
                let autocomplete = match key {
                    "name" => "name",
                    "company" => "organization",
                    "street" => "street-address",
                    "postcode" => "postal-code",
                    "city" => "address-level2",
                    "country" => "country-name",
                    _ => "off",
                };
                Line { text, ..named(autocomplete) }
            }
        };
        let ours = || words.ours(&format!("respond-contact-{}", row.key), &[]);
        let is_known = kernel::survey::question::CONTACT_LINES.contains(&row.key.as_str());
        let label = words.say(&row.label).unwrap_or_else(|| if is_known { ours() } else { row.key.clone() });
        ContactLine { key: row.key.clone(), label, line }
    };
    asked.rows.iter().map(of).collect()
}

fn date(words: &Words<'_>, asked: &Asked<'_>, value: &Json) -> Date {
    let (limits, calendar, text) = (&asked.question.limits, words.manner.calendar(), words_of(value));
    let parts = (calendar != Calendar::Gregorian).then(|| {
        let [year, month, day] = match (text.parse(), text.split('/').collect::<Vec<_>>().as_slice()) {
            (Ok(date), _) => {
                let (year, month, day) = calendar.parts(date);
                [year.to_string(), month.to_string(), day.to_string()]
            }
            // Parts that made no day, as they were typed.
            (_, [year, month, day]) => [year, month, day].map(|part| (*part).to_owned()),
            _ => [const { String::new() }; 3],
        };
        let format = words.manner.format();
        let localised = |part: String| {
            part.parse::<u16>().map_or(part, |number| format.count(number.into()).replace(['٬', ','], ""))
        };
        Parts { year: localised(year), month, day: localised(day), months: format.month_names() }
    });
    Date { text, earliest: limits.earliest.clone(), latest: limits.latest.clone(), parts }
}

/// What an answer must keep to, where it is not plain from the controls.
pub(super) fn note(words: &Words<'_>, asked: &Asked<'_>) -> Option<String> {
    let (question, limits) = (asked.question, &asked.question.limits);
    let format = words.manner.format();
    let between = |name: &str| match (limits.min, limits.max) {
        (Some(min), Some(max)) if min == max => Some(words.ours(&format!("{name}-exactly"), &[("max", max.into())])),
        (Some(min), Some(max)) => {
            Some(words.ours(&format!("{name}-between"), &[("min", min.into()), ("max", max.into())]))
        }
        (Some(min), None) => Some(words.ours(&format!("{name}-least"), &[("min", min.into())])),
        (None, Some(max)) => Some(words.ours(&format!("{name}-most"), &[("max", max.into())])),
        (None, None) => None,
    };
    match question.kind {
        Kind::Choices => between("respond-choose"),
        Kind::Ranking => between("respond-rank").or_else(|| Some(words.ours("respond-rank-all", &[]))),
        Kind::Sum => {
            let total = f64::from(limits.total.unwrap_or(TOTAL));
            Some(words.ours("respond-sum", &[("total", total.into())]))
        }
        Kind::Slider => {
            let scale = question.scale()?;
            Some(words.ours("respond-number-between", &[("min", scale.from.into()), ("max", scale.to.into())]))
        }
        Kind::Number => between("respond-number"),
        Kind::Text => between("respond-chars"),
        Kind::Date => {
            let day = |text: &Option<String>| Some(format.civil_date(text.as_deref()?.parse().ok()?));
            match (day(&limits.earliest), day(&limits.latest)) {
                (Some(from), Some(to)) => {
                    Some(words.ours("respond-date-between", &[("from", from.into()), ("to", to.into())]))
                }
                (Some(from), None) => Some(words.ours("respond-date-from", &[("from", from.into())])),
                (None, Some(to)) => Some(words.ours("respond-date-until", &[("to", to.into())])),
                (None, None) => None,
            }
        }
        Kind::File => {
            let is_anonymous = words.manner.survey.anonymous;
            let types = question.files.taken(is_anonymous).join(", ");
            let types = match question.files.bytes_max {
                Some(bytes) => {
                    let megabytes = bytes as f64 / 1_000_000.0;
                    words.ours("respond-file-types-size", &[("types", types.into()), ("megabytes", megabytes.into())])
                }
                None => words.ours("respond-file-types", &[("types", types.into())]),
            };
            Some(if is_anonymous { words.ours("respond-file-cleaned", &[("types", types.into())]) } else { types })
        }
        _ => None,
    }
}
