//! One question as its template takes it.

use kernel::flow::Asked;
use kernel::survey::read::is_not_applicable;
use kernel::survey::{Cells, Kind, Media, MediaKind};
use serde::Serialize;
use serde_json::Value as Json;

use super::body::{self, Body, FIND_FROM};
use super::words::Words;
use super::{Ask, scale};
use crate::respond::form::{ANSWER, NOT_APPLICABLE};

/// A question with everything around its controls.
#[derive(Serialize)]
pub(super) struct Shown {
    /// The template below `kinds/`.
    form: &'static str,
    /// `q1`: of elements that belong to the question, as a prefix.
    pub id: String,
    /// `a.nps`: of its fields, as a prefix.
    name: String,
    is_alone: bool,
    pub title: String,
    hint: Option<String>,
    /// What an answer must keep to, in words.
    note: Option<String>,
    is_asked: bool,
    required: bool,
    pub error: Option<String>,
    media: Option<Shot>,
    /// Ids of hint, note and error.
    described: String,
    na: Option<NotApplicable>,
    body: Body,
}

/// A picture, a film or a sound.
#[derive(Serialize)]
pub(super) struct Shot {
    kind: MediaKind,
    src: String,
    alt: String,
}

impl Shot {
    pub fn new(words: &Words<'_>, media: &Media) -> Self {
        let alt = words.say(&media.alt).unwrap_or_default();
        Self { kind: media.kind, src: super::media(&media.file), alt }
    }
}

/// The control for "not applicable".
#[derive(Serialize)]
struct NotApplicable {
    /// One of the question's radio buttons, rather than a box of its own.
    is_radio: bool,
    value: &'static str,
    checked: bool,
}

impl Shown {
    pub fn new(words: &Words<'_>, ask: &Ask<'_>, asked: &Asked<'_>, place: usize, is_alone: bool) -> Self {
        let (question, id) = (asked.question, format!("q{}", place + 1));
        let given = ask.typed.get(&asked.key).or_else(|| ask.situation.given.get(&asked.key));
        let value = given.unwrap_or(&Json::Null);
        let refusal = ask.refusals.iter().find(|refusal| refusal.field.as_deref() == Some(asked.key.as_str()));
        let error = refusal.map(|refusal| words.refusal(refusal, Some(asked)));
        let hint = words.say(&question.hint);
        let note = body::note(words, asked);
        let form = form(asked);
        let parts = [("hint", hint.is_some()), ("note", note.is_some()), ("error", error.is_some())];
        let described = parts.iter().filter(|(_, is_there)| *is_there).map(|(part, _)| format!("{id}-{part}"));
        let is_radio = is_radio(form);
        let na = NotApplicable {
            is_radio,
            value: if is_radio { NOT_APPLICABLE } else { "1" },
            checked: is_not_applicable(value),
        };
        Self {
            form,
            name: format!("{ANSWER}{}", asked.key),
            is_alone,
            title: words.say(&question.title).unwrap_or_else(|| question.key.clone()),
            described: described.collect::<Vec<_>>().join(" "),
            na: crate::respond::form::takes_na(question).then_some(na),
            body: body::body(words, ask, asked, form, value),
            media: question.media.as_ref().map(|media| Shot::new(words, media)),
            is_asked: question.kind.is_asked(),
            required: question.required,
            id,
            hint,
            note,
            error,
        }
    }
}

/// The template of a question.
pub(super) fn form(asked: &Asked<'_>) -> &'static str {
    let question = asked.question;
    match question.kind {
        Kind::Slider => "slider",
        kind if kind.is_scored() => match question.scale() {
            Some(scale) if scale::span(scale) <= scale::POINTS_MAX => "scale",
            _ => "slider",
        },
        Kind::Choice | Kind::Choices | Kind::YesNo => "options",
        Kind::Dropdown => "dropdown",
        Kind::Image => "pictures",
        Kind::Ranking => "ranking",
        Kind::Matrix if question.cells == Cells::Dual => "dual",
        Kind::Matrix => "matrix",
        Kind::Sum => "sum",
        Kind::BestWorst => "bestworst",
        Kind::Text => "text",
        Kind::Date => "date",
        Kind::Contact => "contact",
        Kind::Consent => "consent",
        Kind::File => "file",
        Kind::Signature => "signature",
        Kind::Ideas => "ideas",
        Kind::Number | Kind::Time | Kind::Email | Kind::Phone => "line",
        _ => "statement",
    }
}

/// Whether "not applicable" is one more radio button of the question.
fn is_radio(form: &str) -> bool {
    matches!(form, "scale" | "pictures")
}

/// Whether the script makes a question easier: drawing, moving, counting, searching, ruling out.
pub(super) fn needs_script(asked: &Asked<'_>) -> bool {
    let question = asked.question;
    match form(asked) {
        "slider" | "ranking" | "sum" | "signature" => true,
        "options" => question.options.iter().any(|option| option.other || option.exclusive),
        "dropdown" => question.options.len() >= FIND_FROM,
        "text" | "ideas" => question.limits.max.is_some(),
        form => crate::respond::form::takes_na(question) && !is_radio(form),
    }
}
