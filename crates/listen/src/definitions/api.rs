//! The doors for programs.

use axum::Json as Answer;
use axum::body::Bytes;
use axum::extract::{Extension, Path};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde_json::json;
use ui::http::{Keeper, Reader, Reply};

use super::{Replay, brief, find, in_force};
use crate::doors::Doors;

/// `GET /api/v1/surveys`
pub async fn list(reader: Reader) -> Reply {
    let rows = reader.store().surveys(reader.workspace()).await?;
    let list: Vec<_> = rows.iter().map(brief).collect::<kernel::Result<_>>()?;
    Ok(Answer(list).into_response())
}

/// `GET /api/v1/surveys/{key}`: the definition in force.
pub async fn show(reader: Reader, Path(key): Path<String>) -> Reply {
    let row = find(reader.store(), reader.workspace(), &key).await?;
    Ok(Answer(in_force(&row)?).into_response())
}

/// `GET /api/v1/survey.schema.json`
pub async fn schema() -> Reply {
    Ok(Answer(kernel::survey::schema::schema()).into_response())
}

/// `POST /api/v1/surveys/{key}`: keeps a definition as the draft; 201 where the survey is new.
pub async fn put(keeper: Keeper, Path(key): Path<String>, body: Bytes) -> Reply {
    let (row, is_new) = super::put(keeper.store(), keeper.workspace(), &key, &body, &keeper.actor()).await?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Answer(brief(&row)?)).into_response())
}

/// `POST /api/v1/surveys/{key}/publish`
pub async fn publish(keeper: Keeper, Extension(doors): Extension<Doors>, Path(key): Path<String>) -> Reply {
    let row = super::publish(keeper.store(), keeper.workspace(), &key, &keeper.actor()).await?;
    doors.forget_surveys();
    Ok(Answer(json!({ "key": row.key, "version": row.version, "path": format!("/s/{}", row.link) })).into_response())
}

/// `POST /api/v1/surveys/{key}/replay`: where these answers lead.
pub async fn replay(reader: Reader, Path(key): Path<String>, body: Bytes) -> Reply {
    let row = find(reader.store(), reader.workspace(), &key).await?;
    let replay = Replay::read(&body)?;
    Ok(Answer(super::replay(&in_force(&row)?, &replay)).into_response())
}
