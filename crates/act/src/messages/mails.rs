//! Mails that came in, as members see them: those that belong to nothing wait here; the others stand in their threads too.

use axum::extract::{Path, Query};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use kernel::{Error, Result, Timestamp};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use ui::Section;
use ui::http::{Agent, Asking, Flash, Reply, encode, see_other};

use super::entity::{file, mail};

const PAGE_ROWS: u64 = 50;
const PAGES_MAX: u64 = 200;
const FILES_SHOWN_MAX: u64 = 50;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    which: String,
    #[serde(default)]
    page: u64,
}

#[derive(Serialize)]
struct List {
    /// `loose` or `all`.
    which: &'static str,
    loose: u64,
    rows: Vec<Row>,
    page: u64,
    has_more: bool,
}

#[derive(Serialize)]
struct Row {
    id: String,
    from: String,
    name: Option<String>,
    subject: String,
    glance: String,
    at: Timestamp,
    thread: Option<String>,
    is_foreign: bool,
    is_auto: bool,
    held: Option<String>,
    bounce: Option<String>,
    bounce_status: Option<String>,
    done_at: Option<Timestamp>,
}

impl Row {
    fn of(mail: mail::Model) -> Self {
        Self {
            glance: mail.body.chars().take(120).collect(),
            id: mail.id,
            from: mail.from_address,
            name: mail.from_name,
            subject: mail.subject,
            at: Timestamp(mail.received_at),
            thread: mail.thread,
            is_foreign: mail.is_foreign,
            is_auto: mail.is_auto,
            held: mail.held,
            bounce: mail.bounce,
            bounce_status: mail.bounce_status,
            done_at: mail.done_at.map(Timestamp),
        }
    }
}

/// People's mails that belong to nothing and that nobody has seen to.
fn waiting() -> Condition {
    Condition::all()
        .add(mail::Column::Thread.is_null())
        .add(mail::Column::DoneAt.is_null())
        .add(mail::Column::IsAuto.eq(false))
        .add(mail::Column::Held.is_null())
}

/// How many wait.
pub async fn loose(asking: &Asking) -> Result<u64> {
    mail::Entity::find()
        .filter(mail::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(waiting())
        .count(asking.store().reads())
        .await
        .check()
}

pub async fn list(agent: Agent, Query(asked): Query<Asked>) -> Reply {
    let page = asked.page.min(PAGES_MAX);
    let is_all = asked.which == "all";
    let mut query = mail::Entity::find().filter(mail::Column::WorkspaceId.eq(agent.workspace().0));
    if !is_all {
        query = query.filter(waiting());
    }
    let query = query.order_by_desc(mail::Column::Id).offset(page * PAGE_ROWS).limit(PAGE_ROWS + 1);
    let mut rows = query.all(agent.store().reads()).await.check()?;
    let has_more = rows.len() as u64 > PAGE_ROWS && page < PAGES_MAX;
    rows.truncate(PAGE_ROWS as usize);
    let list = List {
        which: if is_all { "all" } else { "loose" },
        loose: loose(&agent).await?,
        rows: rows.into_iter().map(Row::of).collect(),
        page,
        has_more,
    };
    agent.page("act/mails.html", Section::Act, list).await
}

#[derive(Serialize)]
struct Shown {
    mail: Row,
    body: String,
    /// All of the text, where the sender quoted or signed.
    full: Option<String>,
    files: Vec<File>,
    refused: Vec<String>,
    /// Our message that it is about.
    about: Option<String>,
    case: Option<String>,
}

#[derive(Serialize)]
struct File {
    id: String,
    name: String,
    /// In kB, at least one.
    size: i64,
}

pub async fn show(agent: Agent, Path(id): Path<String>) -> Reply {
    let found = find(&agent, &id).await?;
    let files: Vec<(String, String, i64)> = file::Entity::find()
        .select_only()
        .columns([file::Column::Id, file::Column::Name, file::Column::Size])
        .filter(file::Column::WorkspaceId.eq(agent.workspace().0))
        .filter(file::Column::MailId.eq(&found.id))
        .order_by_asc(file::Column::Name)
        .limit(FILES_SHOWN_MAX)
        .into_tuple()
        .all(agent.store().reads())
        .await
        .check()?;
    let shown = Shown {
        body: found.body.clone(),
        full: found.full.clone(),
        files: files.into_iter().map(|(id, name, size)| File { id, name, size: (size + 1023) / 1024 }).collect(),
        refused: serde_json::from_str(&found.refused).unwrap_or_default(),
        about: found.about.clone(),
        case: found.thread.clone().filter(|thread| thread.starts_with("case_")),
        mail: Row::of(found),
    };
    agent.page("act/mail_in.html", Section::Act, shown).await
}

/// A member has seen to it.
pub async fn done(agent: Agent, Path(id): Path<String>) -> Reply {
    mark(&agent, &id, true).await?;
    Ok(see_other("/act/mails").flash_undo("mail-flash-done", &format!("/act/mails/{id}/undone")))
}

pub async fn undone(agent: Agent, Path(id): Path<String>) -> Reply {
    mark(&agent, &id, false).await?;
    Ok(see_other(&format!("/act/mails/{id}")).flash("mail-flash-undone"))
}

async fn mark(agent: &Asking, id: &str, is_done: bool) -> Result<()> {
    let found = find(agent, id).await?;
    let txn = agent.store().write().await?;
    let at = is_done.then_some(agent.web.env().now().0);
    let row = mail::ActiveModel { id: Set(found.id.clone()), done_at: Set(at), ..Default::default() };
    mail::Entity::update(row).exec(&*txn).await.check()?;
    let actor = agent.member();
    let action = if is_done { "mail.done" } else { "mail.undone" };
    let deed = Deed { actor: actor.as_str(), action, subject: &found.id, detail: json!({}) };
    audit::note(&txn, agent.workspace(), deed).await?;
    txn.commit().await
}

/// A file, to be saved: whatever it says that it is, no browser opens it here.
pub async fn file(agent: Agent, Path((mail, id)): Path<(String, String)>) -> Reply {
    let found = file::Entity::find_by_id(id)
        .filter(file::Column::WorkspaceId.eq(agent.workspace().0))
        .filter(file::Column::MailId.eq(mail))
        .one(agent.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("file"))?;
    let name = format!("attachment; filename*=UTF-8''{}", encode(&found.name).replace('+', "%20"));
    let mut response = found.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(Error::internal)?);
    Ok(response)
}

async fn find(asking: &Asking, id: &str) -> Result<mail::Model> {
    mail::Entity::find_by_id(id)
        .filter(mail::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("mail"))
}
