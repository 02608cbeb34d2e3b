//! Which themes rise and which fade, in the words of a verdict; all that one page shows are judged together.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use stats::{Day, Movement, Tide};

use super::sample::Said;
use crate::period::Period;
use crate::verdict::Verdict;

/// A change matters from a third of what was there, and from half a point on.
const MATTERS_PART: f64 = 1.0 / 3.0;
const MATTERS_MIN: f64 = 0.5;

/// How the share of those who write about a theme changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    pub verdict: Verdict,
    /// Shares of a hundred who wrote.
    pub now: f64,
    pub before: f64,
    /// How many more answers would tell, where nobody can tell yet.
    pub more: Option<u64>,
}

/// For each theme, given the places of its texts; nothing where there is nothing to hold it against.
pub fn moved(said: &[Said], themes: &[&[usize]], now: Period, before: Period) -> Vec<Option<Moved>> {
    let all: Vec<usize> = (0..said.len()).collect();
    let texts = per_day(said, &all);
    let days = |mentions: &BTreeMap<Date, u64>, period: Period| -> Vec<Day> {
        let within = texts.iter().filter(|(day, _)| period.contains(**day));
        within
            .map(|(day, texts)| Day {
                kind: day.weekday().to_monday_zero_offset().unsigned_abs(),
                texts: *texts,
                mentions: mentions.get(day).copied().unwrap_or(0),
            })
            .collect()
    };
    let sides: Vec<(Vec<Day>, Vec<Day>)> = themes
        .iter()
        .map(|texts| {
            let mentions = per_day(said, texts);
            (days(&mentions, before), days(&mentions, now))
        })
        .collect();
    let movements = stats::movements(&sides);
    sides.iter().zip(movements).map(|((before, now), movement)| judge(now, before, &movement)).collect()
}

/// How many people wrote one of the texts on each day.
fn per_day(said: &[Said], texts: &[usize]) -> BTreeMap<Date, u64> {
    let mut seen = HashSet::new();
    let mut days = BTreeMap::new();
    for one in texts.iter().map(|text| &said[*text]).filter(|said| seen.insert((said.position, said.day))) {
        *days.entry(one.day).or_insert(0) += 1;
    }
    days
}

fn judge(now: &[Day], before: &[Day], movement: &Movement) -> Option<Moved> {
    let sum = |days: &[Day]| days.iter().fold((0, 0), |(hits, n), day| (hits + day.mentions, n + day.texts));
    let (now, before) = (sum(now), sum(before));
    let found = stats::share_difference(now, before)?;
    let share = |(hits, n): (u64, u64)| 100.0 * hits as f64 / n.max(1) as f64;
    let variance = |side: (u64, u64)| share(side) * (100.0 - share(side));
    let pooled = share((now.0 + before.0, now.1 + before.1));
    let change = stats::Change {
        value: 100.0 * found.value,
        range: stats::Range { low: 100.0 * found.range.low, high: 100.0 * found.range.high },
        q: movement.q,
        n: (now.1, before.1),
        variance: (variance(now), variance(before)),
    };
    let verdict = match movement.tide {
        Tide::Unknown => stats::Verdict::TooFew,
        _ => stats::verdict(&change, (pooled * MATTERS_PART).max(MATTERS_MIN)),
    };
    let (verdict, more) = match verdict {
        stats::Verdict::ClearRise => (Verdict::ClearRise, None),
        stats::Verdict::ClearFall => (Verdict::ClearFall, None),
        stats::Verdict::LikelyRise => (Verdict::LikelyRise, None),
        stats::Verdict::LikelyFall => (Verdict::LikelyFall, None),
        stats::Verdict::NoRealChange => (Verdict::NoRealChange, None),
        stats::Verdict::CannotTellYet { more } => (Verdict::CantTell, Some(more)),
        stats::Verdict::TooFew => (Verdict::TooFew, None),
    };
    Some(Moved { verdict, now: share(now), before: share(before), more })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::find::tests::said;
    use super::*;

    /// Forty who write each week; so many of them, of this week, about something.
    fn weeks(hits: impl Fn(i64) -> usize) -> (Vec<Said>, Vec<usize>) {
        let (mut all, mut texts) = (Vec::new(), Vec::new());
        for week in 0..8 {
            for at in 0..40 {
                if at < hits(week) {
                    texts.push(all.len());
                }
                let day = date(2026, 9, 7).saturating_add(jiff::Span::new().days(7 * week));
                all.push(said(all.len(), day, "en", "x"));
            }
        }
        (all, texts)
    }

    #[test]
    fn each_theme_gets_its_word() {
        let now = Period::new(date(2026, 10, 5), date(2026, 11, 1));
        let before = now.before().unwrap();
        let verdict = |hits: &dyn Fn(i64) -> usize| {
            let (said, texts) = weeks(hits);
            moved(&said, &[&texts[..]], now, before)[0].unwrap().verdict
        };
        assert_eq!(verdict(&|week| if week < 4 { 1 } else { 10 }), Verdict::ClearRise);
        assert_eq!(verdict(&|week| if week < 4 { 10 } else { 0 }), Verdict::ClearFall);
        assert_eq!(verdict(&|week| usize::from(week == 7)), Verdict::TooFew);
        assert_eq!(verdict(&|_| 4), Verdict::CantTell);
    }

    #[test]
    fn nothing_before_is_nothing_to_hold_against() {
        let (said, texts) = weeks(|_| 4);
        let now = Period::new(date(2026, 9, 1), date(2026, 11, 30));
        assert_eq!(moved(&said, &[&texts[..]], now, now.before().unwrap()), [None]);
    }

    #[test]
    fn a_person_with_two_texts_counts_once() {
        let day = date(2026, 9, 7);
        let two = [said(1, day, "en", "x"), said(1, day, "en", "y"), said(2, day, "en", "z")];
        assert_eq!(per_day(&two, &[0, 1, 2])[&day], 2);
    }
}
