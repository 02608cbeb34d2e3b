//! What is due, day by day, in the workspace's calendar.

use axum::extract::{Extension, Query};
use kernel::Timestamp;
use kernel::format::{Calendar, Format, Grain};
use kernel::time::DAY;
use serde::{Deserialize, Serialize};
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::queue;
use super::view::{Reads, Row, Titles};

/// Cases of a month that are looked at.
const CASES_MAX: u64 = 2_000;
/// Cases of a day that are shown; the rest is counted.
const ROWS_MAX: usize = 4;

#[derive(Deserialize)]
pub struct Asked {
    /// Any instant within the month, in microseconds.
    #[serde(default)]
    at: Option<i64>,
}

#[derive(Serialize)]
struct Page {
    /// Any instant of the month.
    month: Timestamp,
    days: Vec<Day>,
    /// Seven days, for the names of the weekdays.
    week: Vec<String>,
    previous: i64,
    next: i64,
    count: usize,
    is_cut: bool,
}

#[derive(Serialize)]
struct Day {
    at: Timestamp,
    is_today: bool,
    /// Of the month before or after.
    is_beside: bool,
    cases: Vec<Row>,
    more: usize,
}

/// `GET /act/due`
pub async fn due(viewer: Viewer, Extension(reads): Extension<Reads>, Query(asked): Query<Asked>) -> Reply {
    let now = viewer.web.env().now();
    // Ten years around now are enough, and keep dates within their bounds.
    let at = Timestamp(asked.at.unwrap_or(now.0).clamp(now.0 - 3_653 * DAY, now.0 + 3_653 * DAY));
    let calendar = viewer.workspace.calendar.parse().unwrap_or_else(|_| Calendar::of(viewer.locale));
    let format = Format::new(viewer.locale, calendar, viewer.zone());
    let (start, end) = (format.start_of(Grain::Month, at), format.start_of_next(Grain::Month, at));
    let cases = queue::due_between(&viewer, start, end, CASES_MAX + 1).await?;
    let is_cut = cases.len() as u64 > CASES_MAX;
    let titles = Titles::of(&viewer).await?;
    let mut days = days(&format, start, end, now);
    let count = cases.len().min(CASES_MAX as usize);
    for case in cases.into_iter().take(CASES_MAX as usize) {
        let Some(place) = days.partition_point(|day| day.at.0 <= case.due_at).checked_sub(1) else { continue };
        let day = &mut days[place];
        if day.cases.len() < ROWS_MAX {
            day.cases.push(titles.row(&viewer, &reads, case));
        } else {
            day.more += 1;
        }
    }
    let page = Page {
        month: start,
        week: days.iter().take(7).map(|day| weekday(&viewer, day.at)).collect(),
        days,
        previous: start.0 - 1,
        next: end.0,
        count,
        is_cut,
    };
    viewer.page("act/due.html", Section::Act, page).await
}

fn weekday(asking: &Asking, at: Timestamp) -> String {
    let day = at.in_zone(&asking.zone()).date().weekday().to_monday_zero_offset();
    asking.text(&format!("rule-day-{day}"))
}

/// Whole weeks around a month.
fn days(format: &Format, start: Timestamp, end: Timestamp, now: Timestamp) -> Vec<Day> {
    let today = format.start_of(Grain::Day, now);
    let last = format.start_of_next(Grain::Week, Timestamp(end.0 - 1));
    let mut days = Vec::with_capacity(42);
    let mut at = format.start_of(Grain::Week, start);
    // Six weeks hold every month.
    while at < last && days.len() < 42 {
        let is_beside = at < start || at >= end;
        days.push(Day { at, is_today: at == today, is_beside, cases: Vec::new(), more: 0 });
        at = format.start_of_next(Grain::Day, at);
    }
    days
}
