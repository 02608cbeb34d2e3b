//! `/w/{workspace}`: what has changed because customers said so, for everybody to read. It shows what members wrote for
//! customers and nothing else, and only where the workspace has switched it on.

use axum::extract::{Path, Query, State as Shared};
use axum::http::{HeaderMap, StatusCode};
use kernel::{Locale, Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::{initiative, workspace};
use store::{Check, Store};
use ui::http::{Fields, Flash, Manager, Reply, Web, locale, see_other};
use ui::respondent::Language;
use ui::{Brand, Respondent};

use super::State;
use super::entity::page as switched;
use super::told;

/// Changes that the page lists: the latest.
const CHANGES_MAX: u64 = 50;

#[derive(Deserialize)]
pub struct Asked {
    lang: Option<String>,
}

#[derive(Serialize)]
struct Page {
    is_known: bool,
    changes: Vec<Change>,
}

#[derive(Serialize)]
struct Change {
    words: String,
    language: &'static str,
    since: Option<Timestamp>,
}

/// Whether a workspace shows its page.
pub async fn is_on(store: &Store, workspace: WorkspaceId) -> Result<bool> {
    Ok(switched::Entity::find_by_id(workspace.0).one(store.reads()).await.check()?.is_some_and(|page| page.is_on))
}

/// `GET /w/{workspace}`: by the workspace's name. Unknown and switched off look the same.
pub async fn page(
    Shared(web): Shared<Web>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Reply {
    let reader = asked.lang.as_deref().and_then(Locale::parse).unwrap_or_else(|| locale(&headers));
    let found = match web.store.workspace_named(&slug).await? {
        Some(found) if is_on(&web.store, found.id()).await? => Some(found),
        _ => None,
    };
    let title = found.as_ref().map(|workspace| workspace.title.clone()).unwrap_or_default();
    let mut respondent = Respondent::new(reader, reader.code(), Brand::new(title, None), web.env().now());
    let page = match &found {
        Some(workspace) => {
            respondent.languages = languages(reader);
            Page { is_known: true, changes: changes(&web, workspace, reader).await? }
        }
        None => Page { is_known: false, changes: vec![] },
    };
    let mut reply = ui::http::respondent(&web, "act/changes.html", &respondent, page)?;
    if found.is_none() {
        *reply.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(reply)
}

fn languages(reader: Locale) -> Vec<Language> {
    let language = |locale: Locale| Language {
        tag: locale.code().to_owned(),
        name: locale.own_name().to_owned(),
        href: Some(format!("?lang={}", locale.code())),
        current: locale == reader,
    };
    Locale::ALL.into_iter().map(language).collect()
}

async fn changes(web: &Web, workspace: &workspace::Model, reader: Locale) -> Result<Vec<Change>> {
    let rows = initiative::Entity::find()
        .filter(initiative::Column::WorkspaceId.eq(workspace.id))
        .filter(initiative::Column::State.eq(State::Done.as_str()))
        .filter(initiative::Column::IsPublic.eq(true))
        .filter(initiative::Column::Told.is_not_null())
        .order_by_desc(initiative::Column::StartsOn)
        .order_by_asc(initiative::Column::Id)
        .limit(CHANGES_MAX)
        .all(web.store.reads())
        .await
        .check()?;
    let known = workspace.languages();
    let zone = jiff::tz::TimeZone::get(&workspace.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let change = |row: initiative::Model| {
        let words = told::words(&row);
        let language = told::language(&words, Some(reader.code()), &known)?;
        let day: Option<jiff::civil::Date> = row.starts_on.as_deref().and_then(|day| day.parse().ok());
        let since = day.and_then(|day| day.at(12, 0, 0, 0).to_zoned(zone.clone()).ok());
        Some(Change {
            words: words.get(language.code())?.clone(),
            language: language.code(),
            since: since.map(|day| day.timestamp().into()),
        })
    };
    Ok(rows.into_iter().filter_map(change).collect())
}

/// `POST /act/initiatives/page`: switches the page on (`is_on`) or off. Goes back to the path in `back`.
pub async fn switch(manager: Manager, fields: Fields) -> Reply {
    let (workspace, me, is_on) = (manager.workspace(), manager.member(), fields.has("is_on"));
    let txn = manager.store().write().await?;
    let row = switched::ActiveModel {
        workspace_id: Set(workspace.0),
        is_on: Set(is_on),
        by_member: Set(me.to_string()),
        at: Set(manager.web.env().now().0),
    };
    let latest = OnConflict::column(switched::Column::WorkspaceId)
        .update_columns([switched::Column::IsOn, switched::Column::ByMember, switched::Column::At])
        .to_owned();
    switched::Entity::insert(row).on_conflict(latest).exec_without_returning(&*txn).await.check()?;
    let action = if is_on { "initiative.page_on" } else { "initiative.page_off" };
    let deed = Deed { actor: me.as_str(), action, subject: "changes", detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    let flash = if is_on { "initiative-flash-page-on" } else { "initiative-flash-page-off" };
    Ok(see_other(fields.get("back").unwrap_or("/act/initiatives")).flash(flash))
}
