//! `nabz import`: responses from files, what was imported, and taking it out again.

use std::time::{Duration, Instant};

use kernel::{ImportId, WorkspaceId};
use listen::import::{Guess, Mapping, Options, Source};
use listen::imports::{self, Preview, Progress, Report, Request};
use serde::Serialize;
use serde_json::json;
use tokio::sync::watch;

use crate::app::App;
use crate::cli::{Import, ImportResponses};
use crate::console::{Console, Exit};
use crate::failure::Failure;

const ACTOR: &str = "cli";
/// Refused lines that are told on stderr; `--json` has more.
const TOLD_MAX: usize = 20;
/// How often the state of a running import is shown.
const SHOW_EVERY: Duration = Duration::from_millis(200);
/// Imports that are read at a time for the list.
const PAGE: u64 = 500;
/// Widest column of the table of guesses, in characters.
const WIDTH_MAX: usize = 40;

pub async fn run(app: &App, workspace: WorkspaceId, command: Import, console: &Console) -> Result<Exit, Failure> {
    match command {
        Import::Responses(command) => responses(app, workspace, command, console).await,
        Import::Undo { import } => undo(app, workspace, import, console).await,
        Import::List => list(app, workspace, console).await,
    }
}

async fn responses(
    app: &App,
    workspace: WorkspaceId,
    command: ImportResponses,
    console: &Console,
) -> Result<Exit, Failure> {
    let preview = imports::prepare(Source::Path(command.file.clone())).await?;
    let maps = preview.maps(&command.map)?;
    let mapping = preview.mapping(&maps)?;
    let undecided = preview.undecided(&maps);
    let columns = columns(app, console, &preview, &mapping, &undecided);
    if command.dry_run {
        return show(&columns, console).await;
    }
    for line in table(&columns) {
        console.say(&line).await;
    }
    if !undecided.is_empty() && !command.yes {
        return Err(undecided_words(&undecided));
    }
    let name = command.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let request = Request { file: preview.file.clone(), file_name: name, survey: command.survey, mapping };
    let report = follow(app, workspace, request, console).await?;
    tell(app, &report, console).await?;
    Ok(if report.counts.rejected > 0 { Exit::Partly } else { Exit::Done })
}

/// One column, as it would be read.
#[derive(Serialize)]
struct Column<'a> {
    column: &'a str,
    role: &'static str,
    options: &'a Options,
    /// What `--map` would say.
    map: String,
    certain: bool,
    why: String,
    samples: &'a [String],
}

fn columns<'a>(
    app: &App,
    console: &Console,
    preview: &'a Preview,
    mapping: &'a Mapping,
    undecided: &[&Guess],
) -> Vec<Column<'a>> {
    let each = mapping.columns.iter().zip(&preview.guesses).zip(&preview.samples);
    each.map(|((column, guess), samples)| {
        let is_guess = column.role == guess.column.role;
        Column {
            column: &column.name,
            role: column.role.as_str(),
            options: &column.options,
            map: column.to_string(),
            certain: !undecided.iter().any(|guess| guess.column.name == column.name),
            why: if is_guess { imports::why(&app.pages, console.manners.locale, &guess.why) } else { "--map".into() },
            samples,
        }
    })
    .collect()
}

/// Lines of a table: column, role, a mark where it is not certain, reason.
fn table(columns: &[Column<'_>]) -> Vec<String> {
    let width = columns.iter().map(|column| column.column.chars().count()).max().unwrap_or(0).min(WIDTH_MAX);
    let line = |column: &Column<'_>| {
        let mark = if column.certain { ' ' } else { '?' };
        format!("{mark} {:width$}  {:10}  {}", column.column, column.role, column.why)
    };
    columns.iter().map(line).collect()
}

