//! Takes a file from the browser, looks at it, and lets it wait until somebody has seen the guess.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use kernel::survey::key_from;
use kernel::{Error, ImportId, Refusal, Result};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt;
use ui::Section;
use ui::http::{Asking, Manager, Reply, see_other};

use crate::entity::import::{ActiveModel, Entity};
use crate::import::Source;
use crate::imports::prepare::prepare;
use crate::imports::start::blank;
use crate::imports::{FORM_BYTES_MAX, UPLOAD_BYTES_MAX};
use crate::surveys::TITLE_CHARS_MAX;

#[derive(Serialize)]
struct View {
    /// Key and title of each survey.
    surveys: Vec<(String, String)>,
    survey: String,
    name: String,
    megabytes_max: usize,
    survey_error: Option<String>,
    name_error: Option<String>,
    file_error: Option<String>,
    /// What concerns none of the fields.
    error: Option<String>,
}

/// What the form sent.
#[derive(Default)]
struct Sent {
    survey: String,
    name: String,
    file: Option<Uploaded>,
}

/// The file is removed with this value unless it is kept.
struct Uploaded {
    name: String,
    path: TempPath,
}

/// `GET /listen/imports/new`
pub(super) async fn form(manager: Manager) -> Reply {
    let view = view(&manager, &Sent::default(), None).await?;
    manager.page("listen/imports/new.html", Section::Listen, view).await
}

/// `POST /listen/imports`
///
/// # Errors
/// `required`, `upload_too_large`, `bad_survey_name`, and the file codes of [`crate::import::Code`], each at its field.
pub(super) async fn upload(manager: Manager, multipart: Multipart) -> Reply {
    let mut sent = Sent::default();
    let taken = match receive(multipart, &mut sent).await {
        Ok(()) => take(&manager, &mut sent).await,
        Err(error) => Err(error),
    };
    match taken {
        Ok(import) => Ok(see_other(&format!("/listen/imports/{import}"))),
        Err(Error::Refused(refusal)) => {
            let view = view(&manager, &sent, Some(refusal)).await?;
            manager.refused("listen/imports/new.html", Section::Listen, view).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn receive(mut multipart: Multipart, sent: &mut Sent) -> Result<()> {
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        match field.name() {
            Some("survey") => sent.survey = words(field).await?,
            Some("name") => sent.name = words(field).await?,
            // A browser sends an empty part where no file was chosen.
            Some("file") if field.file_name().is_some_and(|name| !name.is_empty()) => {
                sent.file = Some(store_file(field).await?);
            }
            _ => {}
        }
    }
    Ok(())
}

async fn words(field: Field<'_>) -> Result<String> {
    let text = field.text().await.map_err(broken)?;
    if text.len() > FORM_BYTES_MAX {
        return Err(Refusal::new("too_large").into());
    }
    Ok(text.trim().to_owned())
}

/// Streams the file to the folder for temporary files, readable by this user alone.
async fn store_file(mut field: Field<'_>) -> Result<Uploaded> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let (file, path) = tempfile::Builder::new().prefix("nabz-import-").tempfile().map_err(unwritable)?.into_parts();
    let mut file = tokio::fs::File::from_std(file);
    let mut bytes = 0;
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        bytes += chunk.len();
        if bytes > UPLOAD_BYTES_MAX {
            return Err(too_large().into());
        }
        file.write_all(&chunk).await.map_err(unwritable)?;
    }
    file.flush().await.map_err(unwritable)?;
    Ok(Uploaded { name, path })
}

fn broken(error: MultipartError) -> Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large().into(),
        _ => Refusal::new("bad_form").into(),
    }
}

fn too_large() -> Refusal {
    Refusal::new("upload_too_large").at("file").with("limit", (UPLOAD_BYTES_MAX >> 20).to_string())
}

fn unwritable(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::internal(error),
    }
}

async fn take(asking: &Asking, sent: &mut Sent) -> Result<ImportId> {
    let survey = chosen(sent)?;
    let Some(uploaded) = sent.file.take() else { return Err(Refusal::new("required").at("file").into()) };
    if let Err(error) = prepare(Source::Path(uploaded.path.to_path_buf())).await {
        return Err(match error {
            Error::Refused(refusal) => refusal.at("file").into(),
            error => error,
        });
    }
    let (store, workspace) = (asking.store(), asking.workspace());
    let import = ImportId::new(store.env());
    let actor = asking.member().to_string();
    let path = uploaded.path.to_str().ok_or_else(|| Error::internal("the temporary folder's name is not text"))?;
    let row = ActiveModel {
        survey: Set(survey),
        path: Set(Some(path.to_owned())),
        actor: Set(actor.clone()),
        ..blank(&import, workspace, &uploaded.name, store.env().now())
    };
    let txn = store.write().await?;
    Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    let deed = Deed { actor: &actor, action: "import.upload", subject: import.as_str(), detail: json!({}) };
    audit::note(&txn, workspace, deed).await?;
    txn.commit().await?;
    uploaded.path.keep().map_err(Error::internal)?;
    Ok(import)
}

/// The survey's key, or the name of a new one.
fn chosen(sent: &Sent) -> Result<String, Refusal> {
    if !sent.survey.is_empty() {
        return Ok(sent.survey.clone());
    }
    if sent.name.is_empty() {
        return Err(Refusal::new("required").at("name"));
    }
    if sent.name.chars().count() > TITLE_CHARS_MAX {
        return Err(Refusal::new("too_long").at("name").with("max", TITLE_CHARS_MAX.to_string()));
    }
    if key_from(&sent.name).is_empty() {
        return Err(Refusal::new("bad_survey_name").at("name"));
    }
    Ok(sent.name.clone())
}

async fn view(asking: &Asking, sent: &Sent, refusal: Option<Refusal>) -> Result<View> {
    let surveys = asking.store().surveys(asking.workspace()).await?;
    let at = |field: &str| {
        let refusal = refusal.as_ref().filter(|refusal| refusal.field.as_deref() == Some(field))?;
        Some(asking.words(refusal))
    };
    let known = |field: &str| matches!(field, "survey" | "name" | "file");
    let other = refusal.as_ref().filter(|refusal| !refusal.field.as_deref().is_some_and(known));
    Ok(View {
        surveys: surveys.into_iter().map(|row| (row.key, row.title)).collect(),
        survey: sent.survey.clone(),
        name: sent.name.clone(),
        megabytes_max: UPLOAD_BYTES_MAX >> 20,
        survey_error: at("survey"),
        name_error: at("name"),
        file_error: at("file"),
        error: other.map(|refusal| asking.words(refusal)),
    })
}
