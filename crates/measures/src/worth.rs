//! What a change is worth: figures that the firm states, with their range and where they are from, and what a change comes
//! to with them. Nothing is guessed: without a stated figure there is no worth.

use kernel::{Result, WorkspaceId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use stats::Range;
use stats::worth::{Uncertain, Way};
use store::Check;
use store::entity::{worth, worth_currency};

/// What can be stated, in the order of the page.
pub const KINDS: [&str; 4] = ["point", "retained_customer", "new_customer", "support_contact"];
/// Chance that repeats.
const SEED: u64 = 5;

/// What a firm has stated.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    pub currency: String,
    pub figures: Vec<worth::Model>,
}

/// What something is worth, with what the figure rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth<'a> {
    /// In the workspace's currency, a year.
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// The stated figure that was used.
    pub figure: &'a worth::Model,
}

impl Stated {
    /// Those of a workspace.
    pub async fn of(db: &impl ConnectionTrait, workspace: WorkspaceId) -> Result<Self> {
        let currency = worth_currency::Entity::find_by_id(workspace.0).one(db).await.check()?;
        let figures = worth::Entity::find().filter(worth::Column::WorkspaceId.eq(workspace.0)).all(db).await.check()?;
        Ok(Self { currency: currency.map(|row| row.currency).unwrap_or_default(), figures })
    }

    /// What was stated of a kind of [`KINDS`].
    pub fn figure(&self, kind: &str) -> Option<&worth::Model> {
        self.figures.iter().find(|row| row.kind == kind)
    }

    /// What a move of so many points is worth: points × the worth of a point, less the cost. The range holds both what
    /// is not known of the move and what is not known of the worth ([`stats::worth::worth`]).
    pub fn of_points(&self, points: (f64, f64, f64), cost: f64) -> Option<Worth<'_>> {
        let figure = self.figure("point")?;
        let (value, low, high) = points;
        let moved = Uncertain { value, range: Range { low, high } };
        product(figure, moved, cost)
    }

    /// What is at stake with so many customers: from nothing, if nobody leaves, to customers × the most that one who stays is
    /// worth. It is what keeping them can bring, not what solving their problem will.
    pub fn at_stake(&self, people: f64) -> Option<Worth<'_>> {
        let figure = self.figure("retained_customer")?;
        let high = people * figure.high;
        Some(Worth { value: high / 2.0, low: 0.0, high, figure })
    }
}

fn product(figure: &worth::Model, times: Uncertain, cost: f64) -> Option<Worth<'_>> {
    let each = Uncertain {
        value: f64::midpoint(figure.low, figure.high),
        range: Range { low: figure.low, high: figure.high },
    };
    let found = stats::worth::worth(&[Way { factors: vec![times, each] }], cost, SEED)?;
    Some(Worth { value: found.value, low: found.range.low, high: found.range.high, figure })
}

/// A worth as pages show it.
#[derive(Serialize)]
pub struct Shown {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub each_low: f64,
    pub each_high: f64,
    pub source: String,
    pub cost: Option<f64>,
    pub currency: String,
}

impl Shown {
    pub fn of(worth: Worth<'_>, cost: Option<f64>, currency: &str) -> Self {
        Self {
            value: worth.value,
            low: worth.low,
            high: worth.high,
            each_low: worth.figure.low,
            each_high: worth.figure.high,
            source: worth.figure.source.clone(),
            cost,
            currency: currency.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(kind: &str, low: f64, high: f64) -> Stated {
        let figure = worth::Model {
            workspace_id: 1,
            kind: kind.into(),
            low,
            high,
            source: "finance".into(),
            by_member: "mem_1".into(),
            at: 0,
        };
        Stated { currency: "EUR".into(), figures: vec![figure] }
    }

    #[test]
    fn points_times_the_worth_of_a_point_less_the_cost() {
        let stated = stated("point", 1_000.0, 3_000.0);
        let worth = stated.of_points((12.0, 8.0, 16.0), 4_000.0).unwrap();
        assert_eq!(worth.value, 20_000.0);
        // Narrower than all low ends at once, wider than the worth alone.
        assert!(worth.low > 8.0 * 1_000.0 - 4_000.0 && worth.low < 12.0 * 1_300.0 - 4_000.0, "{worth:?}");
        assert!(worth.high > 12.0 * 2_700.0 - 4_000.0 && worth.high < 16.0 * 3_000.0 - 4_000.0, "{worth:?}");
        assert_eq!(stated.at_stake(40.0), None);
    }

    #[test]
    fn nothing_stated_is_no_worth() {
        assert_eq!(Stated::default().of_points((12.0, 8.0, 16.0), 0.0), None);
        let stated = stated("retained_customer", 100.0, 200.0);
        let worth = stated.at_stake(40.0).unwrap();
        assert_eq!((worth.low, worth.high), (0.0, 8_000.0));
    }
}
