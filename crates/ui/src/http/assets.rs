//! Scripts, styles, fonts and icons, under addresses that name their content.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse as _;
use kernel::Error;

use crate::assets;
use crate::http::{Access, Reply, Routes};

/// A year: the address changes with the content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The route under which [`assets::url`] finds its files.
pub fn routes() -> Routes {
    Routes::new().get("/assets/{hash}/{name}", Access::Public, serve)
}

async fn serve(Path((hash, name)): Path<(String, String)>) -> Reply {
    let path = format!("{hash}/{name}");
    let found = assets::resolve(&path).and_then(|(name, keep)| Some((assets::get(name)?, keep)));
    let (asset, keep) = found.ok_or(Error::NotFound("page"))?;
    let cache = if keep { FOREVER } else { "no-cache" };
    Ok(([(header::CONTENT_TYPE, asset.mime), (header::CACHE_CONTROL, cache)], asset.bytes.into_owned()).into_response())
}
