//! All wordings of a survey beside each other, language by language; and in files that translators take away.

mod exchange;
mod file;

use std::collections::BTreeMap;

use axum::extract::{Path, RawQuery};
use kernel::survey::{LANGUAGES_MAX, Survey};
use kernel::{Refusal, Result};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, encode, see_other};

use crate::surveys::create::boxes;
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::{Head, own_name};
use crate::surveys::wordings::{self, Wording};
use crate::surveys::{TITLE_CHARS_MAX, WORDS_CHARS_MAX};
use crate::words::is_language_tag;

pub use file::{export_csv, export_json, import};

/// Wordings on one page, and languages beside each other.
const PAGE_WORDINGS: usize = 40;
const COLUMNS_MAX: usize = 4;
/// Bytes of a file of translations.
pub const FILE_BYTES_MAX: usize = 4 << 20;
const TEMPLATE: &str = "listen/surveys/translations.html";

#[derive(Serialize)]
struct View {
    survey: Head,
    /// Not `languages`: those are the shell's.
    spoken: Vec<Language>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    only_missing: bool,
    page: usize,
    first: usize,
    last: usize,
    count: usize,
    newer: Option<String>,
    older: Option<String>,
    /// The query of this page, for the form.
    query: String,
    /// Tags and names of languages that could be added.
    offered: Vec<(String, String)>,
    error: Option<String>,
    report: Option<Report>,
}

#[derive(Serialize)]
struct Language {
    tag: String,
    name: String,
    done: usize,
    of: usize,
    is_first: bool,
    is_shown: bool,
    /// The page with this language beside the first.
    href: String,
}

#[derive(Serialize)]
struct Column {
    tag: String,
    name: String,
}

#[derive(Serialize)]
struct Row {
    key: String,
    /// What it is: the name of a part, and the question it belongs to.
    part: String,
    question: Option<String>,
    is_long: bool,
    chars_max: usize,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    name: String,
    tag: String,
    label: String,
    words: String,
    error: Option<String>,
}

/// What became of a file.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    pub changed: usize,
    pub same: usize,
    pub refused: Vec<RefusedLine>,
    /// Refused lines that are not listed.
    pub more: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct RefusedLine {
    /// From 1, the head of the file being the first; none for JSON.
    pub line: Option<usize>,
    pub key: String,
    pub words: String,
}

/// `GET /listen/surveys/{survey}/translations?lang=fa&only=missing&page=2`
pub async fn page(manager: Manager, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let view = view(&manager, &row, &row.draft()?, &query, &[])?;
    manager.page(TEMPLATE, Section::Listen, view).await
}

/// `POST /listen/surveys/{survey}/translations`: fields `w.<key>.<tag>`; those that are not sent stay.
///
/// # Errors
/// `too_long`, and `words_missing` at the title in the first language.
pub async fn save(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let mut refusals = Vec::new();
    let mut words: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for wording in wordings::of(&editing.survey) {
        for tag in &editing.survey.languages {
            let field = format!("w.{}.{tag}", wording.key);
            if !fields.has(&field) {
                continue;
            }
            let typed = clean(fields.get(&field).unwrap_or_default());
            if let Some(refusal) = fault(&wording, &typed, tag, &editing.survey) {
                refusals.push(refusal.at(field));
            }
            words.entry(wording.key.clone()).or_default().insert(tag.clone(), typed);
        }
    }
    wordings::put(&mut editing.survey, &words);
    if !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        let view = view(&manager, &row, &survey, &fields, &refusals)?;
        return manager.refused(TEMPLATE, Section::Listen, view).await;
    }
    editing.keep(&manager, "survey.translate").await?;
    Ok(see_other(&here(&id, &fields)).flash("listen-flash-saved"))
}

