//! Makes a survey, from a template or empty, in the chosen languages.

use kernel::{Error, Locale, Refusal, Result, SurveyId};
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Fields, Manager, Reply, see_other};

use crate::surveys::begin::begin;
use crate::surveys::{TITLE_CHARS_MAX, editing, keys, templates};

/// The choice that is no template.
const EMPTY: &str = "empty";

#[derive(Serialize)]
struct View {
    groups: Vec<templates::Group>,
    chosen: String,
    typed: String,
    boxes: Vec<LanguageBox>,
    title_error: Option<String>,
    languages_error: Option<String>,
}

/// A language to tick.
#[derive(Serialize)]
pub struct LanguageBox {
    pub tag: String,
    pub name: String,
    pub on: bool,
}

/// `GET /listen/surveys/new`
pub async fn form(manager: Manager) -> Reply {
    let fields = Fields::default();
    let languages = manager.0.workspace.languages();
    show(&manager, &fields, &languages, None).await
}

/// `POST /listen/surveys`
///
/// # Errors
/// `required` at `title` of an empty survey, `no_language`, `too_long`, `too_many`.
pub async fn create(manager: Manager, fields: Fields) -> Reply {
    match make(&manager, &fields).await {
        Ok(id) => Ok(see_other(&format!("/listen/surveys/{id}"))),
        Err(Error::Refused(refusal)) => {
            let languages: Vec<String> = fields.all("language").map(str::to_owned).collect();
            show(&manager, &fields, &languages, Some(refusal)).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn make(asking: &Asking, fields: &Fields) -> Result<SurveyId> {
    let languages = chosen_languages(asking, fields)?;
    let name = fields.get("template").unwrap_or(EMPTY);
    let mut survey = templates::survey(name, &languages);
    match fields.get("title") {
        Some(title) if title.chars().count() > TITLE_CHARS_MAX => {
            return Err(Refusal::new("too_long").at("title").with("max", TITLE_CHARS_MAX.to_string()).into());
        }
        // Titles of the template in other languages would say something else than the one that was typed.
        Some(title) => survey.title = kernel::survey::Text::one(&languages[0], title),
        None if survey.questions.is_empty() => return Err(Refusal::new("required").at("title").into()),
        None => {}
    }
    let (env, txn) = (asking.web.env().clone(), asking.store().write().await?);
    let known = asking.store().surveys(asking.workspace()).await?;
    // Templates have a short key of their own; a title in any script makes one, too.
    let words = if fields.get("title").is_some() { editing::name(&survey, name) } else { name.to_owned() };
    let key = keys::unique(&words, "survey", |key| known.iter().any(|row| row.key == key));
    let row = begin(&txn, &env, asking.workspace(), &known, key, &survey).await.map_err(|error| match error {
        Error::Refused(refusal) => Error::Refused(refusal.at("title")),
        other => other,
    })?;
    editing::note(&txn, asking, "survey.create", &row.id).await?;
    txn.commit().await?;
    Ok(row.id())
}

/// The ticked languages, the workspace's first one first.
pub fn chosen_languages(asking: &Asking, fields: &Fields) -> Result<Vec<String>, Refusal> {
    let ticked: Vec<Locale> = fields.all("language").filter_map(Locale::parse).collect();
    let order = asking.workspace.languages();
    let place =
        |locale: &Locale| order.iter().position(|tag| Locale::parse(tag) == Some(*locale)).unwrap_or(usize::MAX);
    let mut languages: Vec<Locale> = Locale::ALL.into_iter().filter(|locale| ticked.contains(locale)).collect();
    languages.sort_by_key(place);
    if languages.is_empty() {
        return Err(Refusal::new("no_language").at("languages"));
    }
    Ok(languages.into_iter().map(|locale| locale.code().to_owned()).collect())
}

async fn show(asking: &Asking, fields: &Fields, languages: &[String], refusal: Option<Refusal>) -> Reply {
    let words = |field: &str| {
        let refusal = refusal.as_ref().filter(|refusal| refusal.field.as_deref() == Some(field))?;
        Some(asking.words(refusal))
    };
    let view = View {
        groups: templates::gallery(),
        chosen: fields.get("template").unwrap_or(templates::FIRST).to_owned(),
        typed: fields.get("title").unwrap_or_default().to_owned(),
        boxes: boxes(languages),
        title_error: words("title"),
        languages_error: words("languages"),
    };
    let template = "listen/surveys/new.html";
    if refusal.is_some() {
        asking.refused(template, Section::Listen, view).await
    } else {
        asking.page(template, Section::Listen, view).await
    }
}

/// All languages that can be ticked.
pub fn boxes(languages: &[String]) -> Vec<LanguageBox> {
    let on = |locale: Locale| languages.iter().any(|tag| tag.eq_ignore_ascii_case(locale.code()));
    Locale::ALL
        .into_iter()
        .map(|locale| LanguageBox { tag: locale.code().into(), name: locale.own_name().into(), on: on(locale) })
        .collect()
}
