//! What a contact agrees to.

use serde::{Deserialize, Serialize};

/// What a contact agrees to separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Answers to their own complaint: allowed unless they said no.
    Service,
    /// Whether it helped, and what was done: only where they said yes.
    FollowUp,
}

impl Purpose {
    pub const ALL: [Self; 2] = [Self::Service, Self::FollowUp];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::FollowUp => "follow_up",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == text)
    }
}
