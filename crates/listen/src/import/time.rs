//! Times in cells: finding their format, and reading them.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;
use kernel::Timestamp;
use kernel::format::parse_digits;

use super::mapping::Calendar;

/// Names that `format=` takes besides patterns of `strftime`.
pub(super) const ISO: &str = "iso";
pub(super) const EPOCH: &str = "epoch";
pub(super) const EPOCH_MS: &str = "epoch_ms";

/// Years that a time may lie in; what is beyond is a slip, such as an Excel zero.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;
const PERSIAN_YEARS: std::ops::RangeInclusive<i16> = 1300..=1499;
/// Longest text that can be a time, in bytes.
const LONGEST: usize = 64;
/// Values that a format is tried on before all are.
const TRIED: usize = 20;
/// Fewest digits of a bare number that is a time: `20240131`.
const BARE_DIGITS: usize = 8;
/// Share of the values that must be of the format.
const SHARE: f64 = 0.9;

/// Dates, the day before the month where both are possible.
const DATES: [&str; 18] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d.%m.%Y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%d %b %Y",
    "%d %B %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%Y%m%d",
];
const TIMES: [&str; 8] =
    ["", " %H:%M", " %H:%M:%S", " %H:%M:%S%.f", " %I:%M %p", " %I:%M:%S %p", ", %H:%M", "T%H:%M:%S"];

/// Reads the cells of one time column.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    format: Format,
    calendar: Calendar,
    zone: TimeZone,
}

#[derive(Clone, Debug)]
enum Format {
    Iso,
    /// Units per second since 1970.
    Epoch(i64),
    Pattern(String),
}

impl Reader {
    /// `zone`: of times that name none.
    pub(super) fn new(format: &str, calendar: Calendar, zone: TimeZone) -> Self {
        let format = match format {
            ISO => Format::Iso,
            EPOCH => Format::Epoch(1),
            EPOCH_MS => Format::Epoch(1_000),
            pattern => Format::Pattern(pattern.to_owned()),
        };
        Self { format, calendar, zone }
    }

    /// The instant that `text` names; none if it is not of this format or no such day.
    pub(super) fn read(&self, text: &str) -> Option<Timestamp> {
        let text = text.trim();
        if text.len() > LONGEST {
            return None;
        }
        let ascii;
        let text = if text.is_ascii() {
            text
        } else {
            ascii = parse_digits(text);
            &ascii
        };
        match &self.format {
            Format::Iso => self.iso(text),
            Format::Epoch(unit) => epoch(text, *unit),
            Format::Pattern(pattern) => self.pattern(pattern, text),
        }
    }

    fn iso(&self, text: &str) -> Option<Timestamp> {
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let clock = text.get(10..).unwrap_or_default();
        if clock.contains(['Z', 'z', '+', '-']) {
            let instant: jiff::Timestamp = text.parse().ok()?;
            return YEARS.contains(&TimeZone::UTC.to_datetime(instant).year()).then(|| instant.into());
        }
        let civil: DateTime = text.parse().ok()?;
        if YEARS.contains(&civil.year()) { self.placed(civil) } else { None }
    }

    fn pattern(&self, pattern: &str, text: &str) -> Option<Timestamp> {
        let parts = BrokenDownTime::parse(pattern, text).ok()?;
        if let Some(instant) = parts.timestamp() {
            return Some(instant.into());
        }
        let date = match self.calendar {
            Calendar::Gregorian => parts.to_date().ok().filter(|date| YEARS.contains(&date.year()))?,
            Calendar::Persian => gregorian(parts.year()?, parts.month()?, parts.day()?)?,
        };
        let civil = date.to_datetime(parts.to_time().unwrap_or(Time::midnight()));
        match parts.offset() {
            Some(offset) => offset.to_timestamp(civil).ok().map(Timestamp::from),
            None => self.placed(civil),
        }
    }

    /// A wall clock in the column's zone. Of an hour that comes twice the first is meant, one that never comes is
    /// moved on by the gap.
    fn placed(&self, civil: DateTime) -> Option<Timestamp> {
        self.zone.to_ambiguous_timestamp(civil).compatible().ok().map(Timestamp::from)
    }
}

