//! Stretches of days, and the steps of a trend, in the workspace's zone and calendar.
//!
//! The lake counts by local day; everything longer is folded here, so that a month of any calendar costs nothing more.

use jiff::Span;
use jiff::civil::{Date, time};
use kernel::Timestamp;
use kernel::format::{Format, Grain};

/// Steps that one trend may have; a finer step than that is made coarser.
pub const TREND_POINTS_MAX: usize = 400;
/// Names on the axis of a trend.
const TICKS_MAX: usize = 7;

/// Days from the first to the last; an end that is not there is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    pub first: Option<Date>,
    pub last: Option<Date>,
}

impl Period {
    pub fn new(first: Date, last: Date) -> Self {
        Self { first: Some(first), last: Some(last) }
    }

    pub fn contains(&self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }

    /// The `days` days that end with `last`.
    pub fn ending(last: Date, days: i32) -> Self {
        Self::new(back(last, days - 1), last)
    }

    /// The period of the same length right before; none for an open one.
    #[must_use]
    pub fn before(&self) -> Option<Self> {
        let (first, last) = (self.first?, self.last?);
        let days = first.until(last).ok()?.get_days();
        let end = first.yesterday().ok()?;
        Some(Self::new(back(end, days), end))
    }

    /// Whether all of it lies at or after an instant; always where there is none.
    pub fn is_since(&self, since: Option<Timestamp>, format: &Format) -> bool {
        since.is_none_or(|since| self.instants(format).0.is_some_and(|first| first >= since))
    }

    /// The instants that bound it: from the first (included) to the second (not included).
    pub fn instants(&self, format: &Format) -> (Option<Timestamp>, Option<Timestamp>) {
        let begin = |day: Date| format.start_of(Grain::Day, noon(format, day));
        let end = |day: Date| format.start_of_next(Grain::Day, noon(format, day));
        (self.first.map(begin), self.last.map(end))
    }
}

/// One step of a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    pub period: Period,
    pub first: Date,
    /// Its name in a table.
    pub label: String,
    /// Its name on the axis; empty for most.
    pub tick: String,
}

/// The day that it is now where the workspace is.
pub fn today(format: &Format, now: Timestamp) -> Date {
    now.in_zone(&format.zone).date()
}

/// `days` days before `day`.
pub fn back(day: Date, days: i32) -> Date {
    day.saturating_sub(Span::new().days(days))
}

/// The first day of the day, week or month that `day` lies in.
pub fn start_of(format: &Format, grain: Grain, day: Date) -> Date {
    format.start_of(grain, noon(format, day)).in_zone(&format.zone).date()
}

/// The step that shows a stretch of this many days best.
pub fn usual_grain(first: Date, last: Date) -> Grain {
    match first.until(last).map_or(0, |span| span.get_days()) {
        ..=31 => Grain::Day,
        32..=190 => Grain::Week,
        _ => Grain::Month,
    }
}

/// The steps from the one that holds `first` to the one that holds `last`, without gaps; with the step that was used,
/// which is coarser than the wanted one where that would make too many.
pub fn buckets(format: &Format, wanted: Grain, first: Date, last: Date) -> (Grain, Vec<Bucket>) {
    let finest = Grain::ALL.iter().position(|grain| *grain == wanted).unwrap_or(0);
    for grain in &Grain::ALL[finest..] {
        if let Some(starts) = starts(format, *grain, first, last) {
            return (*grain, named(format, *grain, &starts));
        }
    }
    // Centuries of months: the newest are shown.
    let near = last.saturating_sub(Span::new().months(TREND_POINTS_MAX as i32 - 2));
    let starts = starts(format, Grain::Month, near, last).unwrap_or_default();
    (Grain::Month, named(format, Grain::Month, &starts))
}

/// The first days of all steps; none if there are more than [`TREND_POINTS_MAX`].
fn starts(format: &Format, grain: Grain, first: Date, last: Date) -> Option<Vec<Date>> {
    let mut starts = Vec::new();
    let mut day = start_of(format, grain, first);
    while day <= last {
        if starts.len() == TREND_POINTS_MAX {
            return None;
        }
        starts.push(day);
        day = next(format, grain, day);
    }
    Some(starts)
}

fn named(format: &Format, grain: Grain, starts: &[Date]) -> Vec<Bucket> {
    let every = starts.len().div_ceil(TICKS_MAX).max(1);
    starts
        .iter()
        .enumerate()
        .map(|(place, first)| {
            let at = noon(format, *first);
            let last = next(format, grain, *first).yesterday().unwrap_or(*first);
            let tick = match grain {
                _ if place % every != 0 => String::new(),
                Grain::Month => format.month_short(at),
                Grain::Day | Grain::Week => format.day(at),
            };
            Bucket { period: Period::new(*first, last), first: *first, label: format.bucket(grain, at), tick }
        })
        .collect()
}

fn next(format: &Format, grain: Grain, day: Date) -> Date {
    format.start_of_next(grain, noon(format, day)).in_zone(&format.zone).date()
}

