//! A question as its form has it, and what is wrong with it.

use std::str::FromStr;

use kernel::condition::Formula;
use kernel::consent::Purpose;
use kernel::survey::question::{CONTACT_LINES, FILE_TYPES};
use kernel::survey::{Choice, Kind, Limits, Media, MediaKind, Order, Question, Scale, Survey};
use kernel::{Refusal, format};
use ui::condition::{Subject, kind_of};
use ui::http::Fields;

use super::fields::{CELLS, Has, look};
use super::lists;
use crate::surveys::check;
use crate::surveys::texts::take;

/// Largest number that a limit may be; beyond it, numbers lose whole steps.
const LIMIT_MAX: f64 = 1e15;
const DECIMALS_MAX: f64 = 6.0;
const TOTAL_MAX: f64 = 1e6;
const PATTERN_CHARS_MAX: usize = 500;
const FORMULA_CHARS_MAX: usize = 20_000;
const MEGABYTE: u64 = 1024 * 1024;
const MEGABYTES_MAX: f64 = 100.0;

/// Reads the form of a question. Kind and key stay.
///
/// The refusals are all that is wrong, each with its field: `required` at the title in the first language, `too_long`,
/// `bad_scale`, `too_many`, `not_a_number`, `out_of_range`, `limits_crossed`, `not_a_date`, `bad_pattern`, and those of
/// formulas.
pub fn read(old: &Question, fields: &Fields, survey: &Survey, subjects: &[Subject]) -> (Question, Vec<Refusal>) {
    let mut question = old.clone();
    // What a matrix takes decides which of its fields there are.
    if question.kind == Kind::Matrix {
        let chosen = fields.get("cells").and_then(|name| CELLS.iter().find(|(known, _)| *known == name));
        question.cells = chosen.map_or(question.cells, |(_, cells)| *cells);
    }
    let has = Has::of(&question);
    let mut refusals = texts(&mut question, &has, fields, survey);
    if has.scale {
        refusals.extend(scale(&mut question, fields));
    }
    if let Some(look) = fields.get("look").filter(|name| has.looks.contains(name)).and_then(look) {
        question.look = look;
    }
    if let Some(lists) = &has.options {
        refusals.extend(lists::read(&mut question.options, "option", lists, fields, survey));
    }
    if let Some(lists) = &has.second {
        refusals.extend(lists::read(&mut question.second, "second", lists, fields, survey));
    }
    if let Some(lists) = &has.rows {
        refusals.extend(lists::read(&mut question.rows, "row", lists, fields, survey));
    }
    if has.lines {
        refusals.extend(lines(&mut question, fields, survey));
    }
    if has.order {
        question.order = if fields.has("shuffled") { Order::Shuffled } else { Order::Fixed };
    }
    refusals.extend(limits(&mut question.limits, &has, fields));
    if has.files {
        refusals.extend(files(&mut question, fields));
    }
    if has.formula {
        refusals.extend(formula(&mut question, fields, subjects));
    }
    if has.media {
        refusals.extend(media(&mut question, fields, survey));
    }
    if has.purpose && !survey.anonymous {
        question.purpose = fields.get("purpose").and_then(Purpose::parse);
    }
    question.required = has.required && fields.has("required");
    question.not_applicable = has.not_applicable && fields.has("not_applicable");
    (question, refusals)
}

fn texts(question: &mut Question, has: &Has, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    let languages = &survey.languages;
    let mut refusals = take(&mut question.title, "title", fields, languages, question.kind == Kind::Statement);
    refusals.extend(take(&mut question.hint, "hint", fields, languages, false));
    if has.ends {
        refusals.extend(take(&mut question.low, "low", fields, languages, false));
        refusals.extend(take(&mut question.high, "high", fields, languages, false));
    }
    if has.message {
        refusals.extend(take(&mut question.message, "message", fields, languages, false));
    }
    let first = survey.language("");
    // What nobody sees goes by its key.
    if question.kind.is_shown() && question.title.get(first, &[]).is_none() {
        refusals.push(Refusal::new("required").at(format!("title.{first}")));
    }
    refusals
}

fn scale(question: &mut Question, fields: &Fields) -> Option<Refusal> {
    let number = |name: &str| {
        let number = format::parse_number(fields.get(name)?)?;
        (number.fract() == 0.0 && number.abs() < 1e6).then_some(number as i32)
    };
    let (Some(from), Some(to)) = (number("from"), number("to")) else {
        return Some(check::bad_scale(question.kind).at("scale"));
    };
    let scale = Scale { from, to };
    let usual = Question { scale: None, ..question.clone() }.scale();
    question.scale = (usual != Some(scale)).then_some(scale);
    check::of_scale(question.kind, Some(scale)).map(|refusal| refusal.at("scale"))
}

/// The lines of a contact form: ticked, with a label, in the order of autofill.
fn lines(question: &mut Question, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    let old = std::mem::take(&mut question.rows);
    let mut refusals = Vec::new();
    for line in CONTACT_LINES.into_iter().filter(|line| fields.has(&format!("line.{line}.on"))) {
        let mut row = old.iter().find(|row| row.key == line).cloned().unwrap_or_default();
        row.key = line.to_owned();
        refusals.extend(take(&mut row.label, &format!("line.{line}.label"), fields, &survey.languages, false));
        question.rows.push(Choice { pinned: false, ..row });
    }
    if question.rows.is_empty() {
        refusals.push(Refusal::new("choose_one").at("lines"));
    }
    refusals
}

