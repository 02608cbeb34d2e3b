//! When people work: the hours in which the clock of a case runs.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use kernel::Timestamp;
use kernel::time::{DAY, MINUTE};
use serde::{Deserialize, Serialize};

/// Stretches of work in one day at most.
pub const STRETCHES_MAX: usize = 4;
/// Holidays that can be listed.
pub const HOLIDAYS_MAX: usize = 400;
/// How far ahead a due time is looked for; beyond it the clock runs on as if people worked all the time.
const DAYS_MAX: i64 = 400;
const DAY_MINUTES: u16 = 24 * 60;

/// From and to, in minutes since midnight; `to` may be 1,440, the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    pub from: u16,
    pub to: u16,
}

/// The hours of a week, and the days on which nobody works.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// By day, Monday first; in order and apart. No stretch at all in the whole week: the clock always runs.
    pub week: [Vec<Stretch>; 7],
    #[serde(default)]
    pub holidays: BTreeSet<Date>,
}

impl Hours {
    /// Puts each day in order, joins what overlaps and drops what is no stretch, so that what people typed can be counted.
    pub fn tidy(mut self) -> Self {
        for day in &mut self.week {
            day.retain(|stretch| stretch.from < stretch.to && stretch.to <= DAY_MINUTES);
            day.sort_by_key(|stretch| stretch.from);
            let mut joined: Vec<Stretch> = Vec::with_capacity(day.len());
            for stretch in day.drain(..) {
                match joined.last_mut() {
                    Some(last) if stretch.from <= last.to => last.to = last.to.max(stretch.to),
                    _ => joined.push(stretch),
                }
            }
            joined.truncate(STRETCHES_MAX);
            *day = joined;
        }
        self
    }

    /// Whether the clock always runs.
    pub fn is_always(&self) -> bool {
        self.week.iter().all(Vec::is_empty)
    }

    /// The instant at which `minutes` of work have passed since `from`. Wall-clock hours are taken as they are lived: on the
    /// day on which clocks go forward, a stretch over the gap is an hour shorter.
    pub fn after(&self, from: Timestamp, minutes: i64, zone: &TimeZone) -> Timestamp {
        let minutes = minutes.max(0);
        if self.is_always() {
            return from.plus(minutes * MINUTE);
        }
        let mut left = minutes * MINUTE;
        let first = from.in_zone(zone).date();
        for ahead in 0..DAYS_MAX {
            let Ok(day) = first.checked_add(Span::new().days(ahead)) else { break };
            for (start, end) in self.worked(day, zone) {
                let start = start.max(from);
                if end <= start {
                    continue;
                }
                let length = end.since(start);
                if left <= length {
                    return start.plus(left);
                }
                left -= length;
            }
        }
        from.plus(DAYS_MAX * DAY)
    }

    /// The stretches of one day as instants.
    fn worked(&self, day: Date, zone: &TimeZone) -> Vec<(Timestamp, Timestamp)> {
        if self.holidays.contains(&day) {
            return Vec::new();
        }
        let stretches = &self.week[day.weekday().to_monday_zero_offset() as usize];
        let at = |minutes: u16| {
            let (day, time) = match minutes {
                DAY_MINUTES.. => (day.checked_add(1.day()).ok()?, Time::midnight()),
                _ => (day, Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).ok()?),
            };
            let zoned = zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible().ok()?;
            Some(Timestamp::from(zoned))
        };
        stretches.iter().filter_map(|stretch| Some((at(stretch.from)?, at(stretch.to)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> Hours {
        let day = vec![Stretch { from: 9 * 60, to: 12 * 60 }, Stretch { from: 13 * 60, to: 17 * 60 }];
        let week = [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]];
        Hours { week, holidays: BTreeSet::new() }
    }

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).expect("a zone")
    }

    fn at(text: &str, zone: &TimeZone) -> Timestamp {
        let civil: jiff::civil::DateTime = text.parse().expect("a time");
        Timestamp::from(zone.to_ambiguous_timestamp(civil).compatible().expect("an instant"))
    }

    /// Seven hours a working day.
    const DAY_OF_WORK: i64 = 7 * 60;

    #[test]
    fn lunch_nights_and_weekends_do_not_count() {
        let zone = zone("Europe/Stockholm");
        let due = |from: &str, minutes| office().after(at(from, &zone), minutes, &zone);
        // 2026-11-20 is a Friday.
        assert_eq!(due("2026-11-20T11:30", 60), at("2026-11-20T13:30", &zone));
        assert_eq!(due("2026-11-20T16:00", 120), at("2026-11-23T10:00", &zone));
        assert_eq!(due("2026-11-21T03:00", 0), at("2026-11-23T09:00", &zone), "the clock starts when work does");
        assert_eq!(due("2026-11-20T09:00", 5 * DAY_OF_WORK), at("2026-11-26T17:00", &zone));
    }

    #[test]
    fn holidays_do_not_count() {
        let zone = zone("Asia/Tehran");
        let mut hours = office();
        hours.holidays.insert("2026-11-23".parse().expect("a day"));
        assert_eq!(hours.after(at("2026-11-20T16:30", &zone), 60, &zone), at("2026-11-24T09:30", &zone));
    }

    #[test]
    fn clocks_that_are_put_forward_or_back_change_what_is_worked() {
        let zone = zone("Europe/Stockholm");
        let night = Hours { week: std::array::from_fn(|_| vec![Stretch { from: 0, to: 6 * 60 }]), ..Hours::default() };
        // In 2026 clocks go forward on March 29 at 2:00, and back on October 25 at 3:00.
        assert_eq!(night.after(at("2026-03-29T00:00", &zone), 5 * 60, &zone), at("2026-03-29T06:00", &zone));
        assert_eq!(night.after(at("2026-10-25T00:00", &zone), 6 * 60, &zone), at("2026-10-25T05:00", &zone));
    }

    #[test]
    fn without_hours_the_clock_always_runs_and_without_end_it_stops() {
        let zone = TimeZone::UTC;
        let from = at("2026-11-20T16:30", &zone);
        assert_eq!(Hours::default().after(from, 90, &zone), from.plus(90 * MINUTE));
        let mut never = office();
        never.holidays = std::iter::successors(Some(from.in_zone(&zone).date()), |day| day.tomorrow().ok())
            .take(HOLIDAYS_MAX)
            .collect();
        assert!(never.after(from, 60, &zone) >= from.plus(300 * DAY));
    }

    #[test]
    fn what_people_type_is_put_in_order() {
        let mut hours = office();
        hours.week[0] = vec![
            Stretch { from: 800, to: 700 },
            Stretch { from: 600, to: 900 },
            Stretch { from: 540, to: 660 },
            Stretch { from: 100, to: 2_000 },
        ];
        assert_eq!(hours.tidy().week[0], [Stretch { from: 540, to: 900 }]);
    }

    #[test]
    fn more_work_is_never_due_earlier() {
        let zone = zone("Europe/London");
        let from = at("2026-03-27T15:00", &zone);
        let dues: Vec<Timestamp> = (0..200).map(|step| office().after(from, step * 37, &zone)).collect();
        assert!(dues.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
