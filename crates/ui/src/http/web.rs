//! What every handler shares.

use std::net::IpAddr;
use std::ops::Deref;
use std::sync::Arc;

use kernel::Env;
use store::Store;

use crate::Pages;
use crate::http::HomePart;

/// How the server is reached.
#[derive(Clone, Debug)]
pub struct WebConfig {
    /// Public address without a slash at the end, e.g. `https://cx.example.com`. Links are made from it, never from
    /// the Host header.
    pub base_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// A mail server sends what the outbox holds; without one, members send by hand.
    pub has_mail: bool,
    /// Filled from the demo: shows that the data is made up.
    pub demo: bool,
}

impl WebConfig {
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// Shared by all handlers; clones are cheap.
#[derive(Clone)]
pub struct Web(Arc<Shared>);

pub struct Shared {
    pub store: Store,
    pub pages: Pages,
    pub config: WebConfig,
    /// What the slices put on Home, in order.
    pub parts: Vec<Arc<dyn HomePart>>,
}

impl Web {
    pub fn new(store: Store, pages: Pages, config: WebConfig, parts: Vec<Arc<dyn HomePart>>) -> Self {
        Self(Arc::new(Shared { store, pages, config, parts }))
    }

    pub fn env(&self) -> &Env {
        self.0.store.env()
    }

    /// An absolute address on this server; `path` begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.0.config.base_url)
    }
}

impl Deref for Web {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