async fn show(columns: &[Column<'_>], console: &Console) -> Result<Exit, Failure> {
    if console.manners.json {
        console.line(&json!({ "columns": columns }).to_string()).await?;
    } else {
        for line in table(columns) {
            console.line(&line).await?;
        }
    }
    Ok(Exit::Done)
}

fn undecided_words(undecided: &[&Guess]) -> Failure {
    let names: Vec<_> = undecided.iter().map(|guess| format!("`{}`", guess.column.name)).collect();
    let maps: Vec<_> = undecided.iter().map(|guess| format!("--map {}", quoted(&guess.column.to_string()))).collect();
    Failure::usage(
        format!("what these columns are is not certain: {}", names.join(", ")),
        format!("if the guess is right, add {} (or --yes for all); else give another role", maps.join(" ")),
    )
}

/// As one word of a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Runs the import and shows how far it is.
async fn follow(app: &App, workspace: WorkspaceId, request: Request, console: &Console) -> Result<Report, Failure> {
    let (sender, progress) = watch::channel(Progress::default());
    let began = Instant::now();
    let mut note = |now: Progress| _ = sender.send_replace(now);
    let work = imports::run(&app.store, workspace, ACTOR, request, &mut note);
    let mut work = std::pin::pin!(work);
    let mut pulse = tokio::time::interval(SHOW_EVERY);
    let done = loop {
        tokio::select! {
            done = &mut work => break done,
            _ = pulse.tick() => {
                let now = *progress.borrow();
                console.progress(&state(now, began.elapsed())).await;
            }
        }
    };
    console.progress_done().await;
    Ok(done?)
}

fn state(now: Progress, took: Duration) -> String {
    let rate = now.counts.rows as f64 / took.as_secs_f64().max(0.001);
    let share = now.bytes_read as f64 / now.bytes_due.max(1) as f64 * 100.0;
    format!("{} rows, {rate:.0} rows/s, {share:.0} %", now.counts.rows)
}

/// The report as `--json` gives it; the order of its fields is part of the contract.
#[derive(Serialize)]
struct Told<'a> {
    import: &'a str,
    rows: u64,
    responses: u64,
    answers: u64,
    added: u64,
    duplicates: u64,
    rejected: Vec<Line<'a>>,
    /// Refused lines beyond those that are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    more_rejected: Option<u64>,
}

#[derive(Serialize)]
struct Line<'a> {
    line: u64,
    field: Option<&'a str>,
    code: &'a str,
    message: String,
}

async fn tell(app: &App, report: &Report, console: &Console) -> Result<(), Failure> {
    let counts = report.counts;
    let words = |refused: &imports::Refused| refused.words(&app.pages, console.manners.locale);
    for refused in report.rejected.iter().take(TOLD_MAX) {
        let field = refused.field.as_ref().map_or(String::new(), |field| format!(" {field}:"));
        console.say(&format!("line {}:{field} {}", refused.line, words(refused))).await;
    }
    if counts.rejected > TOLD_MAX as u64 {
        console.say(&format!("and {} more", counts.rejected - TOLD_MAX as u64)).await;
    }
    console
        .say(&format!(
            "{} rows: {} responses added, {} there before, {} lines refused",
            counts.rows, counts.added, counts.duplicates, counts.rejected
        ))
        .await;
    if !console.manners.json {
        return Ok(console.line(report.import.as_str()).await?);
    }
    let rejected = report.rejected.iter().map(|refused| Line {
        line: refused.line,
        field: refused.field.as_deref(),
        code: &refused.code,
        message: words(refused),
    });
    let told = Told {
        import: report.import.as_str(),
        rows: counts.rows,
        responses: counts.responses,
        answers: counts.answers,
        added: counts.added,
        duplicates: counts.duplicates,
        rejected: rejected.collect(),
        more_rejected: (report.more_rejected > 0).then_some(report.more_rejected),
    };
    Ok(console.line(&serde_json::to_string(&told).map_err(anyhow::Error::from)?).await?)
}

async fn undo(app: &App, workspace: WorkspaceId, import: String, console: &Console) -> Result<Exit, Failure> {
    let gone = imports::undo(&app.store, workspace, ACTOR, &ImportId::from_outside(&import)).await?;
    if console.manners.json {
        console.line(&json!({ "import": import, "removed": gone }).to_string()).await?;
    } else {
        console.say(&format!("Undone: {gone} responses went, and their ids are free again.")).await;
    }
    Ok(Exit::Done)
}

async fn list(app: &App, workspace: WorkspaceId, console: &Console) -> Result<Exit, Failure> {
    let mut all: Vec<imports::Import> = Vec::new();
    loop {
        let before = all.last().map(|last| last.id.clone());
        let page = imports::list(&app.store, workspace, before.as_ref().map(ImportId::as_str), PAGE).await?;
        let is_last = (page.len() as u64) < PAGE;
        all.extend(page);
        if is_last {
            break;
        }
    }
    if console.manners.json {
        console.line(&serde_json::to_string(&all).map_err(anyhow::Error::from)?).await?;
        return Ok(Exit::Done);
    }
    for one in all {
        let state = serde_json::to_value(one.state).map_err(anyhow::Error::from)?;
        let state = state.as_str().unwrap_or_default();
        let line = format!("{}  {state:11}  {:>9}  {}  {}", one.id, one.counts.added, one.survey, one.file);
        console.line(&line).await?;
    }
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_can_be_pasted_into_a_shell() {
        assert_eq!(quoted("Guest's score=nps"), r"'Guest'\''s score=nps'");
    }
}
