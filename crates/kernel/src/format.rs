//! Numbers and dates as people read them: digits, separators and signs of the locale, months of the calendar, hours of
//! the time zone. Stored values, CSV and the API stay ASCII and ISO 8601; this is for pages and mails.

mod calendar;
mod digits;

use std::sync::OnceLock;

use fixed_decimal::{Decimal, FloatPrecision, SignDisplay};
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use jiff::tz::TimeZone;

pub use calendar::{Calendar, Grain};
pub use digits::{parse_digits, parse_number};

use crate::{Locale, Timestamp};

/// Shown where a number does not exist: an en dash, as in tables of the field.
pub const NO_VALUE: &str = "–";

/// How one reader reads numbers and dates. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Format {
    pub locale: Locale,
    pub calendar: Calendar,
    pub zone: TimeZone,
}

impl Format {
    pub fn new(locale: Locale, calendar: Calendar, zone: TimeZone) -> Self {
        Self { locale, calendar, zone }
    }

    /// The usual calendar of the locale, in UTC: for texts that name no instant.
    pub fn of(locale: Locale) -> Self {
        Self::new(locale, Calendar::of(locale), TimeZone::UTC)
    }

    /// `value` with exactly `decimals` digits after the separator; [`NO_VALUE`] if it is not finite.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.write(value, decimals, SignDisplay::Negative)
    }

    /// Like [`Format::number`], with a sign before anything but zero: for changes and effects.
    pub fn signed(&self, value: f64, decimals: u8) -> String {
        self.write(value, decimals, SignDisplay::ExceptZero)
    }

    /// A whole number with separators.
    pub fn count(&self, value: i64) -> String {
        self.write_decimal(Decimal::from(value), SignDisplay::Negative)
    }

    /// A share in points of a hundred, as the functions of the lake give it: `percent(78.0, 0)` is "78%".
    pub fn percent(&self, points: f64, decimals: u8) -> String {
        let number = self.number(points, decimals);
        if !points.is_finite() {
            return number;
        }
        // The percent patterns of CLDR 48 for the four locales.
        match self.locale {
            Locale::En => format!("{number}%"),
            Locale::Fa => format!("{number}٪"),
            Locale::Ar => format!("{number}٪\u{61c}"),
            Locale::Sv => format!("{number}\u{a0}%"),
        }
    }

    /// "22 Nov 2026", "۱ آذر ۱۴۰۵".
    pub fn date(&self, at: Timestamp) -> String {
        self.civil_date(at.in_zone(&self.zone).date())
    }

    /// A day that belongs to no zone, such as the start of a bucket.
    pub fn civil_date(&self, day: jiff::civil::Date) -> String {
        calendar::names(self).date(day)
    }

    /// "22 Nov": day and month without the year.
    pub fn day(&self, at: Timestamp) -> String {
        calendar::names(self).day(at.in_zone(&self.zone).date())
    }

    /// "Sunday, 22 November 2026".
    pub fn date_long(&self, at: Timestamp) -> String {
        calendar::names(self).date_long(at.in_zone(&self.zone).date())
    }

    /// "22 Nov 2026, 09:12".
    pub fn datetime(&self, at: Timestamp) -> String {
        calendar::names(self).datetime(at.in_zone(&self.zone))
    }

    /// "09:12", always in 24 hours.
    pub fn time(&self, at: Timestamp) -> String {
        calendar::names(self).time(at.in_zone(&self.zone))
    }

    /// "November 2026".
    pub fn month(&self, at: Timestamp) -> String {
        let day = at.in_zone(&self.zone).date();
        match self.locale {
            // CLDR's pattern puts the Persian year first, as no newspaper does.
            Locale::Fa => {
                let year = Decimal::from(calendar::year(self.calendar, day));
                format!("{} {}", calendar::names(self).month_short(day), ungrouped(&year))
            }
            _ => calendar::names(self).month(day),
        }
    }

    /// "Nov".
    pub fn month_short(&self, at: Timestamp) -> String {
        calendar::names(self).month_short(at.in_zone(&self.zone).date())
    }

    /// The names of the twelve months of the reader's calendar.
    pub fn month_names(&self) -> [String; 12] {
        // Any common year will do: neither calendar names months by the year.
        let year = match self.calendar {
            Calendar::Gregorian => 2026,
            Calendar::Persian => 1405,
        };
        std::array::from_fn(|month| {
            let first = self.calendar.day(year, month as u8 + 1, 1).unwrap_or_default();
            calendar::names(self).month_short(first)
        })
    }

    /// The first and last day of the week of `at`: "16 – 22 Nov 2026" would hide the month change, so both are whole:
    /// "16 Nov – 22 Nov".
    pub fn week(&self, at: Timestamp) -> String {
        let first = self.start_of(Grain::Week, at).in_zone(&self.zone).date();
        let last = first.saturating_add(jiff::Span::new().days(6));
        let names = calendar::names(self);
        format!("{} – {}", names.day(first), names.day(last))
    }

    /// A bucket's name on an axis or in a table: day, week (by its first day) or month.
    pub fn bucket(&self, grain: Grain, start: Timestamp) -> String {
        match grain {
            Grain::Day => self.date(start),
            Grain::Week => self.week(start),
            Grain::Month => self.month(start),
        }
    }

    /// The instant at which the day, week or month of `at` begins, in this zone and calendar. Weeks begin on Saturday
    /// in the Persian calendar and on Monday else.
    pub fn start_of(&self, grain: Grain, at: Timestamp) -> Timestamp {
        let first = calendar::first_day(self.calendar, grain, at.in_zone(&self.zone).date());
        calendar::midnight(&self.zone, first)
    }

    /// The instant at which the day, week or month after that of `at` begins.
    pub fn start_of_next(&self, grain: Grain, at: Timestamp) -> Timestamp {
        let next = calendar::first_day_of_next(self.calendar, grain, at.in_zone(&self.zone).date());
        calendar::midnight(&self.zone, next)
    }

    fn write(&self, value: f64, decimals: u8, sign: SignDisplay) -> String {
        let Ok(mut decimal) = Decimal::try_from_f64(value, FloatPrecision::RoundTrip) else {
            return NO_VALUE.to_owned();
        };
        let position = -i16::from(decimals);
        decimal.round(position);
        decimal.absolute.pad_end(position);
        self.write_decimal(decimal, sign)
    }

    fn write_decimal(&self, mut decimal: Decimal, sign: SignDisplay) -> String {
        // "−0" says nothing: a rounded zero loses its sign.
        if decimal.absolute.is_zero() {
            decimal.sign = fixed_decimal::Sign::None;
        }
        decimal.apply_sign_display(sign);
        let text = numbers(self.locale).format(&decimal).to_string();
        match self.locale {
            // CLDR writes a hyphen in English; on pages a minus is as wide as the plus beside it.
            Locale::En => text.replace('-', "\u{2212}"),
            _ => text,
        }
    }
}

