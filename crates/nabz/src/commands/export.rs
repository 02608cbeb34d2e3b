//! `nabz export`: whole tables and definitions.

use std::io::Write as _;

use kernel::WorkspaceId;
use lake::SqlOptions;

use crate::app::App;
use crate::cli::{Export, Exported, Format};
use crate::commands::sql;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(app: &App, workspace: WorkspaceId, command: &Export, console: &Console) -> Result<Exit, Failure> {
    let (table, has_survey) = match command.what {
        Exported::Responses => ("responses", true),
        Exported::Answers => ("answers", true),
        Exported::Contacts => ("contacts", false),
        Exported::Signals => ("signals", false),
        Exported::Surveys => return surveys(app, workspace, command.survey.as_deref(), console).await,
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
    let query = format!("select * from {table}{condition}");
    let result = app.lake.sql(workspace, &query, SqlOptions::default()).await.map_err(kernel::Error::from)?;
    let mut out = console.writer();
    let format = if console.manners.json { Format::Json } else { command.format };
    let rows = match format {
        Format::Csv => result.to_csv_for_spreadsheets(&mut *out).await.map_err(kernel::Error::from)?,
        format => sql::write(result, format, &mut *out).await?,
    };
    out.flush()?;
    console.say(&format!("{rows} rows")).await;
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
