//! The words around the questions, the languages, and the promise of anonymity.

use axum::extract::Path;
use kernel::survey::{Survey, Text};
use kernel::{Refusal, Result};
use serde::Serialize;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use crate::surveys::create::{LanguageBox, boxes};
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::{Head, own_name};
use crate::surveys::{TITLE_CHARS_MAX, WORDS_CHARS_MAX};

#[derive(Serialize)]
struct View {
    survey: Head,
    texts: Vec<TextField>,
    boxes: Vec<LanguageBox>,
    anonymous: bool,
    /// The promise of anonymity cannot change any more.
    is_fixed: bool,
    languages_error: Option<String>,
}

/// One text in all languages of the survey, side by side.
#[derive(Debug, Serialize)]
pub struct TextField {
    /// `title`, `intro`…; the inputs are called `title.en`, `title.fa`…
    pub name: String,
    pub long: bool,
    pub chars_max: usize,
    pub words: Vec<Words>,
}

#[derive(Debug, Serialize)]
pub struct Words {
    pub tag: String,
    pub language: String,
    pub text: String,
    pub error: Option<String>,
}

impl TextField {
    pub fn new(name: &str, text: &Text, languages: &[String], long: bool) -> Self {
        let words = languages.iter().map(|tag| Words {
            tag: tag.clone(),
            language: own_name(tag),
            text: text.0.get(tag).cloned().unwrap_or_default(),
            error: None,
        });
        let chars_max = if long { WORDS_CHARS_MAX } else { TITLE_CHARS_MAX };
        Self { name: name.to_owned(), long, chars_max, words: words.collect() }
    }

    /// Puts the words of refusals beside their inputs.
    pub fn mark(&mut self, refusals: &[Refusal], words: impl Fn(&Refusal) -> String) {
        for input in &mut self.words {
            let field = format!("{}.{}", self.name, input.tag);
            let refusal = refusals.iter().find(|refusal| refusal.field.as_ref() == Some(&field));
            input.error = refusal.map(&words);
        }
    }
}

/// Takes a text of a form in all languages of the survey.
pub fn take(text: &mut Text, name: &str, fields: &Fields, languages: &[String], long: bool) -> Vec<Refusal> {
    let max = if long { WORDS_CHARS_MAX } else { TITLE_CHARS_MAX };
    let mut refusals = Vec::new();
    for tag in languages {
        let field = format!("{name}.{tag}");
        let words: String = fields
            .get(&field)
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_control() || (long && *c == '\n'))
            .collect();
        if words.chars().count() > max {
            refusals.push(Refusal::new("too_long").at(field).with("max", max.to_string()));
        }
        text.set(tag, &words);
    }
    refusals
}

/// `GET /listen/surveys/{survey}/texts`
pub async fn form(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let survey = row.draft()?;
    show(&manager, &row, &survey, &[]).await
}

/// `POST /listen/surveys/{survey}/texts`
///
/// # Errors
/// `too_long` at a text, `no_language`, `words_missing` at the title in the first language.
pub async fn save(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let refusals = change(&mut editing.survey, &fields, editing.row.version > 0);
    if !refusals.is_empty() {
        let (row, survey) = (editing.row.clone(), editing.survey.clone());
        drop(editing);
        return show(&manager, &row, &survey, &refusals).await;
    }
    editing.keep(&manager, "survey.edit").await?;
    Ok(see_other(&format!("/listen/surveys/{id}")).flash("listen-flash-saved"))
}

