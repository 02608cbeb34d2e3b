//! Queues: which cases wait for whom, a page of them, how many there are, and who comes next.
//!
//! Every queue is read from an index in its order. Counts stop at [`COUNT_MAX`]: nobody needs to know whether it is 40,000 or
//! 41,000, and everybody needs the page.

use kernel::{Result, Role, Timestamp};
use sea_orm::sea_query::{Asterisk, Expr, Func, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};
use serde::Serialize;
use store::Check;
use ui::http::{Asking, encode};

use super::entity::case::{self, Column};
use super::stage::{Stage, ours};
use super::view::{Reads, Row, Titles};
use super::withdrawn::Withdrawn;

/// Counts stop here.
pub const COUNT_MAX: u64 = 10_000;

/// Which cases a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// The reader's own that wait for us.
    Mine,
    /// Not answered and nobody's.
    Loose,
    /// Of one team, waiting for us.
    Team,
    /// All that wait for us.
    Open,
    /// Of those, the ones that should have been answered.
    Overdue,
    /// Answered and not closed.
    Answered,
    Closed,
}

impl Which {
    pub const ALL: [Self; 7] =
        [Self::Mine, Self::Loose, Self::Team, Self::Open, Self::Overdue, Self::Answered, Self::Closed];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Loose => "loose",
            Self::Team => "team",
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// What was asked for; else what a reader of this role begins with.
    pub fn parse(text: &str, role: Role) -> Self {
        let first = if role >= Role::Agent { Self::Mine } else { Self::Loose };
        Self::ALL.into_iter().find(|which| which.as_str() == text).unwrap_or(first)
    }

    /// The column that orders it, and which way.
    fn order(self) -> (Column, Order) {
        match self {
            Self::Answered => (Column::AnsweredAt, Order::Asc),
            Self::Closed => (Column::ClosedAt, Order::Desc),
            _ => (Column::DueAt, Order::Asc),
        }
    }
}

/// A queue, and what it is narrowed to.
#[derive(Clone, Debug)]
pub struct Queue {
    pub which: Which,
    pub team: Option<String>,
    pub priority: Option<i32>,
    pub survey: Option<String>,
    pub rule: Option<String>,
}

impl Queue {
    pub fn of(which: Which) -> Self {
        Self { which, team: None, priority: None, survey: None, rule: None }
    }

    /// The same with another list.
    pub fn with(&self, which: Which) -> Self {
        Self { which, ..self.clone() }
    }

    /// The part of an address after the question mark.
    pub fn query(&self) -> String {
        let mut text = format!("which={}", self.which.as_str());
        let priority = self.priority.map(|priority| priority.to_string());
        for (name, value) in
            [("team", &self.team), ("priority", &priority), ("survey", &self.survey), ("rule", &self.rule)]
        {
            if let Some(value) = value {
                text.push_str(&format!("&{name}={}", encode(value)));
            }
        }
        text
    }

    fn condition(&self, asking: &Asking) -> Condition {
        let mut all = match self.which {
            Which::Loose => Stage::New.condition(),
            Which::Mine => ours().add(Column::Owner.eq(asking.member().as_str())),
            Which::Team | Which::Open => ours(),
            Which::Overdue => ours().add(Column::DueAt.lt(asking.web.env().now().0)),
            Which::Answered => Stage::Waits.condition(),
            Which::Closed => Stage::Closed.condition(),
        };
        if let Some(team) = &self.team {
            all = all.add(Column::TeamId.eq(team));
        } else if self.which == Which::Team {
            all = all.add(Column::TeamId.is_not_null());
        }
        if let Some(priority) = self.priority {
            all = all.add(Column::Priority.eq(priority));
        }
        if let Some(survey) = &self.survey {
            all = all.add(Column::Survey.eq(survey));
        }
        if let Some(rule) = &self.rule {
            all = all.add(Column::RuleId.eq(rule));
        }
        all
    }

    async fn select(&self, asking: &Asking) -> Result<Select<case::Entity>> {
        Ok(visible(asking).await?.filter(self.condition(asking)))
    }

    /// How many there are, [`COUNT_MAX`] + 1 where there are more.
    pub async fn count(&self, asking: &Asking) -> Result<u64> {
        count(asking, self.select(asking).await?).await
    }

    /// A page of it.
    pub async fn rows(&self, asking: &Asking, reads: &Reads, skip: u64, limit: u64) -> Result<Vec<Row>> {
        let cases = self.models(asking, skip, limit).await?;
        let titles = Titles::of(asking).await?;
        Ok(cases.into_iter().map(|case| titles.row(asking, reads, case)).collect())
    }

    async fn models(&self, asking: &Asking, skip: u64, limit: u64) -> Result<Vec<case::Model>> {
        let (column, order) = self.which.order();
        let query = self.select(asking).await?.order_by(column, order.clone()).order_by(Column::Id, order);
        query.offset(skip).limit(limit).all(asking.store().reads()).await.check()
    }

    /// The ids before and after a case.
    pub async fn around(&self, asking: &Asking, case: &case::Model) -> Result<(Option<String>, Option<String>)> {
        let (column, order) = self.which.order();
        let at = match self.which {
            Which::Answered => case.answered_at.unwrap_or_default(),
            Which::Closed => case.closed_at.unwrap_or_default(),
            _ => case.due_at,
        };
        let up =
            Condition::any().add(column.gt(at)).add(Condition::all().add(column.eq(at)).add(Column::Id.gt(&case.id)));
        let down =
            Condition::any().add(column.lt(at)).add(Condition::all().add(column.eq(at)).add(Column::Id.lt(&case.id)));
        let one = async |beyond: Condition, order: Order| -> Result<Option<String>> {
            let query = self.select(asking).await?.filter(beyond);
            let query = query.order_by(column, order.clone()).order_by(Column::Id, order);
            Ok(query.limit(1).one(asking.store().reads()).await.check()?.map(|case| case.id))
        };
        let (lower, upper) = (one(down, Order::Desc).await?, one(up, Order::Asc).await?);
        Ok(if order == Order::Asc { (lower, upper) } else { (upper, lower) })
    }
}

/// The cases of a workspace; an import that was undone takes its complaints with it.
pub async fn visible(asking: &Asking) -> Result<Select<case::Entity>> {
    let query = case::Entity::find().filter(Column::WorkspaceId.eq(asking.workspace().0));
    Ok(query.filter(Withdrawn::of(asking.store(), asking.workspace()).await?.left_out()))
}

/// How many rows a query has, [`COUNT_MAX`] + 1 where there are more.
pub async fn count(asking: &Asking, query: Select<case::Entity>) -> Result<u64> {
    let some = query.select_only().column(Column::Id).limit(COUNT_MAX + 1).into_query();
    let count = Query::select().expr_as(Func::count(Expr::col(Asterisk)), "n").from_subquery(some, "some").to_owned();
    let row = asking.store().reads().query_one(&count).await.check()?;
    let n: i64 = row.map(|row| row.try_get("", "n")).transpose().check()?.unwrap_or_default();
    Ok(n.max(0) as u64)
}

/// Cases that are due within a time and wait for us, `limit` at most.
pub async fn due_between(asking: &Asking, from: Timestamp, to: Timestamp, limit: u64) -> Result<Vec<case::Model>> {
    let query = visible(asking).await?.filter(ours());
    let query = query.filter(Column::DueAt.gte(from.0)).filter(Column::DueAt.lt(to.0));
    query.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(limit).all(asking.store().reads()).await.check()
}
