//! Where a case stands: whose turn it is. Follows from its columns; nothing else says so.

use sea_orm::{ColumnTrait, Condition};
use serde::Serialize;

use super::entity::case::{Column, Model};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nobody's, and not answered.
    New,
    /// Somebody's, and not answered.
    Work,
    /// Answered: the customer's turn.
    Waits,
    /// The customer wrote back, or it was opened again: our turn.
    Back,
    Closed,
}

impl Stage {
    /// The columns of the board, in order.
    pub const OPEN: [Self; 4] = [Self::New, Self::Work, Self::Waits, Self::Back];

    pub fn of(case: &Model) -> Self {
        match (case.closed_at, case.again_at, case.answered_at, &case.owner) {
            (Some(_), ..) => Self::Closed,
            (None, Some(_), ..) => Self::Back,
            (None, None, Some(_), _) => Self::Waits,
            (None, None, None, Some(_)) => Self::Work,
            (None, None, None, None) => Self::New,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Work => "work",
            Self::Waits => "waits",
            Self::Back => "back",
            Self::Closed => "closed",
        }
    }

    pub fn condition(self) -> Condition {
        let open = Condition::all().add(Column::ClosedAt.is_null());
        let fresh = || Condition::all().add(Column::AnsweredAt.is_null()).add(Column::AgainAt.is_null());
        match self {
            Self::New => open.add(fresh()).add(Column::Owner.is_null()),
            Self::Work => open.add(fresh()).add(Column::Owner.is_not_null()),
            Self::Waits => open.add(Column::AgainAt.is_null()).add(Column::AnsweredAt.is_not_null()),
            Self::Back => open.add(Column::AgainAt.is_not_null()),
            Self::Closed => Condition::all().add(Column::ClosedAt.is_not_null()),
        }
    }
}

/// Open, and the customer waits for us.
pub fn ours() -> Condition {
    let waits = Condition::any().add(Column::AnsweredAt.is_null()).add(Column::AgainAt.is_not_null());
    Condition::all().add(Column::ClosedAt.is_null()).add(waits)
}

impl Stage {
    /// Whether the customer waits for us.
    pub fn is_ours(self) -> bool {
        matches!(self, Self::New | Self::Work | Self::Back)
    }
}
