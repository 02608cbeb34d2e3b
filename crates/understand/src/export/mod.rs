//! All responses of a survey as one file, a row each: for spreadsheets, statistics programs and other software.
//!
//! [`survey`] goes in three steps, none of which holds more than a few rows: the log is asked for the responses, which
//! are laid out ([`plan`]) and wait in a file without a name ([`spool`]); surveys that promise anonymity are made so
//! ([`privacy`]); then the format is written to another such file, which is handed on. So a file is complete or there is
//! none, and a slow reader holds nothing up.
//!
//! R has no format of its own here: `haven::read_sav` reads the SPSS file with all labels, and
//! `haven::as_factor` makes factors of them.

mod dta;
pub mod page;
mod plan;
mod privacy;
mod sav;
mod sheet;
mod spool;
mod table;
mod text;

use std::fs::File;
use std::io::{self, BufWriter, Seek as _};

use kernel::format::Format as Reader;
use kernel::signal::{Body, What};
use kernel::{Error, Locale, Refusal, Result, Timestamp, WorkspaceId};
use lake::{Cell, Lake};
use store::Store;
use store::entity::survey::Model;
use tokio::sync::Semaphore;

use crate::anonymity::CELL_MIN;
use crate::filters::Where;
use crate::personal::Mask;
use crate::subject::definition;
use plan::{Fact, Plan, Words};
use spool::{Spool, Spooled};
use table::{Column, Rows, Table, Type, Value};

/// Exports that are made at a time; others wait.
const AT_ONCE: usize = 2;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);
/// Responses of an anonymous survey that are compared with each other, the same as on its dashboard.
const ANONYMOUS_MAX: usize = 20_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
    Json,
    Parquet,
    /// SPSS; R, Python and Jamovi read it as well.
    Sav,
    /// Stata 14 and later.
    Dta,
}

impl Format {
    pub const ALL: [Self; 6] = [Self::Xlsx, Self::Csv, Self::Sav, Self::Dta, Self::Parquet, Self::Json];

    /// The name in addresses and on the command line, which is also the ending of the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Parquet => "parquet",
            Self::Sav => "sav",
            Self::Dta => "dta",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == text)
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Parquet => "application/vnd.apache.parquet",
            Self::Sav => "application/x-spss-sav",
            Self::Dta => "application/x-stata-dta",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    pub format: Format,
    /// Language of labels; the survey's nearest one is taken. None: its first.
    pub language: Option<String>,
    /// Words instead of keys in cells and heads, where the format does not hold both anyway.
    pub labels: bool,
    /// Personal data in texts as it was written. Never so where anonymity was promised.
    pub personal: bool,
}

/// A complete file, to be read from its start.
#[derive(Debug)]
pub struct Exported {
    pub file: File,
    pub rows: u64,
}

/// Where responses come from, and how their reader's days and words are.
pub struct Source<'a> {
    pub store: &'a Store,
    pub lake: &'a Lake,
    pub workspace: WorkspaceId,
    pub pages: &'a ui::Pages,
    pub reader: &'a Reader,
    pub now: Timestamp,
}

/// Exports all responses of a survey.
///
/// # Errors
/// `too_few_responses` for an anonymous survey with fewer than five completed ones; `sheet_too_long` and
/// `table_too_wide` where the format has no room; those of the lake and the disk.
pub async fn survey(source: &Source<'_>, row: &Model, options: &Options) -> Result<Exported> {
    filtered(source, row, options, Where::new(&row.key, &[])).await
}

