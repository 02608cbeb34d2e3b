//! Each question for itself.

use jiff::civil::Date;

use super::{Faults, ID_CHARS_MAX, PATTERN_CHARS_MAX, of_text, words_missing};
use crate::error::Refusal;
use crate::survey::question::{CONTACT_LINES, FILE_TYPES};
use crate::survey::read::pattern_of;
use crate::survey::{
    Cells, Choice, Kind, Limits, Media, OPTIONS_MAX, Question, ROWS_MAX, Scale, Survey, TEXT_CHARS_MAX, Text,
};

/// Points of a scale, and of a slider.
pub const POINTS_MAX: i64 = 11;
pub const SLIDER_POINTS_MAX: i64 = 10_001;
/// How far from zero a scale may lie.
const SCALE_END_MAX: i32 = 1_000_000;
const DECIMALS_MAX: u8 = 15;

/// The texts of a question, with their paths.
pub(super) fn texts(question: &Question) -> Vec<(String, &Text)> {
    let at = |field: &str| format!("questions.{}.{field}", question.key);
    let mut texts = vec![
        (at("title"), &question.title),
        (at("hint"), &question.hint),
        (at("low"), &question.low),
        (at("high"), &question.high),
        (at("message"), &question.message),
    ];
    for (list, choices) in lists(question) {
        for (n, choice) in choices.iter().enumerate() {
            texts.push((at(&format!("{list}.{}.label", n + 1)), &choice.label));
            texts.extend(choice.image.as_ref().map(|image| (at(&format!("{list}.{}.image.alt", n + 1)), &image.alt)));
        }
    }
    texts.extend(question.media.as_ref().map(|media| (at("media.alt"), &media.alt)));
    texts
}

