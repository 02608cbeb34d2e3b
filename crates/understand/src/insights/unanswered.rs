//! Nobody is dropped: complaints that wait longer than promised, or that nobody has taken up.

use kernel::Result;
use kernel::time::DAY;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use store::Check;
use store::entity::case::{Column, Entity};

use super::card::{Card, Finding, Print, Sure, Unanswered};
use super::look::Look;

/// Complaints about what happened earlier are no news: they came with old data.
const DAYS: i32 = 60;
/// Cases that are linked to the insight, the longest overdue first.
const CASES_MAX: u64 = 200;

pub async fn find(look: &Look<'_>) -> Result<Vec<Finding>> {
    let since = look.now.minus(i64::from(DAYS) * DAY).0;
    let now = look.now.0;
    let recent =
        || Entity::find().filter(Column::WorkspaceId.eq(look.workspace.0)).filter(Column::OccurredAt.gte(since));
    // Closing a case without an answer is an answer, too: somebody has decided.
    let open = || recent().filter(Column::AnsweredAt.is_null()).filter(Column::ClosedAt.is_null());
    let count = async |cases: Select<Entity>| cases.count(look.store.reads()).await.check();
    let all = count(recent()).await?;
    let unanswered = count(open()).await?;
    let overdue = count(open().filter(Column::DueAt.lt(now))).await?;
    let in_time = || open().filter(Column::DueAt.gte(now));
    let in_work = count(in_time().filter(Column::Owner.is_not_null())).await?;
    let waiting = count(in_time().filter(Column::Owner.is_null())).await?;
    let loose = count(open().filter(Column::Owner.is_null())).await?;
    if overdue + loose == 0 {
        return Ok(vec![]);
    }
    let dropped = || open().filter(Condition::any().add(Column::DueAt.lt(now)).add(Column::Owner.is_null()));
    let cases: Vec<String> = dropped()
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::DueAt)
        .limit(CASES_MAX)
        .into_tuple()
        .all(look.store.reads())
        .await
        .check()?;
    let people = count(dropped()).await?;
    let share = people as f64 / all.max(1) as f64;
    let card = Unanswered { all, answered: all - unanswered, in_work, overdue, waiting, loose, days: DAYS };
    Ok(vec![Finding {
        key: "unanswered".to_owned(),
        survey: None,
        topic: None,
        print: Print::new(if overdue > 0 { "overdue" } else { "loose" }, people as f64),
        people,
        sure: Sure::Clear,
        // One in twenty is the least that matters.
        size: 20.0 * share,
        signals: vec![],
        cases,
        card: Card::Unanswered(card),
    }])
}
