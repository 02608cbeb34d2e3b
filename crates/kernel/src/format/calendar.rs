//! Calendars: names of dates, and where days, weeks and months begin.

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use icu_calendar::cal::Persian;
use icu_calendar::{Date as IcuDate, Gregorian, Iso};
use icu_datetime::fieldsets::{M, MD, T, YM, YMD, YMDE, YMDT};
use icu_datetime::input::{DateTime as IcuDateTime, Time};
use icu_datetime::{FixedCalendarDateTimeFormatter as Formatter, NoCalendarFormatter};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, civil};
use serde::{Deserialize, Serialize};

use super::{Format, icu_tag};
use crate::{Locale, Timestamp};

/// The calendar that months and years are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    #[default]
    Gregorian,
    Persian,
}

/// The step of a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grain {
    Day,
    Week,
    Month,
}

impl Calendar {
    pub const ALL: [Self; 2] = [Self::Gregorian, Self::Persian];

    /// The calendar that readers of `locale` expect.
    pub fn of(locale: Locale) -> Self {
        match locale {
            Locale::Fa => Self::Persian,
            Locale::En | Locale::Ar | Locale::Sv => Self::Gregorian,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Persian => "persian",
        }
    }

    /// The day with this year, month and day of the month (both from 1); none where the calendar has no such day.
    pub fn day(self, year: i32, month: u8, day: u8) -> Option<Date> {
        let iso = match self {
            Self::Gregorian => IcuDate::try_new_gregorian(year, month, day).ok()?.to_calendar(Iso),
            Self::Persian => IcuDate::try_new_persian(year, month, day).ok()?.to_calendar(Iso),
        };
        let year = i16::try_from(iso.year().extended_year()).ok()?;
        Date::new(year, iso.month().ordinal.try_into().ok()?, iso.day_of_month().0.try_into().ok()?).ok()
    }

    /// Year, month and day of the month of `day`.
    pub fn parts(self, day: Date) -> (i32, u8, u8) {
        let iso = iso(day);
        match self {
            Self::Gregorian => (year(self, day), iso.month().ordinal, iso.day_of_month().0),
            Self::Persian => (year(self, day), iso.to_calendar(Persian).month().ordinal, day_of_month(self, day).0),
        }
    }

    /// The calendar's name in BCP 47.
    pub(super) fn bcp47(self) -> &'static str {
        match self {
            Self::Gregorian => "gregory",
            Self::Persian => "persian",
        }
    }

    fn first_weekday(self) -> civil::Weekday {
        match self {
            Self::Gregorian => civil::Weekday::Monday,
            Self::Persian => civil::Weekday::Saturday,
        }
    }
}

impl Grain {
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Grain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// No calendar or grain has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no such calendar or step: `{0}`")]
pub struct NoSuchName(String);

impl FromStr for Calendar {
    type Err = NoSuchName;

    fn from_str(text: &str) -> Result<Self, NoSuchName> {
        Self::ALL.into_iter().find(|calendar| calendar.as_str() == text).ok_or_else(|| NoSuchName(text.into()))
    }
}

impl FromStr for Grain {
    type Err = NoSuchName;

