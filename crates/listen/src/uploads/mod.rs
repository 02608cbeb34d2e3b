//! Files: those that respondents send with an answer, for members only, and pictures, films and sounds that members put
//! into surveys, for everybody who knows the id.
//!
//! A file lies in the data folder under a name that is its id. It is written under another name, synced, renamed, its
//! folder synced, and only then does a row name it. So a row always has its file; files without a row, left by a crash,
//! are swept up later. Nothing of what a file's sender says decides where it lies or how it is served.

mod clean;
mod kinds;
pub(crate) mod media;
mod receive;
mod serve;

use std::path::PathBuf;

use kernel::{Result, Role, Timestamp, WorkspaceId};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use store::{Check, Store, Txn};
use ui::http::{Access, Routes};

use crate::entity::upload::{Column, Entity, Model};

pub use media::PICTURES_MAX;
pub use receive::{Answers, File, PICTURE_BYTES_MAX, Received, receive};

/// Bytes of one file at most, whatever a question says.
pub const FILE_BYTES_MAX: u64 = 10 << 20;
/// Files that one page may bring.
pub const FILES_MAX: usize = 10;
/// Bytes of a page with files.
pub const PAGE_BYTES_MAX: usize = 24 << 20;
/// Longest name of a file that is kept, in characters.
const NAME_CHARS_MAX: usize = 120;
/// A file without a row is left by a crash once it is this old, in microseconds.
const ORPHAN_MICROS: i64 = kernel::time::DAY;

/// Values of `purpose`.
pub const ANSWER: &str = "answer";
pub const MEDIA: &str = "media";

pub(crate) fn routes() -> Routes {
    let body = FILE_BYTES_MAX as usize + (64 << 10);
    Routes::new()
        .get("/listen/files/{file}", Access::Member(Role::Viewer), serve::download)
        .upload("/listen/media", Access::Member(Role::Manager), body, media::upload)
        .get("/media/{file}", Access::Public, serve::show)
}

/// Where a file lies.
fn path(store: &Store, workspace: i32, id: &str) -> PathBuf {
    folder(store, workspace).join(id)
}

fn folder(store: &Store, workspace: i32) -> PathBuf {
    store.folder().join("uploads").join(workspace.to_string())
}

/// Whether a text has the form of a file's id, which is also what keeps paths within the folder.
fn is_id(text: &str) -> bool {
    text.strip_prefix("fil_").is_some_and(|rest| rest.len() == 32 && kernel::id::from_base32(rest).is_some())
}

/// Names a file that lies in its place, within the write that needs it.
pub async fn keep(txn: &Txn, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(())
}

/// One file of a workspace.
pub async fn find(store: &Store, workspace: WorkspaceId, id: &str) -> Result<Option<Model>> {
    if !is_id(id) {
        return Ok(None);
    }
    Entity::find_by_id(id).filter(Column::WorkspaceId.eq(workspace.0)).one(store.reads()).await.check()
}

/// Takes rows of a response away, all or those with these ids; [`sweep`] their files once that is kept.
pub async fn drop_rows(
    txn: &Txn,
    workspace: WorkspaceId,
    response: &str,
    ids: Option<&[String]>,
) -> Result<Vec<Model>> {
    let mut these = Entity::find().filter(Column::WorkspaceId.eq(workspace.0)).filter(Column::ResponseId.eq(response));
    if let Some(ids) = ids {
        these = these.filter(Column::Id.is_in(ids.iter().map(String::as_str)));
    }
    let rows = these.all(&**txn).await.check()?;
    if !rows.is_empty() {
        let ids = rows.iter().map(|row| row.id.as_str());
        Entity::delete_many().filter(Column::Id.is_in(ids)).exec(&**txn).await.check()?;
    }
    Ok(rows)
}

/// Removes the files of rows that are gone.
pub async fn sweep(store: &Store, rows: &[Model]) {
    for row in rows {
        remove(&path(store, row.workspace_id, &row.id)).await;
    }
}

async fn remove(path: &std::path::Path) {
    if let Err(error) = tokio::fs::remove_file(path).await
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "an uploaded file could not be removed");
    }
}

/// Removes files that no row names: a crash came between them, or the page was refused. To be run every hour.
pub async fn prune(store: &Store, now: Timestamp) -> Result<u64> {
    let root = store.folder().join("uploads");
    let old = |modified: std::time::SystemTime| {
        let since = modified.duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_micros() as i64);
        now.since(Timestamp(since)) > ORPHAN_MICROS
    };
    let mut gone = 0;
    let Ok(mut workspaces) = tokio::fs::read_dir(&root).await else { return Ok(0) };
    while let Ok(Some(workspace)) = workspaces.next_entry().await {
        let Ok(mut files) = tokio::fs::read_dir(workspace.path()).await else { continue };
        while let Ok(Some(file)) = files.next_entry().await {
            let modified = file.metadata().await.and_then(|facts| facts.modified());
            if !modified.is_ok_and(old) {
                continue;
            }
            let name = file.file_name().to_string_lossy().into_owned();
            let known = is_id(&name) && Entity::find_by_id(&name).one(store.reads()).await.check()?.is_some();
            if !known {
                remove(&file.path()).await;
                gone += 1;
            }
        }
    }
    Ok(gone)
}
