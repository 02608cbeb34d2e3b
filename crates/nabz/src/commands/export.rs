//! `nabz export`: whole tables and definitions, and a survey's responses as one file.

use std::io::{Read as _, Write as _};

use kernel::WorkspaceId;
use lake::SqlOptions;
use store::audit::{self, Deed};
use understand::export::{self, Options, Source};

use crate::app::App;
use crate::cli::{Export, ExportFormat, Exported, Format};
use crate::commands::sql;
use crate::console::{Console, Exit};
use crate::failure::Failure;

/// Answers with what is personal in their texts masked. What asks for something personal is masked as a whole.
const MASKED: &str = "* replace (case \
    when text is null or kind in ('date', 'time', 'number', 'calculated', 'file') then text \
    when kind in ('email', 'phone') then concat('[', kind, ']') \
    when kind in ('contact', 'signature') then '[name]' \
    else masked(text) end as text)";

/// Notes that personal data was taken out, before it is.
async fn note(app: &App, workspace: WorkspaceId, subject: &str) -> Result<(), Failure> {
    let txn = app.store.write().await?;
    let deed = Deed { actor: "cli", action: "export.personal", subject, detail: serde_json::json!({}) };
    audit::note(&txn, workspace, deed).await?;
    Ok(txn.commit().await?)
}

pub async fn run(app: &App, workspace: WorkspaceId, command: &Export, console: &Console) -> Result<Exit, Failure> {
    let (table, has_survey) = match command.what {
        None => return wide(app, workspace, command, console).await,
        Some(Exported::Responses) => ("responses", true),
        Some(Exported::Answers) => ("answers", true),
        Some(Exported::Contacts) => ("contacts", false),
        Some(Exported::Signals) => ("signals", false),
        Some(Exported::Surveys) => return surveys(app, workspace, command.survey.as_deref(), console).await,
    };
    let format = match command.format {
        _ if console.manners.json => Format::Json,
        ExportFormat::Table => Format::Table,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Json => Format::Json,
        ExportFormat::Parquet => Format::Parquet,
        ExportFormat::Xlsx | ExportFormat::Sav | ExportFormat::Dta => {
            let hint = format!("write nabz export --survey NAME, without `{table}`");
            return Err(Failure::usage("this format is for the responses of a survey", hint));
        }
    };
    let condition = match &command.survey {
        Some(_) if !has_survey => {
            return Err(Failure::usage(format!("{table} do not belong to a survey"), "leave --survey out"));
        }
        Some(key) => {
            app.store.survey_by_key(workspace, key).await?.ok_or(kernel::Error::NotFound("survey"))?;
            format!(" where survey = '{}'", key.replace('\'', "''"))
        }
        None => String::new(),
    };
    if command.personal_data {
        note(app, workspace, table).await?;
    }
    let columns = if table == "answers" && !command.personal_data { MASKED } else { "*" };
    let query = format!("select {columns} from {table}{condition}");
    let result = app.lake.sql(workspace, &query, SqlOptions::default()).await.map_err(kernel::Error::from)?;
    let mut out = console.writer();
    let rows = match format {
        Format::Csv => result.to_csv_for_spreadsheets(&mut *out).await.map_err(kernel::Error::from)?,
        format => sql::write(result, format, &mut *out).await?,
    };
    out.flush()?;
    console.say(&format!("{rows} rows")).await;
    Ok(Exit::Done)
}

/// A survey's responses, a row each.
async fn wide(app: &App, workspace: WorkspaceId, command: &Export, console: &Console) -> Result<Exit, Failure> {
    let format = match command.format {
        _ if console.manners.json => export::Format::Json,
        ExportFormat::Csv => export::Format::Csv,
        ExportFormat::Json => export::Format::Json,
        ExportFormat::Parquet => export::Format::Parquet,
        ExportFormat::Xlsx => export::Format::Xlsx,
        ExportFormat::Sav => export::Format::Sav,
        ExportFormat::Dta => export::Format::Dta,
        ExportFormat::Table => {
            return Err(Failure::usage("a survey's responses are too wide for a table", "choose --format csv"));
        }
    };
    let key = command.survey.as_deref().unwrap_or_default();
    let survey = app.store.survey_by_key(workspace, key).await?.ok_or(kernel::Error::NotFound("survey"))?;
    let workspaces = app.store.workspaces().await?;
    let zone = workspaces.iter().find(|row| row.id() == workspace).map_or("UTC", |row| row.zone.as_str());
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let locale = console.manners.locale;
    let source = Source {
        store: &app.store,
        lake: &app.lake,
        workspace,
        pages: &app.pages,
        reader: &kernel::format::Format::new(locale, kernel::format::Calendar::Gregorian, zone),
        now: app.store.env().now(),
    };
    if command.personal_data {
        note(app, workspace, &survey.id).await?;
    }
    let (language, labels, personal) = (command.language.clone(), command.labels, command.personal_data);
    let options = Options { format, language, labels, personal };
    let mut exported = export::survey(&source, &survey, &options).await?;
    let mut out = console.writer();
    let mut piece = vec![0; 1 << 16];
    loop {
        match exported.file.read(&mut piece)? {
            0 => break,
            n => out.write_all(&piece[..n])?,
        }
    }
    out.flush()?;
    console.say(&format!("{} rows", exported.rows)).await;
    Ok(Exit::Done)
}

async fn surveys(app: &App, workspace: WorkspaceId, key: Option<&str>, console: &Console) -> Result<Exit, Failure> {
    let mut list = Vec::new();
    for survey in app.store.surveys(workspace).await? {
        if key.is_none_or(|key| key == survey.key) {
            let definition = survey.published()?.map_or_else(|| survey.draft(), Ok)?;
            list.push(serde_json::json!({
                "key": survey.key, "title": survey.title, "state": survey.state, "version": survey.version,
                "definition": definition,
            }));
        }
    }
    if list.is_empty() && key.is_some() {
        return Err(kernel::Error::NotFound("survey").into());
    }
    console.line(&serde_json::to_string_pretty(&list).map_err(anyhow::Error::from)?).await?;
    Ok(Exit::Done)
}