/// The same, of those responses that meet `which`. Of an anonymous survey all are given whatever is asked: two files
/// that differ by one response would tell whose it is.
pub(crate) async fn filtered(source: &Source<'_>, row: &Model, options: &Options, which: Where) -> Result<Exported> {
    let _turn = TURNS.acquire().await.map_err(Error::internal)?;
    let survey = definition(row)?;
    let language = survey.language(options.language.as_deref().unwrap_or_default()).to_owned();
    let locale = Locale::parse(&language).unwrap_or_default();
    let pages = source.pages.clone();
    let own = move |key: &str| pages.plain(locale, key, &[]);
    let words = Words { survey: &survey, language: &language, own: &own };
    let attributes = source.store.attributes(source.workspace).await?;
    let attributes: Vec<_> = attributes
        .into_iter()
        .map(|row| (row.column_name, row.name, kernel::attribute::Kind::parse(&row.kind)))
        .collect();
    let mut plan = Plan::new(words, &attributes);
    if !options.personal || survey.anonymous {
        plan.mask = Mask::all(&own);
    }
    check_columns(options.format, plan.columns.len())?;
    let which = if survey.anonymous { anonymous(&row.key) } else { which };
    let mut spool = collect(source, &mut plan, &which).await?;
    if survey.anonymous {
        spool = protect(&mut plan, spool)?;
    }
    let count = spool.len();
    if options.format == Format::Xlsx && count > sheet::ROWS_MAX {
        return Err(Refusal::new("sheet_too_long").with("max", sheet::ROWS_MAX.to_string()).into());
    }
    check_columns(options.format, plan.columns.len())?;
    let shown = plan.shown();
    let table = Table {
        title: survey.title.get(&language, &survey.languages).unwrap_or(&row.title).to_owned(),
        columns: shown.iter().map(|column| plan.columns[*column].clone()).collect(),
        rows: count,
        at: source.now.0,
    };
    let mut rows = spool.done().map_err(disk)?;
    rows.columns = shown;
    let heads = sheet::Heads {
        rows: own("understand-export-sheet-rows"),
        columns: own("understand-export-sheet-columns"),
        heads: ["column", "label", "code", "meaning"].map(|head| own(&format!("understand-export-head-{head}"))),
    };
    let (format, labels) = (options.format, options.labels);
    let write = move || -> Result<File> {
        let mut file = tempfile::tempfile().map_err(disk)?;
        write(&file, &table, &mut rows, format, labels, &heads)?;
        file.rewind().map_err(disk)?;
        Ok(file)
    };
    let file = tokio::task::spawn_blocking(write).await.map_err(Error::internal)??;
    Ok(Exported { file, rows: count })
}

fn check_columns(format: Format, columns: usize) -> Result<()> {
    let max = match format {
        Format::Dta => dta::COLUMNS_MAX.min(plan::COLUMNS_MAX),
        _ => plan::COLUMNS_MAX,
    };
    if columns > max {
        return Err(Refusal::new("table_too_wide").with("max", max.to_string()).into());
    }
    Ok(())
}

fn anonymous(survey: &str) -> Where {
    let mut which = Where::new(survey, &[]);
    which.and("state = 'complete'");
    which
}

fn protect(plan: &mut Plan<'_>, spool: Spool) -> Result<Spool> {
    if spool.len() < CELL_MIN as u64 {
        return Err(Refusal::new("too_few_responses").with("min", CELL_MIN.to_string()).into());
    }
    let groups = plan.groups.clone();
    let rows = spool.done().map_err(disk)?;
    privacy::protected(rows, &mut plan.columns, &groups).map_err(disk)
}

