//! Keeping an initiative with its tasks and what led to it.

use kernel::{CaseId, Error, InitiativeId, InsightId, Refusal, Result, TaskId, Uid};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use serde_json::json;
use store::entity::{case, initiative, initiative_task, insight};
use store::links::{self, Kind, Node};
use store::{Check, Txn};
use ui::http::Asking;

use super::entity::acknowledgement;
use super::read::{Checked, Sent, TaskLine};
use super::{INITIATIVES_MAX, note};
use crate::webhooks::{Event, Happened, Listeners};

/// Keeps a new initiative and says what led to it; its id.
///
/// # Errors
/// `too_many`; `NotFound` for an insight or a case of nobody's, or another workspace's.
pub async fn make(asking: &Asking, sent: &Sent, checked: Checked) -> Result<String> {
    let workspace = asking.workspace();
    let txn = asking.store().write().await?;
    let of_workspace = initiative::Entity::find().filter(initiative::Column::WorkspaceId.eq(workspace.0));
    if of_workspace.count(&*txn).await.check()? >= INITIATIVES_MAX {
        return Err(Refusal::new("too_many").with("max", INITIATIVES_MAX.to_string()).into());
    }
    let id = InitiativeId::new(asking.web.env()).to_string();
    let insight = match &sent.insight {
        Some(insight) => Some(known_insight(&txn, asking, insight).await?),
        None => None,
    };
    let row = initiative::Model { id: id.clone(), insight_id: insight.clone(), ..checked.row };
    let topic = row.topic.clone();
    initiative::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(&*txn).await.check()?;
    for (place, task) in checked.tasks.into_iter().enumerate() {
        add_task(&txn, asking, &id, place as i32, task).await?;
    }
    let cases = known_cases(&txn, asking, &sent.cases).await?;
    let signals = sent.signals.iter().filter_map(|uid| uid.parse::<Uid>().ok());
    let mut from: Vec<Node> = cases.iter().map(|id| Node::new(Kind::Case, id)).collect();
    from.extend(signals.map(|uid| Node::new(Kind::Signal, uid)));
    from.extend(insight.map(|id| Node::new(Kind::Insight, id)));
    from.extend(topic.map(|key| Node::new(Kind::Topic, key)));
    links::join(&txn, workspace, &from, &Node::new(Kind::Initiative, &id)).await?;
    mark_cases(&txn, asking, &cases, &id).await?;
    note(&txn, asking, "initiative.make", &id, Some(json!({ "cases": cases.len() }))).await?;
    txn.commit().await?;
    Ok(id)
}

/// Keeps what a form changed. A changed topic takes the place of the one before in the chain, a changed lesson is to be read
/// anew. `seen` is when it had last changed as the form was opened.
///
/// # Errors
/// `initiative_changed` at `changed_at` where it has changed since.
pub async fn change(asking: &Asking, seen: &str, row: initiative::Model) -> Result<()> {
    let workspace = asking.workspace();
    let txn = asking.store().write().await?;
    let kept = super::find(&*txn, asking, &row.id).await?;
    if kept.changed_at.to_string() != seen {
        return Err(Refusal::new("initiative_changed").at("changed_at").into());
    }
    let node = Node::new(Kind::Initiative, &kept.id);
    if kept.topic != row.topic {
        if let Some(topic) = &kept.topic {
            links::part(&txn, workspace, &Node::new(Kind::Topic, topic), &node).await?;
        }
        if let Some(topic) = &row.topic {
            links::join(&txn, workspace, &[Node::new(Kind::Topic, topic)], &node).await?;
        }
    }
    if kept.lesson != row.lesson {
        let of = acknowledgement::Entity::delete_many()
            .filter(acknowledgement::Column::InitiativeId.eq(&kept.id))
            .filter(acknowledgement::Column::WorkspaceId.eq(workspace.0));
        of.exec(&*txn).await.check()?;
    }
    let row = initiative::Model { changed_at: asking.web.env().now().0, ..row };
    initiative::Entity::update(row.into_active_model().reset_all()).exec(&*txn).await.check()?;
    note(&txn, asking, "initiative.change", &kept.id, None).await?;
    txn.commit().await
}

/// Adds a task to an initiative; its id.
pub async fn add_task(txn: &Txn, asking: &Asking, initiative: &str, place: i32, task: TaskLine) -> Result<String> {
    let id = TaskId::new(asking.web.env()).to_string();
    let row = initiative_task::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(asking.workspace().0),
        initiative_id: Set(initiative.to_owned()),
        title: Set(task.title),
        owner: Set(Some(task.owner).filter(|owner| !owner.is_empty())),
        due_at: Set(Some(task.due).filter(|due| !due.is_empty())),
        place: Set(place),
        done_at: Set(None),
        done_by: Set(None),
        created_at: Set(asking.web.env().now().0),
    };
    initiative_task::Entity::insert(row).exec_without_returning(&**txn).await.check()?;
    Ok(id)
}

async fn known_insight(txn: &Txn, asking: &Asking, id: &str) -> Result<String> {
    let found = insight::Entity::find_by_id(InsightId::from_outside(id).as_str())
        .filter(insight::Column::WorkspaceId.eq(asking.workspace().0));
    let found = found.one(&**txn).await.check()?;
    found.map(|insight| insight.id).ok_or(Error::NotFound("insight"))
}

/// The cases that are the workspace's.
async fn known_cases(txn: &Txn, asking: &Asking, ids: &[String]) -> Result<Vec<String>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let wanted: Vec<String> = ids.iter().map(|id| CaseId::from_outside(id).to_string()).collect();
    let rows = case::Entity::find()
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(case::Column::Id.is_in(&wanted))
        .all(&**txn)
        .await
        .check()?;
    if rows.is_empty() {
        return Err(Error::NotFound("case"));
    }
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn mark_cases(txn: &Txn, asking: &Asking, ids: &[String], initiative: &str) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let now = asking.web.env().now().0;
    case::Entity::update_many()
        .col_expr(case::Column::InitiativeAt, Expr::value(Some(now)))
        .col_expr(case::Column::UpdatedAt, Expr::value(now))
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(case::Column::Id.is_in(ids))
        .exec(&**txn)
        .await
        .check()?;
    let (listeners, by) = (Listeners::of(txn, asking.workspace()).await?, asking.member());
    for id in ids {
        let joined = Happened::new(Event::CaseJoined, Some(by.as_str())).fact("initiative", initiative);
        listeners.case(txn, id, joined).await?;
    }
    Ok(())
}
