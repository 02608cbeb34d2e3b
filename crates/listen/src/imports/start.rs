//! The first write of an import: its survey with all questions, and its row, in one transaction.

use jiff::tz::TimeZone;
use kernel::{Error, ImportId, Refusal, Result, Timestamp, WorkspaceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store, Txn};

use crate::entity::import::{ActiveModel, Column, Entity};
use crate::import::{File, Mapping, Plan};
use crate::imports::record::{RUNNING, WAITING};
use crate::imports::target::{self, Target};

/// Longest name of a file that is kept, in characters.
const FILE_NAME_CHARS_MAX: usize = 200;

/// What to import, where to and how.
#[derive(Clone, Debug)]
pub struct Request {
    pub file: File,
    /// As its owner calls it, for lists.
    pub file_name: String,
    /// Key or title of the survey, or words for a new one.
    pub survey: String,
    pub mapping: Mapping,
}

/// An import whose row says `running`.
#[derive(Clone, Debug)]
pub(super) struct Started {
    pub import: ImportId,
    pub workspace: WorkspaceId,
    pub actor: String,
    pub target: Target,
    pub file: File,
    pub mapping: Mapping,
    pub plan: Plan,
}

/// Starts a new import, or the one that waits; none where somebody else has started that.
///
/// # Errors
/// As [`target::prepare`].
pub(super) async fn start(
    store: &Store,
    workspace: WorkspaceId,
    actor: &str,
    request: Request,
    waiting: Option<&ImportId>,
) -> Result<Option<Started>> {
    let zone = store.workspace(workspace).await?.ok_or_else(|| Error::internal("the workspace is gone"))?.zone;
    let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
    let now = store.env().now();
    let txn = store.write().await?;
    let import = match waiting {
        Some(waiting) if !claim(&txn, workspace, waiting).await? => return Ok(None),
        Some(waiting) => waiting.clone(),
        None => ImportId::new(store.env()),
    };
    let target = target::prepare(&txn, workspace, &request.survey, &request.mapping, actor).await?;
    let row = ActiveModel {
        survey: Set(target.key.clone()),
        mapping: Set(serde_json::to_string(&request.mapping).map_err(Error::internal)?),
        started_at: Set(now.0),
        seen_at: Set(now.0),
        actor: Set(actor.to_owned()),
        ..blank(&import, workspace, &request.file_name, now)
    };
    match waiting {
        None => {
            _ = Entity::insert(ActiveModel { state: Set(RUNNING.into()), ..row })
                .exec_without_returning(&*txn)
                .await
                .check()?
        }
        Some(_) => {
            let change = ActiveModel {
                id: row.id,
                survey: row.survey,
                mapping: row.mapping,
                started_at: row.started_at,
                seen_at: row.seen_at,
                actor: row.actor,
                ..Default::default()
            };
            Entity::update(change).exec(&*txn).await.check()?;
        }
    }
    let deed =
        Deed { actor, action: "import.start", subject: import.as_str(), detail: json!({ "survey": target.key }) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    let plan = Plan { survey: target.key.clone(), import: Some(import.clone()), now, zone };
    let (file, mapping) = (request.file, request.mapping);
    Ok(Some(Started { import, workspace, actor: actor.to_owned(), target, file, mapping, plan }))
}

/// Takes the import that waits; false where it does not.
async fn claim(txn: &Txn, workspace: WorkspaceId, waiting: &ImportId) -> Result<bool> {
    let claimed = Entity::update_many()
        .col_expr(Column::State, Expr::value(RUNNING))
        .filter(Column::Id.eq(waiting.as_str()))
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::State.eq(WAITING))
        .exec(&**txn)
        .await
        .check()?;
    Ok(claimed.rows_affected == 1)
}

/// A row that waits, without a survey and a mapping.
pub(super) fn blank(import: &ImportId, workspace: WorkspaceId, file_name: &str, now: Timestamp) -> ActiveModel {
    ActiveModel {
        id: Set(import.to_string()),
        workspace_id: Set(workspace.0),
        survey: Set(String::new()),
        file_name: Set(shown(file_name)),
        path: Set(None),
        state: Set(WAITING.into()),
        mapping: Set("[]".into()),
        rows_read: Set(0),
        responses: Set(0),
        answers: Set(0),
        added: Set(0),
        duplicates: Set(0),
        rejected: Set(0),
        refused: Set("[]".into()),
        error: Set(None),
        bytes_read: Set(0),
        bytes_due: Set(0),
        started_at: Set(now.0),
        seen_at: Set(now.0),
        finished_at: Set(None),
        actor: Set(String::new()),
    }
}

/// The last part of a path, as a name that can be shown.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(FILE_NAME_CHARS_MAX).collect()
}

/// The refusal of an import that was started meanwhile.
pub(super) fn stopped() -> Error {
    Refusal::new("import_stopped").into()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_name_shows_no_folders() {
        assert_eq!(shown("C:\\Users\\x\\نظرها.csv"), "نظرها.csv");
        assert_eq!(shown("/tmp/a\u{7}b.xlsx"), "ab.xlsx");
        assert_eq!(shown(&"x".repeat(300)).len(), 200);
    }
}
