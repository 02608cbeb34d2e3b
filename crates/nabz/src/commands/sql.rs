//! `nabz sql`: questions in SQL.

use std::io::Write as _;
use std::time::Instant;

use kernel::WorkspaceId;
use lake::SqlOptions;

use crate::app::App;
use crate::cli::{Format, Sql};
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, workspace: WorkspaceId, command: Sql, console: &Console) -> Result<Exit, Failure> {
    let format = command.format.unwrap_or(if console.manners.json { Format::Json } else { Format::Table });
    let options = SqlOptions { cold: command.cold, rows_max: None };
    for run in 1..=command.repeat {
        let began = Instant::now();
        let result = app.lake.sql(workspace, &command.query, options).await.map_err(kernel::Error::from)?;
        let last = run == command.repeat;
        let mut out: Box<dyn std::io::Write + Send> = if last { console.writer() } else { Box::new(std::io::sink()) };
        let rows = write(result, format, &mut *out).await?;
        if command.timing {
            let took = began.elapsed().as_secs_f64() * 1e3;
            console.say(&format!("run {run}: {took:.1} ms, {rows} rows")).await;
        }
        out.flush()?;
    }
    Ok(Exit::Done)
}

/// Writes a result in a format; returns its rows.
pub async fn write(
    result: lake::QueryResult,
    format: Format,
    out: &mut (dyn std::io::Write + Send),
) -> Result<u64, Failure> {
    let written = match format {
        Format::Table => result.to_table(out).await,
        Format::Csv => result.to_csv(out).await,
        Format::Json => result.to_json(out).await,
        Format::Parquet => result.to_parquet(out).await,
    };
    Ok(written.map_err(kernel::Error::from)?)
}
