//! Somebody who need not be signed in, and the pages they see.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use kernel::{Error, Locale};
use serde::Serialize;
use ui::Theme;
use ui::http::{Failure, Reply, Web, html, locale, session_secret, theme};

/// A request to a public page.
pub(crate) struct Guest {
    pub web: Web,
    pub locale: Locale,
    theme: Theme,
    path: String,
    headers: HeaderMap,
}

impl Guest {
    /// The session's secret, where the browser sent one.
    pub(crate) fn session_secret(&self) -> Option<String> {
        session_secret(&self.web, &self.headers)
    }

    /// The header that names the languages the browser asks for.
    pub(crate) fn accept_language(&self) -> &str {
        self.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn page(&self, template: &str, context: impl Serialize) -> Reply {
        self.page_as(StatusCode::OK, template, context)
    }

    /// The same page again with a form's problems beside its fields.
    pub(crate) fn refused(&self, template: &str, context: impl Serialize) -> Reply {
        self.page_as(StatusCode::UNPROCESSABLE_ENTITY, template, context)
    }

    pub(crate) fn page_as(&self, status: StatusCode, template: &str, context: impl Serialize) -> Reply {
        let mut shell = ui::Shell::bare(self.locale, self.theme, self.web.env().now());
        shell.path.clone_from(&self.path);
        let mut response = html(self.web.pages.render(template, &shell, context).map_err(Error::internal)?);
        *response.status_mut() = status;
        Ok(response)
    }
}

impl FromRequestParts<Web> for Guest {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        Ok(Self {
            web: web.clone(),
            locale: locale(&parts.headers),
            theme: theme(&parts.headers),
            path: parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            headers: parts.headers.clone(),
        })
    }
}
