//! What workspaces have learned, in the database, and the readers of the lake that follow it: of this process at once, of
//! others when they look.

use std::sync::Arc;

use kernel::{Result, WorkspaceId};
use lake::{Judge, Lake};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait as _, EntityTrait, IntoActiveModel as _, QuerySelect};
use store::{Check, Store, Txn};
use text::{Own, Reader};

use super::measure::Report;
use crate::entity::text_model::{Column, Entity, Model};
use crate::topics::Whole;

/// What was tried last.
pub const TRIED: &str = "tried";
/// What texts are read with.
pub const USED: &str = "used";

/// A model without its weights.
#[derive(Clone, Debug)]
pub struct Learned {
    pub version: String,
    /// Whether it was learned on the weights that ship with this version of Nabz; otherwise it is not used.
    pub fits: bool,
    pub report: Report,
    pub learned_at: i64,
    pub by: String,
    pub at: i64,
}

pub async fn find(store: &Store, workspace: WorkspaceId, slot: &str) -> Result<Option<Learned>> {
    let columns = [Column::Version, Column::Base, Column::Report, Column::LearnedAt, Column::ByMember, Column::At];
    let row: Option<(String, String, String, i64, String, i64)> = Entity::find_by_id(key(workspace, slot))
        .select_only()
        .columns(columns)
        .into_tuple()
        .one(store.reads())
        .await
        .check()?;
    let Some((version, base, report, learned_at, by, at)) = row else { return Ok(None) };
    let report = serde_json::from_str(&report).map_err(kernel::Error::internal)?;
    Ok(Some(Learned { version, fits: base == Reader::new().version(), report, learned_at, by, at }))
}

/// The whole of a model.
pub async fn load(store: &Store, workspace: WorkspaceId, slot: &str) -> Result<Option<Model>> {
    Entity::find_by_id(key(workspace, slot)).one(store.reads()).await.check()
}

/// Puts a model in the place of the one in its slot.
pub async fn put(txn: &Txn, model: Model) -> Result<()> {
    let over = OnConflict::columns([Column::WorkspaceId, Column::Slot])
        .update_columns([
            Column::Version,
            Column::Base,
            Column::Model,
            Column::Report,
            Column::LearnedAt,
            Column::ByMember,
            Column::At,
        ])
        .to_owned();
    let row = model.into_active_model().reset_all();
    Entity::insert(row).on_conflict(over).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

/// Returns whether there was one.
pub async fn remove(txn: &Txn, workspace: WorkspaceId, slot: &str) -> Result<bool> {
    Ok(Entity::delete_by_id(key(workspace, slot)).exec(&**txn).await.check()?.rows_affected > 0)
}

fn key(workspace: WorkspaceId, slot: &str) -> (i32, String) {
    (workspace.0, slot.to_owned())
}

/// What a workspace has switched on, as bytes of `text::Own`, where there is such a thing, it is whole, and it fits the
/// weights that ship.
pub async fn own(store: &Store, workspace: WorkspaceId) -> Result<Option<Vec<u8>>> {
    let Some(model) = load(store, workspace, USED).await? else { return Ok(None) };
    if model.base != Reader::new().version() {
        return Ok(None);
    }
    let reader = Own::from_bytes(&model.model).map(Reader::with);
    if reader.is_none_or(|reader| reader.version() != model.version) {
        tracing::error!(%workspace, "what was learned from texts is damaged and not used");
        return Ok(None);
    }
    Ok(Some(model.model))
}

/// Has the lake read a workspace's texts with what is switched on there and with its topics, or as shipped. Cheap where
/// nothing changed.
pub async fn refresh(store: &Store, lake: &Lake, workspace: WorkspaceId) -> Result<()> {
    let base = Reader::new().version().to_owned();
    let reader = lake.reader(workspace);
    // A reader that somebody else has put there stays.
    let Some(now) = reader.version().strip_prefix(&base) else { return Ok(()) };
    let used: Option<(String, String)> = Entity::find_by_id(key(workspace, USED))
        .select_only()
        .columns([Column::Version, Column::Base])
        .into_tuple()
        .one(store.reads())
        .await
        .check()?;
    let learned =
        used.filter(|(_, on)| *on == base).and_then(|(version, _)| version.strip_prefix(&base).map(str::to_owned));
    let learned = learned.unwrap_or_default();
    let change = store.topics_version(workspace).await?;
    // What was learned comes first in a version, then the transformer, then the topics.
    let plain = lake.shared_reader();
    let transformer = plain.transformer().map(|one| format!("@{}", one.about().fingerprint));
    let wanted = format!("{learned}{}", transformer.unwrap_or_default());
    let is_same = match reader.topics() {
        0 => now == wanted,
        _ => now.rsplit_once('+').is_some_and(|(now, _)| now == wanted),
    };
    if is_same && reader.topics() == change {
        return Ok(());
    }
    let own = if learned.is_empty() { None } else { own(store, workspace).await? };
    let reader = match own.as_deref().and_then(Own::from_bytes) {
        Some(own) => plain.learned(own),
        None => plain,
    };
    let judge: Option<Arc<dyn Judge>> = match Whole::load(store, workspace, reader.clone()).await? {
        Some(whole) => Some(Arc::new(whole)),
        None if learned.is_empty() => None,
        None => Some(Arc::new(reader)),
    };
    lake.use_reader(workspace, judge);
    Ok(())
}