fn lists(question: &Question) -> [(&'static str, &[Choice]); 3] {
    [("options", &question.options), ("second", &question.second), ("rows", &question.rows)]
}

pub(super) fn check(survey: &Survey, faults: &mut Faults) {
    faults.keys("questions", survey.questions.iter().map(|question| question.key.as_str()));
    for question in &survey.questions {
        if faults.is_full() {
            return;
        }
        of_question(survey, question, faults);
    }
}

fn of_question(survey: &Survey, question: &Question, faults: &mut Faults) {
    let at = |field: &str| format!("questions.{}.{field}", question.key);
    for (field, text) in texts(question) {
        of_text(text, || field.clone(), faults);
    }
    if question.kind.is_shown() {
        words_missing(survey, &question.title, &at("title"), faults);
    }
    for (list, choices) in lists(question) {
        faults.over(choices.len(), if list == "rows" { ROWS_MAX } else { OPTIONS_MAX }, "too_many", || at(list));
        faults.names(&at(list), choices.iter().map(|choice| choice.key.as_str()));
        for (n, choice) in choices.iter().enumerate() {
            if uses(question, list) {
                words_missing(survey, &choice.label, &at(&format!("{list}.{}.label", n + 1)), faults);
            }
            of_media(choice.image.as_ref(), || at(&format!("{list}.{}.image", n + 1)), faults);
        }
    }
    of_lists(question, at, faults);
    of_scale(question, at, faults);
    of_limits(question, &question.limits, at, faults);
    of_media(question.media.as_ref(), || at("media"), faults);
    for (n, name) in question.files.types.iter().enumerate().take(FILE_TYPES.len() + 1) {
        faults
            .when(!FILE_TYPES.contains(&name.as_str()), "unknown_file_type", || at(&format!("files.types.{}", n + 1)));
    }
    let takes_none = question.kind == Kind::File && question.files.taken(survey.anonymous).is_empty();
    faults.when(takes_none && survey.anonymous, "no_file_type", || at("files.types"));
    faults.when(question.files.bytes_max == Some(0), "bad_limits", || at("files.bytes_max"));
    let is_formula_missing = question.kind == Kind::Calculated && question.formula.is_none();
    faults.when(is_formula_missing, "formula_needed", || at("formula"));
    let is_misplaced = question.purpose.is_some() && question.kind != Kind::Consent;
    faults.when(is_misplaced, "purpose_misplaced", || at("purpose"));
}

/// Whether a kind asks with this list; what it has no use for needs no words.
fn uses(question: &Question, list: &str) -> bool {
    let has_columns = !matches!(question.cells, Cells::Rating | Cells::Text);
    match list {
        "options" => question.kind.has_options() && (question.kind != Kind::Matrix || has_columns),
        "second" => question.kind == Kind::Matrix && question.cells == Cells::Dual,
        _ => question.kind.has_rows(),
    }
}

/// Options and rows that a kind cannot do without.
fn of_lists(question: &Question, at: impl Fn(&str) -> String, faults: &mut Faults) {
    let mut needs = |keys: &[&'static str]| {
        for key in keys.iter().filter(|key| question.option(key).is_none()) {
            faults.add(Refusal::new("option_needed").at(at("options")).with("value", *key));
        }
    };
    match question.kind {
        Kind::YesNo => needs(&["yes", "no"]),
        Kind::Consent => needs(&["yes"]),
        _ if uses(question, "options") => {
            faults.when(question.options.len() < 2, "options_needed", || at("options"));
        }
        _ => {}
    }
    faults.when(uses(question, "second") && question.second.len() < 2, "options_needed", || at("second"));
    faults.when(uses(question, "rows") && question.rows.is_empty(), "row_needed", || at("rows"));
    if question.kind == Kind::Contact {
        for (n, row) in question.rows.iter().enumerate() {
            faults.when(!CONTACT_LINES.contains(&row.key.as_str()), "unknown_line", || at(&format!("rows.{}", n + 1)));
        }
    }
}

fn of_scale(question: &Question, at: impl Fn(&str) -> String, faults: &mut Faults) {
    let Some(Scale { from, to }) = question.scale else { return };
    let max = if question.kind == Kind::Slider { SLIDER_POINTS_MAX } else { POINTS_MAX };
    let points = i64::from(to) - i64::from(from) + 1;
    let is_near = [from, to].iter().all(|end| (-SCALE_END_MAX..=SCALE_END_MAX).contains(end));
    // What recommends is always asked from 0 to 10; otherwise it is another number by the same name.
    if question.kind == Kind::Nps || !(2..=max).contains(&points) || !is_near {
        faults.add(Refusal::new("bad_scale").at(at("scale")).with("max", max.to_string()));
    }
}

fn of_limits(question: &Question, limits: &Limits, at: impl Fn(&str) -> String, faults: &mut Faults) {
    let (min, max) = (limits.min, limits.max);
    let is_reversed = min.zip(max).is_some_and(|(min, max)| min > max);
    let is_finite = min.is_none_or(f64::is_finite) && max.is_none_or(f64::is_finite);
    let counted = match question.kind {
        Kind::Choices | Kind::Ranking => Some(question.options.len().max(1)),
        Kind::Text | Kind::Ideas => Some(TEXT_CHARS_MAX),
        _ => None,
    };
    let fits = |end: Option<f64>| match (counted, end) {
        (Some(most), Some(end)) => end >= 0.0 && end.fract() == 0.0 && end <= most as f64,
        _ => true,
    };
    faults.when(is_reversed || !is_finite || !fits(min), "bad_limits", || at("limits.min"));
    // More than there is to choose from is no limit, but harmless.
    faults.when(max.is_some_and(|max| counted.is_some() && (max < 1.0 || max.fract() != 0.0)), "bad_limits", || {
        at("limits.max")
    });
    faults
        .when(limits.decimals.is_some_and(|decimals| decimals > DECIMALS_MAX), "bad_limits", || at("limits.decimals"));
    faults.when(limits.total == Some(0), "bad_limits", || at("limits.total"));
    if let Some(pattern) = &limits.pattern {
        let is_wrong = pattern.chars().count() > PATTERN_CHARS_MAX || pattern_of(pattern).is_none();
        faults.when(is_wrong, "bad_pattern", || at("limits.pattern"));
    }
    let mut date = |text: &Option<String>, field: &str| {
        let date = text.as_deref().map(str::parse::<Date>)?;
        faults.when(date.is_err(), "bad_date", || at(field));
        date.ok()
    };
    let (earliest, latest) = (date(&limits.earliest, "limits.earliest"), date(&limits.latest, "limits.latest"));
    let is_reversed = earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest);
    faults.when(is_reversed, "bad_limits", || at("limits.latest"));
}

fn of_media(media: Option<&Media>, field: impl Fn() -> String, faults: &mut Faults) {
    let Some(media) = media else { return };
    faults.when(media.file.is_empty(), "bad_key", || format!("{}.file", field()));
    faults.over(media.file.chars().count(), ID_CHARS_MAX, "too_long", || format!("{}.file", field()));
}
