//! The view that pages build conditions with: lines joined by "all" or "any", and groups of lines one level down.

use serde::{Deserialize, Serialize};

use super::{Condition, Test};

/// A condition as a page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rows {
    pub join: Join,
    pub rows: Vec<Row>,
}

/// What lines are joined by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Join {
    #[default]
    All,
    Any,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Row {
    Line(Line),
    Group { join: Join, lines: Vec<Line> },
}

/// One test, or its contrary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub not: bool,
    pub test: Test,
}

impl Join {
    pub fn other(self) -> Self {
        match self {
            Self::All => Self::Any,
            Self::Any => Self::All,
        }
    }

    fn of(self, parts: impl IntoIterator<Item = Condition>) -> Condition {
        match self {
            Self::All => Condition::all(parts),
            Self::Any => Condition::any(parts),
        }
    }
}

impl Line {
    fn of(condition: &Condition) -> Option<Self> {
        match condition {
            Condition::Test(test) => Some(Self { not: false, test: test.clone() }),
            Condition::Not(inner) => match inner.as_ref() {
                Condition::Test(test) => Some(Self { not: true, test: test.clone() }),
                _ => None,
            },
            _ => None,
        }
    }

    fn into_condition(self) -> Condition {
        let test = Condition::Test(self.test);
        if self.not { test.negated() } else { test }
    }
}

impl Condition {
    /// The condition that a page built, in the canonical shape: a group of one line is a line, one that is joined like
    /// the whole melts into it.
    pub fn from_rows(rows: Rows) -> Self {
        let part = |row| match row {
            Row::Line(line) => line.into_condition(),
            Row::Group { join, lines } => join.of(lines.into_iter().map(Line::into_condition)),
        };
        rows.join.of(rows.rows.into_iter().map(part))
    }

    /// The condition as a page shows it; nothing where it is more involved than that.
    pub fn rows(&self) -> Option<Rows> {
        let (join, parts) = joined(self).unwrap_or((Join::All, std::slice::from_ref(self)));
        let row = |part: &Self| match joined(part) {
            Some((join, lines)) => Some(Row::Group { join, lines: lines.iter().map(Line::of).collect::<Option<_>>()? }),
            None => Line::of(part).map(Row::Line),
        };
        Some(Rows { join, rows: parts.iter().map(row).collect::<Option<_>>()? })
    }
}

fn joined(condition: &Condition) -> Option<(Join, &[Condition])> {
    match condition {
        Condition::All(parts) => Some((Join::All, parts)),
        Condition::Any(parts) => Some((Join::Any, parts)),
        Condition::Not(_) | Condition::Test(_) => None,
    }
}
