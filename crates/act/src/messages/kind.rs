//! What a message is for, and how far it has come.

pub use kernel::consent::Purpose;
use serde::Serialize;

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$case:meta])* $name:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $type { $($(#[$case])* $name),+ }

        impl $type {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}

named! {
    /// What a message is for.
    Kind {
        /// A member's answer to a customer's own complaint.
        CaseReply = "case_reply",
        /// Did it help?
        CaseSurvey = "case_survey",
        /// You said, we did.
        Told = "told",
        /// To a member: assigned, escalated, mentioned, digest.
        Notice = "notice",
    }
}

named! {
    /// How far a message has come.
    State {
        /// Waits for its turn, or for a member to send it by hand.
        Queued = "queued",
        /// A worker has it.
        Sending = "sending",
        /// The mail server has taken it.
        Sent = "sent",
        /// Given up; a member may try again.
        Failed = "failed",
        /// The contact has not agreed to messages of this kind.
        HeldWithoutConsent = "held_without_consent",
        /// The address is not written to any more.
        Suppressed = "suppressed",
    }
}

impl Kind {
    /// What a contact must agree to; members are not asked.
    pub fn purpose(self) -> Option<Purpose> {
        match self {
            Self::CaseReply => Some(Purpose::Service),
            Self::CaseSurvey | Self::Told => Some(Purpose::FollowUp),
            Self::Notice => None,
        }
    }

    /// Whether no person wrote it: other programs should not answer it (RFC 3834).
    pub fn is_automatic(self) -> bool {
        self != Self::CaseReply
    }
}

impl State {
    /// Whether a member may have it tried again.
    pub fn may_be_replayed(self) -> bool {
        matches!(self, Self::Failed | Self::HeldWithoutConsent | Self::Suppressed)
    }
}
