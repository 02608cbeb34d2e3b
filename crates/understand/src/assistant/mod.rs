//! A language model beside the quotes: it sums up what customers wrote and translates it for members, where the
//! operator has named one and an administrator has switched it on. Off by default; nothing needs it.
//!
//! Owns: what leaves ([`leave`]) and that it is masked, what of the answer is shown ([`clean`]), and what is kept.
//! Refuses: to send anything because a page was looked at; to send what a member could not read; to believe an answer.

mod chat;
mod clean;
mod kept;
mod leave;
mod model;
mod names;
pub mod summary;
mod switch;
pub mod translate;

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::FromRequestParts;
use kernel::{Result, WorkspaceId};
use serde::Serialize;
use store::Store;

pub use chat::Chat;
pub use model::{Model, Prompt, Trouble};
pub use switch::{off, on, page};

/// The model that this installation may ask, if any; clones share it.
#[derive(Clone, Default)]
pub struct Assistant(Option<Arc<Shared>>);

/// What went wrong, and where.
#[derive(Debug, Serialize)]
struct Failed {
    code: &'static str,
    /// Model and host, where something was sent.
    asked: Option<(String, String)>,
    /// Of HTTP, as it came.
    status: Option<String>,
}

struct Shared {
    model: Arc<dyn Model>,
    /// Workspaces that wait for an answer: one question at a time each.
    busy: Mutex<HashSet<WorkspaceId>>,
}

impl Assistant {
    pub fn new(model: Arc<dyn Model>) -> Self {
        Self(Some(Arc::new(Shared { model, busy: Mutex::default() })))
    }

    /// Whether a workspace has switched it on, for the host that is asked now.
    pub async fn is_on(&self, store: &Store, workspace: WorkspaceId) -> Result<bool> {
        let Some(shared) = &self.0 else { return Ok(false) };
        let host = kept::allowed(store, workspace).await?.map(|row| row.host);
        Ok(host.is_some_and(|host| host == shared.model.host()))
    }

    /// The host and the name of the model, where there is one.
    pub fn named(&self) -> Option<(&str, &str)> {
        self.model().map(|model| (model.host(), model.name()))
    }

    fn model(&self) -> Option<&dyn Model> {
        self.0.as_ref().map(|shared| &*shared.model)
    }

    /// What a page says of a question that failed.
    fn failed(&self, trouble: &Trouble) -> Failed {
        let asked = match trouble {
            // Nothing was sent.
            Trouble::Off | Trouble::Busy | Trouble::Nothing => None,
            _ => self.named().map(|(host, model)| (model.to_owned(), host.to_owned())),
        };
        let status = if let Trouble::Status(status) = trouble { Some(status.to_string()) } else { None };
        Failed { code: trouble.code(), asked, status }
    }

    /// Asks, unless this workspace is waiting for another answer. The answer is plain text of at most `chars` letters.
    async fn ask(&self, workspace: WorkspaceId, prompt: &Prompt, chars: usize) -> Result<String, Trouble> {
        let shared = self.0.as_ref().ok_or(Trouble::Off)?;
        let _turn = Turn::take(shared, workspace).ok_or(Trouble::Busy)?;
        let answer = shared.model.answer(prompt).await.inspect_err(|trouble| {
            tracing::warn!(%workspace, host = shared.model.host(), %trouble, "the language model did not answer");
        })?;
        clean::clean(&answer, chars).ok_or(Trouble::Unusable)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Assistant {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

/// A workspace's turn; it ends however the question does.
struct Turn<'a>(&'a Shared, WorkspaceId);

impl<'a> Turn<'a> {
    fn take(shared: &'a Shared, workspace: WorkspaceId) -> Option<Self> {
        let mut busy = shared.busy.lock().unwrap_or_else(PoisonError::into_inner);
        // Not `then_some`: a turn that is made and dropped would end the other one.
        if busy.insert(workspace) { Some(Self(shared, workspace)) } else { None }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
    }
}