/// An instant that certainly lies in `day`: no zone changes its clocks at noon.
fn noon(format: &Format, day: Date) -> Timestamp {
    let wall = day.to_datetime(time(12, 0, 0, 0));
    format.zone.to_ambiguous_timestamp(wall).compatible().map_or_else(
        // The ends of the calendar, 9,999 years away.
        |_| Timestamp::from(wall.to_zoned(jiff::tz::TimeZone::UTC).map_or(jiff::Timestamp::MAX, |z| z.timestamp())),
        Timestamp::from,
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use kernel::Locale;
    use kernel::format::Calendar;
    use kernel::time::HOUR;

    use super::*;

    fn format(locale: Locale, calendar: Calendar, zone: &str) -> Format {
        Format::new(locale, calendar, TimeZone::get(zone).unwrap())
    }

    fn tehran() -> Format {
        format(Locale::Fa, Calendar::Persian, "Asia/Tehran")
    }

    #[test]
    fn persian_months_begin_where_the_published_calendar_says() {
        // 1404 began on 21 March 2025; Esfand 1403 had 30 days (leap).
        let (grain, months) = buckets(&tehran(), Grain::Month, date(2025, 3, 20), date(2025, 5, 1));
        assert_eq!(grain, Grain::Month);
        let first: Vec<Date> = months.iter().map(|bucket| bucket.first).collect();
        assert_eq!(first, [date(2025, 2, 19), date(2025, 3, 21), date(2025, 4, 21)]);
        assert_eq!(months[0].period.last, Some(date(2025, 3, 20)));
        assert_eq!(months[1].label, "فروردین ۱۴۰۴");
    }

    #[test]
    fn weeks_begin_on_saturday_or_monday() {
        // 22 November 2026 is a Sunday.
        let sunday = date(2026, 11, 22);
        assert_eq!(start_of(&tehran(), Grain::Week, sunday), date(2026, 11, 21));
        let stockholm = format(Locale::Sv, Calendar::Gregorian, "Europe/Stockholm");
        assert_eq!(start_of(&stockholm, Grain::Week, sunday), date(2026, 11, 16));
        // The workspace's calendar decides, not the reader's language.
        let reader = format(Locale::En, Calendar::Persian, "Asia/Tehran");
        assert_eq!(start_of(&reader, Grain::Week, sunday), date(2026, 11, 21));
    }

    #[test]
    fn a_day_is_as_long_as_its_zone_makes_it() {
        let stockholm = format(Locale::Sv, Calendar::Gregorian, "Europe/Stockholm");
        let hours = |day: Date| {
            let (from, to) = Period::new(day, day).instants(&stockholm);
            to.unwrap().since(from.unwrap()) / HOUR
        };
        assert_eq!(hours(date(2026, 3, 29)), 23);
        assert_eq!(hours(date(2026, 10, 25)), 25);
        assert_eq!(hours(date(2026, 11, 22)), 24);
        let cairo = format(Locale::Ar, Calendar::Gregorian, "Africa/Cairo");
        let (from, _) = Period::new(date(2025, 4, 25), date(2025, 4, 25)).instants(&cairo);
        assert_eq!(from.unwrap().to_string(), "2025-04-24T22:00:00Z");
    }

    #[test]
    fn steps_follow_each_other_without_gap_or_overlap() {
        for format in [tehran(), format(Locale::En, Calendar::Gregorian, "America/New_York")] {
            for grain in Grain::ALL {
                let (_, steps) = buckets(&format, grain, date(2026, 1, 5), date(2026, 12, 30));
                for pair in steps.windows(2) {
                    assert_eq!(pair[0].period.last.unwrap().tomorrow().unwrap(), pair[1].first, "{grain}");
                }
                assert!(steps[0].period.contains(date(2026, 1, 5)));
                assert!(steps.last().unwrap().period.contains(date(2026, 12, 30)));
            }
        }
    }

    #[test]
    fn too_many_steps_become_coarser() {
        let (grain, steps) = buckets(&tehran(), Grain::Day, date(2016, 1, 1), date(2026, 1, 1));
        assert_eq!(grain, Grain::Month);
        assert!(steps.len() <= TREND_POINTS_MAX);
        let (_, ages) = buckets(&tehran(), Grain::Day, date(1700, 1, 1), date(2026, 1, 1));
        assert!(ages.len() <= TREND_POINTS_MAX && ages.last().unwrap().period.contains(date(2026, 1, 1)));
    }

    #[test]
    fn the_period_before_is_as_long_and_ends_the_day_before() {
        let november = Period::ending(date(2026, 11, 22), 7);
        assert_eq!(november, Period::new(date(2026, 11, 16), date(2026, 11, 22)));
        assert_eq!(november.before(), Some(Period::new(date(2026, 11, 9), date(2026, 11, 15))));
        assert_eq!(Period::default().before(), None);
    }
}
