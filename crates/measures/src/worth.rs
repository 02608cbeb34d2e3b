//! What a change is worth: figures that the firm states, with their range and where they are from, and what a change comes
//! to with them. Nothing is guessed: without a stated figure there is no worth.

use kernel::{Result, WorkspaceId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use stats::Range;
use stats::worth::{Uncertain, Way};
use store::Check;
use store::entity::{effect, worth, worth_currency};
use ui::chart::Unit;

/// What can be stated, in the order of the page.
pub const KINDS: [&str; 4] = ["point", "retained_customer", "new_customer", "support_contact"];
/// What a point can be a point of: NPS, a share in per cent, or a mean on one of the usual scales. The first is what figures
/// were stated for that name none.
pub const UNITS: [&str; 5] = ["nps", "percent", "mean_1_5", "mean_1_7", "mean_0_10"];
/// Chance that repeats.
const SEED: u64 = 5;

/// Of [`UNITS`] the one that a number with this axis is counted in; none on a scale that no figure is stated for.
pub fn unit_of(unit: Unit, (from, to): (f64, f64)) -> Option<&'static str> {
    let name = match unit {
        Unit::Nps => "nps".to_owned(),
        Unit::Percent => "percent".to_owned(),
        Unit::Mean => format!("mean_{from}_{to}"),
        Unit::Count => return None,
    };
    named(&name)
}

fn named(name: &str) -> Option<&'static str> {
    UNITS.into_iter().find(|unit| *unit == name)
}

/// A number that moved, or is to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// By how many points, with both ends of the range.
    pub points: (f64, f64, f64),
    /// Of [`UNITS`]; none for any other.
    pub unit: Option<&'static str>,
    /// The share of the firm's answers that are of those who moved, from 0 to 1; none where nobody knows.
    pub share: Option<f64>,
}

/// What the detail of an effect keeps that its worth rests on.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Kept {
    point: Option<String>,
    share: Option<f64>,
}

impl Move {
    /// What an effect moved; none where nothing is claimed of it.
    pub fn of_effect(row: &effect::Model) -> Option<Self> {
        let is_claimed = matches!(row.verdict.as_str(), "improved" | "worsened");
        let points = (row.value?, row.low?, row.high?);
        let kept: Kept = serde_json::from_str(&row.detail).unwrap_or_default();
        is_claimed.then(|| Self { points, unit: kept.point.as_deref().and_then(named), share: kept.share })
    }
}

/// Why a move has no worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Nobody has said what a point is worth.
    Unstated,
    /// It was said of another kind of number.
    OtherUnit,
    /// Nobody knows how much of the firm moved.
    NoShare,
}

impl Unknown {
    /// The end of a key of words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unstated => "unstated",
            Self::OtherUnit => "other-unit",
            Self::NoShare => "no-share",
        }
    }
}

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
    /// The share of the answers that it is about, from 0 to 1.
    pub share: f64,
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

    /// What a move is worth: points × share of the answers × the worth of a point, less the cost. The figure says what a
    /// point of the whole firm brings; where some branches moved, the firm did by their share. The range holds both what
    /// is not known of the move and what is not known of the worth ([`stats::worth::worth`]); the share is taken as it is.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of_move(&self, moved: Move, cost: f64) -> Result<Worth<'_>, Unknown> {
        let figure = self.figure("point").ok_or(Unknown::Unstated)?;
        if moved.unit.is_none_or(|unit| unit != point_of(figure)) {
            return Err(Unknown::OtherUnit);
        }
        let share = moved.share.ok_or(Unknown::NoShare)?;
        let (value, low, high) = moved.points;
        let points = Uncertain { value: value * share, range: Range { low: low * share, high: high * share } };
        product(figure, points, share, cost).ok_or(Unknown::NoShare)
    }

    /// What is at stake with so many customers: from nothing, if nobody leaves, to customers × the most that one who stays is
    /// worth. It is what keeping them can bring, not what solving their problem will.
    pub fn at_stake(&self, people: f64) -> Option<Worth<'_>> {
        let figure = self.figure("retained_customer")?;
        let high = people * figure.high;
        Some(Worth { value: high / 2.0, low: 0.0, high, figure, share: 1.0 })
    }
}

/// Of [`UNITS`] the one that a figure was stated for.
pub fn point_of(figure: &worth::Model) -> &'static str {
    figure.unit.as_deref().and_then(named).unwrap_or(UNITS[0])
}