fn limits(limits: &mut Limits, has: &Has, fields: &Fields) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut number = |name: &'static str, on: bool, whole: bool, least: f64, most: f64| -> Option<f64> {
        let typed = fields.get(name).filter(|_| on)?;
        match format::parse_number(typed) {
            Some(number) if (least..=most).contains(&number) && (!whole || number.fract() == 0.0) => Some(number),
            Some(_) => {
                let refusal = Refusal::new("out_of_range").at(name).with("value", typed.to_owned());
                refusals.push(refusal.with("from", least.to_string()).with("to", most.to_string()));
                None
            }
            None => {
                refusals.push(Refusal::new("not_a_number").at(name));
                None
            }
        }
    };
    let counts = matches!(has.limits, Some("characters" | "options"));
    let least = if counts { 0.0 } else { -LIMIT_MAX };
    let most = match has.limits {
        Some("characters") => kernel::survey::TEXT_CHARS_MAX as f64,
        Some("options") => kernel::survey::OPTIONS_MAX as f64,
        _ => LIMIT_MAX,
    };
    limits.min = number("min", has.limits.is_some(), counts, least, most);
    limits.max = number("max", has.limits.is_some(), counts, if counts { 1.0 } else { least }, most);
    limits.decimals = number("decimals", has.decimals, true, 0.0, DECIMALS_MAX).map(|decimals| decimals as u8);
    limits.total = number("total", has.total, true, 1.0, TOTAL_MAX).map(|total| total as u32);
    if matches!((limits.min, limits.max), (Some(min), Some(max)) if min > max) {
        refusals.push(Refusal::new("limits_crossed").at("max"));
    }
    for (name, limit) in [("earliest", &mut limits.earliest), ("latest", &mut limits.latest)] {
        let typed = fields.get(name).filter(|_| has.dates).map(format::parse_digits);
        if typed.as_deref().is_some_and(|date| !is_date(date)) {
            refusals.push(Refusal::new("not_a_date").at(name));
        }
        *limit = typed;
    }
    if limits.earliest.is_some() && limits.latest.is_some() && limits.earliest > limits.latest {
        refusals.push(Refusal::new("limits_crossed").at("latest"));
    }
    let pattern = fields.get("pattern").filter(|_| has.pattern);
    if let Some(refusal) = pattern.and_then(check::of_pattern) {
        refusals.push(refusal.at("pattern"));
    }
    limits.pattern = pattern.map(|pattern| pattern.chars().take(PATTERN_CHARS_MAX).collect());
    refusals
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && jiff::civil::Date::from_str(text).is_ok()
}

fn files(question: &mut Question, fields: &Fields) -> Option<Refusal> {
    let ticked: Vec<String> = FILE_TYPES
        .iter()
        .filter(|kind| fields.all("type").any(|ticked| ticked == **kind))
        .map(|kind| (*kind).into())
        .collect();
    // All of them is what holds where none is named.
    question.files.types = if ticked.len() == FILE_TYPES.len() { Vec::new() } else { ticked };
    question.files.bytes_max = None;
    let typed = fields.get("megabytes")?;
    match format::parse_number(typed) {
        Some(number) if number > 0.0 && number <= MEGABYTES_MAX => {
            question.files.bytes_max = Some((number * MEGABYTE as f64) as u64);
            None
        }
        Some(_) => {
            let refusal = Refusal::new("out_of_range").at("megabytes").with("value", typed.to_owned());
            Some(refusal.with("from", "0").with("to", MEGABYTES_MAX.to_string()))
        }
        None => Some(Refusal::new("not_a_number").at("megabytes")),
    }
}

/// A picture, film or sound that was uploaded before; an empty id takes it away.
fn media(question: &mut Question, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    if !fields.has("media.file") {
        return vec![];
    }
    let Some(file) = fields.get("media.file") else {
        question.media = None;
        return vec![];
    };
    if !lists::is_media_id(file) {
        return vec![Refusal::new("unknown_file").at("media.file")];
    }
    let kind = match fields.get("media.kind") {
        Some("video") => MediaKind::Video,
        Some("audio") => MediaKind::Audio,
        _ => MediaKind::Image,
    };
    let mut alt = question.media.take().map(|media| media.alt).unwrap_or_default();
    let refusals = take(&mut alt, "media.alt", fields, &survey.languages, false);
    question.media = Some(Media { file: file.to_owned(), kind, alt });
    refusals
}

