//! Where customers used to answer and do not any more: a survey, or one of its channels or touchpoints.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::Result;

use super::card::{Card, Finding, Print, Silent, Sure};
use super::look::{Look, WEEKS, Watched};
use crate::period::{Period, back};

/// Days of answers that say how often one comes.
const BEFORE_DAYS: i32 = 56;
/// Shorter than this nothing is silent, and what fell silent longer ago is no news.
const SILENT_DAYS: (i32, i32) = (3, 30);
/// So many answers must be missing: by chance none would come once in twenty thousand times, or in three million.
const LIKELY_FROM: f64 = 10.0;
const CLEAR_FROM: f64 = 15.0;
/// Answers came in at least so many different weeks: a mailing is over, not silent.
const WEEKS_MIN: usize = 4;
/// The silence is so many times as long as the longest one before.
const LONGER: i32 = 2;
/// Places of one survey that become insights.
const PLACES_MAX: usize = 3;

pub async fn find(look: &Look<'_>) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    // Counts over weeks tell nothing of anybody, so anonymous surveys are listened to as well, as a whole.
    for survey in look.surveys.iter().filter(|survey| survey.row.state == store::surveys::OPEN) {
        // What was to end has not fallen silent.
        if look.versions.is_over(look.workspace, &survey.row.id(), look.now).await? {
            continue;
        }
        let whole = days(look, survey, None).await?;
        let pairs: Vec<(Date, u64)> = whole.into_iter().map(|(_, day, count)| (day, count)).collect();
        if let Some(found) = silence(look, survey, None, &pairs) {
            // That its channels are silent, too, goes without saying.
            findings.push(found);
            continue;
        }
        if survey.definition.anonymous {
            continue;
        }
        let mut mine = Vec::new();
        for column in ["channel", "touchpoint"] {
            let mut places: BTreeMap<String, Vec<(Date, u64)>> = BTreeMap::new();
            for (value, day, count) in days(look, survey, Some(column)).await? {
                places.entry(value).or_default().push((day, count));
            }
            let found = places
                .into_iter()
                .filter_map(|(value, days)| silence(look, survey, Some((column.to_owned(), value)), &days));
            mine.extend(found);
        }
        mine.sort_by_key(|finding| std::cmp::Reverse(finding.people));
        mine.truncate(PLACES_MAX);
        findings.extend(mine);
    }
    Ok(findings)
}

/// Responses by day, of each value of a column or of all.
async fn days(look: &Look<'_>, survey: &Watched, column: Option<&str>) -> Result<Vec<(String, Date, u64)>> {
    let asker = look.asker(survey);
    let mut all = asker.all(&[]);
    let zone = all.bind(asker.zone);
    all.during("started_at", Period::ending(look.today, 7 * WEEKS), asker.format);
    let value = column.map_or("''".to_owned(), |column| format!("\"{column}\""));
    // What comes in files comes when somebody brings it.
    all.and("channel <> 'import'");
    if column.is_some() {
        all.and(&format!("{value} is not null"));
    }
    let sql = format!(
        "select {value} as value, local_day(started_at, {zone}) as day, count(*) from responses where {{where}} \
         group by 1, 2 order by 1, 2"
    );
    let rows = asker.rows(&sql, &all).await?;
    let row = |row: &Vec<lake::Cell>| {
        let [value, day, count] = &row[..] else { return None };
        Some((value.as_str()?.to_owned(), day.as_day()?, count.as_i64()?.unsigned_abs()))
    };
    Ok(rows.iter().filter_map(row).collect())
}

/// Judges a place by its days with answers, in order.
fn silence(
    look: &Look<'_>,
    survey: &Watched,
    place: Option<(String, String)>,
    days: &[(Date, u64)],
) -> Option<Finding> {
    let (last, gap, expected) = quiet(look.today, days)?;
    let key = &survey.row.key;
    let at = place.as_ref().map(|(column, value)| format!(":{column}={value}")).unwrap_or_default();
    let weeks = look.weeks().into_iter().filter_map(|week| {
        Some((week.first?, days.iter().filter(|(day, _)| week.contains(*day)).map(|(_, count)| count).sum()))
    });
    let card = Silent { place, last, days: gap, expected, weeks: weeks.collect() };
    Some(Finding {
        key: format!("silent:{key}{at}"),
        survey: Some(key.clone()),
        topic: None,
        // Every further day is the same silence.
        print: Print::new(format!("since {last}"), 1.0),
        people: expected.round() as u64,
        sure: if expected >= CLEAR_FROM { Sure::Clear } else { Sure::Likely },
        size: expected / LIKELY_FROM,
        signals: vec![],
        cases: vec![],
        card: Card::Silent(card),
    })
}

/// The last day with answers, the days since, and how many would have come by now; none where it is not silent.
fn quiet(today: Date, days: &[(Date, u64)]) -> Option<(Date, i32, f64)> {
    let (last, _) = *days.last()?;
    let gap = last.until(today).ok()?.get_days();
    if !(SILENT_DAYS.0..=SILENT_DAYS.1).contains(&gap) {
        return None;
    }
    let before = Period::new(back(last, BEFORE_DAYS - 1), last);
    let within: Vec<(Date, u64)> = days.iter().copied().filter(|(day, _)| before.contains(*day)).collect();
    let count: u64 = within.iter().map(|(_, count)| count).sum();
    let expected = count as f64 / f64::from(BEFORE_DAYS) * f64::from(gap);
    let weeks: std::collections::BTreeSet<i32> =
        within.iter().filter_map(|(day, _)| Some(day.until(last).ok()?.get_days() / 7)).collect();
    let longest = within.windows(2).filter_map(|pair| Some(pair[0].0.until(pair[1].0).ok()?.get_days())).max();
    let is_quiet = expected >= LIKELY_FROM && weeks.len() >= WEEKS_MIN && gap >= LONGER * longest.unwrap_or(gap);
    is_quiet.then_some((last, gap, expected))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn every(step: i32, last: Date, count: u64) -> Vec<(Date, u64)> {
        (0..56 / step).rev().map(|at| (back(last, at * step), count)).collect()
    }

    #[test]
    fn what_used_to_answer_and_stopped_is_silent() {
        let today = date(2026, 11, 22);
        let (last, gap, expected) = quiet(today, &every(1, date(2026, 11, 15), 4)).expect("silent");
        assert_eq!((last, gap, expected), (date(2026, 11, 15), 7, 28.0));
    }

    #[test]
    fn a_pause_as_there_were_before_is_none() {
        let today = date(2026, 11, 22);
        assert_eq!(quiet(today, &every(1, today, 4)), None, "it answers");
        assert_eq!(quiet(today, &every(7, date(2026, 11, 15), 40)), None, "weekly, and the week is not over");
        assert_eq!(quiet(today, &every(1, date(2026, 11, 15), 1)), None, "seven answers may be missing by chance");
        assert_eq!(quiet(today, &every(1, date(2026, 9, 1), 40)), None, "silent for long: no news");
        let mailing: Vec<(Date, u64)> = (1..6).map(|day| (date(2026, 11, day), 200)).collect();
        assert_eq!(quiet(today, &mailing), None, "a mailing is over");
        assert_eq!(quiet(today, &[]), None);
    }
}
