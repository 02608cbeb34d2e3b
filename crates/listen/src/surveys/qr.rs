//! `GET /listen/surveys/{survey}/share/qr.svg`: the public link as a QR code, black on white so that it can be printed.

use axum::extract::{Path, RawQuery};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::{Error, Result};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use ui::http::{Fields, Reply, Viewer};

use crate::surveys::editing;
use crate::words::is_language_tag;

/// Size of the picture, in CSS pixels.
const SIDE_MIN: u32 = 480;

pub async fn qr(viewer: Viewer, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let row = editing::find(&viewer, &id).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut url = viewer.web.url(&format!("/s/{}?ch=qr", row.link));
    if let Some(tag) = query.get("lang").filter(|tag| is_language_tag(tag)) {
        url.push_str(&format!("&lang={tag}"));
    }
    let svg = picture(&url)?;
    // The key is letters, digits and `_` of any script; a header takes ASCII only.
    let name: String = row.key.chars().filter(char::is_ascii_alphanumeric).collect();
    let kind = if query.has("download") { "attachment" } else { "inline" };
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml".to_owned()),
        (header::CONTENT_DISPOSITION, format!("{kind}; filename=\"qr-{name}.svg\"")),
    ];
    Ok((headers, svg).into_response())
}

fn picture(url: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M).map_err(Error::internal)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(SIDE_MIN, SIDE_MIN).build())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_link_becomes_a_picture() {
        let svg = super::picture("https://cx.example.com/s/0123456789abcdefghjkmnpqrstvwxyz?ch=qr").expect("it fits");
        assert!(svg.contains("<svg") && svg.contains("viewBox"));
        assert!(svg.len() < 20_000, "{}", svg.len());
    }
}
