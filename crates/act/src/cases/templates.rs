//! Texts that replies begin with: a few that come along in each language, and the workspace's own.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use kernel::{Error, Locale, Refusal, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::Section;
use ui::fluent_bundle::FluentValue;
use ui::http::{Agent, Asking, Fields, Flash, Reply, see_other};

use super::entity::template;
use crate::messages::{SUBJECT_CHARS_MAX, TEXT_CHARS_MAX};

/// Templates of a workspace.
pub const TEMPLATES_MAX: u64 = 200;
const NAME_CHARS_MAX: usize = 80;
/// Those that come along: `reply-starter-<name>-…` in the catalogues.
const STARTERS: [&str; 3] = ["sorry", "solved", "ask"];

/// A template that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub id: String,
    pub name: String,
    pub language: String,
    pub is_own: bool,
}

/// What stands in place of `{name}`, `{survey}` and `{owner}`.
#[derive(Clone, Debug, Default)]
pub struct Filling {
    pub name: Option<String>,
    pub survey: String,
    pub owner: String,
}

/// The workspace's own templates in a language, then those that come along.
pub async fn choices(asking: &Asking, language: &str) -> Result<Vec<Choice>> {
    let locale = Locale::parse(language).unwrap_or_default();
    let own = of(asking, Some(locale.code())).await?.into_iter();
    let own = own.map(|row| Choice { id: row.id, name: row.name, language: row.language, is_own: true });
    let starters = STARTERS.iter().map(|name| Choice {
        id: (*name).to_owned(),
        name: asking.text(&format!("reply-starter-{name}-name")),
        language: locale.code().to_owned(),
        is_own: false,
    });
    Ok(own.chain(starters).collect())
}

