//! How busy a day is: weekdays, holidays and seasons of four countries.

use jiff::civil::{Date, Weekday};

use super::chain::Country;

/// Guests of a day in proportion to a usual one.
pub fn demand(country: Country, date: Date) -> f64 {
    weekday(country, date.weekday()) * holiday(country, date) * season(date)
}

/// The share of guests who come at lunch.
pub fn lunch_share(country: Country, date: Date) -> f64 {
    // In Ramadan people eat after sunset.
    if observes_ramadan(country) && hijri(date).0 == 9 {
        return 0.06;
    }
    let weekend = match country {
        Country::Britain | Country::Sweden => matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday),
        Country::Iran => matches!(date.weekday(), Weekday::Thursday | Weekday::Friday),
        Country::Emirates => matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday),
    };
    if weekend { 0.32 } else { 0.46 }
}

fn weekday(country: Country, day: Weekday) -> f64 {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    match (country, day) {
        (Country::Britain | Country::Sweden, Monday) => 0.70,
        (Country::Britain | Country::Sweden, Tuesday) => 0.75,
        (Country::Britain | Country::Sweden, Wednesday) => 0.85,
        (Country::Britain | Country::Sweden, Thursday) => 1.0,
        (Country::Britain | Country::Sweden, Friday) => 1.35,
        (Country::Britain | Country::Sweden, Saturday) => 1.45,
        (Country::Britain, Sunday) => 1.05,
        (Country::Sweden, Sunday) => 0.80,
        // The weekend is Thursday and Friday.
        (Country::Iran, Thursday) => 1.45,
        (Country::Iran, Friday) => 1.55,
        (Country::Iran, Saturday) => 0.70,
        (Country::Iran, _) => 0.82,
        (Country::Emirates, Friday) => 1.20,
        (Country::Emirates, Saturday) => 1.45,
        (Country::Emirates, Sunday) => 1.20,
        (Country::Emirates, _) => 0.80,
    }
}

fn season(date: Date) -> f64 {
    match date.month() {
        1 | 2 => 0.92,
        7 | 8 => 1.06,
        12 => 1.12,
        _ => 1.0,
    }
}

/// Closed doors are 0.
fn holiday(country: Country, date: Date) -> f64 {
    let (month, day) = (date.month(), date.day());
    match country {
        Country::Britain => match (month, day) {
            (12, 25) => 0.0,
            (12, 24 | 26) => 0.5,
            (2, 14) => 1.8,
            _ => 1.0,
        },
        Country::Sweden => match (month, day) {
            (12, 24) => 0.0,
            (12, 25) => 0.3,
            // Midsummer's eve is a Friday.
            (6, 19..=25) if date.weekday() == Weekday::Friday => 0.0,
            (6, 20..=26) if date.weekday() == Weekday::Saturday => 0.3,
            _ => 1.0,
        },
        Country::Iran => match (hijri(date), month, day) {
            // Tasua and Ashura.
            ((1, 9 | 10), _, _) => 0.0,
            // Yalda, the longest night.
            (_, 12, 20 | 21) => 1.9,
            // New year's eve at home, then two weeks of visits.
            (_, 3, 20) => 0.3,
            (_, 3, 22..=31) | (_, 4, 1) => 1.4,
            // The day of nature: everybody is in the park.
            (_, 4, 2) => 0.4,
            _ => 1.0,
        },
        Country::Emirates => match (hijri(date), month, day) {
            ((9, _), _, _) => 0.75,
            // Both feasts.
            ((10, 1..=3) | (12, 10..=13), _, _) => 1.6,
            // National day.
            (_, 12, 2 | 3) => 1.6,
            _ => 1.0,
        },
    }
}

fn observes_ramadan(country: Country) -> bool {
    matches!(country, Country::Iran | Country::Emirates)
}

/// Month and day of the tabular Islamic calendar (civil epoch, 30-year cycle); within a day of the announced one.
fn hijri(date: Date) -> (i64, i64) {
    const EPOCH: Date = Date::constant(622, 7, 19);
    let days = i64::from((date - EPOCH).get_days());
    let year = (30 * days + 10_646) / 10_631;
    let starts = |year: i64| (11 * year + 3) / 30 + 354 * (year - 1);
    let day_of_year = days - starts(year);
    let month = (day_of_year * 2 / 59 + 1).min(12);
    (month, day_of_year - (59 * (month - 1) + 1) / 2 + 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn feasts_fall_where_they_were() {
        // Announced: 1 Ramadan 2025-03-01, Eid al-Fitr 2025-03-31 (30 in the Emirates), Ashura 2025-07-05 or -06.
        assert_eq!(hijri(date(2025, 3, 1)), (9, 1));
        let near = |date, month: i64, day: i64| {
            let (m, d) = hijri(date);
            assert!((m * 30 + d - month * 30 - day).abs() <= 1, "{date}: {m}-{d}");
        };
        near(date(2025, 3, 31), 10, 1);
        near(date(2025, 7, 6), 1, 10);
        near(date(2026, 2, 18), 9, 1);
        near(date(2026, 5, 27), 12, 10);
    }

    #[test]
    fn countries_rest_on_different_days() {
        let friday = date(2026, 10, 9);
        assert!(demand(Country::Iran, friday) > demand(Country::Iran, date(2026, 10, 12)));
        assert_eq!(demand(Country::Sweden, date(2026, 6, 19)), 0.0);
        assert!(demand(Country::Britain, date(2026, 6, 19)) > 1.0);
        assert_eq!(demand(Country::Britain, date(2025, 12, 25)), 0.0);
    }
}