/// The number formatter of a locale, made once. Arabic uses Arabic-Indic digits, Persian its own.
fn numbers(locale: Locale) -> &'static DecimalFormatter {
    static FORMATTERS: [OnceLock<DecimalFormatter>; 4] = [const { OnceLock::new() }; 4];
    FORMATTERS[locale.index()].get_or_init(|| {
        let options = DecimalFormatterOptions::from(GroupingStrategy::Auto);
        DecimalFormatter::try_new(DecimalFormatterPreferences::from(&icu_tag(locale, None)), options)
            .expect("the compiled data has every locale of the pages")
    })
}

/// A Persian year: digits without separators.
fn ungrouped(year: &Decimal) -> String {
    numbers(Locale::Fa).format(year).to_string().replace('٬', "")
}

/// The locale for ICU, with digits and calendar spelt out so that no default of a region decides. English is British:
/// day before month, 24 hours.
fn icu_tag(locale: Locale, calendar: Option<Calendar>) -> icu_locale::Locale {
    let base = match locale {
        Locale::En => "en-GB-u-nu-latn",
        Locale::Fa => "fa-u-nu-arabext",
        Locale::Ar => "ar-u-nu-arab",
        Locale::Sv => "sv-u-nu-latn",
    };
    // Keywords of an extension stand in alphabetical order.
    let tag = match calendar {
        None => base.to_owned(),
        Some(calendar) => base.replace("-u-nu-", &format!("-u-ca-{}-hc-h23-nu-", calendar.bcp47())),
    };
    icu_locale::Locale::try_from_str(&tag).expect("a well-formed tag")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(write: impl Fn(&Format) -> String) -> [String; 4] {
        Locale::ALL.map(|locale| write(&Format::of(locale)))
    }

    #[test]
    fn numbers_have_the_digits_and_separators_of_the_locale() {
        assert_eq!(each(|f| f.number(12_345.678, 1)), ["12,345.7", "۱۲٬۳۴۵٫۷", "١٢٬٣٤٥٫٧", "12\u{a0}345,7"]);
        assert_eq!(each(|f| f.count(1_940)), ["1,940", "۱٬۹۴۰", "١٬٩٤٠", "1\u{a0}940"]);
        assert_eq!(each(|f| f.number(f64::NAN, 1)), [NO_VALUE; 4]);
    }

    #[test]
    fn decimals_are_fixed_and_zero_has_no_sign() {
        let en = Format::of(Locale::En);
        assert_eq!(en.number(4.0, 2), "4.00");
        assert_eq!(en.number(0.125, 2), "0.12");
        assert_eq!(en.number(-0.3, 0), "0");
        assert_eq!(en.signed(-0.04, 1), "0.0");
        assert_eq!(en.signed(0.0, 0), "0");
    }

    #[test]
    fn a_persian_sign_stays_left_of_its_digits() {
        let minus = each(|f| f.signed(-14.0, 0));
        assert_eq!(minus, ["\u{2212}14", "\u{200e}\u{2212}۱۴", "\u{61c}-١٤", "\u{2212}14"]);
        let plus = each(|f| f.signed(9.0, 0));
        assert_eq!(plus, ["+9", "\u{200e}+۹", "\u{61c}+٩", "+9"]);
    }

    #[test]
    fn percent_follows_cldr() {
        assert_eq!(each(|f| f.percent(78.4, 0)), ["78%", "۷۸٪", "٧٨٪\u{61c}", "78\u{a0}%"]);
    }
}
