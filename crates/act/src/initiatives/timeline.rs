//! Tasks and dates of all initiatives over the weeks, in the workspace's calendar and the reader's direction.

use jiff::civil::Date;
use kernel::format::{Calendar, Format, Grain};
use kernel::locale::Direction;
use kernel::{Result, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use store::Check;
use store::entity::{initiative, initiative_task};
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::names::{Names, all, instant};
use super::{State, today};

/// Initiatives that are drawn: open ones first.
const ROWS_MAX: usize = 100;
/// Tasks of all of them.
const TASKS_MAX: u64 = 2_000;
/// Days drawn before the first date and after the last.
const MARGIN_DAYS: i32 = 7;
/// Days drawn at least and at most.
const DAYS_MIN: i32 = 60;
const DAYS_MAX: i32 = 540;

#[derive(Serialize)]
struct Page {
    rows: Vec<Row>,
    months: Vec<Month>,
    /// Of the width, from the start edge of the drawing as it is read.
    today: f64,
    undated: usize,
}

#[derive(Serialize)]
struct Month {
    name: String,
    x: f64,
}

#[derive(Serialize)]
struct Row {
    id: String,
    title: String,
    state: State,
    owner: Option<String>,
    /// The bar: where it begins on paper and how wide it is.
    x: Option<f64>,
    width: f64,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
    dots: Vec<Dot>,
}

#[derive(Serialize)]
struct Dot {
    x: f64,
    title: String,
    due: Option<Timestamp>,
    owner: Option<String>,
    is_done: bool,
    is_late: bool,
}

/// Where days stand on paper, in parts of a hundred.
struct Axis {
    first: Date,
    days: f64,
    is_rtl: bool,
}

impl Axis {
    fn at(&self, day: Date) -> f64 {
        let along = f64::from((day - self.first).get_days()) / self.days * 100.0;
        let along = along.clamp(0.0, 100.0);
        if self.is_rtl { 100.0 - along } else { along }
    }

    /// Where a stretch begins on paper, and its width.
    fn stretch(&self, from: Date, to: Date) -> (f64, f64) {
        let (a, b) = (self.at(from), self.at(to));
        (a.min(b), (a - b).abs().max(0.6))
    }
}

/// `GET /act/initiatives/timeline`
pub async fn page(viewer: Viewer) -> Reply {
    let names = Names::of(&viewer).await?;
    let mut initiatives = all(&viewer).await?;
    initiatives.retain(|row| State::of(row) != State::Dropped);
    initiatives.sort_by_key(|row| (!State::of(row).is_open(), span(row).map_or(Date::MAX, |(from, _)| from)));
    initiatives.truncate(ROWS_MAX);
    let tasks = tasks(&viewer).await?;
    let axis = axis(&viewer, &initiatives, &tasks);
    let rows: Vec<Row> = initiatives.iter().map(|row| drawn(&viewer, &names, &axis, row, &tasks)).collect();
    let page = Page {
        undated: rows.iter().filter(|row| row.x.is_none() && row.dots.is_empty()).count(),
        rows,
        months: months(&viewer, &axis),
        today: axis.at(today(&viewer)),
    };
    viewer.page("act/initiatives-timeline.html", Section::Act, page).await
}

async fn tasks(asking: &Asking) -> Result<Vec<initiative_task::Model>> {
    initiative_task::Entity::find()
        .filter(initiative_task::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(initiative_task::Column::DueAt.is_not_null())
        .order_by_asc(initiative_task::Column::DueAt)
        .limit(TASKS_MAX)
        .all(asking.store().reads())
        .await
        .check()
}

fn day(text: Option<&str>) -> Option<Date> {
    text?.parse().ok()
}

/// From when to when an initiative lasts, as far as it says so.
fn span(row: &initiative::Model) -> Option<(Date, Date)> {
    let (starts, ends) = (day(row.starts_on.as_deref()), day(row.ends_on.as_deref()));
    let (from, to) = (starts.or(ends)?, ends.or(starts)?);
    Some((from.min(to), from.max(to)))
}

/// All dates, with room around, within bounds: what is farther away stands at the edge.
fn axis(asking: &Asking, rows: &[initiative::Model], tasks: &[initiative_task::Model]) -> Axis {
    let now = today(asking);
    let spans = rows.iter().filter_map(span).flat_map(|(from, to)| [from, to]);
    let dates: Vec<Date> = spans.chain(tasks.iter().filter_map(|task| day(task.due_at.as_deref()))).collect();
    let shift = |day: Date, days: i32| day.saturating_add(jiff::Span::new().days(days));
    let (earliest, latest) = (shift(now, -DAYS_MAX / 2), shift(now, DAYS_MAX / 2));
    let first = dates.iter().copied().chain([now]).min().unwrap_or(now).max(earliest);
    let last = dates.iter().copied().chain([now]).max().unwrap_or(now).min(latest);
    let first = shift(first, -MARGIN_DAYS);
    let last = shift(last, MARGIN_DAYS).max(shift(first, DAYS_MIN));
    let days = f64::from((last - first).get_days()).max(1.0);
    Axis { first, days, is_rtl: asking.locale.direction() == Direction::Rtl }
}

/// The first days of months of the workspace's calendar.
fn months(asking: &Asking, axis: &Axis) -> Vec<Month> {
    let calendar = Calendar::ALL.into_iter().find(|calendar| calendar.as_str() == asking.workspace.calendar);
    let format = Format::new(asking.locale, calendar.unwrap_or(Calendar::of(asking.locale)), asking.zone());
    let Some(mut at) = instant(asking, Some(&axis.first.to_string())) else { return vec![] };
    let mut months = Vec::new();
    for _ in 0..=DAYS_MAX / 28 {
        at = format.start_of_next(Grain::Month, at);
        let day = at.in_zone(&asking.zone()).date();
        if f64::from((day - axis.first).get_days()) >= axis.days {
            break;
        }
        months.push(Month { name: format.month_short(at), x: axis.at(day) });
    }
    months
}

fn drawn(
    asking: &Asking,
    names: &Names,
    axis: &Axis,
    row: &initiative::Model,
    tasks: &[initiative_task::Model],
) -> Row {
    let span = span(row);
    let bar = span.map(|(from, to)| axis.stretch(from, to));
    let mine = tasks.iter().filter(|task| task.initiative_id == row.id);
    let dots = mine.filter_map(|task| {
        let due = day(task.due_at.as_deref())?;
        Some(Dot {
            x: axis.at(due),
            title: task.title.clone(),
            due: instant(asking, task.due_at.as_deref()),
            owner: task.owner.as_deref().and_then(|id| names.member(id)),
            is_done: task.done_at.is_some(),
            is_late: task.done_at.is_none() && due < today(asking),
        })
    });
    Row {
        id: row.id.clone(),
        title: row.title.clone(),
        state: State::of(row),
        owner: row.owner.as_deref().and_then(|id| names.member(id)),
        x: bar.map(|(x, _)| x),
        width: bar.map_or(0.0, |(_, width)| width),
        from: span.and_then(|(from, _)| instant(asking, Some(&from.to_string()))),
        to: span.and_then(|(_, to)| instant(asking, Some(&to.to_string()))),
        dots: dots.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_with_the_reading_direction() {
        let first: Date = "2026-11-01".parse().unwrap();
        let (from, to): (Date, Date) = ("2026-11-11".parse().unwrap(), "2026-11-21".parse().unwrap());
        let ltr = Axis { first, days: 100.0, is_rtl: false };
        assert_eq!((ltr.at(from), ltr.stretch(from, to)), (10.0, (10.0, 10.0)));
        let rtl = Axis { first, days: 100.0, is_rtl: true };
        assert_eq!((rtl.at(from), rtl.stretch(from, to)), (90.0, (80.0, 10.0)));
        assert_eq!(ltr.at("1999-01-01".parse().unwrap()), 0.0);
    }
}
