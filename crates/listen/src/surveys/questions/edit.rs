//! One question: its words in all languages side by side, and the settings that its kind has.

use axum::extract::Path;
use axum::http::StatusCode;
use kernel::consent::Purpose;
use kernel::survey::question::{CONTACT_LINES, FILE_TYPES};
use kernel::survey::{Kind, MediaKind, Order, Question, Survey};
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::condition::Subject;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use super::fields::{CELLS, Has};
use super::lists::ListView;
use super::read::read;
use super::rename::rename;
use crate::surveys::editing::{self, Editing, is_stale, mark};
use crate::surveys::editor::{Head, encode};
use crate::surveys::logic::subjects::{of_survey, subjects};
use crate::surveys::texts::TextField;
use crate::surveys::{keys, layout};
use crate::uploads::{Answers, media};

const TEMPLATE: &str = "listen/surveys/question.html";

#[derive(Serialize)]
struct View {
    survey: Head,
    key: String,
    kind: Kind,
    has: Has,
    /// The key can be changed: nothing was published under it yet.
    may_rename: bool,
    typed_key: String,
    texts: Vec<TextField>,
    message: Option<TextField>,
    lists: Vec<ListView>,
    lines: Vec<LineView>,
    scale: Option<(i32, i32)>,
    look: String,
    cells: &'static str,
    all_cells: Vec<&'static str>,
    set: Settings,
    errors: Errors,
    mark: String,
    /// Somebody else changed the question since the form was opened.
    is_stale: bool,
    condition: Option<String>,
    preview: String,
    tongues: Vec<(String, String)>,
    before: Option<String>,
    after: Option<String>,
}

/// A line of a contact form.
#[derive(Serialize)]
struct LineView {
    key: &'static str,
    on: bool,
    label: TextField,
}

/// Values that inputs show as they are.
#[derive(Serialize)]
struct Settings {
    required: bool,
    not_applicable: bool,
    purpose: &'static str,
    /// Purposes that can be chosen; none where nobody is known.
    purposes: Vec<&'static str>,
    shuffled: bool,
    min: String,
    max: String,
    decimals: String,
    total: String,
    earliest: String,
    latest: String,
    pattern: String,
    formula: String,
    types: Vec<(&'static str, bool)>,
    megabytes: String,
    media: String,
    media_kind: &'static str,
    alt: Option<TextField>,
}

/// What is wrong, by field; none where nothing is.
#[derive(Serialize)]
struct Errors {
    key: Option<String>,
    scale: Option<String>,
    min: Option<String>,
    max: Option<String>,
    decimals: Option<String>,
    total: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    pattern: Option<String>,
    formula: Option<String>,
    megabytes: Option<String>,
    lines: Option<String>,
    media: Option<String>,
}

/// What the page shows beside the question itself.
struct Shown<'a> {
    fields: &'a Fields,
    refusals: &'a [Refusal],
    /// The key as it was typed.
    typed_key: &'a str,
    is_stale: bool,
}

/// `GET /listen/surveys/{survey}/questions/{question}`
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let question = survey.question(&key).ok_or(Error::NotFound("question"))?;
    let shown = Shown { fields: &Fields::default(), refusals: &[], typed_key: &key, is_stale: false };
    show(&manager, &row, &survey, question, shown, StatusCode::OK).await
}

