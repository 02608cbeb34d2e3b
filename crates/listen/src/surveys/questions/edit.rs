//! One question in all languages side by side.

use axum::extract::Path;
use kernel::survey::{Choice, Kind, Question, Scale, Survey, Text};
use kernel::{Error, Refusal};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::Head;
use crate::surveys::texts::{TextField, take};
use crate::surveys::{check, keys};

/// Blank rows that the form offers for new options.
const BLANK_OPTIONS: usize = 3;
/// Rows that are read from a form at most, so that its numbers cannot make us loop.
const ROWS_MAX: usize = kernel::survey::OPTIONS_MAX + 50;

#[derive(Serialize)]
struct View {
    survey: Head,
    key: String,
    kind: Kind,
    required: bool,
    /// The key can be changed: nothing was published under it yet.
    may_rename: bool,
    texts: Vec<TextField>,
    scale: Option<ScaleView>,
    options: Vec<OptionRow>,
    has_options: bool,
    key_error: Option<String>,
    options_error: Option<String>,
}

#[derive(Serialize)]
struct ScaleView {
    from: i32,
    to: i32,
    /// The kind has one scale only.
    is_fixed: bool,
    error: Option<String>,
}

#[derive(Serialize)]
struct OptionRow {
    /// Empty for a blank row.
    key: String,
    place: usize,
    label: TextField,
}

/// `GET /listen/surveys/{survey}/questions/{question}`
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    let question = survey.question(&key).ok_or(Error::NotFound("question"))?;
    show(&manager, &row, &survey, &key, question, &[]).await
}

/// `POST /listen/surveys/{survey}/questions/{question}`
///
/// # Errors
/// `required` at the title in the first language, `too_long`, `bad_key`, `key_taken`, `bad_scale`, `too_many`,
/// `not_a_number`; all are shown together.
pub async fn save(manager: Manager, Path((id, key)): Path<(String, String)>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let place = editing.place(&key)?;
    let (question, mut refusals) = read(&editing.survey.questions[place], &fields, &editing.survey);
    let renamed = fields.get("key").filter(|_| editing.row.version == 0).unwrap_or(&key).to_owned();
    refusals.extend(bad_key(&editing.survey, &key, &renamed));
    if !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        return show(&manager, &row, &survey, &key, &Question { key: renamed, ..question }, &refusals).await;
    }
    editing.survey.questions[place] = Question { key: renamed, ..question };
    editing.keep(&manager, "survey.question_edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}#questions")).flash("listen-flash-saved"))
}

fn bad_key(survey: &Survey, key: &str, renamed: &str) -> Option<Refusal> {
    if renamed == key {
        None
    } else if !keys::is_key(renamed) {
        Some(Refusal::new("bad_key").at("key"))
    } else {
        survey.question(renamed).map(|_| Refusal::new("key_taken").at("key"))
    }
}

/// The question as the form has it, and what is wrong with it. Kind and key stay.
fn read(old: &Question, fields: &Fields, survey: &Survey) -> (Question, Vec<Refusal>) {
    let (mut question, languages) = (old.clone(), &survey.languages);
    let mut refusals = take(&mut question.title, "title", fields, languages, false);
    refusals.extend(take(&mut question.hint, "hint", fields, languages, false));
    if question.kind.is_scored() {
        refusals.extend(take(&mut question.low, "low", fields, languages, false));
        refusals.extend(take(&mut question.high, "high", fields, languages, false));
        refusals.extend(read_scale(&mut question, fields));
    }
    if question.kind.has_options() {
        refusals.extend(read_options(&mut question, fields, survey));
    }
    question.required = fields.has("required");
    let first = survey.language("");
    if question.title.get(first, &[]).is_none() {
        refusals.push(Refusal::new("required").at(format!("title.{first}")));
    }
    (question, refusals)
}

fn read_scale(question: &mut Question, fields: &Fields) -> Option<Refusal> {
    // The scale of an NPS is its definition.
    if question.kind == Kind::Nps {
        return None;
    }
    let number = |name: &str| {
        let number = kernel::format::parse_number(fields.get(name)?)?;
        (number.fract() == 0.0 && number.abs() < 1e6).then_some(number as i32)
    };
    let (Some(from), Some(to)) = (number("from"), number("to")) else {
        return Some(Refusal::new("bad_scale").at("scale").with("max", crate::surveys::SCALE_POINTS_MAX.to_string()));
    };
    let scale = Scale { from, to };
    question.scale = (question.kind.scale() != Some(scale)).then_some(scale);
    check::of_scale(Some(scale)).map(|refusal| refusal.at("scale"))
}