fn product(figure: &worth::Model, times: Uncertain, share: f64, cost: f64) -> Option<Worth<'_>> {
    let each = Uncertain {
        value: f64::midpoint(figure.low, figure.high),
        range: Range { low: figure.low, high: figure.high },
    };
    let found = stats::worth::worth(&[Way { factors: vec![times, each] }], cost, SEED)?;
    Some(Worth { value: found.value, low: found.range.low, high: found.range.high, figure, share })
}

/// A worth as pages show it.
#[derive(Serialize)]
pub struct Shown {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub each_low: f64,
    pub each_high: f64,
    /// What the figure is for one of ([`UNITS`]), and the share of the answers in per cent.
    pub unit: &'static str,
    pub share: f64,
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
            unit: point_of(worth.figure),
            share: 100.0 * worth.share,
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
            unit: None,
            low,
            high,
            source: "finance".into(),
            by_member: "mem_1".into(),
            at: 0,
        };
        Stated { currency: "EUR".into(), figures: vec![figure] }
    }

    fn moved(unit: &'static str, share: Option<f64>) -> Move {
        Move { points: (12.0, 8.0, 16.0), unit: Some(unit), share }
    }

    #[test]
    fn points_times_the_worth_of_a_point_less_the_cost() {
        let stated = stated("point", 1_000.0, 3_000.0);
        let worth = stated.of_move(moved("nps", Some(1.0)), 4_000.0).unwrap();
        assert_eq!(worth.value, 20_000.0);
        // Narrower than all low ends at once, wider than the worth alone.
        assert!(worth.low > 8.0 * 1_000.0 - 4_000.0 && worth.low < 12.0 * 1_300.0 - 4_000.0, "{worth:?}");
        assert!(worth.high > 12.0 * 2_700.0 - 4_000.0 && worth.high < 16.0 * 3_000.0 - 4_000.0, "{worth:?}");
        assert_eq!(stated.at_stake(40.0), None);
    }

    #[test]
    fn a_part_of_the_firm_moves_the_firm_by_its_share() {
        let stated = stated("point", 1_000.0, 3_000.0);
        let worth = stated.of_move(moved("nps", Some(0.125)), 4_000.0).unwrap();
        assert_eq!((worth.value, worth.share), (12.0 * 0.125 * 2_000.0 - 4_000.0, 0.125));
        let all = stated.of_move(moved("nps", Some(1.0)), 0.0).unwrap();
        let part = stated.of_move(moved("nps", Some(0.125)), 0.0).unwrap();
        assert!((part.low - 0.125 * all.low).abs() < 1e-6 && (part.high - 0.125 * all.high).abs() < 1e-6);
        assert_eq!(stated.of_move(moved("nps", None), 0.0), Err(Unknown::NoShare));
    }

    #[test]
    fn a_point_is_worth_something_for_the_number_that_it_was_stated_for() {
        let mut stated = stated("point", 1_000.0, 3_000.0);
        assert_eq!(stated.of_move(moved("percent", Some(1.0)), 0.0), Err(Unknown::OtherUnit));
        let odd = Move { unit: None, ..moved("nps", Some(1.0)) };
        assert_eq!(stated.of_move(odd, 0.0), Err(Unknown::OtherUnit));
        stated.figures[0].unit = Some("mean_1_5".into());
        assert!(stated.of_move(moved("mean_1_5", Some(1.0)), 0.0).is_ok());
        assert_eq!(stated.of_move(moved("nps", Some(1.0)), 0.0), Err(Unknown::OtherUnit));
        assert_eq!(unit_of(Unit::Mean, (1.0, 5.0)), Some("mean_1_5"));
        assert_eq!(unit_of(Unit::Mean, (1.0, 4.0)), None);
        assert_eq!(unit_of(Unit::Nps, (-100.0, 100.0)), Some("nps"));
    }

    #[test]
    fn nothing_stated_is_no_worth() {
        assert_eq!(Stated::default().of_move(moved("nps", Some(1.0)), 0.0), Err(Unknown::Unstated));
        let stated = stated("retained_customer", 100.0, 200.0);
        let worth = stated.at_stake(40.0).unwrap();
        assert_eq!((worth.low, worth.high), (0.0, 8_000.0));
    }
}
