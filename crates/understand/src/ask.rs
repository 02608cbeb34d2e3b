//! The questions that pages put to the lake. They are few and plain: counts by local day, so that the lake's kept
//! aggregates answer them again and again, whatever the period; everything else is computed from those counts.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use kernel::format::Format;
use kernel::{Refusal, Result, Timestamp, Uid, WorkspaceId};
use lake::{Cell, Lake};
use store::Logged;

use crate::filters::{Condition, Dimension, Where};
use crate::period::Period;
use measures::Scores;

/// A dimension with more values than this cannot be split by: it names people or things, not groups.
pub const SPLIT_VALUES_MAX: i64 = 2_000;
/// Counts (a day, a question, a score) that one page adds up.
pub const COUNTS_MAX: usize = 2_000_000;
/// Dimensions that are looked at; attributes beyond can still be filtered by through an address.
pub const DIMENSIONS_MAX: usize = 60;
/// Values of a dimension that are offered as filters.
pub const VALUES_MAX: usize = 40;

/// Rows that are verbatims: their kinds are those of [`kernel::survey::Kind::is_verbatim`].
pub const IS_VERBATIM: &str = "kind in ('text', 'ideas')";
/// Rows without words, or with such.
pub const VERBATIM_OR_NONE: &str = "(text is null or kind in ('text', 'ideas'))";

/// Puts questions about one survey.
#[derive(Clone, Copy)]
pub struct Asker<'a> {
    pub lake: &'a Lake,
    pub workspace: WorkspaceId,
    /// Key of the survey.
    pub survey: &'a str,
    pub format: &'a Format,
    /// IANA name of the zone in which days begin.
    pub zone: &'a str,
    /// Positions of responses that do not count.
    pub left_out: &'a [i64],
}

/// What was answered on which day, and how often.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    questions: Vec<String>,
    rows: Vec<Counted>,
}

#[derive(Clone, Debug)]
struct Counted {
    day: Date,
    /// Its place among the questions.
    question: usize,
    value: Value,
    count: u64,
}

#[derive(Clone, Debug)]
enum Value {
    Score(f64),
    Choice(String),
    Text,
}

impl Answers {
    pub fn scores(&self, question: &str, period: Period) -> Scores {
        let mut scores = Scores::default();
        for (_, score, count) in self.scored(question).filter(|(day, ..)| period.contains(*day)) {
            scores.add(score, count);
        }
        scores
    }

    /// Day, score and count of one question.
    pub fn scored(&self, question: &str) -> impl Iterator<Item = (Date, f64, u64)> {
        self.of(question).filter_map(|row| match row.value {
            Value::Score(score) => Some((row.day, score, row.count)),
            _ => None,
        })
    }

    /// How often each option was chosen.
    pub fn choices(&self, question: &str, period: Period) -> HashMap<&str, u64> {
        let mut choices = HashMap::new();
        for row in self.of(question).filter(|row| period.contains(row.day)) {
            if let Value::Choice(choice) = &row.value {
                *choices.entry(choice.as_str()).or_default() += row.count;
            }
        }
        choices
    }

    pub fn texts(&self, question: Option<&str>, period: Period) -> u64 {
        self.text_days(question, period).map(|(_, count)| count).sum()
    }

    /// The latest day such that at least `wanted` texts were written from it on; nothing where there are fewer.
    pub fn day_of_latest_texts(&self, period: Period, wanted: u64) -> Option<Date> {
        let mut days: BTreeMap<Date, u64> = BTreeMap::new();
        for (day, count) in self.text_days(None, period) {
            *days.entry(day).or_default() += count;
        }
        let mut seen = 0;
        days.into_iter().rev().find_map(|(day, count)| {
            seen += count;
            (seen >= wanted).then_some(day)
        })
    }

    fn text_days<'a>(&'a self, question: Option<&'a str>, period: Period) -> impl Iterator<Item = (Date, u64)> + 'a {
        let wanted = question.map(|question| self.place(question));
        self.rows
            .iter()
            .filter(move |row| matches!(row.value, Value::Text) && wanted.is_none_or(|place| place == row.question))
            .map(|row| (row.day, row.count))
            .filter(move |(day, _)| period.contains(*day))
    }

    fn of(&self, question: &str) -> impl Iterator<Item = &Counted> {
        let place = self.place(question);
        self.rows.iter().filter(move |row| row.question == place)
    }

    /// The place of a question; one that nobody answered has a place without rows.
    fn place(&self, question: &str) -> usize {
        self.questions.iter().position(|known| known == question).unwrap_or(self.questions.len())
    }

