//! Files of translations: given out, and taken back.

use axum::extract::{Multipart, Path};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::{Error, Refusal, Result};
use ui::Section;
use ui::http::{Asking, Fields, Manager, Reply};

use super::{FILE_BYTES_MAX, RefusedLine, Report, TEMPLATE, exchange, view};
use crate::surveys::editing::{self, Editing};
use crate::surveys::wordings;

/// Refused lines that the page lists.
const REFUSED_SHOWN: usize = 100;

/// `GET /listen/surveys/{survey}/translations.csv`
pub async fn export_csv(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let bytes = exchange::csv(&row.draft()?).map_err(Error::internal)?;
    Ok(download(bytes, "text/csv; charset=utf-8", &row.key, "csv"))
}

/// `GET /listen/surveys/{survey}/translations.json`
pub async fn export_json(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let bytes = exchange::json(&row.draft()?).map_err(Error::internal)?;
    Ok(download(bytes, "application/json", &row.key, "json"))
}

fn download(bytes: Vec<u8>, kind: &str, key: &str, extension: &str) -> axum::response::Response {
    // The key is letters, digits and `_` of any script; a header takes ASCII only.
    let name: String = key.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let disposition = format!("attachment; filename=\"translations-{name}.{extension}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

/// `POST /listen/surveys/{survey}/translations/import`: takes what can be taken, and tells what not.
///
/// # Errors
/// `required`, `upload_too_large`, and those of [`exchange::read`], above the page.
pub async fn import(manager: Manager, Path(id): Path<String>, multipart: Multipart) -> Reply {
    // The survey first: foreign and missing look the same whatever the file is.
    let row = editing::find(&manager, &id).await?;
    let nothing = Fields::default();
    match take(&manager, &id, multipart).await {
        Ok(report) => {
            let row = editing::find(&manager, &id).await?;
            let mut view = view(&manager, &row, &row.draft()?, &nothing, &[])?;
            view.report = Some(report);
            manager.page(TEMPLATE, Section::Listen, view).await
        }
        Err(Error::Refused(refusal)) => {
            let mut view = view(&manager, &row, &row.draft()?, &nothing, &[])?;
            view.error = Some(manager.words(&refusal));
            manager.refused(TEMPLATE, Section::Listen, view).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn take(asking: &Asking, id: &str, multipart: Multipart) -> Result<Report> {
    let bytes = receive(multipart).await?;
    let mut editing = Editing::begin(asking, id).await?;
    let read = exchange::read(&editing.survey, &bytes)?;
    let changed = read.changed();
    wordings::put(&mut editing.survey, &read.words);
    if changed > 0 {
        editing.keep(asking, "survey.translate").await?;
    }
    let lines = read.refused.iter().take(REFUSED_SHOWN).map(|(line, key, refusal)| RefusedLine {
        line: *line,
        key: key.clone(),
        words: asking.words(refusal),
    });
    let more = read.refused.len().saturating_sub(REFUSED_SHOWN);
    Ok(Report { changed, same: read.same, refused: lines.collect(), more })
}

async fn receive(mut multipart: Multipart) -> Result<Vec<u8>> {
    let broken = |_| Error::from(too_large());
    while let Some(mut field) = multipart.next_field().await.map_err(broken)? {
        if field.name() != Some("file") || field.file_name().is_none_or(str::is_empty) {
            continue;
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(broken)? {
            if bytes.len() + chunk.len() > FILE_BYTES_MAX {
                return Err(too_large().into());
            }
            bytes.extend_from_slice(&chunk);
        }
        return Ok(bytes);
    }
    Err(Refusal::new("required").at("file").into())
}

fn too_large() -> Refusal {
    Refusal::new("upload_too_large").with("limit", (FILE_BYTES_MAX >> 20).to_string())
}