/// `POST /listen/surveys/{survey}/questions/{question}`: keeps the question. A pressed `do` only shows the form again,
/// with more rows or the fields that now fit.
///
/// # Errors
/// Those of [`read`], of pictures, `bad_key`, `key_taken`; all are shown together. 409 with the form as it was typed where somebody
/// else changed the question in the meantime.
pub async fn save(manager: Manager, Path((id, key)): Path<(String, String)>, answers: Answers) -> Reply {
    // The survey first: nobody fills the store for a survey that is not theirs.
    editing::find(&manager, &id).await?;
    let (fields, of_pictures) = media::form(&manager, answers).await?;
    let mut editing = Editing::begin(&manager, &id).await?;
    let place = editing.place(&key)?;
    let known = subjects(&manager, &editing.survey).await?;
    let (mut question, mut refusals) = take(&editing, place, &fields, &known);
    let typed_key = fields.get("key").filter(|_| editing.row.version == 0).unwrap_or(&key).to_owned();
    refusals.extend(bad_key(&editing.survey, &key, &typed_key));
    refusals.extend(of_pictures.iter().cloned());
    let stale = is_stale(&fields, &mark(&editing.survey.questions[place])?);
    let only_shows = fields.get("do").is_some();
    if only_shows || stale || !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        let refusals = if only_shows { &of_pictures[..] } else { &refusals[..] };
        let shown = Shown { fields: &fields, refusals, typed_key: &typed_key, is_stale: stale };
        let status = match (stale, only_shows) {
            (true, _) => StatusCode::CONFLICT,
            (false, true) => StatusCode::OK,
            (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return show(&manager, &row, &survey, &question, shown, status).await;
    }
    question.key.clone_from(&key);
    editing.survey.questions[place] = question;
    if typed_key != key {
        rename(&mut editing.survey, &key, &typed_key);
    }
    let next = neighbours(&editing.survey, place).1;
    editing.keep(&manager, "survey.question_edit").await?;
    let to = match (fields.get("go"), next) {
        (Some("next"), Some(next)) => format!("/listen/surveys/{id}/questions/{}", encode(&next)),
        (Some("stay"), _) => format!("/listen/surveys/{id}/questions/{}", encode(&typed_key)),
        (Some("logic"), _) => format!("/listen/surveys/{id}/questions/{}/logic", encode(&typed_key)),
        _ => format!("/listen/surveys/{id}#{}", layout::anchor(&typed_key)),
    };
    Ok(see_other(&to).flash("listen-flash-saved"))
}

/// The question as the form has it, kept ready under its old key.
pub fn take(editing: &Editing, place: usize, fields: &Fields, known: &[Subject]) -> (Question, Vec<Refusal>) {
    read(&editing.survey.questions[place], fields, &editing.survey, known)
}

fn bad_key(survey: &Survey, key: &str, typed: &str) -> Option<Refusal> {
    if typed == key {
        None
    } else if !keys::is_key(typed) || kernel::survey::check::RESERVED.contains(&typed) {
        Some(Refusal::new("bad_key").at("key"))
    } else {
        survey.question(typed).map(|_| Refusal::new("key_taken").at("key"))
    }
}

fn neighbours(survey: &Survey, place: usize) -> (Option<String>, Option<String>) {
    let key = |place: usize| survey.questions.get(place).map(|question| question.key.clone());
    (place.checked_sub(1).and_then(key), key(place + 1))
}

async fn show(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    question: &Question,
    shown: Shown<'_>,
    status: StatusCode,
) -> Reply {
    let view = view(asking, row, survey, question, &shown)?;
    let mut response = asking.page(TEMPLATE, Section::Listen, view).await?;
    *response.status_mut() = status;
    Ok(response)
}

fn view(asking: &Asking, row: &Model, survey: &Survey, question: &Question, shown: &Shown<'_>) -> kernel::Result<View> {
    let (key, has) = (question.key.clone(), Has::of(question));
    let text = |name: &str, text| {
        let mut field =
            TextField::new(name, text, &survey.languages, name == "title" && question.kind == Kind::Statement);
        field.mark(shown.refusals, |refusal| asking.words(refusal));
        field
    };
    let mut texts = vec![text("title", &question.title), text("hint", &question.hint)];
    if has.ends {
        texts.extend([text("low", &question.low), text("high", &question.high)]);
    }
    let place = survey.questions.iter().position(|other| other.key == key).unwrap_or_default();
    let (before, after) = neighbours(survey, place);
    let kept = survey.question(&key).unwrap_or(question);
    let lang = survey.language(asking.locale.code());
    let own = of_survey(survey, asking.locale, &|key| asking.web.pages.plain(asking.locale, key, &[]));
    let reading = ui::condition::Reading { pages: &asking.web.pages, locale: asking.locale };
    Ok(View {
        survey: Head::of(row, survey, asking),
        kind: question.kind,
        may_rename: row.version == 0,
        typed_key: shown.typed_key.to_owned(),
        message: has.message.then(|| text("message", &question.message)),
        lists: lists(asking, survey, question, &has, shown),
        lines: if has.lines { contact(asking, survey, question, shown) } else { Vec::new() },
        scale: question.scale().filter(|_| has.scale).map(|scale| (scale.from, scale.to)),
        look: serde_json::to_value(question.look)
            .ok()
            .and_then(|look| look.as_str().map(str::to_owned))
            .unwrap_or_default(),
        cells: CELLS.iter().find(|(_, cells)| *cells == question.cells).map_or("choice", |(name, _)| name),
        all_cells: CELLS.iter().map(|(name, _)| *name).collect(),
        set: settings(question, survey, shown),
        errors: errors(asking, shown.refusals),
        mark: mark(kept)?,
        is_stale: shown.is_stale,
        condition: question.when.as_ref().map(|when| ui::condition::tell(when, &own, reading)),
        preview: format!("/listen/surveys/{}/try/page?at={}&lang={lang}", row.id, encode(&key)),
        tongues: survey.languages.iter().map(|tag| (tag.clone(), crate::surveys::editor::own_name(tag))).collect(),
        texts,
        before,
        after,
        has,
        key,
    })
}

fn lists(asking: &Asking, survey: &Survey, question: &Question, has: &Has, shown: &Shown<'_>) -> Vec<ListView> {
    let all = [
        ("row", &question.rows, &has.rows),
        ("option", &question.options, &has.options),
        ("second", &question.second, &has.second),
    ];
    let view = |(name, list, has): (&'static str, &Vec<_>, &Option<super::fields::Lists>)| {
        Some(ListView::new(name, list, has.clone()?, shown.fields, survey, shown.refusals, asking))
    };
    all.into_iter().filter_map(view).collect()
}

fn contact(asking: &Asking, survey: &Survey, question: &Question, shown: &Shown<'_>) -> Vec<LineView> {
    let line = |key: &'static str| {
        let row = question.row(key).cloned().unwrap_or_default();
        let mut label = TextField::new(&format!("line.{key}.label"), &row.label, &survey.languages, false);
        label.mark(shown.refusals, |refusal| asking.words(refusal));
        LineView { key, on: !row.key.is_empty(), label }
    };
    CONTACT_LINES.into_iter().map(line).collect()
}

