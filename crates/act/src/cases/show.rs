//! One case.

use axum::extract::{Extension, Path};
use kernel::{Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::entity::note;
use super::view::{Reads, Row, Titles};

/// Notes shown; the latest.
const NOTES_MAX: u64 = 200;

#[derive(Serialize)]
struct Case {
    case: Row,
    notes: Vec<Note>,
    members: Vec<Member>,
    may_act: bool,
    /// What was wrong with a note that was not taken.
    problem: Option<String>,
}

#[derive(Serialize)]
struct Note {
    by: String,
    at: Timestamp,
    text: String,
}

#[derive(Serialize)]
struct Member {
    id: String,
    name: String,
    current: bool,
}

pub async fn show(viewer: Viewer, Extension(reads): Extension<Reads>, Path(id): Path<String>) -> Reply {
    page(&viewer, &reads, &id, None).await
}

/// The page of a case, with the problem of a form that was not taken.
pub async fn page(asking: &Asking, reads: &Reads, id: &str, problem: Option<String>) -> Reply {
    let found = super::find(asking.store().reads(), asking, id).await?;
    let titles = Titles::of(asking).await?;
    let notes = note::Entity::find()
        .filter(note::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(note::Column::CaseId.eq(&found.id))
        .order_by_desc(note::Column::At)
        .limit(NOTES_MAX)
        .all(asking.store().reads())
        .await
        .check()?;
    let notes = notes
        .into_iter()
        .map(|note| Note {
            by: titles.member(&note.member_id).unwrap_or_default().to_owned(),
            at: Timestamp(note.at),
            text: note.text,
        })
        .collect();
    let members = asking.store().members(asking.workspace()).await?;
    let members = members
        .into_iter()
        .filter(|member| member.disabled_at.is_none() && member.role() >= Role::Agent)
        .map(|member| Member {
            current: found.owner.as_deref() == Some(&member.id),
            name: if member.name.is_empty() { member.email } else { member.name },
            id: member.id,
        })
        .collect();
    let refused = problem.is_some();
    let may_act = asking.role() >= Role::Agent;
    let context = Case { case: titles.row(asking, reads, found), notes, members, may_act, problem };
    if refused {
        return asking.refused("act/case.html", Section::Act, context).await;
    }
    asking.page("act/case.html", Section::Act, context).await
}
