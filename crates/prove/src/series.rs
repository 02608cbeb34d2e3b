//! A number by period and by unit, counted by the lake: by local day and score, so that its kept counts answer again.
//! Attributes are those of the moment of the answer.

use jiff::civil::{Date, time};
use kernel::format::{Format, Grain};
use kernel::{Measure, Refusal, Result, Timestamp, WorkspaceId};
use lake::{Cell, Lake};
use measures::Scores;

/// Counts (a day, a unit, a score) that one question adds up.
pub const COUNTS_MAX: usize = 500_000;

/// How often a score was given on a day by somebody of a unit.
#[derive(Clone, Debug)]
pub struct Count {
    pub day: Date,
    pub unit: Option<String>,
    pub score: f64,
    pub n: u64,
}

/// What is asked.
pub struct Question<'a> {
    pub lake: &'a Lake,
    pub workspace: WorkspaceId,
    /// IANA name of the zone in which days begin.
    pub zone: &'a str,
    pub measure: &'a Measure,
    /// The registered column that units are told apart by.
    pub unit: Option<&'a str>,
    pub since: Option<Timestamp>,
}

impl Question<'_> {
    /// The counts of those in scope, or of everybody.
    ///
    /// # Errors
    /// `too_many_counts` beyond [`COUNTS_MAX`].
    pub async fn counts(&self, scoped: bool) -> Result<Vec<Count>> {
        let mut params: Vec<Cell> = Vec::new();
        let mut bind = |cell: Cell| {
            params.push(cell);
            format!("${}", params.len())
        };
        let zone = bind(self.zone.into());
        let survey = bind(self.measure.survey.as_str().into());
        let question = bind(self.measure.question.as_str().into());
        let mut holds = format!("survey = {survey} and question = {question} and score is not null");
        if let Some(since) = self.since {
            let since = bind(Cell::Time(since));
            holds.push_str(&format!(" and occurred_at >= {since}"));
        }
        if let Some(scope) = self.measure.scope.as_ref().filter(|_| scoped) {
            let columns = self.lake.attribute_columns(self.workspace).await.map_err(kernel::Error::from)?;
            let clause =
                lake::clause(scope, &[&self.measure.survey], &columns, &mut bind).map_err(kernel::Error::from)?;
            holds.push_str(" and ");
            holds.push_str(&clause);
        }
        // Only columns of the registry come here; their names hold letters, digits and underscores.
        let unit = self.unit.map_or_else(
            || "cast(null as varchar)".to_owned(),
            |column| format!("cast(\"{}\" as varchar)", column.replace('"', "")),
        );
        let sql = format!(
            "select local_day(occurred_at, {zone}) as day, {unit} as unit, score, count(*) as n \
             from answers where {holds} group by 1, 2, 3"
        );
        let mut found = self.lake.query(self.workspace, &sql, &params).await?;
        let mut counts = Vec::new();
        while let Some(rows) = found.next_rows().await? {
            counts.extend(rows.into_iter().filter_map(|row| {
                let [day, unit, score, n] = <[Cell; 4]>::try_from(row).ok()?;
                let n = n.as_i64().unwrap_or(0).max(0) as u64;
                Some(Count { day: day.as_day()?, unit: unit.as_str().map(str::to_owned), score: score.as_f64()?, n })
            }));
            if counts.len() > COUNTS_MAX {
                return Err(Refusal::new("too_many_counts").with("max", COUNTS_MAX.to_string()).into());
            }
        }
        Ok(counts)
    }
}

/// Weeks or months of the workspace's calendar.
#[derive(Clone, Debug)]
pub struct Periods {
    pub grain: Grain,
    /// Their first days, without gaps.
    pub starts: Vec<Date>,
    /// The day after the last of them.
    pub end: Date,
}