    fn from_str(text: &str) -> Result<Self, NoSuchName> {
        Self::ALL.into_iter().find(|grain| grain.as_str() == text).ok_or_else(|| NoSuchName(text.into()))
    }
}

/// The first day of the day, week or month that `day` lies in.
pub(super) fn first_day(calendar: Calendar, grain: Grain, day: Date) -> Date {
    match grain {
        Grain::Day => day,
        Grain::Week => back(day, day.weekday().since(calendar.first_weekday()).into()),
        Grain::Month => back(day, i32::from(day_of_month(calendar, day).0) - 1),
    }
}

/// The first day of the day, week or month after the one that `day` lies in.
pub(super) fn first_day_of_next(calendar: Calendar, grain: Grain, day: Date) -> Date {
    let first = first_day(calendar, grain, day);
    let days = match grain {
        Grain::Day => 1,
        Grain::Week => 7,
        Grain::Month => i32::from(day_of_month(calendar, day).1),
    };
    first.saturating_add(Span::new().days(days))
}

/// The first instant of `day` in `zone`; where the clock jumps over midnight, the first that exists.
pub(super) fn midnight(zone: &TimeZone, day: Date) -> Timestamp {
    let instant = zone.to_ambiguous_timestamp(day.to_datetime(civil::Time::midnight())).compatible();
    instant.map(Timestamp::from).unwrap_or_default()
}

fn back(day: Date, days: i32) -> Date {
    day.saturating_sub(Span::new().days(days))
}

/// The year that `day` lies in.
pub(super) fn year(calendar: Calendar, day: Date) -> i32 {
    match calendar {
        Calendar::Gregorian => day.year().into(),
        Calendar::Persian => iso(day).to_calendar(Persian).year().extended_year(),
    }
}

/// The day's number in its month, and how many days that month has.
fn day_of_month(calendar: Calendar, day: Date) -> (u8, u8) {
    let iso = iso(day);
    match calendar {
        Calendar::Gregorian => (iso.day_of_month().0, iso.days_in_month()),
        Calendar::Persian => {
            let date = iso.to_calendar(Persian);
            (date.day_of_month().0, date.days_in_month())
        }
    }
}

fn iso(day: Date) -> IcuDate<Iso> {
    let (year, month, number) = (i32::from(day.year()), day.month() as u8, day.day() as u8);
    IcuDate::try_new_iso(year, month, number).expect("both libraries know the years -9999 to 9999")
}

fn clock(at: DateTime) -> Time {
    Time::try_new(at.hour() as u8, at.minute() as u8, at.second() as u8, 0).expect("a wall clock's time")
}

/// The date formatters of one locale and calendar.
pub(super) enum Names {
    Gregorian(Box<Set<Gregorian>>),
    Persian(Box<Set<Persian>>),
}

/// The names for a reader, made once for each locale and calendar.
pub(super) fn names(format: &Format) -> &'static Names {
    static ALL: [OnceLock<Names>; 8] = [const { OnceLock::new() }; 8];
    ALL[format.locale.index() * 2 + format.calendar as usize].get_or_init(|| {
        let tag = icu_tag(format.locale, Some(format.calendar));
        match format.calendar {
            Calendar::Gregorian => Names::Gregorian(Box::new(Set::<Gregorian>::new(&tag))),
            Calendar::Persian => Names::Persian(Box::new(Set::<Persian>::new(&tag))),
        }
    })
}

pub(super) struct Set<C: icu_datetime::scaffold::CldrCalendar> {
    date: Formatter<C, YMD>,
    day: Formatter<C, MD>,
    long: Formatter<C, YMDE>,
    month: Formatter<C, YM>,
    month_short: Formatter<C, M>,
    datetime: Formatter<C, YMDT>,
    time: NoCalendarFormatter<T>,
}

/// One `Set` per calendar: the bounds of a generic constructor would be longer than both.
macro_rules! set {
    ($calendar:ident) => {
        impl Set<$calendar> {
            fn new(tag: &icu_locale::Locale) -> Self {
                const DATA: &str = "the compiled data has every locale of the pages";
                // The medium date of Arabic is all digits; the long one names the month and is as short as the others'.
                let date = if tag.id.language.as_str() == "ar" { YMD::long() } else { YMD::medium() };
                Self {
                    date: Formatter::try_new(tag.into(), date).expect(DATA),
                    day: Formatter::try_new(tag.into(), MD::medium()).expect(DATA),
                    long: Formatter::try_new(tag.into(), YMDE::long()).expect(DATA),
                    month: Formatter::try_new(tag.into(), YM::long()).expect(DATA),
                    month_short: Formatter::try_new(tag.into(), M::medium()).expect(DATA),
                    datetime: Formatter::try_new(tag.into(), date.with_time_hm()).expect(DATA),
                    time: NoCalendarFormatter::try_new(tag.into(), T::hm()).expect(DATA),
                }
            }
        }
    };
}

set!(Gregorian);
set!(Persian);

/// Formats a day with the formatter of the reader's calendar.
macro_rules! with_date {
    ($names:expr, $field:ident, $day:expr) => {
        match $names {
            Names::Gregorian(set) => set.$field.format(&iso($day).to_calendar(Gregorian)).to_string(),
            Names::Persian(set) => set.$field.format(&iso($day).to_calendar(Persian)).to_string(),
        }
    };
}

impl Names {
    pub(super) fn date(&self, day: Date) -> String {
        with_date!(self, date, day)
    }

    pub(super) fn day(&self, day: Date) -> String {
        with_date!(self, day, day)
    }

    pub(super) fn date_long(&self, day: Date) -> String {
        with_date!(self, long, day)
    }

    pub(super) fn month(&self, day: Date) -> String {
        with_date!(self, month, day)
    }

    pub(super) fn month_short(&self, day: Date) -> String {
        with_date!(self, month_short, day)
    }

    pub(super) fn datetime(&self, at: DateTime) -> String {
        let (day, time) = (iso(at.date()), clock(at));
        match self {
            Self::Gregorian(set) => {
                set.datetime.format(&IcuDateTime { date: day.to_calendar(Gregorian), time }).to_string()
            }
            Self::Persian(set) => {
                set.datetime.format(&IcuDateTime { date: day.to_calendar(Persian), time }).to_string()
            }
        }
    }