fn change(survey: &mut Survey, fields: &Fields, is_published: bool) -> Vec<Refusal> {
    let languages = survey.languages.clone();
    let mut refusals = take(&mut survey.title, "title", fields, &languages, false);
    refusals.extend(take(&mut survey.intro, "intro", fields, &languages, true));
    refusals.extend(take(&mut survey.thanks, "thanks", fields, &languages, true));
    refusals.extend(take(&mut survey.privacy, "privacy", fields, &languages, true));
    let first = survey.language("").to_owned();
    if survey.title.get(&first, &[]).is_none() {
        refusals.push(Refusal::new("required").at(format!("title.{first}")));
    }
    // What respondents were promised cannot be taken back, and what was answered openly does not become anonymous.
    if !is_published {
        survey.anonymous = fields.has("anonymous");
    }
    match languages_after(&languages, fields) {
        Ok(languages) => survey.languages = languages,
        Err(refusal) => refusals.push(refusal),
    }
    refusals
}

/// The languages in the old order, then the new ones; those that cannot be ticked stay. Words of a language that was
/// unticked are kept, in case it comes back.
fn languages_after(before: &[String], fields: &Fields) -> Result<Vec<String>, Refusal> {
    let ticked: Vec<&str> = fields.all("language").collect();
    let offered = boxes(&[]);
    let can_be_ticked = |tag: &str| offered.iter().any(|one| one.tag == tag);
    let kept = before.iter().filter(|tag| !can_be_ticked(tag) || ticked.contains(&tag.as_str())).cloned();
    let new =
        offered.iter().map(|one| one.tag.clone()).filter(|tag| ticked.contains(&tag.as_str()) && !before.contains(tag));
    let languages: Vec<String> = kept.chain(new).collect();
    if languages.is_empty() { Err(Refusal::new("no_language").at("languages")) } else { Ok(languages) }
}

async fn show(asking: &Asking, row: &Model, survey: &Survey, refusals: &[Refusal]) -> Reply {
    let mut texts = vec![
        TextField::new("title", &survey.title, &survey.languages, false),
        TextField::new("intro", &survey.intro, &survey.languages, true),
        TextField::new("thanks", &survey.thanks, &survey.languages, true),
        TextField::new("privacy", &survey.privacy, &survey.languages, true),
    ];
    texts.iter_mut().for_each(|text| text.mark(refusals, |refusal| asking.words(refusal)));
    let no_language = refusals.iter().find(|refusal| refusal.field.as_deref() == Some("languages"));
    let view = View {
        survey: Head::of(row, survey, asking),
        texts,
        boxes: boxes(&survey.languages),
        anonymous: survey.anonymous,
        is_fixed: row.version > 0,
        languages_error: no_language.map(|refusal| asking.words(refusal)),
    };
    let template = "listen/surveys/texts.html";
    if refusals.is_empty() {
        asking.page(template, Section::Listen, view).await
    } else {
        asking.refused(template, Section::Listen, view).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surveys::templates;

    fn survey() -> Survey {
        templates::survey("nps", &["en".into(), "fa".into()])
    }

    #[test]
    fn a_new_language_comes_last_and_an_old_one_keeps_its_place() {
        let after =
            |form: &str| languages_after(&["fa".into(), "de".into(), "en".into()], &Fields::parse(form.as_bytes()));
        assert_eq!(after("language=en&language=fa&language=ar").unwrap(), ["fa", "de", "en", "ar"]);
        assert_eq!(after("language=sv").unwrap(), ["de", "sv"]);
        assert_eq!(after("").unwrap(), ["de"], "a language that we cannot offer stays");
    }

    #[test]
    fn the_promise_of_anonymity_is_fixed_by_publishing() {
        let fields = Fields::parse(b"title.en=T&language=en&anonymous=on");
        let (mut draft, mut published) = (survey(), survey());
        assert!(change(&mut draft, &fields, false).is_empty());
        assert!(draft.anonymous);
        assert!(change(&mut published, &fields, true).is_empty());
        assert!(!published.anonymous);
    }

    #[test]
    fn a_survey_keeps_a_title_in_its_first_language() {
        let refusals = change(&mut survey(), &Fields::parse(b"title.fa=x&language=en&language=fa"), false);
        assert_eq!(
            refusals.iter().map(|refusal| (refusal.code, refusal.field.as_deref())).collect::<Vec<_>>(),
            [("required", Some("title.en"))]
        );
    }
}