impl Periods {
    /// Those from the one that holds `first` to the one that holds `last`, the newest `most` of them.
    pub fn new(format: &Format, grain: Grain, first: Date, last: Date, most: usize) -> Self {
        let mut starts = vec![start_of(format, grain, last)];
        let mut end = next(format, grain, last);
        while starts[0] > first && starts.len() < most {
            let Ok(before) = starts[0].yesterday() else { break };
            starts.insert(0, start_of(format, grain, before));
        }
        if end <= *starts.last().unwrap_or(&end) {
            end = last;
        }
        Self { grain, starts, end }
    }

    pub fn place(&self, day: Date) -> Option<usize> {
        (day < self.end).then(|| self.starts.partition_point(|start| *start <= day).checked_sub(1)).flatten()
    }

    /// Periods from this day on until `later`.
    pub fn between(&self, format: &Format, from: Date, later: Date) -> i64 {
        let (mut day, mut count) = (start_of(format, self.grain, from), 0);
        let target = start_of(format, self.grain, later);
        while day < target && count < MOST_AHEAD {
            day = next(format, self.grain, day);
            count += 1;
        }
        while day > target && count > -MOST_AHEAD {
            let Ok(before) = day.yesterday() else { break };
            day = start_of(format, self.grain, before);
            count -= 1;
        }
        count
    }

    /// A period's name.
    pub fn label(&self, format: &Format, at: usize) -> String {
        self.starts.get(at).map_or_else(String::new, |day| format.bucket(self.grain, noon(format, *day)))
    }
}

/// Periods that are counted forwards or back.
const MOST_AHEAD: i64 = 600;

/// The first day of the week or month that `day` lies in.
pub fn start_of(format: &Format, grain: Grain, day: Date) -> Date {
    format.start_of(grain, noon(format, day)).in_zone(&format.zone).date()
}

/// The first day of the next week or month.
pub fn next(format: &Format, grain: Grain, day: Date) -> Date {
    format.start_of_next(grain, noon(format, day)).in_zone(&format.zone).date()
}

/// An instant that certainly lies in `day`.
pub fn noon(format: &Format, day: Date) -> Timestamp {
    let wall = day.to_datetime(time(12, 0, 0, 0));
    format
        .zone
        .to_ambiguous_timestamp(wall)
        .compatible()
        .map_or_else(|_| Timestamp::from(jiff::Timestamp::MAX), Timestamp::from)
}

/// The scores of each period.
pub fn by_period(counts: &[Count], periods: &Periods) -> Vec<Scores> {
    let mut scores = vec![Scores::default(); periods.starts.len()];
    for count in counts {
        if let Some(scores) = periods.place(count.day).and_then(|at| scores.get_mut(at)) {
            scores.add(count.score, count.n);
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use kernel::Locale;
    use kernel::format::Calendar;

    use super::*;

    fn tehran() -> Format {
        Format::new(Locale::Fa, Calendar::Persian, TimeZone::get("Asia/Tehran").unwrap())
    }

    #[test]
    fn weeks_and_months_are_those_of_the_calendar() {
        let weeks = Periods::new(&tehran(), Grain::Week, date(2026, 11, 1), date(2026, 11, 22), 100);
        assert_eq!(weeks.starts.last(), Some(&date(2026, 11, 21)));
        assert_eq!(weeks.starts.first(), Some(&date(2026, 10, 31)));
        assert_eq!(weeks.place(date(2026, 11, 20)), Some(2));
        assert_eq!(weeks.place(date(2026, 10, 30)), None);
        assert_eq!(weeks.place(date(2026, 11, 28)), None);
        let months = Periods::new(&tehran(), Grain::Month, date(2020, 1, 1), date(2026, 11, 22), 12);
        assert_eq!(months.starts.len(), 12);
        assert_eq!(months.starts[11], date(2026, 11, 22));
        assert_eq!(months.between(&tehran(), date(2026, 11, 22), date(2027, 1, 22)), 2);
        assert_eq!(months.between(&tehran(), date(2027, 1, 22), date(2026, 11, 22)), -2);
    }
}