/// Subject, text and language of a template, filled.
pub async fn filled(
    asking: &Asking,
    id: &str,
    language: &str,
    filling: &Filling,
) -> Result<Option<(String, String, String)>> {
    let locale = Locale::parse(language).unwrap_or_default();
    let words = |key: &str, args: &[(&str, FluentValue<'_>)]| asking.web.pages.plain(locale, key, args);
    let called =
        |locale: Locale| filling.name.clone().unwrap_or_else(|| asking.web.pages.plain(locale, "reply-customer", &[]));
    if STARTERS.contains(&id) {
        let name = called(locale);
        let args = [
            ("name", name.as_str().into()),
            ("survey", filling.survey.as_str().into()),
            ("owner", filling.owner.as_str().into()),
        ];
        let part = |part: &str| words(&format!("reply-starter-{id}-{part}"), &args);
        return Ok(Some((part("subject"), part("text"), locale.code().to_owned())));
    }
    let Some(row) = find(asking, id).await? else { return Ok(None) };
    let name = called(Locale::parse(&row.language).unwrap_or_default());
    let fill = |text: &str| fill(text, &name, filling);
    Ok(Some((fill(&row.subject), fill(&row.text), row.language)))
}

/// In one pass: what a customer calls themselves is never read as a place to fill.
fn fill(text: &str, name: &str, filling: &Filling) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let places = [("{name}", name), ("{survey}", filling.survey.as_str()), ("{owner}", filling.owner.as_str())];
        match places.iter().find(|(place, _)| rest.starts_with(place)) {
            Some((place, value)) => {
                out.push_str(value);
                rest = &rest[place.len()..];
            }
            None => {
                out.push('{');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

async fn of(asking: &Asking, language: Option<&str>) -> Result<Vec<template::Model>> {
    let mut query = template::Entity::find().filter(template::Column::WorkspaceId.eq(asking.workspace().0));
    if let Some(language) = language {
        query = query.filter(template::Column::Language.eq(language));
    }
    let query = query.order_by_asc(template::Column::Language).order_by_asc(template::Column::Name);
    query.limit(TEMPLATES_MAX).all(asking.store().reads()).await.check()
}

async fn find(asking: &Asking, id: &str) -> Result<Option<template::Model>> {
    template::Entity::find_by_id(id)
        .filter(template::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    edit: String,
}

#[derive(Default, Serialize)]
struct Page {
    rows: Vec<Row>,
    /// Empty for a new one.
    id: String,
    name: String,
    language: String,
    subject: String,
    text: String,
    locales: Vec<(String, String)>,
    errors: BTreeMap<String, String>,
    is_full: bool,
}

/// One of the list.
#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    language: String,
    subject: String,
}

impl From<template::Model> for Row {
    fn from(row: template::Model) -> Self {
        Self { id: row.id, name: row.name, language: row.language, subject: row.subject }
    }
}

/// `GET /act/templates`, with the form; `?edit=` fills it.
pub async fn page(agent: Agent, Query(asked): Query<Asked>) -> Reply {
    let row = if asked.edit.is_empty() { None } else { find(&agent, &asked.edit).await? };
    let page = match row {
        Some(row) => Page {
            id: row.id,
            name: row.name,
            language: row.language,
            subject: row.subject,
            text: row.text,
            ..Page::default()
        },
        None => Page { language: agent.locale.code().to_owned(), ..Page::default() },
    };
    show(&agent, page).await
}

async fn show(asking: &Asking, mut page: Page) -> Reply {
    page.rows = of(asking, None).await?.into_iter().map(Row::from).collect();
    page.is_full = page.rows.len() as u64 >= TEMPLATES_MAX;
    page.locales =
        Locale::all().iter().map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).collect();
    if page.errors.is_empty() {
        return asking.page("act/templates.html", Section::Act, page).await;
    }
    asking.refused("act/templates.html", Section::Act, page).await
}

/// Fields `id` (none for a new one), `name`, `language`, `subject`, `text`.
///
/// # Errors
/// `required` and `too_long` at their fields; `too_many` at `name`.
pub async fn save(agent: Agent, form: Fields) -> Reply {
    match keep(&agent, &form).await {
        Ok(()) => Ok(see_other("/act/templates").flash("template-flash-saved")),
        Err(Error::Refused(refusal)) => {
            let typed = |name| form.get(name).unwrap_or_default().to_owned();
            let at = refusal.field.clone().unwrap_or_else(|| "name".into());
            let page = Page {
                id: typed("id"),
                name: typed("name"),
                language: typed("language"),
                subject: typed("subject"),
                text: typed("text"),
                errors: BTreeMap::from([(at, agent.words(&refusal))]),
                ..Page::default()
            };
            show(&agent, page).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(asking: &Asking, form: &Fields) -> Result<()> {
    let field = |name: &'static str, max: usize| -> Result<String, Refusal> {
        let text = form.need(name)?;
        if text.chars().count() > max {
            return Err(Refusal::new("too_long").at(name).with("max", max.to_string()));
        }
        Ok(text.to_owned())
    };
    let (name, subject) = (field("name", NAME_CHARS_MAX)?, field("subject", SUBJECT_CHARS_MAX)?);
    let text = field("text", TEXT_CHARS_MAX)?;
    let language = form.get("language").and_then(Locale::parse).unwrap_or(asking.locale);
    let txn = asking.store().write().await?;
    let (now, member) = (asking.web.env().now().0, asking.member());
    let known = match form.get("id") {
        Some(id) => Some(find(asking, id).await?.ok_or(Error::NotFound("template"))?),
        None => None,
    };
    let is_new = known.is_none();
    let id = known.map_or_else(|| asking.web.env().secret(), |row| row.id);
    let row = template::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(asking.workspace().0),
        language: Set(language.code().into()),
        name: Set(name),
        subject: Set(subject),
        text: Set(text),
        changed_by: Set(member.to_string()),
        changed_at: Set(now),
    };
    if is_new {
        let all = template::Entity::find().filter(template::Column::WorkspaceId.eq(asking.workspace().0));
        if all.count(&*txn).await.check()? >= TEMPLATES_MAX {
            return Err(Refusal::new("too_many").at("name").with("max", TEMPLATES_MAX.to_string()).into());
        }
        template::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    } else {
        template::Entity::update(row).exec(&*txn).await.check()?;
    }
    let deed = Deed { actor: member.as_str(), action: "template.save", subject: &id, detail: json!({}) };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await
}

pub async fn remove(agent: Agent, Path(id): Path<String>) -> Reply {
    let found = find(&agent, &id).await?.ok_or(Error::NotFound("template"))?;
    let txn = agent.store().write().await?;
    template::Entity::delete_by_id(&found.id).exec(&*txn).await.check()?;
    let actor = agent.member();
    let deed = Deed { actor: actor.as_str(), action: "template.remove", subject: &found.id, detail: json!({}) };
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await?;
    Ok(see_other("/act/templates").flash("template-flash-removed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_once() {
        let filling = Filling { name: None, survey: "Visit".into(), owner: "Sara".into() };
        let filled = fill("Dear {name}, {owner} of {survey} {x} {", "{owner}", &filling);
        assert_eq!(filled, "Dear {owner}, Sara of Visit {x} {");
    }
}
