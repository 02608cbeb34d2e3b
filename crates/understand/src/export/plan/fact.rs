//! What stands in a response besides its answers.

use crate::export::table::{Measure, Type};

/// What stands in a response besides its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    Id,
    State,
    StartedAt,
    CompletedAt,
    Day,
    Channel,
    Touchpoint,
    ContactId,
    Language,
    Version,
    Ending,
    Seconds,
}

impl Fact {
    /// Those of a response of which it is known whose it is, and of one of which nobody may know.
    pub(super) const NAMED: [Self; 11] = [
        Self::Id,
        Self::State,
        Self::StartedAt,
        Self::CompletedAt,
        Self::Channel,
        Self::Touchpoint,
        Self::ContactId,
        Self::Language,
        Self::Version,
        Self::Ending,
        Self::Seconds,
    ];
    pub(super) const ANONYMOUS: [Self; 1] = [Self::Day];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::State => "state",
            Self::StartedAt => "started_at",
            Self::CompletedAt => "completed_at",
            Self::Day => "day",
            Self::Channel => "channel",
            Self::Touchpoint => "touchpoint",
            Self::ContactId => "contact_id",
            Self::Language => "language",
            Self::Version => "version",
            Self::Ending => "ending",
            Self::Seconds => "seconds",
        }
    }

    pub(super) fn kind(self) -> (Type, Measure) {
        match self {
            Self::StartedAt | Self::CompletedAt => (Type::Time, Measure::Scale),
            Self::Day => (Type::Day, Measure::Scale),
            Self::State | Self::Channel => (Type::Code, Measure::Nominal),
            Self::Version => (Type::Number, Measure::Ordinal),
            Self::Seconds => (Type::Number, Measure::Scale),
            _ => (Type::Text, Measure::Nominal),
        }
    }
}
