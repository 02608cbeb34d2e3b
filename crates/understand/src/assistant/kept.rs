//! What is kept: who has switched it on for which host, and the answers, for as long as they are of use.

use std::collections::HashMap;

use kernel::{MemberId, Result, Timestamp, WorkspaceId, time};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store, Txn};

use crate::entity::{assistant_switch as switch, assistant_text as text};

/// Answers older than this are forgotten.
const AGE_MAX: i64 = 30 * time::DAY;

/// What an answer is of; a part of its key.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    Summary,
    Translation,
}

impl Purpose {
    const fn code(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Translation => "translation",
        }
    }
}

/// An answer with what it was made of.
pub struct Kept {
    pub fingerprint: String,
    pub text: String,
    pub model: String,
    /// How many texts it read.
    pub texts: i32,
    pub at: Timestamp,
}

impl From<text::Model> for Kept {
    fn from(row: text::Model) -> Self {
        Self { fingerprint: row.fingerprint, text: row.text, model: row.model, texts: row.texts, at: Timestamp(row.at) }
    }
}

pub async fn allowed(store: &Store, workspace: WorkspaceId) -> Result<Option<switch::Model>> {
    switch::Entity::find_by_id(workspace.0).one(store.reads()).await.check()
}

/// Allows questions to this host from now on.
pub async fn allow(store: &Store, workspace: WorkspaceId, host: &str, by: &MemberId) -> Result<()> {
    let txn = store.write().await?;
    let row = switch::ActiveModel {
        workspace_id: Set(workspace.0),
        host: Set(host.to_owned()),
        by_member: Set(by.to_string()),
        at: Set(store.env().now().0),
    };
    let again = OnConflict::column(switch::Column::WorkspaceId)
        .update_columns([switch::Column::Host, switch::Column::ByMember, switch::Column::At])
        .to_owned();
    switch::Entity::insert(row).on_conflict(again).exec_without_returning(&*txn).await.check()?;
    note(&txn, workspace, by, "assistant.on", json!({ "host": host })).await?;
    txn.commit().await
}

/// Allows none, and forgets the answers.
pub async fn forbid(store: &Store, workspace: WorkspaceId, by: &MemberId) -> Result<()> {
    let txn = store.write().await?;
    let gone = switch::Entity::delete_by_id(workspace.0).exec(&*txn).await.check()?;
    text::Entity::delete_many().filter(text::Column::WorkspaceId.eq(workspace.0)).exec(&*txn).await.check()?;
    if gone.rows_affected > 0 {
        note(&txn, workspace, by, "assistant.off", json!({})).await?;
    }
    txn.commit().await
}

async fn note(
    txn: &Txn,
    workspace: WorkspaceId,
    by: &MemberId,
    action: &'static str,
    detail: serde_json::Value,
) -> Result<()> {
    audit::note(txn, workspace, Deed { actor: by.as_str(), action, subject: "assistant", detail }).await
}

/// The answers of some places, by place.
pub async fn find(
    store: &Store,
    workspace: WorkspaceId,
    (purpose, language): (Purpose, &str),
    places: &[String],
) -> Result<HashMap<String, Kept>> {
    if places.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = text::Entity::find()
        .filter(text::Column::WorkspaceId.eq(workspace.0))
        .filter(text::Column::Purpose.eq(purpose.code()))
        .filter(text::Column::Language.eq(language))
        .filter(text::Column::Place.is_in(places))
        .filter(text::Column::At.gte(store.env().now().0 - AGE_MAX))
        .all(store.reads())
        .await
        .check()?;
    Ok(rows.into_iter().map(|row| (row.place.clone(), row.into())).collect())
}

/// Keeps an answer in place of the one before, and forgets what is old. Nothing is kept that came after the switch went off.
pub async fn keep(
    store: &Store,
    workspace: WorkspaceId,
    (purpose, language, place): (Purpose, &str, &str),
    kept: &Kept,
) -> Result<()> {
    let txn = store.write().await?;
    if switch::Entity::find_by_id(workspace.0).one(&*txn).await.check()?.is_none() {
        return Ok(());
    }
    text::Entity::delete_many()
        .filter(text::Column::WorkspaceId.eq(workspace.0))
        .filter(text::Column::At.lt(kept.at.0 - AGE_MAX))
        .exec(&*txn)
        .await
        .check()?;
    let row = text::ActiveModel {
        workspace_id: Set(workspace.0),
        purpose: Set(purpose.code().to_owned()),
        place: Set(place.to_owned()),
        language: Set(language.to_owned()),
        fingerprint: Set(kept.fingerprint.clone()),
        text: Set(kept.text.clone()),
        model: Set(kept.model.clone()),
        texts: Set(kept.texts),
        at: Set(kept.at.0),
    };
    use text::Column::{At, Fingerprint, Language, Model, Place, Purpose as Of, Text, Texts, WorkspaceId as In};
    let again =
        OnConflict::columns([In, Of, Place, Language]).update_columns([Fingerprint, Text, Model, Texts, At]).to_owned();
    text::Entity::insert(row).on_conflict(again).exec_without_returning(&*txn).await.check()?;
    txn.commit().await
}