/// `POST /listen/surveys/{survey}/translations/languages`: `do` is `add`, `remove` or `first`, with `language`. Words of
/// a language that goes are kept, in case it comes back.
///
/// # Errors
/// `bad_language`, `language_twice`, `no_language`, `too_many`; `words_missing` where the first language has no title.
pub async fn languages(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    if let Err(refusal) = change_languages(&mut editing.survey, &fields) {
        let row = editing.row.clone();
        drop(editing);
        let mut view = view(&manager, &row, &row.draft()?, &fields, &[])?;
        view.error = Some(manager.words(&refusal));
        return manager.refused(TEMPLATE, Section::Listen, view).await;
    }
    editing.keep(&manager, "survey.languages").await?;
    let page = format!("/listen/surveys/{id}");
    Ok(see_other(&format!("{page}/translations")).flash_undo("translation-flash-languages", &format!("{page}/undo")))
}

fn change_languages(survey: &mut Survey, fields: &Fields) -> Result<(), Refusal> {
    let typed = fields.need("language")?.to_owned();
    let known = survey.languages.iter().position(|tag| tag.eq_ignore_ascii_case(&typed));
    match (fields.get("do"), known) {
        (Some("add"), Some(_)) => Err(Refusal::new("language_twice").at("language").with("language", typed)),
        (Some("add"), None) if !is_language_tag(&typed) => Err(bad_language(typed)),
        (Some("add"), None) if survey.languages.len() >= LANGUAGES_MAX => {
            Err(Refusal::new("too_many").at("language").with("max", LANGUAGES_MAX.to_string()))
        }
        (Some("add"), None) => {
            survey.languages.push(typed);
            Ok(())
        }
        (Some("remove"), Some(_)) if survey.languages.len() == 1 => Err(Refusal::new("no_language").at("language")),
        (Some("remove"), Some(place)) => {
            let next = survey.languages.get(usize::from(place == 0)).cloned().unwrap_or_default();
            has_title(survey, if place == 0 { &next } else { survey.language("") })?;
            survey.languages.remove(place);
            Ok(())
        }
        (Some("first"), Some(place)) => {
            has_title(survey, &typed)?;
            let tag = survey.languages.remove(place);
            survey.languages.insert(0, tag);
            Ok(())
        }
        _ => Err(bad_language(typed)),
    }
}

fn bad_language(typed: String) -> Refusal {
    let shown: String = typed.chars().take(40).collect();
    Refusal::new("bad_language").at("language").with("value", shown)
}

/// The first language is what all others fall back on.
fn has_title(survey: &Survey, tag: &str) -> Result<(), Refusal> {
    match survey.title.get(tag, &[]) {
        Some(_) => Ok(()),
        None => Err(Refusal::new("words_missing").at("language").with("language", tag.to_owned())),
    }
}

/// Why words cannot stand there.
fn fault(wording: &Wording, words: &str, tag: &str, survey: &Survey) -> Option<Refusal> {
    let max = chars_max(wording);
    if words.chars().count() > max {
        return Some(Refusal::new("too_long").with("max", max.to_string()));
    }
    let first = survey.language("");
    if words.trim().is_empty() {
        return (wording.key == "title" && tag == first)
            .then(|| Refusal::new("words_missing").with("language", tag.to_owned()));
    }
    None
}

fn chars_max(wording: &Wording) -> usize {
    if wording.is_long { WORDS_CHARS_MAX } else { TITLE_CHARS_MAX }
}

/// Text without control characters other than new lines.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// The page that a form came from.
fn here(id: &str, fields: &Fields) -> String {
    let query = query(fields, fields.get("page").and_then(|page| page.parse().ok()).unwrap_or(1));
    format!("/listen/surveys/{id}/translations{query}")
}

fn query(fields: &Fields, page: usize) -> String {
    let mut parts: Vec<String> =
        fields.all("lang").take(COLUMNS_MAX).map(|tag| format!("lang={}", encode(tag))).collect();
    if fields.get("only") == Some("missing") {
        parts.push("only=missing".into());
    }
    if page > 1 {
        parts.push(format!("page={page}"));
    }
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}

