//! What members say that texts say: one label a text, the last one counts, in all numbers from the next question on;
//! noted in the audit log.

use std::collections::HashMap;

use kernel::{MemberId, Result, Timestamp, Uid, WorkspaceId};
use lake::{ByHand, Said, Says};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use store::audit::{self, Deed};
use store::entity::signal_id;
use store::{Check, Store};

use crate::entity::text_label::{ActiveModel, Column, Entity, Model};

/// What a member may say.
pub const LABELS: [&str; 4] = ["pos", "neu", "neg", "unclear"];
/// Labels that count in place of what the reader says: the latest.
pub const LABELS_MAX: u64 = 20_000;
/// Values of one statement.
const CHUNK: usize = 500;

#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub uid: Uid,
    pub question: String,
    /// One of [`LABELS`].
    pub label: &'static str,
    /// Member id.
    pub by: String,
    pub at: Timestamp,
}

impl Label {
    /// Nothing for a row that no version has written.
    fn of(row: Model) -> Option<Self> {
        Some(Self {
            uid: Uid(row.uid.try_into().ok()?),
            label: parse(&row.label)?,
            question: row.question,
            by: row.by_member,
            at: Timestamp(row.at),
        })
    }
}

pub fn parse(label: &str) -> Option<&'static str> {
    LABELS.into_iter().find(|known| *known == label)
}

/// The labels of some responses, by response and key of the answer.
pub async fn of(store: &Store, workspace: WorkspaceId, uids: &[Uid]) -> Result<HashMap<(Uid, String), Label>> {
    let mut found = HashMap::new();
    for some in uids.chunks(CHUNK) {
        let rows = Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .filter(Column::Uid.is_in(some.iter().map(|uid| uid.0.to_vec())))
            .all(store.reads())
            .await
            .check()?;
        found.extend(rows.into_iter().filter_map(Label::of).map(|label| ((label.uid, label.question.clone()), label)));
    }
    Ok(found)
}

/// The latest labels of a workspace.
pub async fn latest(store: &Store, workspace: WorkspaceId, limit: u64) -> Result<Vec<Label>> {
    let rows = Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .order_by_desc(Column::At)
        .order_by_asc(Column::Uid)
        .order_by_asc(Column::Question)
        .limit(limit)
        .all(store.reads())
        .await
        .check()?;
    Ok(rows.into_iter().filter_map(Label::of).collect())
}

/// What members say, for the lake, which lays it over what readers say.
pub struct ByMembers(pub Store);

#[async_trait::async_trait]
impl ByHand for ByMembers {
    async fn of(&self, workspace: WorkspaceId) -> Result<Vec<Said>> {
        // An answer that was withdrawn has no identity any more, and a revised one stands at another position.
        let identity = Entity::belongs_to(signal_id::Entity)
            .from((Column::WorkspaceId, Column::Uid))
            .to((signal_id::Column::WorkspaceId, signal_id::Column::Uid))
            .into();
        let rows: Vec<(i64, String, String)> = Entity::find()
            .select_only()
            .column(signal_id::Column::Position)
            .column(Column::Question)
            .column(Column::Label)
            .join(JoinType::InnerJoin, identity)
            .filter(Column::WorkspaceId.eq(workspace.0))
            .order_by_desc(Column::At)
            .limit(LABELS_MAX)
            .into_tuple()
            .all(self.0.reads())
            .await
            .check()?;
        let said = |(position, question, label): (i64, String, String)| {
            let says = match parse(&label)? {
                "neg" => Says::Neg,
                "neu" => Says::Neu,
                "pos" => Says::Pos,
                _ => Says::Unclear,
            };
            Some(Said { position, question, says })
        };
        Ok(rows.into_iter().filter_map(said).collect())
    }
}

/// Keeps what a member says, or takes it back.
pub async fn set(
    store: &Store,
    workspace: WorkspaceId,
    (uid, question): (Uid, &str),
    label: Option<&'static str>,
    by: &MemberId,
) -> Result<()> {
    let txn = store.write().await?;
    let key = (workspace.0, uid.0.to_vec(), question.to_owned());
    match label {
        Some(label) => {
            let row = ActiveModel {
                workspace_id: Set(key.0),
                uid: Set(key.1),
                question: Set(key.2),
                label: Set(label.to_owned()),
                by_member: Set(by.to_string()),
                at: Set(store.env().now().0),
            };
            let again = OnConflict::columns([Column::WorkspaceId, Column::Uid, Column::Question])
                .update_columns([Column::Label, Column::ByMember, Column::At])
                .to_owned();
            Entity::insert(row).on_conflict(again).exec_without_returning(&*txn).await.check()?;
        }
        None => {
            Entity::delete_by_id(key).exec(&*txn).await.check()?;
        }
    }
    txn.rewrote(workspace).await?;
    let detail = json!({ "field": question, "label": label });
    let subject = uid.to_string();
    audit::note(&txn, workspace, Deed { actor: by.as_str(), action: "text.label", subject: &subject, detail }).await?;
    txn.commit().await
}
