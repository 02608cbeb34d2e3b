//! Which design is chosen, and what it says, on worlds that are made up here.

use jiff::Span;
use jiff::civil::{Date, date};
use kernel::survey::{Kind, Scale};
use measures::Metric;

use super::detail::Detail;
use super::judge::{Found, Judged, judge};
use super::windows::{FOUR_WEEKS, Layout, WEEK, Windows};
use crate::Of;
use crate::number::Number;
use crate::series::Count;

const STARTS_ON: Date = date(2026, 6, 1);

fn number() -> Number {
    Number { metric: Metric { kind: Kind::Nps, scale: Scale { from: 0, to: 10 } }, of: Of::Number }
}

/// -1, 0 or 1.
fn noise(unit: u64, week: i64) -> i64 {
    let mut x = (unit + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (week + 100) as u64;
    for _ in 0..3 {
        x = (x ^ (x >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    (x >> 33) as i64 % 3 - 1
}

/// Twenty-five answers a week and unit; units below `treated` gain `more` promoters from the start on.
fn world(units: u64, treated: u64, span: (i64, i64), more: i64) -> Vec<Count> {
    waving(units, treated, span, more, 0)
}

/// The same where all units go up and down together, by so many promoters.
fn waving(units: u64, treated: u64, (before, after): (i64, i64), more: i64, wave: i64) -> Vec<Count> {
    let mut counts = Vec::new();
    for unit in 0..units {
        for week in -before..after {
            let rise = if unit < treated && week >= 0 { more } else { 0 };
            let together = wave * ((week.rem_euclid(8) - 4).abs() - 2);
            let promoters = (11 + rise + noise(unit, week) + together) as u64;
            let day = STARTS_ON.saturating_add(Span::new().days(week * 7 + 3));
            for (score, n) in [(10.0, promoters), (8.0, 19 - promoters), (2.0, 6)] {
                counts.push(Count { day, unit: Some(format!("u{unit}")), score, n });
            }
        }
    }
    counts
}

fn windows(all: &[Count], treated: u64, has_units: bool, after: i64) -> Windows {
    let is_scoped = |count: &&Count| {
        let place: u64 = count.unit.as_ref().unwrap()[1..].parse().unwrap();
        place < treated
    };
    let scoped: Vec<Count> = all.iter().filter(is_scoped).cloned().collect();
    let today = STARTS_ON.saturating_add(Span::new().days(after * 7 + 1));
    Layout { all, scoped: &scoped, has_units, starts_on: STARTS_ON, today, is_anonymous: false }.windows()
}

fn judged(windows: &Windows) -> Found {
    judge(&Judged { windows, number: number(), expected: Some(12.0), is_changed: false }, Detail::default())
}

#[test]
fn windows_are_counted_from_the_start() {
    let all = world(3, 1, (4, 2), 0);
    let found = windows(&all, 1, true, 2);
    assert_eq!((found.days, found.start, found.periods), (WEEK, 4, 6));
    assert_eq!(found.first, date(2026, 5, 4));
    assert_eq!(found.counts(), (1, 2));
    assert_eq!(found.answers(true), (100, 50));
    // Where a week has hardly any answers, four are taken together.
    let thin: Vec<Count> = world(3, 1, (8, 8), 0).into_iter().filter(|count| count.score < 5.0).collect();
    let thin: Vec<Count> = thin.into_iter().map(|count| Count { n: 2, ..count }).collect();
    assert_eq!(windows(&thin, 1, true, 8).days, FOUR_WEEKS);
}

#[test]
fn the_share_is_of_the_answers_since_the_start() {
    let mut all = world(4, 1, (4, 2), 0);
    // A day of twice as many answers elsewhere, before anything had changed.
    all.push(Count { day: STARTS_ON.yesterday().unwrap(), unit: Some("u3".into()), score: 9.0, n: 500 });
    let layout = |all: &[Count], has_units: bool| {
        let scoped: Vec<Count> = all.iter().filter(|count| count.unit.as_deref() == Some("u0")).cloned().collect();
        let today = STARTS_ON.saturating_add(Span::new().days(15));
        Layout { all, scoped: &scoped, has_units, starts_on: STARTS_ON, today, is_anonymous: false }.share()
    };
    assert_eq!((layout(&all, true), layout(&all, false)), (Some(0.25), Some(0.25)));
    all.retain(|count| count.day < STARTS_ON);
    assert_eq!(layout(&all, true), None);
}

#[test]
fn a_unit_in_scope_that_fell_silent_is_on_no_side() {
    let mut all = world(6, 3, (6, 4), 0);
    all.retain(|count| count.unit.as_deref() != Some("u1") || count.day < STARTS_ON);
    let found = windows(&all, 3, true, 4);
    let names = |treated: bool| {
        let of = found.units.iter().filter(|unit| unit.treated == treated);
        of.map(|unit| unit.name.as_str()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!((names(true), names(false)), (["u0", "u2"].into(), ["u3", "u4", "u5"].into()));
    // Before anybody has answered since, those in scope are who will meet it.
    all.retain(|count| count.day < STARTS_ON);
    assert_eq!(windows(&all, 3, true, 0).counts(), (3, 3));
}

#[test]
fn one_unit_with_donors_is_held_against_a_mixture() {
    let all = waving(9, 1, (40, 12), 4, 1);
    let found = judged(&windows(&all, 1, true, 12));
    assert_eq!(found.design, "synthetic", "{:?}", found.detail.why);
    let effect = found.effect.expect("an effect");
    assert!((effect.value - 16.0).abs() < 4.0 && effect.range.low < 16.0 && effect.range.high > 16.0, "{effect:?}");
    let total: f64 = found.detail.checks.weights.iter().map(|(_, weight)| weight).sum();
    assert!((total - 1.0).abs() < 0.1, "{:?}", found.detail.checks.weights);
}

#[test]
fn nobody_to_compare_with_is_a_series() {
    let all = world(1, 1, (26, 12), 4);
    let found = judged(&windows(&all, 1, false, 12));
    assert_eq!((found.design, found.verdict), ("interrupted", "improved"), "{found:?}");
    assert!(found.detail.is_alone && found.detail.comparison.is_empty());
    let none = judged(&windows(&world(1, 1, (26, 12), 0), 1, false, 12));
    assert_ne!(none.verdict, "improved", "{none:?}");
}

#[test]
fn few_answers_say_nothing() {
    let all: Vec<Count> = world(12, 3, (10, 8), 3).into_iter().filter(|count| count.day < STARTS_ON).collect();
    let found = judged(&windows(&all, 3, true, 12));
    assert_eq!((found.verdict, found.detail.why.as_deref()), ("cannot_tell", Some("nothing_after")));
    assert_eq!(found.effect, None);
}