fn formula(question: &mut Question, fields: &Fields, subjects: &[Subject]) -> Vec<Refusal> {
    let text: String = fields.get("formula").unwrap_or_default().chars().take(FORMULA_CHARS_MAX).collect();
    if text.is_empty() {
        question.formula = None;
        return vec![];
    }
    match Formula::from_str(&text) {
        Ok(formula) => {
            let mut refusals = formula.validate(&|operand| kind_of(subjects, operand));
            refusals.retain(|refusal| !refusal.field.as_deref().is_some_and(|of| of.starts_with("attr.")));
            question.formula = Some(formula);
            refusals.into_iter().map(|refusal| refusal.at("formula")).collect()
        }
        Err(refusal) => vec![refusal.at("formula")],
    }
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Cells, Text};

    use super::*;
    use crate::surveys::templates;

    fn edited(kind: Kind, form: &str) -> (Question, Vec<(&'static str, String)>) {
        let survey = Survey { languages: vec!["en".into(), "fa".into()], ..Survey::default() };
        let old = Question::new("q", kind, Text::one("en", "Q"));
        let form = format!("title.en=T&{form}");
        let (question, refusals) = read(&old, &Fields::parse(form.as_bytes()), &survey, &[]);
        (question, refusals.into_iter().map(|refusal| (refusal.code, refusal.field.unwrap_or_default())).collect())
    }

    #[test]
    fn scales_are_read_in_any_digits_and_bounded() {
        let (question, refusals) = edited(Kind::Csat, "from=%DB%B1&to=%DB%B1%DB%B0&required=on&look=stars");
        assert!(refusals.is_empty(), "{refusals:?}");
        assert_eq!((question.scale, question.required), (Some(Scale { from: 1, to: 10 }), true));
        assert_eq!(edited(Kind::Csat, "from=1&to=99").1, [("bad_scale", "scale".to_owned())]);
        assert_eq!(edited(Kind::Csat, "from=1&to=5").0.scale, None, "the usual scale is not written down");
        assert_eq!(edited(Kind::Nps, "from=1&to=5").0.scale, None, "the scale of an NPS is its definition");
        assert!(edited(Kind::Slider, "from=0&to=200").1.is_empty());
    }

    #[test]
    fn limits_are_checked_beside_their_fields() {
        let (question, refusals) = edited(Kind::Number, "min=-1%2C5&max=%DB%B9&decimals=1&message.en=Between");
        assert!(refusals.is_empty(), "{refusals:?}");
        assert_eq!((question.limits.max, question.limits.decimals), (Some(9.0), Some(1)));
        assert_eq!(question.message.0["en"], "Between");
        assert_eq!(edited(Kind::Number, "min=9&max=1").1, [("limits_crossed", "max".to_owned())]);
        assert_eq!(edited(Kind::Number, "min=x").1, [("not_a_number", "min".to_owned())]);
        assert_eq!(edited(Kind::Text, "max=-1").1, [("out_of_range", "max".to_owned())]);
        assert_eq!(edited(Kind::Text, "pattern=%28").1, [("bad_pattern", "pattern".to_owned())]);
        assert_eq!(edited(Kind::Date, "earliest=2026-02-30").1, [("not_a_date", "earliest".to_owned())]);
        assert_eq!(edited(Kind::Csat, "from=1&to=5&min=3").0.limits, Limits::default(), "only what the kind has");
    }

    #[test]
    fn a_matrix_has_the_fields_of_its_cells() {
        let (question, _) =
            edited(Kind::Matrix, "cells=dual&row.0.key=&row.0.label.en=R&second.paste=A%0AB&option.paste=C%0AD");
        assert_eq!((question.cells, question.rows.len(), question.second.len()), (Cells::Dual, 1, 2));
        let (question, _) = edited(Kind::Matrix, "cells=text&row.0.key=&row.0.label.en=R&second.paste=A");
        assert!(question.second.is_empty());
    }

    #[test]
    fn contact_lines_files_and_formulas() {
        let (question, _) =
            edited(Kind::Contact, "line.email.on=1&line.name.on=1&line.name.label.en=Your+name&line.hack.on=1");
        assert_eq!(question.rows.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["name", "email"]);
        assert_eq!(edited(Kind::Contact, "").1, [("choose_one", "lines".to_owned())]);
        let (question, _) = edited(Kind::File, "type=pdf&type=exe&megabytes=2");
        assert_eq!((question.files.types, question.files.bytes_max), (vec!["pdf".to_owned()], Some(2 * MEGABYTE)));
        assert_eq!(edited(Kind::Calculated, "formula=1%2B").1, [("condition_syntax", "formula".to_owned())]);
        assert_eq!(
            edited(Kind::Calculated, "formula=nps%2B1").1,
            [("condition_unknown_operand", "formula".to_owned())]
        );
        assert!(edited(Kind::Calculated, "formula=1%2B1").0.formula.is_some());
    }

    #[test]
    fn what_is_shown_needs_a_title_in_the_first_language() {
        let survey = Survey { languages: vec!["en".into(), "fa".into()], ..Survey::default() };
        for kind in Kind::ALL {
            let old = templates::question(kind);
            let (question, refusals) = read(&old, &Fields::parse(b"title.fa=x"), &survey, &[]);
            let is_refused = refusals.iter().any(|refusal| refusal.field.as_deref() == Some("title.en"));
            assert_eq!(is_refused, kind.is_shown(), "{kind}");
            assert_eq!(question.kind, kind);
        }
    }
}