    fn add(&mut self, row: Vec<Cell>) -> Option<()> {
        let [day, question, score, choice, count] = <[Cell; 5]>::try_from(row).ok()?;
        let value = match (score.as_f64(), choice) {
            (Some(score), _) => Value::Score(score),
            (None, Cell::Text(choice)) => Value::Choice(choice),
            _ => Value::Text,
        };
        let place = self.place(question.as_str()?);
        if place == self.questions.len() {
            self.questions.push(question.as_str()?.to_owned());
        }
        self.rows.push(Counted { day: day.as_day()?, question: place, value, count: whole(&count) });
        Some(())
    }
}

/// How many responses were begun on which day.
#[derive(Clone, Debug, Default)]
pub struct Responses(Vec<(Date, bool, u64)>);

impl Responses {
    /// All and the completed ones.
    pub fn during(&self, period: Period) -> (u64, u64) {
        let within = || self.0.iter().filter(|(day, ..)| period.contains(*day));
        let all = within().map(|(.., count)| count).sum();
        (all, within().filter(|(_, complete, _)| *complete).map(|(.., count)| count).sum())
    }

    /// The first and the last day that have any.
    pub fn days(&self) -> Option<(Date, Date)> {
        let days = || self.0.iter().map(|(day, ..)| *day);
        Some((days().min()?, days().max()?))
    }
}

/// Where a survey's rows stand in the log: while it stays, so do the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    pub newest: i64,
    pub responses: i64,
}

/// A written answer.
#[derive(Clone, Debug)]
pub struct Written {
    pub uid: Uid,
    /// Key of the answer.
    pub question: String,
    pub text: String,
    pub language: Option<String>,
    pub at: Timestamp,
}