    pub(super) fn time(&self, at: DateTime) -> String {
        match self {
            Self::Gregorian(set) => set.time.format(&clock(at)).to_string(),
            Self::Persian(set) => set.time.format(&clock(at)).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn format(locale: Locale, zone: &str) -> Format {
        Format::new(locale, Calendar::of(locale), TimeZone::get(zone).unwrap())
    }

    fn persian(day: Date) -> (i32, u8, u8) {
        let date = iso(day).to_calendar(Persian);
        (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
    }

    #[test]
    fn persian_days_match_the_published_calendar() {
        let fixtures = [
            (civil::date(2025, 3, 20), (1403, 12, 30)),
            (civil::date(2025, 3, 21), (1404, 1, 1)),
            (civil::date(2026, 11, 22), (1405, 9, 1)),
        ];
        for (day, expected) in fixtures {
            assert_eq!(persian(day), expected, "{day}");
        }
    }

    #[test]
    fn days_are_made_from_their_parts_and_back() {
        assert_eq!(Calendar::Persian.day(1405, 9, 1), Some(civil::date(2026, 11, 22)));
        assert_eq!(Calendar::Persian.day(1403, 12, 30), Some(civil::date(2025, 3, 20)));
        assert_eq!(Calendar::Persian.day(1404, 12, 30), None, "1404 is no leap year");
        assert_eq!(Calendar::Gregorian.day(2026, 2, 29), None);
        for (year, month, day) in [(i32::MAX, 1, 1), (i32::MIN, 1, 1), (1405, 0, 1), (1405, 13, 1), (1405, 1, 0)] {
            assert_eq!(Calendar::Persian.day(year, month, day), None);
        }
        for calendar in Calendar::ALL {
            let (year, month, day) = calendar.parts(civil::date(2026, 11, 22));
            assert_eq!(calendar.day(year, month, day), Some(civil::date(2026, 11, 22)));
        }
        assert_eq!(Format::of(Locale::Fa).month_names()[8], "آذر");
    }

    #[test]
    fn dates_read_naturally() {
        let noon = at("2026-11-22T09:12:00Z");
        let read = |write: fn(&Format, Timestamp) -> String| Locale::ALL.map(|l| write(&format(l, "UTC"), noon));
        assert_eq!(read(Format::date), ["22 Nov 2026", "۱ آذر ۱۴۰۵", "٢٢ نوفمبر ٢٠٢٦", "22 nov. 2026"]);
        assert_eq!(read(Format::day), ["22 Nov", "۱ آذر", "٢٢ نوفمبر", "22 nov."]);
        assert_eq!(read(Format::month), ["November 2026", "آذر ۱۴۰۵", "نوفمبر ٢٠٢٦", "november 2026"]);
        assert_eq!(read(Format::time), ["09:12", "۹:۱۲", "٠٩:١٢", "09:12"]);
        assert_eq!(
            read(Format::datetime),
            ["22 Nov 2026, 09:12", "۱ آذر ۱۴۰۵، ۹:۱۲", "٢٢ نوفمبر ٢٠٢٦ في ٠٩:١٢", "22 nov. 2026 09:12"]
        );
    }

    #[test]
    fn the_zone_decides_the_day() {
        let late = at("2026-11-21T21:00:00Z");
        assert_eq!(format(Locale::Fa, "Asia/Tehran").date(late), "۱ آذر ۱۴۰۵");
        assert_eq!(format(Locale::En, "Europe/London").date(late), "21 Nov 2026");
    }

    #[test]
    fn a_persian_month_and_week_begin_where_readers_expect() {
        let tehran = format(Locale::Fa, "Asia/Tehran");
        let noon = at("2026-11-25T09:00:00Z");
        // 1 Azar 1405 is Sunday 22 November 2026; the week began on Saturday.
        assert_eq!(tehran.start_of(Grain::Month, noon), at("2026-11-21T20:30:00Z"));
        assert_eq!(tehran.start_of(Grain::Week, noon), at("2026-11-20T20:30:00Z"));
        assert_eq!(tehran.start_of_next(Grain::Month, noon), at("2026-12-21T20:30:00Z"));
        assert_eq!(tehran.start_of_next(Grain::Day, noon), at("2026-11-25T20:30:00Z"));
    }

    #[test]
    fn a_day_without_midnight_begins_when_it_can() {
        // Cairo moved its clocks from 00:00 to 01:00 on 25 April 2025.
        let cairo = format(Locale::Ar, "Africa/Cairo");
        assert_eq!(cairo.start_of(Grain::Day, at("2025-04-25T10:00:00Z")), at("2025-04-24T22:00:00Z"));
        let day = cairo.start_of_next(Grain::Day, at("2025-04-25T10:00:00Z")).since(at("2025-04-24T22:00:00Z"));
        assert_eq!(day, 23 * crate::time::HOUR);
    }
}