/// Lays out the responses in the order in which they came.
async fn collect(source: &Source<'_>, plan: &mut Plan<'_>, which: &Where) -> Result<Spool> {
    let limit = if plan.is_anonymous() { format!(" limit {ANONYMOUS_MAX}") } else { String::new() };
    let sql = format!(
        "select id, started_at, completed_at, channel, touchpoint, contact_id, language, _body from responses \
         where {} order by _position{limit}",
        which.sql()
    );
    let mut found = source.lake.query(source.workspace, &sql, which.params()).await?;
    let mut spool = Spool::new().map_err(disk)?;
    let mut row = Vec::new();
    while let Some(cells) = found.next_rows().await? {
        for cells in cells {
            let [id, started, completed, channel, touchpoint, contact, language, body] =
                <[Cell; 8]>::try_from(cells).map_err(|_| Error::internal("a response lacks a column"))?;
            let Cell::Text(body) = body else { continue };
            let body: Body = serde_json::from_str(&body).map_err(Error::internal)?;
            let What::Response(response) = &body.what;
            row.clear();
            row.resize(plan.columns.len(), Value::Missing);
            for (fact, column) in plan.facts().to_vec() {
                let course = response.course.as_ref();
                row[column] = match fact {
                    Fact::Id => text(&id),
                    Fact::State => plan.code(column, response.state.as_str()),
                    Fact::StartedAt => time(&started),
                    Fact::CompletedAt => time(&completed),
                    Fact::Day => day(&completed, source.reader),
                    Fact::Channel => channel.as_str().map_or(Value::Missing, |channel| plan.code(column, channel)),
                    Fact::Touchpoint => text(&touchpoint),
                    Fact::ContactId => text(&contact),
                    Fact::Language => text(&language),
                    Fact::Version => course.map_or(Value::Missing, |course| Value::Number(course.version.into())),
                    Fact::Ending => match course {
                        Some(course) if !course.ending.is_empty() => Value::Text(course.ending.clone()),
                        _ => Value::Missing,
                    },
                    Fact::Seconds => match course {
                        Some(course) if !course.seconds.is_empty() => {
                            Value::Number(course.seconds.values().map(|seconds| f64::from(*seconds)).sum())
                        }
                        _ => Value::Missing,
                    },
                };
            }
            plan.fill_attributes(&mut row, &body.attributes);
            plan.fill(&mut row, &response.answers);
            spool.push(&mut plan.columns, &row).map_err(disk)?;
        }
    }
    Ok(spool)
}

fn text(cell: &Cell) -> Value {
    cell.as_str().map_or(Value::Missing, |text| Value::Text(text.to_owned()))
}

fn time(cell: &Cell) -> Value {
    cell.as_time().map_or(Value::Missing, |time| Value::Time(time.0))
}

/// The day in the workspace's zone.
fn day(cell: &Cell, reader: &Reader) -> Value {
    cell.as_time().map_or(Value::Missing, |time| Value::Day(plan::days(time.in_zone(&reader.zone).date())))
}

/// A disk that is full is told apart from one that fails.
fn disk(error: io::Error) -> Error {
    lake::Error::from(error).into()
}

fn write(
    file: &File,
    table: &Table,
    rows: &mut Spooled,
    format: Format,
    labels: bool,
    heads: &sheet::Heads,
) -> lake::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 18, file);
    match format {
        Format::Csv => text::csv(&mut out, table, rows, labels)?,
        Format::Json => text::json(&mut out, table, rows, labels)?,
        Format::Sav => sav::write(&mut out, table, rows)?,
        Format::Dta => dta::write(&mut out, table, rows)?,
        Format::Xlsx => sheet::write(file, table, rows, heads, labels)?,
        Format::Parquet => parquet(&mut out, table, rows, labels)?,
    }
    io::Write::flush(&mut out)?;
    Ok(())
}

fn parquet(out: &mut (impl io::Write + Send), table: &Table, rows: &mut Spooled, labels: bool) -> lake::Result<()> {
    let kind = |column: &Column| match column.kind {
        Type::Number if column.fractions => lake::ColumnKind::Number,
        Type::Number => lake::ColumnKind::Integer,
        Type::Text | Type::Code => lake::ColumnKind::Text,
        Type::Time => lake::ColumnKind::Time,
        Type::Day => lake::ColumnKind::Day,
    };
    let columns: Vec<lake::Column> =
        table.columns.iter().map(|column| lake::Column { name: column.name.clone(), kind: kind(column) }).collect();
    let mut file = lake::ParquetRows::new(out, &columns)?;
    let cell = |(column, value): (&Column, &Value)| match &*column.fit(value) {
        Value::Missing => Cell::Null,
        Value::Number(number) if column.fractions => Cell::Number(*number),
        Value::Number(number) => Cell::Integer(*number as i64),
        Value::Text(text) => Cell::Text(text.clone()),
        Value::Time(micros) => Cell::Time(Timestamp(*micros)),
        Value::Day(days) => {
            let epoch = jiff::civil::Date::constant(1970, 1, 1);
            Cell::Day(epoch.saturating_add(jiff::Span::new().days(*days)))
        }
        Value::Code(_) => Cell::Text(text::words(column, value, labels)),
    };
    rows.each(&mut |row| file.push(table.columns.iter().zip(row).map(cell).collect()).map_err(io::Error::other))?;
    file.close()
}
