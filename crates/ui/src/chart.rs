//! The one chart component: a handler says what is to be seen, templates write `{{ chart(trend) }}`.
//!
//! Bars and ranges are drawn by the server in SVG and need nothing else. A trend is drawn by ECharts when the npm
//! assets are in the build; its table is always on the page, folded under the picture or open when there is none.
//! Axes that one measures on run from left to right in all languages, as digits do.

mod grid;
mod view;

use kernel::format::Format;
use serde::{Deserialize, Serialize};

pub(crate) use grid::whisker;
pub use grid::{Band, HEAT_MAX, HeatCell, HeatRow, Slice};
pub(crate) use view::{Figure, around, range};

use crate::Tone;

/// Below this many answers a score is marked "few answers, read with care". It is shown all the same.
pub const FEW: u64 = 30;

/// A picture of numbers with the sentence that says what it shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chart {
    /// Unique on the page; a prefix of element ids.
    pub id: String,
    /// What it shows, in one sentence, in the reader's language: read by screen readers and shown under the picture.
    pub sentence: String,
    pub unit: Unit,
    #[serde(flatten)]
    pub kind: Kind,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Kind {
    /// A score over time, with its range.
    Trend { points: Vec<Point>, goal: Option<f64> },
    /// How often each score was given, from the lowest to the highest.
    Distribution { bars: Vec<Bar>, words: Words },
    /// A score per group with its range, one row each, in the given order.
    Groups { head: String, rows: Vec<Group>, goal: Option<f64> },
    /// How often each option was chosen.
    Shares { head: String, rows: Vec<Share>, total: u64 },
    /// How often each option was chosen, each share (in per cent) with its range; `answers` is the count.
    Parts { head: String, rows: Vec<Group> },
    /// The same scale several times, one row each.
    Bands { head: String, rows: Vec<Band> },
    /// Rows against columns, with shades.
    Heat { head: String, columns: Vec<String>, rows: Vec<HeatRow> },
}

/// What the number is, which decides its decimals, sign and axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// -100 to 100, whole.
    Nps,
    /// Points of a hundred, whole.
    Percent,
    /// A mean on a scale, one decimal.
    Mean,
    /// A whole number of things.
    Count,
}

/// One step of a trend. A step without answers has no value and leaves a gap.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Point {
    /// The bucket's name, as [`Format::bucket`] writes it.
    pub label: String,
    /// What stands on the axis where there is room; empty for most.
    #[serde(default)]
    pub tick: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub answers: u64,
    /// The answers behind it.
    pub href: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Bar {
    /// The score or option as the reader reads it.
    pub label: String,
    pub count: u64,
    pub tone: Option<Tone>,
    pub href: Option<String>,
}

/// What the three tones are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Words {
    /// Detractors, passives, promoters.
    Nps,
    /// Unhappy, neutral, happy.
    Mood,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    pub label: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub answers: u64,
    /// Against the rest or a goal, if the page decides so; drawn in the accent otherwise.
    pub tone: Option<Tone>,
    pub href: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Share {
    pub label: String,
    pub count: u64,
    pub href: Option<String>,
}

impl Chart {
    pub fn trend(id: &str, unit: Unit, sentence: String, points: Vec<Point>, goal: Option<f64>) -> Self {
        Self { id: id.to_owned(), sentence, unit, kind: Kind::Trend { points, goal } }
    }

    pub fn distribution(id: &str, words: Words, sentence: String, bars: Vec<Bar>) -> Self {
        Self { id: id.to_owned(), sentence, unit: Unit::Count, kind: Kind::Distribution { bars, words } }
    }

    /// `head` names the first column: the attribute that splits.
    pub fn groups(id: &str, unit: Unit, sentence: String, head: String, rows: Vec<Group>, goal: Option<f64>) -> Self {
        Self { id: id.to_owned(), sentence, unit, kind: Kind::Groups { head, rows, goal } }
    }

    /// `total` is the number of people, which is less than the sum where several options may be chosen.
    pub fn shares(id: &str, sentence: String, head: String, rows: Vec<Share>, total: u64) -> Self {
        Self { id: id.to_owned(), sentence, unit: Unit::Count, kind: Kind::Shares { head, rows, total } }
    }

    /// Shares of people who could choose several, or one of several, with the range of each.
    pub fn parts(id: &str, sentence: String, head: String, rows: Vec<Group>) -> Self {
        Self { id: id.to_owned(), sentence, unit: Unit::Percent, kind: Kind::Parts { head, rows } }
    }

    pub fn bands(id: &str, unit: Unit, sentence: String, head: String, rows: Vec<Band>) -> Self {
        Self { id: id.to_owned(), sentence, unit, kind: Kind::Bands { head, rows } }
    }

    pub fn heat(id: &str, sentence: String, head: String, columns: Vec<String>, rows: Vec<HeatRow>) -> Self {
        Self { id: id.to_owned(), sentence, unit: Unit::Count, kind: Kind::Heat { head, columns, rows } }
    }
}

impl Unit {
    /// The number as text.
    pub fn write(self, format: &Format, value: f64) -> String {
        match self {
            Self::Nps | Self::Count => format.number(value, 0),
            Self::Percent => format.percent(value, 0),
            Self::Mean => format.number(value, 1),
        }
    }

    /// Both ends of a range as text, with one more decimal where a narrow range would otherwise read "4.1 to 4.1".
    pub fn write_ends(self, format: &Format, low: f64, high: f64) -> (String, String) {
        let ends = (self.write(format, low), self.write(format, high));
        if ends.0 != ends.1 || low == high {
            return ends;
        }
        match self {
            Self::Mean => (format.number(low, 2), format.number(high, 2)),
            Self::Percent => (format.percent(low, 1), format.percent(high, 1)),
            Self::Nps | Self::Count => (format.number(low, 1), format.number(high, 1)),
        }
    }

    /// A difference of two such numbers as text, with its sign. A difference of shares is in points, so it has no
    /// percent sign.
    pub fn write_change(self, format: &Format, value: f64) -> String {
        format.signed(value, if self == Self::Mean { 1 } else { 0 })
    }

    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "nps" => Some(Self::Nps),
            "percent" | "csat" => Some(Self::Percent),
            "mean" | "ces" | "rating" => Some(Self::Mean),
            "count" => Some(Self::Count),
            _ => None,
        }
    }
}