impl Asker<'_> {
    pub async fn stand(&self) -> Result<Stand> {
        let all = Where::new(self.survey, &[]);
        let rows = self.rows("select max(_position), count(*) from responses where {where}", &all).await?;
        let number = |place: usize| rows.first().and_then(|row| row.get(place)).and_then(Cell::as_i64).unwrap_or(0);
        Ok(Stand { newest: number(0), responses: number(1) })
    }

    pub async fn answers(&self, conditions: &[Condition]) -> Result<Answers> {
        let mut all = self.all(conditions);
        let zone = all.bind(self.zone);
        let sql = format!(
            "select local_day(occurred_at, {zone}) as day, question, score, choice, count(*) as n \
             from answers where {{where}} group by 1, 2, 3, 4"
        );
        // Other texts than verbatims are personal details, dates and words beside options.
        all.and(VERBATIM_OR_NONE);
        let mut found = self.lake.query(self.workspace, &sql.replace("{where}", all.sql()), all.params()).await?;
        let mut answers = Answers::default();
        // Read as it comes: many years of many questions are more rows than a page may hold at once.
        while let Some(rows) = found.next_rows().await? {
            for row in rows {
                answers.add(row);
            }
            if answers.rows.len() > COUNTS_MAX {
                return Err(Refusal::new("too_many_counts").with("max", COUNTS_MAX.to_string()).into());
            }
        }
        Ok(answers)
    }

    pub async fn responses(&self, conditions: &[Condition]) -> Result<Responses> {
        let mut all = self.all(conditions);
        let zone = all.bind(self.zone);
        let sql = format!(
            "select local_day(started_at, {zone}) as day, state, count(*) as n from responses where {{where}} group by 1, 2"
        );
        let days = self.rows(&sql, &all).await?.into_iter().filter_map(|row| {
            let [day, state, count] = <[Cell; 3]>::try_from(row).ok()?;
            Some((day.as_day()?, state.as_str() == Some("complete"), whole(&count)))
        });
        Ok(Responses(days.collect()))
    }

    /// How many people chose something in questions that take several options.
    pub async fn choosers(&self, conditions: &[Condition], period: Period) -> Result<HashMap<String, u64>> {
        let mut all = self.all(conditions);
        all.during("occurred_at", period, self.format);
        let sql =
            "select question, count(distinct _position) from answers where {where} and kind = 'choices' group by 1";
        let rows = self.rows(sql, &all).await?.into_iter();
        Ok(rows.filter_map(|row| Some((row.first()?.as_str()?.to_owned(), whole(row.get(1)?)))).collect())
    }

    /// Those of `dimensions` that the survey's responses have values of, with about how many different ones.
    pub async fn filled(&self, dimensions: &[Dimension]) -> Result<Vec<(Dimension, i64)>> {
        let dimensions = &dimensions[..dimensions.len().min(DIMENSIONS_MAX)];
        let columns: Vec<String> = dimensions
            .iter()
            .map(|dimension| format!("approx_distinct(cast({} as varchar))", dimension.sql()))
            .collect();
        let sql = format!("select {} from responses where {{where}}", columns.join(", "));
        let row = self.rows(&sql, &Where::new(self.survey, &[])).await?.into_iter().next().unwrap_or_default();
        let counts = row.iter().map(|cell| cell.as_i64().unwrap_or(0));
        Ok(dimensions.iter().cloned().zip(counts).filter(|(_, count)| *count > 0).collect())
    }

    /// The commonest values of a dimension.
    pub async fn values(&self, dimension: &Dimension) -> Result<Vec<(String, u64)>> {
        let column = dimension.sql();
        let sql = format!(
            "select {column}, count(*) as n from responses where {{where}} and {column} is not null \
             group by 1 order by 2 desc, 1 limit {VALUES_MAX}"
        );
        let rows = self.rows(&sql, &Where::new(self.survey, &[])).await?.into_iter();
        Ok(rows.filter_map(|row| Some((row.first()?.to_string(), whole(row.get(1)?)))).collect())
    }

    /// The scores of one question, by the values of a dimension.
    pub async fn split(
        &self,
        conditions: &[Condition],
        period: Period,
        question: &str,
        dimension: &Dimension,
    ) -> Result<Vec<(Option<String>, Scores)>> {
        let mut all = self.all(conditions);
        let question = all.bind(question);
        all.and(&format!("question = {question} and score is not null"));
        all.during("occurred_at", period, self.format);
        let sql = format!("select {}, score, count(*) from answers where {{where}} group by 1, 2", dimension.sql());
        let mut groups: BTreeMap<Option<String>, Scores> = BTreeMap::new();
        for row in self.rows(&sql, &all).await? {
            let [value, score, count] = &row[..] else { continue };
            let value = (!value.is_null()).then(|| value.to_string());
            groups.entry(value).or_default().add(score.as_f64().unwrap_or_default(), whole(count));
        }
        Ok(groups.into_iter().collect())
    }

    /// The newest written answers, of one key or of all.
    pub async fn texts(
        &self,
        conditions: &[Condition],
        period: Period,
        key: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Written>> {
        let mut all = self.all(conditions);
        all.and(IS_VERBATIM);
        all.and_texts_say(conditions);
        if let Some(key) = key {
            let place = all.bind(key);
            all.and(&format!("question = {place}"));
        }
        all.during("occurred_at", period, self.format);
        let sql = format!(
            "select _uid, question, text, language, occurred_at from answers where {{where}} and text is not null \
             order by occurred_at desc, _position desc limit {limit}"
        );
        let written = self.rows(&sql, &all).await?.into_iter().filter_map(|row| {
            let [uid, question, text, language, at] = <[Cell; 5]>::try_from(row).ok()?;
            Some(Written {
                uid: uid.as_uid()?,
                question: question.as_str()?.to_owned(),
                text: text.as_str()?.to_owned(),
                language: language.as_str().map(str::to_owned),
                at: at.as_time()?,
            })
        });
        Ok(written.collect())
    }

    /// Whole signals in the order of `uids`; those that are gone are left out.
    pub async fn signals(&self, uids: &[Uid]) -> Result<Vec<Logged>> {
        let found = self.lake.signals(self.workspace, uids).await?;
        let mut by_uid: HashMap<Uid, Logged> = found.into_iter().map(|logged| (logged.uid, logged)).collect();
        Ok(uids.iter().filter_map(|uid| by_uid.remove(uid)).collect())
    }

    /// Rows that meet all conditions and are not left out.
    pub fn all(&self, conditions: &[Condition]) -> Where {
        let mut all = Where::new(self.survey, conditions);
        all.without(self.left_out);
        all
    }

    /// Runs `sql`, in which `{where}` stands for the conditions.
    pub async fn rows(&self, sql: &str, all: &Where) -> Result<Vec<Vec<Cell>>> {
        let sql = sql.replace("{where}", all.sql());
        Ok(self.lake.query(self.workspace, &sql, all.params()).await?.rows().await?)
    }
}

fn whole(cell: &Cell) -> u64 {
    cell.as_i64().unwrap_or(0).max(0) as u64
}

#[cfg(test)]
mod tests {
    use kernel::survey::Kind;

    use super::*;

    #[test]
    fn the_clauses_name_all_kinds_of_verbatims() {
        let kinds: Vec<String> =
            Kind::ALL.into_iter().filter(|kind| kind.is_verbatim()).map(|kind| format!("'{kind}'")).collect();
        assert_eq!(IS_VERBATIM, format!("kind in ({})", kinds.join(", ")));
        assert_eq!(VERBATIM_OR_NONE, format!("(text is null or {IS_VERBATIM})"));
    }
}
