//! Small answers.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::Respondent;
use crate::http::{Reply, Web};

/// A page.
pub fn html(body: String) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}

/// A page for respondents. It may be framed by any site, since the
/// survey is public and holds no session.
pub fn respondent(web: &Web, template: &str, reader: &Respondent, context: impl Serialize) -> Reply {
    let body = web.pages.render_respondent(template, reader, context).map_err(kernel::Error::internal)?;
    let mut response = html(body);
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_str(&web.pages.respondent_policy()).map_err(kernel::Error::internal)?,
    );
    Ok(response)
}

/// After a form: go and look there. Takes paths of this server only.
pub fn see_other(path: &str) -> Response {
    let safe = if is_local(path) { path } else { "/" };
    (StatusCode::SEE_OTHER, [(header::LOCATION, safe)]).into_response()
}

/// Whether a path stays on this server: one slash at the start and nothing that a browser would take for a host.
pub fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.chars().any(char::is_control)
}

/// Nothing new.
pub fn no_content() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

/// Percent-encodes for a query.
pub fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// A cookie of this site. `max_age_secs` 0 removes it.
pub fn cookie(response: &mut Response, name: &str, value: &str, max_age_secs: i64, http_only: bool, secure: bool) {
    let mut text = format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={max_age_secs}");
    if http_only {
        text.push_str("; HttpOnly");
    }
    if secure {
        text.push_str("; Secure");
    }
    if let Ok(text) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, text);
    }
}

/// A message that the next page shows once: a Fluent key, and where an undo posts to.
pub trait Flash {
    #[must_use]
    fn flash(self, key: &'static str) -> Self;
    #[must_use]
    fn flash_undo(self, key: &'static str, undo: &str) -> Self;
}

impl Flash for Response {
    fn flash(mut self, key: &'static str) -> Self {
        cookie(&mut self, super::asking::FLASH, key, 60, true, false);
        self
    }

    fn flash_undo(mut self, key: &'static str, undo: &str) -> Self {
        cookie(&mut self, super::asking::FLASH, &format!("{key}|{}", encode(undo)), 60, true, false);
        self
    }
}
