//! Saves one page: the draft that later pages build on and the revision that numbers see, in one transaction.

use kernel::{Error, Refusal, Result, Timestamp, Uid};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::Value as Json;
use store::entity::signal_id;
use store::{Check, Entry, Store, Txn};

use crate::doors::Live;
use crate::entity::draft::{ActiveModel, Column, Entity, Model};
use crate::respond::form::Origin;
use crate::respond::snapshot::{self, Given, Times};

/// One page to be saved.
#[derive(Debug)]
pub struct Page<'a> {
    pub live: &'a Live,
    /// The survey in the version that the response began with.
    pub survey: &'a kernel::survey::Survey,
    pub version: i32,
    /// The response's public id.
    pub id: &'a str,
    pub language: &'a str,
    pub origin: &'a Origin,
    /// Key of the question and what was answered; none where nothing new was said.
    pub answer: Option<(&'a str, Json)>,
    /// This was the last page.
    pub is_end: bool,
}

/// What became of a page.
#[derive(Debug)]
pub enum Saved {
    /// Kept, with all answers so far.
    Kept(Given),
    /// Kept, but this question (from 0) must be answered before the end.
    Missing(usize, Given),
    /// The response was begun so long ago that its draft is gone; it stays as it is.
    Over,
}

/// Saves `page`. A page that changes nothing writes nothing to the log.
pub async fn save(store: &Store, page: Page<'_>) -> Result<Saved> {
    let now = page.live.blurred(store.env().now());
    let mut txn = store.write().await?;
    let draft = hold(&txn, &page, now).await?;
    let is_new = draft.answers.is_empty();
    if is_new && is_known(&txn, &page).await? {
        return Ok(Saved::Over);
    }
    let before: Given =
        if is_new { Given::new() } else { serde_json::from_str(&draft.answers).map_err(Error::internal)? };
    let given = merged(&before, &page);
    let missing = if page.is_end { snapshot::missing(page.survey, &given) } else { None };
    let ends_now = page.is_end && missing.is_none() && draft.completed_at.is_none();
    let completed_at = if ends_now { Some(now) } else { draft.completed_at.map(Timestamp) };
    let changed = is_new || ends_now || given != before || draft.language != page.language;
    if changed {
        let times = Times { started_at: Timestamp(draft.started_at), completed_at };
        keep(&txn, &page, &given, times).await?;
        let signal =
            snapshot::signal(page.live, page.survey, page.id.into(), page.language, page.origin, &given, times);
        txn.append(vec![Entry::revision(page.live.workspace, signal)?]).await?;
        txn.commit().await?;
    }
    Ok(missing.map_or(Saved::Kept(given.clone()), |place| Saved::Missing(place, given)))
}

/// The draft, made if it is not there, and locked until the commit: two pages sent at once wait for each other.
async fn hold(txn: &Txn, page: &Page<'_>, now: Timestamp) -> Result<Model> {
    let row = ActiveModel {
        response_hash: Set(page.id.into()),
        workspace_id: Set(page.live.workspace.0),
        survey_id: Set(page.live.id.to_string()),
        version: Set(page.version),
        language: Set(page.language.into()),
        answers: Set(String::new()),
        started_at: Set(now.0),
        updated_at: Set(now.0),
        completed_at: Set(None),
    };
    let held = OnConflict::column(Column::ResponseHash).update_column(Column::UpdatedAt).to_owned();
    Entity::insert(row).on_conflict(held).exec_with_returning(&**txn).await.check()
}

async fn keep(txn: &Txn, page: &Page<'_>, given: &Given, times: Times) -> Result<()> {
    let row = ActiveModel {
        response_hash: Set(page.id.into()),
        language: Set(page.language.into()),
        answers: Set(serde_json::to_string(given).map_err(Error::internal)?),
        completed_at: Set(times.completed_at.map(|at| at.0)),
        ..Default::default()
    };
    Entity::update(row).exec(&**txn).await.check()?;
    Ok(())
}

/// Whether the log has this response although its draft is gone.
async fn is_known(txn: &Txn, page: &Page<'_>) -> Result<bool> {
    let uid = Uid::of(page.live.workspace, &format!("link:{}", page.live.key), page.id);
    let known = signal_id::Entity::find_by_id((page.live.workspace.0, uid.0.to_vec())).one(&**txn).await.check()?;
    Ok(known.is_some())
}

fn merged(before: &Given, page: &Page<'_>) -> Given {
    let mut given = before.clone();
    match &page.answer {
        Some((key, Json::Null)) => drop(given.remove(*key)),
        Some((key, value)) => drop(given.insert((*key).to_owned(), value.clone())),
        None => {}
    }
    given
}

/// What was answered so far, for a page that is shown again without saving.
pub async fn given(store: &Store, live: &Live, id: &str) -> Result<Given> {
    let row = Entity::find_by_id(id).one(store.reads()).await.check()?;
    match row.filter(|row| row.workspace_id == live.workspace.0 && !row.answers.is_empty()) {
        Some(row) => serde_json::from_str(&row.answers).map_err(Error::internal),
        None => Ok(Given::new()),
    }
}

/// A refusal that every page knows: the secret was not one of ours.
pub fn again() -> Refusal {
    Refusal::new("send_again")
}
