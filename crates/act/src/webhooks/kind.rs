//! What endpoints are told of, and how far it has come.

use serde::Serialize;

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$case:meta])* $name:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

        impl Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

named! {
    /// What happened, as the field `type` says it.
    Event {
        CaseOpened = "case.opened",
        /// A later page of the response says something else.
        CaseChanged = "case.changed",
        /// A later page of the response took the complaint back before anybody had touched the case, which is gone.
        CaseWithdrawn = "case.withdrawn",
        /// A further signal of the customer belongs to the case.
        CaseSignal = "case.signal_added",
        /// It has another owner, or none.
        CaseAssigned = "case.assigned",
        CasePriority = "case.priority_changed",
        /// A member answered the customer from here.
        CaseReplied = "case.replied",
        /// A member says that the customer was answered another way.
        CaseAnswered = "case.answered",
        /// The same, taken back.
        CaseUnanswered = "case.unanswered",
        /// The customer wrote back.
        CaseCameBack = "case.customer_wrote",
        CaseNoted = "case.noted",
        /// A step of the playbook is done, or not any more.
        CaseStep = "case.step_changed",
        CaseEscalated = "case.escalated",
        CaseClosed = "case.closed",
        /// The customer said whether it helped.
        CaseHelped = "case.helped",
        CaseReopened = "case.reopened",
        /// It belongs to an initiative, or not any more.
        CaseJoined = "case.initiative_changed",
        InitiativeCreated = "initiative.created",
        InitiativeChanged = "initiative.changed",
        /// A task was added, done, taken up again or removed.
        InitiativeTask = "initiative.task_changed",
        /// Its state is `proposed`, `planned` or `doing`.
        InitiativeMoved = "initiative.moved",
        InitiativeDone = "initiative.done",
        InitiativeDropped = "initiative.dropped",
        /// Sent to an endpoint by its page.
        Test = "test",
    }
}

impl Event {
    /// What an endpoint can choose.
    pub fn chosen() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|event| *event != Self::Test)
    }
}

named! {
    /// How far a delivery has come.
    State {
        /// Until it is due.
        Waiting = "waiting",
        /// A worker has it.
        Sending = "sending",
        Delivered = "delivered",
        /// Given up; a member may have it tried again.
        Dead = "dead",
    }
}
