//! `POST /listen/media`: a member puts a picture, a film or a sound into the store, for surveys to show.

use axum::Json;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use kernel::{Error, Refusal, Result};
use serde_json::json;
use store::audit::{self, Deed};
use ui::http::{Asking, Fields, Manager, Reply};

use super::receive::{Answers, FIELDS_MAX, Takes, broken, take, words};
use super::{File, MEDIA, keep};
use crate::entity::upload::Model;

/// Pictures that one form may bring; others come with the next.
pub const PICTURES_MAX: usize = 20;

/// Takes the part `file`; answers 201 with `{id, url, kind, name, bytes}`, where `kind` is `image`, `video` or `audio`.
///
/// # Errors
/// `required`, `file_type`, `file_too_big`, `file_not_cleaned` at `file`.
pub async fn upload(manager: Manager, mut multipart: Multipart) -> Reply {
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        if field.name() != Some("file") || field.file_name().is_none_or(str::is_empty) {
            continue;
        }
        let file = take(manager.store(), manager.workspace().0, field, "file", &Takes::media()).await?;
        let row = own(&manager, file).await?;
        let kind = super::kinds::by_name(&row.file_type).map_or("image", |kind| kind.mime);
        let kind = kind.split('/').next().unwrap_or_default();
        let told = json!({
            "id": row.id, "url": format!("/media/{}", row.id), "kind": kind, "name": row.file_name, "bytes": row.bytes,
        });
        return Ok((StatusCode::CREATED, Json(told)).into_response());
    }
    Err(Refusal::new("required").at("file").into())
}

/// Keeps the picture in the part `file` of a form; its id.
///
/// # Errors
/// `required`, `file_type`, `file_too_big`, `file_not_cleaned`.
pub async fn picture(asking: &Asking, mut multipart: Multipart) -> Result<String> {
    let takes = Takes::pictures();
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        if field.name() == Some("file") && field.file_name().is_some_and(|name| !name.is_empty()) {
            let file = take(asking.store(), asking.workspace().0, field, "file", &takes).await?;
            return Ok(own(asking, file).await?.id);
        }
    }
    Err(Refusal::new("required").at("file").into())
}

/// Reads a form whose fields called `….picture` are pictures. Each that fits is kept, and its id stands as `….image`
/// among the fields, before what the form says there; each that does not is refused at its field.
///
/// # Errors
/// `bad_form`, `too_large`.
pub async fn form(asking: &Asking, answers: Answers) -> Result<(Fields, Vec<Refusal>)> {
    let mut multipart = match answers {
        Answers::Plain(fields) => return Ok((fields, Vec::new())),
        Answers::Files(multipart) => *multipart,
    };
    let takes = Takes::pictures();
    let (mut fields, mut kept, mut refusals) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if fields.len() >= FIELDS_MAX {
            return Err(Refusal::new("too_large").into());
        }
        let Some(place) = name.strip_suffix(".picture") else {
            if field.file_name().is_none() {
                fields.push((name, words(field).await?));
            }
            continue;
        };
        if field.file_name().is_none_or(str::is_empty) {
            continue;
        }
        if kept.len() >= PICTURES_MAX {
            refusals.push(Refusal::new("too_many").at(&name).with("max", PICTURES_MAX.to_string()));
            continue;
        }
        match take(asking.store(), asking.workspace().0, field, &name, &takes).await {
            Ok(file) => kept.push((format!("{place}.image"), own(asking, file).await?.id)),
            Err(Error::Refused(refusal)) if refusal.field.as_deref() == Some(&name) => refusals.push(refusal),
            Err(error) => return Err(error),
        }
    }
    kept.extend(fields);
    Ok((Fields(kept), refusals))
}

/// Keeps a file for surveys of the asking member's workspace.
async fn own(asking: &Asking, file: File) -> Result<Model> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let row = Model {
        id: file.id.clone(),
        workspace_id: workspace.0,
        purpose: MEDIA.into(),
        survey_id: None,
        response_id: None,
        question: None,
        file_name: file.name.clone(),
        file_type: file.kind.name.into(),
        bytes: file.bytes as i64,
        sha256: file.sha256.clone(),
        created_at: store.env().now().0,
    };
    let actor = asking.member().to_string();
    let detail = json!({ "type": row.file_type, "bytes": row.bytes });
    let txn = store.write().await?;
    keep(&txn, row.clone()).await?;
    audit::note(&txn, workspace, Deed { actor: &actor, action: "media.upload", subject: &row.id, detail }).await?;
    // Before the commit: whoever hangs up during it must not take the file of a row that is kept.
    file.keep();
    txn.commit().await?;
    Ok(row)
}
