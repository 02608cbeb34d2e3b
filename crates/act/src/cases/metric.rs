//! Nobody is dropped: of the complaints of a period, how many are answered, in work, waiting for an owner or overdue, and
//! how many were closed without an answer. The five are all there are.

use kernel::Result;
use kernel::time::DAY;
use sea_orm::sea_query::Order;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use ui::http::Asking;

use super::entity::case::Column;
use super::queue::visible;

/// Days that the share looks back on.
pub const DAYS: i64 = 30;
/// Complaints that it looks at: the latest.
pub const CASES_MAX: u64 = 10_000;

/// Counts of complaints of the last [`DAYS`] days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    pub days: i64,
    pub all: u64,
    /// By a human; those that wait for us again count by their new time.
    pub answered: u64,
    pub in_work: u64,
    /// Nobody's, and not overdue yet.
    pub waiting: u64,
    pub overdue: u64,
    /// Closed, and the customer got no answer.
    pub silent: u64,
    /// There were more than were looked at.
    pub is_cut: bool,
}

/// When it was answered and closed, when the customer came back, when it is due, and whose it is.
type Standing = (Option<i64>, Option<i64>, Option<i64>, i64, Option<String>);

/// Of the reader's workspace.
pub async fn share(asking: &Asking) -> Result<Share> {
    let now = asking.web.env().now();
    let standings: Vec<Standing> = visible(asking)
        .await?
        .select_only()
        .columns([Column::AnsweredAt, Column::ClosedAt, Column::AgainAt, Column::DueAt, Column::Owner])
        .filter(Column::OpenedAt.gte(now.minus(DAYS * DAY).0))
        .order_by(Column::OpenedAt, Order::Desc)
        .limit(CASES_MAX)
        .into_tuple()
        .all(asking.store().reads())
        .await
        .check()?;
    let mut share = Share { days: DAYS, all: standings.len() as u64, ..Share::default() };
    share.is_cut = share.all >= CASES_MAX;
    for standing in standings {
        let counted = match standing {
            (None, Some(_), ..) => &mut share.silent,
            (Some(_), Some(_), ..) | (Some(_), None, None, ..) => &mut share.answered,
            (.., due, _) if due < now.0 => &mut share.overdue,
            (.., None) => &mut share.waiting,
            (.., Some(_)) => &mut share.in_work,
        };
        *counted += 1;
    }
    Ok(share)
}
