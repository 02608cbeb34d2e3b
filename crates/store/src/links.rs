//! The evidence chain: response, topic, insight, case, initiative, effect, message. Each step is kept where it is made, in
//! the transaction that makes it, so that one page can walk from any of them to all before and after.

use kernel::{Result, WorkspaceId};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::link::{ActiveModel, Column, Entity, Model};
use crate::{Check, Store, Txn};

/// Rows of one statement.
const CHUNK: usize = 500;

/// What a step of the chain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// By its public id (`kernel::Uid`).
    Signal,
    /// By its key.
    Topic,
    Insight,
    Case,
    Initiative,
    Goal,
    Effect,
    Message,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Signal,
        Self::Topic,
        Self::Insight,
        Self::Case,
        Self::Initiative,
        Self::Goal,
        Self::Effect,
        Self::Message,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Signal => "signal",
            Self::Topic => "topic",
            Self::Insight => "insight",
            Self::Case => "case",
            Self::Initiative => "initiative",
            Self::Goal => "goal",
            Self::Effect => "effect",
            Self::Message => "message",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Along the chain: to what led to a thing, or to what it led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Back,
    On,
}

impl Way {
    /// Kind and id of the end where a step begins, then of the end where it leads.
    fn columns(self) -> [Column; 4] {
        match self {
            Self::Back => [Column::ToKind, Column::ToId, Column::FromKind, Column::FromId],
            Self::On => [Column::FromKind, Column::FromId, Column::ToKind, Column::ToId],
        }
    }
}

/// One thing of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    pub kind: Kind,
    pub id: String,
}

impl Node {
    pub fn new(kind: Kind, id: impl ToString) -> Self {
        Self { kind, id: id.to_string() }
    }
}

/// Says that each of `from` led to `to`; what was said before stays as it was.
pub async fn join(txn: &Txn, workspace: WorkspaceId, from: &[Node], to: &Node) -> Result<()> {
    let at = txn.store().env().now().0;
    let row = |from: &Node| ActiveModel {
        workspace_id: Set(workspace.0),
        from_kind: Set(from.kind.as_str().into()),
        from_id: Set(from.id.clone()),
        to_kind: Set(to.kind.as_str().into()),
        to_id: Set(to.id.clone()),
        at: Set(at),
    };
    for some in from.chunks(CHUNK) {
        let known = OnConflict::new().do_nothing().to_owned();
        Entity::insert_many(some.iter().map(row)).on_conflict(known).exec_without_returning(&**txn).await.check()?;
    }
    Ok(())
}

/// Takes back that one thing led to another; whether it had been said.
pub async fn part(txn: &Txn, workspace: WorkspaceId, from: &Node, to: &Node) -> Result<bool> {
    let gone = Entity::delete_many()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::FromKind.eq(from.kind.as_str()))
        .filter(Column::FromId.eq(&from.id))
        .filter(Column::ToKind.eq(to.kind.as_str()))
        .filter(Column::ToId.eq(&to.id))
        .exec(&**txn)
        .await
        .check()?;
    Ok(gone.rows_affected > 0)
}

/// Whether a thing still leads to any of a kind.
pub async fn leads_to(txn: &Txn, workspace: WorkspaceId, from: &Node, kind: Kind) -> Result<bool> {
    let ids = [from.id.clone()];
    let on = from_any(workspace, from.kind, &ids, Way::On).filter(Column::ToKind.eq(kind.as_str()));
    Ok(on.count(&**txn).await.check()? > 0)
}

impl Store {
    /// What led to a thing, oldest first, `limit` of a kind at most.
    pub async fn before(&self, workspace: WorkspaceId, to: &Node, kind: Kind, limit: u64) -> Result<Vec<Node>> {
        let rows = before(workspace, to, kind).limit(limit).all(self.reads()).await.check()?;
        Ok(rows.into_iter().map(|row| Node::new(kind, row.from_id)).collect())
    }

    /// How many things of a kind led to it.
    pub async fn count_before(&self, workspace: WorkspaceId, to: &Node, kind: Kind) -> Result<u64> {
        before(workspace, to, kind).count(self.reads()).await.check()
    }

    /// What a thing led to, oldest first, `limit` of a kind at most.
    pub async fn after(&self, workspace: WorkspaceId, from: &Node, kind: Kind, limit: u64) -> Result<Vec<Node>> {
        let rows: Vec<Model> = Entity::find()
            .filter(Column::WorkspaceId.eq(workspace.0))
            .filter(Column::FromKind.eq(from.kind.as_str()))
            .filter(Column::FromId.eq(&from.id))
            .filter(Column::ToKind.eq(kind.as_str()))
            .order_by_asc(Column::At)
            .order_by_asc(Column::ToId)
            .limit(limit)
            .all(self.reads())
            .await
            .check()?;
        Ok(rows.into_iter().map(|row| Node::new(kind, row.to_id)).collect())
    }

    /// Whether anything led to this thing, or it led to anything.
    pub async fn is_linked(&self, workspace: WorkspaceId, node: &Node) -> Result<bool> {
        for way in [Way::Back, Way::On] {
            let ids = [node.id.clone()];
            if from_any(workspace, node.kind, &ids, way).count(self.reads()).await.check()? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The kinds of things one step from any of these, which are of one kind, with how many there are of each.
    pub async fn kinds_beside(
        &self,
        workspace: WorkspaceId,
        kind: Kind,
        ids: &[String],
        way: Way,
    ) -> Result<Vec<(Kind, u64)>> {
        let [_, _, far_kind, far_id] = way.columns();
        let rows: Vec<(String, i64)> = from_any(workspace, kind, ids, way)
            .select_only()
            .column(far_kind)
            .column_as(Expr::col(far_id).count_distinct(), "n")
            .group_by(far_kind)
            .into_tuple()
            .all(self.reads())
            .await
            .check()?;
        let known = |(kind, count): (String, i64)| Some((Kind::parse(&kind)?, u64::try_from(count).ok()?));
        Ok(rows.into_iter().filter_map(known).collect())
    }

    /// The things of one kind one step from any of these, which are of one kind, `limit` at most, oldest first.
    pub async fn beside(
        &self,
        workspace: WorkspaceId,
        (kind, ids): (Kind, &[String]),
        wanted: Kind,
        way: Way,
        limit: u64,
    ) -> Result<Vec<String>> {
        let [_, _, far_kind, far_id] = way.columns();
        let rows: Vec<(String, i64)> = from_any(workspace, kind, ids, way)
            .filter(far_kind.eq(wanted.as_str()))
            .select_only()
            .column(far_id)
            .column_as(Column::At.min(), "first_at")
            .group_by(far_id)
            .order_by_asc(Column::At.min())
            .order_by_asc(far_id)
            .limit(limit)
            .into_tuple()
            .all(self.reads())
            .await
            .check()?;
        Ok(rows.into_iter().map(|(id, _)| id).collect())
    }
}

fn from_any(workspace: WorkspaceId, kind: Kind, ids: &[String], way: Way) -> sea_orm::Select<Entity> {
    let [near_kind, near_id, ..] = way.columns();
    Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(near_kind.eq(kind.as_str()))
        .filter(near_id.is_in(ids.iter().cloned()))
}

fn before(workspace: WorkspaceId, to: &Node, kind: Kind) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::WorkspaceId.eq(workspace.0))
        .filter(Column::ToKind.eq(to.kind.as_str()))
        .filter(Column::ToId.eq(&to.id))
        .filter(Column::FromKind.eq(kind.as_str()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::FromId)
}
