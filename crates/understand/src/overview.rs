//! Questions about all surveys of a workspace at once, for the list and for Home.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::format::{Format, Grain};
use kernel::{Result, Timestamp, WorkspaceId};
use lake::{Cell, Lake};

use crate::period::{Period, back, today};
use measures::Scores;

/// Scores by survey and question.
pub type ScoresOf = HashMap<(String, String), Scores>;

/// A day, a score, and how often it was given.
type Counted = (Date, f64, u64);

/// Scores by survey, question and day.
pub struct Days(HashMap<(String, String), Vec<Counted>>);

impl Days {
    pub fn scores(&self, survey: &str, question: &str, period: Period) -> Scores {
        let mut scores = Scores::default();
        let days = self.0.get(&(survey.to_owned(), question.to_owned())).into_iter().flatten();
        for (_, score, count) in days.filter(|(day, ..)| period.contains(*day)) {
            scores.add(*score, *count);
        }
        scores
    }
}

/// Every score that was ever given.
pub async fn scores(lake: &Lake, workspace: WorkspaceId) -> Result<ScoresOf> {
    let sql = "select survey, question, score, count(*) from answers where score is not null group by 1, 2, 3";
    let mut scores = ScoresOf::new();
    for row in lake.query(workspace, sql, &[]).await?.rows().await? {
        let [survey, question, score, count] = &row[..] else { continue };
        let (Some(survey), Some(question)) = (survey.as_str(), question.as_str()) else { continue };
        let place = scores.entry((survey.to_owned(), question.to_owned())).or_default();
        place.add(score.as_f64().unwrap_or_default(), whole(count));
    }
    Ok(scores)
}

/// The scores of the last `days` days, by day.
pub async fn lately(lake: &Lake, workspace: WorkspaceId, format: &Format, now: Timestamp, days: i32) -> Result<Days> {
    let sql = "select survey, question, local_day(occurred_at, $1) as day, score, count(*) from answers \
               where score is not null and occurred_at >= $2 group by 1, 2, 3, 4";
    let zone = format.zone.iana_name().unwrap_or("UTC");
    let params = [zone.into(), Cell::Time(begin(format, now, days))];
    let mut found = lake.query(workspace, sql, &params).await?;
    let mut lately: HashMap<_, Vec<_>> = HashMap::new();
    while let Some(rows) = found.next_rows().await? {
        for row in rows {
            let [survey, question, day, score, count] = &row[..] else { continue };
            let (Some(survey), Some(question), Some(day)) = (survey.as_str(), question.as_str(), day.as_day()) else {
                continue;
            };
            let place = lately.entry((survey.to_owned(), question.to_owned())).or_default();
            place.push((day, score.as_f64().unwrap_or_default(), whole(count)));
        }
    }
    Ok(Days(lately))
}

/// Answers given in `period`, by survey.
pub async fn answers(
    lake: &Lake,
    workspace: WorkspaceId,
    format: &Format,
    period: Period,
) -> Result<HashMap<String, u64>> {
    let sql = "select survey, count(*) from answers where occurred_at >= $1 and occurred_at < $2 group by 1";
    counted(lake, workspace, format, period, sql).await
}

/// Responses begun in `period`, by survey.
pub async fn responses(
    lake: &Lake,
    workspace: WorkspaceId,
    format: &Format,
    period: Period,
) -> Result<HashMap<String, u64>> {
    let sql = "select survey, count(*) from responses where started_at >= $1 and started_at < $2 group by 1";
    counted(lake, workspace, format, period, sql).await
}

/// What `sql` counts by survey, from $1 to before $2.
async fn counted(
    lake: &Lake,
    workspace: WorkspaceId,
    format: &Format,
    period: Period,
    sql: &str,
) -> Result<HashMap<String, u64>> {
    let (from, to) = period.instants(format);
    let (from, to) = (from.unwrap_or(Timestamp(i64::MIN / 2)), to.unwrap_or(Timestamp(i64::MAX / 2)));
    let rows = lake.query(workspace, sql, &[Cell::Time(from), Cell::Time(to)]).await?.rows().await?;
    Ok(rows.iter().filter_map(|row| Some((row.first()?.as_str()?.to_owned(), whole(row.get(1)?)))).collect())
}

/// The start of the day `days` − 1 days ago.
fn begin(format: &Format, now: Timestamp, days: i32) -> Timestamp {
    let first = back(today(format, now), days - 1);
    Period::new(first, first).instants(format).0.unwrap_or_else(|| format.start_of(Grain::Day, now))
}

fn whole(cell: &Cell) -> u64 {
    cell.as_i64().unwrap_or(0).max(0) as u64
}
