//! Nobody is dropped: complaints that wait longer than promised, or that nobody has taken up.

use kernel::Result;
use kernel::time::DAY;
use sea_orm::sea_query::{CaseStatement, Expr, Func};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use store::Check;
use store::entity::case::{Column, Entity};

use super::card::{Card, Finding, Print, Sure, Unanswered};
use super::look::Look;

/// There is one of it at most.
pub const KEY: &str = "unanswered";
/// Complaints about what happened earlier are no news: they came with old data.
const DAYS: i32 = 60;
/// Cases that are linked to the insight, the longest overdue first.
const CASES_MAX: u64 = 200;

/// Counts as the database gives them: nothing where there is no case at all.
type Counts = (i64, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>);

pub async fn find(look: &Look<'_>) -> Result<Vec<Finding>> {
    let since = look.now.minus(i64::from(DAYS) * DAY).0;
    let undone = look.store.withdrawals(look.workspace).await?;
    let recent = || {
        let all = Entity::find().filter(Column::WorkspaceId.eq(look.workspace.0)).filter(Column::OccurredAt.gte(since));
        if undone.is_empty() {
            return all;
        }
        // An import that was undone takes its complaints with it.
        let ids = undone.iter().map(|import| import.as_str().to_owned());
        all.filter(Condition::any().add(Column::ImportId.is_null()).add(Column::ImportId.is_not_in(ids)))
    };
    let late = || ours().add(Column::DueAt.lt(look.now.0));
    let in_time = || ours().add(Column::DueAt.gte(look.now.0));
    let dropped = || Condition::any().add(late()).add(new());
    // All at once: the parts sum to the whole, whatever happens meanwhile.
    let counts: Option<Counts> = recent()
        .select_only()
        .column_as(Column::Id.count(), "n")
        .column_as(times(Condition::all().add(Column::AnsweredAt.is_not_null()).add(ours().not())), "answered")
        .column_as(
            times(Condition::all().add(Column::AnsweredAt.is_null()).add(Column::ClosedAt.is_not_null())),
            "silent",
        )
        .column_as(times(in_time().add(Column::Owner.is_not_null())), "in_work")
        .column_as(times(late()), "overdue")
        .column_as(times(in_time().add(Column::Owner.is_null())), "waiting")
        .column_as(times(new()), "loose")
        .column_as(times(dropped()), "dropped")
        .into_tuple()
        .one(look.store.reads())
        .await
        .check()?;
    let Some((all, answered, silent, in_work, overdue, waiting, loose, people)) = counts else { return Ok(vec![]) };
    let whole = |count: Option<i64>| count.unwrap_or(0).unsigned_abs();
    let people = whole(people);
    if people == 0 {
        return Ok(vec![]);
    }
    let cases: Vec<String> = recent()
        .filter(dropped())
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::DueAt)
        .limit(CASES_MAX)
        .into_tuple()
        .all(look.store.reads())
        .await
        .check()?;
    let card = Unanswered {
        all: all.unsigned_abs(),
        answered: whole(answered),
        silent: whole(silent),
        in_work: whole(in_work),
        overdue: whole(overdue),
        waiting: whole(waiting),
        loose: whole(loose),
        days: DAYS,
    };
    Ok(vec![Finding {
        key: KEY.to_owned(),
        survey: None,
        topic: None,
        print: Print::new(if card.overdue > 0 { "overdue" } else { "loose" }, people as f64),
        people,
        sure: Sure::Clear,
        // One in twenty is the least that matters.
        size: 20.0 * people as f64 / card.all.max(1) as f64,
        signals: vec![],
        cases,
        card: Card::Unanswered(card),
    }])
}

/// Open, and the customer waits for us: not answered, or they wrote back.
fn ours() -> Condition {
    let waits = Condition::any().add(Column::AnsweredAt.is_null()).add(Column::AgainAt.is_not_null());
    Condition::all().add(Column::ClosedAt.is_null()).add(waits)
}

/// Nobody's, and never answered.
fn new() -> Condition {
    ours().add(Column::AnsweredAt.is_null()).add(Column::AgainAt.is_null()).add(Column::Owner.is_null())
}

/// For how many rows this holds.
fn times(holds: Condition) -> Expr {
    // Whole numbers of four bytes: PostgreSQL sums them to eight, and larger ones to decimals.
    Func::sum(CaseStatement::new().case(holds, 1_i32).finally(0_i32)).into()
}