fn view(asking: &Asking, row: &Model, survey: &Survey, fields: &Fields, refusals: &[Refusal]) -> Result<View> {
    let base = format!("/listen/surveys/{}/translations", row.id);
    let first = survey.language("").to_owned();
    let wanted: Vec<&String> =
        survey.languages.iter().filter(|tag| fields.all("lang").any(|one| one == *tag)).collect();
    let chosen = survey.languages.iter().filter(|tag| **tag == first || wanted.is_empty() || wanted.contains(tag));
    let columns: Vec<String> = chosen.take(COLUMNS_MAX).cloned().collect();
    let only_missing = fields.get("only") == Some("missing");
    let lacks = |wording: &Wording| columns.iter().any(|tag| wording.text.get(tag, &[]).is_none());
    let all: Vec<Wording> = wordings::of(survey).into_iter().filter(|one| !only_missing || lacks(one)).collect();
    let pages = all.len().div_ceil(PAGE_WORDINGS).max(1);
    let page = fields.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, pages);
    let start = (page - 1) * PAGE_WORDINGS;
    let shown = &all[start..all.len().min(start + PAGE_WORDINGS)];
    let language = |entry: wordings::Completeness| Language {
        name: own_name(&entry.language),
        is_first: entry.language == first,
        is_shown: columns.contains(&entry.language),
        href: format!("{base}?lang={}", encode(&entry.language)),
        tag: entry.language,
        done: entry.done,
        of: entry.of,
    };
    let offered = boxes(&[]).into_iter().filter(|one| !survey.languages.contains(&one.tag));
    Ok(View {
        survey: Head::of(row, survey, asking),
        spoken: wordings::completeness(survey).into_iter().map(language).collect(),
        rows: shown.iter().map(|wording| line(asking, survey, wording, &columns, refusals)).collect(),
        only_missing,
        page,
        first: if all.is_empty() { 0 } else { start + 1 },
        last: start + shown.len(),
        count: all.len(),
        newer: (page > 1).then(|| format!("{base}{}", query(fields, page - 1))),
        older: (page < pages).then(|| format!("{base}{}", query(fields, page + 1))),
        query: query(fields, page),
        offered: offered.map(|one| (one.tag, one.name)).collect(),
        columns: columns.into_iter().map(|tag| Column { name: own_name(&tag), tag }).collect(),
        error: None,
        report: None,
    })
}

fn line(asking: &Asking, survey: &Survey, wording: &Wording, columns: &[String], refusals: &[Refusal]) -> Row {
    let cells = columns.iter().map(|tag| {
        let name = format!("w.{}.{tag}", wording.key);
        let refusal = refusals.iter().find(|refusal| refusal.field.as_deref() == Some(name.as_str()));
        Cell {
            error: refusal.map(|refusal| asking.words(refusal)),
            name,
            tag: tag.clone(),
            label: own_name(tag),
            words: wording.text.0.get(tag).cloned().unwrap_or_default(),
        }
    });
    let (part, question) = name_of(survey, &wording.key, asking);
    Row {
        part,
        question,
        is_long: wording.is_long,
        chars_max: chars_max(wording),
        cells: cells.collect(),
        key: wording.key.clone(),
    }
}

/// What a wording is, for people, and the question that it belongs to.
fn name_of(survey: &Survey, key: &str, asking: &Asking) -> (String, Option<String>) {
    let mut parts = key.split('.');
    let (root, owner, part) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let named = |part: &str| asking.text(&format!("translation-part-{part}"));
    match (root, owner) {
        ("questions", Some(owner)) => {
            let question = survey.question(owner);
            let title = question.and_then(|one| one.title.get(asking.locale.code(), &survey.languages));
            (named(part.unwrap_or("title")), Some(title.unwrap_or(owner).to_owned()))
        }
        ("endings", Some(owner)) => {
            (named(if part == Some("text") { "ending-text" } else { "ending-title" }), Some(owner.to_owned()))
        }
        _ => (named(&format!("survey-{root}")), None),
    }
}
