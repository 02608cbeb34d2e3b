//! Routes, recorded as they are made, so that a test can walk all of them with every role.

use axum::extract::Extension;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};
use axum::{Router, http::Method};
use kernel::Role;
use store::keys::Scope;

use crate::http::Web;

/// Who may use a route. The handler's extractor enforces it; the authorisation test holds both equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody, e.g. respondents and the log-in page.
    Public,
    /// Members with at least this role.
    Member(Role),
    /// Holders of an API key with this scope.
    Key(Scope),
}

/// One route as it was made.
#[derive(Clone, Debug)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
}

/// The routes of a slice.
#[derive(Default)]
pub struct Routes {
    router: Router<Web>,
    table: Vec<Route>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        self.add(Method::GET, path, access, get(handler))
    }

    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        self.add(Method::POST, path, access, post(handler))
    }

    /// A POST route with its own bound for the body, e.g. an upload.
    #[must_use]
    pub fn upload<H, T>(self, path: &'static str, access: Access, bytes_max: usize, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: 'static,
    {
        let limit = axum::extract::DefaultBodyLimit::max(bytes_max);
        self.add(Method::POST, path, access, post(handler).layer(limit))
    }

    fn add(mut self, method: Method, path: &'static str, access: Access, handler: MethodRouter<Web>) -> Self {
        self.router = self.router.route(path, handler);
        self.table.push(Route { method, path, access });
        self
    }

    /// Gives all handlers so far a value of the slice's own, taken with `Extension`.
    #[must_use]
    pub fn extension<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        self.router = self.router.layer(Extension(value));
        self
    }

    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    pub fn table(&self) -> &[Route] {
        &self.table
    }

    pub fn into_router(self) -> Router<Web> {
        self.router
    }
}
