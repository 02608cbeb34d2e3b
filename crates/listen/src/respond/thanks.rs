//! `GET /s/{link}/thanks`: the end. Writes nothing, so a refresh changes nothing.

use axum::extract::{Extension, Path, RawQuery, State};
use axum::http::HeaderMap;
use ui::http::{Fields, Reply, Web};

use crate::doors::Doors;
use crate::respond::page::{self, Word};
use crate::respond::visit::{manner, unknown};

pub async fn thanks(
    State(web): State<Web>,
    Extension(doors): Extension<Doors>,
    Path(link): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Reply {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let Some(live) = doors.by_link(&web.store, &link).await? else { return unknown(&web, &headers) };
    let manner = manner(&live, &live.survey, [query.get("lang"), None], &headers, web.env());
    let manner = manner.wearing(query.get("look").unwrap_or_default());
    Ok(page::word(&web, &manner, Word::Thanks)?)
}