/// Rows `option.0`, `option.1`… with a hidden key, a place, and a label per language. A row without any label is gone;
/// a new one gets a key that no option of the question had.
fn read_options(question: &mut Question, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    let old = std::mem::take(&mut question.options);
    let mut refusals = Vec::new();
    let mut rows: Vec<(usize, Choice)> = Vec::new();
    for n in 0..ROWS_MAX {
        let key_field = format!("option.{n}.key");
        if !fields.has(&key_field) {
            break;
        }
        let known = fields.get(&key_field).and_then(|key| old.iter().find(|option| option.key == key));
        let mut label = known.map_or_else(Text::default, |option| option.label.clone());
        refusals.extend(take(&mut label, &format!("option.{n}.label"), fields, &survey.languages, false));
        if !survey.languages.iter().any(|tag| label.0.contains_key(tag)) {
            continue;
        }
        let typed = fields.get(&format!("option.{n}.place")).and_then(kernel::format::parse_number);
        let place = typed.filter(|place| (0.0..1e6).contains(place)).map_or(n, |place| place as usize);
        let words = label.get(survey.language(""), &survey.languages).unwrap_or_default().to_owned();
        let key = known.map_or_else(
            || {
                let is_taken = |key: &str| {
                    old.iter().any(|option| option.key == key) || rows.iter().any(|(_, option)| option.key == key)
                };
                keys::unique(&words, "option", is_taken)
            },
            |option| option.key.clone(),
        );
        rows.push((place, Choice { key, label }));
    }
    // Stable: rows with the same place keep their order.
    rows.sort_by_key(|(place, _)| *place);
    question.options = rows.into_iter().map(|(_, option)| option).collect();
    refusals.extend(check::of_options(question.options.len()).map(|refusal| refusal.at("options")));
    refusals
}

async fn show(
    asking: &Asking,
    row: &Model,
    survey: &Survey,
    key: &str,
    question: &Question,
    refusals: &[Refusal],
) -> Reply {
    let words = |field: &str| {
        let refusal = refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field));
        refusal.map(|refusal| asking.words(refusal))
    };
    let mut texts = vec![
        TextField::new("title", &question.title, &survey.languages, false),
        TextField::new("hint", &question.hint, &survey.languages, false),
    ];
    if question.kind.is_scored() {
        texts.push(TextField::new("low", &question.low, &survey.languages, false));
        texts.push(TextField::new("high", &question.high, &survey.languages, false));
    }
    texts.iter_mut().for_each(|text| text.mark(refusals, |refusal| asking.words(refusal)));
    let scale = question.scale().map(|scale| ScaleView {
        from: scale.from,
        to: scale.to,
        is_fixed: question.kind == Kind::Nps,
        error: words("scale"),
    });
    let view = View {
        survey: Head::of(row, survey, asking),
        key: key.to_owned(),
        kind: question.kind,
        required: question.required,
        may_rename: row.version == 0,
        texts,
        scale,
        options: option_rows(question, survey, asking, refusals),
        has_options: question.kind.has_options(),
        key_error: words("key"),
        options_error: words("options"),
    };
    let template = "listen/surveys/question.html";
    if refusals.is_empty() {
        asking.page(template, Section::Listen, view).await
    } else {
        asking.refused(template, Section::Listen, view).await
    }
}

fn option_rows(question: &Question, survey: &Survey, asking: &Asking, refusals: &[Refusal]) -> Vec<OptionRow> {
    if !question.kind.has_options() {
        return Vec::new();
    }
    let blank = Choice { key: String::new(), label: Text::default() };
    let blanks = std::iter::repeat_n(&blank, BLANK_OPTIONS);
    let rows = question.options.iter().chain(blanks).enumerate().map(|(n, option)| {
        let mut label = TextField::new(&format!("option.{n}.label"), &option.label, &survey.languages, false);
        label.mark(refusals, |refusal| asking.words(refusal));
        OptionRow { key: option.key.clone(), place: n + 1, label }
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surveys::templates;

    fn survey() -> Survey {
        templates::survey("csat", &["en".into(), "fa".into()])
    }

    fn edited(place: usize, form: &str) -> (Question, Vec<(&'static str, String)>) {
        let survey = survey();
        let (question, refusals) = read(&survey.questions[place], &Fields::parse(form.as_bytes()), &survey);
        (question, refusals.into_iter().map(|refusal| (refusal.code, refusal.field.unwrap_or_default())).collect())
    }

    #[test]
    fn options_keep_their_keys_through_renaming_and_reordering() {
        let (question, refusals) = edited(
            1,
            "title.en=T&option.0.key=staff&option.0.label.en=Our+people&option.0.place=9\
             &option.1.key=price&option.1.label.en=Price&option.1.place=1\
             &option.2.key=&option.2.label.en=Price&option.2.place=2\
             &option.3.key=&option.3.label.fa=%D8%BA%D8%B0%D8%A7&option.4.key=quality",
        );
        assert!(refusals.is_empty(), "{refusals:?}");
        let keys: Vec<_> = question.options.iter().map(|option| option.key.as_str()).collect();
        assert_eq!(keys, ["price", "price_2", "غذا", "staff"]);
        assert_eq!(question.options[3].label.0["en"], "Our people");
    }

    #[test]
    fn a_form_cannot_take_the_key_of_another_option() {
        let (question, _) = edited(1, "title.en=T&option.0.key=hacked&option.0.label.en=Staff");
        assert_eq!(question.options[0].key, "staff_2", "an unknown key is a new option");
    }

    #[test]
    fn scales_are_read_in_any_digits_and_bounded() {
        let (question, refusals) = edited(0, "title.en=T&from=%DB%B1&to=%DB%B1%DB%B0&required=on");
        assert!(refusals.is_empty());
        assert_eq!((question.scale, question.required), (Some(Scale { from: 1, to: 10 }), true));
        let (_, refusals) = edited(0, "title.en=&from=1&to=99");
        assert_eq!(refusals, [("bad_scale", "scale".to_owned()), ("required", "title.en".to_owned())]);
        let (question, _) = edited(0, "title.en=T&from=1&to=5");
        assert_eq!(question.scale, None, "the usual scale is not written down");
    }
}
