//! Layers around all routes: request ids, cross-site protection, security headers, bounds.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Refusal};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;
use tracing::Instrument;

use crate::http::{Failure, Web, failure};

/// Largest body of an ordinary request; uploads name their own.
const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;
const REQUEST_TIMEOUT: Duration = Duration::from_secs(300);

/// Puts the layers around a server's routes.
pub fn protect(router: Router<Web>, web: Web) -> Router {
    router
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, REQUEST_TIMEOUT))
        .layer(from_fn(same_site))
        .layer(from_fn(plain_address))
        .layer(from_fn_with_state(web.clone(), failure::word))
        .layer(from_fn_with_state(web.clone(), headers))
        .layer(from_fn_with_state(web.clone(), observe))
        .layer(CompressionLayer::new())
        .with_state(web)
}

/// Refuses state changes that another site's page asks the browser for. Cookies are SameSite=Lax as well; this
/// stands even where a browser ignores that. Respondents and API clients carry no cookie and are not concerned.
async fn same_site(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let concerned = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
        && !path.starts_with("/api/")
        && !path.starts_with("/s/")
        // Mail programs unsubscribe without a browser around them (RFC 8058).
        && !path.starts_with("/m/");
    if concerned && !is_same_site(&request) {
        return Failure::from(Refusal::new("cross_site")).into_response();
    }
    next.run(request).await
}

/// Refuses NUL in addresses: no id holds one, and PostgreSQL takes none.
async fn plain_address(request: Request, next: Next) -> Response {
    if request.uri().path_and_query().is_some_and(|path| path.as_str().contains("%00")) {
        return Failure::from(Error::NotFound("page")).into_response();
    }
    next.run(request).await
}

fn is_same_site(request: &Request) -> bool {
    let read = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    match (read("sec-fetch-site"), read("origin"), read("host")) {
        (Some(site), _, _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        _ => false,
    }
}

async fn headers(State(web): State<Web>, request: Request, next: Next) -> Response {
    let asset = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(MEMBER_POLICY));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    if web.config.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !asset && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

const MEMBER_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Gives each request an id, a span and its numbers. Neither holds personal data: no query, no address.
async fn observe(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let id = kernel::id::base32(&web.env().bytes::<8>());
    request.extensions_mut().insert(failure::RequestId(id.clone()));
    let route = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or_else(|| "unmatched".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().clone();
    let span = tracing::info_span!("request", id, %method, route);
    let began = web.env().now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = web.env().now().since(began) as f64 / 1e6;
    let status = response.status().as_u16();
    let labels = [("method", method.to_string()), ("route", route), ("status", status.to_string())];
    metrics::histogram!("nabz_request_seconds", &labels).record(took);
    span.in_scope(|| tracing::debug!(status, took, "answered"));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}