fn epoch(text: &str, unit: i64) -> Option<Timestamp> {
    let count: f64 = text.parse().ok()?;
    let micros = count * (kernel::time::SECOND / unit) as f64;
    let at = Timestamp(micros as i64);
    let year = at.in_zone(&TimeZone::UTC).year();
    (micros.is_finite() && YEARS.contains(&year)).then_some(at)
}

/// The day of the Persian (Solar Hijri) calendar. Leap years by the 33-year rule, which is exact for the years 1178 to
/// 1501; by it the first day of year 1 is 226,894 days after 1 January of year 1.
fn gregorian(year: i16, month: i8, day: i8) -> Option<Date> {
    if !PERSIAN_YEARS.contains(&year) || !(1..=12).contains(&month) || day < 1 {
        return None;
    }
    let leap = |year: i64| (25 * year + 11).rem_euclid(33) < 8;
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        _ => 29 + i64::from(leap(year)),
    };
    if day > length {
        return None;
    }
    let before = 365 * (year - 1) + (8 * year + 21).div_euclid(33);
    let months = if month <= 7 { 31 * (month - 1) } else { 30 * (month - 1) + 6 };
    let days = 226_894 + before + months + day - 1;
    Date::new(1, 1, 1).ok()?.checked_add(jiff::Span::new().days(days)).ok()
}

/// How the values of a column seem to write times.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeFacts {
    pub format: String,
    pub calendar: Calendar,
    /// Day and month could be exchanged in every value.
    pub ambiguous: bool,
}

/// The format that most values have; none unless nearly all have it. Bare numbers count only if `expected` says that
/// a time is due, because ids look the same.
pub(super) fn recognise(values: &[String], expected: bool) -> Option<TimeFacts> {
    let likely = |text: &&String| text.len() <= LONGEST && text.chars().any(char::is_numeric);
    let bare = |text: &String| parse_digits(text).bytes().all(|byte| byte.is_ascii_digit());
    let probe: Vec<&String> = values.iter().take(TRIED).filter(likely).collect();
    if probe.is_empty() || probe.len() * 2 < values.len().min(TRIED) {
        return None;
    }
    let numbers = probe.iter().all(|text| bare(text));
    let short = probe.iter().any(|text| text.chars().count() < BARE_DIGITS);
    if numbers && (!expected || short) {
        return None;
    }
    let mut best: Option<(usize, TimeFacts)> = None;
    for (format, calendar) in candidates(numbers) {
        let reader = Reader::new(&format, calendar, TimeZone::UTC);
        if probe.iter().filter(|text| reader.read(text).is_some()).count() * 3 < probe.len() {
            continue;
        }
        let count = values.iter().filter(|text| reader.read(text).is_some()).count();
        match &mut best {
            Some((most, facts)) if *most == count => facts.ambiguous |= exchanged(&facts.format, &format),
            Some((most, _)) if *most > count => {}
            _ => best = Some((count, TimeFacts { format, calendar, ambiguous: false })),
        }
    }
    best.filter(|(count, _)| *count as f64 >= values.len() as f64 * SHARE).map(|(_, facts)| facts)
}

fn candidates(numbers: bool) -> Vec<(String, Calendar)> {
    if numbers {
        return ["%Y%m%d", EPOCH, EPOCH_MS].map(|format| (format.to_owned(), Calendar::Gregorian)).to_vec();
    }
    let mut all = vec![(ISO.to_owned(), Calendar::Gregorian)];
    for calendar in [Calendar::Gregorian, Calendar::Persian] {
        for date in DATES {
            for time in TIMES {
                all.push((format!("{date}{time}"), calendar));
            }
        }
    }
    all
}