/// What was typed and could not be taken stays typed.
fn settings(question: &Question, survey: &Survey, shown: &Shown<'_>) -> Settings {
    let limits = &question.limits;
    let typed = |name: &str, kept: Option<String>| {
        let wrong = shown.refusals.iter().any(|refusal| refusal.field.as_deref() == Some(name));
        let typed = shown.fields.get(name).filter(|_| wrong).map(str::to_owned);
        typed.or(kept).unwrap_or_default()
    };
    let number = |number: Option<f64>| number.map(|number| number.to_string());
    let takes = |name: &str| question.files.types.is_empty() || question.files.types.iter().any(|kind| kind == name);
    let media = question.media.as_ref();
    Settings {
        required: question.required,
        not_applicable: question.not_applicable,
        purpose: question.purpose.map_or("", Purpose::as_str),
        purposes: Purpose::ALL.iter().filter(|_| !survey.anonymous).map(|purpose| purpose.as_str()).collect(),
        shuffled: question.order == Order::Shuffled,
        min: typed("min", number(limits.min)),
        max: typed("max", number(limits.max)),
        decimals: typed("decimals", limits.decimals.map(|decimals| decimals.to_string())),
        total: typed("total", limits.total.map(|total| total.to_string())),
        earliest: typed("earliest", limits.earliest.clone()),
        latest: typed("latest", limits.latest.clone()),
        pattern: typed("pattern", limits.pattern.clone()),
        formula: typed("formula", question.formula.as_ref().map(ToString::to_string)),
        types: FILE_TYPES.into_iter().map(|name| (name, takes(name))).collect(),
        megabytes: typed(
            "megabytes",
            question.files.bytes_max.map(|bytes| (bytes as f64 / (1024.0 * 1024.0)).to_string()),
        ),
        media: typed("media.file", media.map(|media| media.file.clone())),
        media_kind: match media.map(|media| media.kind).unwrap_or_default() {
            MediaKind::Image => "image",
            MediaKind::Video => "video",
            MediaKind::Audio => "audio",
        },
        alt: media.map(|media| TextField::new("media.alt", &media.alt, &survey.languages, false)),
    }
}

fn errors(asking: &Asking, refusals: &[Refusal]) -> Errors {
    let words = |field: &str| {
        let refusal = refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field))?;
        Some(asking.words(refusal))
    };
    Errors {
        key: words("key"),
        scale: words("scale"),
        min: words("min"),
        max: words("max"),
        decimals: words("decimals"),
        total: words("total"),
        earliest: words("earliest"),
        latest: words("latest"),
        pattern: words("pattern"),
        formula: words("formula"),
        megabytes: words("megabytes"),
        lines: words("lines"),
        media: words("media.file"),
    }
}
