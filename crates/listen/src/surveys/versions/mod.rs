//! What was published when, what changed from one version to the next, and the way back.

mod diff;

use axum::extract::{Path, RawQuery};
use kernel::survey::Survey;
use kernel::{Error, Result, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use crate::entity::survey_version::{Column, Entity};
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::{Head, own_name};

/// Versions that the list shows, newest first.
const SHOWN_MAX: u64 = 200;
/// The name of the draft among the versions.
const DRAFT: &str = "draft";

#[derive(Serialize)]
struct View {
    survey: Head,
    versions: Vec<Row>,
    /// Value and name of what can be held against each other.
    sides: Vec<(String, String)>,
    from: String,
    to: String,
    changes: Vec<Told>,
    /// There are more changes than are told.
    is_cut: bool,
    may_compare: bool,
}

#[derive(Serialize)]
struct Row {
    version: i32,
    published_at: Timestamp,
    is_current: bool,
}

/// A change as it is read.
#[derive(Serialize)]
struct Told {
    words: String,
    /// The language of `before` and `after`.
    tag: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

/// `GET /listen/surveys/{survey}/versions?from=1&to=draft`
pub async fn page(manager: Manager, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let published = published(&manager, &row).await?;
    let newest = published.first().map(|(version, _)| *version);
    let draft = row.draft()?;
    let has_changes = row.published()?.as_ref() != Some(&draft);
    let usual = match newest {
        Some(newest) if has_changes => (newest.to_string(), DRAFT.to_owned()),
        Some(newest) => ((newest - 1).max(1).to_string(), newest.to_string()),
        None => (DRAFT.to_owned(), DRAFT.to_owned()),
    };
    let from = query.get("from").map_or(usual.0, str::to_owned);
    let to = query.get("to").map_or(usual.1, str::to_owned);
    let changes = if newest.is_some() {
        let (old, new) = (side(&manager, &row, &draft, &from).await?, side(&manager, &row, &draft, &to).await?);
        diff::diff(&old, &new, manager.locale.code())
    } else {
        Vec::new()
    };
    let version_name = |version: i32| {
        manager.web.pages.plain(manager.locale, "survey-version", &[("version", i64::from(version).into())])
    };
    let sides = std::iter::once((DRAFT.to_owned(), manager.text("version-draft")))
        .chain(published.iter().map(|(version, _)| (version.to_string(), version_name(*version))));
    let view = View {
        survey: Head::of(&row, &draft, &manager),
        sides: sides.collect(),
        is_cut: changes.len() == diff::CHANGES_MAX,
        changes: changes.into_iter().map(|change| told(&manager, change)).collect(),
        may_compare: newest.is_some(),
        versions: published
            .into_iter()
            .map(|(version, at)| Row { version, published_at: Timestamp(at), is_current: Some(version) == newest })
            .collect(),
        from,
        to,
    };
    manager.page("listen/surveys/versions.html", Section::Listen, view).await
}

/// Number and time of the published versions, newest first.
async fn published(asking: &Asking, row: &Model) -> Result<Vec<(i32, i64)>> {
    Entity::find()
        .select_only()
        .columns([Column::Version, Column::PublishedAt])
        .filter(Column::WorkspaceId.eq(row.workspace_id))
        .filter(Column::SurveyId.eq(&row.id))
        .order_by_desc(Column::Version)
        .limit(SHOWN_MAX)
        .into_tuple()
        .all(asking.store().reads())
        .await
        .check()
}

async fn side(asking: &Asking, row: &Model, draft: &Survey, name: &str) -> Result<Survey> {
    if name == DRAFT {
        return Ok(draft.clone());
    }
    let version = name.parse().map_err(|_| Error::NotFound("version"))?;
    let found = Entity::find_by_id((row.id.clone(), version))
        .filter(Column::WorkspaceId.eq(row.workspace_id))
        .one(asking.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("version"))?;
    serde_json::from_str(&found.definition).map_err(Error::internal)
}

fn told(asking: &Asking, change: diff::Change) -> Told {
    let key = format!("version-{}", change.code.replace('_', "-"));
    let language = change.language.as_deref().map(own_name);
    let subject = match change.code {
        "language_added" | "language_removed" | "language_first" => own_name(&change.subject),
        // The words around the questions go by the names of their places.
        "words" if ["title", "intro", "thanks", "privacy"].contains(&change.subject.as_str()) => {
            asking.text(&format!("translation-part-survey-{}", change.subject))
        }
        _ => change.subject,
    };
    let args = [("subject", subject.into()), ("language", language.unwrap_or_default().into())];
    Told {
        words: asking.web.pages.text(asking.locale, &key, &args),
        tag: change.language,
        before: change.before,
        after: change.after,
    }
}

/// `POST /listen/surveys/{survey}/versions/{version}/restore`: the draft becomes what was published then. Respondents
/// go on seeing what they see until it is published.
pub async fn restore(manager: Manager, Path((id, version)): Path<(String, String)>) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    // "draft" is no version, and what is restored has a number.
    let version: i32 = version.parse().map_err(|_| Error::NotFound("version"))?;
    let restored = side(&manager, &editing.row, &editing.survey, &version.to_string()).await?;
    // What respondents were promised stands.
    editing.survey = Survey { anonymous: editing.survey.anonymous, ..restored };
    editing.keep(&manager, "survey.version_restore").await?;
    let page = format!("/listen/surveys/{id}");
    Ok(see_other(&page).flash_undo("version-flash-restored", &format!("{page}/undo")))
}