fn exchanged(one: &str, other: &str) -> bool {
    one != other && one.replace("%d", "%_").replace("%m", "%d").replace("%_", "%m") == other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(format: &str, text: &str) -> Option<String> {
        Reader::new(format, Calendar::Gregorian, TimeZone::UTC).read(text).map(|at| at.to_string())
    }

    fn facts(values: &[&str]) -> Option<TimeFacts> {
        let values: Vec<String> = values.iter().map(|text| (*text).to_owned()).collect();
        recognise(&values, true)
    }

    #[test]
    fn formats_are_read() {
        for (format, text, at) in [
            ("%d/%m/%Y %H:%M", "11/04/2018 20:09", "2018-04-11T20:09:00Z"),
            ("%d/%m/%Y %H:%M", "۱۱/۰۴/۲۰۱۸ ۲۰:۰۹", "2018-04-11T20:09:00Z"),
            ("%m/%d/%y %I:%M %p", "1/2/24 3:05 PM", "2024-01-02T15:05:00Z"),
            (ISO, "2024-02-29", "2024-02-29T00:00:00Z"),
            (ISO, "2002-04-10 00:00:00+02:00", "2002-04-09T22:00:00Z"),
            (ISO, "2011-12-05 15:34:49.123", "2011-12-05T15:34:49.123Z"),
            (EPOCH, "1700000000", "2023-11-14T22:13:20Z"),
            (EPOCH_MS, "1700000000500", "2023-11-14T22:13:20.5Z"),
        ] {
            assert_eq!(read(format, text).as_deref(), Some(at), "{format} {text}");
        }
        for (format, text) in
            [("%d/%m/%Y", "31/02/2024"), ("%d/%m/%Y", "1/1/18"), (ISO, "0001-01-01"), (ISO, "soon"), (EPOCH, "1e300")]
        {
            assert_eq!(read(format, text), None, "{format} {text}");
        }
    }

    #[test]
    fn zones_and_their_gaps() {
        let london = TimeZone::get("Europe/London").unwrap();
        let reader = Reader::new("%d/%m/%Y %H:%M", Calendar::Gregorian, london);
        assert_eq!(reader.read("01/07/2024 12:00").unwrap().to_string(), "2024-07-01T11:00:00Z");
        assert_eq!(reader.read("31/03/2024 01:30").unwrap().to_string(), "2024-03-31T01:30:00Z");
    }

    #[test]
    fn persian_days_are_days() {
        for (day, date) in [
            ((1403, 1, 1), "2024-03-20"),
            ((1403, 12, 30), "2025-03-20"),
            ((1404, 1, 1), "2025-03-21"),
            ((1357, 11, 22), "1979-02-11"),
            ((1399, 12, 30), "2021-03-20"),
            ((1405, 9, 1), "2026-11-22"),
        ] {
            assert_eq!(gregorian(day.0, day.1, day.2).unwrap().to_string(), date, "{day:?}");
        }
        assert_eq!(gregorian(1404, 12, 30), None);
        assert_eq!(gregorian(1403, 7, 31), None);
    }

    #[test]
    fn day_and_month_are_told_apart_by_values_over_twelve() {
        let found = facts(&["01/02/2024", "13/02/2024"]).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous), ("%d/%m/%Y", false));
        let found = facts(&["01/02/2024 10:00", "02/13/2024 11:30"]).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous), ("%m/%d/%Y %H:%M", false));
        let found = facts(&["01/02/2024", "03/04/2024"]).unwrap();
        assert_eq!((found.format.as_str(), found.ambiguous), ("%d/%m/%Y", true));
    }

    #[test]
    fn other_writings_are_recognised() {
        for (values, format) in [
            (["2024-01-31", "2024-02-01"], ISO),
            (["2020/3/18", "2019/12/1"], "%Y/%m/%d"),
            (["31.12.2023 23:59", "1.1.2024 00:00"], "%d.%m.%Y %H:%M"),
            (["Jan 5, 2024", "Dec 31, 2023"], "%b %d, %Y"),
            (["05 March 2024", "6 April 2024"], "%d %B %Y"),
            (["20240131", "20240201"], "%Y%m%d"),
            (["1700000000", "1700000500"], EPOCH),
        ] {
            assert_eq!(facts(&values).map(|found| found.format).as_deref(), Some(format), "{values:?}");
        }
        let persian = facts(&["۱۴۰۳/۰۵/۱۲", "1403/12/30"]).unwrap();
        assert_eq!((persian.format.as_str(), persian.calendar), ("%Y/%m/%d", Calendar::Persian));
        assert_eq!(facts(&["hello", "world"]), None);
        assert_eq!(facts(&["12", "3.5"]), None);
        assert_eq!(facts(&["3", "0", "5"]), None, "ratings of punctuality");
    }
}
