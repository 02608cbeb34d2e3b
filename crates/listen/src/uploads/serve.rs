//! Gives files out again.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Check, Store};
use tokio_util::io::ReaderStream;
use ui::http::{Reply, Viewer, Web, encode};

use super::{MEDIA, find, is_id, kinds, path};
use crate::entity::upload::{Column, Entity, Model};

/// Whatever a browser takes the bytes for, they can do nothing.
const POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'";
/// A year: the bytes behind an id never change.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// `GET /listen/files/{file}`: a file that came with an answer, or one of the workspace's own, to be saved.
pub async fn download(viewer: Viewer, Path(file): Path<String>) -> Reply {
    let row = find(viewer.store(), viewer.workspace(), &file).await?.ok_or(Error::NotFound("file"))?;
    let mut response = bytes(viewer.store(), &row).await?;
    // Plain letters for old programs, all letters for the rest (RFC 6266).
    let plain: String =
        row.file_name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '_' }).collect();
    let encoded = encode(&row.file_name).replace('+', "%20");
    let named = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    let named = HeaderValue::from_str(&named).map_err(Error::internal)?;
    response.headers_mut().insert(header::CONTENT_DISPOSITION, named);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// `GET /media/{file}`: a picture, film or sound of a survey, for everybody.
pub async fn show(State(web): State<Web>, Path(file): Path<String>, headers: HeaderMap) -> Reply {
    let row = match is_id(&file) {
        true => Entity::find_by_id(&file).filter(Column::Purpose.eq(MEDIA)).one(web.store.reads()).await.check()?,
        false => None,
    };
    let row = row.ok_or(Error::NotFound("file"))?;
    let tag = HeaderValue::from_str(&format!("\"{}\"", row.id)).map_err(Error::internal)?;
    let mut response = if headers.get(header::IF_NONE_MATCH) == Some(&tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        bytes(&web.store, &row).await?
    };
    response.headers_mut().insert(header::ETAG, tag);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(FOREVER));
    Ok(response)
}

async fn bytes(store: &Store, row: &Model) -> Result<Response> {
    // The row stands without its file only where another machine took it.
    let file = tokio::fs::File::open(path(store, row.workspace_id, &row.id)).await;
    let file = file.map_err(|_| Error::NotFound("file"))?;
    let mime = kinds::by_name(&row.file_type).map_or("application/octet-stream", |kind| kind.mime);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(mime)),
        (header::CONTENT_LENGTH, HeaderValue::from(row.bytes)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, Body::from_stream(ReaderStream::new(file))).into_response())
}
