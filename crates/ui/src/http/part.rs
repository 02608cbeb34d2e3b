//! What slices contribute to pages that are not theirs.

use async_trait::async_trait;
use kernel::Result;

use crate::http::Asking;
use crate::shell::Section;

/// Where on Home a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Findings: what changed and why.
    Main,
    /// Queues and the loop at a glance.
    Side,
}

/// A slice's part of Home, and the count beside its entry in the navigation.
#[async_trait]
pub trait HomePart: Send + Sync {
    fn column(&self) -> Column;

    /// The part as HTML; none where there is nothing to say.
    async fn html(&self, asking: &Asking) -> Result<Option<String>>;

    /// A number that calls for attention beside a section of the navigation.
    async fn count(&self, _asking: &Asking) -> Result<Option<(Section, u64)>> {
        Ok(None)
    }
}
