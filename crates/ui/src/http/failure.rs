//! Errors on their way out. Handlers return them bare; [`word`] turns them into a page, a fragment or JSON in the
//! reader's language, and logs the internal ones once.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;
use kernel::{Error, Locale, Refusal};
use serde_json::json;

use crate::Pages;
use crate::http::{Web, asking, reply};

/// The id that the log and the error page share.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub String);

/// What handlers return.
pub type Reply = Result<Response, Failure>;

/// A kernel error as a response.
#[derive(Clone, Debug)]
pub struct Failure(Arc<Error>);

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(Arc::new(error.into()))
    }
}

impl Failure {
    pub fn status(&self) -> StatusCode {
        match &*self.0 {
            Error::Refused(refusal) if refusal.code == "bad_json" => StatusCode::BAD_REQUEST,
            Error::Refused(refusal) if refusal.code == "too_large" => StatusCode::PAYLOAD_TOO_LARGE,
            Error::Refused(refusal) if refusal.code == "survey_closed" => StatusCode::CONFLICT,
            Error::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Error::NotFound(_) => StatusCode::NOT_FOUND,
            Error::Forbidden => StatusCode::FORBIDDEN,
            Error::Unknown => StatusCode::UNAUTHORIZED,
            Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Error::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable code that scripts rely on.
    pub fn code(&self) -> &'static str {
        match &*self.0 {
            Error::Refused(refusal) => refusal.code,
            Error::NotFound(_) => "not_found",
            Error::Forbidden => "forbidden",
            Error::Unknown => "unauthorised",
            Error::TooMany(_) => "too_many_requests",
            Error::DiskFull => "disk_full",
            Error::Unavailable(_) => "unavailable",
            Error::Internal(_) => "internal",
        }
    }

    /// The words for people. An API client reads the same words, in English unless it asks for another language.
    pub fn words(&self, web: &Web, locale: Locale) -> String {
        let text = |key: &str, args: &[(&str, FluentValue<'_>)]| web.pages.plain(locale, key, args);
        match &*self.0 {
            Error::Refused(refusal) => words(&web.pages, locale, refusal),
            Error::NotFound(what) => {
                let what = text(&format!("thing-{what}"), &[]);
                text("error-not-found", &[("what", what.into())])
            }
            Error::TooMany(seconds) => text("error-too-many-requests", &[("seconds", (*seconds).into())]),
            _ => text(&format!("error-{}", self.code().replace('_', "-")), &[]),
        }
    }

    /// `{code, message, field}` as the API gives it.
    pub fn json(&self, web: &Web, locale: Locale) -> serde_json::Value {
        let field = match &*self.0 {
            Error::Refused(refusal) => refusal.field.clone(),
            _ => None,
        };
        json!({ "code": self.code(), "message": self.words(web, locale), "field": field })
    }
}

/// The words of a refusal in a language.
pub fn words(pages: &Pages, locale: Locale, refusal: &Refusal) -> String {
    let args: Vec<_> = refusal.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    pages.plain(locale, &refusal.key(), &args)
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The outer layer: gives failures their words, form and log line.
pub(crate) async fn word(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (method, uri, headers) = (request.method().clone(), request.uri().clone(), request.headers().clone());
    let id = request.extensions().get::<RequestId>().cloned();
    // Paths hold secrets (links that work once), so the log names the route.
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let path = uri.path().to_owned();
    let response = next.run(request).await;
    let failure = match response.extensions().get::<Failure>() {
        Some(failure) => failure.clone(),
        None => match bare(&response) {
            Some(error) => Failure::from(error),
            None => return response,
        },
    };
    if let Error::Internal(cause) = &*failure.0 {
        tracing::error!(%method, route, cause = %chain(cause.as_ref()), "request failed");
    }
    let mut worded = if path.starts_with("/api/") || wants_json(&headers) {
        (failure.status(), axum::Json(failure.json(&web, api_locale(&headers)))).into_response()
    } else if matches!(&*failure.0, Error::Unknown) {
        reply::see_other(&format!("/login?to={}", reply::encode(uri.path_and_query().map_or("/", |p| p.as_str()))))
    } else {
        page(&web, &failure, &headers, id.as_ref().map(|id| id.0.as_str()))
    };
    if let Error::TooMany(seconds) = &*failure.0 {
        worded.headers_mut().insert(header::RETRY_AFTER, (*seconds).into());
    }
    if let Error::Unavailable(_) | Error::DiskFull = &*failure.0 {
        worded.headers_mut().insert(header::RETRY_AFTER, 5.into());
    }
    worded
}

/// Rejections of the framework (no such path, wrong method, body too large, bad form) as kernel errors.
fn bare(response: &Response) -> Option<Error> {
    let worded =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if worded {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(Error::NotFound("page")),
        StatusCode::METHOD_NOT_ALLOWED => Some(Refusal::new("method_not_allowed").into()),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Refusal::new("too_large").into()),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Refusal::new("bad_form").into()),
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => Some(Error::Unavailable("timeout".into())),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Error::internal("a handler panicked")),
        _ => None,
    }
}

fn page(web: &Web, failure: &Failure, headers: &HeaderMap, id: Option<&str>) -> Response {
    let (locale, status) = (asking::locale(headers), failure.status());
    let words = failure.words(web, locale);
    let body = web.pages.error(locale, asking::theme(headers), status.as_u16(), &words, id);
    (status, reply::html(body)).into_response()
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|a| a.starts_with("application/json"))
}

/// The language in which a program wants its refusals: by `Accept-Language`, else English.
pub fn api_locale(headers: &HeaderMap) -> Locale {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|accept| accept.to_str().ok())
        .and_then(Locale::from_accept_language)
        .unwrap_or(Locale::En)
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        words.push_str(": ");
        words.push_str(&cause.to_string());
        next = cause.source();
    }
    words
}
