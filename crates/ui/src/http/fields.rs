//! A submitted form as it came: names may repeat, and what is missing is missing.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

use crate::http::Failure;
use kernel::Refusal;

/// Fields in the order of the form.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded` text; NUL, which nobody types, is left out.
    pub fn parse(text: &[u8]) -> Self {
        let clean = |text: std::borrow::Cow<'_, str>| text.replace('\0', "");
        Self(form_urlencoded::parse(text).map(|(name, value)| (clean(name), clean(value))).collect())
    }

    /// The first value of a field, trimmed; none where it is missing or blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// All values of a repeated field that are not blank.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether a checkbox is ticked or a button was the one pressed.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// A field that must be there.
    ///
    /// # Errors
    /// `required` at the field.
    pub fn need(&self, name: &str) -> Result<&str, Refusal> {
        self.get(name).ok_or_else(|| Refusal::new("required").at(name))
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = Bytes::from_request(request, state).await.map_err(|_| Refusal::new("too_large"))?;
        Ok(Self::parse(&bytes))
    }
}
